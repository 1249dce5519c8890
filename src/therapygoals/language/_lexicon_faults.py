"""What may stand in the data of a lexicon, and what is wrong with data that hold something else."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, TypeGuard, cast

from therapygoals.errors import Fault
from therapygoals.goals import DeadlineMode, Moment, Period, Weekday

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["SECTIONS", "TAGGED", "faults"]

TAGGED = ("words", "nouns", "verbs", "adjectives")
"""Sections that give phrases to tags."""

SECTIONS = (
    *("numbers", "multipliers", "shares", "occasions", "ordinals", "units", "months", "weekdays", "holidays"),
    *("values", "spelling", *TAGGED),
)

_MOST = 10**12
_LONGEST = 100
"""Most characters of a phrase, as of the unit of an amount."""

_RANGES: dict[str, tuple[type[int] | type[float], int, int]] = {
    "numbers": (float, 0, _MOST),
    "multipliers": (float, 1, _MOST),
    "shares": (float, 0, 100),
    "occasions": (int, 1, 1000),
    "ordinals": (int, 1, 1000),
    "months": (int, 1, 12),
}
_UNITS = (
    *("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "session"),
)  # fmt: skip
_COMPARED = ("eq", "ge", "gt", "le", "lt")
_VALUES: dict[str, Iterable[str] | re.Pattern[str]] = {
    "moment": Moment,
    "per": Period,
    "adverb": re.compile(rf"(?:{'|'.join(Period)}) [1-9][0-9]?"),
    "days": re.compile(rf"(?:{'|'.join(Weekday)})(?: (?:{'|'.join(Weekday)})){{0,6}}"),
    "times_a_day": re.compile(r"[1-9][0-9]?"),
    "compare": _COMPARED,
    "compared": _COMPARED,
    "unit_of": re.compile(rf"\S(?:.{{,{_LONGEST - 2}}}\S)?"),
    "mode": DeadlineMode,
    "relative": ("next", "past"),
    "instrument": re.compile(r"[0-9]{1,4}"),
}
"""The words that a tag can have for a value, or how they are written."""

_WRITTEN = {
    "adverb": "must be a period and how many of them, as in 'week 2'",
    "days": "must be weekdays, as in 'MO WE FR'",
    "times_a_day": "must be a whole number from 1 to 99",
    "unit_of": f"must be a unit of 1 to {_LONGEST} characters",
    "instrument": "must be the highest score, a whole number of at most 4 digits",
}


def faults(given: Mapping[str, Any], tags: Callable[[str], frozenset[str]]) -> Iterator[Fault]:
    """Tell everything that is wrong in the data of a lexicon, section by section.

    Args:
        given: The data.
        tags: The tags that a section of phrases may have.
    """
    for section, entries in given.items():
        path = _below("lexicon", section)
        if section not in SECTIONS:
            yield Fault(path, f"unknown section; a lexicon has: {', '.join(SECTIONS)}")
        elif not _is_table(entries):
            yield _not("a table", entries, path)
        elif section in TAGGED:
            yield from _listed(entries, path, tags(section), _no_verb if section == "verbs" else _no_phrase)
        elif section == "values":
            yield from _valued(entries, path)
        elif section in _KEYED:
            yield from _listed(entries, path, _KEYED[section])
        else:
            yield from _numbered(section, entries, path)


_KEYED: dict[str, Iterable[str]] = {"units": _UNITS, "weekdays": Weekday}


def _valued(entries: Mapping[str, Any], path: str) -> Iterator[Fault]:
    for tag, groups in entries.items():
        place = _below(path, tag)
        if tag not in _VALUES:
            yield Fault(place, f"must be one of {', '.join(_VALUES)}")
        elif _is_table(groups):
            known = _VALUES[tag]
            if isinstance(known, re.Pattern):
                wrong = [value for value in groups if not known.fullmatch(value)]
                yield from (Fault(_below(place, value), _WRITTEN[tag]) for value in wrong)
                known = [*groups]
            yield from _listed(groups, place, known)
        else:
            yield _not("a table", groups, place)


def _numbered(section: str, entries: Mapping[str, Any], path: str) -> Iterator[Fault]:
    """Sections that give a value to each phrase."""
    for phrase, value in entries.items():
        place = _below(path, phrase)
        if rule := _no_phrase(phrase):
            yield Fault(place, rule)
        if section == "spelling":
            rule = _no_phrase(value)
        elif section == "holidays":
            rule = None if _is_holiday(value) else "must be [month, day], or [0, 0] for Easter"
        else:
            rule = _out_of_range(value, *_RANGES[section])
        if rule:
            yield Fault(place, rule)


def _listed(
    entries: Mapping[str, Any],
    path: str,
    known: Iterable[str],
    broken: Callable[[object], str | None] | None = None,
) -> Iterator[Fault]:
    """Sections that give a list of phrases to each name, and the names have to be known."""
    names, broken = frozenset(known), broken or _no_phrase
    for name, phrases in entries.items():
        place = _below(path, name)
        if name not in names:
            yield Fault(place, f"must be one of {', '.join(sorted(names))}")
        elif isinstance(phrases, list):
            rules = ((i, broken(phrase)) for i, phrase in enumerate(cast("list[object]", phrases)))
            yield from (Fault(f"{place}[{i}]", rule) for i, rule in rules if rule)
        else:
            yield _not("a list of phrases", phrases, place)


def _no_phrase(given: object) -> str | None:
    """What is wrong with a word or phrase, or None."""
    if not isinstance(given, str):
        return f"must be a str (got {type(given).__name__!r})"
    if not given or len(given) > _LONGEST or given != given.strip():
        return f"must be a word or phrase of 1 to {_LONGEST} characters, with no space around it"
    return None


def _no_verb(given: object) -> str | None:
    """What is wrong with a verb and its irregular forms, each behind a stroke, or None."""
    forms: list[object] = [*given.split("/")] if isinstance(given, str) else [given]
    return next((rule for form in forms if (rule := _no_phrase(form))), None)


def _out_of_range(given: object, kind: type[int] | type[float], low: int, high: int) -> str | None:
    named = "a whole number" if kind is int else "a number"
    if isinstance(given, bool) or not isinstance(given, int if kind is int else int | float):
        return f"must be {named} (got {type(given).__name__!r})"
    return None if low <= given <= high else f"must be {named} from {low} to {high:,}"


def _is_holiday(given: object) -> bool:
    match given:
        case [int(month), int(day)] if not isinstance(month, bool) and not isinstance(day, bool):
            return (month, day) == (0, 0) or _is_day(month, day)
        case _:
            return False


def _is_day(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def _is_table(given: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(given, dict)


def _not(wanted: str, given: object, path: str) -> Fault:
    return Fault(path, f"must be {wanted} (got {type(given).__name__!r})")


_BARE = re.compile(r"[A-Za-z0-9_-]+")


def _below(path: str, name: str) -> str:
    """The path of an entry, its name in quotation marks where TOML asks for them."""
    return f"{path}.{name}" if _BARE.fullmatch(name) else f'{path}."{name}"'
