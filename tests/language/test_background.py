"""What a person tells around a wish is no part of the goal, though it may say where things stand today."""

import pytest

from therapygoals.goals import Aim, Kind
from therapygoals.language import Role, read
from therapygoals.smart import check


def told(text):
    reading = read(text)
    return [reading.words(phrase) for phrase in reading.all(Role.BACKGROUND)]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("I'm 52, two grown sons, and I want to sleep through the night.", ["I'm 52, two grown sons,"]),
        ("more patience, that's the main thing. My dad had none.", ["that's the main thing. My dad had none."]),
        ("My back went in 2015. Walk to the post office every Friday.", ["My back went in 2015."]),
        ("honestly, um, I'd like to be less jumpy, you know", []),
        ("stop biting my nails, I've done it since I was six", ["I've done it since I was six"]),
        ("walk 20 minutes a day", []),
        ("When I feel low, I want to ring my sister", []),
    ],
)
def test_what_only_tells_stands_around_the_wish(text, around):
    assert told(text) == around


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We've been married 31 years and I want to listen without interrupting", None),
        ("I am 44, I have three kids, I want to be calmer", None),
        ("Forty people in my office. I'd like to be less shy.", None),
    ],
)
def test_numbers_of_the_background_measure_nothing(text, value):
    reading = read(text)
    assert (reading.target, reading.frequency, reading.duration, reading.deadline) == (value,) * 4


@pytest.mark.parametrize(
    ("text", "baseline", "target", "aim"),
    [
        (
            "I smoke 20 cigarettes a day, I want to get down to four a day",
            "20 cigarettes per day",
            "4 cigarettes per day",
            Aim.REDUCE,
        ),
        (
            "I have about six headaches a week. I'd like that down to two by May.",
            "6 headaches per week",
            "2",
            Aim.REDUCE,
        ),
        (
            "My mood is a 3 out of 10 and I want it at a 6 out of 10",
            "3 out of 10 points",
            "6 out of 10 points",
            Aim.INCREASE,
        ),
        (
            "I spend 5 hours a day on my phone, I'd like to cut that to 2",
            "5 hours per day",
            "2 hours per day",
            Aim.REDUCE,
        ),
        ("I drink nine coffees a day. I want to drink less coffee.", "9 coffees per day", "None", Aim.REDUCE),
        (
            "My GAD-7 was 15 last week; I'd like it under 10",
            "15 out of 21 points",
            "under 10 out of 21 points",
            Aim.REDUCE,
        ),
    ],
)
def test_a_start_told_in_passing_is_the_baseline(text, baseline, target, aim):
    reading = read(text)
    assert str(reading.baseline) == baseline
    assert str(reading.target).startswith(target)
    assert reading.aim is aim


@pytest.mark.parametrize(
    "text",
    [
        "I have been here 4 times a week for years, I never want to be scared again",
        "I'm 61 and I want to worry less",
        "My house number is 15; I'd like worry at 10",
    ],
)
def test_what_is_not_measured_like_the_target_is_no_baseline(text):
    assert read(text).baseline is None


def test_what_is_over_is_no_baseline():
    assert read("I swim three times a week. I want to swim less.").baseline is not None
    assert read("I used to swim three times a week. I want to swim once a week.").baseline is None


@pytest.mark.parametrize(
    "text",
    [
        "My mother, mostly. My mother and her phone calls.",
        "He texts at two in the morning, then nothing for weeks.",
        "I was late, the bus never came, is it all right if I eat in here?",
        "Pt presented on time, affect was flat.",
        "My sister says I should try this app. It's late.",
    ],
)
def test_where_everything_only_tells_there_is_no_goal(text):
    reading = read(text)
    assert not reading.is_goal or reading.has(Role.IMPOSED)


def test_what_i_want_outweighs_what_i_have_to_do():
    reading = read("I have to count to seven at every door, my brother will laugh, and I want to stop counting")
    assert reading.aim is Aim.AVOID


def test_an_act_behind_a_condition_is_a_plan():
    reading = read("When my chest tightens, I step outside and breathe")
    assert (reading.aim, reading.kinds) == (Aim.PRACTISE, {Kind.PROCESS})


def test_what_somebody_is_doing_on_a_day_to_come_is_a_goal():
    reading = read("This job wears me out. I'm sending off two applications by Sunday.")
    assert reading.is_goal
    assert str(reading.deadline) == "by Sunday"


def test_a_thing_named_first_with_its_rate_is_a_goal():
    reading = read("Gym again, twice a week. I used to go far more when I was young.")
    assert str(reading.frequency) == "2 times per week"


def test_a_pronoun_takes_its_kind_from_what_was_told():
    assert read("I have four binges a week. I want that at one a week.").kinds == {Kind.OUTCOME}
    assert read("I check the door 20 times a night. I'd like to get that down to two.").kinds == {Kind.PROCESS}


def test_no_finding_looks_at_the_background():
    report = check("I never sleep, maybe it's the heat, perfect strangers stare. I want to walk daily until Easter")
    assert {"absolute-terms", "hedged"}.isdisjoint(finding.name for finding in report.findings)


def test_explaining_shows_what_was_left_out():
    assert "background" in read("I'm 52, and I want to sleep more").explain()


def test_a_plan_named_afterwards_is_what_is_wanted():
    reading = read("She snores. Ten minutes of yoga every evening, that's my plan, and then I'll see.")
    assert (str(reading.frequency), str(reading.duration)) == ("1 time per day, evening", "10 minutes")


def test_a_plan_named_with_nothing_before_it_is_none():
    assert not read("That's the plan, it was his.").is_goal


def test_what_is_to_go_on_takes_its_rate_from_what_was_told():
    reading = read("I've managed three runs a week since autumn and I mean to keep that going until May")
    assert str(reading.frequency) == "3 times per week"


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("Keep having my weekly coffee with my brother", "1 time per week"),
        ("Hold on to my Tuesday choir", "1 time per week (Tuesday)"),
        ("Hold on to my choir", "None"),
        ("Keep walking three times a week", "3 times per week"),
    ],
)
def test_what_is_to_go_on_keeps_its_own_rate(text, frequency):
    assert str(read(text).frequency) == frequency


def test_a_rate_before_a_condition_belongs_to_the_wish():
    reading = read("Every evening after the kids are asleep, I'll sketch for 15 minutes")
    assert str(reading.frequency) == "1 time per day, evening"


def test_a_moment_before_what_is_told_is_told_too():
    assert told("In the morning I make toast. I want to feel hopeful.") == ["In the morning I make toast."]


def test_a_night_a_week_comes_down_to_another():
    reading = read("The nightmare comes five nights a week. I'd like to get that down to one night a week by May")
    assert (reading.baseline.value, reading.frequency.high) == (5, 1)


def test_a_number_alone_takes_its_kind_from_what_was_told():
    assert read("I smoke 25 cigarettes a day now and would like to be on ten or less").kinds == {Kind.PROCESS}
    assert read("I sleep four hours a night now, I'd like to be at seven").kinds == {Kind.OUTCOME}
