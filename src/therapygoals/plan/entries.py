"""Events with their places: in the order of recording, and in the order of what happened, which all the rest shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.plan.events import EVENTS, Event, Voided, fixed

__all__ = ["Entry", "happened", "in_order", "recorded", "voided"]


@attrs.frozen
class Entry:
    """An event with its place.

    What happened is ordered by day. Within a day, events with a time stand in the order of their times, and one without
    a time comes after all that had been recorded of its day when it was recorded itself. So events without times keep
    the order in which they were recorded. What is the same by then stands by number, and last by id, which only events
    of two journals that grew apart need. The place of an event never depends on what is recorded later, or merged in.

    Attributes:
        number: Larger than that of everything that was in the journal when the event was recorded. In two journals that
            grew apart the same number may stand for two events.
        event: What happened.
        after: With an event without a time only: the latest time that had been recorded of its day by then; None where
            none had been.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The number is less than 1; `after` stands with an event that has a time, or is no moment of its day.
    """

    number: int = attrs.field(validator=_checks.whole(low=1))
    event: Event = attrs.field(validator=_checks.a(*EVENTS.values()))
    after: datetime | None = attrs.field(
        default=None, kw_only=True, converter=fixed, validator=_checks.optional(_checks.a(datetime))
    )

    def __attrs_post_init__(self) -> None:
        if self.after is None:
            return
        if self.event.at is not None:
            raise FieldError("Entry.after", "goes with an event without a time of its own", self.after.isoformat())
        if self.after.utcoffset() is None or self.after.date() != self.event.on:
            rule = f"must be a moment of the day of the event ({self.event.on}), with a time zone"
            raise FieldError("Entry.after", rule, self.after.isoformat())


_BEGIN = datetime.min.replace(tzinfo=UTC)


def recorded(entry: Entry) -> tuple[int, str, datetime]:
    """Place in the order of recording."""
    return entry.number, entry.event.id, entry.after or _BEGIN


def happened(entry: Entry) -> tuple[date, datetime, int, str]:
    """Place in the order of what happened."""
    return entry.event.on, entry.event.at or entry.after or _BEGIN, entry.number, entry.event.id


def in_order(entries: Iterable[Entry], on: date | None = None) -> Iterator[Event]:
    """What happened up to a day, in its order, without what was voided at any time."""
    entries = tuple(entries)
    gone = voided(entries)
    for entry in sorted(entries, key=happened):
        event = entry.event
        if event.id not in gone and not isinstance(event, Voided) and (on is None or event.on <= on):
            yield event


def voided(entries: Iterable[Entry]) -> set[str]:
    """Ids of the events that count no longer."""
    return {entry.event.event for entry in entries if isinstance(entry.event, Voided)}
