"""S004 no-situation: a state is named without a place or a moment.

Why it matters: states come and go; tied to a situation, a change in them can be noticed.
When to leave it: the state is a first word for something that the two are about to look at.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart._criteria import specified_by
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    return None if reading.aim is Aim.DISCOVER or specified_by(reading) else first(reading, Role.STATE)


RULE = Rule(
    code="S004",
    name="no-situation",
    criterion=Criterion.SPECIFIC,
    noticed="This can change from day to day, and no place or moment goes with it yet.",
    ask="Where or when does this matter most to you?",
    bad=("be happy", "I want to feel calm", "feel calm three days a week"),
    good=("feel calm when I drive on the motorway", "walk 20 minutes on 4 days a week"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.STATE,),
    find=_find,
    decides=True,
)
