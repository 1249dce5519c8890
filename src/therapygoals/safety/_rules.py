"""The rules of the screen, loaded once from reviewed data, and found by the words that they cannot do without."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
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
        rarest: One word of each alternative of the part that is heard least often, in every form.
        needs: One bit for each other part that may not be missing, as they are counted in an index.
    """

    sides: tuple[tuple[Part, ...], ...] = attrs.field(repr=False)
    rarest: frozenset[str] = attrs.field(repr=False)
    needs: int = attrs.field(repr=False)


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


_S = TypeVar("_S", bound=Saying)


@attrs.frozen(eq=False)
class Index(Generic[_S]):
    """Sayings by the words that they cannot do without.

    Attributes:
        sayings: From a word to the sayings that could stand where it stands, by the rarest part of each.
        filled: From a word to the other parts that it fills, each a bit.
        parts: The bits of all parts.
    """

    sayings: Mapping[str, Sequence[_S]] = attrs.field(repr=False)
    filled: Mapping[str, int] = attrs.field(repr=False)
    parts: int = attrs.field(repr=False)


@attrs.frozen(eq=False)
class RuleSet:
    """The rules of one language.

    Attributes:
        version: Version of the data.
        words: The words that deny something, and those for oneself, for others and for the young.
        heads: The word that stands for a word in its other forms and spellings.
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
    """Make the rules from their data: each saying is filed under the words of the part that is heard least often."""
    wording = _Wording.of(data)
    rules, idioms = _Filing[Rule](), _Filing[Saying]()
    for rule in data["rule"]:
        category, directness = ConcernCategory(rule["category"]), Directness(rule["directness"])
        for said in rule["say"]:
            sides, rarest, others = _taken_apart(said, wording)
            rules.add(rarest, Rule(sides, rarest, rules.bits(others), rule["id"], category, directness))
    for said in data["idioms"]["say"]:
        sides, rarest, others = _taken_apart(said, wording)
        idioms.add(rarest, Saying(sides, rarest, idioms.bits(others)))
    words = {
        kind: frozenset(wording.heads.get(word, word) for word in listed) for kind, listed in data["words"].items()
    }
    return RuleSet(data["version"], words, wording.heads, rules.index(), idioms.index())


@attrs.frozen(eq=False)
class _Wording:
    """What the data tell of words: which stand for each other, in which forms, and how often they are heard."""

    classes: Mapping[str, list[str]]
    weights: Mapping[str, int]
    heads: Mapping[str, str]
    forms: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> _Wording:
        """Take it from the data."""
        heads = {form: head for head, forms in data["forms"].items() for form in forms.split()}
        known = heads.keys() | data["forms"].keys() | set(data["misspelt"])
        for word in data["misspelt"]:
            heads.update(dict.fromkeys(_misspelt(word) - known, heads.get(word, word)))
        forms: dict[str, list[str]] = {}
        for form, head in heads.items():
            forms.setdefault(head, [head]).append(form)
        weights = {word: int(often) for often, listed in data["heard"].items() for word in listed}
        return cls(data["classes"], weights, heads, forms)

    def weight(self, word: str) -> int:
        """How often a word is heard in any of its forms."""
        return max(self.weights.get(form, _SELDOM) for form in self.forms.get(word, (word,)))

    def phrases(self, mark: str) -> list[tuple[str, ...]]:
        """What a mark stands for: what its classes hold, and what stands between its bars."""
        found: list[tuple[str, ...]] = []
        for part in mark.split("|"):
            if part[0] == "<":
                found += [words for one in self.classes[part[1:-1]] for words in self.phrases(one.replace(" ", "_"))]
            else:
                found.append(tuple(self.heads.get(word, word) for word in _words(part)))
        return list(dict.fromkeys(found))


def _misspelt(word: str) -> set[str]:
    """A word with one letter between its first and last left out, doubled or swapped with the next."""
    ends = [(word[:k], word[k:]) for k in range(1, len(word) - 1)]
    wrong = {a + b[1:] for a, b in ends} | {a + b[0] + b for a, b in ends}
    return wrong | {a + b[1] + b[0] + b[2:] for a, b in ends}


class _Filing(Generic[_S]):
    """An index in the making: it counts the parts, and files each saying under the words of its rarest."""

    def __init__(self) -> None:
        self._sayings: dict[str, list[_S]] = {}
        self._filled: dict[str, int] = {}
        self._bits: dict[frozenset[str], int] = {}

    def bits(self, parts: Sequence[frozenset[str]]) -> int:
        """The bits of some parts."""
        bits = 0
        for words in parts:
            bit = self._bits.setdefault(words, 1 << len(self._bits))
            bits |= bit
            for word in words:
                self._filled[word] = self._filled.get(word, 0) | bit
        return bits

    def add(self, rarest: frozenset[str], saying: _S) -> None:
        """File a saying."""
        for word in rarest:
            self._sayings.setdefault(word, []).append(saying)

    def index(self) -> Index[_S]:
        """What was filed."""
        return Index(self._sayings, self._filled, (1 << len(self._bits)) - 1)


def _taken_apart(
    said: str, wording: _Wording
) -> tuple[tuple[tuple[Part, ...], ...], frozenset[str], tuple[frozenset[str], ...]]:
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
            phrases = wording.phrases(mark.removesuffix("?"))
            by_first: dict[str, list[tuple[str, ...]]] = {}
            for words in sorted(phrases, key=len, reverse=True):
                by_first.setdefault(words[0], []).append(words)
            parts.append(Part(by_first, gap, optional))
            gap = 0
            if not optional and END not in by_first:
                rare = {min(words, key=wording.weight) for words in phrases}
                needed = frozenset(form for word in rare for form in wording.forms.get(word, (word,)))
                weights = [wording.weight(word) for word in rare]
                weighed[needed] = (sum(weights), max(weights))
        sides.append(tuple(parts))
    rarest, *others = sorted(weighed, key=lambda words: weighed[words])
    return tuple(sides), rarest, tuple(others)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.replace("'", "")))
