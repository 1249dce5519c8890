"""One report of a journal: what can be told is told, and what cannot says why."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from therapygoals import progress, testing
from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import (
    Actor,
    CountTarget,
    Direction,
    DurationTarget,
    FrequencyTarget,
    GasTarget,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    QuantityTarget,
    Scale,
    ScaleTarget,
)
from therapygoals.plan import CheckedIn, GoalMoved, GoalProposed, GoalRevised, GoalState, Journal, Observed, Reason
from therapygoals.progress import (
    ChangeCriteria,
    CoursePoint,
    ExpectedCourse,
    Norms,
    Shift,
    Threshold,
    Track,
    Travel,
    Undefined,
    report,
)

START = date(2026, 3, 2)
"""A Monday."""
ASKED = date(2026, 3, 30)
RUTH, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)


def day(number):
    return START + timedelta(days=number)


class Told:
    """A journal that is written event by event."""

    def __init__(self):
        self.journal = Journal()

    def record(self, kind, on, **facts):
        count = len(self.journal.entries) + 1
        self.journal = self.journal.record(kind(id=f"e{count}", on=on, by=RUTH, **facts))
        return self

    def moved(self, goal, to, on, **facts):
        return self.record(GoalMoved, on, goal=goal, to=to, **facts)

    def begun(self, goal, *, on=START, put_forward=None):
        self.record(GoalProposed, put_forward or on, goal=goal)
        return self.moved(goal.id, GoalState.ACCEPTED, on).moved(goal.id, GoalState.ACTIVE, on)

    def saw(self, *entries, on=ASKED):
        return self.record(Observed, on, observations=entries)

    def report(self, *, on=ASKED, **facts):
        return report(self.journal, on=on, **facts)


def rated(goal, values, *, first=0, every=7, by=None):
    return [Observation(day(first + every * n), value, goal=goal, by=by) for n, value in enumerate(values)]


def the_only(told, goal):
    (target,) = told[goal].targets
    return target


def calm(**facts):
    return OutcomeGoal("Feel calmer", [ScaleTarget(at_least=7, scale=Scale(), **facts)], id="calm")


def walk(**facts):
    wanted = {"at_least": 1, "per": Period.DAY} | facts
    return ProcessGoal("Walk", [FrequencyTarget(**wanted)], id="walk")


# What is told of numbers


def test_rating_is_followed_from_its_baseline():
    told = Told().begun(calm(baseline=3)).saw(*rated("calm", [3, 4, 5, 6])).report()
    target = the_only(told, "calm")
    assert target.percent.raw == 75
    assert target.travel.travel is Travel.NOT_CLEAR  # four values can say nothing else
    assert target.travel.slope_per_week == pytest.approx(1)
    assert target.line.slope_per_week == pytest.approx(1)
    assert target.progress.value == 6


def test_first_of_several_values_stands_for_a_baseline_that_nobody_agreed():
    target = the_only(Told().begun(calm()).saw(*rated("calm", [5, 5, 6])).report(), "calm")
    assert target.percent.raw == 50


def test_single_value_is_no_start_and_an_end():
    target = the_only(Told().begun(calm()).saw(*rated("calm", [5])).report(), "calm")
    assert target.percent == Undefined("no baseline was agreed, and one value is not a start and an end")


def test_what_was_recorded_before_the_goal_was_begun_is_the_earlier_phase():
    cigarettes = OutcomeGoal("Smoke less", [QuantityTarget(noun="cigarette", at_most=5)], id="smoke")
    told = Told().begun(cigarettes, on=day(14), put_forward=START)
    told.saw(*rated("smoke", [20, 18, 16, 8, 6], every=6))
    target = the_only(told.report(), "smoke")
    assert target.nap.estimate == 1
    assert (target.nap.n_before, target.nap.n_after) == (3, 2)
    assert target.obtained.estimate == pytest.approx(100 * (7 - 18) / (5 - 18))


def test_goal_that_was_only_put_forward_has_no_phases():
    told = Told().record(GoalProposed, START, goal=calm()).saw(*rated("calm", [3, 4]))
    target = the_only(told.report(), "calm")
    assert target.nap == target.obtained == Undefined("the goal has not been begun")


def test_values_of_an_earlier_version_count_along_where_they_measure_the_same():
    told = Told().begun(calm()).saw(*rated("calm", [3, 4]), on=day(8))
    told.record(
        GoalRevised, day(10), goal=OutcomeGoal("Feel calmer", [ScaleTarget(at_least=8, scale=Scale())], id="calm")
    )
    told.saw(*rated("calm", [5, 6], first=14))
    target = the_only(told.report(), "calm")
    assert (target.travel.n, target.left_out, target.version) == (4, 0, 2)


def test_values_of_another_scale_are_left_out_and_counted():
    told = Told().begun(calm()).saw(*rated("calm", [3, 4]), on=day(8))
    other = OutcomeGoal("Feel calmer", [ScaleTarget(at_least=80, scale=Scale(high=100))], id="calm")
    told.record(GoalRevised, day(10), goal=other).saw(*rated("calm", [50, 60], first=14))
    target = the_only(told.report(), "calm")
    assert (target.travel.n, target.left_out) == (2, 2)


def test_days_on_hold_and_days_after_the_end_leave_every_figure():
    told = Told().begun(calm(baseline=2)).saw(*rated("calm", [3, 4]), on=day(8))
    told.moved("calm", GoalState.ON_HOLD, day(9)).saw(*rated("calm", [0], first=10), on=day(11))
    told.moved("calm", GoalState.ACTIVE, day(14)).saw(*rated("calm", [5], first=15), on=day(16))
    told.moved("calm", GoalState.COMPLETED, day(20), reason=Reason.ACHIEVED).saw(*rated("calm", [1], first=22))
    target = the_only(told.report(), "calm")
    assert (target.travel.n, target.left_out) == (3, 2)
    assert (target.percent.raw, target.progress.value) == (60, 5)
    assert "5 points, on the way, 60% of the way, n = 3; 2 entries left out" in told.report().to_text()


def test_counts_are_followed_by_their_full_periods():
    attacks = OutcomeGoal("Fewer panic attacks", [CountTarget(at_most=1, per=Period.WEEK)], id="panic")
    weekly = [Observation(day(7 * n), value, goal="panic", covers=Period.WEEK) for n, value in enumerate([5, 4, 2, 1])]
    target = the_only(Told().begun(attacks).saw(*weekly).report(), "panic")
    assert target.percent.raw == 100
    assert target.travel.slope_per_week == pytest.approx(-17 / 12)  # the middle of -1, -1, -4/3, -3/2, -3/2, -2


def test_week_of_five_days_is_told_by_five_and_the_rest_is_counted():
    lunch = ProcessGoal("Eat away from my desk", [FrequencyTarget(at_least=3, per=Period.WEEK, of=5)], id="lunch")
    done = [Observation(day(n), goal="lunch") for n in (0, 1, 2, 7, 8, 9, 10, 14)]
    not_done = [Observation.missed(day(n), goal="lunch") for n in (3, 4, 11)]
    target = the_only(Told().begun(lunch).saw(*done, *not_done).report(), "lunch")
    assert (target.travel.n, target.travel.slope_per_week, target.untold) == (2, 1, 1)


def test_week_that_is_not_fully_recorded_is_counted_and_told():
    attacks = OutcomeGoal("Fewer panic attacks", [CountTarget(at_most=1, baseline=5, per=Period.WEEK)], id="panic")
    week = Observation(START, 4, goal="panic", covers=Period.WEEK)
    told = Told().begun(attacks).saw(week, Observation(day(8), 1, goal="panic"))
    assert the_only(told.report(), "panic").untold == 1
    assert "; 1 not fully told" in told.report().to_text()


def test_count_without_a_period_is_what_each_entry_tells():
    attacks = OutcomeGoal("Fewer panic attacks", [CountTarget(towards=Direction.DECREASE)], id="panic")
    target = the_only(
        Told().begun(attacks).saw(*rated("panic", [5, 4]), Observation.missed(day(20), goal="panic")).report(), "panic"
    )
    assert (target.travel.n, target.percent) == (3, Undefined("no number to get to has been agreed"))


def test_band_and_steps_have_no_way_that_is_better():
    sleep = OutcomeGoal("Sleep well", [DurationTarget(at_least=7, at_most=9, measured_in=Period.HOUR)], id="sleep")
    steps = ProcessGoal("Tidy the flat", [MilestoneTarget(count=3)], id="tidy")
    told = Told().begun(sleep).begun(steps).saw(*rated("sleep", [6, 7]), *rated("tidy", [1])).report()
    assert the_only(told, "sleep").travel.reason.startswith("no one way is better")
    assert the_only(told, "tidy").travel.reason.startswith("it is done or not done")


# What a caller brings


def test_threshold_tells_whether_a_change_matters_and_whether_it_has_come_to_a_stand():
    told = (
        Told()
        .begun(calm(baseline=2))
        .saw(*rated("calm", [3, 3, 3, 4], every=2))
        .report(thresholds={"calm": Threshold(2, "agreed with Ruth")}, stall_window=2)
    )
    target = the_only(told, "calm")
    assert target.important_change.shift is Shift.BETTER
    assert target.stall.stalled is True


def test_norms_tell_whether_a_change_is_reliable():
    phq = OutcomeGoal("Less low", [ScaleTarget(at_most=4, scale=Scale(high=27, instrument="PHQ-9"))], id="phq")
    criteria = ChangeCriteria(direction=Direction.DECREASE, reliability=0.84, before=Norms(17, 6.1))
    told = Told().begun(phq).saw(*rated("phq", [20, 9])).report(criteria={"phq": criteria})
    change = the_only(told, "phq").reliable_change
    assert change.index == pytest.approx((9 - 20) / (math.sqrt(2) * 6.1 * math.sqrt(0.16)))
    assert change.shift is Shift.BETTER


def test_course_is_counted_in_weeks_from_the_beginning():
    course = ExpectedCourse([CoursePoint(0, 3, sd=1), CoursePoint(4, 7, sd=1)], "our own clients")
    told = Told().begun(calm()).saw(*rated("calm", [3, 3, 3])).report(courses={"calm": course})
    track = the_only(told, "calm").track
    assert (track.expected, track.track) == (5, Track.NOT_ON_TRACK)


def test_course_needs_a_beginning_and_a_value():
    course = ExpectedCourse([CoursePoint(0, 3, sd=1)], "our own clients")
    put_forward = Told().record(GoalProposed, START, goal=calm()).saw(*rated("calm", [3]))
    assert the_only(put_forward.report(courses={"calm": course}), "calm").track == Undefined(
        "the goal has not been begun"
    )
    begun = Told().begun(calm()).report(courses={"calm": course})
    assert the_only(begun, "calm").track == Undefined("nothing has been recorded yet that tells its number")


def test_criteria_of_the_other_direction_are_refused():
    up = ChangeCriteria(direction=Direction.INCREASE, reliability=0.84, before=Norms(17, 6.1))
    smoke = OutcomeGoal("Smoke less", [QuantityTarget(noun="cigarette", at_most=5)], id="smoke")
    with pytest.raises(FieldError, match="must have the direction of the target"):
        Told().begun(smoke).saw(*rated("smoke", [20, 9])).report(criteria={"smoke": up})


def test_what_is_easy_to_misread_says_so_beside_the_figure():
    told = Told().begun(calm(), on=day(14), put_forward=START).saw(*rated("calm", [8, 9, 9, 10, 9], every=5)).report()
    told_of = {figure.figure: figure for figure in told.figures}
    assert told_of["goal obtained"].value < 0
    assert "getting still better counts as negative" in told_of["goal obtained"].caution
    assert "take care: the earlier phase is past the goal" in told.to_text()
    assert "take care" in told.to_markdown()


def test_quota_has_no_single_number_on_a_line():
    told = Told().begun(walk(baseline=0)).saw(*(Observation(day(n), goal="walk") for n in range(3)), on=day(3))
    assert the_only(told.report(on=day(3)), "walk").percent.reason.startswith("a quota is held against each period")


def test_shares_are_told_in_percent_with_the_number_they_rest_on():
    told = Told().begun(walk()).saw(*(Observation(day(n), goal="walk") for n in (0, 1, 4)), on=day(5))
    text = told.report(on=day(6)).to_text()
    assert "done of what was recorded 100 % (n = 3); done of all that was planned 50 % (n = 6)" in text


def test_nothing_recorded_since_the_beginning_is_a_reason_of_its_own():
    told = Told().begun(calm(baseline=3), on=day(14), put_forward=START).saw(*rated("calm", [3], first=2), on=day(14))
    assert the_only(told.report(), "calm").nap == Undefined("nothing has been recorded since the goal was begun")


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"thresholds": {"clam": Threshold(1, "x")}}, UnknownNameError),
        ({"thresholds": {"calm": 2}}, FieldTypeError),
        ({"criteria": [1]}, FieldTypeError),
        ({"rater": "client"}, FieldTypeError),
        ({"level": 95}, FieldError),
        ({"rho": 2}, FieldError),
    ],
)
def test_what_does_not_fit_is_refused(facts, error):
    with pytest.raises(error):
        Told().begun(calm()).report(**facts)


def test_only_a_journal_can_be_reported_on():
    with pytest.raises(FieldTypeError, match="journal"):
        report(Told().journal.plan(), on=ASKED)


def test_unknown_goal_is_named_with_those_there_are():
    with pytest.raises(UnknownNameError, match="calm"):
        Told().begun(calm()).report()["clam"]
    with pytest.raises(UnknownNameError, match="no goals"):
        Told().report()["calm"]


def test_targets_of_one_goal_are_told_apart_by_their_keys():
    goal = OutcomeGoal(
        "Sleep better",
        [
            QuantityTarget(noun="waking", at_most=1, key="wakings"),
            ScaleTarget(at_least=7, scale=Scale(), key="rested"),
        ],
        id="sleep",
    )
    told = Told().begun(goal)
    told.saw(*(Observation(day(n), n, goal="sleep", target=key) for n in (3, 5) for key in ("wakings", "rested")))
    wakings, rested = told.report(thresholds={"sleep/rested": Threshold(2, "agreed")})["sleep"].targets
    assert (wakings.name, rested.name) == ("sleep/wakings", "sleep/rested")
    assert (rested.important_change.shift, wakings.important_change.reason) == (
        Shift.BETTER,
        "no threshold was given for it",
    )
    assert rested.travel.n == 2


# Whose ratings


def test_ratings_of_client_and_therapist_are_kept_apart_and_compared():
    told = (
        Told()
        .begun(calm(baseline=2))
        .saw(
            *rated("calm", [4, 5, 6], by=RUTH),
            *rated("calm", [4, 7, 7], by=THERAPIST),
            *rated("calm", [6], first=20, by=RUTH),
        )
    )
    ours, theirs = (the_only(told.report(rater=rater), "calm") for rater in (Party.CLIENT, Party.THERAPIST))
    assert (ours.percent.raw, theirs.percent.raw) == (80, 100)
    assert (ours.progress.value, theirs.progress.value) == (6, 7)
    assert (ours.agreement.n, ours.agreement.dropped) == (3, 1)
    assert ours.agreement.exact == pytest.approx(1 / 3)
    assert theirs.agreement == ours.agreement


def test_ratings_of_either_while_it_rested_are_no_part_of_the_agreement():
    both = [*rated("calm", [4], by=RUTH), *rated("calm", [4], by=THERAPIST)]
    told = Told().begun(calm()).saw(*both, on=day(1)).moved("calm", GoalState.ON_HOLD, day(2))
    rested = [*rated("calm", [2], first=3, by=RUTH), *rated("calm", [9], first=3, by=THERAPIST)]
    told.saw(*rested, on=day(4)).moved("calm", GoalState.ACTIVE, day(5))
    for rater in (Party.CLIENT, Party.THERAPIST):
        agreement = the_only(told.report(rater=rater), "calm").agreement
        assert (agreement.n, agreement.exact) == (1, 1)


def test_rating_by_somebody_else_is_no_part_of_the_agreement():
    family = Actor(Party.CARER)
    told = Told().begun(calm()).saw(*rated("calm", [4, 5], by=family))
    assert the_only(told.report(), "calm").agreement.n == 0


# What was planned


def test_daily_plan_is_told_day_by_day():
    told = (
        Told()
        .begun(walk())
        .saw(
            *(Observation(day(n), goal="walk") for n in (0, 1, 3)),
            Observation(day(3), 0, goal="walk"),
            Observation.missed(day(2), goal="walk"),
            on=day(4),
        )
    )
    told.moved("walk", GoalState.ON_HOLD, day(5)).moved("walk", GoalState.ACTIVE, day(7))
    target = the_only(told.report(on=day(9)), "walk")
    steady = target.adherence
    assert (steady.done, steady.missed, steady.excused, steady.not_recorded) == (3, 1, 2, 3)
    assert steady.share_recorded == 0.75
    assert target.consistency.n == steady.n


def test_day_of_asking_is_not_over():
    target = the_only(Told().begun(walk()).report(on=START), "walk")
    assert (target.adherence.n, target.adherence.share_recorded) == (
        0,
        Undefined("nothing was recorded up to that day"),
    )


def test_working_days_leave_the_weekend_out():
    told = Told().begun(walk(per=Period.WEEKDAY)).saw(Observation(START, goal="walk"), on=START)
    target = the_only(told.report(on=day(7)), "walk")
    assert (target.adherence.done, target.adherence.not_recorded) == (1, 4)


def test_sessions_without_an_entry_are_not_recorded():
    told = Told().begun(walk(per=Period.SESSION))
    told.record(CheckedIn, day(1), session="one").record(CheckedIn, day(8), session="two")
    told.saw(Observation(day(1), goal="walk", session="one"), Observation(day(15), goal="walk"), on=day(15))
    target = the_only(told.report(), "walk")
    assert (target.adherence.done, target.adherence.not_recorded) == (2, 1)


def test_days_a_week_are_held_against_the_quota_both_ways():
    goal = walk(at_least=3, per=Period.WEEK, of=7)
    told = Told().begun(goal).saw(*(Observation(day(n), goal="walk") for n in (0, 2, 4, 8)), on=day(9))
    target = the_only(told.report(on=day(20)), "walk")
    assert (target.weeks.n, target.weeks.n_met, target.progress.periods.counted) == (3, 1, 1)
    assert target.adherence.reason.endswith("see its weeks")


def test_pause_excuses_its_days_in_the_weeks():
    told = Told().begun(walk(at_least=3, per=Period.WEEK)).saw(Observation(START, goal="walk"), on=START)
    told.moved("walk", GoalState.ON_HOLD, day(7))
    told.moved("walk", GoalState.ACTIVE, day(14))
    target = the_only(told.report(on=day(20)), "walk")
    assert target.weeks.n == 2


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (FrequencyTarget(at_least=8, per=Period.WEEK), "the target is no number of days a week"),
        (FrequencyTarget(at_most=3, per=Period.WEEK), "the target is no number of days a week"),
        (FrequencyTarget(at_least=3, per=Period.MONTH), "the target is no number of days a week"),
        (FrequencyTarget(), "the target is no number of days a week"),
    ],
)
def test_other_quotas_have_no_weeks(target, reason):
    told = Told().begun(ProcessGoal("Walk", [target], id="walk")).report()
    assert the_only(told, "walk").weeks == Undefined(reason)


def test_weeks_that_are_told_as_a_whole_have_no_days():
    told = Told().begun(walk(at_least=3, per=Period.WEEK))
    told.saw(Observation(START, 3, goal="walk", covers=Period.WEEK))
    assert the_only(told.report(), "walk").weeks.reason.startswith("entries tell about whole weeks")


def test_what_is_not_begun_or_not_agreed_plans_nothing():
    put_forward = Told().record(GoalProposed, START, goal=walk(at_least=3, per=Period.WEEK, of=7)).report()
    assert the_only(put_forward, "walk").weeks == Undefined("the goal has not been begun")
    assert the_only(put_forward, "walk").adherence == Undefined("the goal has not been begun")
    open_goal = Told().begun(ProcessGoal("Walk", [FrequencyTarget()], id="walk")).report()
    assert the_only(open_goal, "walk").adherence.reason.startswith("it is no routine")


# The plan


def gas(key, weight, baseline=-1):
    levels = ["worst", "as now", "expected", "better", "best"]
    return OutcomeGoal(key, [GasTarget(levels=levels, weight=weight, baseline=baseline)], id=key)


def test_goals_with_five_levels_make_one_score():
    told = Told().begun(gas("talk", 2)).begun(gas("rest", 1)).saw(*rated("talk", [0, 1]), *rated("rest", [0])).report()
    assert told.plan.gas == progress.gas_score([1, 0], weights=[2, 1])
    assert told.plan.gas_change == progress.gas_change([-1, -1], [1, 0], weights=[2, 1])
    assert the_only(told, "talk").line == Undefined("levels are ranks, and have no distances")
    assert the_only(told, "talk").percent.raw == 200
    assert the_only(told, "talk").travel.n == 2


def test_ratings_of_goals_make_one_change_and_scores_of_questionnaires_do_not():
    told = Told().begun(calm(baseline=3))
    phq = OutcomeGoal("Less low", [ScaleTarget(at_most=4, scale=Scale(high=27, instrument="PHQ-9"))], id="phq")
    told.begun(phq).saw(*rated("calm", [3, 7]), *rated("phq", [20, 9]))
    ratings = told.report(ratings_threshold=Threshold(3, "agreed")).plan.ratings
    assert (ratings.change, ratings.n, ratings.shift) == (4, 1, Shift.BETTER)


def test_goal_that_was_turned_down_is_no_part_of_the_plan_figures():
    told = Told().record(GoalProposed, START, goal=gas("talk", 1)).moved("talk", GoalState.REJECTED, day(1))
    assert told.report().plan.gas.dropped == 0


def test_satisfaction_is_followed_from_check_in_to_check_in():
    told = Told()
    for n, value in enumerate([5, 6, 8]):
        told.record(CheckedIn, day(7 * n), satisfaction=value)
    assert told.report().plan.satisfaction.slope_per_week == pytest.approx(1.5)


# How it is shown


def test_every_figure_is_told_or_says_why_not():
    told = Told().begun(calm(baseline=3)).begun(walk(at_least=3, per=Period.WEEK)).saw(*rated("calm", [3, 4])).report()
    for figure in told.figures:
        assert (figure.value is None) is bool(figure.why)
    raw = next(figure for figure in told.figures if figure.figure == "way covered")
    assert (raw.goal, raw.value, raw.unit) == ("calm", 25, "%")
    periods = next(figure for figure in told.figures if figure.family == "Periods")
    assert periods.why == "no full period can be told yet"


def test_text_says_what_is_told_first_and_why_the_rest_is_not():
    text = str(Told().begun(calm(baseline=3)).saw(*rated("calm", [3, 4, 5, 6])).report())
    assert "“Feel calmer” (active, version 1)" in text
    assert "    Percent of goal: way covered 75 %; target reached no" in text
    assert "    Least squares: slope per week 1 point" in text
    assert "    - it is no routine with planned occasions (Adherence; Consistency)" in text
    assert "    - nothing was recorded about days before the goal was begun (Before and since it was begun)" in text
    assert text.index("Percent of goal") < text.index("Not told")
    assert f"{Told().report():>3}".startswith("Progress on 2026-03-30. Ratings are those of the client")


def test_goal_without_a_target_says_so():
    told = Told().begun(OutcomeGoal("Be happy", id="happy")).report()
    assert "It has no target yet, so nothing is measured." in told.to_text()
    assert "It has no target yet" in told.to_markdown()
    assert "<p>It has no target yet" in told.to_html()


def test_words_of_a_person_are_shown_and_never_obeyed():
    nasty = OutcomeGoal("<b>*calm*</b>\x1b[2J", [ScaleTarget(at_least=7, what="<i>|x|</i>", scale=Scale())], id="calm")
    told = Told().begun(nasty).saw(*rated("calm", [3, 4])).report()
    assert "\x1b" not in told.to_text()
    assert "*calm*" not in told.to_markdown()
    assert "|x|" not in told.to_markdown()
    assert "<b>" not in told.to_html()
    assert "<i>" not in told.to_html()
    assert told._repr_html_() == told.to_html()
    assert told._repr_markdown_() == told.to_markdown()


def test_rows_make_a_data_frame_as_they_are():
    told = Told().begun(calm(baseline=3)).saw(*rated("calm", [3, 4])).report()
    assert told.figures[0]._fields[:4] == ("goal", "target", "family", "figure")


# Laws


@given(told=testing.progress_reports())
@settings(max_examples=25)
def test_no_journal_is_without_a_report(told):
    for figure in told.figures:
        assert (figure.value is None) is bool(figure.why)
        for number in (figure.value, figure.low, figure.high, figure.se):
            assert not isinstance(number, float) or math.isfinite(number)
    assert all((told.to_text(), told.to_markdown(), told.to_html()))
