"""M002 no-baseline: where things stand today is not told.

Why it matters: a change is easier to see from a known start.
When to leave it: the start is noted elsewhere, or is better left alone.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.baseline is not None or reading.aim not in (Aim.REDUCE, Aim.INCREASE):
        return None
    return first(reading, Role.TARGET, Role.RELATIVE) or whole(reading)


RULE = Rule(
    code="M002",
    name="no-baseline",
    criterion=Criterion.MEASURABLE,
    noticed="Where things stand today is not told yet.",
    ask="How is it now, on a usual day or in a usual week?",
    bad=("drink less", "cut down to two cups of coffee a day", "be calmer"),
    good=("go from five cups of coffee a day to two", "walk 20 minutes on 4 days a week"),
    source="bovendeerdt2009",
    page=__doc__,
    find=_find,
)
