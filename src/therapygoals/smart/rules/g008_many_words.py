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
    noticed="This takes many words; the goal could be said in one sentence.",
    ask="Which one sentence would you like to remember next week?",
    bad=(
        "I want to sleep better, because the nights are long and I lie there going over everything that was said "
        "during the day, at work and at home, and then I get up and make tea and sit in the kitchen and look at the "
        "clock and count the hours that are left, and in the morning I am so tired that I forget what I meant to do, "
        "and by the evening the worry about the night has come back.",
    ),
    good=("I want to sleep seven hours a night",),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
