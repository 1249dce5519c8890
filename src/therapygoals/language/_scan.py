"""The one pass over a statement: at each chunk the rules that its marks call for, longest match first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Deadline, DeadlineMode
from therapygoals.language._dates import between_now, clinic_span, deadline, near_day, review, this_period
from therapygoals.language._item import Item
from therapygoals.language._numbers import per_period, quantity
from therapygoals.language._times import every, my_weekday, on_weekdays, vaguely

if TYPE_CHECKING:
    from therapygoals.language._line import Line

__all__ = ["scan"]

_REACH = 5
_NUMERIC = frozenset({"number", "occasion_number", "compare", "multiplier", "between", "unit_of", "share"})


def scan(line: Line) -> list[Item]:
    """Find every number, rate, span and deadline of a statement, from left to right and without overlap."""
    items: list[Item] = []
    done = 0
    for i in line.starters:
        if i < done or (item := _at(line, i)) is None:
            continue
        if item.deadline is not None and item.deadline.event == "then":
            _then(item, items)
        items.append(item)
        done = item.j
        if item.inner is not None:
            items.append(item.inner)
        if item.kind in _FROM and (end := _to(line, item) or _instead(line, item)):
            items.append(end)
            done = end.j
    return items


_FROM = frozenset({"bare", "amount", "span", "times", "rate", "part", "percent"})


def _then(item: Item, items: list[Item]) -> None:
    """Until then, by then: the day that was told before, if any."""
    told = next((one.deadline for one in reversed(items) if one.deadline is not None and one.deadline.day), None)
    if told is not None:
        item.deadline = Deadline(mode=DeadlineMode.BY, day=told.day)


def _at(line: Line, i: int) -> Item | None:
    """The item that starts at chunk `i`, if any."""
    mark = line.marks[i]
    if "idiom" in mark:
        return Item("noise", i, i + 1, "idiom")
    if ("often" in mark or "few" in mark) and (item := vaguely(line, i)):
        return item
    if "near_day" in mark and line.words[i - 1] not in ("starting", "from", "up") and "inner" not in line.marks[i - 1]:
        return near_day(line, i)
    if "times_a_day" in mark:
        return _times_a_day(i, float(mark["times_a_day"]))
    if "instrument" in mark:
        return Item("instrument", i, i + 1, "instrument")
    if "weekday" in line.marks[i + 1] and line.words[i] in ("on", "from") and (item := on_weekdays(line, i + 1)):
        item.i = i
        return item
    if "from" in mark:
        return _from(line, i)
    if "reviewed" in mark and (item := review(line, i)):
        return item
    if "between" in mark and (item := between_now(line, i)):
        return item
    if "mode" in mark and (item := deadline(line, i)):
        return item
    if ("this" in mark or "relative" in mark) and (item := this_period(line, i)):
        return item
    if ("every" in mark or "adverb" in mark or "days" in mark) and (item := every(line, i)):
        return item
    if "weekday" in mark and (item := on_weekdays(line, i) or my_weekday(line, i)):
        return item
    following = line.marks[i + 1]
    if line.words[i + 1] == "/" and (item := clinic_span(line, i)):
        return item
    if not _NUMERIC.isdisjoint(mark) or ("article" in mark and ("unit" in following or "number" in following)):
        return quantity(line, i)
    if "article" in mark and (_is_per(line, i + 2) or _is_per(line, i + 3)):
        return _one_a_period(line, i)
    return Item("noise", i, i + 1, "odd-number") if "odd" in mark else None


def _times_a_day(i: int, count: float) -> Item:
    """Clinic shorthand: b.i.d. is twice a day."""
    item = Item("times", i, i + 1, "times-a-day")
    item.low = item.high = count
    item.per = "day"
    return item


def _is_per(line: Line, k: int) -> bool:
    mark = line.marks[k]
    return "per_word" in mark and "every" not in mark and "per" in line.marks[k + 1]


def _one_a_period(line: Line, i: int) -> Item | None:
    """One of something in each period: a book a month."""
    item = quantity(line, i, named=True)
    return None if item is None or item.per is None else item


def _value(line: Line, i: int) -> Item | None:
    return every(line, i) or quantity(line, i)


def _from(line: Line, i: int) -> Item | None:
    """Where one starts: from five times a week, up from 12."""
    doing = line.marks[i + 1].get("verb") == "ing"  # from sleeping four hours
    item = _value(line, i + 1 + doing)
    if item is None:
        return None
    if item.kind == "rate" and item.rule == "every":
        item.rule = "from"
    item.i = i
    if (item.low < item.high and _rising(line, item)) or item.per == "weekday":
        return item
    if line.words[i] != "from" or item.kind == "instrument":
        item.role, item.rule = "baseline", "from"
    return item


def _rising(line: Line, item: Item) -> bool:
    """Whether a range behind "from" is a start and an end."""
    return any(line.words[k] in ("to", "-", "up to") for k in range(item.i, item.j))


def _to(line: Line, first: Item) -> Item | None:
    """Where one wants to get, behind a start: to once, -> 60, down to 5."""
    opened = line.words[first.i] in ("from", "up from", "down from")
    if opened and first.low < first.high and _rising(line, first):
        second = Item(first.kind, first.i, first.j, "from-to")
        second.low = second.high = first.high
        second.unit, second.per, second.out_of, second.compare = first.unit, first.per, first.out_of, first.compare
        first.high, first.compare = first.low, "eq"
        return _pair(line, first, second)
    k = _way(line, _past_now(line, first.j), opened=opened)
    end = None if k is None else _value(line, k + 1)
    if k is None or end is None or end.kind == "noise" or not _is_end(line, k + 1, end, opened=opened):
        return None
    falling = end.high < first.low and first.kind != "rate"
    sinking = line.words[k] == "down to" and first.kind not in ("rate", "deadline")
    return _pair(line, first, end) if opened or falling or sinking or "arrow" in line.marks[k] else None


def _past_now(line: Line, j: int) -> int:
    """Past "now," and its kin, where "down to" comes next: 14 out of 10 now, down to 3."""
    k = j
    while k < j + 3 and ("current" in line.marks[k] or line.words[k] == ","):
        k += 1
    return k if line.words[k] == "down to" else j


def _is_end(line: Line, i: int, end: Item, *, opened: bool) -> bool:
    """Whether what stands behind "to" is an amount at all; one of something only in a period: to a pack a week."""
    named = "article" in line.marks[i] and "number" not in line.marks[i + 1] and "unit" not in line.marks[i + 1]
    return not named or (opened and (end.per is not None or "thing" in line.marks[end.noun]))


def _instead(line: Line, end: Item) -> Item | None:
    """Where one starts, behind where one wants to get: a 7 rather than a 3."""
    if "instead" not in line.marks[end.j]:
        return None
    start = _value(line, end.j + 1)
    if start is None or len({start.kind, end.kind} - {"bare"}) > 1:
        return None
    _pair(line, start, end)
    return start


def _way(line: Line, j: int, *, opened: bool) -> int | None:
    """The chunk of "to" or an arrow; behind "from" a few words may stand before it."""
    for k in range(j, min(j + (_REACH if opened else 1), line.size)):
        mark, word = line.marks[k], line.words[k]
        if "to" in mark:
            return k if opened or "arrow" in mark or word in ("to", "down to") else None
        if "number" in mark or not word[0].isalpha():
            return None
    return None


def _pair(line: Line, first: Item, second: Item) -> Item:
    """Mark a start and an end, and let each have what only the other says."""
    if second.per is None and "adverb" in line.marks[second.j] and (period := per_period(line, second.j)):
        second.per, second.every, _, second.j = period
    first.role, second.role = "baseline", "target"
    first.rule = second.rule = "from-to"
    for one, other in ((first, second), (second, first)):
        one.per = one.per or other.per
        one.out_of = one.out_of or other.out_of
        if one.kind == "bare" and other.kind != "bare":
            one.kind = other.kind
        if one.unit is None or one.unit == "point":
            one.unit = other.unit
    return second
