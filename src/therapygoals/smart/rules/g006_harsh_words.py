"""G006 harsh-words: a hard word about oneself stands in the wish.

Why it matters: a goal is read again and again, and its words come along each time.
When to leave it: the person says it with a smile, or it is what the two want to talk about.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="G006",
    name="harsh-words",
    criterion=None,
    noticed="There is a hard word about yourself in here.",
    ask="How would a good friend say this about you?",
    bad=("stop being so pathetic", "be less of a failure", "get off my lazy backside and walk every day"),
    good=("walk every day", "be kinder to myself"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.HARSH,),
)
