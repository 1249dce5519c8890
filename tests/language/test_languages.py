"""The seam between the grammar and a language: other words, or another reader altogether."""

import tomllib
from pathlib import Path

import pytest

from therapygoals import FieldError, FieldTypeError, UnknownNameError, check
from therapygoals.goals import Aim, Kind
from therapygoals.language import Grammar, Language, Reading, read, split

GERMAN = (Path(__file__).parents[1] / "data" / "lexicon" / "de-small.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def german():
    return Grammar.from_toml("de", GERMAN)


def test_the_grammar_reads_the_words_of_another_lexicon(german):
    reading = read("Ich möchte mindestens dreimal pro Woche zwanzig Minuten laufen, für zwei Wochen", language=german)
    assert reading.language == "de"
    assert str(reading.frequency) == "at least 3 times per week"
    assert str(reading.duration) == "20 minutes"
    assert str(reading.deadline) == "over 2 weeks"


def test_a_reading_in_another_language_can_be_checked(german):
    report = check(read("zwei mal pro Tag Tagebuch", language=german))
    assert (report.measurable, report.time_bound) == ("met", "unmet")


def test_english_words_mean_nothing_to_another_lexicon(german):
    assert read("walk three times a week", language=german).frequency is None


def test_a_grammar_is_a_language(german):
    assert isinstance(german, Language)
    assert german.code == "de"


def test_a_section_that_is_not_known_is_refused():
    with pytest.raises(FieldError, match=r"lexicon must have no other sections than .*numbers.* \(got 'wrods'\)"):
        Grammar.from_toml("de", "[wrods]\n")


def test_what_is_no_toml_is_refused():
    with pytest.raises(tomllib.TOMLDecodeError):
        Grammar.from_toml("de", "[")


class Nodding:
    """A language in which every statement is one goal to reach."""

    code = "x-nod"

    def read(self, text, on):
        return Reading(text=text, language=self.code, aim=Aim.ACHIEVE, kinds=frozenset({Kind.OUTCOME}))

    def split(self, text, on):
        return (self.read(text, on),)


def test_a_caller_can_bring_a_reader_of_their_own():
    assert read("nod", language=Nodding()).aim is Aim.ACHIEVE
    assert split("nod and nod", language=Nodding()) == (read("nod and nod", language=Nodding()),)


@pytest.mark.parametrize("function", [read, split])
def test_a_language_that_is_not_known_is_refused_with_the_right_ones(function):
    with pytest.raises(UnknownNameError, match="language must be one of en"):
        function("walk", language="xx")


@pytest.mark.parametrize("function", [read, split])
@pytest.mark.parametrize("language", [None, 3, object()])
def test_what_is_no_language_is_refused(function, language):
    with pytest.raises(FieldTypeError, match="language must be a code or a Language"):
        function("walk", language=language)


@pytest.mark.parametrize("function", [read, split])
def test_a_day_that_is_none_is_refused(function):
    with pytest.raises(FieldTypeError, match="on must be a"):
        function("walk by March", on="2026-01-05")
