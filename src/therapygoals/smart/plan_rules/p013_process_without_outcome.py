"""P013 process-without-outcome: it is told what the person does, and for nothing of it where it leads.

Why it matters: knowing what it is for helps on the days on which it is hard, and tells when it is enough.
When to leave it: doing it is worth it in itself, or it is only to be tried out.
"""

from collections.abc import Iterator

from therapygoals.goals import Aim, Context, ExplorationTarget, GoalSet, OutcomeGoal, ProcessGoal
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    told = view.plan is not None and (view.plan.outline.vision is not None or view.plan.outline.completion)
    if view.goals and not told and all(map(_stands_alone, view.goals)):
        yield About(view.goals)


def _stands_alone(view: GoalView) -> bool:
    """Whether it is told neither what a process goal is for nor that it only finds something out."""
    goal = view.goal
    is_search = view.aim is Aim.DISCOVER or any(isinstance(target, ExplorationTarget) for target in goal.targets)
    told = goal.serves or goal.context.values or goal.context.rationale or goal.context.hope
    return view.is_process and not is_search and not told


RULE = PlanRule(
    code="P013",
    name="process-without-outcome",
    noticed="It is told what you do, and not yet where it leads.",
    ask="What might be different for you once this has become easy?",
    bad=(GoalSet((ProcessGoal("walk 20 minutes on 4 days a week"),)),),
    good=(
        GoalSet((ProcessGoal("walk 20 minutes on 4 days a week"), OutcomeGoal("have more energy"))),
        GoalSet((ProcessGoal("walk 20 minutes on 4 days a week", context=Context(values=("being well",))),)),
        GoalSet((ProcessGoal("find out what I want from therapy"),)),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
