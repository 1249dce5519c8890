"""P001 plan-late: two therapy sessions have been held, and no goal has been put forward.

Why it matters: a goal gives the work a direction, and the first or second session is a good time for a first one.
When to leave it: the person needs time to arrive; then finding out what they want is a goal as well.
"""

from collections.abc import Iterator
from functools import partial

from therapygoals.goals import OutcomeGoal
from therapygoals.plan import TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import DAY, planned

__all__ = ["plan_late"]


def _find(view: PlanView, *, sessions: int) -> Iterator[About]:
    if view.plan is not None and not view.plan.goals and len(view.plan.sessions) >= sessions:
        yield About()


def plan_late(*, sessions: int = 2) -> PlanRule:
    """The rule with another number of sessions.

    Args:
        sessions: So many therapy sessions without a goal are worth a word.
    """
    return PlanRule(
        code="P001",
        name="plan-late",
        noticed="No goal has been put forward yet.",
        ask="What would you like to get out of our time together?",
        bad=(TreatmentPlan(on=DAY, begun=DAY, sessions=("s1", "s2")),),
        good=(
            TreatmentPlan(on=DAY, begun=DAY, sessions=("s1",)),
            TreatmentPlan(
                on=DAY,
                begun=DAY,
                sessions=("s1", "s2"),
                goals=(planned(OutcomeGoal("find out what I want from therapy", id="find-out")),),
            ),
        ),
        source="goal-guide",
        page=__doc__,
        find=partial(_find, sessions=sessions),
    )
