"""What was read: phrases, and readings of sentences and of any text at all."""

from __future__ import annotations

from hypothesis import strategies as st

from therapygoals.language import Phrase, Reading, Role, read
from therapygoals.testing.amounts import days
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import keys, texts

__all__ = ["phrases", "readings"]


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    """Phrases of any role, at a place of no text in particular."""
    start = draw(st.integers(0, 200))
    return Phrase(draw(st.sampled_from(Role)), start, end=start + draw(st.integers(1, 40)), rule=draw(keys()))


def readings(of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Reading]:
    """What is read in English texts; every phrase lies inside its text.

    Args:
        of: The texts; goals, wishes and any texts when None.
    """
    said = goal_texts() | wishes() | texts() if of is None else of
    return st.builds(read, said, on=st.none() | days())
