"""The release of one statement by a named professional, so that a sound goal can come of words of danger."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks

__all__ = ["Release"]


def _with_a_zone(instance: object, attribute: attrs.Attribute[Any], value: datetime) -> None:
    """A moment that is the same everywhere."""
    _checks.a(datetime)(instance, attribute, value)
    if value.utcoffset() is None:
        raise FieldError(_checks.field_name(instance, attribute), "must have a time zone")


def _a_digest(instance: object, attribute: attrs.Attribute[Any], value: str) -> None:
    """A digest as `Release.of` writes it."""
    _checks.text()(instance, attribute, value)
    if len(value) != _DIGITS or not _HEXADECIMAL.issuperset(value):
        rule = "must be 64 hexadecimal digits in lower case; make it with Release.of"
        raise FieldError(_checks.field_name(instance, attribute), rule)


@attrs.frozen(kw_only=True)
class Release:
    """A professional has looked at one statement and lets work on it go on: fewer urges to harm myself is a sound goal.

    Software never releases anything by itself. A release covers the very words it was given for and no others, holds
    none of them, and is a record to keep. Make it with `of`.

    Attributes:
        by: Name of the professional.
        role: What the professional is to the person, such as treating therapist.
        at: When it was given; with a time zone.
        reason: Why work on it may go on; not shown by repr.
        digest: SHA-256 of the statement in UTF-8, as 64 hexadecimal digits; not shown by repr.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field is blank or too long, the moment has no time zone, or the digest is none.

    Examples:
        >>> from datetime import datetime, timezone
        >>> at = datetime(2026, 1, 5, 10, tzinfo=timezone.utc)
        >>> text = "fewer urges to hurt myself"
        >>> release = Release.of(text, by="Ama Owusu", role="treating therapist", at=at, reason="safety plan agreed")
        >>> release.covers(text), release.covers("I want to die")
        (True, False)
    """

    by: str = attrs.field(validator=_checks.text(most=200))
    role: str = attrs.field(validator=_checks.text(most=200))
    at: datetime = attrs.field(validator=_with_a_zone)
    reason: str = attrs.field(validator=_checks.text(), repr=False)
    digest: str = attrs.field(validator=_a_digest, repr=False)

    @classmethod
    def of(cls, text: str, *, by: str, role: str, at: datetime, reason: str) -> Release:
        """Release one statement.

        Args:
            text: The statement, as it was screened.
            by: Name of the professional who has looked at it.
            role: What the professional is to the person.
            at: When; with a time zone.
            reason: Why work on it may go on.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: An argument is blank or too long, or the moment has no time zone.
        """
        return cls(by=by, role=role, at=at, reason=reason, digest=_digest(_checks.check_text(text, "text")))

    def covers(self, text: str) -> bool:
        """Whether it was given for these very words."""
        return _digest(text) == self.digest


_DIGITS = 64
_HEXADECIMAL = frozenset("0123456789abcdef")


def _digest(text: str) -> str:
    from hashlib import sha256  # few texts are released

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
