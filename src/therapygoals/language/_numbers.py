"""Grammar of numbers: digits, number words, ranges and comparators, with what they count and in which period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language._item import Item

if TYPE_CHECKING:
    from therapygoals.language._line import Line

__all__ = ["number", "per_period", "quantity"]

_FLIP = {"ge": "lt", "gt": "le", "le": "gt", "lt": "ge", "eq": "eq"}
_DAYS = frozenset({"day", "weekday"})


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
        elif line.words[i] == "and" and value >= 100 and "number" in marks[i + 1] and "digits" not in marks[i + 1]:
            value += marks[i + 1]["number"]
            i += 2
        elif value >= 100 and value % 100 == 0 and "number" in mark and "digits" not in mark and mark["number"] < 100:
            value += mark["number"]
            i += 1
        else:
            break
    if "and_half" in marks[i]:
        return total + value + 0.5, i + 1
    return total + value, i


def _range(line: Line, i: int) -> tuple[float, float, int] | None:
    """Read a number or a rising range: ``3``, ``3 to 4``, ``two or three``, ``between 3 and 5``."""
    opened = "between" in line.marks[i]
    first = number(line, i + opened)
    if first is None:
        return None
    low, j = first
    if "dash" in line.marks[j] and (second := number(line, j + 1)) and second[0] > low:
        if opened or line.words[j] != "and":
            return low, second[0], second[1]
    return (low, low, j) if not opened else None


def quantity(line: Line, i: int) -> Item | None:
    """Read a number with its comparator, what it counts and its period, from chunk `i` on."""
    marks = line.marks
    start, compare = i, "eq"
    topped = False
    while (word := marks[i].get("compare")) and i < start + 2:
        compare = word
        topped = word in ("le", "lt") and line.words[i] not in ("within", "up to")
        i += 1
    if line.words[i] == "the" and i > start:
        i += 1
    item = Item("bare", start, i, "number")
    if (money := marks[i].get("unit_of")) and "number" in marks[i + 1]:
        item.kind, item.unit, item.rule = "amount", money, "money"
        i += 1
    if "occasion_number" in marks[i]:
        item.kind, item.low, item.high, item.j = "times", marks[i]["occasion_number"], marks[i]["occasion_number"], i + 1
        item.rule = "occasions"
        if line.words[i + 1] == "or" and "occasion_number" in marks[i + 2]:
            item.high, item.j = marks[i + 2]["occasion_number"], i + 3
    elif found := _range(line, i):
        item.low, item.high, item.j = found
    elif "unit" in marks[i + 1] and line.words[i] in ("a", "an"):
        item.low = item.high = 1
        item.j = i + 1
    else:
        return None
    item.compare, item.topped = compare, topped
    if "unit" not in marks[item.j]:
        _post_compare(line, item)
    _unit(line, item)
    _post_compare(line, item)
    if item.kind != "part":
        _per(line, item)
    _post_compare(line, item)
    return item


def _post_compare(line: Line, item: Item) -> None:
    if (compare := line.marks[item.j].get("compared")) and item.compare == "eq":
        following = line.marks[item.j + 1]
        if line.words[item.j] in ("at least", "at most", "min", "max") and "number" in following:
            return
        item.compare = compare
        item.topped = item.topped or line.words[item.j] in ("max", "maximum", "at most", "tops")
        item.j += 1


def _unit(line: Line, item: Item) -> None:
    """Find what is counted: occasions, a scale, a unit, or a noun."""
    marks, j = line.marks, item.j
    mark, word = marks[j], line.words[j]
    tail = marks[item.j - 1].get("tail")
    if tail is not None:
        _tail(line, item, tail)
    elif item.kind in ("times", "amount"):
        return
    elif "times" in mark and not ("unit" in marks[j + 1] and word == "time"):
        item.kind, item.rule, item.j = "times", "occasions", j + 1
    elif "out_of" in mark and (whole := number(line, j + 1)) and (
        word == "out of" or whole[0] >= item.high
    ):
        _out_of(line, item, *whole)
    elif word == "-" and "unit" in marks[j + 1]:
        item.kind, item.unit, item.rule, item.j = "span", marks[j + 1]["unit"], "span", j + 2
    elif "unit_of" in mark:
        item.kind, item.rule, item.unit, item.j = "amount", "unit", mark["unit_of"], j + 1
        if item.unit == "percent":
            item.kind = "percent"
    elif "unit" in mark:
        _time(line, item)
    else:
        _noun(line, item)


def _tail(line: Line, item: Item, tail: str) -> None:
    item.kind, item.rule, item.unit = "span", "span", tail
    if tail not in ("minute", "hour", "day", "week", "month", "year", "second"):
        item.kind = "noise"


def _out_of(line: Line, item: Item, whole: float, j: int) -> None:
    item.kind, item.rule, item.out_of, item.j = "part", "out-of", whole, j
    item.unit = "point"
    mark, word = line.marks[j], line.words[j]
    if whole == 7 and mark.get("per") == "day":
        item.kind, item.per, item.of, item.rule = "rate", "week", 7, "days-out-of"
        item.unit = None
        item.j = j + 1
    elif mark and ("per" in mark or "times" in mark or "occasion" in mark):
        item.unit, item.j = "time", j + 1
    elif word in ("lessons", "occasions", "opportunities", "trials", "attempts", "instances", "visits", "times"):
        item.unit, item.j = "time", j + 1


def _time(line: Line, item: Item) -> None:
    """A span of time, with a half behind it and more or less of it."""
    mark, word = line.marks[item.j], line.words[item.j]
    if mark["unit"] == "fortnight":
        item.low, item.high, item.unit = 2 * item.low, 2 * item.high, "week"
    elif mark["unit"] == "night" or (mark["unit"] == "day" and mark.get("per") == "day"):
        item.unit = mark["unit"]
    else:
        item.unit = mark["unit"]
    item.kind, item.rule, item.moment = "span", "span", mark.get("moment")
    item.j += 1
    if "and_half" in line.marks[item.j]:
        item.low, item.high, item.j = item.low + 0.5, item.high + 0.5, item.j + 1
    if word == "session":
        item.kind = "span"


_UNTIL = frozenset(
    {"function", "mode", "per_word", "every", "compare", "negate", "reason", "means", "condition", "number", "adverb"}
)


def _noun(line: Line, item: Item) -> None:
    """The noun that is counted: the first plural within four chunks, or for one thing the last word of the phrase."""
    j = item.j
    if line.marks[j].get("more"):
        item.more, j = 1, j + 1
    elif line.marks[j].get("less"):
        item.more, j = -1, j + 1
    found = None
    for k in range(j, min(j + 5, line.size)):
        word, mark = line.words[k], line.marks[k]
        if not word[0].isalpha() or not _UNTIL.isdisjoint(mark):
            break
        if item.high != 1:
            if word.endswith("s") and not word.endswith("ss"):
                found = k
                break
            found = k if found is None else found
        else:
            found = k
    if found is None:
        if item.more:
            item.kind, item.j = "amount", j
        return
    mark, word = line.marks[found], line.words[found]
    if "unit" in mark:
        item.kind, item.unit = "span", mark["unit"]
        item.j = found + 1
        return
    item.kind, item.rule, item.j = "amount", "count", found + 1
    item.unit = next((mark[tag] for tag in ("unit", "event", "thing", "occasion", "practice", "state", "problem") if tag in mark), None)
    if item.unit is None or found == j and " " in word and "occasion" not in mark:
        item.unit = singular(word)
    if "per" in mark and "unit" not in mark:
        item.moment = mark.get("moment")


def singular(word: str) -> str:
    """Write the singular of an English plural by rule."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def per_period(line: Line, j: int) -> tuple[str, int, str | None, int] | None:
    """Read a period that things are counted in: period, how many, moment, and the chunk behind it."""
    marks = line.marks
    mark = marks[j]
    if "adverb" in mark:
        period, every = mark["adverb"].split()
        return period, int(every), None, j + 1
    if "per_word" not in mark:
        return None
    j += 1
    every = 1
    if "other" in marks[j] and "every" in mark:
        every, j = 2, j + 1
    elif "every" in mark and (count := number(line, j)) and count[0] >= 1 and count[0] == int(count[0]) < 1000:
        every, j = int(count[0]), count[1]
    elif "ordinal" in marks[j] and "every" in mark:
        every, j = marks[j]["ordinal"], j + 1
    mark = marks[j]
    if mark.get("unit") == "fortnight":
        return "week", 2 * every, None, j + 1
    period = mark.get("per")
    if period is None and mark.get("unit") in ("minute", "second"):
        period = "minute" if mark["unit"] == "minute" else None
    return None if period is None else (period, every, mark.get("moment"), j + 1)


def _per(line: Line, item: Item) -> None:
    """Look for the period right behind the item, or behind the few words that say what is counted."""
    j = item.j
    last = j + (4 if item.kind in ("amount", "span", "times") else 1)
    while j < last and j < line.size:
        found = per_period(line, j)
        if found:
            if not _belongs(line, item, j):
                return
            item.per, item.every, moment, item.j = found
            item.moment = item.moment or moment
            return
        mark, word = line.marks[j], line.words[j]
        if not word[0].isalpha() or "mode" in mark or "number" in mark or "from" in mark or word in ("to", "and", "or"):
            return
        j += 1


def _belongs(line: Line, item: Item, j: int) -> bool:
    """Whether a period is part of the amount; "20 minutes every day" is a length and, apart from it, how often."""
    mark = line.marks[j]
    if item.kind == "times" or not ("every" in mark or "adverb" in mark):
        return True
    return item.kind == "span" and item.unit in ("day", "night") or item.kind in ("amount", "bare") and item.high == 1
