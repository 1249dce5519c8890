"""The words that carry a goal, in a form that is the same for all forms of a word, so that goals can be compared."""

from __future__ import annotations

from therapygoals.language._lexicon import NO_NODE, load
from therapygoals.language.reading import Reading, Role
from therapygoals.language.tokens import tokenise

__all__ = ["forms"]

_BESIDE = (
    Role.WISH,
    Role.DEADLINE,
    Role.FREQUENCY,
    Role.MEANS,
    Role.REASON,
    Role.BACKGROUND,
    Role.DISTRACTOR,
    Role.IMPOSED,
    Role.SHOULD,
    Role.HEDGE,
)
"""Phrases that say how much, by when, how or why, and not what."""

_LIGHT = frozenset({
    "absolute", "adverb", "article", "compare", "filler", "function", "hedge", "interrogative", "less", "light", "link",
    "maintain", "month", "more", "negate", "number", "occasion_number", "often", "possessive",
    "pronoun", "reduce", "should_word", "stop", "the", "times", "vague_time", "weekday", "wish",
})  # fmt: skip
"""Tags of words that are in most goals, or tell the way to go; two goals are not alike for these."""
_STRETCH = frozenset({"unit", "per", "increase", "mental", "soft", "opens", "vague_place"})
"""Tags of light words that are content where the word has another tag too: calm, each morning."""
_CARRIES = frozenset({"act", "practice", "event", "thing", "state", "occasion", "agent"})
_SHORTEST = 3


def forms(reading: Reading) -> dict[str, str]:
    """What a goal is about: the words that carry it, without those that say how much, by when, how or why.

    Args:
        reading: What was read in a statement, in a language of the package.

    Returns:
        From the form that all forms of a word share to the word as it was said, in lower case and in the order of the
        text. The form is a key, not a word.
    """
    trie = load(reading.language).phrases
    beside = [phrase.span for phrase in reading.all(*_BESIDE)]
    acts = [phrase.span for phrase in reading.all(Role.ACT)]  # say no
    found: dict[str, str] = {}
    for word, start, end in zip(*tokenise(reading.text), strict=True):
        marks = trie.get(word, NO_NODE)[0]
        if (moment := marks.get("moment")) is not None:
            found.setdefault(str(moment), word)
            continue
        acted = "negate" in marks and any(first < start and end <= last for first, last in acts)
        light = (not acted and not _LIGHT.isdisjoint(marks)) or (
            not _STRETCH.isdisjoint(marks) and _CARRIES.isdisjoint(marks)
        )
        if not light and word[0].isalpha() and not any(first <= start and end <= last for first, last in beside):
            found.setdefault(_form(word, compared="better" in marks), word)
    return found


def _form(word: str, *, compared: bool) -> str:
    """Cut the ending of a word off; verbs, plurals and comparatives of English."""
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "ches", "shes", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in ("ing", "ed", *(("er",) if compared else ())):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and not stem.endswith("e") and _has_vowel(stem):
            word = stem
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


def _has_vowel(stem: str) -> bool:
    return any(letter in "aeiouy" for letter in stem)
