"""What was recorded: seen, missed, excused and unknown are four things, and unknown never counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum, unique
from typing import TypedDict, Unpack, cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import Period
from therapygoals.goals.people import Actor

__all__ = ["Evidence", "Observation", "ObservationSource", "ObservationStatus"]


@unique
class ObservationStatus(StrEnum):
    """What is known about a day, a session or another stretch."""

    SEEN = "seen"
    """It was recorded: done, happened, or rated."""
    MISSED = "missed"
    """It was recorded as not done; that is data, not failing."""
    EXCUSED = "excused"
    """It did not apply: illness, holiday, a hold. It leaves every denominator."""
    UNKNOWN = "unknown"
    """Nothing was recorded. It never counts, just like a day without any entry."""


@unique
class Evidence(StrEnum):
    """What kind of evidence an observation is; how one feels and what one does are never merged silently."""

    ROUTINE = "routine"
    SKILL_USE = "skill_use"
    FEELING = "feeling"
    EVENT = "event"


@unique
class ObservationSource(StrEnum):
    """How an observation came in."""

    CHECKIN = "checkin"
    DIARY = "diary"
    INSTRUMENT = "instrument"
    IMPORT = "import"


def all_observations(entries: object) -> tuple[Observation, ...]:
    """The entries as a tuple, once all are known to be observations.

    Raises:
        FieldTypeError: They cannot be gone through, or one of them is something else.
    """
    if not isinstance(entries, Iterable):
        raise FieldTypeError("observations", "must be an iterable of Observation", type(entries).__name__)
    found: list[Observation] = []
    for entry in cast("Iterable[object]", entries):
        if not isinstance(entry, Observation):
            raise FieldTypeError("observations", "must hold only Observation", type(entry).__name__)
        found.append(entry)
    return tuple(found)


_COVERS = (Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR, Period.SESSION, Period.MEETING)


class Place(TypedDict, total=False):
    """Where an entry belongs, what it covers, and the person's words about it."""

    goal: str | None
    target: str | None
    session: str | None
    covers: Period
    note: str | None


@short_repr
@attrs.frozen
class Observation:
    """One entry about one target on one day.

    Attributes:
        on: The day it is about.
        value: Number in the unit of the target; only with status seen. None where it simply happened, once.
        status: Seen, missed, excused or unknown.
        covers: The stretch that the entry tells about: the calendar day, ISO week, month, quarter or year that holds
            `on`, or one therapy session or meeting.
        session: Key of the therapy session or meeting, where there is one.
        goal: Id of the goal, where entries of several goals stand together.
        target: Key of the target, where the goal has several.
        by: Who recorded it.
        evidence: What kind of evidence it is.
        source: How it came in.
        note: The person's words about it.

    Raises:
        FieldError: A value stands with a status other than seen, or is not finite.
    """

    on: date = attrs.field(validator=_checks.day)
    value: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    status: ObservationStatus = attrs.field(
        default=ObservationStatus.SEEN, kw_only=True, validator=_checks.a(ObservationStatus)
    )
    covers: Period = attrs.field(default=Period.DAY, kw_only=True, validator=_checks.one_of(Period, *_COVERS))
    session: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=200)))
    goal: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=200)))
    target: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=200)))
    by: Actor | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Actor)))
    evidence: Evidence | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Evidence)))
    source: ObservationSource | None = attrs.field(
        default=None, kw_only=True, validator=_checks.optional(_checks.a(ObservationSource))
    )
    note: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text()))

    def __attrs_post_init__(self) -> None:
        if self.value is not None and self.status is not ObservationStatus.SEEN:
            raise FieldError("Observation.value", f"must be None when the status is {self.status}", self.value)

    @classmethod
    def missed(cls, on: date, **place: Unpack[Place]) -> Observation:
        """Record that it was not done on a day; what else an entry holds may be given by name."""
        return cls(on, status=ObservationStatus.MISSED, **place)

    @classmethod
    def excused(cls, on: date, **place: Unpack[Place]) -> Observation:
        """Record that it did not apply on a day; what else an entry holds may be given by name."""
        return cls(on, status=ObservationStatus.EXCUSED, **place)

    @classmethod
    def unknown(cls, on: date, **place: Unpack[Place]) -> Observation:
        """Record that nothing is known about a day; what else an entry holds may be given by name."""
        return cls(on, status=ObservationStatus.UNKNOWN, **place)

    @property
    def count(self) -> float:
        """Occasions that the entry adds: its value, 1 where it was seen without one, 0 where it was not seen."""
        if self.status is not ObservationStatus.SEEN:
            return 0
        return 1 if self.value is None else self.value
