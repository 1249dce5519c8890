"""The rules of the screen, loaded once from reviewed data, and found by the words that they cannot do without."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from sys import intern
from typing import Any, Generic, TypeVar

import attrs

from therapygoals.safety.concerns import ConcernCategory, Directness

__all__ = ["END", "Index", "Part", "Rule", "RuleSet", "Saying", "load", "load_data", "made"]

_WORD = re.compile(r"[^\W\d_]+|\d+|\.")
END = "."
"""What the end of a sentence is in a row of words, and in a saying."""
_GAPS = {"..": 3, "....": 6}
"""How many words may stand in a gap."""
_SELDOM = 5
"""In how many of ten thousand statements a word is heard that the data do not list."""


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
    """One way of saying something: what is all said in one sentence, each side as parts in their order.

    Attributes:
        sides: The sides, in any order; the first part of each is never optional.
        needs: For each part that may not be missing, one word of each alternative; those heard least often first.
    """

    sides: tuple[tuple[Part, ...], ...] = attrs.field(repr=False)
    needs: tuple[frozenset[str], ...] = attrs.field(repr=False)


@attrs.frozen(eq=False)
class Rule(Saying):
    """One way of saying what a rule looks for.

    Attributes:
        id: The rule.
        category: What it is about.
        directness: Whether it is said outright.
        rank: Its place among the rules: of several that found the same words, the first one tells of them.
    """

    id: str
    category: ConcernCategory
    directness: Directness
    rank: int


_S = TypeVar("_S", bound=Saying)


@attrs.frozen(eq=False)
class Index(Generic[_S]):
    """Sayings by the words that they cannot do without.

    Attributes:
        others: From the words that are heard least often, one for each saying and alternative, to those that have to be
            heard with it: those heard least often after it, or the word itself when there are no others.
        sayings: The sayings by both.
    """

    others: Mapping[str, frozenset[str]] = attrs.field(repr=False)
    sayings: Mapping[str, Mapping[str, Sequence[_S]]] = attrs.field(repr=False)


@attrs.frozen(eq=False)
class RuleSet:
    """The rules of one language.

    Attributes:
        version: Version of the data.
        words: The words that deny something, and those for oneself, for others and for the young.
        heads: For each word that is listed, the word that stands for it in all its forms and spellings.
        rules: What may be said, by its words.
        idioms: The harmless uses, by their words.
    """

    version: str
    words: Mapping[str, frozenset[str]] = attrs.field(repr=False)
    heads: Mapping[str, str] = attrs.field(repr=False)
    rules: Index[Rule] = attrs.field(repr=False)
    idioms: Index[Saying] = attrs.field(repr=False)


@cache
def load(code: str) -> RuleSet:
    """Read the rules of a language from the data of the package."""
    return made(load_data(code))


def load_data(code: str) -> dict[str, Any]:
    """The data of a language as they are written."""
    file = resources.files("therapygoals.safety") / "rules" / f"{code}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def made(data: Mapping[str, Any]) -> RuleSet:
    """Make the rules from their data: each saying is filed under the words that are heard least often."""
    wording = _Wording.of(data)
    rules = [
        Rule(
            *_taken_apart(said, wording),
            rule["id"],
            ConcernCategory(rule["category"]),
            Directness(rule["directness"]),
            rank,
        )
        for rank, rule in enumerate(data["rule"])
        for said in rule["say"]
    ]
    idioms = [Saying(*_taken_apart(said, wording)) for said in data["idioms"]["say"]]
    words = {
        kind: frozenset(wording.heads.get(word, word) for word in listed) for kind, listed in data["words"].items()
    }
    heads = {word: word for saying in (*rules, *idioms) for listed in saying.needs for word in listed}
    heads.update((form, intern(head)) for form, head in wording.heads.items())
    return RuleSet(data["version"], words, heads, _filed(rules), _filed(idioms))


_Marked = tuple[Mapping[str, Sequence[tuple[str, ...]]], frozenset[str], tuple[int, int]]


@attrs.frozen(eq=False)
class _Wording:
    """What the data tell of words: which stand for each other, in which forms, and how often they are heard."""

    classes: Mapping[str, list[str]]
    weights: Mapping[str, int]
    heads: Mapping[str, str]
    parts: dict[str, _Marked]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> _Wording:
        """Take it from the data."""
        heads = {form: head for head, forms in data["forms"].items() for form in forms.split()}
        heads.update(dict.fromkeys(".!?;", END))
        known = heads.keys() | data["forms"].keys() | set(data["misspelt"])
        for word in data["misspelt"]:
            heads.update(dict.fromkeys(_misspelt(word) - known, heads.get(word, word)))
        weights: dict[str, int] = {}
        for often, listed in data["heard"].items():
            for word in listed:
                head = heads.get(word, word)
                weights[head] = max(weights.get(head, 0), int(often))
        return cls(data["classes"], weights, heads, {})

    def weight(self, word: str) -> int:
        """How often a word is heard in any of its forms."""
        return self.weights.get(word, _SELDOM)

    def marked(self, mark: str) -> _Marked:
        """What a mark stands for, by first words, and the words that it needs, with how often they are heard."""
        if mark not in self.parts:
            phrases = self.phrases(mark)
            by_first: dict[str, list[tuple[str, ...]]] = {}
            for words in sorted(phrases, key=len, reverse=True):
                by_first.setdefault(words[0], []).append(words)
            needed = frozenset(min(words, key=self.weight) for words in phrases)
            weights = [self.weight(word) for word in needed]
            self.parts[mark] = by_first, needed, (sum(weights), max(weights))
        return self.parts[mark]

    def phrases(self, mark: str) -> list[tuple[str, ...]]:
        """What a mark stands for: what its classes hold, and what stands between its bars."""
        found: list[tuple[str, ...]] = []
        for part in mark.split("|"):
            if part[0] == "<":
                found += [words for one in self.classes[part[1:-1]] for words in self.phrases(one.replace(" ", "_"))]
            else:
                found.append(tuple(intern(self.heads.get(word, word)) for word in _words(part)))
        return list(dict.fromkeys(found))


def _misspelt(word: str) -> set[str]:
    """A word with one letter between its first and last left out, doubled or swapped with the next."""
    ends = [(word[:k], word[k:]) for k in range(1, len(word) - 1)]
    wrong = {a + b[1:] for a, b in ends} | {a + b[0] + b for a, b in ends}
    return wrong | {a + b[1] + b[0] + b[2:] for a, b in ends}


def _filed(sayings: Iterable[_S]) -> Index[_S]:
    """Sayings by two words each that they cannot do without."""
    index: dict[str, dict[str, list[_S]]] = {}
    for saying in sayings:
        first, *others = saying.needs
        for word in first:
            filed = index.setdefault(word, {})
            for other in others[0] if others else (word,):
                filed.setdefault(other, []).append(saying)
    return Index({word: frozenset(filed) for word, filed in index.items()}, index)


def _taken_apart(said: str, wording: _Wording) -> tuple[tuple[tuple[Part, ...], ...], tuple[frozenset[str], ...]]:
    """The sides of a saying, and the words that it cannot do without, those that are heard least often first."""
    sides: list[tuple[Part, ...]] = []
    weighed: dict[frozenset[str], tuple[int, int]] = {}
    for side in said.split(" & "):
        parts: list[Part] = []
        gap = 0
        for mark in side.split():
            if mark in _GAPS:
                gap = _GAPS[mark]
                continue
            optional = mark.endswith("?")
            phrases, needed, weight = wording.marked(mark.removesuffix("?"))
            parts.append(Part(phrases, gap, optional))
            gap = 0
            if not optional and END not in phrases:
                weighed[needed] = weight
        sides.append(tuple(parts))
    return tuple(sides), tuple(sorted(weighed, key=lambda words: weighed[words]))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.replace("'", "")))
