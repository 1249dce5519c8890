"""A001 outside-control: success lies with other people, chance or an institution.

Why it matters: one can plan what one does oneself, and only hope for the rest.
When to leave it: the wish names what matters; what one can do towards it may become the goal.
"""

from therapygoals.goals import Control, Goal
from therapygoals.language import Role
from therapygoals.smart.rule import Criterion, Rule

__all__ = ["RULE"]


def _stated(goal: Goal) -> bool:
    return goal.control in (Control.OTHERS, Control.CHANCE)


RULE = Rule(
    code="A001",
    name="outside-control",
    criterion=Criterion.ACHIEVABLE,
    noticed="Whether this comes true is partly up to others or to chance.",
    ask="Which part of this lies in your own hands?",
    bad=("make four new friends in two months", "get my brother to apologise", "get promoted"),
    good=("invite a neighbour for tea", "ask my boss for a talk"),
    source="goal-guide",
    page=__doc__,
    roles=(Role.OUTSIDE,),
    stated=_stated,
    decides=True,
)
