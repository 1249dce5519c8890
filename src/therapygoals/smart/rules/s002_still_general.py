"""S002 still-general: there is a measure, but what is done stays general.

Why it matters: a number helps most when both people picture the same thing behind it.
When to leave it: both already know what is meant.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart._criteria import MEASURES, specified_by
from therapygoals.smart.rule import Criterion, Place, Rule, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.aim is Aim.DISCOVER or specified_by(reading):
        return None
    return whole(reading)


RULE = Rule(
    code="S002",
    name="still-general",
    criterion=Criterion.SPECIFIC,
    noticed="There is a measure here; what it looks like is still open.",
    ask="What would you be doing at such a moment?",
    bad=("be a better dad every day", "deal with my boss twice a week"),
    good=("phone a friend twice a week", "have two panic attacks a month at most"),
    source="bovendeerdt2009",
    page=__doc__,
    roles=MEASURES,
    unless=(Role.STATE,),
    find=_find,
    decides=True,
)
