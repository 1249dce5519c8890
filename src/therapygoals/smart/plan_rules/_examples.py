"""What the examples of the rules are made of: two people, a day, and goals in a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from therapygoals.goals import Actor, Agreement, Decision, Goal, Party, Proposal
from therapygoals.plan import CheckedIn, GoalState, PlannedGoal, Version

__all__ = ["CLIENT", "DAY", "THERAPIST", "looked", "planned"]

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
DAY = date(2026, 1, 5)


def planned(
    goal: Goal,
    *,
    state: GoalState = GoalState.ACTIVE,
    by: Actor = CLIENT,
    yes: Iterable[Actor] = (CLIENT, THERAPIST),
    no: Iterable[Actor] = (),
) -> PlannedGoal:
    """A goal of a plan, put forward by one of the two, with what both have said to it; its id is needed."""
    said = {Decision.ACCEPT: yes, Decision.DECLINE: no}
    decisions = [
        Agreement(by=actor, decision=decision, on=DAY, version=1) for decision, who in said.items() for actor in who
    ]
    return PlannedGoal(
        id=goal.id or "",
        state=state,
        since=DAY,
        versions=(Version(number=1, goal=goal, since=DAY, by=by, event="e1"),),
        proposal=Proposal(goal, decisions),
        roadblocks=goal.roadblocks,
    )


def looked(on: date, session: str | None = None) -> CheckedIn:
    """A look at the plan."""
    return CheckedIn(id=f"look-{on}", on=on, by=THERAPIST, session=session)
