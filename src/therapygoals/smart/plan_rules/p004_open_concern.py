"""P004 open-concern: something feels off to somebody, and it has not been settled.

Why it matters: therapy is a partnership, and what feels off is best brought up early.
When to leave it: it has been talked about, and both know that it takes time.
"""

from collections.abc import Iterator

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import ConcernRaised, TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import CLIENT, DAY, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    if view.plan is None or not view.plan.concerns:
        return
    named = {concern.goal for concern in view.plan.concerns}
    yield About(tuple(one for one in view.goals if one.goal.id in named))


_CALM = planned(OutcomeGoal("feel calmer at dinner", id="calm"))

RULE = PlanRule(
    code="P004",
    name="open-concern",
    noticed="Something felt off to one of you and is still open.",
    ask="What would help to bring up what felt off?",
    bad=(
        TreatmentPlan(
            on=DAY, goals=(_CALM,), concerns=(ConcernRaised(id="e2", on=DAY, by=CLIENT, text="this goes too fast"),)
        ),
    ),
    good=(TreatmentPlan(on=DAY, goals=(_CALM,)),),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
