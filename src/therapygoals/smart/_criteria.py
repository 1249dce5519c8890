"""Which words make a goal specific, measurable or time-bound, by sections 5 to 7 of the guideline.

Each function gives the phrases that do it, in the order of the text; none means that the criterion is unmet.
"""

from therapygoals.goals import Aim
from therapygoals.language import Phrase, Reading, Role
from therapygoals.smart.rule import Criterion, first

__all__ = ["MEASURES", "MET_BY", "measured_by", "specified_by", "timed_by"]

MEASURES = (Role.TARGET, Role.CHANGE, Role.FREQUENCY, Role.DURATION, Role.STREAK, Role.ONE_OFF, Role.ABSTINENCE)
"""A number, rate, duration, run or schedule; a single act that happens or not; complete abstinence from an act."""
_COUNTABLE = (Role.EVENT, Role.MEASURE, Role.INSTRUMENT, Role.ONE_OFF, Role.ABSTINENCE)
_DONE = (Role.ACT, Role.OUTSIDE)
_TIED = (Role.SITUATION, Role.CONDITION)
_SPECIFYING = frozenset(
    {*_COUNTABLE, *_DONE, *_TIED, Role.TARGET, Role.CHANGE, Role.DISTRACTOR, Role.FREQUENCY, Role.DURATION}
)
"""Without any of these nothing makes a goal specific."""
_SELF = "self"
"""Rule of a phrase for oneself or therapy at large: who I am, what I want."""
_BETTER, _HAPPENING = "better", "inner"
"""Rules of phrases: a comparative of quality; a verb for what happens to a person, such as to cry."""
_COUNTED, _CLOCK = "count", "clock"
"""Rules of phrases: so many of something in a period; a time of day."""
_THING = "thing"
"""Rule of a phrase that names a thing, such as a drink or money."""
_NOT_CONCRETE = frozenset({"learn", "outside_feeling", "agent"})
"""Rules of phrases: to learn; what others are to feel; who they are."""
_STRETCHES = frozenset(
    {"day", "night", "morning", "afternoon", "evening", "weekend", "week", "month", "time", "moment", "%"}
)
"""Units that tell how many good times there are, and not what is done in them."""


def specified_by(reading: Reading) -> tuple[Phrase, ...]:
    """Something countable, a concrete act or event, or a state or search tied to a named situation."""
    if reading.roles.isdisjoint(_SPECIFYING):
        return ()  # as most vague wishes are
    search = reading.aim is Aim.DISCOVER
    if search and any(phrase.rule == _SELF for phrase in reading.all(Role.STATE)):
        return ()
    if concrete := _countable(reading) or _concrete_acts(reading) or _concrete_amounts(reading):
        return concrete
    if search:
        return reading.all(Role.ACT, *_TIED)
    tied = tuple([phrase for phrase in reading.all(*_TIED) if not _is_single_event(reading, phrase)])
    felt = reading.has(Role.STATE) or any(phrase.rule == _BETTER for phrase in reading.all(Role.RELATIVE))
    return tied if felt else ()


def _is_single_event(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase tells of something that came once (after the divorce), so of no situation that comes again."""
    if phrase.role is not Role.CONDITION:
        return False
    words = reading.words(phrase).casefold()
    return words.startswith("if ") or (words.startswith("after the ") and not words.endswith("s"))


def _countable(reading: Reading) -> tuple[Phrase, ...]:
    """What can be counted; a thing behind a state or a general verb is what that is about (calmer about money)."""
    found = reading.all(*_COUNTABLE)
    if not found or all(phrase.rule != _THING for phrase in found):
        return found
    general = first(reading, Role.STATE, Role.MENTAL_VERB)
    return tuple(one for one in found if one.rule != _THING or general is None or one.start <= general[0])


def _concrete_acts(reading: Reading) -> tuple[Phrase, ...]:
    """The acts and events of the main wish.

    Acts behind a state or a general verb belong to something else ("be at peace with moving"). Learning is concrete by
    what is learnt, and an act that is only to be done better is not.
    """
    if not reading.has(*_DONE) or any(phrase.rule == _BETTER for phrase in reading.all(Role.RELATIVE)):
        return ()
    general = first(reading, Role.STATE, Role.MENTAL_VERB)
    acts = [phrase for phrase in reading.all(*_DONE) if phrase.rule not in _NOT_CONCRETE]
    return tuple([act for act in acts if general is None or act.start <= general[0]])


def _concrete_amounts(reading: Reading) -> tuple[Phrase, ...]:
    """A way from one number to another, an amount of a thing, how long something is done, how often it happens."""
    if reading.target is not None and (reading.baseline is not None or reading.target.unit not in _STRETCHES):
        return reading.all(Role.TARGET)
    if reading.change is not None and reading.change.unit not in (None, "percent", *_STRETCHES):
        return reading.all(Role.CHANGE)
    if clocks := tuple([phrase for phrase in reading.all(Role.DISTRACTOR) if phrase.rule == _CLOCK]):
        return clocks
    states = reading.all(Role.STATE)
    if not states:
        counted = () if reading.has(Role.MENTAL_VERB) else reading.all(Role.FREQUENCY)
        return reading.all(Role.DURATION) or tuple(phrase for phrase in counted if phrase.rule == _COUNTED)
    rates = reading.all(Role.FREQUENCY)
    if rates and reading.duration is not None and reading.duration.unit in ("hour", "minute"):
        return reading.all(Role.DURATION)  # six hours' sleep, four nights a week
    return rates if rates and all(phrase.rule == _HAPPENING for phrase in states) else ()


def measured_by(reading: Reading) -> tuple[Phrase, ...]:
    """Whatever lets a reader say met or not met."""
    return reading.all(*MEASURES)


def timed_by(reading: Reading) -> tuple[Phrase, ...]:
    """An end point or a bounded stretch."""
    return reading.all(Role.DEADLINE)


MET_BY = {Criterion.SPECIFIC: specified_by, Criterion.MEASURABLE: measured_by, Criterion.TIME_BOUND: timed_by}
"""For each criterion that words can meet, the phrases that do."""
