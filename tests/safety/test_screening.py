import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.safety import ConcernCategory, Directness, SafetyConcern, ScreenResult, ScreenStatus, screen

FOUND = SafetyConcern(
    category=ConcernCategory.SUICIDE,
    rule_id="s1",
    rule_set_version="1",
    directness=Directness.DIRECT,
    start=0,
    end=4,
)


@given(st.text())
def test_without_rules_no_text_is_screened(text):
    assert screen(text) == ScreenResult(ScreenStatus.NOT_SCREENED)


@pytest.mark.parametrize(("text", "language"), [("", "en"), (" \n", "en"), ("a" * 4001, "en"), ("dormir mejor", "es")])
def test_blank_and_over_long_text_and_other_languages_are_no_errors(text, language):
    assert screen(text, language=language).status is ScreenStatus.NOT_SCREENED


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
    assert repr(screen("sleep better")) == "<ScreenResult not_screened, nothing was looked at>"


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
