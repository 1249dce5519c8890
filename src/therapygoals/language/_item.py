"""What the grammar finds: items that the roles are given to afterwards."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from therapygoals.goals import Amount, Frequency, Moment, Period, Weekday
from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.goals import Deadline

__all__ = ["BASELINE", "CHANGE", "DEADLINE", "DURATION", "FREQUENCY", "SHORT", "STRETCHES", "TARGET", "Item", "amount"]

TARGET, BASELINE, CHANGE = Role.TARGET, Role.BASELINE, Role.CHANGE
FREQUENCY, DURATION, DEADLINE = Role.FREQUENCY, Role.DURATION, Role.DEADLINE
"""The roles of values by themselves, for the members of a closed set are slow to look up."""

SHORT = frozenset({"second", "minute", "hour"})
"""Units of what passes within a day."""
STRETCHES = frozenset({"day", "night", "week", "month", "year"})
"""Units of what lasts a day or longer."""


_KEPT = 256
"""How many values are kept at most; they are checked once, for the same numbers and rates are said again and again."""


class Item:
    """A number, rate or time in a statement, from chunk `i` to before chunk `j`; filled in while the grammar reads on.

    Attributes:
        kind: ``bare`` (a number), ``amount`` (with a unit), ``span`` (of time), ``times`` (occasions), ``rate`` (how
            often), ``part`` (n out of m), ``percent``, ``deadline``, ``clock``, ``instrument`` or ``noise``.
        rule: Id of the rule that found it.
        compare: Which side is open: ``eq``, ``ge``, ``gt``, ``le`` or ``lt``.
        topped: The words make it a ceiling: max, no more than.
        noun: The chunk that says what is counted, or -1.
        inner: How long each of them lasts: six twenty-minute walks.
        pace: Period of an adverb before the noun: eight weekly sessions.
        told: It stands in a stretch that only tells, so that at most it says where things stand today.
        more: 1 for "more", -1 for "less" behind the number, else 0.
    """

    low = 0.0
    high = 0.0
    compare = "eq"
    topped = False
    unit: str | None = None
    noun = -1
    inner: Item | None = None
    pace: str | None = None
    per: str | None = None
    every = 1
    days: frozenset[Weekday] = frozenset()
    moment: str | None = None
    of: int | None = None
    out_of: float | None = None
    more = 0
    told = False
    deadline: Deadline | None = None
    role: str | None = None

    def __init__(self, kind: str, i: int, j: int, rule: str) -> None:
        self.kind, self.i, self.j, self.rule = kind, i, j, rule

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Low and high, None on the open side."""
        if self.compare in ("ge", "gt"):
            return self.low, None
        return (None if self.compare in ("le", "lt") else self.low), self.high

    def amount(self, unit: str | None = None, *, sign: int = 1) -> Amount:
        """The item as an amount."""
        low, high = self.bounds
        if sign < 0:
            low, high = (None if high is None else 0 - high), (None if low is None else 0 - low)  # never -0
        return amount(low, high, unit or self.unit, self.compare in ("gt", "lt"), self.per, self.out_of)

    def frequency(self) -> Frequency:
        """The item as a frequency; it must have a period."""
        low, high = self.bounds
        return _frequency(low, high, self.per or "", self.every, self.days, self.moment, self.of)


def amount(
    low: float | None,
    high: float | None,
    unit: str | None,
    strict: bool = False,
    per: str | None = None,
    out_of: float | None = None,
) -> Amount:
    """An amount; one in a unit of everybody's is kept, while a noun that somebody said is not."""
    make = _amount if unit in _EVERYBODYS else _amount.__wrapped__
    return make(low, high, unit, strict, per, out_of)


_EVERYBODYS = frozenset({*SHORT, *STRETCHES, None, "time", "point", "percent", "%"})


@lru_cache(maxsize=_KEPT, typed=True)
def _amount(
    low: float | None, high: float | None, unit: str | None, strict: bool, per: str | None, out_of: float | None
) -> Amount:
    return Amount(low=low, high=high, strict=strict, unit=unit, per=None if per is None else Period(per), out_of=out_of)


@lru_cache(maxsize=_KEPT, typed=True)
def _frequency(
    low: float | None,
    high: float | None,
    per: str,
    every: int,
    days: frozenset[Weekday],
    moment: str | None,
    of: int | None,
) -> Frequency:
    moment_ = None if moment is None else Moment(moment)
    return Frequency(low=low, high=high, per=Period(per), every=every, days=days, moment=moment_, of=of)
