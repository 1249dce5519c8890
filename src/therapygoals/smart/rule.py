"""What a rule is, and what it finds.

A rule is data with one function: it looks at a `Reading` and tells the place that deserves a word, or None. It speaks
up at most once, is pure, and neither blocks nor blames: `noticed` states, `ask` asks.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum, unique
from typing import Any

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Goal, _checks
from therapygoals.goals._words import setters, short_repr
from therapygoals.language import Reading, Role
from therapygoals.smart._base import BaseRule, function

__all__ = ["Criterion", "Finding", "Place", "Rule", "Verdict", "first", "whole"]

Place = tuple[int, int]
"""Half-open offsets in code points of the statement."""


@unique
class Criterion(StrEnum):
    """The five letters of SMART."""

    SPECIFIC = "specific"
    """It says what is done, counted or felt, and where."""
    MEASURABLE = "measurable"
    """The words alone let a reader say met or not met."""
    ACHIEVABLE = "achievable"
    """It lies within a person's reach and power."""
    RELEVANT = "relevant"
    """It matters to the person whose goal it is."""
    TIME_BOUND = "time_bound"
    """It names an end point or a bounded stretch."""


@unique
class Verdict(StrEnum):
    """What can be said about one criterion; advice, never a pass or a fail."""

    MET = "met"
    UNMET = "unmet"
    NOT_ASSESSED = "not_assessed"
    """What is given cannot tell."""


@short_repr
@attrs.frozen(kw_only=True)
class Finding:
    """One thing worth a word between two people.

    Attributes:
        code: Code of the rule, such as ``M001``; it never changes its meaning.
        name: Name of the rule, such as ``no-measure``.
        criterion: What it speaks to; None when it is about the goal as a whole. Only some rules decide a verdict.
        noticed: What was noticed, without blame.
        ask: An open question to the person.
        span: Where to look: half-open offsets in code points of the statement.
        decides: Whether it makes its criterion unmet, rather than being advice beside the verdict.
    """

    code: str
    name: str
    criterion: Criterion | None
    noticed: str
    ask: str
    span: Place
    decides: bool = False

    def __init__(
        self,
        *,
        code: str,
        name: str,
        criterion: Criterion | None,
        noticed: str,
        ask: str,
        span: Place,
        decides: bool = False,
    ) -> None:
        _set_code(self, code)
        _set_name(self, name)
        _set_criterion(self, criterion)
        _set_noticed(self, noticed)
        _set_ask(self, ask)
        _set_span(self, span)
        _set_decides(self, decides)


_set_code, _set_name, _set_criterion, _set_noticed, _set_ask, _set_span, _set_decides = setters(Finding)


def _example(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A statement that is not blank, or a goal."""
    _checks.a(str, Goal)(instance, attribute, value)
    if isinstance(value, str):
        _checks.check_text(value, _checks.field_name(instance, attribute))


@attrs.frozen(kw_only=True)
class Rule(BaseRule):
    """A rule as data: what it looks for, what it says, and the examples that are its tests.

    Attributes:
        code: Capital letters and three digits. Ours have one letter: S, M, A, R, T for the criteria, G for the goal as
            a whole; rules of others are told apart by letters of their own.
        name: Kebab-case name.
        criterion: What it speaks to; None when it is about the goal as a whole.
        noticed: What it states when it speaks up.
        ask: The open question that goes with it.
        bad: Statements, or goals, about which it speaks up.
        good: Statements, or goals, about which it stays silent.
        source: Key of the reference in docs/references.md.
        page: The documentation of the rule: summary, why it matters, when to leave it.
        roles: A reading without any of these is passed over; empty when the rule looks at every goal.
        unless: A reading with any of these is passed over.
        find: Tells the place to look at, or None when there is nothing to say; without it, the first phrase with one of
            the roles is the place. It is given goals only.
        stated: For a rule that looks at typed fields of a goal, beside or instead of its words: whether they make it
            speak up.
        decides: Whether its criterion is unmet when it speaks up.
        without_goal: Whether it is about texts that hold no goal, and about no others.

    Raises:
        FieldError: A code or name has another form, an example is blank, nothing could make it speak up, or it decides
            about no criterion or about texts without a goal.
        FieldTypeError: A field has the wrong type.
    """

    criterion: Criterion | None = attrs.field(validator=_checks.optional(_checks.a(Criterion)))
    bad: tuple[str | Goal, ...] = attrs.field(converter=_checks.to_tuple, validator=_checks.each(tuple, _example))
    good: tuple[str | Goal, ...] = attrs.field(converter=_checks.to_tuple, validator=_checks.each(tuple, _example))
    roles: tuple[Role, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Role))
    )
    unless: tuple[Role, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Role))
    )
    find: Callable[[Reading], Place | None] | None = attrs.field(default=None, validator=_checks.optional(function))
    stated: Callable[[Goal], bool] | None = attrs.field(default=None, validator=_checks.optional(function))
    decides: bool = attrs.field(default=False, validator=_checks.a(bool))
    without_goal: bool = attrs.field(default=False, validator=_checks.a(bool))

    def __attrs_post_init__(self) -> None:
        if not self.roles and self.find is None and self.stated is None:
            raise FieldError("Rule.roles", "must name a role, unless find or stated tells when to speak up")
        if self.decides and self.criterion is None:
            raise FieldError("Rule.decides", "must be False for a rule about the goal as a whole")
        if self.decides and self.without_goal:
            raise FieldError(
                "Rule.decides", "must be False for a rule about texts without a goal, which are not assessed"
            )

    def place(self, reading: Reading) -> Place | None:
        """Look at a goal: the place that deserves a word, or None."""
        return self.find(reading) if self.find is not None else first(reading, *self.roles)

    def finding(self, span: Place) -> Finding:
        """Say what the rule says, at a place."""
        return Finding(
            code=self.code,
            name=self.name,
            criterion=self.criterion,
            noticed=self.noticed,
            ask=self.ask,
            span=span,
            decides=self.decides,
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The selectors that name it: code, name, the letters of the code, and the word of its criterion."""
        keys = super().keys
        return keys if self.criterion is None else (*keys, self.criterion)


def whole(reading: Reading) -> Place:
    """The place of a finding about all of the statement."""
    return 0, len(reading.text)


def first(reading: Reading, *roles: Role) -> Place | None:
    """The place of the first phrase with one of the roles; None when there is none."""
    if not reading.roles.isdisjoint(roles):
        for phrase in reading.phrases:  # pragma: no branch - one of them has such a role
            if phrase.role in roles:
                return phrase.start, phrase.end
    return None
