"""How goals stand to each other."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr

__all__ = ["Relation", "RelationKind"]


@unique
class RelationKind(StrEnum):
    """What another goal is to this one."""

    SERVES = "serves"
    """This goal is a way to the other one."""
    MILESTONE = "milestone"
    """The other goal is a stepping stone on the way to this one."""
    PREDECESSOR = "predecessor"
    """The other goal came before this one."""
    SUCCESSOR = "successor"
    """The other goal comes after this one."""
    REPLACEMENT = "replacement"
    """The other goal takes the place of this one."""
    OTHER = "other"


ONE_WAY = (
    {RelationKind.SERVES: True, RelationKind.MILESTONE: False},
    {RelationKind.SUCCESSOR: True, RelationKind.REPLACEMENT: True, RelationKind.PREDECESSOR: False},
)
"""Relations that must not lead in a circle together; False for a kind that points the other way."""


@short_repr
@attrs.frozen
class Relation:
    """A link from the goal that holds it to another one.

    Attributes:
        kind: What the other goal is to this one.
        to: Id of the other goal.
    """

    kind: RelationKind = attrs.field(validator=_checks.a(RelationKind))
    to: str = attrs.field(validator=_checks.text(most=200))
