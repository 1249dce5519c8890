"""Change held against a threshold: reliable change, and change that matters to the person."""

from __future__ import annotations

import math
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Direction, _checks
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["ImportantChange", "Shift", "Threshold", "half_sd", "important_change", "one_sem"]

_NO_SPREAD = Undefined("the SD is 0, so no threshold follows from it")
_NO_ERROR = Undefined("the standard error of measurement is 0, so no threshold follows from it")


@unique
class Shift(StrEnum):
    """Whether a change lies beyond a threshold, and on which side."""

    BETTER = "better"
    """Beyond the threshold, towards better."""
    WITHIN = "within"
    """Within the threshold. It may be a change all the same; this one measure cannot tell."""
    WORSE = "worse"
    """Beyond the threshold, towards worse."""


@short_repr
@attrs.frozen
class Threshold:
    """How large a change has to be, and who says so.

    Attributes:
        points: Size of the change in points of the measure, above 0. A change of just this size counts.
        source: Where the figure comes from: a reference, with the sample and the rater it holds for.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The points are not above 0, or the source is blank or longer than 500 characters.
    """

    points: float = attrs.field(validator=_checks.number(low=0))
    source: str = attrs.field(validator=_checks.text(most=500))

    def __attrs_post_init__(self) -> None:
        if self.points == 0:
            raise FieldError("Threshold.points", "must be above 0", self.points)

    def shift(self, change: float, direction: Direction) -> Shift:
        """Whether a change lies beyond the threshold; a difference in the ninth digit makes none.

        Args:
            change: Later minus earlier score, in points of the measure.
            direction: Whether higher or lower scores are better.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: The change is not finite, or the direction is neither increase nor decrease.
        """
        _numbers.check_moves(direction)
        size = abs(_numbers.number(change, "change"))
        if size < self.points and not math.isclose(size, self.points, rel_tol=1e-9):
            return Shift.WITHIN
        return Shift.BETTER if _numbers.sign(direction) * change > 0 else Shift.WORSE


@short_repr
@attrs.frozen(kw_only=True)
class ImportantChange:
    """A change on a measure, held against the smallest change that matters to people.

    Attributes:
        change: Later minus earlier score, in points of the measure.
        shift: Whether the change is at least as large as the threshold, and on which side.
        direction: Which way is better.
        threshold: The smallest change that matters.
    """

    change: float | Undefined
    shift: Shift | Undefined
    direction: Direction
    threshold: Threshold


def important_change(
    before: float | None, after: float | None, *, threshold: Threshold, direction: Direction
) -> ImportantChange:
    """A change held against the minimal important difference of the measure.

    Formula:
        beyond if abs(after - before) >= threshold

    Args:
        before: Earlier score, in points of the measure; None where it is missing.
        after: Later score, same unit; None where it is missing.
        threshold: The minimal important difference, with its source. `half_sd` and `one_sem` give one from a sample;
            a difference that people themselves called important is to be preferred.
        direction: Whether higher or lower scores are better.

    Returns:
        The change in points, where 0 is no change, and whether it matters. `Undefined` where a score is missing.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: A score is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        A difference that matters on average need not matter to this person, and the other way round. It may be smaller
        than the error of the measure: then a single change of this size can be chance.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> change = important_change(15, 9, threshold=Threshold(5, "lowe2004"), direction=Direction.DECREASE)
        >>> change.change, str(change.shift)
        (-6.0, 'better')

    References:
        lowe2004, for the figure of the example.
    """
    _numbers.check_kind(threshold, Threshold, "threshold")
    _numbers.check_moves(direction)
    change = _numbers.change(_numbers.maybe_number(before, "before"), _numbers.maybe_number(after, "after"))
    return ImportantChange(
        change=change,
        shift=change if isinstance(change, Undefined) else threshold.shift(change, direction),
        direction=direction,
        threshold=threshold,
    )


def half_sd(sd: float) -> Threshold | Undefined:
    """Half a standard deviation, as a threshold where no better one is known.

    Formula:
        points = 0.5 * SD

    Args:
        sd: Standard deviation of the scores before therapy, in points of the measure, 0 or more.

    Returns:
        The threshold in points of the measure, above 0. `Undefined` where the SD is 0.

    Raises:
        FieldTypeError: The SD is no number.
        FieldError: The SD is negative or not finite.

    When it misleads:
        It says how scores spread and not what people notice. A sample of people who are much alike makes it small.

    Examples:
        >>> half_sd(7.5).points
        3.75

    References:
        norman2003.
    """
    spread = _numbers.number(sd, "sd", low=0)
    return Threshold(spread / 2, "half an SD (norman2003)") if spread / 2 else _NO_SPREAD


def one_sem(sd: float, *, reliability: float) -> Threshold | Undefined:
    """One standard error of measurement, as a threshold where no better one is known.

    Formula:
        points = SD * sqrt(1 - r)

    Args:
        sd: Standard deviation of the scores before therapy, in points of the measure, 0 or more.
        reliability: Reliability r of the measure, from 0 to 1.

    Returns:
        The threshold in points of the measure, above 0. `Undefined` where the SD is 0 or the reliability is 1.

    Raises:
        FieldTypeError: An argument is no number.
        FieldError: The SD is negative, or the reliability lies outside 0 to 1.

    When it misleads:
        One standard error is well within chance for a single person: reliable change takes 2.77 of them. It says
        nothing of what people notice.

    Examples:
        >>> round(one_sem(7.5, reliability=0.8).points, 3)
        3.354

    References:
        wyrwich1999.
    """
    spread = _numbers.number(sd, "sd", low=0)
    error = spread * math.sqrt(1 - _numbers.number(reliability, "reliability", low=0, high=1))
    return Threshold(error, "one standard error of measurement (wyrwich1999)") if error else _NO_ERROR
