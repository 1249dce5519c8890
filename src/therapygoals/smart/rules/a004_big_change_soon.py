"""A004 big-change-soon: a whole career or relationship is to change within a short time.

Why it matters: big changes often take longer than three months; a part of one can be in place by then.
When to leave it: the change has long begun.
"""

from therapygoals.goals import Horizon
from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.horizon is not Horizon.SHORT_TERM:
        return None
    return first(reading, Role.TRANSFORMATION)


RULE = Rule(
    code="A004",
    name="big-change-soon",
    criterion=Criterion.ACHIEVABLE,
    noticed="A change this big often takes longer than the time named.",
    ask="What part of it could be in place by then?",
    bad=("transform my career in three months", "turn my life around in six weeks"),
    good=("set boundaries at work within three months", "transform my career over the next two years"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.TRANSFORMATION,),
    find=_find,
)
