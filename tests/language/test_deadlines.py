"""By when: spans, days of the calendar, numbered sessions, events, and what is no end at all."""

from datetime import date

import pytest

from therapygoals.goals import Horizon
from therapygoals.language import Role, read

MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "mode", "span"),
    [
        ("walk for six weeks", "over", "6 weeks"),
        ("walk for the coming month", "over", "1 month"),
        ("rest in two months", "within", "2 months"),
        ("walk for the next fortnight", "over", "2 weeks"),
        ("walk within a fortnight", "within", "2 weeks"),
        ("walk over 14 nights", "over", "14 days"),
        ("walk for 14 days straight", "over", "14 days"),
        ("finish the course in the next quarter", "within", "3 months"),
        ("do the steps over the course of ten sessions", "over", "10 sessions"),
        ("lower worry to 3 by session six", "by", "6 sessions"),
        ("talk to him by the third session", "by", "3 sessions"),
        ("talk to him by our 3rd session", "by", "3 sessions"),
        ("swim by week 10", "by", "10 weeks"),
        ("call her this week", "over", "1 week"),
        ("gratitude list, every night, 21 days", "over", "21 days"),
        ("gratitude list, every night, 21 nights", "over", "21 days"),
        ("swim for a year and a half", "over", "1.5 years"),
        ("swim for 3 mos. with my aunt", "over", "3 months"),
    ],
)
def test_a_span_is_read(text: str, mode: str, span: str) -> None:
    deadline = read(text).deadline
    assert deadline is not None
    assert (deadline.mode, str(deadline.span)) == (mode, span)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("call her by March", date(2026, 3, 1)),
        ("call her by mid-March", date(2026, 3, 15)),
        ("call her in March", date(2026, 3, 31)),
        ("call her through February", date(2026, 2, 28)),
        ("call her by the end of June", date(2026, 6, 30)),
        ("call her by early June", date(2026, 6, 1)),
        ("call her this March", date(2026, 3, 31)),
        ("call her by 1 May", date(2026, 5, 1)),
        ("call her by the 1st of May", date(2026, 5, 1)),
        ("call her by May 1st, 2027", date(2027, 5, 1)),
        ("call her by the fifth of May 2027", date(2027, 5, 5)),
        ("call her by 2026-03-31", date(2026, 3, 31)),
        ("call her by 31/03/2026", date(2026, 3, 31)),
        ("call her by 03/31/26", date(2026, 3, 31)),
        ("call her by 31.3.2026", date(2026, 3, 31)),
        ("call her by 31/3", date(2026, 3, 31)),
        ("call her by 2026-03", date(2026, 3, 1)),
        ("call her by 2027", date(2027, 1, 1)),
        ("call her by the end of 2027", date(2027, 12, 31)),
        ("call her by Friday", date(2026, 1, 9)),
        ("call her by Friday, 6 February", date(2026, 2, 6)),
        ("call her by the end of the year", date(2026, 12, 31)),
        ("call her by the end of this week", date(2026, 1, 11)),
        ("call her this weekend", date(2026, 1, 10)),
        ("call her next Friday", date(2026, 1, 9)),
        ("call her before Easter", date(2026, 4, 5)),
        ("call her by Christmas 2027", date(2027, 12, 25)),
        ("call her by this summer", date(2026, 6, 21)),
        ("call her within the first quarter", date(2026, 3, 31)),
        ("call her within the second quarter", date(2026, 6, 30)),
        ("between now and Easter, run", date(2026, 4, 5)),
    ],
)
def test_a_day_of_the_calendar_is_read(text: str, due: date) -> None:
    deadline = read(text).deadline
    assert deadline is not None
    assert deadline.due(MONDAY) == due


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("write the speech before the wedding", "the wedding"),
        ("visit the grave on his birthday", "his birthday"),
        ("hold on to my routine during the exams", "the exams"),
        ("name four skills by the end of the course", "the end of the course"),
        ("before I turn 40 I want to see Rome", "I turn 40"),
        ("go to school by half-term", "half-term"),
        ("lower my worry by d/c", "d/c"),
        ("lower my worry by discharge", "discharge"),
        ("be calmer by the time we move, please", "we move"),
    ],
)
def test_an_event_is_kept_in_its_own_words(text: str, event: str) -> None:
    deadline = read(text).deadline
    assert deadline is not None
    assert deadline.event == event
    assert deadline.due(MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "be happy someday",
        "meditate for ten minutes",
        "leave the office by six",
        "leave the office by 5:30",
        "take a break before I snap",
        "be at peace in the garden of my house",
        "make peace with what I did for the last two years",
        "make peace with what I did in the past year",
        "rest this mondays",
        "call him by 13/13",
        "call him by 0/5/2026",
        "call him by 45/3",
        "call him by 1.5",
        "call him by the 45th of May",
        "call him by the end of it",
        "write about what happened on two years ago",
        "make peace with what I did in weeks ago",
        "count what I ate in 2 months ago",
        "feel calm by the sea",
        "run by the fifth quarter",
        "between you and me, relax",
        "go out in 20 minute bits",
        "go out before the big, big day",
        "be calm by the time",
    ],
)
def test_what_sets_no_end_is_no_deadline(text: str) -> None:
    assert read(text).deadline is None


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("walk for six weeks", Horizon.SHORT_TERM),
        ("walk for six months", Horizon.LONG_TERM),
        ("walk by March", Horizon.SHORT_TERM),
        ("walk by July", Horizon.LONG_TERM),
        ("stay sober for the rest of my life", Horizon.LONG_TERM),
        ("walk before the wedding", None),
        ("walk by 2020", None),
        ("walk", None),
    ],
)
def test_the_horizon_follows_from_the_stated_time_alone(text: str, horizon: Horizon | None) -> None:
    assert read(text, on=MONDAY).horizon is horizon


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("walk by March", "short_term"),
        ("walk by October", "long_term"),
        ("walk by 1 March 2031", "short_term"),
        ("walk by Friday", "short_term"),
        ("walk until the wedding", None),
    ],
)
def test_while_no_day_is_given_a_day_is_seen_from_the_first_of_january_of_its_year(text, horizon):
    assert read(text).horizon == horizon


def test_the_horizon_can_be_asked_for_any_day():
    reading = read("walk by October")
    assert reading.horizon_on(date(2026, 9, 20)) == "short_term"
    assert reading.horizon_on(date(2026, 1, 5)) == "long_term"
    assert read("walk for 2 weeks").horizon_on(date(2026, 9, 20)) == "short_term"
    assert read("walk").horizon_on(date(2026, 9, 20)) is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("lower my worry w/in 6 wks", "6 weeks"),
        ("go 8 days without cannabis over the next 4 sessions", "4 sessions"),
        ("sleep 8 hours a night; by Easter", "Easter"),
    ],
)
def test_the_stated_end_is_the_deadline(text: str, deadline: str) -> None:
    found = read(text).deadline
    assert found is not None
    assert str(found.span or found.day) == deadline


@pytest.mark.parametrize(
    "text",
    ["anxiety at 3/10", "anxiety at 3/10 or less", "80% accuracy in 4/5 sessions", "bring it to 3/10 on 4/5 days"],
)
def test_a_score_or_a_share_is_no_day(text: str) -> None:
    assert read(text).deadline is None


def test_a_day_in_figures_before_an_act_is_a_day() -> None:
    found = read("by 3/10 call my mother").deadline
    assert found is not None
    assert str(found.day) == "3 October"


def test_for_life_is_no_deadline() -> None:
    reading = read("stay sober for the rest of my life")
    assert reading.deadline is None
    assert not reading.has(Role.DEADLINE)


def test_a_time_told_before_the_wish_is_no_deadline() -> None:
    assert read("I was asked in October, and I want to be happy").deadline is None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("leave the flat before he's back off nights", "he's back off nights"),
        ("tell them before my cousin's engagement party", "my cousin's engagement party"),
        ("sleep in my own bed before she has the baby", "she has the baby"),
        ("see my GP prior to discharge", "discharge"),
        ("feel steadier by the time the clocks change", "the clocks change"),
        ("cycle to work this term", "this term"),
    ],
)
def test_an_event_without_a_date_is_read(text, event):
    assert read(text).deadline.event == event


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("tell my boss before the appraisal on 14 February", date(2026, 2, 14)),
        ("visit the grave on her birthday, 9 February", date(2026, 2, 9)),
        ("be calmer by the time the baby comes, due 9 April", date(2026, 4, 9)),
        ("finish the scarf by the end of this month", date(2026, 1, 31)),
        ("finish the scarf by the end of next month", date(2026, 2, 28)),
        ("pay the bill before the month is out", date(2026, 1, 31)),
        ("pay the bill by the 20th", date(2026, 1, 20)),
        ("pay the bill by the first of March", date(2026, 3, 1)),
        ("pay the bill by Sunday the 18th", date(2026, 1, 18)),
        ("pay the bill by 15.02", date(2026, 2, 15)),
        ("pay the bill in 4/7/2026", date(2026, 7, 4)),
        ("raise my score by 05/2026", date(2026, 5, 1)),
        ("see a friend between January and March", date(2026, 3, 31)),
    ],
)
def test_a_day_is_found_however_it_is_told(text, due):
    assert read(text).deadline.due(date(2026, 1, 5)) == due


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("walk alone in 8/52", "8 weeks"),
        ("do the exercises for 6/12", "6 months"),
        ("walk 350 m at 3-month review", "3 months"),
        ("lower my score by completion of 12 sessions", "12 sessions"),
        ("name three triggers by the close of session 4", "4 sessions"),
        ("smoke less before the trials in three weeks", "3 weeks"),
        ("pass my finals by the end of the course, which is 16 weeks", "16 weeks"),
        ("30-day challenge: cold shower each morning", "30 days"),
    ],
)
def test_a_stretch_is_found_however_it_is_told(text, span):
    assert str(read(text).deadline.span) == span


@pytest.mark.parametrize(
    "text",
    [
        "order the hearing aids I've put off for two years",
        "adjust to retirement after 41 years with the railway",
        "come to terms with the crash in 1998",
        "feel safe in my flat after the burglary in October",
        "be less prickly at Sunday lunch",
        "speak up in the Monday meeting",
        "drive to work without stopping",
    ],
)
def test_what_is_past_or_names_an_occasion_is_no_deadline(text):
    assert read(text).deadline is None


@pytest.mark.parametrize("middle", ["mid February", "mid-February", "the middle of February"])
def test_the_middle_of_a_month_is_its_fifteenth(middle: str) -> None:
    deadline = read(f"be back at my desk by {middle}").deadline
    assert deadline is not None
    assert deadline.day is not None
    assert (deadline.day.month, deadline.day.day) == (2, 15)


def test_the_middle_of_a_year_is_no_day() -> None:
    deadline = read("finish my course by the middle of 2027").deadline
    assert deadline is not None
    assert str(deadline.day) == "2027"


@pytest.mark.parametrize("text", ["be in bed by 10.30pm", "be in bed by 10.30 pm every day"])
def test_a_time_of_day_is_no_date(text: str) -> None:
    assert read(text).deadline is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Before the baby arrives I'd like to unpack one box every Sunday.", "by the baby arrives"),
        ("ask my boss before our team moves to the new office", "by our team moves to the new office"),
        ("swim 20 lengths before my 50th birthday", "by my 50th birthday"),
        ("18 hours of work per month come November", "by November"),
        ("come 3 times a week", "None"),
        ("check my sugar until next endo appt", "by next endo appt"),
        ("check my sugar until my next big trip", "by my next big trip"),
        ("check my sugar until next time", "None"),
        ("be at 5 in 8 exposure sessions", "within 8 sessions"),
        ("drop by 5 points by the review (session 6)", "by 6 sessions"),
        ("back on that pitch before I'm forty", "by I'm forty"),
        ("I want that at ten quid by Cheltenham.", "by Cheltenham"),
        ("walk by Tesco Extra", "None"),
        ("I stood for three minutes. I want to stand for twelve by then.", "by then"),
        ("finish by end of Q3", "by end of September"),
        ("upload the form by COB Friday", "by Friday"),
        ("calmer by the end of our work together", "by the end of our work together"),
        ("calmer by the end of my shift", "None"),
        ("stop snapping at Sunday lunch", "None"),
        ("learn Welsh until St David's Day", "by 1 March"),
        ("get down to ten a day by the time the baby comes in May", "by end of May"),
        ("sing at the spring concert on 18 April", "by 18 April"),
        ("breathe before the bus leaves", "None"),
        ("write it all down before we move house on 3 May", "by 3 May"),
    ],
)
def test_events_told_in_a_clause(text, deadline):
    assert str(read(text).deadline) == deadline


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("ring the bank by tomorrow", "by 1 day"),
        ("hand the pills in tonight", "by 0 days"),
        ("move to my sister's by the weekend", "by Saturday"),
        ("draft the letter by the end of next session", "by 1 session"),
        ("clear the loft by the end of next week", "by 2 weeks"),
        ("open all the post before the month's out", "by end of this month"),
        ("play golf with Sam till we've sold the house", "by we've sold the house"),
        ("sit outside until they break up for Easter", "by they break up for Easter"),
        ("ring my aunt weekly until the clocks change", "by the clocks change"),
        ("clear the landing before fire officer visits 9th Feb", "by 9 February"),
        ("see a dentist by my appointment with the skin people in March", "by end of March"),
        ("drive to work b4 Easter", "by Easter"),
        ("visit Gran before her 60th", "by her 60th"),
        ("run a mile by my 50th in August", "by end of August"),
        ("go a whole weekend without weighing myself", "over 2 days"),
        ("pass the test this year", "over 31 December"),
        ("revise daily until finals", "by finals"),
        ("walk to the gate from now to spring break", "by spring break"),
        ("see Ann. It is on 9 March and by then I want to have slept", "by 9 March"),
        ("lose a stone by, say, the end of June", "by end of June"),
        ("be calm at next clinic visit", "by next clinic visit"),
    ],
)
def test_more_ways_to_say_until_when(text, due):
    assert str(read(text).deadline) == due


@pytest.mark.parametrize(
    "text",
    [
        "walk daily, starting tomorrow",
        "go back to my desk for full days",
        "sing at the Crown on the second Thursday",
        "keep calm until the pain changes",
        "I don't want to wake up tomorrow",
        "see my sister before her second shift",
    ],
)
def test_what_names_no_day_is_no_deadline(text):
    assert read(text).deadline is None
