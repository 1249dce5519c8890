"""Where a target stands, told for a person."""

import pytest
from hypothesis import given

from therapygoals.goals import PeriodTally, PeriodVerdict, Progress
from therapygoals.testing import period_tallies

NOTHING = {"fraction": None, "met": None, "value": None, "unit": "points"}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "nothing recorded yet, n = 0"),
        ({"value": 6.5, "seen": 2, "missed": 1}, "6.5 points, n = 3"),
        ({"value": 10 / 3, "met": False, "seen": 1}, "3.33 points, on the way, n = 1"),
        ({"value": 12345, "met": True, "seen": 1}, "12345 points, met, n = 1"),
        ({"value": None, "seen": 3}, "nothing can be told yet, n = 3"),
        ({"value": 9, "met": False, "fraction": 1.0, "seen": 1}, "9 points, on the way, 99% of the way, n = 1"),
        ({"value": 5, "met": False, "fraction": 0.5}, "5 points, on the way, 50% of the way, n = 0"),
        ({"value": 5, "periods": PeriodTally(met=2, unmet=1, excused=4)}, "5 points, 2 of 3 full periods, n = 0"),
        (
            {"value": 5, "periods": PeriodTally(met=1, unknown=2)},
            "5 points, 1 of 1 full periods, 2 not fully told, n = 0",
        ),
        ({"seen": 1, "periods": PeriodTally(unknown=1)}, "nothing can be told yet, 1 period not fully told, n = 1"),
        ({"periods": PeriodTally()}, "nothing recorded yet, n = 0"),
    ],
)
def test_progress_reads_as_a_person_would_say_it(facts, words):
    assert str(Progress(**NOTHING | facts)) == words


def test_verdicts_are_counted():
    verdicts = [PeriodVerdict.MET, PeriodVerdict.UNKNOWN, PeriodVerdict.MET]
    assert PeriodTally.of(verdicts) == PeriodTally(met=2, unknown=1)


@given(period_tallies())
def test_only_what_the_entries_decide_is_counted(tally):
    assert tally.counted == tally.met + tally.unmet
