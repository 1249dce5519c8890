"""The first step with a vague wish: what it may stand for, and open questions about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, zip_longest

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Aim, _checks
from therapygoals.language import Reading, Role, read
from therapygoals.reframing import _words
from therapygoals.reframing.entries import Catalogue, Entry, Facet, Prompt, TurnRule
from therapygoals.reframing.kinds import PromptKind
from therapygoals.reframing.matching import ThemeMatch, matcher
from therapygoals.reframing.themes import Theme
from therapygoals.safety import Release, SafetyConcern, ScreenResult, ScreenStatus, screen

__all__ = ["Offer", "ReframeStopped", "Reframing", "may_go_on", "reframe"]

_MOST_PROMPTS = 4
_MOST_READINGS = 4
_ORDER = (
    PromptKind.EXCEPTION,
    PromptKind.HARD_EASY,
    PromptKind.DIFFERENCE,
    PromptKind.MIRACLE,
    PromptKind.NOTICING,
    PromptKind.VALUES,
    PromptKind.IDEAL_YEAR,
    PromptKind.COPING,
    PromptKind.CONTROL,
    PromptKind.SCALING,
    PromptKind.IMPORTANCE,
    PromptKind.CONFIDENCE,
    PromptKind.FIRST_STEP,
)
"""Which kind of question comes first: what already works, then what would be different, numbers and steps last."""


@attrs.frozen
class Offer:
    """One possible reading of a wish, asked and never decided; the person picks, or picks none.

    Attributes:
        text: What the person is asked.
        title: The same in a few words.
        theme: The theme it belongs to; None for "something else" and "none of these".
        facet: The reading as ``entry.facet`` in the catalogue, or None.
        prompts: Open questions for when the person picks it.
    """

    text: str
    title: str
    theme: Theme | None = attrs.field(default=None, kw_only=True)
    facet: str | None = attrs.field(default=None, kw_only=True)
    prompts: tuple[Prompt, ...] = attrs.field(default=(), kw_only=True, repr=False)


@attrs.frozen(kw_only=True)
class Reframing:
    """What a vague wish may stand for. Nothing in it is decided, and the wish stays as it was said.

    Attributes:
        wish: The person's own words; not shown by repr.
        language: BCP 47 code of the catalogue.
        themes: Best first, at most three; empty when nothing fits, which is a good result too.
        offers: Up to four readings of the best theme, then "something else" and "none of these"; none without a theme.
        prompts: Open questions to begin with, at most four.
        screened: What the safety screen could say; a concern only where a release covers the wish. Only a person can
            tell that a wish is safe.
        catalogue_version: The version that the questions and readings come from.
    """

    wish: str = attrs.field(repr=False)
    language: str = attrs.field(repr=False)
    themes: tuple[ThemeMatch, ...]
    offers: tuple[Offer, ...] = attrs.field(repr=False)
    prompts: tuple[Prompt, ...] = attrs.field(repr=False)
    screened: ScreenStatus
    catalogue_version: str = attrs.field(repr=False)


@attrs.frozen
class ReframeStopped:
    """There is a safety concern: no questions, no goal, no cheer. A person takes over.

    Attributes:
        concerns: What was noticed, without the words; at least one.

    Raises:
        FieldTypeError: There is something other than a concern.
        FieldError: There is no concern.
    """

    concerns: tuple[SafetyConcern, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(SafetyConcern))
    )

    def __attrs_post_init__(self) -> None:
        if not self.concerns:
            raise FieldError("ReframeStopped.concerns", "must not be empty")


def reframe(wish: str, *, language: str = "en", release: Release | None = None) -> Reframing | ReframeStopped:
    """Offer readings and open questions for a vague wish; the safety screen looks first.

    Args:
        wish: What a person wants, in their own words: not blank, at most 4,000 characters.
        language: BCP 47 code of the wish; only `en` so far.
        release: What a professional who has looked at a concern gave for these very words.

    Returns:
        A `Reframing`, or `ReframeStopped` when the screen has a concern that no release covers.

    Examples:
        >>> wish = reframe("I want to be happy")
        >>> [offer.title for offer in wish.offers]
        ['Inner peace', 'Closeness with people', 'Energy and enjoyment', 'Meaning', 'Something else', 'None of these']
        >>> wish.prompts[0].text
        'When you say this, what does it mean in your own life?'

    Raises:
        FieldTypeError: The wish is not a string, or the release no `Release`.
        FieldError: The wish is blank or too long, or the release was given for other words.
        UnknownNameError: There is no catalogue in that language.
    """
    _checks.check_text(wish, "wish")
    found = screen(wish, language=language)
    if not may_go_on(wish, found, release):
        return ReframeStopped(found.concerns)
    shelf = _shelf(language)
    themes = matcher(language).match(wish)
    readings = tuple(_readings(themes, shelf))[:_MOST_READINGS]
    prompts = chain(_turns(read(wish, language=language), shelf), _questions(readings, shelf))
    return Reframing(
        wish=wish,
        language=language,
        themes=themes,
        offers=readings + shelf.beside if readings else (),
        prompts=tuple(islice(prompts, _MOST_PROMPTS)),
        screened=found.status,
        catalogue_version=shelf.version,
    )


def may_go_on(text: str, found: ScreenResult, release: Release | None) -> bool:
    """Whether there is no concern, or a professional has released these very words."""
    if release is None:
        return found.status is not ScreenStatus.CONCERN
    if not isinstance(release, Release):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("release", "must be a Release", type(release).__name__)
    if not release.covers(text):
        raise FieldError("release", "must have been given for these very words; make one with Release.of")
    return True


@attrs.frozen(kw_only=True)
class _Shelf:
    """What one catalogue offers, made once: readings by topic, and questions in the order in which they are asked."""

    version: str
    readings: dict[str, tuple[Offer, ...]]
    beside: tuple[Offer, ...]
    open: tuple[Prompt, ...]
    clarify: tuple[Prompt, ...]
    avoidance: tuple[_Turn, ...]
    control: tuple[_Turn, ...]

    @classmethod
    def of(cls, catalogue: Catalogue) -> _Shelf:
        return cls(
            version=catalogue.version,
            readings={entry.id: tuple(_offer(entry, facet) for facet in entry.facets) for entry in catalogue.entries},
            beside=tuple(Offer(text, text) for text in (catalogue.something_else, catalogue.none_of_these)),
            open=catalogue.asked("open"),
            clarify=catalogue.asked("clarify")[:1],
            avoidance=tuple(_turn("avoidance", rule) for rule in catalogue.avoidance_rules),
            control=tuple(_turn("control", rule) for rule in catalogue.control_rules),
        )


@cache
def _shelf(language: str) -> _Shelf:
    return _Shelf.of(matcher(language).catalogue)


def _offer(entry: Entry, facet: Facet) -> Offer:
    prompts = sorted(entry.prompts(facet), key=lambda prompt: _ORDER.index(prompt.kind))
    return Offer(facet.offer, facet.title, theme=entry.theme, facet=f"{entry.id}.{facet.id}", prompts=tuple(prompts))


def _readings(themes: Sequence[ThemeMatch], shelf: _Shelf) -> Iterator[Offer]:
    """The readings of the best theme; where several themes are equally good, in turn."""
    best = [theme for theme in themes if theme.score == themes[0].score]
    rounds = zip_longest(*(chain.from_iterable(shelf.readings[entry] for entry in theme.entries) for theme in best))
    return (offer for offer in chain.from_iterable(rounds) if offer is not None)


def _questions(readings: Sequence[Offer], shelf: _Shelf) -> Iterator[Prompt]:
    """What the wish means, then the first question of each reading; where no theme fits, general ones."""
    if not readings:
        return iter(shelf.open)
    return chain(shelf.clarify, (offer.prompts[0] for offer in readings))


def _turns(reading: Reading, shelf: _Shelf) -> Iterator[Prompt]:
    """What the wording calls for: towards something, and to the person's own part."""
    away = reading.has(Role.STOP, Role.NEGATION) or reading.aim in (Aim.AVOID, Aim.REDUCE)
    outside = reading.has(Role.OUTSIDE)
    if away:
        yield _called_for(shelf.avoidance, reading.text) or shelf.avoidance[0].prompt
    if outside or reading.has(Role.EXTREME):
        prompt = _called_for(shelf.control, reading.text)
        if prompt or outside:
            yield prompt or shelf.control[0].prompt


@attrs.frozen
class _Turn:
    cues: tuple[str, ...]
    prompt: Prompt


def _turn(stage: str, rule: TurnRule) -> _Turn:
    return _Turn(rule.cues, Prompt(id=f"{stage}.{rule.id}", kind=rule.kind, text=rule.prompt))


def _called_for(turns: Sequence[_Turn], text: str) -> Prompt | None:
    """The question whose cue comes first in a text, if any."""
    words = f" {' '.join(word for word, _, _ in _words.split(text))} "
    places = [(place, turn) for turn in turns for cue in turn.cues if (place := words.find(f" {cue} ")) >= 0]
    return min(places, key=lambda found: found[0])[1].prompt if places else None
