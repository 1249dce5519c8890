"""The figures of a report as a table: one row each, with its interval, its n, or the reason why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple, TypeAlias, cast

from therapygoals.goals import PeriodTally
from therapygoals.progress.effects import PhaseEffect
from therapygoals.progress.undefined import Undefined

__all__ = ["ReportFigure"]


class ReportFigure(NamedTuple):
    """One figure of a report. Being a tuple with names, a list of them makes a data frame as it is.

    Attributes:
        goal: Id of the goal; None for the plan.
        target: Key of the target; None for the only one, and for the plan.
        family: The family of metrics.
        figure: Which figure of the family.
        value: A number, a word, or true or false; None where it cannot be told.
        low: Lower end of its interval, or None.
        high: Upper end of its interval, or None.
        se: Its standard error, or None.
        unit: What it is counted in; empty where it has no unit.
        n: Number of values that it rests on, or None.
        dropped: Number of values left out, or None.
        why: Why it cannot be told; empty where it is.
        caution: What makes it easy to misread; empty where nothing is known to.
    """

    goal: str | None
    target: str | None
    family: str
    figure: str
    value: float | bool | str | None
    low: float | None
    high: float | None
    se: float | None
    unit: str
    n: int | None
    dropped: int | None
    why: str
    caution: str = ""


class _Column(NamedTuple):
    """Where a figure stands in a result: its attribute, its name and unit, and the attributes of interval and error."""

    name: str
    figure: str
    unit: str = ""
    low: str = ""
    high: str = ""
    se: str = ""
    within: str = ""
    """The attribute of the result that holds it, where it is not the result itself."""
    but: str = ""
    """The attribute that tells how many of the n it does not rest on."""


_Family: TypeAlias = tuple[str, str, tuple[_Column, ...]]
"""The field of a report, the name of the family, and its figures."""
_NO_PERIOD = Undefined("no full period can be told yet")
_OWN = "own"
"""Stands for the unit of the target."""
_EFFECT = ("low", "high", "se")

_OF_A_TARGET: tuple[_Family, ...] = (
    ("percent", "Percent of goal", (_Column("raw", "way covered", "%"), _Column("reached", "target reached"))),
    (
        "travel",
        "Direction of travel",
        (
            _Column("travel", "course"),
            _Column("slope_per_week", "Theil-Sen slope per week", _OWN, "low_per_week", "high_per_week"),
            _Column("p", "Mann-Kendall p"),
        ),
    ),
    (
        "line",
        "Least squares",
        (
            _Column("slope_per_week", "slope per week", _OWN, "low_per_week", "high_per_week", "se_per_week"),
            _Column("p", "p of the slope"),
        ),
    ),
    ("nap", "Before and since it was begun", (_Column("estimate", "non-overlap of all pairs", "", *_EFFECT),)),
    (
        "mean_difference",
        "Before and since it was begun",
        (_Column("estimate", "standardised mean difference", "SD", *_EFFECT),),
    ),
    ("obtained", "Before and since it was begun", (_Column("estimate", "goal obtained", "%", *_EFFECT),)),
    (
        "adherence",
        "Adherence",
        (
            _Column("share_recorded", "done of what was recorded", "share", but="not_recorded"),
            _Column("share_strict", "done of all that was planned", "share"),
            _Column("longest_streak_recorded", "most in a row", "occasion"),
            _Column("excused", "excused", "occasion"),
            _Column("not_recorded", "not recorded", "occasion"),
        ),
    ),
    ("weeks", "Weeks", (_Column("share", "weeks that met the quota, not recorded as not done", "share"),)),
    (
        "consistency",
        "Consistency",
        (_Column("recorded", "done of what was recorded, lately", "share", but="not_recorded"),),
    ),
    ("stall", "Has it come to a stand?", (_Column("stalled", "come to a stand"), _Column("change", "change", _OWN))),
    (
        "important_change",
        "Change that matters",
        (_Column("change", "change", _OWN), _Column("shift", "held against the threshold")),
    ),
    (
        "reliable_change",
        "Reliable change",
        (_Column("index", "index"), _Column("shift", "more than chance"), _Column("category", "category")),
    ),
    (
        "track",
        "On track?",
        (_Column("track", "beside the expected course"), _Column("difference", "difference from it", _OWN)),
    ),
    (
        "agreement",
        "Agreement of client and therapist",
        (
            _Column("exact", "same rating", "share"),
            _Column("within_one", "within one point", "share"),
            _Column("value", "quadratic kappa", "", *_EFFECT, within="kappa_quadratic"),
        ),
    ),
)
_OF_A_PLAN: tuple[_Family, ...] = (
    (
        "gas",
        "Goal attainment scaling",
        (
            _Column("t", "T-score", "T point"),
            _Column("weighted_mean_level", "weighted mean", "level"),
            _Column("share_attained", "goals at the expected level or above", "share"),
        ),
    ),
    ("gas_change", "Goal attainment scaling", (_Column("change", "change from the start", "T point"),)),
    (
        "ratings",
        "Goal-based ratings",
        (_Column("change", "mean change", "point"), _Column("shift", "held against the threshold")),
    ),
    (
        "satisfaction",
        "Satisfaction with the way it goes",
        (
            _Column("travel", "course"),
            _Column("slope_per_week", "Theil-Sen slope per week", "point", "low_per_week", "high_per_week"),
        ),
    ),
    ("self_concordance", "Self-concordance", ()),
)


def target_figures(
    told: object, *, goal: str, target: str | None, unit: str, periods: PeriodTally | None
) -> Iterator[ReportFigure]:
    """The figures of a report of a target, family by family."""
    yield from _figures(told, _OF_A_TARGET, goal, target, unit)
    if periods is not None:
        share = periods.met / periods.counted if periods.counted else _NO_PERIOD
        n, dropped = periods.counted, periods.excused + periods.unknown
        yield _row(
            goal, target, "Periods", "full periods that met the quota", share, unit="share", n=n, dropped=dropped
        )


def plan_figures(told: object) -> Iterator[ReportFigure]:
    """The figures of a plan, family by family."""
    return _figures(told, _OF_A_PLAN, None, None, "")


def _figures(
    told: object, families: Iterable[_Family], goal: str | None, target: str | None, unit: str
) -> Iterator[ReportFigure]:
    for field, family, columns in families:
        result = getattr(told, field)
        if isinstance(result, Undefined):
            names = [column.figure for column in columns] or [family.lower()]
            yield from (_row(goal, target, family, name, result) for name in names)
            continue
        for column in columns:
            holder = getattr(result, column.within) if column.within else result
            ends = (_number(getattr(holder, name)) if name else None for name in (column.low, column.high, column.se))
            yield _row(
                goal,
                target,
                family,
                column.figure,
                getattr(holder, column.name),
                *ends,
                unit=unit if column.unit is _OWN else column.unit,
                n=_n(result, column),
                dropped=getattr(result, "dropped", None),
                caution=getattr(result, "caution", None) or "",
            )


def _row(
    goal: str | None,
    target: str | None,
    family: str,
    figure: str,
    value: object,
    low: float | None = None,
    high: float | None = None,
    se: float | None = None,
    *,
    unit: str = "",
    n: int | None = None,
    dropped: int | None = None,
    caution: str = "",
) -> ReportFigure:
    if isinstance(value, Undefined):
        return ReportFigure(goal, target, family, figure, None, low, high, se, unit, n, dropped, value.reason, caution)
    told = str(value).replace("_", " ") if isinstance(value, Enum) else cast("float | bool", value)
    return ReportFigure(goal, target, family, figure, told, low, high, se, unit, n, dropped, "", caution)


def _number(value: float | Undefined) -> float | None:
    return None if isinstance(value, Undefined) else value


def _n(result: object, column: _Column) -> int | None:
    if isinstance(result, PhaseEffect):
        return result.n_before + result.n_after
    n = getattr(result, "n", None)
    return n - getattr(result, column.but) if n is not None and column.but else n
