"""Reports of progress over journals, and their parts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from therapygoals.progress import GoalReport, PlanFigures, ProgressReport, TargetReport, Threshold, report
from therapygoals.testing.plans import journals

__all__ = ["goal_reports", "plan_figures", "progress_reports", "target_reports"]

_FIRST = date(2026, 1, 5)


@st.composite
def progress_reports(draw: st.DrawFn, *, most: int = 12) -> ProgressReport:
    """Reports of any journal on the day of its last event or later, with thresholds for some targets.

    Args:
        draw: Given by Hypothesis.
        most: Largest number of events in the journal.
    """
    journal = draw(journals(most=most))
    last = max((entry.event.on for entry in journal.entries), default=_FIRST)
    plan = journal.plan()
    alone = [planned.id for planned in plan if len(planned.version.goal.targets) == 1]
    given: dict[str, Any] = {"thresholds": {name: Threshold(2, "agreed") for name in alone if draw(st.booleans())}}
    return report(journal, on=last + timedelta(days=draw(st.integers(0, 60))), **given)


def goal_reports() -> st.SearchStrategy[GoalReport]:
    """What is told of a goal."""
    return progress_reports().filter(lambda told: bool(told.goals)).flatmap(lambda told: st.sampled_from(told.goals))


def target_reports() -> st.SearchStrategy[TargetReport]:
    """What is told of a target."""
    return goal_reports().filter(lambda told: bool(told.targets)).flatmap(lambda told: st.sampled_from(told.targets))


def plan_figures() -> st.SearchStrategy[PlanFigures]:
    """What is told of the goals of a plan together."""
    return progress_reports().map(lambda told: told.plan)
