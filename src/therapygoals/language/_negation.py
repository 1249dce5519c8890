"""A negation before a bound turns the bound over: not more than two is two at most, and nothing is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._lexicon import Marks
    from therapygoals.language._line import Line

__all__ = ["turn_bounds"]

_OPPOSITE = {"gt": "le", "lt": "ge", "ge": "lt"}
_REACH = 12
_BREAKS = frozenset({"joint", "support", "wh", "reason", "condition"})
_TAKEN = frozenset({Role.NEGATION, Role.STOP})


def turn_bounds(line: Line, items: list[Item]) -> None:
    """Turn over each bound that is denied; the word that denies it is then no negation any more."""
    if line.tags.isdisjoint(("negate", "stop", "without")):
        return
    for item in items:
        if "stop" in line.marks[item.i]:
            _get_over(line, item)
        elif item.kind != "deadline" and item.role != "baseline" and _can_turn(line, item):
            _turn(line, item)


def _get_over(line: Line, item: Item) -> None:
    """To get over seven hours is to get more of them; to get over two losses is to leave them behind."""
    if item.unit is not None and item.noun < 0:
        line.marks[item.i] = _spent(line.marks[item.i])
    else:
        item.compare, item.i = "eq", item.i + 1


def _turn(line: Line, item: Item) -> None:
    k = _denied(line, item)
    if k >= 0:
        item.topped = item.compare != "lt"
        item.compare = _OPPOSITE[item.compare]
        if "without" not in line.marks[k] or "stop" in line.marks[k]:
            line.marks[k] = _spent(line.marks[k])


def _can_turn(line: Line, item: Item) -> bool:
    """Whether a bound is more than, less than, or "or more"; nobody denies "at least" and "at most"."""
    return item.compare in ("gt", "lt") or (item.compare == "ge" and "compare" not in line.marks[item.i])


def _denied(line: Line, item: Item) -> int:
    """The chunk that denies a bound from the same clause, or -1."""
    marks, i = line.marks, item.i
    if "negate" in marks[i - 1] or "without" in marks[i - 1]:
        return i - 1
    if "among" in marks[i - 1] or (line.words[i - 1].endswith("to") and item.noun >= 0 and item.per is None):
        return -1  # it describes: nervous in front of more than ten people
    purpose = False
    for k in range(i - 1, max(i - _REACH, 0) - 1, -1):
        mark, following = marks[k], marks[k + 1]
        if "denies" in mark or ("negate" in mark and item.kind == "times"):
            return k
        if "without" in mark or "stop" in mark:
            bars = following.get("verb") == "ing" if "without" in mark else "mode" not in following
            return k if bars and not purpose else -1
        if not _BREAKS.isdisjoint(mark):
            return -1
        purpose = purpose or (line.words[k] == "to" and following.get("verb") == "base")
    return -1


def _spent(mark: Marks) -> Marks:
    """What is left of a negation that belongs to a bound: a word that only leads to what follows."""
    left: Marks = {tag: mark[tag] for tag in ("wish", "telling") if tag in mark}
    left["filler"] = True
    left["roles"] = tuple((role, tag) for role, tag in mark.get("roles", ()) if role not in _TAKEN)
    return left
