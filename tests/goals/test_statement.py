"""The person's own words, kept as they came."""

import pytest
from hypothesis import given

from therapygoals.errors import FieldError
from therapygoals.goals import Statement
from therapygoals.testing import texts


@given(texts())
def test_words_are_kept_exactly_as_they_came(words):
    assert Statement(words).text == str(Statement(words)) == words


@pytest.mark.parametrize(
    "words", ["🙂", "\u200f\u05e9\u05dc\u05d5\u05dd", "e\u0301", "two\r\nlines", " walk ", "x" * 4_000]
)
def test_emoji_marks_accents_and_mixed_line_ends_are_text(words):
    assert Statement(words).text == words


def test_words_are_taken_as_english_unless_told():
    assert Statement("sleep better").language == "en"


@pytest.mark.parametrize("tag", ["en", "de-CH", "zh-Hant-TW", "gsw"])
def test_language_is_a_tag(tag):
    assert Statement("sleep better", tag).language == tag


@pytest.mark.parametrize("tag", ["english", "e", "en-", "en_GB", "en\n", "de-CH-a-b-c-d", "en-abcdefghi"])
def test_language_that_is_no_tag_is_refused(tag):
    with pytest.raises(FieldError) as caught:
        Statement("sleep better", tag)
    assert (caught.value.field, caught.value.value) == ("Statement.language", tag)


def test_text_in_the_place_of_the_language_is_not_told():
    with pytest.raises(FieldError) as caught:
        Statement("en", "I want to sleep better")
    assert caught.value.value is None
    assert "sleep" not in str(caught.value)
