"""Whether a series of values has come to a stand, by a rule that is told in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

import attrs

from therapygoals.errors import FieldTypeError
from therapygoals.goals import Direction
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.thresholds import Shift, Threshold
from therapygoals.progress.undefined import Undefined

__all__ = ["Stall", "stall"]


@short_repr
@attrs.frozen(kw_only=True)
class Stall:
    """Whether a series has come to a stand.

    Attributes:
        stalled: Whether it has: the change lies within the threshold, and the goal is not met.
        change: Median of the last `window` values minus that of the `window` values before, in points of the measure.
        shift: Whether the change lies beyond the threshold, and on which side. A series that goes the wrong way is
            worse, and not stalled.
        met: Whether the median of the last values meets the goal; `Undefined` without a goal.
        window: Number of values on either side.
        threshold: How large a change has to be to count, with its source.
        direction: Which way is better.
        n: Number of values in the series.
        dropped: Number of values that were missing.
    """

    stalled: bool | Undefined
    change: float | Undefined
    shift: Shift | Undefined
    met: bool | Undefined
    window: int
    threshold: Threshold
    direction: Direction
    n: int
    dropped: int


def stall(
    values: Iterable[float | None],
    *,
    window: int,
    threshold: Threshold,
    direction: Direction,
    goal: float | None = None,
) -> Stall:
    """Whether the last values are about as good as those just before them, short of the goal.

    Formula:
        change = median(last k values) - median(the k values before them), with k = `window`
        stalled where abs(change) < threshold, unless the median of the last k values meets the goal

    Args:
        values: Values in the order of time, in any one unit. None where one is missing: it is dropped and counted, and
            the next one takes its place in the window.
        window: How many values to compare on either side, 1 or more. With 3 or more a single odd value decides nothing.
        threshold: How large a change has to be to count, with its source.
        direction: Whether higher or lower values are better.
        goal: Value to get to, or None. Whoever stays where they wanted to be has not stalled.

    Returns:
        Whether it has stalled, and the change in points, where 0 is none. `Undefined` with fewer than two windows of
        values.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: A value is not finite, the window is less than 1, or the direction is neither increase nor decrease.

    When it misleads:
        It knows the order of the values and not their dates: three values of one week and three of a year look the
        same. A rest, a holiday or a hard time can look like a stand, and holding on through it can be the work. A slow
        and steady change below the threshold in each window is called a stand too; look at the trend as well. It asks
        for a talk about what is in the way.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> rule = {"window": 3, "threshold": Threshold(2, "agreed with the client"), "direction": Direction.DECREASE}
        >>> stalled = stall([17, 16, 14, 12, 11, 12, 11, None, 12, 11], **rule)
        >>> stalled.stalled, stalled.change, stalled.n, stalled.dropped
        (True, -1.0, 9, 1)

    References:
        law2015, whose guide speaks of goals that are stuck. The rule is ours: no published one was found.
    """
    given = _numbers.numbers(values, "values")
    if isinstance(window, bool) or not isinstance(window, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise FieldTypeError("window", "must be an int", type(window).__name__)
    _numbers.number(window, "window", low=1)
    _numbers.check_kind(threshold, Threshold, "threshold")
    _numbers.check_moves(direction)
    wanted = _numbers.maybe_number(goal, "goal")
    known = _numbers.present(given)
    few = Undefined(f"two windows of {window} values are needed, and there are {len(known)} values")
    enough = len(known) >= 2 * window
    last = median(known[-window:]) if enough else few
    change = _numbers.minus(last, median(known[-2 * window : -window]) if enough else few)
    shift = change if isinstance(change, Undefined) else threshold.shift(change, direction)
    met = _met(last, wanted, direction)
    return Stall(
        stalled=shift if isinstance(shift, Undefined) else shift is Shift.WITHIN and met is not True,
        change=change,
        shift=shift,
        met=met,
        window=window,
        threshold=threshold,
        direction=direction,
        n=len(known),
        dropped=len(given) - len(known),
    )


def _met(last: float | Undefined, goal: float | None, direction: Direction) -> bool | Undefined:
    if goal is None:
        return Undefined("no goal was given")
    return last if isinstance(last, Undefined) else _numbers.sign(direction) * (last - goal) >= 0
