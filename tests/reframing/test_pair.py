"""From a dialogue to a linked pair of goals."""

from datetime import date

import pytest
from hypothesis import given

from therapygoals import testing
from therapygoals.errors import FieldTypeError
from therapygoals.goals import (
    Aim,
    BernDomain,
    ContributionKind,
    Control,
    Direction,
    FrequencyTarget,
    Kind,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    ScaleTarget,
)
from therapygoals.reframing import Part, catalogue, draft, reframe

START = date(2026, 1, 5)
SIGN = "I'd laugh with my kids at dinner"
STEP = "I put the phone in the hall three times a week"
ANSWERS = {
    Part.READING: "Less noise in my head",
    Part.EXCEPTION: "On the bench behind the library",
    Part.CONTRAST: "Mornings are hard and evenings are easy",
    Part.SIGN: SIGN,
    Part.STANDING: "4, and one point more would be a quiet breakfast",
    Part.OWN_PART: "I could send two applications a week",
    Part.STEP: STEP,
    Part.SIZE: "Put it in a drawer",
    Part.IMPORTANCE: "8, because they grow up so fast",
    Part.CONFIDENCE: "7",
}


def made(wish="I want to be happy", facet="happiness.inner_peace", **answers):
    """Draft a dialogue; answers by part, and None to skip."""
    said = ANSWERS | {Part(part): text for part, text in answers.items()}
    state = reframe(wish)
    if facet is not None:
        state = state.choose(facet)
    while state.prompt is not None:
        text = said[state.part]
        state = state.skip() if text is None else state.answer(text)
    return draft(state, start=START)


def asked_in(result):
    return [question.ask for question in result.open_questions]


def sources(result, field):
    return [(source.goal, source.prompt) for source in result.provenance if source.field == field]


def asked(result):
    return [question.about for question in result.open_questions]


def test_the_sign_becomes_the_outcome_and_the_step_a_way_to_it():
    outcome, process = made().goals
    assert (type(outcome), str(outcome)) == (OutcomeGoal, SIGN)
    assert (type(process), str(process), process.serves) == (ProcessGoal, STEP, ("goal-1",))
    assert outcome.aim is Aim.ACHIEVE
    assert process.control is Control.SELF


def test_the_wish_stays_the_hope_behind_both():
    result = made()
    assert result.wish == "I want to be happy"
    assert [goal.context.hope for goal in result.goals] == [result.wish] * 2
    assert sources(result, "context.hope") == [("goal-1", None), ("goal-2", None)]


def test_the_number_of_today_is_the_baseline_and_the_next_one_that_was_named_the_target():
    assert made().goals[0].targets == (ScaleTarget(baseline=4, at_least=5),)


@pytest.mark.parametrize("said", ["4/10", "4. I'd laugh at dinner", "about a 4 today"])
def test_without_a_next_number_the_target_stays_open_and_is_asked_for(said):
    result = made(standing=said)
    assert result.goals[0].targets == (ScaleTarget(baseline=4, towards=Direction.INCREASE),)
    assert "target" in asked(result)
    assert "no-measure" not in asked(result)


def test_no_target_goes_above_the_scale():
    result = made(standing="9.5, and one point more would be heaven")
    assert result.goals[0].targets == (ScaleTarget(baseline=9.5, towards=Direction.INCREASE),)


@pytest.mark.parametrize(
    ("said", "start"),
    [("not 3, more like 5", 5), ("I was 2 in May, now 4", 4), ("3,5", 3.5), ("30%", 3), ("7? no, 3", 3)],
)
def test_the_start_is_the_number_of_today(said, start):
    assert made(standing=said).goals[0].targets[0].baseline == start


@pytest.mark.parametrize(
    "said", ["not bad", "10", "3 or 4", "two years ago it was 8", "I sleep 5 hours, six would be better", None]
)
def test_without_one_number_below_ten_no_target_is_made_up(said):
    assert made(standing=said).goals[0].targets == ()


def test_a_sign_that_is_measured_needs_no_scale():
    (target,) = made(sign="two evenings a week without my phone").goals[0].targets
    assert (target.at_least, target.per) == (2, Period.WEEK)


def test_the_step_is_typed_as_it_was_said():
    assert made().goals[1].targets == (FrequencyTarget(at_least=3, per=Period.WEEK),)


@pytest.mark.parametrize("said", ["I don't know, maybe read?", "No idea. I could read"])
def test_not_knowing_at_first_is_no_never(said):
    step = made(step=said).goals[1]
    assert (str(step), [str(target) for target in step.targets]) == (said, ["done once"])


def test_a_step_that_contradicts_itself_gets_no_target():
    result = made(step="drink less wine, at least 5 glasses a week")
    assert result.goals[1].targets == ()
    assert sources(result, "targets") == [("goal-1", "general.scaling")]


def test_ratings_go_where_they_belong():
    outcome, process = made().goals
    assert outcome.readiness.importance == 8
    assert outcome.context.rationale == "8, because they grow up so fast"
    assert process.readiness.confidence == 7


def test_a_bare_number_is_no_reason():
    assert made(importance="8").goals[0].context.rationale is None


def test_a_reason_in_the_sign_itself_stays():
    goal = made(sign="I'd laugh at dinner so that my kids feel safe").goals[0]
    assert goal.context.rationale == "so that my kids feel safe"


def test_ratings_without_one_number_are_left_open():
    outcome, process = made(importance="a lot", confidence="quite").goals
    assert (outcome.readiness.importance, process.readiness.confidence) == (None, None)


def test_what_the_person_knows_of_themselves_is_kept_with_whose_words_it_is():
    (told,) = made(standing="4").goals[0].ownership.contributions
    assert (told.text, told.kind, told.by.role) == (
        ANSWERS[Part.EXCEPTION],
        ContributionKind.SELF_KNOWLEDGE,
        Party.CLIENT,
    )


def test_the_chosen_reading_tells_the_family():
    assert made().goals[0].context.domain is BernDomain.WELLBEING
    assert made(facet=None).goals[0].context.domain is None


def test_a_theme_outside_the_families_tells_none():
    wish = "figure out what I want"
    assert made(wish, reframe(wish).offers[0].facet).goals[0].context.domain is None


def test_each_field_tells_its_question_and_whose_words_it_has():
    result = made()
    assert sources(result, "statement") == [
        ("goal-1", "happiness.inner_peace.difference"),
        ("goal-2", "general.first-step"),
    ]
    assert sources(result, "targets") == [("goal-1", "general.scaling"), ("goal-2", "general.first-step")]
    assert sources(result, "readiness.confidence") == [("goal-2", "general.confidence")]
    assert sources(result, "context.domain") == [("goal-1", "clarify.meaning")]
    assert {source.by for source in result.provenance} == {Party.CLIENT}
    assert {source.catalogue_version for source in result.provenance} == {catalogue().version}


def test_the_words_of_somebody_else_are_told_as_theirs():
    state = reframe("I want to be happy").choose(None)
    while state.prompt is not None and state.part is not Part.SIGN:
        state = state.answer(ANSWERS[state.part])
    result = draft(state.answer("He laughs at dinner", by=Party.CARER), start=START)
    assert result.goals[0].ownership.worded_by.role is Party.CARER
    assert next(source.by for source in result.provenance if source.field == "statement") is Party.CARER


def test_a_review_is_proposed_in_place_of_a_deadline():
    result = made()
    assert [(review.goal, review.on) for review in result.reviews] == [
        ("goal-1", date(2026, 3, 30)),
        ("goal-2", date(2026, 1, 26)),
    ]
    assert "no-deadline" not in asked(result)
    assert [goal.time_frame.end for goal in result.goals] == [None, None]


def test_an_end_that_was_said_needs_no_review():
    result = made(step="walk to work every day for two weeks")
    assert [review.goal for review in result.reviews] == ["goal-1"]


def test_a_step_in_therapy_sessions_needs_no_review_either():
    result = made(step="write down one thought a day for four sessions")
    assert [review.goal for review in result.reviews] == ["goal-1"]


def test_an_own_part_is_the_step():
    result = made("get a promotion by June", None)
    assert str(result.goals[-1]) == ANSWERS[Part.OWN_PART]


def test_a_smaller_step_takes_the_place_of_the_step():
    process = made(confidence="4", smaller="I put it there on Sundays").goals[1]
    assert str(process) == "I put it there on Sundays"
    assert process.strategies == ()


def test_words_that_are_no_step_by_themselves_stand_beside_it():
    result = made(confidence="4", smaller="Sundays")
    assert str(result.goals[1]) == STEP
    assert [strategy.name for strategy in result.goals[1].strategies] == ["Sundays"]
    assert sources(result, "strategies") == [("goal-2", "shrink.fewer")]
    assert "smaller" in asked(result)


def told(goal):
    return [contribution.text for contribution in goal.ownership.contributions]


def test_not_knowing_is_no_step():
    result = made(step="No idea.", size="I don't know")
    assert [goal.kind for goal in result.goals] == [Kind.OUTCOME]
    assert told(result.goals[0]) == [ANSWERS[Part.EXCEPTION], ANSWERS[Part.STANDING]]
    assert "step" in asked(result)


def test_what_takes_five_minutes_is_the_step_of_whoever_knew_none():
    result = made(step="No idea.")
    assert str(result.goals[1]) == "Put it in a drawer"
    assert "step" not in asked(result)


@pytest.mark.parametrize("said", ["not sure", "idk", "I don't know, sorry"])
def test_what_was_asked_and_not_known_stays_open_in_the_words_of_the_question(said):
    unknown = [question for question in made(exception=said).open_questions if question.is_unknown]
    assert [question.about for question in unknown] == ["exception"]
    assert unknown[0].ask.startswith("Think of a time this month")


def test_a_part_that_is_open_for_want_of_an_answer_is_asked_for_once():
    questions = made(standing="no idea").open_questions
    assert [question.is_unknown for question in questions if question.about == "standing"] == [True]


def test_what_nobody_can_change_is_nothing_to_be_done_once():
    state = reframe("My cancer to go away").answer("Stage four")
    (goal,) = draft(state, start=START).goals
    assert (goal.kind, goal.targets) == (Kind.OUTCOME, ())


def test_of_what_nobody_can_change_only_life_beside_it_is_asked():
    state = reframe("I want my mum to be alive").answer("She died in March")
    told = asked_in(draft(state, start=START))
    assert state.prompt.text in told
    assert "What would you like to have room for, beside the grief?" in told
    assert not [ask for ask in told if "they choose" in ask or "come true" in ask]
    ended = draft(state.skip().skip(), start=START)
    assert [question.about for question in ended.open_questions] == ["beside", "beside"]


def test_not_knowing_in_many_words_is_no_goal():
    result = made(sign="I don't know, I never thought about it")
    assert [str(goal) for goal in result.goals] == [STEP]


def test_a_sign_is_nothing_to_be_ticked_off():
    assert made(sign="We'd eat together").goals[0].targets == (ScaleTarget(baseline=4, at_least=5),)
    result = made(sign="We'd eat together", standing=None)
    assert result.goals[0].targets == ()
    assert "standing" in asked(result)


def test_a_sign_of_what_would_not_be_is_no_promise_of_never():
    assert made(sign="I would not raise my voice at home").goals[0].targets == (ScaleTarget(baseline=4, at_least=5),)


def test_a_bare_number_does_not_tell_which_side_of_it_is_better():
    result = made("be less on my phone", None, sign="2 hours a day", standing=None)
    assert result.goals[0].targets == ()
    assert "direction" in asked(result)


def test_what_one_point_more_would_be_is_kept_beside_its_number():
    outcome, process = made(confidence="7, if my sister came along").goals
    assert ANSWERS[Part.STANDING] in told(outcome)
    assert told(process) == ["7, if my sister came along"]


def test_a_smaller_step_keeps_the_step_that_it_replaces():
    process = made(confidence="4", smaller="I put it there on Sundays").goals[1]
    assert told(process) == [STEP]


@pytest.mark.parametrize("said", ["Start with Mondays", "My sister could help me", "one lunch"])
def test_a_day_or_a_hand_is_no_step_by_itself(said):
    result = made(confidence="4", smaller=said)
    assert str(result.goals[1]) == STEP
    assert [strategy.name for strategy in result.goals[1].strategies] == [said]


def test_a_thing_is_no_step_by_itself():
    result = made(step="Sit with the others at lunch", confidence="4", smaller="one lunch")
    assert str(result.goals[1]) == "Sit with the others at lunch"


def test_of_two_smaller_steps_each_is_kept():
    big = "Learn Polish, join a choir, run a marathon and write a book"
    process = made(step=big, size="Join the choir", confidence="4", smaller="Thursdays").goals[1]
    assert (str(process), told(process)) == ("Join the choir", [big])
    assert [strategy.name for strategy in process.strategies] == ["Thursdays"]


def test_a_sign_that_others_would_give_is_kept_and_makes_no_goal():
    said = "He would look at me when I talk"
    result = made(sign=said, standing="3", confidence="8")
    (process,) = result.goals
    assert (str(process), process.control) == (ANSWERS[Part.OWN_PART], Control.SELF)
    assert told(process) == [ANSWERS[Part.EXCEPTION], said, "3"]
    assert "what you do or feel" in next(question.ask for question in result.open_questions if question.about == "sign")


def test_where_a_carer_speaks_the_person_is_not_somebody_else():
    state = reframe("I want to be happy").choose(None)
    while state.part is not Part.SIGN:
        state = state.skip() if state.part is Part.EXCEPTION else state.answer(ANSWERS[state.part])
    state = state.answer("He laughs at dinner", by=Party.CARER).answer("4")
    assert state.part is Part.STEP
    assert str(draft(state, start=START).goals[0]) == "He laughs at dinner"


def test_what_others_are_to_do_is_kept_and_is_no_step():
    process = made("Get my sister to apologise", None, own_part="She should just call", confidence="8").goals[1]
    assert (str(process), told(process)) == (STEP, ["She should just call"])


def test_the_time_of_the_wish_is_the_time_of_the_outcome():
    result = made("I want to be happy by 30 June", None)
    assert result.goals[0].time_frame.end == date(2026, 6, 30)
    assert ("goal-1", None) in sources(result, "time_frame")
    assert [review.goal for review in result.reviews] == ["goal-2"]


@pytest.mark.parametrize(
    ("step", "plan"),
    [
        ("When I feel low, I call my sister for ten minutes.", "if I feel low, then call my sister for ten minutes"),
        ("Breathe out slowly if I feel dizzy", "if I feel dizzy, then breathe out slowly"),
        ("After lunch I walk for ten minutes", "if after lunch, then walk for ten minutes"),
    ],
)
def test_a_plan_has_the_whole_act_and_one_if(step, plan):
    assert str(made(step=step).goals[1].plan) == plan


@pytest.mark.parametrize("step", ["Ask at the shop if they need a hand", "Write my point down the evening before"])
def test_half_a_moment_is_no_plan(step):
    assert made(step=step).goals[1].plan is None


def test_what_was_skipped_is_asked():
    result = made(exception=None, standing=None, confidence=None)
    assert {"standing", "confidence"} <= set(asked(result))
    assert "sign" not in asked(result)


def test_a_sign_alone_gives_an_outcome_and_asks_for_a_step():
    result = made(step=None, importance="8", confidence="5", smaller=None)
    (goal,) = result.goals
    assert goal.kind is Kind.OUTCOME
    assert "step" in asked(result)


def test_a_step_alone_gives_a_process_and_asks_for_a_sign():
    result = made(sign=None)
    (goal,) = result.goals
    assert (goal.kind, goal.serves, goal.readiness.importance) == (Kind.PROCESS, (), 8)
    assert "sign" in asked(result)


def test_a_parked_wish_stays_as_it_is_without_a_goal():
    state = reframe("I want to be happy").choose(None).answer("In spring").park()
    result = draft(state, start=START)
    assert (result.wish, result.goals, result.open_questions) == ("I want to be happy", (), ())


def test_a_wish_of_which_nothing_more_was_told_is_drafted_as_words():
    state = reframe("walk 20 minutes a day").skip().skip()
    assert [str(goal) for goal in draft(state, start=START).goals] == ["walk 20 minutes a day"]


def test_what_was_stopped_is_not_drafted():
    with pytest.raises(
        FieldTypeError, match=r"source must be a statement, .* this one was stopped, and a person takes over"
    ):
        draft(reframe("I want to kill myself"), start=START)


def test_a_wish_alone_keeps_what_else_was_told():
    state = reframe("I want to feel less down").choose("low_mood.people")
    while state.part is not Part.STANDING:
        state = state.skip() if state.part is Part.SIGN else state.answer(ANSWERS[state.part])
    result = draft(state.answer("4").skip(), start=START)
    (goal,) = result.goals
    assert (str(goal), goal.targets) == (state.wish, (ScaleTarget(baseline=4, towards=Direction.INCREASE),))
    assert (told(goal), goal.context.domain) == ([ANSWERS[Part.EXCEPTION]], BernDomain.PROBLEMS)
    assert "target" in asked(result)
    assert "no-measure" not in asked(result)


def test_to_get_over_something_names_no_bounds():
    assert draft("get over losing my mum", start=START).goals[0].targets == ()


def test_ids_may_come_from_the_caller():
    ids = iter(["a", "b"])
    state = reframe("I want to be happy").choose(None)
    while state.prompt is not None:
        state = state.answer(ANSWERS[state.part])
    outcome, process = draft(state, start=START, new_id=lambda: next(ids)).goals
    assert (outcome.id, process.id, process.serves) == ("a", "b", ("a",))


@given(testing.reframings())
def test_the_words_of_every_goal_were_said(state):
    result = draft(state, start=START)
    said = [state.wish, *(move.text for move in state.transcript.moves if move.text is not None)]
    assert all(any(str(goal) in text for text in said) for goal in result.goals)
    assert all(goal.time_frame.start == START for goal in result.goals)
