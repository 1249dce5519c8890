"""Ratings, roadblocks and plans."""

import attrs
import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import IfThenPlan, Readiness, Roadblock


def test_if_then_plan_reads_as_a_sentence():
    assert str(IfThenPlan("I wake at night", "I breathe out slowly")) == "if I wake at night, then I breathe out slowly"


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Readiness)])
@pytest.mark.parametrize("rating", [-0.5, 10.5, float("nan")])
def test_rating_lies_between_0_and_10(name, rating):
    with pytest.raises(FieldError) as caught:
        Readiness(**{name: rating})
    assert caught.value.field == f"Readiness.{name}"


def test_likelihood_lies_between_0_and_10():
    with pytest.raises(FieldError, match=r"Roadblock\.likelihood must be at most 10 \(got 11\)"):
        Roadblock("my shifts change", likelihood=11)


def test_kind_of_roadblock_is_one_of_a_closed_set():
    with pytest.raises(FieldTypeError, match=r"Roadblock\.kind must be of type RoadblockKind \(overwhelm, fear, "):
        Roadblock("my shifts change", "weather")
