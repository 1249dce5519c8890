"""One progress line: baseline 0, target 1, whichever way is better."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapygoals.errors import FieldError
from therapygoals.goals import Direction, ProgressLine
from therapygoals.testing import numbers, progress_lines

EXTREME = st.floats(-1e100, 1e100)


def bounds(line):
    return [bound for bound in (line.low, line.high) if bound is not None]


@pytest.mark.parametrize(
    ("line", "value", "fraction"),
    [
        (ProgressLine(low=5, baseline=1), 3, 0.5),
        (ProgressLine(high=1, baseline=5), 4, 0.25),
        (ProgressLine(high=1, baseline=5), 9, 0),
        (ProgressLine(low=3, high=5, baseline=1), 2, 0.5),
        (ProgressLine(low=3, high=5, baseline=9), 6, 0.75),
        (ProgressLine(low=3, high=5, baseline=9), 2, 0.75),
        (ProgressLine(low=3, high=5, baseline=9), 4, 1),
        (ProgressLine(low=5), 4, None),
        (ProgressLine(low=5, baseline=5), 5, 1),
        (ProgressLine(low=5, baseline=5), 4, 0),
        (ProgressLine(low=5, baseline=5, strict=True), 5, 0),
        (ProgressLine(low=5, baseline=5, strict=True), 6, 1),
    ],
)
def test_place_on_the_line(line, value, fraction):
    assert line.fraction(value) == fraction


@given(progress_lines())
def test_baseline_is_at_0_unless_there_is_no_way_to_go(line):
    if line.baseline is None:
        assert not line.met_from_start
    else:
        no_way = line.distance(line.baseline) == 0
        assert line.fraction(line.baseline) == (1 if line.met_from_start else 0)
        assert line.met_from_start == (no_way and line.met(line.baseline))


@given(progress_lines())
def test_goal_is_at_1(line):
    for bound in bounds(line):
        assert line.distance(bound) == 0
        assert line.met(bound) is not line.strict
        if line.baseline is not None and line.distance(line.baseline) > 0:
            assert line.fraction(bound) == 1


@given(progress_lines(), numbers())
def test_without_a_baseline_there_is_only_met_and_not_met(line, value):
    assert (line.fraction(value) is None) == (line.baseline is None)
    assert line.met(value) in (True, False)


@given(progress_lines(), numbers())
def test_what_is_met_is_at_1(line, value):
    if line.met(value):
        assert line.fraction(value) in (None, 1)


@given(progress_lines(), numbers())
def test_turning_the_scale_over_changes_nothing(line, value):
    turned = line.mirrored()
    assert turned.fraction(-value) == line.fraction(value)
    assert turned.met(-value) is line.met(value)
    assert turned.met_from_start is line.met_from_start
    assert turned.mirrored() == line


@given(progress_lines(), numbers(), numbers())
def test_nearer_the_goal_is_never_less(line, one, other):
    near, far = sorted((one, other), key=line.distance)
    if line.baseline is not None and not line.strict:
        assert line.fraction(near) >= line.fraction(far)
    assert line.met(near) or not line.met(far) or near in bounds(line)


@given(progress_lines(low=-1000, high=1000), st.integers(-1000, 1000), st.integers(-(10**6), 10**6))
def test_shifting_the_scale_changes_nothing(line, value, shift):
    assume(line.baseline is not None and line.distance(line.baseline) > 1e-3)

    def moved(number):
        return None if number is None else number + shift

    shifted = ProgressLine(low=moved(line.low), high=moved(line.high), baseline=moved(line.baseline))
    assert shifted.fraction(value + shift) == pytest.approx(line.fraction(value), abs=1e-5)


@given(EXTREME, EXTREME, EXTREME)
def test_place_is_between_0_and_1_however_large_or_small_the_numbers(low, baseline, value):
    assert 0 <= ProgressLine(low=low, baseline=baseline).fraction(value) <= 1


@pytest.mark.parametrize(
    ("given_bounds", "direction"),
    [
        ({"low": 1}, Direction.INCREASE),
        ({"high": 1}, Direction.DECREASE),
        ({"low": 1, "high": 1}, Direction.MAINTAIN),
    ],
)
def test_direction_is_stated_by_the_bounds(given_bounds, direction):
    assert ProgressLine(**given_bounds).direction is direction


@pytest.mark.parametrize(
    ("given_bounds", "message"),
    [
        ({}, "ProgressLine must have low or high; both are None"),
        ({"low": 2, "high": 1}, r"ProgressLine.low must not lie above high \(1\) \(got 2\)"),
        ({"low": 2, "high": 2, "strict": True}, r"ProgressLine.low must lie below high when strict \(got 2\)"),
    ],
)
def test_bounds_that_nothing_meets_are_refused(given_bounds, message):
    with pytest.raises(FieldError, match=message):
        ProgressLine(**given_bounds)
