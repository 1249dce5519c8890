"""Questionnaires and their scores, and signals about a person's course, with any numbers that a person could have."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from therapygoals.goals import Direction
from therapygoals.progress import (
    Confidence,
    CoursePoint,
    ExpectedCourse,
    Figure,
    FigureKind,
    Instrument,
    InstrumentScore,
    RaterAgreement,
    SelfConcordance,
    Side,
    Stall,
    TrackSignal,
    WeightedKappa,
    rater_agreement,
    self_concordance,
    stall,
    track_signal,
)
from therapygoals.progress import (
    instruments as register,
)
from therapygoals.testing.amounts import numbers
from therapygoals.testing.metrics import thresholds
from therapygoals.testing.words import texts

__all__ = [
    "course_points",
    "expected_courses",
    "figures",
    "instrument_scores",
    "instruments",
    "rater_agreements",
    "self_concordances",
    "stalls",
    "track_signals",
    "weighted_kappas",
]

_WAYS = st.sampled_from((Direction.INCREASE, Direction.DECREASE))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Published numbers of any kind, with any facts."""
    kind = draw(st.sampled_from(FigureKind))
    share = kind in (FigureKind.ALPHA, FigureKind.RETEST)
    value = draw(numbers(0, 1) if share else numbers(0.5, 60))
    by_kind: dict[str, Any] = {}
    if kind in (FigureKind.BAND, FigureKind.CUTOFF):
        by_kind = {"side": draw(st.sampled_from(Side)), "label": draw(texts(most=40))}
    elif kind is FigureKind.MEAN:
        by_kind = {"sd": draw(numbers(0, 12))}
    elif kind is FigureKind.RELIABLE_CHANGE:
        by_kind = {"level": draw(st.none() | numbers(0.5, 0.99))}
    return Figure(
        kind=kind,
        value=value,
        n=draw(st.none() | st.integers(1, 5_000)),
        statistic=draw(texts(most=100)),
        source=draw(texts(most=40)),
        year=draw(st.integers(1950, 2030)),
        sample=draw(texts(most=100)),
        country=draw(texts(most=40)),
        confidence=draw(st.sampled_from(Confidence)),
        **by_kind,
    )


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Questionnaires of the register, and others of a few items."""
    return draw(st.sampled_from(register()) | _others())


def _others() -> st.SearchStrategy[Instrument]:
    return st.builds(
        Instrument,
        texts(most=40),
        texts(most=40),
        names=st.lists(texts(most=40), max_size=2),
        measures=texts(most=100),
        items=st.integers(2, 12),
        item_low=st.integers(0, 1),
        item_high=st.integers(2, 10),
        whole=st.booleans(),
        factor=numbers(0.5, 4),
        may_miss=st.integers(0, 1),
        direction=_WAYS,
        licence=texts(most=100),
        source=texts(most=40),
        note=st.none() | texts(most=100),
        figures=st.lists(figures(), max_size=4),
    )


@st.composite
def instrument_scores(draw: st.DrawFn) -> InstrumentScore:
    """Scores of filled-in questionnaires, with items left out too."""
    form = draw(instruments())
    answer = st.none() | st.integers(int(form.item_low), int(form.item_high))
    return form.score(draw(st.lists(answer, min_size=form.items, max_size=form.items)))


def course_points() -> st.SearchStrategy[CoursePoint]:
    """What is expected at one time."""
    return st.builds(CoursePoint, numbers(0, 30), numbers(0, 60), sd=numbers(0, 12))


def expected_courses() -> st.SearchStrategy[ExpectedCourse]:
    """Courses of one point or a few."""
    points = st.lists(course_points(), min_size=1, max_size=5, unique_by=lambda point: point.at)
    return st.builds(ExpectedCourse, points.map(lambda found: sorted(found, key=lambda point: point.at)), texts())


def track_signals() -> st.SearchStrategy[TrackSignal]:
    """Values beside a course, at times that it does not tell of too."""
    return st.builds(
        track_signal,
        st.none() | numbers(0, 60),
        at=numbers(0, 30),
        course=expected_courses(),
        direction=_WAYS,
        level=numbers(0.5, 0.99),
        se_measurement=numbers(0, 5),
    )


@st.composite
def rater_agreements(draw: st.DrawFn) -> RaterAgreement:
    """Agreement of two raters over a few ratings, of none too."""
    pairs = draw(st.lists(st.tuples(*[st.none() | st.integers(0, 10)] * 2), max_size=8))
    return rater_agreement([one for one, _ in pairs], [other for _, other in pairs])


def weighted_kappas() -> st.SearchStrategy[WeightedKappa]:
    """Kappas with their error, and such as cannot be told."""
    return rater_agreements().map(lambda agreement: agreement.kappa_linear)


@st.composite
def self_concordances(draw: st.DrawFn) -> SelfConcordance:
    """Self-concordance of a few goals, of none too, on a scale from 1 to 9."""
    goals = draw(st.lists(st.tuples(*[st.none() | st.integers(1, 9)] * 4), max_size=5))
    columns = {
        reason: [goal[place] for goal in goals]
        for place, reason in enumerate(("intrinsic", "identified", "introjected", "external"))
    }
    return self_concordance(**columns, low=1, high=9)


def stalls() -> st.SearchStrategy[Stall]:
    """Series that have come to a stand, and others."""
    return st.builds(
        stall,
        st.lists(st.none() | numbers(0, 30), max_size=12),
        window=st.integers(1, 3),
        threshold=thresholds(),
        direction=_WAYS,
        goal=st.none() | numbers(0, 30),
    )
