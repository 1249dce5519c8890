"""Log ratios of two phases: by what factor the values changed, for measures that have a true zero."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import NormalDist, fmean, median, variance

from therapygoals.goals import Direction
from therapygoals.progress import _numbers, _phases
from therapygoals.progress.effects import PhaseEffect
from therapygoals.progress.undefined import Undefined

__all__ = ["log_median_ratio", "log_response_ratio"]

_NORMAL = NormalDist()
_UNIT = "log ratio"
_MEAN_OF_0 = Undefined("the mean of a phase is 0, and 0 has no ratio to anything")
_MEDIAN_OF_0 = Undefined("the median of a phase is 0, and 0 has no ratio to anything")
_LEAST_OF_0 = Undefined("a value of 0 bounds the median of a phase, so its standard error cannot be told")


def log_response_ratio(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    counts: bool = False,
    level: float = 0.95,
) -> PhaseEffect:
    """Log response ratio: the logarithm of the factor between the means of two phases, corrected for few values.

    Formula:
        LRR = ln(ma) + va / (2 * n * ma ** 2) - ln(mb) - vb / (2 * m * mb ** 2), turned where lower is better
        SE = sqrt(vb / (m * mb ** 2) + va / (n * ma ** 2))
        interval = LRR -+ z * SE

        with m values before and n after, their means mb and ma, their variances vb and va, and the normal quantile z
        of the level. For counts a mean is at least 1 / (2 * k) and a variance at least 1 / k ** 3 in a phase of k
        values.

    Args:
        before: Values of the earlier phase, 0 or more, where 0 means none; in any order. None where one is missing: it
            is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        counts: Whether the values are counts, so that a phase of zeros only stands for a small mean.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A natural logarithm: 0 is no change, more is better whichever way is up; known as LRRi. LRRd is the same number
        with the sign turned. 100 * (exp(x) - 1) is the change in percent of a measure that is better when it rises.
        `Undefined` where a phase holds fewer than two values, or its mean is 0 and the values are no counts.

    Raises:
        FieldTypeError: A value is no number, the direction no `Direction`, or counts no bool.
        FieldError: A value is not finite or below 0, the level is out of range, or the direction is neither increase
            nor decrease.

    When it misleads:
        Ratings from 0 to 10 have no true zero: from 1 to 2 is not twice as good. Near zero small changes are large
        factors. For percentages the way of counting matters: of 80 to 90 percent done is not of 20 to 10 left undone.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = log_response_ratio([4, 6, 5, 5], [2, 3, 2, 1], direction=Direction.DECREASE, counts=True)
        >>> round(effect.estimate, 3), round(effect.se, 3)
        (0.899, 0.22)

    References:
        pustejovsky2015, pustejovsky2018.
    """
    _numbers.check_kind(counts, bool, "counts")
    share = _numbers.check_level(level)
    seen = _phases.phases(before, after, direction, low=0)
    if seen.lack is not None or min(len(seen.before), len(seen.after)) == 1:
        return _told(seen, _phases.ONE_VALUE if seen.lack is None else seen.lack, _phases.ONE_VALUE, share)
    (mean_before, square_before), (mean_after, square_after) = (
        _mean_and_square(values, counts) for values in (seen.before, seen.after)
    )
    if not (mean_before and mean_after):
        return _told(seen, _MEAN_OF_0, _MEAN_OF_0, share)
    early, late = square_before / mean_before / mean_before, square_after / mean_after / mean_after
    estimate = math.log(mean_after) - math.log(mean_before) + (late - early) / 2
    return _told(seen, _turned(estimate, direction), math.sqrt(early + late), share)


def log_median_ratio(
    before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction, level: float = 0.95
) -> PhaseEffect:
    """Log ratio of medians: the logarithm of the factor between the medians of two phases.

    Formula:
        LRM = ln(median(after)) - ln(median(before)), turned where lower is better
        SE = sqrt(sb ** 2 + sa ** 2)
        s = (ln(y[k - o + 1]) - ln(y[o])) / (2 * q) for a phase of k values y in order
        o = max(1, k / 2 - sqrt(k)), rounded, a half to the even number
        q = quantile of 1 - P(fewer than o heads in k tosses of a coin)
        interval = LRM -+ z * SE

        with the normal quantile z of the level; q is a quantile of the normal distribution too

    Args:
        before: Values of the earlier phase, 0 or more, where 0 means none; in any order. None where one is missing: it
            is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A natural logarithm: 0 is no change, more is better whichever way is up. `Undefined` where a phase is empty or
        its median is 0; the SE and the interval also where a phase holds one value, or y[o] is 0.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite or below 0, the level is out of range, or the direction is neither increase
            nor decrease.

    When it misleads:
        In a phase of up to about ten values y[o] is the lowest and y[k - o + 1] the highest, so that one odd day makes
        the interval wide after all. As `log_response_ratio`, it needs a true zero.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = log_median_ratio([4, 6, 5, 5], [2, 3, 2, 1], direction=Direction.DECREASE)
        >>> round(effect.estimate, 3), round(effect.se, 3)
        (0.916, 0.382)

    References:
        bonett2020.
    """
    share = _numbers.check_level(level)
    seen = _phases.phases(before, after, direction, low=0)
    if seen.lack is not None:
        return _told(seen, seen.lack, seen.lack, share)
    middles = median(seen.before), median(seen.after)
    if not min(middles):
        return _told(seen, _MEDIAN_OF_0, _MEDIAN_OF_0, share)
    estimate = math.log(middles[1]) - math.log(middles[0])
    return _told(seen, _turned(estimate, direction), _se_of_medians(seen.before, seen.after), share)


def _turned(estimate: float, direction: Direction) -> float:
    return _numbers.sign(direction) * estimate + 0.0  # so that no change is 0 and never -0


def _told(seen: _phases.Phases, estimate: float | Undefined, se: float | Undefined, level: float) -> PhaseEffect:
    error = estimate if isinstance(estimate, Undefined) else se
    return _phases.effect(seen, estimate, error, _phases.around(estimate, error, level), level=level, unit=_UNIT)


def _mean_and_square(values: Sequence[float], counts: bool) -> tuple[float, float]:
    """Mean of a phase, and the square of its standard error."""
    number, mean, spread = len(values), fmean(values), variance(values)
    if counts:
        mean, spread = max(mean, 1 / (2 * number)), max(spread, 1 / number**3)
    return mean, spread / number


def _se_of_medians(before: Sequence[float], after: Sequence[float]) -> float | Undefined:
    early, late = _se_of_log_median(sorted(before)), _se_of_log_median(sorted(after))
    if isinstance(early, Undefined):
        return early
    return late if isinstance(late, Undefined) else math.hypot(early, late)


def _se_of_log_median(ordered: Sequence[float]) -> float | Undefined:
    number = len(ordered)
    place = max(round(number / 2 - math.sqrt(number)), 1)
    if number == 1:
        return _phases.ONE_VALUE
    if not ordered[place - 1]:
        return _LEAST_OF_0
    fewer = sum(math.comb(number, heads) for heads in range(place)) / 2**number
    return (math.log(ordered[number - place]) - math.log(ordered[place - 1])) / (-2 * _NORMAL.inv_cdf(fewer))
