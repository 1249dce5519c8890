"""How often later values are better than earlier ones, and what can be said of that."""

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import SeMethod, Undefined, ird, mann_whitney_p, nap, pand, pem, pnd, tau
from therapygoals.testing import numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
EFFECTS, CONTRASTS = (nap, tau), (pnd, pem, pand, ird)
PHASE = st.lists(st.integers(0, 10), min_size=1, max_size=12)
LEVELS = numbers(0.01, 0.999)
METHODS = st.sampled_from(SeMethod)
NOTHING = Undefined("a phase holds no value")

each_metric = pytest.mark.parametrize("metric", EFFECTS + CONTRASTS, ids=lambda metric: metric.__name__)


def close(one, other):
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def moved(values, factor, shift):
    return [factor * value + shift for value in values]


def within(share, theta, z, m, n):
    """How far a share lies inside the interval of NAP; 0 at its ends."""
    h = (m + n) / 2 - 1
    return (share - theta) ** 2 - z**2 * theta * (1 - theta) / (m * n) * (
        1 + h * (1 - theta) / (2 - theta) + h * theta / (1 + theta)
    )


# What the numbers mean


def test_share_is_a_half_when_nothing_changed():
    assert nap([3, 4], [3, 4], direction=UP).estimate == 0.5
    assert tau([3, 4], [3, 4], direction=UP).estimate == 0


def test_share_is_counted_pair_by_pair():
    before, after = [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]
    pairs = [(later > earlier) + (later == earlier) / 2 for earlier in before for later in after]
    effect = nap(before, after, direction=UP)
    assert close(effect.estimate, sum(pairs) / len(pairs))
    assert (effect.unit, effect.n_before, effect.n_after, effect.dropped, effect.caution) == ("share", 10, 11, 0, None)


def test_unbiased_square_of_the_error_is_that_of_the_definition():
    before, after = [1, 2, 2, 5, 3], [2, 6, 4, 4]
    m, n = len(before), len(after)
    pair = [[(later > earlier) + (later == earlier) / 2 for later in after] for earlier in before]
    share = sum(map(sum, pair)) / (m * n)
    by_before = sum((sum(row) / n - share) ** 2 for row in pair) / m
    by_after = sum((sum(column) / m - share) ** 2 for column in zip(*pair, strict=True)) / n
    by_pair = sum((one - share) ** 2 for row in pair for one in row) / (m * n)
    square = (share * (1 - share) + n * by_before + m * by_after - 2 * by_pair) / ((m - 1) * (n - 1))
    assert close(nap(before, after, direction=UP).se, math.sqrt(square))
    square = (share * (1 - share) + (n - 1) * by_before + (m - 1) * by_after) / (m * n)
    assert close(nap(before, after, direction=UP, se=SeMethod.HANLEY).se, math.sqrt(square))


@pytest.mark.parametrize(
    ("metric", "told"),
    [
        (nap, 9.5 / 12),
        (tau, 7 / 12),
        (pnd, 2 / 3),
        (pem, 2 / 3),
        (pand, 6 / 7),
        (ird, 17 / 24),
    ],
)
def test_metrics_of_a_small_case_by_hand(metric, told):
    assert close(metric([2, 3, 4, 4], [3, 5, 6], direction=UP).estimate, told)


# Where peers err


def test_interval_at_complete_separation_is_not_a_point_as_with_a_peer():
    effect = nap([1, 2, 3, 2], [6, 7, 8, 9, 7], direction=UP)
    assert (effect.estimate, effect.high) == (1, 1)
    assert round(effect.low, 4) == 0.6115  # SingleCaseES tells 1
    assert effect.caution is not None
    worse = nap([6, 7, 8, 9, 7], [1, 2, 3, 2], direction=UP)
    assert (worse.estimate, worse.low, round(worse.high, 4)) == (0, 0, 0.3885)


def test_tie_with_the_median_is_no_matter_of_rounding():
    assert (0.1 + 0.2) / 2 > 0.15  # so that a peer takes 0.15 for worse than the median
    assert pem([0.1, 0.2], [0.15], direction=UP).estimate == 0.5


def test_tie_with_the_median_is_a_half_or_nothing_as_the_caller_says():
    assert pem([2, 3, 4], [3], direction=UP).estimate == 0.5
    assert pem([2, 3, 4], [3], direction=UP, strict=True).estimate == 0


# What cannot be told


@each_metric
@pytest.mark.parametrize(("before", "after"), [([], [1]), ([1], []), ([None], [1]), ([], [])])
def test_nothing_is_told_of_an_empty_phase(metric, before, after):
    effect = metric(before, after, direction=UP)
    assert effect.estimate == NOTHING
    assert effect.dropped == before.count(None)
    assert mann_whitney_p(before, after, direction=UP) == NOTHING


@pytest.mark.parametrize(("before", "after"), [([3], [5, 6]), ([3, 4], [6]), ([3], [6])])
def test_unbiased_error_of_a_single_value_cannot_be_told_where_a_peer_says_infinity(before, after):
    effect = nap(before, after, direction=UP)
    assert effect.se == Undefined("a phase holds only one value, so this standard error cannot be told")
    assert 0 < effect.low < effect.estimate == effect.high
    assert nap(before, after, direction=UP, se=SeMethod.HANLEY).se > 0


def test_chance_is_whole_where_all_values_are_equal():
    assert mann_whitney_p([5, 5], [5, 5, 5], direction=UP) == 1


@each_metric
def test_missing_values_are_dropped_and_counted(metric):
    effect = metric([1, None, 3], [2, 4, None, None], direction=UP)
    assert (effect.n_before, effect.n_after, effect.dropped) == (2, 2, 3)
    assert effect.estimate == metric([1, 3], [2, 4], direction=UP).estimate


# Laws


@given(PHASE, PHASE, METHODS, LEVELS)
def test_swapped_phases_turn_the_share_over(before, after, se, level):
    one, other = (nap(*pair, direction=UP, se=se, level=level) for pair in ((before, after), (after, before)))
    assert close(one.estimate, 1 - other.estimate)
    assert close(one.se, other.se)
    assert close(one.low, 1 - other.high)
    assert close(one.high, 1 - other.low)
    assert close(tau(before, after, direction=UP).estimate, -tau(after, before, direction=UP).estimate)


@each_metric
@given(before=PHASE, after=PHASE)
def test_scale_turned_over_with_the_direction_changes_nothing(metric, before, after):
    one, other = metric(before, after, direction=UP), metric(moved(before, -1, 0), moved(after, -1, 0), direction=DOWN)
    assert (one.estimate, one.unit) == (other.estimate, other.unit)
    p, turned = (
        mann_whitney_p(moved(before, way, 0), moved(after, way, 0), direction=direction)
        for way, direction in ((1, UP), (-1, DOWN))
    )
    assert p == turned


@each_metric
@given(before=PHASE, after=PHASE, shift=st.integers(-100, 100), factor=st.integers(1, 9))
def test_shifted_and_stretched_scale_changes_nothing(metric, before, after, shift, factor):
    other = metric(moved(before, factor, shift), moved(after, factor, shift), direction=UP)
    assert metric(before, after, direction=UP) == other


@each_metric
@given(before=PHASE, after=PHASE, data=st.data())
def test_order_inside_a_phase_changes_nothing(metric, before, after, data):
    mixed = data.draw(st.permutations(before)), data.draw(st.permutations(after))
    assert metric(before, after, direction=UP) == metric(*mixed, direction=UP)


@given(PHASE, PHASE, METHODS, LEVELS)
def test_balance_of_pairs_is_twice_the_share_less_one(before, after, se, level):
    share, balance = (metric(before, after, direction=DOWN, se=se, level=level) for metric in EFFECTS)
    assert balance.estimate == 2 * share.estimate - 1
    assert (balance.low, balance.high) == (2 * share.low - 1, 2 * share.high - 1)
    assert isinstance(share.se, Undefined) or balance.se == 2 * share.se


@given(PHASE, PHASE, LEVELS)
def test_ends_of_the_interval_lie_where_its_condition_is_just_met(before, after, level):
    effect = nap(before, after, direction=UP, level=level)
    assert 0 <= effect.low <= effect.estimate <= effect.high <= 1
    z = -NormalDist().inv_cdf((1 - level) / 2)
    for end in (effect.low, effect.high):
        assert abs(within(effect.estimate, end, z, len(before), len(after))) < 1e-12


@given(PHASE, PHASE, numbers(0.01, 0.98))
def test_wider_level_gives_a_wider_interval(before, after, level):
    narrow, wide = (nap(before, after, direction=UP, level=level + more) for more in (0, 0.01))
    assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(PHASE, PHASE)
def test_later_values_beyond_all_others_bring_every_share_to_one(before, after):
    apart = moved(after, 1, 11)
    assert {metric(before, apart, direction=UP).estimate for metric in (nap, tau, *CONTRASTS)} == {1}


@given(PHASE, PHASE)
def test_share_that_stays_is_at_least_that_of_the_longer_phase(before, after):
    told = pand(before, after, direction=UP).estimate
    assert max(len(before), len(after)) / (len(before) + len(after)) <= told <= 1


@given(PHASE, PHASE)
def test_share_that_stays_is_the_best_of_all_lines(before, after):
    lines = [-1, *before, *after]
    kept = max(sum(value <= line for value in before) + sum(value > line for value in after) for line in lines)
    assert pand(before, after, direction=UP).estimate == kept / (len(before) + len(after))


@given(PHASE, PHASE, METHODS)
def test_error_is_a_number_from_0_or_a_reason(before, after, se):
    told = nap(before, after, direction=UP, se=se).se
    assert isinstance(told, Undefined) or 0 <= told < 1


@given(PHASE, PHASE)
def test_chances_of_both_ways_reach_beyond_a_whole(before, after):
    better, worse = (mann_whitney_p(before, after, direction=direction) for direction in (UP, DOWN))
    assert 0 <= better <= 1
    assert better + worse >= 1


# Bad input


@each_metric
@pytest.mark.parametrize(
    ("before", "told"),
    [
        ([1, math.nan], r"before\[1\] must be a finite number.* \(got nan\)"),
        ([math.inf], r"before\[0\] must be a finite number .* \(got inf\)"),
    ],
)
def test_number_that_cannot_be_is_refused(metric, before, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        metric(before, [1, 2], direction=UP)


@each_metric
@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([1, "2"], r"after\[1\] must be an int or float \(got 'str'\)"),
        ([True], r"after\[0\] must be an int or float \(got 'bool'\)"),
        ("12", r"after must be a sequence of numbers in order \(got 'str'\)"),
        ({1, 2}, r"after must be a sequence of numbers in order \(got 'set'\)"),
        (3, r"after must be a sequence of numbers in order \(got 'int'\)"),
    ],
)
def test_what_is_no_number_is_refused(metric, after, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        metric([1, 2], after, direction=UP)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"direction": Direction.MAINTAIN}, "direction must be increase or decrease .*"),
        ({"direction": UP, "level": 95}, r"level must be at most 0\.999999999 \(got 95\)"),
    ],
)
def test_option_that_cannot_be_is_refused(options, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        nap([1, 2], [3, 4], **options)


def test_kind_of_error_is_one_of_three():
    with pytest.raises(FieldTypeError, match=r"^se must be of type SeMethod \(unbiased, hanley, null\) \(got 'str'\)$"):
        nap([1, 2], [3, 4], direction=UP, se="unbiased")


def test_strictness_is_yes_or_no():
    with pytest.raises(FieldTypeError, match="strict must be of type bool"):
        pem([1, 2], [3], direction=UP, strict=1)
