"""Checking a goal by the five criteria of SMART: verdicts, findings with a place, and the question that helps most."""

from therapygoals.smart.checking import ASK_ORDER, check
from therapygoals.smart.report import SmartReport
from therapygoals.smart.rule import Criterion, Finding, Rule, Verdict
from therapygoals.smart.rules import RULES

__all__ = ["ASK_ORDER", "RULES", "Criterion", "Finding", "Rule", "SmartReport", "Verdict", "check"]
