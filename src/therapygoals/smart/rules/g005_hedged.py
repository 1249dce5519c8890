"""G005 hedged: a small word keeps the wish half open.

Why it matters: vague words leave open what was agreed; lists of such words find many of them, with false alarms.
When to leave it: the doubt is real and worth a talk of its own.
"""

from therapygoals.language import Role
from therapygoals.smart.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="G005",
    name="hedged",
    criterion=None,
    noticed="A small word keeps this half open.",
    ask="Which part of this feels sure, and which part is still open?",
    bad=("maybe go swimming on Mondays", "try to phone my aunt if possible", "feel a bit lighter"),
    good=("go swimming on Mondays", "phone my aunt every Sunday"),
    source="femmer2017",
    page=__doc__,
    roles=(Role.HEDGE,),
)
