"""A003 absolute-terms: a word leaves no room for a hard day.

Why it matters: with always and never, one hard day can feel like the end of the goal.
When to leave it: stopping fully is what the person has chosen, as with smoking.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="A003",
    name="absolute-terms",
    criterion=Criterion.ACHIEVABLE,
    noticed="A word here leaves no room for a hard day.",
    ask="How often would be good enough, with room for a hard day?",
    bad=("always be patient with my children", "feel completely calm at work"),
    good=("be patient with my children at breakfast", "walk every day for a month"),
    source="guideline",
    page=__doc__,
    roles=(Role.ABSOLUTE,),
)
