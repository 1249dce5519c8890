"""The safety screen: what it answers, and the function that asks it."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.safety._finding import concerns
from therapygoals.safety._languages import seems_foreign
from therapygoals.safety._rules import load
from therapygoals.safety.concerns import SafetyConcern

__all__ = ["ScreenResult", "ScreenStatus", "has_rules", "screen"]


@unique
class ScreenStatus(StrEnum):
    """What the screen can say about a text. There is no word for safe."""

    CONCERN = "concern"
    """A person has to look at it now; whatever runs by itself stops."""
    NO_MATCH = "no_match"
    """No rule matched. That is not safe: rules miss much of what is said in a roundabout way."""
    NOT_SCREENED = "not_screened"
    """Nothing was looked at."""


_MEANING = {
    ScreenStatus.CONCERN: "a person has to look at it",
    ScreenStatus.NO_MATCH: "which does not mean safe",
    ScreenStatus.NOT_SCREENED: "nothing was looked at",
}


@attrs.frozen(repr=False)
class ScreenResult:
    """The answer of the screen; `no_match` is not safe, and no answer lowers the care that a person needs.

    Attributes:
        status: What the screen can say.
        concerns: The places to look at, in the order of the text; empty unless the status is `concern`.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: There are concerns with another status, or none with the status `concern`.
    """

    status: ScreenStatus = attrs.field(validator=_checks.a(ScreenStatus))
    concerns: tuple[SafetyConcern, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(SafetyConcern))
    )

    def __attrs_post_init__(self) -> None:
        if bool(self.concerns) is not (self.status is ScreenStatus.CONCERN):
            raise FieldError("ScreenResult.concerns", f"must fit the status {self.status}", len(self.concerns))

    def __repr__(self) -> str:
        found = ", ".join(concern.category for concern in self.concerns)
        return f"<ScreenResult {self.status}, {_MEANING[self.status]}{found and ': ' + found}>"


def screen(text: str, *, language: str = "en") -> ScreenResult:
    """Look for words that a person has to see before anything runs by itself.

    Rules of reviewed words look for plain and some roundabout ways of speaking of suicide, self-harm, harm to others,
    abuse, disordered eating, psychosis and dangerous use of substances. A negation, the past or a third person clears
    nothing. Figures of speech clear only the words that they cover. Much that is said in a roundabout way is missed.

    Args:
        text: What a person said.
        language: BCP 47 code of the text, in capitals or not; a region falls back on its language.

    Returns:
        The status and the places to look at. Blank text, text of more than 4,000 characters or of no Unicode, a
        language without rules, and a text that seems to be in another language than the one given are `not_screened`;
        there is no answer that means safe.

    Raises:
        FieldTypeError: The text or the language is not a string.

    Examples:
        >>> screen("I don't want to be alive any more")
        <ScreenResult concern, a person has to look at it: suicide>
        >>> screen("walk 20 minutes a day")
        <ScreenResult no_match, which does not mean safe>
        >>> screen("Ich will nicht mehr leben")
        <ScreenResult not_screened, nothing was looked at>
    """
    if type(text) is not str or type(language) is not str:
        _check_str(text, "text")
        _check_str(language, "language")
    code = _code(language)
    if code not in _CODES or len(text) > _checks.MAX_TEXT or not text or text.isspace() or not _checks.is_unicode(text):
        return _NOT_SCREENED
    if found := concerns(text, load(code)):
        return ScreenResult(ScreenStatus.CONCERN, found)
    return _NOT_SCREENED if seems_foreign(text) else _NO_MATCH


def has_rules(language: str) -> bool:
    """Whether the screen looks at texts in a language."""
    return _code(language) in _CODES


def _code(language: str) -> str:
    return language if language == "en" else language.lower().partition("-")[0]


_CODES = frozenset({"en"})
"""The languages with rules."""
_NOT_SCREENED = ScreenResult(ScreenStatus.NOT_SCREENED)
_NO_MATCH = ScreenResult(ScreenStatus.NO_MATCH)


def _check_str(value: object, field: str) -> None:
    if not isinstance(value, str):
        raise FieldTypeError(field, "must be a str", type(value).__name__)
