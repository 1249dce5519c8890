"""Agreeing on a goal: what somebody said to a version, and proposals after any number of moves."""

from __future__ import annotations

from hypothesis import strategies as st

from therapygoals.goals import Agreement, Decision, Goal, Party, Proposal
from therapygoals.testing.amounts import days
from therapygoals.testing.goals import goals
from therapygoals.testing.people import actors
from therapygoals.testing.words import texts

__all__ = ["agreements", "proposals"]


@st.composite
def agreements(draw: st.DrawFn, *, decision: Decision | None = None) -> Agreement:
    """What anybody said to any version of a goal.

    Args:
        draw: Given by Hypothesis.
        decision: What it was; any when None.
    """
    said = draw(st.sampled_from(Decision)) if decision is None else decision
    return Agreement(
        by=draw(actors()),
        decision=said,
        on=draw(days()),
        version=draw(st.integers(1, 9)),
        note=draw(st.none() | texts()),
        goal=draw(goals(targets=())) if said is Decision.CHANGE else None,
    )


@st.composite
def proposals(draw: st.DrawFn, *, parties: tuple[Party, ...] | None = None, most: int = 5) -> Proposal:
    """Proposals after some moves of those who decide and of others, on days in any order.

    Args:
        draw: Given by Hypothesis.
        parties: Who has to accept; client and therapist, or with a carer, when None.
        most: Largest number of moves.
    """
    pair = (Party.CLIENT, Party.THERAPIST)
    deciding = draw(st.sampled_from((pair, (*pair, Party.CARER)))) if parties is None else parties
    proposal = Proposal(draw(goals()), parties=deciding)
    for move in draw(st.lists(st.sampled_from(_MOVES), max_size=most)):
        by = draw(actors(role=draw(st.sampled_from(deciding))) | actors())
        on, note, version = draw(days()), draw(st.none() | texts()), draw(st.none() | st.integers(1, proposal.version))
        if move is Decision.CHANGE:
            proposal = proposal.change(draw(_changed(proposal)), by, on=on, note=note, version=version)
        else:
            say = {Decision.ACCEPT: proposal.accept, Decision.DECLINE: proposal.decline}.get(move, proposal.withdraw)
            proposal = say(by, on=on, note=note, version=version)
    return proposal


_MOVES = (Decision.ACCEPT, *Decision)
"""A yes is drawn twice as often, so that some proposals are agreed."""


def _changed(proposal: Proposal) -> st.SearchStrategy[Goal]:
    key = proposal.first.id
    if key is None:
        return goals(targets=()).filter(lambda goal: goal.id is None)
    return goals(targets=(), id=key)
