"""What all targets share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals.kinds import Direction, Period
from therapygoals.goals.line import ProgressLine
from therapygoals.goals.observations import Observation, ObservationStatus
from therapygoals.goals.progress import Progress


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
        """The unit of the numbers on the line, for a person to read."""

    @property
    @abstractmethod
    def direction(self) -> Direction:
        """Which way is better."""

    @abstractmethod
    def value(self, entries: Sequence[Observation], *, on: date, start: date | None = None) -> float | None:
        """The number now, in the unit of the target; None when nothing was recorded that tells it."""

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
        entries = tuple(e for e in observations if e.on <= on and (start is None or e.on >= start))
        value, line = self.value(entries, on=on, start=start), self.line
        return Progress.of(
            entries,
            value=value,
            unit=self.unit,
            met=None if value is None or line is None else line.met(value),
            fraction=None if value is None or line is None else line.fraction(value),
            met_from_start=line is not None and line.met_from_start,
        )


@attrs.frozen(kw_only=True)
class BoundedTarget(BaseTarget):
    """A target with a bound on one side, or on both.

    Attributes:
        at_least: Lower bound of the goal: higher is better.
        at_most: Upper bound of the goal: lower is better. With both, staying inside the band is better.
        strict: True when the bound itself does not meet the goal ("under 10").
        baseline: The number at the start, same unit, or None while it is not known.

    Raises:
        FieldError: No bound is given, the lower one lies above the upper one, or the baseline already lies beyond the only
            bound, so that the stated direction would lead away from the goal.
    """

    at_least: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    at_most: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    strict: bool = attrs.field(default=False, validator=_checks.a(bool))
    baseline: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))

    def __attrs_post_init__(self) -> None:
        name = type(self).__name__
        if not self._has_goal():
            raise FieldError(name, f"must have {self._goal_fields()}; all are None")
        if self.at_least is not None and self.at_most is not None:
            if self.at_least > self.at_most:
                raise FieldError(f"{name}.at_least", f"must not lie above at_most ({self.at_most:g})", self.at_least)
        elif self.baseline is not None:
            self._check_side(name, self.baseline)

    def _has_goal(self) -> bool:
        return self.at_least is not None or self.at_most is not None

    def _goal_fields(self) -> str:
        return "at_least or at_most"

    def _check_side(self, name: str, baseline: float) -> None:
        if self.at_least is not None and baseline > self.at_least:
            raise FieldError(f"{name}.baseline", f"must not lie above at_least ({self.at_least:g})", baseline)
        if self.at_most is not None and baseline < self.at_most:
            raise FieldError(f"{name}.baseline", f"must not lie below at_most ({self.at_most:g})", baseline)

    def _check_numbers(self, low: float, high: float | None = None) -> None:
        """Hold every number of the goal against the range of its unit."""
        for name in ("at_least", "at_most", "baseline"):
            number = getattr(self, name)
            if number is not None:
                _checks.check_number(number, f"{type(self).__name__}.{name}", low=low, high=high)

    @property
    def direction(self) -> Direction:
        """Increase with a lower bound only, decrease with an upper bound only, maintain with both."""
        return self._bounds.direction

    @property
    def _bounds(self) -> ProgressLine:
        return ProgressLine(low=self.at_least, high=self.at_most, strict=self.strict, baseline=self.baseline)

    @property
    def line(self) -> ProgressLine | None:
        """The progress line from the baseline to the nearer bound."""
        return self._bounds


@attrs.frozen(kw_only=True)
class ChangeableTarget(BoundedTarget):
    """A target with bounds or, instead of them, a change from the baseline or just the way to go.

    Attributes:
        change: How much more (positive) or less (negative) than the baseline.
        percent: True when `change` is in percent of the baseline.
        towards: The way to go while no number is agreed yet ("fewer panic attacks"): increase, decrease or maintain.

    Raises:
        FieldError: More than one of bounds, change and way are given, or the change is 0; and what `BoundedTarget` refuses.
    """

    change: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    percent: bool = attrs.field(default=False, validator=_checks.a(bool))
    towards: Direction | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Direction)))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        name = type(self).__name__
        given = [super()._has_goal(), self.change is not None, self.towards is not None]
        if sum(given) > 1:
            raise FieldError(name, "must have only one of bounds (at_least, at_most), change and towards")
        if self.percent and self.change is None:
            raise FieldError(f"{name}.percent", "must be False when no change is given", self.percent)
        if self.change == 0:
            raise FieldError(f"{name}.change", "must be above 0 to go up or below 0 to go down", self.change)
        if self.towards is Direction.ACHIEVE:
            raise FieldError(f"{name}.towards", "must be increase, decrease or maintain", str(self.towards))

    def _has_goal(self) -> bool:
        return super()._has_goal() or self.change is not None or self.towards is not None

    def _goal_fields(self) -> str:
        return "at_least, at_most, change or towards"

    @property
    def direction(self) -> Direction:
        """As stated, by the sign of the change, or by the bounds."""
        if self.towards is not None:
            return self.towards
        if self.change is None:
            return self._bounds.direction
        return Direction.INCREASE if self.change > 0 else Direction.DECREASE

    @property
    def line(self) -> ProgressLine | None:
        """The progress line; None while no number is agreed, or a change has no baseline to start from."""
        if self.towards is not None:
            return None
        if self.change is None:
            return self._bounds
        if self.baseline is None:
            return None
        goal = self.baseline + (abs(self.baseline) * self.change / 100 if self.percent else self.change)
        if self.change > 0:
            return ProgressLine(low=goal, strict=self.strict, baseline=self.baseline)
        return ProgressLine(high=goal, strict=self.strict, baseline=self.baseline)


@attrs.frozen(kw_only=True)
class LatestTarget(ChangeableTarget):
    """A target whose value is the latest number that was recorded."""

    def value(self, entries: Sequence[Observation], *, on: date, start: date | None = None) -> float | None:
        """The latest number that was recorded; of several on one day the last one given.

        Raises:
            FieldError: An entry was seen but has no number, or one that the target cannot have.
        """
        latest: Observation | None = None
        for entry in seen(entries):
            self.check_value(entry.value)
            if latest is None or entry.on >= latest.on:
                latest = entry
        return None if latest is None else latest.value

    def check_value(self, value: float | None) -> None:
        """Refuse a number that the target cannot have.

        Raises:
            FieldError: There is no number, or it is out of range.
        """
        if value is None:
            raise FieldError("Observation.value", f"must be given for a {type(self).__name__}")


def seen(entries: Iterable[Observation]) -> list[Observation]:
    """The entries that were seen."""
    return [entry for entry in entries if entry.status is ObservationStatus.SEEN]


def one_of(*periods: Period) -> _checks.Validator:
    """A validator that lets only some periods through."""

    def validate(instance: object, attribute: attrs.Attribute[Period], value: object) -> None:
        _checks.a(Period)(instance, attribute, value)
        if value not in periods:
            field = _checks.field_name(instance, attribute)
            raise FieldError(field, f"must be one of {', '.join(periods)}", str(value))

    return validate
