"""From the nested errors of one reading to a flat list of faults, each with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

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
                every: BaseException | None = cause.__cause__
                if isinstance(every, ExceptionGroup):  # all that is wrong, of which the first was told
                    yield from faults(cast("Exception", every), path)
                else:
                    yield from faults(cause, path + _step(cause))
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
    """The rule, and the value where it can be no text of a person.

    That is a number, a type, or whatever an event names: the key of another event or of a goal, a day, or a state.
    """
    if isinstance(error, FieldTypeError) or isinstance(error.value, int | float):
        return f"{error.rule} (got {error.value})"
    is_of_an_event = isinstance(error, EventError) or error.field.endswith("].event.id")
    return f"{error.rule} (got {error.value!r})" if is_of_an_event and error.value is not None else error.rule
