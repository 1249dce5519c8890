"""P015 only-avoidance: every goal says what is to go away, and none where to go.

Why it matters: in one study of inpatients, goals to avoid something went with less relief of symptoms, though not with
reaching goals less often. Flourishing is more than having less of what is hard.
When to leave it: stopping is the point at present, or the person likes these words best.
"""

from collections.abc import Iterator

from therapygoals.goals import Aim, Framing, GoalSet, OutcomeGoal, ProcessGoal
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["RULE"]

_FEWEST = 2
"""A single goal is looked at by the rule G003."""


def _find(view: PlanView) -> Iterator[About]:
    if len(view.goals) >= _FEWEST and all(map(_avoids, view.goals)):
        yield About(view.goals)


def _avoids(view: GoalView) -> bool:
    return view.aim is Aim.AVOID if view.goal.framing is None else view.goal.framing is Framing.AVOIDANCE


RULE = PlanRule(
    code="P015",
    name="only-avoidance",
    noticed="All of these say what is to go away, and none yet what comes instead.",
    ask="What would there be more room for, once these are smaller?",
    bad=(GoalSet((OutcomeGoal("stop feeling lonely"), ProcessGoal("no more shouting at my brother"))),),
    good=(
        GoalSet((OutcomeGoal("stop feeling lonely"), ProcessGoal("have lunch with my brother each week"))),
        GoalSet((OutcomeGoal("stop feeling lonely", framing=Framing.MIXED), ProcessGoal("no more shouting"))),
        GoalSet((OutcomeGoal("stop feeling lonely"),)),
    ),
    source="wollburg2010",
    page=__doc__,
    find=_find,
)
