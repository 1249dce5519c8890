"""Reliable and clinically significant change."""

import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import (
    ChangeCriteria,
    ChangeMethod,
    ClinicalChange,
    Cutoff,
    Norms,
    Shift,
    Undefined,
    change_criteria,
    reliable_change,
)
from therapygoals.testing import change_criterias, numbers

UP, DOWN = Direction.INCREASE, Direction.DECREASE
TEXTBOOK = ChangeCriteria(
    direction=UP, reliability=0.8, before=Norms(40, 7.5), functional=Norms(60, 7.5), after=Norms(50, 8), correlation=0.5
)
EXACT = ChangeCriteria(direction=UP, reliability=1, before=Norms(40, 7.5), functional=Norms(60, 7.5))
SCORES = st.integers(0, 100)
SAMPLE = st.lists(st.tuples(SCORES, SCORES), min_size=2, max_size=20)
EXTREME = st.floats(-1e100, 1e100)


def close(one, other):
    return one == other or math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


def from_sample(people, **options):
    options = {"direction": UP, "reliability": 0.8, "reliability_after": 0.7} | options
    return change_criteria([one for one, _ in people], [other for _, other in people], **options)


def turned(norms):
    return None if norms is None else attrs.evolve(norms, mean=-norms.mean)


# The textbook


def test_figures_of_jacobson_and_truax():
    change = reliable_change(32.5, 47.5, criteria=TEXTBOOK)
    assert TEXTBOOK.se_measurement == pytest.approx(3.354, abs=5e-4)
    assert TEXTBOOK.se_difference == pytest.approx(4.743, abs=5e-4)
    assert change.index == pytest.approx(3.162, abs=5e-4)
    assert [TEXTBOOK.cutoff(which) for which in Cutoff] == [55, 45, 50]
    assert (change.change, change.shift, change.category) == (15, Shift.BETTER, ClinicalChange.IMPROVED)


def test_bound_is_that_of_the_level():
    assert TEXTBOOK.bound(ChangeMethod.JACOBSON_TRUAX) == pytest.approx(1.959963984540054)
    assert TEXTBOOK.bound(ChangeMethod.HAGEMAN_ARRINDELL) == pytest.approx(1.6448536269514722)
    assert attrs.evolve(TEXTBOOK, level=0.9).reliable_points == pytest.approx(1.6448536269514722 * 4.743416490252569)


def test_cutoff_b_goes_by_the_functional_sd_where_a_peer_takes_the_clinical_one():
    clinical, functional = Norms(27.452380952381, 7.23879245067978), Norms(8, 4)
    criteria = ChangeCriteria(direction=DOWN, reliability=0.85, before=clinical, functional=functional)
    of_the_peer = 22.4775849013596  # clinicalsignificance 2.1.0.9000 for the same sample
    assert criteria.cutoff(Cutoff.B) == 16
    assert functional.mean + 2 * clinical.sd == pytest.approx(of_the_peer)
    change = reliable_change(32, 20, criteria=criteria, cutoff=Cutoff.B)
    assert change.category is ClinicalChange.IMPROVED  # recovered, by the line of the peer


def test_published_norms_judge_one_person_without_a_sample():
    clinical = Norms(15.4, 5.5, source="NHS talking therapies, cases at the start, England")
    criteria = ChangeCriteria(direction=DOWN, reliability=0.84, before=clinical)
    assert reliable_change(18, 9, criteria=criteria).shift is Shift.BETTER


# Categories


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [
        (40, 60, ClinicalChange.RECOVERED),
        (30, 45, ClinicalChange.IMPROVED),
        (52, 70, ClinicalChange.IMPROVED),
        (50, 65, ClinicalChange.IMPROVED),
        (35, 50, ClinicalChange.IMPROVED),
        (48, 52, ClinicalChange.UNCHANGED),
        (40, 20, ClinicalChange.DETERIORATED),
        (80, 60, ClinicalChange.DETERIORATED),
        (60, 40, ClinicalChange.HARMED),
        (65, 50, ClinicalChange.HARMED),
        (50, 35, ClinicalChange.HARMED),
    ],
)
def test_category_tells_change_and_side_and_the_cutoff_itself_is_on_neither(before, after, category):
    assert reliable_change(before, after, criteria=TEXTBOOK).category is category


def test_change_of_just_the_bound_is_not_beyond_it():
    points = TEXTBOOK.reliable_points
    assert reliable_change(0, points, criteria=TEXTBOOK).shift is Shift.WITHIN
    assert reliable_change(0, math.nextafter(points, 99), criteria=TEXTBOOK).shift is Shift.BETTER


# What cannot be told


@pytest.mark.parametrize(("before", "after"), [(None, 5), (5, None), (None, None)])
def test_missing_score_leaves_nothing_to_judge(before, after):
    change = reliable_change(before, after, criteria=TEXTBOOK)
    assert {change.change, change.index, change.shift, change.category} == {Undefined("not measured at both times")}


@pytest.mark.parametrize(
    ("criteria", "method", "why"),
    [
        (EXACT, ChangeMethod.HSU_LINN_LORD, "no norms of the later time were given"),
        (EXACT, ChangeMethod.HAGEMAN_ARRINDELL, "no norms of the later time were given"),
        (TEXTBOOK, ChangeMethod.NUNNALLY_KOTSCH, "no reliability of the later time was given"),
        (
            attrs.evolve(TEXTBOOK, correlation=None),
            ChangeMethod.HAGEMAN_ARRINDELL,
            "no correlation of the two times is known",
        ),
        (
            attrs.evolve(TEXTBOOK, correlation=0.9),
            ChangeMethod.HAGEMAN_ARRINDELL,
            "the changes scatter no more than the error of the measure",
        ),
        (
            attrs.evolve(TEXTBOOK, after=Norms(50, 7.5), correlation=1),
            ChangeMethod.HAGEMAN_ARRINDELL,
            "every change is the same, so their reliability cannot be told",
        ),
    ],
)
def test_method_that_lacks_a_figure_says_which(criteria, method, why):
    change = reliable_change(30, 50, criteria=criteria, method=method)
    assert change.index == change.shift == change.category == Undefined(why)
    assert change.change == 20


def test_changes_that_are_all_chance_have_a_reliability_below_0():
    assert attrs.evolve(TEXTBOOK, correlation=0.9).reliability_of_change < 0


def test_reliability_of_change_needs_the_later_time():
    assert EXACT.reliability_of_change == Undefined("no norms of the later time were given")


@pytest.mark.parametrize("which", [Cutoff.B, Cutoff.C])
def test_without_functional_norms_there_is_no_side_to_be_on(which):
    alone = attrs.evolve(TEXTBOOK, functional=None)
    change = reliable_change(30, 60, criteria=alone, cutoff=which)
    assert change.category == alone.cutoff(which) == Undefined("no norms of a functional group were given")
    assert change.shift is Shift.BETTER
    assert reliable_change(30, 31, criteria=alone, cutoff=which).category is ClinicalChange.UNCHANGED


def test_groups_without_any_spread_have_no_line_between_them():
    criteria = attrs.evolve(TEXTBOOK, before=Norms(40, 0), functional=Norms(60, 0))
    assert criteria.cutoff(Cutoff.C) == Undefined("neither group has any spread")


@pytest.mark.parametrize(("after", "shift"), [(41, Shift.BETTER), (39, Shift.WORSE)])
def test_any_change_is_beyond_an_error_of_0_where_a_peer_says_infinity(after, shift):
    change = reliable_change(40, after, criteria=EXACT)
    assert change.index == Undefined("the error of the measure is 0, so nothing can be divided by it")
    assert change.shift is shift


def test_no_change_without_any_error_is_neither():
    change = reliable_change(40, 40, criteria=EXACT)
    assert change.shift == change.category == Undefined("neither a change nor an error of the measure")


def test_times_without_spread_have_no_correlation():
    assert from_sample([(5, 1), (5, 2)]).correlation is None
    assert from_sample([(1, 5), (2, 5)]).correlation is None


@given(EXTREME, EXTREME, change_criterias(), st.sampled_from(ChangeMethod), st.sampled_from(Cutoff))
def test_answer_is_a_finite_number_or_a_reason(before, after, criteria, method, cutoff):
    change = reliable_change(before, after, criteria=criteria, method=method, cutoff=cutoff)
    told = (change.change, change.index, criteria.cutoff(cutoff), criteria.reliability_of_change)
    assert all(isinstance(number, Undefined) or math.isfinite(number) for number in told)
    assert isinstance(change.shift, Undefined) or change.shift in Shift


# Laws


@given(st.sampled_from(ChangeMethod), SCORES, SCORES, change_criterias())
def test_turning_the_scale_over_with_the_direction_changes_no_verdict(method, before, after, criteria):
    over = attrs.evolve(
        criteria,
        direction=DOWN if criteria.direction is UP else UP,
        before=turned(criteria.before),
        after=turned(criteria.after),
        functional=turned(criteria.functional),
    )
    for cutoff in Cutoff:
        one = reliable_change(before, after, criteria=criteria, method=method, cutoff=cutoff)
        other = reliable_change(-before, -after, criteria=over, method=method, cutoff=cutoff)
        assert (one.shift, one.category) == (other.shift, other.category)
        assert isinstance(one.index, Undefined) or one.index == -other.index


@given(st.sampled_from(ChangeMethod), SAMPLE, SCORES, SCORES, st.integers(-50, 50), st.integers(1, 9))
def test_shifting_and_stretching_the_scale_changes_no_index(method, people, before, after, shift, factor):
    def move(value):
        return factor * value + shift

    one = reliable_change(before, after, criteria=from_sample(people), method=method)
    moved = from_sample([(move(first), move(last)) for first, last in people])
    other = reliable_change(move(before), move(after), criteria=moved, method=method)
    assert isinstance(one.index, Undefined) or isinstance(other.index, Undefined) or close(one.index, other.index)


@given(SAMPLE, st.randoms(use_true_random=False), st.integers(0, 4))
def test_order_of_people_and_those_measured_once_do_not_matter(people, chance, more):
    mixed = [*people, *[(50, None), (None, 3)] * more]
    chance.shuffle(mixed)
    one, other = from_sample(people), from_sample(mixed)
    assert close(one.before.mean, other.before.mean)
    assert close(one.after.sd, other.after.sd)
    assert (one.dropped, other.dropped) == (0, 2 * more)
    assert one.before.n == other.before.n == len(people)


@given(SAMPLE, SCORES, SCORES)
def test_figures_of_a_sample_given_as_published_judge_the_same(people, before, after):
    sample = from_sample(people, functional=Norms(101, 9))
    published = ChangeCriteria(
        direction=UP,
        reliability=0.8,
        reliability_after=0.7,
        before=Norms(sample.before.mean, sample.before.sd),
        after=Norms(sample.after.mean, sample.after.sd),
        correlation=sample.correlation,
        functional=Norms(101, 9),
    )
    for method in ChangeMethod:
        one, other = (reliable_change(before, after, criteria=some, method=method) for some in (sample, published))
        assert one == other


@given(SCORES, numbers(0, 0.99), numbers(0, 60))
def test_index_is_0_at_the_score_that_its_method_expects(before, reliability, mean):
    criteria = attrs.evolve(TEXTBOOK, reliability=reliability, before=Norms(mean, 7.5), reliability_after=reliability)
    nearer = reliability * (before - mean)
    expected = {
        ChangeMethod.JACOBSON_TRUAX: before,
        ChangeMethod.EDWARDS_NUNNALLY: mean + nearer,
        ChangeMethod.GULLIKSEN_LORD_NOVICK: mean + nearer,
        ChangeMethod.HSU_LINN_LORD: 50 + nearer,
        ChangeMethod.NUNNALLY_KOTSCH: mean + nearer,
    }
    for method, after in expected.items():
        assert abs(reliable_change(before, after, criteria=criteria, method=method).index) < 1e-9


@given(change_criterias())
def test_line_c_lies_between_the_means_and_a_towards_better(criteria):
    assert (criteria.cutoff(Cutoff.A) - criteria.before.mean) * (1 if criteria.direction is UP else -1) >= 0
    line = criteria.cutoff(Cutoff.C)
    if criteria.functional is not None and not isinstance(line, Undefined):
        means = sorted((criteria.before.mean, criteria.functional.mean))
        assert means[0] - 1e-6 <= line <= means[1] + 1e-6


# Bad input


@pytest.mark.parametrize("people", [[], [(1, 2)], [(1, 2), (3, None)]])
def test_sample_needs_two_people_with_both_scores(people):
    with pytest.raises(FieldError, match=r"^before must hold at least two people with both scores \(got [01]\)$"):
        from_sample(people)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: change_criteria([1, 2], [1], direction=UP, reliability=1), "after must have as many values as .*"),
        (
            lambda: change_criteria([1, 2], [1, math.inf], direction=UP, reliability=1),
            r"after\[1\] must be a finite .*",
        ),
        (lambda: from_sample([(1, 2), (2, 3)], reliability=1.2), r"ChangeCriteria\.reliability must be at most 1 .*"),
        (lambda: from_sample([(1, 2), (2, 3)], level=1), r"ChangeCriteria\.level must be at most 0\.999999999 .*"),
        (
            lambda: from_sample([(1, 2), (2, 3)], direction=Direction.MAINTAIN),
            r"ChangeCriteria\.direction must be one of increase, decrease \(got 'maintain'\)",
        ),
        (lambda: Norms(1, -1), r"Norms\.sd must be at least 0 \(got -1\)"),
        (lambda: Norms(math.nan, 1), r"Norms\.mean must be a finite number .* \(got nan\)"),
        (lambda: Norms(1, 1, n=0), r"Norms\.n must be at least 1 \(got 0\)"),
        (lambda: Norms(1, 1, source=""), r"Norms\.source must not be empty or blank"),
        (lambda: reliable_change(math.nan, 1, criteria=TEXTBOOK), r"before must be a finite number .* \(got nan\)"),
    ],
)
def test_figure_that_cannot_be_is_refused(call, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        call()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: reliable_change("1", 2, criteria=TEXTBOOK), r"before must be an int or float \(got 'str'\)"),
        (lambda: reliable_change(1, True, criteria=TEXTBOOK), r"after must be an int or float \(got 'bool'\)"),
        (lambda: reliable_change(1, 2, criteria=Norms(1, 2)), r"criteria must be of type ChangeCriteria .*"),
        (
            lambda: reliable_change(1, 2, criteria=TEXTBOOK, method="jt"),
            r"method must be of type ChangeMethod \(jacobson_truax, .*\) \(got 'str'\)",
        ),
        (
            lambda: reliable_change(1, 2, criteria=TEXTBOOK, cutoff="c"),
            r"cutoff must be of type Cutoff \(a, b, c\) \(got 'str'\)",
        ),
        (lambda: TEXTBOOK.bound("jacobson_truax"), r"method must be of type ChangeMethod .*"),
        (lambda: TEXTBOOK.cutoff("b"), r"which must be of type Cutoff \(a, b, c\) \(got 'str'\)"),
        (
            lambda: from_sample([(1, 2), (2, 3)], functional=(8, 4)),
            r"ChangeCriteria\.functional must be of type Norms .*",
        ),
        (lambda: Norms("1", 2), r"Norms\.mean must be an int or float \(got 'str'\)"),
    ],
)
def test_what_is_of_another_type_is_refused(call, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        call()


def test_people_who_do_well_have_the_better_mean():
    swapped = {"reliability": 0.8, "before": Norms(60, 7.5), "functional": Norms(40, 7.5)}
    told = r"^ChangeCriteria\.functional\.mean must lie on the better side of the mean before \(60\), by the direction"
    with pytest.raises(FieldError, match=told):
        ChangeCriteria(direction=UP, **swapped)
    assert ChangeCriteria(direction=Direction.DECREASE, **swapped).functional == Norms(40, 7.5)
