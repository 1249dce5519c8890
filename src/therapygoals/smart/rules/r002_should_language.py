"""R002 should-language: the wish is worded as a duty.

Why it matters: people keep up longer with what they want than with what they think is expected.
When to leave it: it is only a way of speaking.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="R002",
    name="should-language",
    criterion=Criterion.RELEVANT,
    noticed="These words sound like a duty.",
    ask="What would make this matter to you?",
    bad=("I should exercise more", "I ought to visit my mother every week"),
    good=("I want to exercise twice a week", "visit my mother every week"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.SHOULD,),
)
