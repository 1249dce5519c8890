"""Folding events to a plan: one pass in the order of their days, which refuses what cannot have happened so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import Any, ClassVar, TypeAlias

import attrs

from therapygoals.errors import EventError, FieldError
from therapygoals.goals import (
    Agreement,
    CountTarget,
    Decision,
    FrequencyTarget,
    Goal,
    Observation,
    Period,
    PeriodCount,
    Proposal,
    Roadblock,
    count_by_period,
)
from therapygoals.goals.relations import ONE_WAY
from therapygoals.plan import events
from therapygoals.plan._ways import Ways
from therapygoals.plan.answers import Answer
from therapygoals.plan.events import Event
from therapygoals.plan.lifecycle import MOVES, GoalState
from therapygoals.plan.outline import Outline
from therapygoals.plan.questions import check_answer
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan, Version

__all__ = ["Fold", "Meant", "alike", "measures", "told"]

Meant: TypeAlias = Mapping[str, tuple[Version, ...]]
"""By the id of an event, the versions that its entries are held against; for an answer, those it may be given to."""


@attrs.define
class _Line:
    """A goal while it is folded."""

    versions: list[Version]
    state: GoalState = GoalState.PROPOSED
    since: date = date.min
    decisions: list[Agreement] = attrs.field(factory=list[Agreement])
    moves: list[events.GoalMoved] = attrs.field(factory=list[events.GoalMoved])
    observations: list[Observation] = attrs.field(factory=list[Observation])
    judged_by: list[int] = attrs.field(factory=list[int])
    named: dict[str, Roadblock] = attrs.field(factory=dict[str, Roadblock])
    wins: list[events.Won] = attrs.field(factory=list[events.Won])
    setbacks: list[events.SetbackMet] = attrs.field(factory=list[events.SetbackMet])

    def in_force(self, day: date) -> Version:
        for version in reversed(self.versions):
            if version.since <= day:
                return version
        return self.versions[0]

    def planned(self, key: str) -> PlannedGoal:
        roadblocks = {block.text: block for block in self.versions[-1].goal.roadblocks} | self.named
        return PlannedGoal(
            id=key,
            state=self.state,
            since=self.since,
            versions=tuple(self.versions),
            proposal=Proposal(self.versions[0].goal, self.decisions),
            moves=tuple(self.moves),
            observations=tuple(self.observations),
            judged_by=tuple(self.judged_by),
            roadblocks=tuple(roadblocks.values()),
            wins=tuple(self.wins),
            setbacks=tuple(self.setbacks),
        )


class Fold:
    """A plan in the making; events come in the order in which they happened.

    Attributes:
        last: Day of the newest event; the first day there is before any.
        held: What each answer was given to and each entry is held against.
        newest: For each answer, the version that was the newest when it was given.
    """

    def __init__(self, *, strict: bool = True, meant: Meant | None = None, late: Set[str] = frozenset()) -> None:
        self._strict = strict
        self._meant = meant or {}
        self._late = late
        self.last = date.min
        self.held: dict[str, tuple[Version, ...]] = {}
        self.newest: dict[str, Version] = {}
        self._begun: date | None = None
        self._goals: dict[str, _Line] = {}
        self._outline = Outline()
        self._check_ins: list[events.CheckedIn] = []
        self._wins: list[events.Won] = []
        self._setbacks: list[events.SetbackMet] = []
        self._concerns: dict[str, events.ConcernRaised] = {}
        self._sessions: dict[str, date] = {}
        self._links = tuple((kinds, Ways()) for kinds in ONE_WAY)
        self._routes = Ways()

    @classmethod
    def of(
        cls, happened: Iterable[Event], *, strict: bool = True, meant: Meant | None = None, late: Set[str] = frozenset()
    ) -> Fold:
        """Fold events that come in order.

        Args:
            happened: The events.
            strict: Whether to look at what was recorded, and at its goals; once is enough.
            meant: What answers were given to, which must not change, and what entries were held against so far.
            late: Ids of the versions that come late: what entries are held against, and what was told of a period that
                is over, must not change by them.
        """
        fold = cls(strict=strict, meant=meant, late=late)
        for event in happened:
            fold.apply(event)
        if late:
            fold._check_periods(late)
        return fold

    def plan(self, on: date | None) -> TreatmentPlan:
        """The plan as it now is."""
        return TreatmentPlan(
            on=on,
            outline=self._outline,
            goals=tuple(line.planned(key) for key, line in self._goals.items()),
            check_ins=tuple(self._check_ins),
            wins=tuple(self._wins),
            setbacks=tuple(self._setbacks),
            concerns=tuple(self._concerns.values()),
            begun=self._begun,
            newest=None if self._begun is None else self.last,
            sessions=tuple(self._sessions),
            session_days=tuple(self._sessions.values()),
        )

    def apply(self, event: Event) -> None:
        """Let an event happen.

        Raises:
            EventError: It cannot have happened so; nothing is changed then.
        """
        for goal in event.about if self._strict else ():
            if goal not in self._goals and not isinstance(event, events.GoalProposed):
                rule = f"must be one of those put forward by then: {self._known()}"
                self._refuse(event, _naming(event, goal), rule, goal)
        self._happens[type(event)](self, event)
        self.last = event.on
        if self._begun is None:
            self._begun = event.on
        if event.session is not None:
            self._sessions.setdefault(event.session, event.on)

    def _known(self) -> str:
        return ", ".join(self._goals) or "there is none"

    def _refuse(self, event: Event, field: str, rule: str, value: object = None) -> None:
        raise EventError(f"{type(event).__name__}.{field}", f"{rule} {told(event)}", value)

    # What each event does

    def _propose(self, event: events.GoalProposed) -> None:
        key = _key(event.goal)
        if key in self._goals:
            self._refuse(event, "goal.id", "must be new; a goal that is there already is revised", key)
        self._check_links(event, event.goal)
        first = Version(number=1, goal=event.goal, since=event.on, by=event.by, event=event.id, note=event.note)
        self._goals[key] = _Line([first], since=event.on)

    def _answer(self, event: events.GoalAnswered) -> None:
        line = self._goals[event.goal]
        newest = len(line.versions)
        if (version := event.version or newest) > newest:
            self._refuse(event, "version", f"must be one that was there by then; the newest was {newest}", version)
        about = line.versions[version - 1]
        if (meant := self._meant.get(event.id)) and not any(alike(about.goal, one.goal) for one in meant):
            rule = f"must stay what it was said to; it would be about version {version} of {about.since}"
            self._refuse(event, "version", rule)
        if version < newest and line.versions[-1].event in self._late:
            rule = f"must stay said to the newest version; that would be the one of {line.versions[-1].since}"
            self._refuse(event, "version", rule)
        said = Agreement(by=event.by, decision=event.decision, on=event.on, version=version, note=event.note)
        line.decisions.append(said)
        self.held[event.id] = (about,)
        self.newest[event.id] = line.versions[-1]

    def _revise(self, event: events.GoalRevised) -> None:
        key = _key(event.goal)
        line = self._goals[key]
        if line.state.is_ended:
            rule = f"must be a goal that has not ended; it is {line.state} since {line.since}"
            self._refuse(event, "goal", rule, key)
        number = len(line.versions)
        if alike(event.goal, line.versions[-1].goal):
            rule = f"must differ from version {number}, or every yes to it would be lost for nothing; leave it as it is"
            self._refuse(event, "goal", rule, key)
        self._check_links(event, event.goal)
        said = Agreement(
            by=event.by, decision=Decision.CHANGE, on=event.on, version=number, note=event.note, goal=event.goal
        )
        line.decisions.append(said)
        line.versions.append(
            Version(
                number=number + 1,
                goal=event.goal,
                since=event.on,
                by=event.by,
                event=event.id,
                reason=event.reason,
                note=event.note,
            )
        )

    def _check_links(self, event: Event, goal: Goal) -> None:
        """Refuse relations that lead nowhere or in a circle."""
        key = _key(goal)
        for place, relation in enumerate(goal.relations):
            if relation.to not in self._goals:
                rule = f"must lead to one of those put forward by then: {self._known()}"
                self._refuse(event, f"goal.relations[{place}].to", rule, relation.to)
        before = [ways.told(key) for _, ways in self._links]
        for kinds, ways in self._links:
            links = (
                (key, link.to) if kinds[link.kind] else (link.to, key) for link in goal.relations if link.kind in kinds
            )
            if circle := ways.tell(key, links):
                for (_, other), was in zip(self._links, before, strict=True):
                    other.tell(key, was)
                self._refuse(event, "goal.relations", f"must not relate in a circle ({', '.join(kinds)})", circle)

    def _move(self, event: events.GoalMoved) -> None:
        line = self._goals[event.goal]
        if event.to not in MOVES[line.state]:
            ways = ", ".join(state for state in GoalState if state in MOVES[line.state]) or "nowhere"
            self._refuse(
                event,
                "to",
                f"must be where a goal can go that is {line.state} since {line.since}: {ways}",
                str(event.to),
            )
        for key in event.successors:
            if key not in self._goals:
                self._refuse(event, "successors", f"must be goals put forward by then: {self._known()}", key)
        if circle := self._routes.tell(event.goal, ((event.goal, key) for key in event.successors)):
            rule = "must not lead back in a circle; first take up again a goal that it leads to, or name other goals"
            self._refuse(event, "successors", rule, circle)
        line.state, line.since = event.to, event.on
        line.moves.append(event)

    def _observe(self, event: events.Observed) -> None:
        lines = [self._goals[seen.goal or ""] for seen in event.observations]
        versions = tuple([line.in_force(seen.on) for line, seen in zip(lines, event.observations, strict=True)])
        if self._strict:
            self._check_entries(event, lines, versions)
        for line, seen, version in zip(lines, event.observations, versions, strict=True):
            line.observations.append(seen)
            line.judged_by.append(version.number)
        self.held[event.id] = versions

    def _check_entries(self, event: events.Observed, lines: list[_Line], versions: tuple[Version, ...]) -> None:
        """Refuse entries that do not fit, or that would no longer be judged as they were."""
        meant = self._meant.get(event.id)
        for place, (line, seen, version) in enumerate(zip(lines, event.observations, versions, strict=True)):
            if line.state is GoalState.ENTERED_IN_ERROR:
                self._refuse(event, f"observations[{place}].goal", "must not be entered in error", seen.goal)
            if meant is not None and measures(version.goal) == measures(meant[place].goal):
                continue  # it was found to fit already
            if meant is not None and line.versions[version.number - 1].event in self._late:
                rule = f"must stay judged as it was when it was recorded, not by the version of {version.since}"
                self._refuse(event, f"observations[{place}]", rule)
            _fits(event, place, seen, version.goal)

    def _check_periods(self, late: Set[str]) -> None:
        """Refuse a late version from within a period that is over and that entries were held against as a whole."""
        for before, version, period in self.parted(late):
            rule = f"must not part {period.start} to {period.end}, which is over and was told by the version of"
            told = f"{rule} {before.since} (event {version.event!r} of {version.since})"
            raise EventError("GoalRevised.on", told, str(version.since))

    def parted(self, among: Set[str]) -> Iterator[tuple[Version, Version, PeriodCount]]:
        """Two versions in a row between which a period is parted that is over and that entries were told of before.

        Args:
            among: Ids of the events whose versions are looked at.
        """
        for line in self._goals.values():
            pairs = [pair for pair in pairwise(line.versions) if pair[1].event in among]
            entries = sorted(line.observations, key=_DAY) if pairs else []
            for before, version in pairs:
                if (period := _parted(before, version, entries, self.last)) is not None:
                    yield before, version, period

    def _check_in(self, event: events.CheckedIn) -> None:
        if self._strict:
            for place, answer in enumerate(event.answers):
                _suits(event, place, answer)
        self._check_ins.append(event)

    def _win(self, event: events.Won) -> None:
        self._wins.append(event)
        if event.goal is not None:
            self._goals[event.goal].wins.append(event)

    def _set_back(self, event: events.SetbackMet) -> None:
        self._setbacks.append(event)
        if event.goal is not None:
            self._goals[event.goal].setbacks.append(event)

    def _name_roadblock(self, event: events.RoadblockNamed) -> None:
        self._goals[event.goal].named[event.roadblock.text] = event.roadblock

    def _raise_concern(self, event: events.ConcernRaised) -> None:
        self._concerns[event.id] = event

    def _settle_concern(self, event: events.ConcernSettled) -> None:
        if event.concern not in self._concerns:
            open_ones = ", ".join(self._concerns) or "there is none"
            self._refuse(event, "concern", f"must be one that is open: {open_ones}", event.concern)
        del self._concerns[event.concern]

    def _change_outline(self, event: events.OutlineChanged) -> None:
        if lost := sorted(event.outline.goals - self._goals.keys()):
            self._refuse(event, "outline", f"must name goals put forward by then: {self._known()}", lost)
        self._outline = event.outline

    _happens: ClassVar[dict[type, Callable[[Fold, Any], None]]] = {
        events.GoalProposed: _propose,
        events.GoalAnswered: _answer,
        events.GoalRevised: _revise,
        events.GoalMoved: _move,
        events.Observed: _observe,
        events.CheckedIn: _check_in,
        events.Won: _win,
        events.SetbackMet: _set_back,
        events.RoadblockNamed: _name_roadblock,
        events.ConcernRaised: _raise_concern,
        events.ConcernSettled: _settle_concern,
        events.OutlineChanged: _change_outline,
    }
    """What each event does; one that voids another does it before the fold."""


def told(event: Event) -> str:
    """How an error names the event it is about."""
    return f"(event {event.id!r} of {event.on})"


def alike(one: Goal, other: Goal) -> bool:
    """Whether two versions say the same, whoever has agreed to them so far."""
    return one == other or _unsigned(one) == _unsigned(other)


def _unsigned(goal: Goal) -> Goal:
    if not goal.ownership.agreed_by:
        return goal
    return attrs.evolve(goal, ownership=attrs.evolve(goal.ownership, agreed_by=()))


def measures(goal: Goal) -> object:
    """What judges an entry."""
    return goal.targets, goal.needed, goal.time_frame.start


def _parted(before: Version, version: Version, entries: Sequence[Observation], last: date) -> PeriodCount | None:
    """The first period over by a day that holds entries under one version and the first day of the next, if any."""
    for target in before.goal.targets:
        if not isinstance(target, FrequencyTarget | CountTarget) or target.per in (None, *_OCCASIONS):
            continue
        if any(newer.continues(target) for newer in version.goal.targets):
            continue
        first = version.since.toordinal() - _LONGEST * _every(target)
        start = bisect_left(entries, date.fromordinal(max(first, 1)), key=_DAY)
        end = bisect_left(entries, version.since, key=_DAY)
        told = [seen for seen in entries[start:end] if seen.target == target.key]
        for count in count_by_period(told, target.per, on=last, start=before.since, every=_every(target)):
            if count.start < version.since <= count.end <= last and (count.seen or count.missed):
                return count
    return None


def _every(target: FrequencyTarget | CountTarget) -> int:
    return target.every if isinstance(target, FrequencyTarget) else 1


_OCCASIONS = (Period.SESSION, Period.MEETING)
_LONGEST = 366
"""Days of the longest period."""
_DAY = attrgetter("on")


def _naming(event: Event, goal: str) -> str:
    """The field of an event that names a goal."""
    match event:
        case events.Observed(observations=parts):
            field = "observations"
        case events.CheckedIn(answers=parts):
            field = "answers"
        case _:
            return "goal"
    return f"{field}[{[part.goal for part in parts].index(goal)}].goal"


def _key(goal: Goal) -> str:
    return goal.id or ""


def _suits(event: events.CheckedIn, place: int, answer: Answer) -> None:
    """Refuse an answer of another kind than its question asks for."""
    try:
        check_answer(answer)
    except FieldError as error:
        field = f"CheckedIn.answers[{place}].{error.field.partition('.')[2]}"
        raise EventError(field, f"{error.rule} {told(event)}", error.value) from None


def _fits(event: events.Observed, place: int, seen: Observation, goal: Goal) -> None:
    """Refuse an entry that does not fit the target in force on its day; without a target, any entry fits."""
    if not goal.targets:
        return
    try:
        goal.target_of(seen).value((seen,), on=seen.on)
    except FieldError as error:
        field = f"Observed.observations[{place}].{error.field.partition('.')[2]}"
        raise EventError(field, f"{error.rule} {told(event)}", error.value) from None
