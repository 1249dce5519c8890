"""T003 far-off: the end lies more than a year away.

Why it matters: an end so far off tells little about next week; a nearer mark gives something to notice.
When to leave it: nearer goals on the way have been agreed.
"""

from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


_YEAR = 366


def _find(reading: Reading) -> Place | None:
    span = None if reading.deadline is None else reading.deadline.span
    return first(reading, Role.DEADLINE) if span is not None and (span.days or 0) > _YEAR else None


RULE = Rule(
    code="T003",
    name="far-off",
    criterion=Criterion.TIME_BOUND,
    noticed="The time named is more than a year away.",
    ask="What would you like to notice by the end of the first month?",
    bad=("run a marathon in three years", "live on my own within 18 months"),
    good=("run a marathon in nine months", "walk every day for six weeks"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.DEADLINE,),
    find=_find,
)
