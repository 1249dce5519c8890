"""S001 vague-wish: the wish could mean many things.

Why it matters: specific goals lead further than a wish to do better, as work on goal setting shows; most of it is not
from therapy.
When to leave it: a first goal, or a wish that two people are still looking into.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading
from therapygoals.smart._criteria import MEASURES, specified_by
from therapygoals.smart.rule import Criterion, Place, Rule, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.aim is Aim.DISCOVER or specified_by(reading):
        return None
    return whole(reading)


RULE = Rule(
    code="S001",
    name="vague-wish",
    criterion=Criterion.SPECIFIC,
    noticed="This wish could mean many things.",
    ask="What would you see or do on a day when it has come true?",
    bad=("be at ease", "work on my communication", "get better"),
    good=("walk 20 minutes on 4 days a week", "find out what I want from therapy", "smoke less"),
    source="locke2002",
    page=__doc__,
    unless=MEASURES,
    find=_find,
    decides=True,
)
