"""The journal: everything that happened to a plan, in the order in which it was recorded; nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from enum import StrEnum, unique

import attrs

from therapygoals.errors import EventError, FieldError, FieldTypeError
from therapygoals.goals import Actor, _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._fold import Fold, told
from therapygoals.plan.events import EVENTS, ConcernSettled, Event, GoalRevised, OutlineChanged, Voided
from therapygoals.plan.treatment import TreatmentPlan

__all__ = ["Conflict", "ConflictKind", "Entry", "Journal", "Merge"]


@attrs.frozen
class Entry:
    """An event with its place in the order of recording.

    Attributes:
        number: Larger than that of everything that was in the journal when the event was recorded. In two journals that
            grew apart the same number may stand for two events.
        event: What happened.
    """

    number: int = attrs.field(validator=_checks.whole(low=1))
    event: Event = attrs.field(validator=_checks.a(*EVENTS.values()))


def _recorded(entry: Entry) -> tuple[int, str]:
    """Place in the order of recording."""
    return entry.number, entry.event.id


def _happened(entry: Entry) -> tuple[date, int, str]:
    """Place in the order of what happened: by day, and within a day as it was recorded."""
    return entry.event.on, entry.number, entry.event.id


@unique
class ConflictKind(StrEnum):
    """Why two journals do not simply add up."""

    SAME_ID = "same_id"
    """Two events that differ have one id; the event of the journal that is merged in was set aside."""
    REFUSED = "refused"
    """An event does not fit what the other journal tells; it was set aside."""
    BOTH_CHANGED = "both_changed"
    """Both reshaped one goal, or the outline, since they grew apart; all is kept, and what came later is in force."""


@short_repr
@attrs.frozen(kw_only=True)
class Conflict:
    """Something that two people have to look at when journals are merged.

    Attributes:
        kind: What does not add up.
        ours: The event of the journal that was merged into; None with `refused`.
        theirs: The event of the other one; with `refused` the one that was set aside, whichever journal it came from.
        rule: What must hold, without a person's words.
    """

    kind: ConflictKind
    ours: Event | None
    theirs: Event
    rule: str


@attrs.frozen
class Merge:
    """What came of merging two journals.

    Attributes:
        journal: Everything of both that fits together.
        conflicts: What a person has to look at; empty where all adds up. Events that were set aside are here.
    """

    journal: Journal
    conflicts: tuple[Conflict, ...] = ()


@attrs.define
class _Known:
    """What is known at the end of a journal, so that recording need not look at all the past."""

    number: int
    events: dict[str, Event]
    fold: Fold

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> _Known:
        entries = tuple(entries)
        known: dict[str, Event] = {}
        for entry in entries:
            if entry.event.id in known:
                raise FieldError("Journal.entries", "must have events with ids of their own", entry.event.id)
            known[entry.event.id] = entry.event
        for event in known.values():
            if isinstance(event, Voided):
                _check_void(event, known)
        number = max((entry.number for entry in entries), default=0)
        return cls(number, known, Fold.of(_in_order(entries)))

    def adding(self, entries: tuple[Entry, ...], entry: Entry) -> _Known:
        """What is known with one more event; itself, where the event comes last and was let happen."""
        event = entry.event
        if not isinstance(event, Voided) and event.on >= self.fold.last:
            self.fold.apply(event)
            self.number, self.events[event.id] = entry.number, event
            return self
        try:
            return _Known.of((*entries, entry))
        except EventError as error:
            this = told(event)
            if error.rule.endswith(this):  # it does not fit the day it comes late for
                raise EventError(error.field, f"{error.rule}; the newest is of {self.fold.last}", error.value) from None
            rule = f"must leave everything else that was recorded possible {this}; {error}"
            raise EventError(type(event).__name__, rule) from None


def _check_void(event: Voided, known: dict[str, Event]) -> None:
    voided = known.get(event.event)
    if voided is None or isinstance(voided, Voided):
        rule = f"must be one of the journal that voids nothing itself {told(event)}"
        raise EventError("Voided.event", rule, event.event)
    if event.on < voided.on:
        rule = f"must not lie before {voided.on}, the day of what it voids {told(event)}"
        raise EventError("Voided.on", rule)


def _in_order(entries: Iterable[Entry], on: date | None = None) -> Iterator[Event]:
    """What happened up to a day, in its order, without what was voided at any time."""
    entries = tuple(entries)
    voided = _voided(entries)
    for entry in sorted(entries, key=_happened):
        event = entry.event
        if event.id not in voided and not isinstance(event, Voided) and (on is None or event.on <= on):
            yield event


@attrs.frozen(repr=False)
class Journal:
    """An append-only record of events; the plan of any day is folded from it.

    Every move gives a new journal and leaves the old one as it is. Events may be recorded late: what happened is
    ordered by day, and within a day as it was recorded.

    Attributes:
        entries: The events with their places, in the order of recording.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The entries are not in order, or an id occurs twice.
        EventError: An event cannot have happened so.

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
    _hand: list[_Known] = attrs.field(init=False, eq=False, factory=list[_Known])
    """What is known at the end, until a following journal takes it over; then it is worked out anew when asked for."""

    def __attrs_post_init__(self) -> None:
        order = [_recorded(entry) for entry in self.entries]
        if order != sorted(set(order)):
            raise FieldError("Journal.entries", "must be in the order of their numbers")
        try:
            self._hand.append(_Known.of(self.entries))
        except EventError as error:
            place = [error.rule.endswith(told(event)) for event in self].index(True)
            rule = f"must fit everything else that was recorded; {error}"
            raise EventError(f"Journal.entries[{place}].event", rule) from None

    def __reduce__(self) -> tuple[type[Journal], tuple[tuple[Entry, ...]]]:
        return Journal, (self.entries,)

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
        """Add events, one after the other.

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
        journal = self
        for event in events:
            journal = journal._with(event, on)
        return journal

    def _with(self, event: Event, on: date | None) -> Journal:
        if not isinstance(event, tuple(EVENTS.values())):
            raise FieldTypeError("event", "must be an event of a plan", type(event).__name__)
        if on is not None and event.on > on:
            raise EventError(
                f"{type(event).__name__}.on", f"must not lie after {on} (event {event.id!r})", str(event.on)
            )
        known = self._take()
        following = known
        try:
            if (there := known.events.get(event.id)) is None:
                entry = Entry(known.number + 1, event)
                following = known.adding(self.entries, entry)
                return Journal._made((*self.entries, entry), following)
            if there != event:
                rule = f"must be new; another event of {there.on} has it"
                raise FieldError(f"{type(event).__name__}.id", rule, event.id)
            return self
        finally:
            if following is not known or len(known.events) == len(self.entries):
                self._hand.append(known)

    def _take(self) -> _Known:
        """Take in hand what is known at the end; nobody else can have it at the same time."""
        try:
            return self._hand.pop()
        except IndexError:
            return _Known.of(self.entries)

    @classmethod
    def _made(cls, entries: tuple[Entry, ...], known: _Known) -> Journal:
        """A journal whose entries are known to be in order and to fit."""
        journal = cls.__new__(cls)
        object.__setattr__(journal, "entries", entries)
        object.__setattr__(journal, "_hand", [known])
        return journal

    def plan(self, *, on: date | None = None) -> TreatmentPlan:
        """The plan of a day: what had happened up to then, without what was voided.

        Args:
            on: The day; all that the journal holds when None.
        """
        if on is not None:
            _checks.check_day(on, "on")
        return Fold.of(_in_order(self.entries, on), strict=False).plan(on)

    def about(self, goal: str) -> tuple[Event, ...]:
        """The events about a goal in the order in which they happened, those that were voided too."""
        return tuple(entry.event for entry in sorted(self.entries, key=_happened) if goal in entry.event.about)

    def said_by(self, actor: Actor) -> tuple[Event, ...]:
        """What somebody has said, in the order in which it happened, with what was voided."""
        return tuple(entry.event for entry in sorted(self.entries, key=_happened) if entry.event.by == actor)

    def merge(self, other: Journal) -> Merge:
        """Put two journals together that grew apart, such as one of an app and one of a clinic.

        Where nothing is in conflict, the order of merging makes no difference. What does not fit is set aside and
        reported; a person decides, and records what they decide.

        Args:
            other: The other journal.

        Raises:
            FieldTypeError: It is no journal.
        """
        if not isinstance(other, Journal):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("other", "must be a Journal", type(other).__name__)
        ours = {entry.event.id: entry for entry in self.entries}
        theirs = {entry.event.id: entry for entry in other.entries}
        clash = {key for key, entry in theirs.items() if key in ours and ours[key].event != entry.event}
        conflicts = [
            Conflict(kind=ConflictKind.SAME_ID, ours=ours[key].event, theirs=theirs[key].event, rule=_SAME_ID)
            for key in sorted(clash)
        ]
        both = dict(ours)
        for key, entry in theirs.items():
            if key not in clash and _meant(entry.event) not in clash:
                both[key] = min(entry, both.get(key, entry), key=_recorded)  # it may have two numbers by now
            elif key not in ours:
                conflicts.append(Conflict(kind=ConflictKind.REFUSED, ours=None, theirs=entry.event, rule=_OTHERS))
        kept, refused = _fitting(both.values())
        conflicts += refused
        conflicts += _both_changed(ours.keys(), theirs.keys(), kept)
        return Merge(Journal(tuple(sorted(kept, key=_recorded))), tuple(conflicts))


_SAME_ID = "must not share an id"
_OTHERS = "must not be about an event that was set aside"


def _meant(event: Event) -> str | None:
    """Id of the event that an event is about."""
    match event:
        case Voided():
            return event.event
        case ConcernSettled():
            return event.concern
        case _:
            return None


def _fitting(entries: Iterable[Entry]) -> tuple[list[Entry], list[Conflict]]:
    """The entries that fit together, taken in the order of what happened, and a conflict for each that does not."""
    entries = sorted(entries, key=_happened)
    voided = _voided(entries)
    fold, kept, refused = Fold(), list[Entry](), list[Conflict]()
    for entry in entries:
        event = entry.event
        try:
            if event.id not in voided and not isinstance(event, Voided):
                fold.apply(event)
        except EventError as error:
            refused.append(Conflict(kind=ConflictKind.REFUSED, ours=None, theirs=event, rule=str(error)))
        else:
            kept.append(entry)
    return kept, refused


def _both_changed(ours: Container[str], theirs: Container[str], kept: list[Entry]) -> Iterator[Conflict]:
    """Goals that have a new version on both sides that the other side does not know; the outline likewise."""
    voided = _voided(kept)
    mine, yours = dict[str | None, Event](), dict[str | None, Event]()
    for entry in kept:
        event = entry.event
        if isinstance(event, GoalRevised | OutlineChanged) and event.id not in voided:
            if event.id not in theirs:
                mine[event.goal.id if isinstance(event, GoalRevised) else None] = event
            if event.id not in ours:
                yours[event.goal.id if isinstance(event, GoalRevised) else None] = event
    rule = "must not be reshaped on both sides; what came later is in force"
    for goal in sorted(mine.keys() & yours.keys(), key=str):
        yield Conflict(kind=ConflictKind.BOTH_CHANGED, ours=mine[goal], theirs=yours[goal], rule=rule)


def _voided(entries: Iterable[Entry]) -> set[str]:
    """Ids of the events that count no longer."""
    return {entry.event.event for entry in entries if isinstance(entry.event, Voided)}
