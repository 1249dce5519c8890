"""Checking a goal by the five criteria of SMART, and a plan as a whole: findings, and the question that helps most."""

from therapygoals.smart.checking import check
from therapygoals.smart.plan_checking import check_plan
from therapygoals.smart.plan_report import PlanReport
from therapygoals.smart.plan_rule import PlanFinding, PlanRule, PlanRuleSet, installed_plan_rules
from therapygoals.smart.plan_rules import PLAN_RULES
from therapygoals.smart.report import SmartReport
from therapygoals.smart.rule import Criterion, Finding, Place, Rule, Verdict, first, whole
from therapygoals.smart.rule_set import RuleSet, installed_rules
from therapygoals.smart.rules import RULES

__all__ = [
    "PLAN_RULES",
    "RULES",
    "Criterion",
    "Finding",
    "Place",
    "PlanFinding",
    "PlanReport",
    "PlanRule",
    "PlanRuleSet",
    "Rule",
    "RuleSet",
    "SmartReport",
    "Verdict",
    "check",
    "check_plan",
    "first",
    "installed_plan_rules",
    "installed_rules",
    "whole",
]
