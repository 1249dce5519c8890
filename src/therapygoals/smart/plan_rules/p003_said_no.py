"""P003 said-no: a goal is being worked on to which somebody has said no, or no longer.

Why it matters: a no is worth as much as a yes, and often shows what matters more.
When to leave it: they have talked about it since, and a new answer is only not written down yet.
"""

from collections.abc import Iterator

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import GoalState, TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import CLIENT, DAY, THERAPIST, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    if goals := tuple(one for one in view.active if one.is_declined):
        yield About(goals)


_PARTY = OutcomeGoal("enjoy a party with colleagues", id="party")

RULE = PlanRule(
    code="P003",
    name="said-no",
    noticed="This is being worked on, and one of you has said no to it.",
    ask="What would make this a goal that you both want, or which other one would?",
    bad=(TreatmentPlan(on=DAY, goals=(planned(_PARTY, yes=(THERAPIST,), no=(CLIENT,)),)),),
    good=(
        TreatmentPlan(on=DAY, goals=(planned(_PARTY),)),
        TreatmentPlan(on=DAY, goals=(planned(_PARTY, state=GoalState.ON_HOLD, yes=(THERAPIST,), no=(CLIENT,)),)),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
