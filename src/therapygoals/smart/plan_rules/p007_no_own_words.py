"""P007 no-own-words: no goal is in the words of the person whose life it is.

Why it matters: people tend to stay with goals that are their own, and own words are a sign of that.
When to leave it: the person likes the words, and has said so.
"""

from collections.abc import Iterator

from therapygoals.goals import GoalSet, OutcomeGoal, Ownership, Party
from therapygoals.plan import TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import CLIENT, DAY, THERAPIST, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    if view.goals and all(one.authors and Party.CLIENT not in one.authors for one in view.goals):
        yield About(view.goals)


_MOOD = OutcomeGoal("a steadier mood on most days", id="mood")

RULE = PlanRule(
    code="P007",
    name="no-own-words",
    noticed="No goal is in the words of the person whose life it is.",
    ask="How would you tell a good friend what you hope for?",
    bad=(
        TreatmentPlan(on=DAY, goals=(planned(_MOOD, by=THERAPIST),)),
        GoalSet((OutcomeGoal("a steadier mood on most days", ownership=Ownership(worded_by=THERAPIST)),)),
    ),
    good=(
        TreatmentPlan(on=DAY, goals=(planned(_MOOD, by=CLIENT),)),
        GoalSet((_MOOD,)),
    ),
    source="sheldon1999",
    page=__doc__,
    find=_find,
)
