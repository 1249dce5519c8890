"""Counting what was recorded, period by period."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Observation,
    ObservationStatus,
    Period,
    PeriodCount,
    PeriodVerdict,
    YesNoTarget,
    count_by_period,
)
from therapygoals.testing import observations_for, period_counts

MONDAY = date(2026, 1, 5)
SEEN, MISSED = ObservationStatus.SEEN, ObservationStatus.MISSED
EXCUSED, UNKNOWN = ObservationStatus.EXCUSED, ObservationStatus.UNKNOWN
MET, UNMET = PeriodVerdict.MET, PeriodVerdict.UNMET
LATER = date(2026, 12, 31)
STATUS = {"s": SEEN, "m": MISSED, "e": EXCUSED, "u": UNKNOWN}


def week(signs, start=MONDAY):
    """One entry a day: s seen, m missed, e excused, u unknown, and none for a dot."""
    return [Observation(start + timedelta(days=n), status=STATUS[sign]) for n, sign in enumerate(signs) if sign != "."]


def weekly(value=None, status=SEEN, on=MONDAY, covers=Period.WEEK):
    return Observation(on, value, status=status, covers=covers)


def counts(entries, per=Period.WEEK, on=LATER, **options):
    return count_by_period(entries, per, on=on, **options)


def days_of(count):
    return count.seen, count.missed, count.excused, count.open


@pytest.mark.parametrize(
    ("signs", "days"),
    [
        ("sssmmee", (3, 2, 2, 0)),
        ("s......", (1, 0, 0, 6)),
        ("suuuuuu", (1, 0, 0, 6)),
        ("eeeeeee", (0, 0, 7, 0)),
    ],
)
def test_days_of_a_week_are_told_apart(signs, days):
    (count,) = counts(week(signs))
    assert days_of(count) == days
    assert (count.start, count.end) == (MONDAY, date(2026, 1, 11))


def test_nothing_recorded_makes_no_period():
    assert counts([]) == counts(week("uuuuuuu")) == ()


@pytest.mark.parametrize(
    ("entries", "days", "occasions"),
    [
        ([Observation(MONDAY, 2), Observation(MONDAY, 3)], (1, 0, 0, 6), 5),
        ([Observation(MONDAY), Observation.missed(MONDAY), Observation.excused(MONDAY)], (1, 0, 0, 6), 1),
        ([Observation.missed(MONDAY), Observation.excused(MONDAY)], (0, 1, 0, 6), 0),
        ([Observation(MONDAY, 0), Observation.excused(MONDAY)], (0, 1, 0, 6), 0),
        ([weekly(3)], (3, 4, 0, 0), 3),
        ([weekly(9)], (7, 0, 0, 0), 9),
        ([weekly(2.5)], (3, 4, 0, 0), 2.5),
        ([weekly()], (1, 6, 0, 0), 1),
        ([weekly(0)], (0, 7, 0, 0), 0),
        ([weekly(3), *week("sss")], (3, 4, 0, 0), 3),
        ([weekly(2), weekly(1)], (3, 4, 0, 0), 3),
        ([weekly(status=EXCUSED)], (0, 0, 7, 0), 0),
        ([weekly(status=MISSED)], (0, 7, 0, 0), 0),
        ([weekly(status=EXCUSED), *week("ss.m")], (2, 1, 4, 0), 2),
        ([weekly(status=MISSED), *week("s.e")], (1, 5, 1, 0), 1),
        ([weekly(2), *week("....eee")], (2, 2, 3, 0), 2),
        ([weekly(6), *week("....eee")], (6, 0, 1, 0), 6),
        ([weekly(2, covers=Period.SESSION), Observation(MONDAY)], (1, 0, 0, 6), 3),
    ],
)
def test_seen_wins_over_missed_and_missed_over_excused(entries, days, occasions):
    (count,) = counts(entries)
    assert days_of(count) == days
    assert count.occasions == occasions


def test_weekly_report_is_counted_in_the_month_that_holds_it():
    january, february = counts([weekly(5, on=date(2026, 1, 28)), *week("s", date(2026, 2, 2))], Period.MONTH)
    assert (january.occasions, days_of(january)) == (5, (5, 1, 0, 25))
    assert (february.occasions, days_of(february)) == (1, (1, 0, 0, 27))


def test_monthly_report_takes_weekly_ones_as_its_details():
    entries = [weekly(5, on=date(2026, 1, 7)), weekly(11, on=date(2026, 1, 31), covers=Period.MONTH)]
    (count,) = counts(entries, Period.MONTH)
    assert count.occasions == 11
    assert days_of(count) == (11, 20, 0, 0)


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (Period.DAY, date(2024, 2, 29), date(2024, 2, 29)),
        (Period.WEEKDAY, date(2024, 2, 29), date(2024, 2, 29)),
        (Period.WEEK, date(2024, 2, 26), date(2024, 3, 3)),
        (Period.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Period.QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
        (Period.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods_are_those_of_the_calendar(per, first, last):
    (count,) = counts([Observation(date(2024, 2, 29))], per)
    assert (count.start, count.end) == (first, last)
    assert sum(days_of(count)) == (last - first).days + 1


@pytest.mark.parametrize(
    ("per", "length"),
    [
        (Period.DAY, 1),
        (Period.WEEKDAY, 1),
        (Period.WEEK, 5),
        (Period.MONTH, 31),
        (Period.QUARTER, 92),
        (Period.YEAR, 365),
    ],
)
def test_last_period_ends_with_the_calendar(per, length):
    (count,) = counts([Observation(date.max)], per, on=date.max)
    assert count.end == date.max
    assert count.complete
    assert sum(days_of(count)) == length


@pytest.mark.parametrize("per", [Period.DAY, Period.WEEKDAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR])
def test_period_that_would_outlast_the_calendar_ends_with_it(per):
    (count,) = counts([Observation(MONDAY)], per, every=10**20)
    assert count.end == date.max
    assert not count.complete


def test_period_is_complete_once_its_last_day_has_come():
    assert not counts(week("s"), on=date(2026, 1, 10))[0].complete
    assert counts(week("s"), on=date(2026, 1, 11))[0].complete


def test_period_that_began_before_the_start_is_not_complete():
    first, second = counts(week("..ss...s......"), start=date(2026, 1, 6))
    assert (first.complete, second.complete) == (False, True)


def test_entries_before_the_start_or_after_the_day_of_asking_are_left_out():
    (count,) = counts(week("sssssss"), start=date(2026, 1, 6), on=date(2026, 1, 8))
    assert days_of(count) == (3, 0, 0, 4)


@pytest.mark.parametrize(
    ("per", "every", "start", "stretches"),
    [
        (Period.DAY, 2, None, [(0, 1), (2, 3), (4, 5), (6, 7)]),
        (Period.DAY, 3, date(2026, 1, 4), [(-1, 1), (2, 4), (5, 7)]),
        (Period.WEEKDAY, 2, None, [(0, 1), (2, 3), (4, 7)]),
        (Period.WEEKDAY, 1, date(2026, 1, 3), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (7, 7)]),
        (Period.WEEK, 2, None, [(0, 13)]),
    ],
)
def test_several_periods_make_one_counted_from_the_start(per, every, start, stretches):
    found = counts(week("ssssssss"), per, every=every, start=start)
    assert [((count.start - MONDAY).days, (count.end - MONDAY).days) for count in found] == stretches


def test_weekend_is_no_working_day():
    assert [days_of(count) for count in counts(week("....sss"), Period.WEEKDAY)] == [(1, 0, 0, 0)]


def test_two_working_days_are_open_until_both_are_told():
    friday_and_monday = counts(week("....s"), Period.WEEKDAY, every=2)
    assert days_of(friday_and_monday[0]) == (1, 0, 0, 1)


@pytest.mark.parametrize("per", [Period.SESSION, Period.MEETING])
def test_sessions_are_told_apart_by_key_or_else_by_day(per):
    entries = [
        Observation(MONDAY, 2, session="a"),
        Observation(MONDAY, 1, session="b"),
        Observation(date(2026, 1, 6), 1, session="a"),
        Observation.missed(date(2026, 1, 7)),
        Observation(date(2026, 1, 7), 0),
        Observation.excused(date(2026, 1, 8)),
        Observation.unknown(date(2026, 1, 9)),
    ]
    found = counts(entries, per)
    assert [(count.occasions, *days_of(count)) for count in found] == [
        (3, 1, 0, 0, 0),
        (1, 1, 0, 0, 0),
        (0, 0, 1, 0, 0),
        (0, 0, 0, 1, 0),
    ]
    assert all(count.complete for count in found)
    assert (found[0].start, found[0].end) == (MONDAY, date(2026, 1, 6))


def test_every_other_session_is_complete_after_two():
    first, second = counts(week("sms"), Period.SESSION, every=2)
    assert (days_of(first), first.complete) == ((1, 1, 0, 0), True)
    assert (days_of(second), second.complete) == ((1, 0, 0, 0), False)


@pytest.mark.parametrize("per", [Period.DAY, Period.WEEKDAY, Period.SESSION, Period.MEETING])
def test_report_longer_than_the_period_is_refused(per):
    with pytest.raises(FieldError, match=rf"Observation.covers must not be longer than a {per} \(got 'week'\)"):
        counts([weekly(3)], per)


def test_unknown_report_is_never_too_long():
    assert counts([weekly(status=UNKNOWN)], Period.DAY) == ()


def test_negative_count_is_refused():
    with pytest.raises(FieldError, match=r"Observation.value must be at least 0 \(got -3\)"):
        counts([Observation(MONDAY, -3)])


@pytest.mark.parametrize("day", ["on", "start"])
def test_time_of_day_is_refused(day):
    with pytest.raises(FieldTypeError, match=f"{day} must be a datetime.date without a time of day"):
        counts([], **{"on": LATER, day: datetime(2026, 1, 1)})  # noqa: DTZ001


@given(observations_for(YesNoTarget()), st.sampled_from(Period), st.randoms())
def test_order_of_entries_does_not_matter(entries, per, random):
    mixed = random.sample(entries, len(entries))
    if per in (Period.SECOND, Period.MINUTE, Period.HOUR):
        per = Period.WEEK
    assert counts(mixed, per) == counts(entries, per)


@given(observations_for(YesNoTarget()), st.sampled_from((Period.DAY, Period.WEEK, Period.MONTH)), st.integers(1, 3))
def test_every_day_of_a_period_is_counted_once(entries, per, every):
    for count in counts(entries, per, every=every):
        assert sum(days_of(count)) == (count.end - count.start).days + 1
        assert min(days_of(count)) >= 0


def count_of(signs, occasions=None):
    tally = {
        name: signs.count(sign) for name, sign in (("seen", "s"), ("missed", "m"), ("excused", "e"), ("open", "."))
    }
    done = tally["seen"] if occasions is None else occasions
    return PeriodCount(start=MONDAY, end=MONDAY, occasions=done, complete=True, **tally)


@pytest.mark.parametrize(
    ("signs", "low", "high", "verdict"),
    [
        ("sssssmm", 5, None, MET),
        ("ssssmmm", 5, None, UNMET),
        ("sssss..", 5, None, MET),
        ("ssssm..", 5, None, PeriodVerdict.UNKNOWN),
        ("sssmm..", 5, None, PeriodVerdict.UNKNOWN),
        ("ssmmm..", 5, None, UNMET),
        ("ssssmme", 5, None, PeriodVerdict.EXCUSED),
        ("sssmm.e", 5, None, PeriodVerdict.EXCUSED),
        ("ssmmm.e", 5, None, UNMET),
        ("eeeeeee", 5, None, PeriodVerdict.EXCUSED),
        ("eeeeeee", 0, None, PeriodVerdict.EXCUSED),
        ("ssmmmmm", None, 2, MET),
        ("sssmmmm", None, 2, UNMET),
        ("sss....", None, 2, UNMET),
        ("smmmmm.", None, 2, MET),
        ("ssmmmm.", None, 2, PeriodVerdict.UNKNOWN),
        ("ssmmmme", None, 2, MET),
        ("eeeeeee", None, 2, PeriodVerdict.EXCUSED),
        ("sssmmmm", 3, 5, MET),
        ("ssmmmmm", 3, 5, UNMET),
        ("ssssssm", 3, 5, UNMET),
        ("ssssmm.", 3, 5, MET),
        ("sssssm.", 3, 5, PeriodVerdict.UNKNOWN),
        ("ssmmmm.", 3, 5, PeriodVerdict.UNKNOWN),
        ("smmmmm.", 3, 5, UNMET),
        ("smmmm.e", 3, 5, PeriodVerdict.EXCUSED),
        ("mmmmmmm", None, None, MET),
    ],
)
def test_days_decide_a_quota_of_days(signs, low, high, verdict):
    assert count_of(signs).verdict(low=low, high=high, of=7) is verdict


@pytest.mark.parametrize(
    ("signs", "occasions", "low", "high", "verdict"),
    [
        ("smmmmmm", 3, 3, None, MET),
        ("smmmmmm", 2, 3, None, UNMET),
        ("smmmmm.", 0, 3, None, PeriodVerdict.UNKNOWN),
        ("smmmmme", 0, 3, None, PeriodVerdict.EXCUSED),
        ("smmmmm.", 1, None, 9, PeriodVerdict.UNKNOWN),
        ("smmmmm.", 10, None, 9, UNMET),
        ("smmmmm.", 4, 3, 9, PeriodVerdict.UNKNOWN),
    ],
)
def test_open_day_may_have_held_any_number_of_occasions(signs, occasions, low, high, verdict):
    assert count_of(signs, occasions).verdict(low=low, high=high) is verdict


@pytest.mark.parametrize(
    ("signs", "low", "high", "verdict"),
    [
        ("ssmmmmm", None, 3, MET),
        ("sssmmmm", None, 3, UNMET),
        ("sssmmmm", 3, None, UNMET),
        ("ssssmmm", 3, None, MET),
        ("ssmmmm.", 3, None, UNMET),
        ("smmmmm.", None, 2, PeriodVerdict.UNKNOWN),
    ],
)
def test_strict_bound_itself_does_not_meet_the_quota(signs, low, high, verdict):
    assert count_of(signs).verdict(low=low, high=high, of=7, strict=True) is verdict


@pytest.mark.parametrize(
    ("signs", "low", "high", "verdict"),
    [
        ("sssmm..", 3, None, MET),
        ("sssmm..", 4, None, UNMET),
        ("sss.m..", 4, None, PeriodVerdict.UNKNOWN),
        ("ss.mm..", 4, None, UNMET),
        ("..mmmss", 2, None, MET),
        ("sssmmmm", 4, None, UNMET),
        ("ssssssm", 5, None, MET),
        ("sssee..", 4, None, PeriodVerdict.EXCUSED),
        ("sseeeee", 3, None, PeriodVerdict.EXCUSED),
        ("smmeeee", 4, None, UNMET),
        ("ssmmm..", None, 2, MET),
        ("ssmm...", None, 2, PeriodVerdict.UNKNOWN),
        ("sssmm..", None, 2, UNMET),
        ("ssssss.", None, 5, UNMET),
    ],
)
def test_five_working_days_are_told_once_five_days_have_an_entry(signs, low, high, verdict):
    assert count_of(signs).verdict(low=low, high=high, of=5) is verdict


@given(period_counts(), st.integers(0, 9), st.integers(0, 9), st.none() | st.integers(1, 31))
def test_verdict_stays_once_the_open_days_are_told(count, low, width, of):
    quota = {"low": low, "high": low + width, "of": of}
    left = count.open if of is None else max(0, of - count.seen - count.missed - count.excused)
    told_later = min(count.open, left)
    verdict = count.verdict(**quota)
    if verdict in (MET, UNMET):
        for told in ("missed", "seen"):
            facts = {"seen": count.seen, "missed": count.missed, told: getattr(count, told) + told_later}
            full = PeriodCount(
                start=count.start,
                end=count.end,
                occasions=count.occasions + (told_later if told == "seen" else 0),
                excused=count.excused,
                open=count.open - told_later,
                complete=True,
                **facts,
            )
            assert full.verdict(**quota) is verdict
