"""How ready a person feels, and what may get in the way: ratings, roadblocks, if-then plans, strategies."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.kinds import Approach

__all__ = ["IfThenPlan", "Readiness", "Resolution", "Roadblock", "RoadblockKind", "Strategy"]


_RATING = _checks.optional(_checks.number(low=0, high=10))


@short_repr
@attrs.frozen(kw_only=True)
class Readiness:
    """A person's own ratings of a goal, each 0 to 10 without anchors; None where it was not asked.

    Readiness is never derived from how clearly a goal is worded.

    Attributes:
        importance: How much it matters; 10 is most.
        confidence: How sure they are that they can do it; 10 is most.
        difficulty: How hard it seems; 10 is hardest.
        effort: How much it asks of them; 10 is most.
        motivation: How much they want to work on it now; 10 is most.
        control: How far it lies in their own hands; 10 is wholly.
        hope: How hopeful they are; 10 is most.
    """

    importance: float | None = attrs.field(default=None, validator=_RATING)
    confidence: float | None = attrs.field(default=None, validator=_RATING)
    difficulty: float | None = attrs.field(default=None, validator=_RATING)
    effort: float | None = attrs.field(default=None, validator=_RATING)
    motivation: float | None = attrs.field(default=None, validator=_RATING)
    control: float | None = attrs.field(default=None, validator=_RATING)
    hope: float | None = attrs.field(default=None, validator=_RATING)


@short_repr
@attrs.frozen
class IfThenPlan:
    """An implementation intention: if this moment comes, then I do that (Gollwitzer and Sheeran, 2006).

    Attributes:
        when: The cue.
        then: The response.
    """

    when: str = attrs.field(validator=_checks.text())
    then: str = attrs.field(validator=_checks.text())

    def __str__(self) -> str:
        return f"if {self.when}, then {self.then}"


@unique
class RoadblockKind(StrEnum):
    """What kind of thing may get in the way."""

    OVERWHELM = "overwhelm"
    FEAR = "fear"
    RESISTANCE = "resistance"
    LOW_MOTIVATION = "low_motivation"
    LIFE_EVENT = "life_event"
    SKILL = "skill"
    RELATIONSHIP = "relationship"
    MONEY = "money"
    TRANSPORT = "transport"
    SYMPTOM = "symptom"
    OTHER = "other"


@unique
class Resolution(StrEnum):
    """How a roadblock is to be met."""

    AVOID = "avoid"
    REDUCE = "reduce"
    RESTORE = "restore"
    TOLERATE = "tolerate"


@short_repr
@attrs.frozen
class Roadblock:
    """Something that may get in the way, named before it does.

    Attributes:
        text: What it is, in the person's words.
        kind: What kind of thing it is.
        likelihood: How likely it seems to the person, 0 to 10; 10 is certain.
        plan: What to do when it comes.
        resolution: Whether to avoid it, make it smaller, recover from it or live with it.
    """

    text: str = attrs.field(validator=_checks.text())
    kind: RoadblockKind = attrs.field(default=RoadblockKind.OTHER, validator=_checks.a(RoadblockKind))
    likelihood: float | None = attrs.field(
        default=None, kw_only=True, validator=_checks.optional(_checks.number(low=0, high=10))
    )
    plan: IfThenPlan | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(IfThenPlan)))
    resolution: Resolution | None = attrs.field(
        default=None, kw_only=True, validator=_checks.optional(_checks.a(Resolution))
    )


@short_repr
@attrs.frozen
class Strategy:
    """A way of working towards a goal.

    Attributes:
        name: What is done, such as ``gratitude journal``.
        approach: The school of therapy it belongs to, where that is known.
    """

    name: str = attrs.field(validator=_checks.text())
    approach: Approach | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Approach)))
