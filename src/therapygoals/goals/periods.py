"""Counting what was recorded, period by period: one rule for quotas and for rates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals.kinds import Period
from therapygoals.goals.observations import Observation, ObservationStatus

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

_LENGTH = {period: rank for rank, period in enumerate(COUNTED_IN[:6])}
_OCCASIONS = (Period.SESSION, Period.MEETING)
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

    def verdict(self, *, low: float | None, high: float | None, once_a_day: bool) -> PeriodVerdict:
        """Hold the period against a quota.

        Args:
            low: Fewest occasions, or None.
            high: Most occasions, or None.
            once_a_day: Whether days are counted, so that a day can add one at most. Otherwise a day that was excused or
                not recorded could have added any number.

        Returns:
            Met or unmet where the entries decide it, else excused or unknown.
        """
        count = self.seen if once_a_day else self.occasions
        short = 0.0 if low is None else low - count
        if high is not None and count > high:
            return PeriodVerdict.UNMET
        if high is not None and self.open:
            return PeriodVerdict.UNKNOWN
        if short <= 0:
            idle = high is not None and not self.seen and not self.missed
            return PeriodVerdict.EXCUSED if idle else PeriodVerdict.MET
        if self.open and (not once_a_day or short <= self.open):
            return PeriodVerdict.UNKNOWN
        if self.excused and (not once_a_day or short <= self.open + self.excused):
            return PeriodVerdict.EXCUSED
        return PeriodVerdict.UNMET


def count_by_period(
    observations: Iterable[Observation], per: Period, *, on: date, start: date | None = None, every: int = 1
) -> tuple[PeriodCount, ...]:
    """Count observations in calendar periods.

    Weeks run from Monday to Sunday, as in ISO 8601. Several entries for one day are added; seen wins over missed, and
    missed over excused. An entry that covers a longer stretch, such as a weekly report, stands for all its days: entries
    for single days inside it are taken as its details and not added. Entries after `on` or before `start` are left out.

    Args:
        observations: Entries about one target, in any order.
        per: The period to count in. A therapy session or meeting is told apart by its key, or by its day without one.
        on: The day of asking.
        start: First day of the goal; None takes the period of the first entry as complete.
        every: How many periods make one, counted from `start` or the first entry.

    Returns:
        One count for each period that holds an entry other than unknown, oldest first.

    Raises:
        FieldError: An entry covers a longer stretch than the period.
    """
    known = sorted(
        (
            entry
            for entry in observations
            if entry.status is not ObservationStatus.UNKNOWN and entry.on <= on and (start is None or entry.on >= start)
        ),
        key=lambda entry: entry.on,
    )
    if per in _OCCASIONS:
        return tuple(_occasion(entries) for entries in _by_occasion(known).values())
    if per is Period.WEEKDAY:
        known = [entry for entry in known if entry.on.weekday() < 5]
    for entry in known:
        if entry.covers not in _OCCASIONS and _LENGTH[entry.covers] > _LENGTH[per]:
            raise FieldError("Observation.covers", f"must not be longer than a {per}", str(entry.covers))
    groups: dict[int, list[Observation]] = {}
    anchor = _index(start or known[0].on, per) if known else 0
    for entry in known:
        groups.setdefault((_index(entry.on, per) - anchor) // every, []).append(entry)
    return tuple(
        _period(
            entries,
            per,
            _first_day(anchor + key * every, per),
            _last_day(anchor + (key + 1) * every - 1, per),
            on,
            start,
        )
        for key, entries in groups.items()
    )


def _by_occasion(entries: Sequence[Observation]) -> dict[str, list[Observation]]:
    groups: dict[str, list[Observation]] = {}
    for entry in entries:
        groups.setdefault(entry.session or entry.on.isoformat(), []).append(entry)
    return groups


def _occasion(entries: Sequence[Observation]) -> PeriodCount:
    tally = Counter([_state(entries)])
    return PeriodCount(
        start=entries[0].on,
        end=entries[-1].on,
        occasions=sum(entry.count for entry in entries),
        seen=tally[_SEEN],
        missed=tally[_MISSED],
        excused=tally[_EXCUSED],
        open=0,
        complete=True,
    )


def _period(
    entries: Sequence[Observation], per: Period, first: date, last: date, on: date, start: date | None
) -> PeriodCount:
    tally: Counter[ObservationStatus] = Counter()
    occasions = 0.0
    covered: set[date] = set()
    for entry in entries:
        if stretch := _days_covered(entry):
            occasions += entry.count
            covered.update(stretch)
            done = min(len(stretch), math.ceil(entry.count))
            tally[_SEEN] += done
            tally[_EXCUSED if entry.status is _EXCUSED else _MISSED] += len(stretch) - done
    days: dict[date, list[Observation]] = {}
    for entry in entries:
        if entry.on not in covered:
            days.setdefault(entry.on, []).append(entry)
            occasions += entry.count
    tally.update(_state(same_day) for same_day in days.values())
    length = 1 if per is Period.WEEKDAY else (last - first).days + 1
    return PeriodCount(
        start=first,
        end=last,
        occasions=occasions,
        seen=tally[_SEEN],
        missed=tally[_MISSED],
        excused=tally[_EXCUSED],
        open=max(0, length - tally.total()),
        complete=last <= on and (start is None or first >= start),
    )


def _days_covered(entry: Observation) -> list[date]:
    """The days that an entry covers when it tells about more than one day."""
    if entry.covers is Period.DAY or entry.covers in _OCCASIONS:
        return []
    index = _index(entry.on, entry.covers)
    first, last = _first_day(index, entry.covers), _last_day(index, entry.covers)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _state(entries: Iterable[Observation]) -> ObservationStatus:
    """What a day is when it has several entries; seen without any occasion is a recorded none, like missed."""
    entries = tuple(entries)
    if any(entry.count > 0 for entry in entries):
        return _SEEN
    return _EXCUSED if all(entry.status is _EXCUSED for entry in entries) else _MISSED


def _index(day: date, per: Period) -> int:
    """Number the periods of the calendar, so that neighbours differ by one."""
    match per:
        case Period.WEEK:
            return (day.toordinal() - 1) // 7
        case Period.MONTH:
            return day.year * 12 + day.month - 1
        case Period.QUARTER:
            return day.year * 4 + (day.month - 1) // 3
        case Period.YEAR:
            return day.year
        case _:
            return day.toordinal()


def _first_day(index: int, per: Period) -> date:
    match per:
        case Period.WEEK:
            return date.fromordinal(index * 7 + 1)
        case Period.MONTH:
            return date(index // 12, index % 12 + 1, 1)
        case Period.QUARTER:
            return date(index // 4, index % 4 * 3 + 1, 1)
        case Period.YEAR:
            return date(index, 1, 1)
        case _:
            return date.fromordinal(index)


def _last_day(index: int, per: Period) -> date:
    try:
        return _first_day(index + 1, per) - timedelta(days=1)
    except (ValueError, OverflowError):  # the calendar ends here
        return date.max
