"""Quotas for what one does, rates for what happens."""

from datetime import date, timedelta

import pytest

from therapygoals.errors import FieldError
from therapygoals.goals import (
    Amount,
    CountTarget,
    Direction,
    FrequencyTarget,
    Observation,
    ObservationStatus,
    Period,
    PeriodTally,
)

MONDAY = date(2026, 1, 5)
STATUS = {"s": "seen", "m": "missed", "e": "excused", "u": "unknown"}
WEEKLY = {"per": Period.WEEK}


def diary(*weeks):
    """One entry a day: s seen, m missed, e excused, u unknown, none for a dot; a number is that many at once."""
    days = [(MONDAY + timedelta(days=n), sign) for n, sign in enumerate("".join(weeks))]
    return [
        Observation(day, int(sign)) if sign.isdigit() else Observation(day, status=ObservationStatus(STATUS[sign]))
        for day, sign in days
        if sign != "."
    ]


def after(target, *weeks):
    return target.progress(diary(*weeks), on=MONDAY + timedelta(days=len("".join(weeks)) - 1))


NIGHTS = FrequencyTarget(at_least=5, of=7, per=Period.WEEK, baseline=1)


@pytest.mark.parametrize(
    ("weeks", "value", "fraction", "met", "tally"),
    [
        (["sssssmm"], 5, 1, True, PeriodTally(met=1)),
        (["sssssss"], 7, 1, True, PeriodTally(met=1)),
        (["sssmmmm"], 3, 0.5, False, PeriodTally(unmet=1)),
        (["sssssss", "sssmmmm"], 5, 0.75, False, PeriodTally(met=1, unmet=1)),
        (["sssssmm", "ssss..."], 5, 1, True, PeriodTally(met=1, unknown=1)),
        (["sssssmm", "ssssmee"], 5, 1, True, PeriodTally(met=1, excused=1)),
        (["eeeeeee"], None, None, None, PeriodTally(excused=1)),
        (["uuuuuuu"], None, None, None, PeriodTally()),
        (["sssss"], None, None, None, PeriodTally()),
        (["sssssmm", "s"], 5, 1, True, PeriodTally(met=1)),
    ],
)
def test_five_nights_of_seven(weeks, value, fraction, met, tally):
    progress = after(NIGHTS, *weeks)
    assert (progress.value, progress.fraction, progress.met, progress.periods) == (value, fraction, met, tally)


def test_several_times_on_one_night_are_one_night():
    assert after(NIGHTS, "222mmmm").value == 3


def test_times_are_counted_where_no_days_are():
    assert after(FrequencyTarget(at_least=6, per=Period.WEEK), "222mmmm").met is True


@pytest.mark.parametrize(
    ("weeks", "value", "met"),
    [
        (["2mmmmmm"], 2, True),
        (["mmmmmmm"], 0, True),
        (["5mmmmmm", "mmmmmmm"], 2.5, False),
        (["2mmmmm."], None, None),
        (["3mmmmm."], 3, False),
    ],
)
def test_ceiling_is_kept_week_by_week(weeks, value, met):
    progress = after(FrequencyTarget(at_most=2, baseline=9, per=Period.WEEK), *weeks)
    assert (progress.value, progress.met) == (value, met)


@pytest.mark.parametrize(
    ("weeks", "value", "fraction", "met"),
    [
        (["4mmmmmm"], 4, 1, True),
        (["2mmmmmm", "6mmmmmm"], 4, 0.5, False),
        (["2mmmmmm", "8mmmmmm"], 5, 0, False),
        (["7mmmmmm"], 7, 0, False),
    ],
)
def test_week_below_a_band_does_not_make_up_for_one_above(weeks, value, fraction, met):
    progress = after(FrequencyTarget(at_least=3, at_most=5, baseline=1, per=Period.WEEK), *weeks)
    assert (progress.value, progress.fraction, progress.met) == (value, fraction, met)


@pytest.mark.parametrize(
    ("bounds", "week", "met"),
    [
        ({"at_most": 3}, "111mmmm", False),
        ({"at_most": 3}, "11mmmmm", True),
        ({"at_least": 3}, "111mmmm", False),
        ({"at_least": 3}, "1111mmm", True),
    ],
)
def test_strict_quota_is_met_beyond_its_bound_only(bounds, week, met):
    progress = after(FrequencyTarget(**bounds, strict=True, per=Period.WEEK), week)
    assert progress.met is met
    assert progress.periods == PeriodTally(met=met, unmet=not met)


def test_strict_quota_that_is_met_is_at_1_even_from_its_bound():
    target = FrequencyTarget(at_least=3, baseline=3, strict=True, per=Period.WEEK)
    assert after(target, "1111mmm").fraction == 1
    assert after(target, "111mmmm").fraction == 0


@pytest.mark.parametrize(
    ("tolerance", "good", "bad", "met"),
    [(1, 3, 1, False), (0.75, 3, 1, True), (0.75, 2, 2, False), (0.5, 2, 2, True), (0.01, 1, 9, True)],
)
def test_share_of_the_weeks_is_enough(tolerance, good, bad, met):
    target = FrequencyTarget(at_least=3, per=Period.WEEK, baseline=0, tolerance=tolerance)
    progress = after(target, *["sssmmmm"] * good, *["smmmmmm"] * bad)
    assert progress.met is met
    assert (progress.fraction == 1) is met


def test_share_is_not_raised_by_rounding():
    target = FrequencyTarget(at_least=1, per=Period.DAY, tolerance=0.55)
    assert 0.55 * 100 > 55
    assert after(target, "s" * 55 + "m" * 45).met is True
    assert after(target, "s" * 54 + "m" * 46).met is False


def test_every_other_day_is_counted_from_the_start():
    target = FrequencyTarget(at_least=1, per=Period.DAY, every=2)
    assert after(target, "smmssm").periods == PeriodTally(met=3)
    assert after(target, "smmmsm").periods == PeriodTally(met=2, unmet=1)


def test_four_of_five_sessions():
    target = FrequencyTarget(at_least=4, of=5, per=Period.SESSION, every=5)
    assert after(target, "ssmss").met is True
    assert after(target, "ssmms").met is False
    assert after(target, "ssss").met is None


def test_weekly_reports_are_enough():
    reports = [Observation(MONDAY + timedelta(weeks=n), done, covers=Period.WEEK) for n, done in enumerate((5, 3, 7))]
    progress = NIGHTS.progress(reports, on=date(2026, 1, 25))
    assert progress.periods == PeriodTally(met=2, unmet=1)


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        (NIGHTS, "day per week"),
        (FrequencyTarget(at_least=2, per=Period.DAY), "time per day"),
        (FrequencyTarget(at_least=1, per=Period.DAY, every=2), "time per 2 days"),
        (FrequencyTarget(), "time"),
        (CountTarget(at_most=1, per=Period.WEEK), "time per week"),
        (CountTarget(towards=Direction.DECREASE), "time"),
    ],
)
def test_unit_is_a_singular_for_a_person_to_read(target, unit):
    assert target.unit == unit


@pytest.mark.parametrize(
    ("bounds", "direction"),
    [
        ({"at_least": 1, **WEEKLY}, Direction.INCREASE),
        ({"at_most": 1, **WEEKLY}, Direction.DECREASE),
        ({"at_least": 1, "at_most": 2, **WEEKLY}, Direction.MAINTAIN),
        ({}, Direction.INCREASE),
    ],
)
def test_direction_of_a_quota_is_stated_by_its_bounds(bounds, direction):
    assert FrequencyTarget(**bounds).direction is direction


@pytest.mark.parametrize(
    ("target", "week", "value"),
    [
        (FrequencyTarget(), "2sm", 3),
        (FrequencyTarget(), "m", 0),
        (FrequencyTarget(), "e", None),
        (FrequencyTarget(per=Period.WEEK), "2smmmmm", 3),
        (FrequencyTarget(per=Period.WEEK), "2smm", None),
    ],
)
def test_frequency_that_is_not_agreed_is_counted_and_not_judged(target, week, value):
    progress = after(target, week)
    assert (progress.value, progress.met, progress.fraction, progress.periods) == (value, None, None, None)
    assert target.periods(diary(week), on=date(2026, 2, 1)).met <= 1


ATTACKS = CountTarget(at_most=1, baseline=5, per=Period.WEEK)


@pytest.mark.parametrize(
    ("weeks", "value", "fraction", "met"),
    [
        (["3mmmmmm"], 3, 0.5, False),
        (["3mmmmmm", "1mmmmmm"], 1, 1, True),
        (["3mmmmmm", "1mmmmm."], 3, 0.5, False),
        (["3mmmmmm", "1mmmmme"], 3, 0.5, False),
        (["3mmmmmm", "1mmm"], 3, 0.5, False),
        (["3"], None, None, None),
    ],
)
def test_rate_is_that_of_the_latest_week_that_is_fully_told(weeks, value, fraction, met):
    progress = after(ATTACKS, *weeks)
    assert (progress.value, progress.fraction, progress.met, progress.periods) == (value, fraction, met, None)


def test_week_reported_as_a_whole_is_fully_told():
    report = Observation(MONDAY, 2, covers=Period.WEEK)
    assert ATTACKS.progress([report], on=date(2026, 1, 11)).value == 2


def test_rate_without_a_period_is_what_the_latest_entry_tells():
    target = CountTarget(towards=Direction.DECREASE)
    assert after(target, "5m3e").value == 3
    assert after(target, "5m").value == 0
    assert after(target, "eu").value is None


def test_staying_away_is_met_while_none_is_recorded():
    smoke_free = CountTarget(at_most=0)
    assert after(smoke_free, "mmmm").met is True
    assert after(smoke_free, "mm1").met is False
    assert after(smoke_free, "mm1mm").met is True


def test_value_is_the_mean_of_what_happened_and_not_of_what_was_wanted():
    weeks = "1mmmmmm", "mmmmmmm", "3mmmmmm", "2mmmmmm"
    assert after(FrequencyTarget(at_most=2, per=Period.WEEK), *weeks).value == 1.5


@pytest.mark.parametrize(
    "fields",
    [
        {"at_least": 2, "per": Period.DAY, "of": 7},
        {"at_least": 2, "per": Period.WEEK, "of": 30},
        {"at_least": 7, "strict": True, "per": Period.WEEK, "of": 7},
        {"at_most": 0, "strict": True, "per": Period.WEEK},
    ],
)
def test_quota_that_nothing_can_meet_is_refused(fields):
    with pytest.raises(FieldError):
        FrequencyTarget(**fields)


@pytest.mark.parametrize("target", [CountTarget(towards=Direction.DECREASE), FrequencyTarget(), NIGHTS, ATTACKS])
def test_negative_count_is_refused(target):
    with pytest.raises(FieldError, match=r"Observation.value must be at least 0 \(got -1\)"):
        target.progress([Observation(MONDAY, -1)], on=MONDAY)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: FrequencyTarget(at_least=3), "FrequencyTarget.per"),
        (lambda: FrequencyTarget(at_least=3, per=Period.MINUTE), "FrequencyTarget.per"),
        (lambda: FrequencyTarget(at_least=8, of=7, per=Period.WEEK), "FrequencyTarget.at_least"),
        (lambda: FrequencyTarget(at_least=-1, per=Period.WEEK), "FrequencyTarget.at_least"),
        (lambda: FrequencyTarget(at_least=3, baseline=4, per=Period.WEEK), "FrequencyTarget.baseline"),
        (lambda: FrequencyTarget(at_least=3, per=Period.WEEK, every=0), "FrequencyTarget.every"),
        (lambda: FrequencyTarget(at_least=3, per=Period.WEEK, tolerance=0), "FrequencyTarget.tolerance"),
        (lambda: CountTarget(at_most=-1), "CountTarget.at_most"),
        (lambda: CountTarget(change=-6, baseline=5), "CountTarget.change"),
    ],
)
def test_rate_that_cannot_be_is_refused(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (CountTarget(at_most=1, baseline=5, per=Period.WEEK, what="panic"), "panic: at most 1 time per week, from 5"),
        (CountTarget(towards=Direction.DECREASE), "less; how far is still open"),
        (FrequencyTarget(context="after work"), "how often is still open, after work"),
        (
            FrequencyTarget(at_least=3, per=Period.WEEK, each=Amount.exactly(20, "minute")),
            "at least 3 times per week, 20 minutes each time",
        ),
    ],
)
def test_target_says_what_would_be_enough(target, words):
    assert str(target) == words
