"""Numbers in, numbers out: what a metric accepts, and how it divides without ever giving NaN or infinity."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from enum import Enum
from numbers import Integral, Real
from statistics import NormalDist
from typing import cast

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.goals._checks import MAX_NUMBER, check_number
from therapygoals.progress.undefined import Undefined

_NORMAL = NormalDist()
_NUMBERS = (float, int)
_UNORDERED = (str, bytes, Mapping, Set)

LEAST_LEVEL, MOST_LEVEL = 1e-9, 1 - 1e-9
"""Bounds of a level of confidence, so that its quantile is a number that means something."""

NOT_BOTH = Undefined("not measured at both times")
TOO_LARGE = Undefined("the result is too large to be told")


# In


def number(value: object, field: str, *, low: float = -MAX_NUMBER, high: float = MAX_NUMBER) -> float:
    """The number as a float; whatever is no finite number in the closed range is refused.

    Raises:
        FieldTypeError: It is no real number, such as an int or float (a bool is none).
        FieldError: It is NaN, infinite or out of range.
    """
    known = _as_python(value)
    check_number(known, field, low=low, high=high)
    return float(cast("float", known))


def _as_python(value: object) -> object:
    """Another library's whole or real number as a number of Python's own, which is as large."""
    if type(value) in _NUMBERS or isinstance(value, bool) or not isinstance(value, Real):
        return value
    return int(value) if isinstance(value, Integral) else float(value)


def maybe_number(value: object, field: str, *, low: float = -MAX_NUMBER, high: float = MAX_NUMBER) -> float | None:
    """The number as a float, or None where it is missing."""
    return None if value is None else number(value, field, low=low, high=high)


def numbers(
    values: object, field: str, *, low: float = -MAX_NUMBER, high: float = MAX_NUMBER
) -> tuple[float | None, ...]:
    """The numbers as floats in their order, None where one is missing.

    Raises:
        FieldTypeError: It is no ordered collection (a text, a set and a mapping are none), or a member is no number.
        FieldError: A member is NaN, infinite or out of range; the error names its place.
    """
    found = cast("tuple[float | None, ...]", members(values, field, "numbers"))
    for place, value in enumerate(found):
        if value is not None and (type(value) not in _NUMBERS or not low <= value <= high):
            _check_member(value, f"{field}[{place}]", low, high)
    return tuple(None if value is None else float(value) for value in found)


def _check_member(value: object, field: str, low: float, high: float) -> None:
    if isinstance(value, float) and math.isnan(value):
        raise FieldError(field, "must be a finite number; a missing value, where one may be missing, is None", value)
    number(value, field, low=low, high=high)


def members(values: object, field: str, what: str) -> tuple[object, ...]:
    """What an ordered collection holds.

    Raises:
        FieldTypeError: It is no ordered collection; a text, a set and a mapping are none.
    """
    kind = type(values).__name__
    if isinstance(values, _UNORDERED) or not isinstance(values, Iterable):
        raise FieldTypeError(field, f"must be a sequence of {what} in order", kind)
    return tuple(cast("Iterable[object]", values))


def complete(values: object, field: str, *, low: float = -MAX_NUMBER) -> tuple[float, ...]:
    """The numbers as floats in their order, where none may be missing.

    Raises:
        FieldTypeError: As for `numbers`; or a member is None.
        FieldError: As for `numbers`.
    """
    found = numbers(values, field, low=low)
    if None in found:
        number(None, f"{field}[{found.index(None)}]")
    return tuple(present(found))


def present(values: Iterable[float | None]) -> list[float]:
    """The numbers that are not missing."""
    return [value for value in values if value is not None]


def check_same_length(field: str, one: Sequence[object], other_field: str, other: Sequence[object]) -> None:
    """Refuse two collections that belong together and differ in length.

    Raises:
        FieldError: The lengths differ.
    """
    if len(one) != len(other):
        raise FieldError(field, f"must have as many values as {other_field} ({len(other)})", len(one))


def check_kind(value: object, kind: type, field: str) -> None:
    """Refuse what is no instance of the class; where that is a closed set of words, the error lists them.

    Raises:
        FieldTypeError: It is of another type.
    """
    if not isinstance(value, kind):
        words = f" ({', '.join(map(str, kind))})" if issubclass(kind, Enum) else ""
        raise FieldTypeError(field, f"must be of type {kind.__name__}{words}", type(value).__name__)


def check_moves(direction: Direction, field: str = "direction") -> None:
    """Refuse a direction that no number moves in.

    Raises:
        FieldTypeError: It is no `Direction`.
        FieldError: It is neither increase nor decrease.
    """
    check_kind(direction, Direction, field)
    if direction not in (Direction.INCREASE, Direction.DECREASE):
        raise FieldError(field, "must be increase or decrease", str(direction))


def check_level(level: object, field: str = "level") -> float:
    """The level of confidence, a share such as 0.95.

    Raises:
        FieldTypeError: It is no number.
        FieldError: It is not above 0 and below 1.
    """
    return number(level, field, low=LEAST_LEVEL, high=MOST_LEVEL)


# Out


def finite(value: float) -> float | Undefined:
    """The number itself, unless it has grown beyond what a number can hold."""
    return value if math.isfinite(value) else TOO_LARGE


def quotient(numerator: float, denominator: float, why: str) -> float | Undefined:
    """One number over another, or why not where the other is 0."""
    return finite(numerator / denominator) if denominator else Undefined(why)


def minus(one: float | Undefined, other: float | Undefined) -> float | Undefined:
    """The difference; the reason of either where one is undefined."""
    if isinstance(one, Undefined):
        return one
    return other if isinstance(other, Undefined) else finite(one - other)


def plus(one: float | Undefined, other: float | Undefined) -> float | Undefined:
    """The sum; the reason of either where one is undefined."""
    return minus(one, other if isinstance(other, Undefined) else -other)


def change(before: float | None, after: float | None) -> float | Undefined:
    """Later minus earlier; undefined where either is missing."""
    if before is None or after is None:
        return NOT_BOTH
    return finite(after - before)


def sign(direction: Direction) -> int:
    """1 where higher is better, -1 where lower is."""
    return 1 if direction is Direction.INCREASE else -1


def two_sided(level: float) -> float:
    """How many standard errors to either side hold that share of a normal distribution; 1.96 for 0.95."""
    return -_NORMAL.inv_cdf((1 - level) / 2)


def one_sided(level: float) -> float:
    """Below how many standard deviations that share of a normal distribution lies; 1.64 for 0.95."""
    return _NORMAL.inv_cdf(level)


def below(z: float) -> float:
    """Which share of a normal distribution lies below so many standard deviations; 0.975 for 1.96."""
    return _NORMAL.cdf(z)
