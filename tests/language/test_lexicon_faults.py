"""What is wrong in a lexicon that a caller brings is told at once, each fault with its path."""

from importlib import resources

import pytest

from therapygoals.errors import DocumentError, FieldError, FieldTypeError
from therapygoals.goals import Amount, Moment, Period
from therapygoals.language import Grammar, _lexicon, read
from therapygoals.language._lexicon_faults import SECTIONS

ENGLISH = (resources.files("therapygoals.language") / "lexicon" / "en.toml").read_text(encoding="utf-8")


def faults(toml):
    with pytest.raises(DocumentError) as caught:
        Grammar.from_toml("de", toml)
    return [str(fault) for fault in caught.value.faults]


def test_the_lexicon_of_english_has_no_fault():
    assert _lexicon.make("en", ENGLISH).phrases == _lexicon.load("en").phrases


def test_a_lexicon_may_be_empty():
    assert read("walk", language=Grammar.from_toml("de", "")).aim is None


@pytest.mark.parametrize("code", [None, 3, b"de"])
def test_a_code_that_is_no_string_is_refused(code):
    with pytest.raises(FieldTypeError, match=r"^code must be a str"):
        Grammar.from_toml(code, "")


@pytest.mark.parametrize("code", ["", " "])
def test_a_blank_code_is_refused(code):
    with pytest.raises(FieldError, match=r"^code must not be empty or blank"):
        Grammar.from_toml(code, "")


@pytest.mark.parametrize("toml", [None, b"", {}])
def test_data_that_are_no_string_are_refused(toml):
    with pytest.raises(FieldTypeError, match=r"^toml must be a str"):
        Grammar.from_toml("de", toml)


def test_data_that_are_no_unicode_are_refused():
    with pytest.raises(FieldError, match=r"^toml must be valid Unicode text"):
        Grammar.from_toml("de", "# \ud800")


def test_a_section_that_is_not_known_is_refused_with_the_right_ones():
    assert faults("[wrods]") == [
        "unknown section; a lexicon has: numbers, multipliers, shares, occasions, ordinals, units, months, weekdays, "
        "holidays, values, spelling, words, nouns, verbs, adjectives @ lexicon.wrods"
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_a_table(section):
    assert faults(f"{section} = 3") == [f"must be a table (got 'int') @ lexicon.{section}"]


def test_all_faults_are_told_at_once_in_the_order_of_the_data():
    given = """
        more = 1
        numbers.eins = "1"
        months.mai = 13
        words.wish = "ich will"
        values.per.tag = ["tag"]
        verbs.act = ["gehen", 3]
    """
    assert [fault.rpartition(" @ ")[2] for fault in faults(given)] == [
        "lexicon.more",
        "lexicon.numbers.eins",
        "lexicon.months.mai",
        "lexicon.words.wish",
        "lexicon.values.per.tag",
        "lexicon.verbs.act[1]",
    ]


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ("numbers.a = -1", "must be a number from 0 to 1,000,000,000,000 @ lexicon.numbers.a"),
        ("numbers.a = nan", "must be a number from 0 to 1,000,000,000,000 @ lexicon.numbers.a"),
        ("numbers.a = inf", "must be a number from 0 to 1,000,000,000,000 @ lexicon.numbers.a"),
        ("numbers.a = true", "must be a number (got 'bool') @ lexicon.numbers.a"),
        ("numbers.'ein halb' = []", "must be a number (got 'list') @ lexicon.numbers." + '"ein halb"'),
        (
            "numbers.'' = 1",
            'must be a word or phrase of 1 to 100 characters, with no space around it @ lexicon.numbers.""',
        ),
        ("multipliers.a = 0.5", "must be a number from 1 to 1,000,000,000,000 @ lexicon.multipliers.a"),
        ("shares.a = 101", "must be a number from 0 to 100 @ lexicon.shares.a"),
        ("occasions.a = 1.0", "must be a whole number (got 'float') @ lexicon.occasions.a"),
        ("occasions.a = 0", "must be a whole number from 1 to 1,000 @ lexicon.occasions.a"),
        ("ordinals.a = 0", "must be a whole number from 1 to 1,000 @ lexicon.ordinals.a"),
        ("months.a = 0", "must be a whole number from 1 to 12 @ lexicon.months.a"),
        ("months.a = false", "must be a whole number (got 'bool') @ lexicon.months.a"),
        ("spelling.a = 1", "must be a str (got 'int') @ lexicon.spelling.a"),
        ("weekdays.MO = 1", "must be a list of phrases (got 'int') @ lexicon.weekdays.MO"),
        ("weekdays.mo = []", "must be one of FR, MO, SA, SU, TH, TU, WE @ lexicon.weekdays.mo"),
        (
            "units.tag = []",
            "must be one of day, fortnight, hour, minute, month, night, quarter, second, session, week, year "
            "@ lexicon.units.tag",
        ),
        ("units.day = [1]", "must be a str (got 'int') @ lexicon.units.day[0]"),
        ("values.mode = 1", "must be a table (got 'int') @ lexicon.values.mode"),
        ("values.mode.bis = []", "must be one of by, over, within @ lexicon.values.mode.bis"),
        ("values.mode.by = 'bis'", "must be a list of phrases (got 'str') @ lexicon.values.mode.by"),
        ("values.relative.last = []", "must be one of next, past @ lexicon.values.relative.last"),
        ("values.compare.min = []", "must be one of eq, ge, gt, le, lt @ lexicon.values.compare.min"),
        ("values.moment.frueh = []", f"must be one of {', '.join(sorted(Moment))} @ lexicon.values.moment.frueh"),
        ("values.per.night = []", f"must be one of {', '.join(sorted(Period))} @ lexicon.values.per.night"),
        (
            "values.adverb.day = []",
            "must be a period and how many of them, as in 'week 2' @ lexicon.values.adverb.day",
        ),
        ("values.times_a_day.0 = []", "must be a whole number from 1 to 99 @ lexicon.values.times_a_day.0"),
        ("values.unit_of.' ' = []", 'must be a unit of 1 to 100 characters @ lexicon.values.unit_of." "'),
        (
            "values.instrument.hoch = []",
            "must be the highest score, a whole number of at most 4 digits @ lexicon.values.instrument.hoch",
        ),
        ("values.instrument.27 = [1]", "must be a str (got 'int') @ lexicon.values.instrument.27[0]"),
        (
            "values.when.by = []",
            "must be one of moment, per, adverb, days, times_a_day, compare, compared, unit_of, mode, relative, "
            "instrument @ lexicon.values.when",
        ),
        ("words.wish = {}", "must be a list of phrases (got 'dict') @ lexicon.words.wish"),
        (
            "verbs.act = ['gehen/', '/ging']",
            "must be a word or phrase of 1 to 100 characters, with no space around it @ lexicon.verbs.act[0]",
        ),
        (
            f"nouns.thing = ['{'a' * 101}']",
            "must be a word or phrase of 1 to 100 characters, with no space around it @ lexicon.nouns.thing[0]",
        ),
    ],
)
def test_what_cannot_stand_in_a_lexicon_is_told(toml, fault):
    assert faults(toml)[0] == fault


@pytest.mark.parametrize(
    "day", ["[2, 30]", "[13, 1]", "[0, 1]", "[1]", "'1-1'", "[1, true]", "[true, 1]", "[1.0, 1]", f"[1, {10**30}]"]
)
def test_a_holiday_is_a_day_of_the_year(day):
    assert faults(f"holidays.fest = {day}") == ["must be [month, day], or [0, 0] for Easter @ lexicon.holidays.fest"]


@pytest.mark.parametrize("day", ["[0, 0]", "[2, 29]", "[12, 31]"])
def test_easter_and_days_of_any_year_are_holidays(day):
    assert Grammar.from_toml("de", f"holidays.fest = {day}").read("bis fest", None).aim is None


@pytest.mark.parametrize("section", ["words", "nouns", "verbs", "adjectives"])
def test_a_tag_that_is_misspelt_is_refused_with_the_known_ones(section):
    (fault,) = faults(f"{section}.wihs = []")
    rule, _, path = fault.rpartition(" @ ")
    assert path == f"lexicon.{section}.wihs"
    assert {"wish", "state", "act", "graded"} <= {*rule.removeprefix("must be one of ").split(", ")}


@pytest.mark.parametrize("section", ["words", "nouns", "verbs", "adjectives"])
def test_a_language_may_give_a_tag_where_english_does_not(section):
    assert Grammar.from_toml("de", f"{section}.state = ['froh']").lexicon.phrases["froh"][0]["state"]


@pytest.mark.parametrize("section", ["words", "verbs", "adjectives"])
def test_what_is_counted_is_a_noun(section):
    (fault,) = faults(f"{section}.event = ['anfall']")
    assert fault.endswith(f" @ lexicon.{section}.event")
    german = Grammar.from_toml("de", "numbers.zwei = 2\nnouns.event = ['anfall']\nwords.wish = ['ich will']")
    assert read("ich will zwei anfall", language=german).target == Amount.exactly(2, "anfall")


def test_a_verb_may_be_a_single_letter():
    assert "y" in Grammar.from_toml("x", "verbs.act = ['y']").lexicon.phrases
