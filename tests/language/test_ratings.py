"""The number of an answer on a scale from 0 to 10."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.language.ratings import rating_in, rating_of


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
        ("3,5", 3.5),
        ("30%", 3),
        ("60 %", 6),
        ("five, up from 3", 5),
        ("I'd be a 4", 4),
        ("if I had to pick, a 4", 4),
    ],
)
def test_the_first_number_that_stands_alone_is_the_rating(said, number):
    assert rating_in(said) == (number, number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("not 3, more like 5", 5),
        ("it isn't 3, it's 5", 5),
        ("7? no, 3", 3),
        ("a 3. No, a 4", 4),
        ("I was 2 in May, now 4", 4),
        ("it used to be a 7 and it's 4 now", 4),
        ("I'd love a 6. 3 now", 3),
        ("It was an 8. Then he left. A 2.", 2),
    ],
)
def test_what_was_is_wished_for_or_is_taken_back_is_not_the_rating_of_today(said, number):
    assert rating_in(said) == (number, number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("A four. A five would be to open the box", 5),
        ("2. To get to 3 I'd go out twice a week", 3),
        ("4, and one point more would be a quiet breakfast", 5),
        ("4, a point more is sleep", 5),
        ("4, half a point more would do", 4.5),
        ("4, one point more would be five", 5),
        ("I'm at 4 and I'd like to be at 6", 6),
    ],
)
def test_the_next_number_is_the_one_that_is_named(said, number):
    assert rating_of(said).better == number


@pytest.mark.parametrize(
    "said", ["4", "4. I'd laugh at dinner", "10, one point more is too much", "3 or 4, a point more"]
)
def test_no_next_number_is_made_up(said):
    assert rating_of(said).better is None


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("5 or maybe 6", (5, 6)),
        ("3-4", (3, 4)),
        ("maybe 3 or 4, one point more would be sleep", (3, 4)),
        ("between 4 and 5", (4, 5)),
    ],
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
        "5% better",
        "30% of the time",
        "not a 3",
        "8, but not really",
        "two years ago it was 8",
        "I wish it was a 5",
        "I sleep 5 hours, six would be better",
        "8 out of 12",
        "3 kids",
    ],
)
def test_scales_steps_and_numbers_of_things_are_no_rating(said):
    assert rating_in(said) is None


@given(st.text(max_size=100))
def test_any_text_can_be_asked(said):
    ends = rating_in(said)
    better = None if ends is None else rating_of(said).better
    assert better is None or ends[1] < better <= 10
    assert ends is None or 0 <= ends[0] <= ends[1] <= 10
