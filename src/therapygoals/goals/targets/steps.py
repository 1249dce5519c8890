"""Targets that happen: milestones, runs, single events, finding out, and what only judgement can tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

import attrs

from therapygoals.goals import _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.kinds import Direction, Period
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation
from therapygoals.goals.periods import COUNTED_IN, count_by_period
from therapygoals.goals.targets._base import BaseTarget, check_whole, total

__all__ = ["ExplorationTarget", "MilestoneTarget", "Step", "StreakTarget", "TextTarget", "YesNoTarget"]


@short_repr
@attrs.frozen
class Step:
    """One step of a milestone; baby steps are steps.

    Attributes:
        text: What it is.
        done_on: The day it was done, or None while it is open.
    """

    text: str = attrs.field(validator=_checks.text())
    done_on: date | None = attrs.field(default=None, validator=_checks.optional(_checks.day))


@short_repr
@attrs.frozen(kw_only=True)
class _UpTarget(BaseTarget):
    """A target that starts at 0 and is reached by what happens."""

    @property
    def line(self) -> ProgressLine:
        """From 0, not yet, to 1, done."""
        return ProgressLine(low=1, baseline=0)

    @property
    def direction(self) -> Direction:
        """There is no number to move; it happens."""
        return Direction.ACHIEVE


def _about(target: BaseTarget) -> tuple[str | None, str | None]:
    return target.key, target.what


@short_repr
@attrs.frozen(kw_only=True)
class MilestoneTarget(_UpTarget):
    """A number of things to do or learn once each: "learn three techniques".

    The value is the number of entries seen, a number in an entry counting as that many, or the number of listed steps
    that are done, whichever is larger.

    Attributes:
        count: How many, at least 1.
        noun: What they are, singular, such as ``technique``.
        steps: The things themselves, as far as they are known.
    """

    count: int = attrs.field(validator=_checks.whole(low=1))
    noun: str = attrs.field(default="step", validator=_checks.text(most=100))
    steps: tuple[Step, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Step))
    )

    @property
    def line(self) -> ProgressLine:
        """From 0 to the count."""
        return ProgressLine(low=self.count, baseline=0)

    @property
    def unit(self) -> str:
        """What is counted."""
        return self.noun

    @property
    def enough(self) -> str:
        """How many of them."""
        return counted(self.count, self.noun)

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        for entry in entries:
            check_whole(entry)
        steps = sum(step.done_on is not None and step.done_on <= on for step in self.steps)
        recorded = total(entries)
        return max(steps, recorded or 0) if steps or recorded is not None else None

    def continues(self, older: BaseTarget) -> bool:
        """Whether it is about the same things: those of the older one are among them, however many are to be done."""
        if not isinstance(older, MilestoneTarget) or _about(self) != _about(older) or self.noun != older.noun:
            return False
        return {step.text for step in older.steps} <= {step.text for step in self.steps}

    def keeping(self, older: BaseTarget) -> Self:
        """This target, with each step done that the older one tells as done in the same words."""
        if not isinstance(older, MilestoneTarget):
            return self
        done = {step.text: step.done_on for step in older.steps}
        steps = (attrs.evolve(one, done_on=one.done_on or done.get(one.text)) for one in self.steps)
        return attrs.evolve(self, steps=tuple(steps))


@short_repr
@attrs.frozen(kw_only=True)
class StreakTarget(_UpTarget):
    """A run of periods in which something was seen: "three sessions in a row", "a whole week without dread".

    A day or therapy session that was seen adds one, a missed one ends the run, an excused one is passed over, and one
    that was not recorded adds nothing and ends nothing, so that days in a row may lie apart. A week or longer period
    adds one as soon as something was seen in it. The value is the longest run.

    Attributes:
        length: How long the run has to be, at least 1.
        per: What is counted: days, weeks, therapy sessions or another period.
    """

    length: int = attrs.field(validator=_checks.whole(low=1))
    per: Period = attrs.field(default=Period.DAY, validator=_checks.one_of(Period, *COUNTED_IN))

    @property
    def line(self) -> ProgressLine:
        """From 0 to the length."""
        return ProgressLine(low=self.length, baseline=0)

    @property
    def unit(self) -> str:
        """Period in a row."""
        return f"{self.per} in a row"

    @property
    def enough(self) -> str:
        """How many in a row."""
        return counted(self.length, self.unit)

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        counts = [
            count for count in count_by_period(entries, self.per, on=on, start=start) if count.seen or count.missed
        ]
        longest = run = 0
        for count in counts:
            run = run + 1 if count.seen else 0
            longest = max(longest, run)
        return longest if counts else None

    def continues(self, older: BaseTarget) -> bool:
        """Whether the older one counts the same, however long its run has to be."""
        return isinstance(older, StreakTarget) and _about(self) == _about(older) and self.per is older.per


@short_repr
@attrs.frozen(kw_only=True)
class _OnceTarget(_UpTarget):
    """A target that is reached once it was seen."""

    @property
    def unit(self) -> str:
        """Times: once is enough."""
        return "time"

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        for entry in entries:
            check_whole(entry, most=1)
        recorded = total(entries)
        return None if recorded is None else float(recorded > 0)


@short_repr
@attrs.frozen(kw_only=True)
class YesNoTarget(_OnceTarget):
    """Something that happens once: "schedule the appointment"."""

    @property
    def enough(self) -> str:
        """That it is done."""
        return "done once"


@short_repr
@attrs.frozen(kw_only=True)
class ExplorationTarget(_OnceTarget):
    """Something to find out: "what I want from therapy". A legal first goal.

    Attributes:
        question: What is to be found out.
    """

    question: str = attrs.field(validator=_checks.text())

    @property
    def enough(self) -> str:
        """That an answer was found."""
        return f"an answer to: {self.question}"


@short_repr
@attrs.frozen(kw_only=True)
class TextTarget(_OnceTarget):
    """Words that no number stands for; met when the two people judge it so and record it as seen.

    Attributes:
        text: What would be enough.
    """

    text: str = attrs.field(validator=_checks.text())

    @property
    def enough(self) -> str:
        """The words."""
        return self.text
