"""What a careful reader notices, and the roles of the words themselves."""

import pytest

from therapygoals.goals import Kind
from therapygoals.language import Role, read


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("I want to be happy", "wish", "I want to"),
        ("phone my sister", "act", "phone"),
        ("work on my temper", "mental_verb", "work on"),
        ("fewer panic attacks", "event", "panic attacks"),
        ("lower my stress score to 60", "measure", "stress score"),
        ("be calm", "state", "calm"),
        ("feel confident at work", "situation", "at work"),
        ("find out what helps", "discovery", "Find out"),
        ("stop shouting", "stop", "stop"),
        ("not feel so down", "negation", "not"),
        ("never be scared again", "absolute", "never"),
        ("sleep better", "relative", "better"),
        ("maybe walk", "hedge", "maybe"),
        ("my wife wants me to quit", "imposed", "wants me to"),
        ("I should rest", "should", "I should"),
        ("how can I sleep?", "question", "?"),
        ("win back my ex", "outside", "win back"),
        ("lower my PHQ-9 to 5", "instrument", "PHQ-9"),
        ("transform my life", "transformation", "transform my life"),
        ("reduce worry by journaling daily", "means", "by journaling"),
        ("keep calm by using my phone, not pills", "means", "by using my phone"),
        ("manage worry using breathing", "means", "using breathing"),
        ("be kinder to myself when I feel lonely", "condition", "when I feel lonely"),
        ("walk with my dad beside me", "support", "with my dad beside me"),
        ("rest so that I can work", "reason", "so that I can work"),
        ("see a friend even when I feel anxious", "roadblock", "even when I feel anxious"),
        ("send the application", "one_off", "send"),
        ("quit smoking", "abstinence", "quit"),
        ("get my sister to apologise", "outside", "my sister"),
        ("my mother-in-law should respect our rules", "outside", "my mother-in-law"),
        ("I want people to like me", "outside", "people"),
        ("attend three consecutive sessions", "streak", "consecutive"),
        ("have a whole week without the pit of dread", "streak", "week without"),
        ("wait longer between the thought and the ritual", "length", "longer between"),
        ("quit smoking, lose 5 kg and call my mother", "second_goal", "lose"),
        ("be happy all the time", "extreme", "all the time"),
        ("meditate for six hours every day", "extreme", "six hours"),
        ("work out fourteen times a week for three hours", "extreme", "fourteen times a week"),
        ("lose 20 kg in two weeks", "extreme", "20 kg"),
        ("reduce outbursts from 2 per week to 5 per week", "contradiction", "5 per week"),
        ("raise my mood from 5 to 5", "contradiction", "5"),
        ("lower anxiety from 14 out of 10 to 6", "out_of_range", "from 14 out of 10"),
        ("lower my GAD-7 score from 30 to 5", "out_of_range", "from 30"),
    ],
)
def test_a_phrase_is_noticed_with_its_words(text: str, role: str, words: str) -> None:
    reading = read(text)
    assert words.casefold() in [reading.words(phrase).casefold() for phrase in reading.all(Role(role))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("learn to swim", "one_off"),
        ("set boundaries when he calls", "one_off"),
        ("be happy", "one_off"),
        ("not blush", "abstinence"),
        ("stop drinking so much", "abstinence"),
        ("not smoke as often", "abstinence"),
        ("no", "abstinence"),
        ("3 mo. of therapy", "one_off"),
        ("what's the point of any of this", "one_off"),
        ("I wish I wasn't here anymore", "one_off"),
        ("never smoke again", "extreme"),
        ("lose 5 kg in six months", "extreme"),
        ("lose 5 kg by May", "extreme"),
        ("lose 5 kg in six sessions", "extreme"),
        ("walk for an hour every day", "extreme"),
        ("invite a colleague", "outside"),
        ("reduce outbursts from 5 per week to 2 per week", "contradiction"),
        ("reduce outbursts from daily to once a month", "contradiction"),
        ("go from a bottle of wine a night to a glass", "contradiction"),
        ("lower my anxiety from 8 out of 10 to 6", "out_of_range"),
        ("lower my SUDS to 40", "out_of_range"),
        ("walk without my phone", "streak"),
        ("she is always late, I want to be calm", "extreme"),
        ("walk 3 days running", "streak"),
        ("feel longer days", "length"),
    ],
)
def test_nothing_is_noticed_where_nothing_is(text: str, role: str) -> None:
    expected = [] if role != "length" else ["longer"]
    reading = read(text)
    assert [reading.words(phrase) for phrase in reading.all(Role(role))] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("What I need is for Jake to stop gaming on school nights", "Jake"),
        ("I want Jake to ring me", "Jake"),
        ("All I want is for her to come back home", "her"),
    ],
)
def test_somebody_else_who_is_to_act_lies_outside(text, who):
    reading = read(text)
    assert [reading.words(phrase) for phrase in reading.all(Role.OUTSIDE)] == [who]
    assert reading.kinds == {Kind.OUTCOME}


def test_an_unlisted_verb_is_nobody_else():
    assert not read("I want to urgesurf to stay well").has(Role.OUTSIDE)


@pytest.mark.parametrize(
    "text",
    [
        "ring one of them every Sunday, properly ring, and see if she is in",
        "get down to fifteen stone by August, and then he'll do the knee",
        "I want to eat less sugar, and see how it goes",
        "not drink at home, and have done so by May",
        "spend less on cards, and it ought to be under £20 a week by July",
    ],
)
def test_what_only_goes_on_about_the_goal_is_no_second_one(text):
    assert not read(text).has(Role.SECOND_GOAL)


def test_a_bound_behind_a_comma_is_a_ceiling():
    assert str(read("twenty minutes of games a day, tops").target) == "at most 20 minutes per day"
    assert str(read("walk twice a week, at least 5 miles").frequency) == "2 times per week"


@pytest.mark.parametrize("text", ["I want us to be close again", "feel calm", "be open with her"])
def test_what_can_be_a_verb_is_a_state_behind_be_and_feel(text):
    reading = read(text)
    assert reading.has(Role.STATE)
    assert reading.kinds == {Kind.OUTCOME}


def test_for_ever_counts_only_where_it_is_wished():
    assert read("I never want to feel anxious again").has(Role.EXTREME)
    assert not read("Always tired but I want to be calm").has(Role.EXTREME)
