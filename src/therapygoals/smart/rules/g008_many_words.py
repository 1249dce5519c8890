"""G008 many-words: it takes many words, so that the goal is hard to find again.

Why it matters: a goal that fits into one breath is easier to keep in mind.
When to leave it: the person is still telling their story; there is time to find the one sentence.
"""

from therapygoals.language import Reading
from therapygoals.smart.rule import Place, Rule, whole

__all__ = ["RULE"]


_MOST_WORDS = 60


def _find(reading: Reading) -> Place | None:
    return whole(reading) if len(reading.text.split()) > _MOST_WORDS else None


RULE = Rule(
    code="G008",
    name="many-words",
    criterion=None,
    noticed="There is a lot in these words.",
    ask="Which one sentence would you like to remember next week?",
    bad=(
        "I want to sleep better, "
        + "and the nights are long, and I lie there and think of everything that was said, " * 5,
    ),
    good=("I want to sleep seven hours a night",),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
