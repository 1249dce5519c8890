"""R003 low-importance: the person rates the importance in the lower half, and no value is named.

Why it matters: goals that come from oneself get more effort and bring more well-being when reached.
When to leave it: it is a small step that serves a goal which matters more.
"""

from therapygoals.goals import Context, Goal, OutcomeGoal, Readiness
from therapygoals.smart._fields import MIDDLE
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]


def _stated(goal: Goal) -> bool:
    importance = goal.readiness.importance
    return importance is not None and importance < MIDDLE and not goal.context.values


RULE = Rule(
    code="R003",
    name="low-importance",
    criterion=Criterion.RELEVANT,
    noticed="The rating of importance lies in the lower half.",
    ask="What would be different in your life if this came true?",
    bad=(OutcomeGoal("keep a tidier desk", readiness=Readiness(importance=2)),),
    good=(
        OutcomeGoal("keep a tidier desk", readiness=Readiness(importance=5)),
        OutcomeGoal("keep a tidier desk", readiness=Readiness(importance=2), context=Context(values=("calm",))),
    ),
    source="sheldon1999",
    page=__doc__,
    stated=_stated,
    decides=True,
)
