"""The rules of the screen, loaded once from reviewed data, and found by the words that they cannot do without."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import attrs

from therapygoals.safety.concerns import ConcernCategory, Directness

__all__ = ["Part", "Rule", "RuleSet", "Saying", "load", "load_data", "made"]

_GAPS = {"..": 3, "....": 6}
"""How many words may stand in a gap."""


@attrs.frozen(eq=False)
class Part:
    """One place of a saying: any of some words or short phrases.

    Attributes:
        phrases: The alternatives by their first word, each as a tuple of words, longest first.
        gap: How many words may stand before it.
        optional: Whether it may be missing.
    """

    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    gap: int
    optional: bool


@attrs.frozen(eq=False)
class Saying:
    """One way of saying something, as parts in their order; the first part is never optional.

    Attributes:
        parts: The parts.
        rarest: One word of each alternative of the part that is heard least often.
        needed: The same for each other part that may not be missing, the rarest first.
    """

    parts: tuple[Part, ...] = attrs.field(repr=False)
    rarest: frozenset[str] = attrs.field(repr=False)
    needed: tuple[frozenset[str], ...] = attrs.field(repr=False)


@attrs.frozen(eq=False)
class Rule(Saying):
    """One way of saying what a rule looks for.

    Attributes:
        id: The rule.
        category: What it is about.
        directness: Whether it is said outright.
    """

    id: str
    category: ConcernCategory
    directness: Directness


@attrs.frozen(eq=False)
class RuleSet:
    """The rules of one language.

    Attributes:
        version: Version of the data.
        words: The words that deny something, and those for oneself, for others and for the young.
        rules: From a word to what may be said where it stands.
        idioms: From a word to the harmless uses that may stand where it stands.
    """

    version: str
    words: Mapping[str, frozenset[str]] = attrs.field(repr=False)
    rules: Mapping[str, Sequence[Rule]] = attrs.field(repr=False)
    idioms: Mapping[str, Sequence[Saying]] = attrs.field(repr=False)


@cache
def load(code: str) -> RuleSet:
    """Read the rules of a language from the data of the package."""
    return made(load_data(code))


def load_data(code: str) -> dict[str, Any]:
    """The data of a language as they are written."""
    file = resources.files("therapygoals.safety") / "rules" / f"{code}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def made(data: Mapping[str, Any]) -> RuleSet:
    """Make the rules from their data: each saying is filed under the words of the part that is heard least often."""
    classes = data["classes"]
    weights = dict.fromkeys(data["common"], 10) | dict.fromkeys(data["everywhere"], 100)
    rules: dict[str, list[Rule]] = {}
    idioms: dict[str, list[Saying]] = {}
    for rule in data["rule"]:
        category, directness = ConcernCategory(rule["category"]), Directness(rule["directness"])
        for said in rule["say"]:
            _file(rules, Rule(*_taken_apart(said, classes, weights), rule["id"], category, directness))
    for said in data["idioms"]["say"]:
        _file(idioms, Saying(*_taken_apart(said, classes, weights)))
    words = {kind: frozenset(listed) for kind, listed in data["words"].items()}
    return RuleSet(data["version"], words, rules, idioms)


_S = TypeVar("_S", bound=Saying)


def _file(index: dict[str, list[_S]], saying: _S) -> None:
    for word in saying.rarest:
        index.setdefault(word, []).append(saying)


def _taken_apart(
    said: str, classes: Mapping[str, list[str]], weights: Mapping[str, int]
) -> tuple[tuple[Part, ...], frozenset[str], tuple[frozenset[str], ...]]:
    """The parts of a saying, and the words that it cannot do without, those that are heard least often first."""
    parts: list[Part] = []
    needed: list[frozenset[str]] = []
    gap = 0
    for mark in said.split():
        if mark in _GAPS:
            gap = _GAPS[mark]
            continue
        phrases = [_words(one) for one in _alternatives(mark, classes)]
        optional = mark.endswith("?")
        if not optional:
            needed.append(frozenset(min(words, key=lambda word: weights.get(word, 1)) for words in phrases))
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(phrases, key=len, reverse=True):
            by_first.setdefault(words[0], []).append(words)
        parts.append(Part(by_first, gap, optional))
        gap = 0
    weighed = {words: [weights.get(word, 1) for word in words] for words in needed}
    rarest, *others = sorted(weighed, key=lambda words: (max(weighed[words]), sum(weighed[words])))
    return tuple(parts), rarest, tuple(others)


def _alternatives(mark: str, classes: Mapping[str, list[str]]) -> list[str]:
    """The words that a mark stands for: those of its classes, and those between its bars."""
    parts = mark.removesuffix("?").split("|")
    return [words for part in parts for words in (classes[part[1:-1]] if part[0] == "<" else [part])]


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("'", "").replace("-", " ").replace("_", " ").replace("/", " ").split())
