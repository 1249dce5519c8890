"""Lines that type checkers read and nobody runs: what a review of a plan gives, and what it refuses."""

from datetime import date
from typing import assert_type

from therapygoals.goals import Goal, ProcessGoal
from therapygoals.plan import (
    Agenda,
    AgendaPart,
    Answer,
    Ask,
    ClosingSummary,
    Done,
    DueReview,
    Journal,
    Question,
    QuestionSet,
    Roadmap,
    RolledUp,
    Signal,
    agenda,
    closing_summary,
    done_list,
    questions,
    reviews_due,
    roadmap,
    roll_up,
    signals,
    to_maintenance,
)

day = date(2026, 1, 5)
journal = Journal()
plan = journal.plan()

assert_type(questions(), QuestionSet)
assert_type(questions()["checkin.week"], Question)
assert_type(questions()["checkin.week"].answer("fine"), Answer)
assert_type(reviews_due(plan, on=day), tuple[DueReview, ...])
assert_type(signals(plan, on=day), tuple[Signal, ...])
assert_type(agenda(journal, on=day), Agenda)
assert_type(agenda(plan, on=day).asks, tuple[Ask, ...])
assert_type(agenda(plan, on=day).of(AgendaPart.WIN)[0].goal, str | None)
assert_type(done_list(plan, on=day), tuple[Done, ...])
assert_type(closing_summary(plan, "calm", on=day), ClosingSummary)
assert_type(roadmap(plan, on=day), Roadmap)
assert_type(roll_up(plan, on=day), RolledUp)


def kept(goal: Goal) -> None:
    """What keeps a goal is a process goal."""
    assert_type(to_maintenance(goal, id="kept"), ProcessGoal)


# What both type checkers must refuse
reviews_due(plan)  # type: ignore[call-arg]
reviews_due(journal, on=day)  # type: ignore[arg-type]
signals(plan, on="2026-01-05")  # type: ignore[arg-type]
agenda([], on=day)  # type: ignore[arg-type]
roll_up(plan, on=day, rule="mean")  # type: ignore[arg-type]
