"""Several goals in one statement, each read from its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import FieldError, split
from therapygoals.language import read
from therapygoals.testing import goal_texts, texts


def parts(text):
    return [reading.text for reading in split(text)]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Learn Polish and stop snapping at my brother", ["Learn Polish", "stop snapping at my brother"]),
        (
            "Sleep 7 hours, drink less, and have no rows with my son",
            ["Sleep 7 hours", "drink less", "have no rows with my son"],
        ),
        (
            "I want to sleep better. I also want to eat less by June",
            ["I want to sleep better.", "I also want to eat less by June"],
        ),
        (
            "Client will cut down to two beers a week and will attend group weekly",
            ["Client will cut down to two beers a week", "will attend group weekly"],
        ),
        ("Donate more and spend less", ["Donate more", "spend less"]),
        ("walk daily, I will, and I want to sleep more", ["walk daily", "I will, and I want to sleep more"]),
        (
            "Goal 1: paint daily. Goal 2: ring Ann weekly. Goal 3: sleep more.",
            ["Goal 1: paint daily.", "Goal 2: ring Ann weekly.", "Goal 3: sleep more."],
        ),
        ("1. paint daily\n2. ring Ann\n3. less worry", ["1. paint daily", "2. ring Ann", "3. less worry"]),
        ("a) paint daily b) ring Ann", ["a) paint daily", "b) ring Ann"]),
        ("- paint daily\n- ring Ann\n- sleep more", ["- paint daily", "- ring Ann", "- sleep more"]),
        ("Paint daily. Ring Ann every week.", ["Paint daily.", "Ring Ann every week."]),
        ("Paint daily; ring Ann every week", ["Paint daily;", "ring Ann every week"]),
        ("paint twice a week and eat fruit every day", ["paint twice a week", "eat fruit every day"]),
    ],
)
def test_each_goal_has_its_own_words(text, goals):
    assert parts(text) == goals


@pytest.mark.parametrize(
    "text",
    [
        "walk daily",
        "walk and talk with my sister every week",
        "sit down and write to my aunt by Friday",
        "call my mother and ask her to lunch",
        "be calmer by breathing slowly and counting to ten",
        "I need to phone my dad. I'd want it done before his birthday.",
        "walk every day, I will",
        "My sister rang twice last night.",
        "1. My sister rang twice last night.",
        "- paint - on Mondays",
        "paint for an hour twice a week and do it with my sister every week",
        "hello",
    ],
)
def test_one_goal_or_none_is_one_reading_of_all_of_it(text):
    assert parts(text) == [text]


def test_each_part_is_read_as_if_it_stood_alone():
    first, second = split("go from four panic attacks a week to one and attend group weekly until June")
    assert (str(first.baseline), str(first.target)) == ("4 times per week", "1 time per week")
    assert (str(second.frequency), str(second.deadline)) == ("1 time per week", "by June")


@given(goal_texts() | texts())
def test_parts_stand_in_the_text_one_behind_the_other(text):
    done = 0
    for part in parts(text):
        done = text.index(part, done) + len(part)
    assert done == len(text)


@given(st.lists(goal_texts(), min_size=1, max_size=3))
def test_the_first_part_is_what_read_gives(said):
    text = ". I want to ".join(said)
    assert split(text)[0].aim is read(text).aim


@pytest.mark.parametrize("text", ["", "  ", "a" * 4_001])
def test_a_blank_or_overlong_text_is_refused(text):
    with pytest.raises(FieldError, match=r"^text must"):
        split(text)
