"""Grammar of how often: every, daily, on Mondays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Weekday
from therapygoals.language._item import Item
from therapygoals.language._numbers import per_period

if TYPE_CHECKING:
    from therapygoals.language._line import Line

__all__ = ["every", "my_weekday", "on_weekdays", "vaguely"]


def every(line: Line, i: int) -> Item | None:
    """Read ``every other day``, ``each morning``, ``daily``, ``every Monday``, ``every two weeks``."""
    mark = line.marks[i]
    if "days" in mark:
        return _of_week(Item("rate", i, i + 1, "weekdays"), mark["days"].split(), i + 1)
    if "adverb" not in mark and "every" not in mark:
        return None
    found = per_period(line, i)
    item = Item("rate", i, i + 1, "every")
    item.low = item.high = 1
    if found is None:
        return _every_weekday(line, i, item)
    item.per, item.every, item.moment, item.j = found
    if item.per == "quarter" and item.every == 1 and "adverb" not in mark:
        item.per, item.every = "month", 3
    return item


def vaguely(line: Line, i: int) -> Item | None:
    """Read ``several times a week``: a rate without a number, which is none."""
    j = i + 1 + ("times" in line.marks[i + 1])
    found = per_period(line, j)
    return None if found is None else Item("noise", i, found[3], "vague-rate")


def _every_weekday(line: Line, i: int, item: Item) -> Item | None:
    j = i + 1
    if "alternate" in line.marks[i]:
        item.every = 2
    elif "other" in line.marks[j]:
        item.every, j = 2, j + 1
    days, j = _days(line, j)
    if not days:
        return None
    return _of_week(item, days, j)


def on_weekdays(line: Line, i: int) -> Item | None:
    """Read ``on Mondays and Thursdays``, ``Mon/Wed/Fri``, ``Saturday mornings``; a single plain weekday is a date."""
    days, j = _days(line, i)
    each = "weekdays" in line.marks[j - 1] or (line.words[j - 1].endswith("s") and "moment" in line.marks[j - 1])
    if not days or (len(days) == 1 and "weekdays" not in line.marks[i] and not each):
        return None
    item = _of_week(Item("rate", i, j, "weekdays"), days, j)
    if "or" in line.words[i:j]:
        item.low = item.high = 1  # either day will do
    return item


def my_weekday(line: Line, i: int) -> Item | None:
    """Read the day in ``my Tuesday choir``, which comes every week."""
    mine = i > 0 and ("possessive" in line.marks[i - 1] or line.words[i - 1].endswith(" my"))
    kept = "maintain" in line.tags and not _DONE.isdisjoint(line.marks[i + 1])  # keep going to Tuesday art group
    if not (mine or kept) or not line.words[i + 1][:1].isalpha():
        return None
    return _of_week(Item("rate", i, i + 1, "weekdays"), [line.marks[i]["weekday"]], i + 1)


_DONE = frozenset({"practice", "occasion"})
_WEEK = [str(day) for day in Weekday]


def _of_week(item: Item, days: list[str], j: int) -> Item:
    item.per, item.days, item.j = "week", frozenset(Weekday(day) for day in days), j
    item.low = item.high = len(item.days)
    return item


def _days(line: Line, j: int) -> tuple[list[str], int]:
    """A list of weekdays from chunk `j` on, with the signs and moments between them."""
    days: list[str] = []
    while True:
        mark = line.marks[j]
        if "weekday" in mark:
            if days and "day_range" in line.marks[j - 1] and days[-1] in _WEEK:
                first, last = _WEEK.index(days[-1]), _WEEK.index(mark["weekday"])
                days += [_WEEK[(first + k) % 7] for k in range(1, (last - first) % 7)]
            days.append(mark["weekday"])
            j += 1
            if "moment" in line.marks[j]:
                j += 1
        elif (
            days
            and (line.words[j] in (",", "/", "and", "&", "+", "or") or "day_range" in mark)
            and "weekday" in line.marks[j + 1]
        ):
            j += 1
        elif days and line.words[j] == "," and line.words[j + 1] == "and" and "weekday" in line.marks[j + 2]:
            j += 2
        else:
            return days, j
