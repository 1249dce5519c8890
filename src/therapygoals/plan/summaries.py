"""What was done, felt and gained: two channels of evidence, a list of what was done, a closing, and what comes next."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Aim,
    CountTarget,
    Direction,
    Evidence,
    FrequencyTarget,
    Goal,
    Kind,
    MilestoneTarget,
    Observation,
    ObservationStatus,
    OutcomeGoal,
    ProcessGoal,
    Relation,
    RelationKind,
    Target,
    _checks,
)
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._telling import check_as_it_was, check_plan, in_a_line, quoted, win_told
from therapygoals.plan._words import plain
from therapygoals.plan.answers import Answer, Distance
from therapygoals.plan.events import SetbackMet, Won
from therapygoals.plan.judging import Standing, judge
from therapygoals.plan.lifecycle import GoalState, Reason
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan

__all__ = [
    "Channel",
    "ChannelSet",
    "ClosingSummary",
    "Done",
    "DoneKind",
    "channels",
    "closing_summary",
    "done_list",
    "to_maintenance",
]


# Two channels


@short_repr
@attrs.frozen(kw_only=True)
class Channel:
    """What was recorded and answered in one channel of evidence.

    Attributes:
        observations: Entries, by day.
        answers: Answers with the day of the check-in, by day.
    """

    observations: tuple[Observation, ...] = ()
    answers: tuple[tuple[date, Answer], ...] = ()

    def counted(self, status: ObservationStatus) -> int:
        """Number of entries of a status."""
        return sum(entry.status is status for entry in self.observations)

    @property
    def values(self) -> tuple[tuple[date, float], ...]:
        """The numbers that were recorded, each with its day."""
        return tuple((entry.on, entry.value) for entry in self.observations if entry.value is not None)

    @property
    def distances(self) -> tuple[tuple[date, Distance], ...]:
        """How it felt compared with the time before, each with its day."""
        return tuple((day, answer.distance) for day, answer in self.answers if answer.distance is not None)

    def __str__(self) -> str:
        told = [
            f"{number} {status}" for status in ObservationStatus if (number := self.counted(status))
        ]  # in the order of the closed set
        if self.values:
            first, last = self.values[0][1], self.values[-1][1]
            told.append(f"{first:g} at first, {last:g} at last" if len(self.values) > 1 else f"{first:g} so far")
        if self.distances:
            told.append(f"last felt {self.distances[-1][1]}")
        if others := len(self.answers) - len(self.distances):
            told.append(counted(others, "other answer"))
        return ", ".join(told) or "nothing yet"


@short_repr
@attrs.frozen(kw_only=True)
class ChannelSet:
    """How one feels and what one does about a goal, side by side. No number is made of both.

    Attributes:
        goal: Id of the goal.
        on: The day.
        felt: How it feels: entries of feelings, and answers of closer, same or farther and of 0 to 10.
        done: What was done: routines and the use of skills; for a process goal, also entries that do not say.
        other: What happened, entries of an outcome goal that do not say what they are, and answers in words alone.
    """

    goal: str
    on: date
    felt: Channel
    done: Channel
    other: Channel

    def __str__(self) -> str:
        parts = [f"felt: {self.felt}", f"done: {self.done}"]
        return "; ".join(parts if self.other == Channel() else [*parts, f"other: {self.other}"])


_DOING = frozenset({Evidence.ROUTINE, Evidence.SKILL_USE})


def channels(plan: TreatmentPlan, goal: str, *, on: date) -> ChannelSet:
    """The two channels of evidence about a goal, and what belongs to neither.

    Args:
        plan: The plan of that day, or of one before it.
        goal: Id of the goal.
        on: The day; later entries are left out.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day.
        UnknownNameError: There is no such goal.
    """
    check_plan(plan, on)
    planned = plan[goal]
    felt, done, other = list[Observation](), list[Observation](), list[Observation]()
    for entry in sorted(planned.observations, key=lambda entry: entry.on):
        if entry.on <= on:
            is_act = entry.evidence is None and planned.goal.kind is Kind.PROCESS
            if entry.evidence is Evidence.FEELING:
                felt.append(entry)
            else:
                (done if is_act or entry.evidence in _DOING else other).append(entry)
    answers = [
        (look.on, answer) for look in plan.check_ins for answer in look.answers if answer.goal == goal and look.on <= on
    ]
    rated = tuple(one for one in answers if one[1].distance is not None or one[1].rating is not None)
    return ChannelSet(
        goal=goal,
        on=on,
        felt=Channel(observations=tuple(felt), answers=rated),
        done=Channel(observations=tuple(done)),
        other=Channel(observations=tuple(other), answers=tuple(one for one in answers if one not in rated)),
    )


# What was done


@unique
class DoneKind(StrEnum):
    """What kind of thing was done."""

    ATTENDED = "attended"
    """Therapy sessions were held."""
    CHECKED_IN = "checked_in"
    """Two people looked at the plan."""
    WON = "won"
    """A win was told."""
    DID = "did"
    """Something that is good to do was recorded as seen."""
    RECORDED = "recorded"
    """Something was kept track of: a rating, or what is to become less."""
    MOVED = "moved"
    """A goal was planned, agreed on, begun, taken up again, kept up or completed."""
    STEP = "step"
    """A listed step was done."""


@short_repr
@attrs.frozen(kw_only=True)
class Done:
    """Something that was done.

    Attributes:
        kind: What kind of thing.
        what: What it was, in a line.
        on: The day; the last one where there are several.
        goal: Id of the goal; None for none.
        count: How many times; a report of a week may tell of several.
    """

    kind: DoneKind
    what: str
    on: date
    goal: str | None = None
    count: int = 1

    def __str__(self) -> str:
        return f"{self.on}: {self.what}"


def done_list(plan: TreatmentPlan, *, on: date, since: date | None = None) -> tuple[Done, ...]:
    """What was done in a stretch of days; never empty when anything was done. No setback takes anything out of it.

    Entries of a goal are told together, and so are therapy sessions. What was recorded about something that is to
    become less, or rated, is told as kept track of: that is done too.

    Args:
        plan: The plan of the last day, or of one before it.
        on: The last day.
        since: The first day; from the beginning when None.

    Returns:
        What was done, by day.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day.
    """
    check_plan(plan, on)
    first = date.min if since is None else since
    _checks.check_day(first, "since")
    held = [day for day in plan.session_days if first <= day <= on]
    looks = [look.on for look in plan.check_ins if first <= look.on <= on]
    found = [
        Done(kind=kind, what=counted(len(days), name), on=max(days), count=len(days))
        for kind, name, days in (
            (DoneKind.ATTENDED, "therapy session", held),
            (DoneKind.CHECKED_IN, "check-in", looks),
        )
        if days
    ]
    found += [_win(win) for win in plan.wins if first <= win.on <= on]
    for planned in plan:
        if planned.state is not GoalState.ENTERED_IN_ERROR:
            found += _done_about(planned, first, on, f"{quoted(planned.goal.statement.text)}: ")
    return tuple(sorted(found, key=lambda done: done.on))


def _win(win: Won) -> Done:
    return Done(kind=DoneKind.WON, what=win_told(win.text, win.kind), on=win.on, goal=win.goal)


_MOVED = {
    GoalState.PLANNED: "planned",
    GoalState.ACCEPTED: "agreed on",
    GoalState.ACTIVE: "begun",
    GoalState.MAINTAINING: "kept up from then on",
    GoalState.COMPLETED: "completed",
}


def _done_about(planned: PlannedGoal, first: date, on: date, name: str = "") -> Iterator[Done]:
    groups: dict[DoneKind, list[Observation]] = {}
    for entry in planned.observations:
        seen = entry.status is ObservationStatus.SEEN
        if first <= entry.on <= on and (seen or _is_kept_low(planned.version_on(entry.on).goal, entry)):
            kind = DoneKind.DID if _is_act(planned.version_on(entry.on).goal, entry) else DoneKind.RECORDED
            groups.setdefault(kind, []).append(entry)
    for kind, entries in groups.items():
        verb, count = "kept track of", len(entries)
        if kind is DoneKind.DID:
            verb, count = "done", sum(_times(planned.version_on(entry.on).goal, entry) for entry in entries)
        what = f"{name}{verb} {_OFTEN.get(count, f'{count} times')}"
        yield Done(kind=kind, what=what, on=max(entry.on for entry in entries), goal=planned.id, count=count)
    began = False
    for move in planned.moves:
        if move.to in _MOVED and first <= move.on <= on:
            word = "taken up again" if move.to is GoalState.ACTIVE and began else _MOVED[move.to]
            yield Done(kind=DoneKind.MOVED, what=f"{name}{word}", on=move.on, goal=planned.id)
        began = began or move.to is GoalState.ACTIVE
    steps = {
        (step.text, step.done_on): None
        for version in planned.versions
        for target in version.goal.targets
        if isinstance(target, MilestoneTarget)
        for step in target.steps
    }
    for text, day in steps:
        if day is not None and first <= day <= on:
            yield Done(kind=DoneKind.STEP, what=f"{name}{in_a_line(text)}", on=day, goal=planned.id)


_OFTEN = {1: "once", 2: "twice"}


def _times(goal: Goal, entry: Observation) -> int:
    """How many times an entry tells of: its number, where the target counts times or things; else once."""
    counts = isinstance(_target(goal.targets, entry), FrequencyTarget | CountTarget | MilestoneTarget)
    return max(1, math.floor(entry.count)) if counts else 1


def _is_act(goal: Goal, entry: Observation) -> bool:
    """Whether an entry tells of something that is good to have happened."""
    if entry.evidence is Evidence.FEELING or entry.count == 0:
        return False
    target = _target(goal.targets, entry)
    wanted = goal.direction if target is None else target.direction
    return (goal.kind is Kind.PROCESS or entry.evidence in _DOING) and wanted is not Direction.DECREASE


def _is_kept_low(goal: Goal, entry: Observation) -> bool:
    """Whether an entry tells that something did not happen which is to become less."""
    target = _target(goal.targets, entry)
    wanted = goal.direction if target is None else target.direction
    return entry.status is ObservationStatus.MISSED and wanted is Direction.DECREASE


def _target(targets: tuple[Target, ...], entry: Observation) -> Target | None:
    if len(targets) == 1 and entry.target is None:
        return targets[0]
    return next((target for target in targets if target.key == entry.target), None)


# Bringing a goal to an end


@short_repr
@attrs.frozen(kw_only=True)
class ClosingSummary:
    """What a goal leaves behind, whatever came of it. It has no grade.

    Attributes:
        goal: Id of the goal.
        statement: The goal in the person's words, in its last version.
        state: Where it is in its life.
        since: The day from which it is there.
        on: The day.
        reason: Why it came there; None where nobody said.
        note: What was added when it came there.
        standing: Where its targets stand, each stretch by its own; what was got to stays, also where it is only a part.
        done: What was done for it, wins among it; the oldest first.
        setbacks: What went backwards for a while. It takes nothing away.
        insights: What the goal helped to see.
        versions: Number of its versions.
        successors: The goals that took over: the id of each, and its words.
    """

    goal: str
    statement: str
    state: GoalState
    since: date
    on: date
    reason: Reason | None
    note: str | None = attrs.field(repr=False)
    standing: Standing = attrs.field(repr=False)
    done: tuple[Done, ...] = ()
    setbacks: tuple[SetbackMet, ...] = ()
    insights: tuple[str, ...] = ()
    versions: int = 1
    successors: tuple[tuple[str, str], ...] = ()

    @property
    def wins(self) -> tuple[Done, ...]:
        """What there was to be glad of."""
        return tuple(done for done in self.done if done.kind is DoneKind.WON)

    def to_text(self) -> str:
        """Write it as plain text. It holds the person's words."""
        reason = "" if self.reason is None else f" ({plain(self.reason)})"
        lines = [quoted(self.statement), f"{plain(self.state)} since {self.since}{reason}"]
        if self.note is not None:
            lines.append(quoted(self.note))
        lines += ["", "What was done", *_listed(self.done)]
        if any(stretch.targets for stretch in self.standing.stretches):
            lines += ["", "How far it went", *_listed((*self.standing.stretches, *self.standing.beside))]
        if self.insights:
            lines += ["", "What it helped to see", *_listed(quoted(text) for text in self.insights)]
        if self.setbacks:
            heads = ["", "What went backwards for a while; nothing is lost by it"]
            lines += [*heads, *_listed(f"{one.on}: {quoted(one.text)}" for one in self.setbacks)]
        if self.successors:
            lines += ["", "What goes on from here", *_listed(quoted(text) for _, text in self.successors)]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.to_text()


def _listed(things: Iterable[object]) -> list[str]:
    return [f"- {thing}" for thing in things] or ["- somebody thought about it and put it into words"]


def closing_summary(plan: TreatmentPlan, goal: str, *, on: date) -> ClosingSummary:
    """What a goal leaves behind: what was done, how far it went, what it helped to see, and what goes on from here.

    Args:
        plan: The plan of that day, or of one before it.
        goal: Id of the goal, in any state.
        on: The day.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day, or holds what happened later.
        UnknownNameError: There is no such goal.
    """
    check_as_it_was(plan, on)
    planned = plan[goal]
    insights = (version.goal.insight for version in planned.versions)
    wins = [_win(win) for win in planned.wins if win.on <= on]
    return ClosingSummary(
        goal=goal,
        statement=planned.goal.statement.text,
        state=planned.state,
        since=planned.since,
        on=on,
        reason=planned.reason,
        note=planned.moves[-1].note if planned.moves else None,
        standing=judge(planned, on=on),
        done=tuple(sorted([*wins, *_done_about(planned, date.min, on)], key=lambda done: done.on)),
        setbacks=tuple(one for one in planned.setbacks if one.on <= on),
        insights=tuple(dict.fromkeys(text for text in insights if text is not None)),
        versions=len(planned.versions),
        successors=tuple(
            (key, plan[key].goal.statement.text)
            for key in planned.successors
            if plan[key].state is not GoalState.ENTERED_IN_ERROR
        ),
    )


def to_maintenance(goal: Goal, *, id: str, by_doing: str | None = None) -> ProcessGoal:  # noqa: A002
    """Propose a process goal that keeps what was reached. It is a proposal to talk about: nothing is recorded or moved.

    What keeps an outcome is what a person does, so their own words are needed for it. A process goal may be kept up as
    it is, with its own targets. No number is made up.

    Args:
        goal: The goal that was reached, with an id.
        id: Id of the new goal.
        by_doing: What keeps it, in the person's words; the words of the goal when None.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The goal has no id, or it is an outcome goal and nothing says what keeps it.

    Examples:
        >>> from therapygoals.goals import OutcomeGoal
        >>> calm = OutcomeGoal("stay calm in rows", id="calm")
        >>> kept = to_maintenance(calm, id="calm-kept", by_doing="walk after work and talk on Sundays")
        >>> print(kept, kept.aim, kept.relations[0].to)
        walk after work and talk on Sundays maintain calm
    """
    if not isinstance(goal, ProcessGoal | OutcomeGoal):  # callers may not check types
        raise FieldTypeError("goal", "must be of type ProcessGoal or OutcomeGoal", type(goal).__name__)
    if goal.id is None:
        raise FieldError("goal.id", "must be given, so that the new goal can name it")
    if by_doing is None and not isinstance(goal, ProcessGoal):
        raise FieldError("by_doing", "must say what keeps it, for an outcome is kept by what a person does")
    is_same = by_doing is None
    return ProcessGoal(
        goal.statement if by_doing is None else by_doing,
        goal.targets if is_same else (),
        id=id,
        needed=goal.needed,
        aim=Aim.MAINTAIN,
        context=goal.context,
        strategies=goal.strategies,
        roadblocks=goal.roadblocks,
        relations=(Relation(RelationKind.PREDECESSOR, goal.id),),
        plan=goal.plan if is_same and isinstance(goal, ProcessGoal) else None,
    )
