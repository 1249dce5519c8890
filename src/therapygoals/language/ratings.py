"""Reading the number of an answer on a scale from 0 to 10."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from operator import itemgetter
from typing import TYPE_CHECKING

import attrs

from therapygoals.language._lexicon import load
from therapygoals.language._line import Line
from therapygoals.language._scan import scan

if TYPE_CHECKING:
    from therapygoals.language._item import Item

__all__ = ["Rating", "rating_in", "rating_of"]

_TOP = 10
_SCALE = (0, _TOP)
_SMALLER_THAN_PERCENT = 10
"""So many times: 30 % is a 3."""
_MOST = 12
"""So many numbers of one answer are looked at."""
_FURTHER = 2
"""How many words may stand between two numbers of which either may be meant: 3 or maybe 4."""


@attrs.frozen
class Rating:
    """What an answer to a question from 0 to 10 says.

    Attributes:
        low: Where it stands today; the lower end where two numbers were said.
        high: The same, or the upper end.
        better: The higher number that was named as what would be better or comes next, if any.
    """

    low: float
    high: float
    better: float | None = None


def rating_in(text: str, *, language: str = "en") -> tuple[float, float] | None:
    """Find the number of today in an answer to a question from 0 to 10.

    Args:
        text: The answer: "a 6", "about four, one point more would be ...", "7/10", "between 3 and 4", "40 %".
        language: Code of a lexicon of ours.

    Returns:
        The number twice, or both ends of a range; None where no number between 0 and 10 stands for today. The scale
        itself ("from 0 to 10"), steps on it ("one point more"), numbers of things, of the past ("it was 8"), wished for
        ("six would be better") or taken back ("not 3") do not count.
    """
    found = rating_of(text, language=language)
    return None if found is None else (found.low, found.high)


def rating_of(text: str, *, language: str = "en") -> Rating | None:
    """Find the number of today, and the next one if it was named: "4, and a 5 would be ...", "one point more"."""
    answer = _Answer(Line(text, load(language)), _cues(language))
    said = answer.now()
    return None if said is None else attrs.evolve(said, better=answer.better(said))


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    """What stands around a number, by what it makes of it."""
    source = resources.files("therapygoals.language") / "lexicon" / f"{language}.ratings.toml"
    data: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(phrases) for name, phrases in data.items()}


class _Answer:
    """An answer, with the numbers from 0 to 10 in it and the clause of each."""

    def __init__(self, line: Line, cues: dict[str, frozenset[str]]) -> None:
        self._line, self._cues = line, cues
        self._items = list(scan(line))
        self._ratings = _without_scale([item for item in self._items if _is_rating(line, item)])[:_MOST]
        self._clauses = list(self._cut())

    def _cut(self) -> Iterator[tuple[int, int]]:
        """The clauses that hold a word, from a chunk to before another."""
        covered = {k for item in self._ratings for k in range(item.i, item.j)}
        stops = (k for k in range(self._line.size) if self._line.words[k] in self._cues["breaks"] and k not in covered)
        start = 0
        for stop in (*stops, self._line.size):
            if stop > start:
                yield start, stop
            start = stop + 1

    def now(self) -> Rating | None:
        """The number that is told as that of today: one that says so, else the first that nothing speaks against."""
        plain: Rating | None = None
        for place, item in enumerate(self._ratings):
            kind = self._kind(item)
            if kind == "now":
                return self._either(place)
            if kind is None and (plain is None or self._is_correction(item)):
                plain = self._either(place)
        return plain or (None if self._ratings else self._share())

    def better(self, said: Rating) -> float | None:
        """The first higher number that is wished for, else the one that a step such as one point more leads to."""
        named = (item.low for item in self._ratings if item.low == item.high and self._kind(item) == "wished")
        steps = (said.high + step for step in self._steps()) if said.low == said.high else ()
        return next((number for number in (*named, *steps) if said.high < number <= _TOP), None)

    def _steps(self) -> list[float]:
        """How many points more are told of."""
        told = [float(item.low) for item in self._items if _is_step(item)]
        return told or [1.0] * self._has("one_more", self._line.words)

    def _either(self, place: int) -> Rating:
        """A number, or the range of two of which either may be meant."""
        item = self._ratings[place]
        low, high = float(item.low), float(item.high)
        for other in self._ratings[place + 1 : place + 2]:
            between = self._line.words[item.j : other.i]
            if 0 < len(between) <= _FURTHER and self._cues["either"].issuperset(between):
                low, high = min(low, float(other.low)), max(high, float(other.high))
        return Rating(low, high)

    def _share(self) -> Rating | None:
        """A percentage that stands for a number of the scale: 30 % is a 3."""
        for item in self._items:
            if item.kind == "percent" and self._is_whole_scale(item) and self._kind(item) in (None, "now"):
                return Rating(float(item.low) / _SMALLER_THAN_PERCENT, float(item.high) / _SMALLER_THAN_PERCENT)
        return None

    def _is_whole_scale(self, item: Item) -> bool:
        """Whether a percentage is no part of something, and no change of it."""
        behind, tags = self._line.words[item.j], self._line.marks[item.j]
        within = 0 <= item.low <= item.high <= _TOP * _SMALLER_THAN_PERCENT
        return within and not item.more and not behind.startswith("of") and tags.keys().isdisjoint(_CHANGES)

    def _kind(self, item: Item) -> str | None:
        """What the words around a number make of it: of today, past, wished for or taken back; None for nothing."""
        words, number = self._line.words, self._number(item)
        start, end = self._clauses[number]
        before, behind = words[start : item.i], words[_end(item) : end]
        if self._ends(before, "not") or self._is_withdrawn(number):
            return "withdrawn"
        if self._starts(behind, "supposed"):
            return "wished"
        if self._has("now", [*before, *behind]):
            return "now"
        if self._has("past", [*before, *behind]):
            return "past"
        return "wished" if self._is_wished(before) else None

    def _is_wished(self, before: Sequence[str]) -> bool:
        """Whether the words before a number wish or suppose it, and do not just say it with care: I'd say 4."""
        if self._has("opinion", before) or _apart(_without(before, self._cues["lead_in"])) in self._cues["standing"]:
            return False
        return self._has("wished", before) or self._has("would", before)

    def _is_correction(self, item: Item) -> bool:
        """Whether a number comes in place of the one before it: 7? no, 3."""
        number = self._number(item)
        before = self._line.words[self._clauses[number][0] : item.i]
        return any(
            self._is_one_of("corrected", words)
            for words in (self._words_of(number - 1), _without(before, self._cues["lead_in"]))
        )

    def _is_withdrawn(self, number: int) -> bool:
        """Whether what follows a clause takes its number back, and gives no other: 8 but not really."""
        has_another = any(self._number(item) > number for item in self._ratings[-1:])
        return not has_another and self._is_one_of("withdrawn", self._words_of(number + 1))

    def _number(self, item: Item) -> int:
        """Which clause a number stands in."""
        return bisect_left(self._clauses, item.j, key=itemgetter(1))

    def _words_of(self, number: int) -> Sequence[str]:
        """The words of a clause; none where there is no such clause."""
        start, end = self._clauses[number] if 0 <= number < len(self._clauses) else (0, 0)
        return self._line.words[start:end]

    def _is_one_of(self, name: str, words: Sequence[str]) -> bool:
        return " ".join(words) in self._cues[name]

    def _has(self, name: str, words: Sequence[str]) -> bool:
        text = f" {_apart(words)} "
        return any(f" {cue} " in text for cue in self._cues[name])

    def _ends(self, words: Sequence[str], name: str) -> bool:
        text = f" {_apart(_without_last(words, self._cues['lead_in']))}"
        return any(text.endswith(f" {cue}") for cue in self._cues[name])

    def _starts(self, words: Sequence[str], name: str) -> bool:
        text = f"{_apart(words)} "
        return any(text.startswith(f"{cue} ") for cue in self._cues[name])


def _end(item: Item) -> int:
    """Where a number ends; a word behind it that is no thing does not belong to it."""
    return item.noun if item.kind == "amount" else item.j


_CHANGES = ("more", "less", "better", "increase", "reduce", "event", "thing")


def _apart(words: Sequence[str]) -> str:
    """Words with the short forms of "would" written out."""
    return " ".join(words).replace("'d", " would")


def _without(words: Sequence[str], left_out: frozenset[str]) -> list[str]:
    return [word for word in words if word not in left_out]


def _without_last(words: Sequence[str], left_out: frozenset[str]) -> Sequence[str]:
    while words and words[-1] in left_out:
        words = words[:-1]
    return words


def _without_scale(items: list[Item]) -> list[Item]:
    """Numbers without those of the scale itself: from 0 to 10."""
    ends = [(item.low, item.high) for item in items]
    if ends[:1] == [_SCALE]:
        return items[1:]
    return items[2:] if ends[:2] == [(0, 0), (_TOP, _TOP)] else items


def _is_step(item: Item) -> bool:
    """Whether an item is a number of points more."""
    return (
        item.more >= 0
        and item.low > 0
        and ((item.unit == "point" and item.out_of is None) or (item.unit is None and item.more > 0))
    )


def _is_rating(line: Line, item: Item) -> bool:
    """Whether an item is a number from 0 to 10 by itself, or out of 10."""
    if not 0 <= item.low <= item.high <= _TOP or item.more or item.per is not None or line.words[item.i - 1] == "-":
        return False
    if item.kind == "noise":
        return line.words[item.j - 1] == "ish"
    if item.kind == "amount":
        return item.noun >= 0 and not _is_counted(line.words[item.noun], item.unit or "")
    return item.kind == "bare" or _TOP in (item.out_of, item.of)


def _is_counted(word: str, unit: str) -> bool:
    """Whether a word is the plural of a thing: 3 kids, but not 3 I think."""
    return word != unit and word.startswith(unit)
