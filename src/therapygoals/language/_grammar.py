"""The grammar: words to items, items to roles, roles to a `Reading`; the words come from the lexicon of a language."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, TypedDict

import attrs

from therapygoals.goals import Aim, Amount, Deadline, DeadlineMode, Frequency, Horizon, Kind, Period
from therapygoals.language._aim import aim_of_values, aim_of_words, is_down_to, kind_of
from therapygoals.language._background import background
from therapygoals.language._clause import SENTENCE_ENDS, Clause, cover, entry_of_list, main_clause, next_goal
from therapygoals.language._item import amount
from therapygoals.language._lexicon import Lexicon, make
from therapygoals.language._line import MUTE, Line
from therapygoals.language._negation import turn_bounds
from therapygoals.language._notices import Notice, notices, top_score
from therapygoals.language._regions import regions
from therapygoals.language._scan import scan
from therapygoals.language._values import assign
from therapygoals.language.reading import Phrase, Reading, Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Region
    from therapygoals.language._values import Values

__all__ = ["Grammar"]


@attrs.frozen(eq=False)
class Grammar:
    """The grammar with the words of one language.

    Numbers, periods, verbs and states are told by the lexicon; the order of words, and a few small words, are those of
    English, so a language that is built otherwise needs a `Language` of its own.

    Attributes:
        lexicon: The words.
    """

    lexicon: Lexicon

    @classmethod
    def from_toml(cls, code: str, toml: str) -> Grammar:
        """Make a grammar from a lexicon written as that of English is, in ``language/lexicon/en.toml``.

        Args:
            code: BCP 47 code of the language.
            toml: The lexicon; sections may be left out.

        Raises:
            FieldTypeError: The code or the lexicon is no text.
            FieldError: The code is blank.
            DocumentError: The lexicon has faults; all are told at once, each with its path.
            tomllib.TOMLDecodeError: The text is no TOML.
        """
        return cls(make(code, toml))

    @property
    def code(self) -> str:
        """BCP 47 code of the language."""
        return self.lexicon.code

    def read(self, text: str, on: date | None) -> Reading:
        """Read a statement that has been checked; see `therapygoals.read`."""
        parsed = _parse(text, self.lexicon)
        line, items, found, clause = parsed.line, parsed.items, parsed.found, parsed.clause
        said: list[Notice] = []
        for role, i, j in found:
            said.append((role, i, j, str(role)))
            if role is Role.MEANS:
                said.append((Role.CUE, i, i + 1, "means"))
        if clause is None:
            said += [(Role.DISTRACTOR, item.i, item.j, item.rule) for item in items]
            return Reading(text=text, language=self.code, phrases=_phrases(line, said))
        worded = aim_of_words(clause)
        kind = kind_of(clause, paired=bool(items) and "target" in [item.role for item in parsed.meant])
        level = bool(line.unmuted) and is_down_to(clause)
        changing, doing = worded in _CHANGING or level, kind is Kind.PROCESS and not level
        values = assign(line, items, clause, parsed.covered, changing=changing, doing=doing)
        aim = aim_of_values(clause, values, worded, kind)
        if items:
            said += _said_by_values(items, values)
        said += _said_by_words(line, clause, aim)
        said += notices(line, clause, values, found, aim, kind)
        due = _deadline(values) if values else None
        return Reading(
            text=text,
            language=self.lexicon.code,
            aim=aim,
            kinds=_kinds(clause, aim, kind, parsed.covered, found),
            direction=aim.direction,
            horizon=_horizon(line, due, on),
            deadline=due,
            phrases=_phrases(line, said),
            **(_measured(line, values, aim) if values else _UNMEASURED),
        )

    def split(self, text: str, on: date | None) -> tuple[Reading, ...]:
        """Read each goal of a statement that has been checked; see `therapygoals.split`."""
        parsed = _parse(text, self.lexicon)
        line, cuts = parsed.line, [0]
        following = -1 if parsed.clause is None else parsed.clause.second
        while following >= 0:
            cuts.append(_opening(line, following))
            following = next_goal(line, parsed.meant, parsed.covered, following)
        readings: list[tuple[int, Reading]] = []
        start = 0
        for cut in [*cuts[1:], line.size]:
            reading = self.read(_part(text, line, start, cut), on)
            if cut == line.size and readings and not reading.is_goal:
                start, _ = readings.pop()  # what holds no goal stays with the one before
                reading = self.read(_part(text, line, start, cut), on)
            if reading.is_goal or cut == line.size:
                readings.append((start, reading))
                start = cut
        return tuple(reading for _, reading in readings)


def _part(text: str, line: Line, start: int, cut: int) -> str:
    """The words from one chunk to before another, without those that only join them to what follows."""
    if cut == line.size:
        return text[line.starts[start] if start else 0 :]
    while "joint" in line.marks[cut - 1] and line.words[cut - 1] not in SENTENCE_ENDS:
        cut -= 1
    return text[line.starts[start] if start else 0 : line.ends[cut - 1]]


def _opening(line: Line, k: int) -> int:
    """The chunk at which a further goal opens: words that only lead to it, and its sign in a list, are part of it."""
    sign = next((i for i in (k - 1, k - 2) if entry_of_list(line, i) == k), None)
    if sign is not None:
        return sign
    while "filler" in line.marks[k - 1] and line.words[k - 1] not in ("and", "then", "plus"):
        k -= 1
    return k


class _Parsed:
    """A statement with its items, the stretches around the wish, and the main clause, if any."""

    __slots__ = ("clause", "covered", "found", "items", "line", "meant")

    def __init__(self, line: Line, items: list[Item], meant: list[Item], found: list[Region]) -> None:
        self.line, self.items, self.meant, self.found = line, items, meant, found
        self.covered = cover(line, meant, found)
        self.clause = main_clause(line, meant, self.covered)


def _parse(text: str, lexicon: Lexicon) -> _Parsed:
    line = Line(text, lexicon)
    items = scan(line)
    told = background(line, items)
    if told:
        line.mute(told)
        for item in items:
            item.told = line.marks[item.i] is MUTE
    meant = [item for item in items if not item.told] if told else items
    turn_bounds(line, meant)
    found = regions(line, meant)
    found += [(Role.BACKGROUND, i, j) for i, j in told]
    return _Parsed(line, items, meant, found)


_CHANGING = frozenset({Aim.REDUCE, Aim.INCREASE, Aim.AVOID})


def _kinds(clause: Clause, aim: Aim, kind: Kind, covered: bytearray, found: list[Region]) -> frozenset[Kind]:
    """Both kinds where an outcome names its means, or where a further goal is of the other kind."""
    if aim is Aim.DISCOVER:
        return frozenset({Kind.PROCESS})
    if clause.second >= 0:
        kind_of_second = kind_of(Clause(clause.line, clause.items, covered, clause.second), paired=False)
        return frozenset({kind, kind_of_second})
    if kind is Kind.OUTCOME and found and any(role is Role.MEANS and i > clause.head for role, i, _ in found):
        return frozenset(Kind)
    return _ONLY[kind]


_ONLY = {kind: frozenset({kind}) for kind in Kind}


def _phrases(line: Line, said: list[Notice]) -> tuple[Phrase, ...]:
    """What was found, chunk by chunk, as phrases in the order of the text."""
    starts, ends = line.starts, line.ends
    said.sort(key=_PLACE)
    return tuple([Phrase(role, starts[i], end=ends[j - 1 if j > i else i], rule=rule) for role, i, j, rule in said])


_PLACE = itemgetter(1, 2)
"""The chunks of a notice."""


class _Measured(TypedDict, total=False):
    """The fields of a reading that are told by numbers."""

    frequency: Frequency | None
    target: Amount | None
    baseline: Amount | None
    change: Amount | None
    duration: Amount | None


_UNMEASURED: _Measured = {}


def _measured(line: Line, values: Values, aim: Aim) -> _Measured:
    return {
        "frequency": _frequency(values),
        "target": _amount(line, values, Role.TARGET),
        "baseline": _amount(line, values, Role.BASELINE),
        "change": _change(values, aim),
        "duration": _duration(values),
    }


def _said_by_values(items: list[Item], values: Values) -> list[Notice]:
    """The numbers, rates and times: those that count with their role, the others as instruments or distractors."""
    said: list[Notice] = [(role, item.i, item.j, item.rule) for role, item in values.items()]
    chosen = [*values.values()]
    for item in items:
        if item not in chosen:
            role = Role.INSTRUMENT if item.kind == "instrument" else Role.DISTRACTOR
            said.append((role, item.i, item.j, item.rule))
    return said


def _said_by_words(line: Line, clause: Clause, aim: Aim) -> list[Notice]:
    """What the words do by themselves; a light verb does nothing without the state behind it.

    What stands before the wish is what it is about only where the wish names nothing itself: my temper should go down,
    but not "ADHD group: pt to tidy his desk".
    """
    light = clause.head if clause.light else -1
    searching = aim is Aim.DISCOVER  # what others do may be looked into
    said = [
        (role, k, k + 1, tag)
        for k in line.cues
        for role, tag in line.marks[k]["roles"]
        if (k != light or role is not Role.ACT)
        and not (searching and role is Role.OUTSIDE)
        and (role is not Role.QUESTION or _asks(line, k))
    ]
    if said and said[0][1] < clause.head and _is_about_itself(line, clause):
        return [one for one in said if one[1] >= clause.head or one[0] not in _NAMED]
    return said


def _is_about_itself(line: Line, clause: Clause) -> bool:
    """Whether a wish names what it is about, so that the words before it are a label, or the words of the wish."""
    before = clause.wish - 1 if clause.wish >= 0 and line.words[clause.wish] == "to" else clause.head - 1
    plain = clause.wish >= 0 and before == clause.head - 1
    return (plain or not line.words[before][:1].isalnum()) and not clause.first.keys().isdisjoint(_NAMES)


_NAMES = frozenset(
    {"act", "habit", "practice", "occasion", "event", "thing", "measure", "state", "graded", "problem", "skill"}
)
_NAMED = frozenset({Role.STATE, Role.MENTAL_VERB, Role.ACT, Role.EVENT, Role.MEASURE})


def _asks(line: Line, k: int) -> bool:
    """Whether the sentence that a question mark ends is put as a question, rather than said with a doubt."""
    start = next((j + 1 for j in range(k - 1, -1, -1) if line.words[j] in _ENDS), 0)
    return any("interrogative" in line.marks[j] or "asking" in line.marks[j] for j in range(start, min(start + 4, k)))


_ENDS = frozenset({".", "!", "?"})


def _amount(line: Line, values: Values, role: Role) -> Amount | None:
    item = values.get(role)
    if item is not None and item.unit == "point" and item.out_of is None:
        item.out_of = top_score(line)
    return None if item is None else item.amount()


def _change(values: Values, aim: Aim) -> Amount | None:
    item = values.get(Role.CHANGE)
    if item is None:
        return None
    return item.amount(sign=item.more or (-1 if aim in (Aim.REDUCE, Aim.AVOID) else 1))


def _frequency(values: Values) -> Frequency | None:
    item = values.get(Role.FREQUENCY)
    if item is None:
        return None
    if values.get(Role.DURATION) is item:
        return Frequency.times(1, Period(item.per or ""))
    if item.unit in ("day", "night") and item.per == "week":
        item.of = 7
    return item.frequency()


def _duration(values: Values) -> Amount | None:
    item = values.get(Role.DURATION)
    if item is None:
        return None
    low, high = item.bounds
    return amount(low, high, item.unit)


def _deadline(values: Values) -> Deadline | None:
    item = values.get(Role.DEADLINE)
    if item is None:
        return None
    if item.deadline is not None:
        return item.deadline
    unit = Period("day" if item.unit == "night" else item.unit or "")
    return Deadline(mode=DeadlineMode.OVER, count=item.high, unit=unit)


def _horizon(line: Line, deadline: Deadline | None, on: date | None) -> Horizon | None:
    if "for_life" in line.tags:
        return Horizon.LONG_TERM
    if deadline is None:
        tags = set[str]().union(*line.unmuted) if line.unmuted else line.tags
        return Horizon.LONG_TERM if "long_label" in tags else None
    if on is None and deadline.day is not None:
        on = date(deadline.day.year or _COMMON_YEAR, 1, 1)
    return deadline.horizon(on)


_COMMON_YEAR = 2027
