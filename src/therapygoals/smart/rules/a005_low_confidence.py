"""A005 low-confidence: the person rates their confidence in the lower half.

Why it matters: people hold on to goals that they believe they can reach.
When to leave it: the goal is still being shaped, or the low rating is what the two want to talk about anyway.
"""

from therapygoals.goals import Goal, OutcomeGoal, Readiness
from therapygoals.smart._fields import MIDDLE
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]


def _stated(goal: Goal) -> bool:
    confidence = goal.readiness.confidence
    return confidence is not None and confidence < MIDDLE


RULE = Rule(
    code="A005",
    name="low-confidence",
    criterion=Criterion.ACHIEVABLE,
    noticed="The rating of confidence lies in the lower half.",
    ask="What would move your confidence up by one point?",
    bad=(OutcomeGoal("sleep through the night", readiness=Readiness(confidence=3)),),
    good=(
        OutcomeGoal("sleep through the night"),
        OutcomeGoal("sleep through the night", readiness=Readiness(confidence=5)),
    ),
    source="locke2002",
    page=__doc__,
    stated=_stated,
    decides=True,
)
