"""Drafts: the person's words stay, what was said is typed, what was not said is asked."""

from datetime import date, datetime
from itertools import count

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import (
    Aim,
    Amount,
    Control,
    CountTarget,
    Direction,
    DurationTarget,
    FieldError,
    FieldTypeError,
    Framing,
    FrequencyTarget,
    GoalSet,
    MilestoneTarget,
    OpenQuestion,
    Period,
    QuantityTarget,
    Reading,
    Reframing,
    Scale,
    ScaleTarget,
    Span,
    StreakTarget,
    TimeFrame,
    YesNoTarget,
    check,
    draft,
    read,
    reframe,
)
from therapygoals.interop import json
from therapygoals.safety import ScreenStatus, screen
from therapygoals.testing import texts

START = date(2026, 1, 5)
DAY, WEEK, MONTH, SESSION = Period.DAY, Period.WEEK, Period.MONTH, Period.SESSION
MINUTE, HOUR = Period.MINUTE, Period.HOUR
PHQ = Scale(low=0, high=27, instrument="PHQ-9")


def drafted(text):
    return draft(text, start=START)


def asked(text):
    return {question.about for question in drafted(text).open_questions}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("swim every day, three weeks in a row", StreakTarget(length=21)),
        ("thirty days in a row without smoking", StreakTarget(length=30)),
        ("attend 8 weekly sessions", MilestoneTarget(count=8, noun="session")),
        ("cut my panic attacks from three a day to two a week", CountTarget(at_most=2, baseline=21, per=WEEK)),
        ("no more than one nightmare a month", CountTarget(at_most=1, per=MONTH)),
        ("fewer than two migraines a month", CountTarget(at_most=2, strict=True, per=MONTH)),
        ("lower my PHQ-9 from 17 to under 10", ScaleTarget(at_most=10, strict=True, baseline=17, scale=PHQ)),
        ("bring my PHQ-9 from 40 down to 10", QuantityTarget(at_most=10, baseline=40, noun="point out of 27")),
        ("keep my mood between 5 and 7 out of 10", ScaleTarget(at_least=5, at_most=7)),
        ("get my energy from 2/10 up to 5/10", ScaleTarget(at_least=5, baseline=2)),
        ("anxiety 9 to 6", QuantityTarget(at_most=6, baseline=9, noun="point")),
        ("sleep 30 minutes more", DurationTarget(change=30, measured_in=MINUTE)),
        (
            "sleep from 90 minutes to 6 hours a night",
            DurationTarget(at_least=6, baseline=1.5, measured_in=HOUR, per=DAY),
        ),
        (
            "reduce my coffee from six cups to three cups a day",
            QuantityTarget(at_most=3, baseline=6, noun="cup", per=DAY),
        ),
        ("cut down from twenty cigarettes a day to a pack a week", QuantityTarget(at_most=1, noun="pack", per=WEEK)),
        ("reduce outbursts from 2 per week to 5 per week", CountTarget(at_most=5, per=WEEK)),
        ("reduce checking by half", QuantityTarget(change=-50, percent=True, noun="time")),
        ("drink two fewer beers a day", QuantityTarget(change=-2, noun="beer", per=DAY)),
        ("give up alcohol", CountTarget(at_most=0)),
        ("drink less", CountTarget(towards=Direction.DECREASE)),
        ("send the application", YesNoTarget()),
        ("drive on the motorway for ten minutes", DurationTarget(at_least=10, measured_in=MINUTE)),
        ("text him at most twice a day", FrequencyTarget(at_most=2, per=DAY)),
        ("stretch every other day", FrequencyTarget(at_least=1, per=DAY, every=2)),
        ("sit with my thoughts for no more than ten minutes", DurationTarget(at_most=10, measured_in=MINUTE)),
        ("have less anxiety", ScaleTarget(towards=Direction.DECREASE)),
    ],
)
def test_statement_becomes_the_target_that_was_said(text, target):
    (goal,) = drafted(text).goals
    (found,) = goal.targets
    assert type(found) is type(target)
    assert {name: value for name, value in _told(found).items() if name not in ("what", "context")} == _told(target)


def _told(target):
    return {
        name: value
        for name, value in attrs.asdict(target, recurse=False).items()
        if value is not None and (name != "each") and value != attrs.fields_dict(type(target))[name].default
    }


def test_occasion_knows_how_much_it_takes():
    (goal,) = drafted("10,000 steps at least 4 days a week").goals
    assert goal.targets == (FrequencyTarget(at_least=4, per=WEEK, of=7, each=Amount.exactly(10_000, "step")),)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("walk daily", TimeFrame(start=START)),
        ("walk daily for six weeks", TimeFrame(start=START, span=Span(6, WEEK))),
        ("walk daily until the end of March", TimeFrame(start=START, due=date(2026, 3, 31))),
        ("walk daily for ten sessions", TimeFrame(start=START, sessions=10)),
        ("walk daily before the wedding", TimeFrame(start=START)),
        ("walk daily until 1 March 2020", TimeFrame(start=START)),
    ],
)
def test_time_frame_starts_on_the_day_and_ends_as_said(text, frame):
    (goal,) = drafted(text).goals
    assert goal.time_frame == frame


def test_event_without_a_date_is_asked_for():
    assert "event" in asked("walk daily before the wedding")


def test_day_that_has_passed_is_asked_for_and_not_kept():
    assert "due" in asked("walk daily until 1 March 2020")


def test_number_of_sessions_needs_no_day():
    assert asked("walk daily for ten sessions").isdisjoint({"event", "due"})


def test_text_without_a_goal_gives_none_and_asks():
    draft_of_nothing = drafted("My neighbour got a dog.")
    assert draft_of_nothing.goals == ()
    assert [question.about for question in draft_of_nothing.open_questions] == ["not-a-goal"]


def test_question_reads_as_what_it_asks():
    question = OpenQuestion("event", "When will that be?")
    assert str(question) == "When will that be?"


def test_nothing_is_filled_in_for_a_vague_wish():
    wish = drafted("I want to be happy")
    (goal,) = wish.goals
    assert (goal.targets, goal.time_frame, goal.horizon) == ((), TimeFrame(start=START), None)
    assert {"no-measure", "no-deadline"} <= {question.about for question in wish.open_questions}


def test_reading_and_statement_give_the_same_draft():
    text = "journal before bed three times a week"
    assert draft(read(text, on=START), start=START) == drafted(text)


def test_a_wish_that_was_only_begun_on_brings_its_question():
    reframing = reframe("I want to be happy")
    assert isinstance(reframing, Reframing)
    questions = draft(reframing, start=START).open_questions
    assert [question.ask for question in questions if question.about == "reframe"] == [reframing.prompt.text]


def test_ids_come_from_the_caller():
    numbers = count(7)
    goals = draft("sleep better by using a nightly routine", start=START, new_id=lambda: f"g{next(numbers)}").goals
    assert [goal.id for goal in goals] == ["g7", "g8"]
    assert goals[1].serves == ("g7",)


@pytest.mark.parametrize("new_id", [lambda: None, lambda: 7, lambda: " ", lambda: "same", "goal"])
def test_ids_that_cannot_be_told_apart_are_refused(new_id):
    with pytest.raises((FieldError, FieldTypeError), match=r"^new_id"):
        draft("sleep better by using a nightly routine", start=START, new_id=new_id)


@pytest.mark.parametrize(
    ("aim", "target"),
    [
        (Aim.REDUCE, Amount(low=2, unit="beer", per=DAY)),
        (Aim.AVOID, Amount(low=2, unit="beer", per=DAY)),
        (Aim.INCREASE, Amount(high=2, unit="walk", per=DAY)),
    ],
)
def test_bound_that_goes_against_the_way_is_asked_about_and_not_typed(aim, target):
    reading = attrs.evolve(read("walk daily"), aim=aim, target=target, frequency=None)
    result = draft(reading, start=START)
    assert result.goals[0].targets == ()
    assert "direction" in {question.about for question in result.open_questions}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a whole week without dread", "without dread"),
        ("get through a whole day without a panic attack", "without a panic attack"),
        ("go a whole week without it", "without"),
        ("attend three consecutive sessions", None),
    ],
)
def test_run_without_something_stays_a_run_without_it(text, what):
    (goal,) = drafted(text).goals
    assert goal.targets[0].what == what


def test_way_without_a_word_on_how_often_is_still_practised():
    outcome, way = drafted("have fewer arguments by taking a time-out when my voice rises").goals
    assert way.aim is Aim.PRACTISE
    assert way.statement.text == "taking a time-out when my voice rises"
    assert way.targets == (FrequencyTarget(context="when my voice rises"),)
    assert outcome.targets == (CountTarget(what="arguments", towards=Direction.DECREASE),)


def test_rate_of_the_way_stays_apart_from_the_rate_of_the_outcome():
    outcome, way = drafted("cut my panic attacks from five times a week to once by walking on 4 days a week").goals
    assert outcome.targets == (CountTarget(what="panic attacks", at_most=1, baseline=5, per=WEEK),)
    assert way.targets == (FrequencyTarget(at_least=4, per=WEEK, of=7),)


def test_single_act_that_is_a_way_is_practised_too():
    _, way = drafted("have fewer arguments by taking a time-out").goals
    assert (way.aim, way.targets) == (Aim.PRACTISE, (FrequencyTarget(),))


def test_way_that_counts_things_keeps_its_count():
    _, way = drafted("worry less by learning three grounding techniques").goals
    assert way.targets == (MilestoneTarget(count=3, noun="technique"),)


@pytest.mark.parametrize("text", ["be more patient with my anxiety", "cry in a row"])
def test_words_that_lead_nowhere_leave_the_target_open(text):
    (goal,) = drafted(text).goals
    assert goal.targets == ()


def test_means_without_words_is_no_way():
    (goal,) = drafted("sleep better using").goals
    assert goal.statement.text == "sleep better using"


def test_two_goals_of_both_kinds_without_a_way_start_with_the_outcome():
    (goal,) = drafted("I want to be calmer and I want to call my brother every week").goals
    assert goal.kind == "outcome"


@pytest.mark.parametrize(
    ("text", "framing"),
    [
        ("stop snapping at my kids", Framing.AVOIDANCE),
        ("have fewer panic attacks", None),
        ("walk daily", Framing.APPROACH),
    ],
)
def test_framing_follows_the_words(text, framing):
    (goal,) = drafted(text).goals
    assert goal.framing is framing


@pytest.mark.parametrize(
    ("text", "control"),
    [
        ("make three new friends", Control.OTHERS),
        ("walk daily", Control.SELF),
        ("feel calmer", None),
    ],
)
def test_control_is_told_only_where_the_words_tell(text, control):
    (goal,) = drafted(text).goals
    assert goal.control is control


def test_draft_shows_no_words_of_the_wish_twice():
    assert "wish" not in repr(drafted("I want to be happy")).partition("goals=")[0]


@pytest.mark.parametrize(
    ("source", "start", "error"),
    [
        ("walk", "2026-01-05", FieldTypeError),
        ("walk", datetime(2026, 1, 5), FieldTypeError),  # noqa: DTZ001 - a wrong type on purpose
        (None, START, FieldTypeError),
        (b"walk", START, FieldTypeError),
        ("  ", START, FieldError),
        ("a" * 4_001, START, FieldError),
    ],
)
def test_malformed_input_is_refused(source, start, error):
    with pytest.raises(error):
        draft(source, start=start)


SAID = st.lists(
    st.sampled_from(
        [
            "I",
            "want",
            "to",
            "reduce",
            "increase",
            "stop",
            "keep",
            "be",
            "walk",
            "sleep",
            "drink",
            "feel",
            "calm",
            "panic",
            "attacks",
            "worry",
            "from",
            "to",
            "by",
            "3",
            "10",
            "0",
            "2.5",
            "once",
            "twice",
            "half",
            "at",
            "least",
            "most",
            "under",
            "per",
            "a",
            "day",
            "week",
            "session",
            "month",
            "minutes",
            "hours",
            "in",
            "row",
            "without",
            "for",
            "until",
            "March",
            "2020",
            "Friday",
            "out",
            "of",
            "%",
            "PHQ-9",
            "my",
            "before",
            "bed",
            "when",
            "using",
            "every",
            "other",
            "and",
            "or",
            "not",
            "less",
            "more",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@given(SAID | texts().filter(lambda text: screen(text).status is not ScreenStatus.NOT_SCREENED))
def test_any_text_gives_a_draft_that_stands(text):
    result = drafted(text)
    assert result.wish == text
    assert GoalSet(result.goals).goals == result.goals
    for goal in result.goals:
        assert goal.statement.text in text
        assert json.loads(json.dumps(goal), type(goal)) == goal
        assert isinstance(check(goal).reading, Reading)


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("stop at 2 beers on Fridays", "beers: at most 2 beers per week"),
        ("limit myself to 2 beers on Fridays", "beers: at most 2 beers per week"),
        ("keep it to 2 beers on Fridays", "beers: at most 2 beers per week"),
        ("limit myself to 2 beers on Fridays and Saturdays", "beers: at most 2 beers"),
        ("I'd stop at two glasses", "glasses: at most 2 glasses"),
        ("eat 2 pieces of fruit on Fridays", "at least 1 time per week, 2 pieces each time"),
        ("call Sue on Monday or Tuesday", "at least 1 time per week"),
        ("walk 10 minutes each morning, 5 times a week", "at least 5 times per week, 10 minutes each time, morning"),
    ],
)
def test_a_limit_is_no_quota_and_a_choice_of_days_is_one_of_them(said, target):
    (goal,) = draft(said, start=START).goals
    assert [str(found) for found in goal.targets] == [target]


@pytest.mark.parametrize("said", ["stop drinking after 2 beers", "stop at 10 pm"])
def test_to_stop_at_some_point_is_not_never(said):
    (goal,) = draft(said, start=START).goals
    assert goal.targets == ()
