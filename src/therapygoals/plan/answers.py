"""What people say at a check-in: typed answers to questions, and what they are glad of."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr

__all__ = ["Answer", "AnswerKind", "Distance", "Formality", "WinKind", "YesNo"]


@unique
class Distance(StrEnum):
    """Whether somebody feels closer to a goal than before."""

    CLOSER = "closer"
    SAME = "same"
    FARTHER = "farther"


@unique
class YesNo(StrEnum):
    """An answer to a question of yes or no; not to be sure is an answer too."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@unique
class Formality(StrEnum):
    """What kind of look at the plan it was."""

    INFORMAL = "informal"
    """A few words in passing: how did your week go?"""
    FORMAL = "formal"
    """A review with questions and ratings, for which time was set aside."""


@unique
class WinKind(StrEnum):
    """What there is to be glad of; none is too small."""

    ATTENDED = "attended"
    """Came, or did not cancel."""
    DISCLOSED = "disclosed"
    """Told something for the first time."""
    FACED_FEAR = "faced_fear"
    FACED_RESISTANCE = "faced_resistance"
    FIRST_TIME = "first_time"
    KEPT_A_ROUTINE = "kept_a_routine"
    USED_A_SKILL = "used_a_skill"
    REACHED = "reached"
    """Reached a goal, or a stepping stone."""
    INSIGHT = "insight"
    ASKED_FOR_HELP = "asked_for_help"
    BEGAN_AGAIN = "began_again"
    """Took it up again after a setback."""
    OTHER = "other"


@unique
class AnswerKind(StrEnum):
    """What kind of answer a question asks for."""

    DISTANCE = "distance"
    """Closer, same or farther."""
    YES_NO = "yes_no"
    """Yes, no or unsure."""
    RATING = "rating"
    """A number from 0 to 10."""
    TEXT = "text"
    """The person's own words."""


@short_repr
@attrs.frozen(kw_only=True)
class Answer:
    """What somebody answered to one question. It is about one goal, or about the plan as a whole.

    Attributes:
        question: Id of the question, of the library's own or of the caller's.
        goal: Id of the goal it is about; None for the plan.
        distance: Closer, same or farther.
        yes_no: Yes, no or unsure.
        rating: A number from 0 to 10, without anchors.
        text: The person's words; may stand beside any of the others.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: There is no answer, or more than one beside the text; the rating lies outside 0 to 10.
    """

    question: str = attrs.field(validator=_checks.text(most=200))
    goal: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))
    distance: Distance | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Distance)))
    yes_no: YesNo | None = attrs.field(default=None, validator=_checks.optional(_checks.a(YesNo)))
    rating: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0, high=10)))
    text: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))

    def __attrs_post_init__(self) -> None:
        typed = [kind for kind in _TYPED if getattr(self, kind) is not None]
        if len(typed) > 1:
            rule = "must hold one of distance, yes_no and rating, with or without a text"
            raise FieldError("Answer", rule, ", ".join(typed))
        if not typed and self.text is None:
            raise FieldError("Answer", "must hold a distance, a yes_no, a rating or a text")

    @property
    def kind(self) -> AnswerKind:
        """What kind of answer it is; text where there is nothing but words."""
        return next((kind for kind in _TYPED if getattr(self, kind) is not None), AnswerKind.TEXT)


_TYPED = (AnswerKind.DISTANCE, AnswerKind.YES_NO, AnswerKind.RATING)
