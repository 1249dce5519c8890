"""What the reframer gives: themes, offers, reframings and what stops them; drafts with their open questions."""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st

from therapygoals.reframing import (
    Draft,
    Offer,
    OpenQuestion,
    ReframeStopped,
    Reframing,
    ThemeMatch,
    draft,
    reframe,
)
from therapygoals.testing.amounts import days
from therapygoals.testing.concerns import safety_concerns
from therapygoals.testing.readings import readings
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import keys, texts

__all__ = ["drafts", "offers", "open_questions", "reframes_stopped", "reframings", "theme_matches"]


def reframings(of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Reframing]:
    """What English wishes may stand for; some of them stand for nothing that the catalogue knows.

    Args:
        of: The wishes; wishes, goals and any texts when None.
    """
    said = wishes() | goal_texts() | texts() if of is None else of
    found = st.builds(reframe, said).filter(lambda result: isinstance(result, Reframing))
    return cast("st.SearchStrategy[Reframing]", found)


def reframes_stopped() -> st.SearchStrategy[ReframeStopped]:
    """One to three concerns that stop a reframer."""
    return st.builds(ReframeStopped, st.lists(safety_concerns(), min_size=1, max_size=3))


def theme_matches() -> st.SearchStrategy[ThemeMatch]:
    """Themes of some wish."""
    return _with_a_theme().flatmap(lambda found: st.sampled_from(found.themes))


def offers() -> st.SearchStrategy[Offer]:
    """Readings of some wish, "something else" and "none of these" included."""
    return _with_a_theme().flatmap(lambda found: st.sampled_from(found.offers))


def _with_a_theme() -> st.SearchStrategy[Reframing]:
    return reframings(wishes()).filter(lambda found: bool(found.themes))


def open_questions() -> st.SearchStrategy[OpenQuestion]:
    """Something that is left open, in any words."""
    return st.builds(OpenQuestion, keys(), texts())


def drafts() -> st.SearchStrategy[Draft]:
    """Drafts of statements, of readings and of reframed wishes, with a start on any day."""
    return st.builds(draft, goal_texts() | wishes() | readings() | reframings(), start=days())
