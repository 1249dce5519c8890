"""Hearing an answer: refusals, not knowing, mere replies, questions back, others' acts, doubts, and what is given."""

from datetime import date

import pytest

from therapygoals.reframing import Part, StopReason, catalogue, draft, interview, reframe
from therapygoals.reframing._hearing import Ear, Heard

START = date(2026, 1, 5)
EAR = Ear.of(catalogue())
ANSWERS = {
    Part.READING: "Quiet evenings",
    Part.EXCEPTION: "In the garden",
    Part.CONTRAST: "Mornings are hard",
    Part.SIGN: "I'd sing in the kitchen",
    Part.STANDING: "3",
    Part.OWN_PART: "I write him a letter",
    Part.STEP: "I walk to the lake on Sunday",
    Part.SIZE: "I pack my shoes",
    Part.IMPORTANCE: "9",
    Part.CONFIDENCE: "8",
    Part.SMALLER: "I put my shoes by the door",
}


def through(wish, **answers):
    said = ANSWERS | {Part(part): text for part, text in answers.items()}
    state = reframe(wish)
    while state.prompt is not None:
        state = state.answer(said[state.part])
    return state


def made(wish="I want to be calmer", **answers):
    return draft(through(wish, **answers), start=START)


def asked(state):
    return {turn.part: turn.prompt.id for turn in state.turns}


def about(result):
    return [question.about for question in result.open_questions]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Please just leave me be", Heard.REFUSED),
        ("Get lost, you stupid robot!", Heard.REFUSED),
        ("Could I talk to a real person please?", Heard.REFUSED),
        ("Sorry, I'd rather not answer.", Heard.PASSED),
        ("That's private", Heard.PASSED),
        ("haha, not a clue", Heard.UNKNOWN),
        ("Yeah, sure", Heard.REPLY),
        ("All of it", Heard.REPLY),
        ("Why do you ask?", Heard.QUESTION),
        ("Well, could you give me some ideas", Heard.QUESTION),
        ("How?", Heard.QUESTION),
        ("lol ...", Heard.SOUND),
        ("I could stop at one glass", Heard.TOLD),
        ("How I talk to myself", Heard.TOLD),
        ("What if I went by bus?", Heard.TOLD),
        ("I'd pass my driving test", Heard.TOLD),
        ("7", Heard.TOLD),
    ],
)
def test_an_answer_is_heard_for_what_it_is(said, heard):
    assert EAR.hear(said) is heard


@pytest.mark.parametrize("said", ["Please leave me alone", "I want a human", "I'm finished. Bye!", "Go away, bot"])
def test_whoever_wants_no_more_is_asked_no_more(said):
    assert reframe("I want to be calmer").answer(said).ended is StopReason.DECLINED


def test_a_question_left_open_in_words_is_skipped():
    state = reframe("I want to be calmer").answer("Skip this one, please")
    assert state.ended is None
    assert state.answer("None of your business").ended is StopReason.DECLINED
    assert [turn.move.text for turn in state.turns] == ["Skip this one, please"]


@pytest.mark.parametrize("said", ["Leave me alone", "What should I do?", "Yes", "10", "Skip", "He should stop"])
def test_what_tells_nothing_of_ones_own_becomes_no_goal(said):
    result = made(step=said, size=said)
    assert said not in map(str, result.goals)
    assert said not in map(str, made(sign=said).goals)


def test_short_answers_do_not_end_an_interview():
    state = interview()
    for said in ("Peace", "Yes", "No", "Yes", "Work", "Peace"):
        state = state.answer(said)
    assert state.ended is None


@pytest.mark.parametrize("said", ["They should call", "change my boss", "make them apologise", "force him to leave"])
def test_what_others_are_to_do_asks_for_the_own_part(said):
    assert EAR.is_about_others(said)
    state = interview()
    while state.prompt is not None:
        state = state.answer(said if state.part is Part.OWN_PART else f"One thing at {state.prompt.id}")
    result = draft(state, start=START)
    assert said not in map(str, result.goals)
    assert "own_part" in about(result)


@pytest.mark.parametrize("said", ["fix her bike", "make my sister a cake", "get the kids to school", "We eat together"])
def test_what_is_done_for_others_is_ones_own(said):
    assert not EAR.is_about_others(said)


def test_what_others_do_is_looked_for_at_the_beginning():
    assert EAR.is_about_others("well, " * 10 + "he would listen")
    assert not EAR.is_about_others("well, " * 100 + "he would listen")


def test_an_order_is_asked_about():
    assert "own_part" in about(made("fix my brother", own_part="Tell him to be quiet"))


def test_only_others_leave_the_first_goal_and_the_question_for_the_own_part():
    state = interview()
    for _ in range(8):
        if state.prompt is not None:
            state = (
                state.answer("She should move out")
                if state.part is Part.OWN_PART
                else state.answer(
                    f"I don't know, {'x' * len(state.turns)} {len(state.turns)}"
                    if state.part not in (Part.STEPPING_STONES, Part.VISION)
                    else "Yes"
                )
            )
    result = draft(state, start=START)
    assert [str(goal) for goal in result.goals] == [catalogue().first_goal]
    assert "own_part" in about(result)


@pytest.mark.parametrize("said", ["Not that sure", "rather low", "50 %", "9, but not really", "8? no, 5", "no idea"])
def test_a_doubt_in_words_asks_for_less(said):
    assert Part.SMALLER in asked(through("I want to be calmer", confidence=said))


def test_a_number_that_is_taken_back_is_left_open():
    result = made(confidence="9, but not really")
    assert result.goals[1].readiness.confidence is None
    assert made(confidence="2, not very sure").goals[1].readiness.confidence == 2


@pytest.mark.parametrize("wish", ["I want my brother to be alive", "I want my twin back, he died"])
def test_a_death_gets_the_questions_of_grief(wish):
    state = through(wish)
    assert reframe(wish).offers[0].facet.startswith("grief_loss.")
    assert {name.split(".")[1] for name in asked(state).values() if name.startswith("given.")} == {"loss"}
    assert Part.OWN_PART not in asked(state)


def test_a_death_told_in_an_answer_counts_for_whom_the_wish_is_about():
    told = through("I want my mother to be proud of me", reading="mum passed away in May")
    assert asked(told)[Part.SIGN] == "given.loss.difference"
    other = through("I want my boss to be fair to me", reading="Since my dog died he is cold")
    assert asked(other)[Part.SIGN] == "open.own-side"


def test_what_was_not_told_is_asked_as_grief_asks():
    result = made("I want my brother to be alive", standing="not yet")
    assert "grief" in next(question.ask for question in result.open_questions if question.about == "standing")


def test_an_illness_that_stays_is_asked_for_life_beside_it():
    assert asked(through("My diabetes to go away"))[Part.SIGN] == "given.lasting.difference"


def test_a_reading_of_the_loss_brings_its_own_questions():
    state = reframe("I want my brother to be alive").choose("grief_loss.bond")
    assert state.answer("On his birthday").prompt.id == "grief_loss.bond.difference"


@pytest.mark.parametrize("wish", ["write a novel and emigrate", "run a triathlon in three weeks"])
def test_a_wish_that_is_a_lot_at_once_is_asked_for_its_size(wish):
    state = through(wish)
    assert Part.SIZE in asked(state)
    assert draft(state, start=START).goals[0].time_frame.end is None


def test_a_smaller_step_that_is_not_given_stays_open():
    assert "smaller" in about(made(confidence="2", smaller="I don't know"))


def test_a_guess_is_asked_for_in_a_sentence():
    assert about(made(sign="That I sleep, maybe?", step="I would try a walk")).count("wording") == 2
