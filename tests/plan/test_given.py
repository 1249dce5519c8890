"""Arguments of the wrong type are named wherever a plan is looked at."""

from datetime import date

import pytest

from therapygoals.errors import FieldError, FieldTypeError
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
    GoalProposed,
    Journal,
    Observed,
    agenda,
    done_list,
    load_questions,
    reviews_due,
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
