"""Counting pairs of values: between two phases, and inside one; all in whole numbers, so that nothing is rounded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Pairs(NamedTuple):
    """How the pairs of an earlier and a later value compare, in halves: two for a higher one, one for a tie."""

    before: int
    """Number of earlier values."""
    after: int
    """Number of later values."""
    halves: int
    """Sum over all pairs."""
    by_before: int
    """Sum over the earlier values of the squared sums of their pairs."""
    by_after: int
    """Sum over the later values of the squared sums of their pairs."""
    by_pair: int
    """Sum of the squares of all pairs."""

    @property
    def number(self) -> int:
        """Number of pairs."""
        return self.before * self.after

    @property
    def share(self) -> float:
        """Share of pairs in which the later value is higher, a tie counting half."""
        return self.halves / (2 * self.number)

    @property
    def balance(self) -> int:
        """Pairs in which the later value is higher, less those in which it is lower."""
        return self.halves - self.number


def pairs_between(before: Sequence[float], after: Sequence[float]) -> Pairs:
    """All pairs of an earlier and a later value."""
    early, late = sorted(before), sorted(after)
    below = [(bisect_left(early, value), bisect_right(early, value)) for value in late]
    above = [2 * len(late) - bisect_left(late, value) - bisect_right(late, value) for value in early]
    higher, not_lower = sum(low for low, _ in below), sum(high for _, high in below)
    return Pairs(
        before=len(early),
        after=len(late),
        halves=higher + not_lower,
        by_before=sum(halves * halves for halves in above),
        by_after=sum((low + high) ** 2 for low, high in below),
        by_pair=3 * higher + not_lower,
    )


def number_inside(count: int) -> int:
    """Number of pairs among so many values."""
    return count * (count - 1) // 2


def balance_inside(values: Sequence[float]) -> int:
    """Pairs of values in which the later one is higher, less those in which it is lower; Kendall's S with the order."""
    balance, earlier = 0, list[float]()
    for value in values:
        balance += bisect_left(earlier, value) + bisect_right(earlier, value) - len(earlier)
        insort(earlier, value)
    return balance


def untied(values: Sequence[float]) -> int:
    """Number of pairs of unequal values."""
    return number_inside(len(values)) - sum(map(number_inside, Counter(values).values()))
