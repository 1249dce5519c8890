"""Checking a goal: words are read once, each rule looks at the reading, and the verdicts follow from the findings."""

from therapygoals.errors import FieldTypeError
from therapygoals.goals import Goal
from therapygoals.language import Reading, read
from therapygoals.smart._fields import as_read, is_search, met_by_fields
from therapygoals.smart.report import SmartReport
from therapygoals.smart.rule import Criterion, Place, Rule, Verdict, whole
from therapygoals.smart.rules import RULES

__all__ = ["ASK_ORDER", "check"]

ASK_ORDER = (
    "not-a-goal",
    # Numbers that cannot be meant so
    "out-of-range",
    "contradictory",
    # Whose wish it is
    "imposed",
    "should-language",
    "low-importance",
    # Whether it lies within reach
    "outside-control",
    "extreme-target",
    "absolute-terms",
    "big-change-soon",
    "low-confidence",
    # Which goal is meant, and where it leads
    "multiple-goals",
    "negative-framing",
    # What it looks like
    "no-situation",
    "open-search",
    "still-general",
    "vague-wish",
    # How much, and from where
    "no-measure",
    "relative-term",
    "no-baseline",
    # By when
    "no-deadline",
    # The wording
    "hedged",
    "question",
)
"""Names of the rules, the one whose question helps most first."""

_Found = tuple[Rule, Place]

_RULES = tuple(sorted(RULES, key=lambda rule: ASK_ORDER.index(rule.name)))
_NOT_A_GOAL, *_GOAL_RULES = _RULES
_WORD_RULES = tuple(rule for rule in _GOAL_RULES if rule.roles or rule.find)
_FIELD_RULES = tuple((rule, rule.stated) for rule in _GOAL_RULES if rule.stated is not None)
_NOT_FOR_A_SEARCH = frozenset({Criterion.SPECIFIC, Criterion.MEASURABLE})
_WORDS_CAN_MEET = frozenset({Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.TIME_BOUND})


def check(goal: str | Reading | Goal) -> SmartReport:
    """Look at a goal through the five criteria of SMART.

    Any text has a report, vague ones too: findings are offers for a talk and block nothing. Whether a goal matters to
    the person, or lies within reach, cannot be read from words and stays not assessed. The typed fields of a goal win
    over its words: a target makes it measurable, the end of its time frame makes it time-bound, a rating of importance
    or values speak to relevant, a rating of confidence or difficulty and who is in control to achievable.

    Args:
        goal: A statement in English, what was read in one, or a goal.

    Returns:
        Verdicts and findings, the most helpful question first. A text that holds no goal is not assessed.

    Raises:
        FieldTypeError: `goal` is something else.
        FieldError: The text is blank or has more than 4,000 characters.
        UnknownNameError: The statement of a goal is in a language that cannot be read.
    """
    match goal:
        case str():
            return _check_words(read(goal))
        case Reading():
            return _check_words(goal)
        case Goal():
            return _check_fields(goal)
        case _:
            raise FieldTypeError("goal", "must be a str, a Reading or a Goal", type(goal).__name__)


def _check_words(reading: Reading) -> SmartReport:
    return _report(reading, _look(reading), _met_by_words(reading))


def _check_fields(goal: Goal) -> SmartReport:
    reading = read(goal.statement.text, language=goal.statement.language)
    typed = as_read(goal, reading)
    found = {rule: whole(reading) for rule, speaks_up in _FIELD_RULES if speaks_up(goal)} | dict(_look(typed))
    met = _met_by_words(typed) | met_by_fields(goal)
    left = _NOT_FOR_A_SEARCH if is_search(goal) else frozenset[Criterion]()
    kept = [(rule, found[rule]) for rule in _RULES if rule in found and rule.criterion not in left]
    return _report(reading, kept, met - left)


def _met_by_words(reading: Reading) -> frozenset[Criterion]:
    return _WORDS_CAN_MEET if reading.is_goal else frozenset()


def _look(reading: Reading) -> list[_Found]:
    """Ask every rule that the reading could concern, in the order of help."""
    if not reading.is_goal:
        return [(_NOT_A_GOAL, whole(reading))]
    present = {phrase.role for phrase in reading.phrases}
    found: list[_Found] = []
    for rule in _WORD_RULES:
        if (rule.roles and present.isdisjoint(rule.roles)) or not present.isdisjoint(rule.unless):
            continue
        if (place := rule.place(reading)) is not None:
            found.append((rule, place))
    return found


def _report(reading: Reading, found: list[_Found], met: frozenset[Criterion]) -> SmartReport:
    """Draw up the report: a criterion is unmet when a rule decides so, else met if it can be, else not assessed."""
    unmet = {rule.criterion for rule, _ in found if rule.decides}

    def verdict(criterion: Criterion) -> Verdict:
        if criterion in unmet:
            return Verdict.UNMET
        return Verdict.MET if criterion in met else Verdict.NOT_ASSESSED

    return SmartReport(
        specific=verdict(Criterion.SPECIFIC),
        measurable=verdict(Criterion.MEASURABLE),
        achievable=verdict(Criterion.ACHIEVABLE),
        relevant=verdict(Criterion.RELEVANT),
        time_bound=verdict(Criterion.TIME_BOUND),
        findings=tuple(rule.finding(place) for rule, place in found),
        reading=reading,
    )
