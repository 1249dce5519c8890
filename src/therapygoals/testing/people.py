"""Who and how: actors, ownership, readiness, roadblocks, if-then plans, ways of working."""

from __future__ import annotations

from hypothesis import strategies as st

from therapygoals.goals import (
    Actor,
    Approach,
    Contribution,
    ContributionKind,
    IfThenPlan,
    Motive,
    Origin,
    Ownership,
    Party,
    Readiness,
    Resolution,
    Roadblock,
    RoadblockKind,
    Strategy,
)
from therapygoals.testing.amounts import numbers
from therapygoals.testing.words import keys, texts

__all__ = [
    "actors",
    "contributions",
    "if_then_plans",
    "ownerships",
    "readiness",
    "roadblocks",
    "strategies",
]


def actors(*, role: Party | None = None) -> st.SearchStrategy[Actor]:
    """People by role and pseudonym.

    Args:
        role: The part they play; any when None.
    """
    return st.builds(Actor, st.sampled_from(Party) if role is None else st.just(role), st.none() | keys())


def contributions() -> st.SearchStrategy[Contribution]:
    """What one party brought to a goal."""
    return st.builds(Contribution, by=actors(), kind=st.sampled_from(ContributionKind), text=texts())


def ownerships() -> st.SearchStrategy[Ownership]:
    """Who asked, who worded, who agreed."""
    return st.builds(
        Ownership,
        origin=st.none() | st.sampled_from(Origin),
        asked_by=st.none() | actors(),
        worded_by=st.none() | actors(),
        agreed_by=st.lists(actors(), max_size=3),
        contributions=st.lists(contributions(), max_size=2),
        motive=st.none() | st.sampled_from(Motive),
    )


def readiness() -> st.SearchStrategy[Readiness]:
    """A person's own ratings from 0 to 10, some of them not asked."""
    rating = st.none() | numbers(0, 10)
    return st.builds(
        Readiness,
        importance=rating,
        confidence=rating,
        difficulty=rating,
        effort=rating,
        motivation=rating,
        control=rating,
        hope=rating,
    )


def if_then_plans() -> st.SearchStrategy[IfThenPlan]:
    """A cue and a response."""
    return st.builds(IfThenPlan, texts(), texts())


def roadblocks() -> st.SearchStrategy[Roadblock]:
    """Things that may get in the way, with a plan or without."""
    return st.builds(
        Roadblock,
        texts(),
        st.sampled_from(RoadblockKind),
        likelihood=st.none() | numbers(0, 10),
        plan=st.none() | if_then_plans(),
        resolution=st.none() | st.sampled_from(Resolution),
    )


def strategies() -> st.SearchStrategy[Strategy]:
    """Ways of working towards a goal."""
    return st.builds(Strategy, texts(), st.none() | st.sampled_from(Approach))
