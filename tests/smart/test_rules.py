"""What holds for every rule; each rule's examples are its tests."""

import re
from pathlib import Path

import pytest

from therapygoals.smart import RULES, Criterion, check
from therapygoals.smart import rules as package

LETTERS = {"S": Criterion.SPECIFIC, "M": Criterion.MEASURABLE, "A": Criterion.ACHIEVABLE, "R": Criterion.RELEVANT}
LETTERS |= {"T": Criterion.TIME_BOUND, "G": None}
UNKIND = re.compile(r"\b(should|must|why|fail\w*|lazy|have to|need to|wrong|bad|mistake|error)\b", re.IGNORECASE)
CLOSED = re.compile(r"^(do|does|is|are|can|could|will|would|have|has|did)\b", re.IGNORECASE)
PAGE = re.compile(r"(\w\d{3}) ([a-z-]+): [^\n]+\.\n\nWhy it matters: (.+)\nWhen to leave it: (.+)\n", re.DOTALL)
REFERENCES = Path(__file__).parents[2] / "docs" / "references.md"

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def examples(kind):
    pairs = [(rule, example) for rule in RULES for example in getattr(rule, kind)]
    ids = [f"{rule.name}: {example}" for rule, example in pairs]
    return pytest.mark.parametrize(("rule", "example"), pairs, ids=ids)


def found(example):
    return [finding.name for finding in check(example).findings]


def test_every_file_is_listed_and_named_by_code_and_name():
    files = {path.stem for path in Path(package.__file__).parent.glob("[!_]*.py")}
    assert files == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES}


def test_there_are_at_least_thirty_rules_and_each_criterion_has_some():
    assert len(RULES) >= 30
    assert {rule.criterion for rule in RULES} == {None, *Criterion}


@every_rule
def test_the_letter_of_the_code_is_the_criterion(rule):
    assert re.fullmatch(r"[SMARTG]\d{3}", rule.code)
    assert LETTERS[rule.code[0]] is rule.criterion


@every_rule
def test_a_rule_decides_only_about_a_criterion(rule):
    assert rule.criterion is not None or not rule.decides


@every_rule
def test_a_rule_can_be_triggered(rule):
    assert rule.find or rule.roles or rule.stated


@every_rule
def test_a_rule_has_examples_of_both_kinds_and_none_twice(rule):
    assert rule.bad
    assert rule.good
    assert len({*rule.bad, *rule.good}) == len(rule.bad) + len(rule.good)


@examples("bad")
def test_a_rule_speaks_up_once_in_its_bad_examples(rule, example):
    assert found(example).count(rule.name) == 1


@examples("good")
def test_a_rule_stays_silent_in_its_good_examples(rule, example):
    assert rule.name not in found(example)


@examples("good")
def test_a_good_example_is_a_goal(rule, example):
    assert check(example).reading.is_goal, rule.name


@every_rule
def test_places_lie_inside_the_statement_and_hold_words(rule):
    for example in (*rule.bad, *rule.good):
        text = str(example)
        for finding in check(example).findings:
            start, end = finding.span
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()


@every_rule
def test_the_page_tells_what_why_and_when_to_leave_it(rule):
    code, name, *_ = PAGE.fullmatch(rule.page).groups()
    assert (code, name) == (rule.code, rule.name)
    assert rule.why.endswith(".")
    assert rule.leave.endswith(".")


@every_rule
def test_what_was_noticed_is_a_short_kind_statement(rule):
    assert rule.noticed.endswith(".")
    assert not UNKIND.search(rule.noticed)
    assert all(len(sentence.split()) <= 16 for sentence in rule.noticed.split("."))


@every_rule
def test_what_is_asked_is_one_open_kind_question(rule):
    assert rule.ask.endswith("?")
    assert rule.ask.count("?") == 1
    assert not UNKIND.search(rule.ask)
    assert not CLOSED.match(rule.ask)
    assert len(rule.ask.split()) <= 18


@every_rule
def test_the_source_stands_in_the_references(rule):
    assert f"- **{rule.source}**:" in REFERENCES.read_text(encoding="utf-8")
