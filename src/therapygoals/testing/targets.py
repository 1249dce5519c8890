"""What would be enough: progress lines, scales, steps, and every kind of target."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from therapygoals.goals import (
    CountTarget,
    Direction,
    DurationTarget,
    ExplorationTarget,
    FrequencyTarget,
    GasTarget,
    MilestoneTarget,
    Period,
    ProgressLine,
    QuantityTarget,
    Scale,
    ScaleTarget,
    Step,
    StreakTarget,
    Target,
    TextTarget,
    YesNoTarget,
)
from therapygoals.goals.periods import COUNTED_IN
from therapygoals.testing.amounts import amounts, days, numbers
from therapygoals.testing.words import keys, texts

__all__ = [
    "count_targets",
    "duration_targets",
    "exploration_targets",
    "frequency_targets",
    "gas_targets",
    "milestone_targets",
    "progress_lines",
    "quantity_targets",
    "scale_targets",
    "scales",
    "steps",
    "streak_targets",
    "targets",
    "text_targets",
    "yes_no_targets",
]

_COUNTED_IN = st.sampled_from(COUNTED_IN)
_MEASURED_IN = (Period.SECOND, Period.MINUTE, Period.HOUR, Period.DAY, Period.WEEK, Period.MONTH)


@st.composite
def _goals(draw: st.DrawFn, low: float, high: float) -> dict[str, Any]:
    """Fields of a target with a bound on one side or on both, and a baseline on the right side or none."""
    first, last = sorted((draw(numbers(low, high)), draw(numbers(low, high))))
    up = {"at_least": first}, numbers(low, first), first < high
    down = {"at_most": last}, numbers(last, high), last > low
    band = {"at_least": first, "at_most": last}, numbers(low, high), first < last
    goal, baselines, may_be_strict = draw(st.sampled_from((up, down, band)))
    return {**goal, "strict": may_be_strict and draw(st.booleans()), "baseline": draw(st.none() | baselines)}


@st.composite
def _changes(draw: st.DrawFn, low: float, high: float) -> dict[str, Any]:
    """Fields of a target that is a change from the baseline, or just the way to go."""
    baseline = draw(st.none() | numbers(low, high))
    if draw(st.booleans()):
        ways = (Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN)
        return {"towards": draw(st.sampled_from(ways)), "baseline": baseline}
    change = draw(numbers(low - high, high - low))
    assume(change and (baseline is None or low <= baseline + change <= high))
    percent = bool(baseline) and draw(st.booleans())
    if percent and baseline:  # in percent the same change is a hundredth of a hundredth as much
        assume(low <= baseline + abs(baseline) * change / 100 <= high)
    return {"change": change, "percent": percent, "baseline": baseline, "strict": draw(st.booleans())}


@st.composite
def _named(draw: st.DrawFn) -> dict[str, Any]:
    return {"what": draw(st.none() | texts()), "key": draw(st.none() | keys())}


@st.composite
def progress_lines(draw: st.DrawFn, *, low: float = -1e6, high: float = 1e6) -> ProgressLine:
    """Progress lines with one bound or two, strict or not, with a baseline or without, wherever it lies.

    Args:
        draw: Given by Hypothesis.
        low: Smallest number on the line.
        high: Largest number on the line.
    """
    goal = draw(_goals(low, high))
    return ProgressLine(
        low=goal.get("at_least"),
        high=goal.get("at_most"),
        strict=goal["strict"],
        baseline=draw(st.none() | numbers(low, high)),
    )


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Ranges of ratings and of named instruments."""
    low, high = sorted((draw(st.integers(-50, 50)), draw(st.integers(-50, 50))))
    return Scale(low=low, high=high + 1, instrument=draw(st.none() | st.sampled_from(("PHQ-9", "GAD-7")) | keys()))


def steps() -> st.SearchStrategy[Step]:
    """Steps of a milestone, done or open."""
    return st.builds(Step, texts(), st.none() | days())


@st.composite
def frequency_targets(draw: st.DrawFn) -> FrequencyTarget:
    """So often in every period, counted in occasions or days; how often may be open."""
    agreed = draw(st.just(True) | st.booleans())
    per = draw(_COUNTED_IN) if agreed else draw(st.none() | _COUNTED_IN)
    of = draw(st.none() | st.integers(1, 1 if per in (Period.DAY, Period.WEEKDAY) else 7))
    return FrequencyTarget(
        **draw(_named()),
        **(draw(_goals(0, 14 if of is None else of)) if agreed else {}),
        per=per,
        every=draw(st.just(1) | st.integers(1, 4)),
        of=of,
        tolerance=draw(st.just(1.0) | st.integers(1, 100).map(lambda percent: percent / 100)),
        context=draw(st.none() | texts()),
        each=draw(st.none() | amounts()),
    )


@st.composite
def count_targets(draw: st.DrawFn) -> CountTarget:
    """So many in a period, as a number, a change or just the way to go."""
    goal = draw(_goals(0, 100) | _changes(0, 100))
    return CountTarget(**draw(_named()), **goal, per=draw(st.none() | _COUNTED_IN))


@st.composite
def scale_targets(draw: st.DrawFn) -> ScaleTarget:
    """A point or band on a scale."""
    scale = draw(st.just(Scale()) | scales())
    goal = draw(_goals(scale.low, scale.high) | _changes(scale.low, scale.high))
    return ScaleTarget(**draw(_named()), **goal, scale=scale)


@st.composite
def quantity_targets(draw: st.DrawFn) -> QuantityTarget:
    """An amount in a unit of its own."""
    goal = draw(_goals(-1e6, 1e6) | _changes(-1e6, 1e6))
    noun = draw(st.sampled_from(("drink", "kilometre", "euro", "page")) | keys())
    return QuantityTarget(**draw(_named()), **goal, noun=noun, per=draw(st.none() | st.sampled_from(Period)))


@st.composite
def duration_targets(draw: st.DrawFn) -> DurationTarget:
    """How long something lasts."""
    goal = draw(_goals(0, 1e4) | _changes(0, 1e4))
    unit = draw(st.none() | st.sampled_from(_MEASURED_IN))
    return DurationTarget(**draw(_named()), **goal, measured_in=unit, per=draw(st.none() | st.sampled_from(Period)))


@st.composite
def milestone_targets(draw: st.DrawFn) -> MilestoneTarget:
    """So many things, once each."""
    count = draw(st.integers(1, 20))
    return MilestoneTarget(**draw(_named()), count=count, noun=draw(keys()), steps=draw(st.lists(steps(), max_size=3)))


@st.composite
def streak_targets(draw: st.DrawFn) -> StreakTarget:
    """A run without a miss."""
    return StreakTarget(**draw(_named()), length=draw(st.integers(1, 14)), per=draw(_COUNTED_IN))


@st.composite
def yes_no_targets(draw: st.DrawFn) -> YesNoTarget:
    """Something that happens once."""
    return YesNoTarget(**draw(_named()))


@st.composite
def gas_targets(draw: st.DrawFn) -> GasTarget:
    """Five levels of goal attainment, worded or not."""
    return GasTarget(
        **draw(_named()),
        levels=draw(st.lists(st.none() | texts(), min_size=5, max_size=5)),
        baseline=draw(st.none() | st.integers(-2, 2)),
        weight=draw(numbers(0.5, 10)),
    )


@st.composite
def exploration_targets(draw: st.DrawFn) -> ExplorationTarget:
    """Something to find out."""
    return ExplorationTarget(**draw(_named()), question=draw(texts()))


@st.composite
def text_targets(draw: st.DrawFn) -> TextTarget:
    """Words that no number stands for."""
    return TextTarget(**draw(_named()), text=draw(texts()))


def targets() -> st.SearchStrategy[Target]:
    """Targets of every kind."""
    return st.one_of(
        frequency_targets(),
        count_targets(),
        scale_targets(),
        quantity_targets(),
        duration_targets(),
        milestone_targets(),
        streak_targets(),
        yes_no_targets(),
        gas_targets(),
        exploration_targets(),
        text_targets(),
    )
