"""Targets that count occasions in periods: quotas for what one does, rates for what happens."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.amounts import Amount
from therapygoals.goals.kinds import Period
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation
from therapygoals.goals.periods import COUNTED_IN, PeriodCount, PeriodVerdict, count_by_period, in_force
from therapygoals.goals.progress import PeriodTally, Progress
from therapygoals.goals.targets._base import BoundedTarget, ChangeableTarget, check_whole, latest_recorded, total

__all__ = ["CountTarget", "FrequencyTarget"]


_DAYS_AT_MOST = {
    Period.DAY: 1,
    Period.WEEKDAY: 1,
    Period.WEEK: 7,
    Period.MONTH: 31,
    Period.QUARTER: 92,
    Period.YEAR: 366,
}
_MOST_DAYS_TOLD = {per: most for per, most in _DAYS_AT_MOST.items() if most > 1}
"""The most days that an entry for a longer stretch can tell of; several times on one day are one day."""


@short_repr
@attrs.frozen(kw_only=True)
class FrequencyTarget(BoundedTarget):
    """Something done so often in every period: "five nights of seven", "three times a week", "at most twice a day".

    Each complete period is held against the quota, and no period makes up for another: the target is met when every
    period that counts has met it, and its place on the progress line is told by the mean shortfall of those periods
    (for a ceiling, the mean excess). Periods that excused or unrecorded days leave undecided do not count. The value
    that is shown is the plain mean of the periods that count.

    With neither bound, how often is not agreed yet: occasions are counted and nothing is judged.

    Attributes:
        per: The period that occasions are counted in; needed with a bound, None while it is not agreed.
        every: Number of periods that make one ("every other day" is 1 per day, every 2).
        of: Days of the period that are asked about, such as 5 working days of a week; then a day counts once at most.
            They are whichever days have an entry: once so many are told, done, missed or excused, the period is fully
            told, and its other days are free. An entry on one of those counts as well. None counts occasions.
        tolerance: Share of the counted periods that must meet the quota, 0.01 to 1; the best ones are taken.
        context: Moment or place it is tied to ("before bed").
        each: What makes an occasion count, where that is said: 20 minutes, 10,000 steps.

    Raises:
        FieldError: As for every bounded target; a bound without a period; or a count is negative, or more than the days
            that are counted.
    """

    per: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.one_of(Period, *COUNTED_IN)))
    every: int = attrs.field(default=1, validator=_checks.whole(low=1))
    of: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))
    tolerance: float = attrs.field(default=1.0, validator=_checks.number(low=0.01, high=1))
    context: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    each: Amount | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Amount)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.per is None and self._is_bounded:
            raise FieldError("FrequencyTarget.per", "must be given with at_least or at_most")
        most = _DAYS_AT_MOST.get(self.per) if self.per is not None else None
        if self.of is not None and most is not None and self.of > most * self.every:
            raise FieldError("FrequencyTarget.of", f"must be at most {most * self.every}, the days there are", self.of)

    @property
    def _range(self) -> tuple[float, float]:
        return 0, _checks.MAX_NUMBER if self.of is None else self.of

    @property
    def unit(self) -> str:
        """Times, or days where days are counted, per period."""
        noun = "time" if self.of is None else "day"
        if self.per is None:
            return noun
        return f"{noun} per {self.per}" if self.every == 1 else f"{noun} per {counted(self.every, self.per)}"

    @property
    def enough(self) -> str:
        """How often, how much each time, and where or when."""
        parts = [super().enough if self._is_bounded else "how often is still open"]
        if self.each is not None:
            parts.append(f"{self.each} each time")
        if self.context is not None:
            parts.append(self.context)
        return ", ".join(parts)

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        if self.of is not None:
            for entry in entries:
                check_whole(entry, most=_MOST_DAYS_TOLD.get(entry.covers))
        if self.per is None:
            return total(entries)
        done = self._done(entries, on, start)
        return math.fsum(done) / len(done) if done else None

    def _done(self, entries: Sequence[Observation], on: date, start: date | None) -> list[float]:
        """What was done in each period that counts."""
        return [
            count.occasions if self.of is None else count.seen
            for count, verdict in self._judged(entries, on, start)
            if verdict in (PeriodVerdict.MET, PeriodVerdict.UNMET)
        ]

    def _fraction(self, line: ProgressLine, done: list[float]) -> float | None:
        """Place on the line by how far the periods are off the quota on average; of those it tolerates, the best."""
        off = sorted(map(line.distance, done))[: self._needed(len(done))]
        mean_off = math.fsum(off) / len(off)
        return line.fraction(line.low - mean_off if line.low is not None else (line.high or 0) + mean_off)

    def _needed(self, periods: int) -> int:
        """How many of so many periods must meet the quota; what rounding adds to the share does not count."""
        return math.ceil(self.tolerance * periods - 1e-9)

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
        """Judge what was recorded up to a day, as for every target; a quota adds its tally of periods."""
        entries = in_force(observations, on, start)
        progress, line = super().progress(entries, on=on, start=start), self.line
        if line is None:
            return progress
        tally = self.periods(entries, on=on, start=start)
        if not tally.counted:
            return attrs.evolve(progress, periods=tally)
        met = tally.met >= self._needed(tally.counted)
        fraction = self._fraction(line, self._done(entries, on, start))
        if met and self.baseline is not None:
            fraction = 1.0
        return attrs.evolve(progress, met=met, fraction=fraction, periods=tally)

    def _judged(
        self, observations: Iterable[Observation], on: date, start: date | None
    ) -> list[tuple[PeriodCount, PeriodVerdict]]:
        if self.per is None:
            return []
        counts = count_by_period(observations, self.per, on=on, start=start, every=self.every)
        return [
            (
                count,
                count.verdict(low=self.at_least, high=self.at_most, of=self.of, strict=self.strict),
            )
            for count in counts
            if count.complete
        ]


@short_repr
@attrs.frozen(kw_only=True)
class CountTarget(ChangeableTarget):
    """Something that happens so often in a period: "panic attacks from five a week to one".

    The value is the number in the latest complete period that was fully recorded, or reported as a whole by one entry
    that covers it.

    Attributes:
        per: The period that events are counted in; None while it is not agreed, and then the value is what the latest
            entry tells: its count, or 0 where it was recorded that nothing happened.

    Raises:
        FieldError: As for every bounded target; or a count is negative.
    """

    per: Period | None = attrs.field(default=None, validator=_checks.optional(_checks.one_of(Period, *COUNTED_IN)))

    @property
    def _range(self) -> tuple[float, float]:
        return 0, _checks.MAX_NUMBER

    @property
    def unit(self) -> str:
        """Times, per period where one is agreed."""
        return "time" if self.per is None else f"time per {self.per}"

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        if self.per is None:
            last = latest_recorded(entries)
            return None if last is None else total([last])
        for count in reversed(count_by_period(entries, self.per, on=on, start=start)):
            if count.complete and not count.open and not count.excused:
                return count.occasions
        return None
