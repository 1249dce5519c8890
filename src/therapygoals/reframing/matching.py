"""Finding the themes of a wish: phrases of the catalogue, longest first, each adding to the score of its theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
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
_GENERAL_TRIGGER_POINTS = 2
_FURTHER_WORD_POINTS = 1
_CUE_POINTS = 1
_WISH_WEIGHT = 3
_NEGATION_REACH = 2
_MOST_UNKNOWN, _MOST_MENDED = 50, 16
"""So many unknown words of one text are made alike, and so many looked at for small slips, from its start on."""
_LONGEST_WORD = 19
"""A longer word is none that a catalogue knows in another form."""
_THEMES = tuple(Theme)
_SENTENCE_ENDS = frozenset(".!?;\n")
_END = ""
"""Key under which a node of the trie keeps the points that its phrase gives to each entry, by number."""

Trie = dict[str, Any]


@attrs.frozen
class ThemeMatch:
    """A theme that a wish may belong to: an offer, never a finding about the person.

    Attributes:
        theme: The theme.
        score: Points from 1 up, good for the order of an offer only: 4 for a trigger (2 in a general topic) and 1 for
            each further word of it, 1 for a cue; three times as many where the wish itself is said.
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


@attrs.define  # made for each word, and twice as fast to make as a frozen one
class _Word:
    """A word of a wish: as it is written, what it is matched by, where it stands and how much it counts."""

    written: str
    stem: str
    start: int
    end: int = attrs.field(kw_only=True)
    weight: int = attrs.field(kw_only=True)


class Matcher:
    """A catalogue made ready for matching; the time a match takes grows with the length of the text only.

    Attributes:
        catalogue: Where the phrases come from.
    """

    __slots__ = (
        "_asides",
        "_facets",
        "_known",
        "_negators",
        "_opposites",
        "_phrases",
        "_slips",
        "_stems",
        "_themes",
        "_wishes",
        "catalogue",
    )

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        words = catalogue.words
        self._negators = frozenset(words.negators)
        self._asides = frozenset(words.asides)
        self._stems = {form: _words.stem(alike.word, words) for alike in words.alike for form in alike.forms}
        self._stems |= dict.fromkeys(words.fillers, "")
        self._themes = [_THEMES.index(entry.theme) for entry in catalogue.entries]
        self._facets = [[f"{entry.id}.{facet.id}" for facet in entry.facets] for entry in catalogue.entries]
        numbers = {entry.id: number for number, entry in enumerate(catalogue.entries)}
        self._opposites = {numbers[entry.id]: numbers[entry.negated] for entry in catalogue.entries if entry.negated}
        self._phrases: Trie = {}
        for number, entry in enumerate(catalogue.entries):
            for phrase in entry.cues:
                _plant(self._phrases, self._stemmed(phrase), number, _CUE_POINTS)
            first = _GENERAL_TRIGGER_POINTS if entry.general else _TRIGGER_POINTS
            for phrase in entry.triggers:
                stems = self._stemmed(phrase)
                _plant(self._phrases, stems, number, first + (len(stems) - 1) * _FURTHER_WORD_POINTS)
        self._wishes: Trie = {}
        for phrase in words.wishes:
            _plant(self._wishes, phrase.split(), 0, 0)
        self._known = frozenset(self._stems.values())
        self._slips = _words.slips(sorted(self._known))

    def _stemmed(self, phrase: str) -> list[str]:
        """The stems of a phrase of the catalogue, which are known from then on."""
        words = [word for word, _, _ in _words.split(phrase)]
        for word in words:
            self._stems.setdefault(word, _words.stem(word, self.catalogue.words))
        return [self._stems[word] for word in words]

    def match(self, wish: str) -> tuple[ThemeMatch, ...]:
        """Find the themes of a wish, best first and at most three; none when nothing fits, which is a good answer too.

        What stands behind words of wishing, up to the end of the sentence, is the wish itself; without such words it is
        the first sentence. The rest is background, and so is what follows a "because" or a "since".
        Where themes have the same score, a state stands before what it may be about; otherwise the one that is
        named first in the text stands first.
        """
        words = list(self._weighed(wish))
        tallies: dict[int, _Tally] = {}
        for points, start, end in self._hits(words):
            first = words[start]
            self._count(tallies, points, first.weight, (first.start, words[end - 1].end))
        found = [(_THEMES[number], tally) for number, tally in tallies.items()]
        best = sorted(found, key=lambda item: (-item[1].score, not item[0].is_state))[:MOST_THEMES]
        return tuple(self._made(theme, tally) for theme, tally in best)

    def _weighed(self, wish: str) -> Iterator[_Word]:
        """The words that count, without fillers; those of the wish itself count more."""
        found = _words.split(wish)
        opening = self._openings([word for word, _, _ in found])
        weight, before, unknown = 1 if opening else _WISH_WEIGHT, 0, 0
        for i, (word, start, end) in enumerate(found):
            if (between := wish[before:start]) != " " and i and not _SENTENCE_ENDS.isdisjoint(between):
                weight = 1
            before = end
            if i in opening:
                weight = _WISH_WEIGHT
            elif i and word in self._asides:
                weight = 1
            stem = self._stems.get(word)
            if stem is None:
                stem = self._made_alike(word, unknown)
                unknown += 1
            if stem:
                yield _Word(word, stem, start, end=end, weight=weight)

    def _openings(self, written: Sequence[str]) -> frozenset[int]:
        """Where words of wishing begin."""
        known = self._wishes
        return frozenset(i for i, word in enumerate(written) if word in known and _longest(known, written, i)[0] > i)

    def _hits(self, words: Sequence[_Word]) -> Iterator[tuple[dict[int, int], int, int]]:
        """The points of each phrase, its first word and the one behind it; nothing inside a longer phrase counts."""
        stems = [word.stem for word in words]
        is_denied = not self._negators.isdisjoint([word.written for word in words])
        reached = 0
        for start, stem in enumerate(stems):
            if stem not in self._phrases:
                continue
            end, points = _longest(self._phrases, stems, start)
            if end > reached:
                reached = end
                if is_denied:
                    ahead = words[max(0, start - _NEGATION_REACH) : start]
                    if any(word.written in self._negators for word in ahead):
                        points = self._turned(points)
                yield points, start, end

    def _made_alike(self, word: str, unknown: int) -> str:
        """What an unknown word is matched by, small slips mended; of many in one text, the later ones as they stand."""
        if unknown >= _MOST_UNKNOWN or len(word) > _LONGEST_WORD:
            return word
        stem = _words.stem(word, self.catalogue.words)
        return _words.mend(stem, self._slips, self._known) if unknown < _MOST_MENDED else stem

    def _turned(self, points: dict[int, int]) -> dict[int, int]:
        """With a "not" before it, a phrase also speaks for the opposite of its entry, and a little more so."""
        turned = {self._opposites[number]: score + 1 for number, score in points.items() if number in self._opposites}
        return {**turned, **points} if turned else points

    def _count(self, tallies: dict[int, _Tally], points: dict[int, int], weight: int, span: tuple[int, int]) -> None:
        """Add a phrase: to each of its themes once, and to each of its entries."""
        for number, plain in points.items():
            score = plain * weight
            theme = self._themes[number]
            tally = tallies.get(theme) or tallies.setdefault(theme, _Tally())
            tally.points[number] = tally.points.get(number, 0) + score
            if score > tally.by_span.get(span, 0):
                tally.by_span[span] = score

    def _made(self, theme: Theme, tally: _Tally) -> ThemeMatch:
        numbers = sorted(tally.points, key=lambda number: -tally.points[number])
        return ThemeMatch(
            theme,
            tally.score,
            spans=tuple(tally.by_span),
            entries=tuple([self.catalogue.entries[number].id for number in numbers]),
            facets=tuple(chain.from_iterable([self._facets[number] for number in numbers])),
        )


def _plant(trie: Trie, stems: Iterable[str], number: int, points: int) -> None:
    """Make a phrase known, with the points that it gives to an entry; fillers are left out."""
    for stem in filter(None, stems):
        trie = trie.setdefault(stem, {})
    trie.setdefault(_END, {})[number] = points


def _longest(trie: Trie, stems: Sequence[str], start: int) -> tuple[int, dict[int, int]]:
    """Where the longest phrase that begins at a word ends, and its points; without one, the start and none."""
    end, points = start, dict[int, int]()
    for place in range(start, len(stems)):
        node = trie.get(stems[place])
        if node is None:
            break
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
