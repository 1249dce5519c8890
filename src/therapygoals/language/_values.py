"""Choosing the values: target, baseline, change, frequency, duration and deadline, out of the items of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import DeadlineMode
from therapygoals.language._clause import ASIDE
from therapygoals.language._item import BASELINE, CHANGE, DEADLINE, DURATION, FREQUENCY, SHORT, STRETCHES, TARGET, Item
from therapygoals.language._lexicon import NOTHING
from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._clause import Clause
    from therapygoals.language._lexicon import Marks
    from therapygoals.language._line import Line

__all__ = ["Values", "assign"]

Values = dict[Role, Item]
"""The item that counts for each role."""

_DONE = frozenset({"practice", "occasion", "act"})


def assign(line: Line, items: list[Item], clause: Clause, covered: bytearray, *, changing: bool, doing: bool) -> Values:
    """Give each item its role; the first item of a role is the one that counts.

    Args:
        line: The statement.
        items: Its numbers, rates and times; those without a role become distractors.
        clause: What is wanted.
        covered: What is said in passing.
        changing: Whether the words ask for more or less of something.
        doing: Whether it is about doing rather than about what changes.

    Returns:
        The item of each role.
    """
    values: Values = {}
    if not items and "halving" not in clause.first:
        return values
    avoiding = "negate" in clause.first or "stop" in clause.mark or (clause.agent >= 0 and "stop" in clause.first)
    apart = _start_of_next(line, clause, covered)
    named = _labelled_target(line, items) if "target_label" in line.tags else None
    for item in items:
        if item.told:
            continue
        if named is not None and item is not named and item.kind == named.kind and item.role is None:
            item.role = BASELINE if item.i < named.i and item.kind != "deadline" else None
        if item.i > apart and item.kind != "deadline" and "target_label" not in line.marks[_label(line, item.i)]:
            continue
        if item.kind in _COUNTS and (_is_done_to(line, clause, item) or _is_added(line, clause, item)):
            continue
        if item.i < clause.wish and not _counts_before_wish(line, item, told=clause.told):
            continue
        if item.compare == "eq" and _is_ceiling(line, clause, item):
            item.compare = "le"
        if "moves" in clause.mark and item.kind != "times" and "upward" in line.marks[item.i]:
            item.compare = "eq"
        aside = covered[item.i] == ASIDE
        if "from" in line.marks[item.i] and TARGET in values and item.kind in (values[TARGET].kind, "bare"):
            item.role, item.per = "baseline", item.per or values[TARGET].per
        role = (
            Role(item.role)
            if item.role
            else _role(line, item, aside=aside, changing=changing, doing=doing, settled=item.i == clause.head)
        )
        if role is DEADLINE and item.kind == "deadline" and values.get(role, item).kind == "span":
            values.setdefault(TARGET, values.pop(role))
        if role is DEADLINE and role not in values and _is_past(line, clause, item):
            continue
        if role is FREQUENCY and avoiding and item.per == "weekday":
            continue  # no screens on school nights
        if role is CHANGE and not item.high:
            continue  # no change at all
        if role in _MEASURES and (first := values.get(TARGET)) and _measures_more(line, first, item):
            values.setdefault(Role.SECOND_MEASURE, item)
        elif role is not None and (role not in values or (role is DEADLINE and _is_place(line, values[role], item))):
            values[role] = item
        elif role is FREQUENCY and _tells_how_many_days(values[role], item):
            item.moment = values[role].moment
            values[role] = item
        elif role is FREQUENCY and _tells_which_days(values[role], item):
            values[role].days = item.days
    if "maintain" in clause.mark:
        _keep(line, items, values, clause)
    if "halving" in clause.first and CHANGE not in values and TARGET not in values:
        values[CHANGE] = _half(clause.first["halving"])
    if TARGET not in values and doing and (bare := _bare_target(line, items, clause)) is not None:
        values[TARGET] = bare
    if (
        BASELINE not in values
        and "maintain" not in clause.mark
        and (start := _told_start(clause, items, values, changing=changing, doing=doing)) is not None
    ):
        values[BASELINE] = start
    duration, baseline = values.get(DURATION), values.get(BASELINE)
    if (
        duration
        and baseline
        and TARGET not in values
        and (duration.unit == baseline.unit or {duration.unit, baseline.unit} <= SHORT)
    ):
        values[TARGET] = values.pop(DURATION)
    _share_units(line, values, clause)
    _share_rates(line, values, clause, changing=changing, doing=doing)
    return values


def _is_ceiling(line: Line, clause: Clause, item: Item) -> bool:
    """Whether the words before a number make it a limit: cap it to, keep it to, stop at two glasses."""
    before = line.words[item.i - 1]
    if "limit" in line.marks[item.i - 1] or ("limit" in clause.mark and before == "to"):
        return True
    return "stop" in clause.mark and before == "at" and item.kind == "amount"


def _tells_how_many_days(first: Item, item: Item) -> bool:
    """Whether a rate in a week says on how many days that of each day is meant: each morning, 5 times a week."""
    daily = first.per == "day" and first.every == first.low == 1 and first.rule == "every"
    counted = item.kind in ("times", "rate") or item.unit in ("day", "night")
    return daily and item.per == "week" and item.every == 1 and counted and not item.days


def _tells_which_days(first: Item, item: Item) -> bool:
    """Whether weekdays behind a rate say on which days it is: twice a week, on Tuesdays and Thursdays."""
    return first.per == item.per and not first.days and first.every == 1 and first.low == first.high == len(item.days)


def _labelled_target(line: Line, items: list[Item]) -> Item | None:
    """The item that is called the aim: attendance 62 %, aim for 85 %."""
    return next((item for item in items if "target_label" in line.marks[_label(line, item.i)]), None)


def _keep(line: Line, items: list[Item], values: Values, clause: Clause) -> None:
    """What is to go on: my weekly coffee; or what was told before: three runs a week, and I mean to keep that going."""
    if FREQUENCY in values or TARGET in values or "abstinent" in clause.mark:
        return
    for item in items:
        mine = "possessive" in line.marks[item.i - 1] and item.kind == "rate" and item.i > clause.head
        pointed = item.told and item.per is not None and item.kind != "span" and "pointing" in clause.first
        if mine or pointed:
            values[FREQUENCY] = item
            return


_COUNTABLE = frozenset(
    {"event", "inner", "measure", "thing", "habit", "practice", "act", "occasion", "measured", "pronoun", "pointing"}
)
_MEASURES = frozenset({TARGET, CHANGE})


def _counts_before_wish(line: Line, item: Item, *, told: bool) -> bool:
    """Whether an item before the wish is part of it: a time or rate, unless something is told there, or a start."""
    if "current" in line.marks[_label(line, item.i)]:
        return True
    return not (told and item.i) and (item.kind in ("deadline", "rate") or item.per is not None)


def _measures_more(line: Line, target: Item, item: Item) -> bool:
    """Whether a second target is about something else: in another unit, or by another instrument."""
    if item.kind == "bare" and item.compare == "eq":
        return False
    named = any("instrument" in line.marks[k] for k in range(max(target.j, item.i - _NAMED_BEFORE), item.i))
    return named or (item.unit is not None and target.unit not in (None, item.unit))


_NAMED_BEFORE = 6


def _is_place(line: Line, first: Item, item: Item) -> bool:
    """Whether what looked like an event is where something is done, for a day follows: at the surgery, by 3 May."""
    if first.deadline is None or item.deadline is None or item.deadline.event is not None:
        return False
    return first.deadline.event is not None and line.words[first.i] == "at"


def _is_past(line: Line, clause: Clause, item: Item) -> bool:
    """Whether a stretch tells how long something has been so: what I have put off for two years."""
    if item.deadline is None:
        return False
    if item.deadline.mode is DeadlineMode.OVER:
        return "perfect" in line.tags and any("perfect" in line.marks[k] for k in range(clause.head, item.i))
    if item.deadline.mode is DeadlineMode.WITHIN and item.deadline.day is not None:
        for k in range(item.i - 1, max(item.i - 6, clause.head), -1):
            if "gone_by" in line.marks[k]:
                return True
            if not line.words[k][:1].isalpha():
                return False
    return False


def _bare_target(line: Line, items: list[Item], clause: Clause) -> Item | None:
    """A number right behind the verb, of things counted before: I name eight objects; I'd like to name ten."""
    bare = next((item for item in items if item.i == clause.head + 1 and _is_open(item) and item.high > 1), None)
    if bare is None or (line.words[bare.j][:1].isalpha() and "mode" not in line.marks[bare.j]):
        return None
    return bare if any(item.told and item.rule == "count" and item.per is None for item in items) else None


def _half(head: int) -> Item:
    """The change that halve asks for."""
    item = Item("percent", head, head + 1, "halve")
    item.low, item.high, item.unit = 50, 50, "%"
    return item


def _told_start(clause: Clause, items: list[Item], values: Values, *, changing: bool, doing: bool) -> Item | None:
    """Where things stand today, told beside the wish: I smoke 20 a day, now I want to be down to five a day."""
    counted = not clause.first.keys().isdisjoint(_COUNTABLE)
    target = values.get(TARGET) or values.get(FREQUENCY) or values.get(DURATION)
    for item in items:
        ahead = target is not None and item.i < clause.wish < target.i and (changing or not doing)
        if not (item.told or ahead) or item.kind not in _STARTING or _is_over(clause.line, item):
            continue
        if target is None and item.kind == "times" and not counted:
            continue  # how often, and of nothing that the wish names
        rated = _is_score(clause.line, items, item, target)
        if rated or _is_start_of(item, target, clause, values.get(CHANGE), changing=changing):
            if target is None:
                return item
            if _is_open(target):  # get that down to two: of what, only the start tells
                if item.kind == "times":
                    target.kind, target.unit = "times", "time"
                target.unit = target.unit or item.unit
                target.per, target.out_of = item.per, item.out_of
            elif item.per is None and (target.per or item.kind == "bare"):
                if item.kind == "times":
                    target.kind, target.unit = "times", "time"
                item.per, item.kind, item.unit = target.per, target.kind, item.unit or target.unit
            return item
    return None


def _is_over(line: Line, item: Item) -> bool:
    """Whether something told is no longer so: I used to climb three times a week."""
    return any(line.words[k - 1 : k + 1] == ["used", "to"] for k in range(max(item.i - _NAMED_BEFORE, 1), item.i))


def _is_score(line: Line, items: list[Item], item: Item, target: Item | None) -> bool:
    """Whether a bare number told is a rating or the score of an instrument, and the target is a bare number too."""
    if target is None or (item.kind, target.kind) != ("bare", "bare"):
        return False
    if max(item.high, target.high) <= _TOP and line.words[item.i - 1] in _RATES:
        return True  # the dread's an eight; I'd like it to be a three
    return any(one.kind == "instrument" and 0 <= item.i - one.j < _NAMED_BEFORE for one in items)


_TOP = 10
_RATES = frozenset({"a", "an", "it's", "at", "on"})


def _is_open(target: Item) -> bool:
    """Whether a target is a number that points back to what was told."""
    return target.kind == "bare" and target.unit is None and target.per is None and target.role is None


def _is_start_of(item: Item, target: Item | None, clause: Clause, change: Item | None, *, changing: bool) -> bool:
    """Whether something told is measured as the target is; without a target, whether it is measured at all."""
    scaled = item.per is not None or item.out_of is not None
    if target is None:
        put_on = "gain_or_loss" in clause.line.unmuted[item.i - 1]
        changed = change is not None and change.unit is not None and change.unit == item.unit
        return changing and (scaled or (changed and not put_on))
    if _is_open(target) and (item.per is not None or item.kind in ("amount", "part")):
        return True
    if _is_open(target) and target.i == clause.head and (item.kind == "times" or item.unit in SHORT):
        return True  # I check nine times; I'd settle for three
    if target.kind == "bare" and target.unit is None and item.rule == "unit" and item.per is None:
        return True  # two hundred pounds, and I'd like to bring it down to eighty a month
    if item.kind == "times" and target.kind == "bare" and target.per and item.per is None and item.high > 1:
        return True  # twenty times before bed, and I'd like five a night
    if changing and item.kind == target.kind == "times" and item.per and target.per is None:
        target.per = item.per
        return True  # six times a day; get that down to twice
    if changing and None not in (item.per, target.per) and (item.kind, item.unit) == (target.kind, target.unit):
        return True  # one a week now, and one a month at most
    if _is_pointed_at(clause, item, target):
        return True
    if _is_said_short(clause.line, item, target) or (changing and _are_things(clause.line, item, target)):
        return True
    alike = item.unit == target.unit or {item.unit, target.unit} <= SHORT
    left_out = item.per is not None and target.per is None and alike
    if left_out and ((changing and item.unit in STRETCHES) or (target.i == clause.head and item.kind == target.kind)):
        target.per = item.per
        return True  # four nights a week; bring that down to one night
    if (item.per, item.out_of) != (target.per, target.out_of):
        return False
    if scaled and not alike and (item.unit in SHORT or target.unit in SHORT):
        return False  # ten hours a day in a chair, and 8,000 steps a day
    if scaled:
        return item.unit not in STRETCHES or (changing and item.unit == target.unit and item.kind == target.kind)
    if item.kind != target.kind or item.kind in ("bare", "times"):
        return False
    if item.rule == "count" and not changing:
        return False  # six hives, and one of them to open
    return alike or (changing and None in (item.unit, target.unit))


def _is_pointed_at(clause: Clause, item: Item, target: Item) -> bool:
    """Whether the wish points back at what was told: three attacks a week; I want that at one a month."""
    marks = clause.line.marks
    if target.per is None or not any("pointing" in marks[k] for k in range(max(clause.wish, 0), target.i)):
        return False
    if target.kind == "bare":
        return item.per is not None and item.noun >= 0
    return item.kind == target.kind == "span" and {item.unit, target.unit} <= SHORT


def _is_said_short(line: Line, item: Item, target: Item) -> bool:
    """Whether only the target tells the period, or also the unit: I'm at 2,500; 8,000 steps a day."""
    if item.per is not None or target.per is None or target.kind != "amount":
        return False
    if item.kind == "bare":
        return line.words[item.i - 1] in ("at", "on") and line.words[item.i - 2] in _BEING
    return item.kind == "amount" and item.unit == target.unit


_BEING = frozenset({"i'm", "im", "am", "i am", "we're", "currently", "he's", "she's", "they're", "is"})


def _are_things(line: Line, item: Item, target: Item) -> bool:
    """Whether both are so much of a thing in a period: a bottle a night, three glasses a week."""
    if None in (item.per, target.per) or min(item.noun, target.noun) < 0:
        return False
    return "thing" in line.unmuted[item.noun] and "thing" in line.marks[target.noun]


_STARTING = frozenset({"bare", "amount", "span", "times", "part"})


def _start_of_next(line: Line, clause: Clause, covered: bytearray) -> int:
    """The semicolon behind which another goal stands; a number, rate or time behind it still belongs to the first."""
    if ";" not in line.words:
        return line.size
    for k in range(clause.head + 1, line.size):
        if line.words[k] == ";" and not covered[k + 1]:
            return k
    return line.size


def _role(line: Line, item: Item, *, aside: bool, changing: bool, doing: bool, settled: bool) -> Role | None:
    """The role of one item by its kind and the words around it."""
    mark, behind = line.marks[_label(line, item.i)], line.marks[item.j]
    changing = changing or line.words[item.i - 1] == "down to"
    if "reached_at" in behind and item.kind not in ("deadline", "noise"):
        return BASELINE
    if item.kind in ("part", "bare") and ("label" in mark or mark.get("unit") in STRETCHES | {"session"}):
        return None  # week 3 of 8, since 12/12
    if "target_label" in mark and "current" in line.tags and item.kind in ("bare", "part", "percent", "span", "amount"):
        return TARGET
    if item.kind == "deadline":
        return DEADLINE
    if item.kind in ("noise", "instrument") or (aside and item.kind == "bare"):
        return None
    if item.kind == "rate":
        return None if _is_adjective(line, item, aside=aside) else FREQUENCY
    if "current" in mark or "from" in mark:
        return BASELINE
    if item.kind == "part":
        return None if aside and item.unit == "point" else TARGET
    if item.kind == "percent":
        return CHANGE if changing and line.words[item.i - 1] != "to" else TARGET
    if item.kind == "times":
        if item.per is None and item.high == 1 and item.compare == "eq":
            return None
        return FREQUENCY if item.per else TARGET
    if "away" in behind or "label" in mark or _owned(mark, item):
        return None
    if item.kind == "span":
        return _role_of_span(line, item, changing=changing, doing=doing)
    if item.kind == "bare":
        return _role_of_bare(line, item, changing=changing, doing=doing, settled=settled)
    return _role_of_amount(line, item, aside=aside, changing=changing, doing=doing)


_COUNTS = frozenset({"amount", "span"})


def _is_done_to(line: Line, clause: Clause, item: Item) -> bool:
    """Whether a note adds what was done to something counted: work on my temper. 18 sessions funded."""
    mark, word = line.marks[item.j], line.words[item.j]
    if not word.endswith("ed") or (mark and mark.get("verb") != "past"):
        return False
    return any(line.words[k] in (".", ";", "(") for k in range(clause.head, item.i))


def _is_added(line: Line, clause: Clause, item: Item) -> bool:
    """Whether a bare count stands in a sentence of its own behind the goal: put it behind me. 3 foster homes."""
    if (
        item.per
        or item.compare != "eq"
        or item.kind != "amount"
        or item.rule == "unit"
        or line.words[item.i - 1] != "."
    ):
        return False
    return clause.head < item.i and line.words[item.j] in (".", "")


def _owned(mark: Marks, item: Item) -> bool:
    """Whether a number says how many one has: my two sons, but not "greet her three times"."""
    return "possessive" in mark and "object_pronoun" not in mark and item.kind != "span"


def _label(line: Line, i: int) -> int:
    """The chunk that labels an item, with a colon or a small word between them: baseline: 4, intake of 24."""
    k = i - 1
    while k > 0 and ("joins_label" in line.marks[k] or line.words[k] in ("the", "a")):
        k -= 1
    if not {"current", "target_label"}.isdisjoint(line.marks[k]):
        return k
    plain = k == i - 1 > 0 and (not line.marks[k] or "measure" in line.marks[k])
    return k - 1 if plain and "current" in line.marks[k - 1] else i - 1


def _is_adjective(line: Line, item: Item, *, aside: bool) -> bool:
    """Whether an adverb of frequency only describes a noun: my daily screen time, by weekly tests, a daily planner."""
    mark = line.marks[item.i - 1]
    if "every" in line.marks[item.i]:
        return aside and line.words[item.i].startswith(("in ", "at ", "on ", "for ", "during "))
    alone = item.rule == "every" and item.j - item.i == 1 and line.words[item.j][:1].isalpha()
    doing = not _DONE.isdisjoint(line.marks[item.j])
    return ("possessive" in mark and not _names_doing(line, item.j)) or (
        alone and (aside or ("function" in mark and "clock" not in mark and not doing))
    )


def _names_doing(line: Line, j: int) -> bool:
    """Whether what an adverb describes is something that is done: my daily 10-minute practice."""
    return any(not {"practice", "occasion"}.isdisjoint(line.marks[k]) for k in range(j, j + 4))


def _role_of_amount(line: Line, item: Item, *, aside: bool, changing: bool, doing: bool) -> Role | None:
    before = line.words[item.i - 1]
    if (item.more and changing) or before == "by" or "gain_or_loss" in line.marks[item.i - 1]:
        return CHANGE
    reached = before == "down to" or (changing and before.endswith("to"))
    if item.high == item.low == 1 and item.compare == "eq" and doing and not reached:
        return FREQUENCY if item.per else None
    noun = line.marks[item.noun]
    if item.noun >= 0 and line.words[item.noun] in _ROUTES and before in ("the", "#"):
        return None  # the 42 bus
    if ("assist" in noun and item.compare in ("le", "lt")) or (
        item.unit in _DOSES and not changing and item.compare == "eq"
    ):
        return None
    if item.per and item.rule == "count" and ("occasion" in noun or noun.get("per") == "day"):
        return FREQUENCY
    plain = doing and not (changing or aside or item.topped)
    if item.per and item.rule == "count" and plain and _AMOUNTS.isdisjoint(noun):
        return FREQUENCY  # apply for two jobs a week
    return None if aside else TARGET


_ROUTES = frozenset({"bus", "tram", "train", "bus route", "route", "ferry", "tube"})
_AMOUNTS = frozenset({"thing", "unit", "unit_of", "event", "measure", "habit"})
_DOSES = frozenset({"mg", "mcg", "ml", "milligram"})


def _role_of_span(line: Line, item: Item, *, changing: bool, doing: bool) -> Role | None:
    before = line.words[item.i - 1]
    if "gone_by" in line.marks[item.i - 1] or _is_hyphened(line, item):
        return None
    if item.more or (before == "by" and changing):
        return CHANGE
    if item.unit in ("day", "night") and item.per in ("week", "month"):
        return FREQUENCY
    if item.unit in SHORT and item.per in ("session", "meeting") and doing:
        item.per = None  # 40 minutes a session
    if item.unit == "session" and item.per and doing:
        return FREQUENCY
    if item.unit in SHORT and not item.per and _is_of_each(line, item):
        return DURATION
    if item.unit in SHORT and not item.per:
        reached = changing and (before.endswith("to") or "upward" in line.marks[item.i])
        return DURATION if (doing and not reached) or before == "for" else TARGET
    lasting = doing and not changing and not item.topped
    if item.unit in SHORT and item.per == "day" and lasting and "of" not in line.words[item.i : item.j]:
        return DURATION
    if item.per or item.unit == "session" or (changing and before.endswith("down to")):
        return TARGET
    return DEADLINE


def _is_of_each(line: Line, item: Item) -> bool:
    """Whether a length describes the occasions behind it: 20-minute supermarket visits."""
    if "tail" not in line.marks[item.j - 1] and "-" not in line.words[item.i : item.j]:
        return False
    return line.words[item.j][:1].isalpha() and any("occasion" in line.marks[k] for k in (item.j, item.j + 1))


def _is_hyphened(line: Line, item: Item) -> bool:
    """Whether a stretch of days or longer describes a noun: a 26-week order."""
    if "challenge" in line.marks[item.j]:
        return False
    hyphened = "tail" in line.marks[item.j - 1] or "-" in line.words[item.i : item.j]
    return hyphened and item.unit not in SHORT and line.words[item.j][:1].isalpha() and "mode" not in line.marks[item.j]


def _role_of_bare(line: Line, item: Item, *, changing: bool, doing: bool, settled: bool) -> Role | None:
    before = line.words[item.i - 1]
    if line.words[item.j] in (":", "st", "nd", "rd", "th"):
        return None
    if line.unmuted and settled:
        return TARGET  # six a week; two would do me
    if "towards" in line.marks[item.i - 1] and any(
        "pointing" in line.marks[k] for k in range(max(item.i - 4, 0), item.i)
    ):
        return TARGET  # get that down to 2
    if item.high == 0 and line.words[item.i] != "no":
        return TARGET  # be smoking none by March
    if line.words[item.j] == "of" and "verb" in line.marks[item.i - 1] and "pointing" in line.marks[item.j + 1]:
        return TARGET  # open ten of them
    if item.per:
        wanted = changing and ("thing" in line.tags or before.endswith("to"))
        return FREQUENCY if doing and not wanted else TARGET
    if before == "by" and changing:
        return CHANGE
    measured = not line.tags.isdisjoint(("measured", "measure", "instrument"))
    if "at" in line.marks[item.i - 1] and not measured and item.compare == "eq":
        return None
    reaching = (changing and (before == "to" or before.endswith(" to"))) or (
        before == "be" and any("pronoun" in line.marks[k] for k in range(max(item.i - _NEAR, 0), item.i))
    )
    return TARGET if measured or item.compare != "eq" or reaching else None


_NEAR = 3


def _share_units(line: Line, values: Values, clause: Clause) -> None:
    """A start and an end share their unit; a number without any counts things, occasions or points."""
    baseline, target = values.get(BASELINE), values.get(TARGET)
    if target is None:
        return
    if target.unit is None and baseline is not None and baseline.told:
        target.unit = baseline.unit
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
    target, frequency, duration = values.get(TARGET), values.get(FREQUENCY), values.get(DURATION)
    if frequency is not None:
        start = values.get(BASELINE)
        told = (
            start is not None
            and start.told
            and "maintain" not in clause.mark
            and (
                (start.kind, start.unit) == (frequency.kind, frequency.unit)
                or (start.noun >= 0 and start.per is not None and frequency.kind == "times")
            )
        )
        wanted = changing or (frequency.topped and not doing) or told
        if target is None and start is not None and (start.kind, start.unit, start.per) == ("bare", None, None):
            start.per, start.kind, start.unit = frequency.per, frequency.kind, frequency.unit or "time"
            frequency.unit = start.unit
            values[TARGET] = target = frequency  # four days a week (currently one)
        nights = start is not None and frequency.kind == "span" and start.unit == frequency.unit
        if target is None and (nights or (wanted and frequency.kind in ("times", "amount"))):
            values[TARGET] = frequency
            frequency.unit = frequency.unit if told and frequency.unit else "time"
    elif target is not None and target.pace:
        values[FREQUENCY] = _paced(target, target.pace)
    elif target is not None and target.per and _is_occasion(line, target, clause, values.get(BASELINE)):
        values[FREQUENCY] = target
        start = values.get(BASELINE, target)
        if not (start.told and start.noun >= 0):
            start.unit = target.unit = "time"
    elif duration is not None and duration.per:
        values[FREQUENCY] = duration
    target = values.get(TARGET)
    frequency = values.get(FREQUENCY)
    if target is None or target.per is not None or frequency is None:
        return
    if DURATION not in values and (doing or frequency.unit in ("day", "night")) and _is_length(target):
        values[DURATION] = target
        if not doing:
            del values[TARGET]  # sleep six hours, four nights a week
    elif doing and target.kind == "times" and target.high == 1:
        del values[TARGET]  # at least once, in every meeting


def _is_length(target: Item) -> bool:
    """Whether what is to be reached is how long something is done: build up to twenty minutes of sitting."""
    return target.kind == "span" and target.unit in SHORT and target.compare in ("eq", "ge")


def _paced(target: Item, pace: str) -> Item:
    """The rate that an adverb before the noun tells: eight weekly sessions."""
    item = Item("rate", target.i, target.j, "every")
    item.per, every = pace.split()
    item.low = item.high = 1
    item.every = int(every)
    return item


def _is_occasion(line: Line, target: Item, clause: Clause, start: Item | None) -> bool:
    """Whether what is to be reached is how often something happens, and no amount of a thing."""
    if start is not None and start.noun >= 0 and target.noun < 0 and target.high:
        return not _HAPPENING.isdisjoint((line.unmuted or line.marks)[start.noun])  # from one to three outings a week
    if target.kind == "bare":
        told = start is not None and start.kind == "bare" and _is_told_event(clause)
        return told or not clause.first.keys().isdisjoint(("event", "occasion", "act"))
    if target.kind == "span" and target.unit in ("day", "night"):
        return True
    return target.kind in ("times", "rate") or (
        target.kind == "amount" and not _HAPPENING.isdisjoint(_noun(line, target, clause))
    )


_HAPPENING = frozenset({"event", "occasion"})


def _is_told_event(clause: Clause) -> bool:
    """Whether the last thing told before the goal is one that happens: nightmares, five a week; cut them to one."""
    marks = clause.line.unmuted or clause.line.marks
    for k in range(clause.head - 1, -1, -1):
        if not _HAPPENING.isdisjoint(marks[k]):
            return True
        if not _HAVING.isdisjoint(marks[k]):
            return False
    return False


_HAVING = frozenset({"thing", "unit_of", "measure", "measured", "habit"})


def _noun(line: Line, target: Item, clause: Clause) -> Marks:
    """The marks of what is counted, which a bare number shares with the first thing that happens in the clause."""
    if target.noun >= 0:
        return line.marks[target.noun]
    if "event" in clause.first:
        return line.marks[clause.first["event"]]
    return next((mark for mark in line.marks[: clause.head] if "event" in mark), NOTHING)
