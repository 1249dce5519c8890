"""What was recorded, and what follows from it: observations, counts by period, progress."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from therapygoals.goals import (
    DurationTarget,
    Evidence,
    ExplorationTarget,
    GasTarget,
    Observation,
    ObservationSource,
    ObservationStatus,
    Period,
    PeriodCount,
    PeriodTally,
    Progress,
    QuantityTarget,
    ScaleTarget,
    Target,
    TextTarget,
    YesNoTarget,
)
from therapygoals.testing.amounts import days as calendar_dates
from therapygoals.testing.amounts import numbers
from therapygoals.testing.people import actors
from therapygoals.testing.targets import targets
from therapygoals.testing.words import keys, texts

__all__ = [
    "observations",
    "observations_for",
    "period_counts",
    "period_tallies",
    "progresses",
    "values_for",
]

_COVERS = (Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR, Period.SESSION, Period.MEETING)
_SEEN = ObservationStatus.SEEN


@st.composite
def observations(draw: st.DrawFn, *, goal: str | None = None, target: str | None = None) -> Observation:
    """Entries of any kind.

    Args:
        draw: Given by Hypothesis.
        goal: Id of the goal; any or none when None.
        target: Key of the target; any or none when None.
    """
    status = draw(st.sampled_from(ObservationStatus))
    return Observation(
        draw(calendar_dates()),
        draw(st.none() | numbers()) if status is _SEEN else None,
        status=status,
        covers=draw(st.sampled_from(_COVERS)),
        session=draw(st.none() | keys()),
        goal=draw(st.none() | keys()) if goal is None else goal,
        target=draw(st.none() | keys()) if target is None else target,
        by=draw(st.none() | actors()),
        evidence=draw(st.none() | st.sampled_from(Evidence)),
        source=draw(st.none() | st.sampled_from(ObservationSource)),
        note=draw(st.none() | texts()),
    )


def values_for(target: Target) -> st.SearchStrategy[float | None]:
    """Numbers that an entry about a target may hold; None too where it may simply have happened."""
    match target:
        case ScaleTarget():
            return numbers(target.scale.low, target.scale.high)
        case GasTarget():
            return st.integers(-2, 2)
        case DurationTarget():
            return numbers(0, 1e4)
        case QuantityTarget():
            return numbers()
        case YesNoTarget() | ExplorationTarget() | TextTarget():
            return st.none() | st.integers(0, 1)
        case _:
            return st.none() | st.integers(0, 5)


@st.composite
def observations_for(
    draw: st.DrawFn, target: Target, *, start: date = date(2026, 1, 5), days: int = 28
) -> tuple[Observation, ...]:
    """What may be recorded about a target day by day: seen, missed, excused, unknown, or nothing at all.

    Args:
        draw: Given by Hypothesis.
        target: The target that the entries are about.
        start: First day.
        days: Number of days; each has one entry at most.

    Returns:
        Entries in the order of their days.
    """
    entries: list[Observation] = []
    for offset in sorted(draw(st.sets(st.integers(0, days - 1)))):
        status = draw(st.sampled_from((_SEEN, *ObservationStatus)))
        value = draw(values_for(target)) if status is _SEEN else None
        entries.append(Observation(start + timedelta(days=offset), value, status=status, target=target.key))
    return tuple(entries)


def period_tallies() -> st.SearchStrategy[PeriodTally]:
    """How many periods met a quota, did not, were excused, or cannot be told."""
    number = st.integers(0, 60)
    return st.builds(PeriodTally, met=number, unmet=number, excused=number, unknown=number)


@st.composite
def period_counts(draw: st.DrawFn) -> PeriodCount:
    """What was recorded in one period."""
    first = draw(calendar_dates())
    number = st.integers(0, 31)
    return PeriodCount(
        start=first,
        end=first + timedelta(days=draw(number)),
        occasions=draw(numbers(0, 100)),
        seen=draw(number),
        missed=draw(number),
        excused=draw(number),
        open=draw(number),
        complete=draw(st.booleans()),
    )


@st.composite
def progresses(draw: st.DrawFn) -> Progress:
    """Where some target stands after four weeks."""
    target, start = draw(targets()), date(2026, 1, 5)
    return target.progress(draw(observations_for(target, start=start)), on=start + timedelta(days=27))
