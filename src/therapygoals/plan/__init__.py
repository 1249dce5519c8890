"""Plans over time: a journal of events, the plan of any day, and how it is reviewed, reshaped and brought to an end."""

from therapygoals.plan.answers import Answer, AnswerKind, Distance, Formality, WinKind, YesNo
from therapygoals.plan.changes import FieldChange, changes
from therapygoals.plan.events import (
    EVENTS,
    BaseEvent,
    CheckedIn,
    ConcernRaised,
    ConcernSettled,
    Event,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    Observed,
    OutlineChanged,
    RoadblockNamed,
    SetbackMet,
    Voided,
    Won,
)
from therapygoals.plan.journal import Conflict, ConflictKind, Entry, Journal, Merge
from therapygoals.plan.judging import Standing, Stretch, judge
from therapygoals.plan.lifecycle import MOVES, REASONS, GoalState, Reason
from therapygoals.plan.outline import Cadence, Issue, Outline, PlannedStrategy, Vision
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan, Version

__all__ = [
    "EVENTS",
    "MOVES",
    "REASONS",
    "Answer",
    "AnswerKind",
    "BaseEvent",
    "Cadence",
    "CheckedIn",
    "ConcernRaised",
    "ConcernSettled",
    "Conflict",
    "ConflictKind",
    "Distance",
    "Entry",
    "Event",
    "FieldChange",
    "Formality",
    "GoalAnswered",
    "GoalMoved",
    "GoalProposed",
    "GoalRevised",
    "GoalState",
    "Issue",
    "Journal",
    "Merge",
    "Observed",
    "Outline",
    "OutlineChanged",
    "PlannedGoal",
    "PlannedStrategy",
    "Reason",
    "RoadblockNamed",
    "SetbackMet",
    "Standing",
    "Stretch",
    "TreatmentPlan",
    "Version",
    "Vision",
    "Voided",
    "WinKind",
    "Won",
    "YesNo",
    "changes",
    "judge",
]
