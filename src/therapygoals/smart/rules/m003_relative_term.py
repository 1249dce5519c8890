"""M003 relative-term: more or less is said without an amount.

Why it matters: how much is enough differs from one person to the next.
When to leave it: any step in that direction counts for now.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart._criteria import MEASURES
from therapygoals.smart.rule import Criterion, Place, Rule, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.baseline is not None or reading.aim is Aim.DISCOVER:
        return None
    when = reading.all(Role.CONDITION)
    for phrase in reading.all(Role.RELATIVE):
        if not any(one.start <= phrase.start < one.end for one in when):
            return phrase.start, phrase.end
    return whole(reading) if reading.aim in (Aim.REDUCE, Aim.INCREASE) else None


RULE = Rule(
    code="M003",
    name="relative-term",
    criterion=Criterion.MEASURABLE,
    noticed="How much would be enough depends on where you start.",
    ask="How much of a change would be enough to notice?",
    bad=("exercise more", "improve my sleep", "worry less about money"),
    good=("exercise three times a week", "sleep one hour more each night", "understand myself better"),
    source="femmer2017",
    page=__doc__,
    unless=MEASURES,
    find=_find,
)
