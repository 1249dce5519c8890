"""Reading statements: in the languages of the package, or in one that a caller brings."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Protocol, runtime_checkable

from therapygoals.errors import FieldTypeError, UnknownNameError
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

    Where a statement holds several goals, the first one is read; `split` gives them all.

    Args:
        text: What a person said, 1 to 4,000 code points, not blank.
        language: BCP 47 code of the language it is said in, or a language of the caller's own.
        on: The day on which it was said; only the horizon of a calendar day depends on it. Without it, such a day is
            seen from the first of January of its year: by February is short-term, by October long-term.

    Returns:
        The reading. A text without a goal gives one without an aim.

    Raises:
        FieldTypeError: The text is not a string, the day no day, or the language neither a code nor a language.
        FieldError: The text is blank or too long.
        UnknownNameError: There is no lexicon for the language.

    Examples:
        >>> reading = read("walk 20 minutes three times a week for six weeks")
        >>> str(reading.frequency), str(reading.duration), str(reading.deadline.span)
        ('3 times per week', '20 minutes', '6 weeks')
    """
    _check(text, on)
    if isinstance(language, str):
        return _read(text, _known(language), on)
    return _brought(language).read(text, on)


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
        FieldError: As `read`.
        UnknownNameError: As `read`.

    Examples:
        >>> [reading.text for reading in split("Learn Polish and stop snapping at my brother")]
        ['Learn Polish', 'stop snapping at my brother']
    """
    _check(text, on)
    if isinstance(language, str):
        return _installed(_known(language)).split(text, on)
    return _brought(language).split(text, on)


@lru_cache(maxsize=1)
def _read(text: str, code: str, on: date | None) -> Reading:
    """Read a statement, and keep the last one: the same words are often screened, read and checked in turn."""
    return _installed(code).read(text, on)


@cache
def _installed(code: str) -> Language:
    return Grammar(load(code))


def _check(text: str, on: date | None) -> None:
    check_text(text, "text")
    if on is not None:
        check_day(on, "on")


def _known(code: str) -> str:
    if code not in _CODES:
        raise UnknownNameError("language", f"must be one of {', '.join(_CODES)}", code)
    return code


def _brought(language: object) -> Language:
    if not isinstance(language, Language):
        raise FieldTypeError("language", "must be a code or a Language", type(language).__name__)
    return language
