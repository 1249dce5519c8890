"""What a goal is: kinds, amounts, time frames, targets, observations, and the two goal classes."""

from therapygoals.goals.amounts import Amount, Frequency
from therapygoals.goals.kinds import (
    Aim,
    Approach,
    BernDomain,
    Concern,
    Control,
    Direction,
    Framing,
    Horizon,
    Kind,
    LifeArea,
    Moment,
    Pace,
    Period,
    Weekday,
)
from therapygoals.goals.time import CalendarDay, Deadline, DeadlineMode, Holiday, Span, TimeFrame, add_span

__all__ = [
    "Aim",
    "Amount",
    "Approach",
    "BernDomain",
    "CalendarDay",
    "Concern",
    "Control",
    "Deadline",
    "DeadlineMode",
    "Direction",
    "Framing",
    "Frequency",
    "Holiday",
    "Horizon",
    "Kind",
    "LifeArea",
    "Moment",
    "Pace",
    "Period",
    "Span",
    "TimeFrame",
    "Weekday",
    "add_span",
]
