"""Reading an answer: what a person replies to a question is a wish without the words for wishing."""

from __future__ import annotations

from datetime import date

from therapygoals.language import Reading, read
from therapygoals.reframing import _words

__all__ = ["read_reply"]


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
    longest = 0
    for lead in leads:
        size = lead.count(" ") + 1
        if longest < size < len(words) and " ".join(word for word, _, _ in words[:size]) == lead:
            longest = size
    if not longest:
        return whole
    rest = read(text[words[longest][1] :], language=language, on=on)
    return rest if rest.is_goal else whole
