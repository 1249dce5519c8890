"""What reading a statement finds: a `Reading` with its phrases, each with its role, place and rule."""

from __future__ import annotations

from datetime import date
from enum import StrEnum, unique
from operator import attrgetter

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Aim, Amount, Deadline, Direction, Frequency, Horizon, Kind
from therapygoals.goals._checks import check_day
from therapygoals.goals._words import setters, short_repr

__all__ = ["Phrase", "Reading", "Role"]


@unique
class Role(StrEnum):
    """What a phrase does in its statement."""

    # What the goal measures, and when
    TARGET = "target"
    BASELINE = "baseline"
    CHANGE = "change"
    FREQUENCY = "frequency"
    DURATION = "duration"
    DEADLINE = "deadline"
    # How, where, with whom, why
    MEANS = "means"
    """How: by journaling, using a breathing app; from the cue to the next stop, time or cue."""
    CONDITION = "condition"
    """When or where: when I feel lonely, after work, at home. A situation in a set phrase is marked as both."""
    SUPPORT = "support"
    """With whom: with my dad beside me."""
    REASON = "reason"
    """Why: so that, because."""
    CUE = "cue"
    """The words that open a means: by, by using, with the help of."""
    INSTRUMENT = "instrument"
    """The short name of a questionnaire: PHQ-9."""
    BACKGROUND = "background"
    """What is told around the wish: no part of the goal, though it may say where things stand today."""
    DISTRACTOR = "distractor"
    """A number or time that is not part of the goal's measure: an age, a house number, a past period."""
    # What the goal is about
    WISH = "wish"
    """Words that make it a goal: I want to, my goal is, client will."""
    ACT = "act"
    """Something that a person does: walk, call, write down."""
    MENTAL_VERB = "mental_verb"
    """A verb on a general thing that cannot be seen: work on, deal with, improve, handle."""
    EVENT = "event"
    """A countable event or symptom: panic attack, nightmare, drink."""
    MEASURE = "measure"
    """A named score or rating: PHQ-9 score, self-rated mood."""
    STATE = "state"
    """A feeling, state or trait: happy, calm, confidence."""
    SITUATION = "situation"
    """A named place or moment in a set phrase: at work, in meetings, before bed."""
    DISCOVERY = "discovery"
    """Find out, understand, explore."""
    STOP = "stop"
    """Stop, quit, no longer, get rid of."""
    # What a careful reader notices
    NEGATION = "negation"
    """Not, no, never; anywhere in the text."""
    ABSOLUTE = "absolute"
    """Always, all the time, completely."""
    RELATIVE = "relative"
    """A comparative or a verb of change, with or without an amount: more, less, better, improve, reduce."""
    HEDGE = "hedge"
    """Try, maybe, hopefully, a bit."""
    IMPOSED = "imposed"
    """Wanted by somebody else: my wife wants me to, I was told to."""
    SHOULD = "should"
    """Should, ought to, have to."""
    QUESTION = "question"
    """A question mark."""
    OUTSIDE = "outside"
    """Success lies with other people, chance or an institution."""
    EXTREME = "extreme"
    """A feeling for ever or never again, or an amount beyond what a person can do."""
    CONTRADICTION = "contradiction"
    """A target that lies on the wrong side of its start."""
    OUT_OF_RANGE = "out_of_range"
    """A score above its scale."""
    SECOND_GOAL = "second_goal"
    """The first word of a further goal: behind a second wish, or in a list of three."""
    ONE_OFF = "one_off"
    """A single act that has happened or not: send the application."""
    ABSTINENCE = "abstinence"
    """Complete abstinence from a countable act: quit smoking."""
    STREAK = "streak"
    """A run without a miss: in a row, consecutive, a whole week without."""
    LENGTH = "length"
    """The wish is about how long something lasts: longer, the time between."""
    ROADBLOCK = "roadblock"
    """What the goal is to hold in spite of: even when, even if."""
    TRANSFORMATION = "transformation"
    """Change of a whole life, career or relationship."""
    SECOND_MEASURE = "second_measure"
    """A number that measures something else than the target does."""
    VAGUE_TIME = "vague_time"
    """Soon, someday, as soon as possible."""
    JARGON = "jargon"
    """A word that therapists use: affect regulation, maladaptive."""
    HARSH = "harsh"
    """A hard word about oneself: pathetic, lazy, a failure."""
    COMPARED = "compared"
    """Other people as the measure: like everyone else, normal."""
    OUTSIDE_THERAPY = "outside_therapy"
    """A matter of money, law, health care or housing: visa, mortgage, roof."""


@short_repr
@attrs.frozen
class Phrase:
    """A stretch of the statement with what it does there.

    Attributes:
        role: What the phrase does.
        start: Offset of its first code point.
        end: Offset behind its last code point.
        rule: Id of the grammar rule or lexicon entry that found it.

    Raises:
        FieldError: It starts before the text, or behind its own end.
    """

    role: Role
    start: int
    end: int = attrs.field(kw_only=True)
    rule: str = attrs.field(kw_only=True)

    def __init__(self, role: Role, start: int, *, end: int, rule: str) -> None:
        if not 0 <= start <= end:
            raise FieldError("Phrase.start", f"must lie between 0 and the end ({end})", start)
        _set_role(self, role)
        _set_start(self, start)
        _set_end(self, end)
        _set_rule(self, rule)

    @property
    def span(self) -> tuple[int, int]:
        """Both offsets, half open, in code points."""
        return self.start, self.end

    def touches(self, other: Phrase) -> bool:
        """Whether two phrases overlap, or stand side by side with one space between them at most."""
        return self.start <= other.end + 1 and other.start <= self.end + 1


_set_role, _set_start, _set_end, _set_rule = setters(Phrase)
_END, _ROLE = attrgetter("end"), attrgetter("role")


@short_repr
@attrs.frozen(kw_only=True)
class Reading:
    """What was said in a statement, and where.

    Attributes:
        text: The statement as it was given.
        language: BCP 47 code of the lexicon that read it.
        aim: What is wanted to happen; None when the text holds no goal.
        kinds: Process, outcome, both (mixed), or empty when the text holds no goal.
        horizon: From a stated time frame only; None when none is stated. A day of the calendar counts from the day that
            the reader was given, else from the first of January of its year; `horizon_on` tells it for another day.
        direction: Follows from the aim; None when the text holds no goal.
        frequency: How often, when the goal is met.
        target: How much, when the goal is met.
        baseline: How much it is now.
        change: Amount of change ("by half" is 50 percent); negative when it goes down.
        duration: Length of one occasion.
        deadline: End point or bounded stretch.
        phrases: Everything found, in the order of the text.
        roles: The roles of all phrases.
    """

    text: str = attrs.field(repr=False)
    language: str = "en"
    aim: Aim | None = None
    kinds: frozenset[Kind] = frozenset()
    horizon: Horizon | None = None
    direction: Direction | None = None
    frequency: Frequency | None = None
    target: Amount | None = None
    baseline: Amount | None = None
    change: Amount | None = None
    duration: Amount | None = None
    deadline: Deadline | None = None
    phrases: tuple[Phrase, ...] = ()
    roles: frozenset[Role] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.phrases and max(map(_END, self.phrases)) > len(self.text):
            raise FieldError("Reading.phrases", f"must lie inside the text ({len(self.text)} characters)")
        object.__setattr__(self, "roles", frozenset(map(_ROLE, self.phrases)))

    @property
    def is_goal(self) -> bool:
        """Whether the text holds a goal at all."""
        return self.aim is not None

    def horizon_on(self, day: date) -> Horizon | None:
        """How far off the stated end is, seen from a day; None when no end is stated, or it has no date.

        Args:
            day: The day on which the words were said.

        Raises:
            FieldTypeError: It is no day.
        """
        check_day(day, "day")
        if self.deadline is None or self.deadline.day is None:
            return self.horizon
        return self.deadline.horizon(day)

    def all(self, *roles: Role) -> tuple[Phrase, ...]:
        """The phrases of the given roles, in the order of the text."""
        if self.roles.isdisjoint(roles):
            return ()
        return tuple([phrase for phrase in self.phrases if phrase.role in roles])

    def has(self, *roles: Role) -> bool:
        """Whether any phrase has one of the roles."""
        return not self.roles.isdisjoint(roles)

    def words(self, phrase: Phrase) -> str:
        """The words of a phrase, as they stand in the statement."""
        return self.text[phrase.start : phrase.end]

    def explain(self) -> str:
        """List every phrase with its place, its words, its role and the rule that found it, one a line and aligned.

        Returns:
            Plain text without a line break at its end; empty when nothing was found. A line break within a phrase is
            shown as a blank.
        """
        rows = [
            (f"{phrase.start}-{phrase.end}", " ".join(self.words(phrase).split()), str(phrase.role), phrase.rule)
            for phrase in self.phrases
        ]
        if not rows:
            return ""
        places, words, roles = (max(len(row[column]) for row in rows) for column in (0, 1, 2))
        return "\n".join(
            f"{place:>{places}}  {said:{words}}  {role:{roles}}  {rule}" for place, said, role, rule in rows
        )
