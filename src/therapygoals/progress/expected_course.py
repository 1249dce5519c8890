"""On track or not: one value held against a course that the caller expects, with its spread."""

from __future__ import annotations

import math
from enum import StrEnum, unique
from itertools import pairwise

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Direction, _checks
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["CoursePoint", "ExpectedCourse", "Track", "TrackSignal", "track_signal"]

_MISSING = Undefined("the value is missing")
_OUTSIDE = Undefined("the course tells nothing of that time")
_NO_SPREAD = Undefined("neither the course nor the measure has any spread here")


@unique
class Track(StrEnum):
    """Where a value lies beside an expected course."""

    AHEAD = "ahead"
    """Better than the interval of the course."""
    ON_TRACK = "on_track"
    """Within the interval of the course."""
    NOT_ON_TRACK = "not_on_track"
    """Worse than the interval of the course. It asks for a talk, and is no forecast of one person."""


@short_repr
@attrs.frozen
class CoursePoint:
    """What is expected at one time.

    Attributes:
        at: The time, in the unit of the course, such as sessions or weeks; 0 is the start.
        value: The mean that is expected then, in points of the measure.
        sd: Standard deviation of people around it, same unit, 0 or more.

    Raises:
        FieldTypeError: A field is no number.
        FieldError: A number is not finite, or the SD is negative.
    """

    at: float = attrs.field(validator=_checks.number())
    value: float = attrs.field(validator=_checks.number())
    sd: float = attrs.field(kw_only=True, validator=_checks.number(low=0))


@short_repr
@attrs.frozen
class ExpectedCourse:
    """How a measure is expected to go over time, and who says so. None is built in: the known ones are proprietary.

    Attributes:
        points: What is expected at some times, in their order; straight lines lie between them.
        source: Where the course comes from: whose scores, how many, and how the curve was made.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: There is no point, a time does not lie after the one before, or the source is blank or longer than
            500 characters.
    """

    points: tuple[CoursePoint, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(CoursePoint))
    )
    source: str = attrs.field(validator=_checks.text(most=500))

    def __attrs_post_init__(self) -> None:
        if not self.points:
            raise FieldError("ExpectedCourse.points", "must hold at least one point")
        for one, other in pairwise(self.points):
            if other.at <= one.at:
                raise FieldError("ExpectedCourse.points", f"must have rising times (after {one.at:g})", other.at)

    def at(self, time: float) -> CoursePoint | Undefined:
        """What is expected at a time, on a straight line between the two nearest points.

        Args:
            time: The time, in the unit of the course.

        Returns:
            Mean and SD at that time; `Undefined` before the first point and after the last, where nothing is told.

        Raises:
            FieldTypeError: The time is no number.
            FieldError: The time is not finite.
        """
        when = _numbers.number(time, "time")
        for point in self.points:
            if point.at == when:
                return point
        for one, other in pairwise(self.points):
            if one.at < when < other.at:
                part = (when - one.at) / (other.at - one.at)
                mean = one.value * (1 - part) + other.value * part
                return CoursePoint(when, mean, sd=one.sd * (1 - part) + other.sd * part)
        return _OUTSIDE


@short_repr
@attrs.frozen(kw_only=True)
class TrackSignal:
    """Where one value lies beside an expected course.

    Attributes:
        track: Ahead, on track or not on track.
        difference: Value minus what is expected, in points of the measure.
        expected: What is expected at that time, same unit.
        low: Lower end of the interval, same unit.
        high: Upper end of the interval.
        doing_worse: Share of people on this course who would be doing worse than this value, from 0 to 1, were they
            spread normally; 0.5 is just as expected.
        level: Share of people on the course that the interval holds.
        direction: Which way is better.
        course: The course with its source.
    """

    track: Track | Undefined
    difference: float | Undefined
    expected: float | Undefined
    low: float | Undefined
    high: float | Undefined
    doing_worse: float | Undefined
    level: float
    direction: Direction
    course: ExpectedCourse


def track_signal(
    value: float | None,
    *,
    at: float,
    course: ExpectedCourse,
    direction: Direction,
    level: float,
    se_measurement: float = 0,
) -> TrackSignal:
    """Whether a value is on the course that was expected.

    Formula:
        mean and SD of the course at that time, on a straight line between two of its points
        spread = sqrt(SD ** 2 + SEM ** 2)
        interval = mean -+ z * spread, with the normal quantile z of the level
        ahead or not on track where the value lies outside, on the better or the worse side
        share doing worse = normal distribution function of d * (value - mean) / spread, with d = 1 where higher is
        better and -1 where lower is

    Args:
        value: The value now, in points of the measure; None where it is missing.
        at: Time of the value, in the unit of the course.
        course: What is expected, with its source. None is built in.
        direction: Whether higher or lower values are better.
        level: Share of people on the course that the interval holds, such as 0.8. The lower it is the more people are
            called not on track; it has to be told, since no level could be confirmed as the usual one.
        se_measurement: Standard error of measurement, in points; 0 where the SDs of the course hold it already, as
            those of observed scores do.

    Returns:
        The signal, and the difference in points, where 0 is as expected. `Undefined` where the value is missing or the
        course does not tell of that time; the share also where there is no spread.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: A number is out of range, or the direction is neither increase nor decrease.

    When it misleads:
        At a level of 0.8 one person in ten of those who do as well as everybody is called not on track by chance, at
        each look; many looks find somebody every time. A course of other people, another place or another start is
        the wrong one. Means of many are smooth, and no person is. Feedback helps a little on average, and more where
        therapists have something to do about it.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> course = ExpectedCourse([CoursePoint(0, 18, sd=5), CoursePoint(8, 10, sd=6)], "our own 212 clients, 2025")
        >>> signal = track_signal(22, at=4, course=course, direction=Direction.DECREASE, level=0.8)
        >>> str(signal.track), signal.expected, round(signal.high, 2), round(signal.doing_worse, 3)
        ('not_on_track', 14.0, 21.05, 0.073)

    References:
        barkham2023 for what such signals bring. The rule is the plain interval of a normal distribution.
    """
    score, when = _numbers.maybe_number(value, "value"), _numbers.number(at, "at")
    _numbers.check_kind(course, ExpectedCourse, "course")
    _numbers.check_moves(direction)
    z = _numbers.two_sided(_numbers.check_level(level))
    error = _numbers.number(se_measurement, "se_measurement", low=0)
    point, side = course.at(when), _numbers.sign(direction)
    track: Track | Undefined
    expected: float | Undefined
    low: float | Undefined
    high: float | Undefined
    doing_worse: float | Undefined
    difference: float | Undefined
    if isinstance(point, Undefined):
        track = difference = expected = low = high = doing_worse = point
    else:
        spread = math.hypot(point.sd, error)
        expected, low, high = point.value, point.value - z * spread, point.value + z * spread
        difference = _MISSING if score is None else score - point.value
        better = difference if isinstance(difference, Undefined) else side * difference
        track = better if isinstance(better, Undefined) else _track(better, z * spread)
        doing_worse = better if isinstance(better, Undefined) else _doing_worse(better, spread)
    return TrackSignal(
        track=track,
        difference=difference,
        expected=expected,
        low=low,
        high=high,
        doing_worse=doing_worse,
        level=level,
        direction=direction,
        course=course,
    )


def _track(better: float, margin: float) -> Track:
    if abs(better) <= margin:
        return Track.ON_TRACK
    return Track.AHEAD if better > 0 else Track.NOT_ON_TRACK


def _doing_worse(better: float, spread: float) -> float | Undefined:
    return _numbers.below(better / spread) if spread else _NO_SPREAD
