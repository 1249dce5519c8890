"""M007 duration-alone: how long is told, and how often is not.

Why it matters: a length for one occasion leaves open how many occasions there are.
When to leave it: it is to happen once, or it goes with something that comes by itself.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="M007",
    name="duration-alone",
    criterion=Criterion.MEASURABLE,
    noticed="How long is told here; how often is still open.",
    ask="On how many days would that be?",
    bad=("meditate for ten minutes", "read to my daughter for half an hour"),
    good=("meditate for ten minutes a day", "read for half an hour before bed", "meditate every morning"),
    source="bovendeerdt2009",
    page=__doc__,
    roles=(Role.DURATION,),
    unless=(Role.FREQUENCY, Role.CONDITION, Role.SITUATION, Role.STREAK),
)
