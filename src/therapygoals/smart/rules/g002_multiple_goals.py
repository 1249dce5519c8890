"""G002 multiple-goals: two or more goals stand in one sentence.

Why it matters: goals that can be reached apart are easier to follow apart.
When to leave it: the second part is only a means, a reason, or one routine.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="G002",
    name="multiple-goals",
    criterion=None,
    noticed="More than one goal stands here.",
    ask="Which of these would you like to start with?",
    bad=(
        "call my brother every Sunday, walk daily and drink less",
        "be calmer, sleep better and make peace with my sister",
    ),
    good=("walk 20 minutes on 4 days a week so that I sleep better", "brush my teeth and wash my face every evening"),
    source="guideline",
    page=__doc__,
    roles=(Role.SECOND_GOAL,),
)
