"""What users of other tools asked for, as far as time is concerned; each test is named after one of their wishes."""

from datetime import date, timedelta

import attrs
import pytest

from therapygoals.goals import (
    Actor,
    CountTarget,
    Decision,
    FrequencyTarget,
    Observation,
    OutcomeGoal,
    Ownership,
    Party,
    Period,
    ProcessGoal,
    Relation,
    RelationKind,
    ScaleTarget,
    Span,
)
from therapygoals.plan import (
    Answer,
    Cadence,
    CheckedIn,
    Formality,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    Outline,
    OutlineChanged,
    Reason,
    judge,
)

CLIENT, THERAPIST = Actor(Party.CLIENT, "c-17"), Actor(Party.THERAPIST, "t-3")
MONDAY = date(2026, 1, 5)
WALK = ProcessGoal("walk", FrequencyTarget(at_least=3, per=Period.WEEK, of=7), id="walk")
MOOD = OutcomeGoal("feel lighter", ScaleTarget(at_least=7, baseline=3), id="mood")


def day(number):
    return MONDAY + timedelta(days=number)


def when(id_, number, by=CLIENT):
    return {"id": id_, "on": day(number), "by": by}


def begun(goal, by=CLIENT):
    proposed = GoalProposed(**when(f"p-{goal.id}", 0, by), goal=goal)
    return Journal().record(proposed, GoalMoved(**when(f"a-{goal.id}", 0, by), goal=goal.id, to=GoalState.ACTIVE))


def days_of(goal, *numbers, miss=()):
    """A week's entries as somebody makes them: on each day, done or not."""
    seen = [Observation(day(number), goal=goal) for number in numbers]
    return [
        Observed(**when(f"{entry.status}-{entry.on}", (entry.on - MONDAY).days), observations=[entry])
        for entry in (*seen, *(Observation.missed(day(number), goal=goal) for number in miss))
    ]


def walked(journal, *weeks):
    """Walks on the first so many days of each week, and an entry that says so for the others."""
    for number, done in enumerate(weeks):
        first = 7 * number
        done_on, not_on = range(first, first + done), range(first + done, first + 7)
        journal = journal.record(*days_of("walk", *done_on, miss=not_on))
    return journal


def standing(journal, goal, number):
    return judge(journal.plan()[goal], on=day(number))


# 1: changing a target rewrites the past


def test_user_changes_a_target_and_keeps_the_score_of_the_past():
    journal = walked(begun(WALK), 3, 3)
    score = standing(journal, "walk", 13)
    more = attrs.evolve(WALK, targets=(FrequencyTarget(at_least=5, per=Period.WEEK, of=7),))
    later = days_of("walk", *range(14, 18), miss=range(18, 21))
    raised = journal.record(GoalRevised(**when("r", 14), goal=more), *later)
    assert standing(raised, "walk", 13) == score
    past, now = standing(raised, "walk", 20).stretches
    assert (past.progress.met, past.progress.targets[0].periods.met) == (True, 2)
    assert (now.progress.met, now.progress.targets[0].periods.unmet) == (False, 1)


def test_user_changes_how_often_and_old_days_are_not_turned_into_misses():
    journal = walked(begun(WALK), 3)
    daily = attrs.evolve(WALK, targets=(FrequencyTarget(at_least=1, per=Period.DAY),))
    told = standing(journal.record(GoalRevised(**when("r", 7), goal=daily)), "walk", 7)
    assert [stretch.progress.met for stretch in told.stretches] == [True, None]


# 2: a pause for illness or holiday


def test_user_pauses_for_a_holiday_and_loses_no_record():
    journal = walked(begun(WALK), 3, 3)
    away = GoalMoved(**when("h", 14), goal="walk", to=GoalState.ON_HOLD, reason=Reason.PAUSE, until=day(28))
    back = GoalMoved(**when("b", 28), goal="walk", to=GoalState.ACTIVE)
    again = journal.record(away, back, *days_of("walk", 28, 29, 30, miss=(31, 32, 33, 34)))
    told = standing(again, "walk", 34)
    assert (told.now.met, told.now.targets[0].periods.met, told.now.targets[0].periods.unmet) == (True, 3, 0)


def test_user_skips_a_day_and_it_is_no_miss():
    ill = [Observation.excused(day(number), goal="walk") for number in (3, 4, 5, 6)]
    journal = begun(WALK).record(*days_of("walk", 0, 1, miss=(2,)), Observed(**when("ill", 6), observations=ill))
    told = standing(journal, "walk", 6)
    assert (told.missed, told.excused) == (1, 4)
    assert told.now.targets[0].periods.unmet == 0


# 3: goals that reduce something


def test_user_reduces_something_and_it_starts_at_0_and_improves_downwards():
    attacks = OutcomeGoal("fewer attacks", CountTarget(at_most=1, baseline=5, per=Period.WEEK), id="attacks")
    journal, told = begun(attacks), []
    for week, number in enumerate((5, 4, 2, 1)):
        report = Observation(day(7 * week + 6), number, goal="attacks", covers=Period.WEEK)
        journal = journal.record(Observed(**when(f"w{week}", 7 * week + 6), observations=[report]))
        told.append(standing(journal, "attacks", 7 * week + 6).now.fraction)
    assert told == [0.0, 0.25, 0.75, 1.0]


# 4: missing data


def test_user_forgets_to_record_and_it_counts_neither_for_nor_against():
    journal = walked(begun(WALK), 3)
    silent = standing(journal, "walk", 60)
    assert (silent.now.met, silent.missed, silent.now.targets[0].periods.counted) == (True, 4, 1)


def test_user_finds_an_old_entry_of_zero_and_the_score_does_not_jump():
    old = Observation(day(-300), 0, goal="walk")
    journal = walked(begun(WALK), 2)
    late = journal.record(Observed(**when("old", 8), observations=[old]))
    assert standing(late, "walk", 8).now == standing(journal, "walk", 8).now
    assert [one.entry for one in standing(late, "walk", 8).left_out] == [old]


# 6: who changed what


def test_user_sees_who_changed_what_and_when_and_why():
    easier = attrs.evolve(WALK, targets=(FrequencyTarget(at_least=2, per=Period.WEEK, of=7),))
    revised = GoalRevised(**when("r", 9, THERAPIST), goal=easier, reason=Reason.OVERWHELMED)
    planned = begun(WALK).record(revised).plan()["walk"]
    assert [str(change) for change in planned.diff(1, 2)] == ["targets[0].at_least: 3 -> 2"]
    assert (planned.version.by, planned.version.since, planned.version.reason) == (THERAPIST, day(9), "overwhelmed")


# 7: steps on the way


def test_user_links_steps_to_a_goal_and_ending_a_step_does_not_end_the_goal():
    step = attrs.evolve(WALK, relations=(Relation(RelationKind.SERVES, "mood"),))
    ended = GoalMoved(**when("e", 9), goal="walk", to=GoalState.COMPLETED, reason=Reason.ACHIEVED)
    proposed = GoalProposed(**when("p-walk", 0), goal=step)
    began = GoalMoved(**when("a-walk", 0), goal="walk", to=GoalState.ACTIVE)
    journal = begun(MOOD).record(proposed, began, ended)
    plan = journal.plan()
    assert [goal.id for goal in plan.goal_set.serving("mood")] == ["walk"]
    assert (plan["walk"].state, plan["mood"].state) == (GoalState.COMPLETED, GoalState.ACTIVE)
    assert standing(journal, "mood", 20).now.fraction is None


# 8: goals of one's own beside those of the plan


def test_client_has_goals_of_their_own_and_may_reshape_those_of_the_therapist():
    theirs = attrs.evolve(MOOD, ownership=Ownership(worded_by=THERAPIST))
    plain = attrs.evolve(theirs, statement="laugh at dinner again")
    yes = {"goal": "mood", "decision": Decision.ACCEPT}
    journal = begun(theirs, by=THERAPIST).record(
        *begun(WALK).events,
        GoalRevised(**when("r", 3), goal=plain),
        GoalAnswered(**when("y1", 3), **yes),
        GoalAnswered(**when("y2", 4, THERAPIST), **yes),
    )
    plan = journal.plan()
    assert (plan["walk"].version.by, plan["mood"].version.by) == (CLIENT, CLIENT)
    assert (plan["mood"].is_agreed, str(plan["mood"].goal)) == (True, "laugh at dinner again")


# 9: goals and therapy sessions


def test_therapist_sees_which_session_a_goal_was_talked_about_in():
    talk = CheckedIn(
        **when("k", 7, THERAPIST),
        session="s-2",
        formality=Formality.FORMAL,
        answers=[Answer(question="how-close", goal="mood", rating=6)],
    )
    rated = Observation(day(7), 5, goal="mood", session="s-2")
    journal = begun(MOOD).record(talk, Observed(**when("o", 7), session="s-2", observations=[rated]))
    assert [event.session for event in journal.about("mood")] == [None, None, "s-2", "s-2"]
    assert journal.plan().sessions == ("s-2",)
    assert standing(journal, "mood", 7).now.fraction == 0.5


# 10: looked at regularly


def test_programme_says_from_the_start_how_often_a_plan_is_looked_at():
    cadence = Cadence(formal=Span(4, Period.WEEK))
    journal = Journal().record(OutlineChanged(**when("o", 0), outline=Outline(cadence=cadence)))
    assert journal.plan(on=day(100)).outline.cadence.formal.days == 28


# 11: no second box to fill in


def test_therapist_writes_one_line_and_fills_in_nothing_else():
    journal = Journal().record(GoalProposed(**when("p", 0), goal=OutcomeGoal("sleep better", id="sleep")))
    assert str(journal.plan()["sleep"]) == "sleep better (proposed since 2026-01-05)"
    assert str(standing(journal, "sleep", 30)) == "nothing to measure yet (version 1)"


# 14: a start that is the target


@pytest.mark.parametrize("value", [7, 9])
def test_user_starts_where_the_target_is_and_nothing_breaks(value):
    there = OutcomeGoal("stay well", ScaleTarget(at_least=7, baseline=7), id="mood")
    journal = begun(there).record(Observed(**when("o", 3), observations=[Observation(day(3), value, goal="mood")]))
    now = standing(journal, "mood", 3).now
    assert (now.met, now.targets[0].met_from_start) == (True, True)


# And what came before them all: nobody fails


def test_client_lets_go_of_what_no_longer_matters_and_keeps_what_was_gained():
    journal = walked(begun(WALK), 3)
    ended = GoalMoved(**when("e", 9), goal="walk", to=GoalState.CANCELLED, reason=Reason.NO_LONGER_MATTERS)
    planned = journal.record(ended).plan()["walk"]
    assert (planned.state, planned.reason) == (GoalState.CANCELLED, Reason.NO_LONGER_MATTERS)
    assert judge(planned, on=day(90)).now == standing(journal, "walk", 90).now
