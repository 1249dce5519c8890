"""How often: counts, quotas, intervals, days and what is none."""

import pytest

from therapygoals.goals import Frequency, Moment, Period, Weekday
from therapygoals.language import read

MO, TU, WE, TH, FR, SA = (Weekday(code) for code in ("MO", "TU", "WE", "TH", "FR", "SA"))


def rate(low: float | None, per: str, high: float | None = -1, **rest: object) -> Frequency:
    """A frequency in short: exact unless `high` says otherwise."""
    top = low if high == -1 else high
    return Frequency(low=low, high=top, per=Period(per), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("practise deep breathing daily", rate(1, "day")),
        ("practise mindfulness every morning", rate(1, "day", moment=Moment.MORNING)),
        ("journal before bed three times a week", rate(3, "week")),
        ("stretch 3x/week", rate(3, "week")),
        ("water plants 1x week", rate(1, "week")),
        ("run two to three times a week", rate(2, "week", 3)),
        ("call him once or twice a month", rate(1, "month", 2)),
        ("sing between 2 and 4 times a month", rate(2, "month", 4)),
        ("use a thought record at least four times per week", rate(4, "week", None)),
        ("text him at most twice a day", rate(None, "day", 2)),
        ("do my exercises 4 or more days a week", rate(4, "week", None, of=7)),
        ("cook dinner five nights a week", rate(5, "week", of=7, moment=Moment.NIGHT)),
        ("get dressed early 4 out of 7 days", rate(4, "week", of=7)),
        ("read on 5 nights out of 7", rate(5, "week", of=7, moment=Moment.NIGHT)),
        ("10k steps min 4 days/wk", rate(4, "week", None, of=7)),
        ("have one calm evening a week", rate(1, "week", moment=Moment.EVENING)),
        ("write every other day", rate(1, "day", every=2)),
        ("meet my sponsor every two weeks", rate(1, "week", every=2)),
        ("clean the flat every third day", rate(1, "day", every=3)),
        ("call mum once a fortnight", rate(1, "week", every=2)),
        ("see my sponsor weekly", rate(1, "week")),
        ("twice daily, breathing exercise", rate(2, "day")),
        ("eat breakfast every weekday", rate(1, "weekday")),
        ("eat breakfast Mon-Fri", rate(1, "weekday")),
        ("walk 30 min. per day", rate(1, "day")),
        ("budget talk every quarter", rate(1, "month", every=3)),
        ("swim Mon/Wed/Fri", rate(3, "week", days=frozenset({MO, WE, FR}))),
        ("paint on Tuesday evenings, and Thursdays", rate(2, "week", days=frozenset({TU, TH}))),
        ("work on my novel every Saturday", rate(1, "week", days=frozenset({SA}))),
        ("call mum every other Monday", rate(1, "week", every=2, days=frozenset({MO}))),
        ("three gym sessions per week", rate(3, "week")),
        ("attend eight weekly individual sessions", rate(1, "week")),
        ("say no to one extra task each week", rate(1, "week")),
        ("two 15-minute walks a day", rate(2, "day")),
        ("walk 30 minutes a day", rate(1, "day")),
        ("speak up at least once per meeting", rate(1, "meeting", None)),
        ("have two calm days a week", rate(2, "week", of=7)),
        ("drink a glass every 5 minutes", rate(1, "minute", every=5)),
    ],
)
def test_how_often_is_read(text: str, expected: Frequency) -> None:
    assert read(text).frequency == expected


@pytest.mark.parametrize(
    "text",
    [
        "fall asleep fast most nights",
        "go for walks several times a week",
        "go for walks a few times a week",
        "trim my daily screen time by 30 minutes",
        "stay dry, checked by weekly tests, for six months",
        "invite a colleague twice",
        "write a few letters",
        "cycle every second I can",
        "get through each and every one of them",
        "call her on Monday",
    ],
)
def test_what_is_no_number_of_occasions_in_a_period_is_no_frequency(text: str) -> None:
    assert read(text).frequency is None


@pytest.mark.parametrize(
    "text", ["walk three—or four—times a week", "walk three - or four - times a week", "walk three—four times a week"]
)
def test_a_range_may_stand_in_dashes(text: str) -> None:
    found = read(text).frequency
    assert found is not None
    assert (found.low, found.high) == (3, 4)


def test_the_rate_behind_a_semicolon_is_that_of_another_goal() -> None:
    assert read("reduce anxiety from 8 to 4; HW: thought record 3x/wk").frequency is None
    assert str(read("walk the dog; 3 times a week").frequency) == "3 times per week"


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("read a book a month", "1 time per month"),
        ("go to a class a week", "1 time per week"),
        ("have a drink no more often than once a week", "at most 1 time per week"),
        ("call my mother no less often than twice a month", "at least 2 times per month"),
    ],
)
def test_one_of_something_in_a_period_is_how_often(text: str, rate: str) -> None:
    assert str(read(text).frequency) == rate


def test_a_meal_that_is_counted_is_no_moment() -> None:
    assert str(read("eat three meals a day").frequency) == "3 times per day"


def test_a_from_to_in_occasions_gives_the_frequency_of_the_target() -> None:
    reading = read("reduce anxiety attacks from five times a week to once")
    assert str(reading.baseline) == "5 times per week"
    assert str(reading.target) == "1 time per week"
    assert reading.frequency == rate(1, "week")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("take my tablets b.i.d.", "2 times per day"),
        ("take my tablets q.d.", "1 time per day"),
        ("say one thing in every seminar", "1 time per meeting"),
        ("keep up my daily 10-minute practice", "1 time per day"),
        ("apply for two jobs a week", "2 times per week"),
        ("go to bed at ten, Sunday to Thursday", "5 times per week (Monday, Tuesday, Wednesday, Thursday, Sunday)"),
        ("ring her every Sunday", "1 time per week (Sunday)"),
        ("have lunch outside three days this week", "3 days per week"),
    ],
)
def test_a_rate_is_found_however_it_is_told(text, words):
    assert str(read(text).frequency) == words


@pytest.mark.parametrize("text", ["no screens on school nights", "not drink on weeknights", "face the Sunday dinners"])
def test_when_something_is_left_out_is_no_rate(text):
    reading = read(text)
    assert reading.frequency is None or reading.frequency.days


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("pack lunch M/W/F", "3 times per week (Monday, Wednesday, Friday)"),
        ("physio t/th for six weeks", "2 times per week (Tuesday, Thursday)"),
        ("see the kids alternate Saturdays", "1 time per 2 weeks (Saturday)"),
        ("swim on alternate days", "1 time per 2 days"),
        ("write one page alternate weeks", "1 time per 2 weeks"),
        ("box breathing 5 min, a.m. and p.m.", "2 times per day"),
        ("cook three times this week", "3 times per week"),
        ("Be dressed by 9am Mon-Fri", "1 time per weekday"),
        ("Three evenings out of the house each week", "3 times per week, evening"),
        ("Sort the garage, one shelf per Saturday", "1 time per week"),
        ("Sleep six hours, five nights in seven", "5 days per week, night"),
        ("stop for a chat five, six times a week", "5 to 6 times per week"),
    ],
)
def test_letters_and_alternate_days_tell_how_often(text, frequency):
    assert str(read(text).frequency) == frequency


@pytest.mark.parametrize("text", ["Sit with the others, three days out of five.", "Bring a lunch three days in five"])
def test_days_out_of_any_number_are_a_share(text):
    reading = read(text)
    assert str(reading.target) == "3 out of 5 days"
    assert reading.deadline is None
