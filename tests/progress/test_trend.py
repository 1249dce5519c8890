"""How fast values rise or fall on real dates, whether that is more than chance, and where it leads."""

import math
import runpy
from datetime import date, datetime, timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import (
    Course,
    Travel,
    Undefined,
    direction_of_travel,
    least_squares,
    mann_kendall,
    repeated_medians,
    theil_sen,
)

student = runpy.run_path(str(Path(__file__).with_name("student.py")))
UP, DOWN = Direction.INCREASE, Direction.DECREASE
METRICS = (least_squares, theil_sen, repeated_medians, mann_kendall, partial(direction_of_travel, direction=UP))
START = date(2026, 1, 5)
NEEDS_SCIPY = Undefined("needs scipy")
SERIES = st.lists(st.tuples(st.integers(-20, 20), st.integers(0, 200)), min_size=2, max_size=12)
VALUES = st.lists(st.floats(-1e100, 1e100) | st.none(), min_size=0, max_size=6)


def days(*numbers):
    return [START + timedelta(days=number) for number in numbers]


def weekly(values):
    return days(*range(0, 7 * len(values), 7))


def apart(series):
    """Values and dates of pairs of a value and a day."""
    return [value for value, _ in series], days(*(day for _, day in series))


def travel(values, on, direction=UP):
    return direction_of_travel(values, on=on, direction=direction)


def lines(values, on):
    return [line(values, on=on) for line in (least_squares, theil_sen, repeated_medians)]


def close(one, other):
    return one == other or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def alike(one, other, turn=1):
    """Whether two results say the same, numbers to a hair; a reason is no number."""
    return one == other if isinstance(one, Undefined) else close(turn * one, other)


# Lines


@pytest.mark.parametrize("line", [least_squares, theil_sen, repeated_medians])
def test_steady_climb_has_its_slope_per_week_and_starts_where_it_starts(line):
    told = line([1, 1.5, 2, 3.5], on=days(0, 7, 14, 35))
    assert close(told.slope_per_week, 0.5)
    assert close(told.intercept, 1)
    assert (told.n, told.dropped, told.start, told.span_days) == (4, 0, START, 35)


def test_dates_count_and_not_the_number_of_the_session():
    every_week, with_a_gap = (least_squares([0, 1, 2], on=days(0, 7, last)) for last in (14, 77))
    assert close(every_week.slope_per_week, 1)
    assert with_a_gap.slope_per_week < 0.2


def test_one_outlier_turns_least_squares_and_hardly_the_others():
    squares, medians, repeated = lines([1, 2, 3, 40, 5, 6], weekly([0] * 6))
    assert squares.slope_per_week > 2
    assert medians.slope_per_week == repeated.slope_per_week == 1


def test_intercept_is_right_across_a_gap_where_the_default_of_a_peer_is_off():
    line = theil_sen([3, 4, 5, 8], on=days(0, 7, 14, 400))
    of_the_peer = median([3, 4, 5, 8]) - line.slope_per_week / 7 * median([0, 7, 14, 400])  # scipy.stats.theilslopes
    assert line.intercept_of_medians == pytest.approx(of_the_peer)
    left = [value - line.slope_per_week / 7 * day for day, value in ((0, 3), (7, 4), (14, 5), (400, 8))]
    assert line.intercept == pytest.approx(median(left))
    assert abs(line.intercept - of_the_peer) > 0.4


@given(SERIES)
def test_theil_sen_is_the_median_of_all_slopes_between_two_days(series):
    values, on = apart(series)
    slopes = [7 * (two[0] - one[0]) / (two[1] - one[1]) for one, two in combinations(series, 2) if one[1] != two[1]]
    assume(slopes)
    line = theil_sen(values, on=on)
    assert close(line.slope_per_week, median(slopes))
    if len(series) > 2 and line.low_per_week:
        assert min(slopes) - 1e-9 <= line.low_per_week <= line.high_per_week <= max(slopes) + 1e-9


@given(SERIES)
def test_least_squares_leaves_nothing_that_a_line_could_still_explain(series):
    values, on = apart(series)
    line = least_squares(values, on=on)
    assume(line.start and line.span_days)
    first = min(day for _, day in series)
    left = [value - line.intercept - line.slope_per_week / 7 * (day - first) for value, day in series]
    assert abs(math.fsum(left)) < 1e-6
    assert abs(math.fsum(rest * day for rest, (_, day) in zip(left, series, strict=True))) < 1e-4


@given(SERIES, st.integers(-50, 50), st.integers(-500, 500))
def test_shifting_values_and_dates_changes_no_slope(series, more, later):
    values, on = apart(series)
    moved = [value + more for value in values], [day + timedelta(days=later) for day in on]
    for one, other in zip(lines(values, on), lines(*moved), strict=True):
        assert alike(one.slope_per_week, other.slope_per_week)
        assert isinstance(one.intercept, Undefined) or close(one.intercept + more, other.intercept)


@given(SERIES, st.integers(2, 9))
def test_stretching_the_scale_stretches_the_slope(series, factor):
    values, on = apart(series)
    stretched = [factor * value for value in values]
    for one, other in zip(lines(values, on), lines(stretched, on), strict=True):
        assert alike(one.slope_per_week, other.slope_per_week, factor)
    assert mann_kendall(stretched, on=on) == mann_kendall(values, on=on)


@given(SERIES)
def test_turning_the_scale_over_turns_everything_over(series):
    values, on = apart(series)
    over = [-value for value in values]
    for one, other in zip(lines(values, on), lines(over, on), strict=True):
        assert alike(one.slope_per_week, other.slope_per_week, -1)
    one, other = mann_kendall(values, on=on), mann_kendall(over, on=on)
    assert (one.s, one.variance, one.p) == (-other.s, other.variance, other.p)


@given(SERIES)
def test_time_told_backwards_turns_the_slope_over(series):
    values, on = apart(series)
    back = [START - (day - START) for day in on]
    for one, other in zip(lines(values, on), lines(values, back), strict=True):
        assert alike(one.slope_per_week, other.slope_per_week, -1)
    assert mann_kendall(values, on=back).s == -mann_kendall(values, on=on).s


@given(SERIES, st.randoms())
def test_order_in_which_values_are_given_does_not_matter(series, random):
    shuffled = random.sample(series, len(series))
    for one, other in zip(lines(*apart(series)), lines(*apart(shuffled)), strict=True):
        assert alike(one.slope_per_week, other.slope_per_week)
        assert alike(one.intercept, other.intercept)
    ours, theirs = (mann_kendall(values, on=on) for values, on in (apart(series), apart(shuffled)))
    assert ours == theirs


@given(SERIES, st.lists(st.integers(-50, 300), max_size=4))
def test_unknown_values_are_dropped_and_counted_and_change_nothing(series, unknown):
    values, on = apart(series)
    more, days_of_all = [*values, *(None for _ in unknown)], [*on, *days(*unknown)]
    for metric in METRICS:
        known, told = metric(values, on=on), metric(more, on=days_of_all)
        assert told.dropped == len(unknown)
        assert {**as_fields(told), "dropped": 0} == as_fields(known)


def as_fields(result):
    return {name: getattr(result, name) for name in result.__slots__ if not name.startswith("__")}


@given(VALUES, st.data())
def test_everything_told_is_finite_or_has_a_reason(values, data):
    on = days(*data.draw(st.lists(st.integers(0, 40), min_size=len(values), max_size=len(values))))
    for metric in METRICS:
        for told in as_fields(metric(values, on=on)).values():
            assert told is not None
            assert not isinstance(told, float) or math.isfinite(told)


# What cannot be told


@pytest.mark.parametrize(("values", "start"), [([], Undefined("there is no value")), ([3], START), ([None, 3], None)])
def test_fewer_than_two_values_have_no_trend(values, start):
    on = weekly(values)
    for line in lines(values, on):
        assert line.slope_per_week == line.intercept == Undefined("there are fewer than two values")
        assert line.start == (start or START + timedelta(days=7) if values else start)
    test = mann_kendall(values, on=on)
    assert {test.s, test.variance, test.z, test.p, test.tau_b, test.course} == {test.s}
    assert str(travel(values, on)) == "direction of travel undefined: there are fewer than two values"


def test_values_of_one_day_have_no_line_and_no_order():
    on = days(3, 3, 3)
    for line in lines([1, 2, 3], on):
        assert line.slope_per_week == line.intercept == Undefined("all values are from one day")
    interval = theil_sen([1, 2, 3], on=on)
    assert interval.low_per_week == interval.high_per_week == Undefined("all values are from one day")
    test = mann_kendall([1, 2, 3], on=on)
    assert (test.s, test.p, test.course) == (0, 1, Course.NOT_CLEAR)
    assert test.tau_b == Undefined("all values or all dates are tied")
    assert str(travel([1, 2, 3], on)) == "no clear trend, n = 3 over 0 days"


def test_values_of_one_day_count_in_their_order_only_when_asked_to():
    assert mann_kendall([1, 2, 3], on=days(3, 3, 3), same_day_tied=False).s == 3


@pytest.mark.parametrize("value", [4, 0.1, -1e100, 5e-324])
def test_values_that_do_not_vary_are_level(value):
    line = least_squares([value] * 3, on=days(0, 7, 14))
    assert (line.slope_per_week, line.intercept) == (0, value)
    assert {line.r, line.se_per_week, line.p, line.low_per_week} == {Undefined("the values do not vary")}
    level = theil_sen([value] * 3, on=days(0, 7, 14))
    assert (level.slope_per_week, level.low_per_week, level.high_per_week) == (0, 0, 0)


def test_two_values_have_a_slope_and_nothing_that_speaks_of_chance():
    line, medians = least_squares([3, 5], on=days(0, 7)), theil_sen([3, 5], on=days(0, 7))
    assert close(line.slope_per_week, 2)
    assert close(line.r, 1)
    too_few = Undefined("there are fewer than three values")
    assert {line.se_per_week, line.p, line.high_per_week, medians.low_per_week, medians.high_per_week} == {too_few}


@pytest.mark.parametrize("values", [[0.1, 0.2, 0.3, 0.4], [9, 8, 7, 6], [1e6, 1e6 + 0.1, 1e6 + 0.2, 1e6 + 0.3]])
def test_perfect_line_leaves_no_scatter_to_judge_by(values):
    line = least_squares(values, on=weekly(values))
    on_a_line = Undefined("the values lie on a line, so chance cannot be told from them")
    assert {line.se_per_week, line.p, line.low_per_week, line.high_per_week} == {on_a_line}


def test_interval_of_sen_cannot_be_told_where_nearly_all_is_tied():
    line = theil_sen([4, 4, 4], on=days(0, 0, 7))
    assert line.slope_per_week == 0
    assert line.low_per_week == line.high_per_week == Undefined("too many values and dates are tied")


def test_values_as_small_as_numbers_get_still_have_a_line():
    line = least_squares([0, 5e-324, 5e-324, 1e-323], on=days(0, 7, 14, 21))
    assert 0.9 < line.r < 1


# With scipy and without


@pytest.mark.parametrize("field", ["p", "low_per_week", "high_per_week"])
def test_without_scipy_what_needs_it_says_so_and_the_rest_stands(field):
    with student["without_scipy"]():
        line = least_squares([3, 4, 4, 6], on=days(0, 7, 14, 21))
    assert getattr(line, field) == NEEDS_SCIPY
    assert str(getattr(line, field)) == "undefined: needs scipy"
    assert close(line.slope_per_week, 0.9)
    assert line.se_per_week > 0


def test_p_and_interval_of_a_slope_by_hand():
    with student["by_hand"]():
        line = least_squares([1, 3, 2], on=days(0, 7, 14))
    se = math.sqrt(1.5 / 1 / 2)
    assert close(line.se_per_week, se)
    assert close(line.p, 1 - 2 / math.pi * math.atan(0.5 / se))  # one degree of freedom is Cauchy's distribution
    assert close(line.high_per_week, 0.5 + se * math.tan(math.pi * 0.475))
    assert close(line.low_per_week, 0.5 - se * math.tan(math.pi * 0.475))


@pytest.mark.skipif(not student["HAS_SCIPY"], reason="scipy is not installed")
@given(st.lists(st.integers(0, 10), min_size=3, max_size=20))
def test_scipy_and_a_plain_second_way_agree(values):
    ours = least_squares(values, on=weekly(values))
    with student["by_hand"]():
        by_hand = least_squares(values, on=weekly(values))
    assert alike(ours.p, by_hand.p)
    assert alike(ours.low_per_week, by_hand.low_per_week)


@given(st.lists(st.integers(0, 10), min_size=4, max_size=12), st.floats(0.5, 0.98))
def test_higher_level_gives_wider_intervals(values, level):
    with student["at_hand"]():
        for line in (least_squares, theil_sen):
            narrow, wide = (line(values, on=weekly(values), level=share) for share in (level, level + 0.01))
            if not isinstance(narrow.low_per_week, Undefined):
                assert wide.low_per_week <= narrow.low_per_week <= narrow.high_per_week <= wide.high_per_week


# Pairs


def test_mann_kendall_counts_pairs():
    test = mann_kendall([1, 3, 2, 4], on=days(0, 7, 14, 21))
    assert (test.s, test.variance, test.tau_b) == (4, 4 * 3 * 13 / 18, pytest.approx(4 / 6))
    assert test.z == pytest.approx(3 / math.sqrt(test.variance))


@given(SERIES)
def test_s_is_rising_less_falling_pairs_and_tau_lies_between_the_ends(series):
    values, on = apart(series)
    test = mann_kendall(values, on=on)
    signs = [(two[0] - one[0]) * (two[1] - one[1]) for one, two in combinations(series, 2)]
    assert test.s == sum(sign > 0 for sign in signs) - sum(sign < 0 for sign in signs)
    assert isinstance(test.tau_b, Undefined) or -1 <= test.tau_b <= 1
    assert 0 <= test.p <= 1


@pytest.mark.parametrize(
    ("values", "course"),
    [([1, 2, 3, 4, 5], Course.RISING), ([5, 4, 3, 2, 1], Course.FALLING), ([1, 5, 1, 5, 1], Course.NOT_CLEAR)],
)
def test_course_is_told_where_chance_is_unlikely(values, course):
    assert mann_kendall(values, on=weekly(values)).course is course


def test_stricter_level_asks_for_more():
    values = [1, 2, 3, 4, 5]
    assert mann_kendall(values, on=weekly(values), level=0.99).course is Course.NOT_CLEAR


# Direction of travel


@pytest.mark.parametrize(
    ("values", "direction", "way", "said"),
    [
        ([5, 4, 4, 2, 1], DOWN, Travel.TOWARDS, "moving the way that is better (-1 per week), n = 5 over 28 days"),
        ([5, 4, 4, 2, 1], UP, Travel.AWAY, "moving the other way for now (-1 per week), n = 5 over 28 days"),
        ([1, 2, 3, 4, 5], UP, Travel.TOWARDS, "moving the way that is better (+1 per week), n = 5 over 28 days"),
        ([1, 2, 3, 4, 5], DOWN, Travel.AWAY, "moving the other way for now (+1 per week), n = 5 over 28 days"),
        ([3, 5, 3, 5, 3], UP, Travel.NOT_CLEAR, "no clear trend (+0 per week), n = 5 over 28 days"),
    ],
)
def test_direction_of_travel_goes_by_what_is_better(values, direction, way, said):
    told = travel(values, weekly(values), direction)
    assert told.travel is way
    assert str(told) == said
    assert told.direction is direction


def test_direction_of_travel_rests_on_the_test_and_the_slope_of_the_middle():
    values = [1, 2, 9, 4, 5, 6]
    told = travel(values, weekly(values))
    test, line = mann_kendall(values, on=weekly(values)), theil_sen(values, on=weekly(values))
    assert told.p == test.p
    assert (told.slope_per_week, told.low_per_week) == (line.slope_per_week, line.low_per_week)
    assert told.high_per_week == line.high_per_week


@given(SERIES)
def test_scale_turned_over_with_the_direction_travels_the_same_way(series):
    values, on = apart(series)
    assert travel(values, on).travel == travel([-value for value in values], on, DOWN).travel


# Bad input

ON = days(0, 7, 14)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    ("values", "on", "error", "told"),
    [
        ([1, math.nan, 2], ON, FieldError, r"values\[1\] must be a finite number.* \(got nan\)"),
        ([1, 2, math.inf], ON, FieldError, r"values\[2\] must be a finite number.* \(got inf\)"),
        ([1, 2], ON, FieldError, r"on must have as many values as values \(2\) \(got 3\)"),
        ([1, "2", 3], ON, FieldTypeError, r"values\[1\] must be an int or float \(got 'str'\)"),
        ([1, True, 3], ON, FieldTypeError, r"values\[1\] must be an int or float \(got 'bool'\)"),
        ("123", ON, FieldTypeError, r"values must be a sequence of numbers in order \(got 'str'\)"),
        ([1, 2], ["2026-01-05", START], FieldTypeError, r"on\[0\] must be a datetime\.date .* \(got 'str'\)"),
        ([1, 2], [START, datetime(2026, 1, 6)], FieldTypeError, r"on\[1\] must be a .* \(got 'datetime'\)"),  # noqa: DTZ001
        ([1, 2], [START, None], FieldTypeError, r"on\[1\] must be a .* \(got 'NoneType'\)"),
        ([1], "2026-01-05", FieldTypeError, r"on must be a sequence of dates in order \(got 'str'\)"),
        ([1], {START}, FieldTypeError, r"on must be a sequence of dates in order \(got 'set'\)"),
        ([1], START, FieldTypeError, r"on must be a sequence of dates in order \(got 'date'\)"),
    ],
)
def test_bad_values_and_dates_are_refused(metric, values, on, error, told):
    with pytest.raises(error, match=f"^{told}$"):
        metric(values, on=on)


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: least_squares([1], on=[START], level=1), FieldError, r"level must be at most 0\.999999999 \(got 1\)"),
        (lambda: theil_sen([1], on=[START], level="1"), FieldTypeError, r"level must be an int or float .*"),
        (
            lambda: mann_kendall([1], on=[START], same_day_tied=1),
            FieldTypeError,
            r"same_day_tied must be .* bool .*",
        ),
        (lambda: travel([1], [START], "up"), FieldTypeError, r"direction must be of type Direction .*"),
        (lambda: travel([1], [START], Direction.MAINTAIN), FieldError, r"direction must be increase or decrease .*"),
    ],
)
def test_bad_options_are_refused(call, error, told):
    with pytest.raises(error, match=f"^{told}$"):
        call()
