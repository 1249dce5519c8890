"""JSON in and out: short documents, read strictly, with every fault told at once.

A field at its default is left out. Goals, targets and events say what they are under ``type``, a `GoalSet` and a
`Journal` under ``format``; both must be there when they are read, and a document in a format of another version is
refused as a whole. A journal is checked again, event by event. Days are written ``2026-01-31``, words of a closed set
as their value, and sets in the order of the alphabet. The same object gives the same bytes with orjson (the extra
``fast``), which only writes, and without; reading is the same either way.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

from therapygoals.errors import DocumentError, FieldTypeError
from therapygoals.interop import _text
from therapygoals.interop._converter import converter
from therapygoals.interop._faults import faults

__all__ = ["dumps", "loads"]

T = TypeVar("T")


def dumps(obj: object) -> bytes:
    """Write an object as JSON.

    Args:
        obj: An object of any class of the library, or a tuple, list or frozenset of them.

    Returns:
        Compact UTF-8 without a line end.

    Raises:
        FieldTypeError: It is, or holds, something else.
        FieldError: A number in it is not finite.
        DocumentError: A text in it holds half of a surrogate pair.

    Examples:
        >>> from therapygoals.goals import OutcomeGoal
        >>> dumps(OutcomeGoal("sleep better"))
        b'{"type":"outcome","statement":{"text":"sleep better"}}'
    """
    return _text.write(converter().unstructure(obj))


@overload
def loads(data: bytes | str, type_: type[T]) -> T: ...
@overload
def loads(data: bytes | str, type_: object) -> Any: ...  # noqa: ANN401  # a union is no class to type checkers
def loads(data: object, type_: Any) -> object:
    """Read an object from JSON.

    Nothing is mended: a number in quotes, a fraction where a whole number belongs, null where a text belongs, an
    unknown or a doubled name are each a fault. A whole number may stand where any number may.

    Args:
        data: JSON text; bytes are UTF-8.
        type_: What to read: a class of the library, one of its unions or bases such as `Goal` or `Target`, or a tuple,
            list or frozenset of one of these, such as ``tuple[Goal, ...]``.

    Returns:
        The object.

    Raises:
        DocumentError: The document is malformed. It tells every fault with its path, and never a person's words.
        FieldTypeError: An argument has the wrong type.

    Examples:
        >>> from therapygoals.goals import Observation
        >>> loads('{"on": "2026-01-31", "value": 7}', Observation).value
        7
        >>> loads('{"on": "2026-01-31", "value": "7"}', Observation)
        Traceback (most recent call last):
        therapygoals.errors.DocumentError: 1 fault: must be a number (got a string) @ $.value
    """
    if not isinstance(data, bytes | str):
        raise FieldTypeError("data", "must be bytes or str", type(data).__name__)
    read = converter().get_structure_hook(type_)
    document = _text.read(data)
    try:
        return read(document, type_)
    except Exception as error:
        raise DocumentError(faults(error)) from None
