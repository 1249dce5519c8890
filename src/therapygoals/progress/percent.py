"""Percent of goal: how much of the way from baseline to target has been covered, by one value or by a phase."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum, unique
from statistics import fmean, variance

import attrs

from therapygoals.goals import Direction
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers, _phases
from therapygoals.progress.effects import PhaseEffect
from therapygoals.progress.undefined import Undefined

__all__ = ["GoalPercent", "PercentStatus", "percent_of_goal", "percent_of_goal_obtained"]

_FULL = 100


@unique
class PercentStatus(StrEnum):
    """Whether a percentage can be told."""

    OK = "ok"
    """Baseline, current value and target are known, and the way leads where the direction says."""
    MISSING = "missing"
    """A number is missing."""
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    """There is no way to go; only whether the target is reached can be told."""
    DIRECTION_CONFLICT = "direction_conflict"
    """The target lies on the other side of the baseline than the direction says."""


_MISSING = Undefined("baseline, current value or target is missing")
_NO_WAY = Undefined("the target equals the baseline, so there is no way to go")
_WRONG_WAY = Undefined("the target lies on the other side of the baseline than is better")
_NOT_KNOWN = Undefined("current value or target is missing")
_NO_WAY_FROM_MEAN = Undefined("the goal equals the mean of the earlier phase, so there is no way to go")
_PAST_THE_GOAL = "the earlier phase is past the goal on average, so getting still better counts as negative"


@short_repr
@attrs.frozen(kw_only=True)
class GoalPercent:
    """How much of the way from baseline to target one value has covered.

    Attributes:
        raw: Percent of the way. 0 is the baseline, 100 the target; below 0 is further away, above 100 beyond.
        clamped: The same, held between 0 and 100.
        reached: Whether the value is at the target or beyond.
        status: Whether the percentage can be told.
        direction: Which way is better.
    """

    raw: float | Undefined
    clamped: float | Undefined
    reached: bool | Undefined
    status: PercentStatus
    direction: Direction


def percent_of_goal(
    *, baseline: float | None, current: float | None, target: float | None, direction: Direction
) -> GoalPercent:
    """How much of the way from baseline to target has been covered.

    Formula:
        raw = 100 * (current - baseline) / (target - baseline)
        clamped = min(100, max(0, raw))

    Args:
        baseline: Value at the start, in any unit; None where it is not known.
        current: Value now, same unit; None where it is not known.
        target: Value to get to, same unit; None where it is not known.
        direction: Whether higher or lower values are better.

    Returns:
        Percent of the way: 0 is no change, 100 is there, more is better whichever way is up. `Undefined`, with the
        status that says so, where a number is missing, the target equals the baseline, or the target lies on the wrong
        side of the baseline.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, or the direction is neither increase nor decrease.

    When it misleads:
        A short way makes large percentages out of a good or a bad day. Half of the way need not be half of the effort.
        Percentages of unlike goals are not averaged.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> percent_of_goal(baseline=5, current=3, target=1, direction=Direction.DECREASE).raw
        50.0
        >>> print(percent_of_goal(baseline=2, current=3, target=5, direction=Direction.DECREASE).raw)
        undefined: the target lies on the other side of the baseline than is better

    References:
        ferron2020, whose percent of goal obtained this is for a single value.
    """
    _numbers.check_moves(direction)
    start, now, end = (
        _numbers.maybe_number(value, field)
        for value, field in ((baseline, "baseline"), (current, "current"), (target, "target"))
    )
    status, raw = _covered(start, now, end, direction)
    return GoalPercent(
        raw=raw,
        clamped=raw if isinstance(raw, Undefined) else min(_FULL, max(0.0, raw)),
        reached=_NOT_KNOWN if now is None or end is None else _numbers.sign(direction) * (end - now) <= 0,
        status=status,
        direction=direction,
    )


def percent_of_goal_obtained(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    goal: float,
    direction: Direction,
    level: float = 0.95,
) -> PhaseEffect:
    """Percent of goal obtained: how far a phase has come, on average, from the phase before it to the goal.

    Formula:
        PoGO = 100 * (mean(after) - mean(before)) / (goal - mean(before))
        SE = 100 * sqrt(vb / m + va / n + (PoGO / 100) ** 2 * vb / m) / abs(goal - mean(before))
        interval = PoGO -+ z * SE

        with m values before and n after, their variances vb and va, and the normal quantile z of the level

    Args:
        before: Values of the earlier phase, in any unit, in any order. None where one is missing: it is dropped.
        after: Values of the later phase, same unit.
        goal: Value to get to, same unit.
        direction: Whether higher or lower values are better. The estimate goes by the goal alone; where the earlier
            mean is past the goal already, the result says so as a caution.
        level: Level of the interval, above 0 and below 1.

    Returns:
        Percent of the way to the goal: 0 is no change, 100 is there on average, more is nearer or beyond. The estimate
        is `Undefined` where a phase is empty or the earlier mean equals the goal; its SE and interval also where a
        phase holds one value.

    Raises:
        FieldTypeError: A value is no number, or the direction no `Direction`.
        FieldError: A value is not finite, the level is out of range, or the direction is neither increase nor decrease.

    When it misleads:
        Values of one person in a row depend on each other, so the SE is too small as a rule. An earlier mean close to
        the goal makes any estimate huge. Where the earlier phase is past the goal, getting still better is negative.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> effect = percent_of_goal_obtained([5, 6, 5], [3, 2, 3, 2], goal=1, direction=Direction.DECREASE)
        >>> round(effect.estimate, 1), round(effect.se, 1)
        (65.4, 11.4)

    References:
        ferron2020.
    """
    seen = _phases.phases(before, after, direction)
    end, share = _numbers.number(goal, "goal"), _numbers.check_level(level)
    start, now = seen.before, seen.after
    estimate = _obtained(start, now, end)
    se = estimate if isinstance(estimate, Undefined) else _se(start, now, end, estimate)
    behind = bool(start) and _numbers.sign(direction) * (end - fmean(start)) < 0
    ends, caution = _phases.around(estimate, se, share), _PAST_THE_GOAL if behind else None
    return _phases.effect(seen, estimate, se, ends, level=share, unit="percent", caution=caution)


def _covered(
    start: float | None, now: float | None, end: float | None, direction: Direction
) -> tuple[PercentStatus, float | Undefined]:
    if start is None or now is None or end is None:
        return PercentStatus.MISSING, _MISSING
    if start == end:
        return PercentStatus.TARGET_EQUALS_BASELINE, _NO_WAY
    if _numbers.sign(direction) * (end - start) < 0:
        return PercentStatus.DIRECTION_CONFLICT, _WRONG_WAY
    return PercentStatus.OK, _percent(now - start, end - start)


def _percent(moved: float, way: float) -> float | Undefined:
    return _numbers.finite(_FULL * moved / way + 0.0)  # so that no move is 0 and never -0


def _obtained(start: Sequence[float], now: Sequence[float], goal: float) -> float | Undefined:
    if not (start and now):
        return _phases.NOTHING_SEEN
    mean = fmean(start)
    if math.isclose(mean, goal, rel_tol=1e-12):
        return _NO_WAY_FROM_MEAN
    return _percent(fmean(now) - mean, goal - mean)


def _se(start: Sequence[float], now: Sequence[float], goal: float, estimate: float) -> float | Undefined:
    if len(start) == 1 or len(now) == 1:
        return _phases.ONE_VALUE
    before, after = variance(start) / len(start), variance(now) / len(now)
    return _numbers.finite(
        _FULL * math.sqrt(before + after + (estimate / _FULL) ** 2 * before) / abs(goal - fmean(start))
    )
