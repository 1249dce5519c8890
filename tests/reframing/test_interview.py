"""The interview with somebody who does not know yet what they want."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from therapygoals import testing
from therapygoals.errors import DocumentError, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Aim, ExplorationTarget, Kind, Party
from therapygoals.interop import json
from therapygoals.reframing import (
    Interview,
    Part,
    ReframeStopped,
    StopReason,
    Transcript,
    catalogue,
    draft,
    interview,
    reframe,
)
from therapygoals.safety import Release

START = date(2026, 1, 5)
DANGER = "I want to kill myself"
STONE = "I would have dinner with friends every second week"
STEP = "I can call Ana on Sundays"
ANSWERS = {
    "elicit.opening": "Some order",
    "elicit.blank": "The flat, mostly",
    "elicit.stressors": "Money and my mother",
    "areas.well": "I cook well, and my sister is close",
    "areas.hard": "Mornings",
    "vision.year": "Up at eight, coffee with Ana, work that I like",
    "stones.three-months": STONE,
    "stones.own-part": STEP,
    "check.honest": "More time with people",
}


def through(state):
    while state.prompt is not None:
        state = state.answer(ANSWERS[state.prompt.id])
    return state


def test_five_stages_follow_each_other():
    state = through(interview())
    stages = list(dict.fromkeys(turn.part for turn in state.turns))
    assert stages == [Part.STRESSORS, Part.AREAS, Part.VISION, Part.STEPPING_STONES, Part.OWN_PART]
    assert (state.prompt, state.part, state.ended) == (None, None, StopReason.ENOUGH)


@pytest.mark.parametrize("blank", [lambda state: state.skip(), lambda state: state.answer("I don't know")])
def test_when_the_mind_goes_blank_a_gentler_question_follows(blank):
    assert blank(interview()).prompt.id == "elicit.blank"


def test_whoever_has_an_answer_is_not_asked_the_gentler_question():
    assert interview().answer("Some order").prompt.id == "elicit.stressors"


def test_a_blank_start_leaves_room_for_all_that_is_needed():
    state = through(interview().skip())
    assert len(state.turns) == 8
    assert {turn.part for turn in state.turns} >= {Part.VISION, Part.STEPPING_STONES, Part.OWN_PART}


def test_it_ends_in_a_vision_and_in_what_may_become_goals():
    state = through(interview())
    assert state.vision == ANSWERS["vision.year"]
    assert state.candidates == (STONE, STEP, "More time with people", "Some order")


def test_what_was_left_blank_is_no_candidate():
    assert interview().answer("I don't know").candidates == ()
    assert interview().vision is None


def test_a_vision_that_nobody_knows_is_none():
    state = interview()
    while state.prompt is not None:
        state = state.answer("I don't know" if state.part is Part.VISION else ANSWERS[state.prompt.id])
    assert state.vision is None


def test_the_goal_of_finding_out_keeps_what_was_told():
    state = interview()
    while state.part is not Part.STEPPING_STONES:
        state = state.answer(ANSWERS[state.prompt.id])
    made = draft(state.skip().skip(), start=START)
    (goal,) = made.goals
    told = [contribution.text for contribution in goal.ownership.contributions]
    assert told == ["Some order", "Money and my mother", "I cook well, and my sister is close", "Mornings"]
    assert goal.context.hope == ANSWERS["vision.year"]
    assert "vision.year" in {source.prompt for source in made.provenance if source.field == "context.hope"}


def test_a_stepping_stone_and_an_own_part_become_a_linked_pair():
    outcome, process = draft(through(interview()), start=START).goals
    assert (outcome.kind, str(outcome)) == (Kind.OUTCOME, STONE)
    assert (process.kind, str(process), process.serves) == (Kind.PROCESS, STEP, ("goal-1",))
    assert outcome.context.hope == process.context.hope == ANSWERS["vision.year"]


def test_the_vision_comes_from_its_question():
    found = draft(through(interview()), start=START).provenance
    assert {source.prompt for source in found if source.field == "context.hope"} == {"vision.year"}


def test_without_a_vision_there_is_no_hope_behind_the_goals():
    state = interview()
    while state.prompt is not None:
        state = state.skip() if state.part is Part.VISION else state.answer(ANSWERS[state.prompt.id])
    assert [goal.context.hope for goal in draft(state, start=START).goals] == [None, None]


def test_what_was_told_of_oneself_is_kept():
    goal = draft(through(interview()), start=START).goals[0]
    told = [contribution.text for contribution in goal.ownership.contributions]
    assert told == ["Some order", "Money and my mother", "I cook well, and my sister is close", "Mornings"]


@pytest.mark.parametrize("end", [lambda state: state.skip().skip(), lambda state: state.park(by=Party.THERAPIST)])
def test_without_them_the_first_goal_is_to_find_out(end):
    state = end(interview())
    made = draft(state, start=START)
    (goal,) = made.goals
    assert str(goal) == made.wish == catalogue().first_goal
    assert isinstance(goal.targets[0], ExplorationTarget)
    assert goal.aim is Aim.DISCOVER
    assert [review.on for review in made.reviews] == [date(2026, 1, 26)]


def test_whoever_says_that_it_is_too_much_is_asked_no_more():
    assert interview().answer("This is too much for me").ended is StopReason.BURDEN


def test_a_concern_in_any_answer_stops_it():
    state = interview()
    while state.prompt is not None:
        assert isinstance(state.answer(DANGER), ReframeStopped)
        state = state.answer(ANSWERS[state.prompt.id])


def test_a_professional_may_release_the_words_and_the_interview_goes_on():
    stopped = interview().answer(DANGER)
    at = datetime(2026, 1, 5, tzinfo=UTC)
    release = Release.of(DANGER, by="Ama Owusu", role="therapist", at=at, reason="seen")
    assert Interview.resume(stopped.transcript.released(release)).prompt.id == "elicit.stressors"


@given(testing.interviews())
def test_a_stored_interview_goes_on_where_it_was(state):
    assert json.loads(json.dumps(state), Interview) == state
    assert Interview.resume(json.loads(json.dumps(state.transcript), Transcript)) == state
    assert len(state.turns) <= 8
    assert (state.prompt is None) is (state.ended is not None)


@given(testing.interviews())
def test_every_interview_can_be_drafted_and_has_a_goal(state):
    assert draft(state, start=START).goals


def test_a_catalogue_of_ones_own_may_ask():
    state = interview(catalogue=catalogue())
    assert state == interview()
    assert Interview.resume(state.transcript, catalogue=catalogue()) == state


def test_a_dialogue_about_a_wish_is_no_interview():
    with pytest.raises(DocumentError, match="an interview begins without a wish; reframe it @"):
        json.loads(json.dumps(reframe("be happy")), Interview)


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownNameError, match="language must be one of en"):
        interview(language="tlh")


def test_only_transcripts_are_gone_on_with():
    with pytest.raises(FieldTypeError, match="transcript must be a Transcript"):
        Interview.resume("be happy")


def test_an_interview_that_has_ended_takes_no_more():
    with pytest.raises(FieldError, match="Interview must not have ended"):
        interview().park().answer("x")


def test_repr_shows_no_words_of_the_person():
    assert "Zebedee" not in repr(interview().answer("Zebedee came"))
