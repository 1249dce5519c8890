"""R001 imposed: somebody else wants it.

Why it matters: goals that come from oneself get more effort and bring more well-being when reached.
When to leave it: the person has made the wish their own.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]

RULE = Rule(
    code="R001",
    name="imposed",
    criterion=Criterion.RELEVANT,
    noticed="These words tell what someone else wants.",
    ask="What would you want from this for yourself?",
    bad=("My sister wants me to drink less", "I was told to see a therapist twice a month"),
    good=("I want to drink less", "go to the group every Monday"),
    source="sheldon1999",
    page=__doc__,
    roles=(Role.IMPOSED,),
)
