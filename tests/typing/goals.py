"""Lines that type checkers read and nobody runs: what the parts of a goal give, and what they refuse."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never, assert_type

from therapygoals.goals import (
    Actor,
    Agreement,
    Aim,
    Amount,
    BaseTarget,
    CountTarget,
    Deadline,
    DeadlineMode,
    Decision,
    Direction,
    DurationTarget,
    ExplorationTarget,
    Frequency,
    FrequencyTarget,
    GasTarget,
    Goal,
    GoalProgress,
    GoalSet,
    Horizon,
    Kind,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProgressLine,
    Proposal,
    QuantityTarget,
    Scale,
    ScaleTarget,
    Span,
    Statement,
    StreakTarget,
    Target,
    TextTarget,
    TimeFrame,
    YesNoTarget,
)

assert_type(Amount.exactly(20, "minute"), Amount)
assert_type(Amount(low=3).low, float | None)
assert_type(Amount(low=3).value, float | None)
assert_type(Frequency.times(3, Period.WEEK), Frequency)
assert_type(Aim.REDUCE.direction, Direction)

end = Deadline(mode=DeadlineMode.WITHIN, count=3, unit=Period.MONTH)
assert_type(end.due(date(2026, 1, 31)), date | None)
assert_type(end.horizon(), Horizon | None)
assert_type(end.span, Span | None)
assert_type(TimeFrame(start=date(2026, 1, 1)).overdue(date(2026, 2, 1)), bool)

goal = OutcomeGoal("sleep better", ScaleTarget(scale=Scale(low=0, high=10), at_least=7))
assert_type(goal.statement, Statement)
assert_type(goal.targets, tuple[Target, ...])
assert_type(goal.kind, Kind)
assert_type(goal.progress([], on=date(2026, 1, 1)), GoalProgress)
assert_type(goal.progress([], on=date(2026, 1, 1)).fraction, float | None)
assert_type(goal.targets[0].line, ProgressLine | None)
assert_type(GoalSet([goal]).outcomes, tuple[OutcomeGoal, ...])
assert_type(Observation.missed(date(2026, 1, 1)), Observation)

proposal = Proposal(goal).accept(Actor(Party.CLIENT), on=date(2026, 1, 1))
assert_type(proposal, Proposal)
assert_type(proposal.decisions, tuple[Agreement, ...])
assert_type(proposal.standing, Mapping[Party, Decision | None])
assert_type(proposal.agreed_goal, Goal | None)


def every_kind_of_target_is_known(target: Target) -> str:
    """Stand for any function over the closed union: leave one kind out, and a type checker tells."""
    match target:
        case FrequencyTarget() | CountTarget() | ScaleTarget() | QuantityTarget() | DurationTarget():
            return "bounded"
        case MilestoneTarget() | StreakTarget() | GasTarget() | ExplorationTarget() | TextTarget() | YesNoTarget():
            return "other"
        case _:
            assert_never(target)


def a_kind_of_target_is_forgotten(target: BaseTarget) -> None:
    """The base is open, so it does not tell which kinds there are."""
    match target:
        case FrequencyTarget() | CountTarget():
            return
        case _:
            assert_never(target)  # type: ignore[arg-type]


# What both type checkers must refuse
OutcomeGoal()  # type: ignore[call-arg]
OutcomeGoal("sleep better", kind=Kind.PROCESS)  # type: ignore[call-arg]
goal.progress([])  # type: ignore[call-arg]
proposal.accept(Actor(Party.CLIENT))  # type: ignore[call-arg]
proposal.accept(Party.CLIENT, on=date(2026, 1, 1))  # type: ignore[arg-type]
goal.targets = ()  # type: ignore[misc]
Amount(3, 4)  # type: ignore[call-arg]
Amount(low="three")  # type: ignore[arg-type]
Frequency(low=3, per="week")  # type: ignore[arg-type]
Frequency(low=3)  # type: ignore[call-arg]
end.due("2026-01-31")  # type: ignore[arg-type]
end.count = 4  # type: ignore[misc]
