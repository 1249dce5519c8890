"""How the classes speak: reprs that leave out what was not given, numbers with their unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import TypeVar, cast

import attrs

_C = TypeVar("_C")

_HEAD = re.compile(r"(?P<noun>.*?)(?P<rest> (?:per|out of|of|on|in) .*)?", re.DOTALL)


def short_repr(cls: type[_C]) -> type[_C]:
    """Give an attrs class a repr that reads like the call that made it, without the fields left at their default."""
    fields = tuple(field for field in attrs.fields(cast("type[attrs.AttrsInstance]", cls)) if field.repr)

    def written(self: object) -> str:
        given = ((field, getattr(self, field.name)) for field in fields)
        told = ", ".join(f"{field.name}={_shown(value)}" for field, value in given if value != _default(field))
        return f"{type(self).__name__}({told})"

    type.__setattr__(cls, "__repr__", written)
    return cls


def setters(cls: type) -> tuple[Callable[[object, object], None], ...]:
    """What stores each field of a frozen class with slots; faster than ``object.__setattr__`` where many are made."""
    return tuple(cls.__dict__[field.name].__set__ for field in attrs.fields(cls))


def _default(field: attrs.Attribute[object]) -> object:
    factory = getattr(field.default, "factory", None)
    return field.default if factory is None else factory()


def _shown(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        members = [_shown(member) for member in cast("tuple[object, ...]", value)]
        return f"({', '.join(members)},)" if len(members) == 1 else f"({', '.join(members)})"
    if isinstance(value, frozenset):
        return f"{{{', '.join(sorted(map(_shown, cast('frozenset[object]', value))))}}}"
    return repr(value)


def counted(number: float, unit: str, *, out_of: float | None = None) -> str:
    """Write a number with its unit, in the plural unless it is one: ``1 time per week``, ``7 out of 10 points``."""
    top = "" if out_of is None else f"out of {out_of:.12g}"
    return " ".join(part for part in (f"{number:.12g}", top, unit if abs(number) == 1 else plural(unit)) if part)


def plural(unit: str) -> str:
    """Write the plural of a unit for a person to read; abbreviations and signs stay as they are."""
    head = _HEAD.fullmatch(unit)
    noun, rest = (unit, "") if head is None else (head["noun"], head["rest"] or "")
    return _plural_noun(noun) + rest


_IRREGULAR = {"child": "children", "person": "people", "tooth": "teeth", "foot": "feet", "man": "men", "woman": "women"}
_VOWELS = frozenset("aeiouy")
_ABBREVIATIONS = frozenset({"min", "sec", "oz", "approx"})


def _plural_noun(noun: str) -> str:
    before, space, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        return before + space + _IRREGULAR[last]
    if last in _ABBREVIATIONS or _VOWELS.isdisjoint(last.lower()):
        return noun
    if not noun[-1:].isalpha() or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun.endswith(("ss", "ch", "sh", "x", "z")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
