"""What a goal of a plan gives to metrics: which entries count, the numbers they tell, and the occasions planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

import attrs

from therapygoals.goals import (
    CountTarget,
    Direction,
    DurationTarget,
    FrequencyTarget,
    GasTarget,
    Goal,
    Observation,
    ObservationStatus,
    Party,
    Period,
    PeriodCount,
    QuantityTarget,
    ScaleTarget,
    Target,
    count_by_period,
)
from therapygoals.plan import GoalState, NotCounted, PlannedGoal, Standing, TreatmentPlan
from therapygoals.progress.undefined import Undefined

NOT_BEGUN = Undefined("the goal has not been begun")
NOTHING_PLANNED = Undefined("it is no routine with planned occasions")
NO_NUMBERS = Undefined("it is done or not done, and has no numbers that rise or fall")
NOTHING_RECORDED = Undefined("nothing has been recorded yet that tells its number")
NO_FULL_PERIOD = Undefined("no period is fully recorded yet")
NOT_BY_DAY = Undefined("the target says how often in a longer stretch, not on which days; see its weeks")
NOT_BY_WEEK = Undefined("the target is no number of days a week")
TOLD_BY_WEEK = Undefined("entries tell about whole weeks, so their days are not known")

_SEEN, _MISSED = ObservationStatus.SEEN, ObservationStatus.MISSED
_DAYS_OF_A_WEEK = 7
_WORKING_DAYS = 5


@attrs.frozen(kw_only=True)
class Series:
    """The numbers recorded about a target, one at least, oldest first.

    `before` counts those of days before the goal was begun, and `untold` the periods that are not fully recorded.
    """

    days: tuple[date, ...]
    values: tuple[float, ...]
    before: int
    untold: int


LONG = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)
"""Stretches of more than a day that an entry may tell about."""


def held_days(planned: PlannedGoal, start: date, last: date) -> Iterator[date]:
    """The days from one to another on which a goal was on hold."""
    days = map(date.fromordinal, range(start.toordinal(), last.toordinal() + 1))
    return (day for day in days if planned.was_held(day))


def begun(planned: PlannedGoal) -> date | None:
    """The day on which a goal was first worked on."""
    return next((move.on for move in planned.moves if move.to is GoalState.ACTIVE), None)


def ended(planned: PlannedGoal) -> date | None:
    """The day on which a goal that is over came to its end."""
    return planned.since if planned.state.is_ended else None


def of_one_rater(planned: PlannedGoal, rater: Party) -> PlannedGoal:
    """The goal with the ratings of one person alone; those that name nobody count as theirs."""
    kept = [
        (entry, number)
        for entry, number in zip(planned.observations, planned.judged_by, strict=True)
        if entry.by is None
        or entry.by.role is rater
        or not isinstance(_asked(planned.versions[number - 1].goal, entry), ScaleTarget)
    ]
    observations, judged_by = zip(*kept, strict=True) if kept else ((), ())
    return attrs.evolve(planned, observations=observations, judged_by=judged_by)


def entries_of(planned: PlannedGoal, standing: Standing, target: Target) -> tuple[list[Observation], int]:
    """The entries that one target in force can be told by, and how many of the goal are left out.

    Left out are days on hold or after the end, and entries that were held against a target that measured something
    else. What was recorded about days before the goal was agreed is kept: it is where it started.
    """
    rest = {id(one.entry) for one in standing.left_out if one.why in _RESTS}
    found, dropped = list[Observation](), 0
    for entry, number in zip(planned.observations, planned.judged_by, strict=True):
        asked = _asked(planned.versions[number - 1].goal, entry)
        if asked is not None and asked.key != target.key:
            continue  # about another target of the goal
        if asked is None or _measure(asked) != _measure(target) or id(entry) in rest:
            dropped += 1
        else:
            found.append(entry)
    return sorted(found, key=lambda entry: entry.on), dropped


_RESTS = (NotCounted.WHILE_ON_HOLD, NotCounted.AFTER_THE_END)


def _asked(goal: Goal, entry: Observation) -> Target | None:
    """The target that an entry was held against; None where the goal had none yet."""
    return goal.target_of(entry) if goal.targets else None


def _measure(target: Target) -> tuple[object, ...]:
    scale = target.scale if isinstance(target, ScaleTarget) else None
    return type(target), target.key, target.unit, scale


def series_of(target: Target, entries: Iterable[Observation], *, start: date | None, on: date) -> Series | Undefined:
    """The numbers that entries tell about a target."""
    match target:
        case ScaleTarget() | QuantityTarget() | DurationTarget() | GasTarget():
            known = [(entry.on, entry.value) for entry in entries if entry.value is not None]
            untold = 0
        case CountTarget(per=Period() as per) | FrequencyTarget(per=Period() as per):
            of = getattr(target, "of", None)
            counts = count_by_period(entries, per, on=on, every=getattr(target, "every", 1))
            full = [count for count in counts if count.complete and _is_told(count, of)]
            known = [(count.start, count.occasions if of is None else float(count.seen)) for count in full]
            untold = len(counts) - len(full)
        case CountTarget():
            known = [(entry.on, float(entry.count)) for entry in entries if entry.status in (_SEEN, _MISSED)]
            untold = 0
        case _:
            return NO_NUMBERS
    if not known:
        return NO_FULL_PERIOD if isinstance(target, CountTarget | FrequencyTarget) else NOTHING_RECORDED
    return Series(
        days=tuple(day for day, _ in known),
        values=tuple(value for _, value in known),
        before=0 if start is None else sum(day < start for day, _ in known),
        untold=untold,
    )


def _is_told(count: PeriodCount, of: int | None) -> bool:
    """Whether a period is fully recorded; where so many days of it are asked about, whether those are."""
    if of is None:
        return not count.open and not count.excused
    return count.seen + count.missed >= of


def pairs_by_day(entries: Iterable[Observation]) -> tuple[list[float | None], list[float | None]]:
    """The ratings of client and therapist day by day, the last one of each; None where one of them did not rate."""
    client, therapist = list[float | None](), list[float | None]()
    raters = (Party.CLIENT, Party.THERAPIST)
    rated = [entry for entry in entries if entry.value is not None and entry.by is not None and entry.by.role in raters]
    for _, group in groupby(rated, key=lambda entry: entry.on):
        last = {entry.by.role: entry.value for entry in group if entry.by is not None}
        client.append(last.get(Party.CLIENT))
        therapist.append(last.get(Party.THERAPIST))
    return client, therapist


def occasions_of(
    plan: TreatmentPlan, planned: PlannedGoal, target: Target, entries: Iterable[Observation], *, on: date
) -> list[Observation] | Undefined:
    """One entry for each occasion that a target plans, unknown where nothing was recorded."""
    if not isinstance(target, FrequencyTarget) or target.direction is not Direction.INCREASE or target.every > 1:
        return NOTHING_PLANNED
    if (start := begun(planned)) is None:
        return NOT_BEGUN
    last = min(on, ended(planned) or on)
    recorded = [entry for entry in entries if start <= entry.on <= last]
    match target.per:
        case Period.DAY | Period.WEEKDAY:
            return list(_by_day(planned, recorded, start, last, working=target.per is Period.WEEKDAY))
        case Period.SESSION | Period.MEETING:
            held = dict(zip(plan.sessions, plan.session_days, strict=True))
            return list(_by_session(recorded, {key: day for key, day in held.items() if start <= day <= last}))
        case None:
            return NOTHING_PLANNED
        case _:
            return NOT_BY_DAY


def _by_day(
    planned: PlannedGoal, entries: Iterable[Observation], start: date, last: date, *, working: bool
) -> Iterator[Observation]:
    told = {day: list(group) for day, group in groupby(entries, key=lambda entry: entry.on)}
    for ordinal in range(start.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if working and day.weekday() >= _WORKING_DAYS:
            continue
        if day in told:
            yield _summed(told[day])
        elif planned.was_held(day):
            yield Observation.excused(day)
        elif day < last or planned.state.is_ended:  # the day of asking is not over
            yield Observation.unknown(day)


def _by_session(entries: Iterable[Observation], held: Mapping[str, date]) -> Iterator[Observation]:
    told: dict[str, list[Observation]] = {}
    for entry in entries:
        told.setdefault(entry.session or entry.on.isoformat(), []).append(entry)
    yield from map(_summed, told.values())
    days = {group[0].on for group in told.values()}
    yield from (Observation.unknown(day) for key, day in held.items() if key not in told and day not in days)


def _summed(entries: list[Observation]) -> Observation:
    """What an occasion with several entries is: done wins over missed, and that over excused."""
    return min(entries, key=_rank)


def _rank(entry: Observation) -> int:
    if entry.count:
        return 0
    return (_SEEN, _MISSED, ObservationStatus.EXCUSED, ObservationStatus.UNKNOWN).index(entry.status)


def quota_of(target: Target) -> int | Undefined:
    """The days a week that a target asks for."""
    if not isinstance(target, FrequencyTarget) or target.direction is not Direction.INCREASE:
        return NOT_BY_WEEK
    if target.per is not Period.WEEK or target.every > 1 or target.at_least is None:
        return NOT_BY_WEEK
    quota = int(target.at_least) + (target.strict or target.at_least % 1 > 0)
    return quota if 1 <= quota <= _DAYS_OF_A_WEEK else NOT_BY_WEEK
