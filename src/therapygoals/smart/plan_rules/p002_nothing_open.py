"""P002 nothing-open: every goal of the plan has come to an end.

Why it matters: a goal that was reached or let go of often shows what comes next, or that therapy has done its work.
When to leave it: the two people are bringing therapy to its end.
"""

from collections.abc import Iterator

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import GoalState, TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import DAY, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    if view.plan is not None and view.plan.goals and not view.goals:
        yield About()


_CALM = OutcomeGoal("feel calmer at dinner", id="calm")

RULE = PlanRule(
    code="P002",
    name="nothing-open",
    noticed="Every goal of this plan has come to an end.",
    ask="What, if anything, would you like to turn to next?",
    bad=(TreatmentPlan(on=DAY, goals=(planned(_CALM, state=GoalState.COMPLETED),)),),
    good=(
        TreatmentPlan(on=DAY, goals=(planned(_CALM, state=GoalState.MAINTAINING),)),
        TreatmentPlan(on=DAY),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
