"""Finding concerns in a text: the words that a rule cannot do without are looked up first, then what it says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from therapygoals.language.tokens import tokenise
from therapygoals.safety._disguise import undisguised
from therapygoals.safety._rules import END, Index, Part, Rule, RuleSet, Saying
from therapygoals.safety.concerns import ConcernCategory, SafetyConcern, Subject

__all__ = ["concerns"]

Span = tuple[int, int]
"""Places in a row of words: the first word, and the one behind the last."""

Harmless = tuple[int, int, int]
"""A harmless use: where a hit may begin to be within it, its first word, and the one behind its last."""

_PIECE = re.compile(r"[^\W_]++(?:'[^\W_]++)*+|[.!?;]")
_PARTED = re.compile(r"\d[.,]\d")
_NEAR = 5
_AHEAD = 3
"""How many words ahead of a harmless use that has sides belong to it, such as "he used to" ahead of "hit us"."""
_OF_AGE = 18
_S = TypeVar("_S", bound=Saying)


def concerns(text: str, rules: RuleSet) -> tuple[SafetyConcern, ...]:
    """The places of a text that a person has to look at, in the order of the text."""
    plain, places = undisguised(text)
    tokens, starts, _ = tokenise(plain)
    several = "'" in plain or "-" in plain or not plain.isascii() or _PARTED.search(plain)
    pieces = _pieces(tokens) if several else tokens
    heads = rules.heads.get
    heard = set(map(heads, pieces, pieces))
    sayings = _called(rules.rules, heard)
    if not sayings:
        return ()
    words = [word for word in map(heads, pieces, pieces) if word.isalnum() or word == END]
    words.append(END)
    sentences = list(accumulate(map(END.__eq__, words)))
    hits = [(i, j, rule) for rule in sayings for i, j in _said(rule, words, sentences)]
    if hits and (idioms := _called(rules.idioms, heard)):
        harmless = [
            (i - (len(idiom.sides) > 1) * _AHEAD, i, j) for idiom in idioms for i, j in _said(idiom, words, sentences)
        ]
        told = dict.fromkeys(rule for _, _, rule in hits) if harmless else ()
        hits = [(i, j, rule) for rule in told for i, j in _said(rule, words, sentences, harmless)] if harmless else hits
    if not hits:
        return ()
    spans = _places(tokens, starts)
    found: list[SafetyConcern] = []
    for i, j, rule in _widest(hits):
        start, end = spans[i][0], spans[min(j, len(spans)) - 1][1]
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        found.append(_concern(words, (i, j), rule, rules, start, end))
    return tuple(found)


def _pieces(tokens: Sequence[str]) -> list[str]:
    """The words of a text, where some tokens hold more than one, and the ends of its sentences."""
    return [piece.replace("'", "") for token in tokens for piece in _PIECE.findall(token)]


def _places(tokens: Sequence[str], starts: Sequence[int]) -> list[Span]:
    """Where the words of a text stand in it."""
    return [
        (start + piece.start(), start + piece.end())
        for token, start in zip(tokens, starts, strict=True)
        for piece in _PIECE.finditer(token)
    ]


def _called(index: Index[_S], heard: set[str]) -> Collection[_S]:
    """The sayings that could be in a text with these words, each once."""
    called: dict[_S, None] = {}
    others = index.others.get
    for word in heard:
        if (beside := others(word)) is not None:
            for other in beside & heard:
                for saying in index.sayings[word][other]:
                    for needed in saying.needs[2:]:
                        if needed.isdisjoint(heard):
                            break
                    else:
                        called[saying] = None
    return called.keys()


def _said(
    saying: Saying, words: Sequence[str], sentences: Sequence[int], harmless: Sequence[Harmless] = ()
) -> Sequence[Span]:
    """Where something is said in a row of words, other than in what is harmless."""
    found = _spans(saying.sides[0], words, harmless)
    if len(saying.sides) == 1 or not found:
        return found
    told = {sentences[i]: (i, j) for i, j in found}
    for side in saying.sides[1:]:
        more = {sentences[i]: (i, j) for i, j in _spans(side, words, harmless)}
        told = {at: (min(told[at][0], more[at][0]), max(told[at][1], more[at][1])) for at in told.keys() & more.keys()}
        if not told:
            break
    return list(told.values())


def _spans(side: Sequence[Part], words: Sequence[str], harmless: Sequence[Harmless]) -> Sequence[Span]:
    """Where one side of a saying stands, other than in what is harmless."""
    opening = side[0].phrases
    found = [(k, end) for k, word in enumerate(words) if word in opening and (end := _end(side, 0, words, k))]
    if not harmless:
        return found
    return [(k, end) for k, end in found if not any(first <= k and i < end <= j for first, i, j in harmless)]


def _end(side: Sequence[Part], index: int, words: Sequence[str], k: int) -> int:
    """The place behind a side from a part of it on, which is looked for from word `k` on; 0 when it is not there."""
    if index == len(side):
        return k
    part = side[index]
    phrases = part.phrases
    for place in range(k, min(k + part.gap + 1, len(words))):
        word = words[place]
        for phrase in phrases.get(word, ()):
            behind = place + len(phrase)
            said = behind == place + 1 or tuple(words[place:behind]) == phrase
            if said and (end := _end(side, index + 1, words, behind)):
                return end
        if word == END:
            break
    return _end(side, index + 1, words, k) if part.optional else 0


def _widest(hits: Sequence[tuple[int, int, Rule]]) -> Iterator[tuple[int, int, Rule]]:
    """One hit for each category and place: of those that overlap, the first and longest, by the earlier rule."""
    last: dict[ConcernCategory, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2].rank)):
        category = hit[2].category
        if hit[0] >= last.get(category, 0):
            yield hit
        last[category] = max(last.get(category, 0), hit[1])


def _concern(words: Sequence[str], span: Span, rule: Rule, rules: RuleSet, start: int, end: int) -> SafetyConcern:
    around = words[max(0, span[0] - _NEAR) : span[1]]
    return SafetyConcern(
        category=rule.category,
        rule_id=rule.id,
        rule_set_version=rules.version,
        directness=rule.directness,
        start=start,
        end=end,
        negated=not rules.words["denying"].isdisjoint(around),
        subject=_subject(around, rules),
        child_at_risk=rule.category is ConcernCategory.ABUSE and _speaks_of_a_child(words, rules),
    )


def _speaks_of_a_child(words: Sequence[str], rules: RuleSet) -> bool:
    """Whether a young person is named, or an age below 18 behind a word such as "aged" or "I'm"."""
    if not rules.words["young"].isdisjoint(words):
        return True
    return any(ahead in rules.words["aged"] and _is_age_of_a_child(word) for ahead, word in pairwise(words))


def _is_age_of_a_child(word: str) -> bool:
    return word.isdecimal() and len(word) <= len(str(_OF_AGE)) and int(word) < _OF_AGE


def _subject(words: Sequence[str], rules: RuleSet) -> Subject:
    """Whom the words are about: oneself where one names oneself, else the others that are named, if any."""
    if not rules.words["self"].isdisjoint(words):
        return Subject.SELF
    return Subject.UNKNOWN if rules.words["others"].isdisjoint(words) else Subject.OTHER
