"""The events of a plan: each says what happened, on which day, and who says so; none is ever changed or deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import TypeAlias

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Actor, Decision, Goal, Observation, OutcomeGoal, ProcessGoal, Roadblock, _checks
from therapygoals.goals._words import short_repr
from therapygoals.plan.answers import Answer, Formality, WinKind
from therapygoals.plan.lifecycle import REASONS, REVISION_REASONS, GoalState, Reason
from therapygoals.plan.outline import Outline

__all__ = [
    "EVENTS",
    "BaseEvent",
    "CheckedIn",
    "ConcernRaised",
    "ConcernSettled",
    "Event",
    "GoalAnswered",
    "GoalMoved",
    "GoalProposed",
    "GoalRevised",
    "Observed",
    "OutlineChanged",
    "RoadblockNamed",
    "SetbackMet",
    "Voided",
    "Won",
]

_ID = _checks.text(most=200)


def fixed(at: datetime | None) -> datetime | None:
    """Keep a moment as an instant with its distance from UTC; one in the hour that a clock repeats has two readings."""
    if isinstance(at, datetime) and (offset := at.utcoffset()) is not None:
        return at.replace(tzinfo=timezone(offset), fold=0)
    return at


@short_repr
@attrs.frozen(kw_only=True)
class BaseEvent:
    """What every event has.

    Attributes:
        id: Key of the event, given by the caller; no two of a journal have the same.
        on: The day on which it happened.
        by: Who says so, by role and pseudonym.
        at: The moment, where it is known; with a time zone, on that day in that zone. What is kept of the zone is its
            distance from UTC at that moment, so that an hour which a clock repeats or leaves out stays the one meant.
        session: Key of the therapy session it belongs to.
        note: Whatever else was said, in their words.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A text is blank or too long, or the moment has no time zone or lies on another day.
    """

    id: str = attrs.field(validator=_ID)
    on: date = attrs.field(validator=_checks.day)
    by: Actor = attrs.field(validator=_checks.a(Actor))
    at: datetime | None = attrs.field(default=None, converter=fixed, validator=_checks.optional(_checks.a(datetime)))
    session: str | None = attrs.field(default=None, validator=_checks.optional(_ID))
    note: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))

    def __attrs_post_init__(self) -> None:
        if self.at is None:
            return
        field = f"{type(self).__name__}.at"
        if self.at.utcoffset() is None:
            raise FieldError(field, "must have a time zone", self.at.isoformat())
        if self.at.date() != self.on:
            raise FieldError(field, f"must lie on the day of the event ({self.on})", self.at.isoformat())

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of the goals that it is about; none where it is about the plan as a whole."""
        match getattr(self, "goal", None):
            case str(key) | Goal(id=str(key)):
                return (key,)
            case _:
                return ()


def _with_id(instance: object, attribute: attrs.Attribute[Goal], value: Goal) -> None:
    _checks.a(ProcessGoal, OutcomeGoal)(instance, attribute, value)
    if value.id is None:
        raise FieldError(f"{_checks.field_name(instance, attribute)}.id", "must be given, so that events can name it")


@short_repr
@attrs.frozen(kw_only=True)
class GoalProposed(BaseEvent):
    """A goal was put forward: version 1 of it.

    Attributes:
        goal: The goal, with an id that no other goal of the journal has.
    """

    goal: Goal = attrs.field(validator=_with_id)


@short_repr
@attrs.frozen(kw_only=True)
class GoalAnswered(BaseEvent):
    """Somebody said yes or no to a goal, or took their yes back. To differ is no error.

    Attributes:
        goal: Id of the goal.
        decision: Accept, decline or withdraw; a change is a `GoalRevised`.
        version: The version they had before them; the newest of that day when None.
    """

    goal: str = attrs.field(validator=_ID)
    decision: Decision = attrs.field(
        validator=_checks.one_of(Decision, Decision.ACCEPT, Decision.DECLINE, Decision.WITHDRAW)
    )
    version: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))


@short_repr
@attrs.frozen(kw_only=True)
class GoalRevised(BaseEvent):
    """A goal was reshaped: a new version from that day on. What was recorded before is judged as it was.

    Attributes:
        goal: The goal as it is now, under the same id.
        reason: Why; one of `REVISION_REASONS`.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The reason is one for a pause or an end.
    """

    goal: Goal = attrs.field(validator=_with_id)
    reason: Reason | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Reason)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.reason is not None and self.reason not in REVISION_REASONS:
            told = ", ".join(reason for reason in Reason if reason in REVISION_REASONS)
            rule = f"must be one to reshape a goal; a pause or an end is a GoalMoved. To reshape: {told}"
            raise FieldError("GoalRevised.reason", rule, str(self.reason))


@short_repr
@attrs.frozen(kw_only=True)
class GoalMoved(BaseEvent):
    """A goal went into another state of its life: begun, paused, taken up again, brought to an end, let go of.

    Attributes:
        goal: Id of the goal.
        to: The state it is in from that day on.
        reason: Why.
        until: With a pause only: the day on which to talk about it again. Nothing resumes by itself.
        successors: With an end only: ids of goals that take over, the next one or the new routes. A goal that is
            rerouted has at least one.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The reason does not lead to that state, `until` stands with something other than a pause or lies
            before it, successors stand with something other than an end, a goal is rerouted to nowhere, or is to
            succeed itself.
    """

    goal: str = attrs.field(validator=_ID)
    to: GoalState = attrs.field(validator=_checks.a(GoalState))
    reason: Reason | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Reason)))
    until: date | None = attrs.field(default=None, validator=_checks.optional(_checks.day))
    successors: tuple[str, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _ID)
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.reason is not None and self.to not in REASONS[self.reason]:
            told = ", ".join(state for state in GoalState if state in REASONS[self.reason])
            rule = f"must be one that can lead to {self.to}; this one leads to {told}"
            raise FieldError("GoalMoved.reason", rule, str(self.reason))
        if self.until is not None and (self.to is not GoalState.ON_HOLD or self.until < self.on):
            raise FieldError(
                "GoalMoved.until", f"goes with {GoalState.ON_HOLD}, and not before its day", str(self.until)
            )
        if self.goal in self.successors:
            raise FieldError("GoalMoved.successors", "must be other goals", self.goal)
        if self.successors and self.to not in _TAKEN_OVER:
            rule = f"go with an end ({', '.join(_TAKEN_OVER)}); end the goal, or leave them out"
            raise FieldError("GoalMoved.successors", rule, str(self.to))
        if self.reason is Reason.REROUTED and not self.successors:
            rule = f"must name what takes over from a goal that is {Reason.REROUTED}; name it, or give another reason"
            raise FieldError("GoalMoved.successors", rule)


_TAKEN_OVER = (GoalState.COMPLETED, GoalState.CANCELLED, GoalState.REJECTED)
"""Ends after which another goal can take over."""


@short_repr
@attrs.frozen(kw_only=True)
class Observed(BaseEvent):
    """Something was recorded about goals: done, missed, excused, or rated.

    Attributes:
        observations: What was recorded, each with the id of its goal; at least one.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: There is no observation, one names no goal, or is about a day that had not come.
    """

    observations: tuple[Observation, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Observation))
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.observations:
            raise FieldError("Observed.observations", "must hold at least one")
        for place, seen in enumerate(self.observations):
            if seen.goal is None:
                raise FieldError(f"Observed.observations[{place}].goal", "must be the id of the goal it is about")
            if seen.on > self.on:
                rule = f"must not lie after the day on which it was recorded ({self.on})"
                raise FieldError(f"Observed.observations[{place}].on", rule, str(seen.on))

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of the goals that something was recorded about."""
        return tuple(dict.fromkeys(seen.goal for seen in self.observations if seen.goal is not None))


@short_repr
@attrs.frozen(kw_only=True)
class CheckedIn(BaseEvent):
    """Two people looked at the plan together, in passing or in a review.

    Attributes:
        formality: In passing or with time set aside.
        answers: What was asked and answered.
        satisfaction: How satisfied the client is with the way things go, 0 to 10; 10 is most.
    """

    formality: Formality = attrs.field(default=Formality.INFORMAL, validator=_checks.a(Formality))
    answers: tuple[Answer, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Answer))
    )
    satisfaction: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0, high=10)))

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of the goals that an answer is about."""
        return tuple(dict.fromkeys(answer.goal for answer in self.answers if answer.goal is not None))


@short_repr
@attrs.frozen(kw_only=True)
class Won(BaseEvent):
    """Something to be glad of, small or large.

    Attributes:
        text: What it was, in the person's words.
        kind: What kind of thing it was.
        goal: Id of the goal it belongs to; None for none.
    """

    text: str = attrs.field(validator=_checks.text())
    kind: WinKind = attrs.field(default=WinKind.OTHER, validator=_checks.a(WinKind))
    goal: str | None = attrs.field(default=None, validator=_checks.optional(_ID))


@short_repr
@attrs.frozen(kw_only=True)
class SetbackMet(BaseEvent):
    """Something went backwards for a while; no progress is taken away by it.

    Attributes:
        text: What it was, in the person's words.
        goal: Id of the goal it belongs to; None for none.
    """

    text: str = attrs.field(validator=_checks.text())
    goal: str | None = attrs.field(default=None, validator=_checks.optional(_ID))


@short_repr
@attrs.frozen(kw_only=True)
class RoadblockNamed(BaseEvent):
    """Something that may get in the way was named, or looked at anew; it leaves the version of the goal as it is.

    Attributes:
        goal: Id of the goal.
        roadblock: What it is; it takes the place of one with the same text.
    """

    goal: str = attrs.field(validator=_ID)
    roadblock: Roadblock = attrs.field(validator=_checks.a(Roadblock))


@short_repr
@attrs.frozen(kw_only=True)
class ConcernRaised(BaseEvent):
    """Somebody said that something feels off, with a goal or with the work together; it stays open until settled.

    Attributes:
        text: What it is, in their words.
        goal: Id of the goal it is about; None for the work as a whole.
    """

    text: str = attrs.field(validator=_checks.text())
    goal: str | None = attrs.field(default=None, validator=_checks.optional(_ID))


@short_repr
@attrs.frozen(kw_only=True)
class ConcernSettled(BaseEvent):
    """What felt off was talked about and is settled.

    Attributes:
        concern: Id of the event that raised it.
    """

    concern: str = attrs.field(validator=_ID)


@short_repr
@attrs.frozen(kw_only=True)
class OutlineChanged(BaseEvent):
    """The plan around the goals was written or reshaped: vision, issues, strategies, completion, cadence.

    Attributes:
        outline: All of it as it is from that day on.
        reason: Why.
    """

    outline: Outline = attrs.field(validator=_checks.a(Outline))
    reason: Reason | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Reason)))


@short_repr
@attrs.frozen(kw_only=True)
class Voided(BaseEvent):
    """An event was entered in error: it counts no longer, and stays in the journal. This cannot be voided itself.

    Attributes:
        event: Id of that event.
    """

    event: str = attrs.field(validator=_ID)


Event: TypeAlias = (
    GoalProposed
    | GoalAnswered
    | GoalRevised
    | GoalMoved
    | Observed
    | CheckedIn
    | Won
    | SetbackMet
    | RoadblockNamed
    | ConcernRaised
    | ConcernSettled
    | OutlineChanged
    | Voided
)

EVENTS: Mapping[str, type[Event]] = {
    "goal-proposed": GoalProposed,
    "goal-answered": GoalAnswered,
    "goal-revised": GoalRevised,
    "goal-moved": GoalMoved,
    "observed": Observed,
    "checked-in": CheckedIn,
    "won": Won,
    "setback-met": SetbackMet,
    "roadblock-named": RoadblockNamed,
    "concern-raised": ConcernRaised,
    "concern-settled": ConcernSettled,
    "outline-changed": OutlineChanged,
    "voided": Voided,
}
"""The events by the word that tells them apart in JSON."""
