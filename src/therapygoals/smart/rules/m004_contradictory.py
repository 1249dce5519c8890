"""M004 contradictory: the numbers and the words point different ways.

Why it matters: a slip in the numbers would turn progress upside down.
When to leave it: never; a short look settles it.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="M004",
    name="contradictory",
    criterion=Criterion.MEASURABLE,
    noticed="The numbers and the words point different ways.",
    ask="Which number is how it is now, and which is where you would like to be?",
    bad=("Reduce headaches from 1 per week to 4 per week", "Increase my walks from five to two a week"),
    good=("Reduce headaches from 4 per week to 1 per week",),
    source="guideline",
    page=__doc__,
    roles=(Role.CONTRADICTION,),
)
