"""Rules that a scale of goal attainment is held against."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Amount, GasTarget, Period
from therapygoals.progress import GasFinding, GasRule, gas_findings
from therapygoals.testing import amounts, texts

WORDS = ("never leaves the house", "to the gate", "round the block", "to the shop", "to town by bus")
LEVELS = st.lists(st.none() | texts() | amounts(), min_size=5, max_size=5)


def exactly(*counts, unit="walk"):
    return [None if count is None else Amount.exactly(count, unit) for count in counts]


def between(*bounds, strict=False):
    return [Amount(low=low, high=high, unit="walk", strict=strict) for low, high in bounds]


def broken(levels, **options):
    return {finding.rule: finding.levels for finding in gas_findings(levels, **options)}


@pytest.mark.parametrize(
    "levels",
    [
        WORDS,
        exactly(0, 1, 2, 3, 4),
        exactly(4, 3, 2, 1, 0),
        exactly(1, None, 2, None, 3),
        between((None, 0), (1, 2), (3, 4), (5, 6), (7, None)),
        between((7, None), (5, 6), (3, 4), (1, 2), (None, 0)),
        [None, "round the block", "to the shop", None, "to town by bus"],
        [*exactly(0, 1), "as we said", *exactly(3, 4)],
        [Amount.exactly(0), *exactly(1, 2, 3, 4)],
    ],
)
def test_scale_that_holds_to_all_rules_has_no_findings(levels):
    assert gas_findings(levels, baseline=-2) == ()


@pytest.mark.parametrize(
    ("levels", "rule", "places"),
    [
        ([None, "a", "b", None, None], GasRule.FEW_LEVELS, (-2, 1, 2)),
        (["a", "b", None, "c", "d"], GasRule.NO_EXPECTED_LEVEL, (0,)),
        (["a", "b", "c", None, None], GasRule.NO_ROOM, (1, 2)),
        ([None, None, "c", "d", "e"], GasRule.NO_ROOM, (-2, -1)),
        (["a", None, None, "d", "e"], GasRule.ADJACENT_BLANKS, (-1, 0)),
        (["a", "b", "c", "D ", "d"], GasRule.OVERLAP, (1, 2)),
        (exactly(0, 1, 2, 2, 3), GasRule.OVERLAP, (0, 1)),
        (between((None, 0), (1, 2), (2, 3), (4, 5), (6, None)), GasRule.OVERLAP, (-1, 0)),
        (exactly(0, 1, 2, 3, 5), GasRule.GAP, (1, 2)),
        (exactly(0, 0.5, 1, 1.5, 2), GasRule.GAP, (-2, -1, 0, 1, 2)),
        (between((None, 1), (1, 2), (3, 4), (5, 6), (7, None), strict=True), GasRule.GAP, (-2, -1)),
        (exactly(0, 1, 2, 1.5, 3), GasRule.MIXED_ORDER, (-2, -1, 0, 1, 2)),
        (exactly(0, 1, 2, 3, 10), GasRule.UNEQUAL_STEPS, (-2, -1, 0, 1, 2)),
    ],
)
def test_rule_that_is_broken_is_told_with_its_levels(levels, rule, places):
    assert broken(levels)[rule] == places


@pytest.mark.parametrize(
    "other",
    [Amount.exactly(2, "mile"), Amount.exactly(2, "walk", per=Period.DAY), Amount.exactly(2, "walk", out_of=10)],
)
def test_two_things_on_one_scale_are_told_and_their_numbers_not_compared(other):
    levels = [*exactly(0, 9), other, Amount.exactly(2, "walk", per=Period.WEEK, out_of=7), None]
    assert broken(levels) == {GasRule.SEVERAL_VARIABLES: (-2, -1, 0, 1)}


@pytest.mark.parametrize(("baseline", "told"), [(None, False), (-2, False), (-0.5, False), (0, True), (1, True)])
def test_start_at_the_expected_level_is_told(baseline, told):
    assert (GasRule.START_AS_EXPECTED in broken(WORDS, baseline=baseline)) is told


def test_levels_of_a_target_can_be_looked_at():
    target = GasTarget(levels=["a", "b", None, None, None], baseline=-1)
    assert set(broken(target.levels, baseline=target.baseline)) == {
        GasRule.FEW_LEVELS,
        GasRule.NO_EXPECTED_LEVEL,
        GasRule.NO_ROOM,
        GasRule.ADJACENT_BLANKS,
    }


@pytest.mark.parametrize("rule", GasRule)
def test_finding_states_and_asks(rule):
    finding = GasFinding(rule, (-1, 0, 2))
    assert finding.noticed.endswith(".")
    assert finding.ask.endswith("?")
    assert str(finding) == f"{finding.noticed} {finding.ask} (level -1, 0, +2)"


@given(LEVELS, st.none() | st.integers(-2, 2))
def test_any_scale_can_be_looked_at_and_each_rule_speaks_once(levels, baseline):
    rules = [finding.rule for finding in gas_findings(levels, baseline=baseline)]
    assert rules == [rule for rule in GasRule if rule in rules]


@given(st.lists(st.none() | amounts(), min_size=5, max_size=5))
@example([None, None, Amount(low=0, high=0), Amount(low=0, high=0, strict=True), Amount(low=-1, high=0)])
def test_numbers_that_go_down_are_as_good_as_numbers_that_go_up(levels):
    about_numbers = (GasRule.OVERLAP, GasRule.GAP, GasRule.MIXED_ORDER, GasRule.UNEQUAL_STEPS)
    one, other = broken(levels), broken(levels[::-1])
    for rule in about_numbers:
        assert one.get(rule, ()) == tuple(-level for level in reversed(other.get(rule, ())))


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (["a"] * 4, r"levels must be five, from -2 to \+2 \(got 4\)"),
        (["a", "b", " ", "c", "d"], r"levels\[2\] must not be empty or blank"),
    ],
)
def test_scale_without_five_levels_is_refused(levels, told):
    with pytest.raises(FieldError, match=f"^{told}$"):
        gas_findings(levels)


def test_start_outside_the_levels_is_refused():
    with pytest.raises(FieldError, match=r"^baseline must be at most 2 \(got 3\)$"):
        gas_findings(WORDS, baseline=3)


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ("abcde", r"levels must be a sequence of amounts, texts and None \(got 'str'\)"),
        ({1, 2, 3, 4, 5}, r"levels must be a sequence of amounts, texts and None \(got 'set'\)"),
        ([0, 1, 2, 3, 4], r"levels\[0\] must be of type Amount \(got 'int'\)"),
    ],
)
def test_what_is_no_scale_is_refused(levels, told):
    with pytest.raises(FieldTypeError, match=f"^{told}$"):
        gas_findings(levels)
