"""A008 no-support: the person rates the goal as very hard, and nobody and nothing that helps is named.

Why it matters: support is one of the parts of a goal, and hard goals ask most for it.
When to leave it: help is there and goes without saying, or the person wants to try alone first.
"""

from therapygoals.goals import Goal, OutcomeGoal, Readiness, Strategy
from therapygoals.language import Role, read
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]


_VERY_HARD = 8


def _stated(goal: Goal) -> bool:
    difficulty = goal.readiness.difficulty
    if difficulty is None or difficulty < _VERY_HARD or goal.strategies or goal.context.needs:
        return False
    if any(roadblock.plan is not None for roadblock in goal.roadblocks):
        return False
    return not read(goal.statement.text, language=goal.statement.language).has(Role.SUPPORT, Role.MEANS)


RULE = Rule(
    code="A008",
    name="no-support",
    criterion=Criterion.ACHIEVABLE,
    noticed="This was rated as very hard, and no help is named yet.",
    ask="Who or what could help you on a hard day?",
    bad=(OutcomeGoal("fly to see my sister", readiness=Readiness(difficulty=9)),),
    good=(
        OutcomeGoal("fly to see my sister", readiness=Readiness(difficulty=6)),
        OutcomeGoal(
            "fly to see my sister", readiness=Readiness(difficulty=9), strategies=(Strategy("breathe slowly"),)
        ),
        OutcomeGoal("fly to see my sister, with my aunt beside me", readiness=Readiness(difficulty=9)),
    ),
    source="bovendeerdt2009",
    page=__doc__,
    stated=_stated,
)
