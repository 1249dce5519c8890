"""The two goal classes over one base; one line makes a goal, everything else is optional."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum, unique
from typing import ClassVar

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import (
    Aim,
    BernDomain,
    Concern,
    Control,
    Direction,
    Framing,
    Horizon,
    Kind,
    LifeArea,
    Pace,
)
from therapygoals.goals.observations import Observation, all_observations
from therapygoals.goals.people import Ownership
from therapygoals.goals.progress import Progress
from therapygoals.goals.readiness import IfThenPlan, Readiness, Roadblock, Strategy
from therapygoals.goals.relations import Relation, RelationKind
from therapygoals.goals.statement import Statement
from therapygoals.goals.targets import TARGETS, BaseTarget, Target
from therapygoals.goals.time import TimeFrame

__all__ = ["Context", "Goal", "GoalProgress", "Needed", "OutcomeGoal", "ProcessGoal"]


@short_repr
@attrs.frozen(kw_only=True)
class Context:
    """Where a goal stands in a person's life.

    Attributes:
        areas: Areas of life it belongs to.
        concerns: What brought the person here.
        domain: Family of the Bern Inventory of Treatment Goals.
        values: What it stands for, in the person's words; a value is lived, never done.
        rationale: Why it matters, in the person's words.
        hope: The wish behind it, in the person's words; others or luck may have a part in that, unlike in the goal.
        needs: What this person needs for it.
        circumstances: What their life allows at present.
        pace: How fast they want to go.
    """

    areas: frozenset[LifeArea] = attrs.field(
        default=frozenset[LifeArea](),
        converter=_checks.to_frozenset,
        validator=_checks.each(frozenset, _checks.a(LifeArea)),
    )
    concerns: frozenset[Concern] = attrs.field(
        default=frozenset[Concern](),
        converter=_checks.to_frozenset,
        validator=_checks.each(frozenset, _checks.a(Concern)),
    )
    domain: BernDomain | None = attrs.field(default=None, validator=_checks.optional(_checks.a(BernDomain)))
    values: tuple[str, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.text())
    )
    rationale: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    hope: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    needs: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    circumstances: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    pace: Pace | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Pace)))


@unique
class Needed(StrEnum):
    """Which of several targets have to be met."""

    ALL = "all"
    ANY = "any"


@short_repr
@attrs.frozen(kw_only=True)
class GoalProgress:
    """Where a goal stands, target by target.

    Attributes:
        targets: Progress of each target, in the order of the goal.
        needed: Whether all targets are needed or any one.
    """

    targets: tuple[Progress, ...]
    needed: Needed = Needed.ALL

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None while the targets that are known do not decide it."""
        known = [target.met for target in self.targets if target.met is not None]
        deciding = self.needed is Needed.ANY
        if deciding in known:
            return deciding
        return None if not known or len(known) < len(self.targets) else not deciding

    @property
    def fraction(self) -> float | None:
        """Place on the progress line: that of the slowest target when all are needed, else that of the fastest.

        Unlike scales are never averaged. None while a target that could decide has no place: any one when all are
        needed, else one that is met without a baseline.
        """
        known = [target.fraction for target in self.targets if target.fraction is not None]
        placeless = [target for target in self.targets if target.fraction is None]
        if self.needed is Needed.ALL:
            return None if placeless else min(known, default=None)
        return None if any(target.met for target in placeless) else max(known, default=None)


def _to_statement(value: str | Statement) -> Statement:
    return Statement(value) if isinstance(value, str) else value


def _to_targets(value: Target | Sequence[Target]) -> tuple[Target, ...]:
    return (value,) if isinstance(value, BaseTarget) else _checks.to_tuple(value)


@short_repr
@attrs.frozen
class Goal:
    """What both kinds of goal have; use `ProcessGoal` or `OutcomeGoal`.

    Attributes:
        statement: The person's own words; a plain string is taken as English.
        targets: What would be enough, one target or several.
        id: Key of the goal among others, given by the caller; needed for relations.
        needed: Whether all targets have to be met, or any one.
        time_frame: When it starts and is meant to end.
        aim: What is wanted to happen.
        framing: Whether the words say where to go or what to get away from.
        control: Who decides whether it is met.
        ownership: Who asked, who worded it, who agreed.
        readiness: The person's own ratings of importance, confidence, difficulty and more.
        context: Life areas, concerns, values, circumstances.
        strategies: Ways of working towards it.
        roadblocks: What may get in the way, with a plan for it.
        relations: How it stands to other goals.
        insight: What the goal helped to see.

    Raises:
        FieldError: A field breaks its rule; several targets without keys of their own; a relation to itself.
        FieldTypeError: A field has the wrong type, or the goal is of neither kind.
    """

    kind: ClassVar[Kind]

    statement: Statement = attrs.field(converter=_to_statement, validator=_checks.a(Statement))
    targets: tuple[Target, ...] = attrs.field(
        default=(), converter=_to_targets, validator=_checks.each(tuple, _checks.a(*TARGETS.values()))
    )
    id: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=200)))
    needed: Needed = attrs.field(default=Needed.ALL, kw_only=True, validator=_checks.a(Needed))
    time_frame: TimeFrame = attrs.field(factory=TimeFrame, kw_only=True, validator=_checks.a(TimeFrame))
    aim: Aim | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Aim)))
    framing: Framing | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Framing)))
    control: Control | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Control)))
    ownership: Ownership = attrs.field(factory=Ownership, kw_only=True, validator=_checks.a(Ownership))
    readiness: Readiness = attrs.field(factory=Readiness, kw_only=True, validator=_checks.a(Readiness))
    context: Context = attrs.field(factory=Context, kw_only=True, validator=_checks.a(Context))
    strategies: tuple[Strategy, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Strategy))
    )
    roadblocks: tuple[Roadblock, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Roadblock))
    )
    relations: tuple[Relation, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Relation))
    )
    insight: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text()))

    def __attrs_post_init__(self) -> None:
        name = type(self).__name__
        if type(self) is Goal:
            raise FieldTypeError("Goal", "must be made as a ProcessGoal or an OutcomeGoal", name)
        keys = [target.key for target in self.targets]
        if len(keys) > 1 and (None in keys or len(set(keys)) < len(keys)):
            raise FieldError(f"{name}.targets", "must each have a key of their own when there are several", keys)
        if self.id is not None and any(relation.to == self.id for relation in self.relations):
            raise FieldError(f"{name}.relations", "must not lead to the goal itself", self.id)

    @property
    def horizon(self) -> Horizon | None:
        """Short term or long term, from the time frame; None while no end is told."""
        return self.time_frame.horizon

    @property
    def direction(self) -> Direction | None:
        """Which way is better: from the targets where they agree, else from the aim."""
        directions = {target.direction for target in self.targets}
        if len(directions) == 1:
            return directions.pop()
        return None if self.aim is None else self.aim.direction

    @property
    def serves(self) -> tuple[str, ...]:
        """Ids of the goals that this one serves."""
        return tuple(relation.to for relation in self.relations if relation.kind is RelationKind.SERVES)

    def progress(self, observations: Iterable[Observation], *, on: date, start: date | None = None) -> GoalProgress:
        """Judge what was recorded up to a day, counted from the start of the time frame where there is one.

        Args:
            observations: Entries in any order. Those that name another goal are left out; a goal
                without an id takes all. Where the goal has several
                targets, each entry names the key of its target.
            on: The day of asking.
            start: First day that counts; that of the time frame when None.

        Returns:
            Progress of each target; unknown entries never count.

        Raises:
            FieldError: An entry names no target of the goal, or does not fit it.
            FieldTypeError: `on` is no calendar day, or the entries are no observations.
        """
        groups: dict[str | None, list[Observation]] = {target.key: [] for target in self.targets}
        _checks.check_day(on, "on")
        for entry in all_observations(observations):
            if self.targets and (entry.goal is None or self.id is None or entry.goal == self.id):
                groups[self.target_of(entry).key].append(entry)
        first = self.time_frame.start if start is None else start
        return GoalProgress(
            targets=tuple(target.progress(groups[target.key], on=on, start=first) for target in self.targets),
            needed=self.needed,
        )

    def target_of(self, entry: Observation) -> Target:
        """The target that an entry is about: the one whose key it names, or the only one where it names none.

        Raises:
            FieldError: It names no target of the goal, or the goal has none.
        """
        if len(self.targets) == 1 and entry.target is None:
            return self.targets[0]
        for target in self.targets:
            if target.key is not None and target.key == entry.target:
                return target
        known = ", ".join(sorted(target.key for target in self.targets if target.key is not None)) or "none has a key"
        raise FieldError("Observation.target", f"must be one of the keys of the goal: {known}", entry.target)

    def __str__(self) -> str:
        return self.statement.text


@short_repr
@attrs.frozen
class ProcessGoal(Goal):
    """What a person does: acts, practice, attendance, exploring; it may serve an outcome.

    Attributes:
        plan: The moment that sets it off and the act that follows, as an if-then plan.
    """

    kind: ClassVar[Kind] = Kind.PROCESS

    plan: IfThenPlan | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(IfThenPlan)))


@short_repr
@attrs.frozen
class OutcomeGoal(Goal):
    """What changes: a state, a symptom, a score, an event; its targets may know a baseline.

    Attributes:
        sign: What the person or others would notice first.
    """

    kind: ClassVar[Kind] = Kind.OUTCOME

    sign: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text()))
