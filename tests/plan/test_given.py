"""Arguments of the wrong type are named wherever a plan is looked at."""

from datetime import date

import pytest

from therapygoals.errors import EventError, FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    FrequencyTarget,
    GoalSet,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
)
from therapygoals.plan import (
    Answer,
    CheckedIn,
    GoalMoved,
    GoalProposed,
    GoalState,
    Journal,
    Observed,
    agenda,
    closing_summary,
    done_list,
    load_questions,
    reviews_due,
    roadmap,
    roll_up,
    signals,
)
from therapygoals.smart import check_plan
from therapygoals.smart.plan_rules.p011_many_at_once import many_at_once

DAY = date(2026, 1, 5)
CLIENT = Actor(Party.CLIENT)
JOURNAL = Journal().record(GoalProposed(id="p", on=DAY, by=CLIENT, goal=OutcomeGoal("be calm", id="calm")))
PLAN = JOURNAL.plan()


@pytest.mark.parametrize(
    ("look", "field"),
    [
        (lambda: agenda(JOURNAL, on=DAY, rule=3), "rule"),
        (lambda: agenda(JOURNAL, on=DAY, session=3), "session"),
        (lambda: agenda(JOURNAL, on=DAY, questions="x"), "questions"),
        (lambda: agenda(JOURNAL, on=DAY, releases=None), "releases"),
        (lambda: signals(PLAN, on=DAY, rule=3), "rule"),
        (lambda: signals(PLAN, on=DAY, questions=3), "questions"),
        (lambda: reviews_due(PLAN, on=DAY, session=3), "session"),
        (lambda: reviews_due(PLAN, on=DAY, questions=3), "questions"),
        (lambda: load_questions(None), "path"),
        (lambda: many_at_once(most="3"), "most"),
        (lambda: many_at_once(most=True), "most"),
    ],
)
def test_argument_of_the_wrong_type_is_named(look, field):
    with pytest.raises(FieldTypeError, match=f"^{field} must be an? "):
        look()


def test_no_plan_has_less_than_one_goal_at_once():
    with pytest.raises(FieldError, match=r"^most must be at least 1 \(got 0\)$"):
        many_at_once(most=0)
    assert check_plan(GoalSet(())).findings == ()


def test_ceiling_that_was_kept_is_something_done():
    phone = ProcessGoal("no phone in bed", FrequencyTarget(at_most=1, per=Period.WEEK, of=7), id="phone")
    entries = [Observation.missed(date(2026, 1, number), goal="phone") for number in range(5, 12)]
    kept = Observed(id="o", on=date(2026, 1, 11), by=CLIENT, observations=entries)
    journal = Journal().record(GoalProposed(id="p", on=DAY, by=CLIENT, goal=phone), kept)
    (done,) = done_list(journal.plan(), on=date(2026, 1, 11))
    assert str(done).endswith("“no phone in bed”: kept track of 7 times")


@pytest.mark.parametrize(
    "look",
    [
        lambda plan, day: roadmap(plan, on=day),
        lambda plan, day: roll_up(plan, on=day),
        lambda plan, day: closing_summary(plan, "calm", on=day),
    ],
    ids=["roadmap", "roll-up", "closing"],
)
def test_plan_of_all_days_is_not_told_as_of_a_day_before_its_newest_event(look):
    later = GoalMoved(id="m", on=date(2026, 6, 1), by=CLIENT, goal="calm", to=GoalState.ACTIVE)
    journal = JOURNAL.record(later)
    with pytest.raises(FieldError, match=r"^on must not lie before the newest event \(2026-06-01\); ask the journal"):
        look(journal.plan(), DAY)
    assert str(look(journal.plan(on=DAY), DAY))


def test_unknown_goal_is_named_where_it_stands():
    answer = Answer(question="review.felt", goal="clam", text="better")
    with pytest.raises(EventError, match=r"^CheckedIn\.answers\[0\]\.goal must be one of those put forward by then"):
        JOURNAL.record(CheckedIn(id="c", on=DAY, by=CLIENT, answers=[answer]))
    entries = [Observation(DAY, goal="calm"), Observation(DAY, goal="clam")]
    with pytest.raises(EventError, match=r"^Observed\.observations\[1\]\.goal must be one of those put forward"):
        JOURNAL.record(Observed(id="o", on=DAY, by=CLIENT, observations=entries))
