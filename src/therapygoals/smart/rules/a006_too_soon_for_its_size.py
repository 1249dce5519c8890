"""A006 too-soon-for-its-size: a large step in numbers is to be taken within two weeks.

Why it matters: a step too large for its time is easily taken for a lack of will.
When to leave it: the step is taken with help or company, or has been taken before.
"""

from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


_SHARE = 0.75
"""Going down by this share of the start, or going up so that the start is no more than the rest, is a large step."""
_DAYS = 14


def _find(reading: Reading) -> Place | None:
    baseline, target, deadline = reading.baseline, reading.target, reading.deadline
    if baseline is None or target is None or deadline is None or deadline.span is None:
        return None
    start, end, days = baseline.value, target.value, deadline.span.days
    if start is None or end is None or days is None or days > _DAYS or baseline.per is not target.per:
        return None
    small, large = sorted((abs(start), abs(end)))
    return first(reading, Role.TARGET) if small <= (1 - _SHARE) * large else None


RULE = Rule(
    code="A006",
    name="too-soon-for-its-size",
    criterion=Criterion.ACHIEVABLE,
    noticed="This is a large step for the time named.",
    ask="Which part of it would fit into that time?",
    bad=("go from 20 cigarettes a day to two within ten days", "raise my steps from 1,000 to 9,000 a day this week"),
    good=(
        "go from 20 cigarettes a day to 15 within ten days",
        "go from 20 cigarettes a day to two within three months",
        "go from 20 cigarettes a day to two",
    ),
    source="bovendeerdt2009",
    page=__doc__,
    roles=(Role.DEADLINE,),
    find=_find,
)
