"""The closed sets of words, and what follows from them."""

import pytest

from therapygoals.goals import Aim, Direction, Weekday


@pytest.mark.parametrize(
    ("aim", "direction"),
    [
        (Aim.ACHIEVE, Direction.ACHIEVE),
        (Aim.INCREASE, Direction.INCREASE),
        (Aim.REDUCE, Direction.DECREASE),
        (Aim.MAINTAIN, Direction.MAINTAIN),
        (Aim.AVOID, Direction.DECREASE),
        (Aim.DISCOVER, Direction.ACHIEVE),
        (Aim.PRACTISE, Direction.ACHIEVE),
    ],
)
def test_direction_follows_from_the_aim(aim, direction):
    assert aim.direction is direction


def test_every_aim_has_a_direction():
    assert all(aim.direction in Direction for aim in Aim)


def test_week_begins_on_monday():
    assert [day.value for day in Weekday] == ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
