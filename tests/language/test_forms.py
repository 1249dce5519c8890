"""The words that carry a goal, in one form for all forms of a word."""

import pytest
from hypothesis import given

from therapygoals import testing
from therapygoals.language import _forms, read


def forms(text):
    return _forms.forms(read(text))


@pytest.mark.parametrize(
    "same",
    [
        ("walk in the park", "walking in parks", "walks in the park"),
        ("be calm at work", "feel calmer at work", "I want to be calm at work"),
        ("write letters", "writing a letter"),
        ("hobbies", "hobby"),
        ("hug my nieces", "hugging my niece"),
        ("bosses", "my boss's", "boss"),
        ("plan my mornings", "planned each morning"),
        ("be happier", "be happy"),
        ("sing", "singing"),
    ],
)
def test_forms_of_one_word_are_alike(same):
    keys = [set(forms(text)) for text in same]
    assert keys == [keys[0]] * len(same)
    assert keys[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I really want to try to walk a bit more by June", ["walk"]),
        ("walk 20 minutes three times a week by using an app because my knee hurts", ["walk"]),
        ("say no to my boss", ["say", "no", "boss"]),
        ("no shouting at the kids", ["shouting", "kids"]),
        ("see people in the evening", ["people", "evening"]),
        ("get better", []),
    ],
)
def test_only_words_that_carry_a_goal_are_kept_as_they_were_said(text, words):
    assert list(forms(text).values()) == words


@given(testing.goal_texts() | testing.texts())
def test_words_stand_in_the_text(text):
    assert all(key and word in text.lower() for key, word in forms(text).items() if text.isascii())
