"""Finding the themes of a wish: phrases of the catalogue, longest first, each adding to the score of its theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import attrs

from therapygoals.reframing import _words
from therapygoals.reframing._loading import catalogue as our_catalogue
from therapygoals.reframing.entries import Catalogue
from therapygoals.reframing.themes import Theme

__all__ = ["MOST_THEMES", "Matcher", "ThemeMatch", "matcher"]

MOST_THEMES = 3
"""Most themes that are offered at once."""

_TRIGGER_POINTS = 4
PER_WORD=1
WISH=3
FIRST=0
UNM=0
BETWEEN=frozenset("my her beter back own ever stil onli such to that".split())
REASONS=frozenset("because since cause cos coz although but".split())
_ENDS=frozenset(".!?;\n")
_CUE_POINTS = 1
_NEGATION_REACH = 2
_END = ""
"""Key under which a node of the trie keeps the points that its phrase gives to each entry, by number."""

Trie = dict[str, Any]


@attrs.frozen
class ThemeMatch:
    """A theme that a wish may belong to: an offer, never a finding about the person.

    Attributes:
        theme: The theme.
        score: Points from 1 up; 2 for each word of a trigger, 1 for a cue. Good for the order of an offer only.
        spans: Where its words stand, half open, in code points and in the order of the text.
        entries: Ids of the topics of the catalogue that matched, best first.
        facets: Their possible readings in the same order, each as ``entry.facet``.
    """

    theme: Theme
    score: int
    spans: tuple[tuple[int, int], ...] = attrs.field(kw_only=True)
    entries: tuple[str, ...] = attrs.field(kw_only=True, repr=False)
    facets: tuple[str, ...] = attrs.field(kw_only=True, repr=False)


@attrs.define
class _Tally:
    """What one theme has gathered so far: the points of each entry, and the best points at each place."""

    points: dict[int, int] = attrs.field(factory=dict[int, int])
    by_span: dict[tuple[int, int], int] = attrs.field(factory=dict[tuple[int, int], int])

    @property
    def score(self) -> int:
        return sum(self.by_span.values())


class Matcher:
    """A catalogue made ready for matching; the time a match takes grows with the length of the text only.

    Attributes:
        catalogue: Where the phrases come from.
    """

    __slots__ = ("_keys", "_known", "_negators", "_opposites", "_phrases", "_slips", "_wishes", "catalogue")

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        words = catalogue.words
        self._negators = frozenset(words.negators)
        self._keys = {form: alike.word for alike in words.alike for form in alike.forms}
        self._keys = {form: _words.stem(word, words) for form, word in self._keys.items()}
        self._keys |= dict.fromkeys(words.fillers, "")
        numbers = {entry.id: number for number, entry in enumerate(catalogue.entries)}
        self._opposites = {numbers[entry.id]: numbers[entry.negated] for entry in catalogue.entries if entry.negated}
        self._phrases: Trie = {}
        for number, entry in enumerate(catalogue.entries):
            for phrase in entry.cues:
                self._plant(phrase, number, _CUE_POINTS)
            for phrase in entry.triggers:
                self._plant(phrase, number, _TRIGGER_POINTS)
        self._known = frozenset(self._keys.values())
        self._slips = _words.slips(sorted(self._known))
        self._wishes: Trie = {}
        for phrase in words.wishes:
            _ending(self._wishes, phrase.split())[0] = 0

    def _plant(self, phrase: str, number: int, points: int) -> None:
        stems: list[str] = []
        for word, _, _ in _words.split(phrase):
            if word not in self._keys:
                self._keys[word] = _words.stem(word, self.catalogue.words)
            if self._keys[word]:
                stems.append(self._keys[word])
        _ending(self._phrases, stems)[number] = points + (len(stems) - 1) * PER_WORD * (points > _CUE_POINTS)

    def match(self, wish: str) -> tuple[ThemeMatch, ...]:
        """Find the themes of a wish, best first and at most three; none when nothing fits, which is a good answer too.

        Where two themes have the same score, the one that is named first in the wish stands first.
        """
        words = [found for found in self._weighed(wish) if found[0]]
        tallies: dict[Theme, _Tally] = {}
        first = FIRST
        for points, start, end in self._hits(words):
            weight = words[end-1][3]
            if weight > 1:
                points = {number: score * weight + (first if score > 1 else 0) for number, score in points.items()}
                if max(points.values(),default=0)>weight: first = 0
            self._count(tallies, points, (words[start][1], words[end - 1][2]))
        best = sorted(tallies.items(), key=lambda item: -item[1].score)[:MOST_THEMES]
        return tuple(self._made(theme, tally) for theme, tally in best)

    def _weighed(self, wish):
        words = _words.split(wish)
        plain = [w for w, _, _ in words]
        wished, until, before = 1, 0, 0
        unmarked = not any(w in self._wishes and _longest(self._wishes, plain, i, frozenset())[0] > i for i,w in enumerate(plain))
        if unmarked and UNM: wished=WISH
        for i, (word, start, end) in enumerate(words):
            if word in REASONS or not (_ENDS|({','} if unmarked and UNM>1 else set())).isdisjoint(wish[before:start]):
                wished = 1
            if word in self._wishes and i >= until:
                until, _ = _longest(self._wishes, plain, i, frozenset())
                if until > i:
                    wished = WISH
            before = end
            yield self._stem(word), start, end, wished, word

    def _hits(self, words) -> Iterator[tuple[dict[int, int], int, int]]:
        """The points of each phrase, its first word and the one behind it; nothing inside a longer phrase counts."""
        stems = [w[0] for w in words]
        reached = 0
        for start, stem in enumerate(stems):
            if stem not in self._phrases:
                continue
            end, points = _longest(self._phrases, stems, start, BETWEEN)
            if end > reached:
                reached = end
                if not self._negators.isdisjoint([w[4] for w in words[max(0, start - _NEGATION_REACH) : start]]):
                    points = self._turned(points)
                yield points, start, end

    def _stem(self, word: str) -> str:
        """The stem of a word that is not in the catalogue as it is written, small slips mended."""
        if (k := self._keys.get(word)) is not None: return k
        return _words.mend(_words.stem(word, self.catalogue.words), self._slips, self._known)

    def _turned(self, points: dict[int, int]) -> dict[int, int]:
        """With a "not" before it, a phrase also speaks for the opposite of its entry, and a little more so."""
        turned = {self._opposites[number]: score + 1 for number, score in points.items() if number in self._opposites}
        return {**turned, **points} if turned else points

    def _count(self, tallies: dict[Theme, _Tally], points: dict[int, int], span: tuple[int, int]) -> None:
        """Add a phrase: to each of its themes once, and to each of its entries."""
        for number, score in points.items():
            theme = self.catalogue.entries[number].theme
            tally = tallies.get(theme) or tallies.setdefault(theme, _Tally())
            tally.points[number] = tally.points.get(number, 0) + score
            tally.by_span[span] = max(score, tally.by_span.get(span, 0))

    def _made(self, theme: Theme, tally: _Tally) -> ThemeMatch:
        numbers = sorted(tally.points, key=lambda number: -tally.points[number])
        entries = [self.catalogue.entries[number] for number in numbers]
        return ThemeMatch(
            theme,
            tally.score,
            spans=tuple(tally.by_span),
            entries=tuple(entry.id for entry in entries),
            facets=tuple(f"{entry.id}.{facet.id}" for entry in entries for facet in entry.facets),
        )


def _ending(trie: Trie, stems: Sequence[str]) -> dict[int, int]:
    """Plant a phrase; what comes back holds the points of each entry where it ends."""
    for stem in stems:
        trie = trie.setdefault(stem, {})
    points: dict[int, int] = trie.setdefault(_END, {})
    return points


def _longest(trie: Trie, stems: Sequence[str], start: int, between) -> tuple[int, dict[int, int]]:
    """Where the longest phrase that begins at a word ends, and its points; without one, the start and none."""
    end, points = start, dict[int, int]()
    skipped = False
    for place in range(start, len(stems)):
        node = trie.get(stems[place])
        if node is None:
            if skipped or stems[place] not in between: break
            skipped = True
            continue
        skipped = False
        trie = node
        if _END in trie:
            end, points = place + 1, trie[_END]
    return end, points


@cache
def matcher(language: str) -> Matcher:
    """The matcher of the library's own catalogue in a language.

    Raises:
        UnknownNameError: There is no catalogue in that language.
    """
    return Matcher(our_catalogue(language))
