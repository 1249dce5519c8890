"""How alike two goals are, by the words that carry them; whatever is said of it can be shown."""

from __future__ import annotations

from therapygoals.language import _forms, read
from therapygoals.smart.plan_rule import GoalView

__all__ = ["alike", "forms_of", "holds"]

_SHARE = 0.7
"""Two goals are alike when they share this part of all their words; a judgement, made on goals written for it."""
_FEWEST = 2
"""Of the words of two goals that are not the same, at least so many have to be shared."""


def forms_of(words: str) -> dict[str, str]:
    """The words that carry a few words, by their form."""
    return _forms.forms(read(words))


def alike(one: GoalView, other: GoalView) -> tuple[str, ...]:
    """The words that two goals share, as the first says them, where they seem to ask for the same; else none."""
    shared = _shared(one, other)
    if one.forms.keys() == other.forms.keys():
        return shared
    enough = len(shared) >= _FEWEST and len(shared) >= _SHARE * len(one.forms.keys() | other.forms.keys())
    return shared if enough else ()


def holds(one: GoalView, other: GoalView) -> tuple[str, ...]:
    """The words that two goals share, where all words of one stand in the other; else none."""
    shared = _shared(one, other)
    fewer, more = sorted((len(one.forms), len(other.forms)))
    return shared if len(shared) == fewer and (fewer >= _FEWEST or fewer == more) else ()


def _shared(one: GoalView, other: GoalView) -> tuple[str, ...]:
    return tuple(word for form, word in one.forms.items() if form in other.forms)
