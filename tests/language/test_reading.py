"""The whole reading: what comes in, what is refused, and what holds for any text."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.language import Phrase, Reading, Role, read

ROW = """
    walk sleep from to by for in at least every other day week times once a my 3 10 50 % / - 2026 March half hour
    minutes less more better not stop I want when because with panic attacks before , . ? £ 5k twenty hundred and or
    out of session monday the end number next last ago
"""
WORDS = st.sampled_from(ROW.split())


@pytest.mark.parametrize("text", [None, b"walk", 7, ["walk"]])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(FieldTypeError, match="text must be a str"):
        read(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "  \n", "a" * 4_001])
def test_a_blank_or_overlong_text_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match=r"^text must"):
        read(text)


def test_an_unknown_language_is_refused_with_the_right_ones() -> None:
    with pytest.raises(UnknownNameError, match="must be one of en"):
        read("walk", language="xx")


@pytest.mark.parametrize(
    "text",
    [
        "😭😭",
        "\u202ewalk\u202c daily",
        "cafe\u0301 daily",
        "walk\r\ndaily",
        "walk\x00daily",
        "(" * 4_000,
        "²½٣",
        "mon " * 1_000,
    ],
)
def test_any_unicode_is_text(text: str) -> None:
    assert read(text).text == text


@given(st.text(min_size=1, max_size=300).filter(lambda text: not text.isspace()))
def test_any_text_gives_a_reading_with_spans_inside_the_text(text: str) -> None:
    _check(text)


@settings(max_examples=300)
@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
def test_any_row_of_the_reader_s_own_words_gives_a_reading(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    reading = read(text, on=date(2026, 1, 5))
    assert reading == read(text, on=date(2026, 1, 5))
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in reading.phrases)
    assert list(reading.phrases) == sorted(reading.phrases, key=lambda phrase: phrase.start)
    assert reading.is_goal is bool(reading.kinds) is (reading.direction is not None)


def test_spans_count_code_points() -> None:
    assert read("walk daily").phrases[0].span == (0, 4)
    reading = read("😀 e\u0301te\u0301: walk daily")
    assert [reading.words(phrase) for phrase in reading.all(Role.FREQUENCY)] == ["daily"]


def test_a_reading_is_copied_and_stored_without_loss() -> None:
    reading = read("walk 20 minutes three times a week for six weeks")
    assert copy.copy(reading) == reading == pickle.loads(pickle.dumps(reading))


def test_a_reading_explains_itself_one_phrase_a_line() -> None:
    assert read("walk daily for 2 weeks").explain().splitlines() == [
        "  0-4  walk         act        act",
        " 5-10  daily        frequency  every",
        "11-22  for 2 weeks  deadline   over-span",
    ]


def test_a_line_break_within_a_phrase_breaks_no_line_of_its_explanation() -> None:
    assert len(read("walk 20\nminutes daily").explain().splitlines()) == 3


def test_a_horizon_is_seen_from_a_day_and_nothing_else() -> None:
    with pytest.raises(FieldTypeError, match="day"):
        read("walk daily").horizon_on("2026-03-01")  # type: ignore[arg-type]


def test_a_reading_without_phrases_explains_nothing() -> None:
    assert Reading(text="ok").explain() == ""


def test_a_wish_inside_a_condition_belongs_to_it() -> None:
    reading = read("ask for help when I need it")
    assert [reading.words(phrase) for phrase in reading.all(Role.CONDITION)] == ["when I need it"]


def test_a_text_without_a_goal_keeps_its_numbers_as_distractors() -> None:
    reading = read("My mother called three times today.")
    assert not reading.is_goal
    assert reading.has(Role.DISTRACTOR)
    assert reading.frequency is reading.target is reading.deadline is None


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_phrase_that_stands_nowhere_is_refused(start, end):
    with pytest.raises(FieldError, match=r"^Phrase.start must lie between 0 and the end"):
        Phrase(Role.ACT, start, end=end, rule="act")


def test_phrase_beyond_the_text_is_refused():
    with pytest.raises(FieldError, match=r"^Reading.phrases must lie inside the text \(4 characters\)"):
        Reading(text="walk", phrases=(Phrase(Role.ACT, 0, end=5, rule="act"),))
