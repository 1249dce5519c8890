"""Reading a catalogue from TOML: every fault is told at once, with its path."""

from __future__ import annotations

import tomllib
import types
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast, get_args, get_origin

import attrs

from therapygoals.errors import DocumentError, Fault, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Direction
from therapygoals.reframing._tone import faults_of_tone
from therapygoals.reframing.entries import Catalogue, Entry, Words
from therapygoals.reframing.kinds import Comparator, PromptKind, Shrink, StopReason

__all__ = ["catalogue", "known_language", "load_catalogue"]

_LANGUAGES = ("en",)
_KEYS = {
    "practices": "prompt_kind",
    "bank": "prompt_bank",
    "avoidance_rules": "avoidance_rule",
    "control_rules": "control_rule",
    "given_rules": "given_rule",
    "shrink_rules": "shrink_rule",
    "stop_rules": "stop_rule",
    "entries": "entry",
    "facets": "facet",
}
"""Fields whose key in the document is another word: tables in a list are named in the singular there."""

_BETTER = {Comparator.AT_LEAST: Direction.INCREASE, Comparator.AT_MOST: Direction.DECREASE}


def catalogue(language: str = "en") -> Catalogue:
    """The catalogue of the library in a language.

    Args:
        language: BCP 47 code, with a region or without (`en-GB`); only `en` so far.

    Raises:
        UnknownNameError: There is no catalogue in that language.
    """
    return _ours(known_language(language))


def known_language(language: str) -> str:
    """The language of a catalogue of ours for a code; a region falls back on its language (`en-GB`).

    Raises:
        UnknownNameError: There is no catalogue in that language.
    """
    plain = str(language).lower().partition("-")[0]  # callers may not check types
    if plain not in _LANGUAGES:
        raise UnknownNameError("language", f"must be one of {', '.join(_LANGUAGES)}", language)
    return plain


@cache
def _ours(language: str) -> Catalogue:
    source = resources.files("therapygoals.reframing") / "catalogue" / f"{language}.toml"
    return _parse(source.read_text(encoding="utf-8"))


def load_catalogue(path: str | Path, *, base: Catalogue | None = None) -> Catalogue:
    """A catalogue of one's own, from a TOML file in UTF-8.

    Args:
        path: The file, written as ``reframing/catalogue/en.toml`` is.
        base: A catalogue to extend, such as `catalogue()`. The file then holds an id and a version of its own and what
            is new: entries come before those of the base, and stand first where a wish fits both as well; one with
            the id of an entry of the base takes its place, as does any other part that is there.

    Raises:
        DocumentError: The file is no TOML, or parts of it are missing, surplus or wrong; or the safety screen has a
            concern about something that a person would be shown or about a trigger, a question is closed, or one of
            them pushes ("you should"). All faults are told at once.
        FieldTypeError: The path is none, or the base is no catalogue.
        OSError: The file cannot be read.
    """
    if not isinstance(path, (str, Path)):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("path", "must be a str or a Path", type(path).__name__)
    if base is not None and not isinstance(base, Catalogue):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("base", "must be a Catalogue", type(base).__name__)
    try:
        return _parse(Path(path).read_text(encoding="utf-8"), base, is_callers=True)
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("$", "must be UTF-8")]) from error


_OF_ONES_OWN = ("id", "version", "entries")


def _parse(text: str, base: Catalogue | None = None, *, is_callers: bool = False) -> Catalogue:
    faults: list[Fault] = []
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError([Fault("$", f"must be TOML: {error}")]) from error
    inherited: dict[str, Any] = (
        {} if base is None else {field.name: getattr(base, field.name) for field in attrs.fields(Catalogue)}
    )
    inherited.pop("id", None)
    inherited.pop("version", None)
    below: tuple[Entry, ...] = inherited.pop("entries", ())
    if base is not None:
        data.setdefault("entry", [])
    fields = inherited | _fields(Catalogue, data, "$", faults, frozenset(inherited))
    faults.extend(_ties(fields, {entry.id for entry in below}))
    if is_callers:
        faults.extend(faults_of_tone(data, fields.get("language")))
    if faults:
        raise DocumentError(faults)
    entries: dict[str, Entry] = {entry.id: entry for entry in fields["entries"]}
    there = [entries.pop(entry.id, entry) for entry in below]
    fields["entries"] = (*entries.values(), *there)
    return Catalogue(**fields)


def _fields(
    kind: type[attrs.AttrsInstance],
    data: dict[str, Any],
    path: str,
    faults: list[Fault],
    optional: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """The sound fields of one table; what is missing, surplus or wrong becomes a fault."""
    left = dict(data)
    fields: dict[str, Any] = {}
    for attribute in attrs.fields(kind):
        key = _KEYS.get(attribute.name, attribute.name)
        if key not in left:
            if attribute.default is attrs.NOTHING and attribute.name not in optional:
                faults.append(Fault(f"{path}.{key}", "required field missing"))
            continue
        before = len(faults)
        value = fields[attribute.name] = _value(attribute.type, left.pop(key), f"{path}.{key}", faults)
        if len(faults) == before:
            faults.extend(_refused(kind, attribute, value, f"{path}.{key}"))
    faults.extend(Fault(f"{path}.{key}", "unknown field") for key in left)
    return fields


def _refused(kind: type[object], attribute: attrs.Attribute[Any], value: object, path: str) -> Iterator[Fault]:
    check = attribute.validator
    assert check is not None, "each field of the catalogue has a check"
    try:
        check(object.__new__(kind), attribute, value)
    except (FieldError, FieldTypeError) as error:
        yield Fault(path, str(error).removeprefix(f"{error.field} "))


def _value(kind: type, given: object, path: str, faults: list[Fault]) -> object:
    """Build what the type asks for from plain TOML; None stands for what cannot be built, after a fault was told."""
    if get_origin(kind) is types.UnionType:
        return _value(get_args(kind)[0], given, path, faults)
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], given, path, faults)
    if attrs.has(kind):
        return _table(kind, given, path, faults)
    if issubclass(kind, StrEnum):
        return _word(kind, given, path, faults)
    return given


def _list(kind: type, given: object, path: str, faults: list[Fault]) -> tuple[object, ...] | None:
    if isinstance(given, list):
        items = cast("list[object]", given)
        return tuple(_value(kind, item, f"{path}[{i}]", faults) for i, item in enumerate(items))
    faults.append(Fault(path, f"must be a list (got {type(given).__name__!r})"))
    return None


def _table(
    kind: type[attrs.AttrsInstance], given: object, path: str, faults: list[Fault]
) -> attrs.AttrsInstance | None:
    if isinstance(given, dict):
        before = len(faults)
        fields = _fields(kind, cast("dict[str, Any]", given), path, faults)
        return kind(**fields) if len(faults) == before else None
    faults.append(Fault(path, f"must be a table (got {type(given).__name__!r})"))
    return None


def _word(kind: type[StrEnum], given: object, path: str, faults: list[Fault]) -> StrEnum | None:
    for member in kind:
        if member == given:
            return member
    faults.append(Fault(path, f"must be one of {', '.join(kind)} (got {given!r})"))
    return None


def _ties(fields: dict[str, Any], below: set[str]) -> Iterator[Fault]:
    """What no single table can know: ids that come twice, and names that point nowhere.

    Args:
        fields: The sound fields of the catalogue.
        below: Ids of the entries that it extends.
    """
    for name, key in _KEYS.items():  # there are no facets here: each entry looks at its own
        yield from _twice(f"$.{key}", fields.get(name), "id")
    yield from _untold("$.prompt_kind", "each kind of question", PromptKind, fields.get("practices"))
    yield from _untold("$.stop_rule", "each reason to stop", StopReason, fields.get("stop_rules"))
    yield from _untold("$.shrink_rule", "each way to make it smaller", Shrink, fields.get("shrink_rules"))
    yield from _unasked(fields.get("bank"))
    for name in ("avoidance_rules", "control_rules"):
        if fields.get(name) == ():
            yield Fault(f"$.{_KEYS[name]}", "must hold at least one rule")
    entries: list[Entry | None] = list(fields.get("entries") or ())
    known = below | {entry.id for entry in _sound(entries)}
    for i, rule in enumerate(fields.get("given_rules") or ()):
        if rule is not None and rule.entry not in known:
            yield Fault(f"$.given_rule[{i}].entry", f"must be the id of an entry (got {rule.entry!r})")
    words: Words | None = fields.get("words")
    for i, entry in enumerate(entries):
        if entry is not None:
            yield from _entry_ties(f"$.entry[{i}]", entry, known)
            yield from _unmatchable(f"$.entry[{i}]", entry, words.fillers if words else ())


def _untold(path: str, what: str, words: type[StrEnum], items: Iterable[Any] | None) -> Iterator[Fault]:
    told = {item.id for item in _sound(items)}
    if missing := [word for word in words if word not in told]:
        yield Fault(path, f"must tell {what} (missing {', '.join(missing)})")


_NEEDED: dict[str, tuple[PromptKind | None, ...]] = {
    "clarify": (None,),
    "open": (PromptKind.DIFFERENCE, PromptKind.EXCEPTION, PromptKind.HARD_EASY),
    "general": (
        PromptKind.SCALING,
        PromptKind.NOTICING,
        PromptKind.FIRST_STEP,
        PromptKind.IMPORTANCE,
        PromptKind.CONFIDENCE,
    ),
    "draft": (None,),
    "vision": (None,),
    "elicit": (None,),
    "areas": (None,),
    "stones": (PromptKind.NOTICING, PromptKind.CONTROL),
}
"""The general questions that a dialogue cannot do without: by stage, the kinds; None stands for any."""


def _unasked(bank: Iterable[Any] | None) -> Iterator[Fault]:
    """Stages and kinds for which there is no general question."""
    asked = {(prompt.id.partition(".")[0], kind) for prompt in _sound(bank) for kind in (prompt.kind, None)}
    for stage, kinds in _NEEDED.items():
        for kind in kinds:
            if (stage, kind) not in asked:
                what = f"of the kind {kind}, with" if kind else "with"
                yield Fault("$.prompt_bank", f"must hold a question {what} an id that begins with {stage}.")


def _sound(items: Iterable[Any] | None) -> Iterator[Any]:
    return (item for item in items or () if item is not None)


def _twice(path: str, items: Iterable[Any] | None, name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, item in enumerate(items or ()):
        word = getattr(item, name, None)
        if word in seen:
            yield Fault(f"{path}[{i}].{name}", f"must be unique (got {str(word)!r} again)")
        elif word is not None:
            seen.add(word)


def _unmatchable(path: str, entry: Entry, fillers: tuple[str, ...]) -> Iterator[Fault]:
    for name, phrases in (("triggers", entry.triggers), ("cues", entry.cues)):
        for i, phrase in enumerate(phrases):
            if skipped := [word for word in phrase.split() if word in fillers]:
                yield Fault(f"{path}.{name}[{i}]", f"must hold no filler, for fillers are skipped (got {skipped[0]!r})")


def _entry_ties(path: str, entry: Entry, entries: set[str]) -> Iterator[Fault]:
    yield from _twice(f"{path}.facet", entry.facets, "id")
    yield from _twice(f"{path}.indicators", entry.indicators, "id")
    for i, facet in enumerate(entry.facets):
        yield from _twice(f"{path}.facet[{i}].prompts", facet.prompts, "kind")
    if entry.negated is not None and entry.negated not in entries:
        yield Fault(f"{path}.negated", f"must be the id of an entry (got {entry.negated!r})")
    facets = {facet.id for facet in entry.facets}
    better = {indicator.id: indicator.direction for indicator in entry.indicators}
    for i, goal in enumerate(entry.goals):
        if goal.facet not in facets:
            yield Fault(f"{path}.goals[{i}].facet", f"must be the id of a facet of the entry (got {goal.facet!r})")
        if goal.indicator not in better:
            yield Fault(
                f"{path}.goals[{i}].indicator", f"must be the id of an indicator of the entry (got {goal.indicator!r})"
            )
        elif better[goal.indicator] is not _BETTER[goal.comparator]:
            yield Fault(
                f"{path}.goals[{i}].comparator", f"must fit the direction of its indicator (got {goal.comparator!s})"
            )
