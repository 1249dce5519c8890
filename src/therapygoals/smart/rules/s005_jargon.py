"""S005 jargon: a word that therapists use stands in for plain ones.

Why it matters: a goal is agreed between two people, and both should know what each word means.
When to leave it: the person uses the word themselves and knows it well.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="S005",
    name="jargon",
    criterion=Criterion.SPECIFIC,
    noticed="A word here is one that therapists use.",
    ask="How would you say this in everyday words?",
    bad=("increase distress tolerance", "challenge my cognitive distortions twice a day", "improve affect regulation"),
    good=("stay in the shop when I feel uneasy", "write down one harsh thought a day and answer it"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.JARGON,),
)
