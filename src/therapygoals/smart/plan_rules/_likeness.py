"""How alike two goals are, by the words that carry them; whatever is said of it can be shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

from therapygoals.language import _forms, read
from therapygoals.smart.plan_rule import GoalView

__all__ = ["alike", "forms_of", "holds", "near", "within"]

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


def near(goals: Iterable[GoalView]) -> Iterator[tuple[GoalView, list[GoalView]]]:
    """Each goal with those before it that may be alike: two that are share one of their rarest words.

    Of so many words that they have to share, one is among the rarest, or too few are left.
    """
    goals = tuple(goals)
    rare = _rarest(goals)
    index = defaultdict[str, list[int]](list[int])
    for place, one in enumerate(goals):
        words = rare[place][: len(one.forms) - ceil(_SHARE * len(one.forms) - _ROUNDING) + 1]
        yield one, [goals[before] for before in sorted({before for word in words for before in index[word]})]
        for word in words:
            index[word].append(place)


def within(goals: Iterable[GoalView]) -> Iterator[tuple[GoalView, GoalView]]:
    """Goals with those in which all of their words may stand, in any order: the rarest word of them does."""
    goals = tuple(goals)
    index = defaultdict[str, list[GoalView]](list[GoalView])
    for one in goals:
        for form in one.forms:
            index[form].append(one)
    for one, words in zip(goals, _rarest(goals), strict=True):
        for other in index[words[0]] if words else ():
            yield one, other


def _rarest(goals: tuple[GoalView, ...]) -> list[list[str]]:
    """The words of each goal, those first that few goals have."""
    times = Counter(form for one in goals for form in one.forms)
    return [sorted(one.forms, key=lambda form: (times[form], form)) for one in goals]


_ROUNDING = 1e-9
