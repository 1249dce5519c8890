"""When: spans, calendar days, deadlines as they are said, and the time frame of a goal.

A day is always a parameter. Month ends are clamped: one month after 31 January is the last day of February.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import plural, short_repr
from therapygoals.goals.kinds import Horizon, Period, Weekday

__all__ = ["CalendarDay", "Deadline", "DeadlineMode", "Holiday", "Span", "TimeFrame", "add_span"]

DAYS_IN = {
    Period.SECOND: 1 / 86_400,
    Period.MINUTE: 1 / 1440,
    Period.HOUR: 1 / 24,
    Period.DAY: 1.0,
    Period.WEEKDAY: 7 / 5,
    Period.WEEK: 7.0,
    Period.MONTH: 365.25 / 12,
    Period.QUARTER: 365.25 / 4,
    Period.YEAR: 365.25,
}
"""Mean length of a period in days; sessions and meetings have no fixed length and are absent."""

MONTHS_IN = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
"""Months in the periods that are counted by the calendar."""
_SHORT_TERM = {Period.WEEK: 13.0, Period.MONTH: 3.0, Period.QUARTER: 1.0, Period.SESSION: 12.0, Period.MEETING: 12.0}
_SHORT_TERM_DAYS = 92.0
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _horizon(count: float, unit: Period) -> Horizon:
    short = count <= _SHORT_TERM[unit] if unit in _SHORT_TERM else count * DAYS_IN[unit] <= _SHORT_TERM_DAYS
    return Horizon.SHORT_TERM if short else Horizon.LONG_TERM


@short_repr
@attrs.frozen
class Span:
    """A length of time as it is said: a count and a unit.

    Attributes:
        count: How many units; at least 0, halves are allowed.
        unit: The unit; therapy sessions and meetings are spans without a length in days.

    Raises:
        FieldError: The count is negative or not finite.
    """

    count: float = attrs.field(validator=_checks.number(low=0))
    unit: Period = attrs.field(validator=_checks.a(Period))

    @property
    def days(self) -> float | None:
        """Mean length in days; None for therapy sessions and meetings."""
        return self.count * DAYS_IN[self.unit] if self.unit in DAYS_IN else None

    @property
    def horizon(self) -> Horizon:
        """Short term up to 92 days, 13 weeks, 3 months or 12 therapy sessions, long term beyond."""
        return _horizon(self.count, self.unit)

    def after(self, day: date) -> date | None:
        """The day this span after another one; see `add_span`."""
        return add_span(day, self)

    def __str__(self) -> str:
        return f"{self.count:.12g} {self.unit if self.count == 1 else plural(self.unit)}"


def add_span(day: date, span: Span) -> date | None:
    """Add a span to a day by calendar rules.

    Months and years keep the day of the month, clamped to the last day of the month that is reached; a fraction of a
    month is added as days of its mean length, rounded. Minutes and hours stay on the day.

    Args:
        day: Where to start.
        span: How far to go.

    Returns:
        The day reached; None when the span counts therapy sessions or meetings, or leads past the year 9999.
    """
    _checks.check_day(day, "day")
    if span.days is None or span.days > 366.0 * MAXYEAR:
        return None
    try:
        if (months := MONTHS_IN.get(span.unit)) is None:
            return day + timedelta(days=round(span.days) if span.days >= 1 else 0)
        whole, part = divmod(span.count * months, 1)
        year, month = divmod(day.year * 12 + day.month - 1 + int(whole), 12)
        clamped = min(day.day, _last_day(year, month + 1))
        return date(year, month + 1, clamped) + timedelta(days=round(part * DAYS_IN[Period.MONTH]))
    except (OverflowError, ValueError):
        return None


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@unique
class Holiday(StrEnum):
    """A day of the year that moves from year to year."""

    EASTER = "easter"
    """Easter Sunday of the Gregorian calendar."""


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@short_repr
@attrs.frozen(kw_only=True)
class CalendarDay:
    """A day of the calendar as it is said, often only in part: ``March``, ``5 May``, ``Friday``, ``the end of June``.

    Attributes:
        year: Four-digit year or None.
        month: 1 to 12 or None.
        day: Day of the month or None; without a month the next such day. One that a month lacks is clamped to its end.
        weekday: Day of the week or None; stands alone.
        holiday: A day that moves from year to year, or None; stands alone or with a year.
        ahead: Months from the one in which it is said: 0 for this month, 1 for the next; stands alone.
        end: True for the last day of the year or month that is named ("end of June", "end of next month").

    Raises:
        FieldError: Nothing is named, parts are named that do not go together, or a number is out of range.
    """

    year: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1, high=MAXYEAR)))
    month: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1, high=12)))
    day: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1, high=31)))
    weekday: Weekday | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Weekday)))
    holiday: Holiday | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Holiday)))
    ahead: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=0, high=12)))
    end: bool = attrs.field(default=False, validator=_checks.a(bool))

    def __attrs_post_init__(self) -> None:
        named = (self.year, self.month, self.weekday, self.holiday)
        if self.ahead is not None:
            if named != (None, None, None, None) or self.day is not None:
                raise FieldError("CalendarDay.ahead", "must stand without any other part of a day", self.ahead)
        elif named == (None, None, None, None) and self.day is None:
            raise FieldError("CalendarDay", "must name a year, a month, a day, a weekday, a holiday or months ahead")
        if self.day is not None and self.month is None and named != (None, None, None, None):
            raise FieldError("CalendarDay.day", "must come with a month, or stand alone", self.day)
        if self.weekday is not None and (self.year, self.month, self.holiday) != (None, None, None):
            raise FieldError("CalendarDay.weekday", "must stand without year, month and holiday", str(self.weekday))
        if self.holiday is not None and self.month is not None:
            raise FieldError("CalendarDay.holiday", "must stand without a month", str(self.holiday))

    def resolve(self, on: date) -> date | None:
        """Find the day that is meant, looking forward from another day.

        A year that is stated is kept. Otherwise the next such day is taken, `on` itself included. A month or year alone
        means its first day ("by March"), or its last when `end` is set or it has already begun.

        Args:
            on: The day on which the words were said.

        Returns:
            The day, or None when it would lie past the year 9999.
        """
        _checks.check_day(on, "on")
        if self.weekday is not None:
            return add_span(on, Span((list(Weekday).index(self.weekday) - on.weekday()) % 7, Period.DAY))
        if self.year is not None:
            return self._in(self.year, on)
        if self.month is None and self.holiday is None and self.day is not None:
            return self._day_of_month(self.day, on)
        if self.ahead is not None:
            year, month = divmod(on.year * 12 + on.month - 1 + self.ahead, 12)
            if year > MAXYEAR:
                return None
            return date(year, month + 1, _last_day(year, month + 1) if self.end or not self.ahead else 1)
        for year in (on.year, on.year + 1):
            if year <= MAXYEAR and (day := self._in(year, on)) >= on:
                return day
        return None

    def _day_of_month(self, day: int, on: date) -> date | None:
        """The next such day of a month, the day of saying included."""
        found = on.replace(day=min(day, _last_day(on.year, on.month)))
        if found >= on:
            return found
        year, month = divmod(on.year * 12 + on.month, 12)
        return None if year > MAXYEAR else date(year, month + 1, min(day, _last_day(year, month + 1)))

    def _in(self, year: int, on: date) -> date:
        if self.holiday is not None:
            return _easter(year)
        first, last = date(year, self.month or 1, 1), date(year, self.month or 12, _last_day(year, self.month or 12))
        if self.day is not None:
            return first.replace(day=min(self.day, last.day))
        return last if self.end or first < on <= last else first

    def __str__(self) -> str:
        if self.weekday is not None:
            return self.weekday.name.title()
        if self.ahead is not None:
            months = {0: "this month", 1: "next month"}.get(self.ahead, f"the month {self.ahead} months ahead")
            return ("end of " if self.end else "") + months
        if self.holiday is not None:
            words = [self.holiday.title()]
        else:
            words = ["" if self.day is None else str(self.day), _MONTHS[self.month - 1] if self.month else ""]
        words.append("" if self.year is None else str(self.year))
        return ("end of " if self.end else "") + " ".join(word for word in words if word)


@unique
class DeadlineMode(StrEnum):
    """How a deadline is said."""

    BY = "by"
    """A point in time: by, before, until."""
    WITHIN = "within"
    """Some time in a stretch: in, within."""
    OVER = "over"
    """All through a stretch: for, over, during."""


@short_repr
@attrs.frozen(kw_only=True)
class Deadline:
    """The end point or bounded stretch that a statement names, as it was said.

    Exactly one of three is given: a count with its unit, a calendar day, or an event without a date.

    Attributes:
        mode: Whether it is a point, some time in a stretch, or all through it.
        count: How many units from the day it is said; comes with `unit`.
        unit: The unit of `count`; therapy sessions have no date.
        day: A calendar day, perhaps only in part.
        event: Words for an event whose date is not told ("the wedding").

    Raises:
        FieldError: None or several of the three are given, or the count is negative.
    """

    mode: DeadlineMode = attrs.field(validator=_checks.a(DeadlineMode))
    count: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0)))
    unit: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Period)))
    day: CalendarDay | None = attrs.field(default=None, validator=_checks.optional(_checks.a(CalendarDay)))
    event: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))

    def __attrs_post_init__(self) -> None:
        if (self.count is None) is not (self.unit is None):
            raise FieldError("Deadline.count", "must come together with unit", self.count)
        if (self.count, self.day, self.event).count(None) != 2:
            raise FieldError("Deadline", "must have exactly one of count with unit, day, and event")

    @property
    def span(self) -> Span | None:
        """The count and unit as one value; None for a calendar day or an event."""
        return None if self.count is None or self.unit is None else Span(self.count, self.unit)

    def due(self, on: date) -> date | None:
        """The last day of the deadline when it is said on a given day.

        Args:
            on: The day on which the words were said, or the plan starts.

        Returns:
            The day; None for an event without a date and for a count of therapy sessions.
        """
        if self.day is not None:
            return self.day.resolve(on)
        return None if self.span is None else self.span.after(on)

    def horizon(self, on: date | None = None) -> Horizon | None:
        """How far off the end is.

        Args:
            on: The day on which the words were said; needed for a calendar day only.

        Returns:
            Short term or long term; None for an event, for a calendar day when `on` is not given, and for one gone by.
        """
        if self.count is not None and self.unit is not None:
            return _horizon(self.count, self.unit)
        due = None if on is None else self.due(on)
        return None if on is None or due is None or due < on else _horizon((due - on).days, Period.DAY)

    def __str__(self) -> str:
        if self.span is not None:
            return f"{self.mode} {self.span}"
        return f"{self.mode} {self.event if self.day is None else self.day}"


@short_repr
@attrs.frozen(kw_only=True)
class TimeFrame:
    """When a goal starts and when it is meant to end; overdue is a reason to talk, never a failure.

    At most one of due date, span and number of therapy sessions is given.

    Attributes:
        start: First day, or None while it is open.
        due: Last day.
        span: Length from the start, by calendar rules.
        sessions: Length as a number of therapy sessions, at least 1.

    Raises:
        FieldError: More than one end is given, or the due date lies before the start.
    """

    start: date | None = attrs.field(default=None, validator=_checks.optional(_checks.day))
    due: date | None = attrs.field(default=None, validator=_checks.optional(_checks.day))
    span: Span | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Span)))
    sessions: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))

    def __attrs_post_init__(self) -> None:
        if sum(end is not None for end in (self.due, self.span, self.sessions)) > 1:
            raise FieldError("TimeFrame", "must have at most one of due, span and sessions")
        if self.start is not None and self.due is not None and self.due < self.start:
            raise FieldError("TimeFrame.due", f"must not lie before start ({self.start})", str(self.due))

    @property
    def end(self) -> date | None:
        """Last day; None while the start is open or the frame counts therapy sessions."""
        if self.due is not None or self.span is None:
            return self.due
        return None if self.start is None else self.span.after(self.start)

    @property
    def horizon(self) -> Horizon | None:
        """Short term up to 92 days, 13 weeks, 3 months or 12 therapy sessions; None while no end is told."""
        if self.span is not None:
            return self.span.horizon
        if self.sessions is not None:
            return _horizon(self.sessions, Period.SESSION)
        if self.start is None or self.due is None:
            return None
        return _horizon((self.due - self.start).days, Period.DAY)

    def overdue(self, on: date) -> bool:
        """Whether the last day has passed; False while there is none."""
        _checks.check_day(on, "on")
        return self.end is not None and on > self.end

    def __str__(self) -> str:
        parts = [] if self.start is None else [f"from {self.start}"]
        if self.due is not None:
            parts.append(f"until {self.due}")
        if self.span is not None:
            parts.append(f"for {self.span}")
        if self.sessions is not None:
            parts.append(f"for {self.sessions} therapy session{'s' if self.sessions > 1 else ''}")
        return " ".join(parts) or "open"
