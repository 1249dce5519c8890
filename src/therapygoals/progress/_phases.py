"""Two phases of one person: what the metrics of single cases take, and how they tell what they found."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from therapygoals.goals import Direction
from therapygoals.goals._checks import MAX_NUMBER
from therapygoals.progress import _numbers
from therapygoals.progress.effects import PhaseContrast, PhaseEffect
from therapygoals.progress.undefined import Undefined

NOTHING_SEEN = Undefined("a phase holds no value")
ONE_VALUE = Undefined("a phase holds only one value, so its spread cannot be told")


class Phases(NamedTuple):
    """The values of two phases that were seen, in their order."""

    before: Sequence[float]
    after: Sequence[float]
    direction: Direction
    dropped: int
    lack: Undefined | None
    """Why nothing can be told of these phases."""

    def rising(self) -> tuple[Sequence[float], Sequence[float]]:
        """Both phases on a scale on which higher is better."""
        if self.direction is Direction.INCREASE:
            return self.before, self.after
        return [-value for value in self.before], [-value for value in self.after]


def phases(before: object, after: object, direction: Direction, *, low: float = -MAX_NUMBER) -> Phases:
    """The values of two phases, checked, without those that are missing.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite or below the lowest, or the direction is neither increase nor decrease.
    """
    _numbers.check_moves(direction)
    first, last = _numbers.numbers(before, "before", low=low), _numbers.numbers(after, "after", low=low)
    start, now = _numbers.present(first), _numbers.present(last)
    dropped = len(first) + len(last) - len(start) - len(now)
    return Phases(start, now, direction, dropped, None if start and now else NOTHING_SEEN)


def contrast(seen: Phases, estimate: float | Undefined, unit: str, caution: str | None = None) -> PhaseContrast:
    """What a metric without a standard error found in the phases."""
    return PhaseContrast(
        estimate=estimate,
        unit=unit,
        direction=seen.direction,
        n_before=len(seen.before),
        n_after=len(seen.after),
        dropped=seen.dropped,
        caution=caution,
    )


def effect(
    seen: Phases,
    estimate: float | Undefined,
    se: float | Undefined,
    ends: tuple[float | Undefined, float | Undefined],
    *,
    level: float,
    unit: str,
    caution: str | None = None,
) -> PhaseEffect:
    """What a metric with a standard error and an interval found in the phases."""
    return PhaseEffect(
        estimate=estimate,
        se=se,
        low=ends[0],
        high=ends[1],
        level=level,
        unit=unit,
        direction=seen.direction,
        n_before=len(seen.before),
        n_after=len(seen.after),
        dropped=seen.dropped,
        caution=caution,
    )


def around(
    estimate: float | Undefined, se: float | Undefined, level: float
) -> tuple[float | Undefined, float | Undefined]:
    """Both ends of the interval that a normal distribution gives."""
    margin = se if isinstance(se, Undefined) else _numbers.two_sided(level) * se
    return _numbers.minus(estimate, margin), _numbers.plus(estimate, margin)


def exact(value: float) -> Fraction:
    """The number as it is written: 0.1 is a tenth, so that what is tied on paper is tied in the sum."""
    return Fraction(repr(value))
