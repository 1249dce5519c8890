"""Goal-based ratings from 0 to 10."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction, Party
from therapygoals.progress import Shift, Threshold, Undefined, rating_change
from therapygoals.testing import numbers

THREE = Threshold(3, "a source")
RATED = st.lists(st.tuples(numbers(0, 10), numbers(0, 10)), min_size=1, max_size=6)


def change_of(before, after, **options):
    return rating_change(before, after, rater=Party.CLIENT, threshold=THREE, **options)


def columns(goals):
    return [first for first, _ in goals], [last for _, last in goals]


@pytest.mark.parametrize(
    ("before", "after", "shift"),
    [(5, 8, Shift.BETTER), (5, 7.5, Shift.WITHIN), (8, 5, Shift.WORSE), (5, 5, Shift.WITHIN)],
)
def test_change_of_the_size_of_the_threshold_is_beyond_it(before, after, shift):
    change = change_of([before], [after])
    assert change.shift is change.goals[0].shift is shift


def test_noise_of_arithmetic_does_not_decide():
    noisy = 7.35 - 4.9
    assert noisy < 2.45
    change = rating_change([4.9], [7.35], rater=Party.CLIENT, threshold=Threshold(2.45, "a source"))
    assert change.shift is Shift.BETTER


def test_whole_points_need_a_whole_point_more_than_a_threshold_between_them():
    threshold = Threshold(2.45, "a source")
    for goals, least in ((1, 3), (2, 2.5), (3, 8 / 3)):
        means = [points / goals for points in range(30)]
        beyond = [mean for mean in means if threshold.shift(mean, Direction.INCREASE) is Shift.BETTER]
        assert min(beyond) == least


def test_rater_and_threshold_are_kept():
    change = rating_change([1], [2], rater=Party.CARER, threshold=THREE)
    assert (change.rater, change.threshold) == (Party.CARER, THREE)


def test_without_a_threshold_nothing_is_called_reliable():
    change = rating_change([1, None], [9, 5], rater=Party.CLIENT)
    assert change.change == 8
    assert change.shift == change.goals[0].shift == Undefined("no threshold was given")
    assert change.goals[1].shift == Undefined("not measured at both times")


@pytest.mark.parametrize(("before", "after"), [([], []), ([None], [3]), ([3, None], [None, 4])])
def test_nothing_rated_twice_has_no_mean(before, after):
    change = change_of(before, after)
    assert change.change == change.mean_before == change.mean_after == change.shift
    assert change.change == Undefined("no goal was rated at both times")
    assert (change.n, change.dropped) == (0, len(before))


@given(RATED)
def test_there_and_back_is_no_change(goals):
    before, after = columns(goals)
    there, back = change_of(before, after), change_of(after, before)
    assert there.change == -back.change
    assert {there.shift, back.shift} in ({Shift.BETTER, Shift.WORSE}, {Shift.WITHIN})


@given(RATED, st.randoms(use_true_random=False), st.integers(0, 3))
def test_order_and_goals_rated_once_do_not_matter(goals, chance, more):
    before, after = columns(goals)
    mixed = [*goals, *[(5, None)] * more]
    chance.shuffle(mixed)
    one, other = change_of(before, after), change_of(*columns(mixed))
    assert math.isclose(one.change, other.change, abs_tol=1e-9)
    assert (one.n, one.dropped + more) == (other.n, other.dropped)


@given(RATED)
def test_mean_change_is_the_change_of_the_means(goals):
    change = change_of(*columns(goals))
    assert math.isclose(change.change, change.mean_after - change.mean_before, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([-1], [1], r"before\[0\] must be at least 0 \(got -1\)"),
        ([1, 2], [1, 10.5], r"after\[1\] must be at most 10 \(got 10\.5\)"),
        ([1], [math.nan], r"after\[0\] must be a finite number.* \(got nan\)"),
        ([1], [1, 2], r"after must have as many values as before \(1\) \(got 2\)"),
    ],
)
def test_rating_that_does_not_fit_is_refused(before, after, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        change_of(before, after)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"rater": "client"}, r"rater must be of type Party \(client, therapist, .*\) \(got 'str'\)"),
        ({"rater": Party.CLIENT, "threshold": 2.45}, r"threshold must be of type Threshold \(got 'float'\)"),
    ],
)
def test_rater_and_threshold_say_what_they_are(options, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        rating_change([1], [2], **options)
