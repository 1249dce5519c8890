"""Giving roles: which number is the target, which the start, which only a distractor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line

__all__ = ["TAG_ROLES", "cover", "regions"]

TAG_ROLES = {
    "wish": Role.WISH,
    "act": Role.ACT,
    "practice": Role.ACT,
    "habit": Role.ACT,
    "learn": Role.ACT,
    "mental": Role.MENTAL_VERB,
    "event": Role.EVENT,
    "thing": Role.EVENT,
    "measure": Role.MEASURE,
    "state": Role.STATE,
    "problem": Role.STATE,
    "inner": Role.STATE,
    "situation": Role.SITUATION,
    "discover": Role.DISCOVERY,
    "stop": Role.STOP,
    "negate": Role.NEGATION,
    "absolute": Role.ABSOLUTE,
    "more": Role.RELATIVE,
    "less": Role.RELATIVE,
    "better": Role.RELATIVE,
    "increase": Role.RELATIVE,
    "reduce": Role.RELATIVE,
    "hedge": Role.HEDGE,
    "imposed": Role.IMPOSED,
    "should_word": Role.SHOULD,
    "question": Role.QUESTION,
    "outside": Role.OUTSIDE,
    "transformation": Role.TRANSFORMATION,
}
"""What a word of the lexicon does in a statement."""

_REGIONS = (("reason", Role.REASON), ("means", Role.MEANS), ("condition", Role.CONDITION), ("support", Role.SUPPORT))


def regions(line: Line, items: list[Item]) -> list[tuple[Role, int, int]]:
    """The stretches that say how, when, with whom and why: from their cue to the next stop, deadline or cue."""
    taken = bytearray(line.size + 1)
    for item in items:
        for k in range(item.i, min(item.j, line.size)):
            taken[k] = 2 if item.kind == "deadline" else 1
    found: list[tuple[Role, int, int]] = []
    k = 0
    while k < line.size:
        role = None if taken[k] else _opens(line, k)
        if role is None:
            k += 1
            continue
        j = k + 1
        while j < line.size and taken[j] != 2 and (role is Role.REASON or line.words[j] not in _STOPS) and (
            taken[j] or _opens(line, j) is None
        ):
            j += 1
        found.append((role, k, j))
        k = j
    return found


_STOPS = frozenset({",", ".", ";", "!", "?", "(", ")"})


def _opens(line: Line, k: int) -> Role | None:
    mark, word, following = line.marks[k], line.words[k], line.words[k + 1]
    for tag, role in _REGIONS:
        if tag in mark:
            if tag == "means" and word in ("by", "through") and not following.endswith("ing") and word == "by":
                return None
            if tag == "condition" and k == 0 and word == "once":
                return None
            return role
    return None


def cover(line: Line, items: list[Item], found: list[tuple[Role, int, int]]) -> bytearray:
    """For each chunk: 2 inside what is said about how, when and why, 1 inside a number or time, else 0."""
    covered = bytearray(line.size + 1)
    for item in items:
        for k in range(item.i, min(item.j, line.size)):
            covered[k] = 1
    for role, i, j in found:
        if role is not Role.SUPPORT:
            for k in range(i, j):
                covered[k] = 2
    return covered
