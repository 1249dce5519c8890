"""G001 not-a-goal: no wish for change stands in the words.

Why it matters: a fact, a question or a complaint cannot be followed; a wish can.
When to leave it: the person is still telling what is going on; listening comes first.
"""

from therapygoals.smart.rule import Rule, whole

__all__ = ["RULE"]

RULE = Rule(
    code="G001",
    name="not-a-goal",
    criterion=None,
    noticed="A wish for change is not among these words yet.",
    ask="What would you like to be different?",
    bad=("My sister rang twice last night.", "How much does a therapy session cost?", "insomnia"),
    good=("sleep through the night", "inner peace", "Can you help me sleep?"),
    source="guideline",
    page=__doc__,
    find=whole,
    without_goal=True,
)
