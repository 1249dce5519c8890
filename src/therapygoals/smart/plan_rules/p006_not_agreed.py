"""P006 not-agreed: a goal is being worked on, and not both have said yes to it.

Why it matters: a goal that two people share keeps both on the same way.
When to leave it: the yes was said in the room, and only the plan does not know it yet.
"""

from collections.abc import Iterator

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import GoalState, TreatmentPlan
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import CLIENT, DAY, THERAPIST, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    goals = tuple(one for one in view.active if _is_open(one))
    if goals:
        yield About(goals)


def _is_open(view: GoalView) -> bool:
    """Whether a yes is still to be said; a no is looked at by the rule P003."""
    return view.planned is not None and not view.planned.is_agreed and not view.is_declined


_CALM = OutcomeGoal("feel calmer at dinner", id="calm")

RULE = PlanRule(
    code="P006",
    name="not-agreed",
    noticed="This is being worked on, and not both of you have said yes to it yet.",
    ask="How does this goal sound to each of you today?",
    bad=(TreatmentPlan(on=DAY, goals=(planned(_CALM, yes=(CLIENT,)),)),),
    good=(
        TreatmentPlan(on=DAY, goals=(planned(_CALM),)),
        TreatmentPlan(on=DAY, goals=(planned(_CALM, state=GoalState.PROPOSED, yes=(CLIENT,)),)),
        TreatmentPlan(on=DAY, goals=(planned(_CALM, yes=(THERAPIST,), no=(CLIENT,)),)),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
