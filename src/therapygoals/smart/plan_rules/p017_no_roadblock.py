"""P017 no-roadblock: nothing is named for any goal that may get in the way.

Why it matters: who has thought of a hard day beforehand has something at hand when it comes.
When to leave it: the goal is so small that nothing much can get in the way, or it is too early to think of that.
"""

from collections.abc import Iterator

from therapygoals.goals import GoalSet, IfThenPlan, OutcomeGoal, ProcessGoal, Roadblock
from therapygoals.language import Role
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    met = view.plan is not None and view.plan.setbacks
    if view.goals and not met and not any(map(_names_one, view.goals)):
        yield About(view.goals)


def _names_one(view: GoalView) -> bool:
    """Whether a roadblock is named, an if-then plan, or in the words what the goal is to hold in spite of."""
    in_words = view.reading is not None and view.reading.has(Role.ROADBLOCK)
    return bool(view.roadblocks) or in_words or (isinstance(view.goal, ProcessGoal) and view.goal.plan is not None)


RULE = PlanRule(
    code="P017",
    name="no-roadblock",
    noticed="Nothing that may get in the way has been named yet.",
    ask="What might get in the way, and what would help then?",
    bad=(GoalSet((ProcessGoal("walk after work on 4 days a week"),)),),
    good=(
        GoalSet((OutcomeGoal("feel calmer at dinner", roadblocks=(Roadblock("a long day at work"),)),)),
        GoalSet((ProcessGoal("walk after work", plan=IfThenPlan("it rains", "I take my umbrella")),)),
        GoalSet((ProcessGoal("walk after work even when I want to lie down"),)),
    ),
    source="gollwitzer2006",
    page=__doc__,
    find=_find,
)
