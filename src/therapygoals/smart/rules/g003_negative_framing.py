"""G003 negative-framing: the wish only says what is to stop or go away.

Why it matters: wishes to avoid something went with less relief of symptoms in one study of inpatients, though not
with reaching goals less often.
When to leave it: stopping is the point, as with smoking or drinking, or the person likes these words best.
"""

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Place, Rule, first, whole

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    if reading.aim is not Aim.AVOID:
        return None
    return first(reading, Role.STOP, Role.NEGATION) or whole(reading)


RULE = Rule(
    code="G003",
    name="negative-framing",
    criterion=None,
    noticed="These words say what is to go away, not yet what comes instead.",
    ask="What would you like to have or do in its place?",
    bad=("stop feeling lonely", "no more shouting at my brother", "get rid of my fear of dogs"),
    good=("drink less", "reduce my headaches to one a week", "say hello to a neighbour every day"),
    source="wollburg2010",
    page=__doc__,
    find=_find,
)
