"""A002 extreme-target: it asks for more than most people can reach.

Why it matters: a step within reach builds confidence for the next.
When to leave it: the person has done this before, or it is a picture and not a plan.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="A002",
    name="extreme-target",
    criterion=Criterion.ACHIEVABLE,
    noticed="This would be a very big step for most people.",
    ask="What would be a good first step towards it?",
    bad=("never feel sad again", "meditate nine hours a day", "be calm all the time"),
    good=("stay sober for a month", "meditate ten minutes a day"),
    source="guideline",
    page=__doc__,
    roles=(Role.EXTREME,),
    decides=True,
)
