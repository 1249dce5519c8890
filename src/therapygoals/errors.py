"""Every error and warning class of the library.

Each error is a `TherapyGoalsError` and also the built-in that a caller would expect, so both ways of catching work.
The facts of an error are attributes as well: `field`, `rule` and `value`. A person's own words are never put into a
message; where a text is at fault only its length or type is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DocumentError",
    "EventError",
    "Fault",
    "FieldError",
    "FieldTypeError",
    "MissingExtraError",
    "RelationError",
    "TherapyGoalsError",
    "UnknownNameError",
]


class TherapyGoalsError(Exception):
    """Base of every error that the library raises on purpose."""


class _FactError(TherapyGoalsError):
    """An error about one field: which one, which rule it broke, and the value that was given."""

    def __init__(self, field: str, rule: str, value: object = None) -> None:
        self.field = field
        self.rule = rule
        self.value = value
        msg = f"{field} {rule}" if value is None else f"{field} {rule} (got {value!r})"
        super().__init__(msg)

    def __reduce__(self) -> tuple[type[_FactError], tuple[str, str, object]]:
        return type(self), (self.field, self.rule, self.value)

    def __str__(self) -> str:
        return str(self.args[0])


class FieldError(_FactError, ValueError):
    """A value breaks the rule of its field.

    Attributes:
        field: Name of the field, with its class where that helps, such as ``ScaleTarget.goal``.
        rule: What must hold, worded so that the message reads as a sentence.
        value: The value that was given, or None where it is a person's own words.
    """


class FieldTypeError(_FactError, TypeError):
    """A value has the wrong type; the value told is the name of the type that came."""


class RelationError(FieldError):
    """Goals that stand together contradict each other: an id used twice, or a circle of relations."""


class EventError(FieldError):
    """An event cannot have happened so: it does not fit what the journal tells of its day."""


class UnknownNameError(_FactError, KeyError):
    """A name that is looked up does not exist; the rule lists the right ones."""


class MissingExtraError(_FactError, ImportError):
    """An optional library is not installed; the rule names the extra to install."""


@attrs.frozen
class Fault:
    """One thing wrong in a document: where it is and what must hold there.

    Attributes:
        path: Place in the document, such as ``$.goals[2].target``.
        message: What must hold there, without a person's words.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} @ {self.path}"


class DocumentError(TherapyGoalsError, ValueError):
    """A document is malformed; every fault is reported at once, each with its path.

    Attributes:
        faults: All that is wrong, object by object and field by field.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        count = f"{len(self.faults)} faults" if len(self.faults) != 1 else "1 fault"
        super().__init__(f"{count}: " + "; ".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[DocumentError], tuple[Any, ...]]:
        return type(self), (self.faults,)
