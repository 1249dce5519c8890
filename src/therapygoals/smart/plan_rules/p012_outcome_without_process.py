"""P012 outcome-without-process: it is told what is to change, and nothing is told that the person does for it.

Why it matters: what one does lies in one's own hands, day by day; what changes often takes its time.
When to leave it: finding out what might help is what the two people do at present.
"""

from collections.abc import Iterator

from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal, Relation, RelationKind, Strategy
from therapygoals.plan import GoalState
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["RULE"]

_WORKED_ON = frozenset({GoalState.PROPOSED, GoalState.ACCEPTED, GoalState.ACTIVE})


def _find(view: PlanView) -> Iterator[About]:
    """An outcome is left alone while something is done that is not said to serve another goal: it may serve this."""
    processes = [one for one in view.goals if one.is_process]
    if any(not one.goal.serves for one in processes):
        return
    keys = {one.goal.id for one in processes}
    goals = tuple(
        one
        for one in view.goals
        if not one.is_process
        and one.state in _WORKED_ON
        and not _has_a_way(view, one)
        and keys.isdisjoint(view.serving(one))
        and all(one.goal.id not in other.goal.serves for other in processes)
    )
    if goals:
        yield About(goals)


def _has_a_way(view: PlanView, one: GoalView) -> bool:
    """Whether a way of working is named for it, in the goal or in the plan."""
    ways = () if view.plan is None else view.plan.outline.strategies
    return bool(one.goal.strategies) or any(not way.serves or one.goal.id in way.serves for way in ways)


_SLEEP = OutcomeGoal("sleep through the night", id="sleep")

RULE = PlanRule(
    code="P012",
    name="outcome-without-process",
    noticed="It is told what is to change, and not yet what you do for it.",
    ask="What is one thing you could do that might lead there?",
    bad=(GoalSet((_SLEEP,)),),
    good=(
        GoalSet((_SLEEP, ProcessGoal("read before bed", relations=(Relation(RelationKind.SERVES, "sleep"),)))),
        GoalSet((_SLEEP, ProcessGoal("read before bed"))),
        GoalSet((OutcomeGoal("sleep through the night", strategies=(Strategy("sleep diary"),)),)),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
