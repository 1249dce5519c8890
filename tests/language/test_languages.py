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


@pytest.mark.parametrize("function", [read, split])
@pytest.mark.parametrize("language", ["EN", "en-US", "en-GB", "En-gb", "en-001"])
def test_a_code_is_known_in_any_case_and_with_a_region(function, language):
    assert function("walk twice a week", language=language) == function("walk twice a week")


@pytest.mark.parametrize("function", [read, split])
@pytest.mark.parametrize(
    "language", ["", "EN_us", "en-", "en-Latn-US", "eng", "de-EN", " en", "en-US\n", "en-\u0660\u0660\u0661"]
)
def test_a_code_that_is_not_known_is_told_as_it_was_given(function, language):
    with pytest.raises(UnknownNameError, match="language must be one of en") as caught:
        function("walk", language=language)
    assert caught.value.value == language


class Loud(str):
    """A string that answers for itself, and badly."""

    __slots__ = ()

    def __hash__(self):
        raise RuntimeError

    __eq__ = __len__ = __str__ = lower = isspace = __hash__


def test_a_kind_of_string_is_read_as_the_string_it_is():
    reading = read(Loud("walk twice a day"))
    assert type(reading.text) is str
    assert reading == read("walk twice a day")


def test_a_kind_of_string_is_never_handed_to_somebody_else():
    class Named(str):
        __slots__ = ("owner",)

    read(Named("swim on Mondays"))
    assert type(read("swim on Mondays").text) is str


def test_a_kind_of_string_is_split_and_handed_on_as_the_string_it_is():
    assert [type(reading.text) for reading in split(Loud("Learn Polish and stop smoking"))] == [str, str]
    assert type(read(Loud("nod"), language=Nodding()).text) is str
    assert type(split(Loud("nod"), language=Nodding())[0].text) is str


def test_a_code_may_be_a_kind_of_string():
    assert read("walk", language=Loud("en")) == read("walk")


@pytest.mark.parametrize("function", [read, split])
@pytest.mark.parametrize("language", [Nodding, Grammar])
def test_a_class_of_languages_is_no_language(function, language):
    with pytest.raises(FieldTypeError, match=rf"must be a code or a Language, and no class .*{language.__name__}"):
        function("nod", language=language)


class Giving(Nodding):
    """A language that gives whatever it was told to."""

    def __init__(self, given, code="x-give"):
        self.given, self.code = given, code

    def read(self, text, on):
        return self.given

    split = read


@pytest.mark.parametrize("given", [None, "walk", (Reading(text="walk"),), Reading])
def test_a_language_has_to_give_a_reading(given):
    with pytest.raises(FieldTypeError, match=r"^Giving\.read must return a Reading"):
        read("walk", language=Giving(given))


@pytest.mark.parametrize("given", [None, [Reading(text="walk")], Reading(text="walk"), (Reading(text="walk"), None)])
def test_a_language_has_to_split_into_readings(given):
    with pytest.raises(FieldTypeError, match=r"^Giving\.split must return a tuple of Readings"):
        split("walk", language=Giving(given))


def test_a_language_has_to_split_into_one_reading_at_least():
    with pytest.raises(FieldError, match=r"^Giving\.split must return at least one Reading"):
        split("walk", language=Giving(()))


@pytest.mark.parametrize("function", [read, split])
@pytest.mark.parametrize(("code", "error"), [(None, FieldTypeError), (3, FieldTypeError), ("", FieldError)])
def test_a_language_has_to_have_a_code(function, code, error):
    with pytest.raises(error, match=r"^Giving\.code must"):
        function("walk", language=Giving(Reading(text="walk"), code))
