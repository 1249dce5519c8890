"""The person's own words; nothing overwrites them."""

from __future__ import annotations

import re

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr

__all__ = ["Statement"]

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def check_language(instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    """Refuse whatever does not look like a BCP 47 language tag."""
    field = _checks.field_name(instance, attribute)
    tag = _checks.check_text(value, field, most=40)
    if not _LANGUAGE_TAG.fullmatch(tag):
        told = None if " " in tag else tag  # with a blank it is a text in the wrong place
        raise FieldError(field, "must be a BCP 47 language tag such as 'en' or 'de-CH'", told)


@short_repr
@attrs.frozen
class Statement:
    """What a person said, word for word.

    Attributes:
        text: The words, 1 to 4,000 code points, kept exactly as they came.
        language: BCP 47 tag of the language they are in.
    """

    text: str = attrs.field(validator=_checks.text())
    language: str = attrs.field(default="en", validator=check_language)

    def __str__(self) -> str:
        return self.text
