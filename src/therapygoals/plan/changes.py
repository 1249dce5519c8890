"""What changed between two versions of a goal: the fields that differ, each with its path and both values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import attrs

from therapygoals.goals import BaseTarget, Goal
from therapygoals.goals._words import short_repr

__all__ = ["FieldChange", "changes"]


@short_repr
@attrs.frozen(kw_only=True)
class FieldChange:
    """One field that differs.

    Attributes:
        path: Where it is, such as ``targets[0].at_least`` or ``statement.text``.
        old: The value before; None where there was none.
        new: The value after; None where there is none.
    """

    path: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.path}: {_told(self.old)} -> {_told(self.new)}"


def _told(value: object) -> str:
    if isinstance(value, tuple | frozenset):
        return ", ".join(map(str, cast("Iterable[object]", value))) or "nothing"
    return "nothing" if value is None else str(value)


def changes(older: Goal, newer: Goal) -> tuple[FieldChange, ...]:
    """Compare two versions of a goal, field by field and part by part.

    Targets are compared by their key where they have one, else by their place.

    Args:
        older: The version before.
        newer: The version after.

    Returns:
        The fields that differ, in the order of the class; empty when the two are equal. Where a part is of another
        class, or there is only one of it, the whole part is told.

    Examples:
        >>> from therapygoals.goals import FrequencyTarget, Period, ProcessGoal
        >>> three, two = (FrequencyTarget(at_least=n, per=Period.WEEK) for n in (3, 2))
        >>> [str(change) for change in changes(ProcessGoal("walk", three), ProcessGoal("walk", two))]
        ['targets[0].at_least: 3 -> 2']
    """
    return tuple(_compared("", older, newer))


def _compared(path: str, old: object, new: object) -> Iterator[FieldChange]:
    if type(old) is not type(new):
        yield FieldChange(path=path or "type", old=old, new=new)
    elif attrs.has(type(old)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(old))):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _compared(inner, getattr(old, field.name), getattr(new, field.name))
    elif isinstance(old, tuple) and _holds_targets(old, new):
        yield from _targets_compared(path, cast("Any", old), cast("Any", new))
    elif old != new:
        yield FieldChange(path=path, old=old, new=new)


def _holds_targets(*sides: Any) -> bool:  # noqa: ANN401  # whatever a field may hold
    return any(isinstance(part, BaseTarget) for side in sides for part in side)


def _targets_compared(path: str, old: tuple[BaseTarget, ...], new: tuple[BaseTarget, ...]) -> Iterator[FieldChange]:
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        yield from _compared(f"{path}[{key}]", before.get(key), after.get(key))


def _by_key(targets: tuple[BaseTarget, ...]) -> dict[str | int, BaseTarget]:
    return {place if target.key is None else target.key: target for place, target in enumerate(targets)}
