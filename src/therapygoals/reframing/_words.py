"""Words made alike: one stem for the forms, spellings and small slips of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from therapygoals.language.tokens import tokenise
from therapygoals.reframing.entries import Words

__all__ = ["mend", "slips", "split", "stem"]

_WORD = re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)*+")
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1(?!$)|([b-df-hj-np-rtv-z])\2$")
_VOWELS = "aeiouy"
_LONGEST_TOKEN = 200
_SHORTEST_STEM = 3
_SHORTEST_SLIP = 6
_SHORTEST_WRONG_LETTER = 8


def stem(word: str, words: Words) -> str:
    """Make the forms and spellings of one word alike; the result is a key, not a word."""
    for spelling in words.spellings:
        word = word.replace(spelling.cut, spelling.put)
    for ending in words.endings:
        if word.endswith(ending.cut):
            shorter = word.removesuffix(ending.cut) + (ending.put or "")
            if len(shorter) >= _SHORTEST_STEM:
                word = shorter
                break
    if len(word) > _SHORTEST_STEM and word[-1] == "e":
        word = word[:-1]
    elif len(word) >= _SHORTEST_STEM and word[-1] == "y" and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    return _DOUBLE.sub(r"\1\2", word)


@lru_cache(maxsize=2)
def split(text: str) -> Sequence[tuple[str, int, int]]:
    """Cut a text into words, in lower case and without apostrophes, each with its place in code points.

    Numbers, signs and hyphens only separate; what is too long to be a word, hyphens and all, stays in one piece. The
    last texts are kept, for the same words are looked at for many things.
    """
    words: list[tuple[str, int, int]] = []
    for token, start, end in zip(*tokenise(text), strict=True):
        if token.isalpha() or len(token) > _LONGEST_TOKEN:
            words.append((token, start, end))
        elif token[0].isalnum():
            words += [
                (match[0].replace("'", ""), start + match.start(), start + match.end())
                for match in _WORD.finditer(token)
            ]
    return words


def slips(known: Iterable[str]) -> dict[str, list[str]]:
    """Index long stems by what is left when one letter is missing, for `mend`."""
    index: dict[str, list[str]] = {}
    for right in known:
        if len(right) >= _SHORTEST_SLIP:
            for short in set(_shortened(right)):
                index.setdefault(short, []).append(right)
    return index


def mend(written: str, index: dict[str, list[str]], known: frozenset[str]) -> str:
    """The known stem that was meant, when one letter is missing, too many, swapped or (in long words) wrong."""
    if written in known or len(written) < _SHORTEST_SLIP - 1:
        return written
    return next(_candidates(written, index, known), written)


def _candidates(written: str, index: dict[str, list[str]], known: frozenset[str]) -> Iterator[str]:
    yield from index.get(written, ())
    for short in _shortened(written):
        if short in known and len(short) >= _SHORTEST_SLIP:
            yield short
        for right in index.get(short, ()):
            if len(right) >= _SHORTEST_WRONG_LETTER or sorted(right) == sorted(written):
                yield right


def _shortened(word: str) -> Iterator[str]:
    """The word without one of its letters; the first letter stays, for slips seldom begin there."""
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))
