"""Mean differences between two phases, counted in standard deviations."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean, variance

from therapygoals.goals import Direction
from therapygoals.progress import _numbers, _phases
from therapygoals.progress.effects import PhaseContrast, PhaseEffect
from therapygoals.progress.undefined import Undefined

__all__ = ["cohens_d", "standardised_mean_difference"]

_UNIT = "standard deviations"
_ONE_BEFORE = Undefined("the earlier phase holds only one value, so its spread cannot be told")
_ONE_EACH = Undefined("each phase holds only one value, so no spread can be told")
_NO_SPREAD = "the values that the spread is taken from are all equal"
_ALL_CORRECTED = "with so few values the small-sample correction makes every difference 0"
_ONE_SPREAD = "a phase holds only one value, so the spread is that of the other phase"


def standardised_mean_difference(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    pooled: bool = False,
    corrected: bool = True,
    level: float = 0.95,
) -> PhaseEffect:
    """How many standard deviations lie between the means of two phases of one person.

    Formula:
        d = J * (mean(after) - mean(before)) / s, with the sign turned where lower is better
        J = 1 - 3 / (4 * df - 1), or 1 if not corrected
        SE = J * sqrt(v + d ** 2 / (2 * df))
        interval = d -+ z * SE
        earlier phase alone: s = sqrt(vb), df = m - 1, v = 1 / m + va / (n * vb)
        pooled: s = sqrt(((m - 1) * vb + (n - 1) * va) / df), df = m + n - 2, v = 1 / m + 1 / n

        with m values before and n after, their variances vb and va, and the normal quantile z of the level

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.
        pooled: Whether the spread is that of both phases instead of the earlier one alone.
        corrected: Whether the small-sample correction J is made. Pooled and corrected it is known as Hedges' g; neither
            of them, as Glass's delta.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A number of standard deviations, more is better, 0 is no change. `Undefined` where a phase is empty, where the
        values of the spread are all equal, or where there is only one; the SE also where v needs the spread of a single
        later value. Pooled with a phase of one value, the spread is that of the other, and the result says so.

    Raises:
        FieldTypeError: A value is no number, the direction no `Direction`, or a choice no bool.
        FieldError: A value is not finite, the level is out of range, or the direction is neither increase nor decrease.

    When it misleads:
        The spread is that of one person over time: it is not held against an effect between groups. A calm earlier
        phase makes any difference huge. With two values in the earlier phase alone J is 0, and so is everything; the
        result says so. A trend counts as a difference, and values in a row depend on each other.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = standardised_mean_difference([4, 6, 5, 5], [2, 3, 2, 1], direction=Direction.DECREASE)
        >>> round(effect.estimate, 3), round(effect.se, 3)
        (2.672, 0.945)

    References:
        hedges1981 for the correction; the SE is that of the R package SingleCaseES, from pustejovsky2015.
    """
    for choice, field in ((pooled, "pooled"), (corrected, "corrected")):
        _numbers.check_kind(choice, bool, field)
    share = _numbers.check_level(level)
    seen = _phases.phases(before, after, direction)
    early, late = len(seen.before), len(seen.after)
    free = early + late - 2 if pooled else early - 1
    if seen.lack is not None or free < 1:
        lack = seen.lack if seen.lack is not None else _ONE_EACH if pooled else _ONE_BEFORE
        return _phases.effect(seen, lack, lack, (lack, lack), level=share, unit=_UNIT)
    spreads = _squares(seen.before), _squares(seen.after)
    square = sum(spreads) / free if pooled else spreads[0] / free
    factor = 1 - 3 / (4 * free - 1) if corrected else 1.0
    estimate = _numbers.quotient(factor * _difference(seen), math.sqrt(square), _NO_SPREAD)
    se = _se(seen, estimate, None if pooled else square, free=free, factor=factor)
    caution = _ALL_CORRECTED if not factor else _ONE_SPREAD if pooled and min(early, late) == 1 else None
    return _phases.effect(
        seen, estimate, se, _phases.around(estimate, se, share), level=share, unit=_UNIT, caution=caution
    )


def cohens_d(before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction) -> PhaseContrast:
    """How many standard deviations lie between the means, taking the spread half from either phase.

    Formula:
        d = (mean(after) - mean(before)) / sqrt((vb + va) / 2), with the sign turned where lower is better

        with the variances vb before and va after

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A number of standard deviations, more is better, 0 is no change. `Undefined` where a phase holds fewer than two
        values, or all values of either phase are equal.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        As `standardised_mean_difference`; and it has neither a correction for few values nor a standard error.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> round(cohens_d([4, 6, 5, 5], [2, 3, 2, 1], direction=Direction.DECREASE).estimate, 3)
        3.674

    References:
        hedges1981 for the difference to the other forms; the formula as in the R package scan.
    """
    seen = _phases.phases(before, after, direction)
    if seen.lack is not None or min(len(seen.before), len(seen.after)) == 1:
        return _phases.contrast(seen, _phases.ONE_VALUE if seen.lack is None else seen.lack, _UNIT)
    square = (variance(seen.before) + variance(seen.after)) / 2
    return _phases.contrast(seen, _numbers.quotient(_difference(seen), math.sqrt(square), _NO_SPREAD), _UNIT)


def _difference(seen: _phases.Phases) -> float:
    return _numbers.sign(seen.direction) * (fmean(seen.after) - fmean(seen.before))


def _squares(values: Sequence[float]) -> float:
    """Sum of the squares about the mean; 0 for a single value."""
    return variance(values) * (len(values) - 1) if len(values) > 1 else 0.0


def _se(
    seen: _phases.Phases, estimate: float | Undefined, square: float | None, *, free: int, factor: float
) -> float | Undefined:
    """The standard error; with the squared spread of the earlier phase where that alone is the measure."""
    early, late = len(seen.before), len(seen.after)
    if isinstance(estimate, Undefined):
        return estimate
    if square is None:
        of_means = 1 / early + 1 / late
    elif late == 1:
        return _phases.ONE_VALUE
    else:
        of_means = 1 / early + variance(seen.after) / late / square
    return _numbers.finite(factor * math.sqrt(of_means + estimate * estimate / (2 * free)))
