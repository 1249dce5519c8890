"""How much and how often: amounts with a bound on either side, and frequencies."""

from __future__ import annotations

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.kinds import Moment, Period, Weekday

__all__ = ["Amount", "Frequency"]


def bounds_in_words(
    low: float | None, high: float | None, unit: str, *, strict: bool = False, out_of: float | None = None
) -> str:
    """Write bounds as a person would: ``5 drinks``, ``at least 1 drink``, ``under 10 points``, ``3 to 4 times``."""
    if low is None:
        return f"{'under' if strict else 'at most'} {counted(high or 0, unit, out_of=out_of)}"
    if high is None:
        return f"{'over' if strict else 'at least'} {counted(low, unit, out_of=out_of)}"
    return counted(low, unit, out_of=out_of) if low == high else f"{low:.12g} to {counted(high, unit, out_of=out_of)}"


@short_repr
@attrs.frozen(kw_only=True)
class Amount:
    """A quantity in a unit, with a bound on one side or on both.

    Attributes:
        low: Smallest value that counts, in `unit`; None when there is no lower bound.
        high: Largest value that counts; None when there is no upper bound. Equal bounds are an exact amount.
        strict: True when the stated bound itself does not count ("under 10").
        unit: Singular noun, such as ``minute``, ``drink`` or ``point``; None where none is said.
        per: Stretch of time that the amount is counted in ("30 minutes a day"); None for a plain amount.
        out_of: Top of the scale ("7 out of 10", "4 of 5 lessons"); None where there is none.

    Raises:
        FieldError: Both bounds are None, `low` lies above `high`, or a number is not finite.
    """

    low: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    high: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    strict: bool = attrs.field(default=False, validator=_checks.a(bool))
    unit: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=100)))
    per: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Period)))
    out_of: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0)))

    def __attrs_post_init__(self) -> None:
        _checks.check_bounds("Amount", self.low, self.high)

    @classmethod
    def exactly(
        cls, value: float, unit: str | None = None, *, per: Period | None = None, out_of: float | None = None
    ) -> Amount:
        """Make an exact amount: both bounds are `value`."""
        return cls(low=value, high=value, unit=unit, per=per, out_of=out_of)

    @property
    def value(self) -> float | None:
        """The number when the amount is exact or has one bound; None for a range."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return self.low if self.low == self.high else None

    def __str__(self) -> str:
        words = bounds_in_words(self.low, self.high, self.unit or "", strict=self.strict, out_of=self.out_of)
        return words if self.per is None else f"{words} per {self.per}"


@short_repr
@attrs.frozen(kw_only=True)
class Frequency:
    """How often something is done: so many times in a period, or once in every so many periods.

    Attributes:
        low: Fewest occasions; None when there is no lower bound.
        high: Most occasions; None when there is no upper bound ("at least five days a week").
        per: The period that occasions are counted in.
        every: Number of periods between occasions; 2 with ``per=day`` is "every other day".
        days: Named days of the week, empty when none are named.
        moment: Time of the day it is tied to, or None.
        of: Number of days in the period that are counted ("five nights" of 7); None when occasions are counted
            and several may fall on one day.

    Raises:
        FieldError: Both bounds are None or `low` lies above `high`, a count is negative, or `every` is under 1.
    """

    low: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0)))
    high: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0)))
    per: Period = attrs.field(validator=_checks.a(Period))
    every: int = attrs.field(default=1, validator=_checks.whole(low=1))
    days: frozenset[Weekday] = attrs.field(
        default=frozenset[Weekday](),
        converter=_checks.to_frozenset,
        validator=_checks.each(frozenset, _checks.a(Weekday)),
    )
    moment: Moment | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Moment)))
    of: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))

    def __attrs_post_init__(self) -> None:
        _checks.check_bounds("Frequency", self.low, self.high)

    @classmethod
    def times(cls, count: float, per: Period) -> Frequency:
        """Make an exact frequency: `count` occasions in each `per`."""
        return cls(low=count, high=count, per=per)

    def __str__(self) -> str:
        noun = "time" if self.of is None else "day"
        stretch = counted(self.every, self.per) if self.every > 1 else str(self.per)
        words = bounds_in_words(self.low, self.high, f"{noun} per {stretch}")
        if self.days:
            words += " (" + ", ".join(day.name.title() for day in Weekday if day in self.days) + ")"
        return words if self.moment is None else f"{words}, {self.moment}"
