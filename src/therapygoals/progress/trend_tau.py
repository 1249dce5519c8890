"""Kendall's coefficients for two phases, with what a trend of its own in either phase adds or takes away."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum, unique
from fractions import Fraction
from itertools import combinations, pairwise
from statistics import median
from typing import cast

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import _numbers, _phases
from therapygoals.progress._pairs import balance_inside, number_inside, pairs_between, untied
from therapygoals.progress.effects import PhaseContrast, PhaseEffect
from therapygoals.progress.overlap import SeMethod, tau_of
from therapygoals.progress.undefined import Undefined

__all__ = ["TauUDivisor", "TauUPart", "baseline_corrected_tau", "baseline_corrected_tau_b", "tau_b", "tau_u"]

_FEWEST = 2
_PHASES = 2
_NO_LINE = Undefined("the earlier phase holds only one value, so it has no trend")
_ONE_BEFORE = Undefined("the earlier phase holds only one value")
_NO_TREND = Undefined("a single value has no trend")
_ALL_EQUAL = "all values are equal"
_BEYOND = "beyond 1 in size, which this divisor allows"


@unique
class TauUPart(StrEnum):
    """Which pairs of values a Tau-U counts."""

    A_VS_B = "a_vs_b"
    """Each earlier value with each later one."""
    TREND_A = "trend_a"
    """The earlier values with each other."""
    TREND_B = "trend_b"
    """The later values with each other."""
    A_VS_B_MINUS_TREND_A = "a_vs_b_minus_trend_a"
    """The phases, less the trend of the earlier one."""
    A_VS_B_PLUS_TREND_B = "a_vs_b_plus_trend_b"
    """The phases, and the trend of the later one."""
    A_VS_B_PLUS_TREND_B_MINUS_TREND_A = "a_vs_b_plus_trend_b_minus_trend_a"
    """The phases, and the trend of the later one, less that of the earlier one."""


@unique
class TauUDivisor(StrEnum):
    """What the balance of pairs is divided by."""

    PARKER = "parker"
    """As first published: the number of pairs between the phases where the earlier trend is taken away."""
    PAIRS = "pairs"
    """The number of pairs that are counted, so that it stays from -1 to 1; tau-a."""
    TIES = "ties"
    """The same, less for values that are tied; tau-b."""


_SIGNS = {
    TauUPart.A_VS_B: (1, 0, 0),
    TauUPart.TREND_A: (0, 1, 0),
    TauUPart.TREND_B: (0, 0, 1),
    TauUPart.A_VS_B_MINUS_TREND_A: (1, -1, 0),
    TauUPart.A_VS_B_PLUS_TREND_B: (1, 0, 1),
    TauUPart.A_VS_B_PLUS_TREND_B_MINUS_TREND_A: (1, -1, 1),
}
"""How often each part counts: pairs between the phases, inside the earlier one, inside the later one."""


def tau_u(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    part: TauUPart = TauUPart.A_VS_B_MINUS_TREND_A,
    divisor: TauUDivisor = TauUDivisor.PARKER,
) -> PhaseContrast:
    """Tau-U: the balance of better and worse pairs, with trends inside the phases taken away or added.

    Formula:
        Tau-U = S / D
        S = S_AB                           a_vs_b
        S = S_A, S = S_B                   trend_a, trend_b
        S = S_AB - S_A                     a_vs_b_minus_trend_a
        S = S_AB + S_B                     a_vs_b_plus_trend_b
        S = S_AB + S_B - S_A               a_vs_b_plus_trend_b_minus_trend_a
        D = pairs counted                  pairs
        D = m * n                          parker, with a_vs_b_minus_trend_a; else as pairs
        D = sqrt(pairs counted * untied)   ties

        with m values before and n after; S_AB, S_A and S_B are better less worse pairs between the phases and inside
        each, the later value of a pair held against the earlier; untied are the pairs of unequal values among all
        values that are counted

    Args:
        before: Values of the earlier phase, in any unit, in their order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit, in their order.
        direction: Whether higher or lower values are better.
        part: Which pairs count.
        divisor: What their balance is divided by.

    Returns:
        A number without unit, more is better, 0 is no change. From -1 to 1, but with the divisor of parker and the
        earlier trend taken away it can go beyond, which the result says as a caution. `Undefined` where a phase is
        empty, where a trend is asked for alone of a phase of one value, and with ties where all values are equal.

    Raises:
        FieldTypeError: A value is no number, or the direction, the part or the divisor is of another type.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        Many numbers go by this name: tell which part and which divisor. Taking a trend away this way depends on how
        long the earlier phase is; a long one with a small trend takes away more than a short one with a large trend.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> tau_u([2, 3, 5, 3], [4, 5, 5, 7, 6], direction=Direction.INCREASE).estimate
        0.65
        >>> full = TauUPart.A_VS_B_PLUS_TREND_B_MINUS_TREND_A
        >>> tau_u([2, 3, 5, 3], [4, 5, 5, 7, 6], direction=Direction.INCREASE, part=full).estimate
        0.5555555555555556

    References:
        parker2011a. The divisors are those of the R package scan, which brossart2018 asks to tell apart.
    """
    _numbers.check_kind(part, TauUPart, "part")
    _numbers.check_kind(divisor, TauUDivisor, "divisor")
    seen = _phases.phases(before, after, direction)
    estimate = _tau_u(seen, part, divisor)
    beyond = not isinstance(estimate, Undefined) and abs(estimate) > 1
    return _phases.contrast(seen, estimate, "tau", _BEYOND if beyond else None)


def tau_b(before: Iterable[float | None], after: Iterable[float | None], *, direction: Direction) -> PhaseContrast:
    """Kendall's tau-b of the values with their phase.

    Formula:
        tau-b = (better pairs - worse pairs) / sqrt(m * n * untied)

        with m values before and n after; untied are the pairs of unequal values among all m + n values

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        direction: Whether higher or lower values are better.

    Returns:
        A number without unit, more is better, 0 is no change. `Undefined` where the earlier phase holds fewer than two
        values, the later one none, or all values are equal.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        It reaches 1 only where each phase is all of one value: phases of four and five values without overlap, and
        without ties, give 0.745. It is not held against `tau`.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> round(tau_b([1, 2, 3, 4], [5, 6, 7, 8, 9], direction=Direction.INCREASE).estimate, 4)
        0.7454

    References:
        tarlow2017.
    """
    return _tau_b(_phases.phases(before, after, direction))


def baseline_corrected_tau(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    sessions: tuple[Iterable[float], Iterable[float]] | None = None,
    se: SeMethod = SeMethod.UNBIASED,
    level: float = 0.95,
) -> PhaseEffect:
    """Baseline-corrected Tau: Tau of what is left once the trend of the earlier phase is taken out of both phases.

    Formula:
        slope = median of (y_j - y_i) / (t_j - t_i) over the pairs of earlier values
        Tau-BC = Tau of the residuals y - slope * t

        with values y at sessions t; the intercept of the line would move all residuals alike. All of it is in
        fractions, a value being what its digits say, so that nothing is rounded before residuals are compared.

    Args:
        before: Values of the earlier phase, in any unit, in their order. None where one is missing: it is dropped, and
            its session keeps its number.
        after: Values of the later phase, same unit, in their order.
        direction: Whether higher or lower values are better.
        sessions: Numbers of the sessions, or days, of the earlier and the later values, each later than the one before.
            Without them sessions are counted from 1, those with a missing value too.
        se: Which standard error. The interval does not depend on it.
        level: Level of the interval, above 0 and below 1.

    Returns:
        A number without unit from -1 to 1: 0 is no change beyond the trend, 1 is every pair better. `Undefined` where
        the earlier phase holds fewer than two values or the later one none; its SE also as for `nap`.

    Raises:
        FieldTypeError: A value or a session is no number, or the direction or the kind of SE is of another type.
        FieldError: A value is not finite, the level is out of range, the direction is neither increase nor decrease,
            there are more or fewer sessions than values, or a session is not later than the one before.

    When it misleads:
        The trend is taken to go on, also beyond the end of the scale. With few earlier values it is mostly chance, and
        the SE and the interval take it as known; with two of them the correction alone decides. The trend is always
        taken out, without a test first.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> told = baseline_corrected_tau([0.1, 0.2, 0.3], [0.4, 0.5, 0.7], direction=Direction.INCREASE)
        >>> round(told.estimate, 4)  # only the last value lies above the line
        0.3333

    References:
        tarlow2017. The R packages SingleCaseES and scan subtract the line in rounded numbers, which decides ties by
        chance, and SingleCaseES counts sessions without those that are missing.
    """
    residuals = _residuals(before, after, sessions, direction)
    return tau_of(residuals, se, level)


def baseline_corrected_tau_b(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    sessions: tuple[Iterable[float], Iterable[float]] | None = None,
) -> PhaseContrast:
    """Kendall's tau-b with the phase of what is left once the trend of the earlier phase is taken out of both phases.

    Formula:
        tau-b of the residuals of `baseline_corrected_tau`

    Args:
        before: Values of the earlier phase, in any unit, in their order. None where one is missing: it is dropped, and
            its session keeps its number.
        after: Values of the later phase, same unit, in their order.
        direction: Whether higher or lower values are better.
        sessions: Numbers of the sessions, as for `baseline_corrected_tau`.

    Returns:
        A number without unit, more is better, 0 is no change beyond the trend. `Undefined` where the earlier phase
        holds fewer than two values, the later one none, or all residuals are equal.

    Raises:
        FieldTypeError: As for `baseline_corrected_tau`.
        FieldError: As for `baseline_corrected_tau`.

    When it misleads:
        As `baseline_corrected_tau`, and as `tau_b` it hardly reaches 1.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> told = baseline_corrected_tau_b([0.1, 0.2, 0.3], [0.4, 0.5, 0.7], direction=Direction.INCREASE)
        >>> round(told.estimate, 4)
        0.4472

    References:
        tarlow2017, without the test of the trend that comes first there.
    """
    return _tau_b(_residuals(before, after, sessions, direction))


def _tau_b(seen: _phases.Phases) -> PhaseContrast:
    alone = seen.lack is None and len(seen.before) < _FEWEST
    estimate = _ONE_BEFORE if alone else _tau_u(seen, TauUPart.A_VS_B, TauUDivisor.TIES)
    return _phases.contrast(seen, estimate, "tau-b")


def _tau_u(seen: _phases.Phases, part: TauUPart, divisor: TauUDivisor) -> float | Undefined:
    if seen.lack is not None:
        return seen.lack
    start, now = seen.rising()
    between, in_a, in_b = _SIGNS[part]
    pairs = pairs_between(start, now)
    balance = between * pairs.balance + in_a * balance_inside(start) + in_b * balance_inside(now)
    counted = between * pairs.number + abs(in_a) * number_inside(len(start)) + in_b * number_inside(len(now))
    if not counted:
        return _NO_TREND
    if divisor is TauUDivisor.TIES:
        concerned = [*(start if between or in_a else ()), *(now if between or in_b else ())]
        return _numbers.quotient(balance, math.sqrt(counted * untied(concerned)), _ALL_EQUAL)
    parker = divisor is TauUDivisor.PARKER and part is TauUPart.A_VS_B_MINUS_TREND_A
    return balance / (pairs.number if parker else counted)


def _residuals(
    before: Iterable[float | None],
    after: Iterable[float | None],
    sessions: tuple[Iterable[float], Iterable[float]] | None,
    direction: Direction,
) -> _phases.Phases:
    """What the trend of the earlier phase leaves, as places in the order from the lowest; ties have one place."""
    first, last = _numbers.numbers(before, "before"), _numbers.numbers(after, "after")
    seen = _phases.phases(first, last, direction)
    early, late = _times(first, last, sessions)
    start, now = _points(early, first), _points(late, last)
    if seen.lack is not None or len(start) < _FEWEST:
        return seen if seen.lack is not None else seen._replace(lack=_NO_LINE)
    slope = median((y - x) / (t - s) for (s, x), (t, y) in combinations(start, 2))
    left, left_after = ([value - slope * time for time, value in points] for points in (start, now))
    places = {residual: place for place, residual in enumerate(sorted({*left, *left_after}))}
    return seen._replace(before=[places[one] for one in left], after=[places[one] for one in left_after])


def _points(times: Iterable[float], values: Iterable[float | None]) -> list[tuple[Fraction, Fraction]]:
    """Session and value, of the values that were seen."""
    both = zip(times, values, strict=True)
    return [(_phases.exact(time), _phases.exact(value)) for time, value in both if value is not None]


def _times(
    first: Sequence[object], last: Sequence[object], sessions: tuple[Iterable[float], Iterable[float]] | None
) -> tuple[Sequence[float], Sequence[float]]:
    """When each value was taken; from 1 upwards where nobody says.

    Raises:
        FieldTypeError: The sessions are no pair, or a session is no number.
        FieldError: There are more or fewer sessions than values, or one is not later than the one before.
    """
    if sessions is None:
        return range(1, len(first) + 1), range(len(first) + 1, len(first) + len(last) + 1)
    _check_pair(sessions)
    early, late = (_numbers.complete(days, f"sessions[{phase}]") for phase, days in enumerate(sessions))
    _numbers.check_same_length("sessions[0]", early, "before", first)
    _numbers.check_same_length("sessions[1]", late, "after", last)
    for day, following in pairwise((*early, *late)):
        if following <= day:
            raise FieldError("sessions", f"must be later from one to the next, after {day:g}", following)
    return early, late


def _check_pair(sessions: object) -> None:
    kind, rule = type(sessions).__name__, "must be a pair: those of the earlier phase, and those of the later"
    if not isinstance(sessions, tuple) or len(cast("tuple[object, ...]", sessions)) != _PHASES:
        raise FieldTypeError("sessions", rule, kind)
