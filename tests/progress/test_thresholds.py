"""Change held against a threshold with a source."""

import math

import pytest
from hypothesis import given

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import Shift, Threshold, Undefined, half_sd, important_change, one_sem
from therapygoals.testing import numbers, thresholds

FIVE = Threshold(5, "a source")
UP, DOWN = Direction.INCREASE, Direction.DECREASE


@pytest.mark.parametrize(
    ("after", "direction", "shift"),
    [
        (15, UP, Shift.BETTER),
        (14.9, UP, Shift.WITHIN),
        (5, UP, Shift.WORSE),
        (5, DOWN, Shift.BETTER),
        (10, DOWN, Shift.WITHIN),
        (15, DOWN, Shift.WORSE),
    ],
)
def test_change_matters_from_the_threshold_on(after, direction, shift):
    change = important_change(10, after, threshold=FIVE, direction=direction)
    assert change.change == after - 10
    assert change.shift is shift


@pytest.mark.parametrize(("before", "after"), [(None, 5), (5, None), (None, None)])
def test_missing_score_leaves_no_change(before, after):
    change = important_change(before, after, threshold=FIVE, direction=UP)
    assert change.change == change.shift == Undefined("not measured at both times")


@given(thresholds(), numbers(), numbers())
def test_turning_the_scale_over_with_the_direction_changes_nothing(threshold, before, after):
    one = important_change(before, after, threshold=threshold, direction=UP)
    other = important_change(-before, -after, threshold=threshold, direction=DOWN)
    assert one.shift is other.shift
    assert one.change == -other.change


def test_thresholds_of_the_textbook():
    assert half_sd(7.5).points == 3.75
    assert one_sem(7.5, reliability=0.8).points == pytest.approx(3.354, abs=5e-4)


@pytest.mark.parametrize(
    "threshold", [half_sd(0), half_sd(5e-324), one_sem(0, reliability=0.8), one_sem(3, reliability=1)]
)
def test_no_spread_or_no_error_gives_no_threshold(threshold):
    assert not threshold
    assert "is 0, so no threshold follows from it" in threshold.reason


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Threshold(0, "a source"), r"Threshold\.points must be above 0 \(got 0\)"),
        (lambda: Threshold(-1, "a source"), r"Threshold\.points must be at least 0 \(got -1\)"),
        (lambda: Threshold(math.inf, "a source"), r"Threshold\.points must be a finite number .*"),
        (lambda: Threshold(1, " "), r"Threshold\.source must not be empty or blank"),
        (lambda: FIVE.shift(math.nan, UP), r"change must be a finite number .* \(got nan\)"),
        (lambda: FIVE.shift(5, Direction.ACHIEVE), r"direction must be increase or decrease .*"),
        (lambda: half_sd(-1), r"sd must be at least 0 \(got -1\)"),
        (lambda: one_sem(1, reliability=1.2), r"reliability must be at most 1 \(got 1\.2\)"),
        (
            lambda: important_change(1, 2, threshold=FIVE, direction=Direction.MAINTAIN),
            r"direction must be increase or decrease \(got 'maintain'\)",
        ),
    ],
)
def test_figure_that_cannot_be_is_refused(make, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        make()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Threshold("5", "a source"), r"Threshold\.points must be an int or float \(got 'str'\)"),
        (lambda: Threshold(5, None), r"Threshold\.source must be a str \(got 'NoneType'\)"),
        (lambda: important_change(1, 2, threshold=5, direction=UP), r"threshold must be of type Threshold .*"),
        (
            lambda: important_change(1, 2, threshold=FIVE, direction="up"),
            r"direction must be of type Direction \(increase, decrease, maintain, achieve\) \(got 'str'\)",
        ),
        (lambda: important_change("1", 2, threshold=FIVE, direction=UP), r"before must be an int or float .*"),
    ],
)
def test_what_is_of_another_type_is_refused(make, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        make()
