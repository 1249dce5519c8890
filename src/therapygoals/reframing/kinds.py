"""The closed sets of words that a catalogue is written with; each value is the word in the document."""

from __future__ import annotations

from enum import StrEnum, unique

__all__ = ["Aggregate", "Comparator", "Measure", "PromptKind", "Window"]


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
