"""Lines that type checkers read and nobody runs: what a plan over time gives, and what it refuses."""

from datetime import date
from typing import assert_type

from therapygoals import (
    Actor,
    Event,
    Goal,
    GoalMoved,
    GoalProposed,
    GoalState,
    Journal,
    Merge,
    OutcomeGoal,
    Party,
    PlannedGoal,
    Standing,
    TreatmentPlan,
    Voided,
    judge,
)
from therapygoals.interop import json

day, client = date(2026, 1, 5), Actor(Party.CLIENT)
journal = Journal().record(GoalProposed(id="e1", on=day, by=client, goal=OutcomeGoal("sleep well", id="sleep")))

assert_type(journal, Journal)
assert_type(journal.events, tuple[Event, ...])
assert_type(journal.plan(on=day), TreatmentPlan)
assert_type(journal.plan()["sleep"], PlannedGoal)
assert_type(journal.plan()["sleep"].goal, Goal)
assert_type(judge(journal.plan()["sleep"], on=day), Standing)
assert_type(journal.merge(Journal()), Merge)
assert_type(json.loads(json.dumps(journal), Journal), Journal)

for event in journal:
    match event:
        case GoalMoved():
            assert_type(event.to, GoalState)
        case Voided():
            assert_type(event.event, str)
        case _:
            assert_type(event.about, tuple[str, ...])

GoalMoved(id="e2", on=day, by=client, goal="sleep", to="active")  # type: ignore[arg-type]
journal.record("e2")  # type: ignore[arg-type]
