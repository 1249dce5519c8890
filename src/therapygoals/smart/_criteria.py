"""Which words make a goal specific, measurable or time-bound, by sections 5 to 7 of the guideline.

Each function gives the phrases that do it, in the order of the text; none means that the criterion is unmet.
"""

from therapygoals.goals import Aim
from therapygoals.language import Phrase, Reading, Role
from therapygoals.smart.rule import first

__all__ = ["MEASURES", "measured_by", "specified_by", "timed_by"]

MEASURES = (Role.TARGET, Role.CHANGE, Role.FREQUENCY, Role.DURATION, Role.STREAK, Role.ONE_OFF, Role.ABSTINENCE)
"""A number, rate, duration, run or schedule; a single act that happens or not; complete abstinence from an act."""
_COUNTABLE = (Role.EVENT, Role.MEASURE, Role.INSTRUMENT, Role.ONE_OFF, Role.ABSTINENCE)
_TIED = (Role.SITUATION, Role.CONDITION)
_BETTER, _LEARNING, _HAPPENING = "better", "learn", "inner"
"""Rules of phrases: a comparative of quality; to learn; a verb for what happens to a person, such as to cry."""
_STRETCHES = frozenset(
    {"day", "night", "morning", "afternoon", "evening", "weekend", "week", "month", "time", "moment"}
)
"""Units that tell how many good times there are, and not what is done in them."""


def specified_by(reading: Reading) -> tuple[Phrase, ...]:
    """Something countable, a concrete act or event, or a state or search tied to a named situation."""
    if concrete := reading.all(*_COUNTABLE) or _concrete_acts(reading) or _concrete_amounts(reading):
        return concrete
    if reading.aim is Aim.DISCOVER:
        return reading.all(Role.ACT, *_TIED)
    return reading.all(*_TIED) if reading.has(Role.STATE) else ()


def _concrete_acts(reading: Reading) -> tuple[Phrase, ...]:
    """The acts and events of the main wish.

    Acts behind a state or a general verb belong to something else ("be at peace with moving"). Learning is concrete by
    what is learnt, and an act that is only to be done better is not.
    """
    if any(phrase.rule == _BETTER for phrase in reading.all(Role.RELATIVE)):
        return ()
    general = first(reading, Role.STATE, Role.MENTAL_VERB)
    acts = (phrase for phrase in reading.all(Role.ACT, Role.OUTSIDE) if phrase.rule != _LEARNING)
    return tuple(act for act in acts if general is None or act.start <= general[0])


def _concrete_amounts(reading: Reading) -> tuple[Phrase, ...]:
    """A way from one number to another, an amount of a thing, how long something is done, how often it happens."""
    if reading.target is not None and (reading.baseline is not None or reading.target.unit not in _STRETCHES):
        return reading.all(Role.TARGET)
    if reading.change is not None and reading.change.unit not in (None, "percent", *_STRETCHES):
        return reading.all(Role.CHANGE)
    states = reading.all(Role.STATE)
    if not states:
        return reading.all(Role.DURATION)
    happens = all(phrase.rule == _HAPPENING for phrase in states)
    return reading.all(Role.FREQUENCY) if happens else ()


def measured_by(reading: Reading) -> tuple[Phrase, ...]:
    """Whatever lets a reader say met or not met."""
    return reading.all(*MEASURES)


def timed_by(reading: Reading) -> tuple[Phrase, ...]:
    """An end point or a bounded stretch."""
    return reading.all(Role.DEADLINE)
