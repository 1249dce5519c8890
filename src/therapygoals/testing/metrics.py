"""Results of metrics: what the public functions give for numbers that a person could have, missing ones among them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from therapygoals.goals import Direction, Observation, ObservationStatus, Party
from therapygoals.progress import (
    Adherence,
    ChangeCriteria,
    ChangeMethod,
    Consistency,
    Cutoff,
    DirectionOfTravel,
    GasChange,
    GasFinding,
    GasRule,
    GasScore,
    GoalChange,
    GoalPercent,
    ImportantChange,
    LeastSquares,
    MannKendall,
    Norms,
    PhaseContrast,
    PhaseEffect,
    QuotaWeek,
    RatingChange,
    ReliableChange,
    RepeatedMedians,
    TheilSen,
    Threshold,
    Undefined,
    WeeklyDays,
    adherence,
    consistency,
    direction_of_travel,
    gas_change,
    gas_score,
    important_change,
    least_squares,
    mann_kendall,
    percent_of_goal,
    percent_of_goal_obtained,
    rating_change,
    reliable_change,
    repeated_medians,
    tau_u,
    theil_sen,
    weekly_days,
)
from therapygoals.testing.amounts import days, numbers
from therapygoals.testing.observations import observations
from therapygoals.testing.words import texts

__all__ = [
    "adherences",
    "change_criterias",
    "consistencies",
    "directions_of_travel",
    "gas_changes",
    "gas_findings",
    "gas_scores",
    "goal_changes",
    "goal_percents",
    "important_changes",
    "least_squares_lines",
    "mann_kendalls",
    "norms",
    "phase_contrasts",
    "phase_effects",
    "quota_weeks",
    "rating_changes",
    "reliable_changes",
    "repeated_medians_lines",
    "theil_sens",
    "thresholds",
    "undefineds",
    "weeks_of_days",
]

T = TypeVar("T")

_FIRST, _LAST = date(2026, 2, 25), date(2026, 4, 7)
_WAYS = st.sampled_from((Direction.INCREASE, Direction.DECREASE))


def undefineds() -> st.SearchStrategy[Undefined]:
    """Numbers that cannot be told, for any reason."""
    return st.builds(Undefined, texts())


def _levels(count: int) -> st.SearchStrategy[list[float | None]]:
    """Levels of goal attainment, whole and half ones, some missing."""
    return st.lists(st.none() | st.integers(-4, 4).map(lambda half: half / 2), min_size=count, max_size=count)


@st.composite
def _weighted(draw: st.DrawFn, metric: Callable[..., T], times: int) -> T:
    count = draw(st.integers(0, 8))
    weights: Any = draw(st.none() | st.lists(numbers(0.5, 9), min_size=count, max_size=count))
    return metric(*(draw(_levels(count)) for _ in range(times)), weights=weights, rho=draw(numbers(0, 1)))


def gas_scores() -> st.SearchStrategy[GasScore]:
    """Scores of a few goals, of none too, with weights or without."""
    return _weighted(gas_score, 1)


def gas_changes() -> st.SearchStrategy[GasChange]:
    """Changes of a few goals between two times."""
    return _weighted(gas_change, 2)


def thresholds() -> st.SearchStrategy[Threshold]:
    """How large a change has to be, with any source."""
    return st.builds(Threshold, numbers(0.5, 30), texts())


def important_changes() -> st.SearchStrategy[ImportantChange]:
    """Changes on any measure, held against any threshold."""
    scores = st.none() | numbers(0, 100)
    return st.builds(important_change, scores, scores, threshold=thresholds(), direction=_WAYS)


@st.composite
def _rating_changes(draw: st.DrawFn, fewest: int) -> RatingChange:
    count = draw(st.integers(fewest, 5))
    ratings = st.lists(st.none() | numbers(0, 10), min_size=count, max_size=count)
    threshold = draw(st.none() | thresholds())
    return rating_change(draw(ratings), draw(ratings), rater=draw(st.sampled_from(Party)), threshold=threshold)


def rating_changes() -> st.SearchStrategy[RatingChange]:
    """Changes of ratings from 0 to 10, held against a threshold or not."""
    return _rating_changes(0)


def goal_changes() -> st.SearchStrategy[GoalChange]:
    """Changes of the rating of one goal."""
    return _rating_changes(1).map(lambda change: change.goals[0])


def goal_percents() -> st.SearchStrategy[GoalPercent]:
    """Percentages of the way to a goal, of ways that cannot be told too."""
    value = st.none() | numbers(-20, 20)
    return st.builds(percent_of_goal, baseline=value, current=value, target=value, direction=_WAYS)


def phase_contrasts() -> st.SearchStrategy[PhaseContrast]:
    """Effects by a metric without a standard error, of phases of a few values, of empty ones too."""
    phase = st.lists(st.none() | st.integers(0, 10), max_size=12)
    return st.builds(tau_u, phase, phase, direction=_WAYS)


def phase_effects() -> st.SearchStrategy[PhaseEffect]:
    """Effects of phases of a few values, of empty ones too."""
    phase = st.lists(st.none() | numbers(0, 30), max_size=12)
    return st.builds(
        percent_of_goal_obtained, phase, phase, goal=numbers(0, 30), direction=_WAYS, level=numbers(0.5, 0.99)
    )


def norms() -> st.SearchStrategy[Norms]:
    """Means and SDs of groups, without any spread too, with a source or without."""
    people, source = st.none() | st.integers(1, 5_000), st.none() | texts()
    return st.builds(Norms, numbers(0, 60), numbers(0, 12), n=people, source=source)


@st.composite
def change_criterias(draw: st.DrawFn) -> ChangeCriteria:
    """What changes are judged by, with all figures or only those that must be there."""
    reliability, direction, before = numbers(0, 1), draw(_WAYS), draw(norms())
    ahead = draw(numbers(0.5, 40)) * (1 if direction is Direction.INCREASE else -1)
    better = st.builds(Norms, st.just(before.mean + ahead), numbers(0, 12), n=st.none() | st.integers(1, 5_000))
    return draw(_criteria(reliability, direction, before, functional=st.none() | better))


def _criteria(
    reliability: st.SearchStrategy[float],
    direction: Direction,
    before: Norms,
    functional: st.SearchStrategy[Norms | None],
) -> st.SearchStrategy[ChangeCriteria]:
    return st.builds(
        ChangeCriteria,
        direction=st.just(direction),
        reliability=reliability,
        before=st.just(before),
        functional=functional,
        after=st.none() | norms(),
        correlation=st.none() | numbers(-1, 1),
        reliability_after=st.none() | reliability,
        level=numbers(0.5, 0.99),
        dropped=st.integers(0, 9),
    )


def reliable_changes() -> st.SearchStrategy[ReliableChange]:
    """Changes of one person, by any index and cutoff."""
    score = st.none() | numbers(0, 60)
    ways = {"method": st.sampled_from(ChangeMethod), "cutoff": st.sampled_from(Cutoff)}
    return st.builds(reliable_change, score, score, criteria=change_criterias(), **ways)


def gas_findings() -> st.SearchStrategy[GasFinding]:
    """Any rule of a scale, at any levels."""
    levels = st.lists(st.integers(-2, 2), min_size=1, max_size=5, unique=True).map(sorted)
    return st.builds(GasFinding, st.sampled_from(GasRule), levels)


@st.composite
def _trends(draw: st.DrawFn, /, metric: Callable[..., T], **options: st.SearchStrategy[Any]) -> T:
    series: list[tuple[float | None, date]] = draw(st.lists(st.tuples(st.none() | numbers(0, 10), days()), max_size=8))
    given = {name: draw(option) for name, option in options.items()}
    return metric([value for value, _ in series], on=[day for _, day in series], **given)


def least_squares_lines() -> st.SearchStrategy[LeastSquares]:
    """Straight lines through a few ratings, through none too."""
    return _trends(least_squares, level=numbers(0.5, 0.99))


def theil_sens() -> st.SearchStrategy[TheilSen]:
    """Median slopes of a few ratings, of none too."""
    return _trends(theil_sen, level=numbers(0.5, 0.99))


def repeated_medians_lines() -> st.SearchStrategy[RepeatedMedians]:
    """Siegel's lines through a few ratings, through none too."""
    return _trends(repeated_medians)


def mann_kendalls() -> st.SearchStrategy[MannKendall]:
    """Tests for a trend in a few ratings, in none too."""
    return _trends(mann_kendall, level=numbers(0.5, 0.99), same_day_tied=st.booleans())


def directions_of_travel() -> st.SearchStrategy[DirectionOfTravel]:
    """Where a few ratings lead, with either way the better one."""
    return _trends(direction_of_travel, direction=_WAYS, level=numbers(0.5, 0.99))


_PLANS = st.lists(observations(), max_size=8)
_DAILY = st.lists(st.builds(Observation, days(_FIRST, _LAST), status=st.sampled_from(ObservationStatus)), max_size=20)


def adherences() -> st.SearchStrategy[Adherence]:
    """Shares and streaks of a few planned occurrences, of none too."""
    return st.builds(adherence, _PLANS, as_of=days())


def consistencies() -> st.SearchStrategy[Consistency]:
    """Weighted shares of a few planned occurrences, of none too."""
    return st.builds(consistency, _PLANS, as_of=days(), half_life_days=numbers(1, 400))


def weeks_of_days() -> st.SearchStrategy[WeeklyDays]:
    """Six weeks held against any quota, told while they last or afterwards."""
    quotas, as_of = st.integers(1, 7), days(_FIRST, _LAST + timedelta(days=7))
    return st.builds(weekly_days, _DAILY, quota=quotas, start=st.just(_FIRST), end=st.just(_LAST), as_of=as_of)


def quota_weeks() -> st.SearchStrategy[QuotaWeek]:
    """Single weeks held against any quota, incomplete ones too."""
    return weeks_of_days().flatmap(lambda told: st.sampled_from(told.weeks))
