"""Words in a language that the screen has no rules for get no question; a person has to read them."""

import pytest

from therapygoals.errors import FieldError
from therapygoals.reframing import interview, reframe

WORDS = "ich will nicht mehr leben"


@pytest.mark.parametrize("words", [WORDS, "\u0445\u043e\u0447\u0443 \u0443\u043c\u0435\u0440\u0435\u0442\u044c"])
def test_wish_in_another_language_gets_no_question(words):
    with pytest.raises(FieldError, match=r"wish must be in en; .* let a person read it") as caught:
        reframe(words)
    assert words not in str(caught.value)


@pytest.mark.parametrize("state", [reframe("I want to be happy"), interview()], ids=["dialogue", "interview"])
def test_answer_in_another_language_leaves_the_state_as_it_is(state):
    before = state.transcript
    with pytest.raises(FieldError, match="let a person read it"):
        state.answer(WORDS)
    assert state.transcript == before
