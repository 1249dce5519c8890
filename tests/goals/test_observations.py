"""Seen, missed, excused and unknown are four things."""

from datetime import date

import pytest
from hypothesis import given

from therapygoals.errors import FieldError
from therapygoals.goals import Observation, ObservationStatus, Period
from therapygoals.testing import observations

ON = date(2026, 3, 1)
MAKERS = {
    ObservationStatus.MISSED: Observation.missed,
    ObservationStatus.EXCUSED: Observation.excused,
    ObservationStatus.UNKNOWN: Observation.unknown,
}


def test_entry_with_a_day_alone_was_seen():
    assert Observation(ON).status is ObservationStatus.SEEN


@pytest.mark.parametrize("status", MAKERS)
def test_short_form_records_its_status(status):
    assert MAKERS[status](ON, goal="walk", note="ill") == Observation(ON, status=status, goal="walk", note="ill")


@pytest.mark.parametrize("status", MAKERS)
def test_value_stands_with_seen_only(status):
    with pytest.raises(FieldError, match=rf"Observation\.value must be None when the status is {status} \(got 3\)"):
        Observation(ON, 3, status=status)


@given(observations())
def test_entry_counts_as_its_value_or_as_once(entry):
    if entry.status is ObservationStatus.SEEN:
        assert entry.count == (1 if entry.value is None else entry.value)
    else:
        assert entry.count == 0


@pytest.mark.parametrize("covers", [Period.MINUTE, Period.WEEKDAY])
def test_entry_covers_a_stretch_of_the_calendar_or_a_session(covers):
    with pytest.raises(FieldError, match=rf"Observation\.covers must be one of day, week, .* \(got '{covers}'\)"):
        Observation(ON, covers=covers)
