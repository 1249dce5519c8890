"""The safety screen: what it answers, and the function that asks it."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.safety.concerns import SafetyConcern

__all__ = ["ScreenResult", "ScreenStatus", "screen"]


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

    There are no rules yet, so every text comes back as `not_screened`. Until rules are there, whoever builds on this
    has to look at each text by other means. Blank text, over-long text and a language without rules stay
    `not_screened` for good.

    Args:
        text: What a person said.
        language: BCP 47 code of the text.

    Returns:
        The status, never `no_match` for a text that no rule has looked at.

    Raises:
        FieldTypeError: The text or the language is not a string.
    """
    _check_str(text, "text")
    _check_str(language, "language")
    return _NOT_SCREENED


_NOT_SCREENED = ScreenResult(ScreenStatus.NOT_SCREENED)


def _check_str(value: object, field: str) -> None:
    if not isinstance(value, str):
        raise FieldTypeError(field, "must be a str", type(value).__name__)
