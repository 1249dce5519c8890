"""Goal attainment scaling: the T-score, its change, its inverse, and weights."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.progress import Undefined, gas_change, gas_level, gas_score, gas_weights
from therapygoals.testing import numbers

LEVELS = st.integers(-4, 4).map(lambda half: half / 2)
SHARES = numbers(0, 1)
WEIGHTED = st.lists(st.tuples(LEVELS, numbers(0.01, 100)), min_size=1, max_size=10)


def close(one, other):
    return one == other or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def unzipped(goals):
    return [level for level, _ in goals], [weight for _, weight in goals]


# What people will read


def test_all_goals_as_expected_are_50():
    assert gas_score([0, 0, 0]).t == 50


def test_three_goals_reach_from_23_to_77():
    assert [round(gas_score([level] * 3).t, 1) for level in (-2, 2)] == [22.6, 77.4]


def test_example_of_the_peer_is_55():
    score = gas_score([-2, 0, -1, 2, 0, 1], weights=[3, 5, 1, 4, 2, 6])
    assert (score.t, score.n, score.dropped, score.attained) == (55, 6, 0, 4)
    assert score.share_attained == pytest.approx(4 / 6)


def test_goal_without_level_or_weight_is_dropped_and_counted():
    score = gas_score([1, None, 2, 0], weights=[1, 1, None, 1])
    assert (score.n, score.dropped) == (2, 2)
    assert score.t == gas_score([1, 0]).t


@pytest.mark.parametrize("levels", [[], [None], [None, None]])
def test_nothing_rated_has_no_score(levels):
    score = gas_score(levels)
    assert score.t == score.mean_level == score.share_attained == Undefined("no goal was rated")
    assert (score.attained, score.n, score.dropped) == (0, 0, len(levels))


def test_only_goals_of_weight_0_rated_have_levels_but_no_score():
    score = gas_score([1, None], weights=[0, 2])
    assert score.t == score.points_per_level == Undefined("every goal that was rated has weight 0")
    assert (score.mean_level, score.attained) == (1, 1)


def test_all_weights_0_are_refused_where_a_peer_takes_equal_ones():
    silently = 50.0  # gasr, for the levels 1, 0 and -1
    with pytest.raises(FieldError, match=r"^weights must not all be 0; leave them out to weigh all goals the same$"):
        gas_score([1, 0, -1], weights=[0, 0, 0])
    assert gas_score([1, 0, -1]).t == silently


def test_weights_that_nobody_gave_are_equal():
    assert gas_score([1, 2], weights=[None, None]) == gas_score([1, 2]) == gas_score([1, 2], weights=[7, 7])


def test_change_is_told_on_goals_rated_twice():
    change = gas_change([-1, -1, None], [1, None, 2])
    assert (change.n, change.dropped) == (1, 2)
    assert (change.before.t, change.after.t, change.change) == (40, 60, 20)


def test_change_over_whatever_was_rated_shows_a_gain_where_none_was_rated_twice_better():
    change = gas_change([-1, -2], [-1, None])
    assert change.change == 0
    assert change.change_all > 5


def test_nothing_rated_twice_has_no_change():
    change = gas_change([-1, None], [None, 1])
    assert change.change == Undefined("no goal was rated")
    assert change.change_all == 20


def test_nothing_rated_later_leaves_the_start():
    change = gas_change([-1, -1], [None, None])
    assert change.before_all.n == 2
    assert change.change_all == Undefined("no goal was rated")


def test_weight_is_importance_times_difficulty():
    assert gas_weights([3, 0], [2, 3]) == (6, 0)


# Laws


@given(WEIGHTED, SHARES)
def test_turning_levels_over_turns_the_score_about_50(goals, rho):
    levels, weights = unzipped(goals)
    turned = gas_score([-level for level in levels], weights=weights, rho=rho)
    assert close(turned.t, 100 - gas_score(levels, weights=weights, rho=rho).t)


@given(WEIGHTED, SHARES, st.floats(1e-80, 1e80))
def test_only_proportions_of_weights_matter(goals, rho, factor):
    levels, weights = unzipped(goals)
    scaled = gas_score(levels, weights=[factor * weight for weight in weights], rho=rho)
    assert close(scaled.t, gas_score(levels, weights=weights, rho=rho).t)


@given(WEIGHTED, SHARES, st.randoms(use_true_random=False))
def test_order_of_goals_does_not_matter(goals, rho, chance):
    mixed = list(goals)
    chance.shuffle(mixed)
    scores = [gas_score(unzipped(some)[0], weights=unzipped(some)[1], rho=rho) for some in (goals, mixed)]
    assert close(scores[0].t, scores[1].t)
    assert scores[0].attained == scores[1].attained


@given(WEIGHTED, SHARES, st.integers(0, 5))
def test_goals_that_were_not_rated_change_nothing_but_their_count(goals, rho, more):
    levels, weights = unzipped(goals)
    known = gas_score(levels, weights=weights, rho=rho)
    padded = gas_score([*levels, *[None] * more], weights=[*weights, *[1] * more], rho=rho)
    assert (padded.t, padded.n, padded.dropped) == (known.t, known.n, more)


@given(WEIGHTED, SHARES)
def test_level_is_the_way_back_from_the_score(goals, rho):
    levels, weights = unzipped(goals)
    score = gas_score(levels, weights=weights, rho=rho)
    assert close(gas_level(score.t, weights=weights, rho=rho), score.weighted_mean_level)
    assert -2 - 1e-12 <= score.weighted_mean_level <= 2 + 1e-12


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=10), SHARES)
def test_change_there_and_back_is_none(goals, rho):
    first, last = unzipped(goals)
    there, back = gas_change(first, last, rho=rho), gas_change(last, first, rho=rho)
    assert close(there.change, -back.change)
    assert there.change == there.change_all


# Bad input


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ([0, 3], r"levels\[1\] must be at most 2 \(got 3\)"),
        ([-2.5], r"levels\[0\] must be at least -2 \(got -2.5\)"),
        (
            [math.nan],
            r"levels\[0\] must be a finite number; a missing value, where one may be missing, is None \(got nan\)",
        ),
        ([math.inf], r"levels\[0\] must be a finite number between -1e\+100 and 1e\+100 \(got inf\)"),
    ],
)
def test_level_out_of_range_is_refused(levels, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        gas_score(levels)


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (["0"], r"levels\[0\] must be an int or float \(got 'str'\)"),
        ([0, True], r"levels\[1\] must be an int or float \(got 'bool'\)"),
        ("012", r"levels must be a sequence of numbers in order \(got 'str'\)"),
        ({0, 1}, r"levels must be a sequence of numbers in order \(got 'set'\)"),
        ({0: 1}, r"levels must be a sequence of numbers in order \(got 'dict'\)"),
        (1, r"levels must be a sequence of numbers in order \(got 'int'\)"),
        (None, r"levels must be a sequence of numbers in order \(got 'NoneType'\)"),
    ],
)
def test_what_is_no_row_of_numbers_is_refused(levels, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        gas_score(levels)


@pytest.mark.parametrize("rho", [-0.1, 1.1])
def test_rho_out_of_its_bounds_is_refused(rho):
    with pytest.raises(FieldError, match=r"^rho must be at (least 0|most 1) \(got "):
        gas_score([0], rho=rho)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: gas_score([0, 1], weights=[1]), r"weights must have as many values as levels \(2\) \(got 1\)"),
        (lambda: gas_score([0], weights=[-1]), r"weights\[0\] must be at least 0 \(got -1\)"),
        (lambda: gas_change([0, 1], [1]), r"after must have as many values as before \(2\) \(got 1\)"),
        (lambda: gas_level(1000, weights=[1]), r"t must be a T-score that levels from -2 to 2 .* \(got 1000\)"),
        (lambda: gas_level(50, weights=[]), "weights must hold a weight above 0"),
        (lambda: gas_level(50, weights=[0, 0]), "weights must hold a weight above 0"),
        (lambda: gas_level(math.nan, weights=[1]), r"t must be a finite number .* \(got nan\)"),
        (lambda: gas_weights([1], [1, 2]), r"difficulty must have as many values as importance \(1\) \(got 2\)"),
        (lambda: gas_weights([-1], [1]), r"importance\[0\] must be at least 0 \(got -1\)"),
    ],
)
def test_what_does_not_fit_is_refused(call, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        call()


def test_level_needs_every_weight():
    with pytest.raises(FieldTypeError, match=r"^weights\[0\] must be an int or float \(got 'NoneType'\)$"):
        gas_level(50, weights=[None, 1])


def test_weight_needs_both_ratings():
    with pytest.raises(FieldTypeError, match=r"^difficulty\[1\] must be an int or float \(got 'NoneType'\)$"):
        gas_weights([1, 2], [1, None])
