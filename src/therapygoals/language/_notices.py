"""What a careful reader notices: one-off acts, abstinence, what lies with others, and numbers that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import Aim, Kind, Period
from therapygoals.goals.time import DAYS_IN
from therapygoals.language._aim import rises
from therapygoals.language._clause import is_habitual, is_unlisted_verb
from therapygoals.language._item import BASELINE, CHANGE, DEADLINE, DURATION, FREQUENCY, TARGET
from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from therapygoals.language._clause import Clause
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line, Region
    from therapygoals.language._values import Values

__all__ = ["Notice", "notices", "top_score"]

Notice = tuple[Role, int, int, str]
"""A role, the first chunk that has it, the chunk behind the last, and the rule that found it."""

_RUNS = frozenset({"day", "night", "week", "month", "session"})
_SHORT = {"minute": DAYS_IN[Period.MINUTE], "hour": DAYS_IN[Period.HOUR]}
_MOST_HOURS_A_DAY = 5
_MOST_TIMES_A_WEEK = 13
_KILOGRAMS = {"kilogram": 1.0, "stone": 6.35}
_MOST_KILOGRAMS_A_WEEK = 1.5


def notices(
    line: Line, clause: Clause, values: Values, regions: list[Region], aim: Aim, kind: Kind
) -> Iterator[Notice]:
    """Role, first chunk, chunk behind the last, and rule of each thing noticed."""
    head, after = clause.head, min(clause.head + 1, line.size)
    mark = clause.mark
    if "abstinent" in clause.first and kind is not Kind.OUTCOME and not _STAYING.isdisjoint(mark):
        yield Role.ABSTINENCE, clause.first["abstinent"], clause.first["abstinent"] + 1, "abstinence"
    elif _is_given_up(clause, aim, kind):
        yield Role.ABSTINENCE, head, after, "abstinence"
    if not clause.first.keys().isdisjoint(_FELT):
        yield from _placed(line, clause)
    if "less" in clause.first or "more" in clause.first:
        yield from _counted_times(clause)
    if "learn" in mark and (learnt := _learnt(line, head + 1)) >= 0:
        yield Role.ACT, learnt, learnt + 1, "unlisted-verb"
    if not mark and is_unlisted_verb(clause):
        yield Role.ACT, head, after, "unlisted-verb"
    if aim is Aim.ACHIEVE and _is_one_off(clause, kind, values):
        yield Role.ONE_OFF, head, after, "one-off"
    if (agent := clause.agent) >= 0:
        yield Role.OUTSIDE, agent, agent + 1, "agent"
        if aim in (Aim.ACHIEVE, Aim.PRACTISE) and "act" in clause.first:
            yield Role.ONE_OFF, clause.first["act"], clause.first["act"] + 1, "one-off"
    elif "finding" in mark and "friend" in clause.first:
        yield Role.OUTSIDE, clause.first["friend"], clause.first["friend"] + 1, "friend"
    if aim is Aim.DISCOVER and "wh" in clause.first and "self" not in line.tags:
        yield from _search(line, clause.first["wh"])
    if clause.second >= 0:
        yield Role.SECOND_GOAL, clause.second, min(clause.second + 1, line.size), "second-goal"
    if "longer" in line.tags and aim is Aim.INCREASE:
        k = next(k for k in range(line.size) if "longer" in line.marks[k])
        yield Role.LENGTH, k, k + 1, "longer"
    if not line.tags.isdisjoint(("row", "without")):
        yield from _runs(line)
    for item in clause.items:
        if item.kind == "percent" and _is_all(line, item):
            yield Role.ABSOLUTE, item.i, item.j, "all-of-it"
    for _, i, j in regions:
        if "roadblock" in line.marks[i]:
            yield Role.ROADBLOCK, i, j, "in-spite-of"
    if "absolute" in line.tags and ("act" not in mark or "inner" in mark):
        yield from _for_ever(line, clause, kind)
    if values:
        yield from _too_much(values, kind)
        if (target := values.get(TARGET)) and target.high == 0 and line.words[target.noun].endswith(_PASSING_THOUGHTS):
            yield Role.EXTREME, target.i, target.j, "for-ever"
        yield from _impossible(line, values, aim)


_STAYING = frozenset({"maintain", "link", "abstinent"})


def _placed(line: Line, clause: Clause) -> Iterator[Notice]:
    """A state with a place or an act right behind it: steady on the escalator, safe walking past the garage."""
    marks, words = line.marks, line.words
    starts = {item.i for item in clause.items}
    for k in range(clause.head, min(clause.end, line.size - 2)):
        if _FELT.isdisjoint(marks[k]):
            continue
        following = marks[k + 1]
        if "placing" in marks[k + 1] and words[k] not in _LIFE and _is_place(line, k + 2) and k + 1 not in starts:
            yield Role.SITUATION, k + 1, min(k + 4, line.size), "place"
        elif (
            "inner" not in marks[k]
            and words[k + 1].endswith("ing")
            and (following.get("verb") == "ing" or not following)
        ):
            yield Role.SITUATION, k + 1, k + 2, "while-doing"


_LIFE = frozenset({"life", "live", "living"})


def _is_place(line: Line, k: int) -> bool:
    """Whether a place or an occasion is named from chunk `k` on, rather than a person or a state."""
    mark, j = line.marks[k], k + ("the" in line.marks[k] or "article" in line.marks[k])
    return line.words[j][:1].isalpha() and "possessive" not in mark and _NOWHERE.isdisjoint(line.marks[j])


_NOWHERE = frozenset({"subject", "agent", "state", "better", "problem", "vague_place", "pronoun", "function", "inner"})
_FELT = frozenset({"state", "graded", "better", "inner"})


def _learnt(line: Line, k: int) -> int:
    """The chunk of a skill that no list has, behind learn: learn to self-cath, learn the chin-tuck manoeuvre; or -1."""
    k += "the" in line.marks[k] or "article" in line.marks[k]
    return k if not line.marks[k] and line.words[k][:1].isalpha() else -1


def _search(line: Line, k: int) -> Iterator[Notice]:
    """What one should, wants or feels, or what therapy is for (how these sessions work), or something bounded."""
    last = min(k + 7, line.size)
    spoken = any(line.words[j] in _ME for j in range(k + 1, min(k + 3, last)))
    for j in range(k + 1, last):
        if "therapy" in line.words[j] or (spoken and line.words[j] in _INWARD):
            yield Role.STATE, k, j + 1, "self"
            return
    yield Role.SITUATION, k, k + 1, "bounded-search"


_ME = frozenset({"i", "i'm", "i am", "we", "i'd", "i should", "i want", "i need", "i feel"})
_INWARD = frozenset(
    {"want", "need", "feel", "am", "should", "i am", "i should", "i want", "i need", "i feel", "meant to", "i'm"}
)


def _counted_times(clause: Clause) -> Iterator[Notice]:
    """More or less of a stretch of time can be counted: fewer nights awake, less time on my phone."""
    for k in (clause.first.get("less", -1), clause.first.get("more", -1)):
        if k < 0:
            continue
        following = clause.line.marks[k + 1]
        if "unit" in following:
            yield Role.EVENT, k + 1, k + 2, "counted-time"
        elif not following and clause.line.words[k + 1].endswith("s"):
            yield Role.EVENT, k + 1, k + 2, "counted-noun"


def _is_all(line: Line, item: Item) -> bool:
    """Whether a hundred percent is asked for, and not of so many occasions."""
    return item.low == 100 and line.words[item.j] != "of"


def _is_given_up(clause: Clause, aim: Aim, kind: Kind) -> bool:
    """Whether an act is to be given up altogether: stop smoking, but not stop smoking so much, and not a bare no."""
    if aim is not Aim.AVOID or "too_much" in clause.first or clause.head + 1 >= clause.line.size:
        return False
    return kind is Kind.PROCESS or (clause.agent >= 0 and not clause.first.keys().isdisjoint(_ACTS))


_ACTS = frozenset({"habit", "act", "practice"})


def _is_one_off(clause: Clause, kind: Kind, values: Values) -> bool:
    """Whether it is one act that has happened or not, rather than a skill to learn or a state to be in."""
    mark = clause.mark
    if "outside" in clause.first:
        return True
    if "verb" not in mark and not _NO_ACT.isdisjoint(mark):
        return False
    due = values.get(DEADLINE)
    if due is None and any("able" in clause.line.words[k] for k in range(max(clause.wish, 0), clause.head)):
        return False
    leaving_open = (
        ("often", "few", "skill") if "act" in mark else ("learn", "skill", "mental", "soft", "often", "few", "graded")
    )
    if clause.light or (due is None and clause.line.words[clause.head] in _REFUSING):
        return False
    vague = not clause.first.keys().isdisjoint(leaving_open)
    return (
        kind is Kind.PROCESS
        and "discover" not in mark
        and not vague
        and not is_habitual(clause.line, -1 if due is None else due.i)
    )


_REFUSING = frozenset({"say no", "saying no"})
_NO_ACT = frozenset({"number", "subject", "telling", "interrogative", "clausal", "pronoun"})


def _runs(line: Line) -> Iterator[Notice]:
    """A run without a miss: in a row, a whole week without."""
    for k in range(line.size):
        mark = line.marks[k]
        if "row" in mark and line.words[k] not in ("from now", "from today", "running"):
            yield Role.STREAK, k, k + 1, "run"
        if "without" in mark and line.marks[k - 1].get("unit") in _RUNS:
            yield Role.STREAK, k - 1, k + 1, "run-without"


def _for_ever(line: Line, clause: Clause, kind: Kind) -> Iterator[Notice]:
    """A feeling for ever or never again; complete abstinence from an act is no such thing."""
    if kind is Kind.PROCESS:
        return
    k = next((k for k in range(max(clause.wish, 0), line.size) if "absolute" in line.marks[k]), -1)
    if k >= 0:
        yield Role.EXTREME, k, k + 1, "for-ever"


_PASSING_THOUGHTS = ("thoughts", "worries", "doubts", "feelings")


def _too_much(values: Values, kind: Kind) -> Iterator[Notice]:
    """Hours a day, times a week, or kilograms a week beyond what a person can do."""
    duration, frequency, change = values.get(DURATION), values.get(FREQUENCY), values.get(CHANGE)
    deadline = values.get(DEADLINE)
    if (
        kind is Kind.PROCESS
        and duration
        and frequency
        and 24 * duration.low * _SHORT.get(duration.unit or "", 0) >= _MOST_HOURS_A_DAY
    ):
        yield Role.EXTREME, duration.i, duration.j, "too-long"
    if frequency and frequency.low > _MOST_TIMES_A_WEEK and frequency.per == "week" and duration:
        yield Role.EXTREME, frequency.i, frequency.j, "too-often"
    if change and change.unit in _KILOGRAMS and deadline and deadline.deadline:
        span = deadline.deadline.span
        days = (span and span.days) or 0
        if days and 7 * change.high * _KILOGRAMS[change.unit] / days > _MOST_KILOGRAMS_A_WEEK:
            yield Role.EXTREME, change.i, change.j, "too-fast"


def _impossible(line: Line, values: Values, aim: Aim) -> Iterator[Notice]:
    """Numbers that go against the words, or lie outside their scale."""
    baseline, target = values.get(BASELINE), values.get(TARGET)
    if baseline and target and baseline.per == target.per and baseline.unit == target.unit:
        rise = rises(baseline, target)
        if rise == 0 or rise == (1 if aim in (Aim.REDUCE, Aim.AVOID) else -1):
            yield Role.CONTRADICTION, target.i, target.j, "against-the-words"
    top = top_score(line)
    for item in (baseline, target):
        if item and (most := item.out_of or (top if item.unit == "point" else None)) and item.high > most:
            yield Role.OUT_OF_RANGE, item.i, item.j, "above-the-scale"


def top_score(line: Line) -> float | None:
    """The highest score of the instrument that is named; None where several scales are in use."""
    if "instrument" not in line.tags and not line.unmuted:
        return None
    marks = line.unmuted or line.marks
    return next((float(mark["instrument"]) for mark in marks if "instrument" in mark), None) or None
