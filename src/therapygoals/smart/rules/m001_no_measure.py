"""M001 no-measure: nothing here can be counted or ticked off.

Why it matters: with a measure both people can tell how it is going.
When to leave it: a first goal such as finding out what to work on, or growth that is better told than counted.
"""

from therapygoals.smart._criteria import MEASURES
from therapygoals.smart.rule import Criterion, Rule, whole

__all__ = ["RULE"]

RULE = Rule(
    code="M001",
    name="no-measure",
    criterion=Criterion.MEASURABLE,
    noticed="Nothing here can be counted or ticked off yet.",
    ask="What could you count or see that shows it is going well?",
    bad=("be happier", "worry less", "meditate regularly"),
    good=("walk 20 minutes on 4 days a week", "send the application", "quit smoking"),
    source="doran1981",
    page=__doc__,
    unless=MEASURES,
    find=whole,
    decides=True,
)
