"""The journal: everything that happened to a plan, in the order in which it was recorded; nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import date, datetime

import attrs

from therapygoals.errors import EventError, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Actor, _checks
from therapygoals.goals._words import counted
from therapygoals.plan._fold import Fold, told
from therapygoals.plan.entries import Entry, happened, in_order, recorded
from therapygoals.plan.events import (
    EVENTS,
    CheckedIn,
    Event,
    GoalAnswered,
    GoalProposed,
    GoalRevised,
    Observed,
    OutlineChanged,
    RoadblockNamed,
    SetbackMet,
    Voided,
    Won,
)
from therapygoals.plan.merging import Conflict, put_together
from therapygoals.plan.treatment import TreatmentPlan

__all__ = ["Journal", "Merge"]


@attrs.frozen
class Merge:
    """What came of merging two journals.

    Attributes:
        journal: Everything of both that fits together.
        conflicts: What a person has to look at; empty where all adds up. Events that were set aside are here.
    """

    journal: Journal
    conflicts: tuple[Conflict, ...] = ()


_LEAVES = (GoalAnswered, Observed, CheckedIn, Won, SetbackMet, RoadblockNamed, OutlineChanged)
"""Events on which no other can rest, so that one of them can be voided without a look at the others."""


@attrs.define
class _Known:
    """What is known at the end of a journal, so that recording need not look at all the past.

    Attributes:
        number: The largest number.
        events: The events by id.
        latest: The latest time that was recorded of each day.
        fold: The plan at the end, for what comes next; leaves that were voided may still be in it.
    """

    number: int
    events: dict[str, Event]
    latest: dict[date, datetime]
    fold: Fold

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> tuple[_Known, list[FieldError]]:
        """What is known at the end of entries, and all that keeps them from being a journal."""
        known, wrong = cls(0, {}, {}, Fold()), list[tuple[int, FieldError]]()
        fresh: list[tuple[int, Entry]] = []
        for place, entry in enumerate(entries):
            if place and recorded(entry) <= recorded(entries[place - 1]):
                rule = f"must be in the order of their numbers, after {entries[place - 1].number}"
                wrong.append((place, FieldError("Entry.number", rule, entry.number)))
            if (there := known.events.get(entry.event.id)) is not None:
                wrong.append((place, _taken(entry.event, there)))
            else:
                known.enter(entry)
                fresh.append((place, entry))
        gone = set[str]()
        for place, entry in fresh:
            if isinstance(entry.event, Voided):
                try:
                    _check_void(entry.event, known.events)
                    gone.add(entry.event.event)
                except EventError as error:
                    wrong.append((place, error))
        for place, entry in sorted(fresh, key=lambda one: happened(one[1])):
            if entry.event.id not in gone and not isinstance(entry.event, Voided):
                try:
                    known.fold.apply(entry.event)
                except EventError as error:
                    wrong.append((place, error))
        return known, [_in_place(place, error) for place, error in sorted(wrong, key=lambda one: one[0])]

    def enter(self, entry: Entry) -> None:
        """Take note of an entry, and leave the fold as it is."""
        event, at = entry.event, entry.event.at or entry.after
        self.number = max(self.number, entry.number)
        self.events[event.id] = event
        if at is not None:
            self.latest[event.on] = max(at, self.latest.get(event.on, at))

    def entry(self, event: Event) -> Entry | None:
        """The event with the place that it has when it is recorded now; None where it is there already.

        Raises:
            FieldError: Another event has its id.
        """
        if (there := self.events.get(event.id)) is not None:
            if there != event:
                raise _taken(event, there)
            return None
        if isinstance(event, Voided):
            _check_void(event, self.events)
        return Entry(self.number + 1, event, after=self.latest.get(event.on) if event.at is None else None)

    def is_last(self, event: Event) -> bool:
        """Whether an event comes after all that has happened, or takes nothing back that others could rest on."""
        if isinstance(event, Voided):
            return isinstance(self.events[event.event], _LEAVES)
        if event.on == self.fold.last and event.at is not None and event.on in self.latest:
            return event.at >= self.latest[event.on]
        return event.on >= self.fold.last

    def happen(self, entry: Entry) -> None:
        """Let an event happen that comes last; where it cannot, nothing is changed."""
        if not isinstance(entry.event, Voided):
            self.fold.apply(entry.event)
        self.enter(entry)

    def rebuilt(self, entries: Sequence[Entry], events: Sequence[Event]) -> tuple[_Known, list[Entry]]:
        """What is known with more events, some of which come late or void others; this one stays as it is.

        Args:
            entries: What was recorded so far.
            events: What is recorded now; all of it has to fit together.

        Returns:
            What is known, and the new entries.
        """
        known = _Known(self.number, dict(self.events), dict(self.latest), self.fold)
        fresh: list[Entry] = []
        for event in events:
            if (entry := known.entry(event)) is not None:
                known.enter(entry)
                fresh.append(entry)
        late = {entry.event.id for entry in fresh if isinstance(entry.event, GoalRevised)}
        try:
            known.fold = Fold.of(in_order((*entries, *fresh)), meant=self.fold.held, late=late)
        except EventError as error:
            raise _refusal(error, [entry.event for entry in fresh], self.fold.last) from None
        return known, fresh


def _refusal(error: EventError, events: Sequence[Event], newest: date) -> EventError:
    """Tell an error of a fold as one of the events that were to be recorded."""
    if any(error.rule.endswith(told(event)) for event in events):  # it does not fit the day it comes late for
        return EventError(error.field, f"{error.rule}; the newest is of {newest}", error.value)
    one = events[0]
    rule = f"must leave everything else that was recorded possible {told(one)}; {error}"
    if any(isinstance(event, GoalRevised) for event in events):
        rule = f"{rule}. Date a new version from today on, or void what stands against it and record it anew"
    return EventError(type(one).__name__, rule)


def _check_void(event: Voided, known: dict[str, Event]) -> None:
    """Refuse to void what is not there, what voids another event itself, and what had not happened yet."""
    gone = known.get(event.event)
    if gone is None:
        raise EventError("Voided.event", f"must be the id of an event of the journal {told(event)}", event.event)
    if isinstance(gone, Voided):
        rule = f"must be an event that voids nothing itself; record anew what was voided {told(event)}"
        raise EventError("Voided.event", rule, event.event)
    if event.on < gone.on:
        rule = f"must not lie before {gone.on}, the day of what it voids {told(event)}"
        raise EventError("Voided.on", rule, str(event.on))


def _taken(event: Event, there: Event) -> FieldError:
    """The error for an id that another event has."""
    return FieldError(f"{type(event).__name__}.id", f"must be new; another event of {there.on} has it", event.id)


def _in_place(place: int, error: FieldError) -> FieldError:
    """An error of an event as one of the journal that holds it."""
    owner, dot, field = error.field.partition(".")
    where = f"Journal.entries[{place}]{dot if owner == Entry.__name__ else '.event' + dot}{field}"
    return type(error)(where, error.rule, error.value)


@attrs.frozen(repr=False)
class Journal:
    """An append-only record of events; the plan of any day is folded from it.

    Every move gives a new journal and leaves the old one as it is. Events may be recorded late. What happened is
    ordered by day, and within a day by the times that are known: see `Entry`.

    Attributes:
        entries: The events with their places, in the order of recording.
        client: Pseudonym of the person whose journal it is; None where the caller keeps that elsewhere. Journals that
            name two people are never merged.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The entries are not in order, or an id occurs twice.
        EventError: An event cannot have happened so. All that is wrong is in the cause of the error, where there is
            more than the first.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Actor, OutcomeGoal, Party
        >>> from therapygoals.plan import GoalMoved, GoalProposed, GoalState, Journal
        >>> client, day = Actor(Party.CLIENT), date(2026, 1, 5)
        >>> calm = OutcomeGoal("feel calmer at dinner", id="calm")
        >>> journal = Journal().record(GoalProposed(id="e1", on=day, by=client, goal=calm))
        >>> begun = GoalMoved(id="e2", on=date(2026, 1, 12), by=client, goal="calm", to=GoalState.ACTIVE)
        >>> journal = journal.record(begun)
        >>> [str(planned) for planned in journal.plan()]
        ['feel calmer at dinner (active since 2026-01-12)']
        >>> [str(planned) for planned in journal.plan(on=day)]
        ['feel calmer at dinner (proposed since 2026-01-05)']
    """

    entries: tuple[Entry, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Entry))
    )
    client: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=200)))
    _hand: list[_Known] = attrs.field(init=False, eq=False, factory=list[_Known])
    """What is known at the end, until a following journal takes it over; then it is worked out anew when asked for."""

    def __attrs_post_init__(self) -> None:
        known, wrong = _Known.of(self.entries)
        if wrong:
            raise copy(wrong[0]) from (ExceptionGroup("all that is wrong", wrong) if wrong[1:] else None)
        self._hand.append(known)

    def __reduce__(self) -> tuple[Callable[..., Journal], tuple[tuple[Entry, ...], str | None]]:
        return _again, (self.entries, self.client)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order of recording, those that were voided too."""
        return tuple(entry.event for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Event]:
        return (entry.event for entry in self.entries)

    def __repr__(self) -> str:
        days = [entry.event.on for entry in self.entries]
        stretch = f", {min(days)} to {max(days)}" if days else ""
        return f"<Journal of {counted(len(days), 'event')}{stretch}>"

    def record(self, *events: Event, on: date | None = None) -> Journal:
        """Add events, all of them or none.

        Each has to fit what was recorded before it. From the first on that comes late, or voids a move or a version,
        those that are given together are looked at together: all of them have to fit in the end. So what rests on
        one another is best voided in one call.

        What was said or judged before stays so. A new version is refused where it comes before an entry that was
        judged by the version of then, and an answer never becomes one to another version.

        Args:
            events: What happened. One that is in the journal already, and equal, is left out.
            on: The day of recording; when given, no event may lie after it.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: Another event has that id.
            EventError: An event cannot have happened so, or lies after `on`. Where an event comes late and makes a
                later one impossible, the error names both with their days.
        """
        if on is not None:
            _checks.check_day(on, "on")
        for event in events:
            _check_event(event, on)
        known = self._take()
        following, number, fresh = known, known.number, list[Entry]()
        try:
            for place, event in enumerate(events):
                if (entry := known.entry(event)) is None:
                    continue
                if not known.is_last(event):
                    following, late = known.rebuilt((*self.entries, *fresh), events[place:])
                    fresh += late
                    break
                known.happen(entry)
                fresh.append(entry)
        finally:
            if known.number == number:  # nothing was added to it
                self._hand.append(known)
        return Journal._made((*self.entries, *fresh), following, self.client) if fresh else self

    def _take(self) -> _Known:
        """Take in hand what is known at the end; nobody else can have it at the same time."""
        try:
            return self._hand.pop()
        except IndexError:
            return _Known.of(self.entries)[0]

    @classmethod
    def _made(cls, entries: tuple[Entry, ...], known: _Known, client: str | None) -> Journal:
        """A journal whose entries are known to be in order and to fit."""
        journal = cls.__new__(cls)
        object.__setattr__(journal, "entries", entries)
        object.__setattr__(journal, "client", client)
        object.__setattr__(journal, "_hand", [known])
        return journal

    def plan(self, *, on: date | None = None) -> TreatmentPlan:
        """The plan of a day: what had happened up to then, without what was voided.

        Args:
            on: The day; all that the journal holds when None.
        """
        if on is not None:
            _checks.check_day(on, "on")
        return Fold.of(in_order(self.entries, on), strict=False).plan(on)

    def about(self, goal: str) -> tuple[Event, ...]:
        """The events about a goal in the order in which they happened, those that were voided too.

        Raises:
            FieldTypeError: It is no id.
            UnknownNameError: No such goal was ever put forward; the error lists those that were.
        """
        if not isinstance(goal, str):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("goal", "must be the id of a goal", type(goal).__name__)
        events = [entry.event for entry in sorted(self.entries, key=happened)]
        known = dict.fromkeys(key for event in events if isinstance(event, GoalProposed) for key in event.about)
        if goal not in known:
            raise UnknownNameError("goal", f"must be one that was put forward: {', '.join(known) or 'none was'}", goal)
        return tuple(event for event in events if goal in event.about)

    def said_by(self, actor: Actor) -> tuple[Event, ...]:
        """What somebody has said, in the order in which it happened, with what was voided.

        Raises:
            FieldTypeError: It is no `Actor`.
        """
        if not isinstance(actor, Actor):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("actor", "must be an Actor", type(actor).__name__)
        return tuple(entry.event for entry in sorted(self.entries, key=happened) if entry.event.by == actor)

    def merge(self, other: Journal) -> Merge:
        """Put two journals together that grew apart, such as one of an app and one of a clinic.

        Where nothing is in conflict, the order of merging makes no difference. What does not fit is set aside and
        reported, with all that rests on it; a person decides, and records what they decide.

        Args:
            other: The other journal.

        Raises:
            FieldTypeError: It is no journal.
            FieldError: It is the journal of another client.
        """
        if not isinstance(other, Journal):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("other", "must be a Journal", type(other).__name__)
        client = self.client or other.client
        if other.client not in (None, client):
            rule = f"must be that of the same person; this journal is that of {self.client!r}"
            raise FieldError("other.client", rule, other.client)
        entries, conflicts = put_together(self.entries, other.entries)
        return Merge(Journal(tuple(entries), client=client), tuple(conflicts))


def _again(entries: tuple[Entry, ...], client: str | None) -> Journal:
    return Journal(entries, client=client)


def _check_event(event: Event, on: date | None) -> None:
    if not isinstance(event, tuple(EVENTS.values())):  # callers may not check types
        raise FieldTypeError("event", "must be an event of a plan", type(event).__name__)
    if on is not None and event.on > on:
        raise EventError(f"{type(event).__name__}.on", f"must not lie after {on} (event {event.id!r})", str(event.on))
