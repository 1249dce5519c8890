"""Which goal leads to which, kept while links come and go, so that a circle is noticed at the link that closes it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import attrs

__all__ = ["Ways"]


def _counters() -> defaultdict[str, Counter[str]]:
    return defaultdict(Counter[str])


@attrs.define
class Ways:
    """Links from goal to goal, each told by one of its two goals; several may tell the same."""

    _ahead: defaultdict[str, Counter[str]] = attrs.field(factory=_counters)
    _behind: defaultdict[str, Counter[str]] = attrs.field(factory=_counters)
    _told: dict[str, tuple[tuple[str, str], ...]] = attrs.field(factory=dict[str, "tuple[tuple[str, str], ...]"])

    def tell(self, goal: str, links: Iterable[tuple[str, str]]) -> list[str]:
        """Put the links that a goal tells in the place of those it told before.

        Args:
            goal: Id of the goal.
            links: From where to where; the goal is one of the two.

        Returns:
            The circle that they would close, and then nothing is changed; empty where they close none.
        """
        links, before = tuple(links), self._told.get(goal, ())
        if links == before:
            return []
        self._swap(before, links)
        if circle := self._circle(goal):
            self._swap(links, before)
        else:
            self._told[goal] = links
        return circle

    def told(self, goal: str) -> tuple[tuple[str, str], ...]:
        """The links that a goal tells."""
        return self._told.get(goal, ())

    def _swap(self, old: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> None:
        for one, other in old:
            _take(self._ahead[one], other)
            _take(self._behind[other], one)
        for one, other in new:
            self._ahead[one][other] += 1
            self._behind[other][one] += 1

    def _circle(self, goal: str) -> list[str]:
        """A circle through a goal; looked for from both sides in turn, so that the shorter side sets the cost."""
        seen, waiting = ({goal: goal}, {goal: goal}), ([goal], [goal])
        while waiting[0] and waiting[1]:
            for side, ways in enumerate((self._ahead, self._behind)):
                one = waiting[side].pop()
                for other in ways.get(one, ()):
                    if other in seen[1 - side]:
                        return _joined(seen, *((one, other) if side == 0 else (other, one)))
                    if other not in seen[side]:
                        seen[side][other] = one
                        waiting[side].append(other)
        return []


def _take(counter: Counter[str], key: str) -> None:
    counter[key] -= 1
    if not counter[key]:
        del counter[key]


def _joined(seen: tuple[dict[str, str], dict[str, str]], one: str, other: str) -> list[str]:
    """The goals of a circle in their order, from the goal where the search began over a link round to it."""
    before, after = [one], [other]
    for way, reached in ((before, seen[0]), (after, seen[1])):
        while reached[way[-1]] != way[-1]:
            way.append(reached[way[-1]])
    return [*before[::-1], *after]
