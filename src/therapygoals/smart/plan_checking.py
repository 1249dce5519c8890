"""Checking a plan: every rule looks at the goals together, and at how two people work with them."""

from datetime import date

from therapygoals.errors import FieldTypeError
from therapygoals.goals import GoalSet, _checks
from therapygoals.plan import TreatmentPlan
from therapygoals.smart.plan_report import PlanReport
from therapygoals.smart.plan_rule import PlanRuleSet, PlanView
from therapygoals.smart.plan_rules import PLAN_RULES

__all__ = ["check_plan"]


def check_plan(plan: TreatmentPlan | GoalSet, *, on: date | None = None, rules: PlanRuleSet = PLAN_RULES) -> PlanReport:
    """Look at a plan as a whole, as a good colleague would who reads it.

    Any plan has a report, an empty one too: findings are offers for a talk and block nothing. Goals that have come to
    an end are left alone. What `check` says about the words of a single goal is not said again. Nothing here looks for
    words of danger: ask `therapygoals.screen` first.

    Args:
        plan: The plan of a day, such as ``journal.plan(on=day)``; or goals that stand together, which are then taken as
            being worked on, and of which only their own fields are known.
        on: The day of asking; that of the plan when None. Where none is known, nothing that depends on a day is
            noticed.
        rules: The rules that look at it.

    Returns:
        The findings, the most helpful question first. Goals in a language that cannot be read are looked at by their
        fields only.

    Raises:
        FieldTypeError: An argument is something else.

    Examples:
        >>> from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal
        >>> from therapygoals.smart import check_plan
        >>> goals = GoalSet((OutcomeGoal("feel calmer at work"), ProcessGoal("I want to be calm at work")))
        >>> report = check_plan(goals)
        >>> report
        PlanReport(goals=2, findings=same-wish, no-roadblock)
        >>> report.ask
        'What tells these goals apart, or which words fit best?'
    """
    if not isinstance(plan, TreatmentPlan | GoalSet):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("plan", "must be a TreatmentPlan or a GoalSet", type(plan).__name__)
    if not isinstance(rules, PlanRuleSet):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("rules", "must be a PlanRuleSet", type(rules).__name__)
    if on is not None:
        _checks.check_day(on, "on")
    view = PlanView.of(plan, on)
    return PlanReport(goals=tuple(one.goal for one in view.goals), findings=tuple(rules.look(view)), on=view.on)
