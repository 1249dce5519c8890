"""Amounts and frequencies, and how they read."""

import pytest
from hypothesis import given

from therapygoals.errors import FieldError
from therapygoals.goals import Amount, Frequency, Moment, Period, Weekday
from therapygoals.goals._words import plural
from therapygoals.testing import amounts, numbers


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount.exactly(1, "drink"), "1 drink"),
        (Amount.exactly(20, "minute", per=Period.DAY), "20 minutes per day"),
        (Amount.exactly(7, out_of=10), "7 out of 10"),
        (Amount(low=3), "at least 3"),
        (Amount(high=2, unit="drink"), "at most 2 drinks"),
        (Amount(high=10, strict=True, unit="point"), "under 10 points"),
        (Amount(low=10, strict=True), "over 10"),
        (Amount(low=3, high=4.5, unit="hour"), "3 to 4.5 hours"),
        (Amount.exactly(1_234_567, "step"), "1234567 steps"),
        (Amount.exactly(0.1 + 0.2), "0.3"),
    ],
)
def test_amount_reads_as_a_person_would_say_it(amount, words):
    assert str(amount) == words


@pytest.mark.parametrize(
    ("frequency", "words"),
    [
        (Frequency.times(3, Period.WEEK), "3 times per week"),
        (Frequency.times(1, Period.DAY), "1 time per day"),
        (Frequency(low=1, high=1, per=Period.DAY, every=2), "1 time per 2 days"),
        (Frequency(high=2, per=Period.MONTH), "at most 2 times per month"),
        (
            Frequency(low=2, per=Period.WEEK, days=[Weekday.THURSDAY, Weekday.MONDAY], moment=Moment.EVENING),
            "at least 2 times per week (Monday, Thursday), evening",
        ),
        (Frequency(low=5, per=Period.WEEK, of=7), "at least 5 days per week"),
        (Frequency(low=1, high=1, per=Period.WEEK, of=7), "1 day per week"),
    ],
)
def test_frequency_reads_as_a_person_would_say_it(frequency, words):
    assert str(frequency) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("minute", "minutes"),
        ("glass of water", "glasses of water"),
        ("point on PHQ-9", "points on PHQ-9"),
        ("lunch", "lunches"),
        ("box", "boxes"),
        ("dish", "dishes"),
        ("city", "cities"),
        ("day", "days"),
        ("%", "%"),
        ("kg", "kg"),
        ("min", "min"),
        ("step out of 5", "steps out of 5"),
        ("new person", "new people"),
        ("child", "children"),
    ],
)
def test_plural_of_a_unit(unit, words):
    assert plural(unit) == words


@given(numbers())
def test_exact_amount_has_its_number_as_both_bounds(value):
    amount = Amount.exactly(value)
    assert amount.low == amount.high == amount.value == value


@given(amounts())
def test_value_is_the_only_number_there_is(amount):
    bounds = {amount.low, amount.high} - {None}
    assert amount.value == (bounds.pop() if len(bounds) == 1 else None)


@pytest.mark.parametrize("make", [Amount, lambda **bounds: Frequency(per=Period.WEEK, **bounds)])
def test_bounds_are_given_and_in_order(make):
    with pytest.raises(FieldError, match="must have low or high; both are None"):
        make()
    with pytest.raises(FieldError, match=r"low must not lie above high \(3\) \(got 4\)"):
        make(low=4, high=3)


@pytest.mark.parametrize("count", ["low", "high"])
def test_frequency_refuses_a_negative_count(count):
    with pytest.raises(FieldError, match=rf"Frequency.{count} must be at least 0 \(got -1\)"):
        Frequency(per=Period.WEEK, **{count: -1})
