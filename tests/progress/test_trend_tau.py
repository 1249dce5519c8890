"""Coefficients that take a trend inside a phase into account."""

import math
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import (
    SeMethod,
    TauUDivisor,
    TauUPart,
    Undefined,
    baseline_corrected_tau,
    baseline_corrected_tau_b,
    tau,
    tau_b,
    tau_u,
)

UP, DOWN = Direction.INCREASE, Direction.DECREASE
PHASE = st.lists(st.integers(0, 10), min_size=1, max_size=10)
LONGER = st.lists(st.integers(0, 10), min_size=2, max_size=10)
PARTS, DIVISORS = st.sampled_from(TauUPart), st.sampled_from(TauUDivisor)
MINUS_A, FULL = TauUPart.A_VS_B_MINUS_TREND_A, TauUPart.A_VS_B_PLUS_TREND_B_MINUS_TREND_A
NOTHING = Undefined("a phase holds no value")

CORRECTED = (baseline_corrected_tau, baseline_corrected_tau_b)
each_corrected = pytest.mark.parametrize("metric", CORRECTED, ids=lambda metric: metric.__name__)


def close(one, other):
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def moved(values, factor, shift):
    return [factor * value + shift for value in values]


def way(early, late):
    return (late > early) - (late < early)


def balance(values):
    return sum(way(early, late) for early, late in combinations(values, 2))


def every_metric(part, divisor):
    return (tau_u, {"part": part, "divisor": divisor}), *((metric, {}) for metric in (tau_b, *CORRECTED))


# Tau-U


def test_worked_case_of_the_paper():
    bob = [2, 3, 5, 3], [4, 5, 5, 7, 6]  # the replication that comes with scan
    told = {part: tau_u(*bob, direction=UP, part=part).estimate for part in TauUPart}
    assert told == {
        TauUPart.A_VS_B: 16 / 20,
        TauUPart.TREND_A: 3 / 6,
        TauUPart.TREND_B: 7 / 10,
        TauUPart.A_VS_B_MINUS_TREND_A: 13 / 20,
        TauUPart.A_VS_B_PLUS_TREND_B: 23 / 30,
        TauUPart.A_VS_B_PLUS_TREND_B_MINUS_TREND_A: 20 / 36,
    }


def test_peers_divide_by_three_numbers_and_the_caller_says_by_which():
    told = {one: tau_u([8, 7, 6, 5], [9, 10], direction=UP, divisor=one).estimate for one in TauUDivisor}
    assert told == {
        TauUDivisor.PARKER: 14 / 8,
        TauUDivisor.PAIRS: 14 / 14,
        TauUDivisor.TIES: 14 / math.sqrt(14 * 15),
    }


def test_number_beyond_one_comes_with_a_caution():
    assert tau_u([8, 7, 6, 5], [9, 10], direction=UP).caution == "beyond 1 in size, which this divisor allows"
    assert tau_u([5, 6, 7, 8], [9, 10], direction=UP).caution is None


@pytest.mark.parametrize(
    ("part", "before", "after"), [(TauUPart.TREND_A, [1], [2, 3]), (TauUPart.TREND_B, [1, 2], [3])]
)
@pytest.mark.parametrize("divisor", TauUDivisor)
def test_single_value_has_no_trend(part, before, after, divisor):
    told = tau_u(before, after, direction=UP, part=part, divisor=divisor)
    assert (told.estimate, told.caution) == (Undefined("a single value has no trend"), None)


@pytest.mark.parametrize("part", TauUPart)
def test_ties_alone_cannot_be_corrected_for(part):
    told = tau_u([5, 5], [5, 5, 5], direction=UP, part=part, divisor=TauUDivisor.TIES)
    assert told.estimate == Undefined("all values are equal")
    assert tau_u([5, 5], [5, 5, 5], direction=UP, part=part).estimate == 0


@pytest.mark.parametrize(("before", "after"), [([], [1]), ([1], []), ([None], [1]), ([], [])])
@pytest.mark.parametrize("metric", [tau_u, tau_b, *CORRECTED])
def test_nothing_is_told_of_an_empty_phase(metric, before, after):
    told = metric(before, after, direction=UP)
    assert (told.estimate, told.dropped) == (NOTHING, before.count(None))


@given(LONGER, LONGER)
def test_balances_of_pairs_are_added_and_taken_away(before, after):
    between = sum(way(early, late) for early in before for late in after)
    told = tau_u(before, after, direction=UP, part=FULL, divisor=TauUDivisor.PAIRS).estimate
    pairs = math.comb(len(before) + len(after), 2)
    assert close(told, (between + balance(after) - balance(before)) / pairs)


@given(PHASE, PHASE, PARTS)
def test_divisors_of_pairs_keep_it_from_minus_one_to_one(before, after, part):
    for divisor in (TauUDivisor.PAIRS, TauUDivisor.TIES):
        told = tau_u(before, after, direction=UP, part=part, divisor=divisor).estimate
        assert isinstance(told, Undefined) or abs(told) <= 1 + 1e-12


@given(PHASE, PHASE)
def test_without_trends_it_is_tau(before, after):
    told = tau_u(before, after, direction=UP, part=TauUPart.A_VS_B)
    assert close(told.estimate, tau(before, after, direction=UP).estimate)


@given(LONGER, PHASE)
def test_with_ties_and_without_trends_it_is_tau_b(before, after):
    told = tau_u(before, after, direction=UP, part=TauUPart.A_VS_B, divisor=TauUDivisor.TIES)
    assert told.estimate == tau_b(before, after, direction=UP).estimate


@given(LONGER, PHASE, PARTS, DIVISORS)
def test_scale_turned_over_with_the_direction_changes_nothing(before, after, part, divisor):
    turned = moved(before, -1, 0), moved(after, -1, 0)
    for metric, options in (
        (tau_u, {"part": part, "divisor": divisor}),
        (tau_b, {}),
        *((one, {}) for one in CORRECTED),
    ):
        one, other = metric(before, after, direction=UP, **options), metric(*turned, direction=DOWN, **options)
        assert one.estimate == other.estimate


@given(LONGER, PHASE, PARTS, DIVISORS, st.integers(-100, 100), st.integers(1, 9))
def test_shifted_and_stretched_scale_changes_nothing(before, after, part, divisor, shift, factor):
    other = moved(before, factor, shift), moved(after, factor, shift)
    for metric, options in (
        (tau_u, {"part": part, "divisor": divisor}),
        (tau_b, {}),
        *((one, {}) for one in CORRECTED),
    ):
        assert metric(before, after, direction=UP, **options) == metric(*other, direction=UP, **options)


@given(LONGER, LONGER, DIVISORS)
def test_swapped_phases_and_time_turned_round_turn_the_sign(before, after, divisor):
    swapped = {"part": TauUPart.A_VS_B, "before": after, "after": before}
    backwards = {"part": TauUPart.TREND_A, "before": before[::-1], "after": after}
    for other in (swapped, backwards):
        one = tau_u(before, after, direction=UP, part=other["part"], divisor=divisor).estimate
        turned = tau_u(**other, direction=UP, divisor=divisor).estimate
        assert one == turned if isinstance(one, Undefined) else one == -turned


# tau-b


def test_phases_apart_do_not_reach_one_unless_each_is_of_one_value():
    assert close(tau_b([1, 2, 3, 4], [5, 6, 7, 8, 9], direction=UP).estimate, 20 / math.sqrt(20 * 36))
    assert tau_b([1, 1], [2, 2, 2], direction=UP).estimate == 1


def test_earlier_phase_of_one_value_is_not_told_as_with_a_peer():
    assert tau_b([1], [2, 3], direction=UP).estimate == Undefined("the earlier phase holds only one value")


@given(LONGER, LONGER)
def test_swapped_phases_turn_tau_b_round(before, after):
    one, other = tau_b(before, after, direction=UP).estimate, tau_b(after, before, direction=UP).estimate
    assert isinstance(one, Undefined) or one == -other


# Baseline-corrected tau


def test_values_on_the_line_are_ties_where_rounding_breaks_them_in_peers():
    before, after = [0.1, 0.2, 0.3], [0.4, 0.5]
    slope = (0.3 - 0.1) / 2
    assert len({value - slope * time for time, value in enumerate([*before, *after])}) > 1  # what a peer goes by
    assert baseline_corrected_tau(before, after, direction=UP).estimate == 0
    assert baseline_corrected_tau_b(before, after, direction=UP).estimate == Undefined("all values are equal")


def test_peer_that_rounds_is_off_by_a_tie():
    told = baseline_corrected_tau([2, 3, 4, 3], [7, 7, 7, 7, 7], direction=UP)
    assert close(told.estimate, 0.55)
    assert close(0.6 - told.estimate, 1 / 20)  # SingleCaseES takes one tie of twenty pairs for better


def test_missed_session_keeps_its_number_where_a_peer_counts_again():
    before, after = [1, None, 3], [4]
    assert baseline_corrected_tau(before, after, direction=UP).estimate == 0
    assert baseline_corrected_tau([1, 3], after, direction=UP).estimate == -1  # as if nothing had been missed


@each_corrected
@pytest.mark.parametrize("before", [[3], [None, 3, None]])
def test_single_earlier_value_has_no_trend_to_take_out(metric, before):
    told = metric(before, [4, 5], direction=UP)
    assert told.estimate == Undefined("the earlier phase holds only one value, so it has no trend")
    assert (told.n_before, told.n_after, told.dropped) == (1, 2, len(before) - 1)


@given(LONGER, PHASE)
def test_flat_earlier_phase_has_nothing_to_take_out(before, after):
    flat = [before[0]] * len(before)
    assert baseline_corrected_tau(flat, after, direction=UP) == tau(flat, after, direction=UP)


@each_corrected
@given(before=LONGER, after=PHASE, slope=st.integers(-5, 5))
def test_trend_added_to_both_phases_is_taken_out(metric, before, after, slope):
    tilted = [value + slope * time for time, value in enumerate([*before, *after])]
    other = metric(tilted[: len(before)], tilted[len(before) :], direction=UP)
    assert metric(before, after, direction=UP) == other


@each_corrected
@given(before=LONGER, after=PHASE, start=st.integers(-50, 50), apart=st.integers(1, 14))
def test_when_counting_begins_and_in_which_unit_changes_nothing(metric, before, after, start, apart):
    days = range(start, start + apart * (len(before) + len(after)), apart)
    told = metric(before, after, direction=UP, sessions=(days[: len(before)], days[len(before) :]))
    assert told == metric(before, after, direction=UP)


@given(LONGER, PHASE, st.sampled_from(SeMethod))
def test_error_and_interval_are_those_of_tau_for_what_is_left(before, after, se):
    assume(len(before) == 2)
    rise = before[1] - before[0]
    left = [0, 0], [value - before[0] - rise * (time + 2) for time, value in enumerate(after)]
    assert baseline_corrected_tau(before, after, direction=UP, se=se) == tau(*left, direction=UP, se=se)


# Bad input


@each_corrected
@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        (([1, 2], [2]), r"sessions must be later from one to the next, after 2 \(got 2\.0\)"),
        (([2, 1], [3]), r"sessions must be later from one to the next, after 2 \(got 1\.0\)"),
        (([1], [3]), r"sessions\[0\] must have as many values as before \(2\) \(got 1\)"),
        (([1, 2], [3, 4]), r"sessions\[1\] must have as many values as after \(1\) \(got 2\)"),
        (([1, math.nan], [3]), r"sessions\[0\]\[1\] must be a finite number.* \(got nan\)"),
    ],
)
def test_sessions_that_cannot_be_are_refused(metric, sessions, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        metric([1, 2], [3], direction=UP, sessions=sessions)


@each_corrected
@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ([1, 2, 3], r"sessions must be a pair: .* \(got 'list'\)"),
        (([1], [2], [3]), r"sessions must be a pair: .* \(got 'tuple'\)"),
        (([1, None], [3]), r"sessions\[0\]\[1\] must be an int or float \(got 'NoneType'\)"),
        ((["1", "2"], [3]), r"sessions\[0\]\[0\] must be an int or float \(got 'str'\)"),
    ],
)
def test_sessions_that_are_no_numbers_are_refused(metric, sessions, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        metric([1, 2], [3], direction=UP, sessions=sessions)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"part": "trend_a"}, "part must be of type TauUPart .*"),
        ({"divisor": "pairs"}, r"divisor must be of type TauUDivisor \(parker, pairs, ties\) \(got 'str'\)"),
    ],
)
def test_choice_that_is_none_is_refused(options, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        tau_u([1, 2], [3], direction=UP, **options)


@pytest.mark.parametrize("metric", [tau_u, tau_b, *CORRECTED])
def test_what_is_no_number_is_refused(metric):
    with pytest.raises(FieldTypeError, match=r"^after\[0\] must be an int or float"):
        metric([1, 2], ["3"], direction=UP)
    with pytest.raises(FieldError, match=r"^before\[1\] must be a finite number"):
        metric([1, math.nan], [3], direction=UP)
    with pytest.raises(FieldError, match=r"^direction must be increase or decrease"):
        metric([1, 2], [3], direction=Direction.ACHIEVE)
