"""The first step with a vague wish."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.reframing import ReframeStopped, Reframing, Theme, catalogue, reframe
from therapygoals.reframing import opening as module
from therapygoals.safety import ConcernCategory, Directness, SafetyConcern, ScreenResult, ScreenStatus

CONCERN = SafetyConcern(
    category=ConcernCategory.SELF_HARM,
    rule_id="h1",
    rule_set_version="1",
    directness=Directness.DIRECT,
    start=0,
    end=4,
)


def asked(wish):
    return [prompt.id for prompt in reframe(wish).prompts]


def test_happiness_may_stand_for_inner_peace_among_other_readings():
    facets = [offer.facet for offer in reframe("I want to be happy").offers]
    names = ["happiness.inner_peace", "happiness.connection", "happiness.energy", "happiness.meaning"]
    assert facets == [*names, None, None]


def test_inner_peace_is_asked_and_not_told():
    offer = reframe("I want to be happy").offers[0]
    assert offer.text.startswith("Could it be inner peace")
    assert offer.text.endswith("?")
    assert (offer.theme, offer.title) == (Theme.HAPPINESS, "Inner peace")


def test_something_else_and_none_of_these_stand_beside_every_choice():
    offers = reframe("sleep better").offers
    assert [offer.text for offer in offers[-2:]] == [catalogue().something_else, catalogue().none_of_these]
    assert [offer.theme for offer in offers[-2:]] == [None, None]


def test_a_reading_brings_its_own_questions_for_when_it_is_picked():
    offer = reframe("I want to be happy").offers[0]
    assert [prompt.id for prompt in offer.prompts] == [
        "happiness.inner_peace.exception",
        "happiness.inner_peace.difference",
        "happiness.inner_peace.noticing",
        "happiness.inner_peace.control",
        "happiness.inner_peace.scaling",
    ]


def test_the_first_question_is_what_the_wish_means():
    assert asked("I want to be happy") == [
        "clarify.meaning",
        "happiness.inner_peace.exception",
        "happiness.connection.exception",
        "happiness.energy.exception",
    ]


def test_equally_good_themes_offer_their_readings_in_turn():
    offers = reframe("be less anxious and less angry").offers
    assert [offer.theme for offer in offers[:4]] == [Theme.ANXIETY_FEAR, Theme.ANGER] * 2


def test_where_nothing_fits_there_are_general_questions_and_no_readings():
    result = reframe("qwertz uiop")
    assert (result.themes, result.offers) == ((), ())
    assert [prompt.id for prompt in result.prompts] == ["open.difference", "open.exception", "open.hard-easy"]


@pytest.mark.parametrize(
    ("wish", "prompt"),
    [
        ("I want to stop being sad", "avoidance.stop"),
        ("worry less", "avoidance.less"),
        ("not be so nervous", "avoidance.not"),
        ("get rid of my anger", "avoidance.get_rid"),
        ("get over my grief", "avoidance.get_rid"),
    ],
)
def test_away_from_wording_is_asked_where_to_go(wish, prompt):
    assert asked(wish)[0] == prompt


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
    assert prompt in asked(wish)


def test_a_wish_towards_something_of_ones_own_gets_no_turning_question():
    assert not [name for name in asked("be happy") if name.startswith(("avoidance", "control"))]


def test_an_extreme_wish_that_no_rule_is_meant_for_gets_no_control_question():
    assert not [name for name in asked("meditate 9 hours a day") if name.startswith("control")]


@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_any_text_gets_questions_and_keeps_its_words(wish):
    result = reframe(wish)
    assert isinstance(result, Reframing)
    assert result.wish == wish
    assert 1 <= len(result.prompts) <= 4
    assert len(result.themes) <= 3
    assert len(result.offers) <= 6


def test_the_result_tells_what_the_screen_could_say_and_which_version_asked():
    result = reframe("be happy")
    assert result.screened is ScreenStatus.NO_MATCH
    assert result.catalogue_version == catalogue().version
    assert result.language == "en"


def test_repr_shows_themes_and_not_the_wish():
    shown = repr(reframe("be happy, says Zebedee"))
    assert "happiness" in shown
    assert "Zebedee" not in shown
    assert len(shown) < 200


def test_a_result_survives_pickling():
    result = reframe("be happy and calm")
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_concern_stops_everything(monkeypatch):
    monkeypatch.setattr(module, "screen", lambda *_, **__: ScreenResult(ScreenStatus.CONCERN, (CONCERN,)))
    result = reframe("be happy")
    assert result == ReframeStopped((CONCERN,))
    assert not hasattr(result, "prompts")
    assert "happy" not in repr(result)


def test_the_screen_sees_the_wish_before_anything_else(monkeypatch):
    seen = []

    def stop(text, language):
        seen.append((text, language))
        return ScreenResult(ScreenStatus.CONCERN, (CONCERN,))

    monkeypatch.setattr(module, "screen", stop)
    monkeypatch.setattr(module, "matcher", None)
    monkeypatch.setattr(module, "read", None)
    reframe("be happy")
    assert seen == [("be happy", "en")]


@pytest.mark.parametrize("concerns", [(), "suicide", ("suicide",)])
def test_stopping_takes_concerns_only(concerns):
    with pytest.raises((FieldError, FieldTypeError)):
        ReframeStopped(concerns)


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
