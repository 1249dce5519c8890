"""The dialogue about a vague wish, from the first question to its end."""

import copy
import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapygoals import testing
from therapygoals.errors import DocumentError, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Party
from therapygoals.interop import json
from therapygoals.reframing import (
    Offer,
    Part,
    Reframer,
    ReframeStopped,
    Reframing,
    StopReason,
    Theme,
    Transcript,
    catalogue,
    draft,
    interview,
    reframe,
)
from therapygoals.reframing import _talk as talk_module
from therapygoals.reframing import dialogue as module
from therapygoals.safety import ConcernCategory, Directness, Release, SafetyConcern, ScreenResult, ScreenStatus, screen

CONCERN = SafetyConcern(
    category=ConcernCategory.SELF_HARM,
    rule_id="h1",
    rule_set_version="1",
    directness=Directness.DIRECT,
    start=0,
    end=4,
)
HAPPY = "I want to be happy"
DANGER = "I want to kill myself"
PEACE = "happiness.inner_peace"
ANSWERS = {
    Part.READING: "Less noise in my head",
    Part.EXCEPTION: "On the bench behind the library",
    Part.CONTRAST: "Mornings are hard and evenings are easy",
    Part.SIGN: "I would laugh with my kids at dinner",
    Part.STANDING: "4, and one point more would be two dinners without my phone",
    Part.OWN_PART: "I could ask him once how he is",
    Part.STEP: "Put the phone in the hall before dinner",
    Part.SIZE: "Only on Sundays",
    Part.IMPORTANCE: "9",
    Part.CONFIDENCE: "5",
    Part.SMALLER: "Put it there on Sunday",
}


def through(state, answers=ANSWERS, until=None):
    """Answer each question until the dialogue ends or the part is asked."""
    while state.prompt is not None and state.part is not until:
        state = state.answer(answers[state.part])
    return state


def parts(state):
    return [turn.part for turn in state.turns]


def at(part, wish=HAPPY, **answers):
    return through(reframe(wish), ANSWERS | {Part(name): text for name, text in answers.items()}, until=part)


# The first state


def test_happiness_may_stand_for_inner_peace_among_other_readings():
    facets = [offer.facet for offer in reframe(HAPPY).offers]
    names = [PEACE, "happiness.connection", "happiness.energy", "happiness.meaning"]
    assert facets == [*names, None, None]


def test_inner_peace_is_asked_and_not_told():
    offer = reframe(HAPPY).offers[0]
    assert offer.text.startswith("Could it be inner peace")
    assert offer.text.endswith("?")
    assert (offer.theme, offer.title) == (Theme.HAPPINESS, "Inner peace")


def test_something_else_and_none_of_these_stand_beside_every_choice():
    offers = reframe("sleep better").offers
    assert [offer.text for offer in offers[-2:]] == [catalogue().something_else, catalogue().none_of_these]
    assert [offer.theme for offer in offers[-2:]] == [None, None]
    assert [offer.in_own_words for offer in offers] == [False] * (len(offers) - 2) + [True, False]


def test_the_first_question_is_what_the_wish_means():
    state = reframe(HAPPY)
    assert (state.part, state.prompt.id, state.turns, state.ended) == (Part.READING, "clarify.meaning", (), None)


def test_equally_good_themes_offer_their_readings_in_turn():
    offers = reframe("be less anxious and less angry").offers
    assert [offer.theme for offer in offers[:4]] == [Theme.ANXIETY_FEAR, Theme.ANGER] * 2


def test_where_nothing_fits_there_is_a_general_question_and_no_reading():
    state = reframe("qwertz uiop")
    assert (state.themes, state.offers, state.part) == ((), (), Part.SIGN)
    assert state.prompt.id == "open.difference"


def test_where_the_wish_fits_nothing_the_first_answer_may():
    state = reframe("qwertz uiop").answer("I would be less anxious at work")
    assert state.part is Part.READING
    assert {offer.theme for offer in state.offers} >= {Theme.ANXIETY_FEAR}


def test_the_result_tells_what_the_screen_could_say_and_which_version_asked():
    state = reframe("be happy")
    assert state.screened is ScreenStatus.NO_MATCH
    assert (state.wish, state.language) == ("be happy", "en")
    assert (state.transcript.catalogue, state.transcript.catalogue_version) == (catalogue().id, catalogue().version)


def test_repr_shows_themes_and_no_words_of_the_person():
    state = reframe("be happy, says Zebedee").answer("Zebedee says more")
    assert "happiness" in repr(state)
    assert "Zebedee" not in repr(state)
    assert "Zebedee" not in repr(state.transcript)
    assert len(repr(state)) < 500


# What is asked


def test_a_dialogue_goes_from_a_reading_to_a_step_and_how_sure_one_is():
    state = through(reframe(HAPPY).choose(PEACE), ANSWERS | {Part.CONFIDENCE: "8"})
    assert parts(state) == [
        Part.READING,
        Part.EXCEPTION,
        Part.SIGN,
        Part.STANDING,
        Part.STEP,
        Part.IMPORTANCE,
        Part.CONFIDENCE,
    ]
    assert (state.prompt, state.part, state.ended) == (None, None, StopReason.ENOUGH)


def test_a_chosen_reading_brings_its_own_questions():
    state = reframe(HAPPY).choose(PEACE)
    assert state.facet == PEACE
    assert state.prompt.id == f"{PEACE}.exception"
    assert state.offers == ()
    assert at(Part.SIGN).prompt.id == "open.difference"
    assert through(state, until=Part.SIGN).prompt.id == f"{PEACE}.difference"


@pytest.mark.parametrize("choice", [None, Offer("None of these", "None of these")])
def test_none_of_the_readings_leads_to_general_questions(choice):
    state = reframe(HAPPY).choose(choice)
    assert state.facet is None
    assert state.prompt.id == "open.exception"
    assert state.answer("In spring").part is Part.CONTRAST


def test_a_reading_may_be_picked_by_its_offer():
    state = reframe(HAPPY)
    assert state.choose(state.offers[1]).facet == "happiness.connection"


@pytest.mark.parametrize(
    ("wish", "prompt"),
    [
        ("I want to stop being sad", "avoidance.stop"),
        ("worry less", "avoidance.less"),
        ("not be so nervous", "avoidance.not"),
        ("get rid of my anger", "avoidance.get_rid"),
        ("get over my grief", "avoidance.get_over"),
    ],
)
def test_away_from_wording_is_asked_where_to_go(wish, prompt):
    assert at(Part.SIGN, wish).prompt.id == prompt


@pytest.mark.parametrize(
    ("wish", "prompt"),
    [
        ("make my ex come back to me", "control.other_people"),
        ("make three new friends in three months", "control.other_people"),
        ("get a promotion by June", "control.outcome_luck"),
        ("be happy all the time", "control.feelings"),
    ],
)
def test_what_others_or_chance_decide_is_asked_for_the_own_part(wish, prompt):
    assert at(Part.OWN_PART, wish).prompt.id == prompt


def test_an_own_part_that_was_told_is_the_step():
    assert Part.STEP not in parts(through(reframe("get a promotion by June")))


def test_an_own_part_that_was_skipped_leaves_the_step_to_be_asked():
    assert at(Part.OWN_PART, "get a promotion by June").skip().part is Part.STEP


def test_what_nobody_decides_but_luck_is_asked_even_without_a_cue():
    assert at(Part.OWN_PART, "Get my sister to apologise").prompt.id == "control.other_people"


@pytest.mark.parametrize("said", ["He never helps and then says I nag", "It means my boss should listen"])
def test_whoever_tells_of_others_is_asked_for_the_own_side_of_it(said):
    assert at(Part.SIGN, reading=said).prompt.id == "open.own-side"


def test_what_two_people_do_together_is_not_what_others_do():
    assert at(Part.SIGN, reading="My mum and I would talk").prompt.id == "open.difference"


def test_a_sign_that_others_would_give_is_asked_for_the_own_part():
    state = at(Part.OWN_PART, sign="He would do his share")
    assert state.prompt.id == "control.other_people"
    assert through(state, ANSWERS | {Part.CONFIDENCE: "8"}).ended is StopReason.ENOUGH


@pytest.mark.parametrize("said", ["He should just listen", "No idea"])
def test_what_others_are_to_do_is_no_step_of_ones_own(said):
    state = at(Part.OWN_PART, "Get my sister to apologise").answer(said)
    assert (state.part, state.prompt.id) == (Part.STEP, "general.first-step")


def test_whoever_knows_no_step_is_asked_for_five_minutes():
    state = at(Part.STEP).answer("I don't know")
    assert (state.part, state.prompt.id) == (Part.SIZE, "shrink.shorter")
    assert through(state, ANSWERS | {Part.CONFIDENCE: "8"}).ended is StopReason.ENOUGH


def test_nobody_is_asked_how_sure_they_are_of_no_step():
    asked = parts(through(at(Part.STEP).skip()))
    assert Part.SIZE not in asked
    assert Part.CONFIDENCE not in asked


def test_the_trouble_of_today_is_no_sign_of_a_better_day():
    """A facet may ask what one does when it is bad; only what asks for life as it is wanted makes a goal."""
    state = through(reframe("be heard by my partner").choose("relationships.talking"), until=Part.SIGN)
    assert state.prompt.id.startswith("open.")


def test_a_wish_towards_something_of_ones_own_gets_no_turning_question():
    asked = [turn.prompt.id for turn in through(reframe("be happy")).turns]
    assert not [name for name in asked if name.startswith(("avoidance", "control"))]


def test_an_extreme_wish_that_no_rule_is_meant_for_gets_no_control_question():
    assert Part.OWN_PART not in parts(through(reframe("meditate 9 hours a day")))


@pytest.mark.parametrize(
    ("step", "prompt"),
    [
        ("Meditate for 9 hours every day", "shrink.shorter"),
        ("Learn Polish, join a choir, run a marathon and write a book", "shrink.one"),
    ],
)
def test_a_step_that_is_a_lot_at_once_is_asked_for_a_smaller_one(step, prompt):
    assert at(Part.SIZE, step=step).prompt.id == prompt


@pytest.mark.parametrize(
    ("step", "prompt"),
    [
        ("I could walk for 20 minutes", "shrink.shorter"),
        ("I could walk there every day", "shrink.fewer"),
        ("I could ask her", "shrink.smaller"),
    ],
)
def test_low_confidence_offers_the_way_to_make_it_smaller_that_fits(step, prompt):
    assert at(Part.SMALLER, step=step, confidence="maybe a 4").prompt.id == prompt


@pytest.mark.parametrize("said", ["7", "ten", "8 out of 10", "very sure", "80 %", "9, without a doubt"])
def test_whoever_is_sure_or_names_no_number_is_not_asked_for_less(said):
    assert Part.SMALLER not in parts(through(reframe(HAPPY), ANSWERS | {Part.CONFIDENCE: said}))


def test_how_sure_is_sure_enough_can_be_chosen():
    answers = ANSWERS | {Part.CONFIDENCE: "5"}
    assert Part.SMALLER not in parts(through(reframe(HAPPY, sure_from=5), answers))
    assert Part.SMALLER in parts(through(reframe(HAPPY, sure_from=5.5), answers))


def test_the_same_way_to_make_it_smaller_is_not_asked_twice():
    state = through(reframe(HAPPY), ANSWERS | {Part.STEP: "Meditate for 9 hours every day", Part.CONFIDENCE: "2"})
    asked = [turn.prompt.id for turn in state.turns]
    assert asked[-3:] == ["shrink.shorter", "general.confidence", "shrink.fewer"]


# How it ends


def test_two_questions_skipped_in_a_row_end_it():
    state = reframe(HAPPY).skip()
    assert state.ended is None
    assert state.skip().ended is StopReason.DECLINED


def test_a_skip_between_answers_does_not():
    state = through(reframe(HAPPY).skip(), until=Part.SIGN).skip()
    assert through(state).ended is not StopReason.DECLINED


@pytest.mark.parametrize("said", ["stop", "Please stop!", "I don't want to talk about it."])
def test_whoever_says_stop_is_asked_no_more(said):
    state = reframe(HAPPY).answer(said)
    assert (state.ended, state.prompt) == (StopReason.DECLINED, None)


def test_parking_is_the_persons_own_or_a_not_now():
    assert reframe(HAPPY).park().ended is StopReason.DECLINED
    assert reframe(HAPPY).park(by=Party.THERAPIST).ended is StopReason.NOT_NOW


def test_whoever_says_that_it_is_too_much_is_offered_a_smaller_step_and_no_more():
    state = at(Part.STANDING).answer("Honestly this is too much for me right now")
    assert state.part is Part.SMALLER
    assert state.answer("only breathe").ended is StopReason.BURDEN


def test_whoever_says_so_at_a_smaller_step_is_asked_no_more():
    state = at(Part.SMALLER).answer("It's too much")
    assert state.ended is StopReason.BURDEN


def test_two_answers_in_a_row_that_add_nothing_new_end_it():
    state = at(Part.EXCEPTION).answer("I don't know")
    assert state.ended is None
    assert state.answer("no idea").ended is StopReason.REPEAT


def test_saying_the_same_again_adds_nothing_new():
    state = reframe(HAPPY).answer("happy, to be happy").answer("Be happy")
    assert state.ended is StopReason.REPEAT


@pytest.mark.parametrize(
    "said", ["Well, I don't really know, to be honest", "No idea, sorry", "I don't know, I never thought about it"]
)
def test_not_knowing_in_more_words_is_not_knowing(said):
    assert at(Part.EXCEPTION).answer(said).answer("no idea").ended is StopReason.REPEAT


@pytest.mark.parametrize("said", ["No idea, maybe at the pool", "I can't say no", "no, 5", "Well"])
def test_whoever_says_more_than_not_to_know_has_answered(said):
    assert at(Part.EXCEPTION).answer(said).answer("no idea").ended is None


def test_two_numbers_in_a_row_are_two_answers():
    assert at(Part.IMPORTANCE).answer("8").answer("8").ended is StopReason.ENOUGH


def test_without_a_sign_or_a_step_it_is_not_enough():
    state = at(Part.STEP).skip()
    assert through(state, ANSWERS | {Part.CONFIDENCE: "9"}).ended is StopReason.BUDGET


@pytest.mark.parametrize(
    "move", [lambda s: s.answer("x"), lambda s: s.skip(), lambda s: s.park(), lambda s: s.choose(None)]
)
def test_a_dialogue_that_has_ended_takes_no_more(move):
    ended = reframe(HAPPY).skip().skip()
    with pytest.raises(FieldError, match=r"Reframing must not have ended \(declined\); draft it, or begin anew"):
        move(ended)


def test_a_parked_dialogue_tells_how_to_take_it_up_again():
    parked = reframe(HAPPY).choose(None).park()
    with pytest.raises(FieldError, match=r"it is parked, so resume it from Transcript.unparked, or begin anew"):
        parked.skip()
    assert Reframing.resume(parked.transcript.unparked()) == reframe(HAPPY).choose(None)


# Danger


def test_a_concern_in_the_wish_stops_everything():
    stopped = reframe(DANGER)
    assert isinstance(stopped, ReframeStopped)
    assert not hasattr(stopped, "prompt")
    assert "myself" not in repr(stopped)


def test_a_concern_in_any_answer_stops_it():
    state = reframe(HAPPY)
    while state.prompt is not None:
        stopped = state.answer(DANGER)
        assert isinstance(stopped, ReframeStopped)
        assert [concern.category for concern in stopped.concerns] == [ConcernCategory.SUICIDE]
        state = state.answer(ANSWERS[state.part])


def test_what_was_said_before_the_concern_is_kept():
    stopped = reframe(HAPPY).answer("Less noise").answer(DANGER)
    assert [move.text for move in stopped.transcript.moves] == ["Less noise", DANGER]


def test_a_stored_dialogue_with_a_concern_stays_stopped():
    stopped = reframe(HAPPY).answer(DANGER)
    assert Reframing.resume(stopped.transcript) == stopped


def test_nothing_may_follow_a_concern():
    stopped = reframe(HAPPY).answer(DANGER)
    onward = stopped.transcript.and_then(reframe(HAPPY).skip().transcript.moves[0])
    with pytest.raises(FieldError, match="must not come behind the end of the dialogue"):
        Reframing.resume(onward)


def test_a_professional_may_release_the_words_and_the_dialogue_goes_on():
    stopped = reframe(HAPPY).answer(DANGER)
    release = release_of(DANGER)
    state = Reframing.resume(stopped.transcript.released(release))
    assert state.part is Part.EXCEPTION
    assert state == reframe(HAPPY).answer(DANGER, release=release)


def test_a_released_wish_goes_on_with_its_concern_on_record():
    release = release_of(DANGER)
    state = Reframing.resume(reframe(DANGER).transcript.released(release))
    assert state == reframe(DANGER, release=release)
    assert state.screened is ScreenStatus.CONCERN


def test_a_release_for_other_words_is_refused():
    with pytest.raises(FieldError, match="release must have been given for these very words"):
        reframe(HAPPY).answer("Less noise", release=release_of("More noise"))


def release_of(text):
    return Release.of(text, by="Ama Owusu", role="therapist", at=datetime(2026, 1, 5, tzinfo=UTC), reason="seen")


@pytest.mark.parametrize(
    "begin", [lambda: reframe(HAPPY, release="x"), lambda: reframe(HAPPY).answer("a", release="x")]
)
def test_only_a_release_releases(begin):
    with pytest.raises(FieldTypeError, match="release must be"):
        begin()


def test_the_screen_sees_the_wish_before_anything_else(monkeypatch):
    seen = []

    def stop(text, language):
        seen.append((text, language))
        return ScreenResult(ScreenStatus.CONCERN, (CONCERN,))

    monkeypatch.setattr(module, "screen", stop)
    monkeypatch.setattr(module, "WishCourse", None)
    reframe("be happy")
    assert seen == [("be happy", "en")]


def test_the_screen_sees_an_answer_before_it_is_heard(monkeypatch):
    state = reframe(HAPPY)
    monkeypatch.setattr(talk_module, "screen", lambda *_, **__: ScreenResult(ScreenStatus.CONCERN, (CONCERN,)))
    monkeypatch.setattr(talk_module, "_follow", None)
    assert state.answer("Less noise").concerns == (CONCERN,)


@pytest.mark.parametrize("concerns", [(), "suicide", ("suicide",)])
def test_stopping_takes_concerns_only(concerns):
    with pytest.raises((FieldError, FieldTypeError)):
        ReframeStopped(concerns)


# Storing and going on


@given(testing.reframings())
def test_a_stored_dialogue_goes_on_where_it_was(state):
    stored = json.dumps(state.transcript)
    assert Reframing.resume(json.loads(stored, Transcript)) == state
    assert json.loads(json.dumps(state), Reframing) == state
    assert json.dumps(state) == stored


@given(testing.reframings())
def test_no_state_loses_a_word_and_no_dialogue_asks_more_than_eight_questions(state):
    assert [turn.move for turn in state.turns] == list(state.transcript.moves)[: len(state.turns)]
    assert len(state.turns) <= 8
    assert len(state.transcript.moves) - len(state.turns) <= 1
    assert (state.prompt is None) is (state.ended is not None)
    assert (state.part is None) is (state.prompt is None)
    assert bool(state.offers) is (state.part is Part.READING)
    asked = [turn.prompt.id for turn in state.turns]
    assert len(set(asked)) == len(asked)


@given(testing.reframings(), st.data())
def test_every_way_through_comes_to_an_end(state, data):
    for _ in range(9):
        if state.prompt is None:
            break
        state = state.answer(data.draw(st.sampled_from([*ANSWERS.values(), "I don't know", "stop", "it's too much"])))
    assert state.ended is not None


@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_any_wish_that_is_looked_at_gets_a_question_and_keeps_its_words(wish):
    assume(screen(wish).status is ScreenStatus.NO_MATCH)
    state = reframe(wish)
    assert isinstance(state, Reframing)
    assert state.wish == wish
    assert state.prompt is not None
    assert len(state.themes) <= 3
    assert len(state.offers) <= 6


def test_the_state_before_stays_as_it_was():
    state = reframe(HAPPY)
    before = json.dumps(state)
    state.answer("Less noise")
    state.choose(PEACE)
    state.park()
    assert json.dumps(state) == before


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda state: pickle.loads(pickle.dumps(state))])
def test_a_copy_goes_on_as_well(twin):
    state = reframe("be happy and calm")
    assert twin(state) == state
    assert twin(state).answer("Less noise") == state.answer("Less noise")


def test_the_reframer_of_the_library_is_not_copied():
    state = reframe(HAPPY)
    assert pickle.loads(pickle.dumps(state)).reframer is state.reframer


def test_a_reframer_of_ones_own_survives_pickling():
    reframer = Reframer(catalogue())
    state = pickle.loads(pickle.dumps(reframer.reframe(HAPPY)))
    assert state.reframer is not reframer
    assert state.reframer.catalogue == catalogue()


# Bad input


@pytest.mark.parametrize(
    ("wish", "error", "message"),
    [
        ("", FieldError, "wish must not be empty or blank"),
        (" \n", FieldError, "wish must not be empty or blank"),
        ("a" * 4001, FieldError, "wish must have at most 4000 characters"),
        (None, FieldTypeError, "wish must be a str"),
        (b"be happy", FieldTypeError, "wish must be a str"),
    ],
)
def test_what_is_no_wish_is_refused(wish, error, message):
    with pytest.raises(error, match=message):
        reframe(wish)


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownNameError, match="language must be one of en"):
        reframe("be happy", language="tlh")


@pytest.mark.parametrize("sure_from", [-1, 11, float("nan")])
def test_how_sure_is_sure_enough_lies_on_the_scale(sure_from):
    with pytest.raises(FieldError, match=r"Transcript.sure_from must be"):
        reframe("be happy", sure_from=sure_from)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (" ", FieldError, "text must not be empty or blank"),
        ("a" * 4001, FieldError, r"text must have at most 4000 characters \(it has 4001\)"),
        (7, FieldTypeError, "text must be a str"),
    ],
)
def test_what_is_no_answer_is_refused(text, error, message):
    with pytest.raises(error, match=message):
        reframe(HAPPY).answer(text)


def test_an_answer_may_be_as_long_as_a_wish():
    assert reframe(HAPPY).answer("word " * 800).part is Part.EXCEPTION


def test_a_reading_of_another_theme_cannot_be_chosen():
    with pytest.raises(
        FieldError, match=r"facet must be one of the readings of the themes: happiness.inner_peace, .*or None"
    ):
        reframe(HAPPY).choose("sleep.routine")


def test_a_reading_can_be_chosen_only_while_it_is_asked():
    with pytest.raises(
        FieldError, match=r"facet cannot be chosen now, for the question is another one \(open.exception\)"
    ):
        reframe(HAPPY).choose(None).choose(PEACE)


def test_a_choice_is_an_offer_a_name_or_nothing():
    with pytest.raises(FieldTypeError, match="facet must be an Offer, the id of a reading or None"):
        reframe(HAPPY).choose(1)


@pytest.mark.parametrize("field", ["catalogue", "catalogue_version"])
def test_a_dialogue_of_another_catalogue_is_told_what_to_do(field):
    stored = json.dumps(reframe(HAPPY)).replace(getattr(reframe(HAPPY).transcript, field).encode(), b"older")
    with pytest.raises(DocumentError, match=r"must be .*, that of the catalogue, .*go on with the catalogue .* @ \$"):
        json.loads(stored, Reframing)


def test_an_interview_is_no_dialogue_about_a_wish():
    stored = json.dumps(interview())
    with pytest.raises(DocumentError, match="without one it belongs to an interview"):
        json.loads(stored, Reframing)


def test_a_stored_concern_is_read_as_its_transcript():
    stored = json.dumps(reframe(HAPPY).answer(DANGER).transcript)
    with pytest.raises(DocumentError, match="must hold no concern; read it as a Transcript"):
        json.loads(stored, Reframing)


@pytest.mark.parametrize("resume", [Reframing.resume, Reframer(catalogue()).resume])
def test_only_transcripts_are_gone_on_with(resume):
    with pytest.raises(FieldTypeError, match="transcript must be a Transcript"):
        resume("be happy")


@pytest.mark.parametrize(
    ("move", "message"),
    [
        ('{"kind":"answered","prompt":"open.difference","text":"x"}', r"moves\[0\].prompt"),
        ('{"kind":"chose","prompt":"clarify.meaning","facet":"sleep.routine"}', r"moves\[0\].facet"),
    ],
)
def test_a_move_that_fits_no_question_is_told_with_its_place(move, message):
    stored = json.dumps(reframe(HAPPY)).decode().removesuffix("}") + f',"moves":[{move}]}}'
    with pytest.raises(DocumentError, match=message):
        json.loads(stored, Reframing)


def test_a_choice_where_none_is_offered_is_told_with_its_place():
    stored = json.dumps(reframe("qwertz")).decode().removesuffix("}")
    stored += ',"moves":[{"kind":"chose","prompt":"open.difference"}]}'
    with pytest.raises(DocumentError, match=r"this question comes without a choice @ \$.moves\[0\].kind"):
        json.loads(stored, Reframing)


def test_words_in_the_place_of_a_reading_are_not_repeated_and_go_to_answer():
    with pytest.raises(FieldError, match="words of the person's own go to answer") as caught:
        reframe("I want to be happy").choose("my own private words")
    assert "private" not in str(caught.value)


def test_draft_of_a_dialogue_takes_no_release_of_its_own():
    at = datetime(2026, 1, 5, 10, tzinfo=UTC)
    release = Release.of("I want to be happy", by="Ama Owusu", role="therapist", at=at, reason="looked at")
    with pytest.raises(FieldError, match="must not be given with a dialogue"):
        draft(reframe("I want to be happy"), start=date(2026, 1, 5), release=release)
