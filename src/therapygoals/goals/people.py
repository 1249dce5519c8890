"""Who: the parts people play, by pseudonym; a goal belongs to the person who lives it."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr

__all__ = ["Actor", "Contribution", "ContributionKind", "Motive", "Origin", "Ownership", "Party"]


@unique
class Party(StrEnum):
    """The part that somebody plays in a person's therapy."""

    CLIENT = "client"
    THERAPIST = "therapist"
    CARER = "carer"
    TEAM = "team"
    OTHER = "other"


@short_repr
@attrs.frozen
class Actor:
    """Somebody, by role and pseudonym; there is no field for a name.

    Attributes:
        role: The part they play.
        ref: Pseudonym or key that only the caller can resolve, or None.
    """

    role: Party = attrs.field(validator=_checks.a(Party))
    ref: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))


@unique
class Origin(StrEnum):
    """Where the question came from that the goal answers."""

    THERAPIST = "therapist"
    INTAKE_FORM = "intake_form"
    SELF = "self"
    OTHER = "other"


@unique
class Motive(StrEnum):
    """Why the person wants the goal."""

    AUTONOMOUS = "autonomous"
    """Because it matters to them."""
    OBLIGATION = "obligation"
    """Because they feel that they ought to, or somebody asked."""
    MIXED = "mixed"


@unique
class ContributionKind(StrEnum):
    """What somebody brought to the wording of a goal."""

    SELF_KNOWLEDGE = "self_knowledge"
    CLINICAL_INSIGHT = "clinical_insight"
    PATTERN_SEEN = "pattern_seen"


@short_repr
@attrs.frozen(kw_only=True)
class Contribution:
    """Something that one party brought to a goal.

    Attributes:
        by: Who brought it.
        kind: Knowledge of oneself, clinical insight, or a pattern seen from outside.
        text: What it was, in their words.
    """

    by: Actor = attrs.field(validator=_checks.a(Actor))
    kind: ContributionKind = attrs.field(validator=_checks.a(ContributionKind))
    text: str = attrs.field(validator=_checks.text())


@short_repr
@attrs.frozen(kw_only=True)
class Ownership:
    """Who asked for a goal, who worded it, who agreed to it, and why it is wanted.

    Attributes:
        origin: Where the question came from.
        asked_by: Who wished for it first.
        worded_by: Whose words the statement is in.
        agreed_by: Everybody who has said yes, in that order.
        contributions: What each party brought to it.
        motive: Whether the person wants it for themselves.
    """

    origin: Origin | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Origin)))
    asked_by: Actor | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Actor)))
    worded_by: Actor | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Actor)))
    agreed_by: tuple[Actor, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Actor))
    )
    contributions: tuple[Contribution, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Contribution))
    )
    motive: Motive | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Motive)))

    def agreed(self, role: Party) -> bool:
        """Whether anybody in that role has said yes."""
        return any(actor.role is role for actor in self.agreed_by)

    @property
    def is_shared(self) -> bool:
        """Whether both the client and the therapist have said yes."""
        return self.agreed(Party.CLIENT) and self.agreed(Party.THERAPIST)
