"""G004 question: the wish is put as a question.

Why it matters: a wish that is said plainly is easier to agree on.
When to leave it: asking is how the person likes to begin.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="G004",
    name="question",
    criterion=None,
    noticed="This wish is put as a question.",
    ask='How would it sound if it began with "I want"?',
    bad=("how can I be less lonely?", "Can you help me sleep?"),
    good=("feel close to people again", "sleep seven hours a night"),
    source="guideline",
    page=__doc__,
    roles=(Role.QUESTION,),
)
