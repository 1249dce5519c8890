"""A value held against an expected course."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import CoursePoint, ExpectedCourse, Track, Undefined, track_signal
from therapygoals.testing import expected_courses, numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
COURSE = ExpectedCourse([CoursePoint(0, 18, sd=5), CoursePoint(8, 10, sd=6)], "a source")
NOT_TOLD = Undefined("the course tells nothing of that time")
Z = 1.2815515655446004  # holds 0.8 of a normal distribution, to either side


def signal_of(value, *, at=4, course=COURSE, direction=DOWN, level=0.8, **options):
    return track_signal(value, at=at, course=course, direction=direction, level=level, **options)


@pytest.mark.parametrize(
    ("value", "direction", "track"),
    [
        (14, DOWN, Track.ON_TRACK),
        (21, DOWN, Track.ON_TRACK),
        (21.1, DOWN, Track.NOT_ON_TRACK),
        (6.9, DOWN, Track.AHEAD),
        (21.1, UP, Track.AHEAD),
        (6.9, UP, Track.NOT_ON_TRACK),
    ],
)
def test_value_outside_the_interval_is_ahead_or_not_on_track(value, direction, track):
    assert signal_of(value, direction=direction).track is track


def test_interval_is_that_of_a_normal_distribution():
    signal = signal_of(22)
    assert (signal.expected, signal.difference, signal.level, signal.course) == (14, 8, 0.8, COURSE)
    assert signal.low == pytest.approx(14 - Z * 5.5)
    assert signal.high == pytest.approx(14 + Z * 5.5)
    assert signal.doing_worse == pytest.approx(0.5 * math.erfc(8 / 5.5 / math.sqrt(2)))


def test_error_of_the_measure_widens_the_interval():
    signal = signal_of(21.1, se_measurement=3)
    assert signal.track is Track.ON_TRACK
    assert signal.high == pytest.approx(14 + Z * math.hypot(5.5, 3))


@pytest.mark.parametrize("at", [0, 8])
def test_points_of_the_course_are_taken_as_they_are(at):
    assert COURSE.at(at) in COURSE.points


@pytest.mark.parametrize("at", [-0.5, 8.5])
def test_course_tells_nothing_beyond_its_ends(at):
    signal = signal_of(14, at=at)
    assert COURSE.at(at) == NOT_TOLD
    assert {signal.track, signal.difference, signal.expected, signal.low, signal.high, signal.doing_worse} == {NOT_TOLD}


def test_missing_value_leaves_what_is_expected():
    signal = signal_of(None)
    assert signal.track == signal.difference == signal.doing_worse == Undefined("the value is missing")
    assert signal.expected == 14


@pytest.mark.parametrize(("value", "track"), [(14, Track.ON_TRACK), (15, Track.NOT_ON_TRACK), (13, Track.AHEAD)])
def test_course_without_spread_is_a_line(value, track):
    line = ExpectedCourse([CoursePoint(4, 14, sd=0)], "a source")
    signal = signal_of(value, course=line)
    assert (signal.track, signal.low, signal.high) == (track, 14, 14)
    assert signal.doing_worse == Undefined("neither the course nor the measure has any spread here")


@given(numbers(0, 40), numbers(0, 8))
def test_turning_the_scale_over_with_the_direction_changes_nothing(value, at):
    turned = ExpectedCourse([CoursePoint(point.at, -point.value, sd=point.sd) for point in COURSE.points], "a source")
    one, other = signal_of(value, at=at), signal_of(-value, at=at, course=turned, direction=UP)
    assert one.track is other.track
    assert math.isclose(one.doing_worse, other.doing_worse, abs_tol=1e-9)


@given(numbers(0, 40), numbers(0, 8), numbers(0.5, 0.9))
def test_wider_interval_calls_fewer_people_off_track(value, at, level):
    narrow, wide = signal_of(value, at=at, level=level), signal_of(value, at=at, level=level + 0.05)
    assert wide.low < narrow.low <= narrow.high < wide.high
    assert narrow.track is not Track.ON_TRACK or wide.track is Track.ON_TRACK


@given(numbers(0, 40), numbers(0, 8), numbers(0.5, 0.95))
def test_share_doing_worse_and_the_signal_tell_the_same(value, at, level):
    signal = signal_of(value, at=at, level=level)
    tail = (1 - level) / 2
    if not any(math.isclose(signal.doing_worse, edge, abs_tol=1e-6) for edge in (tail, 1 - tail)):
        assert (signal.track is Track.NOT_ON_TRACK) is (signal.doing_worse < tail)
        assert (signal.track is Track.AHEAD) is (signal.doing_worse > 1 - tail)


@given(expected_courses(), st.data())
def test_what_is_expected_lies_between_the_points_beside_it(course, data):
    at = data.draw(numbers(course.points[0].at, course.points[-1].at))
    found = course.at(at)
    values = [point.value for point in course.points]
    assert min(values) - 1e-9 <= found.value <= max(values) + 1e-9
    assert found.at == at


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: ExpectedCourse([], "a source"), r"ExpectedCourse\.points must hold at least one point"),
        (
            lambda: ExpectedCourse([CoursePoint(4, 1, sd=1), CoursePoint(4, 2, sd=1)], "a source"),
            r"ExpectedCourse\.points must have rising times \(after 4\) \(got 4\)",
        ),
        (lambda: ExpectedCourse(COURSE.points, " "), r"ExpectedCourse\.source must not be empty or blank"),
        (lambda: CoursePoint(1, 2, sd=-1), r"CoursePoint\.sd must be at least 0 \(got -1\)"),
        (lambda: signal_of(1, level=1), r"level must be at most .* \(got 1\)"),
        (lambda: signal_of(math.nan), r"value must be a finite number .* \(got nan\)"),
        (lambda: signal_of(1, se_measurement=-1), r"se_measurement must be at least 0 \(got -1\)"),
        (lambda: signal_of(1, direction=Direction.MAINTAIN), r"direction must be increase or decrease .*"),
    ],
)
def test_what_cannot_be_is_refused(make, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        make()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: signal_of(1, course=[14]), r"course must be of type ExpectedCourse \(got 'list'\)"),
        (lambda: signal_of(1, at="4"), r"at must be an int or float \(got 'str'\)"),
        (lambda: ExpectedCourse([14], "a source"), r"ExpectedCourse\.points must be of type CoursePoint .*"),
    ],
)
def test_what_is_of_another_type_is_refused(make, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        make()
