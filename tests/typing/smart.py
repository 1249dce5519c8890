"""Lines that type checkers read and nobody runs: what a check takes and gives, and what it refuses."""

from collections.abc import Mapping
from typing import assert_type

from therapygoals.goals import Goal, GoalSet, OutcomeGoal
from therapygoals.language import Phrase, Reading, Role, read
from therapygoals.plan import Journal
from therapygoals.smart import (
    PLAN_RULES,
    RULES,
    Criterion,
    Finding,
    Place,
    PlanFinding,
    PlanReport,
    PlanRule,
    PlanRuleSet,
    Rule,
    RuleSet,
    SmartReport,
    Verdict,
    check,
    check_plan,
    first,
    installed_plan_rules,
    installed_rules,
)
from therapygoals.smart.plan_rules import many_at_once

assert_type(check("walk 20 minutes on 4 days a week"), SmartReport)
assert_type(check(read("walk 20 minutes on 4 days a week")), SmartReport)
assert_type(check(OutcomeGoal("sleep better")), SmartReport)
assert_type(check("sleep better").verdicts, Mapping[Criterion, Verdict])
assert_type(check("sleep better").findings, tuple[Finding, ...])
assert_type(check("sleep better").findings[0].criterion, Criterion | None)
assert_type(check("sleep better").to_text(), str)
assert_type(check("sleep better").to_markdown(), str)
assert_type(check("sleep better").to_html(), str)
assert_type(check("sleep better").carried_by(Criterion.SPECIFIC), tuple[Finding, ...])
assert_type(check("sleep better").met_by(Criterion.SPECIFIC), tuple[Phrase, ...])
assert_type(RULES, RuleSet)
assert_type(RULES["no-measure"], Rule)
assert_type(PLAN_RULES.add(*installed_plan_rules()), PlanRuleSet)
assert_type(RULES.select("M").ignore("M001").add(*installed_rules()), RuleSet)
assert_type(first(read("sleep better"), Role.ACT), Place | None)


def find_outcome(reading: Reading) -> Place | None:
    """A function that a rule takes."""
    return first(reading, Role.STATE)


OWN = Rule(
    code="HOME001",
    name="own",
    criterion=None,
    noticed="Something is felt.",
    ask="What is it like?",
    bad=("be happy",),
    good=("walk",),
    source="guideline",
    find=find_outcome,
)
assert_type(check("sleep better", rules=RuleSet([OWN])), SmartReport)

PAIR = GoalSet((OutcomeGoal("sleep better"),))
assert_type(check_plan(PAIR), PlanReport)
assert_type(check_plan(Journal().plan(), rules=PLAN_RULES.select("P").ignore("P001")), PlanReport)
assert_type(check_plan(PAIR).findings, tuple[PlanFinding, ...])
assert_type(check_plan(PAIR).goals, tuple[Goal, ...])
assert_type(check_plan(PAIR).ask, str | None)
assert_type(PLAN_RULES, PlanRuleSet)
assert_type(PLAN_RULES["one-voice"], PlanRule)
assert_type(PLAN_RULES.add(many_at_once(most=5), before="P012"), PlanRuleSet)

# What both type checkers must refuse
check_plan("sleep better")  # type: ignore[arg-type]
check_plan(PAIR, rules=RULES)  # type: ignore[arg-type]
PLAN_RULES.add(OWN)  # type: ignore[arg-type]
check(b"sleep better")  # type: ignore[arg-type]
check(None)  # type: ignore[arg-type]
check("sleep better", rules=[OWN])  # type: ignore[arg-type]
check("sleep better").verdicts[Criterion.SPECIFIC] = Verdict.MET  # type: ignore[index]
