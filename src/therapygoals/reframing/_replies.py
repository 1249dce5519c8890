"""Reading an answer: what a person replies to a question is a wish without the words for wishing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from therapygoals.language import Reading, read
from therapygoals.reframing import _words

__all__ = ["LONGEST_PHRASE", "lead_of", "longest", "read_reply"]

LONGEST_PHRASE = 8
"""So many words are looked at together."""


def read_reply(text: str, leads: tuple[str, ...], *, language: str, on: date | None = None) -> Reading:
    """Read an answer; where it holds no goal as it stands, without the words that open it ("I could", "maybe").

    Args:
        text: The answer.
        leads: The openings of the language, without apostrophes.
        language: BCP 47 code.
        on: The day on which it was said.

    Returns:
        The reading of the answer, or of what follows its opening; without an aim where neither holds a goal.
    """
    whole = read(text, language=language, on=on)
    if whole.is_goal:
        return whole
    words = _words.split(text)
    size = lead_of([word for word, _, _ in words], leads)
    if not size:
        return whole
    rest = read(text[words[size][1] :], language=language, on=on)
    return rest if rest.is_goal else whole


def lead_of(words: Sequence[str], leads: Collection[str]) -> int:
    """How many words open an answer before it says anything; the longest opening counts."""
    return longest(words[:-1], leads)


def longest(words: Sequence[str], phrases: Collection[str]) -> int:
    """How many words the longest phrase has that opens them."""
    for size in range(min(len(words), LONGEST_PHRASE), 0, -1):
        if " ".join(words[:size]) in phrases:
            return size
    return 0
