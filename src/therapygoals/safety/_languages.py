"""Telling that a text is not in a language with rules, so that nobody takes what was not looked at for looked at."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from therapygoals.language.tokens import tokenise

__all__ = ["seems_foreign"]

_LATIN_ENDS = 0x0250
"""The first code point behind the letters of Latin alphabets."""
_MOST_WORDS = 40
"""How many words are looked at; a language shows early."""


def seems_foreign(text: str) -> bool:
    """Whether a text seems to be in a language other than English.

    It does when most of its letters are not Latin, or when at least two of its words, and a third of them, are frequent
    in another language and in English unknown.
    """
    if not text.isascii():
        letters = [letter for letter in text if letter.isalpha()]
        if sum(ord(letter) >= _LATIN_ENDS for letter in letters) * 2 > len(letters):
            return True
    words = tokenise(text)[0]
    every, by_language = _known()
    if every.isdisjoint(words):
        return False
    said = {word for word in words[:_MOST_WORDS] if word[0].isalpha()}
    most = max(len(known & said) for known in by_language)
    return most > 1 and most * 3 >= len(said)


@cache
def _known() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The words of all languages, and those of each."""
    file = resources.files("therapygoals.safety") / "other_languages.toml"
    by_language = tuple(frozenset(words) for words in tomllib.loads(file.read_text(encoding="utf-8")).values())
    return frozenset[str]().union(*by_language), by_language
