"""Means of two phases, held apart by the spread of one person's values."""

import math
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import Undefined, cohens_d, standardised_mean_difference
from therapygoals.testing import numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
PHASE = st.lists(st.integers(0, 10), min_size=1, max_size=10)
WAYS = [{"pooled": pooled, "corrected": corrected} for pooled in (False, True) for corrected in (False, True)]
METRICS = [(standardised_mean_difference, way) for way in WAYS] + [(cohens_d, {})]
NO_SPREAD = Undefined("the values that the spread is taken from are all equal")

each_metric = pytest.mark.parametrize(("metric", "way"), METRICS)


def close(one, other):
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def moved(values, factor, shift):
    return [factor * value + shift for value in values]


def test_difference_is_counted_in_deviations_of_the_earlier_phase():
    before, after = [2, 4, 3, 3], [7, 6, 8]
    plain = standardised_mean_difference(before, after, direction=UP, corrected=False)
    assert close(plain.estimate, (fmean(after) - fmean(before)) / stdev(before))
    assert (plain.unit, plain.n_before, plain.n_after) == ("standard deviations", 4, 3)
    corrected = standardised_mean_difference(before, after, direction=UP)
    assert close(corrected.estimate, (1 - 3 / 11) * plain.estimate)
    z = (corrected.high - corrected.estimate) / corrected.se
    assert close(z, 1.959963984540054)


def test_spread_half_from_either_phase():
    before, after = [2, 4, 3, 3], [7, 6, 9]
    told = cohens_d(before, after, direction=UP).estimate
    assert close(told, (fmean(after) - fmean(before)) / math.sqrt((stdev(before) ** 2 + stdev(after) ** 2) / 2))


def test_two_earlier_values_come_with_a_caution_where_a_peer_tells_0_without_a_word():
    effect = standardised_mean_difference([3, 5], [4, 6], direction=UP)
    assert (effect.estimate, effect.se, effect.low, effect.high) == (0, 0, 0, 0)
    assert effect.caution == "with so few values the small-sample correction makes every difference 0"
    assert standardised_mean_difference([3, 5], [4, 6], direction=UP, corrected=False).caution is None


@pytest.mark.parametrize(("before", "after"), [([3], [5, 6, 4]), ([3, 4, 2], [6])])
def test_pooled_spread_of_one_phase_comes_with_a_caution(before, after):
    effect = standardised_mean_difference(before, after, direction=UP, pooled=True)
    assert effect.estimate > 0
    assert effect.se > 0
    assert effect.caution == "a phase holds only one value, so the spread is that of the other phase"
    assert cohens_d(before, after, direction=UP).estimate.reason.startswith("a phase holds only one value")


@each_metric
@pytest.mark.parametrize("after", [[5, 5], [7, 7, 7]])
def test_without_any_spread_nothing_can_be_told_where_peers_say_infinity(metric, way, after):
    effect = metric([5, 5, 5], after, direction=UP, **way)
    assert effect.estimate == NO_SPREAD
    assert getattr(effect, "se", NO_SPREAD) == getattr(effect, "high", NO_SPREAD) == NO_SPREAD


@each_metric
@pytest.mark.parametrize(("before", "after"), [([], [1, 2]), ([1, 2], []), ([None], [1, 2])])
def test_nothing_is_told_of_an_empty_phase(metric, way, before, after):
    effect = metric(before, after, direction=UP, **way)
    assert (effect.estimate, effect.dropped) == (Undefined("a phase holds no value"), before.count(None))


@pytest.mark.parametrize(
    ("pooled", "after", "told"),
    [
        (False, [5, 6], "the earlier phase holds only one value, so its spread cannot be told"),
        (True, [5], "each phase holds only one value, so no spread can be told"),
    ],
)
def test_single_values_have_no_spread(pooled, after, told):
    effect = standardised_mean_difference([3], after, direction=UP, pooled=pooled)
    assert {effect.estimate, effect.se, effect.low, effect.high} == {Undefined(told)}
    assert effect.caution is None


def test_error_needs_the_spread_of_the_later_phase_too():
    effect = standardised_mean_difference([3, 4, 2], [6], direction=UP)
    assert effect.estimate > 0
    assert {effect.se, effect.low, effect.high} == {
        Undefined("a phase holds only one value, so its spread cannot be told")
    }


def test_error_beyond_all_numbers_is_told_as_such():
    effect = standardised_mean_difference([0, 1e-150, 0], [1e100, 1e100], direction=UP)
    assert math.isfinite(effect.estimate)
    assert effect.se == effect.high == Undefined("the result is too large to be told")


@each_metric
@given(before=PHASE, after=PHASE)
def test_scale_turned_over_with_the_direction_changes_nothing(metric, way, before, after):
    one = metric(before, after, direction=UP, **way)
    other = metric(moved(before, -1, 0), moved(after, -1, 0), direction=DOWN, **way)
    assert close(one.estimate, other.estimate)
    assert close(getattr(one, "se", 0), getattr(other, "se", 0))


@each_metric
@given(before=PHASE, after=PHASE, shift=st.integers(-100, 100), factor=st.integers(1, 9))
def test_shifted_and_stretched_scale_changes_nothing(metric, way, before, after, shift, factor):
    one = metric(before, after, direction=UP, **way)
    other = metric(moved(before, factor, shift), moved(after, factor, shift), direction=UP, **way)
    assert close(one.estimate, other.estimate)
    assert close(getattr(one, "se", 0), getattr(other, "se", 0))


@given(PHASE, PHASE)
def test_swapped_phases_turn_the_sign_of_what_takes_both_alike(before, after):
    for metric, way in ((standardised_mean_difference, {"pooled": True}), (cohens_d, {})):
        one, other = metric(before, after, direction=UP, **way), metric(after, before, direction=UP, **way)
        assert (
            one.estimate == other.estimate
            if isinstance(one.estimate, Undefined)
            else close(one.estimate, -other.estimate)
        )


@given(PHASE, PHASE, numbers(0.01, 0.98), st.sampled_from(WAYS))
def test_wider_level_gives_a_wider_interval(before, after, level, way):
    narrow, wide = (
        standardised_mean_difference(before, after, direction=UP, level=level + more, **way) for more in (0, 0.01)
    )
    if not isinstance(wide.se, Undefined):
        assert wide.low <= narrow.low <= narrow.estimate <= narrow.high <= wide.high


def test_choices_are_yes_or_no():
    with pytest.raises(FieldTypeError, match=r"^pooled must be of type bool \(got 'str'\)$"):
        standardised_mean_difference([1, 2], [3], direction=UP, pooled="yes")
    with pytest.raises(FieldTypeError, match=r"^corrected must be of type bool \(got 'int'\)$"):
        standardised_mean_difference([1, 2], [3], direction=UP, corrected=1)
    with pytest.raises(FieldError, match=r"^level must be at most 0\.999999999 \(got 95\)$"):
        standardised_mean_difference([1, 2], [3], direction=UP, level=95)


@each_metric
def test_what_is_no_number_is_refused(metric, way):
    with pytest.raises(FieldTypeError, match=r"^after\[0\] must be an int or float"):
        metric([1, 2], ["3"], direction=UP, **way)
    with pytest.raises(FieldError, match=r"^before\[1\] must be a finite number"):
        metric([1, math.inf], [3], direction=UP, **way)
    with pytest.raises(FieldError, match=r"^direction must be increase or decrease"):
        metric([1, 2], [3], direction=Direction.ACHIEVE, **way)
