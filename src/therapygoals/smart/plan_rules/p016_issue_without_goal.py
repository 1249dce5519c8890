"""P016 issue-without-goal: the plan names something that brings the person here, and no goal for it is open.

Why it matters: what brought somebody here is easily lost from sight once other goals are on the table.
When to leave it: it rests for now, and both people know that.
"""

from collections.abc import Iterator

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import Issue, Outline, TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import DAY, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    """Issues of a plan without any goal yet are left alone: other rules ask for a first goal."""
    if view.plan is None or not view.goals:
        return
    keys = {one.goal.id for one in view.goals}
    words = tuple(issue.text for issue in view.plan.outline.issues if keys.isdisjoint(issue.goals))
    if words:
        yield About(words=words)


_GOALS = (planned(OutcomeGoal("sleep through the night", id="sleep")),)
_NIGHTS = Issue("I lie awake at night", goals=("sleep",))

RULE = PlanRule(
    code="P016",
    name="issue-without-goal",
    noticed="Something that brought you here has no goal of its own at present.",
    ask="What would you like to see change there, or what lets it rest for now?",
    bad=(TreatmentPlan(on=DAY, goals=_GOALS, outline=Outline(issues=(_NIGHTS, Issue("quarrels with my sister")))),),
    good=(TreatmentPlan(on=DAY, goals=_GOALS, outline=Outline(issues=(_NIGHTS,))),),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
