"""Single values: each is read as what it is and mended into nothing, and told without repeating a person's words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, TypeAlias

from cattrs.fns import identity

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals._checks import NOT_UNICODE, is_unicode
from therapygoals.interop._text import Several, mark_extreme

__all__ = ["READERS", "WRITERS", "Plain", "Reader", "Type", "Writer", "misfit"]

Type: TypeAlias = Any
"""A class, a union, or a collection of them; there is no narrower type for it."""
Plain: TypeAlias = Any
"""What JSON has: None, bool, int, float, str, list or dict."""
Reader: TypeAlias = Callable[[Plain, Type], Any]
Writer: TypeAlias = Callable[[Any], Plain]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONG = 10**16


def misfit(expected: str, value: Plain) -> FieldTypeError:
    """The error for a value of another type than asked for."""
    return FieldTypeError("value", f"must be {expected}", _told(value))


def _told(value: Plain) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value) if -_LONG < value < _LONG else "a number"
        case str():
            return "a string"
        case Several():
            return "several values under one name"
        case _:
            return "an object" if isinstance(value, dict) else "an array"


def _read_null(value: Plain, _: Type) -> None:
    if value is not None:
        raise misfit("null", value)


def _read_bool(value: Plain, _: Type) -> bool:
    if type(value) is not bool:
        raise misfit("true or false", value)
    return value


def _read_whole(value: Plain, _: Type) -> int:
    if type(value) is not int:
        raise misfit("a whole number", value)
    return value


def _read_number(value: Plain, _: Type) -> float:
    if type(value) is int:
        return value
    if type(value) is not float:
        raise misfit("a number", value)
    if not math.isfinite(value):
        raise FieldError("value", "must be a finite number")
    return value


def _read_text(value: Plain, _: Type) -> str:
    if type(value) is not str:
        raise misfit("a string", value)
    if not is_unicode(value):
        raise FieldError("value", NOT_UNICODE)
    return value


def _read_day(value: Plain, _: Type) -> date:
    expected = "a day such as 2026-01-31"
    if type(value) is not str:
        raise misfit(expected, value)
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise FieldError("value", f"must be {expected}") from None


def _read_moment(value: Plain, _: Type) -> datetime:
    expected = "a moment with its zone such as 2026-01-31T10:00:00+00:00"
    if type(value) is not str:
        raise misfit(expected, value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise FieldError("value", f"must be {expected}") from None
    if moment.isoformat() != value or moment.utcoffset() is None:
        raise FieldError("value", f"must be {expected}")
    return moment


def _read_word(value: Plain, words: type[StrEnum]) -> StrEnum:
    expected = f"one of: {', '.join(words)}"
    if type(value) is not str:
        raise misfit(expected, value)
    try:
        return words(value)
    except ValueError:
        raise FieldError("value", f"must be {expected}") from None


def _write_number(value: float) -> float:
    if not isinstance(value, int) and not math.isfinite(value):
        raise FieldError("number", "must be finite", value)
    return mark_extreme(value)


def _write_moment(value: datetime) -> str:
    if value.utcoffset() is None:
        rule = "must be a datetime.date without a time of day, or a datetime with its time zone"
        raise FieldTypeError("day", rule, type(value).__name__)
    return value.isoformat()


READERS: dict[type, Reader] = {
    NoneType: _read_null,
    bool: _read_bool,
    int: _read_whole,
    float: _read_number,
    str: _read_text,
    date: _read_day,
    datetime: _read_moment,
    StrEnum: _read_word,
}
WRITERS: dict[type, Writer] = {
    NoneType: identity,
    int: identity,
    float: _write_number,
    str: identity,
    date: date.isoformat,
    datetime: _write_moment,
    StrEnum: str,
}
