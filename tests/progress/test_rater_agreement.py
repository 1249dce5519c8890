"""Agreement of the ratings of client and therapist."""

import math
from itertools import product
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.progress import Undefined, rater_agreement
from therapygoals.testing import numbers

RATED = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=2, max_size=12)
CLOSE = {"rel_tol": 1e-9, "abs_tol": 1e-9}


def columns(pairs):
    return [one for one, _ in pairs], [other for _, other in pairs]


def of(pairs):
    return rater_agreement(*columns(pairs))


def kappas(agreement):
    return agreement.kappa_linear.value, agreement.kappa_quadratic.value


def by_table(pairs, power):
    """Weighted kappa from the table of both raters, with weights of agreement, as textbooks write it."""
    points = range(11)
    client, therapist = columns(pairs)
    weights = {(i, j): 1 - (abs(i - j) / 10) ** power for i, j in product(points, points)}
    seen = sum(weight * pairs.count(cell) for cell, weight in weights.items()) / len(pairs)
    chance = sum(weight * client.count(i) * therapist.count(j) for (i, j), weight in weights.items()) / len(pairs) ** 2
    return None if math.isclose(chance, 1) else (seen - chance) / (1 - chance)


def same(told, number):
    return isinstance(told, Undefined) if number is None else math.isclose(told, number, **CLOSE)


def same_kappas(one, other):
    known = [None if isinstance(kappa, Undefined) else kappa for kappa in kappas(other)]
    return all(map(same, kappas(one), known))


def error_by_table(pairs, power):
    """Standard error of weighted kappa from the table of both raters (fleiss1969)."""
    points, n = range(11), len(pairs)
    client, therapist = columns(pairs)
    weights = {(i, j): 1 - (abs(i - j) / 10) ** power for i, j in product(points, points)}
    rows = {i: sum(weights[i, j] * therapist.count(j) for j in points) / n for i in points}
    across = {j: sum(weights[i, j] * client.count(i) for i in points) / n for j in points}
    chance = sum(rows[i] * client.count(i) for i in points) / n
    kappa = by_table(pairs, power)
    if kappa is None:
        return None
    first = sum(
        pairs.count(cell) / n * (weight - (rows[cell[0]] + across[cell[1]]) * (1 - kappa)) ** 2
        for cell, weight in weights.items()
    )
    variance = (first - (kappa - chance * (1 - kappa)) ** 2) / (n * (1 - chance) ** 2)
    return math.sqrt(max(0, variance))


@given(RATED)
def test_kappas_are_those_of_the_table_of_both_raters(pairs):
    linear, quadratic = kappas(of(pairs))
    assert same(linear, by_table(pairs, 1))
    assert same(quadratic, by_table(pairs, 2))


@given(RATED)
def test_errors_are_those_of_the_table_of_both_raters(pairs):
    agreement = of(pairs)
    for kappa, power in ((agreement.kappa_linear, 1), (agreement.kappa_quadratic, 2)):
        expected = error_by_table(pairs, power)
        if isinstance(kappa.se, Undefined):
            assert expected is None or expected < 1e-5
        else:
            assert math.isclose(kappa.se, expected, rel_tol=1e-6, abs_tol=1e-7)
            assert math.isclose(kappa.value - kappa.low, 1.959963984540054 * kappa.se)
            assert kappa.high == min(1, kappa.value + (kappa.value - kappa.low)) or math.isclose(
                kappa.high, 2 * kappa.value - kappa.low
            )


@given(RATED, numbers(0.5, 0.9))
def test_higher_level_gives_a_wider_interval(pairs, level):
    narrow = rater_agreement(*columns(pairs), level=level).kappa_linear
    wide = rater_agreement(*columns(pairs), level=level + 0.05).kappa_linear
    assert narrow.se == wide.se
    assert isinstance(narrow.se, Undefined) or wide.low < narrow.low


def test_full_agreement_has_no_interval_of_width_0():
    kappa = rater_agreement([2, 5, 8], [2, 5, 8]).kappa_linear
    assert kappa.value == 1
    assert kappa.se == kappa.low == kappa.high
    assert kappa.se == Undefined("the ratings leave no spread that an error could be told from")


@given(RATED)
def test_quadratic_kappa_is_made_of_means_variances_and_covariance(pairs):
    client, therapist = columns(pairs)
    apart = (fmean(client) - fmean(therapist)) ** 2
    scatter = pvariance(client) + pvariance(therapist) + apart
    covariance = fmean(one * other for one, other in pairs) - fmean(client) * fmean(therapist)
    assert same(of(pairs).kappa_quadratic.value, 2 * covariance / scatter if scatter else None)


@given(RATED)
def test_raters_may_change_places(pairs):
    there, back = of(pairs), of([(other, one) for one, other in pairs])
    assert (there.exact, there.within_one) == (back.exact, back.within_one)
    assert there.difference == -back.difference
    assert same_kappas(there, back)


@given(RATED)
def test_turning_the_scale_over_changes_no_agreement(pairs):
    turned = of([(10 - one, 10 - other) for one, other in pairs])
    assert (turned.exact, turned.within_one) == (of(pairs).exact, of(pairs).within_one)
    assert same_kappas(of(pairs), turned)


@given(RATED, st.randoms(use_true_random=False), st.integers(0, 3))
def test_order_and_things_rated_by_one_alone_do_not_matter(pairs, chance, more):
    mixed = [*pairs, *[(5, None)] * more, *[(None, 5)] * more]
    chance.shuffle(mixed)
    one, other = of(pairs), of(mixed)
    assert (one.exact, one.within_one, one.n, one.dropped + 2 * more) == (
        other.exact,
        other.within_one,
        other.n,
        other.dropped,
    )
    assert same_kappas(one, other)


@given(st.lists(numbers(0, 10), min_size=2, max_size=8, unique=True))
def test_full_agreement_is_1(ratings):
    agreement = rater_agreement(ratings, ratings)
    assert (agreement.exact, agreement.within_one, agreement.difference) == (1, 1, 0)
    assert kappas(agreement) == (1, 1)


def test_opposite_raters_agree_less_than_by_chance():
    agreement = rater_agreement([0, 10], [10, 0])
    assert (agreement.exact, agreement.within_one, *kappas(agreement)) == (0, 0, -1, -1)


def test_point_apart_is_a_point_whatever_the_noise_of_arithmetic():
    assert 4.4 - 3.4 > 1
    assert rater_agreement([4.4, 8.3], [3.4, 9.3]).within_one == 1


def test_one_rating_throughout_leaves_no_kappa():
    agreement = rater_agreement([5, 5], [5, 5])
    assert (agreement.exact, agreement.n) == (1, 2)
    assert agreement.kappa_linear == agreement.kappa_quadratic
    assert agreement.kappa_linear.value == Undefined(
        "both gave one and the same rating throughout, so chance alone agrees as much"
    )


@pytest.mark.parametrize(("client", "therapist"), [([], []), ([None], [3]), ([3, None], [None, 4])])
def test_nothing_rated_by_both_tells_nothing(client, therapist):
    agreement = rater_agreement(client, therapist)
    assert agreement.exact == agreement.within_one == agreement.difference == Undefined("nothing was rated by both")
    assert kappas(agreement) == (agreement.exact, agreement.exact)
    assert (agreement.n, agreement.dropped) == (0, len(client))


@pytest.mark.parametrize("size", [1e-200, 1e99])
def test_size_of_the_unit_does_not_matter(size):
    ratings = [0, 3, 5, 9], [1, 3, 6, 6]
    one = rater_agreement(*ratings)
    other = rater_agreement(*([size * rating for rating in column] for column in ratings), high=10 * size)
    assert same_kappas(one, other)
    assert math.isclose(one.kappa_quadratic.se, other.kappa_quadratic.se)


def test_scale_can_be_another():
    assert rater_agreement([-3, 3], [-3, 2], low=-3, high=3).exact == 0.5


@pytest.mark.parametrize(
    ("client", "therapist", "told"),
    [
        ([11], [1], r"client\[0\] must be at most 10 \(got 11\)"),
        ([1], [-1], r"therapist\[0\] must be at least 0 \(got -1\)"),
        ([1], [math.inf], r"therapist\[0\] must be a finite number .* \(got inf\)"),
        ([1, 2], [1], r"therapist must have as many values as client \(2\) \(got 1\)"),
    ],
)
def test_rating_that_does_not_fit_is_refused(client, therapist, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        rater_agreement(client, therapist)


def test_scale_has_two_ends_and_ratings_are_numbers():
    with pytest.raises(FieldError, match=r"^high must be at least 5 \(got 1\)$"):
        rater_agreement([], [], low=5, high=1)
    with pytest.raises(FieldError, match=r"^level must be at most .* \(got 1\)$"):
        rater_agreement([], [], level=1)
    with pytest.raises(FieldTypeError, match=r"^client\[0\] must be an int or float \(got 'str'\)$"):
        rater_agreement(["5"], [5])
