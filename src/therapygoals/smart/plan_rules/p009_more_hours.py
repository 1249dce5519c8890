"""P009 more-hours: the hours that the goals ask for are more than a day has.

Why it matters: hours that are not there are easily taken for a lack of will.
When to leave it: some of it is done at one and the same time, or takes turns.
"""

from collections.abc import Iterator
from functools import partial

from therapygoals.goals import Amount, DurationTarget, FrequencyTarget, GoalSet, Period, ProcessGoal
from therapygoals.goals.time import DAYS_IN
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["more_hours"]


def _find(view: PlanView, *, hours: float) -> Iterator[About]:
    asked = {one.number: _hours_a_day(one) for one in view.active}
    if sum(asked.values()) > hours:
        yield About(tuple(one for one in view.active if asked[one.number]))


def more_hours(*, hours: float = 24) -> PlanRule:
    """The rule with fewer hours to give away.

    Args:
        hours: Hours that there are in a day for all that the goals ask for; those of sleep belong to it where a goal
            is about sleep.
    """
    return PlanRule(
        code="P009",
        name="more-hours",
        noticed="Together these goals ask for more hours than a day has.",
        ask="Which of these comes first on a day that is too short for all of them?",
        bad=(
            GoalSet(
                (
                    ProcessGoal("study for 10 hours a day"),
                    ProcessGoal("practise the piano 6 hours a day"),
                    ProcessGoal("rest", DurationTarget(at_least=9, measured_in=Period.HOUR, per=Period.DAY)),
                )
            ),
        ),
        good=(
            GoalSet(
                (
                    ProcessGoal("study for 4 hours a day"),
                    ProcessGoal(
                        "walk", FrequencyTarget(at_least=5, per=Period.WEEK, each=Amount.exactly(20, Period.MINUTE))
                    ),
                    ProcessGoal("rest", DurationTarget(at_least=9, measured_in=Period.HOUR, per=Period.DAY)),
                )
            ),
        ),
        source="goal-guide",
        page=__doc__,
        find=partial(_find, hours=hours),
    )


def _hours_a_day(view: GoalView) -> float:
    """Hours of a usual day that a goal asks for: by its targets, else by its words; 0 where it tells none."""
    if view.goal.targets:
        return max(map(_by_target, view.goal.targets))
    if view.reading is None or view.way < 0 or view.reading.duration is None:
        return 0
    often = view.reading.frequency
    if often is None:
        return _hours(view.reading.duration) * _a_day(1, view.reading.duration.per)
    return _hours(view.reading.duration) * _a_day(often.low, often.per, often.every)


def _by_target(target: object) -> float:
    match target:
        case DurationTarget(at_least=float() | int() as least, measured_in=Period() as unit, per=Period() as per):
            return least * DAYS_IN[unit] * 24 * _a_day(1, per)
        case FrequencyTarget(at_least=float() | int() as least, each=Amount() as each):
            return _hours(each) * _a_day(least, target.per, target.every)
        case _:
            return 0


def _hours(amount: Amount) -> float:
    """The length of an amount in hours; 0 where it is no time."""
    least = amount.high if amount.low is None else amount.low
    return (least or 0) * 24 * _LENGTHS.get(amount.unit or "", 0)


def _a_day(count: float | None, per: Period | None, every: int = 1) -> float:
    """How often so many times a period are in a day; 0 where that cannot be told."""
    return 0 if per is None or per not in DAYS_IN else (count or 0) / (DAYS_IN[per] * every)


_LENGTHS = {str(unit): days for unit, days in DAYS_IN.items()}
