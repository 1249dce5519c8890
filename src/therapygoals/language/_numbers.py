"""Grammar of quantities: numbers with their bounds, with what they count and in which period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language._figures import number, span_of_numbers
from therapygoals.language._item import Item
from therapygoals.language._lexicon import COUNTED

if TYPE_CHECKING:
    from therapygoals.language._line import Line

__all__ = ["may_be_dated", "per_period", "quantity"]

_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def quantity(line: Line, i: int, *, named: bool = False) -> Item | None:
    """Read a number with its comparator, what it counts and its period, from chunk `i` on.

    An article counts as one before a unit, behind "from" and "to", and where what is counted is `named` in any case.
    """
    marks, words = line.marks, line.words
    start, compare, topped = i, "eq", False
    while i < start + 2 and "compare" in marks[i]:
        compare = marks[i]["compare"]
        topped = compare in ("le", "lt") and words[i] not in ("within", "up to")
        i += 1
    pointed = i > start or words[i - 1] == "be" or not _POINTING.isdisjoint(marks[i - 1])
    if pointed and _is_article_of_number(line, i):
        i += 1
    money = marks[i].get("unit_of")
    if money is not None:
        i += 1
    if "share" in marks[i] and _ends(line, i + 1):
        return _share(line, start, i, compare)
    if "number" in marks[i] and _is_inside_a_word(line, i):
        behind = i + 1 < line.size and line.ends[i] == line.starts[i + 1] and line.words[i + 1].isalpha()
        return Item("noise", i, i + 1 + behind, "label")
    item = _counted(line, start, i, named=named)
    if item is None:
        return None
    item.compare, item.topped = compare, topped
    if money is not None:
        item.kind, item.unit, item.rule = "amount", money, "money"
    if "unit" not in marks[item.j]:
        _post_compare(line, item)
    _unit(line, item)
    if item.kind == "amount" and item.noun < 0:
        _more(line, item)
    _post_compare(line, item)
    if item.kind not in ("part", "rate"):
        _per(line, item)
        _post_compare(line, item)
    if item.kind == "bare" and words[item.j - 1] == "k" and item.low % 1000 == 0:
        item.kind, item.rule, item.unit, item.low, item.high = (
            "amount",
            "unit",
            "kilometre",
            item.low / 1000,
            item.high / 1000,
        )
    return item


def _share(line: Line, start: int, i: int, compare: str) -> Item:
    """A part of what there is: by half, by a third."""
    item = Item("percent", start, i + 1, "share")
    item.low = item.high = line.marks[i]["share"]
    item.unit, item.compare = "%", compare
    return item


_POINTING = frozenset({"from", "to", "at", "current", "instead"})


def _is_article_of_number(line: Line, i: int) -> bool:
    """Whether an article stands before a number: to a 4, at most the 3."""
    return ("article" in line.marks[i] or line.words[i] == "the") and "number" in line.marks[i + 1]


def _is_inside_a_word(line: Line, i: int) -> bool:
    """Whether letters stand right before a number, as in T10, or on both sides of it, as in T2DM."""
    word = line.words[i - 1]
    return i > 0 and line.ends[i - 1] == line.starts[i] and word.isalpha() and "times" not in line.marks[i - 1]


def _counted(line: Line, start: int, i: int, *, named: bool) -> Item | None:
    """The number itself: once or twice, a number or range, or the article of one hour."""
    mark = line.marks[i]
    if "occasion_number" in mark:
        item = Item("times", start, i + 1, "occasions")
        item.low = item.high = mark["occasion_number"]
        if line.words[i + 1] == "or" and "occasion_number" in line.marks[i + 2]:
            item.high, item.j = line.marks[i + 2]["occasion_number"], i + 3
        return item
    found = span_of_numbers(line, i)
    if found is None and "article" in mark and (named or _is_one(line, i)):
        found = 1, 1, i + 1
    if found is None:
        return None
    item = Item("bare", start, found[2], "number")
    item.low, item.high = found[0], found[1]
    if _is_multiplied(line, i) and "unit" not in line.marks[found[2]]:
        item.kind, item.rule, item.i = "times", "occasions", i - 1
    return item


def _is_multiplied(line: Line, i: int) -> bool:
    """Whether a sign for "times" is written right before a number: x5/wk, but not 3 x 5."""
    if i < 1 or "times" not in line.marks[i - 1] or len(line.words[i - 1]) > 1 or line.ends[i - 1] != line.starts[i]:
        return False
    return i < _SECOND or "number" not in line.marks[i - 2]


def _is_one(line: Line, i: int) -> bool:
    """Whether the article at chunk `i` counts: before a unit, or where one starts or wants to get."""
    return "unit" in line.marks[i + 1] or not _WAYS.isdisjoint(line.marks[i - 1])


_SECOND = 2
_WAYS = frozenset({"from", "to"})


def _ends(line: Line, j: int) -> bool:
    """Whether a phrase ends before chunk `j`: at a sign, a deadline, or the end."""
    return not line.words[j][:1].isalpha() or "mode" in line.marks[j]


def _post_compare(line: Line, item: Item) -> None:
    if (compare := line.marks[item.j].get("compared")) and item.compare == "eq":
        following = line.marks[item.j + 1]
        if line.words[item.j] in ("at least", "at most", "min", "max") and "number" in following:
            return
        item.compare = compare
        item.topped = item.topped or line.words[item.j] in ("max", "maximum", "at most", "tops")
        item.j += 1
    elif line.words[item.j] == "," and _is_topped_late(line, item.j):
        item.compare, item.topped, item.j = "le", True, item.j + 2


def _is_topped_late(line: Line, j: int) -> bool:
    """Whether a bound follows behind the comma at chunk `j`: twenty minutes a day, tops."""
    return line.words[j + 1] in _TOPS and "number" not in line.marks[j + 2]


_TOPS = frozenset({"max", "maximum", "tops", "at most", "or less"})


def _more(line: Line, item: Item) -> None:
    """Whether so much more or less is meant: £20 less, half a litre more."""
    mark = line.marks[item.j]
    if not item.more and ("more" in mark or "less" in mark):
        item.more, item.j = (1 if "more" in mark else -1), item.j + 1


def _unit(line: Line, item: Item) -> None:
    """Find what is counted: occasions, a scale, a unit, or a noun."""
    marks, j = line.marks, item.j
    mark, word = marks[j], line.words[j]
    if tail := marks[j - 1].get("tail"):
        item.kind, item.rule, item.unit = ("span" if tail in _SPANS else "noise"), "span", tail
    elif item.kind in ("times", "amount"):
        return
    elif "times" in mark and not ("unit" in marks[j + 1] and word == "time"):
        item.kind, item.rule, item.j = "times", "occasions", j + 1
    elif (
        "out_of" in mark and (whole := number(line, j + 1)) and whole[0] and (word == "out of" or whole[0] >= item.high)
    ):
        _out_of(line, item, *whole)
    elif word == "-" and "unit" in marks[j + 1]:
        item.kind, item.unit, item.rule, item.j = "span", marks[j + 1]["unit"], "span", j + 2
    elif "clock" in mark:
        item.kind, item.rule, item.j = "noise", "clock", j + 1
    elif word == ":" and _is_time_of_day(line, j):
        item.kind, item.rule, item.j = "noise", "clock", j + 2
    elif "number" in mark and (inner := _inner_span(line, j)):
        item.inner = inner
        item.kind, item.rule, item.noun = "amount", "count", inner.j
        item.unit, item.j = singular(line.words[inner.j]), inner.j + 1
    elif not mark and word[:1].isalpha() and line.starts[j] == line.ends[j - 1]:
        item.kind, item.rule, item.j = "noise", "label", j + 1
    elif (
        word == "of" and "possessive" in marks[j + 1] and (noun := _counted_noun(line, j + 2, plural=True)) is not None
    ):
        item.kind, item.rule, item.noun, item.j = "amount", "count", noun, noun + 1
        item.unit = singular(line.words[noun].rpartition(" ")[2])
    elif word == "of" and "pointing" in marks[j + 1] and line.words[j + 2] in ("a", "an", "per", "/"):
        item.j = j + 2  # eleven of them a month
    elif "unit_of" in mark:
        item.kind, item.rule, item.unit, item.j = "amount", "unit", mark["unit_of"], j + 1
        if item.unit == "%":
            item.kind = "percent"
    elif "unit" in mark:
        _time(line, item)
    elif "extra" in mark and "unit" in marks[j + 1]:
        item.more, item.j = 1, j + 1
        _time(line, item)
    else:
        _noun(line, item)


def _is_time_of_day(line: Line, j: int) -> bool:
    """Whether two digits stand right behind a colon, as in 22:30."""
    minutes = line.words[j + 1]
    close = line.starts[j] == line.ends[j - 1] and line.ends[j] == line.starts[j + 1]
    return close and len(minutes) == 2 and minutes.isdecimal()


def _inner_span(line: Line, j: int) -> Item | None:
    """The length of each thing that is counted: six twenty-minute walks, two 15-minute walks."""
    inner = Item("span", j, j + 1, "span")
    if "tail" in line.marks[j]:
        inner.unit = line.marks[j]["tail"]
    elif "digits" in line.marks[j] and line.words[j + 1] == "-" and "unit" in line.marks[j + 2]:
        inner.unit, inner.j = line.marks[j + 2]["unit"], j + 3
    if inner.unit not in ("minute", "hour") or not line.words[inner.j][:1].isalpha():
        return None
    inner.low = inner.high = line.marks[j]["number"]
    return inner


def _out_of(line: Line, item: Item, whole: float, j: int) -> None:
    item.kind, item.rule, item.out_of, item.j = "part", "out-of", whole, j
    item.unit = "point"
    mark, word = line.marks[j], line.words[j]
    named = mark.get("per") == "day"
    if whole == _WEEK and (named or _is_clinic_rate(line, item, j)):
        item.kind, item.per, item.of, item.rule, item.unit, item.j = "rate", "week", 7, "days-out-of", None, j + named
    elif not _TRIES.isdisjoint(mark) or word in _OCCASIONS:
        item.unit, item.j = "time", j + 1
    elif {"compared", "less", "more"}.isdisjoint(mark) and (noun := _counted_noun(line, j, plural=True)) is not None:
        if not line.words[noun].endswith("s"):
            return
        item.unit, item.j = singular(line.words[noun].rpartition(" ")[2]), noun + 1


def _is_clinic_rate(line: Line, item: Item, j: int) -> bool:
    """Whether n/7 stands alone behind what is done, so that it counts the days of a week: walk 20 min, 5/7, alone."""
    before, word = line.marks[item.i - 1], line.words[item.i - 1]
    apart = word == "," and line.marks[item.i - 2].get("unit") in _SPANS
    return line.words[j - 2] == "/" and (apart or "times" in before) and not line.words[j][:1].isalnum()


_WEEK = 7
_TRIES = frozenset({"per", "times", "occasion"})
_OCCASIONS = frozenset({"lessons", "opportunities", "trials", "attempts", "visits"})


def _time(line: Line, item: Item) -> None:
    """A span of time, with a half behind it, or more or less of it."""
    mark = line.marks[item.j]
    item.unit = mark["unit"]
    if item.unit == "fortnight":
        item.low, item.high, item.unit = 2 * item.low, 2 * item.high, "week"
    item.kind, item.rule, item.moment = "span", "span", mark.get("moment")
    item.j += 1 + (line.words[item.j + 1] == "'")  # seven hours' sleep
    if item.unit == "hour":
        _minutes(line, item)
    following = line.marks[item.j]
    if "out_of" in following and line.words[item.j + 1] in ("7", "seven") and line.words[item.j] != "/":
        item.kind, item.rule, item.per, item.of, item.j = "rate", "days-out-of", "week", 7, item.j + 2
    elif (
        line.words[item.j] in ("out of", "in") and (whole := number(line, item.j + 1)) and _is_whole(line, item, whole)
    ):
        item.kind, item.rule, item.out_of, item.j = "part", "out-of", *whole  # three days out of five
        if item.out_of == _WEEK:
            item.kind, item.per, item.of, item.out_of = "rate", "week", 7, None
    elif "and_half" in following or ("and_quarter" in following and item.unit in ("minute", "hour")):
        part = 0.5 if "and_half" in following else 0.25
        item.low, item.high, item.j = item.low + part, item.high + part, item.j + 1
    elif "earlier" in following:
        item.j += 1
    elif "more" in following or "less" in following or "longer" in following:
        item.more = -1 if "less" in following else 1
        item.j += 1


def _is_whole(line: Line, item: Item, whole: tuple[float, int]) -> bool:
    """Whether days are counted out of so many: four nights in five, but not two days in 14 weeks."""
    return item.unit in ("day", "night") and whole[0] >= item.high and "unit" not in line.marks[whole[1]]


def _minutes(line: Line, item: Item) -> None:
    """The minutes behind hours: 1h30, 1 hour and 20 minutes."""
    j = item.j + (line.words[item.j] == "and")
    mark = line.marks[j]
    if "number" not in mark or mark["number"] >= 60:
        return
    named = line.marks[j + 1].get("unit") == "minute" or (line.words[j + 1] == "m" and j == item.j)
    if named or ("digits" in mark and line.starts[j] == line.ends[j - 1]):
        item.low, item.high, item.unit = 60 * item.low + mark["number"], 60 * item.high + mark["number"], "minute"
        item.j = j + 1 + named


_UNTIL = frozenset(
    {
        "telling",
        "instead",
        "function",
        "to",
        "mode",
        "per_word",
        "every",
        "compare",
        "negate",
        "reason",
        "means",
        "condition",
        "situation",
        "habitual",
        "number",
        "occasion_number",
        "adverb",
        "clausal",
        "wish",
        "reached_at",
        "current",
        "settling",
        "month",
    }
)


def _noun(line: Line, item: Item) -> None:
    """The noun that is counted: the first plural within four chunks, or for one thing the last word of the phrase."""
    marks, j = line.marks, item.j
    if "more" in marks[j] or "less" in marks[j]:
        item.more, j = (1 if "more" in marks[j] else -1), j + 1
    if "adverb" in marks[j]:
        item.pace, j = marks[j]["adverb"], j + 1
    found = _counted_noun(line, j, plural=item.high != 1)
    if found is None:
        if item.more:
            item.kind, item.j = "amount", j
        item.pace = None
        return
    mark, word = marks[found], line.words[found]
    item.j = found
    if "unit" in mark:
        _time(line, item)
        return
    item.kind, item.rule, item.noun, item.j = "amount", "count", found, found + 1
    listed = next((mark[tag] for tag in COUNTED if tag in mark), None)
    item.unit = singular(word.rpartition(" ")[2]) if listed is None else listed
    if mark.get("per") == "day":
        item.moment = mark.get("moment")


def _counted_noun(line: Line, j: int, *, plural: bool) -> int | None:
    """The chunk of the noun: a plural that the lexicon lists before any other plural, else the first or last word."""
    found, certain = None, False
    for k in range(j, min(j + 5, line.size)):
        word, mark = line.words[k], line.marks[k]
        if not word[0].isalpha() or len(word) > _LONGEST_UNIT or not _UNTIL.isdisjoint(mark):
            return found
        if plural and word.endswith("s") and not word.endswith(("ss", "ous", "us", "is")):
            if not _LISTED.isdisjoint(mark):
                return k
            if not certain:
                found, certain = k, True
        elif certain and "verb" in mark:
            return found
        elif not certain and (found is None or not plural):
            found = k
    return found


_LONGEST_UNIT = 40
_LISTED = frozenset({*COUNTED, "practice", "unit", "unit_of"})


def singular(word: str) -> str:
    """Write the singular of an English plural by rule."""
    if len(word) < 3:
        return word
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
    if "alternate" in mark:
        every = 2
    elif "other" in marks[j] and "every" in mark:
        every, j = 2, j + 1
    elif "every" in mark and (count := number(line, j)) and count[0] >= 1 and count[0] == int(count[0]) < 1000:
        every, j = int(count[0]), count[1]
    elif "ordinal" in marks[j] and "every" in mark:
        every, j = marks[j]["ordinal"], j + 1
    mark = marks[j]
    if line.words[j - 1] == "/" and line.words[j] == "d":
        return "day", every, None, j + 1
    if mark.get("unit") == "fortnight":
        return "week", 2 * every, None, j + 1
    period = "week" if "weekday" in mark and line.words[j - 1] == "per" else mark.get("per")
    if period is None and mark.get("unit") in ("minute", "second"):
        period = "minute" if mark["unit"] == "minute" else None
    return None if period is None else (period, every, mark.get("moment"), j + 1)


def _per(line: Line, item: Item) -> None:
    """Look for the period right behind the item, or behind the few words that say what is counted."""
    j = item.j
    if item.kind == "times" and "per" in line.marks[j] and "per_word" not in line.marks[j]:
        item.per, item.moment, item.j = line.marks[j]["per"], line.marks[j].get("moment"), j + 1
        return
    if (
        (item.kind == "times" or item.unit in ("day", "night"))
        and line.words[j] == "this"
        and line.marks[j + 1].get("unit") in ("week", "month")
    ):
        item.per = line.marks[j + 1]["unit"]
        return
    last = j + (6 if item.kind in ("amount", "span", "times") else 1)
    while j < last and j < line.size:
        found = per_period(line, j)
        if found:
            if not _belongs(line, item, j):
                return
            item.per, item.every, moment, item.j = found
            item.moment = item.moment or moment
            return
        mark, word = line.marks[j], line.words[j]
        if not word[0].isalpha() or not _ENDS_AMOUNT.isdisjoint(mark) or word in ("to", "and", "or"):
            return
        if ("mode" in mark and may_be_dated(line, j + 1)) or (item.kind == "span" and "support" in mark):
            return
        j += 1


_ENDS_AMOUNT = frozenset({"number", "occasion_number", "from", "wish"})


def _belongs(line: Line, item: Item, j: int) -> bool:
    """Whether a period is part of the amount; "20 minutes every day" is a length and, apart from it, how often."""
    mark = line.marks[j]
    if item.kind == "times" or item.topped or not ("every" in mark or "adverb" in mark):
        return True
    if item.noun >= 0 and line.marks[item.noun].get("per") == "day" and line.marks[j + 1].get("per") == "week":
        return True  # three evenings out each week
    if item.kind == "amount" and "adverb" in mark and (item.j == j or item.noun < 0):
        return True
    return (item.kind == "span" and item.unit in ("day", "night")) or (
        item.kind in ("amount", "bare") and item.high == 1
    )


def may_be_dated(line: Line, j: int) -> bool:
    """Whether a deadline can stand behind a preposition at all; most do not open one."""
    mark = line.marks[j]
    if "dated" in mark or "odd" in mark or "clausal" in mark:
        return True
    if "the" in mark or "possessive" in mark or "article" in mark:
        return line.words[j + 1].endswith("'s") or any(
            "dated" in line.marks[k] or "once" in line.marks[k] for k in range(j + 1, j + 4)
        )
    return False
