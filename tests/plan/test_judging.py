"""Progress over a journal: judged by the target in force on its day, pauses left out, the past left as it was."""

from datetime import MAXYEAR, date, timedelta

import attrs
import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    CountTarget,
    Decision,
    FrequencyTarget,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    ScaleTarget,
    Step,
    StreakTarget,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.plan import (
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    NotCounted,
    Observed,
    judge,
)

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
MONDAY = date(2026, 1, 5)
DAILY = FrequencyTarget(at_least=3, per=Period.WEEK, of=7)
MOOD = OutcomeGoal("feel lighter", ScaleTarget(at_least=8, baseline=2), id="g")


def day(number):
    return MONDAY + timedelta(days=number)


def when(number, id_=None):
    return {"id": id_ or f"e{number}", "on": day(number), "by": CLIENT}


def begun(goal, number=0):
    """A goal that both have said yes to on the day it was put forward."""
    both = (CLIENT, THERAPIST)
    yes = [GoalAnswered(id=f"yes-{by.role}", on=day(number), by=by, goal="g", decision=Decision.ACCEPT) for by in both]
    return Journal().record(GoalProposed(**when(number, "p"), goal=goal), *yes)


def seen(number, value=None, **facts):
    entry = Observation(day(number), value, goal="g", **facts)
    return Observed(**when(number, f"o{number}-{value}"), observations=[entry])


def missed(number):
    return Observed(**when(number, f"x{number}"), observations=[Observation.missed(day(number), goal="g")])


def held(number, id_=None):
    return GoalMoved(**when(number, id_ or f"h{number}"), goal="g", to=GoalState.ON_HOLD)


def active(number, id_=None):
    return GoalMoved(**when(number, id_ or f"a{number}"), goal="g", to=GoalState.ACTIVE)


def revised(number, **changed):
    return GoalRevised(**when(number, f"r{number}"), goal=attrs.evolve(MOOD, **changed))


def standing(journal, number):
    return judge(journal.plan()["g"], on=day(number))


# One target


def test_goal_without_entries_has_nothing_recorded_yet():
    told = standing(begun(MOOD), 3)
    assert (told.goal, told.state, told.on, told.version) == ("g", GoalState.PROPOSED, day(3), 1)
    assert str(told) == "nothing recorded yet, n = 0 (version 1)"


def test_standing_says_what_was_counted_and_which_version_judged_it():
    journal = begun(MOOD).record(active(0), seen(1, 3), missed(2), seen(3, 5), held(4), active(6))
    told = standing(journal, 9)
    assert (told.seen, told.missed, told.excused, told.unknown) == (2, 1, 2, 0)
    assert str(told) == "5 points, on the way, 50% of the way, n = 3 (version 1)"


def test_goal_without_targets_has_nothing_to_measure():
    told = standing(begun(OutcomeGoal("find out", id="g")).record(seen(1)), 3)
    assert (str(told), told.now.targets) == ("nothing to measure yet, n = 1 (version 1)", ())
    assert (told.seen, told.excused) == (1, 0)


def test_entries_about_days_before_the_goal_are_kept_and_judged_by_nothing():
    early = Observed(
        **when(5, "early"), observations=[Observation(day(0), 9, goal="g"), Observation(day(4), 4, goal="g")]
    )
    told = standing(begun(MOOD, 3).record(early), 9)
    assert (told.seen, told.now.targets[0].value) == (1, 4)
    assert [(one.why, one.entry.on) for one in told.left_out] == [(NotCounted.BEFORE_IT_WAS_THERE, day(0))]
    assert str(told).endswith("; kept and not counted: 1 before it was there")


def test_later_days_are_left_out():
    journal = begun(MOOD).record(active(1), seen(1, 3), seen(5, 8), revised(6, targets=ScaleTarget(at_least=9)))
    assert standing(journal, 4) == standing(begun(MOOD).record(active(1), seen(1, 3)), 4)


def test_goal_is_not_judged_before_it_was_put_forward():
    with pytest.raises(FieldError, match=r"^on must not lie before the day the goal was put forward \(2026-01-08\)"):
        standing(begun(MOOD, 3), 2)
    with pytest.raises(FieldTypeError, match=r"^on must be a datetime\.date"):
        judge(begun(MOOD).plan()["g"], on="2026-01-05")


# Other targets


def test_each_stretch_is_judged_by_the_target_of_its_days():
    journal = begun(MOOD).record(seen(1, 8), revised(7, targets=ScaleTarget(at_least=10, baseline=8)), seen(9, 9))
    told = standing(journal, 14)
    first, second = told.stretches
    assert (first.versions, first.since, first.until) == ((1,), day(0), day(7))
    assert (second.versions, second.since, second.until) == ((2,), day(7), None)
    assert [stretch.progress.met for stretch in told.stretches] == [True, False]
    assert [stretch.progress.fraction for stretch in told.stretches] == [1.0, 0.5]
    assert (told.now, told.version, told.seen) == (second.progress, 2, 2)


def test_new_wording_starts_nothing_anew():
    journal = begun(MOOD).record(seen(1, 5), revised(7, statement="feel brighter"), seen(9, 8))
    (stretch,) = standing(journal, 14).stretches
    assert (stretch.versions, stretch.progress.met, stretch.progress.targets[0].seen) == ((1, 2), True, 2)


def test_entry_of_the_day_of_a_change_stays_with_the_version_it_was_recorded_under():
    journal = begun(MOOD).record(seen(7, 8), revised(7, targets=YesNoTarget()), seen(7))
    assert journal.plan()["g"].judged_by == (1, 2)
    first, second = standing(journal, 9).stretches
    assert (first.progress.targets[0].value, second.progress.targets[0].value) == (8, 1)


def test_entry_recorded_late_is_judged_by_the_version_of_its_day():
    late = Observed(**when(9, "late"), observations=[Observation(day(2), 8, goal="g")])
    journal = begun(MOOD).record(revised(7, targets=YesNoTarget()), late)
    assert [stretch.progress.met for stretch in standing(journal, 9).stretches] == [True, None]


def test_goal_that_was_reshaped_twice_on_a_day_has_no_stretch_without_days():
    twice = revised(7, targets=YesNoTarget()), attrs.evolve(revised(7, targets=ScaleTarget(at_least=9)), id="r-again")
    told = standing(begun(MOOD).record(seen(1, 5), *twice), 9)
    assert [stretch.versions for stretch in told.stretches] == [(1,), (3,)]
    in_between = begun(MOOD).record(twice[0], seen(7), twice[1])
    assert [stretch.versions for stretch in standing(in_between, 9).stretches] == [(1,), (2,), (3,)]


def test_later_start_leaves_what_was_recorded_before_it_as_it_was():
    postponed = revised(7, time_frame=TimeFrame(start=day(14)))
    told = standing(begun(MOOD).record(seen(1, 5), postponed, seen(9, 6), seen(15, 8)), 20)
    assert [stretch.progress.targets[0].value for stretch in told.stretches] == [5, 8]


def test_start_that_has_passed_begins_no_new_stretch():
    told = standing(begun(MOOD).record(seen(1, 5), revised(7, time_frame=TimeFrame(start=day(-30)))), 9)
    assert [stretch.versions for stretch in told.stretches] == [(1, 2)]


def test_first_and_last_day_of_the_calendar_can_be_asked_about():
    facts = {"by": CLIENT}
    goal = attrs.evolve(MOOD, targets=(YesNoTarget(),))
    first = [
        GoalProposed(id="p", on=date.min, goal=MOOD, **facts),
        GoalMoved(id="yes", on=date.min, goal="g", to=GoalState.ACCEPTED, **facts),
        Observed(id="o", on=date.min, observations=[Observation(date.min, 5, goal="g")], **facts),
        GoalRevised(id="r", on=date.min, goal=goal, **facts),
        GoalMoved(id="a", on=date.max - timedelta(days=1), goal="g", to=GoalState.ACTIVE, **facts),
        GoalMoved(id="h", on=date.max, goal="g", to=GoalState.ON_HOLD, **facts),
    ]
    told = judge(Journal().record(*first).plan()["g"], on=date.max)
    assert (told.on.year, told.excused, len(told.stretches)) == (MAXYEAR, 1, 2)


# What goes on when a target changes

THREE = MilestoneTarget(count=3, noun="technique")


def reshaped(number, *targets, id_=None):
    return revised(number, targets=targets) if id_ is None else attrs.evolve(revised(number, targets=targets), id=id_)


def test_techniques_that_were_learned_stay_learned_when_more_are_wanted():
    learned = begun(attrs.evolve(MOOD, targets=THREE)).record(seen(1), seen(3))
    told = standing(learned.record(reshaped(7, MilestoneTarget(count=5, noun="technique")), seen(9)), 14)
    assert [stretch.progress.targets[0].value for stretch in told.stretches] == [2, 3]
    assert (told.seen, told.stretches[1].counts_from, told.beside) == (3, day(0), ())


def test_steps_that_were_done_stay_done_where_the_new_list_holds_them():
    call, write = Step("call Ann", day(2)), Step("write to Bo")
    first = MilestoneTarget(count=2, steps=(call, write))
    more = MilestoneTarget(count=3, steps=(Step("call Ann"), Step("write to Bo"), Step("ask Cy")))
    told = standing(begun(attrs.evolve(MOOD, targets=first)).record(reshaped(7, more)), 14)
    assert [stretch.progress.targets[0].value for stretch in told.stretches] == [1, 1]
    assert told.stretches[1].targets == (more,)


def test_what_was_reached_under_other_steps_is_named_and_not_counted():
    other = MilestoneTarget(count=4, noun="phone call")
    told = standing(begun(attrs.evolve(MOOD, targets=THREE)).record(seen(1), seen(3), reshaped(7, other)), 14)
    assert (told.now.targets[0].value, told.stretches[1].counts_from) == (None, day(7))
    assert told.beside == ("reached before, under version 1: 2 techniques",)
    assert str(told) == "nothing recorded yet, n = 0 (version 2); reached before, under version 1: 2 techniques"


def test_a_list_without_one_of_the_old_steps_keeps_only_the_steps_it_still_holds():
    old = MilestoneTarget(count=2, steps=(Step("call Ann", day(2)), Step("write to Bo", day(3))))
    new = MilestoneTarget(count=2, steps=(Step("call Ann"), Step("ask Cy")))
    told = standing(begun(attrs.evolve(MOOD, targets=old)).record(seen(1), reshaped(7, new)), 14)
    assert (told.now.targets[0].value, told.beside) == (1, ("reached before, under version 1: 2 steps",))


def test_steps_that_take_the_place_of_a_rating_begin_at_nothing():
    told = standing(
        begun(MOOD).record(seen(1, 5), reshaped(7, MilestoneTarget(count=2, steps=(Step("call Ann"),)))), 14
    )
    assert (told.now.targets[0].value, told.beside) == (None, ())


def test_run_of_days_goes_on_when_it_is_to_be_longer():
    run = begun(attrs.evolve(MOOD, targets=StreakTarget(length=3))).record(seen(4), seen(5), seen(6))
    told = standing(run.record(reshaped(7, StreakTarget(length=5)), seen(7), seen(8)), 9)
    assert [(stretch.progress.targets[0].value, stretch.progress.met) for stretch in told.stretches] == [
        (3, True),
        (5, True),
    ]
    by_weeks = standing(run.record(reshaped(7, StreakTarget(length=2, per=Period.WEEK))), 9)
    assert (by_weeks.now.met, by_weeks.beside) == (None, ("reached before, under version 1: 3 days in a row",))


def test_target_that_stays_goes_on_when_the_one_beside_it_changes():
    mood = ScaleTarget(at_least=8, baseline=2, key="mood")
    walks = [FrequencyTarget(at_least=times, per=Period.WEEK, of=7, key="walk") for times in (3, 5)]
    journal = begun(attrs.evolve(MOOD, targets=(mood, walks[0])))
    told = standing(journal.record(seen(1, 5, target="mood"), reshaped(9, mood, walks[1])), 14)
    assert (told.now.targets[0].value, told.now.targets[0].fraction) == (5, 0.5)
    assert told.now.targets[1].value is None


def test_later_start_begins_anew_though_the_target_stays():
    later = revised(7, targets=THREE, time_frame=TimeFrame(start=day(14)))
    told = standing(begun(attrs.evolve(MOOD, targets=THREE)).record(seen(1), later, seen(9), seen(15)), 20)
    assert told.now.targets[0].value == 1
    assert [(one.why, one.entry.on) for one in told.left_out] == [(NotCounted.BEFORE_ITS_FIRST_DAY, day(9))]


def test_week_in_which_the_target_changes_is_shown_and_held_against_neither():
    habit = begun(attrs.evolve(MOOD, targets=DAILY)).record(active(0))
    changed = reshaped(10, attrs.evolve(DAILY, at_least=6))
    journal = habit.record(*map(seen, (0, 1, 2, 7, 8)), missed(9), changed, *map(seen, (10, 11, 12)), missed(13))
    told = standing(journal, 20)
    assert [stretch.progress.targets[0].periods.counted for stretch in told.stretches] == [1, 0]
    (week,) = told.split
    assert (week.start, week.end, week.versions) == (day(7), day(13), (1, 2))
    assert (week.before.seen, week.before.missed, week.after.seen, week.after.missed) == (2, 1, 3, 1)
    assert str(told).endswith(
        "; not counted, 2026-01-12 to 2026-01-18: partly under version 1 (2 seen) and partly under version 2 (3 seen)"
    )
    assert standing(journal, 9).stretches[0].progress == told.stretches[0].progress


def test_nothing_is_split_by_a_change_on_a_monday_or_one_of_words_or_in_a_week_without_entries():
    habit = begun(attrs.evolve(MOOD, targets=DAILY)).record(active(0), seen(1))
    more = attrs.evolve(DAILY, at_least=6)
    for change in (reshaped(7, more), revised(9, targets=DAILY, statement="feel brighter"), reshaped(17, more)):
        told = sorted((seen(8), change), key=lambda event: event.on)
        assert standing(habit.record(*told), 20).split == ()


def test_week_that_became_days_and_a_count_of_events_are_split_too():
    attacks = CountTarget(at_most=1, baseline=5, per=Period.WEEK)
    journal = begun(attrs.evolve(MOOD, targets=attacks)).record(seen(7, 2))
    (week,) = standing(journal.record(reshaped(9, FrequencyTarget(at_least=1, per=Period.DAY)), seen(9)), 20).split
    assert (week.before.occasions, week.after) == (2, None)
    assert str(week).endswith("partly under version 1 (1 seen) and partly under version 2 (0 seen)")


# Days on which nobody worked on it


def test_what_is_missed_after_the_end_is_kept_and_lowers_nothing():
    habit = begun(ProcessGoal("walk", DAILY, id="g")).record(
        active(0), *map(seen, (0, 1, 2)), *map(missed, range(3, 7))
    )
    ended = habit.record(GoalMoved(**when(7, "end"), goal="g", to=GoalState.COMPLETED))
    after = ended.record(seen(7), *map(missed, range(8, 14)))
    told = standing(after, 20)
    assert (told.now.met, told.now.targets[0].periods.unmet, told.missed) == (True, 0, 4)
    assert [one.why for one in told.left_out] == [NotCounted.AFTER_THE_END] * 6
    assert str(told).endswith("; kept and not counted: 6 after the end")


def test_what_is_missed_before_anybody_agreed_is_kept_and_lowers_nothing():
    proposed = Journal().record(GoalProposed(**when(0, "p"), goal=ProcessGoal("walk", DAILY, id="g")))
    early = proposed.record(*map(missed, range(7)))
    assert (standing(early, 6).now.met, standing(early, 6).missed) == (None, 0)
    later = early.record(active(7), *map(seen, (7, 8, 9)))
    told = standing(later, 13)
    assert (told.now.met, told.now.targets[0].periods.unmet) == (True, 0)
    assert str(told).endswith("; kept and not counted: 7 before it was agreed")


def test_one_yes_is_not_enough_and_one_that_was_taken_back_does_not_count():
    yes = {"goal": "g", "decision": Decision.ACCEPT}
    first = GoalAnswered(id="y1", on=day(1), by=CLIENT, **yes)
    back = GoalAnswered(id="back", on=day(2), by=CLIENT, goal="g", decision=Decision.WITHDRAW)
    other = GoalAnswered(id="y2", on=day(3), by=THERAPIST, **yes)
    again = GoalAnswered(id="y3", on=day(5), by=CLIENT, **yes)
    proposed = Journal().record(GoalProposed(**when(0, "p"), goal=MOOD), first, back, other)
    ratings = [seen(number, 5) for number in (1, 3, 4, 5)]
    assert standing(proposed.record(*ratings), 9).seen == 0
    assert standing(proposed.record(*ratings, again), 9).seen == 1


def test_yes_to_an_older_version_is_no_yes_to_the_new_one():
    yes = [
        GoalAnswered(id=f"y{number}", on=day(4), by=by, goal="g", decision=Decision.ACCEPT, version=number)
        for number, by in ((1, CLIENT), (2, THERAPIST))
    ]
    journal = Journal().record(GoalProposed(**when(0, "p"), goal=MOOD), revised(2, statement="feel well"), *yes)
    assert standing(journal.record(seen(5, 5)), 9).seen == 0


@pytest.mark.parametrize(
    ("moves", "why"),
    [
        ([GoalState.REJECTED], NotCounted.BEFORE_IT_WAS_AGREED),
        ([GoalState.PLANNED], NotCounted.BEFORE_IT_WAS_BEGUN),
        ([GoalState.PLANNED, GoalState.ON_HOLD], NotCounted.WHILE_ON_HOLD),
        ([GoalState.CANCELLED], NotCounted.AFTER_THE_END),
        ([GoalState.CANCELLED, GoalState.PROPOSED], NotCounted.BEFORE_IT_WAS_AGREED),
    ],
)
def test_reason_is_the_state_of_the_day(moves, why):
    proposed = Journal().record(GoalProposed(**when(0, "p"), goal=MOOD))
    moved = [GoalMoved(**when(1, f"m{place}"), goal="g", to=to) for place, to in enumerate(moves)]
    told = standing(proposed.record(*moved, seen(3, 5)), 5)
    assert ([one.why for one in told.left_out], told.seen) == ([why], 0)


# Pauses


def test_days_on_hold_leave_the_count_whatever_was_recorded_on_them():
    habit = begun(ProcessGoal("walk", DAILY, id="g")).record(active(0))
    week = [seen(0), seen(1), seen(2), missed(3)]
    pause = [held(7), *(missed(number) for number in range(8, 14)), active(14)]
    back = [seen(14), seen(15), seen(16)]
    told = standing(habit.record(*week, *pause, *back), 20)
    assert (told.now.met, told.missed, told.excused) == (True, 1, 7)
    assert (told.now.targets[0].periods.met, told.now.targets[0].periods.unmet) == (2, 0)


def test_what_was_recorded_on_the_first_day_of_a_pause_counts():
    for order in ([seen(3, 6), held(3)], [held(3), seen(3, 6)]):
        told = standing(begun(MOOD).record(active(0), *order), 5)
        assert (told.now.targets[0].value, told.excused) == (6, 2)


def test_day_of_return_counts():
    told = standing(begun(MOOD).record(active(0), held(3), active(5), seen(5, 6)), 5)
    assert (told.now.targets[0].value, told.excused) == (6, 2)


def test_pause_spans_a_change_of_target():
    journal = begun(MOOD).record(active(0), held(3), revised(5, targets=YesNoTarget()), active(8))
    assert [stretch.progress.targets[0].excused for stretch in standing(journal, 20).stretches] == [2, 3]


def test_report_of_a_week_counts_though_it_was_made_in_a_pause_that_began_in_that_week():
    habit = begun(ProcessGoal("walk", DAILY, id="g")).record(active(0), held(4))
    week = seen(6, 3, covers=Period.WEEK)
    told = standing(habit.record(week), 20)
    assert (told.seen, told.left_out, told.now.met, told.now.targets[0].value) == (1, (), True, 3)
    few = standing(habit.record(seen(6, 2, covers=Period.WEEK)), 6).now.targets[0].periods
    assert (few.unmet, few.excused) == (0, 1)
    within = standing(habit.record(seen(13, 3, covers=Period.WEEK)), 20)
    assert [one.why for one in within.left_out] == [NotCounted.WHILE_ON_HOLD]


def test_pause_is_no_therapy_session_that_was_excused():
    pairs = FrequencyTarget(at_least=2, per=Period.SESSION, every=2)
    habit = begun(ProcessGoal("speak first", pairs, id="g")).record(active(0))
    sessions = [seen(0, session="s1"), seen(9, session="s2")]
    without = habit.record(*sessions)
    paused = habit.record(sessions[0], held(2), active(7), sessions[1])
    assert standing(paused, 20).now.met is standing(without, 20).now.met is True


def test_pause_counts_once_for_each_target_by_days():
    two = attrs.evolve(MOOD, targets=(ScaleTarget(at_least=8, key="a"), ScaleTarget(at_least=5, key="b")))
    told = standing(begun(two).record(active(0), held(3), active(5)), 9)
    assert [target.excused for target in told.now.targets] == [2, 2]


# Ends


def test_ended_goal_keeps_what_was_gained():
    walk = ProcessGoal("learn three techniques", MilestoneTarget(count=3, noun="technique"), id="g")
    gained = begun(walk).record(active(0), seen(1), seen(2))
    ended = gained.record(GoalMoved(**when(9, "end"), goal="g", to=GoalState.CANCELLED))
    assert standing(ended, 30).now == standing(gained, 30).now
    assert (standing(ended, 30).state, standing(ended, 8).state) == (GoalState.CANCELLED, GoalState.ACTIVE)


def test_fewer_is_more_for_a_goal_that_reduces():
    attacks = CountTarget(at_most=1, baseline=5, per=Period.WEEK)
    journal = begun(OutcomeGoal("fewer attacks", attacks, id="g"))
    weeks = [seen(7 * week, count, covers=Period.WEEK) for week, count in enumerate((5, 3, 1))]
    fractions = [standing(journal.record(*weeks[: week + 1]), 7 * week + 6).now.fraction for week in range(3)]
    assert fractions == [0.0, 0.5, 1.0]
