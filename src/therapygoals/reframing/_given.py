"""What nobody can change: a death that a wish would undo, an illness that stays. Nobody is asked what if it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from therapygoals.reframing._hearing import clauses_of, says
from therapygoals.reframing.entries import Alike, Catalogue, GivenRule, Words
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
    rules = _indexed(catalogue.given_rules, catalogue.words.alike)
    told = list(_told(texts, catalogue.words))
    wished = [word for clause in clauses_of(texts[0]) for word in _alike(clause, catalogue.words.alike)]
    heard = frozenset(wished).union(*told)
    called = [rule for rule in (rule.heard_in(heard) for rule in rules) if rule.wishes or rule.cues]
    if not called:
        return None
    wish = f" {' '.join(wished)} "
    for rule in called:
        fits = theme in (None, catalogue.entry(rule.rule.entry).theme) or is_of_others()
        if says(_without(wish, rule.unless), rule.wishes) or (fits and _is_told(rule, told, catalogue.words)):
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


def _alike(words: Sequence[str], alike: tuple[Alike, ...]) -> list[str]:
    forms = _forms(alike)
    return [forms.get(word, word) for word in words]


@cache
def _forms(alike: tuple[Alike, ...]) -> dict[str, str]:
    return {form: one.word for one in alike for form in one.forms}


@cache
def _indexed(rules: tuple[GivenRule, ...], alike: tuple[Alike, ...]) -> tuple[_Indexed, ...]:
    """The rules with phrases in which words that stand for each other are made alike, as in what was told."""

    def made(phrases: Sequence[str]) -> _Phrases:
        return _Phrases.of(" ".join(_alike(phrase.split(), alike)) for phrase in phrases)

    return tuple(_Indexed(rule, made(rule.wishes), made(rule.cues), made(rule.unless)) for rule in rules)


def _told(texts: Sequence[str], words: Words) -> Iterator[list[str]]:
    """Clauses, cut at words that open what is told beside; the first holds the wish."""
    for clause in (clause for text in texts for clause in clauses_of(text)):
        part = list[str]()
        for word in _alike(clause, words.alike):
            if word in words.asides:
                yield part
                part = []
            part.append(word)
        yield part


def _is_told(rule: _Called, told: Sequence[Sequence[str]], words: Words) -> bool:
    beside = (*words.fillers, *words.others, *words.negators, *words.nods, *words.leads, *words.asides)
    known = set(_alike(beside, words.alike))
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
