"""Grammar of deadlines: spans, calendar days and events behind by, within, over and their kin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from therapygoals.goals import CalendarDay, Deadline, DeadlineMode, Holiday, Period, Weekday
from therapygoals.language._item import Item
from therapygoals.language._numbers import may_be_dated, quantity

if TYPE_CHECKING:
    from therapygoals.language._line import Line

__all__ = ["between_now", "clinic_span", "deadline", "near_day", "review", "this_period"]

_MODES = {mode.value: mode for mode in DeadlineMode}
LONG = frozenset({"day", "night", "week", "month", "quarter", "year", "session"})


def deadline(line: Line, i: int) -> Item | None:
    """Read a deadline that opens with a preposition at chunk `i`."""
    if line.words[i + 1] == "then" and line.words[i] in _POINTS:
        return _event_item(line, i, i + 2, DeadlineMode.BY)
    if line.words[i + 2] == "weekend" and line.words[i + 1] == "the" and line.words[i] in _POINTS:
        saturday = Deadline(mode=DeadlineMode.BY, day=CalendarDay(weekday=Weekday.SATURDAY))
        return _item(line, i, i + 3, "by-weekend", saturday)
    if (line.words[i + 1] == "today" or "near_day" in line.marks[i + 1]) and line.words[i] in _POINTS:
        return near_day(line, i, i + 1)
    if line.words[i] != "by the time" and not may_be_dated(line, i + 1):
        return _named_event(line, i)
    if line.words[i] == "come" and {"month", "holiday"}.isdisjoint(line.marks[i + 1]):
        return None
    mode = _MODES[line.marks[i]["mode"]]
    j, end = i + 1, line.words[i] == "through" or mode is DeadlineMode.WITHIN
    if (relative := line.marks[j].get("relative")) is not None and line.words[j + 1] != "of":
        j += 1
    if relative == "past":
        return _past(line, i, j)
    found = _clinic_span(line, i, j, mode) or _reviewed(line, i, j)
    if found is not None:
        return found
    if "weekday" in line.marks[j + (line.words[j] == "the")] and (mode is not DeadlineMode.BY or line.words[i] == "at"):
        return None  # at Sunday lunch, in the Monday meeting, for Friday prayers
    if line.words[i] not in ("on", "at"):
        found = _quarter(line, i, j, mode) or _counted(line, i, j, mode, relative) or _labelled(line, i, j, mode)
    if found is None and not _is_share(line, i, j):
        found = _calendar(line, i, j, mode, end=end)
    if found is None and relative == "next" and (line.words[i] in _POINTS or line.words[i] == "at"):
        for k in (j, j + 1):
            if "datable" in line.marks[k] or line.marks[k].get("unit") == "session":
                return _event_item(line, i, k + 1, mode)
    if found is None and "possessive" in line.marks[j] and (birthday := _nth_birthday(line, i, j + 1, mode)):
        return birthday
    if found is not None or relative == "next":
        return found
    return _event(line, i, j, mode)


def near_day(line: Line, i: int, j: int | None = None) -> Item:
    """Read ``tomorrow``, ``by tonight``: the day that is running, or the one behind it."""
    j = i if j is None else j
    ahead = int(line.words[j].startswith("tomorrow"))
    return _item(line, i, j + 1, "by-near-day", _spanning(DeadlineMode.BY, ahead, "day"))


def between_now(line: Line, i: int) -> Item | None:
    """Read ``between now and Easter``, ``between January and March``."""
    if line.words[i + 1] in ("now", "today") and line.words[i + 2] == "and":
        return _calendar(line, i, i + 3, DeadlineMode.OVER, end=False)
    first = date(line, i + 1)
    if first is None or line.words[first[1]] != "and":
        return None
    return _calendar(line, i, first[1] + 1, DeadlineMode.WITHIN, end=True)


def clinic_span(line: Line, i: int) -> Item | None:
    """Clinic shorthand for a stretch without a preposition: x 4/52, trial of 3/52, review 2/52; 3/12 post is past."""
    words, marks = line.words, line.marks
    if "digits" not in marks[i] or words[i + 1] != "/" or words[i + 2] not in _CLINIC or words[i + 3] == "/":
        return None
    unit, start = _CLINIC[words[i + 2]], i
    while start > 0 and (words[start - 1] in _LEADS_TO_SPAN or "datable" in marks[start - 1]):
        start -= 1
    if words[i + 3] in ("post", "ago", "since", "old"):
        return Item("noise", i, i + 3, "past")
    if start == i and unit != "week":
        return None
    reviewed = any("datable" in marks[k] and words[k] != "trial" for k in range(start, i))
    mode = DeadlineMode.BY if reviewed else DeadlineMode.OVER
    return _item(line, start, i + 3, f"{mode}-clinic", _spanning(mode, marks[i]["number"], unit))


def review(line: Line, i: int) -> Item | None:
    """A review with its day or distance, and no preposition before it: r/v 16/2, review in 6 weeks, Rv 2/52."""
    j = i + 1
    while "joins_date" in line.marks[j] or line.words[j] == ":":
        j += 1
    found = clinic_span(line, j) or _pinned(line, i, i + 1, DeadlineMode.BY)
    if found is None or found.deadline is None:
        return None
    return _item(line, i, found.j, "review", attrs.evolve(found.deadline, mode=DeadlineMode.BY))


_LEADS_TO_SPAN = frozenset({"x", "of", "in", "-", "again"})
_CLINIC = {"7": "day", "52": "week", "12": "month"}


def _clinic_span(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """Clinic shorthand for a stretch: in 8/52 is in eight weeks, for 6/12 is for six months."""
    words = line.words
    if mode is DeadlineMode.BY or words[j + 1] != "/" or words[j + 2] not in _CLINIC or not _is_end(line, j + 3):
        return None
    if "digits" not in line.marks[j] or words[j + 3] == "/":
        return None
    return _item(line, i, j + 3, f"{mode}-clinic", _spanning(mode, line.marks[j]["number"], _CLINIC[words[j + 2]]))


def _is_end(line: Line, j: int) -> bool:
    return not line.words[j][:1].isalnum() or "joint" in line.marks[j]


def _reviewed(line: Line, i: int, j: int) -> Item | None:
    """A review at a stated distance: at 3-month review, by the 6-month follow-up."""
    marks, words = line.marks, line.words
    j += words[j] == "the"
    if "number" not in marks[j] or words[j + 1] != "-" or "unit" not in marks[j + 2] or "datable" not in marks[j + 3]:
        return None
    unit = marks[j + 2]["unit"]
    return (
        _item(line, i, j + 4, "review", _spanning(DeadlineMode.BY, marks[j]["number"], unit)) if unit in LONG else None
    )


def _past(line: Line, i: int, j: int) -> Item | None:
    """A stretch that lies behind: for the last two years."""
    item = quantity(line, j)
    if item is None and "unit" in line.marks[j]:
        return Item("noise", i, j + 1, "past")
    return None if item is None else Item("noise", i, item.j, "past")


def _is_share(line: Line, i: int, j: int) -> bool:
    """Whether ``n/m`` is a score or a share of occasions and no day: at 3/10, 3/10 or less, in 4/5 sessions."""
    if line.words[j + 1] != "/" or line.words[j + 3] == "/":
        return False
    behind = line.marks[j + 3]
    measuring = "verb" not in behind and not _MEASURING.isdisjoint(behind)
    return measuring or line.marks[i]["mode"] == "within" or line.words[i] == "at"


_MEASURING = frozenset({"compared", "unit", "per", "times", "occasion", "event"})


def _item(line: Line, i: int, j: int, rule: str, deadline: Deadline) -> Item:
    item = Item("deadline", i, j, rule)
    item.deadline = deadline
    while "row" in line.marks[item.j]:
        item.j += 1
    return item


def _counted(line: Line, i: int, j: int, mode: DeadlineMode, relative: str | None) -> Item | None:
    """A count of days or longer: within three months, for the next week, over ten sessions."""
    marks = line.marks
    item = quantity(line, j)
    if item is None:
        if relative == "next" and "unit" in marks[j] and not line.words[j].endswith("s"):
            count, unit, j = 1.0, marks[j]["unit"], j + 1
            if unit == "session" and (pinned := _pinned(line, i, j, mode)):
                return pinned
            if unit == "fortnight":
                count, unit = 2.0, "week"
        else:
            return None
    elif mode is not DeadlineMode.BY and item.kind == "amount" and item.per is None and _is_of_sessions(item.unit):
        count, unit, j = item.high, "session", item.j
    elif item.kind == "span" and item.unit in LONG and item.per is None:
        if line.words[item.j] in ("ago", "old", "now"):
            return Item("noise", i, item.j + 1, "past")
        count, unit, j = item.high, item.unit, item.j
    else:
        return None
    return _item(line, i, j, f"{mode}-span", _spanning(mode, count, unit))


def _is_of_sessions(unit: str | None) -> bool:
    return unit is not None and unit.endswith(("session", "visit", "appointment"))


@lru_cache(maxsize=256, typed=True)
def _spanning(mode: DeadlineMode, count: float, unit: str) -> Deadline:
    """A deadline of so many units; nights are days, a quarter is three months."""
    if unit == "quarter":
        count, unit = 3 * count, "month"
    return Deadline(mode=mode, count=count, unit=Period("day" if unit == "night" else unit))


def _labelled(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """A numbered week or session: by week 10, by session six, by the third session."""
    marks = line.marks
    if line.words[j] in ("the", "our", "my", "his", "her", "their"):
        j += 1
    if "unit" in marks[j] and "number" in marks[j + 1] and marks[j]["unit"] in LONG:
        unit, count, j = marks[j]["unit"], marks[j + 1]["number"], j + 2
    elif "ordinal" in marks[j] and "unit" in marks[j + 1] and marks[j + 1]["unit"] in LONG:
        unit, count, j = marks[j + 1]["unit"], marks[j]["ordinal"], j + 2
    elif "ordinal" in marks[j] and line.words[j + 1].endswith(" session"):
        unit, count, j = "session", marks[j]["ordinal"], j + 2
    elif "number" in marks[j] and line.words[j + 1] in ("st", "nd", "rd", "th") and "unit" in marks[j + 2]:
        unit, count, j = marks[j + 2]["unit"], marks[j]["number"], j + 3
    else:
        return None
    if unit not in LONG or unit == "quarter":
        return None
    return _item(line, i, j, f"{mode}-numbered", _spanning(mode, count, unit))


def _quarter(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """A numbered quarter of the year: within the first quarter."""
    first = line.words[i + 1] == "the first"
    if not first and line.words[j] == "the":
        j += 1
    number = 1 if first else line.marks[j].get("ordinal", 0)
    j += not first
    if line.marks[j].get("unit") != "quarter" or not 1 <= number <= 4:
        return None
    return _item(line, i, j + 1, f"{mode}-quarter", Deadline(mode=mode, day=CalendarDay(month=3 * number, end=True)))


def _calendar(line: Line, i: int, j: int, mode: DeadlineMode, *, end: bool) -> Item | None:
    """A day of the calendar: by March, until 15 March 2026, before Easter, by the end of the year."""
    marks = line.marks
    if "end_of" in marks[j]:
        end, j = True, j + 1
    elif "start_of" in marks[j] or ("middle_of" in marks[j] and "month" not in marks[j]):
        end, j = False, j + 1
    elif line.words[j] == "this" and "unit" not in marks[j + 1]:
        j += 1
    if "end_of" in marks[j - 1] and (span := _counted_or_labelled(line, i, j, mode)):
        return span
    if found := date(line, j, end=end):
        if line.words[found[1]] in _RUNS_OUT and found[0].month and found[0].day is None:
            found = attrs.evolve(found[0], end=True), found[1] + 1 + (line.words[found[1]] == "is")
        if ("middle_of" in marks[j - 1] or "middle_of" in marks[j]) and found[0].month and found[0].day is None:
            found = CalendarDay(year=found[0].year, month=found[0].month, day=_MIDDLE), found[1]
        return _item(line, i, found[1], f"{mode}-date", Deadline(mode=mode, day=found[0]))
    return _end_of_period(line, i, j, mode) if "end_of" in marks[j - 1] else None


_MIDDLE = 15


def _counted_or_labelled(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """The end of a count: by completion of 12 sessions, by the close of session 4."""
    return _counted(line, i, j, mode, None) or _labelled(line, i, j, mode)


def _end_of_period(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """The end of what is running, or of the month that comes next."""
    ahead = int("next" in line.words[j])
    if "the" in line.marks[j] or ahead:
        j += 1
    unit = line.marks[j].get("unit")
    if unit == "session" and ahead:
        due = _spanning(mode, 1, unit)
    elif unit in ("week", "quarter", "year") and ahead:
        due = _spanning(mode, 2, unit)
    elif unit == "quarter":
        due = _spanning(mode, 1, unit)
    elif unit == "year":
        due = Deadline(mode=mode, day=CalendarDay(month=12, day=31))
    elif unit == "month":
        due = Deadline(mode=mode, day=CalendarDay(ahead=ahead, end=True))
    elif unit == "week" or line.words[j] == "weekend":
        due = Deadline(mode=mode, day=CalendarDay(weekday=Weekday.SUNDAY))
    else:
        return None
    return _item(line, i, j + 1, f"{mode}-end", due)


def date(line: Line, j: int, *, end: bool = False) -> tuple[CalendarDay, int] | None:
    """Read a day of the calendar from chunk `j` on, however much of it is said."""
    marks, words = line.marks, line.words
    if words[j] == "the first" and words[j + 1] == "of" and "month" in marks[j + 2]:
        year, k = _year(line, j + 3)
        return CalendarDay(month=marks[j + 2]["month"], day=1, year=year), k
    if words[j] == "the" and "ordinal" not in marks[j]:
        j += 1
    if words[j] == "q" and words[j + 1] in _QUARTERS and line.ends[j] == line.starts[j + 1]:
        return CalendarDay(month=3 * int(words[j + 1]), end=True), j + 2
    mark = marks[j]
    if "weekday" in mark and "weekdays" not in mark:
        k = j + 1 + (words[j + 1] == ",")
        k += words[k] == "the"
        if "weekday" not in marks[k] and (found := date(line, k)):
            return found
        return CalendarDay(weekday=Weekday(mark["weekday"])), j + 1
    if "holiday" in mark and "datable" not in marks[j + 1]:
        month, day = mark["holiday"]
        year, k = _year(line, j + 1)
        if month == 0:
            return CalendarDay(holiday=Holiday.EASTER, year=year), k
        return CalendarDay(month=month, day=day, year=year), k
    if "month" in mark:
        day_, k = _day(line, j + 1)
        year, k = _year(line, k + (words[k] == ","))
        return CalendarDay(month=mark["month"], day=day_, year=year, end=end and day_ is None), k
    if "digits" in mark or "ordinal" in mark or "odd" in mark:
        return _numeric(line, j) or _day_first(line, j, end=end)
    return None


_QUARTERS = frozenset("1234")


def _day(line: Line, j: int) -> tuple[int | None, int]:
    mark = line.marks[j]
    value = mark.get("ordinal") or ("digits" in mark and mark["number"])
    if not value or value > 31 or value != int(value) or "." in mark.get("digits", ""):
        return None, j
    k = j + 1
    if "unit" in line.marks[k] or "times" in line.marks[k]:
        return None, j
    return int(value), k + (line.words[k] in ("st", "nd", "rd", "th"))


def _year(line: Line, j: int) -> tuple[int | None, int]:
    mark = line.marks[j]
    if "digits" in mark and 1900 <= mark["number"] <= 2199 and mark["number"] == int(mark["number"]):
        return int(mark["number"]), j + 1
    return None, j


def _day_first(line: Line, j: int, *, end: bool) -> tuple[CalendarDay, int] | None:
    """``15 March 2026``, ``the 1st of May``, ``2026``."""
    day, k = _day(line, j)
    if day is not None:
        if line.words[k] == "of":
            k += 1
        if "weekday" in line.marks[k]:
            return None  # the second Thursday
        if "month" not in line.marks[k]:
            named = line.words[j + 1] in ("st", "nd", "rd", "th") or "ordinal" in line.marks[j]
            return (
                (CalendarDay(day=day), k)
                if named and "unit" not in line.marks[k] and line.words[k - 1] != "of"
                else None
            )
        month = line.marks[k]["month"]
        year, k = _year(line, k + 1 + (line.words[k + 1] == ","))
        return CalendarDay(month=month, day=day, year=year), k
    year, k = _year(line, j)
    return None if year is None or year < _FIRST_YEAR else (CalendarDay(year=year, end=end), k)


_FIRST_YEAR = 2025
"""A bare year before this one is told of the past; goals were not said to this library then."""


def _numeric(line: Line, j: int) -> tuple[CalendarDay, int] | None:
    """``2026-03-31`` in ISO order; else day first, unless only month first is a date or the words are American."""
    words = line.words
    parts, k = words[j].split("."), j + 1
    if "clock" in line.marks[k]:
        return None
    if len(parts) == 2 and all(len(part) == 2 and part.isdecimal() for part in parts) and line.marks[j - 1].get("mode"):
        found = _from_parts([int(part) for part in parts])
        return None if found is None else (found, k)
    if len(parts) == 1:
        while words[k] in ("-", "/") and words[k] == words[j + 1] and words[k + 1].isdecimal() and len(parts) < 3:
            parts.append(words[k + 1])
            k += 2
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    slashed = words[j + 1] == "/"
    day = _from_parts(
        [int(part) for part in parts],
        iso=len(parts[0]) == _ISO_YEAR,
        slashed=slashed,
        month_first=slashed and "month_first" in line.tags,
    )
    return None if day is None else (day, k)


_ISO_YEAR = 4


def _from_parts(
    numbers: list[int], *, iso: bool = False, slashed: bool = True, month_first: bool = False
) -> CalendarDay | None:
    """The day of two or three numbers; None where no order makes it one."""
    if len(numbers) == 2 and slashed and numbers[0] <= 12 and 2000 <= numbers[1] <= 2199:
        return CalendarDay(year=numbers[1], month=numbers[0]) if numbers[0] else None
    if len(numbers) < 2 or not (iso or slashed or len(numbers) == 3):
        return None
    day: int | None
    year: int | None
    if iso:
        year, month, day = numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None
    else:
        day, month = numbers[:2]
        if month > 12 or (month_first and day <= 12):
            day, month = month, day
        year = numbers[2] if len(numbers) > 2 else None
        if year is not None and year < 100:
            year += 2000
    if not 1 <= month <= 12 or not 1 <= (day or 1) <= 31 or day == 0 or year == 0:
        return None
    return CalendarDay(year=year, month=month, day=day)


def this_period(line: Line, i: int) -> Item | None:
    """Read ``this week``, ``next month``, ``this weekend``, ``a whole week``, ``tomorrow``."""
    word, mark = line.words[i + 1], line.marks[i + 1]
    if "whole" in line.marks[i] and word == "weekend":
        return _item(line, i, i + 2, "whole-period", _spanning(DeadlineMode.OVER, 2, "day"))
    if "whole" in line.marks[i] and mark.get("unit") in ("day", "week", "month", "year") and not word.endswith("s"):
        span = Deadline(mode=DeadlineMode.OVER, count=1, unit=Period(mark["unit"]))
        return _item(line, i, i + 2, "whole-period", span)
    mode = DeadlineMode.OVER if line.words[i] == "this" else DeadlineMode.WITHIN
    if word == "weekend":
        return _item(line, i, i + 2, "this-weekend", Deadline(mode=mode, day=CalendarDay(weekday=Weekday.SATURDAY)))
    if line.words[i] == "this" and "term" in mark and "wish" not in mark:
        return _event_item(line, i - 1, i + 2, DeadlineMode.OVER)
    if line.words[i] == "this" and mark.get("unit") == "year":
        return _item(line, i, i + 2, "this-period", Deadline(mode=mode, day=CalendarDay(month=12, day=31)))
    if line.words[i] == "this" and mark.get("unit") in ("week", "month", "quarter"):
        return _item(line, i, i + 2, "this-period", Deadline(mode=mode, count=1, unit=Period(mark["unit"])))
    if "month" in mark or "weekday" in mark or "holiday" in mark:
        found = date(line, i + 1, end=True)
        if found:
            return _item(line, i, found[1], "this-date", Deadline(mode=mode, day=found[0]))
    return None


_POINTS = frozenset(
    {
        *("by", "before", "until", "till", "til", "up until", "by the time", "prior to", "ahead of", "in time for"),
        *("b4", "by or before", "on or before", "through to", "right up to", "up til"),
        *("from now to", "from now till", "from now until"),
    }
)
_EXAMS = frozenset({"exams", "finals", "mocks", "gcses", "a levels"})
_RUNS_OUT = frozenset({"is", "ends", "out", "is out", "over", "is over"})
_WITHIN = frozenset({"in", "within", "inside", "up to", "through", "across"})


def _event(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """An event without a date: before the wedding, by the end of the course, before I turn 40."""
    marks, words = line.marks, line.words
    opener = words[i]
    if (
        opener in _POINTS
        and words[j] == "the"
        and "unit" in marks[j + 1]
        and words[j + 2] in _RUNS_OUT
        and (found := _end_of_period(line, i, j, mode))
    ):
        found.j += 1 + (words[j + 2] == "is")
        return found
    end = _clause_end(line, j) if opener in _POINTS and j < line.size else 0
    if end and (_happens_once(line, j, end) or _singular_moves(line, j, end)):
        for k in range(j + 1, end - 1):
            if marks[k].get("mode") and "joins_date" in marks[k] and (pinned := _pinned(line, i, k, mode)):
                return pinned
        return _event_item(line, i, end, mode)
    if "clausal" in marks[j]:
        return None
    if "datable" in marks[j] and opener == "at":
        return _pinned(line, i, j + 1, mode)  # at review 27/02/26
    once = "datable" in marks[j] and (not words[j].endswith("s") or words[j] in _EXAMS)
    if once and opener in _POINTS and "to_be" not in marks[j + 1]:
        return _event_item(line, i, j + 1, mode)
    if opener == "through" and words[j] == "the" and words[j + 1].endswith(("term", "semester")):
        return _event_item(line, i, j + 2, mode)
    if opener in _WITHIN or {"the", "possessive", "end_of"}.isdisjoint(marks[j]):
        return None
    if opener in _POINTS and "end_of" in marks[j] and (last := _named_end(line, j + 1)):
        return _event_item(line, i, last, mode)
    for k in range(j + 1, min(j + 5, line.size)):
        if "datable" in marks[k] and (opener != "for" or "term" in marks[k]):
            again = words[k + 1].endswith("s") and words[k + 1].isalpha()  # at her chemo appointments
            return None if again and opener == "at" else _event_item(line, i, k + 1, mode)
        if not words[k][0].isalnum():
            return None
    return None


def _nth_birthday(line: Line, i: int, k: int, mode: DeadlineMode) -> Item | None:
    """A birthday told by its number alone: before her 60th, by my fiftieth in August."""
    if line.words[i] not in _POINTS:
        return None
    if "ordinal" in line.marks[k]:
        behind = k + 1
    elif "digits" in line.marks[k] and line.words[k + 1] in _ENDINGS:
        behind = k + 2
    else:
        return None
    word = line.words[behind]
    return _event_item(line, i, behind, mode) if not word[:1].isalpha() or word in ("in", "on") else None


def _named_end(line: Line, j: int) -> int:
    """The chunk behind what ends, where it is no day, shift or meal that comes again: by the end of our work."""
    marks = line.marks
    if {"the", "possessive"}.isdisjoint(marks[j]):
        return 0
    k = j + 1
    while k < min(j + _LONGEST_EVENT, line.size) and line.words[k][:1].isalpha() and _GOES_ON.isdisjoint(marks[k]):
        if not _COMES_AGAIN.isdisjoint(marks[k]):
            return 0
        k += 1
    return k if k > j + 1 else 0


_LONGEST_EVENT = 5
_GOES_ON = frozenset({"mode", "relative_clause", "wish", "joint", "per_word", "adverb", "condition"})
_COMES_AGAIN = frozenset({"per", "unit", "occasion", "moment", "weekday", "month", "holiday"})


def _named_event(line: Line, i: int) -> Item | None:
    """An event told by its name alone, or with its day: by Cheltenham, before the fire officer comes, 9 February."""
    word = line.words[i + 1]
    if line.words[i] not in ("by", "before", "until", "till") or not word.isalpha():
        return None
    for k in range(i + 2, i + _LONGEST_EVENT + 2):
        share = line.marks[k - 1].get("mode") and _is_share(line, k - 1, k)
        if "digits" in line.marks[k] and not share and (pinned := _pinned(line, i, k, DeadlineMode.BY)):
            return pinned
        if not line.words[k][:1].isalpha():
            break
    if line.marks[i + 1]:
        return None
    named = line.text[line.starts[i + 1]].isupper() and not line.text[line.starts[i]].isupper()
    return _event_item(line, i, i + 2, DeadlineMode.BY) if named and not line.words[i + 2][:1].isalnum() else None


def _happens_once(line: Line, j: int, end: int) -> bool:
    """Whether a clause tells of something that comes once: before I turn 40, until she has the baby."""
    marks, words = line.marks, line.words
    if words[j - 1] == "by the time":
        return True
    if words[j].endswith(("'m", "'s", "'re")) and "number" in marks[j + 1] and j + 2 == end:
        return True  # before I'm forty
    subject = next((k for k in range(j, min(j + 3, end)) if not _SUBJECTS.isdisjoint(marks[k])), None)
    if subject is None:
        return False
    if "comes_back" in marks[subject] and "back" in words[subject + 1 : end]:
        return True
    if words[subject + 1] == "see" and words[j - 1] in _WAITING:
        return True  # until I see the nurse
    return any("once" in marks[k] for k in range(subject + 1, end))


def _singular_moves(line: Line, j: int, end: int) -> bool:
    """Whether one thing does what is done once: before our team moves, before the baby arrives."""
    waited = line.words[j - 1] in _WAITING and _FELT.isdisjoint(line.marks[j + 1])
    if "possessive" not in line.marks[j] and not (
        line.words[j] == "the" and (waited or "datable" in line.marks[j + 1])
    ):
        return False
    if waited and (line.words[j + 2] == "change" or line.words[j + 1 : j + 3] == ["clocks", "go"]):
        return True  # until the clocks change
    if line.words[j + 1].endswith("'s") and line.words[j + 2] in _RUNS_OUT | _THERE:
        return True  # till the trial's over
    return any(
        "once" in line.marks[k] and line.words[k].split(" ")[0].endswith("s") for k in range(j + 2, min(j + 4, end))
    )


_THERE = frozenset({"done", "finished", "born", "here", "back", "home", "ready", "sorted", "up", "due"})


_WAITING = frozenset({"until", "till", "til", "up until", "from now till", "from now until"})
_SUBJECTS = frozenset({"clausal", "agent", "subject"})
_FELT = frozenset({"state", "problem", "event", "inner", "graded", "measured"})


def _clause_end(line: Line, j: int) -> int:
    """The chunk behind a short clause: at a stop, or where the wish begins."""
    last = min(j + 8, line.size)
    return next((k for k in range(j, last) if line.words[k] in (",", ".", ";") or "wish" in line.marks[k]), last)


_LOOK_AHEAD = 5


_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def _event_item(line: Line, i: int, j: int, mode: DeadlineMode) -> Item:
    """An event, or the day on which it is: before the wedding, on her birthday, 9 February."""
    words = line.text[line.starts[i + 1] : line.ends[j - 1]]
    return _pinned(line, i, j, mode) or _item(line, i, j, f"{mode}-event", Deadline(mode=mode, event=words))


def _pinned(line: Line, i: int, j: int, mode: DeadlineMode) -> Item | None:
    """The day or the distance that is told behind an event: the wedding, 9 February; our appointment in four weeks."""
    k = j + (line.words[j] in ("day", "date", "itself"))
    if "digits" in line.marks[k] and line.words[k + 1] in ("/", "-") and (found := _numeric(line, k)):
        return _item(line, i, found[1], f"{mode}-dated-event", Deadline(mode=mode, day=found[0]))
    if "weekday" in line.marks[k] and (found := date(line, k)):
        return _item(line, i, found[1], f"{mode}-dated-event", Deadline(mode=mode, day=found[0]))
    if (
        "digits" in line.marks[k]
        and "month" in line.marks[k + 1 + (line.words[k + 1] in _ENDINGS)]
        and (found := date(line, k))
    ):
        return _item(line, i, found[1], f"{mode}-dated-event", Deadline(mode=mode, day=found[0]))
    if line.words[j] == "with":  # my appointment with the skin people in March
        k = next(
            (
                m
                for m in range(j + 2, j + _LOOK_AHEAD)
                if "joins_date" in line.marks[m] and "dated" in line.marks[m + 1]
            ),
            j,
        )
    while k < j + _LOOK_AHEAD and "joins_date" in line.marks[k]:
        k += 1
    if k > j:
        near = k - 1
        if (clinic := clinic_span(line, k)) and clinic.deadline:
            return _item(line, i, clinic.j, f"{mode}-event-in", attrs.evolve(clinic.deadline, mode=mode))
        if numbered := _labelled(line, i, k, mode):
            return numbered
        if (span := quantity(line, k)) is not None and span.kind == "span" and span.unit in LONG and span.per is None:
            return _item(line, i, span.j, f"{mode}-event-in", _spanning(mode, span.high, span.unit or ""))
        if (
            "dated" in line.marks[k]
            and "unit" not in line.marks[k + 1]
            and (found := date(line, k, end=line.words[near] == "in"))
        ):
            return _item(line, i, found[1], f"{mode}-dated-event", Deadline(mode=mode, day=found[0]))
    return None
