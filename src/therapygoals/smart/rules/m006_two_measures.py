"""M006 two-measures: two things are measured in one goal.

Why it matters: when one goes up and the other down, nobody can say how the goal is going; one measure a goal keeps it
plain.
When to leave it: the two always move together, or one is only how the other is noticed.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="M006",
    name="two-measures",
    criterion=Criterion.MEASURABLE,
    noticed="Two things are measured here.",
    ask="Which of the two tells you most about how it is going?",
    bad=("bring my PHQ-9 below 5 and my GAD-7 below 6", "smoke at most five cigarettes a day and lose 4 kg by June"),
    good=("bring my PHQ-9 below 5", "walk 20 minutes three times a week", "go from five cigarettes a day to two"),
    source="krasnypacini2016",
    page=__doc__,
    roles=(Role.SECOND_MEASURE,),
)
