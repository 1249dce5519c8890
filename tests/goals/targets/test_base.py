"""Bounds, changes and baselines, as all targets with numbers have them."""

from datetime import date, datetime

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import BaseTarget, Direction, Observation, ProgressLine, QuantityTarget, YesNoTarget

ON = date(2026, 3, 1)


def pages(**fields):
    return QuantityTarget(noun="page", **fields)


@pytest.mark.parametrize(
    ("fields", "line", "direction"),
    [
        ({"at_least": 5}, ProgressLine(low=5), Direction.INCREASE),
        (
            {"at_most": 5, "strict": True, "baseline": 9},
            ProgressLine(high=5, strict=True, baseline=9),
            Direction.DECREASE,
        ),
        ({"at_least": 3, "at_most": 5, "baseline": 9}, ProgressLine(low=3, high=5, baseline=9), Direction.MAINTAIN),
        ({"change": 3, "baseline": 2}, ProgressLine(low=5, baseline=2), Direction.INCREASE),
        ({"change": -3, "baseline": 2}, ProgressLine(high=-1, baseline=2), Direction.DECREASE),
        ({"change": -50, "percent": True, "baseline": 8}, ProgressLine(high=4, baseline=8), Direction.DECREASE),
        ({"change": 50, "percent": True, "baseline": -8}, ProgressLine(low=-4, baseline=-8), Direction.INCREASE),
        ({"change": 3}, None, Direction.INCREASE),
        ({"towards": Direction.DECREASE, "baseline": 8}, None, Direction.DECREASE),
        ({"towards": Direction.MAINTAIN}, None, Direction.MAINTAIN),
    ],
)
def test_line_leads_from_the_baseline_to_what_is_stated(fields, line, direction):
    target = pages(**fields)
    assert target.line == line
    assert target.direction is direction


def test_without_a_number_agreed_nothing_is_judged():
    progress = pages(towards=Direction.DECREASE, baseline=8).progress([Observation(ON, 3)], on=ON)
    assert (progress.value, progress.met, progress.fraction, progress.met_from_start) == (3, None, None, False)


def test_baseline_that_is_the_goal_meets_it_from_the_start():
    progress = pages(at_least=5, baseline=5).progress([Observation(ON, 5)], on=ON)
    assert (progress.met, progress.fraction, progress.met_from_start) == (True, 1, True)


@pytest.mark.parametrize(
    ("fields", "field", "value"),
    [
        ({}, "QuantityTarget", None),
        ({"at_least": 5, "change": 1}, "QuantityTarget", None),
        ({"at_most": 5, "towards": Direction.DECREASE}, "QuantityTarget", None),
        ({"change": 5, "towards": Direction.INCREASE}, "QuantityTarget", None),
        ({"at_least": 6, "at_most": 5}, "QuantityTarget.at_least", 6),
        ({"at_least": 5, "at_most": 5, "strict": True}, "QuantityTarget.at_least", 5),
        ({"at_least": 5, "baseline": 6}, "QuantityTarget.baseline", 6),
        ({"at_most": 5, "baseline": 4}, "QuantityTarget.baseline", 4),
        ({"change": 0}, "QuantityTarget.change", 0),
        ({"at_least": 5, "percent": True}, "QuantityTarget.percent", True),
        ({"change": 5, "percent": True, "baseline": 0}, "QuantityTarget.baseline", 0),
        ({"change": 1e100, "baseline": 1e100}, "QuantityTarget.change", 1e100),
        ({"change": 1e100, "percent": True, "baseline": 1e100}, "QuantityTarget.change", 1e100),
        ({"towards": Direction.ACHIEVE}, "QuantityTarget.towards", "achieve"),
    ],
)
def test_goal_that_contradicts_itself_is_refused(fields, field, value):
    with pytest.raises(FieldError) as caught:
        pages(**fields)
    assert (caught.value.field, caught.value.value) == (field, value)


def test_target_of_no_kind_cannot_be_made():
    with pytest.raises(TypeError, match="abstract"):
        BaseTarget()


@pytest.mark.parametrize("ask", [YesNoTarget().progress, YesNoTarget().value])
def test_time_of_day_is_refused_as_day_of_asking(ask):
    with pytest.raises(FieldTypeError, match=r"on must be a datetime\.date without a time of day"):
        ask([], on=datetime(2026, 3, 1))  # noqa: DTZ001
