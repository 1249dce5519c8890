"""R004 outside-therapy: therapy can be beside this, and hardly bring it about.

Why it matters: when the help that is needed lies elsewhere, both should know early.
When to leave it: the feelings around it are what is to be worked on.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="R004",
    name="outside-therapy",
    criterion=Criterion.RELEVANT,
    noticed="Part of this may need help from outside therapy.",
    ask="Which part of this would you like to work on here?",
    bad=("get my visa sorted", "pay off my mortgage by next year", "have the roof repaired"),
    good=("feel calmer when I think about money", "walk 20 minutes on 4 days a week"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.OUTSIDE_THERAPY,),
)
