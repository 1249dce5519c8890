"""One progress line for everything that can be counted: baseline 0, target 1."""

from __future__ import annotations

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import Direction

__all__ = ["ProgressLine"]


@short_repr
@attrs.frozen(kw_only=True)
class ProgressLine:
    """Where a number stands between its baseline and its goal.

    The goal is an interval, open on one side or closed on both. With the distance of a number from that interval,

        fraction(x) = 1 - distance(x) / distance(baseline), held between 0 and 1,

    so that the baseline is at 0 and the goal at 1 whichever way is better, and beyond the goal stays 1. For a goal
    with one bound this is the familiar (x - baseline) / (goal - baseline).

    Attributes:
        low: Lower bound of the goal, or None.
        high: Upper bound of the goal, or None.
        strict: True when a bound itself does not meet the goal.
        baseline: The number at the start, same unit, or None when it is not known.

    Raises:
        FieldError: Both bounds are None, `low` lies above `high`, or no number can meet both.
    """

    low: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    high: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    strict: bool = attrs.field(default=False, validator=_checks.a(bool))
    baseline: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))

    def __attrs_post_init__(self) -> None:
        _checks.check_bounds("ProgressLine", self.low, self.high, strict=self.strict)

    @property
    def direction(self) -> Direction:
        """Increase with a lower bound only, decrease with an upper bound only, maintain with both."""
        if self.low is None:
            return Direction.DECREASE
        return Direction.INCREASE if self.high is None else Direction.MAINTAIN

    def met(self, value: float) -> bool:
        """Whether a number meets the goal; a strict bound itself does not."""
        if self.strict and value in (self.low, self.high):
            return False
        return self.distance(value) == 0

    def distance(self, value: float) -> float:
        """How far a number is from the goal, in its own unit; 0 inside."""
        below = 0.0 if self.low is None else self.low - value
        above = 0.0 if self.high is None else value - self.high
        return max(0.0, below, above)

    @property
    def met_from_start(self) -> bool:
        """Whether the baseline already meets the goal, so that there is no way to go."""
        return self.baseline is not None and self.met(self.baseline)

    def fraction(self, value: float) -> float | None:
        """Where a number stands on the line.

        Args:
            value: The number now, same unit as the bounds.

        Returns:
            0 at the baseline or further away, 1 at the goal or beyond. None without a baseline: then there is only
            met and not met. Where the baseline has no distance from the goal, 1 while the goal is met and else 0.
        """
        if self.baseline is None:
            return None
        way = self.distance(self.baseline)
        if way == 0:
            return 1.0 if self.met(value) else 0.0
        return max(0.0, 1.0 - self.distance(value) / way)

    def mirrored(self) -> ProgressLine:
        """The same line on the scale turned over (x becomes -x); progress is the same on both."""
        return ProgressLine(
            low=None if self.high is None else -self.high,
            high=None if self.low is None else -self.low,
            strict=self.strict,
            baseline=None if self.baseline is None else -self.baseline,
        )
