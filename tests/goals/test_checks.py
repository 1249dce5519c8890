"""Texts that are no Unicode are refused wherever words come in, and never told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import testing
from therapygoals.errors import FieldError
from therapygoals.goals import IfThenPlan, Roadblock, Statement
from therapygoals.goals._checks import check_text
from therapygoals.language import read
from therapygoals.reframing import draft, reframe
from therapygoals.smart import check

RULE = "must be valid Unicode text (it holds half of a surrogate pair)"
HALVES = ["\ud800", "walk \udc00 more", "\udc00\ud800", "🙂\ud83d"]
WAYS_IN = {
    "Statement.text": Statement,
    "Roadblock.text": Roadblock,
    "IfThenPlan.when": lambda text: IfThenPlan(text, "I walk"),
    "read": read,
    "check": check,
    "reframe": reframe,
    "draft": lambda text: draft(text, start=date(2026, 1, 5)),
}


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("text", HALVES, ids=ascii)
def test_half_of_a_surrogate_pair_is_refused_and_not_told(way, text):
    with pytest.raises(FieldError) as caught:
        WAYS_IN[way](text)
    assert caught.value.rule == RULE
    assert caught.value.value is None
    assert caught.value.__context__ is None
    assert str(caught.value).isascii()


@pytest.mark.parametrize("text", ["🙂", "👩🏽\u200d🔬", "\U0010ffff", "\ufffe", "\u202e", "e\u0301"], ids=ascii)
def test_other_unusual_text_comes_back_as_it_is(text):
    assert check_text(text, "text") is text


@given(testing.texts(), st.characters(categories=["Cs"]), st.data())
def test_one_half_is_enough_wherever_it_stands(text, half, data):
    place = data.draw(st.integers(0, len(text)))
    with pytest.raises(FieldError, match="half of a surrogate pair"):
        check_text(text[:place] + half + text[place:], "text")
