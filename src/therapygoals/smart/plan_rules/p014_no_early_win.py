"""P014 no-early-win: nothing in the plan is short or small enough to be reached soon.

Why it matters: baby steps are steps, and something reached early shows that it is worth going on. What counts as soon
is a judgement: six weeks.
When to leave it: there has been something to be glad of lately, even if nobody wrote it down.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from therapygoals.goals import (
    Deadline,
    ExplorationTarget,
    FrequencyTarget,
    GoalSet,
    MilestoneTarget,
    OutcomeGoal,
    Period,
    ProcessGoal,
    Span,
    StreakTarget,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["no_early_win"]

_SMALL = MilestoneTarget | YesNoTarget | StreakTarget | ExplorationTarget | FrequencyTarget
"""Targets that are reached step by step, at once, or week by week."""


def _find(view: PlanView, *, soon: Span) -> Iterator[About]:
    days = _length(soon)
    since = None if view.on is None else view.on - timedelta(days=min(days, view.on.toordinal() - 1))
    won = view.plan is not None and any(since is None or win.on >= since for win in view.plan.wins)
    if view.goals and not won and not any(_is_near(one, view, days) or _is_small(one) for one in view.goals):
        yield About(view.goals)


def no_early_win(*, soon: Span = Span(6, Period.WEEK)) -> PlanRule:  # noqa: B008 - a span is frozen
    """The rule with another length of time.

    Args:
        soon: How soon is soon, by the calendar; therapy sessions are taken as weeks.
    """
    return PlanRule(
        code="P014",
        name="no-early-win",
        noticed="Nothing here can be reached within the next few weeks yet.",
        ask="What is the smallest step you would be glad of soon?",
        bad=(
            GoalSet((OutcomeGoal("be at ease in a crowd within two years"),)),
            GoalSet((OutcomeGoal("be at ease in a crowd", time_frame=TimeFrame(span=Span(1, Period.YEAR))),)),
        ),
        good=(
            GoalSet((OutcomeGoal("be at ease in a crowd within four weeks"),)),
            GoalSet((OutcomeGoal("be at ease in a crowd within two years"), ProcessGoal("say hello to a neighbour"))),
            GoalSet((OutcomeGoal("be at ease in a crowd", MilestoneTarget(count=3, noun="outing")),)),
        ),
        source="goal-guide",
        page=__doc__,
        find=partial(_find, soon=soon),
    )


def _is_near(one: GoalView, view: PlanView, days: float) -> bool:
    """Whether its end is near: by its time frame, else by its words."""
    frame = one.goal.time_frame
    if frame.sessions is not None:
        return frame.sessions * 7 <= days
    if frame.span is not None:
        return _length(frame.span) <= days
    if frame.due is not None:
        return view.on is None or (frame.due - view.on).days <= days
    return one.reading is not None and one.reading.deadline is not None and _is_soon(one.reading.deadline, view, days)


def _is_soon(deadline: Deadline, view: PlanView, days: float) -> bool:
    if deadline.span is not None:
        return _length(deadline.span) <= days
    due = None if view.on is None else deadline.due(view.on)
    return view.on is None or due is None or (due - view.on).days <= days


def _length(span: Span) -> float:
    """Days of a span, a therapy session or meeting being taken as a week."""
    return span.count * 7 if span.days is None else span.days


def _is_small(one: GoalView) -> bool:
    """Whether it is done in steps, or again and again, so that the first time is soon."""
    return one.is_process or any(isinstance(target, _SMALL) for target in one.goal.targets)
