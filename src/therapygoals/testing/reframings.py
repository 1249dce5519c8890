"""What the reframer gives: dialogues at any point, what was said in them, what stops them, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

from hypothesis import strategies as st

from therapygoals.goals import Party
from therapygoals.reframing import (
    Draft,
    Interview,
    Move,
    Offer,
    OpenQuestion,
    Provenance,
    ReframeStopped,
    Reframing,
    Review,
    ThemeMatch,
    Transcript,
    Turn,
    draft,
    interview,
    reframe,
)
from therapygoals.safety import ScreenStatus, screen
from therapygoals.testing.amounts import days
from therapygoals.testing.concerns import safety_concerns
from therapygoals.testing.readings import readings
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import keys, texts

__all__ = [
    "answers",
    "drafts",
    "interviews",
    "moves",
    "offers",
    "open_questions",
    "provenances",
    "reframes_stopped",
    "reframings",
    "reviews",
    "theme_matches",
    "transcripts",
    "turns",
]

_S = TypeVar("_S", Reframing, Interview)
_REPLIES = (
    "I would walk to the shop and back",
    "two evenings a week without my phone",
    "I could ring my sister on Sundays",
    "7",
    "about a four, because it is less than in spring",
    "3 or 4",
    "On holiday, when nobody wanted anything from me",
    "I don't know",
    "It's too much for me",
    "stop",
    "my brother would see me laugh",
)


def answers() -> st.SearchStrategy[str]:
    """What people reply to an open question or a scale: plain, blank of ideas, tired, or any text."""
    return st.sampled_from(_REPLIES) | goal_texts() | texts().filter(_is_looked_at)


@st.composite
def reframings(draw: st.DrawFn, of: st.SearchStrategy[str] | None = None) -> Reframing:
    """Dialogues about English wishes, at their beginning or after any moves; some wishes fit no theme.

    Args:
        draw: Given by Hypothesis.
        of: The wishes; wishes, goals and any texts when None.
    """
    said = wishes() | goal_texts() | texts().filter(_is_looked_at) if of is None else of
    begun = draw(said.map(reframe).filter(lambda state: isinstance(state, Reframing)))
    assert isinstance(begun, Reframing), "what was stopped is filtered out"
    return draw(_later(begun, _choices))


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """Interviews at their beginning or after any moves."""
    return draw(_later(interview(), _no_choices))


_Ways: TypeAlias = "list[st.SearchStrategy[_S | ReframeStopped]]"


@st.composite
def _later(draw: st.DrawFn, state: _S, more: Callable[[_S], _Ways[_S]]) -> _S:
    """A state that may come after another one; what raises a concern is left out."""
    by = st.sampled_from(Party)
    for _ in range(draw(st.integers(0, 9))):
        if state.prompt is None:
            break
        ways: _Ways[_S] = [
            st.builds(state.answer, answers(), by=by),
            st.builds(state.answer, answers()),
            st.builds(state.skip, by=by),
            st.builds(state.park, by=by),
        ]
        following = st.one_of([*ways, *more(state)])
        state = cast("_S", draw(following.filter(lambda after: not isinstance(after, ReframeStopped))))
    return state


def _choices(state: Reframing) -> _Ways[Reframing]:
    return [st.sampled_from(state.offers).map(state.choose)] if state.offers else []


def _no_choices(_: Interview) -> _Ways[Interview]:
    return []


def transcripts() -> st.SearchStrategy[Transcript]:
    """What was said in some dialogue or interview."""
    return (reframings() | interviews()).map(lambda state: state.transcript)


def turns() -> st.SearchStrategy[Turn]:
    """Some question and what was done with it."""
    states = (reframings() | interviews()).filter(lambda state: bool(state.turns))
    return states.flatmap(lambda state: st.sampled_from(state.turns))


def moves() -> st.SearchStrategy[Move]:
    """Something that was done in a dialogue."""
    said = transcripts().filter(lambda transcript: bool(transcript.moves))
    return said.flatmap(lambda transcript: st.sampled_from(transcript.moves))


def reframes_stopped() -> st.SearchStrategy[ReframeStopped]:
    """One to three concerns that stop a reframer."""
    return st.builds(ReframeStopped, st.lists(safety_concerns(), min_size=1, max_size=3))


def theme_matches() -> st.SearchStrategy[ThemeMatch]:
    """Themes of some wish."""
    return _with_a_theme().flatmap(lambda found: st.sampled_from(found.themes))


def offers() -> st.SearchStrategy[Offer]:
    """Readings of some wish, "something else" and "none of these" included."""
    return wishes().map(reframe).filter(_has_offers).flatmap(_offers_of)


def _has_offers(state: Reframing | ReframeStopped) -> bool:
    return isinstance(state, Reframing) and bool(state.offers)


def _offers_of(state: Reframing | ReframeStopped) -> st.SearchStrategy[Offer]:
    return st.sampled_from([] if isinstance(state, ReframeStopped) else state.offers)


def _with_a_theme() -> st.SearchStrategy[Reframing]:
    return reframings(wishes()).filter(lambda found: bool(found.themes))


def open_questions() -> st.SearchStrategy[OpenQuestion]:
    """Something that is left open, in any words."""
    return st.builds(OpenQuestion, keys(), texts(), is_unknown=st.booleans())


def drafts() -> st.SearchStrategy[Draft]:
    """Drafts of statements, of readings, of dialogues and of interviews, with a start on any day."""
    read_texts = readings().filter(lambda reading: _is_looked_at(reading.text))
    return st.builds(draft, goal_texts() | wishes() | read_texts | reframings() | interviews(), start=days())


def provenances() -> st.SearchStrategy[Provenance]:
    """Where some field of some goal comes from."""
    return st.builds(
        Provenance,
        goal=keys(),
        field=keys(),
        prompt=st.none() | keys(),
        by=st.sampled_from(Party),
        catalogue_version=keys(),
    )


def reviews() -> st.SearchStrategy[Review]:
    """Any day for any goal."""
    return st.builds(Review, goal=keys(), on=days())


def _is_looked_at(text: str) -> bool:
    """Whether the screen looks at a text at all: it does not where the text seems to be in a language without rules."""
    return screen(text).status is not ScreenStatus.NOT_SCREENED
