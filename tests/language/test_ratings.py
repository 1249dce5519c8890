"""The number of an answer on a scale from 0 to 10."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.language.ratings import rating_in


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("4", 4),
        ("I'm at a 4 today", 4),
        ("about a 6 out of 10", 6),
        ("7/10", 7),
        ("4 of 10", 4),
        ("six", 6),
        ("a solid five", 5),
        ("zero", 0),
        ("0, really", 0),
        ("10", 10),
        ("8.5", 8.5),
        ("3ish", 3),
        ("3 I think", 3),
        ("like a 2 most days", 2),
        ("7 for me", 7),
        ("I would say 2. To get to 3 I'd go out twice a week", 2),
        ("at 4 today. One more point: I get up on time", 4),
        ("0 to 10? probably 5", 5),
        ("on a scale from 0 to 10 I'm a 3", 3),
        ("I have 3 kids and I'm at a 5", 5),
    ],
)
def test_the_first_number_that_stands_alone_is_the_rating(said, number):
    assert rating_in(said) == (number, number)


@pytest.mark.parametrize(
    ("said", "ends"),
    [("3-4", (3, 4)), ("maybe 3 or 4, one point more would be sleep", (3, 4)), ("between 4 and 5", (4, 5))],
)
def test_a_range_keeps_both_ends(said, ends):
    assert rating_in(said) == ends


@pytest.mark.parametrize(
    "said",
    [
        "nothing",
        "12",
        "-3",
        "from 0 to 10",
        "One point more would be laughing",
        "two points",
        "5 minutes",
        "twice a week",
        "24/7",
        "5%",
        "8 out of 12",
        "3 kids",
    ],
)
def test_scales_steps_and_numbers_of_things_are_no_rating(said):
    assert rating_in(said) is None


@given(st.text(max_size=100))
def test_any_text_can_be_asked(said):
    ends = rating_in(said)
    assert ends is None or 0 <= ends[0] <= ends[1] <= 10
