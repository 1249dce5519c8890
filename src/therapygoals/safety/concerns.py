"""What a safety concern is: where it was noticed and by which rule, never the words themselves."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks

__all__ = ["ConcernCategory", "Directness", "SafetyConcern", "Subject"]


@unique
class ConcernCategory(StrEnum):
    """What a concern is about. There is no level and no score: such ratings do not predict harm."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    HARM_TO_OTHERS = "harm_to_others"
    ABUSE = "abuse"
    """Done to the person or seen by them."""
    EATING = "eating"
    PSYCHOSIS = "psychosis"
    SUBSTANCE = "substance"
    """Overdose, withdrawal, driving."""


@unique
class Directness(StrEnum):
    """Whether it was said outright or in a roundabout way."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@unique
class Subject(StrEnum):
    """Whom it is about; another person counts as much as oneself."""

    SELF = "self"
    OTHER = "other"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class SafetyConcern:
    """One place in a text at which a person has to look. The text is not copied into it.

    Attributes:
        category: What it is about.
        rule_id: The rule that noticed it.
        rule_set_version: The version of the rules it belongs to.
        directness: Whether it was said outright.
        start: Offset of the first code point.
        end: Offset behind the last code point; more than `start`.
        negated: Whether it was said with a "not". A negation does not clear a concern.
        subject: Whom it is about.
        child_at_risk: Whether a child may be in danger; with abuse only.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: An id is blank, the span is empty, or `child_at_risk` is set without abuse.
    """

    category: ConcernCategory = attrs.field(validator=_checks.a(ConcernCategory))
    rule_id: str = attrs.field(validator=_checks.text())
    rule_set_version: str = attrs.field(validator=_checks.text())
    directness: Directness = attrs.field(validator=_checks.a(Directness))
    start: int = attrs.field(validator=_checks.whole(low=0))
    end: int = attrs.field(validator=_checks.whole(low=1))
    negated: bool = attrs.field(default=False, validator=_checks.a(bool))
    subject: Subject = attrs.field(default=Subject.UNKNOWN, validator=_checks.a(Subject))
    child_at_risk: bool = attrs.field(default=False, validator=_checks.a(bool))

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise FieldError("SafetyConcern.end", "must be behind start", self.end)
        if self.child_at_risk and self.category is not ConcernCategory.ABUSE:
            raise FieldError("SafetyConcern.child_at_risk", "goes with abuse only", str(self.category))

    @property
    def span(self) -> tuple[int, int]:
        """Both offsets, half open, in code points."""
        return self.start, self.end
