"""T001 no-deadline: no end point or stretch of time is named.

Why it matters: a day to look back is when a goal gets noticed, kept or changed.
When to leave it: it is meant for life, or a look back in each therapy session is enough.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule, whole

__all__ = ["RULE"]

RULE = Rule(
    code="T001",
    name="no-deadline",
    criterion=Criterion.TIME_BOUND,
    noticed="No time for looking back is named yet.",
    ask="When would you like to look back and see how it went?",
    bad=("walk 20 minutes on 4 days a week", "be happy someday"),
    good=("walk every day until Easter", "send the application by Friday", "meditate daily for the next month"),
    source="doran1981",
    page=__doc__,
    unless=(Role.DEADLINE,),
    find=whole,
    decides=True,
)
