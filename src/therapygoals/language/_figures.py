"""Grammar of bare numbers: digits, number words, and rising ranges of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from therapygoals.language._lexicon import Marks
    from therapygoals.language._line import Line

__all__ = ["number", "span_of_numbers"]


def number(line: Line, i: int) -> tuple[float, int] | None:
    """Read one number from chunk `i` on: its value and the chunk behind it."""
    marks = line.marks
    mark = marks[i]
    if "multiplier" in mark and line.words[i].startswith("a "):
        value: float = 1
    elif "number" in mark:
        value = mark["number"]
        i += 1
    else:
        return None
    total: float = 0
    while True:
        mark = marks[i]
        if "multiplier" in mark and (mark["multiplier"] < 1e6 or value < 1000):
            value *= mark["multiplier"]
            i += 1
            if value >= 1000:
                total, value = total + value, 0
        elif line.words[i] == "and" and total + value >= 100 and _adds(marks[i + 1]):
            value += marks[i + 1]["number"]
            i += 2
        elif (value or total) and value % 100 == 0 and _adds(mark):
            value += mark["number"]
            i += 1
        else:
            break
    if "and_half" in marks[i]:
        return total + value + 0.5, i + 1
    return total + value, i


def _adds(mark: Marks) -> bool:
    """Whether a number word can go on a larger one: two hundred and *five*."""
    return "number" in mark and "digits" not in mark and 1 <= mark["number"] < 100


def span_of_numbers(line: Line, i: int) -> tuple[float, float, int] | None:
    """Read a number or a rising range: ``3``, ``3 to 4``, ``two or three``, ``between 3 and 5``."""
    opened = "between" in line.marks[i]
    first = number(line, i + opened)
    if first is None:
        return None
    low, j = first
    if line.words[j] == "," and "number" in line.marks[j + 1] and line.marks[j + 1]["number"] == low + 1:
        return low, low + 1, j + 2  # five, six times a week
    if "dash" in line.marks[j] and (opened or line.words[j] != "and"):
        aside = "stroke" in line.marks[j] and "dash" in line.marks[j + 1]
        high = number(line, j + 1 + aside)
        if high is not None and high[0] > low:
            return low, high[0], high[1] + (aside and "stroke" in line.marks[high[1]])
    return None if opened else (low, low, j)
