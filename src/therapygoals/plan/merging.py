"""Putting the entries of two journals together that grew apart, and telling what does not add up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum, unique
from itertools import chain
from operator import itemgetter

import attrs

from therapygoals.errors import EventError
from therapygoals.goals._words import short_repr
from therapygoals.plan._fold import Fold, Meant, alike, measures, told
from therapygoals.plan.entries import Entry, happened, in_order, recorded, voided
from therapygoals.plan.events import (
    ConcernSettled,
    Event,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    Observed,
    OutlineChanged,
    Voided,
)
from therapygoals.plan.treatment import Version

__all__ = ["Conflict", "ConflictKind", "put_together"]


@unique
class ConflictKind(StrEnum):
    """Why two journals do not simply add up."""

    SAME_ID = "same_id"
    """Two events that differ have one id; the event of the journal that is merged in was set aside."""
    REFUSED = "refused"
    """An event does not fit what the other journal tells, or rests on one that was set aside; it was set aside too."""
    BOTH_CHANGED = "both_changed"
    """Both reshaped one goal, or the outline, since they grew apart; all is kept, and what came later is in force."""
    REJUDGED = "rejudged"
    """What one recorded is judged by a version that it did not know, for the other had reshaped the goal by then; all
    is kept."""


@short_repr
@attrs.frozen(kw_only=True)
class Conflict:
    """Something that two people have to look at when journals are merged.

    Attributes:
        kind: What does not add up.
        ours: The event of the journal that was merged into; None with `refused`.
        theirs: The event of the other one; with `refused` the one that was set aside, whichever journal it came from.
        rule: What must hold, without a person's words; where the event rests on another one, it names that one.
    """

    kind: ConflictKind
    ours: Event | None
    theirs: Event
    rule: str


def put_together(ours: Iterable[Entry], theirs: Iterable[Entry]) -> tuple[list[Entry], list[Conflict]]:
    """The entries of both that fit together, in the order of recording, and what a person has to look at.

    An event rests on those that it needs: the goals that it names were put forward by them, or it voids or settles
    them. What rests on an event that was set aside is set aside with it, and never taken to be about another one.
    """
    mine, yours = _Side.of(ours), _Side.of(theirs)
    both, conflicts = _told_apart(mine, yours)
    kept, held, refused = _fitting(both, (mine, yours))
    conflicts += refused
    conflicts += _both_changed(mine, yours, kept)
    conflicts += _rejudged(mine, yours, kept, held)
    conflicts += _untold(mine, yours, kept, {one.ours for one in conflicts} | {one.theirs for one in conflicts})
    return sorted(kept, key=recorded), conflicts


@attrs.frozen
class _Side:
    """One of the two journals.

    Attributes:
        entries: By the id of the event, each after those that it rests on.
        rests: For each event, the ids of those that it rests on.
        held: What its answers were given to, and its entries are held against.
        newest: The version that was the newest when an answer was given.
    """

    entries: Mapping[str, Entry]
    rests: Mapping[str, frozenset[str]]
    held: Meant
    newest: Mapping[str, Version]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> _Side:
        entries = sorted(entries, key=_with_voids_last)
        gone = voided(entries)
        proposed: dict[str, str] = {}
        rests: dict[str, frozenset[str]] = {}
        for entry in entries:
            event = entry.event
            if not isinstance(event, GoalProposed):
                goals = (*event.about, *_linked(event))
            else:
                goals = tuple(_linked(event))
                if event.about[0] not in proposed or event.id not in gone:
                    proposed[event.about[0]] = event.id
            rests[event.id] = frozenset((*(proposed[goal] for goal in goals if goal in proposed), *_meant(event)))
        fold = Fold.of(in_order(entries), strict=False)
        return cls({entry.event.id: entry for entry in entries}, rests, fold.held, fold.newest)


def _with_voids_last(entry: Entry) -> tuple[bool, tuple[date, datetime, int, str]]:
    """The order of what happened, so that each event comes after all that it rests on."""
    return isinstance(entry.event, Voided), happened(entry)


def _linked(event: Event) -> Iterable[str]:
    """Ids of the goals that an event names beside the one that it is about."""
    match event:
        case GoalProposed() | GoalRevised():
            return (link.to for link in event.goal.relations)
        case GoalMoved():
            return event.successors
        case OutlineChanged():
            return event.outline.goals
        case _:
            return ()


def _meant(event: Event) -> tuple[str, ...]:
    """Id of the event that an event is about."""
    match event:
        case Voided():
            return (event.event,)
        case ConcernSettled():
            return (event.concern,)
        case _:
            return ()


def _told_apart(mine: _Side, yours: _Side) -> tuple[list[Entry], list[Conflict]]:
    """All entries, each once, without those of theirs whose id another event of ours has, and what rests on them."""
    conflicts = list[Conflict]()
    gone: dict[str, Event] = {}
    both = dict(mine.entries)
    for key, entry in yours.entries.items():
        ours = mine.entries.get(key)
        if ours is not None and ours.event != entry.event:
            gone[key] = entry.event
            conflicts.append(
                Conflict(kind=ConflictKind.SAME_ID, ours=ours.event, theirs=entry.event, rule="must not share an id")
            )
        elif ours is not None:
            both[key] = min(entry, ours, key=recorded)  # it may have two numbers by now
        elif lost := yours.rests[key] & gone.keys():
            gone[key] = entry.event
            conflicts.append(_set_aside(entry.event, _resting(gone[min(lost)])))
        else:
            both[key] = entry
    return list(both.values()), conflicts


def _fitting(entries: list[Entry], sides: tuple[_Side, _Side]) -> tuple[list[Entry], Meant, list[Conflict]]:
    """The entries that fit together, what they are held against, and a conflict for each that does not fit."""
    without = voided(entries)
    meant = {**sides[1].held, **sides[0].held}
    for entry in entries:
        if isinstance(entry.event, GoalAnswered):
            meant[entry.event.id] = tuple(chain.from_iterable(side.held.get(entry.event.id, ()) for side in sides))
    fold, kept, refused = Fold(meant=meant), list[Entry](), list[Conflict]()
    aside, gone = dict[str, Event](), dict[str, Event]()  # the second with what was voided too
    for entry in sorted(entries, key=_with_voids_last):
        event = entry.event
        is_voided = event.id in without
        needed = aside if is_voided or isinstance(event, Voided) else gone
        lost = [side.rests[event.id] & needed.keys() for side in sides if event.id in side.rests]
        try:
            if all(lost):
                raise EventError(type(event).__name__, _resting(gone[min(lost[0])]))
            if not is_voided and not isinstance(event, Voided):
                fold.apply(event)
        except EventError as error:
            aside[event.id] = gone[event.id] = event
            refused.append(_set_aside(event, str(error)))
        else:
            kept.append(entry)
            if is_voided:
                gone[event.id] = event
    return kept, fold.held, refused


def _set_aside(event: Event, rule: str) -> Conflict:
    return Conflict(kind=ConflictKind.REFUSED, ours=None, theirs=event, rule=rule)


def _resting(lost: Event) -> str:
    return f"must not rest on what was set aside or voided {told(lost)}"


def _both_changed(mine: _Side, yours: _Side, kept: Iterable[Entry]) -> Iterator[Conflict]:
    """Goals that have a new version on both sides that the other side does not know; the outline likewise."""
    kept = tuple(kept)
    without = voided(kept)
    ours, theirs = dict[str | None, Event](), dict[str | None, Event]()
    for entry in kept:
        event = entry.event
        if isinstance(event, GoalRevised | OutlineChanged) and event.id not in without:
            for here, there in ((ours, yours), (theirs, mine)):
                if event.id not in there.entries:
                    here[event.goal.id if isinstance(event, GoalRevised) else None] = event
    rule = "must not be reshaped on both sides; what came later is in force"
    for goal in sorted(ours.keys() & theirs.keys(), key=str):
        yield Conflict(kind=ConflictKind.BOTH_CHANGED, ours=ours[goal], theirs=theirs[goal], rule=rule)


def _rejudged(mine: _Side, yours: _Side, kept: Iterable[Entry], held: Meant) -> Iterator[Conflict]:
    """For each version that now judges what one side had recorded without it, the first event of that side."""
    events = {entry.event.id: entry.event for entry in kept}
    found = set[str]()
    for key, versions in held.items():
        event, now = events[key], list(map(_measured, versions))
        was = [list(map(_measured, side.held[key])) for side in (mine, yours) if key in side.held]
        if isinstance(event, Observed) and now not in was:
            place = next(place for place, measured in enumerate(now) if measured != was[0][place])
            by = events[versions[place].event]
            if by.id not in found:
                found.add(by.id)
                ours, theirs = (by, event) if by.id in mine.entries else (event, by)
                yield Conflict(kind=ConflictKind.REJUDGED, ours=ours, theirs=theirs, rule=_REJUDGED)


def _untold(mine: _Side, yours: _Side, kept: list[Entry], known: set[Event | None]) -> Iterator[Conflict]:
    """Versions of one side that part a week the other had told, or come before a yes the other gave to the newest."""
    fold, events = Fold.of(in_order(kept), strict=False), {entry.event.id: entry.event for entry in kept}
    for here, there in ((mine, yours), (yours, mine)):
        alone = {key: events[key] for key in here.entries if key in events and key not in there.entries}
        lost = dict[str, Event]()
        theirs = _days_told(event for key, event in events.items() if key not in here.entries)
        for before, version, period in fold.parted(alone.keys()):
            days = theirs.get(before.goal.id, [])
            place = bisect_left(days, period.start, key=itemgetter(0))
            if place < len(days) and days[place][0] < version.since:
                lost[version.event] = days[place][1]
        for key, newest in fold.newest.items():
            is_older = not alike(fold.held[key][0].goal, newest.goal)
            if is_older and newest.event in alone and key in there.entries and _was_to_the_newest(key, there):
                lost.setdefault(newest.event, events[key])
        for key, event in lost.items():
            if events[key] not in known:
                pair = (events[key], event) if here is mine else (event, events[key])
                yield Conflict(kind=ConflictKind.REJUDGED, ours=pair[0], theirs=pair[1], rule=_REJUDGED)


def _days_told(events: Iterable[Event]) -> dict[str | None, list[tuple[date, Event]]]:
    """By goal, the days that something was recorded about, in their order, each with the event."""
    days = defaultdict[str | None, list[tuple[date, Event]]](list)
    for event in events:
        if isinstance(event, Observed):
            for seen in event.observations:
                days[seen.goal].append((seen.on, event))
    return {goal: sorted(told, key=itemgetter(0)) for goal, told in days.items()}


def _was_to_the_newest(answer: str, side: _Side) -> bool:
    return answer in side.newest and side.held[answer] == (side.newest[answer],)


_REJUDGED = "must not be judged by a version that it did not know; that version is in force, and all is kept"


def _measured(version: Version) -> object:
    return measures(version.goal)
