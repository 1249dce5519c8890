"""How much of what was planned was done: shares, streaks, weeks against a quota, and consistency."""

import math
from datetime import date, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Observation, Period
from therapygoals.progress import Undefined, adherence, consistency, weekly_days

MONDAY = date(2026, 3, 2)
LATER = date(2030, 1, 1)
NOTHING_PLANNED = Undefined("nothing was planned up to that day that was not excused")
NOTHING_RECORDED = Undefined("nothing was recorded up to that day")
MAKE = {"+": Observation, "-": Observation.missed, "e": Observation.excused, "?": Observation.unknown}
MARKS = st.text("+-e?", max_size=30)
HALF_LIVES = st.floats(1, 400)


def plan(marks, first=MONDAY):
    """An entry a day: + done, - missed, e excused, ? not recorded; a space is a day without a plan."""
    return [MAKE[mark](first + timedelta(days=day)) for day, mark in enumerate(marks) if mark != " "]


def told_of(marks, as_of=LATER):
    return adherence(plan(marks), as_of=as_of)


def weeks_of(entries, quota=3, start=MONDAY, end=MONDAY + timedelta(days=13), as_of=LATER):
    return weekly_days(entries, quota=quota, start=start, end=end, as_of=as_of)


def steady(marks, half_life_days=30.0, as_of=LATER):
    return consistency(plan(marks), as_of=as_of, half_life_days=half_life_days)


# Shares


def test_missed_excused_and_not_recorded_are_three_things():
    told = told_of("++-e?")
    assert (told.done, told.missed, told.excused, told.not_recorded, told.n) == (2, 1, 1, 1, 4)
    assert told.share_strict == 2 / 4
    assert told.share_recorded == 2 / 3


@pytest.mark.parametrize(
    ("marks", "strict", "recorded"),
    [
        ("", NOTHING_PLANNED, NOTHING_RECORDED),
        ("eee", NOTHING_PLANNED, NOTHING_RECORDED),
        ("??", 0, NOTHING_RECORDED),
        ("--", 0, 0),
        ("++", 1, 1),
    ],
)
def test_share_of_nothing_cannot_be_told(marks, strict, recorded):
    told = told_of(marks)
    assert (told.share_strict, told.share_recorded) == (strict, recorded)


def test_what_comes_later_is_left_out_and_counted():
    told = told_of("++--", as_of=MONDAY + timedelta(days=1))
    assert (told.share_strict, told.n, told.dropped) == (1, 2, 2)


def test_seen_with_a_count_of_none_is_a_recorded_none():
    told = adherence([Observation(MONDAY, 0), Observation(MONDAY, 3)], as_of=MONDAY)
    assert (told.done, told.missed, told.longest_streak_strict) == (1, 1, 1)


@given(MARKS)
def test_what_is_excused_changes_no_share_and_no_streak(marks):
    with_excuses, without = told_of(marks), told_of(marks.replace("e", " "))
    assert attrs.evolve(with_excuses, excused=0) == without


@given(MARKS)
def test_what_is_not_recorded_changes_nothing_that_goes_by_records(marks):
    one, other = told_of(marks), told_of(marks.replace("?", " "))
    assert one.share_recorded == other.share_recorded
    assert one.longest_streak_recorded == other.longest_streak_recorded
    assert one.current_streak_recorded == other.current_streak_recorded


@given(MARKS)
def test_strict_never_says_more_than_recorded(marks):
    told = told_of(marks)
    assert told.longest_streak_strict <= told.longest_streak_recorded
    assert told.current_streak_strict <= told.current_streak_recorded
    assert isinstance(told.share_recorded, Undefined) or told.share_strict <= told.share_recorded


@given(st.text("+-e", min_size=1, max_size=30))
def test_done_and_missed_swapped_give_the_rest_of_the_share(marks):
    one, other = told_of(marks), told_of(marks.translate(str.maketrans("+-", "-+")))
    assert one.share_strict == other.share_strict == NOTHING_PLANNED or math.isclose(
        one.share_strict + other.share_strict, 1
    )


@given(MARKS, st.integers(-1000, 1000))
def test_moving_all_dates_changes_nothing(marks, days):
    moved = adherence(plan(marks, MONDAY + timedelta(days=days)), as_of=LATER + timedelta(days=days))
    assert attrs.evolve(moved, as_of=LATER) == told_of(marks)


@given(MARKS, st.randoms())
def test_order_in_which_days_are_given_does_not_matter(marks, random):
    entries = plan(marks)
    shuffled = random.sample(entries, len(entries))
    assert adherence(shuffled, as_of=LATER) == told_of(marks)


# Streaks


@pytest.mark.parametrize(
    ("marks", "longest", "current"),
    [("+++-+", 3, 1), ("+++-", 3, 0), ("+ + +", 3, 3), ("+e+", 2, 2), ("---", 0, 0), ("", 0, 0)],
)
def test_streak_is_broken_by_a_miss_and_by_nothing_else(marks, longest, current):
    told = told_of(marks)
    assert (told.longest_streak_strict, told.current_streak_strict) == (longest, current)
    assert (told.longest_streak_recorded, told.current_streak_recorded) == (longest, current)


def test_what_is_not_recorded_ends_a_strict_streak_and_is_passed_over_otherwise():
    told = told_of("++?++?")
    assert (told.longest_streak_strict, told.current_streak_strict) == (2, 0)
    assert (told.longest_streak_recorded, told.current_streak_recorded) == (4, 4)


def test_two_occurrences_of_a_day_count_in_the_order_given():
    morning, evening = Observation(MONDAY), Observation.missed(MONDAY)
    assert adherence([morning, evening], as_of=MONDAY).current_streak_strict == 0
    assert adherence([evening, morning], as_of=MONDAY).current_streak_strict == 1


@given(MARKS)
def test_longest_streak_is_the_same_told_backwards(marks):
    assert told_of(marks[::-1]).longest_streak_strict == told_of(marks).longest_streak_strict


# Weeks


def test_several_walks_on_one_day_make_one_day():
    told = weeks_of([*plan("+ +"), *plan("+ +")])
    assert [week.days_done for week in told.weeks] == [2, 0]


def test_week_that_the_window_cuts_is_flagged_and_left_out_of_the_share():
    told = weeks_of(plan("+++    +++"), end=MONDAY + timedelta(days=10))
    assert [(week.days_in_window, week.met, week.complete) for week in told.weeks] == [
        (7, True, True),
        (4, True, False),
    ]
    assert (told.share, told.met, told.n, told.n_met) == (1, 2, 1, 1)


def test_week_with_an_excused_day_is_flagged_and_left_out_of_the_share():
    told = weeks_of(plan("++e    +++"))
    assert [(week.days_excused, week.complete) for week in told.weeks] == [(1, False), (0, True)]
    assert told.share == 1


def test_day_with_something_done_is_not_excused():
    told = weeks_of([Observation(MONDAY), Observation.excused(MONDAY)])
    assert (told.weeks[0].days_done, told.weeks[0].days_excused, told.weeks[0].complete) == (1, 0, True)


def test_week_may_belong_to_the_other_year():
    told = weeks_of([Observation(date(2027, 1, 1))], start=date(2026, 12, 28), end=date(2027, 1, 4))
    assert [(week.week, week.days_done) for week in told.weeks] == [("2026-W53", 1), ("2027-W01", 0)]


def test_window_ends_on_the_day_of_telling():
    entries = plan("+++++++++")
    told = weeks_of(entries, as_of=MONDAY + timedelta(days=1))
    assert (len(told.weeks), told.weeks[0].days_done, told.dropped) == (1, 2, 7)
    before = weeks_of(entries, as_of=MONDAY - timedelta(days=1))
    assert (before.weeks, before.share, before.dropped) == ((), Undefined("no week is complete"), 9)


@pytest.mark.parametrize(("start", "end"), [(date.min, date(1, 1, 9)), (date(9999, 12, 25), date.max)])
def test_ends_of_the_calendar_have_weeks_too(start, end):
    told = weeks_of([Observation(start), Observation(end)], quota=1, start=start, end=end, as_of=date.max)
    assert [week.met for week in told.weeks] == [True, True]


@given(MARKS, st.integers(1, 7), st.integers(0, 20), st.integers(0, 40))
def test_weeks_hold_each_day_of_the_window_once(marks, quota, first, length):
    start = MONDAY + timedelta(days=first)
    told = weeks_of(plan(marks), quota, start, start + timedelta(days=length))
    assert sum(week.days_in_window for week in told.weeks) == length + 1
    done = {entry.on for entry in plan(marks.replace("-", " ")) if entry.count} & {
        start + timedelta(days=day) for day in range(length + 1)
    }
    assert sum(week.days_done for week in told.weeks) == len(done)
    assert told.n_met <= min(told.n, told.met)


@given(MARKS)
def test_what_is_not_recorded_changes_no_week(marks):
    one, other = weeks_of(plan(marks)), weeks_of(plan(marks.replace("?", " ")))
    assert (one.weeks, one.share) == (other.weeks, other.share)


@given(MARKS, st.integers(-50, 50))
def test_moving_all_by_whole_weeks_changes_only_the_names_of_the_weeks(marks, count):
    by = timedelta(weeks=count)
    one = weeks_of(plan(marks))
    other = weeks_of(plan(marks, MONDAY + by), start=MONDAY + by, end=MONDAY + by + timedelta(days=13))
    nameless = [[attrs.evolve(week, week="") for week in told.weeks] for told in (one, other)]
    assert nameless[0] == nameless[1]


# Consistency


def test_what_is_a_half_life_longer_ago_counts_for_half():
    told = consistency(
        [Observation.missed(MONDAY), Observation(MONDAY + timedelta(days=30))], as_of=LATER, half_life_days=30
    )
    assert told.strict == pytest.approx(2 / 3)


def test_last_week_counts_for_more_than_the_first():
    assert steady("-------+++++++", 7).strict > 0.6 > 0.4 > steady("+++++++-------", 7).strict


def test_consistency_tells_the_unknown_both_ways_and_leaves_out_the_excused():
    told = steady("++e?")
    assert (told.recorded, told.excused, told.not_recorded, told.n) == (1, 1, 1, 3)
    assert told.strict < 1


@pytest.mark.parametrize(
    ("marks", "strict", "recorded"),
    [("", NOTHING_PLANNED, NOTHING_RECORDED), ("e", NOTHING_PLANNED, NOTHING_RECORDED), ("?", 0, NOTHING_RECORDED)],
)
def test_consistency_of_nothing_cannot_be_told(marks, strict, recorded):
    told = steady(marks)
    assert (told.strict, told.recorded) == (strict, recorded)


def test_consistency_of_long_ago_can_still_be_told():
    told = consistency(plan("+-", date(1, 1, 1)), as_of=date.max, half_life_days=1)
    assert told.strict == pytest.approx(1 / 3)


@given(st.text("+-?", min_size=1, max_size=30), HALF_LIVES)
def test_consistency_is_a_weighted_mean_as_of_the_day(marks, half_life):
    day = MONDAY + timedelta(days=40)
    weights = {entry.on: math.pow(2, -(day - entry.on).days / half_life) for entry in plan(marks)}
    done = sum(weights[entry.on] for entry in plan(marks) if entry.count)
    assert steady(marks, half_life, day).strict == pytest.approx(done / sum(weights.values()))


@given(MARKS, HALF_LIVES)
def test_consistency_lies_between_none_and_all_and_ignores_what_is_excused(marks, half_life):
    told = steady(marks, half_life)
    assert isinstance(told.strict, Undefined) or 0 <= told.strict <= 1
    assert isinstance(told.recorded, Undefined) or told.strict <= 1
    assert attrs.evolve(told, excused=0) == steady(marks.replace("e", " "), half_life)
    assert steady(marks.replace("?", " "), half_life).recorded == told.recorded


@given(st.text("+-", min_size=1, max_size=30))
def test_long_half_life_comes_near_the_plain_share(marks):
    assert steady(marks, 1e9).strict == pytest.approx(told_of(marks).share_strict, abs=1e-6)


# Bad input


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (
            lambda: adherence([MONDAY], as_of=MONDAY),
            FieldTypeError,
            r"planned\[0\] must be of type Observation .*'date'\)",
        ),
        (lambda: adherence("++", as_of=MONDAY), FieldTypeError, r"planned must be a sequence of observations .*"),
        (lambda: adherence(None, as_of=MONDAY), FieldTypeError, r"planned must be a sequence of observations .*"),
        (lambda: adherence([], as_of="2026-03-02"), FieldTypeError, r"as_of must be a datetime\.date .*'str'\)"),
        (lambda: adherence([], as_of=datetime(2026, 3, 2)), FieldTypeError, r"as_of must be a .*'datetime'\)"),  # noqa: DTZ001
        (lambda: weeks_of([], quota=8), FieldError, r"quota must be at most 7 \(got 8\)"),
        (lambda: weeks_of([], quota=0), FieldError, r"quota must be at least 1 \(got 0\)"),
        (lambda: weeks_of([], quota=2.5), FieldTypeError, r"quota must be an int \(got 'float'\)"),
        (lambda: weeks_of([], quota=True), FieldTypeError, r"quota must be an int \(got 'bool'\)"),
        (lambda: weeks_of([], start="2026-03-02"), FieldTypeError, r"start must be a datetime\.date .*"),
        (lambda: weeks_of([], end=None), FieldTypeError, r"end must be a datetime\.date .*"),
        (lambda: weeks_of([], end=date(2026, 3, 1)), FieldError, r"end must not lie before start \(2026-03-02\) .*"),
        (
            lambda: weeks_of([Observation(MONDAY, covers=Period.WEEK)]),
            FieldError,
            r"entries\[0\]\.covers must be day, session or meeting \(got 'week'\)",
        ),
        (lambda: steady("", 0.5), FieldError, r"half_life_days must be at least 1 \(got 0\.5\)"),
        (lambda: steady("", math.nan), FieldError, r"half_life_days must be a finite number .* \(got nan\)"),
        (lambda: steady("", "30"), FieldTypeError, r"half_life_days must be an int or float \(got 'str'\)"),
    ],
)
def test_bad_input_is_refused(call, error, told):
    with pytest.raises(error, match=f"^{told}$"):
        call()
