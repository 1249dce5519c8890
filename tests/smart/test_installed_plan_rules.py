"""Rules for plans that other packages offer: found when somebody asks for them, and not before."""

import sys

import pytest

from therapygoals.errors import FieldTypeError
from therapygoals.goals import GoalSet, OutcomeGoal
from therapygoals.smart import PLAN_RULES, check_plan, installed_plan_rules, installed_rules

MODULE = """
import attrs
from therapygoals.smart import PLAN_RULES, RULES
from therapygoals.smart.plan_rule import About

PLAN = attrs.evolve(PLAN_RULES["nothing-open"], code="HOME001", name="home", find=lambda view: [About()])
SET = PLAN_RULES.select("P017")
WORDS = RULES["question"]
"""


@pytest.fixture
def offering(tmp_path, monkeypatch):
    """Installs a package that offers one thing in the group of rules for plans."""

    def install(thing):
        (tmp_path / "home_plan_rules.py").write_text(MODULE, encoding="utf-8")
        info = tmp_path / "home_plan_rules-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: home-plan-rules\nVersion: 1.0\n", encoding="utf-8")
        points = f"[therapygoals.plan_rules]\nhome = home_plan_rules:{thing}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    yield install
    sys.modules.pop("home_plan_rules", None)


def test_a_rule_for_plans_is_found_and_asked_once_it_is_added(offering):
    offering("PLAN")
    goals = GoalSet((OutcomeGoal("sleep through the night"),))
    check_plan(goals)
    assert "home_plan_rules" not in sys.modules
    report = check_plan(goals, rules=PLAN_RULES.add(*installed_plan_rules()))
    assert report.findings[-1].code == "HOME001"
    assert installed_rules() == ()


def test_a_set_of_rules_for_plans_offers_its_rules(offering):
    offering("SET")
    assert installed_plan_rules() == PLAN_RULES.select("P017").rules


def test_a_rule_for_words_is_no_rule_for_plans(offering):
    offering("WORDS")
    with pytest.raises(FieldTypeError, match=r"^entry point 'home' must give a PlanRule or several .*Rule"):
        installed_plan_rules()
