"""Deciding what is wanted: the aim, its kinds, and whether the text holds a goal at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Aim, Kind

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line

__all__ = ["Clause", "aim", "kinds", "main_clause"]

VERBS = ("act", "mental", "inner", "discover", "maintain", "stop", "reduce", "increase", "link", "learn")
_SKIP = frozenset({"hedge", "absolute", "article", "new_goal", "only", "moment", "every", "adverb", "relative", "support", "mode"})
_OPENING = frozenset({"just", "to", "and", "so", "then", "please", "well", "really", "actually", "i", "we", "-", "*", "•", "that", "ultimately", "is", "client", "client's", "patient", ":", "one", "day", '"', "'"})


class Clause:
    """The main clause: the chunks that say what is wanted, without what is said about how, when and why."""

    __slots__ = ("covered", "end", "head", "items", "line", "wish")

    def __init__(self, line: Line, items: list[Item], covered: bytearray) -> None:
        self.line, self.items, self.covered = line, items, covered
        self.wish = -1
        self.head = 0
        self.end = line.size

    def has(self, *tags: str) -> bool:
        """Whether any chunk of the clause carries one of the tags."""
        return self.find(*tags) >= 0

    def find(self, *tags: str) -> int:
        """The first chunk of the clause that carries one of the tags; -1 when there is none."""
        marks, covered = self.line.marks, self.covered
        for k in range(self.head, self.end):
            if not covered[k] and any(tag in marks[k] for tag in tags):
                return k
        return -1


def main_clause(line: Line, items: list[Item], covered: bytearray) -> Clause | None:
    """Find the main clause; None when the text holds no goal."""
    clause = Clause(line, items, covered)
    marks, words, size = line.marks, line.words, line.size
    for k in range(size):
        if "wish" in marks[k] and covered[k] != 2 and not _not_mine(line, k):
            clause.wish = k
            break
    k = clause.wish + 1
    while k < size and (
        covered[k] or "wish" in marks[k] or not _SKIP.isdisjoint(marks[k]) and not _heads(line, k) or words[k] in _OPENING
        or not words[k][0].isalnum()
    ):
        k += 1
    clause.head = k
    if clause.wish < 0 and not _is_goal(line, clause, items):
        return None
    _find_end(clause)
    return clause


def _heads(line: Line, k: int) -> bool:
    return any(tag in line.marks[k] for tag in VERBS)


def _not_mine(line: Line, k: int) -> bool:
    """Whether a wish word belongs to a report of what somebody said, or to a question about facts."""
    word = line.words[k]
    if word in ("will", "have to", "must", "should") and any(w in ("said", "says") for w in line.words[max(0, k - 3) : k]):
        return word == "will"
    return word in ("is to", "how to") and k > 0


def _is_goal(line: Line, clause: Clause, items: list[Item]) -> bool:
    """Whether a text without a wish word is a goal: it opens with a verb, a state or a habit, not with a report."""
    marks, words, head = line.marks, line.words, clause.head
    first = 0
    while first < line.size and not words[first][0].isalnum():
        first += 1
    if first == line.size:
        return False
    mark = marks[first]
    if "greeting" in mark or "?" in words[: line.size] and "interrogative" in mark:
        return False
    numbers = any(item.kind in ("rate", "span", "amount", "times", "part", "deadline", "percent") or item.role for item in items)
    if head >= line.size:
        return numbers and len(items) > 1
    mark = marks[head]
    if any(mark.get(tag) in ("base", "ing") for tag in VERBS if tag in mark) or "link" in mark and head == first:
        subject = words[head - 1] if head else ""
        return not (subject in ("i", "we") and not any(clause.covered[:head])) and not _reported(line, first, head)
    if "not_a_wish" in marks[first] or _reported(line, first, head):
        return False
    if not {"state", "better", "practice", "more", "less", "stop", "negate", "occasion", "habit", "event", "measure", "problem", "thing"}.isdisjoint(mark):
        if "problem" in mark or "event" in mark or "thing" in mark:
            return numbers and not _finite(line, head)
        return not _finite(line, head)
    if _finite(line, head):
        return False
    if numbers:
        return True
    following = words[head + 1]
    if following in ("the", "a", "an", "my", "our", "to", "up", "out", "with", "at", "on", "off", "myself", "for", "in", "from", "his", "her", "more", "less"):
        return True
    return any("state" in marks[k] or "practice" in marks[k] or "better" in marks[k] for k in range(head, line.size))


def _reported(line: Line, first: int, head: int) -> bool:
    """Whether somebody is reported to do or have done something: a subject stands before the verb."""
    return head > first and any(line.words[k] in ("he", "she", "they", "it") for k in range(first, head))


def _finite(line: Line, head: int) -> bool:
    """Whether a finite verb follows a subject: is, was, costs, called."""
    for k in range(head, min(head + 6, line.size)):
        word, mark = line.words[k], line.marks[k]
        if word in ("is", "are", "was", "were", "has", "had", "got", "feels", "went", "came", "takes", "costs") and k > head:
            return True
        if k > head and any(mark.get(tag) == "past" for tag in VERBS if tag in mark):
            return True
        if "not_a_wish" in mark:
            return True
    return False


def _find_end(clause: Clause) -> None:
    """The clause ends where a second one starts: behind a stop, or "and" with a verb."""
    words, marks, size = clause.line.words, clause.line.marks, clause.line.size
    for k in range(clause.head + 1, size):
        word = words[k]
        if word in (";", "\n") or word in (".", "!") and k + 1 < size and k > clause.head + 1:
            clause.end = k
            return
        if word in ("and", ",", "then") and k + 1 < size:
            after = marks[k + 1]
            if "wish" in after or "new_goal" in after and "wish" in marks[k + 2]:
                clause.end = k
                return
            if any(after.get(tag) == "base" for tag in VERBS if tag in after) or "less" in after or "negate" in after:
                clause.end = k
                return


def aim(clause: Clause) -> Aim:
    """Decide the aim by the order of the guideline: the words at the head first, then the numbers, then the habit."""
    line, marks = clause.line, clause.line.marks
    head = clause.head
    mark = marks[head]
    pair = {item.role: item for item in clause.items if item.role}
    if "baseline" in pair and "target" in pair:
        return _from_to(pair["baseline"], pair["target"], clause)
    if "discover" in mark or ("know" in mark and "wh" in marks[head + 1]):
        return Aim.DISCOVER
    if clause.has("discover") and not _heads(line, head):
        return Aim.DISCOVER
    if "maintain" in mark:
        return Aim.MAINTAIN
    if "stop" in mark or "negate" in mark or any("negate" in marks[k] and line.words[k] in ("not", "no", "never", "don't", "don't want to", "no longer") for k in range(max(0, clause.wish), head + 1)):
        return Aim.AVOID
    if "myself" in marks[head + 1] and "discover" in mark:
        return Aim.DISCOVER
    for item in clause.items:
        if item.kind in ("amount", "times", "span", "rate", "bare", "percent") and item.high == 0 and item.compare in ("eq", "le"):
            return Aim.AVOID
    if "reduce" in mark:
        return Aim.REDUCE
    if "increase" in mark:
        return Aim.INCREASE
    found = clause.find("less", "more", "better", "reduce", "increase", "discover", "stop", "maintain")
    if found >= 0:
        tags = marks[found]
        if "less" in tags:
            return Aim.REDUCE
        if "more" in tags or ("better" in tags and "earlier" not in tags):
            return Aim.INCREASE
        if found <= head + 3 and ("outside_agent" in mark or not _heads(line, head) or "link" in mark):
            if "stop" in tags and tags["stop"] in ("base", "ing"):
                return Aim.AVOID
            if "reduce" in tags:
                return Aim.REDUCE
            if "increase" in tags:
                return Aim.INCREASE
            if "discover" in tags:
                return Aim.DISCOVER
            if "maintain" in tags:
                return Aim.MAINTAIN
    return _by_numbers(clause)


def _from_to(baseline: Item, target: Item, clause: Clause) -> Aim:
    first, last = _speed(baseline), _speed(target)
    if last == 0 and target.compare != "ge":
        return Aim.AVOID
    head = clause.line.marks[clause.head]
    if "reduce" in head:
        return Aim.REDUCE
    if "increase" in head:
        return Aim.INCREASE
    return Aim.REDUCE if last < first else Aim.INCREASE


_PER_YEAR = {"minute": 525960, "hour": 8766, "day": 365.25, "weekday": 261, "week": 52.2, "month": 12, "quarter": 4, "year": 1}


def _speed(item: Item) -> float:
    return item.high * (_PER_YEAR.get(item.per or "", 1)) / item.every


def _by_numbers(clause: Clause) -> Aim:
    """Where no word tells: a ceiling is a reduction, a rate or a habit of doing is practice, else it is achieved."""
    line, mark = clause.line, clause.line.marks[clause.head]
    doing = does(clause)
    for item in clause.items:
        if item.compare in ("le", "lt") and not (item.kind in ("rate", "times") and doing) and item.kind not in ("deadline", "noise"):
            if item.kind == "span" and item.per is None:
                continue
            if item.kind == "amount" or not doing:
                return Aim.REDUCE
        if item.kind in ("amount", "times", "rate") and "only" in line.marks[item.i] and not doing:
            return Aim.REDUCE
    del mark
    if doing and (
        any(item.kind == "rate" or item.kind == "part" or item.kind == "times" and item.per or item.kind in ("span", "amount") and item.per and item.kind == "span" for item in clause.items)
        or any("habitual_cue" in line.marks[k] or "habitual" in line.marks[k] or "often" in line.marks[k] or line.marks[k].get("moment") == "bedtime" for k in range(line.size))
        or (clause.wish < 0 and any(item.kind == "span" and item.unit in ("minute", "hour") for item in clause.items) and "," in line.words)
    ):
        return Aim.PRACTISE
    return Aim.ACHIEVE


_DOING = ("act", "habit", "practice", "occasion", "learn", "discover")
_BEING = ("link", "be", "mental", "inner", "state", "problem", "event", "measure", "instrument", "better", "outside")


def does(clause: Clause) -> bool:
    """Whether the clause says what the person does, rather than what happens or how things are."""
    return kind_of(clause) is Kind.PROCESS


def kind_of(clause: Clause) -> Kind:
    """Process or outcome, from the first word that tells."""
    line, marks = clause.line, clause.line.marks
    head = clause.head
    if clause.has("outside") or "outside_agent" in marks[head]:
        return Kind.OUTCOME
    if "learn" in marks[head] and "learn_state" in marks[head + 1]:
        return Kind.OUTCOME
    if clause.has("skill") and not "mental" in marks[head] or clause.has("skill") and "increase" in marks[head]:
        return Kind.PROCESS
    paired = any(item.role for item in clause.items)
    for k in range(head, clause.end):
        if clause.covered[k] == 2:
            continue
        mark = marks[k]
        if paired and ("event" in mark or "measure" in mark or "instrument" in mark or "state" in mark or "measured" in mark):
            return Kind.OUTCOME
        if paired and ("thing" in mark or "habit" in mark or "occasion" in mark):
            return Kind.PROCESS
        if paired and k == head and "act" in mark:
            continue
        if "mental" in mark and k == head:
            return Kind.OUTCOME
        for tag in mark:
            if tag in ("reduce", "increase", "stop", "maintain") and k <= head + 1:
                break
        else:
            if "habit" in mark and "event" not in mark:
                return Kind.PROCESS
            if not _BEINGS.isdisjoint(mark) and "act" not in mark:
                return Kind.OUTCOME
            if not _DOINGS.isdisjoint(mark) or "thing" in mark:
                return Kind.PROCESS
    mark = marks[head]
    if "reduce" in mark or "increase" in mark or "less" in mark or "more" in mark:
        return Kind.OUTCOME
    return Kind.OUTCOME if "link" in mark or "maintain" in mark and "act" not in mark else Kind.PROCESS


_DOINGS, _BEINGS = frozenset(_DOING), frozenset(_BEING)


def kinds(clause: Clause, aim: Aim, *, means: bool) -> frozenset[Kind]:
    """Process, outcome or both."""
    if aim is Aim.DISCOVER:
        return frozenset({Kind.PROCESS})
    kind = kind_of(clause)
    if kind is Kind.OUTCOME and means:
        return frozenset(Kind)
    return frozenset({kind})
