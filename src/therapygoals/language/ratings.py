"""Reading the number of an answer on a scale from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language._lexicon import load
from therapygoals.language._line import Line
from therapygoals.language._scan import scan

if TYPE_CHECKING:
    from therapygoals.language._item import Item

__all__ = ["rating_in"]

_TOP = 10
_SCALE = (0, _TOP)


def rating_in(text: str, *, language: str = "en") -> tuple[float, float] | None:
    """Find the first number of an answer to a question from 0 to 10.

    Args:
        text: The answer: "a 6", "about four, one point more would be ...", "7/10", "between 3 and 4".
        language: Code of a lexicon of ours.

    Returns:
        The number twice, or both ends of a range; None where no number between 0 and 10 stands alone. The scale itself
        ("from 0 to 10"), steps on it ("one point more") and numbers of things do not count.
    """
    line = Line(text, load(language))
    ends = [(float(item.low), float(item.high)) for item in scan(line) if _is_rating(line, item)]
    if ends[:1] == [_SCALE]:
        del ends[0]
    elif ends[:2] == [(0, 0), (_TOP, _TOP)]:
        del ends[:2]
    return ends[0] if ends else None


def _is_rating(line: Line, item: Item) -> bool:
    """Whether an item is a number from 0 to 10 by itself, or out of 10."""
    if not 0 <= item.low <= item.high <= _TOP or item.more or item.per is not None or line.words[item.i - 1] == "-":
        return False
    if item.kind == "noise":
        return line.words[item.j - 1] == "ish"
    if item.kind == "amount":
        return item.noun >= 0 and not _is_counted(line.words[item.noun], item.unit or "")
    return item.kind == "bare" or _TOP in (item.out_of, item.of)


def _is_counted(word: str, unit: str) -> bool:
    """Whether a word is the plural of a thing: 3 kids, but not 3 I think."""
    return word != unit and word.startswith(unit)
