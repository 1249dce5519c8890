"""Counting what was recorded, period by period: one rule for quotas and for rates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import Period
from therapygoals.goals.observations import Observation, ObservationStatus, all_observations
from therapygoals.goals.time import MONTHS_IN

__all__ = ["COUNTED_IN", "PeriodCount", "PeriodVerdict", "count_by_period"]

COUNTED_IN = (
    Period.DAY,
    Period.WEEKDAY,
    Period.WEEK,
    Period.MONTH,
    Period.QUARTER,
    Period.YEAR,
    Period.SESSION,
    Period.MEETING,
)
"""The periods that things can be counted in, the calendar ones shortest first."""

_OCCASIONS = (Period.SESSION, Period.MEETING)
_LENGTH = {period: rank for rank, period in enumerate(COUNTED_IN[:6])} | dict.fromkeys(_OCCASIONS, 0)
_ONE_DAY = (Period.DAY, *_OCCASIONS)
_WORKING_DAYS = 5
_END = date.max.toordinal() + 1
_SEEN, _MISSED, _EXCUSED = ObservationStatus.SEEN, ObservationStatus.MISSED, ObservationStatus.EXCUSED


@unique
class PeriodVerdict(StrEnum):
    """What a period says about a quota."""

    MET = "met"
    UNMET = "unmet"
    EXCUSED = "excused"
    """It was short of the quota by no more than what was excused, so it leaves the denominator."""
    UNKNOWN = "unknown"
    """It was short of the quota by no more than what was not recorded, so nothing can be said."""


@short_repr
@attrs.frozen(kw_only=True)
class PeriodCount:
    """What was recorded in one period.

    Attributes:
        start: First day of the period.
        end: Last day of the period.
        occasions: Sum of what was seen.
        seen: Days on which something was seen.
        missed: Days recorded as missed, or as seen with a count of zero.
        excused: Days recorded as excused.
        open: Days without any entry, or known to be unknown.
        complete: Whether the whole period lies between the start of the goal and the day of asking.
    """

    start: date
    end: date
    occasions: float
    seen: int
    missed: int
    excused: int
    open: int
    complete: bool

    def verdict(
        self, *, low: float | None, high: float | None, of: int | None = None, strict: bool = False
    ) -> PeriodVerdict:
        """Hold the period against a quota.

        Args:
            low: Fewest occasions, or None.
            high: Most occasions, or None.
            of: Days of the period that are asked about, where days are counted; a day can add one at most then. They
                are whichever days have an entry; only what is still missing of them can be open, and the rest of the
                period is free. None counts occasions, and a day that was excused or not recorded could have added any
                number.
            strict: Whether a bound itself does not meet the quota.

        Returns:
            Met or unmet where the entries decide it, whatever the days that are open held; else excused or unknown.
        """

        def short(count: float) -> bool:
            return low is not None and (count < low or (strict and count == low))

        def over(count: float) -> bool:
            return high is not None and (count > high or (strict and count == high))

        count: float
        if of is None:
            count, excused, unknown = self.occasions, _any_number(self.excused), _any_number(self.open)
        else:
            left = max(0, of - self.seen - self.missed)
            count, excused = self.seen, min(self.excused, left)
            unknown = min(self.open, left - excused)
        most = count + unknown
        if over(count) or short(most + excused):
            return PeriodVerdict.UNMET
        if short(most):
            return PeriodVerdict.EXCUSED
        if short(count) or over(most):
            return PeriodVerdict.UNKNOWN
        return PeriodVerdict.MET if self.seen or self.missed else PeriodVerdict.EXCUSED


def _any_number(days: int) -> float:
    """The most that could have happened on so many days."""
    return math.inf if days else 0


def count_by_period(
    observations: Iterable[Observation], per: Period, *, on: date, start: date | None = None, every: int = 1
) -> tuple[PeriodCount, ...]:
    """Count observations in calendar periods.

    Weeks run from Monday to Sunday, as in ISO 8601; the working day after Friday is Monday. Several entries for one day
    are added; seen wins over missed, and missed over excused. An entry that covers a longer stretch, such as a weekly
    report of what was seen, stands for all its days in the period that holds the entry: entries for single days inside
    it are taken as its details and not added, and a day that was excused by itself is not missed by it. Entries after
    `on` or before `start` are left out.

    Args:
        observations: Entries about one target, in any order.
        per: The period to count in. A therapy session or meeting is told apart by its key, or by its day without one.
        on: The day of asking.
        start: First day of the goal; None takes the period of the first entry as complete.
        every: How many periods make one, counted from `start` or the first entry. Of therapy sessions and meetings only
            those that were recorded are counted.

    Returns:
        One count for each period that holds an entry other than unknown, oldest first.

    Raises:
        FieldError: An entry covers a longer stretch than the period, or has a count below 0.
    """
    known = sorted(
        (entry for entry in in_force(observations, on, start) if entry.status is not ObservationStatus.UNKNOWN),
        key=lambda entry: entry.on,
    )
    if per is Period.WEEKDAY:
        known = [entry for entry in known if entry.on.weekday() < _WORKING_DAYS]
    for entry in known:
        _checks.check_number(entry.count, "Observation.value", low=0)
        if _LENGTH[entry.covers] > _LENGTH[per]:
            raise FieldError("Observation.covers", f"must not be longer than a {per}", str(entry.covers))
    if per in _OCCASIONS:
        occasions = list(_by_occasion(known).values())
        return tuple(_occasions(occasions[n : n + every], every) for n in range(0, len(occasions), every))
    groups: dict[int, list[Observation]] = {}
    anchor = _index(start or known[0].on, per) if known else 0
    for entry in known:
        groups.setdefault((_index(entry.on, per) - anchor) // every, []).append(entry)
    stretches = [(_days(anchor + key * every, per, every), entries) for key, entries in groups.items()]
    return tuple(
        _period(entries, days, every if per is Period.WEEKDAY else len(days), on, start) for days, entries in stretches
    )


def in_force(observations: Iterable[Observation], on: date, start: date | None) -> list[Observation]:
    """The entries from the start of a goal up to the day of asking, in the order they came.

    Raises:
        FieldTypeError: `on` or `start` is no calendar day, or the entries are no observations.
    """
    _checks.check_day(on, "on")
    if start is not None:
        _checks.check_day(start, "start")
    return [
        entry for entry in all_observations(observations) if entry.on <= on and (start is None or entry.on >= start)
    ]


def days_told(entry: Observation) -> range:
    """The ordinals of the days that an entry tells about, up to the day it is about."""
    per = Period.DAY if entry.covers in _OCCASIONS else entry.covers
    return range(_first_day(_index(entry.on, per), per), entry.on.toordinal() + 1)


def _by_occasion(entries: Sequence[Observation]) -> dict[str, list[Observation]]:
    groups: dict[str, list[Observation]] = {}
    for entry in entries:
        groups.setdefault(entry.session or entry.on.isoformat(), []).append(entry)
    return groups


def _occasions(group: Sequence[Sequence[Observation]], every: int) -> PeriodCount:
    tally = Counter(_state(entries) for entries in group)
    return PeriodCount(
        start=group[0][0].on,
        end=max(entries[-1].on for entries in group),
        occasions=math.fsum(entry.count for entries in group for entry in entries),
        seen=tally[_SEEN],
        missed=tally[_MISSED],
        excused=tally[_EXCUSED],
        open=0,
        complete=len(group) == every,
    )


def _state(entries: Sequence[Observation]) -> ObservationStatus:
    """What an occasion is when it has several entries; seen with a count of 0 is a recorded none, like missed."""
    if any(entry.count for entry in entries):
        return _SEEN
    return _EXCUSED if all(entry.status is _EXCUSED for entry in entries) else _MISSED


def _period(entries: Sequence[Observation], days: range, length: int, on: date, start: date | None) -> PeriodCount:
    """Count what was seen, longest stretches first; then what was not, on the days about which nothing is told yet."""
    counts: list[float] = []
    tally: Counter[ObservationStatus] = Counter()
    told: set[int] = set()
    excused = {entry.on.toordinal() for entry in entries if entry.status is _EXCUSED and entry.covers in _ONE_DAY}
    for status in (_SEEN, _MISSED, _EXCUSED):
        for stretch, same in _by_stretch(entry for entry in entries if entry.status is status):
            if new := {day for day in stretch if day in days} - told:
                told |= new
                counts.append(math.fsum(entry.count for entry in same))
                done = min(len(new), math.ceil(counts[-1]))
                free = min(len(new) - done, len(new & excused)) if len(new) > 1 else 0
                tally.update({_SEEN: done, _EXCUSED: free})
                tally[_MISSED if status is _SEEN else status] += len(new) - done - free
    first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
    return PeriodCount(
        start=first,
        end=last,
        occasions=math.fsum(counts),
        seen=tally[_SEEN],
        missed=tally[_MISSED],
        excused=tally[_EXCUSED],
        open=length - len(told),
        complete=last <= on and (start is None or first >= start),
    )


def _by_stretch(entries: Iterable[Observation]) -> list[tuple[range, list[Observation]]]:
    """Entries with the days that they tell about, longest stretch first."""
    groups: dict[tuple[Period, int], list[Observation]] = {}
    for entry in entries:
        per = Period.DAY if entry.covers in _OCCASIONS else entry.covers
        groups.setdefault((per, _index(entry.on, per)), []).append(entry)
    longest_first = sorted(groups, key=lambda key: -_LENGTH[key[0]])
    return [(_days(index, per), groups[per, index]) for per, index in longest_first]


def _index(day: date, per: Period) -> int:
    """Number the periods of the calendar, so that neighbours differ by one; a weekend belongs to the next Monday."""
    if per in MONTHS_IN:
        return (day.year * 12 + day.month - 1) // MONTHS_IN[per]
    week = (day.toordinal() - 1) // 7
    if per is Period.WEEKDAY:
        return week * _WORKING_DAYS + min(day.weekday(), _WORKING_DAYS)
    return week if per is Period.WEEK else day.toordinal()


def _first_day(index: int, per: Period) -> int:
    """The ordinal of the first day of a period; beyond the calendar, any number past its end."""
    if per in MONTHS_IN:
        year, month = divmod(index * MONTHS_IN[per], 12)
        return date(year, month + 1, 1).toordinal() if year <= MAXYEAR else _END
    if per is Period.WEEKDAY:
        return index // _WORKING_DAYS * 7 + index % _WORKING_DAYS + 1
    return index * 7 + 1 if per is Period.WEEK else index


def _days(index: int, per: Period, every: int = 1) -> range:
    """The ordinals of the days of a period, or of several in a row, up to the end of the calendar."""
    end = _first_day(index + every - 1, per) + 1 if per is Period.WEEKDAY else _first_day(index + every, per)
    return range(_first_day(index, per), min(end, _END))
