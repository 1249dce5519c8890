"""Each rule has a page that says what the rule says now; `python docs/_rule_pages.py` writes them all."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from therapygoals import goals
from therapygoals.goals import Goal, GoalSet
from therapygoals.smart import PLAN_RULES, RULES

DOCS = Path(__file__).parent.parent / "docs"
FOLDER = DOCS / "reference" / "rules"
PLAN_FOLDER = DOCS / "reference" / "plan-rules"
script = SimpleNamespace(**runpy.run_path(str(DOCS / "_rule_pages.py")))
MADE = script.pages()
MADE_FOR_PLANS = script.plan_pages()

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def page_of(rule):
    return MADE[f"{rule.code}-{rule.name}.md"]


def written(folder):
    return {page.name: page.read_text(encoding="utf-8") for page in folder.iterdir()}


@pytest.mark.parametrize("name", MADE)
def test_page_says_what_the_rule_says_now(name):
    assert (FOLDER / name).is_file(), "run python docs/_rule_pages.py"
    assert (FOLDER / name).read_text(encoding="utf-8") == MADE[name], "run python docs/_rule_pages.py"


def test_no_page_is_left_of_a_rule_that_is_gone():
    assert sorted(page.name for page in FOLDER.iterdir()) == sorted(MADE)


def test_index_lists_every_rule_once_sorted_by_code():
    rows = re.findall(r"^\| (\w+) \| \[([\w-]+)\]\(([^)]+)\) \|", MADE["index.md"], re.MULTILINE)
    assert rows == sorted((rule.code, rule.name, f"{rule.code}-{rule.name}.md") for rule in RULES)


def test_index_names_the_rules_that_decide():
    lists = "".join(re.findall(r"^- [a-z-]+: (\[.+)$", MADE["index.md"], re.MULTILINE))
    assert sorted(re.findall(r"\[([\w-]+)\]", lists)) == sorted(rule.name for rule in RULES if rule.decides)


@every_rule
def test_page_holds_all_that_the_rule_tells(rule):
    page = page_of(rule)
    in_one_line = " ".join(page.split()).casefold()
    assert page.startswith(f"# {rule.code} {rule.name}\n\n")
    for told in (rule.why, rule.leave, rule.noticed, rule.ask, f"**{rule.source}**"):
        assert told.casefold() in in_one_line


@every_rule
def test_page_tells_whether_the_rule_decides(rule):
    assert ("this criterion is unmet" in page_of(rule)) == rule.decides


@every_rule
def test_page_lists_the_examples_of_both_kinds_apart(rule):
    _, bad, good = re.split(r"## It (?:speaks up|stays silent) about", page_of(rule))
    assert re.findall(r"^- `([^`]+)`$", bad, re.MULTILINE) == [script.example(shown) for shown in rule.bad]
    assert re.findall(r"^- `([^`]+)`$", good, re.MULTILINE) == [script.example(shown) for shown in rule.good]


@every_rule
def test_example_of_a_goal_is_shown_as_a_call_that_makes_it(rule):
    for shown in (*rule.bad, *rule.good):
        if isinstance(shown, Goal):
            assert eval(script.example(shown), vars(goals)) == shown


def test_pages_are_written_and_stale_ones_taken_away(tmp_path):
    (tmp_path / "M001-old-name.md").write_text("# M001 old-name\n", encoding="utf-8")
    script.write(tmp_path, MADE)
    assert written(tmp_path) == MADE


# Rules for plans

every_plan_rule = pytest.mark.parametrize("rule", PLAN_RULES, ids=lambda rule: rule.name)


def test_pages_of_rules_for_plans_say_what_the_rules_say_now():
    assert written(PLAN_FOLDER) == MADE_FOR_PLANS, "run python docs/_rule_pages.py"


def test_index_of_rules_for_plans_lists_every_rule_once_sorted_by_code():
    rows = re.findall(r"^\| (\w+) \| \[([\w-]+)\]\(([^)]+)\) \|", MADE_FOR_PLANS["index.md"], re.MULTILINE)
    assert rows == sorted((rule.code, rule.name, f"{rule.code}-{rule.name}.md") for rule in PLAN_RULES)


@every_plan_rule
def test_page_of_a_rule_for_plans_holds_all_that_the_rule_tells(rule):
    page = MADE_FOR_PLANS[f"{rule.code}-{rule.name}.md"]
    in_one_line = " ".join(page.split()).casefold()
    for told in (rule.why, rule.leave, rule.noticed, rule.ask, f"**{rule.source}**"):
        assert told.casefold() in in_one_line
    _, bad, good = re.split(r"## It (?:speaks up|stays silent) about", page)
    assert (len(re.findall("^- ", bad, re.MULTILINE)), len(re.findall("^- ", good, re.MULTILINE))) == (
        len(rule.bad),
        len(rule.good),
    )


@every_plan_rule
def test_example_of_goals_together_is_shown_as_a_call_that_makes_them(rule):
    for shown in (*rule.bad, *rule.good):
        if isinstance(shown, GoalSet):
            assert eval(script.example(shown), vars(goals)) == shown
