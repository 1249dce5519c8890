"""What is wanted: the aim, whether it is doing or changing, and whether the text holds a goal at all."""

import pytest

from therapygoals.goals import Aim, Direction, Kind
from therapygoals.language import read
from therapygoals.smart import check


@pytest.mark.parametrize(
    ("text", "aim", "kinds"),
    [
        # discover
        ("find out what sets off my migraines", "discover", "process"),
        ("I want to know who I am", "discover", "process"),
        ("help me understand why I push people away", "discover", "process"),
        ("explore changes that could give me longer blocks of sleep", "discover", "process"),
        ("get my wife to explore therapy", "discover", "process"),
        # maintain
        ("keep using my breathing when traffic gets bad", "maintain", "process"),
        ("stay positive", "maintain", "outcome"),
        ("maintain sobriety", "maintain", "process"),
        ("keep my weight above 50 kg", "maintain", "outcome"),
        # avoid
        ("stop being sad", "avoid", "outcome"),
        ("quit smoking", "avoid", "process"),
        ("no more energy drinks", "avoid", "process"),
        ("no more takeout boxes", "avoid", "process"),
        ("not feel so down", "avoid", "outcome"),
        ("I don't want to feel so numb anymore", "avoid", "outcome"),
        ("be not so loud", "avoid", "outcome"),
        ("reduce my outbursts from three a week to zero", "avoid", "outcome"),
        ("I want my son to stop gaming after midnight", "avoid", "outcome"),
        ("get over two breakups", "avoid", "outcome"),
        # reduce
        ("worry less", "reduce", "outcome"),
        ("drink less", "reduce", "process"),
        ("fewer panic attacks", "reduce", "outcome"),
        ("reduce my dependency on unhealthy relationships", "reduce", "outcome"),
        ("only one panic attack a month", "reduce", "outcome"),
        ("no more than two beers a week", "reduce", "process"),
        ("30 minutes less screen time per day", "reduce", "process"),
        ("lower my resting worry from nine out of ten to five", "reduce", "outcome"),
        ("fewer sugary things", "reduce", "outcome"),
        ("bring my PHQ-9 down to 5", "reduce", "outcome"),
        ("get my stress down", "reduce", "outcome"),
        ("get my stress down by March", "reduce", "outcome"),
        ("↓ GAD-7", "reduce", "outcome"),
        ("PHQ-9 < 5", "reduce", "outcome"),
        ("self-harm urges ≤ 2/wk by d/c", "reduce", "outcome"),
        ("reduce my BDI-II from 31 to 13 or lower", "reduce", "outcome"),
        ("weigh under 70 kg", "reduce", "outcome"),
        ("from twenty cigarettes a day to a pack a week", "reduce", "process"),
        ("under two hours a day on my phone", "reduce", "process"),
        # increase
        ("bring my mood up to 7", "increase", "outcome"),
        ("get my energy up", "increase", "outcome"),
        ("↑ mood", "increase", "outcome"),
        ("be at a 7 rather than a 3", "increase", "outcome"),
        ("get better", "increase", "outcome"),
        ("be kinder to myself when I feel lonely", "increase", "outcome"),
        ("put myself in social situations more often", "increase", "process"),
        ("lengthen the time between an intrusive thought and the compulsion", "increase", "outcome"),
        ("build self-esteem and self-worth", "increase", "outcome"),
        ("build healthy coping skills", "increase", "process"),
        ("go from 2 to 4 social activities a month", "increase", "process"),
        ("go from 4 hours of sleep to 7 hours a night", "increase", "outcome"),
        ("go from 3 to 5 km", "increase", "process"),
        ("have a better marriage", "increase", "outcome"),
        ("read one more hour", "increase", "process"),
        # practise
        ("talk openly during sessions", "practise", "process"),
        ("go for a walk after work even when I want to stay on the couch", "practise", "process"),
        ("when I notice my chest tighten, I step outside and breathe", "practise", "process"),
        ("exercise regularly", "practise", "process"),
        ("stretch, 5 mins", "practise", "process"),
        ("text him at most twice a day", "practise", "process"),
        ("have dates with my husband every month", "practise", "process"),
        ("walk 10,000 steps a day", "practise", "process"),
        ("argue less than once a month", "practise", "process"),
        ("ask for help when I need it", "practise", "process"),
        ("use my skills in 4/5 sessions", "practise", "process"),
        # achieve
        ("take my dog down to the beach", "achieve", "process"),
        ("take my notes down in class", "achieve", "process"),
        ("be happy", "achieve", "outcome"),
        ("manage my depression symptoms", "achieve", "outcome"),
        ("work on my novel for an hour", "achieve", "process"),
        ("make three new friends in three months", "achieve", "outcome"),
        ("learn to relax", "achieve", "process"),
        ("learn to live with my pain", "achieve", "outcome"),
        ("sleep through the night five nights a week", "achieve", "outcome"),
        ("be able to run three times a week", "achieve", "process"),
        ("get my PHQ-9 to 5", "achieve", "outcome"),
        ("fall asleep within 20 minutes", "achieve", "outcome"),
        ("a healthy family life", "achieve", "outcome"),
        ("be sober", "achieve", "process"),
        ("delete the dating apps", "achieve", "process"),
        ("unfollow twenty accounts that make me feel small", "achieve", "process"),
        ("unfriending people", "achieve", "process"),
        # both
        ("sleep through the night at least five days a week by using a nightly routine", "achieve", "outcome process"),
        ("reduce depressive thoughts by gratitude journaling five days a week", "reduce", "outcome process"),
        ("quit smoking, be calm and call my mother", "avoid", "outcome process"),
        ("reduce my panic attacks and I will attend the group weekly", "reduce", "outcome process"),
    ],
)
def test_the_aim_and_its_kinds_are_read(text: str, aim: str, kinds: str) -> None:
    reading = read(text)
    assert reading.aim == aim
    assert reading.kinds == {Kind(kind) for kind in kinds.split()}


@pytest.mark.parametrize(
    "text",
    [
        "...",
        "idk",
        "Hello",
        "anxiety",
        "fear",
        "my husband",
        "wanting",
        "What time is my appointment on Tuesday?",
        "Will this help me?",
        "My mother called three times today.",
        "My kids fight all the time.",
        "She told me to leave.",
        "He said he will come.",
        "Work is hard.",
        "Nobody called me.",
        "I had two panic attacks this week and one last week.",
        "lorem ipsum dolor sit amet",
        "12 and 13",
        "qwertz uiop",
    ],
)
def test_a_text_without_a_wish_is_no_goal(text: str) -> None:
    reading = read(text)
    assert reading.aim is reading.direction is None
    assert reading.kinds == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "can you help me sleep?",
        "two years on, I want to make peace with it",
        "when I want to smoke, chew gum",
        "this job is killing me, I want less pressure",
        "My doctor told me to walk",
        "stress less",
        "worry about it less; then rest",
        "20 minutes every day",
        "he said he was fine, but I want to be calm",
    ],
)
def test_a_wish_is_found_behind_a_question_a_report_or_a_number(text: str) -> None:
    assert read(text).is_goal


def test_the_direction_follows_from_the_aim() -> None:
    assert read("worry less").direction is Direction.DECREASE
    assert Aim.PRACTISE.direction is read("walk daily").direction


def test_a_pronoun_in_the_second_half_makes_no_second_goal() -> None:
    assert read("finish my CV and send it to three employers").kinds == {Kind.PROCESS}


def test_without_behind_a_rate_says_how_and_not_what_to_avoid():
    assert read("make one decision a day without asking anyone").aim is Aim.PRACTISE
    assert read("go a whole month without it").aim is Aim.AVOID


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("reduce self-harm from once a day to once a week", Kind.PROCESS),
        ("nail-biting episodes from 12 to 3 a day", Kind.PROCESS),
        ("panic attacks from 12 to 3 a week", Kind.OUTCOME),
        ("be free of nightmares", Kind.OUTCOME),
        ("be free of alcohol", Kind.PROCESS),
        ("get from 110 kilos to 80", Kind.OUTCOME),
    ],
)
def test_what_one_does_is_process_and_what_happens_is_outcome(text, kind):
    assert read(text).kinds == {kind}


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("ADHD nurse: pt to tidy the desk each morning.", "met"),
        ("my temper should go down", "unmet"),
        ("Couple session 4: to improve communication", "unmet"),
    ],
)
def test_words_before_a_wish_that_names_its_own_thing_are_a_label(text, specific):
    assert check(text).specific == specific
