"""In rambles and notes the wish, the number and the day stand in sentences of their own, and are read together."""

import pytest

from therapygoals.goals import Aim, Horizon, Kind
from therapygoals.language import Role, read
from therapygoals.smart import check


@pytest.mark.parametrize(
    ("text", "baseline", "target", "aim"),
    [
        ("I drink five coffees before noon and shake. Two would do me.", "5 coffees", "2 coffees", Aim.REDUCE),
        ("I'm up to six vapes a week. Two would do.", "at most 6 vapes per week", "2 vapes per week", Aim.REDUCE),
        ("We row four times a week. Once a week I could live with.", "4 per week", "1 time per week", Aim.REDUCE),
        (
            "I've bet since March, three nights a week. None by the wedding, that's the deal.",
            "3 nights per week",
            "0 nights per week",
            Aim.AVOID,
        ),
        (
            "I smoke like a chimney, ten joints a week. I figure four joints a week within a month.",
            "10 joints per week",
            "4 joints per week",
            Aim.REDUCE,
        ),
        (
            "My sister sighs at my lunch, one meal a day. The nurse said three meals a day by May.",
            "1 meal per day",
            "3 meals per day",
            Aim.INCREASE,
        ),
        (
            "I drink two litres of cola a day. Half a litre by May.",
            "2 litres per day",
            "0.5 litres per day",
            Aim.REDUCE,
        ),
        (
            "I sit down for five minutes a day. Half an hour, that's all I'm asking.",
            "5 minutes per day",
            "0.5 hours per day",
            Aim.INCREASE,
        ),
        ("I name eight birds. I'd like to name twenty by June.", "8 birds", "20 birds", Aim.INCREASE),
        ("I waste two hundred quid a month. I'd like it at eighty a month.", "200 pounds per month", None, None),
        ("The dread's an eight. I'd like it to be a three by May.", "8 points", "3 points", Aim.REDUCE),
        (
            "I stay late four nights a week. I'd like to bring that down to one night.",
            "4 times per week",
            "1 time per week",
            Aim.REDUCE,
        ),
        ("I weigh 17 stone, me. I'd like to lose two stone by June.", "17 stones", None, Aim.REDUCE),
        ("I'm on 20 a day. I wanna be at five a day by June.", None, "5 points per day", Aim.REDUCE),
        ("It's joints, four a day. I want to be smoking none by March.", None, None, Aim.AVOID),
        ("I'm at it half the night, my phone's hot. Down to an hour a day by June.", None, "1 hour per day", None),
    ],
)
def test_a_number_in_a_sentence_of_its_own_is_what_is_wanted(text, baseline, target, aim):
    reading = read(text)
    assert baseline in (None, str(reading.baseline))
    assert target in (None, str(reading.target))
    assert aim in (None, reading.aim)


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Attendance 60 %, aim for 80 % by May.", "60 %", "80 %"),
        ("Nerves 9/10 on the bus, would like 5/10 or lower.", "9 out of 10 points", "at most 5 out of 10 points"),
        ("Cutting 5 times/wk. Goal: once a week by review in 4/52.", "5 per week", "1 time per week"),
        (
            "Juice: reports 60 oz daily. Goal 20 oz/day or less by 20 May.",
            "60 ounces per day",
            "at most 20 ounces per day",
        ),
        ("Current wt 90 kg; get to 80 kg by May.", "90 kilograms", "80 kilograms"),
        ("GAD-7 currently 14. Aim: <8 at review 27/02/26.", "14 out of 21 points", "under 8 out of 21 points"),
        ("Reports two joints nightly; aim nil use by 30 April.", None, "0 uses"),
    ],
)
def test_a_note_names_its_start_and_its_aim(text, baseline, target):
    reading = read(text)
    assert baseline in (None, str(reading.baseline))
    assert str(reading.target) == target


@pytest.mark.parametrize(
    "text",
    [
        "Work on my stress. 18 sessions funded.",
        "Will hand in the form by May (has 2 letters unopened).",
        "I want to put it behind me. 3 foster homes.",
        "My dog barks. I'd like to be calm when he does, since I was seventeen it's been bad.",
    ],
)
def test_what_a_note_adds_measures_nothing(text):
    reading = read(text)
    assert reading.target is None
    assert reading.baseline is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anyway, inner peace please. I've tried the lot.", "inner peace"),
        ("What I'd like, if it's not too much, is a quiet mind.", "quiet"),
        ("If it came down to five a month, I'd weep, honestly.", "five a month"),
        ("I wasn't gonna come, but I'm supposed to. I want to ring Ann.", "ring"),
        ("The wife wants fifty; I'd like forty press-ups a day.", "forty press-ups a day"),
        ("I'll do the pegs, because she's coming and I'd rather not be late.", "do the"),
        ("I'm here, aren't I, like I was told. She says I'm to lose a stone by May.", "lose"),
        ("It's hard to say, she left, so I suppose what I'm after is to feel calm.", "calm"),
        ("When my friend asked me in May, I froze. I want to sing at weddings.", "sing"),
        ("Gym with Bev twice a week, she's fun. I'd take that.", "twice a week"),
        ("So I gave up church, and she left. Walk to Ann's on Sunday.", "Walk to"),
        ("I'm going swimming every Wednesday, no matter what, she says.", "every Wednesday"),
        ("Mr Bhatt to check his feet each day, he has a mirror.", "check"),
    ],
)
def test_the_wish_is_found_among_what_is_told(text, words):
    reading = read(text)
    assert reading.is_goal
    said = [phrase for phrase in reading.phrases if phrase.role is not Role.BACKGROUND]
    assert words in [reading.words(phrase) for phrase in said]


@pytest.mark.parametrize(
    "text",
    [
        "What do the other wives do? I was going to ask, she says.",
        "I was meant to be at the dentist, and it rained.",
        "None of it matters, my sister says, and she is right.",
    ],
)
def test_a_plan_that_is_past_is_no_wish(text):
    assert not read(text).is_goal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I want to be in the shed for two hours every Tuesday", Kind.PROCESS),
        ("Mum to have skin-to-skin with the baby daily, at least 20 mins", Kind.PROCESS),
        ("I want my head to stop churning", Kind.OUTCOME),
        ("leave the flat on my own twice a week", Kind.PROCESS),
        ("I want her to ring me", Kind.OUTCOME),
        ("Get the council to mend the stairs", Kind.OUTCOME),
        ("Get the boiler serviced", Kind.PROCESS),
        ("build up calming routines", Kind.PROCESS),
        ("for him to come back home", Kind.OUTCOME),
        ("Pain at night rated badly. Wants it to ease off.", Kind.OUTCOME),
    ],
)
def test_kind_is_told_by_what_is_done_and_by_whom(text, kind):
    assert read(text).kinds == {kind}


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("I'd like to work out who I am when nobody needs me", False),
        ("find out what I should even be using therapy for", False),
        ("Explore who she is now", False),
        ("find out what sets off my headaches", True),
        ("learn the chin-tuck manoeuvre", True),
        ("learn to self-cath", True),
        ("Adjust to life after retirement", False),
        ("be in bed by 22:30", True),
    ],
)
def test_a_search_for_oneself_and_what_came_once_are_not_specific(text, specific):
    assert (check(text).specific == "met") is specific


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("send the form off by the 20th of January, before I find a reason not to", Aim.ACHIEVE),
        ("hold my nephew when they visit on the 24th", Aim.ACHIEVE),
        ("breathe slowly when I feel low", Aim.PRACTISE),
        ("learn two tricks for when my heart races", Aim.ACHIEVE),
        ("stay off heroin till June", Aim.MAINTAIN),
        ("say the words with 80 % accuracy by May", Aim.ACHIEVE),
        ("raise my hand three times this week", Aim.PRACTISE),
    ],
)
def test_a_day_makes_a_cue_a_single_one(text, aim):
    assert read(text).aim is aim


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("LTG: lift mood", Horizon.LONG_TERM),
        ("Long-term: to live with the loss", Horizon.LONG_TERM),
        ("LTG: lift mood by February", Horizon.SHORT_TERM),
        ("STG: lift mood", None),
    ],
)
def test_a_label_tells_the_horizon_where_no_day_does(text, horizon):
    assert read(text).horizon is horizon
