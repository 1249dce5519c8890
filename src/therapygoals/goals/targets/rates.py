"""Targets that count occasions in periods: quotas for what one does, rates for what happens."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from therapygoals.goals import _checks
from therapygoals.goals.amounts import Amount, plural
from therapygoals.goals.kinds import Period
from therapygoals.goals.observations import Observation
from therapygoals.goals.periods import COUNTED_IN, PeriodCount, PeriodVerdict, count_by_period
from therapygoals.goals.progress import PeriodTally, Progress
from therapygoals.goals.targets._base import BoundedTarget, ChangeableTarget, one_of, seen


@attrs.frozen(kw_only=True)
class FrequencyTarget(BoundedTarget):
    """Something done so often in every period: "five nights of seven", "three times a week", "at most twice a day".

    Each complete period is held against the quota, and no period makes up for another: the value is the mean over the
    periods that count, each taken at the quota at best. It equals the quota when every period has met it. Periods that
    excused or unrecorded days leave undecided do not count.

    Attributes:
        per: The period that occasions are counted in.
        every: Number of periods that make one ("every other day" is 1 per day, every 2).
        of: Days of the period that are counted; then a day counts once at most. None counts occasions.
        tolerance: Share of the counted periods that must meet the quota, 0.01 to 1; the best ones are taken.
        context: Moment or place it is tied to ("before bed").
        duration: How long each occasion lasts, where that is said.

    Raises:
        FieldError: As for every bounded target; or a count is negative, or more than the days that are counted.
    """

    per: Period = attrs.field(validator=one_of(*COUNTED_IN))
    every: int = attrs.field(default=1, validator=_checks.whole(low=1))
    of: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))
    tolerance: float = attrs.field(default=1.0, validator=_checks.number(low=0.01, high=1))
    context: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    duration: Amount | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Amount)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self._check_numbers(0, self.of)

    @property
    def unit(self) -> str:
        """Times, or days where days are counted, per period."""
        noun = "times" if self.of is None else "days"
        return f"{noun} per {self.per}" if self.every == 1 else f"{noun} per {self.every} {plural(self.per)}"

    def value(self, entries: Sequence[Observation], *, on: date, start: date | None = None) -> float | None:
        """Mean over the periods that count, each at the quota at best; None while no period counts."""
        counted = [
            self._credit(count)
            for count, verdict in self._judged(entries, on, start)
            if verdict in (PeriodVerdict.MET, PeriodVerdict.UNMET)
        ]
        if not counted:
            return None
        best = sorted(counted, key=self._bounds.distance)[: math.ceil(self.tolerance * len(counted))]
        return math.fsum(best) / len(best)

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
        """Judge what was recorded up to a day, as for every target, with the tally of periods."""
        entries = tuple(observations)
        progress = super().progress(entries, on=on, start=start)
        return attrs.evolve(progress, periods=self.periods(entries, on=on, start=start))

    def _judged(
        self, observations: Iterable[Observation], on: date, start: date | None
    ) -> list[tuple[PeriodCount, PeriodVerdict]]:
        counts = count_by_period(observations, self.per, on=on, start=start, every=self.every)
        return [
            (count, count.verdict(low=self.at_least, high=self.at_most, once_a_day=self.of is not None))
            for count in counts
            if count.complete
        ]

    def _credit(self, count: PeriodCount) -> float:
        done = count.occasions if self.of is None else count.seen
        if self.at_least is not None and done >= self.at_least and self.at_most is None:
            return self.at_least
        if self.at_most is not None and done <= self.at_most and self.at_least is None:
            return self.at_most
        return done


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
