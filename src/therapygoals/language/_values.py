"""Choosing the values: target, baseline, change, frequency, duration and deadline, out of the items of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Kind
from therapygoals.language._clause import ASIDE
from therapygoals.language._item import Item
from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._clause import Clause
    from therapygoals.language._line import Line

__all__ = ["Values", "assign"]

Values = dict[Role, Item]
"""The item that counts for each role."""

_SHORT = frozenset({"second", "minute", "hour"})
_DONE = frozenset({"practice", "occasion", "act"})


def assign(line: Line, items: list[Item], clause: Clause, covered: bytearray, *, changing: bool, kind: Kind) -> Values:
    """Give each item its role; the first item of a role is the one that counts.

    Args:
        line: The statement.
        items: Its numbers, rates and times; those without a role become distractors.
        clause: What is wanted.
        covered: What is said in passing.
        changing: Whether the words ask for more or less of something.
        kind: Whether it is about doing or about what changes.

    Returns:
        The item of each role.
    """
    values: Values = {}
    doing = kind is Kind.PROCESS
    apart = _start_of_next(line, clause, covered)
    for item in items:
        if item.i > apart and item.kind != "deadline":
            continue
        if item.i < clause.wish and (clause.told or not (item.kind in ("deadline", "rate") or item.per)):
            continue
        if "limit" in clause.mark and item.compare == "eq" and line.words[item.i - 1] == "to":
            item.compare = "le"
        if "moves" in clause.mark and item.kind != "times" and "upward" in line.marks[item.i]:
            item.compare = "eq"
        aside = covered[item.i] == ASIDE
        if "from" in line.marks[item.i] and Role.TARGET in values and item.kind in (values[Role.TARGET].kind, "bare"):
            item.role, item.per = "baseline", item.per or values[Role.TARGET].per
        role = Role(item.role) if item.role else _role(line, item, aside=aside, changing=changing, doing=doing)
        if role is Role.DEADLINE and item.kind == "deadline" and values.get(role, item).kind == "span":
            values.setdefault(Role.TARGET, values.pop(role))
        if role is not None and role not in values:
            values[role] = item
    _share_units(line, values, clause)
    _share_rates(line, values, clause, changing=changing, doing=doing)
    return values


def _start_of_next(line: Line, clause: Clause, covered: bytearray) -> int:
    """The semicolon behind which another goal stands; a number, rate or time behind it still belongs to the first."""
    if ";" not in line.words:
        return line.size
    for k in range(clause.head + 1, line.size):
        if line.words[k] == ";" and not covered[k + 1]:
            return k
    return line.size


def _role(line: Line, item: Item, *, aside: bool, changing: bool, doing: bool) -> Role | None:
    """The role of one item by its kind and the words around it."""
    mark, behind = line.marks[item.i - 1], line.marks[item.j]
    if item.kind == "deadline":
        return Role.DEADLINE
    if item.kind in ("noise", "instrument"):
        return None
    if item.kind == "rate":
        return None if _is_adjective(line, item, aside=aside) else Role.FREQUENCY
    if "current" in mark or "from" in mark:
        return Role.BASELINE
    if item.kind == "percent":
        return Role.CHANGE if changing and line.words[item.i - 1] != "to" else Role.TARGET
    if item.kind == "times":
        return Role.FREQUENCY if item.per else Role.TARGET
    if "away" in behind or "label" in mark or ("possessive" in mark and item.kind != "span"):
        return None
    if item.kind == "span":
        return _role_of_span(line, item, changing=changing, doing=doing)
    if item.kind == "bare":
        return _role_of_bare(line, item, changing=changing, doing=doing)
    return _role_of_amount(line, item, aside=aside, changing=changing, doing=doing)


def _is_adjective(line: Line, item: Item, *, aside: bool) -> bool:
    """Whether an adverb of frequency only describes a noun: my daily screen time, by weekly tests, a daily planner."""
    mark = line.marks[item.i - 1]
    alone = item.rule == "every" and item.j - item.i == 1 and line.words[item.j][:1].isalpha()
    doing = not _DONE.isdisjoint(line.marks[item.j])
    return "possessive" in mark or (alone and (aside or ("function" in mark and not doing)))


def _role_of_amount(line: Line, item: Item, *, aside: bool, changing: bool, doing: bool) -> Role | None:
    before = line.words[item.i - 1]
    if (item.more and changing) or before == "by" or "gain_or_loss" in line.marks[item.i - 1]:
        return Role.CHANGE
    if item.high == item.low == 1 and item.compare == "eq" and doing and not (changing and before == "to"):
        return Role.FREQUENCY if item.per else None
    noun = line.marks[item.noun]
    if item.per and item.rule == "count" and ("occasion" in noun or noun.get("per") == "day"):
        return Role.FREQUENCY
    return None if aside else Role.TARGET


def _role_of_span(line: Line, item: Item, *, changing: bool, doing: bool) -> Role:
    before = line.words[item.i - 1]
    if item.more or (before == "by" and changing):
        return Role.CHANGE
    if item.unit in ("day", "night") and item.per in ("week", "month"):
        return Role.FREQUENCY
    if item.unit in _SHORT and not item.per:
        return Role.DURATION if doing or before == "for" else Role.TARGET
    lasting = doing and not changing and not item.topped
    if item.unit in _SHORT and item.per == "day" and lasting and "of" not in line.words[item.i : item.j]:
        return Role.DURATION
    return Role.TARGET if item.per or item.unit == "session" else Role.DEADLINE


def _role_of_bare(line: Line, item: Item, *, changing: bool, doing: bool) -> Role | None:
    before = line.words[item.i - 1]
    if line.words[item.j] in (":", "st", "nd", "rd", "th"):
        return None
    if item.per:
        return Role.FREQUENCY if doing and not (changing and "thing" in line.tags) else Role.TARGET
    if before == "by" and changing:
        return Role.CHANGE
    measured = not line.tags.isdisjoint(("measured", "measure", "instrument"))
    if "at" in line.marks[item.i - 1] and not measured:
        return None
    return Role.TARGET if measured or item.compare != "eq" or (before == "to" and changing) else None


def _share_units(line: Line, values: Values, clause: Clause) -> None:
    """A start and an end share their unit; a number without any counts things, occasions or points."""
    baseline, target = values.get(Role.BASELINE), values.get(Role.TARGET)
    if target is None:
        return
    if target.unit is None:
        target.unit = "time" if target.kind in ("times", "rate") else _counted(line, clause) or "point"
    if baseline is not None and baseline.unit is None:
        baseline.unit = target.unit


def _counted(line: Line, clause: Clause) -> str | None:
    """The things in the plural that the clause is about: increase my steps to 8,000."""
    k = clause.first.get("thing", -1)
    if k < 0 or line.marks[k]["thing"] == line.words[k] or "instrument" in line.tags:
        return None
    return str(line.marks[k]["thing"])


def _share_rates(line: Line, values: Values, clause: Clause, *, changing: bool, doing: bool) -> None:
    """Where occasions are the target the frequency repeats it, and a change in how often is a target too."""
    target, frequency, duration = (values.get(role) for role in (Role.TARGET, Role.FREQUENCY, Role.DURATION))
    if frequency is not None:
        wanted = changing or (frequency.topped and not doing)
        if target is None and wanted and frequency.kind in ("times", "amount"):
            values[Role.TARGET] = frequency
            frequency.unit = "time"
    elif target is not None and target.pace:
        values[Role.FREQUENCY] = _paced(target, target.pace)
    elif target is not None and target.per and _is_occasion(line, target, clause):
        values[Role.FREQUENCY] = target
        for role in (Role.TARGET, Role.BASELINE):
            if role in values:
                values[role].unit = "time"
    elif duration is not None and duration.per:
        values[Role.FREQUENCY] = duration


def _paced(target: Item, pace: str) -> Item:
    """The rate that an adverb before the noun tells: eight weekly sessions."""
    item = Item("rate", target.i, target.j, "every")
    item.per, every = pace.split()
    item.low = item.high = 1
    item.every = int(every)
    return item


def _is_occasion(line: Line, target: Item, clause: Clause) -> bool:
    if target.kind == "bare":
        return not clause.first.keys().isdisjoint(("event", "occasion", "act"))
    return target.kind in ("times", "rate") or (target.kind == "amount" and "event" in line.marks[target.noun])
