"""Whether a series has come to a stand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import Shift, Threshold, Undefined, stall
from therapygoals.testing import numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
TWO = Threshold(2, "a source")
SERIES = st.lists(numbers(0, 30), min_size=6, max_size=12)


def of(values, *, window=3, threshold=TWO, direction=DOWN, goal=None):
    return stall(values, window=window, threshold=threshold, direction=direction, goal=goal)


@pytest.mark.parametrize(
    ("values", "change", "shift", "stalled"),
    [
        ([14, 12, 11, 12, 11, 11], -1, Shift.WITHIN, True),
        ([14, 14, 14, 12, 12, 12], -2, Shift.BETTER, False),
        ([12, 12, 12, 14, 14, 14], 2, Shift.WORSE, False),
        ([20, 20, 20, 12, 12, 12, 12, 12, 12], 0, Shift.WITHIN, True),
    ],
)
def test_series_has_stalled_where_the_last_values_are_about_those_before(values, change, shift, stalled):
    found = of(values)
    assert (found.change, found.shift, found.stalled) == (change, shift, stalled)
    assert found.met == Undefined("no goal was given")


def test_one_odd_value_decides_nothing():
    assert of([12, 12, 12, 12, 12, 0]).stalled is True
    assert of([12, 12, 12, 12, 12, 30]).stalled is True


@pytest.mark.parametrize(
    ("goal", "direction", "met"), [(12, DOWN, True), (11, DOWN, False), (12, UP, True), (13, UP, False)]
)
def test_who_stays_at_the_goal_has_not_stalled(goal, direction, met):
    found = of([12] * 6, goal=goal, direction=direction)
    assert (found.met, found.stalled) == (met, not met)


def test_missing_values_are_dropped_and_counted():
    found = of([14, None, 12, 11, None, 12, 11, 11])
    assert (found.change, found.n, found.dropped) == (-1, 6, 2)


@pytest.mark.parametrize("values", [[], [1] * 5, [None] * 9])
def test_fewer_than_two_windows_tell_nothing(values):
    found = of(values, goal=3)
    count = len([value for value in values if value is not None])
    assert found.stalled == Undefined(f"two windows of 3 values are needed, and there are {count} values")
    assert found.stalled == found.change == found.shift == found.met


@given(SERIES)
def test_turning_the_scale_over_with_the_direction_changes_nothing(values):
    one, other = of(values, goal=10), of([-value for value in values], direction=UP, goal=-10)
    assert (one.stalled, one.shift, one.met) == (other.stalled, other.shift, other.met)
    assert one.change == -other.change


@given(SERIES, st.lists(numbers(0, 30), max_size=5))
def test_what_lies_further_back_does_not_matter(values, earlier):
    assert of(earlier + values).change == of(values).change


@given(SERIES, st.integers(0, 12))
def test_missing_value_anywhere_changes_nothing(values, place):
    assert of([*values[:place], None, *values[place:]]).stalled is of(values).stalled


@given(SERIES, st.integers(-50, 50))
def test_shifting_all_values_with_the_goal_changes_little_but_noise(values, by):
    one, other = of(values), of([value + by for value in values])
    assert math.isclose(one.change, other.change, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"window": 0}, r"window must be at least 1 \(got 0\)"),
        ({"direction": Direction.ACHIEVE}, r"direction must be increase or decrease .*"),
        ({"goal": math.nan}, r"goal must be a finite number .* \(got nan\)"),
        ({"values": [1, math.inf]}, r"values\[1\] must be a finite number .* \(got inf\)"),
    ],
)
def test_what_cannot_be_is_refused(options, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        of(**{"values": [], **options})


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"window": 2.5}, r"window must be an int \(got 'float'\)"),
        ({"window": True}, r"window must be an int \(got 'bool'\)"),
        ({"threshold": 2}, r"threshold must be of type Threshold \(got 'int'\)"),
        ({"values": "123"}, r"values must be a sequence of numbers in order \(got 'str'\)"),
    ],
)
def test_what_is_of_another_type_is_refused(options, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        of(**{"values": [], **options})
