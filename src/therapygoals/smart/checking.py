"""Checking a goal: words are read once, each rule looks at the reading, and the verdicts follow from the findings."""

from functools import cache

from therapygoals.errors import FieldTypeError
from therapygoals.goals import Goal
from therapygoals.language import Reading, read
from therapygoals.smart._criteria import MET_BY
from therapygoals.smart._fields import as_read, is_search, met_by_fields
from therapygoals.smart.report import SmartReport
from therapygoals.smart.rule import Criterion, Verdict, whole
from therapygoals.smart.rule_set import Found, RuleSet
from therapygoals.smart.rules import RULES

__all__ = ["check"]

_NOT_FOR_A_SEARCH = frozenset({Criterion.SPECIFIC, Criterion.MEASURABLE})
_MET_BY_WORDS = frozenset(MET_BY)
_DECIDING = {
    criterion: {rule for rule in RULES if rule.decides and rule.criterion is criterion} for criterion in MET_BY
}
"""For each criterion that words can meet, our rules that can make it unmet."""


def check(goal: str | Reading | Goal, *, rules: RuleSet = RULES) -> SmartReport:
    """Look at a goal through the five criteria of SMART.

    Any text has a report, vague ones too: findings are offers for a talk and block nothing. Nothing here looks for
    words of danger: ask `therapygoals.screen` first, and let a person look at what it misses. Whether a goal matters to
    the person, or lies within reach, cannot be read from words and stays not assessed. The typed fields of a goal win
    over its words: a target makes it measurable, the end of its time frame makes it time-bound, a rating of importance
    or values speak to relevant, a rating of confidence or difficulty and who is in control to achievable.

    Args:
        goal: A statement in English, what was read in one, or a goal.
        rules: The rules that look at it. Where one that could make a criterion unmet is left out, and the words do not
            meet the criterion, it is not assessed.

    Returns:
        Verdicts and findings, the most helpful question first. A text that holds no goal is not assessed.

    Raises:
        FieldTypeError: `goal` or `rules` is something else.
        FieldError: The text is blank or has more than 4,000 characters.
        UnknownNameError: The statement of a goal is in a language that cannot be read.
    """
    if not isinstance(rules, RuleSet):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("rules", "must be a RuleSet", type(rules).__name__)
    match goal:
        case str():
            return _check_words(read(goal), rules)
        case Reading():
            return _check_words(goal, rules)
        case Goal():
            return _check_fields(goal, rules)
        case _:
            raise FieldTypeError("goal", "must be a str, a Reading or a Goal", type(goal).__name__)


def _check_words(reading: Reading, rules: RuleSet) -> SmartReport:
    return _report(reading, rules.look(reading), _met_by_words(reading, rules))


def _check_fields(goal: Goal, rules: RuleSet) -> SmartReport:
    reading = read(goal.statement.text, language=goal.statement.language)
    typed = as_read(goal, reading)
    found = dict.fromkeys(rules.look_at_fields(goal), whole(reading)) | dict(rules.look(typed))
    met = _met_by_words(typed, rules) | met_by_fields(goal)
    left = _NOT_FOR_A_SEARCH if is_search(goal) else frozenset[Criterion]()
    kept = [(rule, found[rule]) for rule in rules if rule in found and rule.criterion not in left]
    return _report(reading, kept, met - left)


def _met_by_words(reading: Reading, rules: RuleSet) -> frozenset[Criterion]:
    """The criteria that are met unless a rule decides otherwise."""
    if reading.aim is None:
        return frozenset()
    if rules is RULES:
        return _MET_BY_WORDS
    return frozenset(
        criterion for criterion, by in MET_BY.items() if _DECIDING[criterion].issubset(rules) or by(reading)
    )


def _report(reading: Reading, found: list[Found], met: frozenset[Criterion]) -> SmartReport:
    """Draw up the report: a criterion is unmet when a rule decides so, else met if it can be, else not assessed."""
    unmet = frozenset([rule.criterion for rule, _ in found if rule.decides])
    specific, measurable, achievable, relevant, time_bound = _verdicts(met, unmet)
    return SmartReport(
        specific=specific,
        measurable=measurable,
        achievable=achievable,
        relevant=relevant,
        time_bound=time_bound,
        findings=tuple([rule.finding(place) for rule, place in found]),
        reading=reading,
    )


@cache
def _verdicts(met: frozenset[Criterion], unmet: frozenset[Criterion | None]) -> tuple[Verdict, ...]:
    """The five verdicts, in the order of the letters; kept, for there are few."""
    verdicts = dict.fromkeys(met, Verdict.MET) | dict.fromkeys(unmet, Verdict.UNMET)
    return tuple(verdicts.get(one, Verdict.NOT_ASSESSED) for one in Criterion)
