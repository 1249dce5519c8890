"""M005 out-of-range: a score lies outside its scale.

Why it matters: a score that cannot occur can neither be reached nor missed.
When to leave it: never; a short look settles it.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="M005",
    name="out-of-range",
    criterion=Criterion.MEASURABLE,
    noticed="A number here lies outside its scale.",
    ask="Which number on the scale did you mean?",
    bad=("Bring my mood from 3 out of 10 to 12 out of 10", "Lower my PHQ-9 score from 31 to 10"),
    good=("Bring my mood from 3 out of 10 to 7 out of 10",),
    source="guideline",
    page=__doc__,
    roles=(Role.OUT_OF_RANGE,),
)
