"""What is written so that it is hard to see, or broken over lines, is looked at like any other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.safety import ScreenStatus, screen
from therapygoals.safety._disguise import undisguised
from therapygoals.testing import texts

DISGUISED = [
    "I want to\ndie",
    "I want\r\nto die",
    "I want to\n\ndie",
    "I want to...die",
    "I want to\N{HORIZONTAL ELLIPSIS} die",
    "k.i.l.l myself",
    "I want to d-i-e",
    "I want to k*i*l*l myself",
    "I want to k1ll myself",
    "I want to k\u200bill myself",
    "I want to \uff44\uff49\uff45",
    "I want to \U0001d41d\U0001d422\U0001d41e",
    "I want to k\u0456ll myself",
    "I want to die\u0301",
]


@pytest.mark.parametrize("text", DISGUISED)
def test_disguise_and_breaks_hide_nothing(text):
    assert screen(text).status is ScreenStatus.CONCERN


@pytest.mark.parametrize("text", DISGUISED)
def test_place_of_a_concern_lies_in_the_text_as_it_was_given(text):
    concern = screen(text).concerns[0]
    assert 0 <= concern.start < concern.end <= len(text)
    assert concern.end >= len(text.rstrip("\u0301")) - len("f")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Goals:\n- drink less\n2. cut the grass", "Goals:;- drink less;2. cut the grass"),
        ("e.g. a walk, i.e. out", "e.g. a walk, i.e. out"),
        ("my well-being and A-levels", "my well-being and A-levels"),
        ("\u0436\u0438\u0442\u044c", "\u0436\u0438\u0442\u044c"),
    ],
)
def test_what_is_no_disguise_stays(text, seen):
    assert undisguised(text)[0] == seen


@given(texts() | st.text())
def test_every_character_knows_its_place(text):
    seen, places = undisguised(text)
    if places is None:
        assert seen == text
    else:
        assert len(places) == len(seen)
        assert list(places) == sorted(places)
        assert all(0 <= place < len(text) for place in places)
