"""What a plan is on a day: its goals with their versions and states, and all that was said and recorded around them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Actor, Goal, GoalSet, Observation, Proposal, Roadblock, _checks
from therapygoals.goals._words import short_repr
from therapygoals.plan._words import plain
from therapygoals.plan.changes import FieldChange, changes
from therapygoals.plan.events import CheckedIn, ConcernRaised, GoalMoved, SetbackMet, Won
from therapygoals.plan.lifecycle import GoalState, Reason
from therapygoals.plan.outline import Outline

__all__ = ["PlannedGoal", "TreatmentPlan", "Version"]


@short_repr
@attrs.frozen(kw_only=True)
class Version:
    """A goal as it was worded and measured from one day on.

    Attributes:
        number: The first is 1.
        goal: The goal.
        since: The day from which it is in force.
        by: Who put it forward.
        event: Id of the event.
        reason: Why it was reshaped; None for the first.
        note: What they added.
    """

    number: int
    goal: Goal
    since: date
    by: Actor
    event: str
    reason: Reason | None = None
    note: str | None = None


@short_repr
@attrs.frozen(kw_only=True)
class PlannedGoal:
    """A goal of a plan on a day, with all that has happened to it.

    Attributes:
        id: Its id.
        state: Where it is in its life.
        since: The day on which it came there.
        versions: Every version, the oldest first; none is ever lost.
        proposal: What each side says to it.
        moves: Every move through its life.
        observations: What was recorded about it, in the order of the events.
        judged_by: For each observation, the number of the version that it is held against: the one that was in force on
            its day when it was recorded.
        roadblocks: What may get in the way: those of the newest version, and those named beside it.
        wins: What there was to be glad of.
        setbacks: What went backwards for a while.
    """

    id: str
    state: GoalState
    since: date
    versions: tuple[Version, ...]
    proposal: Proposal = attrs.field(repr=False)
    moves: tuple[GoalMoved, ...] = attrs.field(default=(), repr=False)
    observations: tuple[Observation, ...] = attrs.field(default=(), repr=False)
    judged_by: tuple[int, ...] = attrs.field(default=(), repr=False)
    roadblocks: tuple[Roadblock, ...] = ()
    wins: tuple[Won, ...] = ()
    setbacks: tuple[SetbackMet, ...] = ()

    @property
    def goal(self) -> Goal:
        """The newest version, agreed to by those who now say yes to it."""
        return self.proposal.goal

    @property
    def version(self) -> Version:
        """The newest version."""
        return self.versions[-1]

    @property
    def is_agreed(self) -> bool:
        """Whether both client and therapist now say yes to the newest version."""
        return self.proposal.is_agreed

    @property
    def reason(self) -> Reason | None:
        """Why it came into its state; None where nobody said."""
        return self.moves[-1].reason if self.moves else None

    @property
    def successors(self) -> tuple[str, ...]:
        """Ids of the goals that took over from it, in the order in which they were named."""
        return tuple(dict.fromkeys(key for move in self.moves for key in move.successors))

    def state_on(self, day: date) -> GoalState:
        """The state it was in at the end of a day; proposed for days before it.

        Raises:
            FieldTypeError: It is no calendar day.
        """
        _checks.check_day(day, "day")
        return next((move.to for move in reversed(self.moves) if move.on <= day), GoalState.PROPOSED)

    def version_on(self, day: date) -> Version:
        """The version in force at the end of a day; the first one for days before it.

        Raises:
            FieldTypeError: It is no calendar day.
        """
        _checks.check_day(day, "day")
        return next((version for version in reversed(self.versions) if version.since <= day), self.versions[0])

    def diff(self, older: int, newer: int) -> tuple[FieldChange, ...]:
        """What changed from one version to another, field by field.

        Args:
            older: Number of a version; the first is 1.
            newer: Number of a version.

        Raises:
            UnknownNameError: There is no such version.
        """
        return changes(self._numbered(older), self._numbered(newer))

    def _numbered(self, number: int) -> Goal:
        for version in self.versions:
            if version.number == number:
                return version.goal
        raise UnknownNameError("version", f"must be a number from 1 to {len(self.versions)}", number)

    @property
    def holds(self) -> tuple[tuple[date, date | None], ...]:
        """The stretches in which it was on hold, half open; the end is None while it still is."""
        found: list[tuple[date, date | None]] = []
        for move in self.moves:
            if found and found[-1][1] is None:
                found[-1] = found[-1][0], move.on
            if move.to is GoalState.ON_HOLD:
                found.append((move.on, None))
        return tuple(stretch for stretch in found if stretch[0] != stretch[1])

    def was_held(self, day: date) -> bool:
        """Whether it was on hold on a day.

        Raises:
            FieldTypeError: It is no calendar day.
        """
        _checks.check_day(day, "day")
        return any(start <= day and (end is None or day < end) for start, end in self.holds)

    def __str__(self) -> str:
        return f"{self.goal} ({plain(self.state)} since {self.since})"


@short_repr
@attrs.frozen(kw_only=True)
class TreatmentPlan:
    """A plan as it is on a day: the fold of what happened up to then.

    Attributes:
        on: That day; None for all that the journal holds.
        outline: Vision, issues, strategies, completion and cadence.
        goals: The goals in the order in which they were put forward.
        check_ins: Every look at the plan.
        wins: What there was to be glad of.
        setbacks: What went backwards for a while.
        concerns: What feels off to somebody and is not settled.
        begun: Day of the first event; None for an empty plan.
        newest: Day of the last event; None for an empty plan.
        sessions: Keys of the therapy sessions, in their order.
        session_days: The day on which each of them was held, as far as events tell: that of the first.
    """

    on: date | None = None
    outline: Outline = attrs.field(factory=Outline)
    goals: tuple[PlannedGoal, ...] = ()
    check_ins: tuple[CheckedIn, ...] = attrs.field(default=(), repr=False)
    wins: tuple[Won, ...] = ()
    setbacks: tuple[SetbackMet, ...] = ()
    concerns: tuple[ConcernRaised, ...] = ()
    begun: date | None = None
    newest: date | None = attrs.field(default=None, repr=False)
    sessions: tuple[str, ...] = attrs.field(default=(), repr=False)
    session_days: tuple[date, ...] = attrs.field(default=(), repr=False)

    def __iter__(self) -> Iterator[PlannedGoal]:
        return iter(self.goals)

    def __len__(self) -> int:
        return len(self.goals)

    def __contains__(self, key: object) -> bool:
        return any(planned.id == key for planned in self.goals)

    def __getitem__(self, key: str) -> PlannedGoal:
        """The goal with that id.

        Raises:
            UnknownNameError: There is no such goal; the error lists the ids there are.
        """
        for planned in self.goals:
            if planned.id == key:
                return planned
        known = ", ".join(planned.id for planned in self.goals) or "it has no goals"
        raise UnknownNameError("TreatmentPlan id", f"must be one of: {known}", key)

    def in_state(self, *states: GoalState) -> tuple[PlannedGoal, ...]:
        """The goals in any of the states."""
        return tuple(planned for planned in self.goals if planned.state in states)

    @property
    def open_goals(self) -> tuple[PlannedGoal, ...]:
        """The goals for which anything is still to come."""
        return tuple(planned for planned in self.goals if planned.state.is_open)

    @property
    def goal_set(self) -> GoalSet:
        """The newest version of every goal, with their relations."""
        return GoalSet(tuple(planned.goal for planned in self.goals))
