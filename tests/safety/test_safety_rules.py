"""The rules of the screen: each finds its own examples, leaves what is harmless, and is found by its words."""

import json
from collections import Counter
from pathlib import Path

import pytest

from therapygoals.safety import ConcernCategory, ScreenStatus, screen
from therapygoals.safety._finding import concerns
from therapygoals.safety._rules import load, load_data, made

DATA = load_data("en")
STATEMENTS = Path(__file__).parents[1] / "data" / "safety" / "statements.jsonl"
FOUND = [(rule["id"], text) for rule in DATA["rule"] for text in rule["found"]]
LEFT = [text for rule in [*DATA["rule"], DATA["idioms"]] for text in rule["left"]]


def categories(text):
    return {concern.category for concern in screen(text).concerns}


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_a_rule_finds_its_examples(rule, text):
    category = next(each["category"] for each in DATA["rule"] if each["id"] == rule)
    assert category in categories(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_harmless_is_left(text):
    assert screen(text).status is ScreenStatus.NO_MATCH


def test_ids_are_unique_and_every_category_has_a_rule():
    ids = [rule["id"] for rule in DATA["rule"]]
    assert len(set(ids)) == len(ids)
    assert {rule["category"] for rule in DATA["rule"]} == set(ConcernCategory)


@pytest.mark.parametrize("rule", DATA["rule"], ids=lambda rule: rule["id"])
def test_no_saying_of_a_rule_stands_twice(rule):
    assert [said for said, count in Counter(rule["say"]).items() if count > 1] == []


def sayings():
    rules = load("en")
    indexes = (rules.rules, rules.idioms)
    return {one for index in indexes for filed in index.sayings.values() for listed in filed.values() for one in listed}


def test_every_saying_begins_with_a_part_that_may_not_be_missing():
    assert not any(side[0].optional or side[0].gap for saying in sayings() for side in saying.sides)


@pytest.mark.parametrize("order", [("one", "two", "three"), ("three", "two", "one")])
def test_of_rules_that_find_the_same_words_the_first_one_tells(order):
    said = {"one": "burn it down", "two": "burn .. down", "three": "burn|cut it|them down"}
    rules = [{"id": id_, "category": "abuse", "directness": "direct", "say": [said[id_]]} for id_ in order]
    few = dict.fromkeys(("denying", "self", "others", "young", "aged"), ())
    nothing = {"idioms": {"say": []}, "words": few, "forms": {}, "misspelt": [], "heard": {}, "classes": {}}
    (concern,) = concerns("I will burn it down", made({"version": "1", "rule": rules, **nothing}))
    assert concern.rule_id == order[0]


def test_every_class_is_used():
    said = " ".join(one for rule in [*DATA["rule"], DATA["idioms"]] for one in rule["say"])
    assert [name for name in DATA["classes"] if f"<{name}>" not in said] == []


def labelled():
    return [json.loads(line) for line in STATEMENTS.read_text(encoding="utf-8").splitlines()]


def test_of_statements_with_a_risk_most_are_found_in_each_category():
    for category in ConcernCategory:
        told = [row["text"] for row in labelled() if row["concern"] == category]
        found = [text for text in told if screen(text).status is ScreenStatus.CONCERN]
        assert len(found) >= 0.9 * len(told), category


def test_of_ordinary_statements_few_raise_a_concern():
    ordinary = [row["text"] for row in labelled() if row["concern"] is None]
    raised = [text for text in ordinary if screen(text).status is ScreenStatus.CONCERN]
    assert len(raised) <= 0.03 * len(ordinary)


def test_every_goal_that_tells_of_a_risk_is_found_and_few_others():
    corpus = STATEMENTS.parents[1] / "corpus" / "goals-more.jsonl"
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    missed = [row["id"] for row in rows if row["risk"] and screen(row["text"]).status is not ScreenStatus.CONCERN]
    raised = [row["id"] for row in rows if not row["risk"] and screen(row["text"]).status is ScreenStatus.CONCERN]
    assert missed == []
    assert len(raised) <= 0.015 * len(rows)


@pytest.mark.parametrize(
    "text", ["I want to " * 400, "die " * 1000, "want it all to " * 260, "a " * 2000, "my dad hit me and " * 220]
)
def test_long_and_repeated_text_has_an_answer(text):
    assert screen(text[:4000]).status is not ScreenStatus.NOT_SCREENED
