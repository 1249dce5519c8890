"""Tokens: what is cut, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.language.tokens import normalise, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Walk 20 minutes", ["walk", "20", "minutes"]),
        ("check-in, twice", ["check-in", ",", "twice"]),
        ("I don\u2019t sleep", ["i", "don't", "sleep"]),
        ("3x/week", ["3", "x", "/", "week"]),
        ("£1,000.50!", ["£", "1,000.50", "!"]),
        ("a\r\nb\tc", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_signs(text: str, words: list[str]) -> None:
    assert tokenise(text)[0] == words


def test_a_letter_whose_small_form_is_longer_keeps_its_place() -> None:
    assert normalise("İ want") == "İ want"
    assert tokenise("İ want") == (["İ", "want"], [0, 2], [1, 6])


@given(st.text(max_size=200))
def test_every_token_stands_where_it_says(text: str) -> None:
    plain = normalise(text)
    words, starts, ends = tokenise(text)
    assert len(plain) == len(text)
    assert [plain[start:end] for start, end in zip(starts, ends, strict=True)] == words
    assert "".join(words) == "".join(plain.split())
