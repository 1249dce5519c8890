"""Which word in a JSON object tells what the object is; a class may be renamed, a word may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from therapygoals.goals import TARGETS, BaseTarget, Goal, GoalSet, OutcomeGoal, ProcessGoal
from therapygoals.plan import EVENTS, BaseEvent, Journal

__all__ = ["TAGS", "Family", "family_of", "is_tagged"]


class Family(NamedTuple):
    """Classes that are told apart by the word under one key of their JSON object."""

    key: str
    members: Mapping[str, type]


_BASES: dict[type, Family] = {
    Goal: Family("type", {str(goal.kind): goal for goal in (ProcessGoal, OutcomeGoal)}),
    BaseTarget: Family("type", TARGETS),
    BaseEvent: Family("type", EVENTS),
    GoalSet: Family("format", {"therapygoals/1": GoalSet}),  # the next number, once older readers could not read it
    Journal: Family("format", {"therapygoals-journal/1": Journal}),
}
_ALONE = {one: Family(key, {word: one}) for key, members in _BASES.values() for word, one in members.items()}

TAGS: dict[type, dict[str, str]] = {
    one: {family.key: word} for one, family in _ALONE.items() for word in family.members
}
"""What the JSON object of a class says of itself."""


def is_tagged(type_: object) -> bool:
    """Whether it is a class whose JSON object must say what it is."""
    return isinstance(type_, type) and issubclass(type_, tuple(_BASES))


def family_of(type_: Any) -> Family | None:  # noqa: ANN401  # a class or a union, for which there is no narrower type
    """The classes that may stand where a class, a base or a union is asked for; None when no word tells them apart."""
    parts = [_BASES.get(part) or _ALONE.get(part) for part in get_args(type_) or (type_,)]
    families = [part for part in parts if part is not None]
    if len(families) < len(parts) or len({family.key for family in families}) > 1:
        return None
    return Family(families[0].key, {word: one for family in families for word, one in family.members.items()})
