"""S006 no-cue: something is to be done again and again, and no moment is named for it.

Why it matters: plans that say when and where are carried out more often.
When to leave it: the person likes to choose the moment each time.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    frequency = reading.frequency
    if reading.aim is not Aim.PRACTISE or frequency is None or frequency.moment is not None or frequency.days:
        return None
    return first(reading, Role.FREQUENCY)


RULE = Rule(
    code="S006",
    name="no-cue",
    criterion=Criterion.SPECIFIC,
    noticed="No moment of the day goes with this yet.",
    ask="When in your day would this fit best?",
    bad=("walk 20 minutes three times a week", "meditate daily"),
    good=("walk 20 minutes after lunch three times a week", "meditate every morning", "swim on Mondays"),
    source="gollwitzer2006",
    page=__doc__,
    roles=(Role.FREQUENCY,),
    unless=(Role.CONDITION, Role.SITUATION),
    find=_find,
)
