"""Cutting a statement into tokens: each with a normalised form and its place in code points."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from operator import sub

__all__ = ["normalise", "tokenise"]

# Every alternative starts with its own kind of character and never gives one back, and no white space is left at the
# end to try in vain, so the pass is linear.
_TOKEN = re.compile(r"\s*+(?:[^\W\d_]++(?:['-][^\W\d_]++)*+|\d++(?:[.,]\d++)*+|\S)")
_MARKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2011": "-", "\u2010": "-"})


def normalise(text: str) -> str:
    """Write a text in lower case with straight apostrophes; every code point keeps its place."""
    plain = text.lower()
    if len(plain) != len(text):
        plain = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return plain if plain.isascii() else plain.translate(_MARKS)


@lru_cache(maxsize=1)
def tokenise(text: str) -> tuple[list[str], list[int], list[int]]:
    """Cut a text into words, numbers and single signs; the last text is kept, for it is screened and read in turn.

    Args:
        text: Any text; white space only separates.

    Returns:
        The normalised tokens, the offset of the first code point of each, and the offset behind its last.
    """
    pieces: list[str] = _TOKEN.findall(normalise(text).rstrip())  # each with the white space before it
    words = list(map(str.lstrip, pieces))
    ends = list(accumulate(map(len, pieces)))
    return words, list(map(sub, ends, map(len, words))), ends
