"""Targets that count occasions in periods: quotas for what one does, rates for what happens."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals.amounts import Amount, plural
from therapygoals.goals.kinds import Direction, Period
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation
from therapygoals.goals.periods import COUNTED_IN, PeriodCount, PeriodVerdict, count_by_period
from therapygoals.goals.progress import PeriodTally, Progress
from therapygoals.goals.targets._base import BoundedTarget, ChangeableTarget, one_of, seen


@attrs.frozen(kw_only=True)
class FrequencyTarget(BoundedTarget):
    """Something done so often in every period: "five nights of seven", "three times a week", "at most twice a day".

    Each complete period is held against the quota, and no period makes up for another: the value is the quota less the mean
    shortfall of the periods that count (for a ceiling, plus the mean excess). It equals the quota when every period has met
    it. Periods that excused or unrecorded days leave undecided do not count.

    With neither bound, how often is not agreed yet: occasions are counted and nothing is judged.

    Attributes:
        per: The period that occasions are counted in; needed with a bound, None while it is not agreed.
        every: Number of periods that make one ("every other day" is 1 per day, every 2).
        of: Days of the period that are counted; then a day counts once at most. None counts occasions.
        tolerance: Share of the counted periods that must meet the quota, 0.01 to 1; the best ones are taken.
        context: Moment or place it is tied to ("before bed").
        duration: How long each occasion lasts, where that is said.

    Raises:
        FieldError: As for every bounded target; a bound without a period; or a count is negative, or more than the days
            that are counted.
    """

    per: Period | None = attrs.field(default=None, validator=_checks.optional(one_of(*COUNTED_IN)))
    every: int = attrs.field(default=1, validator=_checks.whole(low=1))
    of: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))
    tolerance: float = attrs.field(default=1.0, validator=_checks.number(low=0.01, high=1))
    context: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    duration: Amount | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Amount)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self._check_numbers(0, self.of)
        if self.per is None and super()._has_goal():
            raise FieldError("FrequencyTarget.per", "must be given with at_least or at_most")

    def _has_goal(self) -> bool:
        return True  # how often may be left open

    @property
    def line(self) -> ProgressLine | None:
        """The progress line; None while how often is not agreed."""
        return self._bounds if super()._has_goal() else None

    @property
    def direction(self) -> Direction:
        """As the bounds tell; more is better while none is agreed."""
        return Direction.INCREASE if self.line is None else self.line.direction

    @property
    def unit(self) -> str:
        """Times, or days where days are counted, per period."""
        noun = "times" if self.of is None else "days"
        if self.per is None:
            return noun
        return f"{noun} per {self.per}" if self.every == 1 else f"{noun} per {self.every} {plural(self.per)}"

    def value(self, entries: Sequence[Observation], *, on: date, start: date | None = None) -> float | None:
        """The quota less the mean shortfall of the periods that count; without a quota, the mean of what was seen.

        None while no period counts. Without a period it is the number of occasions so far.
        """
        if self.per is None:
            return math.fsum(entry.count for entry in entries) if seen(entries) else None
        done = [
            count.occasions if self.of is None else count.seen
            for count, verdict in self._judged(entries, on, start)
            if verdict in (PeriodVerdict.MET, PeriodVerdict.UNMET)
        ]
        if not done:
            return None
        if self.line is None:
            return math.fsum(done) / len(done)
        off = sorted(map(self.line.distance, done))[: math.ceil(self.tolerance * len(done))]
        mean_off = math.fsum(off) / len(off)
        return self.at_least - mean_off if self.at_least is not None else (self.at_most or 0) + mean_off

    def periods(self, observations: Iterable[Observation], *, on: date, start: date | None = None) -> PeriodTally:
        """How many complete periods met the quota, did not, were excused, or cannot be told.

        Args:
            observations: Entries about this target, in any order.
            on: The day of asking.
            start: First day of the goal.

        Returns:
            The tally; periods without any entry are not in it.
        """
        return PeriodTally.of(verdict for _, verdict in self._judged(observations, on, start))

    def progress(self, observations: Iterable[Observation], *, on: date, start: date | None = None) -> Progress:
        """Judge what was recorded up to a day, as for every target; with a quota, the tally of periods stands beside."""
        entries = tuple(observations)
        progress = super().progress(entries, on=on, start=start)
        if self.line is None:
            return progress
        return attrs.evolve(progress, periods=self.periods(entries, on=on, start=start))

    def _judged(
        self, observations: Iterable[Observation], on: date, start: date | None
    ) -> list[tuple[PeriodCount, PeriodVerdict]]:
        if self.per is None:
            return []
        counts = count_by_period(observations, self.per, on=on, start=start, every=self.every)
        return [
            (count, count.verdict(low=self.at_least, high=self.at_most, once_a_day=self.of is not None))
            for count in counts
            if count.complete
        ]


@attrs.frozen(kw_only=True)
class CountTarget(ChangeableTarget):
    """Something that happens so often in a period: "panic attacks from five a week to one".

    The value is the number in the latest complete period that was fully recorded, or reported as a whole by one entry
    that covers it.

    Attributes:
        per: The period that events are counted in; None while it is not agreed, and then the value is the latest number.

    Raises:
        FieldError: As for every bounded target; or a count is negative.
    """

    per: Period | None = attrs.field(default=None, validator=_checks.optional(one_of(*COUNTED_IN)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self._check_numbers(0)

    @property
    def unit(self) -> str:
        """Times, per period where one is agreed."""
        return "times" if self.per is None else f"times per {self.per}"

    def value(self, entries: Sequence[Observation], *, on: date, start: date | None = None) -> float | None:
        """The count in the latest complete period without an open or excused day; None while there is none."""
        if self.per is None:
            return max(seen(entries), key=lambda entry: entry.on).count if seen(entries) else None
        for count in reversed(count_by_period(entries, self.per, on=on, start=start)):
            if count.complete and not count.open and not count.excused:
                return count.occasions
        return None


__all__ = ["CountTarget", "FrequencyTarget"]
