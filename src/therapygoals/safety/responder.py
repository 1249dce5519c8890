"""Help for a person whose words raise a concern: the caller supplies it, for the library has no number and no link."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum, unique
from typing import Protocol, TypeAlias, cast, runtime_checkable

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.goals.statement import check_language
from therapygoals.safety.concerns import SafetyConcern
from therapygoals.safety.items import ItemConcern

__all__ = ["Help", "Resource", "ResourceKind", "ResponderTable", "SafetyResponder", "respond"]

_Concern: TypeAlias = SafetyConcern | ItemConcern


@unique
class ResourceKind(StrEnum):
    """Where help comes from."""

    EMERGENCY_SERVICE = "emergency_service"
    CRISIS_LINE = "crisis_line"
    TREATING_THERAPIST = "treating_therapist"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Resource:
    """Somebody to turn to. Whoever supplies it keeps it right: numbers and links change, and differ by place.

    Attributes:
        kind: Where the help comes from.
        name: What it is called.
        contact: How to reach it: a number, an address, or "the number on your safety plan".
        note: What else to know, such as when it is open.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field is blank or too long.
    """

    kind: ResourceKind = attrs.field(validator=_checks.a(ResourceKind))
    name: str = attrs.field(validator=_checks.text(most=200))
    contact: str = attrs.field(validator=_checks.text(most=500))
    note: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))


@attrs.frozen
class Help:
    """What a person is shown in place of questions and goals: a few words, and whom to turn to.

    Attributes:
        text: The words to the person.
        resources: Whom to turn to, best first; at least one.
        locale: BCP 47 tag of the language and place that it is for, such as ``de-AT``.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The text is blank or too long, there is nobody to turn to, or the locale is no tag.
    """

    text: str = attrs.field(validator=_checks.text())
    resources: tuple[Resource, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Resource))
    )
    locale: str = attrs.field(kw_only=True, validator=check_language)

    def __attrs_post_init__(self) -> None:
        if not self.resources:
            raise FieldError("Help.resources", "must name somebody to turn to")


@runtime_checkable
class SafetyResponder(Protocol):
    """Whatever can say where help is, written by whoever builds on the library.

    It may look at what the concerns are about. It is given none of the person's words.
    """

    def help_for(self, concerns: Sequence[SafetyConcern | ItemConcern], *, locale: str) -> Help | None:
        """The help to show.

        Args:
            concerns: What was noticed; may be empty where somebody asks for help unprompted.
            locale: BCP 47 tag of the person's language and place.

        Returns:
            The help, or None where there is none for that locale.
        """
        ...


@attrs.frozen
class ResponderTable:
    """A plain responder: the same help for every concern, one for each locale.

    ``de-AT`` falls back on ``de``, and that on the default. Capitals do not matter, and ``de_AT`` is ``de-AT``.

    Attributes:
        helps: The help there is, no two for one locale.
        default: Locale of the help for all who have none of their own; None when they have none.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: There is no help, two are for one locale, or none is for the default.

    Examples:
        >>> plan = Resource(kind=ResourceKind.CRISIS_LINE, name="crisis line", contact="the number on your safety plan")
        >>> table = ResponderTable([Help("Please talk to somebody now.", [plan], locale="en")], default="en")
        >>> table.help_for((), locale="de-AT").locale
        'en'
    """

    helps: tuple[Help, ...] = attrs.field(converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Help)))
    default: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(check_language))

    def __attrs_post_init__(self) -> None:
        locales = [_folded(help_.locale) for help_ in self.helps]
        if not locales:
            raise FieldError("ResponderTable.helps", "must hold help for at least one locale")
        if len(set(locales)) < len(locales):
            raise FieldError("ResponderTable.helps", "must hold help for each locale once", sorted(locales))
        if self.default is not None and _folded(self.default) not in locales:
            known = ", ".join(help_.locale for help_ in self.helps)
            raise FieldError("ResponderTable.default", f"must be one of: {known}", self.default)

    def help_for(self, concerns: Sequence[SafetyConcern | ItemConcern], *, locale: str) -> Help | None:
        """The help for a locale, whatever the concerns are; None where there is neither one for it nor a default.

        Args:
            concerns: What was noticed; it makes no difference here.
            locale: BCP 47 tag of the person's language and place.

        Raises:
            FieldTypeError: The locale is not a string.
        """
        _check_locale(locale)
        by_locale = {_folded(help_.locale): help_ for help_ in self.helps}
        tag = _folded(locale)
        while tag and tag not in by_locale:
            tag = tag.rpartition("-")[0]
        if not tag and self.default is not None:
            tag = _folded(self.default)
        return by_locale.get(tag)


class _WithConcerns(Protocol):
    """What stopped: `ReframeStopped`, `ScreenResult`, `ItemScreen`, or a draft that was not made."""

    @property
    def concerns(self) -> object:
        """The concerns; a wider type, for a field with a converter has none of its own to pyright."""
        ...


def respond(found: _WithConcerns | Sequence[_Concern], responder: SafetyResponder, *, locale: str) -> Help:
    """Get the help to show when something stopped: help, or an error that says how to mend that there is none.

    Whoever asks gets help, also where no concern was noticed: `no_match` is not safe, and a person may ask unprompted.
    To show help is not enough; a person has to be told.

    Args:
        found: What stopped, such as `ReframeStopped` or the result of a screen, or the concerns themselves.
        responder: Where the help comes from.
        locale: BCP 47 tag of the person's language and place.

    Raises:
        FieldTypeError: An argument has the wrong type, or the responder gave something other than help.
        FieldError: The responder has no help for that locale; the error says what to add.

    Examples:
        >>> from therapygoals.safety import screen
        >>> plan = Resource(kind=ResourceKind.CRISIS_LINE, name="crisis line", contact="the number on your safety plan")
        >>> table = ResponderTable([Help("Please talk to somebody now.", [plan], locale="en")])
        >>> respond(screen("I want to die"), table, locale="en-GB").resources[0].contact
        'the number on your safety plan'
        >>> respond(screen("I want to die"), table, locale="de")
        Traceback (most recent call last):
        therapygoals.errors.FieldError: locale must have help; add a Help for it, or a default for all others (got 'de')
    """
    _check_locale(locale)
    concerns = getattr(found, "concerns", found)
    whole = isinstance(concerns, Sequence) and not isinstance(concerns, str)
    if not whole or not all(isinstance(concern, _Concern) for concern in cast("Sequence[object]", concerns)):
        rule = "must be concerns, or what holds them, such as ReframeStopped"
        raise FieldTypeError("found", rule, type(found).__name__)
    if not isinstance(responder, SafetyResponder):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check
        raise FieldTypeError("responder", "must have a method help_for", type(responder).__name__)
    given = responder.help_for(tuple(cast("Sequence[_Concern]", concerns)), locale=locale)
    if given is None:
        rule = "must have help; add a Help for it, or a default for all others"
        raise FieldError("locale", rule, None if " " in locale else locale)  # with a blank it is no tag but a text
    if not isinstance(given, Help):  # pyright: ignore[reportUnnecessaryIsInstance] a responder may not check types
        raise FieldTypeError("responder", "must give a Help or None", type(given).__name__)
    return given


def _check_locale(locale: object) -> None:
    if not isinstance(locale, str):
        raise FieldTypeError("locale", "must be a str", type(locale).__name__)


def _folded(locale: str) -> str:
    return locale.replace("_", "-").casefold()
