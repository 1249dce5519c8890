"""P005 one-voice: of the two people, only one has worded, asked for or answered any of the goals.

Why it matters: goals that are set together are linked with better outcomes, though nobody knows which comes first.
When to leave it: the goals were put forward a moment ago, and the other has not seen them yet.
"""

from collections.abc import Iterator

from therapygoals.goals import GoalSet, OutcomeGoal, Ownership, Party
from therapygoals.plan import TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import CLIENT, DAY, THERAPIST, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    voices = frozenset[Party]().union(*(one.voices for one in view.goals))
    if len(voices) == 1:
        yield About(tuple(one for one in view.goals if one.voices))


_CALM = OutcomeGoal("feel calmer at dinner", id="calm")

RULE = PlanRule(
    code="P005",
    name="one-voice",
    noticed="Only one voice is heard in these goals so far.",
    ask="What would the other one of you add or say in other words?",
    bad=(
        TreatmentPlan(on=DAY, goals=(planned(_CALM, by=THERAPIST, yes=(THERAPIST,)),)),
        GoalSet((OutcomeGoal("feel calmer at dinner", ownership=Ownership(worded_by=CLIENT)),)),
    ),
    good=(
        TreatmentPlan(on=DAY, goals=(planned(_CALM),)),
        GoalSet((_CALM,)),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
