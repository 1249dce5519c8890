"""S003 open-search: something is to be found out, and where to look is still wide open.

Why it matters: a search with an edge shows when it is done.
When to leave it: most times: finding out what one wants is a sound first goal.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading
from therapygoals.smart._criteria import specified_by
from therapygoals.smart.rule import Criterion, Place, Rule, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.aim is not Aim.DISCOVER or specified_by(reading):
        return None
    return whole(reading)


RULE = Rule(
    code="S003",
    name="open-search",
    criterion=Criterion.SPECIFIC,
    noticed="This is a search, and where to look is still open.",
    ask="Where or when does this come up most for you?",
    bad=("figure out who I am", "find out what I want from therapy"),
    good=("find out what sets off my headaches", "identify two triggers for my panic attacks"),
    source="goal-guide",
    page=__doc__,
    find=_find,
    decides=True,
)
