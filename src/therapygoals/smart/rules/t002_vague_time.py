"""T002 vague-time: a word such as soon or one day stands where a time could be.

Why it matters: soon can move on with the calendar; a day to look back does not.
When to leave it: the person wants no date for this.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="T002",
    name="vague-time",
    criterion=Criterion.TIME_BOUND,
    noticed="The time is left open here.",
    ask="Roughly when would you like to notice a first change?",
    bad=("feel at home in my body someday", "talk to my sister as soon as possible"),
    good=("talk to my sister by Sunday", "talk to my sister"),
    source="guideline",
    page=__doc__,
    roles=(Role.VAGUE_TIME,),
    unless=(Role.DEADLINE,),
)
