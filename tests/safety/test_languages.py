"""A text in another language was not looked at, and the screen says so."""

import json
from pathlib import Path

import pytest

from therapygoals.safety import ScreenStatus, screen

CORPUS = Path(__file__).parents[1] / "data" / "corpus" / "goals-dev.jsonl"
FOREIGN = {
    "German": "ich will nicht mehr leben",
    "Spanish": "quiero morir",
    "French": "je veux dormir mieux",
    "Italian": "non voglio vivere",
    "Portuguese": "quero viver mais",
    "Dutch": "ik wil niet slapen",
    "Polish": "nie chc\u0119 \u017cy\u0107",
    "Swedish": "jag vill inte leva",
    "Danish": "jeg vil ikke leve",
    "Turkish": "\u00f6lmek istiyorum",
    "Romanian": "nu vreau s\u0103 mor",
    "Russian": "\u0445\u043e\u0447\u0443 \u0443\u043c\u0435\u0440\u0435\u0442\u044c",
    "Japanese": "\u6b7b\u306b\u305f\u3044",
    "Arabic": "\u0623\u0631\u064a\u062f \u0623\u0646 \u0623\u0645\u0648\u062a",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_words_of_another_language_are_not_screened(text):
    assert screen(text).status is ScreenStatus.NOT_SCREENED


@pytest.mark.parametrize("text", ["I want to die, mi vida", "ich will nicht mehr leben, I want to die"])
def test_a_concern_in_english_is_found_beside_other_languages(text):
    assert screen(text).status is ScreenStatus.CONCERN


@pytest.mark.parametrize(
    "text", ["learn to say ich liebe dich", "a trip to Los Angeles", "find my caf\u00e9 routine", "10"]
)
def test_a_few_foreign_words_make_no_other_language(text):
    assert screen(text).status is ScreenStatus.NO_MATCH


def test_no_statement_of_the_corpus_seems_foreign():
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows if screen(row["text"]).status is ScreenStatus.NOT_SCREENED] == []
