"""Finding concerns in a text: the words that a rule cannot do without are looked up first, then what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from therapygoals.language.tokens import normalise, tokenise
from therapygoals.safety._rules import Rule, RuleSet, Saying
from therapygoals.safety.concerns import ConcernCategory, SafetyConcern, Subject

__all__ = ["concerns"]

Span = tuple[int, int]
"""Places in a row of words: the first word, and the one behind the last."""

_WORD = re.compile(r"[^\W_]++")
_PIECE = re.compile(r"[^\W_]++(?:'[^\W_]++)*+|[.!?;\n]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DISGUISED = re.compile(r"[013457@$!](?=[a-zA-Z])(?<=[a-zA-Z].)")
_LETTERS = str.maketrans("013457@$!", "oieastasi")
_STOPS = frozenset(".!?;\n")
_NEAR = 5
_OF_AGE = 18
_S = TypeVar("_S", bound=Saying)


def concerns(text: str, rules: RuleSet) -> tuple[SafetyConcern, ...]:
    """The places of a text that a person has to look at, in the order of the text."""
    heard = _heard(text)
    sayings = _called(rules.rules, heard)
    if not sayings:
        return ()
    plain, places = _plain(text)
    pieces = list(_PIECE.finditer(plain))
    words = [piece[0].replace("'", "") for piece in pieces]
    hits = [(i, j, rule) for rule in sayings for i, j in _said(rule, words)]
    harmless = [span for idiom in _called(rules.idioms, heard) for span in _said(idiom, words)] if hits else []
    left = [hit for hit in hits if not any(i <= hit[0] and hit[1] <= j for i, j in harmless)]
    found: list[SafetyConcern] = []
    for i, j, rule in _widest(left):
        start, end = pieces[i].start(), pieces[j - 1].end()
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        found.append(_concern(words, (i, j), rule, rules, start, end))
    return tuple(found)


def _heard(text: str) -> set[str]:
    """The words of a text, each part of what is joined by an apostrophe or a hyphen too."""
    if _DISGUISED.search(text) or (not text.isascii() and _HIDDEN.search(text)):
        return set(_WORD.findall(_plain(text)[0].replace("'", "")))
    heard = set(tokenise(text)[0])
    for token in heard.copy() if "'" in text or "-" in text or not text.isascii() else ():
        if not token.isalnum():
            heard.update(_WORD.findall(token.replace("'", "")))
    return heard


def _called(index: Mapping[str, Sequence[_S]], heard: set[str]) -> list[_S]:
    """The sayings that could be in a text with these words, each once."""
    called: list[_S] = []
    for word in index.keys() & heard:
        for saying in index[word]:
            for needed in saying.needed:
                if heard.isdisjoint(needed):
                    break
            else:
                called.append(saying)
    return list(dict.fromkeys(called)) if called else called


def _said(saying: Saying, words: Sequence[str]) -> Iterator[Span]:
    """Where something is said in a row of words."""
    opening = saying.parts[0].phrases
    for k, word in enumerate(words):
        if word in opening and (end := _end(saying, 0, words, k)):
            yield k, end


def _end(saying: Saying, index: int, words: Sequence[str], k: int) -> int:
    """The place behind a saying from a part of it on, which is looked for from word `k` on; 0 when it is not there."""
    if index == len(saying.parts):
        return k
    part = saying.parts[index]
    for place in range(k, min(k + part.gap + 1, len(words))):
        for phrase in part.phrases.get(words[place], ()):
            behind = place + len(phrase)
            if tuple(words[place:behind]) == phrase and (end := _end(saying, index + 1, words, behind)):
                return end
        if words[place] in _STOPS:
            break
    return _end(saying, index + 1, words, k) if part.optional else 0


def _plain(text: str) -> tuple[str, Sequence[int] | None]:
    """The text as rules see it, and from each of its places to that in the text where they differ."""
    plain, places = normalise(text), None
    if not plain.isascii() and _HIDDEN.search(plain):
        kept = [k for k, char in enumerate(plain) if not _HIDDEN.match(char)]
        plain, places = "".join(plain[k] for k in kept), kept
    if _DISGUISED.search(plain):
        plain = _DISGUISED.sub(lambda sign: sign[0].translate(_LETTERS), plain)
    return plain, places


def _widest(hits: Sequence[tuple[int, int, Rule]]) -> Iterator[tuple[int, int, Rule]]:
    """One hit for each category and place: of those that overlap, the first and longest."""
    last: dict[ConcernCategory, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
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
