"""Targets with a number that is read off: scales, quantities, durations, goal attainment levels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import Direction, Period
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation
from therapygoals.goals.targets._base import BaseTarget, LatestTarget, latest, seen

__all__ = ["DurationTarget", "GasTarget", "QuantityTarget", "Scale", "ScaleTarget"]


@short_repr
@attrs.frozen(kw_only=True)
class Scale:
    """The range of a rating or of a named instrument.

    Attributes:
        low: Smallest possible number.
        high: Largest possible number.
        instrument: Name of the instrument, such as ``PHQ-9``; None for a free rating.

    Raises:
        FieldError: The range is empty.
    """

    low: float = attrs.field(default=0, validator=_checks.number())
    high: float = attrs.field(default=10, validator=_checks.number())
    instrument: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=100)))

    def __attrs_post_init__(self) -> None:
        if self.low >= self.high:
            raise FieldError("Scale.low", f"must lie below high ({self.high:g})", self.low)


@short_repr
@attrs.frozen(kw_only=True)
class ScaleTarget(LatestTarget):
    """A point or band on a scale: "mood at 7 of 10", "PHQ-9 under 5".

    Attributes:
        scale: The scale; a free rating from 0 to 10 unless another is given.

    Raises:
        FieldError: As for every bounded target; or a number lies outside the scale.
    """

    scale: Scale = attrs.field(factory=Scale, validator=_checks.a(Scale))

    @property
    def _range(self) -> tuple[float, float]:
        return self.scale.low, self.scale.high

    @property
    def unit(self) -> str:
        """Points, with the instrument where there is one."""
        return "point" if self.scale.instrument is None else f"point on {self.scale.instrument}"


@short_repr
@attrs.frozen(kw_only=True)
class QuantityTarget(LatestTarget):
    """An amount in a unit of its own: "5 kilometres", "two drinks a day".

    Attributes:
        noun: The unit, singular, such as ``drink``.
        per: Stretch of time that the amount is counted in, or None.
    """

    noun: str = attrs.field(validator=_checks.text(most=100))
    per: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Period)))

    @property
    def unit(self) -> str:
        """The noun, per stretch of time where there is one."""
        return self.noun if self.per is None else f"{self.noun} per {self.per}"


@short_repr
@attrs.frozen(kw_only=True)
class DurationTarget(LatestTarget):
    """How long something lasts: "seven hours of sleep a night", "30 minutes less screen time a day".

    Attributes:
        measured_in: Unit of every number of the target: second, minute, hour, day, week or month; None while no unit is
            agreed.
        per: Stretch of time or occasion that the duration belongs to, or None.

    Raises:
        FieldError: As for every bounded target; or a duration is negative.
    """

    measured_in: Period | None = attrs.field(
        default=None,
        validator=_checks.optional(
            _checks.one_of(Period, Period.SECOND, Period.MINUTE, Period.HOUR, Period.DAY, Period.WEEK, Period.MONTH)
        ),
    )
    per: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Period)))

    @property
    def _range(self) -> tuple[float, float]:
        return 0, _checks.MAX_NUMBER

    @property
    def unit(self) -> str:
        """The unit of time, per stretch of time where there is one."""
        noun = "time" if self.measured_in is None else str(self.measured_in)
        return noun if self.per is None else f"{noun} per {self.per}"


GAS_LEVELS = (-2, -1, 0, 1, 2)


@short_repr
@attrs.frozen(kw_only=True)
class GasTarget(BaseTarget):
    """Goal attainment scaling: five levels from -2 to +2, met at 0, the expected level (Kiresuk and Sherman, 1968).

    Attributes:
        levels: What each level looks like, from -2 to +2; None where it is not worded yet.
        baseline: The level at the start, -2 to 2, or None.
        weight: Weight of the goal among others, above 0; 1 is equal weights.

    Raises:
        FieldError: There are not five levels, the baseline is no level, or the weight is not above 0.
    """

    levels: tuple[str | None, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.optional(_checks.text()))
    )
    baseline: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=-2, high=2)))
    weight: float = attrs.field(default=1.0, validator=_checks.number(low=0))

    def __attrs_post_init__(self) -> None:
        if len(self.levels) != len(GAS_LEVELS):
            raise FieldError("GasTarget.levels", "must be five texts, from -2 to +2", len(self.levels))
        if self.weight == 0:
            raise FieldError("GasTarget.weight", "must be above 0", self.weight)

    @property
    def line(self) -> ProgressLine:
        """From the baseline level to level 0."""
        return ProgressLine(low=0, baseline=self.baseline)

    @property
    def unit(self) -> str:
        """Level of goal attainment."""
        return "level"

    @property
    def enough(self) -> str:
        """The expected level, and where it starts."""
        words = f"level 0 or above: {self.levels[2]}" if self.levels[2] else "level 0 or above"
        return words if self.baseline is None else f"{words}, from {self.baseline}"

    @property
    def direction(self) -> Direction:
        """Higher levels are better."""
        return Direction.INCREASE

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        for entry in seen(entries):
            if entry.value not in GAS_LEVELS:
                raise FieldError("Observation.value", "must be a level from -2 to 2", entry.value)
        last = latest(entries)
        return None if last is None else last.value
