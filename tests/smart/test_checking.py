import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import errors
from therapygoals.goals import (
    Aim,
    Amount,
    Context,
    Control,
    CountTarget,
    Direction,
    DurationTarget,
    ExplorationTarget,
    FrequencyTarget,
    Horizon,
    IfThenPlan,
    OutcomeGoal,
    Period,
    ProcessGoal,
    Readiness,
    Roadblock,
    Span,
    TextTarget,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.language import Role, read
from therapygoals.smart import RULES, Criterion, Verdict, check

ORDER = [rule.name for rule in RULES]
S, M, A, R, T = Criterion
MET, UNMET, NOT_ASSESSED = Verdict


def names(report):
    return [finding.name for finding in report.findings]


# Words


def test_a_clear_goal_is_specific_measurable_and_time_bound_and_the_rest_is_left_open(walk):
    assert dict(check(walk).verdicts) == {S: MET, M: MET, A: NOT_ASSESSED, R: NOT_ASSESSED, T: MET}


def test_a_vague_wish_is_unmet_in_all_that_words_can_tell(made):
    report = check(made("be happy", roles={Role.STATE: "happy"}))
    assert report.unmet == (S, M, T)
    assert names(report) == ["no-situation", "vague-wish", "no-measure", "no-deadline"]


def test_a_text_without_a_goal_is_not_assessed(made):
    report = check(made("she phones daily", None, roles={Role.FREQUENCY: "daily", Role.HEDGE: "phones"}))
    assert set(report.verdicts.values()) == {NOT_ASSESSED}
    assert names(report) == ["not-a-goal"]


def test_a_goal_may_be_measurable_and_outside_ones_control_at_the_same_time():
    report = check("make three new friends in three months")
    assert (report.measurable, report.achievable, report.time_bound) == (MET, UNMET, MET)
    assert report.ask == "Which part of this lies in your own hands?"


@pytest.mark.parametrize("role", [Role.OUTSIDE, Role.EXTREME])
def test_achievable_is_unmet_when_it_lies_outside_control_or_beyond_reach(made, role):
    assert check(made("words", roles={role: "words"})).achievable is UNMET


@pytest.mark.parametrize("role", [Role.ABSOLUTE, Role.IMPOSED, Role.SHOULD, Role.HEDGE])
def test_wording_alone_decides_no_verdict(made, role):
    report = check(made("words", roles={role: "words"}))
    assert (report.achievable, report.relevant) == (NOT_ASSESSED, NOT_ASSESSED)


def test_finding_out_what_one_wants_is_met_with_gentle_questions():
    report = check("find out what I want from therapy")
    assert "vague-wish" not in names(report)
    assert names(report)[0] == "open-search"


def test_negative_framing_points_at_the_word_that_says_stop(made):
    report = check(made("please stop being sad", Aim.AVOID, roles={Role.STOP: "stop"}))
    assert next(finding.span for finding in report.findings if finding.name == "negative-framing") == (7, 11)


def test_a_lasting_change_may_take_its_time(made):
    soon = made("turn my life around", roles={Role.TRANSFORMATION: "turn"}, horizon=Horizon.SHORT_TERM)
    later = made("turn my life around", roles={Role.TRANSFORMATION: "turn"}, horizon=Horizon.LONG_TERM)
    assert "big-change-soon" in names(check(soon))
    assert "big-change-soon" not in names(check(later))


@pytest.mark.parametrize(
    ("baseline", "target", "met"),
    [
        (Amount.exactly(3, "walk"), Amount(low=3, unit="walk"), True),
        (Amount.exactly(3, "walk"), Amount(low=3, unit="walk", strict=True), False),
        (Amount.exactly(3, "walk"), Amount.exactly(3, "hour"), False),
        (Amount.exactly(3, "walk", per=Period.WEEK), Amount.exactly(3, "walk", per=Period.DAY), False),
        (Amount(low=3, high=4, unit="walk"), Amount(low=3, unit="walk"), False),
    ],
)
def test_a_target_is_met_from_the_start_only_by_one_number_of_the_same_measure(made, baseline, target, met):
    report = check(made("three of them", roles={Role.TARGET: "three"}, baseline=baseline, target=target))
    assert ("already-met" in names(report)) == met


def test_findings_come_in_the_order_of_help(made):
    roles = {Role.HEDGE: "maybe", Role.OUT_OF_RANGE: "12", Role.OUTSIDE: "he"}
    report = check(made("maybe he says 12", roles=roles))
    assert names(report) == sorted(names(report), key=ORDER.index)
    assert names(report)[0] == "out-of-range"


def test_a_reading_is_taken_as_it_is(walk):
    assert check(walk).reading is walk


def test_a_text_is_read_first():
    text = "walk 20 minutes on 4 days a week"
    assert check(text) == check(read(text))


@pytest.mark.parametrize("value", [b"walk", None, 3])
def test_anything_else_is_refused_with_its_type(value):
    with pytest.raises(errors.FieldTypeError, match=type(value).__name__) as caught:
        check(value)
    assert caught.value.field == "goal"


@pytest.mark.parametrize("text", ["", " \n", "a" * 4001])
def test_blank_and_over_long_texts_are_refused(text):
    with pytest.raises(errors.FieldError):
        check(text)


@given(st.text(min_size=1, max_size=80).filter(lambda text: not text.isspace()))
def test_any_text_has_a_report_with_places_inside_it(text):
    report = check(text)
    assert report == check(text)
    assert all(0 <= start <= end <= len(text) for start, end in (finding.span for finding in report.findings))
    assert (report.ask is None) == (report.findings == ())


@given(st.sampled_from(list(Criterion)), st.text(min_size=1, max_size=40).filter(lambda text: not text.isspace()))
def test_every_unmet_verdict_has_a_finding_that_explains_it(criterion, text):
    report = check(text)
    assert report.verdicts[criterion] is not UNMET or criterion in {finding.criterion for finding in report.findings}


# Typed fields


def test_a_target_makes_a_goal_measurable():
    target = FrequencyTarget(at_least=3, per=Period.WEEK)
    assert check(ProcessGoal("meditate regularly")).measurable is UNMET
    assert check(ProcessGoal("meditate regularly", target)).measurable is MET


def test_a_change_is_a_measure_even_while_the_start_is_not_known():
    target = DurationTarget(change=-30, measured_in=Period.MINUTE, per=Period.DAY)
    assert check(ProcessGoal("less screen time", target)).measurable is MET


def test_a_target_whose_number_is_still_open_is_no_measure_yet():
    target = CountTarget(towards=Direction.DECREASE, baseline=5, per=Period.WEEK)
    report = check(OutcomeGoal("fewer headaches", target))
    assert report.measurable is UNMET
    assert "no-baseline" not in names(report)


def test_a_target_in_words_leaves_measurable_to_the_words():
    assert check(ProcessGoal("be happy", TextTarget(text="as we both see it"))).measurable is UNMET


def test_a_vague_statement_with_a_target_stays_general():
    report = check(OutcomeGoal("be a better dad", YesNoTarget(what="a better dad")))
    assert (report.specific, report.measurable) == (UNMET, MET)
    assert "vague-wish" not in names(report)
    assert "still-general" in names(report)


def test_a_search_is_not_asked_for_a_measure():
    report = check(ProcessGoal("find myself", ExplorationTarget(question="What do I want?")))
    assert (report.specific, report.measurable) == (NOT_ASSESSED, NOT_ASSESSED)
    assert names(report) == ["no-deadline"]


def test_a_baseline_of_a_target_is_a_baseline():
    text = "have fewer headaches"
    target = CountTarget(at_most=1, baseline=5, per=Period.WEEK)
    assert "no-baseline" in names(check(OutcomeGoal(text)))
    assert "no-baseline" not in names(check(OutcomeGoal(text, target)))


@pytest.mark.parametrize("frame", [TimeFrame(span=Span(3, Period.MONTH)), TimeFrame(sessions=6)])
def test_the_end_of_a_time_frame_makes_a_goal_time_bound(frame):
    assert check(OutcomeGoal("be happy")).time_bound is UNMET
    assert check(OutcomeGoal("be happy", time_frame=frame)).time_bound is MET


def test_a_short_time_frame_counts_as_the_time_of_a_big_change():
    goal = OutcomeGoal("I want to transform my career", time_frame=TimeFrame(sessions=4))
    assert "big-change-soon" in names(check(goal))


@pytest.mark.parametrize(("control", "verdict"), [(Control.OTHERS, UNMET), (Control.CHANCE, UNMET)])
def test_a_goal_that_others_or_chance_decide_lies_outside_control(control, verdict):
    report = check(OutcomeGoal("read a book", control=control))
    assert report.achievable is verdict
    assert "outside-control" in names(report)


def test_who_is_in_control_says_nothing_about_the_words():
    assert check(OutcomeGoal("be happy", control=Control.OTHERS)).specific is UNMET


def test_control_that_words_and_field_tell_is_found_once():
    report = check(OutcomeGoal("make three new friends", control=Control.OTHERS))
    assert names(report).count("outside-control") == 1


def test_control_that_is_stated_wins_over_the_words():
    words = "make three new friends in three months"
    assert check(OutcomeGoal(words)).achievable is UNMET
    assert check(OutcomeGoal(words, control=Control.SELF)).achievable is NOT_ASSESSED


@pytest.mark.parametrize(
    ("ratings", "verdict"),
    [
        ({}, NOT_ASSESSED),
        ({"confidence": 8}, MET),
        ({"confidence": 5}, NOT_ASSESSED),
        ({"confidence": 2}, UNMET),
        ({"difficulty": 3}, MET),
        ({"difficulty": 5}, NOT_ASSESSED),
        ({"difficulty": 9}, NOT_ASSESSED),
        ({"confidence": 8, "difficulty": 9}, MET),
        ({"confidence": 2, "difficulty": 1}, UNMET),
    ],
)
def test_confidence_and_else_difficulty_speak_to_achievable(ratings, verdict):
    assert check(OutcomeGoal("read a book", readiness=Readiness(**ratings))).achievable is verdict


def test_keeping_what_is_already_met_is_a_goal_of_its_own():
    target = DurationTarget(at_most=30, measured_in=Period.MINUTE, baseline=30)
    assert "already-met" in names(check(OutcomeGoal("worry less", target)))
    assert "already-met" not in names(check(OutcomeGoal("worry less", target, aim=Aim.MAINTAIN)))


@pytest.mark.parametrize(("plan", "asks"), [(None, True), (IfThenPlan("I feel dizzy", "I sit down"), False)])
def test_a_plan_for_a_roadblock_is_help_with_what_is_very_hard(plan, asks):
    roadblocks = (Roadblock("dizziness", plan=plan),)
    goal = OutcomeGoal("fly to see my sister", readiness=Readiness(difficulty=9), roadblocks=roadblocks)
    assert ("no-support" in names(check(goal))) == asks


def test_confidence_does_not_bring_others_under_control():
    goal = OutcomeGoal("read a book", control=Control.OTHERS, readiness=Readiness(confidence=10))
    assert check(goal).achievable is UNMET


@pytest.mark.parametrize(
    ("importance", "values", "verdict"),
    [
        (None, (), NOT_ASSESSED),
        (9, (), MET),
        (5, (), NOT_ASSESSED),
        (2, (), UNMET),
        (None, ("family",), MET),
        (2, ("family",), MET),
    ],
)
def test_importance_or_values_speak_to_relevant(importance, values, verdict):
    goal = OutcomeGoal("read a book", readiness=Readiness(importance=importance), context=Context(values=values))
    assert check(goal).relevant is verdict


def test_a_goal_is_a_goal_even_where_its_words_name_a_problem_only():
    assert names(check(OutcomeGoal("anxiety"))) == ["not-a-goal"]
    assert "not-a-goal" not in names(check(OutcomeGoal("anxiety", aim=Aim.REDUCE)))
    assert "not-a-goal" not in names(check(OutcomeGoal("anxiety", YesNoTarget(what="less of it"))))


def test_findings_about_fields_take_their_place_in_the_order_of_help():
    goal = OutcomeGoal("be happy", readiness=Readiness(confidence=1, importance=1))
    assert names(check(goal)) == sorted(names(check(goal)), key=ORDER.index)


def test_the_reading_in_a_report_about_a_goal_holds_its_words_only():
    goal = OutcomeGoal("be happy", YesNoTarget(what="happy"))
    assert check(goal).reading == read("be happy")


def test_a_goal_without_fields_is_checked_like_its_words():
    text = "walk 20 minutes on 4 days a week until Easter"
    assert check(ProcessGoal(text)) == check(OutcomeGoal(text)) == check(text)
