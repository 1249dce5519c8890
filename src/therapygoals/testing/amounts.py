"""How much, how often and when: numbers, amounts, frequencies, days, spans, deadlines, time frames."""

from __future__ import annotations

import math
from datetime import date, timedelta

from hypothesis import strategies as st

from therapygoals.goals import (
    Amount,
    CalendarDay,
    Deadline,
    DeadlineMode,
    Frequency,
    Holiday,
    Moment,
    Period,
    Span,
    TimeFrame,
    Weekday,
)
from therapygoals.testing.words import keys, texts

__all__ = [
    "amounts",
    "calendar_days",
    "days",
    "deadlines",
    "frequencies",
    "numbers",
    "spans",
    "time_frames",
]

_FIRST, _LAST = date(1990, 1, 1), date(2060, 12, 31)


def numbers(low: float = -1e6, high: float = 1e6) -> st.SearchStrategy[float]:
    """Finite numbers from `low` to `high`, whole ones often, both ends included."""
    whole = st.integers(math.ceil(low), math.floor(high)) if math.ceil(low) <= math.floor(high) else st.nothing()
    return whole | st.floats(low, high)


@st.composite
def _bounds(draw: st.DrawFn, low: float, high: float) -> tuple[float | None, float | None]:
    """Two bounds in order, of which one may be open."""
    first, last = sorted((draw(numbers(low, high)), draw(numbers(low, high))))
    return draw(st.sampled_from(((first, last), (first, None), (None, last), (first, first))))


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Amounts: exact, with one bound or with two, with or without unit, period and top of a scale."""
    low, high = draw(_bounds(-1e6, 1e6))
    return Amount(
        low=low,
        high=high,
        strict=draw(st.booleans()),
        unit=draw(st.none() | st.sampled_from(("minute", "drink", "point", "euro", "%")) | keys()),
        per=draw(st.none() | st.sampled_from(Period)),
        out_of=draw(st.none() | numbers(0, 100)),
    )


@st.composite
def frequencies(draw: st.DrawFn) -> Frequency:
    """Frequencies: quotas, exact numbers and ceilings, every so many periods, on named days or none."""
    low, high = draw(_bounds(0, 100))
    return Frequency(
        low=low,
        high=high,
        per=draw(st.sampled_from(Period)),
        every=draw(st.integers(1, 12)),
        days=draw(st.frozensets(st.sampled_from(Weekday))),
        moment=draw(st.none() | st.sampled_from(Moment)),
        of=draw(st.none() | st.integers(1, 31)),
    )


def days(first: date = _FIRST, last: date = _LAST) -> st.SearchStrategy[date]:
    """Calendar days from `first` to `last`."""
    return st.dates(first, last)


def spans(*, dated: bool = False) -> st.SearchStrategy[Span]:
    """Spans of any unit, halves included.

    Args:
        dated: True to leave out therapy sessions and meetings, which have no length in days.
    """
    undated = (Period.SESSION, Period.MEETING)
    units = st.sampled_from([unit for unit in Period if not (dated and unit in undated)])
    return st.builds(Span, st.integers(0, 400) | st.integers(0, 40).map(lambda halves: halves / 2), units)


@st.composite
def calendar_days(draw: st.DrawFn) -> CalendarDay:
    """Calendar days as they are said: a weekday, a holiday, or a date of which parts may be missing."""
    year = draw(st.none() | st.integers(1, 9999))
    end = draw(st.booleans())
    match draw(st.sampled_from(("weekday", "holiday", "ahead", "day", "date"))):
        case "ahead":
            return CalendarDay(ahead=draw(st.integers(0, 12)), end=end)
        case "day":
            return CalendarDay(day=draw(st.integers(1, 31)))
        case "weekday":
            return CalendarDay(weekday=draw(st.sampled_from(Weekday)))
        case "holiday":
            return CalendarDay(holiday=draw(st.sampled_from(Holiday)), year=year)
        case _ if year is not None and draw(st.booleans()):
            return CalendarDay(year=year, end=end)
        case _:
            return CalendarDay(
                year=year, month=draw(st.integers(1, 12)), day=draw(st.none() | st.integers(1, 31)), end=end
            )


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Deadlines: so many units from now, a calendar day, or an event without a date."""
    mode = draw(st.sampled_from(DeadlineMode))
    end = draw(spans() | calendar_days() | texts())
    match end:
        case Span():
            return Deadline(mode=mode, count=end.count, unit=end.unit)
        case CalendarDay():
            return Deadline(mode=mode, day=end)
        case _:
            return Deadline(mode=mode, event=end)


@st.composite
def time_frames(draw: st.DrawFn, *, start: date | None = None) -> TimeFrame:
    """Time frames: open, or with a start, a due date, a span or a number of therapy sessions.

    Args:
        draw: Given by Hypothesis.
        start: First day; any or none when None.
    """
    first = draw(st.none() | days()) if start is None else start
    end = draw(st.none() | st.integers(0, 1000).map(timedelta) | spans() | st.integers(1, 60))
    match end:
        case timedelta():
            return TimeFrame(start=first, due=(first or draw(days())) + end)
        case Span():
            return TimeFrame(start=first, span=end)
        case _:
            return TimeFrame(start=first, sessions=end)
