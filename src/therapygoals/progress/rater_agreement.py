"""Agreement between client and therapist: do two people who rate the same things see the same?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from statistics import fmean

import attrs

from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["RaterAgreement", "WeightedKappa", "rater_agreement"]

_ONE_POINT = 1
_NONE_TWICE = Undefined("nothing was rated by both")
_NO_CHANCE = Undefined("both gave one and the same rating throughout, so chance alone agrees as much")
_NO_ERROR = Undefined("the ratings leave no spread that an error could be told from")
_NOISE = 1e-12


@short_repr
@attrs.frozen(kw_only=True)
class WeightedKappa:
    """Agreement of two raters beyond chance, with its error.

    Attributes:
        value: The kappa, without unit; 1 is full agreement, 0 is that of chance.
        se: Its standard error, for large samples.
        low: Lower end of its interval.
        high: Upper end of its interval, at most 1.
    """

    value: float | Undefined
    se: float | Undefined
    low: float | Undefined
    high: float | Undefined


@short_repr
@attrs.frozen(kw_only=True)
class RaterAgreement:
    """How far the ratings of a client and a therapist agree.

    Attributes:
        exact: Share of pairs with the same rating, from 0 to 1.
        within_one: Share of pairs at most one point apart, from 0 to 1.
        kappa_linear: Weighted kappa whose weights grow with the distance.
        kappa_quadratic: Weighted kappa whose weights grow with the squared distance.
        difference: Mean of client minus therapist, in points. It tells who rates higher; agreement does not.
        level: Share of such intervals that would hold the true kappa, such as 0.95.
        n: Number of pairs.
        dropped: Number of pairs of which a rating is missing.
    """

    exact: float | Undefined
    within_one: float | Undefined
    kappa_linear: WeightedKappa
    kappa_quadratic: WeightedKappa
    difference: float | Undefined
    level: float
    n: int
    dropped: int


def rater_agreement(
    client: Iterable[float | None],
    therapist: Iterable[float | None],
    *,
    low: float = 0,
    high: float = 10,
    level: float = 0.95,
) -> RaterAgreement:
    """Agreement of two raters on a scale of points, exact, within one point, and beyond chance.

    Formula:
        exact = pairs with client = therapist / n
        within one = pairs with abs(client - therapist) <= 1 / n
        d(x, y) = abs(x - y) for the linear kappa, (x - y) ** 2 for the quadratic one
        seen = mean of d(client_i, therapist_i) over i
        chance = mean of d(client_i, therapist_j) over all i and j
        kappa = 1 - seen / chance
        c_i = mean of d(client_i, therapist_j) over j, t_i = mean of d(client_j, therapist_i) over j
        SE = sqrt((mean of (d_i - (1 - kappa) * (c_i + t_i)) ** 2 over i - seen ** 2) / n) / chance
        interval = kappa -+ z * SE, with the normal quantile z of the level

    Args:
        client: Ratings by the client, in order, in points from `low` to `high`. None where one is missing: the pair is
            dropped and counted.
        therapist: Ratings of the same things by the therapist, in the same order.
        low: Lowest rating that there is.
        high: Highest rating that there is.
        level: Level of the intervals, above 0 and below 1.

    Returns:
        Shares from 0 to 1 and kappas of at most 1, where 1 is full agreement, 0 is what chance would bring and less
        than 0 is worse than that. All are `Undefined` without a pair; the kappas also where both gave one and the same
        rating throughout. At full agreement a kappa has no error that could be told, and no interval of width 0 is
        given in its place.

    Raises:
        FieldTypeError: A rating is no number.
        FieldError: A rating or the level is out of range, or the lengths differ.

    When it misleads:
        The kappas depend on how the ratings spread: where almost everything is rated alike they are low in spite of
        much agreement. Linear and quadratic kappas of the same ratings differ, so neither can be held against a rule of
        thumb for the other. Ratings of one pair of people over time hang together, and the error is one for large
        samples: a handful of pairs tells little. Neither rater is the right one: to differ is a reason to talk.

    Examples:
        >>> agreement = rater_agreement([2, 6, 7, 3, None], [2, 5, 7, 5, 8])
        >>> agreement.exact, agreement.within_one, agreement.n, agreement.dropped
        (0.5, 0.75, 4, 1)
        >>> round(agreement.kappa_linear.value, 3), round(agreement.kappa_quadratic.value, 3)
        (0.667, 0.833)

    References:
        cohen1968 for weighted kappa; fleiss1969 for its standard error, here written without a table; warrens2013 on
        why linear and quadratic kappas are not held against one rule of thumb.
    """
    _numbers.number(low, "low")
    _numbers.number(high, "high", low=low)
    ours = _numbers.numbers(client, "client", low=low, high=high)
    theirs = _numbers.numbers(therapist, "therapist", low=low, high=high)
    _numbers.check_same_length("therapist", theirs, "client", ours)
    z = _numbers.two_sided(_numbers.check_level(level))
    pairs = [(one, other) for one, other in zip(ours, theirs, strict=True) if one is not None and other is not None]
    gaps = [one - other for one, other in pairs]
    return RaterAgreement(
        exact=_share([gap == 0 for gap in gaps]),
        within_one=_share([abs(gap) <= _ONE_POINT or math.isclose(abs(gap), _ONE_POINT) for gap in gaps]),
        kappa_linear=_kappa(pairs, 1, z),
        kappa_quadratic=_kappa(pairs, 2, z),
        difference=fmean(gaps) if gaps else _NONE_TWICE,
        level=level,
        n=len(pairs),
        dropped=len(ours) - len(pairs),
    )


def _share(holds: list[bool]) -> float | Undefined:
    return sum(holds) / len(holds) if holds else _NONE_TWICE


def _kappa(pairs: list[tuple[float, float]], power: int, z: float) -> WeightedKappa:
    if not pairs:
        return WeightedKappa(value=_NONE_TWICE, se=_NONE_TWICE, low=_NONE_TWICE, high=_NONE_TWICE)
    ratings = [rating for pair in pairs for rating in pair]
    spread = max(ratings) - min(ratings)
    if not spread:
        return WeightedKappa(value=_NO_CHANCE, se=_NO_CHANCE, low=_NO_CHANCE, high=_NO_CHANCE)

    def gap(one: float, other: float) -> float:
        return (abs(one - other) / spread) ** power  # kappa has no unit, so the largest gap may be 1

    client, therapist = (Counter(column) for column in zip(*pairs, strict=True))
    of_client = {one: fmean([gap(one, other) for other in therapist], therapist.values()) for one in client}
    of_therapist = {other: fmean([gap(one, other) for one in client], client.values()) for other in therapist}
    gaps = [gap(one, other) for one, other in pairs]
    seen, chance = fmean(gaps), fmean(of_client[one] for one, _ in pairs)
    share = seen / chance
    terms = [apart - share * (of_client[x] + of_therapist[y]) for apart, (x, y) in zip(gaps, pairs, strict=True)]
    squares = fmean(term * term for term in terms)
    variance = squares - seen * seen
    if variance <= _NOISE * squares:
        return WeightedKappa(value=1 - share, se=_NO_ERROR, low=_NO_ERROR, high=_NO_ERROR)
    se = math.sqrt(variance / len(pairs)) / chance
    return WeightedKappa(value=1 - share, se=se, low=1 - share - z * se, high=min(1.0, 1 - share + z * se))
