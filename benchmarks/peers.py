"""Other readers of text that pip can install, and what their answers say about a statement.

None of them tells roles, so the mapping is kind to them: the last day that lies ahead is taken as the deadline, the
first length below a day as the duration, the first rate as the frequency.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

ON = date(2026, 1, 5)
_MOMENT = datetime(ON.year, ON.month, ON.day)  # noqa: DTZ001 - the peers want a naive moment
_LENGTHS = {"second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1_440.0, "week": 10_080.0, "fortnight": 20_160.0}
_RULE = re.compile(r"(INTERVAL|FREQ|UNTIL)=(\w+)")
_RULE_PERIODS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


Answer = Any
"""Whatever a library answers with."""

Reader = Callable[[str], Answer]
"""A library made ready: it takes a statement."""


class Rate(NamedTuple):
    """How often: a number in each period, or in every so many periods."""

    count: float
    per: str
    every: int = 1


class Found(NamedTuple):
    """What an answer tells, in the order of the text; None for what a library does not look for at all."""

    rates: list[Rate] | None = None
    minutes: list[float] | None = None
    days: list[date] | None = None


class Peer(NamedTuple):
    """One library: how it is called, how it is made ready, and what its answer means."""

    name: str
    load: Callable[[], Reader]
    found: Callable[[Answer], Found]


def months_after(day: date, months: float) -> date:
    """The same day of a later month, or its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def day_after(number: float, unit: str) -> date | None:
    """The day that lies so many units ahead; None below a day, and beyond a lifetime."""
    if not 0 < number < 1_200:
        return None
    if unit in ("month", "year"):
        return months_after(ON, number * (12 if unit == "year" else 1))
    minutes = number * _LENGTHS.get(unit, 0)
    return ON + timedelta(minutes=minutes) if minutes >= _LENGTHS["day"] else None


def _lengths(lengths: list[tuple[float, str]], rates: list[Rate] | None = None) -> Found:
    """Lengths below a day are durations, longer ones lead to a day."""
    minutes = [number * _LENGTHS[unit] for number, unit in lengths if unit in ("second", "minute", "hour")]
    days = [day for number, unit in lengths if (day := day_after(number, unit)) is not None]
    return Found(rates, minutes, days)


def _moments(moments: list[datetime]) -> Found:
    """A moment on the day itself is a length from midnight on, a later one a day."""
    minutes = [(moment - _MOMENT).total_seconds() / 60 for moment in moments if moment.date() == ON]
    return Found(None, [length for length in minutes if length > 0], [moment.date() for moment in moments])


def _ours() -> Reader:
    from therapygoals import read

    return read


def _found_by_us(reading: Answer) -> Found:
    frequency, duration, deadline = reading.frequency, reading.duration, reading.deadline
    rates = [] if frequency is None else [Rate(_bound(frequency), str(frequency.per), frequency.every or 1)]
    minutes = [] if duration is None else [_bound(duration) * _LENGTHS.get(str(duration.unit), 0)]
    due = None if deadline is None else deadline.due(ON)
    return Found(rates, minutes, [] if due is None else [due])


def _bound(amount: Answer) -> float:
    return amount.high if amount.low is None else amount.low


def _dateparser() -> Reader:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": _MOMENT, "PREFER_DATES_FROM": "future"}
    return lambda text: search_dates(text, languages=["en"], settings=settings)


def _found_by_dateparser(answer: Answer) -> Found:
    return _moments([moment.replace(tzinfo=None) for _, moment in answer or ()])


def _parsedatetime() -> Reader:
    from parsedatetime import Calendar

    calendar = Calendar()
    return lambda text: calendar.nlp(text, sourceTime=_MOMENT)


def _found_by_parsedatetime(answer: Answer) -> Found:
    return _moments([moment for moment, *_ in answer or ()])


def _quantulum() -> Reader:
    from quantulum3 import parser

    return parser.parse


def _found_by_quantulum(answer: Answer) -> Found:
    lengths = [(quantity.value, quantity.unit.name.removesuffix(" of arc")) for quantity in answer]
    named = ((quantity.value, quantity.unit.name.rpartition("per ")) for quantity in answer)
    rates = [Rate(number, per) for number, (head, cut, per) in named if cut and head in ("", "count ")]
    return _lengths(lengths, rates)


def _text2num() -> Reader:
    from text_to_num import alpha2digit

    return lambda text: alpha2digit(text, "en")


def _recurrent() -> Reader:
    from recurrent import RecurringEvent

    return lambda text: RecurringEvent(now_date=_MOMENT).parse(text)


def _found_by_recurrent(answer: Answer) -> Found:
    if isinstance(answer, datetime):
        return Found([], None, [answer.date()])
    told = dict(_RULE.findall(answer or ""))
    per = _RULE_PERIODS.get(told.get("FREQ", ""))
    rates = [] if per is None else [Rate(1, per, int(told.get("INTERVAL", 1)))]
    return Found(rates, None, [date.fromisoformat(told["UNTIL"][:8])] if "UNTIL" in told else [])


def _ctparse() -> Reader:
    from ctparse import ctparse

    return lambda text: ctparse(text, ts=_MOMENT, timeout=0)


def _found_by_ctparse(answer: Answer) -> Found:
    what = None if answer is None else answer.resolution
    if hasattr(what, "value") and hasattr(what, "unit"):
        return _lengths([(what.value, what.unit.value.removesuffix("s"))])
    moment = getattr(what, "t_to", None) or getattr(what, "t_from", None) or what
    whole = moment is not None and None not in (getattr(moment, part, None) for part in ("year", "month", "day"))
    return Found(None, [], [date(moment.year, moment.month, moment.day)] if whole else [])


def _recognizers() -> Reader:
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    return lambda text: recognize_datetime(text, Culture.English, reference=_MOMENT)


def _found_by_recognizers(answer: Answer) -> Found:
    values = [result.resolution["values"][-1] for result in answer if result.resolution]
    sets = (re.fullmatch(r"P(\d+)([DWMY])", value["timex"]) for value in values if value["type"] == "set")
    rates = [
        Rate(1, {"D": "day", "W": "week", "M": "month", "Y": "year"}[told[2]], int(told[1])) for told in sets if told
    ]
    lengths = [float(value["value"]) / 60 for value in values if value["type"] == "duration"]
    days = [day for length in lengths if (day := day_after(length, "minute")) is not None]
    days += [date.fromisoformat(day[:10]) for day in _days_of_recognizers(values)]
    return Found(rates, [length for length in lengths if length < _LENGTHS["day"]], days)


def _days_of_recognizers(values: list[dict[str, str]]) -> Iterator[str]:
    for value in values:
        if value["type"] in ("date", "daterange", "datetime", "datetimerange"):
            day = value.get("end") or value.get("value") or value.get("start") or ""
            if re.match(r"\d{4}-\d\d-\d\d", day):
                yield day


OURS = Peer("therapygoals", _ours, _found_by_us)
PEERS = (
    Peer("dateparser", _dateparser, _found_by_dateparser),
    Peer("parsedatetime", _parsedatetime, _found_by_parsedatetime),
    Peer("quantulum3", _quantulum, _found_by_quantulum),
    Peer("text2num", _text2num, lambda _: Found()),
    Peer("recurrent", _recurrent, _found_by_recurrent),
    Peer("ctparse", _ctparse, _found_by_ctparse),
    Peer("recognizers-text-suite", _recognizers, _found_by_recognizers),
)


def installed() -> tuple[list[tuple[Peer, Reader]], list[str]]:
    """The peers that can be used here, ready to be called, and a line for each that cannot."""
    ready, missing = [], []
    for peer in PEERS:
        try:
            ready.append((peer, peer.load()))
        except ImportError as error:
            missing.append(f"{peer.name}: skipped, it cannot be imported ({error.name or error})")
    return ready, missing
