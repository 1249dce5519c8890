"""What a check tells: findings of our own rules, and reports on statements, readings, goals and goals together."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from therapygoals.goals import OutcomeGoal, ProcessGoal
from therapygoals.smart import PLAN_RULES, RULES, Finding, PlanFinding, PlanReport, SmartReport, check, check_plan
from therapygoals.smart.plan_rule import About
from therapygoals.testing.amounts import days
from therapygoals.testing.goals import goal_sets, goals
from therapygoals.testing.readings import readings
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import keys, statements, texts

__all__ = ["findings", "plan_findings", "plan_reports", "smart_reports"]


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """What any rule says, at a place of no text in particular."""
    start = draw(st.integers(0, 200))
    return draw(st.sampled_from(RULES.rules)).finding((start, start + draw(st.integers(1, 40))))


@st.composite
def plan_findings(draw: st.DrawFn) -> PlanFinding:
    """What any rule for plans says, about some goals or about the plan."""
    said = draw(st.sampled_from(PLAN_RULES.rules)).finding(About())
    keyed = draw(st.lists(keys(), max_size=3, unique=True))
    words = tuple(draw(st.lists(texts(), max_size=2)))
    return attrs.evolve(said, goals=tuple(keyed), numbers=tuple(range(1, len(keyed) + 1)), words=words)


def plan_reports() -> st.SearchStrategy[PlanReport]:
    """Reports on goals that stand together, of a day or of none."""
    return st.builds(check_plan, goal_sets(), on=st.none() | days())


def smart_reports() -> st.SearchStrategy[SmartReport]:
    """Reports on statements, on readings, and on goals with all their typed fields."""
    return st.builds(check, goal_texts() | wishes() | readings() | _goals_in_english())


@st.composite
def _goals_in_english(draw: st.DrawFn) -> ProcessGoal | OutcomeGoal:
    return attrs.evolve(draw(goals()), statement=draw(statements(language="en")))
