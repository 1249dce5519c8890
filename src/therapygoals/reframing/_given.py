"""What nobody can change: a death that a wish would undo, an illness that stays. Nobody is asked what if it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from therapygoals.reframing import _words
from therapygoals.reframing._hearing import clauses_of, says
from therapygoals.reframing.entries import Catalogue, GivenRule, Words
from therapygoals.reframing.themes import Theme

__all__ = ["given_in"]


def given_in(
    texts: Sequence[str], theme: Theme | None, catalogue: Catalogue, *, is_of_others: Callable[[], bool]
) -> GivenRule | None:
    """The rule that a wish calls for, or what was answered to it.

    A wish calls for it where it asks that it were not so ("my mother to be alive"). Where it is only told, the wish has
    to be of its theme, of none, or about what others do; and what is told beside ("since my dad died") counts only
    where it is about somebody who was named before.

    Args:
        texts: The wish and the answers so far.
        theme: The best theme of the wish; None without one.
        catalogue: Where the rules come from.
        is_of_others: Tells whether the wish is for what others or luck decide; asked where a rule may fit only.
    """
    index = _indexed(catalogue)
    heard = frozenset(index.forms.get(word, word) for text in texts for word, _, _ in _words.split(text))
    if index.first.isdisjoint(heard):
        return None
    called = [rule for rule in (rule.heard_in(heard) for rule in index.rules) if rule.wishes or rule.cues]
    if not called:
        return None
    told = list(_told(texts, catalogue.words, index.forms))
    wish = f" {' '.join(_alike((word for word, _, _ in _words.split(texts[0])), index.forms))} "
    for rule in called:
        fits = theme in (None, catalogue.entry(rule.rule.entry).theme) or is_of_others()
        if says(_without(wish, rule.unless), rule.wishes) or (fits and _is_told(rule, told, index.beside)):
            return rule.rule
    return None


@attrs.frozen
class _Phrases:
    """Phrases that are looked for in a text, by their first word."""

    by_first: Mapping[str, Sequence[tuple[str, frozenset[str]]]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> _Phrases:
        by_first: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in phrases:
            words = phrase.split()
            by_first.setdefault(words[0], []).append((phrase, frozenset(words)))
        return cls(by_first)

    def heard_in(self, heard: frozenset[str]) -> tuple[str, ...]:
        """The phrases whose words were all said."""
        first = self.by_first.keys() & heard
        return tuple([phrase for word in first for phrase, words in self.by_first[word] if words <= heard])


@attrs.frozen
class _Called:
    """A rule with those of its phrases that a text may hold."""

    rule: GivenRule
    wishes: tuple[str, ...]
    cues: tuple[str, ...]
    unless: tuple[str, ...]


@attrs.frozen
class _Indexed:
    """A rule whose phrases can be looked up."""

    rule: GivenRule
    wishes: _Phrases
    cues: _Phrases
    unless: _Phrases

    def heard_in(self, heard: frozenset[str]) -> _Called:
        return _Called(self.rule, self.wishes.heard_in(heard), self.cues.heard_in(heard), self.unless.heard_in(heard))


@attrs.frozen
class _Index:
    """The rules of a catalogue, with phrases in which words that stand for each other are made alike.

    Attributes:
        forms: The word that stands for a word in its other forms.
        rules: The rules.
        first: The words that open any of their wishes and cues.
        beside: Words that may stand before a cue in what is told beside a wish.
    """

    forms: Mapping[str, str]
    rules: Sequence[_Indexed]
    first: frozenset[str]
    beside: frozenset[str]


@cache
def _indexed(catalogue: Catalogue) -> _Index:
    words = catalogue.words
    forms = {form: one.word for one in words.alike for form in one.forms}

    def made(phrases: Sequence[str]) -> _Phrases:
        return _Phrases.of(" ".join(_alike(phrase.split(), forms)) for phrase in phrases)

    rules = [_Indexed(rule, made(rule.wishes), made(rule.cues), made(rule.unless)) for rule in catalogue.given_rules]
    beside = (*words.fillers, *words.others, *words.negators, *words.nods, *words.leads, *words.asides)
    first = frozenset(word for rule in rules for word in (*rule.wishes.by_first, *rule.cues.by_first))
    return _Index(forms, rules, first, frozenset(_alike(beside, forms)))


def _alike(words: Iterable[str], forms: Mapping[str, str]) -> list[str]:
    return [forms.get(word, word) for word in words]


def _told(texts: Sequence[str], words: Words, forms: Mapping[str, str]) -> Iterator[list[str]]:
    """Clauses, cut at words that open what is told beside; the first holds the wish."""
    for clause in (clause for text in texts for clause in clauses_of(text)):
        part = list[str]()
        for word in _alike(clause, forms):
            if word in words.asides:
                yield part
                part = []
            part.append(word)
        yield part


def _is_told(rule: _Called, told: Sequence[Sequence[str]], beside: frozenset[str]) -> bool:
    known = set(beside)
    for number, clause in enumerate(told):
        said = _without(f" {' '.join(clause)} ", rule.unless)
        for cue in rule.cues:
            before, found, _ = said.partition(f" {cue} ")
            if found and (number == 0 or known.issuperset(before.split())):
                return True
        known |= set(clause)
    return False


def _without(text: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        text = text.replace(f" {phrase} ", " ")
    return text
