"""No statement raises: whatever is no blank or over-long text has a reading, a report and an answer of the screen."""

import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import FieldError, ScreenStatus, check, draft, read, screen
from therapygoals.goals._checks import MAX_TEXT
from therapygoals.testing import goal_texts, texts, wishes

DAYS = (date.min, date(2026, 1, 5), date.max)
DIGITS = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isnumeric()]
NINES = "9" * 400


def to_the_cap(piece):
    return (piece * MAX_TEXT)[:MAX_TEXT]


def is_inside(span, text):
    return 0 <= span[0] <= span[1] <= len(text)


def answer(text):
    """Read, check, screen and draft a text; every place that is told lies inside it."""
    report = check(text)
    assert report == check(read(text))
    assert report.reading.text == text
    assert all(is_inside(phrase.span, text) for phrase in report.reading.phrases)
    assert all(finding.span is None or is_inside(finding.span, text) for finding in report.findings)
    assert all(is_inside(concern.span, text) for concern in screen(text).concerns)
    assert [draft(text, start=day).wish for day in DAYS] == [text] * len(DAYS)


@pytest.mark.parametrize(
    "piece",
    [
        *(",", ".", "'", "-", "a-", "a'", "1,", "1.", "1/", "\0", "\n.", "(", "((walk) ", "[{<"),
        *("by ", "not ", "or ", "to ", "from 5 to ", "every other ", "at least ", "half a ", "because when by "),
        *("a hundred ", "and a half ", "two million ", "3 times a week ", "walk, ", "by March ", "x", "9", "£", "%"),
        *("😭", "👩🏽\u200d🔬 ", "🇨🇭", "\u202e", "\u200b", "\u0301", "İ", "ß", "ﬁ", "ǅ", "我想", "ﷺ", "٣ "),
    ],
)
def test_one_piece_over_and_over_up_to_the_cap_is_a_statement(piece):
    answer(to_the_cap(piece))
    answer(to_the_cap(f"I want to walk {piece}"))


@pytest.mark.parametrize("depth", [1, 50, 1_900])
def test_brackets_inside_brackets_are_a_statement(depth):
    answer("(" * depth + " I want to walk 20 minutes a day " + ")" * depth)
    answer(to_the_cap("(by walking " * depth))


@pytest.mark.parametrize(
    "text",
    [
        *(f"walk {NINES} times a week", f"walk for {NINES} minutes", f"walk daily for {NINES} weeks"),
        *(f"from {NINES} to 0.{NINES} drinks", f"by {NINES} March", f"by March {NINES}", f"every {NINES} days"),
        *(f"{NINES},{NINES},{NINES}", f"{NINES}.{NINES}.{NINES}", f"-{NINES}", f"{NINES}%", f"£{NINES}", f"{NINES}k"),
        *(f"{NINES} out of {NINES} days", f"{NINES} million million", f"{NINES}/{NINES}/{NINES}", f"{NINES}:{NINES}"),
        *("walk 1e999 times a week", "walk inf times", "nan steps a day", "∞ times a week", "walk 0x10 minutes"),
        *("walk 0 times a week", "walk every 0 days", "walk for 0 minutes", "in 0 weeks", "0 out of 0 days", "0%"),
        *("7 out of 0 days", "9 out of 3 days", "from 0 to 0 drinks", "cut down by 200%", "-0", "minus five kilos"),
        *("between 9 and 3 times a week", "at least 5 and at most 3 drinks", "no more than -1 drinks", "5-3-1"),
        *("by 32 January", "by 31 February", "by 99/99/9999", "by 29 February 2027", "by March 0"),
        *("keep my PHQ-9 below 0", "mood over 10 out of 10", "under 0 panics a week", "under 0 minutes of TV a day"),
        *("in 99999999 days", "in 9999 years", "for 100000 months", "until 31 December 9999", "by 10000", "by year 1"),
        *("walk at 25:61", "walk at 99 pm", "by the end of the end of the end", "by", "every", "at least", "from to"),
    ],
)
def test_number_or_date_that_cannot_be_is_a_statement(text):
    answer(text)
    answer(f"I want to {text} and then {text}")


def test_digit_of_any_script_counts_as_text():
    for digit in DIGITS:
        read(f"walk {digit} times a week for {digit}{digit} weeks")
    answer(" ".join(DIGITS[: MAX_TEXT // 2]))


@pytest.mark.parametrize(
    "text",
    [
        *("אני רוצה ללכת 3 פעמים בשבוע", "أريد أن أمشي ٣ مرات في الأسبوع", "我想每周散步三次", "चलना ३ बार"),
        *(
            "walk 3 раза в неделю, 每周三次, dagelijks",
            "I want to ходить 20 минут a day by März",
            "wa\uff4ck \uff13 times a week",
        ),
        *(
            "\u202ekeew a semit 3 klaw\u202c",
            "walk\u200f 3\u200f times",
            "\u2066walk\u2069 daily",
            "walk\u00a03\u2009times",
        ),
        *(
            "w\u0301a\u0308l\u0327k 3\u0301 times a week",
            "wa\u00adlk dai\u200bly",
            "\ufeffwalk daily",
            "walk\u2028daily",
        ),
        *("walk\0daily\0", "\0", "\x1b[31mwalk", "\U0010ffff", "\ue000", "walk daily\x85for\x0b2\x0cweeks"),
    ],
)
def test_any_script_and_any_sign_is_a_statement(text):
    answer(text)


@pytest.mark.parametrize(
    "text", ["knee - to", "knee: to", "before I turn 40 I want to know what it is about", "T10", "x"]
)
def test_what_stops_short_has_no_empty_phrase(text):
    assert all(phrase.start < phrase.end for phrase in read(text).phrases)


@pytest.mark.parametrize("text", ["2 s", "drink 2 s a week", "3 " + "n" * 101, "do 3 " + "n" * 101 + " a week"])
def test_any_word_behind_a_number_is_a_statement(text):
    answer(text)


@pytest.mark.parametrize("text", ["0/0", "by 0/0/0000", "rate my sleep 0 out of 0", "0 fewer minutes"])
def test_target_that_cannot_be_is_a_statement(text):
    answer(text)


@pytest.mark.parametrize("function", [read, check])
@pytest.mark.parametrize("text", ["\ud800", "walk daily \udfff", "\udc00\ud800 walk", "walk " * 700 + "\ud83d"])
def test_half_of_a_surrogate_pair_is_refused_without_telling_the_words(function, text):
    with pytest.raises(FieldError, match=r"^text must be valid Unicode text") as caught:
        function(text)
    assert "walk" not in str(caught.value)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "a" * (MAX_TEXT + 1)])
def test_screen_answers_what_cannot_be_read_and_never_calls_it_clear(text):
    assert screen(text).status is not ScreenStatus.NO_MATCH


@st.composite
def spoilt(draw):
    """A sentence with something put into it at any place, or cut off there."""
    said = draw(goal_texts() | wishes())
    place = draw(st.integers(0, len(said)))
    put = draw(texts(most=20) | st.text("0123456789.,/-:'%() \0", max_size=6) | st.text(max_size=3))
    return draw(st.sampled_from([said[:place] + put + said[place:], said[:place] + put, put + said[place:]]))


@given(spoilt().filter(lambda text: bool(text) and not text.isspace()))
def test_sentence_with_anything_put_into_it_is_a_statement(text):
    answer(text)


@given(
    st.lists(st.sampled_from(DIGITS) | st.sampled_from(" .,/-") | goal_texts(), min_size=1, max_size=8).map(" ".join)
)
def test_row_of_any_digits_between_sentences_is_a_statement(text):
    if not text.isspace():
        answer(text)


@given(goal_texts() | wishes(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_sentence_in_any_form_of_unicode_is_a_statement(text, form):
    answer(unicodedata.normalize(form, f"{text} après un café"))
