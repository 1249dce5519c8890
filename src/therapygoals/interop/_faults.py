"""From the nested errors of one reading to a flat list of faults, each with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

from therapygoals.errors import EventError, Fault, FieldError, FieldTypeError

_NAME = re.compile(r"\w{1,40}")


def faults(error: Exception, path: str = "$") -> Iterator[Fault]:
    """Every fault behind an error, field by field, with unknown fields last.

    Raises:
        Exception: What is no fault of the document, as it came.
    """
    match error:
        case ExceptionGroup():
            for cause in error.exceptions:
                yield from faults(cause, path + _step(cause))
        case EventError():
            yield Fault(path, "must be an event that fits everything else that was recorded")
        case FieldError() | FieldTypeError():
            yield Fault(path, _message(error))
        case ForbiddenExtraKeysError():
            known = ", ".join(field.name for field in attrs.fields(error.cl) if field.init)
            for name in sorted(error.extra_fields):
                yield Fault(_member(path, name), f"unknown field; {error.cl.__name__} has: {known}")
        case KeyError():
            yield Fault(path, "required field missing")
        case _:
            raise error


def _step(error: Exception) -> str:
    """How to get from the whole to the part that an error is about."""
    match getattr(error, "__notes__", None):
        case [AttributeValidationNote() as note]:
            return f".{note.name}"
        case [IterableValidationNote() as note]:
            return f"[{note.index}]"
        case _ if isinstance(error, FieldError | FieldTypeError):  # about the whole: it names its field itself
            _, dot, field = error.field.partition(".")
            return dot + field
        case _:
            return ""


def _member(path: str, name: str) -> str:
    """The path of an unknown field; a name that could be a sentence is not told."""
    return f"{path}.{name}" if _NAME.fullmatch(name) else f"{path}[?]"


def _message(error: FieldError | FieldTypeError) -> str:
    """The rule, and the value where it is a number or a type; text out of the document is never told, ids neither."""
    tellable = isinstance(error, FieldTypeError) or isinstance(error.value, int | float)
    return f"{error.rule} (got {error.value})" if tellable else error.rule
