"""By what factor a measure with a true zero changed."""

import math
from statistics import fmean, median, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import Undefined, log_median_ratio, log_response_ratio
from therapygoals.testing import numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
PHASE = st.lists(st.integers(0, 10), min_size=1, max_size=14)
METRICS = (log_response_ratio, log_median_ratio)
ONE_VALUE = Undefined("a phase holds only one value, so its spread cannot be told")

each_metric = pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.__name__)


def close(one, other):
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def turned(number):
    return number if isinstance(number, Undefined) else -number


def test_ratio_of_means_is_corrected_for_few_values():
    before, after = [4, 6, 5, 5], [2, 3, 2, 1]
    squares = [variance(values) / len(values) / fmean(values) ** 2 for values in (before, after)]
    effect = log_response_ratio(before, after, direction=DOWN)
    assert close(effect.estimate, math.log(5 / 2) - (squares[1] - squares[0]) / 2)
    assert close(effect.se, math.sqrt(sum(squares)))
    assert (effect.unit, effect.n_before, effect.n_after, effect.caution) == ("log ratio", 4, 4, None)


def test_ratio_of_medians_has_an_error_from_the_values_about_them():
    before, after = [21, 14, 11, 27, 19, 32, 21, 23, 18, 26, 24, 23], [34, 19, 26, 31, 39, 42, 27, 14, 25, 29, 33, 36]
    effect = log_median_ratio(before, after, direction=UP)  # the values of bonett2020
    assert close(effect.estimate, math.log(median(after) / median(before)))
    assert close(effect.high - effect.estimate, 1.959963984540054 * effect.se)
    assert 0 < effect.se < effect.estimate


def test_no_change_is_0_and_not_minus_0():
    for metric in METRICS:
        assert str(metric([2, 2], [2, 2], direction=DOWN).estimate) == "0.0"


@pytest.mark.parametrize(("counts", "told"), [(False, False), (True, True)])
def test_phase_of_zeros_has_a_ratio_only_as_counts(counts, told):
    effect = log_response_ratio([3, 5, 4, 6], [0, 0, 0, 0, 0], direction=DOWN, counts=counts)
    assert isinstance(effect.estimate, float) is isinstance(effect.se, float) is told
    if not told:
        assert effect.estimate == Undefined("the mean of a phase is 0, and 0 has no ratio to anything")


def test_counts_floor_the_mean_and_the_variance():
    effect = log_response_ratio([4, 4], [0, 0, 0, 0], direction=DOWN, counts=True)
    squares = 1 / 2**3 / 2 / 4**2, 1 / 4**3 / 4 / (1 / 8) ** 2
    assert close(effect.estimate, math.log(4 / (1 / 8)) - (squares[1] - squares[0]) / 2)
    assert close(effect.se, math.sqrt(sum(squares)))


@pytest.mark.parametrize(("before", "after"), [([0, 0, 3], [1, 2]), ([1, 2], [0, 0, 0])])
def test_median_of_0_has_no_ratio_where_a_peer_says_infinity(before, after):
    effect = log_median_ratio(before, after, direction=UP)
    assert {effect.estimate, effect.se, effect.low, effect.high} == {
        Undefined("the median of a phase is 0, and 0 has no ratio to anything")
    }


@pytest.mark.parametrize(("before", "after"), [([0, 2, 3], [1, 2]), ([1, 2], [0, 2, 3])])
def test_median_bounded_by_0_has_no_error_where_a_peer_says_infinity(before, after):
    effect = log_median_ratio(before, after, direction=UP)
    assert isinstance(effect.estimate, float)
    assert {effect.se, effect.low, effect.high} == {
        Undefined("a value of 0 bounds the median of a phase, so its standard error cannot be told")
    }


@pytest.mark.parametrize(("before", "after"), [([3], [5, 6]), ([3, 4], [6]), ([3], [6])])
def test_single_value_has_no_spread(before, after):
    assert log_response_ratio(before, after, direction=UP).estimate == ONE_VALUE
    effect = log_median_ratio(before, after, direction=UP)
    assert effect.estimate > 0
    assert {effect.se, effect.low, effect.high} == {ONE_VALUE}


@each_metric
@pytest.mark.parametrize(("before", "after"), [([], [1, 2]), ([1, 2], []), ([None], [1, 2])])
def test_nothing_is_told_of_an_empty_phase(metric, before, after):
    effect = metric(before, after, direction=UP)
    assert (effect.estimate, effect.dropped) == (Undefined("a phase holds no value"), before.count(None))
    assert effect.se == effect.low == effect.high == effect.estimate


@each_metric
def test_tiny_values_give_a_finite_number_or_a_reason(metric):
    effect = metric([5e-324, 5e-324, 1], [1e100, 5e-324, 1e-320], direction=UP)
    for told in (effect.estimate, effect.se, effect.low, effect.high):
        assert isinstance(told, Undefined) or math.isfinite(told)


@each_metric
@given(before=PHASE, after=PHASE)
def test_swapped_phases_and_the_other_direction_turn_the_sign(metric, before, after):
    one = metric(before, after, direction=UP)
    for other in (metric(after, before, direction=UP), metric(before, after, direction=DOWN)):
        assert close(one.estimate, turned(other.estimate))
        assert close(one.se, other.se) or isinstance(one.se, Undefined)


@each_metric
@given(before=PHASE, after=PHASE, factor=st.sampled_from([0.25, 0.5, 2, 4, 1024]))
def test_other_unit_changes_nothing(metric, before, after, factor):
    one = metric(before, after, direction=UP)
    other = metric([factor * value for value in before], [factor * value for value in after], direction=UP)
    assert close(one.estimate, other.estimate)
    assert close(one.se, other.se)


@each_metric
@given(before=PHASE, after=PHASE, level=numbers(0.01, 0.98))
def test_wider_level_gives_a_wider_interval(metric, before, after, level):
    narrow, wide = (metric(before, after, direction=UP, level=level + more) for more in (0, 0.01))
    if not isinstance(wide.se, Undefined):
        assert wide.low <= narrow.low <= narrow.estimate <= narrow.high <= wide.high


@each_metric
def test_number_that_cannot_be_is_refused(metric):
    with pytest.raises(FieldError, match=r"^after\[1\] must be at least 0 \(got -1\)$"):
        metric([1, 2], [3, -1], direction=UP)
    with pytest.raises(FieldError, match=r"^before\[1\] must be a finite number"):
        metric([1, math.nan], [3], direction=UP)
    with pytest.raises(FieldError, match=r"^level must be at least 1e-09 \(got 0\)$"):
        metric([1, 2], [3], direction=UP, level=0)
    with pytest.raises(FieldTypeError, match=r"^after\[0\] must be an int or float"):
        metric([1, 2], ["3"], direction=UP)


def test_counts_are_counts_or_not():
    with pytest.raises(FieldTypeError, match=r"^counts must be of type bool \(got 'str'\)$"):
        log_response_ratio([1, 2], [3, 4], direction=UP, counts="yes")
