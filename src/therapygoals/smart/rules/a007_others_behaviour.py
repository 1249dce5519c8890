"""A007 others-behaviour: the wish is about what somebody else is to do.

Why it matters: one can ask others and set limits, and not decide for them.
When to leave it: the wish names what hurts; it may come first, before one's own part is looked for.
"""

from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule

__all__ = ["RULE"]


_SOMEBODY = "agent"
"""Rule of a phrase that names somebody else who is to act."""


def _find(reading: Reading) -> Place | None:
    return next((phrase.span for phrase in reading.all(Role.OUTSIDE) if phrase.rule == _SOMEBODY), None)


RULE = Rule(
    code="A007",
    name="others-behaviour",
    criterion=Criterion.ACHIEVABLE,
    noticed="This is about what somebody else does.",
    ask="What could you say or do yourself, whatever they choose?",
    bad=("my son will stop gaming", "get my husband to listen to me", "I want my boss to treat me better"),
    good=("ask my son to eat with us", "win the raffle", "listen to my husband for ten minutes a day"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.OUTSIDE,),
    find=_find,
)
