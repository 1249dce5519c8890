"""Validators for attrs fields that raise our own errors: field, rule and value, never a person's words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from therapygoals.errors import FieldError, FieldTypeError

if TYPE_CHECKING:
    import attrs

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

MAX_TEXT = 4_000
"""Most code points that a statement may have."""

NOT_UNICODE = "must be valid Unicode text (it holds half of a surrogate pair)"
"""Rule for a string that no other program could read."""

MAX_NUMBER = 1e100
"""Largest number of a model, so that differences and quotients stay finite."""


def field_name(instance: object, attribute: attrs.Attribute[Any]) -> str:
    """Name a field as a reader of the error would look for it: ``Class.field``."""
    return f"{type(instance).__name__}.{attribute.name}"


def check_text(value: object, field: str, *, most: int = MAX_TEXT) -> str:
    """Return the text unchanged when it is a non-blank string of Unicode text within the cap.

    Raises:
        FieldTypeError: It is not a string.
        FieldError: It is blank, longer than the cap, or holds half of a surrogate pair. The text itself is not told.
    """
    if not isinstance(value, str):
        raise FieldTypeError(field, "must be a str", type(value).__name__)
    if not value or value.isspace():
        raise FieldError(field, "must not be empty or blank")
    if len(value) > most:
        raise FieldError(field, f"must have at most {most} characters (it has {len(value)})")
    if not (value.isascii() or is_unicode(value)):
        raise FieldError(field, NOT_UNICODE)
    return value


def is_unicode(value: str) -> bool:
    """Whether a string can be written as UTF-8, which one with half of a surrogate pair cannot."""
    try:
        return value.isascii() or bool(value.encode())
    except UnicodeEncodeError:
        return False


def check_number(value: object, field: str, *, low: float | None = None, high: float | None = None) -> None:
    """Refuse whatever is no finite number, or lies outside the closed range.

    Raises:
        FieldTypeError: It is not an int or float (a bool is neither).
        FieldError: It is NaN, infinite, beyond any measure, or out of range.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FieldTypeError(field, "must be an int or float", type(value).__name__)
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        told = value if isinstance(value, float) else None  # the digits of a huge int are no help to anybody
        raise FieldError(field, f"must be a finite number between {-MAX_NUMBER:g} and {MAX_NUMBER:g}", told)
    if low is not None and value < low:
        raise FieldError(field, f"must be at least {low}", value)
    if high is not None and value > high:
        raise FieldError(field, f"must be at most {high}", value)


def check_bounds(
    owner: str, low: float | None, high: float | None, *, names: tuple[str, str] = ("low", "high"), strict: bool = False
) -> None:
    """Refuse bounds that nothing can meet; at least one has to be given.

    Raises:
        FieldError: Both are None, the lower one lies above the upper one, or they are equal and themselves left out.
    """
    if low is None and high is None:
        raise FieldError(owner, f"must have {names[0]} or {names[1]}; both are None")
    if low is not None and high is not None:
        if low > high:
            raise FieldError(f"{owner}.{names[0]}", f"must not lie above {names[1]} ({high:g})", low)
        if strict and low == high:
            raise FieldError(f"{owner}.{names[0]}", f"must lie below {names[1]} when strict", low)


def check_day(value: object, field: str) -> None:
    """Refuse whatever is no calendar day.

    Raises:
        FieldTypeError: It is not a `datetime.date`, or it is a `datetime.datetime`.
    """
    if isinstance(value, datetime) or not isinstance(value, date):
        raise FieldTypeError(field, "must be a datetime.date without a time of day", type(value).__name__)


def text(*, most: int = MAX_TEXT) -> Validator:
    """A non-blank string of at most `most` characters."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        check_text(value, field_name(instance, attribute), most=most)

    return validate


def number(*, low: float | None = None, high: float | None = None) -> Validator:
    """A finite number in the closed range."""
    least, most = -MAX_NUMBER if low is None else low, MAX_NUMBER if high is None else high

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, float | int) or not least <= value <= most:
            check_number(value, field_name(instance, attribute), low=low, high=high)

    return validate


def whole(*, low: int | None = None, high: int | None = None) -> Validator:
    """A whole number in the closed range; a bool or a float is none."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        name = field_name(instance, attribute)
        if isinstance(value, bool) or not isinstance(value, int):
            raise FieldTypeError(name, "must be an int", type(value).__name__)
        check_number(value, name, low=low, high=high)

    return validate


def day(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A calendar day."""
    check_day(value, field_name(instance, attribute))


def a(*kinds: type) -> Validator:
    """An instance of one of the classes; where one is a closed set of words, the error lists them."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            names = " or ".join(_told(kind) for kind in kinds)
            raise FieldTypeError(field_name(instance, attribute), f"must be of type {names}", type(value).__name__)

    return validate


def _told(kind: type) -> str:
    return f"{kind.__name__} ({', '.join(map(str, kind))})" if issubclass(kind, Enum) else kind.__name__


def one_of(kind: type[Enum], *members: Enum) -> Validator:
    """One of some members of a closed set."""
    member_of = a(kind)

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        member_of(instance, attribute, value)
        if value not in members:
            field = field_name(instance, attribute)
            raise FieldError(field, f"must be one of {', '.join(map(str, members))}", str(value))

    return validate


def optional(validator: Validator) -> Validator:
    """None, or whatever the other validator lets through."""

    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            validator(instance, attribute, value)

    return validate


def each(kind: type[Collection[Any]], validator: Validator) -> Validator:
    """A tuple or frozenset whose every member the other validator lets through."""
    rule = "must be a list or tuple" if kind is tuple else "must be a set, list or tuple"

    def validate(instance: object, attribute: attrs.Attribute[Any], value: Collection[Any]) -> None:
        if not isinstance(value, kind):
            raise FieldTypeError(field_name(instance, attribute), rule, type(value).__name__)
        for member in value:
            validator(instance, attribute, member)

    return validate


def to_tuple(value: Sequence[Any]) -> tuple[Any, ...]:
    """Turn a list into a tuple and let everything else stand, so that a wrong type is told and not mended."""
    return tuple(value) if isinstance(value, list) else cast("tuple[Any, ...]", value)


def to_frozenset(value: Collection[Any]) -> frozenset[Any]:
    """Turn a set, list or tuple into a frozenset and let everything else stand, what cannot be hashed too."""
    try:
        return frozenset(value) if isinstance(value, set | list | tuple) else cast("frozenset[Any]", value)
    except TypeError:
        return cast("frozenset[Any]", value)
