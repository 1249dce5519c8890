"""Checking a goal by the five criteria of SMART: verdicts, findings with a place, and the question that helps most."""

from therapygoals.smart.checking import check
from therapygoals.smart.report import SmartReport
from therapygoals.smart.rule import Criterion, Finding, Place, Rule, Verdict, first, whole
from therapygoals.smart.rule_set import RuleSet, installed_rules
from therapygoals.smart.rules import RULES

__all__ = [
    "RULES",
    "Criterion",
    "Finding",
    "Place",
    "Rule",
    "RuleSet",
    "SmartReport",
    "Verdict",
    "check",
    "first",
    "installed_rules",
    "whole",
]
