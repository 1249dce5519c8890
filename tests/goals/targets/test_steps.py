"""What happens: milestones, runs, single events, finding out, and what only judgement can tell."""

from datetime import date, timedelta

import pytest

from therapygoals.errors import FieldError
from therapygoals.goals import (
    Direction,
    ExplorationTarget,
    MilestoneTarget,
    Observation,
    ObservationStatus,
    Period,
    Step,
    StreakTarget,
    TextTarget,
    YesNoTarget,
)

MONDAY = date(2026, 1, 5)
STATUS = {"s": "seen", "m": "missed", "e": "excused", "u": "unknown"}
ONCE = (YesNoTarget(), ExplorationTarget(question="What do I want?"), TextTarget(text="We both say so."))


def diary(signs):
    """One entry a day: s seen, m missed, e excused, u unknown, none for a dot; a number is that many at once."""
    days = [(MONDAY + timedelta(days=n), sign) for n, sign in enumerate(signs) if sign != "."]
    return [
        Observation(day, int(sign)) if sign.isdigit() else Observation(day, status=ObservationStatus(STATUS[sign]))
        for day, sign in days
    ]


def after(target, signs):
    return target.progress(diary(signs), on=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("signs", "value", "fraction", "met"),
    [
        ("s", 1, 0.25, False),
        ("s2", 3, 0.75, False),
        ("s2ss", 5, 1, True),
        ("m", 0, 0, False),
        ("eu", None, None, None),
    ],
)
def test_milestone_counts_what_was_done(signs, value, fraction, met):
    progress = after(MilestoneTarget(count=4, noun="technique"), signs)
    assert (progress.value, progress.fraction, progress.met) == (value, fraction, met)


def test_listed_steps_count_from_the_day_they_are_done():
    steps = [Step("breathe", MONDAY), Step("write", MONDAY + timedelta(days=7)), Step("call")]
    target = MilestoneTarget(count=3, steps=steps)
    assert target.value([], on=MONDAY - timedelta(days=1)) is None
    assert target.value([], on=MONDAY) == 1
    assert target.value([], on=date(2026, 12, 31)) == 2
    assert target.value(diary("3"), on=date(2026, 12, 31)) == 3


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        ("ssmsssm", 3),
        ("s.s", 2),
        ("sues", 2),
        ("sms", 1),
        ("mm", 0),
        ("0", 0),
        ("eu", None),
        ("2", 1),
    ],
)
def test_run_is_ended_by_a_miss_only(signs, value):
    assert after(StreakTarget(length=3), signs).value == value


@pytest.mark.parametrize(
    ("per", "signs", "value"),
    [
        (Period.SESSION, "sss", 3),
        (Period.WEEK, "smmmmmmmmmmmmmssmmmmm....s..", 2),
        (Period.WEEKDAY, "sssssmms", 6),
    ],
)
def test_run_is_counted_in_its_period(per, signs, value):
    target = StreakTarget(length=3, per=per)
    assert after(target, signs).value == value


def test_run_is_met_at_its_length():
    progress = after(StreakTarget(length=4), "ssm")
    assert (progress.fraction, progress.met) == (0.5, False)
    assert after(StreakTarget(length=4), "sssss").met is True


@pytest.mark.parametrize("target", ONCE)
@pytest.mark.parametrize(
    ("signs", "value", "met"), [("s", 1, True), ("ms", 1, True), ("m", 0, False), ("0", 0, False), ("e", None, None)]
)
def test_once_seen_is_done(target, signs, value, met):
    progress = after(target, signs)
    assert (progress.value, progress.fraction, progress.met) == (value, value, met)


@pytest.mark.parametrize("target", [*ONCE, MilestoneTarget(count=2), StreakTarget(length=2)])
def test_what_happens_has_no_number_to_move(target):
    assert target.direction is Direction.ACHIEVE
    assert not target.line.met_from_start


@pytest.mark.parametrize("target", [*ONCE, MilestoneTarget(count=2), StreakTarget(length=2)])
def test_negative_count_is_refused(target):
    with pytest.raises(FieldError, match=r"Observation.value must be at least 0 \(got -1\)"):
        target.progress([Observation(MONDAY, -1)], on=MONDAY)


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        (MilestoneTarget(count=3, noun="belief"), "belief"),
        (StreakTarget(length=3, per=Period.SESSION), "session in a row"),
        (ONCE[0], "time"),
        (ONCE[1], "time"),
        (ONCE[2], "time"),
    ],
)
def test_unit_is_a_singular_for_a_person_to_read(target, unit):
    assert target.unit == unit


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: MilestoneTarget(count=0), "MilestoneTarget.count"),
        (lambda: StreakTarget(length=0), "StreakTarget.length"),
        (lambda: StreakTarget(length=3, per=Period.HOUR), "StreakTarget.per"),
        (lambda: ExplorationTarget(question=" "), "ExplorationTarget.question"),
    ],
)
def test_target_that_cannot_be_is_refused(make, field):
    with pytest.raises(FieldError) as caught:
        make()
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (MilestoneTarget(count=3, noun="belief"), "3 beliefs"),
        (MilestoneTarget(count=1, noun="new friend"), "1 new friend"),
        (StreakTarget(length=7, what="dread"), "dread: 7 days in a row"),
        (YesNoTarget(what="the appointment"), "the appointment: done once"),
        (ExplorationTarget(question="what I want"), "an answer to: what I want"),
        (TextTarget(text="a good talk"), "a good talk"),
    ],
)
def test_target_says_what_would_be_enough(target, words):
    assert str(target) == words
