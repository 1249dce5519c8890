"""The dialogue about a vague wish: an immutable state that tells what to ask now, and goes on with each answer."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Party, _checks
from therapygoals.reframing._course import Shelf, WishCourse, offered
from therapygoals.reframing._loading import known_language
from therapygoals.reframing._state import ReframeStopped, State, Turn
from therapygoals.reframing._talk import Talk, check_looked_at, may_go_on, replay
from therapygoals.reframing.entries import Catalogue
from therapygoals.reframing.kinds import Part
from therapygoals.reframing.matching import Matcher, ThemeMatch, matcher
from therapygoals.reframing.themes import Theme
from therapygoals.reframing.transcript import Move, MoveKind, Transcript
from therapygoals.safety import Release, ScreenStatus, screen

__all__ = ["Offer", "Reframer", "Reframing", "reframe", "reframer"]

_MOST_READINGS = 4
_READING = re.compile(r"[a-z0-9_]{1,50}\.[a-z0-9_]{1,50}")
"""The form of the id of a reading; anything else may be words of the person's own, which no error repeats."""


@attrs.frozen
class Offer:
    """One possible reading of a wish, asked and never decided; the person picks, or picks none.

    Attributes:
        text: What the person is asked.
        title: The same in a few words.
        theme: The theme it belongs to; None for "something else" and "none of these".
        facet: The reading as ``entry.facet`` in the catalogue, or None.
        in_own_words: Whether it asks for words of the person's own ("something else"): `Reframing.answer` takes them.
    """

    text: str
    title: str
    theme: Theme | None = attrs.field(default=None, kw_only=True)
    facet: str | None = attrs.field(default=None, kw_only=True)
    in_own_words: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class Reframing(State):
    """Where a dialogue about a wish stands: what to ask now, and everything that was said.

    Nothing in it is decided for the person, and the wish stays as it was said. `choose`, `answer`, `skip` and `park`
    each give the next state and leave this one as it is. It is written to JSON as its transcript, and read from that.

    Attributes:
        transcript: The wish and every answer, as plain data to store; not shown by repr.
        themes: Best first, at most three; empty when nothing fits, which is a good result too.
        offers: While the person may choose: up to four readings of the best theme, then "something else" and "none of
            these".
        turns: The questions that were asked and what was done with them; not shown by repr.
        prompt: What to ask now; None once the dialogue has ended.
        part: What that question is there for.
        facet: The reading that the person chose, as ``entry.facet``.
        ended: Why the dialogue has ended; None while there is a question.
        screened: What the safety screen could say of the wish; a concern only where a release covers it. Only a person
            can tell that a wish is safe.
        reframer: The one that goes on from here.
    """

    themes: tuple[ThemeMatch, ...]
    offers: tuple[Offer, ...] = attrs.field(repr=False)
    part: Part | None
    facet: str | None
    screened: ScreenStatus
    reframer: Reframer = attrs.field(eq=False, repr=False)

    @property
    def wish(self) -> str:
        """The person's own words."""
        return self.transcript.wish or ""

    def choose(self, facet: Offer | str | None, *, by: Party = Party.CLIENT) -> Reframing:
        """Pick one of the readings that are offered.

        Args:
            facet: The offer, or its reading as ``entry.facet``; None for none of them. A reading of any of the themes
                may be picked.
            by: Who picks.

        Raises:
            FieldTypeError: It is no offer and no string.
            FieldError: There is no choice to make now, or it is none of the readings.
        """
        name = facet.facet if isinstance(facet, Offer) else facet
        if name is not None and not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance] as above
            raise FieldTypeError("facet", "must be an Offer, the id of a reading or None", type(name).__name__)
        prompt = self._prompt()
        if self.part is not Part.READING:
            raise FieldError("facet", f"cannot be chosen now, for the question is another one ({prompt}); answer it")
        known = [name for theme in self.themes for name in theme.facets]
        if name is not None and name not in known:
            rule = f"must be one of the readings of the themes: {', '.join(known)}; or None"
            if not _READING.fullmatch(name):
                raise FieldError("facet", f"{rule}; words of the person's own go to answer")
            raise FieldError("facet", rule, name)
        move = Move(kind=MoveKind.CHOSE, prompt=prompt, facet=name, by=by)
        return self._wordless(move)

    @classmethod
    def resume(cls, transcript: Transcript) -> Reframing | ReframeStopped:
        """Go on from a transcript with the library's own catalogue; see `Reframer.resume`."""
        return reframer(_of_a_wish(transcript).language).resume(transcript)

    def _resumed(self, transcript: Transcript) -> Reframing | ReframeStopped:
        return self.reframer.resume(transcript)


class Reframer:
    """A catalogue made ready for dialogues: the library's own (`reframe`), or one of the caller's.

    Attributes:
        catalogue: Where the readings and questions come from.

    Examples:
        >>> from therapygoals.reframing import Reframer, catalogue
        >>> Reframer(catalogue("en")).reframe("be happy").offers[0].title
        'Inner peace'
    """

    __slots__ = ("_matcher", "_offers", "_shelf", "catalogue")

    def __init__(self, catalogue: Catalogue) -> None:
        if not isinstance(catalogue, Catalogue):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("catalogue", "must be a Catalogue", type(catalogue).__name__)
        self._set(Matcher(catalogue))

    def _set(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self.catalogue = catalogue = matcher.catalogue
        self._shelf = Shelf.of(catalogue)
        self._offers = {
            f"{entry.id}.{facet.id}": Offer(facet.offer, facet.title, theme=entry.theme, facet=f"{entry.id}.{facet.id}")
            for entry in catalogue.entries
            for facet in entry.facets
        }

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        language = self.catalogue.language
        ours = language in _OURS and self is reframer(language)
        return (reframer, (language,)) if ours else (Reframer, (self.catalogue,))

    def reframe(self, wish: str, *, release: Release | None = None, sure_from: float = 7) -> Reframing | ReframeStopped:
        """Begin a dialogue about a wish; see `therapygoals.reframe`."""
        _checks.check_text(wish, "wish")
        return self.resume(
            Transcript(
                wish=wish,
                language=self.catalogue.language,
                catalogue=self.catalogue.id,
                catalogue_version=self.catalogue.version,
                release=release,
                sure_from=sure_from,
            )
        )

    def resume(self, transcript: Transcript) -> Reframing | ReframeStopped:
        """Go on from a transcript: the wish and all answers are screened and gone through again.

        Args:
            transcript: What was stored.

        Returns:
            The state in which it was left, or `ReframeStopped` when the screen has a concern that no release covers.

        Raises:
            FieldTypeError: It is no transcript.
            FieldError: It belongs to an interview, to another catalogue or to another version of it, or a move does not
                fit the question that was asked.
        """
        wish = _of_a_wish(transcript).wish or ""
        check_catalogue(transcript, self.catalogue)
        found = screen(wish, language=transcript.language)
        check_looked_at(found, transcript.language, "wish")
        if not may_go_on(wish, found, transcript.release):
            return ReframeStopped(found.concerns, transcript)
        course = WishCourse(wish, transcript.language, transcript.sure_from, self._matcher, self._shelf)
        talk = replay(transcript, course, self.catalogue)
        if talk.concerns:
            return ReframeStopped(talk.concerns, transcript)
        return self._state(transcript, course, talk, found.status)

    def _state(self, transcript: Transcript, course: WishCourse, talk: Talk, screened: ScreenStatus) -> Reframing:
        themes = course.themes(talk)
        question = talk.question
        may_choose = question is not None and bool(question.facets)
        return Reframing(
            transcript=transcript,
            themes=themes,
            offers=self._choice(themes) if may_choose else (),
            turns=tuple(Turn(part=asked.part, prompt=asked.prompt, move=move) for asked, move in talk.turns),
            prompt=None if question is None else question.prompt,
            part=None if question is None else Part(question.part),
            facet=course.facet(talk),
            ended=talk.ended,
            screened=screened,
            reframer=self,
        )

    def _choice(self, themes: tuple[ThemeMatch, ...]) -> tuple[Offer, ...]:
        """Up to four readings, then the two that are offered beside every choice."""
        readings = [self._offers[name] for name in islice(offered(themes, self._shelf.readings), _MOST_READINGS)]
        else_, none = self.catalogue.something_else, self.catalogue.none_of_these
        return (*readings, Offer(else_, else_, in_own_words=True), Offer(none, none))


_OURS = ("en",)


@cache
def reframer(language: str) -> Reframer:
    """The reframer with the library's own catalogue in a language.

    Raises:
        UnknownNameError: There is no catalogue in that language.
    """
    made = Reframer.__new__(Reframer)
    made._set(matcher(language))  # pyright: ignore[reportPrivateUsage]
    return made


def reframe(
    wish: str, *, language: str = "en", release: Release | None = None, sure_from: float = 7
) -> Reframing | ReframeStopped:
    """Begin a dialogue about a vague wish: readings to choose from and one open question at a time.

    The safety screen looks at the wish and at every answer. At most eight questions are asked; each may be skipped, and
    nothing is decided or filled in for the person.

    Args:
        wish: What a person wants, in their own words: not blank, at most 4,000 characters.
        language: BCP 47 code of the wish, with a region or without (`en-GB`); only `en` so far.
        release: What a professional who has looked at a concern gave for these very words.
        sure_from: The confidence from 0 to 10 from which no smaller step is asked for. The 7 is a rule of thumb of
            motivational interviewing, not a figure from research.

    Returns:
        A `Reframing`, or `ReframeStopped` when the screen has a concern that no release covers.

    Examples:
        >>> state = reframe("I want to be happy")
        >>> [offer.title for offer in state.offers]
        ['Inner peace', 'Closeness with people', 'Energy and enjoyment', 'Meaning', 'Something else', 'None of these']
        >>> state = state.choose("happiness.inner_peace")
        >>> state.prompt.text
        'Think of a time this month when you felt even a little calm. What was going on?'
        >>> state = state.answer("On the bench behind the library, phone in my bag.")
        >>> state.part, len(state.transcript.moves)
        (<Part.SIGN: 'sign'>, 2)

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The wish is blank or too long, the release was given for other words, or `sure_from` lies outside 0
            to 10.
        UnknownNameError: There is no catalogue in that language.
    """
    _checks.check_text(wish, "wish")
    return reframer(known_language(language)).reframe(wish, release=release, sure_from=sure_from)


def _of_a_wish(transcript: Transcript) -> Transcript:
    check_transcript(transcript)
    if transcript.wish is None:
        raise FieldError("Transcript.wish", "must be there; without one it belongs to an interview")
    return transcript


def check_transcript(transcript: Transcript) -> None:
    """Refuse what is no transcript."""
    if not isinstance(transcript, Transcript):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("transcript", "must be a Transcript", type(transcript).__name__)


def check_catalogue(transcript: Transcript, catalogue: Catalogue) -> None:
    """Refuse a transcript of another catalogue, or of another version of it."""
    for name, here in (("catalogue", catalogue.id), ("catalogue_version", catalogue.version)):
        stored = getattr(transcript, name)
        if stored != here:
            rule = (
                f"must be {here}, that of the catalogue, for answers belong to the wording of a question; "
                "go on with the catalogue it was made with, or begin anew with the same wish"
            )
            raise FieldError(f"Transcript.{name}", rule, stored)
