"""What all targets share."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.goals.amounts import bounds_in_words
from therapygoals.goals.kinds import Direction
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation, ObservationStatus
from therapygoals.goals.periods import in_force
from therapygoals.goals.progress import Progress


@short_repr
@attrs.frozen(kw_only=True)
class BaseTarget(ABC):
    """What every target has.

    Attributes:
        what: What is counted, rated or done, in a few words.
        key: Name of the target inside its goal; needed only where a goal has several.
    """

    what: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    key: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))

    @property
    @abstractmethod
    def line(self) -> ProgressLine | None:
        """The progress line; None while a change without a baseline leaves the goal open."""

    @property
    @abstractmethod
    def unit(self) -> str:
        """The unit of the numbers on the line, singular, for a person to read."""

    @property
    @abstractmethod
    def enough(self) -> str:
        """What would be enough, in plain words."""

    @property
    @abstractmethod
    def direction(self) -> Direction:
        """Which way is better."""

    @abstractmethod
    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        """The number that the entries in force tell."""

    def value(self, observations: Iterable[Observation], *, on: date, start: date | None = None) -> float | None:
        """The number now, in the unit of the target; None when nothing was recorded that tells it.

        Args:
            observations: Entries about this target, in any order.
            on: The day of asking; later entries are left out.
            start: First day of the goal; earlier entries are left out.

        Raises:
            FieldError: An entry does not fit the target, such as a rating outside its scale.
        """
        return self._value(in_force(observations, on, start), on, start)

    def progress(self, observations: Iterable[Observation], *, on: date, start: date | None = None) -> Progress:
        """Judge what was recorded up to a day.

        Args:
            observations: Entries about this target, in any order.
            on: The day of asking; later entries are left out.
            start: First day of the goal; earlier entries are left out.

        Returns:
            Where the target stands, and how many entries that rests on. Entries known to be unknown change nothing but
            their own count.

        Raises:
            FieldError: An entry does not fit the target, such as a rating outside its scale.
        """
        entries = in_force(observations, on, start)
        value, line = self._value(entries, on, start), self.line
        return Progress.of(
            entries,
            value=value,
            unit=self.unit,
            met=None if value is None or line is None else line.met(value),
            fraction=None if value is None or line is None else line.fraction(value),
            met_from_start=line is not None and line.met_from_start,
        )

    def continues(self, older: BaseTarget) -> bool:
        """Whether what was recorded under an older target counts on under this one: where the two are the same."""
        return self == older

    def keeping(self, older: BaseTarget) -> Self:  # most targets list nothing
        """This target, with what an older one lists as done still done."""
        return self

    def __str__(self) -> str:
        return self.enough if self.what is None else f"{self.what}: {self.enough}"


@short_repr
@attrs.frozen(kw_only=True)
class BoundedTarget(BaseTarget):
    """A target with a bound on one side, or on both.

    Attributes:
        at_least: Lower bound of the goal: higher is better.
        at_most: Upper bound of the goal: lower is better. With both, staying inside the band is better.
        strict: True when the bound itself does not meet the goal ("under 10").
        baseline: The number at the start, same unit, or None while it is not known.

    Raises:
        FieldError: No number can meet both bounds, the baseline already lies beyond the only bound, so that the stated
            direction would lead away from the goal, or a number is out of range.
    """

    at_least: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    at_most: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    strict: bool = attrs.field(default=False, validator=_checks.a(bool))
    baseline: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))

    def __attrs_post_init__(self) -> None:
        name = type(self).__name__
        low, high = self._range
        for field in ("at_least", "at_most", "baseline"):
            if (number := getattr(self, field)) is not None:
                _checks.check_number(number, f"{name}.{field}", low=low, high=high)
        if self.strict and (self.at_least == high or self.at_most == low):
            raise FieldError(f"{name}.strict", "must be False where nothing lies beyond the bound", self.strict)
        if self._is_bounded:
            bounds = ("at_least", "at_most")
            _checks.check_bounds(name, self.at_least, self.at_most, names=bounds, strict=self.strict)
        if self.baseline is not None and self.direction is not Direction.MAINTAIN:
            self._check_side(name, self.baseline)

    def _check_side(self, name: str, baseline: float) -> None:
        if self.at_least is not None and baseline > self.at_least:
            raise FieldError(f"{name}.baseline", f"must not lie above at_least ({self.at_least:g})", baseline)
        if self.at_most is not None and baseline < self.at_most:
            raise FieldError(f"{name}.baseline", f"must not lie below at_most ({self.at_most:g})", baseline)

    @property
    def _range(self) -> tuple[float, float]:
        """Smallest and largest number that the unit can have."""
        return -_checks.MAX_NUMBER, _checks.MAX_NUMBER

    @property
    def _is_bounded(self) -> bool:
        return self.at_least is not None or self.at_most is not None

    @property
    def line(self) -> ProgressLine | None:
        """The progress line from the baseline to the nearer bound; None while no bound is agreed."""
        if not self._is_bounded:
            return None
        return ProgressLine(low=self.at_least, high=self.at_most, strict=self.strict, baseline=self.baseline)

    @property
    def enough(self) -> str:
        """The bounds with their unit, and where it starts."""
        words = bounds_in_words(self.at_least, self.at_most, self.unit, strict=self.strict)
        return words if self.baseline is None else f"{words}, from {self.baseline:.12g}"

    @property
    def direction(self) -> Direction:
        """Decrease with an upper bound only, maintain with both bounds, else increase."""
        return Direction.INCREASE if self.line is None else self.line.direction


@short_repr
@attrs.frozen(kw_only=True)
class ChangeableTarget(BoundedTarget):
    """A target with bounds or, instead of them, a change from the baseline or just the way to go.

    Attributes:
        change: How much more (positive) or less (negative) than the baseline.
        percent: True when `change` is in percent of the baseline.
        towards: The way to go while no number is agreed yet ("fewer panic attacks"): increase, decrease or maintain.

    Raises:
        FieldError: Not exactly one of bounds, change and way is given, the change is 0 or leads out of range, it is in
            percent of 0; and what `BoundedTarget` refuses.
    """

    change: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    percent: bool = attrs.field(default=False, validator=_checks.a(bool))
    towards: Direction | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Direction)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        name = type(self).__name__
        if sum((self._is_bounded, self.change is not None, self.towards is not None)) != 1:
            raise FieldError(name, "must have exactly one of bounds (at_least, at_most), change and towards")
        if self.percent and self.change is None:
            raise FieldError(f"{name}.percent", "must be False when no change is given", self.percent)
        if self.percent and self.baseline == 0:
            raise FieldError(f"{name}.baseline", "must not be 0 when the change is in percent of it", self.baseline)
        if self.percent and self.change is not None and self.change < -100 and self._range[0] >= 0:
            raise FieldError(f"{name}.change", "must not take away more than 100 percent", self.change)
        if self.change == 0:
            raise FieldError(f"{name}.change", "must be above 0 to go up or below 0 to go down", self.change)
        low, high = self._range
        if (goal := self._changed) is not None and not low <= goal <= high:
            raise FieldError(f"{name}.change", f"must not lead out of range ({low:g} to {high:g})", self.change)
        if self.towards is Direction.ACHIEVE:
            raise FieldError(f"{name}.towards", "must be increase, decrease or maintain", str(self.towards))

    @property
    def _changed(self) -> float | None:
        """The number that the change leads to; None without a change or a baseline to start from."""
        if self.change is None or self.baseline is None:
            return None
        return self.baseline + (abs(self.baseline) * self.change / 100 if self.percent else self.change)

    @property
    def line(self) -> ProgressLine | None:
        """The progress line; None while no number is agreed, or a change has no baseline to start from."""
        goal = self._changed
        if goal is None:
            return super().line
        low, high = (goal, None) if self.direction is Direction.INCREASE else (None, goal)
        return ProgressLine(low=low, high=high, strict=self.strict, baseline=self.baseline)

    @property
    def enough(self) -> str:
        """The bounds or the change with their unit, or the way to go while no number is agreed."""
        if self.towards is not None:
            has_start = self.baseline is not None and self.towards is not Direction.MAINTAIN
            start = f" than {self.baseline:.12g}" if has_start else ""
            return f"{_IN_WORDS[self.towards]}{start}; how far is still open"
        if self.change is None:
            return super().enough
        size = f"{abs(self.change):.12g} %" if self.percent else counted(abs(self.change), self.unit)
        words = f"{size} {'more' if self.change > 0 else 'less'}"
        return words if self.baseline is None else f"{words} than {self.baseline:.12g}"

    @property
    def direction(self) -> Direction:
        """As stated, by the sign of the change, or by the bounds."""
        if self.towards is not None:
            return self.towards
        if self.change is None:
            return super().direction
        return Direction.INCREASE if self.change > 0 else Direction.DECREASE


@short_repr
@attrs.frozen(kw_only=True)
class LatestTarget(ChangeableTarget):
    """A target whose value is the latest number that was recorded; of several on one day the last one given."""

    def _value(self, entries: Sequence[Observation], on: date, start: date | None) -> float | None:
        low, high = self._range
        for entry in seen(entries):
            if entry.value is None:
                raise FieldError("Observation.value", f"must be given for a {type(self).__name__}")
            _checks.check_number(entry.value, "Observation.value", low=low, high=high)
        last = latest(entries)
        return None if last is None else last.value


_IN_WORDS = {
    Direction.INCREASE: "more",
    Direction.DECREASE: "less",
    Direction.MAINTAIN: "within bounds",
}


def seen(entries: Iterable[Observation]) -> list[Observation]:
    """The entries that were seen."""
    return [entry for entry in entries if entry.status is ObservationStatus.SEEN]


def recorded(entries: Iterable[Observation]) -> list[Observation]:
    """The entries that were seen or missed."""
    return [entry for entry in entries if entry.status in (ObservationStatus.SEEN, ObservationStatus.MISSED)]


def latest(entries: Iterable[Observation]) -> Observation | None:
    """The latest entry that was seen; of several on one day the last one given."""
    return _last(seen(entries))


def latest_recorded(entries: Iterable[Observation]) -> Observation | None:
    """The latest entry that was seen or missed; of several on one day the last one given."""
    return _last(recorded(entries))


def _last(entries: Sequence[Observation]) -> Observation | None:
    return max(reversed(entries), key=lambda entry: entry.on, default=None)


def check_whole(entry: Observation, most: int | None = None) -> None:
    """Refuse a number that is not whole, lies below 0 or above the most that an entry can hold.

    Raises:
        FieldError: It is so.
    """
    if entry.value is not None:
        _checks.check_number(entry.value, "Observation.value", low=0, high=most)
        if entry.value != int(entry.value):
            raise FieldError("Observation.value", "must be a whole number", entry.value)


def total(entries: Iterable[Observation]) -> float | None:
    """The sum of what was seen; None while nothing was recorded as seen or missed.

    Raises:
        FieldError: A count lies below 0.
    """
    known = recorded(entries)
    for entry in known:
        _checks.check_number(entry.count, "Observation.value", low=0)
    return math.fsum(entry.count for entry in known) if known else None
