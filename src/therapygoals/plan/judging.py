"""Progress over a journal: what was recorded is judged by the target in force on its day, and stays judged so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    CountTarget,
    Decision,
    Direction,
    FrequencyTarget,
    GoalProgress,
    Observation,
    ObservationStatus,
    Party,
    Period,
    PeriodCount,
    Progress,
    Proposal,
    Target,
    _checks,
    count_by_period,
)
from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.periods import days_told
from therapygoals.plan.lifecycle import GoalState
from therapygoals.plan.treatment import PlannedGoal, Version

__all__ = ["LeftOut", "NotCounted", "SplitPeriod", "Standing", "Stretch", "judge"]


@unique
class NotCounted(StrEnum):
    """Why an entry is kept, and held against nothing."""

    BEFORE_IT_WAS_THERE = "before_it_was_there"
    """The goal had not been put forward."""
    BEFORE_ITS_FIRST_DAY = "before_its_first_day"
    """It was meant to begin later."""
    BEFORE_IT_WAS_AGREED = "before_it_was_agreed"
    """It was only proposed, or had been turned down."""
    BEFORE_IT_WAS_BEGUN = "before_it_was_begun"
    """It was planned for later."""
    WHILE_ON_HOLD = "while_on_hold"
    AFTER_THE_END = "after_the_end"
    """It had been completed, or let go of."""


@short_repr
@attrs.frozen
class LeftOut:
    """An entry that is kept and held against nothing.

    Attributes:
        why: Why it does not count.
        entry: What was recorded.
    """

    why: NotCounted
    entry: Observation


@short_repr
@attrs.frozen(kw_only=True)
class SplitPeriod:
    """A week, or another period, in which the target changed: it lies partly under each and is held against neither.

    Attributes:
        start: First day of the period.
        end: Last day of the period.
        versions: The versions before and after the change.
        before: What was recorded in it under the first; None for nothing.
        after: What was recorded in it under the second; None for nothing.
        target: Key of the target, where it has one.
    """

    start: date
    end: date
    versions: tuple[int, int]
    before: PeriodCount | None = None
    after: PeriodCount | None = None
    target: str | None = None

    def __str__(self) -> str:
        told = " and ".join(
            f"partly under version {number} ({0 if part is None else part.seen} seen)"
            for number, part in zip(self.versions, (self.before, self.after), strict=True)
        )
        return f"{self.start} to {self.end}: {told}"


@short_repr
@attrs.frozen(kw_only=True)
class Stretch:
    """The days on which one set of targets was in force, and what they say.

    Attributes:
        versions: Numbers of the versions with these targets.
        since: First day.
        until: The day from which other targets are in force; None while these are.
        last: Its last day: that before the change, that on which the goal ended, or the day of asking.
        targets: What was in force.
        progress: Where the goal stood at the end of the stretch, or on the day of asking.
        observations: What was recorded in it and counts.
        held: Days on hold in it, without those on which something was recorded.
        counts_from: The day from which entries count; before `since` where a target goes on from an older one.
        left_behind: What was reached under the targets before, where these ask for something else and begin anew.
    """

    versions: tuple[int, ...]
    since: date
    until: date | None
    last: date
    targets: tuple[Target, ...]
    progress: GoalProgress
    observations: tuple[Observation, ...] = attrs.field(default=(), repr=False)
    held: int = 0
    counts_from: date
    left_behind: tuple[str, ...] = ()

    def counted(self, status: ObservationStatus) -> int:
        """Entries of a status that count; days on hold are excused ones."""
        days = self.held if status is ObservationStatus.EXCUSED else 0
        return days + sum(entry.status is status for entry in self.observations)

    def __str__(self) -> str:
        days = f"{self.since} to {self.last}" if self.since < self.last else str(self.since)
        first, last = self.versions[0], self.versions[-1]
        head = f"{days}, {f'version {first}' if first == last else f'versions {first} to {last}'}"
        told = "; ".join(f"{target}: {now}" for target, now in zip(self.targets, self.progress.targets, strict=True))
        return f"{head}, {told or 'nothing to measure'}"


@short_repr
@attrs.frozen(kw_only=True)
class Standing:
    """Where a goal stands on a day, stretch by stretch; a later change never touches an earlier stretch.

    Attributes:
        goal: Id of the goal.
        state: Where it is in its life.
        on: The day of asking.
        stretches: The oldest first.
        left_out: Entries that are kept and held against nothing, each with the reason, by day.
        split: Periods in which the target changed.
    """

    goal: str
    state: GoalState
    on: date
    stretches: tuple[Stretch, ...]
    left_out: tuple[LeftOut, ...] = attrs.field(default=(), repr=False)
    split: tuple[SplitPeriod, ...] = ()

    @property
    def now(self) -> GoalProgress:
        """What the targets say that are in force on the day."""
        return self.stretches[-1].progress

    @property
    def version(self) -> int:
        """Number of the version that judged it: the newest."""
        return self.stretches[-1].versions[-1]

    @property
    def seen(self) -> int:
        """Entries of all stretches that were seen."""
        return self._counted(ObservationStatus.SEEN)

    @property
    def missed(self) -> int:
        """Entries of all stretches that were missed."""
        return self._counted(ObservationStatus.MISSED)

    @property
    def excused(self) -> int:
        """Entries of all stretches that were excused, and days on hold."""
        return self._counted(ObservationStatus.EXCUSED)

    @property
    def unknown(self) -> int:
        """Entries of all stretches that say that nothing is known."""
        return self._counted(ObservationStatus.UNKNOWN)

    def _counted(self, status: ObservationStatus) -> int:
        return sum(stretch.counted(status) for stretch in self.stretches)

    @property
    def beside(self) -> tuple[str, ...]:
        """What stands beside the numbers, in words: what does not count and why, what is split, what begins anew."""
        why = Counter(one.why for one in self.left_out)
        told = ", ".join(f"{why[reason]} {reason.replace('_', ' ')}" for reason in NotCounted if reason in why)
        return (
            *self.stretches[-1].left_behind,
            *(f"not counted, {one}" for one in self.split),
            *((f"kept and not counted: {told}",) if told else ()),
        )

    def __str__(self) -> str:
        told = "; ".join(map(str, self.now.targets)) or "nothing to measure yet"
        if not self.now.targets and (recorded := self.seen + self.missed):
            told += f", n = {recorded}"
        return "; ".join((f"{told} (version {self.version})", *self.beside))


def judge(planned: PlannedGoal, *, on: date) -> Standing:
    """Judge a goal of a plan on a day.

    Every entry is held against the targets that were in force on the day it is about when it was recorded. Versions
    with the same targets and the same start are one stretch, so that a new wording starts nothing anew. A target that
    is the same as before goes on, and so does a run of the same days or weeks, and a list of steps that still holds
    the old ones; what cannot be taken over is named.

    Entries count for days on which the goal was agreed and had not ended. What was recorded about other days, or about
    days on hold, is kept and leaves every denominator; the standing says how much, and why. On a day on which a goal
    was taken up, paused or brought to an end all counts, since it may have come before that or after; a report of a
    longer stretch counts where any of its days does. Days on hold are excused. A period in which the target changed is
    held against neither target, and is shown as split.

    Args:
        planned: The goal, from a plan of that day or of a later one; what is told of later days is left out.
        on: The day of asking.

    Returns:
        Where it stands. A goal without targets has nothing to measure, and its stretches hold no progress.

    Raises:
        FieldTypeError: `planned` is no goal of a plan, or `on` is no calendar day.
        FieldError: The goal was put forward after that day.
    """
    if not isinstance(planned, PlannedGoal):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("planned", "must be a PlannedGoal", type(planned).__name__)
    _checks.check_day(on, "on")
    first = planned.versions[0].since
    if on < first:
        raise FieldError("on", f"must not lie before the day the goal was put forward ({first})", str(on))
    left_out: list[LeftOut] = []
    stretches, split, past = list[Stretch](), list[SplitPeriod](), list[_Run]()
    has_ended = planned.state_on(on).is_ended
    ended = max(move.on for move in planned.moves if move.on <= on) if has_ended else on
    for run in _runs(planned, on, left_out):
        run.told = [_tell(target, run, past) for target in run.targets]
        stretches.append(_stretch(run, past, min(run.last, ended)))
        split += _split(past[-1], run) if past else ()
        past.append(run)
    return Standing(
        goal=planned.id,
        state=planned.state_on(on),
        on=on,
        stretches=tuple(stretches),
        left_out=tuple(sorted(left_out, key=lambda one: one.entry.on)),
        split=tuple(split),
    )


# Which entries count

_AT_WORK = frozenset({GoalState.ACCEPTED, GoalState.ACTIVE, GoalState.MAINTAINING})
"""States in which what is recorded counts."""
_RESTS = {
    GoalState.PROPOSED: NotCounted.BEFORE_IT_WAS_AGREED,
    GoalState.REJECTED: NotCounted.BEFORE_IT_WAS_AGREED,
    GoalState.PLANNED: NotCounted.BEFORE_IT_WAS_BEGUN,
    GoalState.ON_HOLD: NotCounted.WHILE_ON_HOLD,
}


def _life(planned: PlannedGoal) -> list[tuple[date, GoalState]]:
    """The states with their first days; a proposal that all have said yes to is an agreed one, moved or not."""
    life = [(planned.versions[0].since, GoalState.PROPOSED)]
    for move in (*planned.moves, None):
        day, state = life[-1]
        agreed = _agreed_on(planned.proposal, day) if state is GoalState.PROPOSED else None
        if agreed is not None and (move is None or agreed <= move.on):
            life.append((agreed, GoalState.ACCEPTED))
        if move is not None:
            life.append((move.on, move.to))
    return life


def _agreed_on(proposal: Proposal, since: date) -> date | None:
    """The day, not before another, on which all who have to had said yes to the version of that day."""
    version, said = 1, set[Party]()
    for word in proposal.decisions:
        if word.goal is not None:
            version, said = version + 1, set[Party]()
        elif word.version == version and word.on >= since:
            if word.decision is Decision.ACCEPT:
                said.add(word.by.role)
            else:
                said.discard(word.by.role)
            if said.issuperset(proposal.parties):
                return word.on
    return None


def _is_counted(entry: Observation, life: list[tuple[date, GoalState]]) -> bool:
    """Whether the goal was worked on at any time of the days that an entry tells about."""
    days = days_told(entry)
    ends = [*(day.toordinal() for day, _ in life[1:]), date.max.toordinal()]
    return any(
        state in _AT_WORK and day.toordinal() <= days[-1] and days[0] <= end
        for (day, state), end in zip(life, ends, strict=True)
    )


def _why(entry: Observation, life: list[tuple[date, GoalState]]) -> NotCounted:
    state = next((state for day, state in reversed(life) if day <= entry.on), None)
    if state is None:
        return NotCounted.BEFORE_IT_WAS_THERE
    return _RESTS.get(state, NotCounted.AFTER_THE_END)


# What was in force together


@attrs.frozen
class _Told:
    """What is told of a target: the entries that count for it, from which day, and where it stands."""

    target: Target
    entries: list[Observation]
    start: date
    progress: Progress


@attrs.define(kw_only=True)
class _Run:
    """Versions in a row that measure the same, with what was recorded under them and counts."""

    versions: list[Version]
    since: date
    until: date | None
    start: date
    last: date
    entries: list[Observation]
    held: list[date]
    told: list[_Told] = attrs.field(factory=list[_Told])

    @property
    def targets(self) -> tuple[Target, ...]:
        return self.versions[-1].goal.targets

    def of(self, target: Target) -> list[Observation]:
        """The entries of one of its targets; a day on hold is excused, but is no meeting that could be."""
        goal = self.versions[-1].goal
        days = () if getattr(target, "per", None) in _MEETINGS else self.held
        held = [Observation.excused(day, goal=goal.id, target=target.key) for day in days]
        return [*(entry for entry in self.entries if goal.target_of(entry) is target), *held]


_MEETINGS = (Period.SESSION, Period.MEETING)


def _runs(planned: PlannedGoal, on: date, left_out: list[LeftOut]) -> Iterator[_Run]:
    """The runs up to a day; what does not count is put with what is left out."""
    life, holds = _life(planned), planned.holds
    counting: dict[int, list[Observation]] = {version.number: [] for version in planned.versions}
    for entry, number in zip(planned.observations, planned.judged_by, strict=True):
        if entry.on > on:
            continue
        if _is_counted(entry, life):
            counting[number].append(entry)
        else:
            left_out.append(LeftOut(_why(entry, life), entry))
    for versions, until in _alike([version for version in planned.versions if version.since <= on]):
        since, start = versions[0].since, _start(versions[0], versions[0].since)
        entries = [entry for version in versions for entry in counting[version.number]]
        days = {entry.on for entry in entries}
        if until is None:
            last = on
        elif since < until:  # what was recorded on the day of the change may still belong here
            last = max([until - timedelta(days=1), *days])
        elif days:
            last = until
        else:
            continue  # changed again on its first day
        left_out += [LeftOut(NotCounted.BEFORE_ITS_FIRST_DAY, entry) for entry in entries if entry.on < start]
        entries = [entry for entry in entries if entry.on >= start]
        by_day = {entry.on for entry in entries if len(days_told(entry)) == 1}
        held = [day for day in _held_days(holds, start, last) if day not in by_day]
        yield _Run(versions=versions, since=since, until=until, start=start, last=last, entries=entries, held=held)


def _alike(versions: list[Version]) -> Iterator[tuple[list[Version], date | None]]:
    """Versions in a row that measure the same, and the day from which others are in force."""
    run = versions[:1]
    for version in versions[1:]:
        if _measures(version, run[0].since) != _measures(run[0], run[0].since):
            yield run, version.since
            run = []
        run.append(version)
    yield run, None


def _measures(version: Version, since: date) -> object:
    return version.goal.targets, version.goal.needed, _start(version, since)


def _start(version: Version, since: date) -> date:
    """The first day that counts: that of the time frame, where it lies later."""
    return max(since, version.goal.time_frame.start or since)


def _held_days(holds: Iterable[tuple[date, date | None]], start: date, last: date) -> Iterator[date]:
    for begun, ended in holds:
        end = last.toordinal() + 1 if ended is None else min(last.toordinal() + 1, ended.toordinal())
        yield from map(date.fromordinal, range(max(begun, start).toordinal(), end))


# What goes on from one run to the next


def _tell(target: Target, run: _Run, past: Sequence[_Run]) -> _Told:
    """Where a target stands at the end of a run, with the entries of older ones that it goes on from."""
    entries, start, newer, now = run.of(target), run.start, run, target
    for older in reversed(past):
        same = next((one for one in older.targets if target.continues(one)), None)
        if same is None or newer.start > newer.since:  # a later start begins anew
            break
        entries, start, newer = [*older.of(same), *entries], older.start, older
    for older in past:
        for one in older.targets:
            now = now.keeping(one)
    return _Told(target, entries, start, now.progress(entries, on=run.last, start=start))


def _stretch(run: _Run, past: Sequence[_Run], last: date) -> Stretch:
    return Stretch(
        versions=tuple(version.number for version in run.versions),
        since=run.since,
        until=run.until,
        last=last,
        targets=run.targets,
        progress=GoalProgress(targets=tuple(one.progress for one in run.told), needed=run.versions[-1].goal.needed),
        observations=tuple(run.entries),
        held=len(run.held),
        counts_from=min((one.start for one in run.told), default=run.start),
        left_behind=tuple(_left_behind(past[-1], run)) if past else (),
    )


def _left_behind(older: _Run, run: _Run) -> Iterator[str]:
    """What was reached under targets that are reached by what happens, and that none of the next ones goes on from."""
    for one in older.told:
        if one.target.direction is Direction.ACHIEVE and one.progress.value and not _is_continued(one.target, run):
            reached = counted(one.progress.value, one.target.unit)
            yield f"reached before, under version {older.versions[-1].number}: {reached}"


def _is_continued(target: Target, run: _Run) -> bool:
    return any(newer.continues(target) for newer in run.targets)


def _split(older: _Run, run: _Run) -> Iterator[SplitPeriod]:
    """The periods in which the change lies, for targets that did not stay as they were."""
    found: dict[tuple[str | None, date, date], list[PeriodCount | None]] = {}
    sides = (
        (0, [one for one in older.told if not _is_continued(one.target, run)]),
        (1, [one for one in run.told if not any(one.target.continues(before) for before in older.targets)]),
    )
    for side, told in sides:
        for one in told:
            for count in _counts(one, run.last):
                if count.start < run.since <= count.end and older.last < count.end and (count.seen or count.missed):
                    found.setdefault((one.target.key, count.start, count.end), [None, None])[side] = count
    versions = older.versions[-1].number, run.versions[0].number
    for (key, start, end), (before, after) in found.items():
        yield SplitPeriod(start=start, end=end, versions=versions, before=before, after=after, target=key)


def _counts(told: _Told, on: date) -> Iterable[PeriodCount]:
    target = told.target
    if not isinstance(target, FrequencyTarget | CountTarget) or target.per is None or target.per in _MEETINGS:
        return ()
    every = target.every if isinstance(target, FrequencyTarget) else 1
    return count_by_period(told.entries, target.per, on=on, start=told.start, every=every)
