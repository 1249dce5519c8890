"""G007 compared-with-others: the measure is what other people are or do.

Why it matters: others move on too, and what they feel inside cannot be seen.
When to leave it: the comparison gives hope, or names a way of living that the person knows well.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="G007",
    name="compared-with-others",
    criterion=None,
    noticed="Here other people are the measure.",
    ask="What would be enough for you, whatever others do?",
    bad=("be like everyone else", "be as confident as my sister", "be normal"),
    good=("say hello to a neighbour every day", "feel at ease at parties"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.COMPARED,),
)
