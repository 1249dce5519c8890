"""Cutting a statement into tokens: each with a normalised form and its place in code points."""

from __future__ import annotations

import re

__all__ = ["normalise", "tokenise"]

# Every alternative starts with its own kind of character and never gives one back, so the pass is linear.
_TOKEN = re.compile(r"[^\W\d_]++(?:['-][^\W\d_]++)*+|\d++(?:[.,]\d++)*+|\S")
_MARKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2011": "-", "\u2010": "-"})


def normalise(text: str) -> str:
    """Write a text in lower case with straight apostrophes; every code point keeps its place."""
    plain = text.lower()
    if len(plain) != len(text):
        plain = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return plain if plain.isascii() else plain.translate(_MARKS)


def tokenise(text: str) -> tuple[list[str], list[int]]:
    """Cut a text into words, numbers and single signs.

    Args:
        text: Any text; white space only separates.

    Returns:
        The normalised tokens, and for each the offset of its first code point.
    """
    plain = normalise(text)
    words: list[str] = _TOKEN.findall(plain)
    starts: list[int] = []
    end, find = 0, plain.find
    for word in words:
        start = find(word, end)  # only white space lies between, so this is its place
        starts.append(start)
        end = start + len(word)
    return words, starts
