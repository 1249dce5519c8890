"""What the grammar finds: items that the roles are given to afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Amount, Frequency, Moment, Period, Weekday

if TYPE_CHECKING:
    from therapygoals.goals import Deadline

__all__ = ["Item"]


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
        more: 1 for "more", -1 for "less" behind the number, else 0.
    """

    __slots__ = (
        "compare", "days", "deadline", "every", "high", "i", "inner", "j", "kind", "low", "moment", "more", "noun", "of", "out_of",
        "pace", "per", "role", "rule", "topped", "unit",
    )  # fmt: skip

    def __init__(self, kind: str, i: int, j: int, rule: str) -> None:
        self.kind, self.i, self.j, self.rule = kind, i, j, rule
        self.low = self.high = 0.0
        self.compare = "eq"
        self.unit: str | None = None
        self.per: str | None = None
        self.every = 1
        self.days: frozenset[Weekday] = frozenset()
        self.moment: str | None = None
        self.of: int | None = None
        self.out_of: float | None = None
        self.more = 0
        self.topped = False
        self.noun = -1
        self.inner: Item | None = None
        self.pace: str | None = None
        self.role: str | None = None
        self.deadline: Deadline | None = None

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
            low, high = (None if high is None else -high), (None if low is None else -low)
        return Amount(
            low=low,
            high=high,
            strict=self.compare in ("gt", "lt"),
            unit=unit or self.unit,
            per=None if self.per is None else Period(self.per),
            out_of=self.out_of,
        )

    def frequency(self) -> Frequency:
        """The item as a frequency; it must have a period."""
        low, high = self.bounds
        return Frequency(
            low=low,
            high=high,
            per=Period(self.per),
            every=self.every,
            days=self.days,
            moment=None if self.moment is None else Moment(self.moment),
            of=self.of,
        )
