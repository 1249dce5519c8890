"""The lexicon: inflected by rule, longest phrases first, slips understood."""

import pytest

from therapygoals.language import _lexicon
from therapygoals.language._line import Line


@pytest.mark.parametrize(
    ("noun", "plural"), [("week", "weeks"), ("class", "classes"), ("diary", "diaries"), ("day", "days")]
)
def test_a_plural_follows_its_rule(noun: str, plural: str) -> None:
    assert _lexicon.plural(noun) == plural


@pytest.mark.parametrize(
    ("adjective", "comparative"), [("calm", "calmer"), ("happy", "happier"), ("safe", "safer"), ("sad", "sadder")]
)
def test_a_comparative_follows_its_rule(adjective: str, comparative: str) -> None:
    assert _lexicon.comparative(adjective) == comparative


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("walk", "base"),
        ("stopping", "ing"),
        ("making", "ing"),
        ("lying", "ing"),
        ("carries", "s"),
        ("carried", "past"),
        ("wrote", "past"),
        ("being", "ing"),
    ],
)
def test_a_verb_is_known_in_each_of_its_forms(word: str, form: str) -> None:
    assert Line(word, _lexicon.load("en")).marks[0]["verb"] == form


def test_the_longest_phrase_is_taken() -> None:
    line = Line("cut down on work at least once", _lexicon.load("en"))
    assert line.words[: line.size] == ["cut down on", "work", "at least", "once"]


def test_a_common_slip_is_read_as_the_word_that_is_meant() -> None:
    line = Line("evry mounth, panick atacks", _lexicon.load("en"))
    assert "every" in line.marks[0]
    assert line.marks[1]["unit"] == "month"
    assert line.marks[3]["event"] == "panic attack"


def test_a_possessive_and_a_hyphen_lead_to_the_word_itself() -> None:
    line = Line("monday's twenty-minute co-walk 1.2.3", _lexicon.load("en"))
    assert line.marks[0]["weekday"] == "MO"
    assert (line.marks[1]["number"], line.marks[1]["tail"]) == (20, "minute")
    assert line.marks[2] == {}
    assert "odd" in line.marks[3]
