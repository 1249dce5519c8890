"""Numbers that are read off: scales, quantities, durations, goal attainment levels."""

from datetime import date

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Direction,
    DurationTarget,
    GasTarget,
    Observation,
    Period,
    QuantityTarget,
    Scale,
    ScaleTarget,
)

DAY, NEXT = date(2026, 3, 1), date(2026, 3, 2)
PHQ = Scale(low=0, high=27, instrument="PHQ-9")
LEVELS = (None, "not yet", "calls one friend a week", None, "calls two friends a week")
MOOD = ScaleTarget(at_least=7, baseline=3)
SLEEP = DurationTarget(at_least=7, baseline=5, measured_in=Period.HOUR, per=Period.DAY)
PAGES = QuantityTarget(at_least=20, noun="page", per=Period.DAY)
GAS = GasTarget(levels=LEVELS, baseline=-2)
UNDER_FIVE = ScaleTarget(at_most=5, strict=True, baseline=15, scale=PHQ)


@pytest.mark.parametrize(
    ("target", "value", "fraction", "met"),
    [
        (MOOD, 5, 0.5, False),
        (MOOD, 7, 1, True),
        (MOOD, 1, 0, False),
        (UNDER_FIVE, 10, 0.5, False),
        (UNDER_FIVE, 5, 1, False),
        (UNDER_FIVE, 4, 1, True),
        (SLEEP, 6, 0.5, False),
        (PAGES, 20, None, True),
        (GAS, -1, 0.5, False),
        (GAS, 0, 1, True),
        (GAS, 2, 1, True),
    ],
)
def test_latest_number_is_held_against_the_goal(target, value, fraction, met):
    progress = target.progress([Observation(NEXT, value), Observation(DAY, 0)], on=NEXT)
    assert (progress.value, progress.fraction, progress.met) == (value, fraction, met)


@pytest.mark.parametrize("target", [MOOD, GAS])
def test_last_number_given_of_a_day_is_taken(target):
    assert target.value([Observation(DAY, 1), Observation(DAY, 2)], on=DAY) == 2


@pytest.mark.parametrize("target", [MOOD, SLEEP, PAGES, GAS])
def test_missed_and_excused_tell_no_number(target):
    assert target.value([Observation.missed(NEXT), Observation.excused(NEXT)], on=NEXT) is None


@pytest.mark.parametrize("target", [MOOD, SLEEP, PAGES, GAS])
def test_seen_without_a_number_is_refused(target):
    with pytest.raises(FieldError, match=r"Observation\.value must be"):
        target.progress([Observation(DAY)], on=DAY)


@pytest.mark.parametrize(
    ("target", "value"), [(MOOD, 11), (MOOD, -1), (UNDER_FIVE, 28), (SLEEP, -0.5), (GAS, 3), (GAS, 0.5)]
)
def test_number_out_of_range_is_refused(target, value):
    with pytest.raises(FieldError) as caught:
        target.progress([Observation(DAY, value)], on=DAY)
    assert (caught.value.field, caught.value.value) == ("Observation.value", value)


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        (MOOD, "point"),
        (UNDER_FIVE, "point on PHQ-9"),
        (PAGES, "page per day"),
        (QuantityTarget(at_least=1, noun="city"), "city"),
        (SLEEP, "hour per day"),
        (DurationTarget(at_least=1, measured_in=Period.MONTH), "month"),
        (DurationTarget(towards=Direction.DECREASE, per=Period.DAY), "time per day"),
        (DurationTarget(towards=Direction.DECREASE), "time"),
        (GAS, "level"),
    ],
)
def test_unit_is_a_singular_for_a_person_to_read(target, unit):
    assert target.unit == unit


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Scale(low=10), "Scale.low"),
        (lambda: ScaleTarget(at_least=11), "ScaleTarget.at_least"),
        (lambda: ScaleTarget(at_most=5, baseline=28, scale=PHQ), "ScaleTarget.baseline"),
        (lambda: ScaleTarget(change=5, baseline=8), "ScaleTarget.change"),
        (lambda: DurationTarget(at_most=-1), "DurationTarget.at_most"),
        (lambda: DurationTarget(change=-60, baseline=45, measured_in=Period.MINUTE), "DurationTarget.change"),
        (lambda: DurationTarget(at_least=1, measured_in=Period.SESSION), "DurationTarget.measured_in"),
        (lambda: GasTarget(levels=LEVELS[:4]), "GasTarget.levels"),
        (lambda: GasTarget(levels=LEVELS, baseline=3), "GasTarget.baseline"),
        (lambda: GasTarget(levels=LEVELS, weight=0), "GasTarget.weight"),
    ],
)
def test_number_that_cannot_be_is_refused(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field


def test_level_is_a_whole_number():
    with pytest.raises(FieldTypeError, match=r"GasTarget.baseline must be an int \(got 'float'\)"):
        GasTarget(levels=LEVELS, baseline=-1.0)


def test_higher_levels_are_better():
    assert GAS.direction is Direction.INCREASE


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (ScaleTarget(at_least=7, baseline=3, what="mood"), "mood: at least 7 points, from 3"),
        (ScaleTarget(towards=Direction.INCREASE, baseline=3), "more than 3; how far is still open"),
        (ScaleTarget(towards=Direction.MAINTAIN, baseline=3), "within bounds; how far is still open"),
        (ScaleTarget(towards=Direction.MAINTAIN), "within bounds; how far is still open"),
        (UNDER_FIVE, "under 5 points on PHQ-9, from 15"),
        (DurationTarget(change=-30, measured_in=Period.MINUTE, per=Period.DAY), "30 minutes per day less"),
        (QuantityTarget(change=50, percent=True, noun="page", baseline=10), "50 % more than 10"),
        (GasTarget(levels=[None] * 5), "level 0 or above"),
        (GasTarget(levels=[None, None, "a walk", None, None], baseline=-2), "level 0 or above: a walk, from -2"),
    ],
)
def test_target_says_what_would_be_enough(target, words):
    assert str(target) == words


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: ScaleTarget(at_most=0, strict=True), "ScaleTarget.strict"),
        (lambda: ScaleTarget(at_least=10, strict=True), "ScaleTarget.strict"),
        (lambda: DurationTarget(change=-150, percent=True), "DurationTarget.change"),
    ],
)
def test_goal_that_nothing_can_meet_is_refused(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field
