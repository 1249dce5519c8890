"""Which question a dialogue asks next: what is wanted, where it stands, a step of one's own, and how sure one is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain, zip_longest

import attrs

from therapygoals.goals import Aim
from therapygoals.language import Reading, Role, read
from therapygoals.language.ratings import rating_in
from therapygoals.reframing import _words
from therapygoals.reframing._given import given_in
from therapygoals.reframing._hearing import Ear
from therapygoals.reframing._replies import read_reply
from therapygoals.reframing._size import is_big
from therapygoals.reframing._talk import MOST_QUESTIONS, Question, Talk
from therapygoals.reframing.entries import Catalogue, Entry, Facet, GivenRule, Prompt, TurnRule
from therapygoals.reframing.kinds import Part, PromptKind, Shrink
from therapygoals.reframing.matching import MOST_THEMES, Matcher, ThemeMatch

__all__ = ["Shelf", "WishCourse"]

_EXCEPTIONS = (PromptKind.EXCEPTION, PromptKind.HARD_EASY, PromptKind.COPING)
_SIGNS = (PromptKind.DIFFERENCE, PromptKind.MIRACLE, PromptKind.IDEAL_YEAR)
"""What asks for life as it is wanted; the other kinds may ask for the trouble of today."""
_STEPS = (PromptKind.FIRST_STEP,)
_MOST_READINGS = 4

_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3})\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_PERCENT_OF_A_POINT = 10

_NEEDED = (Part.SIGN, Part.STANDING, Part.STEP, Part.CONFIDENCE, Part.SMALLER)
"""For these, room is kept among the eight questions."""
_OPTIONAL = (Part.EXCEPTION, Part.CONTRAST, Part.IMPORTANCE)
_ORDER = (
    Part.READING,
    Part.EXCEPTION,
    Part.CONTRAST,
    Part.SIGN,
    Part.STANDING,
    Part.OWN_PART,
    Part.STEP,
    Part.SIZE,
    Part.IMPORTANCE,
    Part.CONFIDENCE,
    Part.SMALLER,
)
_OPEN_ORDER = (Part.SIGN, Part.READING, Part.EXCEPTION, Part.CONTRAST, *_ORDER[4:])
"""Where no theme fits, the first answer may tell more than the wish did."""


@attrs.frozen
class _Turn:
    cues: tuple[str, ...]
    prompt: Prompt


@attrs.frozen(kw_only=True)
class Shelf:
    """What one catalogue asks, made once and put where it is looked for."""

    readings: dict[str, tuple[str, ...]]
    facets: dict[str, tuple[Prompt, ...]]
    clarify: Prompt
    open: dict[PromptKind, Prompt]
    general: dict[PromptKind, Prompt]
    avoidance: tuple[_Turn, ...]
    control: tuple[_Turn, ...]
    shrink: dict[Shrink, Prompt]
    catalogue: Catalogue

    @classmethod
    def of(cls, catalogue: Catalogue) -> Shelf:
        """Put the questions of a catalogue in their places."""
        facets = [(entry, facet) for entry in catalogue.entries for facet in entry.facets]
        return cls(
            readings={entry.id: tuple(_name(entry, facet) for facet in entry.facets) for entry in catalogue.entries},
            facets={_name(entry, facet): entry.prompts(facet) for entry, facet in facets},
            clarify=catalogue.asked("clarify")[0],
            open={prompt.kind: prompt for prompt in catalogue.asked("open")},
            general={prompt.kind: prompt for prompt in catalogue.asked("general")},
            avoidance=tuple(_turn("avoidance", rule) for rule in catalogue.avoidance_rules),
            control=tuple(_turn("control", rule) for rule in catalogue.control_rules),
            shrink={
                rule.id: Prompt(id=f"shrink.{rule.id}", kind=PromptKind.FIRST_STEP, text=rule.prompt)
                for rule in catalogue.shrink_rules
            },
            catalogue=catalogue,
        )


def _name(entry: Entry, facet: Facet) -> str:
    return f"{entry.id}.{facet.id}"


def _turn(stage: str, rule: TurnRule) -> _Turn:
    return _Turn(rule.cues, Prompt(id=f"{stage}.{rule.id}", kind=rule.kind, text=rule.prompt))


class WishCourse:
    """The questions about one wish. Each part is asked once at most, and never one that comes before the last one."""

    def __init__(self, wish: str, language: str, sure_from: float, matcher: Matcher, shelf: Shelf) -> None:
        self.wish, self.language, self.sure_from = wish, language, sure_from
        self.matcher, self.shelf = matcher, shelf
        self.ear = Ear.of(shelf.catalogue)
        self._given: dict[int, GivenRule | None] = {}
        self._of_wish = self._with_given(matcher.match(wish))
        self._order = _ORDER if self._of_wish else _OPEN_ORDER
        self._makers: dict[Part, Callable[[Talk], Question | None]] = {
            Part.READING: self._reading_meant,
            Part.EXCEPTION: self._exception,
            Part.CONTRAST: self._contrast,
            Part.SIGN: self._sign,
            Part.STANDING: self._standing,
            Part.OWN_PART: self._own_part,
            Part.STEP: self._step,
            Part.SIZE: self._size,
            Part.IMPORTANCE: lambda _: self._general(Part.IMPORTANCE, PromptKind.IMPORTANCE),
            Part.CONFIDENCE: self._confidence,
            Part.SMALLER: self._smaller,
        }

    @cached_property
    def reading(self) -> Reading:
        """What was said in the wish."""
        return read(self.wish, language=self.language)

    @cached_property
    def _is_of_others(self) -> bool:
        """Whether the wish is for what others or luck decide."""
        return self.reading.has(Role.OUTSIDE) or self.ear.is_about_others(self.wish)

    def _with_given(self, found: tuple[ThemeMatch, ...]) -> tuple[ThemeMatch, ...]:
        """The themes of the wish; where it asks for what nobody can change, the theme of that stands first."""
        theme = found[0].theme if found else None
        rule = given_in([self.wish], theme, self.shelf.catalogue, is_of_others=lambda: self._is_of_others)
        if rule is None:
            return found
        entry = self.shelf.catalogue.entry(rule.entry)
        others = tuple(match for match in found if match.theme is not entry.theme)
        named = next((match for match in found if match.theme is entry.theme), None)
        score = max((match.score + 1 for match in others), default=1)
        if named is None:
            facets = self.shelf.readings[entry.id]
            named = ThemeMatch(entry.theme, score, spans=(), entries=(entry.id,), facets=facets)
        return (attrs.evolve(named, score=max(named.score, score)), *others)[:MOST_THEMES]

    def given(self, talk: Talk) -> GivenRule | None:
        """The rule for what nobody can change, where the wish or an answer tells of such a thing."""
        size = len(talk.turns)
        if size not in self._given:
            texts = [self.wish, *(move.text for _, move in talk.turns if move.text is not None)]
            theme = self._of_wish[0].theme if self._of_wish else None
            found = given_in(texts, theme, self.shelf.catalogue, is_of_others=lambda: self._is_of_others)
            self._given[size] = found
        return self._given[size]

    def themes(self, talk: Talk) -> tuple[ThemeMatch, ...]:
        """The themes of the wish; where it has none, those of the first answer."""
        if self._of_wish:
            return self._of_wish
        said = talk.said(Part.SIGN)
        return () if said is None else self.matcher.match(said)

    def next(self, talk: Talk) -> Question | None:
        """The next question; None when there is none left."""
        if talk.is_burdened:
            return None if talk.asked(Part.SMALLER) else self._shrunk(Part.SMALLER, talk)
        for part in self._ahead(talk):
            if part in _OPTIONAL and not self._has_room(talk):
                continue
            if (question := self._makers[part](talk)) is not None:
                return question
        return None

    def is_enough(self, talk: Talk) -> bool:
        """Whether there are a sign and a step."""
        return self._told(talk, Part.SIGN) is not None and self._step_told(talk) is not None

    def _ahead(self, talk: Talk) -> Sequence[Part]:
        """The parts behind the last one that was asked."""
        if not talk.turns:
            return self._order
        return self._order[self._order.index(Part(talk.turns[-1][0].part)) + 1 :]

    def _has_room(self, talk: Talk) -> bool:
        """Whether one more question leaves room for those that are needed."""
        left = sum(part in _NEEDED for part in self._ahead(talk))
        return len(talk.turns) + 1 + left <= MOST_QUESTIONS

    def _told(self, talk: Talk, part: Part) -> str | None:
        """The answer to the question of a part, where it tells something."""
        said = talk.said(part)
        return said if said is not None and self.ear.tells(said) else None

    def _is_about_others(self, talk: Talk, part: Part) -> bool:
        """Whether the answer to the question of a part tells what somebody else does."""
        found = talk.turn(part)
        return found is not None and self.ear.is_of_others(found[1])

    def _own(self, talk: Talk, part: Part) -> str | None:
        """What the person would do, unless the answer tells what somebody else is to do."""
        return None if self._is_about_others(talk, part) else self._told(talk, part)

    def _step_told(self, talk: Talk) -> str | None:
        """The step of one's own in the person's words: the first that came to mind."""
        return self._own(talk, Part.STEP) or self._own(talk, Part.OWN_PART) or self._own(talk, Part.SIZE)

    # What each part asks

    def _reading_meant(self, talk: Talk) -> Question | None:
        themes = self.themes(talk)
        if not themes:
            return None
        facets = tuple(name for theme in themes for name in theme.facets)
        return Question(Part.READING, self.shelf.clarify, facets)

    def _exception(self, talk: Talk) -> Question | None:
        return self._of_facet(talk, Part.EXCEPTION, _EXCEPTIONS) or self._open(Part.EXCEPTION, PromptKind.EXCEPTION)

    def _contrast(self, talk: Talk) -> Question | None:
        known = self.facet(talk) is not None or talk.said(Part.READING) is not None
        if known or self.given(talk) is not None:
            return None
        return self._open(Part.CONTRAST, PromptKind.HARD_EASY)

    def _sign(self, talk: Talk) -> Question | None:
        reading = self.reading
        given = self.given(talk) is not None
        if not given and (reading.has(Role.STOP, Role.NEGATION) or reading.aim in (Aim.AVOID, Aim.REDUCE)):
            return Question(Part.SIGN, _called_for(self.shelf.avoidance, self.wish) or self.shelf.avoidance[0].prompt)
        if (question := self._of_facet(talk, Part.SIGN, _SIGNS)) is not None:
            return question
        asked = self.shelf.open
        if self._is_of_others or self._is_about_others(talk, Part.READING):
            return Question(Part.SIGN, asked.get(PromptKind.NOTICING, asked[PromptKind.DIFFERENCE]))
        return self._open(Part.SIGN, PromptKind.DIFFERENCE)

    def _standing(self, talk: Talk) -> Question | None:
        return self._of_given(talk, Part.STANDING, (PromptKind.SCALING,)) or self._general(
            Part.STANDING, PromptKind.SCALING
        )

    def _own_part(self, talk: Talk) -> Question | None:
        others = self._is_of_others or self._is_about_others(talk, Part.SIGN)
        if (not others and not self.reading.has(Role.EXTREME)) or self.given(talk) is not None:
            return None
        prompt = _called_for(self.shelf.control, self.wish)
        if prompt is None and others:
            prompt = self.shelf.control[0].prompt
        return None if prompt is None else Question(Part.OWN_PART, prompt)

    def _step(self, talk: Talk) -> Question | None:
        if self._own(talk, Part.OWN_PART) is not None:
            return None
        return self._of_facet(talk, Part.STEP, _STEPS) or self._general(Part.STEP, PromptKind.FIRST_STEP)

    def _size(self, talk: Talk) -> Question | None:
        step = self._step_told(talk)
        if step is None:
            blank = talk.said(Part.STEP) is not None
            return Question(Part.SIZE, self.shelf.shrink[Shrink.SHORTER]) if blank else None
        return self._shrunk(Part.SIZE, talk) if self._is_big(self.wish) or self._is_big(step) else None

    def _confidence(self, talk: Talk) -> Question | None:
        return None if self._step_told(talk) is None else self._general(Part.CONFIDENCE, PromptKind.CONFIDENCE)

    def _smaller(self, talk: Talk) -> Question | None:
        said = talk.said(Part.CONFIDENCE)
        return None if said is None or self._is_sure(said) else self._shrunk(Part.SMALLER, talk)

    def _is_sure(self, said: str) -> bool:
        """Whether nothing in an answer tells that the step is too much: no low number and no doubt in words."""
        share = _PERCENT.search(said)
        rating = rating_in(said, language=self.language)
        low = float(share[1]) / _PERCENT_OF_A_POINT if share else rating[0] if rating else self.sure_from
        return low >= self.sure_from and not self.ear.is_unsure(said)

    def _is_big(self, text: str) -> bool:
        return is_big(self._read(text), self.shelf.catalogue.words)

    def _shrunk(self, part: Part, talk: Talk) -> Question:
        """The way to make it smaller that fits the step: its length, its days, its number; never the same one twice."""
        reading = self._read(self._step_told(talk) or self.wish)
        fitting = (
            (Shrink.ONE, reading.has(Role.SECOND_GOAL)),
            (Shrink.SHORTER, reading.duration is not None),
            (Shrink.FEWER, reading.frequency is not None),
            (Shrink.SMALLER, True),
            (Shrink.SUPPORTED, True),
        )
        asked = {question.prompt.id for question, _ in talk.turns}
        prompts = (self.shelf.shrink[way] for way, fits in fitting if fits)
        return Question(part, next(prompt for prompt in prompts if prompt.id not in asked))

    def _read(self, text: str) -> Reading:
        return read_reply(text, self.shelf.catalogue.words.leads, language=self.language)

    def _general(self, part: Part, kind: PromptKind) -> Question:
        return Question(part, self.shelf.general[kind])

    def _open(self, part: Part, kind: PromptKind) -> Question:
        return Question(part, self.shelf.open[kind])

    def _of_facet(self, talk: Talk, part: Part, kinds: Sequence[PromptKind]) -> Question | None:
        """The question that serves a part best: of the chosen reading, or for what nobody can change."""
        facet, given = self.facet(talk), self.given(talk)
        if facet and (given is None or facet.startswith(f"{given.entry}.")):
            found = _of_kinds(part, self.shelf.facets[facet], kinds)
            if found is not None:
                return found
        return self._of_given(talk, part, kinds)

    def _of_given(self, talk: Talk, part: Part, kinds: Sequence[PromptKind]) -> Question | None:
        """The question for what nobody can change, where such a thing was told."""
        given = self.given(talk)
        return None if given is None else _of_kinds(part, given.asked(), kinds)

    def facet(self, talk: Talk) -> str | None:
        """The reading that was chosen."""
        return next((move.facet for question, move in talk.turns if question.part is Part.READING), None)


def _of_kinds(part: Part, prompts: Sequence[Prompt], kinds: Sequence[PromptKind]) -> Question | None:
    """The question of the first of these kinds that there is."""
    asked = {prompt.kind: prompt for prompt in prompts}
    return next((Question(part, asked[kind]) for kind in kinds if kind in asked), None)


def offered(themes: Sequence[ThemeMatch], readings: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The readings of the best theme; where several themes are equally good, in turn."""
    best = [theme for theme in themes if theme.score == themes[0].score]
    rounds = zip_longest(*(chain.from_iterable(readings[entry] for entry in theme.entries) for theme in best))
    return (name for name in chain.from_iterable(rounds) if name is not None)


def _called_for(turns: Sequence[_Turn], text: str) -> Prompt | None:
    """The question whose cue comes first in a text, if any."""
    words = f" {' '.join(word for word, _, _ in _words.split(text))} "
    places = [(place, turn) for turn in turns for cue in turn.cues if (place := words.find(f" {cue} ")) >= 0]
    return min(places, key=lambda found: found[0])[1].prompt if places else None
