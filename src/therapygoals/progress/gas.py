"""Goal attainment scaling: the T-score of several goals, what has changed, and weights.

Each goal has five levels of its own, from -2 to +2, where 0 is the level that was expected. Higher is always better.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from operator import mul

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["GasChange", "GasScore", "gas_change", "gas_level", "gas_score", "gas_weights"]

_LOW, _HIGH = -2, 2
_ROUNDING = 1e-9
_EXPECTED_T, _T_PER_SD = 50, 10
_NOT_RATED = Undefined("no goal was rated")
_NO_WEIGHT = Undefined("every goal that was rated has weight 0")


@short_repr
@attrs.frozen(kw_only=True)
class GasScore:
    """What goal attainment scaling tells about one person at one time.

    Attributes:
        t: T-score in T points. 50 is what was expected, more is better; see `gas_score`.
        mean_level: Plain mean of the levels, from -2 to 2.
        weighted_mean_level: Mean of the levels by weight, from -2 to 2.
        points_per_level: T points for one level of the weighted mean, so that
            ``t = 50 + points_per_level * weighted_mean_level``.
        attained: Number of goals at level 0 or above.
        share_attained: Their share of the goals that were used, from 0 to 1.
        n: Number of goals that were used.
        dropped: Number of goals left out, as they have no level or no weight.
        rho: The correlation between goals that was assumed.
    """

    t: float | Undefined
    mean_level: float | Undefined
    weighted_mean_level: float | Undefined
    points_per_level: float | Undefined
    attained: int
    share_attained: float | Undefined
    n: int
    dropped: int
    rho: float


@short_repr
@attrs.frozen(kw_only=True)
class GasChange:
    """What has changed between two times, in T points; more than 0 is better.

    Attributes:
        change: Difference of the T-scores over the goals that were rated at both times. Report this one.
        before: The earlier time, goals rated at both times.
        after: The later time, goals rated at both times.
        before_all: The earlier time, all goals rated then.
        after_all: The later time, all goals rated then.
        change_all: Difference of these two. It mixes change with which goals happened to be rated.
        n: Number of goals rated at both times.
        dropped: Number of goals that were not.
    """

    change: float | Undefined
    before: GasScore
    after: GasScore
    before_all: GasScore
    after_all: GasScore
    change_all: float | Undefined
    n: int
    dropped: int


def gas_score(
    levels: Iterable[float | None], *, weights: Iterable[float | None] | None = None, rho: float = 0.3
) -> GasScore:
    """T-score of goal attainment scaling, with the means behind it.

    Formula:
        T = 50 + 10 * sum(w * x) / sqrt((1 - rho) * sum(w ** 2) + rho * sum(w) ** 2)

    Args:
        levels: Level x of each goal, from -2 to 2; half levels are fine. None where a goal was not rated: it is dropped
            and counted.
        weights: Weight w of each goal, 0 or more, in the same order; only their proportions matter. None for one goal
            leaves it out; None for every goal, or no weights at all, is equal weights.
        rho: Correlation assumed between the goals of one person, from 0 to 1. 0.3 is the usual convention.

    Returns:
        The score. T has mean 50 and standard deviation 10 if levels are as likely to be set too high as too low. 50 is
        what was expected, more is better. With equal weights and rho 0.3, three goals reach from 22.6 to 77.4.
        `Undefined` where no goal was rated, or each that was has weight 0.

    Raises:
        FieldTypeError: A level, a weight or rho is no number.
        FieldError: One is out of range, the lengths differ, or all weights are 0. Leave the weights out for equal ones.

    When it misleads:
        Levels are ranks, and a T-score treats them as distances. It depends on how ambitious the levels were set, so
        people are not compared by it, and levels written after the fact prove nothing. Rho is assumed, not known.

    Examples:
        >>> round(gas_score([1, 0, 1]).t, 2)
        59.13
        >>> gas_score([1, 0, None], weights=[3, 1, 2]).share_attained
        1.0

    References:
        kiresuk1968, whose formula this is; the formulas printed in turnerstokes2009 have an erratum. king1999.
    """
    rated = _levels(levels, "levels")
    return _score(rated, _weights(weights, len(rated)), _rho(rho))


def gas_change(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    weights: Iterable[float | None] | None = None,
    rho: float = 0.3,
) -> GasChange:
    """Change of the T-score between two times, on the goals that were rated at both.

    Formula:
        change = T(after) - T(before), both over the goals with a level at either time

    Args:
        before: Level of each goal at the earlier time, as in `gas_score`.
        after: Level of each goal at the later time, in the same order.
        weights: Weight of each goal, as in `gas_score`.
        rho: Correlation assumed between goals, from 0 to 1.

    Returns:
        The change in T points; 0 is no change, more is better. The scores over all goals rated at each time stand
        beside it. `Undefined` where no goal was rated twice.

    Raises:
        FieldTypeError: A level, a weight or rho is no number.
        FieldError: One is out of range, the lengths differ, or all weights are 0.

    When it misleads:
        The start is often set to -1 or -2 by convention and not measured; then a change is built in. Where goals were
        dropped on the way, the change is about those that were kept.

    Examples:
        >>> change = gas_change([-1, -2, -1], [0, 1, None])
        >>> round(change.change, 2), change.n, change.dropped
        (24.81, 2, 1)

    References:
        kiresuk1968, turnerstokes2009.
    """
    first, last = _levels(before, "before"), _levels(after, "after")
    _numbers.check_same_length("after", last, "before", first)
    weight_of = _weights(weights, len(first))
    correlation = _rho(rho)
    twice = [None not in goal for goal in zip(first, last, weight_of, strict=True)]
    paired = [weight if both else None for weight, both in zip(weight_of, twice, strict=True)]
    start, end = _score(first, paired, correlation), _score(last, paired, correlation)
    start_all, end_all = _score(first, weight_of, correlation), _score(last, weight_of, correlation)
    return GasChange(
        change=_numbers.minus(end.t, start.t),
        before=start,
        after=end,
        before_all=start_all,
        after_all=end_all,
        change_all=_numbers.minus(end_all.t, start_all.t),
        n=sum(twice),
        dropped=len(twice) - sum(twice),
    )


def gas_level(t: float, *, weights: Iterable[float], rho: float = 0.3) -> float:
    """The weighted mean level that a T-score stands for: the inverse of `gas_score`.

    Formula:
        level = (T - 50) * sqrt((1 - rho) * sum(w ** 2) + rho * sum(w) ** 2) / (10 * sum(w))

    Args:
        t: The T-score, in T points.
        weights: Weight of each goal behind it; ``[1, 1, 1]`` for three goals of equal weight.
        rho: Correlation assumed between goals, from 0 to 1.

    Returns:
        Weighted mean level; 0 is what was expected, more is better. From -2 to 2 for any T-score of such goals.

    Raises:
        FieldTypeError: An argument is no number; None is none.
        FieldError: A number is out of range, no levels from -2 to 2 give such a T-score, there is no goal, or all
            weights are 0.

    When it misleads:
        Weights or rho other than those behind the T-score give another level, and nothing tells that they were wrong.

    Examples:
        >>> round(gas_level(60, weights=[1, 1, 1]), 4)
        0.7303

    References:
        kiresuk1968.
    """
    score = _numbers.number(t, "t")
    of_goals = _numbers.complete(weights, "weights", low=0)
    if not any(of_goals):
        raise FieldError("weights", "must hold a weight above 0")
    level = (score - _EXPECTED_T) / _points_per_level(of_goals, _rho(rho))
    if abs(level) > _HIGH * (1 + _ROUNDING):
        raise FieldError("t", "must be a T-score that levels from -2 to 2 with these weights can give", t)
    return level


def gas_weights(importance: Iterable[float], difficulty: Iterable[float]) -> tuple[float, ...]:
    """Weights of goals from how important and how difficult each is.

    Formula:
        w = importance * difficulty

    Args:
        importance: How important each goal is to the person, 0 or more; from 0 to 3 is usual.
        difficulty: How difficult the team thinks it is, in the same order, 0 or more; from 0 to 3 is usual.

    Returns:
        One weight a goal, for `gas_score`. A goal with a 0 in either weighs nothing.

    Raises:
        FieldTypeError: A rating is no number; None is none, as a weight cannot be made without it.
        FieldError: A rating is negative, or the lengths differ.

    When it misleads:
        Weights make scores of two people harder to compare and seldom change them much. Fix them with the goals, at the
        start; weights chosen later can make any result.

    Examples:
        >>> gas_weights([3, 2, 1], [2, 2, 3])
        (6.0, 4.0, 3.0)

    References:
        turnerstokes2009.
    """
    important = _numbers.complete(importance, "importance", low=0)
    difficult = _numbers.complete(difficulty, "difficulty", low=0)
    _numbers.check_same_length("difficulty", difficult, "importance", important)
    return tuple(map(mul, important, difficult))


def _levels(values: Iterable[float | None], field: str) -> tuple[float | None, ...]:
    return _numbers.numbers(values, field, low=_LOW, high=_HIGH)


def _rho(rho: float) -> float:
    return _numbers.number(rho, "rho", low=0, high=1)


def _weights(weights: Iterable[float | None] | None, count: int) -> tuple[float | None, ...]:
    if weights is None:
        return (1.0,) * count
    given = _numbers.numbers(weights, "weights", low=0)
    _numbers.check_same_length("weights", given, "levels", range(count))
    known = _numbers.present(given)
    if not known:
        return (1.0,) * count
    if not any(known):
        raise FieldError("weights", "must not all be 0; leave them out to weigh all goals the same")
    return given


def _score(levels: Sequence[float | None], weights: Sequence[float | None], rho: float) -> GasScore:
    pairs = zip(levels, weights, strict=True)
    used = [(level, weight) for level, weight in pairs if level is not None and weight is not None]
    rated, weight_of = [level for level, _ in used], [weight for _, weight in used]
    attained = sum(level >= 0 for level in rated)
    per_level: float | Undefined
    weighted: float | Undefined
    if any(weight_of):
        per_level = _points_per_level(weight_of, rho)
        shares = _shares(weight_of)
        weighted = math.fsum(map(mul, shares, rated)) / math.fsum(shares)
        t: float | Undefined = _EXPECTED_T + per_level * weighted
    else:
        t = per_level = weighted = _NO_WEIGHT if used else _NOT_RATED
    return GasScore(
        t=t,
        mean_level=_numbers.quotient(math.fsum(rated), len(used), _NOT_RATED.reason),
        weighted_mean_level=weighted,
        points_per_level=per_level,
        attained=attained,
        share_attained=_numbers.quotient(attained, len(used), _NOT_RATED.reason),
        n=len(used),
        dropped=len(levels) - len(used),
        rho=rho,
    )


def _shares(weights: Sequence[float]) -> list[float]:
    """Weights in proportion to the largest, so that no square of one is too large or too small."""
    top = max(weights)
    return [weight / top for weight in weights]


def _points_per_level(weights: Sequence[float], rho: float) -> float:
    shares = _shares(weights)
    total = math.fsum(shares)
    return _T_PER_SD * total / math.sqrt((1 - rho) * math.fsum(map(mul, shares, shares)) + rho * total * total)
