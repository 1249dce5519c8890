"""The closed sets of words that a catalogue is written with; each value is the word in the document."""

from __future__ import annotations

from enum import StrEnum, unique

__all__ = ["Aggregate", "Comparator", "Measure", "Part", "PromptKind", "Shrink", "StopReason", "Window"]


@unique
class PromptKind(StrEnum):
    """What a question asks for."""

    MIRACLE = "miracle"
    SCALING = "scaling"
    EXCEPTION = "exception"
    COPING = "coping"
    DIFFERENCE = "difference"
    NOTICING = "noticing"
    VALUES = "values"
    IDEAL_YEAR = "ideal_year"
    HARD_EASY = "hard_easy"
    CONTROL = "control"
    IMPORTANCE = "importance"
    CONFIDENCE = "confidence"
    FIRST_STEP = "first_step"


@unique
class Part(StrEnum):
    """What a question is there for: a part of a dialogue about a wish, or a stage of an interview."""

    READING = "reading"
    """Which reading of the wish is meant; the only question that comes with a choice."""
    EXCEPTION = "exception"
    """When it was better, or what is hard and easy."""
    CONTRAST = "contrast"
    """What is hard and what is easy, where no reading was chosen."""
    SIGN = "sign"
    """What would be different: what the outcome goal is made of, unless it tells what somebody else would do."""
    STANDING = "standing"
    """Where it stands today, from 0 to 10: the baseline."""
    OWN_PART = "own_part"
    """The person's own part: where others or luck decide, and in an interview."""
    STEP = "step"
    """A step of one's own: what the process goal is made of."""
    SIZE = "size"
    """A smaller step, where what was said is a lot at once; five minutes' worth, where no step came to mind."""
    IMPORTANCE = "importance"
    """How much it matters, from 0 to 10."""
    CONFIDENCE = "confidence"
    """How sure the person is of the step, from 0 to 10."""
    SMALLER = "smaller"
    """A smaller step, where the person is not sure, or says that it is too much."""
    STRESSORS = "stressors"
    """First stage of an interview: what brings the person here, and what weighs on them."""
    AREAS = "areas"
    """Second stage: what goes well, and what is hard."""
    VISION = "vision"
    """Third stage: life a year from now, the way they would love it to be."""
    STEPPING_STONES = "stepping_stones"
    """Fourth stage: what could be true on the way there, about three months from now. The fifth is the own part."""


@unique
class Shrink(StrEnum):
    """Ways to make a step smaller."""

    SMALLER = "smaller"
    SHORTER = "shorter"
    FEWER = "fewer"
    ONE = "one"
    SOONER = "sooner"
    SUPPORTED = "supported"
    IF_THEN = "if_then"


@unique
class StopReason(StrEnum):
    """Why a dialogue has ended; none of them is a failure."""

    ENOUGH = "enough"
    """All was asked, and there are a sign and a step."""
    BUDGET = "budget"
    """Eight questions were asked, or none is left."""
    DECLINED = "declined"
    """The person said stop, parked it, or skipped two questions in a row."""
    NOT_NOW = "not_now"
    """The therapist parked it."""
    BURDEN = "burden"
    """The person said that it is too much."""
    REPEAT = "repeat"
    """Two answers in a row added nothing new."""
    CONCERN = "concern"
    """The safety screen has a concern: there is no dialogue any more, only a `ReframeStopped`."""


@unique
class Measure(StrEnum):
    """What kind of number an indicator gives."""

    COUNT = "count"
    DAYS = "days"
    MINUTES = "minutes"
    """Any stretch of time; the unit tells which."""
    RATING = "rating"
    """0 to 10."""
    SCORE = "score"
    """A named questionnaire; its items are not held here."""


@unique
class Window(StrEnum):
    """How often an indicator is noted, or over what a goal is judged."""

    DAY = "day"
    NIGHT = "night"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SESSION = "session"
    """Each therapy session."""
    EVENT = "event"
    """Each time it happens."""
    ONCE = "once"
    """By the end."""


@unique
class Aggregate(StrEnum):
    """How the entries of one window are put together."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"


@unique
class Comparator(StrEnum):
    """Which side of the target is met; the target itself is met too."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
