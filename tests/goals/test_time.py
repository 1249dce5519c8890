"""Spans, calendar days, deadlines and time frames by calendar rules."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    CalendarDay,
    Deadline,
    DeadlineMode,
    Holiday,
    Horizon,
    Period,
    Span,
    TimeFrame,
    Weekday,
    add_span,
)
from therapygoals.testing import calendar_days, days, deadlines, spans, time_frames

SHORT, LONG = Horizon.SHORT_TERM, Horizon.LONG_TERM
A_TIME = datetime(2026, 1, 1, 12)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("said", "on", "day"),
    [
        ({"ahead": 0, "end": True}, date(2026, 1, 5), date(2026, 1, 31)),
        ({"ahead": 1, "end": True}, date(2026, 1, 31), date(2026, 2, 28)),
        ({"ahead": 1}, date(2026, 12, 5), date(2027, 1, 1)),
        ({"ahead": 0}, date(2026, 12, 5), date(2026, 12, 31)),
        ({"day": 20}, date(2026, 1, 5), date(2026, 1, 20)),
        ({"day": 20}, date(2026, 1, 20), date(2026, 1, 20)),
        ({"day": 3}, date(2026, 12, 5), date(2027, 1, 3)),
        ({"day": 31}, date(2026, 2, 5), date(2026, 2, 28)),
    ],
)
def test_a_day_or_month_counted_from_now_is_found(said, on, day):
    assert CalendarDay(**said).resolve(on) == day


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"ahead": 0, "end": True}, "end of this month"),
        ({"ahead": 1}, "next month"),
        ({"ahead": 4, "end": True}, "end of the month 4 months ahead"),
        ({"day": 20}, "20"),
    ],
)
def test_such_a_day_can_be_written(said, words):
    assert str(CalendarDay(**said)) == words


def test_a_day_gone_by_has_no_horizon():
    deadline = Deadline(mode=DeadlineMode.BY, day=CalendarDay(year=2026, month=3))
    assert deadline.horizon(date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (date(2026, 1, 31), Span(1, Period.MONTH), date(2026, 2, 28)),
        (date(2024, 1, 31), Span(1, Period.MONTH), date(2024, 2, 29)),
        (date(2026, 3, 31), Span(1, Period.QUARTER), date(2026, 6, 30)),
        (date(2024, 2, 29), Span(1, Period.YEAR), date(2025, 2, 28)),
        (date(2026, 11, 30), Span(3, Period.MONTH), date(2027, 2, 28)),
        (date(2026, 1, 1), Span(1.5, Period.MONTH), date(2026, 2, 16)),
        (date(2026, 1, 1), Span(0.5, Period.YEAR), date(2026, 7, 1)),
        (date(2026, 1, 1), Span(2, Period.WEEK), date(2026, 1, 15)),
        (date(2026, 1, 1), Span(10, Period.WEEKDAY), date(2026, 1, 15)),
        (date(2026, 1, 1), Span(90, Period.MINUTE), date(2026, 1, 1)),
        (date(2026, 1, 1), Span(48, Period.HOUR), date(2026, 1, 3)),
        (date(2026, 1, 1), Span(12, Period.SESSION), None),
        (date(2026, 1, 1), Span(1, Period.MEETING), None),
        (date.max, Span(1, Period.DAY), None),
        (date.max, Span(1, Period.MONTH), None),
        (date(9999, 12, 1), Span(0.99, Period.MONTH), date(9999, 12, 31)),
        (date(2026, 1, 1), Span(1e100, Period.YEAR), None),
        (date(2026, 1, 1), Span(9000, Period.YEAR), None),
    ],
)
def test_span_after_a_day(start, span, end):
    assert add_span(start, span) == span.after(start) == end


@given(days(), spans(dated=True))
def test_span_never_leads_back_and_about_as_far_as_it_is_long(start, span):
    end = add_span(start, span)
    assert abs((end - start).days - span.days) <= 5


@pytest.mark.parametrize(
    ("span", "horizon"),
    [
        (Span(92, Period.DAY), SHORT),
        (Span(93, Period.DAY), LONG),
        (Span(13, Period.WEEK), SHORT),
        (Span(14, Period.WEEK), LONG),
        (Span(3, Period.MONTH), SHORT),
        (Span(3.5, Period.MONTH), LONG),
        (Span(1, Period.QUARTER), SHORT),
        (Span(2, Period.QUARTER), LONG),
        (Span(12, Period.SESSION), SHORT),
        (Span(13, Period.SESSION), LONG),
        (Span(1, Period.YEAR), LONG),
        (Span(48, Period.HOUR), SHORT),
    ],
)
def test_short_term_ends_at_its_limit(span, horizon):
    assert span.horizon is horizon
    assert Deadline(mode=DeadlineMode.WITHIN, count=span.count, unit=span.unit).horizon() is horizon
    assert TimeFrame(span=span).horizon is horizon


def test_span_reads_as_a_person_would_say_it():
    assert [str(Span(1, Period.WEEK)), str(Span(2.5, Period.HOUR))] == ["1 week", "2.5 hours"]


@pytest.mark.parametrize(
    "easter",
    [date(2000, 4, 23), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25)],
)
def test_easter_of_known_years(easter):
    assert CalendarDay(holiday=Holiday.EASTER, year=easter.year).resolve(date(2026, 1, 1)) == easter


ON = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("said", "meant", "words"),
    [
        ({"weekday": Weekday.SUNDAY}, date(2026, 11, 22), "Sunday"),
        ({"weekday": Weekday.MONDAY}, date(2026, 11, 23), "Monday"),
        ({"weekday": Weekday.SATURDAY}, date(2026, 11, 28), "Saturday"),
        ({"month": 3}, date(2027, 3, 1), "March"),
        ({"month": 3, "end": True}, date(2027, 3, 31), "end of March"),
        ({"month": 11}, date(2026, 11, 30), "November"),
        ({"month": 12}, date(2026, 12, 1), "December"),
        ({"month": 11, "day": 22}, date(2026, 11, 22), "22 November"),
        ({"month": 11, "day": 21}, date(2027, 11, 21), "21 November"),
        ({"month": 4, "day": 31}, date(2027, 4, 30), "31 April"),
        ({"month": 2, "day": 29, "year": 2028}, date(2028, 2, 29), "29 February 2028"),
        ({"month": 3, "year": 2026}, date(2026, 3, 1), "March 2026"),
        ({"year": 2028}, date(2028, 1, 1), "2028"),
        ({"year": 2028, "end": True}, date(2028, 12, 31), "end of 2028"),
        ({"year": 2026}, date(2026, 12, 31), "2026"),
        ({"holiday": Holiday.EASTER}, date(2027, 3, 28), "Easter"),
        ({"holiday": Holiday.EASTER, "year": 2030}, date(2030, 4, 21), "Easter 2030"),
    ],
)
def test_calendar_day_is_sought_forward(said, meant, words):
    day = CalendarDay(**said)
    assert day.resolve(ON) == meant
    assert str(day) == words


def test_month_that_begins_today_is_met_today():
    assert CalendarDay(month=11).resolve(date(2026, 11, 1)) == date(2026, 11, 1)


@given(calendar_days(), days())
def test_day_without_a_year_lies_ahead_within_a_year_or_so(day, on):
    meant = day.resolve(on)
    assert meant is not None
    if day.year is None:
        assert timedelta(0) <= meant - on <= timedelta(days=400)


def test_day_beyond_the_calendar_is_none():
    assert CalendarDay(month=1, day=1).resolve(date.max) is None
    assert CalendarDay(weekday=Weekday.MONDAY).resolve(date.max) is None
    assert CalendarDay(ahead=1).resolve(date.max) is None
    assert CalendarDay(day=5).resolve(date(9999, 12, 6)) is None
    assert CalendarDay(day=5).resolve(date(9999, 12, 5)) == date(9999, 12, 5)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "CalendarDay"),
        ({"end": True}, "CalendarDay"),
        ({"day": 5, "year": 2026}, "CalendarDay.day"),
        ({"ahead": 1, "month": 2}, "CalendarDay.ahead"),
        ({"ahead": 1, "day": 2}, "CalendarDay.ahead"),
        ({"ahead": 13}, "CalendarDay.ahead"),
        ({"day": 5, "weekday": Weekday.MONDAY}, "CalendarDay.day"),
        ({"weekday": Weekday.MONDAY, "month": 1}, "CalendarDay.weekday"),
        ({"holiday": Holiday.EASTER, "month": 4}, "CalendarDay.holiday"),
        ({"month": 13}, "CalendarDay.month"),
        ({"month": 1, "day": 32}, "CalendarDay.day"),
        ({"year": 0}, "CalendarDay.year"),
        ({"year": 10_000}, "CalendarDay.year"),
    ],
)
def test_calendar_day_that_is_none_is_refused(said, field):
    with pytest.raises(FieldError) as caught:
        CalendarDay(**said)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("said", "due", "horizon", "words"),
    [
        ({"count": 3, "unit": Period.MONTH}, date(2027, 2, 22), SHORT, "by 3 months"),
        ({"count": 6, "unit": Period.SESSION}, None, SHORT, "by 6 sessions"),
        ({"day": CalendarDay(month=3)}, date(2027, 3, 1), LONG, "by March"),
        ({"event": "the wedding"}, None, None, "by the wedding"),
    ],
)
def test_deadline_is_due_by_what_it_says(said, due, horizon, words):
    deadline = Deadline(mode=DeadlineMode.BY, **said)
    assert deadline.due(ON) == due
    assert deadline.horizon(ON) is horizon
    assert str(deadline) == words


def test_calendar_day_has_no_horizon_until_it_is_said():
    assert Deadline(mode=DeadlineMode.BY, day=CalendarDay(month=3)).horizon() is None


@given(deadlines(), days())
def test_relative_deadline_is_due_where_its_span_leads(deadline, on):
    assert (deadline.span is None) == (deadline.count is None)
    if deadline.span is not None:
        assert deadline.due(on) == add_span(on, deadline.span)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "Deadline"),
        ({"count": 3, "unit": Period.DAY, "event": "the wedding"}, "Deadline"),
        ({"day": CalendarDay(month=3), "event": "the wedding"}, "Deadline"),
        ({"count": 3}, "Deadline.count"),
        ({"unit": Period.DAY, "event": "the wedding"}, "Deadline.count"),
        ({"count": -1, "unit": Period.DAY}, "Deadline.count"),
    ],
)
def test_deadline_has_exactly_one_end(said, field):
    with pytest.raises(FieldError) as caught:
        Deadline(mode=DeadlineMode.BY, **said)
    assert caught.value.field == field
    assert "wedding" not in str(caught.value)


START = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("frame", "end", "horizon", "words"),
    [
        (TimeFrame(), None, None, "open"),
        (TimeFrame(start=START), None, None, "from 2026-01-31"),
        (TimeFrame(due=date(2026, 5, 3)), date(2026, 5, 3), None, "until 2026-05-03"),
        (TimeFrame(start=START, due=date(2026, 5, 3)), date(2026, 5, 3), SHORT, "from 2026-01-31 until 2026-05-03"),
        (TimeFrame(start=START, due=date(2026, 5, 4)), date(2026, 5, 4), LONG, "from 2026-01-31 until 2026-05-04"),
        (TimeFrame(start=START, span=Span(1, Period.MONTH)), date(2026, 2, 28), SHORT, "from 2026-01-31 for 1 month"),
        (TimeFrame(span=Span(1, Period.MONTH)), None, SHORT, "for 1 month"),
        (TimeFrame(sessions=12), None, SHORT, "for 12 therapy sessions"),
        (TimeFrame(sessions=13), None, LONG, "for 13 therapy sessions"),
        (TimeFrame(sessions=1), None, SHORT, "for 1 therapy session"),
    ],
)
def test_time_frame_ends_by_calendar_rules(frame, end, horizon, words):
    assert frame.end == end
    assert frame.horizon is horizon
    assert str(frame) == words


@given(time_frames(), days())
def test_overdue_is_after_the_last_day_only(frame, on):
    assert frame.overdue(on) == (frame.end is not None and on > frame.end)


def test_last_day_itself_is_not_overdue():
    frame = TimeFrame(due=START)
    assert not frame.overdue(START)
    assert frame.overdue(START + timedelta(days=1))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"due": date(2026, 1, 30), "start": START}, "TimeFrame.due"),
        ({"due": START, "sessions": 3}, "TimeFrame"),
        ({"span": Span(1, Period.DAY), "sessions": 3}, "TimeFrame"),
        ({"sessions": 0}, "TimeFrame.sessions"),
    ],
)
def test_time_frame_that_contradicts_itself_is_refused(said, field):
    with pytest.raises(FieldError) as caught:
        TimeFrame(**said)
    assert caught.value.field == field


@pytest.mark.parametrize(
    "ask",
    [
        TimeFrame(due=START).overdue,
        CalendarDay(month=3).resolve,
        Deadline(mode=DeadlineMode.BY, count=3, unit=Period.DAY).due,
        Span(3, Period.DAY).after,
    ],
)
@pytest.mark.parametrize("day", [A_TIME, "2026-01-01", None])
def test_day_of_asking_is_a_calendar_day(ask, day):
    with pytest.raises(FieldTypeError, match=r"must be a datetime\.date without a time of day"):
        ask(day)
