"""The words of one language, loaded once from reviewed data into a trie of phrases."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from sys import intern
from typing import TYPE_CHECKING, Any

import attrs

from therapygoals.errors import DocumentError, FieldError, FieldTypeError
from therapygoals.goals._checks import NOT_UNICODE, check_text, is_unicode
from therapygoals.language._lexicon_faults import SECTIONS, TAGGED, faults
from therapygoals.language.reading import Role
from therapygoals.language.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Lexicon", "Marks", "Node", "Trie", "load", "make", "noted"]

Marks = dict[str, Any]
"""What a word or phrase can be: tag to value."""

Trie = dict[str, "Node"]
"""From the next word of a phrase to where it leads."""

Node = tuple[Marks, Trie, int]
"""The marks of the phrase that ends there, empty if none does, what may follow, and what is `noted` in the marks."""

NOTHING: Marks = {}
NO_NODE: Node = (NOTHING, {}, 0)

VERBS = (
    "act",
    "mental",
    "soft",
    "inner",
    "discover",
    "maintain",
    "stop",
    "reduce",
    "increase",
    "link",
    "learn",
    "seek",
    "transformation",
)
_FORMS = ("base", "ing", "s", "past")
COUNTED = ("event", "thing", "occasion")
"""Tags of nouns that can be counted; their value is the singular."""

STARTERS = frozenset({
    "idiom", "instrument", "from", "mode", "this", "relative", "every", "adverb", "weekday", "number",
    "occasion_number", "compare", "multiplier", "between", "unit_of", "article", "often", "few", "times_a_day", "days",
    "near_day", "share",
    "reviewed",
})  # fmt: skip
"""Tags with which a number, rate or time can start."""


DATED = frozenset({
    "number", "multiplier", "occasion_number", "compare", "relative", "unit", "ordinal", "month", "weekday", "holiday",
    "end_of", "start_of", "middle_of", "datable", "between",
})  # fmt: skip
"""Tags with which the words behind a preposition can be a deadline."""

TAG_ROLES = {
    "wish": Role.WISH,
    "act": Role.ACT,
    "practice": Role.ACT,
    "habit": Role.ACT,
    "occasion": Role.ACT,
    "learn": Role.ACT,
    "mental": Role.MENTAL_VERB,
    "soft": Role.MENTAL_VERB,
    "event": Role.EVENT,
    "thing": Role.EVENT,
    "measure": Role.MEASURE,
    "state": Role.STATE,
    "self": Role.STATE,
    "graded": Role.STATE,
    "problem": Role.STATE,
    "inner": Role.STATE,
    "inner_part": Role.STATE,
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
    "outside_feeling": Role.OUTSIDE,
    "transformation": Role.TRANSFORMATION,
    "vague_time": Role.VAGUE_TIME,
    "jargon": Role.JARGON,
    "harsh": Role.HARSH,
    "compared_with": Role.COMPARED,
    "outside_therapy": Role.OUTSIDE_THERAPY,
}
"""What a phrase of the lexicon does in a statement, by its tag."""


@attrs.frozen(eq=False)
class Lexicon:
    """The words and phrases of one language.

    Attributes:
        code: BCP 47 code of the language.
        phrases: Trie over normalised words.
    """

    code: str
    phrases: Trie = attrs.field(repr=False)


@cache
def load(code: str) -> Lexicon:
    """Read the lexicon of a language from the data of the package, which is not looked over again."""
    return _built(code, tomllib.loads(_source(code)))


def _source(code: str) -> str:
    return (resources.files("therapygoals.language") / "lexicon" / f"{code}.toml").read_text(encoding="utf-8")


@cache
def _tags(section: str) -> frozenset[str]:
    """The tags that English gives in any section of phrases; what is counted has its singular, so it is a noun."""
    english = _english()
    known = {tag for tagged in TAGGED for tag in english[tagged]} | TAG_ROLES.keys() | set(VERBS)
    return frozenset(known if section == "nouns" else known - set(COUNTED))


@cache
def _english() -> Mapping[str, Any]:
    return tomllib.loads(_source("en"))


def make(code: str, toml: str) -> Lexicon:
    """Make the lexicon of a language from its data.

    Args:
        code: BCP 47 code of the language.
        toml: The data; a section that is left out is empty.

    Raises:
        FieldTypeError: The code or the data is no str.
        FieldError: The code is blank, or the data no Unicode text.
        DocumentError: The data are wrong: a section, tag, unit or period is not known, a number is out of range, or a
            list of phrases is none. All faults are told at once, each with its path.
        tomllib.TOMLDecodeError: The data are no TOML.
    """
    check_text(code, "code")
    given = tomllib.loads(_unicode(toml))
    if wrong := [*faults(given, _tags)]:
        raise DocumentError(wrong)
    return _built(code, given)


def _unicode(toml: object) -> str:
    if not isinstance(toml, str):
        raise FieldTypeError("toml", "must be a str", type(toml).__name__)
    if not is_unicode(toml):
        raise FieldError("toml", NOT_UNICODE)
    return toml


def _built(code: str, given: Mapping[str, Any]) -> Lexicon:
    data: dict[str, Any] = {section: given.get(section, {}) for section in SECTIONS}
    trie: Trie = {}
    for phrase, tag, value in _entries(data):
        for written in _with_possessives(phrase):
            _place(trie, tokenise(written)[0])[intern(tag)] = intern(value) if type(value) is str else value
    _finish(trie, data["spelling"], {repr([]): NOTHING})
    return Lexicon(code, trie)


def _place(trie: Trie, words: list[str]) -> Marks:
    """The marks at the end of a phrase, made on the way where they are new."""
    marks: Marks = {}
    for word in map(intern, words):
        marks, trie, _ = trie.setdefault(word, ({}, {}, 0))
    return marks


def _finish(trie: Trie, spelling: Mapping[str, str], pool: dict[object, Marks]) -> None:
    """Complete the marks of each phrase, share equal ones, and let common slips lead to what is meant."""
    for word, (marks, below, _) in trie.items():
        _summarise(marks)
        _finish(below, spelling, pool)
        marks = pool.setdefault(repr(sorted(marks.items())), marks)
        trie[word] = marks, below or NOTHING, noted(marks)
    for slip, meant in spelling.items():
        if meant in trie and slip not in trie:
            trie[slip] = trie[meant]


def _summarise(marks: Marks) -> None:
    """Note on a phrase what it can start, the form of its verb, and its roles."""
    if forms := {form for tag in VERBS if (form := marks.get(tag)) in _FORMS}:
        marks["verb"] = min(forms, key=_FORMS.index)
    if "verb" in marks and ("graded" in marks or "state" in marks):
        marks["adjectival"] = True
    if not STARTERS.isdisjoint(marks):
        marks["starts"] = True
    if not DATED.isdisjoint(marks):
        marks["dated"] = True
    if roles := {role: tag for tag, role in reversed(TAG_ROLES.items()) if tag in marks}:
        marks["roles"] = tuple(roles.items())


def noted(marks: Marks) -> int:
    """What is looked for in every phrase, at once: 1 where a number, rate or time can start, 2 where it has roles."""
    return ("starts" in marks) + 2 * ("roles" in marks)


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every phrase with its tag and value; where two give the same tag, the later one stands."""
    yield from _numbers(data)
    periods = data["values"].get("per", {})
    for unit, written in data["units"].items():
        for short in (unit, *written):
            for form in (short, plural(short)):
                yield form, "unit", unit
                if unit in periods:
                    yield form, "per", unit
    for weekday, written in data["weekdays"].items():
        for name in written:
            yield name, "weekday", weekday
            yield f"{name}s", "weekday", weekday
            if f"{name}s" not in written:  # Thurs is one day
                yield f"{name}s", "weekdays", weekday
    for tag, groups in data["values"].items():
        for value, phrases in groups.items():
            for phrase in phrases:
                yield phrase, tag, value
                if tag in ("per", "moment"):
                    yield plural(phrase), tag, value
    for tag, phrases in data["words"].items():
        yield from ((phrase, tag, True) for phrase in phrases)
        if tag in ("habitual", "roadblock"):
            yield from ((phrase, "condition", True) for phrase in phrases if phrase.split(" ")[0] in _CLAUSAL)
    for tag, nouns in data["nouns"].items():
        for noun in nouns:
            for form in (plural(noun), noun):
                yield form, tag, noun if tag in COUNTED else True
    for tag, verbs in data["verbs"].items():
        for verb in verbs:
            yield from ((form, tag, kind) for form, kind in _conjugated(verb))
    for tag, adjectives in data["adjectives"].items():
        for adjective in adjectives:
            yield adjective, tag, True
            if tag == "graded":
                yield comparative(adjective), "better", True


_CLAUSAL = frozenset({"when", "whenever", "every", "each", "any", "as", "on", "upon"})
"""First words of a cue behind which a clause goes on: when I get home, on days when."""


def _numbers(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    numbers = data["numbers"]
    for section, tag in (
        ("numbers", "number"),
        ("multipliers", "multiplier"),
        ("occasions", "occasion_number"),
        ("ordinals", "ordinal"),
        ("months", "month"),
        ("holidays", "holiday"),
        ("shares", "share"),
    ):
        yield from ((word, tag, value) for word, value in data[section].items())
    for month, value in data["months"].items():
        yield f"mid-{month}", "month", value
        yield f"mid-{month}", "middle_of", True
    tens = [word for word, value in numbers.items() if value in range(20, 100, 10)]
    ones = [word for word, value in numbers.items() if value in range(1, 10) and word.isalpha()]
    for ten in tens:
        for one in ones:
            for joint in ("-", " "):
                yield f"{ten}{joint}{one}", "number", numbers[ten] + numbers[one]


def _with_possessives(phrase: str) -> list[str]:
    if "{my}" not in phrase:
        return [phrase]
    return [phrase.replace("{my}", word) for word in ("my", "our", "your", "his", "her", "their", "the")]


def plural(noun: str) -> str:
    """Write the plural of an English noun; its last word is inflected by rule."""
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def comparative(adjective: str) -> str:
    """Write the comparative of a short English adjective."""
    if adjective.endswith("e"):
        return adjective + "r"
    if adjective.endswith("y"):
        return adjective[:-1] + "ier"
    return (adjective + adjective[-1] if _doubles(adjective) else adjective) + "er"


def _doubles(word: str) -> bool:
    """Whether a short word doubles its last letter before an ending: stop, stopping."""
    return (
        3 <= len(word) <= 4
        and word[-1] not in "aeiouwxy"
        and word[-2] in "aeiou"
        and (word[-3] not in "aeiou" or word.startswith("qu"))
    )


def _conjugated(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of an English verb with their kind; the base form comes last and wins over a past alike."""
    verb, *irregular = verb.split("/")
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    yield from ((form, "past") for form in irregular)
    stem = head + head[-1] if _doubles(head) else head
    if head.endswith("e") and not head.endswith(("ee", "ye", "oe")) and head != "be":
        stem = head[:-1]
    if head.endswith("ie"):
        stem = head[:-2] + "y"
    if not irregular:
        past = head[:-1] + "ied" if head.endswith("y") and head[-2:-1] not in "aeiou" else stem + "ed"
        yield past + rest, "past"
    yield stem + "ing" + rest, "ing"
    if head != "be":
        yield plural(head) + rest, "s"
    yield head + rest, "base"
