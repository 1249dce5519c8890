"""M001 no-measure: nothing here can be counted or ticked off.

Why it matters: with a measure both people can tell how it is going.
When to leave it: a first goal such as finding out what to work on, or growth that is better told than counted.
"""

from therapygoals.language import Reading
from therapygoals.smart._criteria import measured_by
from therapygoals.smart.rule import Criterion, Place, Rule, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    return None if measured_by(reading) else whole(reading)


RULE = Rule(
    code="M001",
    name="no-measure",
    criterion=Criterion.MEASURABLE,
    noticed="Nothing here can be counted or ticked off yet.",
    ask="What could you count or see that shows it is going well?",
    find=_find,
    bad=("be happier", "worry less", "meditate regularly"),
    good=("walk 20 minutes on 4 days a week", "send the application", "quit smoking"),
    source="doran1981",
    page=__doc__,
    decides=True,
)
