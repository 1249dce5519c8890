"""What nobody can change: a death that a wish would undo, an illness that stays. Nobody is asked what if it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from therapygoals.language import Reading, Role
from therapygoals.reframing._hearing import Ear, clauses_of, says
from therapygoals.reframing.entries import Alike, Catalogue, GivenRule, Words
from therapygoals.reframing.themes import Theme

__all__ = ["given_in"]


def given_in(texts: Sequence[str], reading: Reading, theme: Theme | None, catalogue: Catalogue) -> GivenRule | None:
    """The rule that a wish calls for, or what was answered to it.

    A wish calls for it where it asks that it were not so ("my mother to be alive"). Where it is only told, the wish has
    to be of its theme, of none, or about what others do; and what is told beside ("since my dad died") counts only
    where it is about somebody who was named before.

    Args:
        texts: The wish and the answers so far.
        reading: The wish.
        theme: The best theme of the wish; None without one.
        catalogue: Where the rules come from.
    """
    rules = _alike_rules(catalogue.given_rules, catalogue.words.alike)
    if not rules:
        return None
    told = list(_told(texts, catalogue.words))
    wish = (
        f" {' '.join(word for clause in clauses_of(reading.text) for word in _alike(clause, catalogue.words.alike))} "
    )
    is_of_others = reading.has(Role.OUTSIDE) or Ear.of(catalogue).is_about_others(reading.text)
    for rule in rules:
        fits = is_of_others or theme in (None, catalogue.entry(rule.entry).theme)
        if says(_without(wish, rule.unless), rule.wishes) or (fits and _is_told(rule, told, catalogue.words)):
            return rule
    return None


def _alike(words: Sequence[str], alike: tuple[Alike, ...]) -> list[str]:
    forms = _forms(alike)
    return [forms.get(word, word) for word in words]


@cache
def _forms(alike: tuple[Alike, ...]) -> dict[str, str]:
    return {form: one.word for one in alike for form in one.forms}


@cache
def _alike_rules(rules: tuple[GivenRule, ...], alike: tuple[Alike, ...]) -> tuple[GivenRule, ...]:
    """The rules with phrases in which words that stand for each other are made alike, as in what was told."""

    def made(phrases: Sequence[str]) -> tuple[str, ...]:
        return tuple(" ".join(_alike(phrase.split(), alike)) for phrase in phrases)

    return tuple(
        attrs.evolve(rule, wishes=made(rule.wishes), cues=made(rule.cues), unless=made(rule.unless)) for rule in rules
    )


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


def _is_told(rule: GivenRule, told: Sequence[Sequence[str]], words: Words) -> bool:
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
