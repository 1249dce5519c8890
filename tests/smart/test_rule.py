import pytest

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule, first, whole

PAGE = """X001 sample: a sample.

Why it matters: it has
two lines.
When to leave it: always.
"""


def rule(**fields):
    known = {
        "code": "S999",
        "name": "sample",
        "criterion": Criterion.SPECIFIC,
        "noticed": "Something.",
        "ask": "What?",
        "bad": (),
        "good": (),
        "source": "guideline",
        "roles": (Role.ACT,),
    }
    return Rule(**known | fields)


def test_first_is_the_place_of_the_first_phrase_with_one_of_the_roles(walk):
    assert first(walk, Role.DEADLINE, Role.DURATION) == (5, 15)


def test_first_is_none_when_no_phrase_has_a_role(walk):
    assert first(walk, Role.HEDGE) is None


def test_whole_is_all_of_the_statement(walk):
    assert whole(walk) == (0, len(walk.text))


def test_a_rule_without_a_function_looks_for_its_roles(walk):
    assert rule(roles=(Role.ACT,)).place(walk) == (0, 4)
    assert rule(roles=(Role.HEDGE,)).place(walk) is None


def test_a_rule_with_a_function_asks_it(walk):
    assert rule(roles=(Role.ACT,), find=whole).place(walk) == whole(walk)


def test_a_finding_says_what_its_rule_says():
    sample = rule()
    finding = sample.finding((1, 2))
    assert finding.span == (1, 2)
    for field in ("code", "name", "criterion", "noticed", "ask"):
        assert getattr(finding, field) == getattr(sample, field)


def test_why_and_when_to_leave_come_from_the_page():
    sample = rule(page=PAGE)
    assert sample.why == "it has two lines."
    assert sample.leave == "always."


@pytest.mark.parametrize("part", ["why", "leave"])
def test_a_rule_without_a_page_has_no_reasons(part):
    assert getattr(rule(), part) == ""
