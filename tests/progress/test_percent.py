"""How much of the way from baseline to target one value or a phase has covered."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import PercentStatus, Undefined, percent_of_goal, percent_of_goal_obtained
from therapygoals.testing import numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
VALUES = numbers(-100, 100)
PHASE = st.lists(st.integers(-50, 50), min_size=2, max_size=12)
EXTREME = st.floats(-1e100, 1e100)


def percent(baseline, current, target, direction):
    return percent_of_goal(baseline=baseline, current=current, target=target, direction=direction)


def close(one, other):
    return one == other or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


# One value


@pytest.mark.parametrize(
    ("baseline", "current", "target", "direction", "raw", "clamped", "reached"),
    [
        (2, 2, 7, UP, 0, 0, False),
        (2, 7, 7, UP, 100, 100, True),
        (2, 11, 7, UP, 180, 100, True),
        (5, 3, 1, DOWN, 50, 50, False),
        (5, 6, 1, DOWN, -25, 0, False),
        (5, 0, 1, DOWN, 125, 100, True),
    ],
)
def test_way_from_the_baseline_at_0_to_the_target_at_100(baseline, current, target, direction, raw, clamped, reached):
    told = percent(baseline, current, target, direction)
    assert (told.raw, told.clamped, told.reached, told.status) == (raw, clamped, reached, PercentStatus.OK)


@pytest.mark.parametrize(("current", "reached"), [(2, True), (3, False), (1, True)])
def test_without_a_way_there_is_only_reached_or_not(current, reached):
    told = percent(2, current, 2, DOWN)
    assert told.status is PercentStatus.TARGET_EQUALS_BASELINE
    assert told.raw == told.clamped == Undefined("the target equals the baseline, so there is no way to go")
    assert told.reached is reached


def test_target_on_the_wrong_side_gives_no_percentage_where_a_peer_gives_one():
    of_the_peer = 100 * (3 - 2) / (5 - 2)  # SingleCaseES, whatever is better
    told = percent(2, 3, 5, DOWN)
    assert told.status is PercentStatus.DIRECTION_CONFLICT
    assert told.raw == Undefined("the target lies on the other side of the baseline than is better")
    assert percent(2, 3, 5, UP).raw == of_the_peer


@pytest.mark.parametrize("missing", ["baseline", "current", "target"])
def test_missing_number_is_told(missing):
    told = percent_of_goal(**{"baseline": 2, "current": 3, "target": 5, missing: None}, direction=UP)
    assert told.status is PercentStatus.MISSING
    assert not told.raw
    assert told.reached in ((False,) if missing == "baseline" else (Undefined("current value or target is missing"),))


def test_no_move_is_0_and_not_minus_0():
    assert str(percent(5, 5, 1, DOWN).raw) == "0.0"


def test_percentage_beyond_all_numbers_is_told_as_such():
    assert percent(0, 1e100, 5e-324, UP).raw == Undefined("the result is too large to be told")


@given(EXTREME, EXTREME, EXTREME, st.sampled_from((UP, DOWN)))
def test_answer_is_a_finite_number_or_a_reason(baseline, current, target, direction):
    told = percent(baseline, current, target, direction)
    assert isinstance(told.raw, Undefined) or math.isfinite(told.raw)
    assert isinstance(told.clamped, Undefined) or 0 <= told.clamped <= 100


@given(VALUES, VALUES, VALUES)
def test_turning_the_scale_over_with_the_direction_changes_nothing(baseline, current, target):
    one, other = percent(baseline, current, target, UP), percent(-baseline, -current, -target, DOWN)
    assert (one.raw, one.clamped, one.reached, one.status) == (other.raw, other.clamped, other.reached, other.status)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 9))
def test_shifting_and_stretching_the_scale_changes_nothing(baseline, current, target, shift, factor):
    assume(target > baseline)
    moved = (factor * value + shift for value in (baseline, current, target))
    assert close(percent(*moved, UP).raw, percent(baseline, current, target, UP).raw)


@given(VALUES, VALUES, VALUES)
def test_reached_is_at_100_or_more(baseline, current, target):
    assume(target - baseline > 1e-6)
    told = percent(baseline, current, target, UP)
    assert told.reached is (current >= target)
    assert close(told.raw, 100) or told.reached is (told.raw >= 100)


# A phase


def obtained(before, after, goal, direction=UP, **options):
    return percent_of_goal_obtained(before, after, goal=goal, direction=direction, **options)


def test_phase_at_the_goal_has_obtained_it():
    effect = obtained([1, 3], [10, 10], 10)
    assert (effect.estimate, effect.unit, effect.n_before, effect.n_after, effect.caution) == (
        100,
        "percent",
        2,
        2,
        None,
    )


@pytest.mark.parametrize(("before", "after"), [([], [1]), ([1], []), ([None], [1]), ([], [])])
def test_empty_phase_has_obtained_nothing_that_can_be_told(before, after):
    effect = obtained(before, after, 10)
    assert {effect.estimate, effect.se, effect.low, effect.high} == {Undefined("a phase holds no value")}


@pytest.mark.parametrize(("before", "after"), [([1], [2, 3]), ([1, 2], [3]), ([1], [2])])
def test_single_value_has_no_spread(before, after):
    effect = obtained(before, after, 10)
    assert effect.estimate > 0
    assert {effect.se, effect.low, effect.high} == {
        Undefined("a phase holds only one value, so its spread cannot be told")
    }


@pytest.mark.parametrize("before", [[5, 5], [4, 6], [0.1, 0.2, 0.3]])
def test_goal_at_the_earlier_mean_leaves_no_way_where_a_peer_says_infinity(before):
    effect = obtained(before, [7, 8], sum(before) / len(before))
    assert effect.estimate == effect.se == effect.high
    assert effect.estimate.reason.startswith("the goal equals the mean of the earlier phase")


@pytest.mark.parametrize(("direction", "told"), [(UP, True), (DOWN, False)])
def test_phase_past_the_goal_comes_with_a_caution(direction, told):
    assert bool(obtained([8, 9, 9], [9, 10, 9], 7, direction).caution) is told


def test_missing_values_are_dropped_and_counted():
    effect = obtained([1, None, 2], [3, 4, None, None], 5)
    assert (effect.n_before, effect.n_after, effect.dropped) == (2, 2, 3)
    assert effect.estimate == obtained([1, 2], [3, 4], 5).estimate


@given(PHASE, PHASE, st.integers(-100, 100))
def test_scale_turned_over_gives_the_same_effect(before, after, goal):
    one = obtained(before, after, goal)
    other = obtained([-value for value in before], [-value for value in after], -goal, DOWN)
    assert (one.estimate, one.se, one.caution) == (other.estimate, other.se, other.caution)


@given(PHASE, PHASE, st.integers(-100, 100), st.integers(-100, 100), st.integers(1, 9))
def test_shifted_and_stretched_scale_gives_the_same_effect(before, after, goal, shift, factor):
    one = obtained(before, after, goal)
    moved = [[factor * value + shift for value in values] for values in (before, after, [goal])]
    other = obtained(moved[0], moved[1], moved[2][0])
    assert close(one.estimate, other.estimate)
    assert close(one.se, other.se)


@given(PHASE, PHASE, numbers(0.5, 0.99))
def test_wider_level_gives_a_wider_interval_about_the_estimate(before, after, level):
    narrow, wide = obtained(before, after, 60, level=level), obtained(before, after, 60, level=level + 0.005)
    assert wide.low <= narrow.low <= narrow.estimate <= narrow.high <= wide.high


# Bad input


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: percent(math.nan, 1, 2, UP), r"baseline must be a finite number.* \(got nan\)"),
        (lambda: percent(0, 1, math.inf, UP), r"target must be a finite number.* \(got inf\)"),
        (lambda: percent(0, 1, 2, Direction.ACHIEVE), r"direction must be increase or decrease \(got 'achieve'\)"),
        (lambda: obtained([1, 2], [3, math.nan], 5), r"after\[1\] must be a finite number.* \(got nan\)"),
        (lambda: obtained([1, 2], [3, 4], 5, level=1), r"level must be at most 0\.999999999 \(got 1\)"),
        (lambda: obtained([1, 2], [3, 4], 5, level=0), r"level must be at least 1e-09 \(got 0\)"),
        (lambda: obtained([1, 2], [3, 4], 5, Direction.MAINTAIN), r"direction must be increase or decrease .*"),
    ],
)
def test_number_that_cannot_be_is_refused(call, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        call()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: percent("0", 1, 2, UP), r"baseline must be an int or float \(got 'str'\)"),
        (lambda: percent(0, True, 2, UP), r"current must be an int or float \(got 'bool'\)"),
        (lambda: percent(0, 1, 2, "increase"), r"direction must be of type Direction .* \(got 'str'\)"),
        (lambda: obtained([1, "2"], [3], 5), r"before\[1\] must be an int or float \(got 'str'\)"),
        (lambda: obtained([1, 2], [3], None), r"goal must be an int or float \(got 'NoneType'\)"),
    ],
)
def test_what_is_no_number_is_refused(call, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        call()
