"""What is known about a target on a day: where it stands, and how many entries that rests on."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import attrs

from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.observations import Observation, ObservationStatus
from therapygoals.goals.periods import PeriodVerdict

__all__ = ["PeriodTally", "Progress"]


@short_repr
@attrs.frozen(kw_only=True)
class PeriodTally:
    """How many complete periods met a quota.

    Attributes:
        met: Periods that met it.
        unmet: Periods whose entries say that they did not.
        excused: Periods that what was excused leaves undecided; not counted.
        unknown: Periods that what was not recorded leaves undecided; not counted.
    """

    met: int = 0
    unmet: int = 0
    excused: int = 0
    unknown: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[PeriodVerdict]) -> PeriodTally:
        """Count verdicts."""
        return cls(**{str(verdict): count for verdict, count in Counter(verdicts).items()})

    @property
    def counted(self) -> int:
        """Periods that the entries decide."""
        return self.met + self.unmet

    @property
    def in_words(self) -> tuple[str, ...]:
        """How many of the full ones met it, and how many the entries leave open, where there are any."""
        told = f"{self.met} of {self.counted} full periods"
        left = f"{self.unknown if self.counted else counted(self.unknown, 'period')} not fully told"
        return (*((told,) if self.counted else ()), *((left,) if self.unknown else ()))


@short_repr
@attrs.frozen(kw_only=True)
class Progress:
    """Where a target stands; there is no pass or fail.

    Attributes:
        fraction: Place on the progress line, 0 at the baseline and 1 at the goal; None without baseline or value.
        met: Whether the value meets the goal; None while no value is known.
        value: The number now, in `unit`; None while nothing was recorded that tells it.
        unit: Unit of the value, singular, for a person to read.
        met_from_start: Whether the baseline already met the goal.
        seen: Number of entries that were seen.
        missed: Number recorded as missed.
        excused: Number recorded as excused.
        unknown: Number recorded as unknown; they count for nothing.
        periods: For quotas, how many complete periods met it; None for other targets.
    """

    fraction: float | None
    met: bool | None
    value: float | None
    unit: str
    met_from_start: bool = False
    seen: int = 0
    missed: int = 0
    excused: int = 0
    unknown: int = 0
    periods: PeriodTally | None = None

    @classmethod
    def of(cls, entries: Iterable[Observation], **facts: object) -> Progress:
        """Make it from the entries it rests on and what was found."""
        tally = Counter(entry.status for entry in entries)
        return cls(**{str(status): tally[status] for status in ObservationStatus}, **facts)  # type: ignore[arg-type]

    @property
    def recorded(self) -> int:
        """Entries that count: seen and missed."""
        return self.seen + self.missed

    def __str__(self) -> str:
        nothing = "nothing can be told yet" if self.recorded else "nothing recorded yet"
        words = [nothing if self.value is None else counted(round(self.value, 2), self.unit)]
        if self.met is not None:
            words.append("met" if self.met else "on the way")
        if self.fraction is not None:
            share = 100 if self.met else min(99, math.floor(100 * self.fraction))
            words.append(f"{share}% of the way")
        if self.periods is not None:
            words += self.periods.in_words
        return ", ".join([*words, f"n = {self.recorded}"])
