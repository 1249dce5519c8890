"""Stepping stones from a vision to a step, and what they say about what they lead to, by a rule that is stated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldTypeError
from therapygoals.goals import MilestoneTarget, RelationKind
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._telling import check_as_it_was
from therapygoals.plan._words import plain
from therapygoals.plan.judging import judge
from therapygoals.plan.lifecycle import GoalState, Reason
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan

__all__ = ["RollUp", "RolledUp", "Stone", "StoneKind", "roll_up", "stones_of"]


@unique
class RollUp(StrEnum):
    """How stepping stones tell about what they lead to; a mean over unlike scales means nothing and is not offered."""

    SHARE_REACHED = "share_reached"
    """The share of the stones that count that are reached."""
    SLOWEST = "slowest"
    """The place of the stone that is least far along on its own line from 0 to 1; all are needed."""


@unique
class StoneKind(StrEnum):
    """What a stepping stone is."""

    MILESTONE = "milestone"
    """A goal on the way."""
    SERVES = "serves"
    """A goal that is a way to get there."""
    STEPS = "steps"
    """The steps that the goal lists itself."""


@short_repr
@attrs.frozen(kw_only=True)
class Stone:
    """A stepping stone on a day.

    Attributes:
        kind: What it is.
        name: Id of the goal; for steps, what they are.
        reached: How many are reached: 0 or 1 for a goal.
        of: How many there are: 1 for a goal.
        fraction: Place on its own line from 0 to 1; None where that is not known.
        left_out: Why it does not count; None when it counts.
    """

    kind: StoneKind
    name: str
    reached: int
    of: int = 1
    fraction: float | None = None
    left_out: str | None = None


@short_repr
@attrs.frozen(kw_only=True)
class RolledUp:
    """What the stepping stones say about a goal, or about the vision.

    It stands beside the goal's own progress and is never put together with it.

    Attributes:
        goal: Id of the goal; None for the vision.
        on: The day.
        rule: How it was told.
        stones: Every stone, those that do not count as well.
        fraction: From 0 to 1 by the rule; None when that cannot be told.
        why: What the fraction means, or why there is none.
    """

    goal: str | None
    on: date
    rule: RollUp
    stones: tuple[Stone, ...]
    fraction: float | None
    why: str

    def __str__(self) -> str:
        return self.why


def roll_up(plan: TreatmentPlan, goal: str | None = None, *, on: date, rule: RollUp = RollUp.SHARE_REACHED) -> RolledUp:
    """What the stepping stones of a goal say about it.

    The stones of a goal are the goals it names as milestones, the goals that serve it, and the steps of its own
    milestone targets; those of the vision are the goals that lead to no other goal. Only these are looked at, not the
    stones of the stones. A stone that was let go of with others taking over is stood for by those.

    A goal is reached when it is kept up, when it was completed as reached or without another reason, or when its
    targets are met. What is only proposed, paused, turned down, let go of, or brought to an end for another reason does
    not count, neither for nor against.

    Args:
        plan: The plan of that day, or of one before it.
        goal: Id of the goal; the vision when None.
        on: The day.
        rule: How the stones tell.

    Returns:
        The fraction with its meaning, or why there is none. It is no measure of the goal itself: stones can all be
        reached and the goal be open, and the other way round.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day, or holds what happened later.
        UnknownNameError: There is no such goal.
    """
    check_as_it_was(plan, on)
    if not isinstance(rule, RollUp):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("rule", f"must be of type RollUp ({', '.join(RollUp)})", type(rule).__name__)
    stones = tuple(_stones(plan, goal, on))
    counting = [stone for stone in stones if stone.left_out is None]
    fraction, why = None, "there are no stepping stones yet"
    if stones and not counting:
        why = f"none of {counted(len(stones), 'stepping stone')} counts just now"
    elif counting and rule is RollUp.SHARE_REACHED:
        reached, of = sum(stone.reached for stone in counting), sum(stone.of for stone in counting)
        fraction, why = reached / of, f"{reached} of {counted(of, 'stepping stone')} reached"
    elif counting:
        places = [stone.fraction for stone in counting if stone.fraction is not None]
        if unknown := [stone.name for stone in counting if stone.fraction is None]:
            why = f"it is not known how far along these are: {', '.join(unknown)}"
        else:
            fraction = min(places)
            slowest = next(stone.name for stone in counting if stone.fraction == fraction)
            why = f"the stone least far along is {slowest}"
    return RolledUp(goal=goal, on=on, rule=rule, stones=stones, fraction=fraction, why=why)


def stones_of(plan: TreatmentPlan, goal: str | None) -> tuple[tuple[StoneKind, PlannedGoal], ...]:
    """The goals that are stepping stones of a goal, or of the vision, in the order of the plan.

    Args:
        plan: The plan.
        goal: Id of the goal; the vision when None: its stones are the goals that lead to no other goal.

    Raises:
        FieldTypeError: It is no plan.
        UnknownNameError: There is no such goal.
    """
    if not isinstance(plan, TreatmentPlan):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("plan", "must be a TreatmentPlan", type(plan).__name__)
    if goal is None:
        leading = _leading(plan)
        return tuple((StoneKind.MILESTONE, one) for one in plan if one.id not in leading)
    stones = {link.to for link in plan[goal].goal.relations if link.kind is RelationKind.MILESTONE}
    return tuple(
        (StoneKind.MILESTONE if one.id in stones else StoneKind.SERVES, one)
        for one in plan
        if one.id in stones or goal in one.goal.serves
    )


def _leading(plan: TreatmentPlan) -> set[str]:
    """Ids of the goals that lead to another one, or took over from one."""
    leading = set[str]()
    for one in plan:
        if one.goal.serves:
            leading.add(one.id)
        leading.update(link.to for link in one.goal.relations if link.kind is RelationKind.MILESTONE)
        if one.state.is_ended:
            leading.update(one.successors)
    return leading


def _stones(plan: TreatmentPlan, goal: str | None, on: date) -> Iterator[Stone]:
    seen = set[str]()
    for kind, one in stones_of(plan, goal):
        waiting = [one]
        while waiting:
            stone = waiting.pop()
            if stone.id in seen or stone.id == goal:
                continue
            seen.add(stone.id)
            yield _stone(kind, stone, on)
            if stone.state is GoalState.CANCELLED:
                waiting += [plan[key] for key in reversed(stone.successors)]
    if goal is not None:
        yield from _steps(plan[goal], on)


def _stone(kind: StoneKind, planned: PlannedGoal, on: date) -> Stone:
    progress = judge(planned, on=on).now
    reached = planned.state is GoalState.MAINTAINING or bool(progress.met)
    if planned.state is GoalState.COMPLETED:
        reached = reached or planned.reason in _AS_REACHED
    left_out = None if reached or planned.state in _COUNTED else plain(planned.state)
    if planned.state in _NEVER:
        left_out = plain(planned.state)
    elif left_out is not None and planned.reason is not None:
        left_out = f"{left_out}: {plain(planned.reason)}"
    return Stone(
        kind=kind,
        name=planned.id,
        reached=int(reached and left_out is None),
        fraction=1.0 if reached else progress.fraction,
        left_out=left_out,
    )


_COUNTED = frozenset({GoalState.PLANNED, GoalState.ACCEPTED, GoalState.ACTIVE})
"""States in which a stone counts although it is not reached."""
_NEVER = frozenset({GoalState.PROPOSED, GoalState.REJECTED, GoalState.ENTERED_IN_ERROR})
"""States of what is no part of the plan, whatever was recorded."""
_AS_REACHED = frozenset({None, Reason.ACHIEVED, Reason.READY_FOR_MORE, Reason.NEW_AREA})
"""Reasons with which a completed goal was reached."""


def _steps(planned: PlannedGoal, on: date) -> Iterator[Stone]:
    progress = judge(planned, on=on).now
    for target, now in zip(planned.version_on(on).goal.targets, progress.targets, strict=True):
        if isinstance(target, MilestoneTarget):
            done = min(int(now.value or 0), target.count)
            yield Stone(
                kind=StoneKind.STEPS,
                name=target.what or target.noun,
                reached=done,
                of=target.count,
                fraction=done / target.count,
            )
