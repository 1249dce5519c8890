"""Overlap of two phases: how often later values are better than earlier ones, whatever the unit."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum, unique
from statistics import NormalDist

from therapygoals.goals import Direction
from therapygoals.progress import _numbers, _phases
from therapygoals.progress._pairs import Pairs, pairs_between
from therapygoals.progress.effects import PhaseContrast, PhaseEffect
from therapygoals.progress.undefined import Undefined

__all__ = ["SeMethod", "ird", "mann_whitney_p", "nap", "pand", "pem", "pnd", "tau"]

_NORMAL = NormalDist()
_SHARE, _DIFFERENCE = "share", "difference of shares"
_ONE_VALUE = Undefined("a phase holds only one value, so this standard error cannot be told")
_BELOW_ZERO = Undefined("the unbiased estimate of the squared standard error is below 0")
_TINY = 1e-15
_APART = "no pair contradicts another, so the interval says more than the standard error"


@unique
class SeMethod(StrEnum):
    """How the standard error of the share of better pairs is told."""

    UNBIASED = "unbiased"
    """Its square has no bias, whatever the distribution (sen1967, mee1990)."""
    HANLEY = "hanley"
    """As for the area under a curve (hanley1982)."""
    NULL = "null"
    """As if nothing had changed; it depends on the numbers of values alone."""


def nap(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    se: SeMethod = SeMethod.UNBIASED,
    level: float = 0.95,
) -> PhaseEffect:
    """Non-overlap of all pairs: share of all pairs of an earlier and a later value in which the later one is better.

    Formula:
        NAP = (better pairs + tied pairs / 2) / (m * n)
        SE = sqrt((P * (1 - P) + n * Q1 + m * Q2 - 2 * X) / ((m - 1) * (n - 1)))     unbiased
        SE = sqrt((P * (1 - P) + (n - 1) * Q1 + (m - 1) * Q2) / (m * n))            hanley
        SE = sqrt((m + n + 1) / (12 * m * n))                                       null
        interval = all t with (NAP - t) ** 2 <= z ** 2 * t * (1 - t) * g / (m * n)
        g = 1 + h * ((1 - t) / (2 - t) + t / (1 + t))
        h = (m + n) / 2 - 1

        with m values before and n after, and the normal quantile z of the level. A pair counts 1 if better, 1/2 if
        tied, else 0. X, Q1 and Q2 are the mean squares about NAP of the pairs, of the means of each earlier value,
        and of the means of each later value. P is NAP, held half a pair away from 0 and 1.

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        se: Which standard error. The interval does not depend on it.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A share from 0 to 1: 0.5 is no change, 1 is every pair better, more is better. All is `Undefined` where a phase
        is empty, and the unbiased SE also where a phase holds one value.

    Raises:
        FieldTypeError: A value is no number, or the direction or the kind of SE is of another type.
        FieldError: A value is not finite, the level is out of range, or the direction is neither increase nor decrease.

    When it misleads:
        It does not say how far apart the phases are: once every later value is better it stays at 1. A trend that
        began earlier counts as an effect. Values of one person in a row depend on each other, so the SE is too small.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = nap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE)
        >>> round(effect.estimate, 4), round(effect.se, 4), round(effect.low, 4), round(effect.high, 4)
        (0.9167, 0.069, 0.5973, 0.986)

    References:
        parker2009; the unbiased SE is from sen1967 and mee1990, the other from hanley1982, and the interval is method
        5 of newcombe2006. At 1 and 0 the inner end is the root inside, where the R package SingleCaseES gives 1 and 0.
    """
    return _nap(_phases.phases(before, after, direction), se, level)


def tau(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    se: SeMethod = SeMethod.UNBIASED,
    level: float = 0.95,
) -> PhaseEffect:
    """Tau: by how much the pairs in which the later value is better outweigh those in which it is worse.

    Formula:
        Tau = (better pairs - worse pairs) / (m * n) = 2 * NAP - 1

        with m values before and n after; the SE is twice that of NAP, and the ends of the interval move along

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        se: Which standard error. The interval does not depend on it.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A number without unit from -1 to 1: 0 is no change, 1 is every pair better. `Undefined` as for `nap`.

    Raises:
        FieldTypeError: As for `nap`.
        FieldError: As for `nap`.

    When it misleads:
        As `nap`. Other coefficients have the name too; this one makes no correction for ties or for a trend.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = tau([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE)
        >>> round(effect.estimate, 4), round(effect.se, 4)
        (0.8333, 0.138)

    References:
        parker2011a.
    """
    return tau_of(_phases.phases(before, after, direction), se, level)


def mann_whitney_p(
    before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction
) -> float | Undefined:
    """Chance of at least so many better pairs if nothing had changed: the p-value that goes with NAP, one-sided.

    Formula:
        p = 1 - Phi((U - m * n / 2 - 1/2) / s)
        s = sqrt(m * n / 12 * (N + 1 - sum(t ** 3 - t) / (N * (N - 1))))

        with m values before and n after, N = m + n, U the better pairs with half of the ties, Phi the normal
        distribution, and t the number of values in each group of equal ones

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A share from 0 to 1; less speaks more for an improvement. 1 where all values are equal. `Undefined` where a
        phase is empty.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        It takes values for independent, which those of one person in a row are not, and the normal distribution is a
        rough guide for phases of a few values. It says nothing about how much has changed.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> p = mann_whitney_p([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE)
        >>> round(p, 5)
        0.00737

    References:
        parker2009 for the use; the normal approximation with corrections for ties and continuity, as in the R package
        scan.
    """
    seen = _phases.phases(before, after, direction)
    if seen.lack is not None:
        return seen.lack
    pairs, values = pairs_between(*seen.rising()), len(seen.before) + len(seen.after)
    ties = sum(size**3 - size for size in Counter([*seen.before, *seen.after]).values())
    untied = values**3 - values - ties
    if not untied:
        return 1.0
    deviation = math.sqrt(pairs.number * untied / (12 * values * (values - 1)))
    return _NORMAL.cdf((1 + pairs.number - pairs.halves) / (2 * deviation))


def pnd(before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction) -> PhaseContrast:
    """Share of non-overlapping data: later values that are better than the best earlier one.

    Formula:
        PND = (later values better than every earlier one) / n

        with n values after

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A share from 0 to 1, more is better; there is no value that means no change. `Undefined` where a phase is empty.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        One good day in the earlier phase can bring it to 0, and the longer that phase, the likelier such a day.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> pnd([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE).estimate
        0.7142857142857143

    References:
        scruggs1987.
    """
    seen = _phases.phases(before, after, direction)
    if seen.lack is not None:
        return _phases.contrast(seen, seen.lack, _SHARE)
    start, now = seen.rising()
    best = max(start)
    return _phases.contrast(seen, sum(value > best for value in now) / len(now), _SHARE)


def pem(
    before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction, strict: bool = False
) -> PhaseContrast:
    """Share exceeding the median: later values that are better than the median of the earlier ones.

    Formula:
        PEM = (later values better than the median + 1/2 of those equal to it) / n

        with n values after; strict leaves out those equal to it

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        strict: Whether a value equal to the median counts as nothing instead of a half.

    Returns:
        A share from 0 to 1: 0.5 is no change (less where strict and values are tied), 1 is every later value better
        than the median. `Undefined` where a phase is empty.

    Raises:
        FieldTypeError: A value is no number, the direction no `Direction`, or strict no bool.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        It knows nothing of how the earlier values spread about their median, or of a trend.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> pem([2, 3, 4], [3, 5], direction=Direction.INCREASE).estimate
        0.75
        >>> pem([2, 3, 4], [3, 5], direction=Direction.INCREASE, strict=True).estimate
        0.5

    References:
        ma2006. A tie is a half in the R package SingleCaseES, and nothing in scan.
    """
    seen = _phases.phases(before, after, direction)
    _numbers.check_kind(strict, bool, "strict")
    if seen.lack is not None:
        return _phases.contrast(seen, seen.lack, _SHARE)
    start, now = seen.rising()
    ordered = sorted(start)
    doubled = _phases.exact(ordered[(len(ordered) - 1) // 2]) + _phases.exact(ordered[len(ordered) // 2])
    compared = [2 * _phases.exact(value) - doubled for value in now]
    halves = sum(2 * (gap > 0) + (gap == 0 and not strict) for gap in compared)
    return _phases.contrast(seen, halves / (2 * len(now)), _SHARE)


def pand(before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction) -> PhaseContrast:
    """Share of all non-overlapping data: what stays when as few values as possible are left out to end the overlap.

    Formula:
        PAND = (most values that can stay so that each later one is better than each earlier one) / (m + n)

        with m values before and n after

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A share up to 1, more is better; its least is the share of the longer phase, so that no value means no change.
        `Undefined` where a phase is empty.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        With phases of 4 and 16 values it cannot fall below 0.8; `ird` takes the lengths into account.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> pand([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE).estimate
        0.8461538461538461

    References:
        parker2007, parker2011b.
    """
    seen = _phases.phases(before, after, direction)
    if seen.lack is not None:
        return _phases.contrast(seen, seen.lack, _SHARE)
    return _phases.contrast(seen, _kept(seen) / (len(seen.before) + len(seen.after)), _SHARE)


def ird(before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction) -> PhaseContrast:
    """Robust improvement rate difference: the share of values improved after, less the share improved before.

    Formula:
        IRD = ((m + n) ** 2 * PAND - m ** 2 - n ** 2) / (2 * m * n)

        with m values before and n after

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A number without unit up to 1, more is better, 1 is no overlap. It can fall below 0 where the lengths differ.
        `Undefined` where a phase is empty.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        Phases that have nothing in common the wrong way round give no lower value than phases that are mixed.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> round(ird([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], direction=Direction.INCREASE).estimate, 4)
        0.6905

    References:
        parker2009b.
    """
    seen = _phases.phases(before, after, direction)
    if seen.lack is not None:
        return _phases.contrast(seen, seen.lack, _DIFFERENCE)
    early, late = len(seen.before), len(seen.after)
    improved = (early + late) * _kept(seen) - early**2 - late**2
    return _phases.contrast(seen, improved / (2 * early * late), _DIFFERENCE)


def tau_of(seen: _phases.Phases, se: SeMethod, level: float) -> PhaseEffect:
    """Tau of two phases that are checked already."""
    share = _nap(seen, se, level)
    estimate, low, high = (_stretched(number, 1) for number in (share.estimate, share.low, share.high))
    error = _stretched(share.se, 0)
    return _phases.effect(seen, estimate, error, (low, high), level=share.level, unit="tau", caution=share.caution)


def _stretched(number: float | Undefined, less: int) -> float | Undefined:
    return number if isinstance(number, Undefined) else 2 * number - less


def _nap(seen: _phases.Phases, se: SeMethod, level: float) -> PhaseEffect:
    _numbers.check_kind(se, SeMethod, "se")
    confidence = _numbers.check_level(level)
    if seen.lack is not None:
        return _phases.effect(seen, seen.lack, seen.lack, (seen.lack, seen.lack), level=confidence, unit=_SHARE)
    pairs = pairs_between(*seen.rising())
    apart = _APART if pairs.halves in (0, 2 * pairs.number) else None
    ends = _interval(pairs, _numbers.two_sided(confidence))
    return _phases.effect(seen, pairs.share, _se(pairs, se), ends, level=confidence, unit=_SHARE, caution=apart)


def _kept(seen: _phases.Phases) -> int:
    """How many values can stay: up to a line of the earlier ones, and beyond it of the later ones."""
    early, late = map(sorted, seen.rising())
    upto = ((bisect_right(early, line), len(late) - bisect_right(late, line)) for line in early)
    return max(len(late), *(sum(both) for both in upto))


def _se(pairs: Pairs, method: SeMethod) -> float | Undefined:
    """The standard error; all terms are taken 4 * number ** 2 times, so that they are whole numbers."""
    early, late, number = pairs.before, pairs.after, pairs.number
    if method is SeMethod.NULL:
        return math.sqrt((early + late + 1) / (12 * number))
    squared, held = pairs.halves**2, min(max(pairs.halves, 1), 2 * number - 1)
    of_share = held * (2 * number - held)
    of_before, of_after = early * pairs.by_before - squared, late * pairs.by_after - squared
    if method is SeMethod.HANLEY:
        return math.sqrt((of_share + (late - 1) * of_before + (early - 1) * of_after) / number) / (2 * number)
    free = (early - 1) * (late - 1)
    if not free:
        return _ONE_VALUE
    variance = of_share + late * of_before + early * of_after - 2 * (number * pairs.by_pair - squared)
    return math.sqrt(variance / free) / (2 * number) if variance >= 0 else _BELOW_ZERO


def _interval(pairs: Pairs, z: float) -> tuple[float, float]:
    """Both ends; the lower one is found as the upper one of the worse pairs."""
    apart = z * z / pairs.number, (pairs.before + pairs.after) / 2 - 1
    worse = (2 * pairs.number - pairs.halves) / (2 * pairs.number)
    return 1 - _upper_end(worse, *apart), _upper_end(pairs.share, *apart)


def _upper_end(share: float, width: float, h: float) -> float:
    """The largest share that the interval allows.

    If the last factor of its condition were constant, the end would be the root of a quadratic equation. That factor
    hardly moves, so the root for the last one is nearer each time.
    """
    end, last = share, -1.0
    while abs(end - last) > _TINY:
        last = end
        wide = width * (1 + h * ((1 - last) / (2 - last) + last / (1 + last)))
        apart = wide * (1 - 2 * share) + math.sqrt(wide * (wide + 4 * share * (1 - share)))
        end = share + apart / (2 + 2 * wide)
    return min(end, 1.0)
