"""What a check tells: findings of our own rules, and reports on statements, readings and goals."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from therapygoals.goals import OutcomeGoal, ProcessGoal
from therapygoals.smart import RULES, Finding, SmartReport, check
from therapygoals.testing.goals import goals
from therapygoals.testing.readings import readings
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import statements

__all__ = ["findings", "smart_reports"]


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """What any rule says, at a place of no text in particular."""
    start = draw(st.integers(0, 200))
    return draw(st.sampled_from(RULES.rules)).finding((start, start + draw(st.integers(1, 40))))


def smart_reports() -> st.SearchStrategy[SmartReport]:
    """Reports on statements, on readings, and on goals with all their typed fields."""
    return st.builds(check, goal_texts() | wishes() | readings() | _goals_in_english())


@st.composite
def _goals_in_english(draw: st.DrawFn) -> ProcessGoal | OutcomeGoal:
    return attrs.evolve(draw(goals()), statement=draw(statements(language="en")))
