"""What an effect of a phase is told by: the estimate, its standard error and interval if it has one, and its n."""

from __future__ import annotations

import attrs

from therapygoals.goals import Direction
from therapygoals.goals._words import short_repr
from therapygoals.progress.undefined import Undefined

__all__ = ["PhaseContrast", "PhaseEffect"]


@short_repr
@attrs.frozen(kw_only=True)
class PhaseEffect:
    """How a later phase differs from an earlier one, in one person.

    Attributes:
        estimate: The effect, in `unit`.
        se: Its standard error, same unit.
        low: Lower end of its interval, same unit.
        high: Upper end of its interval.
        level: Share of such intervals that would hold the true effect, such as 0.95.
        unit: What the estimate is counted in, such as ``percent``.
        direction: Which way is better for the values. More of the effect is better unless the metric says otherwise.
        n_before: Number of values used of the earlier phase.
        n_after: Number of values used of the later phase.
        dropped: Number of values that were missing.
        caution: What makes the estimate easy to misread here, or None.
    """

    estimate: float | Undefined
    se: float | Undefined
    low: float | Undefined
    high: float | Undefined
    level: float
    unit: str
    direction: Direction
    n_before: int
    n_after: int
    dropped: int
    caution: str | None = None


@short_repr
@attrs.frozen(kw_only=True)
class PhaseContrast:
    """How a later phase differs from an earlier one, in one person, by a metric that has no standard error.

    Attributes:
        estimate: The effect, in `unit`.
        unit: What the estimate is counted in, such as ``share``.
        direction: Which way is better for the values. More of the effect is better unless the metric says otherwise.
        n_before: Number of values used of the earlier phase.
        n_after: Number of values used of the later phase.
        dropped: Number of values that were missing.
        caution: What makes the estimate easy to misread here, or None.
    """

    estimate: float | Undefined
    unit: str
    direction: Direction
    n_before: int
    n_after: int
    dropped: int
    caution: str | None = None
