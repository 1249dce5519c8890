"""Reading a statement in one language: words to items, items to roles, roles to a `Reading`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Aim, Amount, Deadline, DeadlineMode, Frequency, Horizon, Kind, Period, TimeFrame
from therapygoals.goals._checks import check_text
from therapygoals.language import _lexicon
from therapygoals.language._aim import aim_of_values, aim_of_words, kind_of
from therapygoals.language._background import background
from therapygoals.language._clause import Clause, cover, is_light, main_clause
from therapygoals.language._line import MUTE, Line
from therapygoals.language._negation import turn_bounds
from therapygoals.language._notices import notices, top_score
from therapygoals.language._regions import regions
from therapygoals.language._scan import scan
from therapygoals.language._values import assign
from therapygoals.language.reading import Phrase, Reading, Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Region
    from therapygoals.language._values import Values

__all__ = ["read"]


class Language(Protocol):
    """What a language needs: a code, its words and a grammar over them."""

    code: str

    def read(self, text: str, on: date | None) -> Reading:
        """Read a statement that has been checked."""
        ...


class _English:
    code = "en"

    def read(self, text: str, on: date | None) -> Reading:
        """Read an English statement."""
        line = Line(text, _lexicon.load(self.code))
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
        covered = cover(line, meant, found)
        clause = main_clause(line, meant, covered)
        phrases = [_phrase(line, role, i, j, str(role)) for role, i, j in found]
        phrases += [_phrase(line, Role.CUE, i, i + 1, str(role)) for role, i, _ in found if role is Role.MEANS]
        if clause is None:
            phrases += [_phrase(line, Role.DISTRACTOR, item.i, item.j, item.rule) for item in items]
            return Reading(text=text, language=self.code, phrases=_ordered(phrases))
        worded = aim_of_words(clause)
        kind = kind_of(clause, paired=any(item.role == "target" for item in meant))
        values = assign(line, items, clause, covered, changing=worded in _CHANGING, kind=kind)
        aim = aim_of_values(clause, values, worded, kind)
        phrases += _value_phrases(line, items, values)
        phrases += _cue_phrases(line, clause.head if is_light(clause) else -1)
        phrases += [_phrase(line, *notice) for notice in notices(line, clause, values, found, aim, kind)]
        due = _deadline(values)
        return Reading(
            text=text,
            language=self.code,
            aim=aim,
            kinds=_kinds(clause, aim, kind, covered, found),
            direction=aim.direction,
            horizon=_horizon(line, due, on),
            deadline=due,
            frequency=_frequency(values),
            target=_amount(line, values, Role.TARGET),
            baseline=_amount(line, values, Role.BASELINE),
            change=_change(values, aim),
            duration=_duration(values),
            phrases=_ordered(phrases),
        )


_CHANGING = frozenset({Aim.REDUCE, Aim.INCREASE, Aim.AVOID})


def _kinds(clause: Clause, aim: Aim, kind: Kind, covered: bytearray, found: list[Region]) -> frozenset[Kind]:
    """Both kinds where an outcome names its means, or where a further goal is of the other kind."""
    if aim is Aim.DISCOVER:
        return frozenset({Kind.PROCESS})
    if clause.second >= 0:
        kind_of_second = kind_of(Clause(clause.line, clause.items, covered, clause.second), paired=False)
        return frozenset({kind, kind_of_second})
    if kind is Kind.OUTCOME and any(role is Role.MEANS and i > clause.head for role, i, _ in found):
        return frozenset(Kind)
    return frozenset({kind})


_LANGUAGES: dict[str, Language] = {language.code: language for language in (_English(),)}


def read(text: str, *, language: str = "en", on: date | None = None) -> Reading:
    """Read a statement: what is wanted, how much, how often, by when, and where each is said.

    Args:
        text: What a person said, 1 to 4,000 code points, not blank.
        language: BCP 47 code of the language it is said in.
        on: The day on which it was said; only the horizon of a calendar day depends on it. Without it, such a day is
            seen from the first of January of its year: by February is short-term, by October long-term.

    Returns:
        The reading. A text without a goal gives one without an aim.

    Raises:
        FieldTypeError: The text is not a string.
        FieldError: The text is blank or too long.
        UnknownNameError: There is no lexicon for the language.

    Examples:
        >>> reading = read("walk 20 minutes three times a week for six weeks")
        >>> str(reading.frequency), str(reading.duration), str(reading.deadline.span)
        ('3 times per week', '20 minutes', '6 weeks')
    """
    check_text(text, "text")
    if language not in _LANGUAGES:
        raise UnknownNameError("language", f"must be one of {', '.join(sorted(_LANGUAGES))}", language)
    return _LANGUAGES[language].read(text, on)


def _phrase(line: Line, role: Role, i: int, j: int, rule: str) -> Phrase:
    return Phrase(role, line.starts[i], end=line.ends[max(i, j - 1)], rule=rule)


def _ordered(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end)))


def _value_phrases(line: Line, items: list[Item], values: Values) -> list[Phrase]:
    phrases = [_phrase(line, role, item.i, item.j, item.rule) for role, item in values.items()]
    chosen = {id(item) for item in values.values()}
    for item in items:
        if id(item) not in chosen:
            role = Role.INSTRUMENT if item.kind == "instrument" else Role.DISTRACTOR
            phrases.append(_phrase(line, role, item.i, item.j, item.rule))
    return phrases


def _cue_phrases(line: Line, light: int) -> list[Phrase]:
    """What the words do by themselves; a light verb does nothing without the state behind it."""
    return [
        _phrase(line, role, k, k + 1, tag)
        for k in line.cues
        for role, tag in line.marks[k]["roles"]
        if (k != light or role is not Role.ACT) and (role is not Role.QUESTION or _asks(line, k))
    ]


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
    return Amount(low=low, high=high, unit=item.unit)


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
        return None
    if deadline.span is not None:
        return deadline.span.horizon
    if on is None and deadline.day is not None:
        on = date(deadline.day.year or _COMMON_YEAR, 1, 1)
    due = None if on is None else deadline.due(on)
    return None if due is None or on is None or due < on else TimeFrame(start=on, due=due).horizon


_COMMON_YEAR = 2001
