"""Self-concordance of a person's goals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.progress import Undefined, self_concordance
from therapygoals.testing import numbers

REASONS = ("intrinsic", "identified", "introjected", "external")
GOALS = st.lists(st.tuples(*[numbers(1, 9)] * 4), min_size=1, max_size=6)


def of(goals, *, low=1, high=9):
    columns = {reason: [goal[place] for goal in goals] for place, reason in enumerate(REASONS)}
    return self_concordance(**columns, low=low, high=high)


@pytest.mark.parametrize(
    ("goal", "index"), [((9, 9, 1, 1), 16), ((1, 1, 9, 9), -16), ((5, 5, 5, 5), 0), ((7, 9, 3, 1), 12)]
)
def test_index_is_own_reasons_minus_the_others(goal, index):
    concordance = of([goal])
    assert concordance.goals == (index,)
    assert (concordance.index, concordance.mean_form, concordance.most) == (index, index / 2, 16)


def test_goal_with_a_reason_not_rated_is_dropped_and_counted():
    concordance = of([(7, 9, 3, 1), (7, None, 3, 1)])
    assert concordance.goals == (12, Undefined("not all four reasons were rated"))
    assert (concordance.index, concordance.n, concordance.dropped) == (12, 1, 1)


@pytest.mark.parametrize("goals", [[], [(None, 1, 1, 1)]])
def test_no_goal_gives_no_index(goals):
    concordance = of(goals)
    assert concordance.index == concordance.mean_form == Undefined("no goal has all four reasons rated")
    assert (concordance.n, concordance.dropped) == (0, len(goals))


@given(GOALS)
def test_swapping_own_and_other_reasons_turns_the_sign(goals):
    turned = of([(c, d, a, b) for a, b, c, d in goals])
    assert math.isclose(turned.index, -of(goals).index, abs_tol=1e-9)


@given(GOALS)
def test_index_lies_in_its_range(goals):
    concordance = of(goals)
    assert -concordance.most <= concordance.index <= concordance.most


@given(GOALS, numbers(0, 5), numbers(0.5, 3))
def test_shifting_a_scale_changes_nothing_and_stretching_it_stretches_the_index(goals, by, times):
    moved = of([[times * (by + rating) for rating in goal] for goal in goals], low=0, high=50)
    assert math.isclose(moved.index, times * of(goals).index, rel_tol=1e-9, abs_tol=1e-9)


@given(GOALS, st.randoms(use_true_random=False))
def test_order_of_the_goals_does_not_matter(goals, chance):
    mixed = list(goals)
    chance.shuffle(mixed)
    assert math.isclose(of(mixed).index, of(goals).index, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"external": [10]}, r"external\[0\] must be at most 9 \(got 10\)"),
        ({"intrinsic": [0]}, r"intrinsic\[0\] must be at least 1 \(got 0\)"),
        ({"introjected": [1, 2]}, r"introjected must have as many values as intrinsic \(1\) \(got 2\)"),
        ({"low": 9}, r"high must lie above low \(9\) \(got 9\)"),
    ],
)
def test_rating_that_does_not_fit_is_refused(options, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        self_concordance(**{**{reason: [5] for reason in REASONS}, "low": 1, "high": 9, **options})


def test_scale_has_to_be_told():
    with pytest.raises(TypeError, match=r"'low' and 'high'"):
        self_concordance(**{reason: [5] for reason in REASONS})
    with pytest.raises(FieldTypeError, match=r"^low must be an int or float \(got 'NoneType'\)$"):
        of([], low=None)
