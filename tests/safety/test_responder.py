"""Help comes from the caller; whoever asks for it gets help, or an error that says how to mend that there is none."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import therapygoals
from therapygoals import draft, reframe
from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.interop import json
from therapygoals.safety import (
    Help,
    Resource,
    ResourceKind,
    ResponderTable,
    SafetyResponder,
    respond,
    screen,
    screen_items,
)
from therapygoals.testing import item_concerns, responder_tables, safety_concerns

WORDS = "I want to kill myself"
PLAN = Resource(kind=ResourceKind.CRISIS_LINE, name="crisis line", contact="the number on your safety plan")
NEXT = Resource(kind=ResourceKind.TREATING_THERAPIST, name="your therapist", contact="as you have agreed")
EN = Help("Please talk to somebody now.", [PLAN, NEXT], locale="en")
DE = Help("Bitte sprich jetzt mit jemandem.", [PLAN], locale="de")
AT = Help("Bitte red jetzt mit jemandem.", [PLAN], locale="de-AT")
TABLE = ResponderTable([EN, DE, AT], default="en")

# Where help is found


@pytest.mark.parametrize(
    ("locale", "help_"),
    [
        ("de-AT", AT),
        ("de_at", AT),
        ("DE-at-1996", AT),
        ("de-CH", DE),
        ("de", DE),
        ("en-GB", EN),
        ("fr", EN),
        ("", EN),
    ],
)
def test_locale_falls_back_on_its_language_and_that_on_the_default(locale, help_):
    assert TABLE.help_for((), locale=locale) == help_


def test_table_without_a_default_has_no_help_for_others():
    assert ResponderTable([DE]).help_for((), locale="fr") is None


@given(responder_tables(), st.lists(safety_concerns() | item_concerns(), max_size=2), st.text(max_size=8))
def test_table_with_a_default_has_help_for_everybody(table, concerns, locale):
    found = table.help_for(concerns, locale=locale)
    assert found in (None, *table.helps)
    assert found is not None or table.default is None


@given(responder_tables())
def test_each_help_of_a_table_is_found_under_its_locale(table):
    assert [table.help_for((), locale=help_.locale) for help_ in table.helps] == list(table.helps)


@given(responder_tables())
def test_table_may_be_kept_as_a_file(table):
    assert json.loads(json.dumps(table), ResponderTable) == table


# Responding


@pytest.mark.parametrize(
    "found",
    [
        screen(WORDS),
        screen(WORDS).concerns,
        list(screen(WORDS).concerns),
        reframe(WORDS),
        screen_items("PHQ-9", {9: 1}),
        screen("walk daily"),
        (),
    ],
    ids=lambda found: type(found).__name__,
)
def test_whoever_asks_gets_help(found):
    assert respond(found, TABLE, locale="en-GB") == EN


def test_draft_that_was_not_made_leads_to_help_too():
    stopped = draft(WORDS, start=date(2026, 1, 5))
    assert stopped.goals == ()
    assert respond(stopped, TABLE, locale="de") == DE


class Asked:
    """A responder of one's own, which remembers what it was given."""

    def __init__(self, answer):
        self.answer, self.given = answer, []

    def help_for(self, concerns, *, locale):
        self.given.append((concerns, locale))
        return self.answer


def test_responder_of_ones_own_is_given_the_concerns_and_none_of_the_words():
    asked = Asked(EN)
    assert isinstance(asked, SafetyResponder)
    assert respond(reframe(WORDS), asked, locale="en") is EN
    assert asked.given == [(screen(WORDS).concerns, "en")]
    assert "kill" not in repr(asked.given[0][0]).replace("suicide-kill", "")


def test_missing_help_is_an_error_that_says_how_to_mend_it():
    with pytest.raises(FieldError) as caught:
        respond(reframe(WORDS), ResponderTable([DE]), locale="fr-CA")
    assert str(caught.value) == "locale must have help; add a Help for it, or a default for all others (got 'fr-CA')"


def test_text_in_place_of_a_locale_is_not_repeated():
    with pytest.raises(FieldError, match="locale must have help") as caught:
        respond((), ResponderTable([DE]), locale=WORDS)
    assert "kill" not in str(caught.value)


@pytest.mark.parametrize(
    ("found", "responder", "locale", "field"),
    [
        (WORDS, TABLE, "en", "found"),
        ([WORDS], TABLE, "en", "found"),
        (None, TABLE, "en", "found"),
        ((), {"en": EN}, "en", "responder"),
        ((), Asked("call somebody"), "en", "responder"),
        ((), TABLE, None, "locale"),
    ],
)
def test_what_is_of_the_wrong_type_is_told_without_words(found, responder, locale, field):
    with pytest.raises(FieldTypeError) as caught:
        respond(found, responder, locale=locale)
    assert caught.value.field == field
    assert "kill" not in str(caught.value)


def test_locale_that_is_no_string_is_told_by_the_table_too():
    with pytest.raises(FieldTypeError, match="locale must be a str"):
        TABLE.help_for((), locale=None)


# Malformed


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: ResponderTable([]), "ResponderTable.helps"),
        (lambda: ResponderTable([EN, Help("Please talk.", [PLAN], locale="EN")]), "ResponderTable.helps"),
        (lambda: ResponderTable([EN], default="de"), "ResponderTable.default"),
        (lambda: ResponderTable([EN], default="in English, please"), "ResponderTable.default"),
        (lambda: Help("Please talk to somebody now.", [], locale="en"), "Help.resources"),
        (lambda: Help(" ", [PLAN], locale="en"), "Help.text"),
        (lambda: Help("Please talk to somebody now.", [PLAN], locale="English"), "Help.locale"),
        (lambda: Resource(kind=ResourceKind.OTHER, name="a friend", contact=""), "Resource.contact"),
    ],
)
def test_table_that_would_leave_somebody_without_help_is_refused_when_it_is_made(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field


# No number and no link

NUMBER = re.compile(
    r"(?<![\w.,])(?:\+\d[\d ()./-]{5,}\d|\(?\d{1,5}\)?(?:[ ./-]\(?\d{2,8}\)?){1,5}|\d{6,}|112|911|988|999)(?!\w|[.,]\d)"
)
PLAIN = re.compile(r"0\.\d+|\d{4}-\d{2}(?:-\d{2})?\)?|\d{1,2}([./])\d{1,2}\1\d{2,4}")
LINK = re.compile(r"https?://|www\.|tel:|mailto:", re.IGNORECASE)
NO_NUMBERS = {"0123456789": "all digits", "013457": "digits that stand for letters", "1000000": "a million"}
FILES = [path for path in Path(therapygoals.__file__).parent.rglob("*") if path.is_file() and path.suffix != ".pyc"]


def contacts(text):
    """Whatever looks like a number to call or a link to follow."""
    numbers = [found[0] for found in NUMBER.finditer(text) if not PLAIN.fullmatch(found[0])]
    short = {"112", "911", "988", "999"}
    long_enough = [found for found in numbers if sum(map(str.isdigit, found)) > 5 or found in short]
    return [found for found in long_enough if found not in NO_NUMBERS] + LINK.findall(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_of_the_package_holds_a_number_to_call_or_a_link(path):
    assert contacts(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "call 0555 5555",
            "call +00 000 000.",
            "(055) 5555-5555",
            "1-555-555-5555",
            "055555555",
            "555 555",
            "55 55 55",
        ),
        *("call 112", "text 988.", "https://example.org", "tel:5"),
    ],
)
def test_what_looks_like_a_contact_is_seen(text):
    assert contacts(text)


@pytest.mark.parametrize(
    "text", ["on 2026-01-31", "by 27/02/26", "4,000 characters", "365.25 days", "0.00001", "version 1.0.0"]
)
def test_what_is_no_contact_is_left(text):
    assert contacts(text) == []
