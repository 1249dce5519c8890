"""The closed sets of words that a goal is described with.

Each is a `StrEnum`: the value is the word that stands in JSON, and a plain string with the same letters is equal to it.
"""

from __future__ import annotations

from enum import StrEnum, unique

__all__ = [
    "Aim",
    "Approach",
    "BernDomain",
    "Concern",
    "Control",
    "Direction",
    "Framing",
    "Horizon",
    "Kind",
    "LifeArea",
    "Moment",
    "Pace",
    "Period",
    "Weekday",
]


@unique
class Kind(StrEnum):
    """Whether a goal is about what a person does or about what changes."""

    PROCESS = "process"
    """What the person does: acts, practice, attendance, exploring."""
    OUTCOME = "outcome"
    """What changes: a state, a symptom, a score, an event."""


@unique
class Horizon(StrEnum):
    """How far off the end is, from a stated time frame only."""

    SHORT_TERM = "short_term"
    """Up to 92 days, 13 weeks or 12 therapy sessions."""
    LONG_TERM = "long_term"
    """Longer than that, or for life."""


@unique
class Aim(StrEnum):
    """What a statement wants to happen."""

    ACHIEVE = "achieve"
    INCREASE = "increase"
    REDUCE = "reduce"
    MAINTAIN = "maintain"
    AVOID = "avoid"
    DISCOVER = "discover"
    PRACTISE = "practise"

    @property
    def direction(self) -> Direction:
        """The direction that follows from the aim."""
        return _DIRECTION_OF[self]


@unique
class Direction(StrEnum):
    """Which way a number has to move; stated, never guessed from the numbers."""

    INCREASE = "increase"
    """Higher is better: met at or above the goal."""
    DECREASE = "decrease"
    """Lower is better: met at or below the goal."""
    MAINTAIN = "maintain"
    """Inside a band is better: met between its two ends."""
    ACHIEVE = "achieve"
    """There is no number to move; it happens or it does not."""


_DIRECTION_OF = {
    Aim.ACHIEVE: Direction.ACHIEVE,
    Aim.INCREASE: Direction.INCREASE,
    Aim.REDUCE: Direction.DECREASE,
    Aim.MAINTAIN: Direction.MAINTAIN,
    Aim.AVOID: Direction.DECREASE,
    Aim.DISCOVER: Direction.ACHIEVE,
    Aim.PRACTISE: Direction.ACHIEVE,
}


@unique
class Framing(StrEnum):
    """Whether a goal says where to go or what to get away from; advice at most, never an error."""

    APPROACH = "approach"
    AVOIDANCE = "avoidance"
    MIXED = "mixed"


@unique
class Control(StrEnum):
    """Who decides whether the goal is met."""

    SELF = "self"
    SHARED = "shared"
    OTHERS = "others"
    CHANCE = "chance"


@unique
class Period(StrEnum):
    """A stretch of time that things are counted in; therapy sessions and meetings count occasions instead of days."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKDAY = "weekday"
    """A working day, Monday to Friday."""
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SESSION = "session"
    """A therapy session."""
    MEETING = "meeting"
    """Any other recurring occasion, such as a class or a team meeting."""


@unique
class Weekday(StrEnum):
    """A day of the week; the value is its two-letter iCalendar code, Monday first."""

    MONDAY = "MO"
    TUESDAY = "TU"
    WEDNESDAY = "WE"
    THURSDAY = "TH"
    FRIDAY = "FR"
    SATURDAY = "SA"
    SUNDAY = "SU"


@unique
class Moment(StrEnum):
    """A time of the day that a behaviour is tied to."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    BEDTIME = "bedtime"
    MEAL = "meal"


@unique
class Pace(StrEnum):
    """How fast a person wants to go; a wish, not a measure."""

    GENTLE = "gentle"
    STEADY = "steady"
    AMBITIOUS = "ambitious"


@unique
class Approach(StrEnum):
    """The school of therapy that a strategy belongs to."""

    CBT = "cbt"
    """Cognitive behavioural therapy."""
    SOLUTION_FOCUSED = "solution_focused"
    PSYCHODYNAMIC = "psychodynamic"
    ACT = "act"
    """Acceptance and commitment therapy."""
    OTHER = "other"


@unique
class BernDomain(StrEnum):
    """The five families of the Bern Inventory of Treatment Goals (Grosse Holtforth and Grawe, 2002)."""

    PROBLEMS = "problems"
    """P: problems and symptoms."""
    INTERPERSONAL = "interpersonal"
    """I: relations with others."""
    WELLBEING = "wellbeing"
    """W: well-being and functioning."""
    EXISTENTIAL = "existential"
    """E: meaning, past and future."""
    GROWTH = "growth"
    """G: personal growth."""


@unique
class LifeArea(StrEnum):
    """Where in life a goal has its place."""

    WORK = "work"
    CAREER = "career"
    STUDY = "study"
    PARTNERSHIP = "partnership"
    FAMILY = "family"
    PARENTING = "parenting"
    FRIENDSHIP = "friendship"
    COMMUNITY = "community"
    HOME = "home"
    MONEY = "money"
    HEALTH = "health"
    FITNESS = "fitness"
    SLEEP = "sleep"
    LEISURE = "leisure"
    FAITH = "faith"
    SELF = "self"
    THERAPY = "therapy"


@unique
class Concern(StrEnum):
    """What brings a person to therapy, in everyday words; a topic, never a diagnosis."""

    STRESS = "stress"
    WORK_STRESS = "work_stress"
    ANXIETY = "anxiety"
    SOCIAL_ANXIETY = "social_anxiety"
    PANIC = "panic"
    BURNOUT = "burnout"
    LOW_MOOD = "low_mood"
    LOW_SELF_ESTEEM = "low_self_esteem"
    ANGER = "anger"
    GRIEF = "grief"
    TRAUMA = "trauma"
    LONELINESS = "loneliness"
    RELATIONSHIP = "relationship"
    OVERWHELM = "overwhelm"
    SLEEP = "sleep"
    INTRUSIVE_THOUGHTS = "intrusive_thoughts"
    HABIT = "habit"
    AFTER_BIRTH = "after_birth"
    PAIN = "pain"
    LIFE_CHANGE = "life_change"
    OTHER = "other"
