import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.safety import (
    ConcernCategory,
    Directness,
    SafetyConcern,
    ScreenResult,
    ScreenStatus,
    Subject,
    screen,
)

FOUND = SafetyConcern(
    category=ConcernCategory.SUICIDE,
    rule_id="s1",
    rule_set_version="1",
    directness=Directness.DIRECT,
    start=0,
    end=4,
)


@given(st.text())
def test_every_text_has_an_answer_with_its_places_inside_it(text):
    result = screen(text)
    assert all(0 <= concern.start < concern.end <= len(text) for concern in result.concerns)
    assert screen(text) == result


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "en"), (" \n", "en"), ("a" * 4001, "en"), ("\ud800 I want to die", "en"), ("dormir mejor", "es")],
)
def test_what_cannot_be_looked_at_is_no_error(text, language):
    assert screen(text, language=language).status is ScreenStatus.NOT_SCREENED


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en-us"])
def test_a_region_falls_back_on_its_language(language):
    assert screen("I want to die", language=language).status is ScreenStatus.CONCERN


def test_text_that_no_rule_matches_is_not_called_safe():
    assert screen("sleep better") == ScreenResult(ScreenStatus.NO_MATCH)


def test_a_concern_tells_where_and_by_which_rule_and_no_words():
    text = "Please help, my son wants to kill himself. Sleep."
    (concern,) = screen(text).concerns
    assert text[slice(*concern.span)] == "kill himself"
    assert (concern.category, concern.rule_id) == (ConcernCategory.SUICIDE, "suicide-kill-oneself")
    assert (concern.directness, concern.subject, concern.negated) == (Directness.DIRECT, Subject.SELF, False)
    assert "himself" not in repr(concern)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("he wants to kill himself", Subject.OTHER),
        ("I want to kill myself", Subject.SELF),
        ("suicidal", Subject.UNKNOWN),
    ],
)
def test_another_person_counts_as_much_as_oneself(text, subject):
    assert [concern.subject for concern in screen(text).concerns] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to kill myself but I think about it",
        "I was going to kill myself last year",
        "never hurt myself again",
        "my late father used to hit me",
        "I was beaten as a boy, and both of them are dead now",
        "Process childhood sexual abuse; perpetrator deceased",
    ],
)
def test_a_negation_or_the_past_clears_nothing(text):
    assert screen(text).status is ScreenStatus.CONCERN


@pytest.mark.parametrize(
    "text",
    ["Pt denies SI/HI.", "nil SI", "No suicidal ideation reported.", "denied thoughts of harming self or others"],
)
def test_what_a_clinician_rules_out_is_a_concern_that_is_denied(text):
    assert screen(text).concerns[0].negated


def test_a_goal_is_no_concern_for_the_name_of_a_part_of_it():
    assert screen("trust the voice inside me that says I'm good enough").status is ScreenStatus.NO_MATCH
    assert screen("the voice inside me says that I must die").status is ScreenStatus.CONCERN


def test_a_negation_is_told():
    assert screen("I don't want to kill myself").concerns[0].negated


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("my dad hits me, I'm 14", True),
        ("he hits the kids", True),
        ("my husband hits me", False),
        ("my husband hits me, I'm 45", False),
    ],
)
def test_a_child_in_danger_is_told(text, young):
    assert screen(text).concerns[0].child_at_risk is young


@pytest.mark.parametrize(
    "text",
    [
        "su1cide",
        "k1ll mys3lf",
        "I want to kill my\u200bself",
        "SUICIDE",
        "i dont want to be alive anymore",
        "self-harm",
    ],
)
def test_other_spellings_are_found(text):
    assert screen(text).status is ScreenStatus.CONCERN


def test_places_count_what_cannot_be_seen():
    text = "sleep.\u200b kill my\u200bself"
    assert text[slice(*screen(text).concerns[0].span)] == "kill my\u200bself"


def test_a_figure_of_speech_clears_only_its_own_words():
    assert screen("this job is killing me").status is ScreenStatus.NO_MATCH
    assert screen("this job is killing me, I want to die").status is ScreenStatus.CONCERN


def test_nothing_reaches_over_the_end_of_a_sentence():
    assert screen("I want this. To die for cake is silly.").status is ScreenStatus.NO_MATCH


def test_each_category_has_its_own_concern():
    found = screen("I cut myself and I want to die").concerns
    assert {concern.category for concern in found} == {ConcernCategory.SELF_HARM, ConcernCategory.SUICIDE}


def test_what_overlaps_within_a_category_is_one_concern():
    assert len(screen("I want to kill myself and end my life").concerns) == 2
    assert len(screen("I wish I was dead").concerns) == 1


@pytest.mark.parametrize("text", [None, 3, b"sleep better", ["sleep better"]])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(FieldTypeError, match="text must be a str"):
        screen(text)


def test_a_language_that_is_no_text_is_refused():
    with pytest.raises(FieldTypeError, match="language must be a str"):
        screen("sleep better", language=None)


def test_no_status_is_called_safe():
    assert not any("safe" in status for status in ScreenStatus)


def test_repr_says_that_no_match_is_not_safe():
    assert repr(ScreenResult(ScreenStatus.NO_MATCH)) == "<ScreenResult no_match, which does not mean safe>"


def test_repr_says_that_nothing_was_looked_at():
    assert repr(screen("")) == "<ScreenResult not_screened, nothing was looked at>"


def test_repr_of_a_concern_names_its_category_only():
    shown = repr(ScreenResult(ScreenStatus.CONCERN, [FOUND]))
    assert shown == "<ScreenResult concern, a person has to look at it: suicide>"


@pytest.mark.parametrize(
    ("status", "concerns"),
    [(ScreenStatus.NO_MATCH, (FOUND,)), (ScreenStatus.NOT_SCREENED, (FOUND,)), (ScreenStatus.CONCERN, ())],
)
def test_concerns_come_with_the_status_concern_and_with_no_other(status, concerns):
    with pytest.raises(FieldError, match=f"ScreenResult.concerns must fit the status {status}"):
        ScreenResult(status, concerns)


@pytest.mark.parametrize(("status", "concerns"), [("concern", (FOUND,)), (ScreenStatus.CONCERN, ("suicide",))])
def test_a_result_of_the_wrong_types_is_refused(status, concerns):
    with pytest.raises(FieldTypeError):
        ScreenResult(status, concerns)


def test_a_result_survives_pickling():
    result = ScreenResult(ScreenStatus.CONCERN, (FOUND,))
    assert pickle.loads(pickle.dumps(result)) == result
