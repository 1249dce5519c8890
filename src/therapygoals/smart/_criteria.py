"""Which words make a goal specific, measurable or time-bound, by sections 5 to 7 of the guideline.

Each function gives the phrases that do it, in the order of the text; none means that the criterion is unmet.
"""

from __future__ import annotations

from therapygoals.goals import Aim
from therapygoals.language import Phrase, Reading, Role

__all__ = ["measured_by", "specified_by", "timed_by"]

_MEASURES = (Role.TARGET, Role.CHANGE, Role.FREQUENCY, Role.DURATION, Role.ONE_OFF, Role.ABSTINENCE)
_CONCRETE = (Role.ACT, Role.EVENT, Role.MEASURE, Role.INSTRUMENT, Role.ONE_OFF, Role.ABSTINENCE)


def specified_by(reading: Reading) -> tuple[Phrase, ...]:
    """A concrete act, something countable, or a state tied to a named situation.

    What a discovery looks for is bounded when it is concrete or tied to a situation.
    """
    if concrete := reading.all(*_CONCRETE):
        return concrete
    if reading.aim is Aim.DISCOVER or reading.has(Role.STATE):
        return reading.all(Role.SITUATION)
    return ()


def measured_by(reading: Reading) -> tuple[Phrase, ...]:
    """A number, a rate, a duration or a schedule; a single act that happens or not; complete abstinence from an act."""
    return reading.all(*_MEASURES)


def timed_by(reading: Reading) -> tuple[Phrase, ...]:
    """An end point or a bounded stretch."""
    return reading.all(Role.DEADLINE)
