"""What a treatment plan says beside its goals: where it leads, what it works on, how, and when it is reviewed."""

from __future__ import annotations

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Concern, LifeArea, Period, Span, Strategy, _checks
from therapygoals.goals._words import short_repr

__all__ = ["Cadence", "Issue", "Outline", "PlannedStrategy", "Vision"]

_ID = _checks.text(most=200)
_IDS = _checks.each(tuple, _ID)


@short_repr
@attrs.frozen
class Vision:
    """What life would look like, in the person's words; where all the stepping stones lead.

    Attributes:
        text: The words.
        months: How far ahead it looks, in months.
        areas: Areas of life it tells of.
    """

    text: str = attrs.field(validator=_checks.text())
    months: int = attrs.field(default=12, kw_only=True, validator=_checks.whole(low=1))
    areas: frozenset[LifeArea] = attrs.field(
        default=frozenset[LifeArea](),
        kw_only=True,
        converter=_checks.to_frozenset,
        validator=_checks.each(frozenset, _checks.a(LifeArea)),
    )


@short_repr
@attrs.frozen
class Issue:
    """What brings the person here, and the goals that answer it.

    Attributes:
        text: What it is, in the person's words.
        concern: The topic it belongs to.
        goals: Ids of the goals that work on it.
    """

    text: str = attrs.field(validator=_checks.text())
    concern: Concern | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.a(Concern)))
    goals: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_checks.to_tuple, validator=_IDS)


@short_repr
@attrs.frozen
class PlannedStrategy:
    """A way of working, and the goals it is meant to serve.

    Attributes:
        strategy: What is done, and the approach it belongs to.
        serves: Ids of the goals it serves; none where it serves the plan as a whole.
    """

    strategy: Strategy = attrs.field(validator=_checks.a(Strategy))
    serves: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_checks.to_tuple, validator=_IDS)


@short_repr
@attrs.frozen(kw_only=True)
class Cadence:
    """How often a plan is looked at; a reminder to talk, never a deadline.

    Attributes:
        informal: The light look, by default in each therapy session.
        formal: The look with ratings and questions, by default every six weeks. The guide for patient-centred outcomes
            of HL7 asks for one within two weeks to six months.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The informal look comes after no time at all, or the formal one is not told in days, weeks or
            months, or lies outside one day to six months.
    """

    informal: Span = attrs.field(default=Span(1, Period.SESSION), validator=_checks.a(Span))
    formal: Span = attrs.field(default=Span(6, Period.WEEK), validator=_checks.a(Span))

    def __attrs_post_init__(self) -> None:
        if not self.informal.count:
            raise FieldError("Cadence.informal", "must be longer than nothing", str(self.informal))
        days = self.formal.days
        if days is None or not 1 <= days <= _MOST_DAYS:
            raise FieldError("Cadence.formal", "must be one day to six months of the calendar", str(self.formal))


_MOST_DAYS = 184


@short_repr
@attrs.frozen(kw_only=True)
class Outline:
    """What a treatment plan says beside its goals. Every part is optional.

    Attributes:
        vision: Where it leads.
        issues: What brings the person here.
        strategies: Ways of working.
        completion: What would tell that therapy has done its work, one thing each, in the person's words.
        cadence: How often it is looked at.
        sessions: Number of therapy sessions there are, where that is known.
    """

    vision: Vision | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Vision)))
    issues: tuple[Issue, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Issue))
    )
    strategies: tuple[PlannedStrategy, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(PlannedStrategy))
    )
    completion: tuple[str, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.text())
    )
    cadence: Cadence = attrs.field(factory=Cadence, validator=_checks.a(Cadence))
    sessions: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))

    @property
    def goals(self) -> frozenset[str]:
        """Ids of all goals that it names."""
        linked = [*(issue.goals for issue in self.issues), *(way.serves for way in self.strategies)]
        return frozenset(key for keys in linked for key in keys)
