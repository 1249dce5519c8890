"""Any answer above 0 to an item on suicide, self-harm or harm to others needs a person, whatever the total."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.safety import ConcernCategory, ItemConcern, ItemScreen, ScreenStatus, items, screen_items

DOCS = Path(__file__).parents[2] / "docs"
DATA = items.load_data()
INSTRUMENTS = DATA["instrument"]
NUMBERS = {instrument["id"]: [item["number"] for item in instrument["items"]] for instrument in INSTRUMENTS}
CONCERN = ItemConcern(category=ConcernCategory.SUICIDE, instrument="phq-9", item=9, rule_set_version="1.0.0")

each_instrument = pytest.mark.parametrize("name", NUMBERS)

# What an answer means


def test_any_answer_above_none_is_a_concern_whatever_the_total():
    found = screen_items("PHQ-9", dict.fromkeys(range(1, 9), 0) | {9: 1})
    assert found == ItemScreen(ScreenStatus.CONCERN, (CONCERN,))


def test_high_total_is_no_concern_by_itself_and_is_not_called_safe():
    found = screen_items("PHQ-9", dict.fromkeys(range(1, 9), 3) | {9: 0})
    assert found == ItemScreen(ScreenStatus.NO_MATCH)
    assert repr(found) == "<ItemScreen no_match, which does not mean safe>"


@each_instrument
@given(data=st.data())
def test_every_raised_risk_item_is_told_and_no_other(name, data):
    scores = data.draw(st.dictionaries(st.integers(1, 45), st.none() | st.floats(0, 4) | st.integers(0, 4)))
    found = screen_items(name, scores)
    raised = [number for number in NUMBERS[name] if scores.get(number)]
    assert [concern.item for concern in found.concerns] == raised
    assert {concern.instrument for concern in found.concerns} <= {name}
    assert found.unanswered == tuple(number for number in NUMBERS[name] if scores.get(number) is None)
    assert (found.status is ScreenStatus.CONCERN) is bool(raised)


@each_instrument
@given(data=st.data())
def test_nothing_is_called_looked_at_unless_every_risk_item_was_answered(name, data):
    scores = data.draw(st.dictionaries(st.integers(1, 45), st.none() | st.just(0)))
    complete = all(scores.get(number) == 0 for number in NUMBERS[name])
    assert screen_items(name, scores).status is (ScreenStatus.NO_MATCH if complete else ScreenStatus.NOT_SCREENED)


@pytest.mark.parametrize("answers", [{}, {1: 3, 2: 3}, {1: 3, 9: None}], ids=str)
def test_risk_item_without_an_answer_is_seen(answers):
    found = screen_items("PHQ-9", answers)
    assert found == ItemScreen(ScreenStatus.NOT_SCREENED, unanswered=(9,))
    assert repr(found) == "<ItemScreen not_screened, nothing can be said, no answer to item 9>"


def test_concern_tells_too_what_has_no_answer():
    found = screen_items("CORE-OM", {6: 0, 9: 2, 16: 1, 22: 0})
    assert repr(found) == "<ItemScreen concern, a person has to look at items 9, 16, no answer to items 24, 34>"
    assert [concern.category for concern in found.concerns] == [ConcernCategory.SELF_HARM, ConcernCategory.SUICIDE]


def test_instrument_that_is_not_known_is_not_screened():
    found = screen_items("PHQ-A", {9: 3})
    assert found == ItemScreen(ScreenStatus.NOT_SCREENED)
    assert repr(found) == "<ItemScreen not_screened, nothing can be said, no risk item is known>"


@pytest.mark.parametrize("name", ["PHQ-9", "phq9", "phq_9", " PHQ 9 "])
def test_instrument_is_known_however_it_is_written(name):
    assert screen_items(name, {9: 2}).concerns == (CONCERN,)


def test_instrument_is_known_by_its_other_names():
    assert [concern.instrument for concern in screen_items("OQ-45.2", {8: 1}).concerns] == ["oq-45"]


# Malformed


@pytest.mark.parametrize(
    ("instrument", "answers", "error", "field"),
    [
        (9, {}, FieldTypeError, "instrument"),
        ("PHQ-9", [0, 0, 0], FieldTypeError, "answers"),
        ("PHQ-9", {"9": 3}, FieldTypeError, "answers"),
        ("no such form", {"9": 3}, FieldTypeError, "answers"),
        ("PHQ-9", {True: 3}, FieldTypeError, "answers"),
        ("PHQ-9", {9: "3"}, FieldTypeError, "answers[9]"),
        ("PHQ-9", {9: True}, FieldTypeError, "answers[9]"),
        ("PHQ-9", {9: -1}, FieldError, "answers[9]"),
        ("PHQ-9", {9: float("nan")}, FieldError, "answers[9]"),
    ],
)
def test_answer_that_cannot_be_read_is_told_and_not_passed_over(instrument, answers, error, field):
    with pytest.raises(error) as caught:
        screen_items(instrument, answers)
    assert caught.value.field == field


def test_other_items_are_not_looked_at():
    assert screen_items("PHQ-9", {1: "very much", 9: 0}).status is ScreenStatus.NO_MATCH


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: ItemScreen(ScreenStatus.CONCERN), "ItemScreen.concerns"),
        (lambda: ItemScreen(ScreenStatus.NO_MATCH, [CONCERN]), "ItemScreen.concerns"),
        (lambda: ItemScreen(ScreenStatus.NO_MATCH, unanswered=[9]), "ItemScreen.unanswered"),
        (lambda: ItemScreen(ScreenStatus.NOT_SCREENED, unanswered=[0]), "ItemScreen.unanswered"),
    ],
)
def test_what_contradicts_itself_is_refused(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field


# The list


def test_list_is_in_order_and_names_nothing_twice():
    names = [items._folded(name) for one in INSTRUMENTS for name in (one["id"], *one["names"])]
    assert list(NUMBERS) == sorted(NUMBERS)
    assert len(set(names)) == len(names)
    assert all(numbers == sorted(set(numbers)) != [] for numbers in NUMBERS.values())


def test_each_instrument_has_a_source_and_a_confidence():
    references = set(re.findall(r"^- \*\*(\w+)\*\*:", (DOCS / "references.md").read_text(encoding="utf-8"), re.M))
    assert {one["source"] for one in INSTRUMENTS} <= references
    assert {one["confidence"] for one in INSTRUMENTS} == {"high", "medium"}


def test_no_wording_of_an_item_is_held():
    assert {key for one in INSTRUMENTS for item in one["items"] for key in item} == {"number", "category"}
    assert {key for one in INSTRUMENTS for key in one} == {"id", "names", "items", "source", "confidence", "note"}


def test_page_lists_what_the_data_list():
    page = (DOCS / "explanation" / "risk-items.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w-]+) \| ([\d, ]+) \| (high|medium) \|", page, re.MULTILINE)
    told = {
        items._folded(name): ([int(number) for number in numbers.split(", ")], sure) for name, numbers, sure in rows
    }
    known = {items._folded(one["id"]): (NUMBERS[one["id"]], one["confidence"]) for one in INSTRUMENTS}
    assert told == known
