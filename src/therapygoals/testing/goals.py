"""Goals: their context, their relations, goals of both kinds, and sets of goals that hang together."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from therapygoals.goals import (
    Aim,
    BernDomain,
    Concern,
    Context,
    Control,
    Framing,
    GoalProgress,
    GoalSet,
    LifeArea,
    Needed,
    OutcomeGoal,
    Pace,
    ProcessGoal,
    Relation,
    RelationKind,
    Target,
)
from therapygoals.testing.amounts import time_frames
from therapygoals.testing.observations import progresses
from therapygoals.testing.people import if_then_plans, ownerships, readiness, roadblocks, strategies
from therapygoals.testing.targets import targets as any_targets
from therapygoals.testing.words import keys, statements, texts

__all__ = [
    "contexts",
    "goal_progresses",
    "goal_sets",
    "goals",
    "outcome_goals",
    "process_goals",
    "relations",
]


def contexts() -> st.SearchStrategy[Context]:
    """Where a goal stands in a person's life."""
    words = st.none() | texts()
    return st.builds(
        Context,
        areas=st.frozensets(st.sampled_from(LifeArea), max_size=3),
        concerns=st.frozensets(st.sampled_from(Concern), max_size=3),
        domain=st.none() | st.sampled_from(BernDomain),
        values=st.lists(texts(), max_size=2),
        rationale=words,
        needs=words,
        circumstances=words,
        pace=st.none() | st.sampled_from(Pace),
    )


def relations(*, to: str | None = None) -> st.SearchStrategy[Relation]:
    """Links to another goal.

    Args:
        to: Id of the other goal; any when None.
    """
    return st.builds(Relation, st.sampled_from(RelationKind), keys() if to is None else st.just(to))


def _keyed(targets: list[Target]) -> tuple[Target, ...]:
    """Give targets keys of their own where there are several."""
    if len(targets) < 2:
        return tuple(targets)
    return tuple(attrs.evolve(target, key=f"target-{number}") for number, target in enumerate(targets))


@st.composite
def _fields(draw: st.DrawFn, id: str | None, targets: tuple[Target, ...] | None) -> dict[str, Any]:  # noqa: A002
    """What both kinds of goal have; many goals are one line and no more."""
    bare: dict[str, Any] = {
        "statement": draw(statements()),
        "targets": draw(st.lists(any_targets(), max_size=2).map(_keyed)) if targets is None else targets,
        "id": draw(st.none() | keys()) if id is None else id,
    }
    if draw(st.booleans()):
        return bare
    return bare | {
        "needed": draw(st.sampled_from(Needed)),
        "time_frame": draw(time_frames()),
        "aim": draw(st.none() | st.sampled_from(Aim)),
        "framing": draw(st.none() | st.sampled_from(Framing)),
        "control": draw(st.none() | st.sampled_from(Control)),
        "ownership": draw(ownerships()),
        "readiness": draw(readiness()),
        "context": draw(contexts()),
        "strategies": draw(st.lists(strategies(), max_size=2)),
        "roadblocks": draw(st.lists(roadblocks(), max_size=2)),
        "insight": draw(st.none() | texts()),
    }


@st.composite
def process_goals(
    draw: st.DrawFn,
    *,
    id: str | None = None,  # noqa: A002
    targets: tuple[Target, ...] | None = None,
) -> ProcessGoal:
    """Goals about what a person does, without relations.

    Args:
        draw: Given by Hypothesis.
        id: Key of the goal; any or none when None.
        targets: What would be enough; any when None.
    """
    return ProcessGoal(**draw(_fields(id, targets)), plan=draw(st.none() | if_then_plans()))


@st.composite
def outcome_goals(
    draw: st.DrawFn,
    *,
    id: str | None = None,  # noqa: A002
    targets: tuple[Target, ...] | None = None,
) -> OutcomeGoal:
    """Goals about what changes, without relations.

    Args:
        draw: Given by Hypothesis.
        id: Key of the goal; any or none when None.
        targets: What would be enough; any when None.
    """
    return OutcomeGoal(**draw(_fields(id, targets)), sign=draw(st.none() | texts()))


def goals(
    *,
    id: str | None = None,  # noqa: A002
    targets: tuple[Target, ...] | None = None,
) -> st.SearchStrategy[ProcessGoal | OutcomeGoal]:
    """Goals of both kinds, without relations.

    Args:
        id: Key of the goal; any or none when None.
        targets: What would be enough; any when None.
    """
    return process_goals(id=id, targets=targets) | outcome_goals(id=id, targets=targets)


@st.composite
def goal_sets(draw: st.DrawFn, *, most: int = 4) -> GoalSet:
    """Sets of goals with ids of their own and relations that lead in no circle.

    Args:
        draw: Given by Hypothesis.
        most: Largest number of goals.
    """
    ids = draw(st.lists(keys(), max_size=most, unique=True))
    back = (RelationKind.SERVES, RelationKind.SUCCESSOR, RelationKind.REPLACEMENT, RelationKind.OTHER)
    ahead = (RelationKind.MILESTONE, RelationKind.PREDECESSOR, RelationKind.OTHER)
    members: list[ProcessGoal | OutcomeGoal] = []
    for place, key in enumerate(ids):
        possible = [Relation(kind, to) for to in ids[:place] for kind in back]
        possible += [Relation(kind, to) for to in ids[place + 1 :] for kind in ahead]
        links = draw(st.lists(st.sampled_from(possible), max_size=3, unique=True)) if possible else []
        goal = draw(st.sampled_from((ProcessGoal, OutcomeGoal)))
        members.append(goal(draw(statements()), draw(st.just(()) | any_targets()), id=key, relations=links))
    return GoalSet(members)


def goal_progresses() -> st.SearchStrategy[GoalProgress]:
    """Where goals of one to three targets stand."""
    parts = st.lists(progresses(), min_size=1, max_size=3).map(tuple)
    return st.builds(GoalProgress, targets=parts, needed=st.sampled_from(Needed))
