"""Trend on real dates: how fast values rise or fall per week, whether that is more than chance, and where it leads.

Where a course leads is one thing, whether a goal is reached is another: nothing here knows a target, and a person can
be far from it and well on the way.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum, unique
from itertools import combinations
from statistics import NormalDist, fmean, median
from typing import NamedTuple, TypedDict, cast

import attrs

from therapygoals.goals import Direction
from therapygoals.goals._checks import check_day
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers, _student
from therapygoals.progress.undefined import Undefined

__all__ = [
    "Course",
    "DirectionOfTravel",
    "LeastSquares",
    "MannKendall",
    "RepeatedMedians",
    "TheilSen",
    "Travel",
    "direction_of_travel",
    "least_squares",
    "mann_kendall",
    "repeated_medians",
    "theil_sen",
]

_NORMAL = NormalDist()
_WEEK = 7
_PAIR = 2
_NEGLIGIBLE = 1e-12

_NO_VALUE = Undefined("there is no value")
_ONE_VALUE = Undefined("there are fewer than two values")
_TWO_VALUES = Undefined("there are fewer than three values")
_ONE_DAY = Undefined("all values are from one day")
_NO_SPREAD = Undefined("the values do not vary")
_ON_A_LINE = Undefined("the values lie on a line, so chance cannot be told from them")
_ALL_TIED = Undefined("all values or all dates are tied")
_MOSTLY_TIED = Undefined("too many values and dates are tied")


@unique
class Course(StrEnum):
    """What a test for a trend says about a series."""

    RISING = "rising"
    """Later values are higher, more than chance would have it."""
    FALLING = "falling"
    """Later values are lower, more than chance would have it."""
    NOT_CLEAR = "not_clear"
    """It could be chance. That does not say that nothing moves."""


@unique
class Travel(StrEnum):
    """Which way a course leads, whatever has been reached."""

    TOWARDS = "towards"
    """It moves the way that is better."""
    AWAY = "away"
    """It moves the other way for now."""
    NOT_CLEAR = "not_clear"
    """It could be chance. That does not say that nothing moves."""


@short_repr
@attrs.frozen(kw_only=True)
class LeastSquares:
    """The straight line with the least squared distances from the values.

    Attributes:
        slope_per_week: Change per week, in the unit of the values; above 0 it rises.
        intercept: Where the line is on the first day, in the unit of the values.
        r: Correlation of values and days, from -1 to 1.
        se_per_week: Standard error of the slope.
        p: How likely a slope as steep, either way, is by chance; from 0 to 1. Needs scipy.
        low_per_week: Lower end of the interval of the slope. Needs scipy.
        high_per_week: Upper end of it.
        level: Share of such intervals that would hold the true slope, such as 0.95.
        n: Number of values used.
        dropped: Number of values that were missing.
        start: Day of the first value used, or why there is none.
        span_days: Days from the first to the last value used.
    """

    slope_per_week: float | Undefined
    intercept: float | Undefined
    r: float | Undefined
    se_per_week: float | Undefined
    p: float | Undefined
    low_per_week: float | Undefined
    high_per_week: float | Undefined
    level: float
    n: int
    dropped: int
    start: date | Undefined
    span_days: int


@short_repr
@attrs.frozen(kw_only=True)
class TheilSen:
    """The line through the middle of all slopes between two values.

    Attributes:
        slope_per_week: Median change per week, in the unit of the values; above 0 it rises.
        intercept: Where the line is on the first day: median of what the slope leaves of each value.
        intercept_of_medians: The same from the medians of values and days, as scipy has it unless told otherwise; off
            where the days have gaps.
        low_per_week: Lower end of Sen's interval of the slope.
        high_per_week: Upper end of it.
        level: Share of such intervals that would hold the true slope, such as 0.95.
        n: Number of values used.
        dropped: Number of values that were missing.
        start: Day of the first value used, or why there is none.
        span_days: Days from the first to the last value used.
    """

    slope_per_week: float | Undefined
    intercept: float | Undefined
    intercept_of_medians: float | Undefined
    low_per_week: float | Undefined
    high_per_week: float | Undefined
    level: float
    n: int
    dropped: int
    start: date | Undefined
    span_days: int


@short_repr
@attrs.frozen(kw_only=True)
class RepeatedMedians:
    """Siegel's line: the median of the slopes at each value, and the median of those.

    Attributes:
        slope_per_week: Change per week, in the unit of the values; above 0 it rises.
        intercept: Where the line is on the first day: median of what the slope leaves of each value.
        n: Number of values used.
        dropped: Number of values that were missing.
        start: Day of the first value used, or why there is none.
        span_days: Days from the first to the last value used.
    """

    slope_per_week: float | Undefined
    intercept: float | Undefined
    n: int
    dropped: int
    start: date | Undefined
    span_days: int


@short_repr
@attrs.frozen(kw_only=True)
class MannKendall:
    """Whether later values tend to be higher or lower, by all pairs of values.

    Attributes:
        s: Pairs that rise less pairs that fall.
        variance: Variance of S if there were no trend, corrected for ties.
        z: S in standard deviations, with a correction of 1 for continuity; 0 is no trend.
        p: How likely an S as far from 0, either way, is by chance, by the normal approximation; from 0 to 1.
        tau_b: Kendall's rank correlation of values and dates, from -1 to 1.
        course: Whether it rises, falls, or neither can be told at the level.
        level: Level of the test, such as 0.95: the course is told where p is below 1 - level.
        n: Number of values used.
        dropped: Number of values that were missing.
        start: Day of the first value used, or why there is none.
        span_days: Days from the first to the last value used.
    """

    s: int | Undefined
    variance: float | Undefined
    z: float | Undefined
    p: float | Undefined
    tau_b: float | Undefined
    course: Course | Undefined
    level: float
    n: int
    dropped: int
    start: date | Undefined
    span_days: int


_TRAVEL_WORDS = {
    Travel.TOWARDS: "moving the way that is better",
    Travel.AWAY: "moving the other way for now",
    Travel.NOT_CLEAR: "no clear trend",
}


@short_repr
@attrs.frozen(kw_only=True)
class DirectionOfTravel:
    """Which way a course leads; it says nothing about what has been reached.

    Attributes:
        travel: Towards what is better, away from it, or not clear.
        slope_per_week: Theil-Sen slope, in the unit of the values.
        low_per_week: Lower end of Sen's interval of the slope.
        high_per_week: Upper end of it.
        p: Two-sided p of the Mann-Kendall test, from 0 to 1.
        direction: Which way is better.
        level: Level of the test and of the interval.
        n: Number of values used.
        dropped: Number of values that were missing.
        start: Day of the first value used, or why there is none.
        span_days: Days from the first to the last value used.
    """

    travel: Travel | Undefined
    slope_per_week: float | Undefined
    low_per_week: float | Undefined
    high_per_week: float | Undefined
    p: float | Undefined
    direction: Direction
    level: float
    n: int
    dropped: int
    start: date | Undefined
    span_days: int

    def __str__(self) -> str:
        if isinstance(self.travel, Undefined):
            return f"direction of travel {self.travel}"
        slope = "" if isinstance(self.slope_per_week, Undefined) else f" ({self.slope_per_week:+.2g} per week)"
        return f"{_TRAVEL_WORDS[self.travel]}{slope}, n = {self.n} over {self.span_days} days"


def least_squares(values: Iterable[float | None], *, on: Iterable[date], level: float = 0.95) -> LeastSquares:
    """Straight line through values on their dates, by least squares.

    Formula:
        t = days since the first value used, d = t - mean(t)
        slope = sum(d * (value - mean(values))) / sum(d ** 2), per day; times 7 per week
        intercept = mean(values) - slope * mean(t)
        SE = sqrt(sum(residual ** 2) / (n - 2) / sum(d ** 2))
        p = two-sided tail of Student's t with n - 2 degrees of freedom at slope / SE
        interval = slope -+ t quantile * SE

    Args:
        values: Values in any one unit, in any order. None where one is missing: it is dropped with its date.
        on: Day of each value, in the same order. Several values on one day are fine.
        level: Level of the interval, above 0 and below 1.

    Returns:
        Slope per week in the unit of the values: 0 is no change, above 0 it rises. Which way is better is not asked.
        The line is `Undefined` for fewer than two values or a single day; r where the values do not vary; SE, p and
        interval also for two values or a perfect line. p and interval are ``undefined: needs scipy`` where scipy, the
        extra ``stats``, is not installed.

    Raises:
        FieldTypeError: A value is no number, or a date no `datetime.date` without a time of day.
        FieldError: A value is not finite, the lengths differ, or the level is out of range.

    When it misleads:
        One outlier turns the line. A course that levels off or turns has no single slope. Values in a row depend on
        each other, so p is too small as a rule. A line does not reach beyond its last day.

    Examples:
        >>> from datetime import date
        >>> days = [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 30)]
        >>> line = least_squares([3, 4, 6], on=days)
        >>> round(line.slope_per_week, 3), round(line.intercept, 3), round(line.se_per_week, 3)
        (0.731, 3.115, 0.067)

    References:
        virtanen2020, whose linregress gives the same; iso2019 for dates.
    """
    series, share = _series(values, on), _numbers.check_level(level)
    fit, degrees = _fit(series), series.n - 2
    half = fit.se if isinstance(fit.se, Undefined) else _times(fit.se, _student.quantile(share, degrees))
    return LeastSquares(
        slope_per_week=_times(fit.slope, _WEEK),
        intercept=fit.intercept,
        r=fit.r,
        se_per_week=_times(fit.se, _WEEK),
        p=fit.t if isinstance(fit.t, Undefined) else _student.two_sided_p(fit.t, degrees),
        low_per_week=_times(_numbers.minus(fit.slope, half), _WEEK),
        high_per_week=_times(_numbers.plus(fit.slope, half), _WEEK),
        level=share,
        **series.facts,
    )


def theil_sen(values: Iterable[float | None], *, on: Iterable[date], level: float = 0.95) -> TheilSen:
    """Median of all slopes between two values, which single outliers hardly move, with Sen's interval.

    Formula:
        t = days since the first value used
        slopes = (later - earlier) / (days between) of all N pairs of values on different days
        slope = median(slopes), per day; times 7 per week
        intercept = median(value - slope * t)
        intercept of medians = median(values) - slope * median(t)
        variance = (n (n - 1)(2 n + 5) - sum of k (k - 1)(2 k + 5) over groups of k tied days and of k tied values) / 18
        interval = slopes in rank order at round((N - c) / 2) and round((N + c) / 2) + 1, held between first and last,
        with c = z * sqrt(variance), the normal quantile z of the level, and halves rounded to the even number

    Args:
        values: Values in any one unit, in any order. None where one is missing: it is dropped with its date.
        on: Day of each value, in the same order. Several values on one day are fine.
        level: Level of the interval, above 0 and below 1.

    Returns:
        Slope per week in the unit of the values: 0 is no change, above 0 it rises. Which way is better is not asked.
        The line is `Undefined` for fewer than two values or a single day; the interval also for two values, and where
        so much is tied that the variance is below 0.

    Raises:
        FieldTypeError: A value is no number, or a date no `datetime.date` without a time of day.
        FieldError: A value is not finite, the lengths differ, or the level is out of range.

    When it misleads:
        Ratings in whole points are tied often; then the slope is exactly 0 although something moves. With few values
        the interval runs from the smallest slope to the largest and cannot get wider, whatever the level. The time it
        takes grows with the square of n.

    Examples:
        >>> from datetime import date
        >>> days = [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)]
        >>> line = theil_sen([3, 4, 10, 6], on=days)
        >>> line.slope_per_week, line.intercept, line.low_per_week, line.high_per_week
        (1.0, 3.0, -4.0, 6.0)

    References:
        theil1950, sen1968; virtanen2020, whose theilslopes gives the same with method "joint".
    """
    return _theil_sen(_series(values, on), _numbers.check_level(level))


def repeated_medians(values: Iterable[float | None], *, on: Iterable[date]) -> RepeatedMedians:
    """Siegel's slope: it stands firm even when almost half of the values are outliers.

    Formula:
        t = days since the first value used
        slope at a value = median of the slopes to all values of other days
        slope = median of these, per day; times 7 per week
        intercept = median(value - slope * t)

    Args:
        values: Values in any one unit, in any order. None where one is missing: it is dropped with its date.
        on: Day of each value, in the same order. Several values on one day are fine.

    Returns:
        Slope per week in the unit of the values: 0 is no change, above 0 it rises. Which way is better is not asked.
        `Undefined` for fewer than two values or a single day.

    Raises:
        FieldTypeError: A value is no number, or a date no `datetime.date` without a time of day.
        FieldError: A value is not finite, or the lengths differ.

    When it misleads:
        It has no interval here. A real but late change of a few values counts as outliers. Ratings in whole points are
        tied often; then the slope is exactly 0 although something moves.

    Examples:
        >>> from datetime import date
        >>> days = [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)]
        >>> repeated_medians([3, 4, 10, 6], on=days).slope_per_week
        1.0

    References:
        siegel1982; virtanen2020, whose siegelslopes gives the same.
    """
    series = _series(values, on)
    at_each: list[list[float]] = [[] for _ in series.values]
    for one, other, slope in _slopes(series):
        at_each[one].append(slope)
        at_each[other].append(slope)
    middle: float | Undefined = median(map(median, at_each)) if series.span_days else series.why_no_line
    return RepeatedMedians(slope_per_week=_times(middle, _WEEK), intercept=_intercept(series, middle), **series.facts)


def mann_kendall(
    values: Iterable[float | None], *, on: Iterable[date], level: float = 0.95, same_day_tied: bool = True
) -> MannKendall:
    """Whether later values tend to be higher or lower, by counting pairs; how much is not asked.

    Formula:
        S = pairs in which the later value is higher - pairs in which it is lower
        v(k) = k (k - 1)(2 k + 5)
        variance = (v(n) - sum v(values tied) - sum v(days tied)) / 18
        + sum k (k - 1) of values * sum k (k - 1) of days / (2 n (n - 1))
        + sum k (k - 1)(k - 2) of values * sum k (k - 1)(k - 2) of days / (9 n (n - 1)(n - 2))
        z = (S - 1) / sqrt(variance) for S > 0, (S + 1) / sqrt(variance) for S < 0, else 0
        p = 2 * (share of the normal distribution beyond abs(z))
        tau-b = S / sqrt((pairs not tied in value) * (pairs not tied in day))

    Args:
        values: Values in any one unit, in any order. None where one is missing: it is dropped with its date.
        on: Day of each value, in the same order.
        level: Level of the test, above 0 and below 1; the course is told where p is below 1 - level.
        same_day_tied: Whether values of one day count as tied, since nothing tells which came first. Where they were
            given in the order of the day, False counts them so, as pymannkendall does.

    Returns:
        S, its variance, z, p, tau-b and the course: 0 and p = 1 is no trend, above 0 it rises. Which way is better is
        not asked. `Undefined` for fewer than two values; tau-b also where all values or all days are tied.

    Raises:
        FieldTypeError: A value is no number, a date no `datetime.date` without a time of day, or `same_day_tied` no
            bool.
        FieldError: A value is not finite, the lengths differ, or the level is out of range.

    When it misleads:
        A course that first rises and then falls can have S = 0. Values in a row depend on each other, so p is too small
        as a rule. p is a normal approximation, rough below some ten values; two values are never a trend.

    Examples:
        >>> from datetime import date
        >>> days = [date(2026, 3, day) for day in (2, 9, 16, 23, 30)]
        >>> test = mann_kendall([5, 4, 4, 2, 1], on=days)
        >>> test.s, round(test.p, 3), test.course.value
        (-9, 0.043, 'falling')

    References:
        mann1945, kendall1975.
    """
    series, share = _series(values, on), _numbers.check_level(level)
    _numbers.check_kind(same_day_tied, bool, "same_day_tied")
    return _mann_kendall(series, share, same_day_tied=same_day_tied)


def direction_of_travel(
    values: Iterable[float | None], *, on: Iterable[date], direction: Direction, level: float = 0.95
) -> DirectionOfTravel:
    """Which way a course leads, with its slope per week; whether a goal is reached is not asked.

    Formula:
        travel = the course by the Mann-Kendall test, values of one day tied; towards where it goes in the direction
        slope and interval = those of Theil and Sen

    Args:
        values: Values in any one unit, in any order. None where one is missing: it is dropped with its date.
        on: Day of each value, in the same order. Several values on one day are fine.
        direction: Whether higher or lower values are better.
        level: Level of the test and of the interval, above 0 and below 1.

    Returns:
        Towards, away or not clear, with the numbers that it rests on. `Undefined` for fewer than two values.

    Raises:
        FieldTypeError: A value is no number, a date no `datetime.date` without a time of day, or the direction no
            `Direction`.
        FieldError: A value is not finite, the lengths differ, the level is out of range, or the direction is neither
            increase nor decrease.

    When it misleads:
        Not clear is not the same as standing still: with four values it can say nothing else. A person whose goal is
        reached and kept has no trend. A setback on the way and back is not seen.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Direction
        >>> days = [date(2026, 3, day) for day in (2, 9, 16, 23, 30)]
        >>> print(direction_of_travel([5, 4, 4, 2, 1], on=days, direction=Direction.DECREASE))
        moving the way that is better (-1 per week), n = 5 over 28 days

    References:
        mann1945, kendall1975 for the test; theil1950, sen1968 for the slope.
    """
    series, share = _series(values, on), _numbers.check_level(level)
    _numbers.check_moves(direction)
    test, line = _mann_kendall(series, share, same_day_tied=True), _theil_sen(series, share)
    return DirectionOfTravel(
        travel=test.course if isinstance(test.course, Undefined) else _travel(test.course, direction),
        slope_per_week=line.slope_per_week,
        low_per_week=line.low_per_week,
        high_per_week=line.high_per_week,
        p=test.p,
        direction=direction,
        level=share,
        **series.facts,
    )


# In


class _Facts(TypedDict):
    n: int
    dropped: int
    start: date | Undefined
    span_days: int


@attrs.frozen
class _Series:
    """Values that are there in the order of their days, which are counted from the first."""

    values: Sequence[float]
    days: Sequence[int]
    dropped: int
    start: date | Undefined

    @property
    def n(self) -> int:
        return len(self.values)

    @property
    def span_days(self) -> int:
        """0 where no line can be drawn."""
        return self.days[-1] if self.days else 0

    @property
    def why_no_line(self) -> Undefined:
        return _ONE_DAY if self.n > 1 else _ONE_VALUE

    @property
    def facts(self) -> _Facts:
        return {"n": self.n, "dropped": self.dropped, "start": self.start, "span_days": self.span_days}


def _series(values: object, on: object) -> _Series:
    numbers, dates = _numbers.numbers(values, "values"), _dates(on)
    _numbers.check_same_length("on", dates, "values", numbers)
    known = [(day, value) for day, value in zip(dates, numbers, strict=True) if value is not None]
    known.sort(key=lambda one: one[0])
    return _Series(
        values=[value for _, value in known],
        days=[(day - known[0][0]).days for day, _ in known],
        dropped=len(numbers) - len(known),
        start=known[0][0] if known else _NO_VALUE,
    )


def _dates(on: object) -> tuple[date, ...]:
    found = cast("tuple[date, ...]", _numbers.members(on, "on", "dates"))
    for place, day in enumerate(found):
        check_day(day, f"on[{place}]")
    return found


# Lines


class _Fit(NamedTuple):
    slope: float | Undefined
    intercept: float | Undefined
    r: float | Undefined
    se: float | Undefined
    t: float | Undefined


def _fit(series: _Series) -> _Fit:
    """Least squares, slope and SE per day."""
    if not series.span_days:
        return _Fit(*[series.why_no_line] * 5)
    values, days = series.values, series.days
    if min(values) == max(values):
        return _Fit(0.0, values[0], _NO_SPREAD, _NO_SPREAD, _NO_SPREAD)
    mean, mean_day = fmean(values), fmean(days)
    apart = [day - mean_day for day in days]
    off = [value - mean for value in values]
    unit = max(map(abs, off))  # so that squares neither vanish nor grow beyond all numbers
    off = [value / unit for value in off]
    across, along = math.fsum(day * day for day in apart), math.fsum(map(math.prod, zip(apart, off, strict=True)))
    slope = along / across
    r = along / math.sqrt(across * math.fsum(value * value for value in off))
    left = [value - slope * day for day, value in zip(apart, off, strict=True)]
    line = slope * unit, mean - slope * unit * mean_day, max(-1.0, min(1.0, r))
    if series.n == _PAIR:
        return _Fit(*line, _TWO_VALUES, _TWO_VALUES)
    if max(map(abs, left)) * unit <= _NEGLIGIBLE * max(map(abs, values)):
        return _Fit(*line, _ON_A_LINE, _ON_A_LINE)
    se = math.sqrt(math.fsum(value * value for value in left) / (series.n - 2) / across)
    return _Fit(*line, se * unit, slope / se)


def _slopes(series: _Series) -> Iterable[tuple[int, int, float]]:
    """Places of two values of different days, and the slope per day between them."""
    values, days = series.values, series.days
    for one, other in combinations(range(series.n), 2):
        if between := days[other] - days[one]:
            yield one, other, (values[other] - values[one]) / between


def _theil_sen(series: _Series, level: float) -> TheilSen:
    slopes = sorted(slope for _, _, slope in _slopes(series))
    middle: float | Undefined = median(slopes) if slopes else series.why_no_line
    low, high = _sen_interval(series, slopes, level)
    return TheilSen(
        slope_per_week=_times(middle, _WEEK),
        intercept=_intercept(series, middle),
        intercept_of_medians=middle
        if isinstance(middle, Undefined)
        else median(series.values) - middle * median(series.days),
        low_per_week=_times(low, _WEEK),
        high_per_week=_times(high, _WEEK),
        level=level,
        **series.facts,
    )


def _sen_interval(
    series: _Series, slopes: Sequence[float], level: float
) -> tuple[float | Undefined, float | Undefined]:
    if not slopes:
        return series.why_no_line, series.why_no_line
    if series.n == _PAIR:
        return _TWO_VALUES, _TWO_VALUES
    tied = [*_tied(series.values), *_tied(series.days)]
    variance = (_kendall(series.n) - sum(map(_kendall, tied))) / 18
    if variance < 0:
        return _MOSTLY_TIED, _MOSTLY_TIED
    count, reach = len(slopes), _numbers.two_sided(level) * math.sqrt(variance)
    low, high = round((count - reach) / 2) - 1, round((count + reach) / 2)
    return slopes[max(low, 0)], slopes[min(high, count - 1)]


def _intercept(series: _Series, slope: float | Undefined) -> float | Undefined:
    if isinstance(slope, Undefined):
        return slope
    return median(value - slope * day for day, value in zip(series.days, series.values, strict=True))


# Pairs


def _mann_kendall(series: _Series, level: float, *, same_day_tied: bool) -> MannKendall:
    n = series.n
    if n < _PAIR:
        why = series.why_no_line
        return MannKendall(s=why, variance=why, z=why, p=why, tau_b=why, course=why, level=level, **series.facts)
    days = series.days if same_day_tied else range(n)
    points = list(zip(days, series.values, strict=True))
    count = sum(
        (one[1] < other[1]) - (one[1] > other[1]) for one, other in combinations(points, 2) if one[0] < other[0]
    )
    of_values, of_days = _tied(series.values), _tied(days)
    spread = _variance(n, of_values, of_days)
    z = (count - math.copysign(1, count)) / math.sqrt(spread) if count else 0.0
    p = min(1.0, 2 * _NORMAL.cdf(-abs(z)))
    pairs = math.sqrt(math.prod(math.comb(n, 2) - sum(math.comb(k, 2) for k in tied) for tied in (of_values, of_days)))
    clear = Course.RISING if count > 0 else Course.FALLING
    return MannKendall(
        s=count,
        variance=spread,
        z=z,
        p=p,
        tau_b=count / pairs if pairs else _ALL_TIED,
        course=clear if p < 1 - level else Course.NOT_CLEAR,
        level=level,
        **series.facts,
    )


def _variance(n: int, of_values: Sequence[int], of_days: Sequence[int]) -> float:
    """Variance of S with ties on both sides."""
    variance = (_kendall(n) - sum(map(_kendall, of_values)) - sum(map(_kendall, of_days))) / 18
    for size, of_n in ((2, 2 * n * (n - 1)), (3, 9 * n * (n - 1) * (n - 2))):
        both = math.prod(sum(math.perm(k, size) for k in tied) for tied in (of_values, of_days))
        variance += both / of_n if both else 0.0
    return variance


def _kendall(k: int) -> int:
    return k * (k - 1) * (2 * k + 5)


def _tied(values: Iterable[float]) -> list[int]:
    """Sizes of the groups of equal values."""
    return [size for size in Counter(values).values() if size > 1]


def _travel(course: Course, direction: Direction) -> Travel:
    if course is Course.NOT_CLEAR:
        return Travel.NOT_CLEAR
    rising_is_better = direction is Direction.INCREASE
    return Travel.TOWARDS if (course is Course.RISING) is rising_is_better else Travel.AWAY


# Out


def _times(one: float | Undefined, other: float | Undefined) -> float | Undefined:
    if isinstance(one, Undefined):
        return one
    return other if isinstance(other, Undefined) else one * other + 0.0  # so that nothing is 0 and never -0
