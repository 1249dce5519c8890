"""Deciding what is wanted: the aim, and whether it is about doing or about what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Aim, DeadlineMode, Kind
from therapygoals.goals.time import DAYS_IN
from therapygoals.language._clause import SENTENCE_ENDS, is_habitual, is_unlisted_verb
from therapygoals.language._item import BASELINE, CHANGE, DEADLINE, DURATION, FREQUENCY, SHORT, STRETCHES, TARGET

if TYPE_CHECKING:
    from therapygoals.language._clause import Clause
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line
    from therapygoals.language._values import Values

__all__ = ["aim_of_values", "aim_of_words", "is_down_to", "kind_of", "rises"]

_DOING = frozenset({"act", "habit", "practice", "occasion", "thing", "learn", "skill"})
_BEING = frozenset(
    {"link", "inner", "state", "graded", "problem", "event", "measure", "instrument", "mental", "transformation"}
)
_HEADS = (
    ("discover", Aim.DISCOVER),
    ("maintain", Aim.MAINTAIN),
    ("stop", Aim.AVOID),
    ("reduce", Aim.REDUCE),
    ("increase", Aim.INCREASE),
)
_DAYS = {str(period): days for period, days in DAYS_IN.items()}


def aim_of_words(clause: Clause) -> Aim | None:
    """The aim that the words tell, the head first; None when they tell none."""
    mark, first, end = clause.mark, clause.first, clause.end
    word, following = clause.line.words[clause.head], clause.line.marks[clause.head + 1]
    if "discover" in mark or word == "id" or ("seek" in mark and not _SOUGHT.isdisjoint(following)):
        return Aim.DISCOVER
    if "seek" in mark and any("wh" in told for told in clause.line.unmuted[: clause.wish]) and not following:
        return Aim.DISCOVER  # why do I pick them, that's what I want to work out
    if "maintain" in mark:
        return None if _is_put_somewhere(clause.line, clause.head) else Aim.MAINTAIN
    if _negated(clause):
        return Aim.AVOID
    for tag, aim in _HEADS:
        if tag in mark:
            return aim
    if "without" in first and _is_run_without(clause):
        return Aim.AVOID
    if "link" in mark and clause.line.words[clause.head + 1].endswith("-free"):
        return Aim.AVOID
    if "moves" in mark and (moved := _moved(clause)):
        return moved
    if clause.wish >= 0:
        if is_wanted_gone(clause):
            return Aim.AVOID
        if moved := _wanted_at(clause):
            return moved
    elif "verb" not in mark and (moved := _led(clause)):
        return moved
    if "verb" not in mark or "link" in mark or "make_other" in mark:
        told = [(first[tag], aim) for tag, aim in _HEADS if tag in first and first[tag] <= clause.head + 4]
        if told:
            return min(told)[1]
    less, more = first.get("less", end), min(first.get("more", end), first.get("better", end))
    if less < more:
        return Aim.REDUCE
    return Aim.INCREASE if more < end else None


_SOUGHT = frozenset({"wh", "self"})


def _led(clause: Clause) -> Aim | None:
    """Down or up before a number, without a verb: down to one a month; migraine days down by a third."""
    for tag, aim in (("downward", Aim.REDUCE), ("upward", Aim.INCREASE)):
        k = clause.first.get(tag, -1)
        if k >= 0 and any(item.i - 2 < k < item.j and item.kind in _LEVELS_AND_TIMES for item in clause.items):
            return aim
    return None


def is_wanted_gone(clause: Clause) -> bool:
    """Whether something is wanted gone, rather than done: I want the dread gone, those thoughts out of my head."""
    if clause.line.tags.isdisjoint(_GOING) or clause.wish < 0 or clause.agent >= 0 or not _is_a_thing(clause):
        return False
    words, marks = clause.line.words, clause.line.marks
    return any(
        "gone" in marks[k] or ("ending" in marks[k] and words[k - 1] == "to")
        for k in range(clause.head, min(clause.wish + _GONE_BEHIND + 1, clause.end))
    )


def _is_wanted_back(clause: Clause) -> bool:
    """Whether something that was lost is wanted: I want the colour back."""
    k = clause.first.get("wanted_back", -1)
    return 0 <= k - clause.head < _BACK_BEHIND and _is_a_thing(clause)


def _is_a_thing(clause: Clause) -> bool:
    """Whether a thing stands behind the wish, and no act: I want the flashbacks; I want it."""
    marks, head = clause.line.marks, clause.head
    if "verb" not in marks[head]:
        return not clause.line.words[clause.wish].endswith("to")
    k = head - 1 - (clause.line.words[head - 1] == "to")  # I want that to go away
    return k > clause.wish and not _ARTICLES.isdisjoint(marks[k])


_GONE_BEHIND, _BACK_BEHIND = 8, 4
_GOING = frozenset({"gone", "ending"})
_ARTICLES = frozenset({"the", "possessive", "pointing"})


def _wanted_at(clause: Clause) -> Aim | None:
    """Down or up, where a thing or what was told before is wanted there: I want it down to five; if it came down to."""
    line, mark = clause.line, clause.mark
    if line.words[clause.wish].endswith("down to"):
        return Aim.REDUCE
    pointed = clause.head - 1 > clause.wish and "pointing" in line.marks[clause.head - 1]
    if not pointed or "verb" in mark:
        return None
    return Aim.REDUCE if "downward" in mark else Aim.INCREASE if "upward" in mark else None


def _is_put_somewhere(line: Line, head: int) -> bool:
    """Whether a thing is to be kept in a place, which is an act: keep my phone in the kitchen."""
    if line.words[head] not in ("keep", "keeping"):
        return False
    k = next((k for k in range(head + 1, head + 4) if "thing" in line.marks[k]), head)
    return k > head and ("placing" in line.marks[k + 1] or line.words[k + 1].startswith(_PLACES))


_PLACES = ("out of", "off", "away", "outside", "in the", "on the", "at the", "downstairs", "upstairs")


def _is_run_without(clause: Clause) -> bool:
    """Whether a stretch of days or longer is to pass without something: go a month without cutting."""
    marks, k = clause.line.marks, clause.first["without"]
    if any(item.j == k and item.per for item in clause.items):
        return False  # one decision a day without asking
    if k == 0 or marks[k - 1].get("unit") not in STRETCHES or clause.mark.keys().isdisjoint(_PASSING):
        return False
    return marks[k + 1].get("verb") == "ing" or "habit" in marks[k + 1] or "pronoun" in marks[k + 1]


_PASSING = frozenset({"link", "act", "maintain", "mental"})


def _moved(clause: Clause) -> Aim | None:
    """Down or up behind what is moved, with a number or the end of the phrase behind it: bring my score down to 5."""
    line, head = clause.line, clause.head
    for k in range(head + 2, min(head + _MOVED, line.size)):
        mark = line.marks[k]
        aim = Aim.REDUCE if "downward" in mark else Aim.INCREASE if "upward" in mark else None
        if aim is None:
            continue
        if line.words[k].endswith(" from"):
            return aim
        if line.words[k].endswith("to"):
            return aim if any(item.i in (k, k + 1) and item.kind in _LEVELS for item in clause.items) else None
        return aim if "mode" in line.marks[k + 1] or not line.words[k + 1][:1].isalpha() else None
    return None


_MOVED = 7
_LEVELS = frozenset({"bare", "amount", "part", "percent", "span"})
_LEVELS_AND_TIMES = _LEVELS | {"times"}


def _negated(clause: Clause) -> bool:
    """Whether "not", "no" or "never" stands between the wish and what is wanted."""
    if clause.line.tags.isdisjoint(("negate", "nothing")):
        return False
    marks = clause.line.marks
    if "act" in clause.mark and clause.line.words[clause.head + 1] in _NOTHING:
        return not any(item.compare in _TOPPED for item in clause.items)  # buy nothing online
    return any("negate" in marks[k] for k in range(max(clause.wish, clause.head - 2, 0), clause.head + 1)) or (
        "link" in clause.mark and "negate" in marks[clause.head + 1]
    )


_TOPPED = frozenset({"le", "lt"})
_NOTHING = frozenset({"no", "nothing", "none", "zero"})


def aim_of_values(clause: Clause, values: Values, told: Aim | None, kind: Kind) -> Aim:
    """The aim by the words and, where they tell none, by the numbers and the habit."""
    if told is not None and not values:
        return told
    baseline, target = values.get(BASELINE), values.get(TARGET)
    if target is not None and target.high == 0 and target.compare in ("eq", "le"):
        return Aim.AVOID
    if told is None and (change := values.get(CHANGE)) is not None and change.more:
        return Aim.REDUCE if change.more < 0 else Aim.INCREASE
    if baseline and target and told not in (Aim.REDUCE, Aim.INCREASE) and (rise := rises(baseline, target)) is not None:
        return Aim.INCREASE if rise >= 0 else Aim.REDUCE
    if told is not None:
        return told
    if _is_ceiling(clause, values, kind):
        return Aim.REDUCE
    if "learn" in clause.mark and FREQUENCY not in values:
        return Aim.ACHIEVE
    doing = kind is Kind.PROCESS and (clause.wish < 0 or "able" not in clause.line.words[clause.wish])
    return Aim.PRACTISE if doing and _is_habit(clause, values) else Aim.ACHIEVE


def rises(baseline: Item, target: Item) -> int | None:
    """1 where the target is more than the start, -1 where it is less, 0 where it is as much; None where none can tell.

    One glass instead of one bottle cannot be told by the numbers.
    """
    start, end = _speed(baseline), _speed(target)
    if start == end:
        return 0 if baseline.unit == target.unit else None
    return 1 if end > start else -1


def _speed(item: Item) -> float:
    """How much in a day, lengths in days too, so that daily and once a month, or minutes and hours, can be compared."""
    size = _DAYS.get(item.unit or "", 1.0) if item.unit in SHORT else 1.0
    return item.high * size / (_DAYS.get(item.per or "", 1.0) * item.every)


def _is_ceiling(clause: Clause, values: Values, kind: Kind) -> bool:
    """Whether an amount has a top, or is called the only one: no more than two beers a week."""
    item = values.get(TARGET) or values.get(DURATION) or values.get(FREQUENCY)
    if item is None or (item.kind == "span" and item.per is None and not item.topped):
        return False
    if values.get(FREQUENCY) is item and kind is Kind.PROCESS and item.kind != "amount":
        return False
    return item.compare in ("le", "lt") or "only" in clause.line.marks[item.i]


def _is_habit(clause: Clause, values: Values) -> bool:
    """Whether a rate, a share of occasions, or a word for a habit is told; a bare length of time will do in a list."""
    target = values.get(TARGET)
    if FREQUENCY in values:
        return True
    if target is not None and (
        (target.kind in ("part", "percent") and not clause.line.words[target.j].startswith("accura"))
        or target.per == "day"
        or (target.per and target.kind == "amount")
    ):
        return True
    due = values.get(DEADLINE)
    once = due.i if due is not None and due.deadline is not None and due.deadline.mode is DeadlineMode.BY else -1
    if (
        is_habitual(clause.line, once)
        or "often" in clause.line.tags
        or ("row" in clause.line.tags and DEADLINE in values)
    ):
        return True
    return clause.wish < 0 and DURATION in values and DEADLINE not in values and "," in clause.line.words


def kind_of(clause: Clause, *, paired: bool) -> Kind:
    """Process or outcome: from the head, then from the first word behind it that tells."""
    mark, first = clause.mark, clause.first
    if (
        "outside" in first
        or "outside_feeling" in mark
        or clause.agent >= 0
        or clause.light
        or ("finding" in mark and "friend" in first)
    ):
        return Kind.OUTCOME
    if "inner_part" in mark or (clause.first.get("inner_part") == clause.head + 1 and not _CALMED.isdisjoint(mark)):
        return Kind.OUTCOME  # my mind to slow down, stop my brain racing
    if clause.wish >= 0 and (is_wanted_gone(clause) or _is_wanted_back(clause)):
        return Kind.OUTCOME if first.keys().isdisjoint(("practice", "habit")) else Kind.PROCESS
    if is_unlisted_verb(clause):
        return Kind.PROCESS
    if ("pointing" in mark or _is_bare_level(clause)) and (meant := _antecedent(clause)):
        return meant
    if "moves" in mark and _moved(clause):
        return _kind_of_object(clause)
    if clause.items and _names_instrument(clause.line) and any(map(_is_points, clause.items)):
        return Kind.OUTCOME
    if clause.items and ("act" not in mark or "rating" in mark) and any(map(_is_scored, clause.items)):
        return Kind.OUTCOME
    weighed = not mark or not _WEIGHING.isdisjoint(mark)
    if clause.items and any(item.unit in _WEIGHTS and (item.role or weighed) for item in clause.items):
        return Kind.OUTCOME
    if paired and _is_told_of(clause):
        return Kind.OUTCOME
    if "link" in mark and is_down_to(clause) and (meant := _antecedent(clause)):
        return meant
    if paired:
        if _is_own_habit(first):
            return Kind.PROCESS
        if ("link" in mark and "having" not in mark) or not first.keys().isdisjoint(
            ("event", "measured", "measure", "instrument", "inner", "problem")
        ):
            return Kind.OUTCOME
        doing = not first.keys().isdisjoint(("practice", "habit", "thing", "occasion"))
        return Kind.PROCESS if doing or "state" not in first else Kind.OUTCOME
    if "discover" in mark:
        return Kind.PROCESS
    if "learn" in mark:
        return Kind.OUTCOME if "learn_state" in clause.line.marks[clause.head + 1] else Kind.PROCESS
    if "skill" in first or "soft" in mark:
        return Kind.PROCESS
    if "act" in mark:
        return Kind.PROCESS
    if "mental" in mark:
        return _kind_of_dealing(clause)
    if "inner" in mark or ("link" in mark and mark.get("verb")):
        return _kind_of_having(clause)
    return _kind_of_object(clause)


def _is_bare_level(clause: Clause) -> bool:
    """Whether nothing but a number says what is wanted of something told before: I'd be all right with a 4."""
    if clause.wish < 0 or not clause.line.unmuted:
        return False
    if "unit" in clause.mark:
        return "pointing" in clause.line.marks[clause.wish + 1]  # now I want it at one a week
    first = next((item for item in clause.items if item.kind != "deadline"), None)
    return first is not None and first.i == clause.head and first.noun < 0 and first.kind in _BARE


_BARE = frozenset({"bare", "times", "part", "percent"})


_CALMED = frozenset({"stop", "reduce", "light", "mental"})


def _is_points(item: Item) -> bool:
    """Whether an item is a number alone, or one of points."""
    return item.kind == "bare" or item.unit == "point"


def _names_instrument(line: Line) -> bool:
    """Whether an instrument is named, be it where things stand today."""
    return "instrument" in line.tags or any("instrument" in mark for mark in line.unmuted)


def _is_own_habit(first: dict[str, int]) -> bool:
    """Whether what is counted is something that one does: self-harm, nail-biting episodes, incidents of self-harm."""
    k = first.get("habit", -1)
    return k >= 0 and (k == first.get("problem") or 0 < abs(k - first.get("event", k)) <= _NEXT_TO)


_NEXT_TO = 2


def _is_scored(item: Item) -> bool:
    """Whether an item is a score on a scale: 4 out of 10."""
    return item.kind == "part" and item.unit == "point" and bool(item.out_of)


def is_down_to(clause: Clause) -> bool:
    """Whether a number alone says where one wants to be, or what is pointed at: be on ten, I want it to be an hour."""
    line = clause.line
    if _is_bare_level(clause):
        return True
    if "link" not in clause.mark or not line.unmuted:
        return False
    pointed = clause.wish >= 0 and any("pointing" in line.marks[k] for k in range(clause.wish, clause.head))
    return any(
        0 < item.i - clause.head <= _BEHIND_LINK
        and (pointed or item.kind == "bare" or line.words[item.i - 1] in ("at", "on"))
        for item in clause.items
    )


_BEHIND_LINK = 3


def _antecedent(clause: Clause) -> Kind | None:
    """The kind of what a pronoun points back to: four binges a week; I want that at one a week."""
    told, words = clause.line.unmuted[: clause.head], clause.line.words
    measured = next((k for k in range(len(told) - 1, 0, -1) if "number" in told[k]), len(told))
    opening = next((k + 1 for k in range(measured - 1, -1, -1) if words[k] in SENTENCE_ENDS), 0)
    if "out of" in words[opening : clause.head]:
        return Kind.OUTCOME
    for mark in [*reversed(told[opening:measured]), *told[measured:]]:
        if not _COMING.isdisjoint(mark):
            return Kind.OUTCOME
        if "rating" in mark:
            continue
        if not _DOING.isdisjoint(mark) and _HAVING.isdisjoint(mark):
            return Kind.PROCESS
    if any(not _COMING.isdisjoint(mark) for mark in told[:opening]):
        return Kind.OUTCOME
    used = words[measured - 1] in ("at", "on") and any("per_word" in mark for mark in told[measured : measured + 5])
    return Kind.PROCESS if used or any(not _DOING.isdisjoint(mark) for mark in told[:opening]) else None


_HAVING = frozenset({"link", "having"})


_WEIGHING = frozenset({"gain_or_loss", "link"})
_COMING = frozenset({"event", "measured", "instrument", "problem", "inner"})
_WEIGHTS = frozenset({"kilogram", "stone"})


def _is_told_of(clause: Clause) -> bool:
    """Whether a score or something that happens is what the wish is told of: my stress at work should come down."""
    marks = clause.line.marks
    before = range(max(clause.wish - _BEFORE_WISH, 0), max(clause.wish, 0))
    return any(not _TOLD_OF.isdisjoint(marks[k]) for k in before)


_BEFORE_WISH = 7
_TOLD_OF = frozenset({"measured", "instrument", "event", "measure"})


def _kind_of_dealing(clause: Clause) -> Kind:
    """Work on, handle, improve: an outcome, unless it is done for a stated length of time."""
    counted = clause.line.words[clause.head] in _CLEARING  # deal with ten letters
    timed = any(
        (item.kind == "span" and item.unit in ("minute", "hour")) or (counted and item.kind == "amount")
        for item in clause.items
    )
    return Kind.PROCESS if timed and clause.first.keys().isdisjoint(_BEING - {"mental"}) else Kind.OUTCOME


_CLEARING = frozenset({"deal with", "tackle", "sort out", "get through", "work through", "work on", "address"})


def _kind_of_having(clause: Clause) -> Kind:
    """Be, feel, have, sleep: an outcome, unless what one has is something that one does."""
    if "having" not in clause.mark:
        if "placing" in clause.line.marks[clause.head + 1] and _is_timed(clause):
            return Kind.PROCESS  # be in the shed for two hours every Tuesday
        counted = not clause.first.keys().isdisjoint(("thing", "habit")) and clause.first.keys().isdisjoint(_FEELING)
        clean = "abstinent" in clause.first and clause.first.keys().isdisjoint(_SUFFERED)
        return Kind.PROCESS if clean or counted else Kind.OUTCOME
    first, end = clause.first, clause.end
    if _is_seen_to(clause):
        return Kind.PROCESS
    if first.keys().isdisjoint(_BEING - {"link"}) and _is_timed(clause):
        return Kind.PROCESS  # have skin-to-skin for ten minutes a day
    doing = min(first.get(tag, end) for tag in ("practice", "habit", "thing", "occasion"))
    being = min(first.get(tag, end) for tag in ("state", "graded", "event", "problem", "better", "inner"))
    return Kind.PROCESS if doing < being else Kind.OUTCOME


def _is_seen_to(clause: Clause) -> bool:
    """Whether a thing is to be seen to by somebody, which is an errand: have bloods done, get the boiler mended."""
    marks = clause.line.marks
    if clause.line.words[clause.head + 1] in _ANYTHING:
        return False
    for k in range(clause.head + 1, min(clause.head + _ERRAND, clause.end)):
        done = "act" in marks[k] if marks[k] else clause.line.words[k].endswith("ed")
        if k > clause.head + 1 and done and marks[k].get("verb", "past") == "past":
            return True
        if not _NO_ERRAND.isdisjoint(marks[k]) or not clause.line.words[k][:1].isalpha():
            return False
    return False


_ERRAND = 6
_ANYTHING = frozenset({"things", "stuff", "it", "that", "this", "them"})
_FEELING = frozenset({"state", "graded", "problem", "event", "better", "measure", "instrument", "inner"})
_NO_ERRAND = _FEELING | {"number", "more", "less", "agent", "subject"}


def _is_timed(clause: Clause) -> bool:
    """Whether a length of time and how often are told, as of an act."""
    lasting = any(item.kind == "span" and item.unit in SHORT for item in clause.items)
    return lasting and any(item.kind in ("rate", "times") for item in clause.items)


_SUFFERED = frozenset({"problem", "event", "measured"})


def _names_itself(clause: Clause) -> bool:
    """Whether a thing, state or act is named behind the head, before any comma."""
    limit = _comma(clause)
    return any(clause.head < clause.first.get(tag, -1) < limit for tag in _NAMES)


def _comma(clause: Clause) -> int:
    """The first comma of the clause, or its end."""
    return next((k for k in range(clause.head + 1, clause.end) if clause.line.words[k] == ","), clause.end)


_NAMES = _BEING | _DOING


def _is_unlisted_doing(line: Line, k: int) -> bool:
    return line.words[k].endswith("ing") and not line.marks[k]


def _kind_of_object(clause: Clause) -> Kind:
    """Reduce, stop, keep, more of something: what the something is decides."""
    marks, mark = clause.line.marks, clause.mark
    if clause.line.words[clause.head].endswith(" at") and _is_unlisted_doing(clause.line, clause.head + 1):
        return Kind.PROCESS  # get better at disagreeing
    limit = _comma(clause) if clause.line.unmuted else clause.end
    for k in range(clause.head, limit):
        tags = marks[k]
        if (k == clause.head and "verb" in tags and "practice" not in tags) or not tags:
            continue
        if tags.get("mental") == "ing" and "practice" in marks[k + 1]:
            continue  # calming routines
        if "abstinent" in tags or "soft" in tags or ("habit" in tags and "event" not in tags):
            return Kind.PROCESS
        if not _BEING.isdisjoint(tags) and (
            "act" not in tags or "problem" in tags or ("event" in tags and "less" in marks[k - 1])
        ):
            return Kind.OUTCOME
        if not _DOING.isdisjoint(tags):
            return Kind.PROCESS
    if "ridding" in mark:
        return Kind.OUTCOME
    if "stop" in mark or "negate" in mark or "continuing" in mark:
        return Kind.PROCESS
    if not _names_itself(clause) and (meant := _antecedent(clause)):
        return meant
    changing = not {"reduce", "increase", "less", "more", "better", "maintain", "state", "measured"}.isdisjoint(mark)
    return Kind.OUTCOME if changing else Kind.PROCESS
