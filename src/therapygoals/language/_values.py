"""Choosing the values: target, baseline, change, frequency, duration and deadline, out of the items of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Kind
from therapygoals.language._item import Item
from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._clause import Clause
    from therapygoals.language._line import Line

__all__ = ["assign"]

SHORT = frozenset({"second", "minute", "hour"})
Values = dict[Role, "Item"]


def assign(line: Line, items: list[Item], clause: Clause, covered: bytearray, *, changing: bool, kind: Kind) -> Values:
    """Give each item its role; the first item of a role is the one that counts.

    Args:
        line: The statement.
        items: Its numbers, rates and times; those without a role become noise.
        clause: What is wanted.
        covered: What is said in passing.
        changing: Whether the words ask for more or less of something.
        kind: Whether it is about doing or about what changes.

    Returns:
        The item of each role.
    """
    values: Values = {}
    doing = kind is Kind.PROCESS
    for item in items:
        if item.role:
            role: Role | None = Role(item.role)
        elif item.i < clause.wish and (clause.told or not (item.kind in ("deadline", "rate") or item.per)):
            role = None
        else:
            role = _role(line, item, clause, covered, changing=changing, doing=doing)
        if role is not None and role not in values:
            values[role] = item
    _pair(values)
    _share(line, values, clause, changing=changing)
    return values


def _role(line: Line, item: Item, clause: Clause, covered: bytearray, *, changing: bool, doing: bool) -> Role | None:
    kind = item.kind
    if "limit" in clause.mark and item.compare == "eq" and item.i and line.words[item.i - 1] == "to":
        item.compare = "le"
    if kind in ("noise", "instrument"):
        return None
    if kind == "deadline":
        return Role.DEADLINE
    before, mark = line.words[item.i - 1] if item.i else "", line.marks[item.i - 1] if item.i else {}
    inside = covered[item.i] == 3
    if "current" in mark or "from" in mark:
        return Role.BASELINE
    if kind == "rate":
        adjective = item.rule == "every" and item.j - item.i == 1 and line.words[item.j][:1].isalpha()
        if (adjective and (inside or "function" in mark)) or "possessive" in mark:
            return None
        return Role.FREQUENCY
    if kind == "percent":
        return Role.CHANGE if changing and before != "to" else Role.TARGET
    if "possessive" in mark and kind in ("amount", "bare"):
        return None
    if kind in ("amount", "bare", "span") and ("away" in line.marks[item.j] or "label" in mark):
        return None
    if kind == "times":
        return Role.FREQUENCY if item.per else Role.TARGET
    if kind == "span":
        return _span_role(line, item, before, changing=changing, doing=doing)
    if kind == "bare":
        return _bare_role(line, item, before, changing=changing, doing=doing)
    if item.more and changing:
        return Role.CHANGE
    if before == "by" or (before.startswith(("lose", "losing", "gain"))):
        return Role.CHANGE
    if kind == "amount" and item.high == item.low == 1 and item.compare == "eq" and doing:
        return Role.FREQUENCY if item.per else None
    if kind == "amount" and item.per and item.rule == "count" and _occasion(line, item):
        return Role.FREQUENCY
    return None if inside and kind == "amount" else Role.TARGET


def _occasion(line: Line, item: Item) -> bool:
    mark = line.marks[item.noun]
    return "occasion" in mark or mark.get("per") == "day"


def _span_role(line: Line, item: Item, before: str, *, changing: bool, doing: bool) -> Role | None:
    if item.more:
        return Role.CHANGE
    if before == "by" and changing:
        return Role.CHANGE
    if item.unit in ("day", "night", "weekday") and item.per in ("week", "month"):
        return Role.FREQUENCY
    if item.unit in SHORT:
        if (
            item.per in ("day", "weekday")
            and doing
            and not changing
            and line.words[item.j - 2] in ("a", "per", "/", "each", "every")
        ):
            return (
                Role.DURATION
                if line.words[item.j - 1] in ("day", "night", "morning", "evening", "weekday")
                and not _between(line, item)
                else Role.TARGET
            )
        if item.per:
            return Role.TARGET
        return Role.TARGET if not doing and before != "for" else Role.DURATION
    if item.unit == "session":
        return Role.TARGET
    return Role.TARGET if item.per else Role.DEADLINE


def _between(line: Line, item: Item) -> bool:
    """Whether words stand between the span and its period: 30 minutes of cardio a day."""
    return any(line.words[k] == "of" for k in range(item.i, item.j))


_CLOCK = frozenset({"at", "by", "before", "until", "till", "til", "after", "past", "around", "from"})


def _bare_role(line: Line, item: Item, before: str, *, changing: bool, doing: bool) -> Role | None:
    if "clock" in line.marks[item.j] or line.words[item.j] in (":", "st", "nd", "rd", "th"):
        return None
    if item.per:
        return Role.FREQUENCY if doing else Role.TARGET
    measured = any("measured" in mark or "measure" in mark or "instrument" in mark for mark in line.marks)
    if before == "by" and changing:
        return Role.CHANGE
    if (before in _CLOCK and not measured) or "label" in (line.marks[item.i - 1] if item.i else {}):
        return None
    if (before in ("to", "at") and changing) or item.compare != "eq" or measured:
        return Role.TARGET
    return None


def _pair(values: Values) -> None:
    """A start that was said in other words: "up from 12", "currently 5"; it shares the unit and scale of the target."""
    baseline, target = values.get(Role.BASELINE), values.get(Role.TARGET)
    if baseline is None or target is None:
        return
    baseline.unit = baseline.unit or target.unit
    if baseline.kind in ("bare", "part"):
        target.unit = target.unit or "point"
        baseline.unit = baseline.unit or target.unit


def _share(line: Line, values: Values, clause: Clause, *, changing: bool) -> None:
    """Where occasions are the target, the frequency repeats it, and where a symptom has a rate, the target repeats that."""
    target, frequency = values.get(Role.TARGET), values.get(Role.FREQUENCY)
    if target is not None and target.pace and frequency is None:
        values[Role.FREQUENCY] = _paced(target)
    if target is not None and target.unit is None:
        target.unit = "time" if target.kind in ("times", "rate") else "point"
    if target is not None and frequency is None and target.per and _is_occasion(line, target, clause):
        values[Role.FREQUENCY] = target
        target.unit = "time"
        if Role.BASELINE in values:
            values[Role.BASELINE].unit = "time"
    elif frequency is not None and target is None and changing and frequency.kind in ("times", "amount"):
        values[Role.TARGET] = frequency
        frequency.unit = "time"
    duration = values.get(Role.DURATION)
    if duration is not None and duration.per and Role.FREQUENCY not in values:
        values[Role.FREQUENCY] = duration


def _paced(target: Item) -> Item:
    """The rate that an adverb before the noun tells: eight weekly sessions."""
    item = Item("rate", target.i, target.j, "every")
    period, every = (target.pace or "").split()
    item.low = item.high = 1
    item.per, item.every = period, int(every)
    return item


def _is_occasion(line: Line, target: Item, clause: Clause) -> bool:
    if target.kind in ("times", "rate"):
        return True
    if target.kind == "bare":
        return not clause.first.keys().isdisjoint(("event", "occasion", "act"))
    return target.kind == "amount" and "event" in line.marks[target.noun]
