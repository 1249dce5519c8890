"""How much: targets, starts, changes, lengths, and numbers that are none of these."""

import pytest

from therapygoals.goals import Amount
from therapygoals.language import Role, read


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("learn three techniques to calm my racing thoughts at work", "3 techniques"),
        ("challenge three negative beliefs about myself", "3 beliefs"),
        ("attend three consecutive sessions", "3 sessions"),
        ("go to a couple of social events", "2 social events"),
        ("drink 8 cups of water per day", "8 cups per day"),
        ("keep my PHQ-9 below 5", "under 5 out of 27 points"),
        ("feel at least a 6 on the confidence scale", "at least 6 points"),
        ("score 20 or more out of 30 on the scale", "at least 20 out of 30 points"),
        ("raise his hand in 4 out of 5 lessons", "4 out of 5 times"),
        ("raise his hand in 4 out of 5", "4 out of 5 points"),
        ("save £1,000", "1000 pounds"),
        ("do three dozen push-ups", "36 push-ups"),
        ("lower my weight to 70 kg", "70 kilograms"),
        ("run 5k without stopping", "5 kilometres"),
        ("walk 10k steps", "10000 steps"),
        ("swim one hundred and twenty metres", "120 metres"),
        ("swim two thousand five hundred metres", "2500 metres"),
        ("swim a hundred metres", "100 metres"),
        ("fill three diaries", "3 diaries"),
        ("cook four big lunches", "4 lunches"),
        ("make four sandwiches", "4 sandwiches"),
        ("decrease nail biting to no more than twice a day", "at most 2 times per day"),
        ("swim 1 and a half miles", "1.5 miles"),
        ("sleep eight hours a night", "8 hours per day"),
        ("no more than two beers a week", "at most 2 beers per week"),
        ("limit social media to 30 minutes per day", "at most 30 minutes per day"),
        ("30 minutes of cardio a day", "30 minutes per day"),
        ("hold six twenty-minute check-ins", "6 check-ins"),
        ("invite a colleague twice", "2 times"),
        ("do homework 90% of the time", "90 %"),
        ("weigh between 60 and 65 kg", "60 to 65 kilograms"),
        ("max 45 minutes of social media", "at most 45 minutes"),
        ("bring my anxiety to 5 max", "at most 5 points"),
        ("drop to 3 sugars", "3 sugars"),
        ("bring my mood up to 7", "7 points"),
        ("PHQ-9 < 5", "under 5 out of 27 points"),
        ("self-harm urges ≤ 2/wk", "at most 2 times per week"),
        ("weigh under 70 kg", "under 70 kilograms"),
        ("under two hours a day on my phone", "under 2 hours per day"),
        ("spend less than 2 hours daily on my phone", "under 2 hours per day"),
        ("fewer than three arguments a week", "under 3 times per week"),
        ("panic less than once a month", "under 1 time per month"),
        ("anxiety at 3/10 or less", "at most 3 out of 10 points"),
        ("use my skills in 4/5 sessions", "4 out of 5 times"),
        ("lower my SUDS to 40", "40 points"),
        ("cut smoking to a pack a week", "1 pack per week"),
        ("raise my steps to 8k a day", "8000 steps per day"),
        ("get over 7 hours of sleep a night", "over 7 hours per day"),
        ("go 8 days without cannabis over the next 4 sessions", "8 days"),
    ],
)
def test_a_target_is_read(text: str, target: str) -> None:
    reading = read(text)
    assert str(reading.target or reading.duration) == target


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("reduce the PHQ-9 score from 18 to 9 or below", "18 out of 27 points", "at most 9 out of 27 points"),
        ("bring anxiety from 8/10 down to 4/10", "8 out of 10 points", "4 out of 10 points"),
        ("lower worry from nine out of ten to five or six", "9 out of 10 points", "5 to 6 out of 10 points"),
        ("raise my self-esteem from 3 to 6 out of 10", "3 out of 10 points", "6 out of 10 points"),
        ("go from 4 hours of sleep to 7 hours a night", "4 hours per day", "7 hours per day"),
        ("increase my steps from 3,000 to 8,000 daily", "3000 steps per day", "8000 steps per day"),
        ("stress score 82 -> 60", "82 points", "60 points"),
        ("stress score 82 → 60", "82 points", "60 points"),
        ("anxiety 9 to 6", "9 points", "6 points"),
        ("cut down from twenty cigarettes a day to five", "20 cigarettes per day", "5 cigarettes per day"),
        ("raise my outings from none to two a week", "0 times per week", "2 times per week"),
        ("reduce outbursts from daily to once a month or less", "1 time per day", "at most 1 time per month"),
        ("reach 20 on the mood scale, up from 12", "12 points", "20 points"),
        ("reach a mood score of 20, currently 12", "12 points", "20 points"),
        ("cut back from a pack a day to half a pack", "1 pack per day", "0.5 packs per day"),
        ("from twenty cigarettes a day to a pack a week", "20 cigarettes per day", "1 pack per week"),
        ("increase my pages from 3 to 8 a day", "3 pages per day", "8 pages per day"),
        ("reduce my PHQ-9 from 15 to <8", "15 out of 27 points", "under 8 out of 27 points"),
        ("reduce my GAD-7 from 20 to ≤ 9", "20 out of 21 points", "at most 9 out of 21 points"),
        ("increase my mood from 3 to >= 6", "3 points", "at least 6 points"),
        ("reduce my drinks from 10 to under 5", "10 drinks", "under 5 drinks"),
        ("lower my worry from a 9 to at most a 5", "9 points", "at most 5 points"),
        ("reduce my anxiety from an 8 to a 4", "8 points", "4 points"),
        ("get down to 5 on the PHQ-9 from 18", "18 out of 27 points", "5 out of 27 points"),
        ("lower my worry to 4 from 8", "8 points", "4 points"),
        ("be at a 7 rather than a 3", "3 points", "7 points"),
        ("rate my mood 7 instead of 3", "3 points", "7 points"),
        ("sleep 7 instead of 5 hours", "5 hours", "7 hours"),
        ("smoke at most 5 cigarettes a day, from 20", "20 cigarettes per day", "at most 5 cigarettes per day"),
        ("go from a bottle of wine a night to a glass", "1 bottle of wine per day", "1 glass per day"),
    ],
)
def test_a_start_and_an_end_share_unit_period_and_scale(text: str, baseline: str, target: str) -> None:
    reading = read(text)
    assert (str(reading.baseline), str(reading.target)) == (baseline, target)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("30 minutes less screen time per day", "-30 minutes per day"),
        ("trim my screen time by 30 minutes", "-30 minutes"),
        ("cut my drinking by half", "-50 %"),
        ("cut my drinking by 20 %", "-20 %"),
        ("lose 5 kg", "-5 kilograms"),
        ("do one more hour of study per week", "1 hour per week"),
        ("sleep one extra hour", "1 hour"),
        ("have two fewer drinks a day", "-2 drinks per day"),
        ("raise my score by 3", "3"),
        ("five less", "-5"),
        ("earn £20,000 more a year", "20000 pounds per year"),
        ("drink half a litre more water a day", "0.5 litres per day"),
        ("spend £30 less a week", "-30 pounds per week"),
        ("spend one hour less on my phone every evening", "-1 hour"),
    ],
)
def test_a_change_has_a_sign(text: str, change: str) -> None:
    assert str(read(text).change) == change


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("walk 20 minutes after work", "20 minutes"),
        ("swim for half an hour", "0.5 hours"),
        ("tidy for a quarter of an hour", "0.25 hours"),
        ("read for an hour and a half", "1.5 hours"),
        ("meditate 10-15 min/day", "10 to 15 minutes"),
        ("take a 30-minute walk", "30 minutes"),
        ("walk for at least 20 minutes", "at least 20 minutes"),
        ("go to bed 15 minutes earlier each night", "15 minutes"),
        ("hold six twenty-minute check-ins", "20 minutes"),
        ("read for 1h30 a day", "90 minutes"),
        ("read for 1h 30min", "90 minutes"),
        ("walk for 1h20m a day", "80 minutes"),
        ("walk 1 hour and 15 minutes a day", "75 minutes"),
        ("walk 1.5h a day", "1.5 hours"),
        ("walk 2 hours and 3 miles", "2 hours"),
    ],
)
def test_the_length_of_one_occasion_is_read(text: str, duration: str) -> None:
    assert str(read(text).duration) == duration


@pytest.mark.parametrize(
    "text",
    [
        "count to 10 before reacting",
        "I'm 52 and want to be happy",
        "be a better dad to my 3 kids",
        "move out of flat 7B",
        "talk to someone from the 12-step fellowship",
        "take life one day at a time",
        "say no to my boss at 5 pm",
        "be okay with moving 3,000 miles away",
        "I was divorced twice and want to be calm",
        "give one talk at work",
        "leave by six",
        "run in group 5:",
        "visit every one of them by 5th",
        "go on the two-seater ride",
        "be calm by listening to 3 songs",
        "add " + "9" * 400,
        "go 1-1",
        "go from 5 of very good old long days",
    ],
)
def test_a_number_that_is_not_the_measure_is_no_target(text: str) -> None:
    reading = read(text)
    assert reading.target is reading.baseline is reading.change is None


@pytest.mark.parametrize("text", ["walk 3 km to a friend", "go from two bottles a week to a better life"])
def test_one_of_something_is_an_end_only_in_a_period(text: str) -> None:
    assert read(text).baseline is None


def test_a_number_instead_of_another_thing_has_no_start() -> None:
    assert read("drink 3 teas instead of coffee").baseline is None


def test_the_number_of_another_thing_is_a_distractor() -> None:
    reading = read("be a better dad to my 3 kids")
    assert [reading.words(phrase) for phrase in reading.all(Role.DISTRACTOR)] == ["3 kids"]


def test_a_bound_that_is_said_to_be_passed_is_strict() -> None:
    assert read("keep my weight above 50 kg").target == Amount(low=50, strict=True, unit="kilogram")


@pytest.mark.parametrize("text", ["T10 injury, sit up daily", "T2DM, walk daily", "1:1 sessions, wk 2", "B12 tablets"])
def test_digits_of_a_name_measure_nothing(text):
    assert read(text).target is None


def test_a_number_behind_be_is_a_target_where_a_pronoun_points_back():
    reading = read("I said eight out of ten, and I want it to be a four by May")
    assert (reading.baseline.value, reading.target.value) == (8, 4)
    assert read("be 40 and happy").target is None
