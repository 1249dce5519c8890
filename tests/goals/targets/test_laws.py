"""What holds for targets of every kind, whatever was recorded."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from therapygoals.goals import TARGETS, Observation, ObservationStatus, PeriodTally
from therapygoals.testing import (
    frequency_targets,
    milestone_targets,
    observations_for,
    streak_targets,
    targets,
    yes_no_targets,
)

few = settings(max_examples=40)
START, DAYS = date(2026, 1, 5), 28  # four weeks from a Monday
END = START + timedelta(days=DAYS - 1)


@st.composite
def cases(draw):
    """A target of any kind with what may have been recorded about it."""
    target = draw(targets())
    return target, draw(observations_for(target, start=START, days=DAYS))


def free_days(entries):
    taken = {entry.on for entry in entries}
    return [day for day in (START + timedelta(days=n) for n in range(DAYS)) if day not in taken]


def judged(progress):
    """What is said about the target, without the numbers of entries it rests on."""
    return attrs.evolve(progress, seen=0, missed=0, excused=0, unknown=0)


@few
@given(cases())
def test_place_is_between_0_and_1(case):
    target, entries = case
    progress = target.progress(entries, on=END)
    assert progress.fraction is None or 0 <= progress.fraction <= 1


@few
@given(cases())
def test_what_is_met_is_at_1_and_has_a_value(case):
    target, entries = case
    progress = target.progress(entries, on=END)
    if progress.met:
        assert progress.value is not None
        assert progress.fraction in (None, 1)


@few
@given(cases())
def test_met_is_told_where_a_value_can_be_held_against_a_goal(case):
    target, entries = case
    progress = target.progress(entries, on=END)
    assert (progress.met is None) == (progress.value is None or target.line is None)
    assert (progress.fraction is None) == (progress.met is None or target.line.baseline is None)


@few
@given(targets())
def test_without_entries_nothing_is_said(target):
    target = attrs.evolve(target, steps=()) if hasattr(target, "steps") else target
    progress = target.progress([], on=END)
    assert (progress.value, progress.met, progress.fraction, progress.recorded) == (None, None, None, 0)


@few
@given(targets())
def test_line_and_target_agree_on_the_direction(target):
    if target.line is not None and target.direction != "achieve":
        assert target.line.direction is target.direction
    assert target.progress([], on=END).met_from_start == bool(target.line and target.line.met_from_start)


@few
@given(targets())
def test_baseline_is_at_0_and_the_goal_at_1_on_the_line(target):
    line = target.line
    assume(line is not None and line.baseline is not None and line.distance(line.baseline) > 0)
    assert line.fraction(line.baseline) == 0
    assert line.fraction(line.high if line.low is None else line.low) == 1


@few
@given(cases(), st.data())
def test_unknown_changes_nothing_but_its_own_count(case, data):
    target, entries = case
    unknown = [Observation.unknown(day) for day in data.draw(st.lists(st.sampled_from(free_days(entries) or [END])))]
    before, after = target.progress(entries, on=END), target.progress([*unknown, *entries], on=END)
    assert after == attrs.evolve(before, unknown=before.unknown + len(unknown))


@few
@given(cases())
def test_day_without_an_entry_is_like_one_known_to_be_unknown(case):
    target, entries = case
    silent = [entry for entry in entries if entry.status is not ObservationStatus.UNKNOWN]
    assert judged(target.progress(silent, on=END)) == judged(target.progress(entries, on=END))


@few
@given(cases(), st.randoms())
def test_order_of_entries_does_not_matter(case, random):
    target, entries = case
    mixed = random.sample(entries, len(entries))
    assert target.progress(mixed, on=END) == target.progress(entries, on=END)


@few
@given(cases(), st.integers(0, DAYS - 1), st.booleans())
def test_later_and_earlier_entries_do_not_matter(case, offset, has_start):
    target, entries = case
    on, start = START + timedelta(days=offset), START + timedelta(days=offset // 2) if has_start else None
    within = [entry for entry in entries if entry.on <= on and (start is None or entry.on >= start)]
    assert target.progress(entries, on=on, start=start) == target.progress(within, on=on, start=start)
    assert target.value(entries, on=on, start=start) == target.progress(within, on=on, start=start).value


@few
@given(cases())
def test_moving_everything_by_four_weeks_changes_nothing(case):
    target, entries = case
    assume(getattr(target, "per", None) not in ("month", "quarter", "year"))
    assume(not getattr(target, "steps", ()))
    weeks = timedelta(weeks=4)
    moved = [attrs.evolve(entry, on=entry.on + weeks) for entry in entries]
    assert target.progress(moved, on=END + weeks, start=START + weeks) == target.progress(entries, on=END, start=START)


def excusing(entries):
    """The same entries with all that was missed excused instead."""
    return [Observation.excused(e.on) if e.status is ObservationStatus.MISSED else e for e in entries]


@few
@given(frequency_targets(), st.data())
def test_excusing_a_miss_never_adds_a_period_short_of_its_quota(target, data):
    entries = data.draw(observations_for(target, start=START, days=DAYS))
    before, after = (target.periods(found, on=END, start=START) for found in (entries, excusing(entries)))
    assert after.unmet <= before.unmet
    assert after.unknown <= before.unknown
    assert sum(attrs.astuple(after)) == sum(attrs.astuple(before))


@few
@given(st.one_of(streak_targets(), milestone_targets(), yes_no_targets()), st.data())
def test_excusing_a_miss_never_takes_away_what_was_reached(target, data):
    entries = data.draw(observations_for(target, start=START, days=DAYS))
    before, after = (target.progress(found, on=END).value for found in (entries, excusing(entries)))
    assert (after or 0) >= (before or 0)


@few
@given(cases())
def test_entries_are_counted_by_status(case):
    target, entries = case
    progress = target.progress(entries, on=END)
    assert progress.seen + progress.missed + progress.excused + progress.unknown == len(entries)
    assert progress.recorded == progress.seen + progress.missed


@few
@given(cases())
def test_only_quotas_tell_of_periods(case):
    target, entries = case
    progress = target.progress(entries, on=END)
    assert (progress.periods is not None) == (type(target) is TARGETS["frequency"] and target.line is not None)
    assert isinstance(progress.periods, PeriodTally | None)


@pytest.mark.parametrize("word", TARGETS)
def test_word_of_a_target_is_kebab_case_and_its_class_is_named_after_it(word):
    assert word == word.lower()
    assert TARGETS[word].__name__.lower() == word.replace("-", "") + "target"
