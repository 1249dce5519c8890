"""Reading statements: in the languages of the package, or in one that a caller brings."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import Protocol, cast, runtime_checkable

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals._checks import check_day, check_text
from therapygoals.language._grammar import Grammar
from therapygoals.language._lexicon import load
from therapygoals.language.reading import Reading

__all__ = ["Language", "read", "split"]


@runtime_checkable
class Language(Protocol):
    """What it takes to read a language; a caller may bring one, `Grammar` is ours."""

    @property
    def code(self) -> str:
        """BCP 47 code of the language."""
        ...

    def read(self, text: str, on: date | None) -> Reading:
        """Read a statement, which is not blank and not too long.

        Args:
            text: What a person said.
            on: The day on which it was said, or None.
        """
        ...

    def split(self, text: str, on: date | None) -> tuple[Reading, ...]:
        """Read each goal of a statement, in the order of the text; at least one reading.

        Args:
            text: What a person said.
            on: The day on which it was said, or None.
        """
        ...


_CODES = ("en",)
"""The languages of the package."""


def read(text: str, *, language: str | Language = "en", on: date | None = None) -> Reading:
    """Read a statement: what is wanted, how much, how often, by when, and where each is said.

    Where a statement holds several goals, the first one is read; `split` gives them all. The last reading is kept in
    memory, for the same words are often screened, read and checked in turn.

    Args:
        text: What a person said, 1 to 4,000 code points, not blank.
        language: BCP 47 code of the language it is said in, such as ``en`` or ``en-GB``, in capitals or not; or a
            language of the caller's own.
        on: The day on which it was said; only the horizon of a calendar day depends on it. Without it, such a day is
            seen from the first of January of its year: by February is short-term, by October long-term.

    Returns:
        The reading. A text without a goal gives one without an aim.

    Raises:
        FieldTypeError: The text is not a string, the day no day, the language neither a code nor a language, or what a
            language of the caller's own gives is no reading.
        FieldError: The text, or the code of a language of the caller's own, is blank or too long.
        UnknownNameError: There is no lexicon for the language.

    Examples:
        >>> reading = read("walk 20 minutes three times a week for six weeks")
        >>> str(reading.frequency), str(reading.duration), str(reading.deadline.span)
        ('3 times per week', '20 minutes', '6 weeks')
    """
    if on is None and type(text) is str and type(language) is str and language in _CODES:
        return _read(text, language, None)  # nearly always, so the rest is not asked again
    text = _checked(text, on)
    if isinstance(language, str):
        return _read(text, _known(language), on)
    return _a_reading(_brought(language).read(text, on), f"{type(language).__name__}.read")


def split(text: str, *, language: str | Language = "en", on: date | None = None) -> tuple[Reading, ...]:
    """Read every goal of a statement, each from its own words.

    Args:
        text: What a person said, 1 to 4,000 code points, not blank.
        language: BCP 47 code of the language it is said in, or a language of the caller's own.
        on: The day on which it was said, as for `read`.

    Returns:
        A reading for each goal, in the order of the text, its text being the part that tells it; the words that only
        join two goals are left out. A statement with one goal, or with none, gives one reading of all of it.

    Raises:
        FieldTypeError: As `read`.
        FieldError: As `read`, and where a language of the caller's own gives no reading at all.
        UnknownNameError: As `read`.

    Examples:
        >>> [reading.text for reading in split("Learn Polish and stop snapping at my brother")]
        ['Learn Polish', 'stop snapping at my brother']
    """
    text = _checked(text, on)
    if isinstance(language, str):
        return _installed(_known(language)).split(text, on)
    return _some_readings(_brought(language).split(text, on), f"{type(language).__name__}.split")


@lru_cache(maxsize=1)
def _read(text: str, code: str, on: date | None) -> Reading:
    """Read a statement, and keep the last one: the same words are often screened, read and checked in turn."""
    return _installed(code).read(check_text(text, "text"), on)


@cache
def _installed(code: str) -> Language:
    return Grammar(load(code))


def _checked(text: object, on: date | None) -> str:
    """The text as a plain `str`, so that no subclass is kept, or asked for its hash."""
    plain = check_text(_plain(text) if isinstance(text, str) else text, "text")
    if on is not None:
        check_day(on, "on")
    return plain


_plain = str.__str__
"""A `str` of the same code points, whatever a subclass makes of them."""

_CODE = re.compile(r"([A-Za-z]+)(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
"""A language, and a region or none."""


def _known(code: str) -> str:
    """The code of our lexicon for a language: codes compare without case, and a region falls back on its language."""
    code = _plain(code)
    if code in _CODES:
        return code
    found = _CODE.fullmatch(code)
    known = found[1].lower() if found else ""
    if known not in _CODES:
        raise UnknownNameError("language", f"must be one of {', '.join(_CODES)}", code)
    return known


def _brought(language: object) -> Language:
    if isinstance(language, type):
        raise FieldTypeError("language", "must be a code or a Language, and no class of one", language.__name__)
    if not isinstance(language, Language):
        raise FieldTypeError("language", "must be a code or a Language", type(language).__name__)
    check_text(language.code, f"{type(language).__name__}.code")
    return language


def _a_reading(found: object, field: str) -> Reading:
    if not isinstance(found, Reading):
        raise FieldTypeError(field, "must return a Reading", type(found).__name__)
    return found


def _some_readings(found: object, field: str) -> tuple[Reading, ...]:
    if not isinstance(found, tuple):
        raise FieldTypeError(field, "must return a tuple of Readings", type(found).__name__)
    if not found:
        raise FieldError(field, "must return at least one Reading")
    for reading in cast("tuple[object, ...]", found):
        if not isinstance(reading, Reading):
            raise FieldTypeError(field, "must return a tuple of Readings only", type(reading).__name__)
    return cast("tuple[Reading, ...]", found)
