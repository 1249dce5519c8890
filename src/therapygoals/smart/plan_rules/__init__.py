"""Every rule for plans, one file each, in the order in which their questions help.

The functions make a rule with another number than ours: ``PLAN_RULES.ignore("P011").add(many_at_once(most=5))``.
"""

from therapygoals.smart.plan_rule import PlanRuleSet
from therapygoals.smart.plan_rules import (
    p002_nothing_open,
    p003_said_no,
    p004_open_concern,
    p005_one_voice,
    p006_not_agreed,
    p007_no_own_words,
    p008_pulling_apart,
    p010_same_wish,
    p012_outcome_without_process,
    p013_process_without_outcome,
    p015_only_avoidance,
    p016_issue_without_goal,
    p017_no_roadblock,
    p019_no_review,
)
from therapygoals.smart.plan_rules.p001_plan_late import plan_late
from therapygoals.smart.plan_rules.p009_more_hours import more_hours
from therapygoals.smart.plan_rules.p011_many_at_once import many_at_once
from therapygoals.smart.plan_rules.p014_no_early_win import no_early_win
from therapygoals.smart.plan_rules.p018_likely_roadblock import likely_roadblock

__all__ = ["PLAN_RULES", "likely_roadblock", "many_at_once", "more_hours", "no_early_win", "plan_late"]

PLAN_RULES = PlanRuleSet((
    # Whether there is a plan at all
    plan_late(),
    p002_nothing_open.RULE,
    # Whose goals they are
    p003_said_no.RULE,
    p004_open_concern.RULE,
    p005_one_voice.RULE,
    p006_not_agreed.RULE,
    p007_no_own_words.RULE,
    # Whether they go together
    p008_pulling_apart.RULE,
    more_hours(),
    p010_same_wish.RULE,
    many_at_once(),
    # Where they lead, and what is done for it
    p012_outcome_without_process.RULE,
    p013_process_without_outcome.RULE,
    no_early_win(),
    p015_only_avoidance.RULE,
    p016_issue_without_goal.RULE,
    # What may come
    p017_no_roadblock.RULE,
    likely_roadblock(),
    # Looking back
    p019_no_review.RULE,
))  # fmt: skip
"""All rules of the library for plans, the one whose question helps most first."""
