"""Reliable and clinically significant change: is it more than chance, and does it lead to where most people are?

What changes are judged by, the `ChangeCriteria`, comes from a sample (`change_criteria`) or from published figures. One
person's change is then judged by `reliable_change`, with one of six indices.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import StrEnum, unique
from statistics import StatisticsError, correlation, fmean, stdev
from typing import assert_never

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Direction, _checks
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.thresholds import Shift
from therapygoals.progress.undefined import Undefined

__all__ = [
    "ChangeCriteria",
    "ChangeMethod",
    "ClinicalChange",
    "Cutoff",
    "Norms",
    "ReliableChange",
    "change_criteria",
    "reliable_change",
]

_FEWEST = 2
_NO_ERROR = "the error of the measure is 0, so nothing can be divided by it"
_NO_CHANGE_NO_ERROR = Undefined("neither a change nor an error of the measure")
_NO_FUNCTIONAL = Undefined("no norms of a functional group were given")
_NO_AFTER = Undefined("no norms of the later time were given")
_NO_RELIABILITY_AFTER = Undefined("no reliability of the later time was given")
_NO_CORRELATION = Undefined("no correlation of the two times is known")
_NO_SCATTER = "every change is the same, so their reliability cannot be told"
_NO_SPREAD = "neither group has any spread"
_ALL_CHANCE = Undefined("the changes scatter no more than the error of the measure")


@unique
class ChangeMethod(StrEnum):
    """Which index of change is used. They differ in what they expect of a person without any true change."""

    JACOBSON_TRUAX = "jacobson_truax"
    """Expects the same score again; the usual one (jacobson1991)."""
    EDWARDS_NUNNALLY = "edwards_nunnally"
    """Expects a score nearer the mean, by the reliability (speer1992)."""
    GULLIKSEN_LORD_NOVICK = "gulliksen_lord_novick"
    """As before, with the error of a prediction (hsu1989)."""
    HSU_LINN_LORD = "hsu_linn_lord"
    """As before, nearer the mean of the later time; tells change beyond that of the group (hsu1989)."""
    NUNNALLY_KOTSCH = "nunnally_kotsch"
    """Expects a score nearer the mean, with a reliability for either time (nunnally1983)."""
    HAGEMAN_ARRINDELL = "hageman_arrindell"
    """Takes the reliability of the change itself, and a one-sided bound (hageman1999)."""


@unique
class Cutoff(StrEnum):
    """Which line lies between the clinical and the functional side (jacobson1991)."""

    A = "a"
    """Two SDs from the mean before therapy, towards better; needs no functional norms."""
    B = "b"
    """Two SDs from the mean of the functional group, towards worse."""
    C = "c"
    """Between the two means, nearer the group with the smaller SD; the best one where the groups overlap."""


@unique
class ClinicalChange(StrEnum):
    """Reliable change and the side of the cutoff together, in the words of the literature."""

    RECOVERED = "recovered"
    """Reliably better, from the clinical to the functional side."""
    IMPROVED = "improved"
    """Reliably better without crossing the cutoff."""
    UNCHANGED = "unchanged"
    """Within what the measure's error allows. It may be a change all the same."""
    DETERIORATED = "deteriorated"
    """Reliably worse without crossing the cutoff."""
    HARMED = "harmed"
    """Reliably worse, and no longer on the functional side. It says nothing about the cause."""


@short_repr
@attrs.frozen
class Norms:
    """Mean and SD of the scores of a group of people.

    Attributes:
        mean: Mean, in points of the measure.
        sd: Standard deviation (n - 1), same unit, 0 or more.
        n: Number of people; None where it is not known.
        source: Where the figures come from: a reference with the country, the year and the group; None for a sample of
            one's own.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A number is not finite, the SD is negative, or n is less than 1.
    """

    mean: float = attrs.field(validator=_checks.number())
    sd: float = attrs.field(validator=_checks.number(low=0))
    n: int | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.whole(low=1)))
    source: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=500)))


@short_repr
@attrs.frozen(kw_only=True)
class ChangeCriteria:
    """What changes on one measure are judged by, made from a sample or from published figures.

    Attributes:
        direction: Whether higher or lower scores are better.
        reliability: Reliability of the measure, from 0 to 1.
        before: Scores before therapy.
        functional: Scores of people who do well, or None; without them there are no cutoffs b and c.
        after: Scores of the same people after therapy, or None.
        correlation: Correlation of the scores at the two times, or None.
        reliability_after: Reliability at the later time, or None.
        level: Level of confidence, above 0 and below 1.
        dropped: Number of people of the sample who were left out, as a score is missing.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A number is out of range, the direction is neither increase nor decrease, or people who do well have
            the worse mean.
    """

    direction: Direction = attrs.field(validator=_checks.one_of(Direction, Direction.INCREASE, Direction.DECREASE))
    reliability: float = attrs.field(validator=_checks.number(low=0, high=1))
    before: Norms = attrs.field(validator=_checks.a(Norms))
    functional: Norms | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Norms)))
    after: Norms | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Norms)))
    correlation: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=-1, high=1)))
    reliability_after: float | None = attrs.field(
        default=None, validator=_checks.optional(_checks.number(low=0, high=1))
    )
    level: float = attrs.field(
        default=0.95, validator=_checks.number(low=_numbers.LEAST_LEVEL, high=_numbers.MOST_LEVEL)
    )
    dropped: int = attrs.field(default=0, validator=_checks.whole(low=0))

    def __attrs_post_init__(self) -> None:
        if self.functional is None:
            return
        ahead = _numbers.sign(self.direction) * (self.functional.mean - self.before.mean)
        if ahead <= 0:
            rule = f"must lie on the better side of the mean before ({self.before.mean:g}), by the direction"
            raise FieldError("ChangeCriteria.functional.mean", rule, self.functional.mean)

    @property
    def se_measurement(self) -> float:
        """Standard error of measurement, in points: SD * sqrt(1 - r)."""
        return self.before.sd * math.sqrt(1 - self.reliability)

    @property
    def se_difference(self) -> float:
        """Standard error of a difference of two scores, in points: sqrt(2) * standard error of measurement."""
        return math.sqrt(2) * self.se_measurement

    @property
    def reliable_points(self) -> float:
        """How many points a change has to exceed to be reliable by Jacobson and Truax."""
        return self.bound(ChangeMethod.JACOBSON_TRUAX) * self.se_difference

    @property
    def reliability_of_change(self) -> float | Undefined:
        """Reliability of the differences between the two times, of Hageman and Arrindell.

        1 - SE(difference) ** 2 / variance of the differences; 1 is all true change, 0 or less is all chance.
        """
        if self.after is None:
            return _NO_AFTER
        if self.correlation is None:
            return _NO_CORRELATION
        one, other = self.before.sd, self.after.sd
        scatter = one * one + other * other - 2 * one * other * self.correlation
        noise = _numbers.quotient(self.se_difference**2, max(0.0, scatter), _NO_SCATTER)
        return _numbers.minus(1.0, noise)

    def bound(self, method: ChangeMethod) -> float:
        """What the size of an index has to exceed: 1.96 at the level 0.95, and 1.64 for Hageman and Arrindell."""
        _numbers.check_kind(method, ChangeMethod, "method")
        one_sided = method is ChangeMethod.HAGEMAN_ARRINDELL
        return _numbers.one_sided(self.level) if one_sided else _numbers.two_sided(self.level)

    def cutoff(self, which: Cutoff) -> float | Undefined:
        """The score between the clinical and the functional side, in points.

        With d = 1 where higher is better and -1 where lower is:

            a = mean(before) + d * 2 * SD(before)
            b = mean(functional) - d * 2 * SD(functional)
            c = (SD(before) * mean(functional) + SD(functional) * mean(before)) / (SD(before) + SD(functional))

        Args:
            which: Which of the three.

        Returns:
            The score; `Undefined` without functional norms, for b and c, or where no group has any spread, for c.

        References:
            jacobson1991.
        """
        _numbers.check_kind(which, Cutoff, "which")
        before, functional, side = self.before, self.functional, _numbers.sign(self.direction)
        if which is Cutoff.A:
            return before.mean + side * 2 * before.sd
        if functional is None:
            return _NO_FUNCTIONAL
        if which is Cutoff.B:
            return functional.mean - side * 2 * functional.sd
        weighted = before.sd * functional.mean + functional.sd * before.mean
        return _numbers.quotient(weighted, before.sd + functional.sd, _NO_SPREAD)


@short_repr
@attrs.frozen(kw_only=True)
class ReliableChange:
    """One person's change on a measure, and what can be said of it.

    Attributes:
        change: Later minus earlier score, in points of the measure.
        index: The change in units of its error, by the method; the sign is that of the change.
        bound: What the size of the index has to exceed.
        shift: Whether it does, and on which side.
        category: Reliable change and cutoff together.
        method: Which index it is.
        cutoff: Which cutoff the category goes by.
        direction: Which way is better.
    """

    change: float | Undefined
    index: float | Undefined
    bound: float
    shift: Shift | Undefined
    category: ClinicalChange | Undefined
    method: ChangeMethod
    cutoff: Cutoff
    direction: Direction


def change_criteria(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    direction: Direction,
    reliability: float,
    reliability_after: float | None = None,
    functional: Norms | None = None,
    level: float = 0.95,
) -> ChangeCriteria:
    """What changes are judged by, from a sample of people who were measured twice.

    Formula:
        mean, SD (n - 1) and correlation of the scores of all who have both scores

    Args:
        before: Earlier score of each person, in points of the measure. None where one is missing: the person is dropped
            and counted.
        after: Later score of each person, in the same order.
        direction: Whether higher or lower scores are better.
        reliability: Reliability r of the measure, from 0 to 1, from the literature rather than from this sample.
        reliability_after: Reliability at the later time, needed by Nunnally and Kotsch only.
        functional: Norms of people who do well, needed for the cutoffs b and c.
        level: Level of confidence, above 0 and below 1.

    Returns:
        The criteria, in points of the measure. The correlation is left out where one time has no spread. Make
        `ChangeCriteria` of your own from published figures instead: a small sample gives its own chance to everybody.

    Raises:
        FieldTypeError: A score is no number, or another argument has the wrong type.
        FieldError: A number is out of range, the lengths differ, or fewer than two people have both scores.

    When it misleads:
        Few people, or people who are much alike, make the SD small and every change reliable. Those who came back for
        the second measurement may be others than those who did not.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> before, after = [20, 26, 17, None], [14, 18, 17, 9]
        >>> criteria = change_criteria(before, after, direction=Direction.DECREASE, reliability=0.8)
        >>> criteria.before.mean, criteria.before.n, criteria.dropped
        (21.0, 3, 1)

    References:
        jacobson1991.
    """
    first, last = _numbers.numbers(before, "before"), _numbers.numbers(after, "after")
    _numbers.check_same_length("after", last, "before", first)
    pairs = [(one, other) for one, other in zip(first, last, strict=True) if one is not None and other is not None]
    if len(pairs) < _FEWEST:
        raise FieldError("before", "must hold at least two people with both scores", len(pairs))
    start, end = [one for one, _ in pairs], [other for _, other in pairs]
    return ChangeCriteria(
        direction=direction,
        reliability=reliability,
        before=Norms(fmean(start), stdev(start), n=len(pairs)),
        functional=functional,
        after=Norms(fmean(end), stdev(end), n=len(pairs)),
        correlation=_correlation(start, end),
        reliability_after=reliability_after,
        level=level,
        dropped=len(first) - len(pairs),
    )


def reliable_change(
    before: float | None,
    after: float | None,
    *,
    criteria: ChangeCriteria,
    method: ChangeMethod = ChangeMethod.JACOBSON_TRUAX,
    cutoff: Cutoff = Cutoff.C,
) -> ReliableChange:
    """Whether one person's change is more than chance, and which side of the cutoff it leads to.

    Formula:
        SEM = SD * sqrt(1 - r); mean, SD and r before therapy, r2, mean2 and SD2 at the later time
        jacobson_truax         (after - before) / (sqrt(2) * SEM)
        edwards_nunnally       (after - (r * (before - mean) + mean)) / SEM
        gulliksen_lord_novick  ((after - mean) - r * (before - mean)) / (SD * sqrt(1 - r ** 2))
        hsu_linn_lord          ((after - mean2) - r * (before - mean)) / (SD * sqrt(1 - r ** 2))
        nunnally_kotsch        (after - (r * (before - mean) + mean)) / (SD * sqrt(r ** 2 * (1 - r) + 1 - r2))
        hageman_arrindell      ((after - before) * rc + (mean2 - mean) * (1 - rc)) / (sqrt(rc) * sqrt(2) * SEM)
                               with the reliability of the change rc

    Args:
        before: Earlier score, in points of the measure; None where it is missing.
        after: Later score, same unit; None where it is missing.
        criteria: What the change is judged by.
        method: Which index to use; see `ChangeMethod`.
        cutoff: Which cutoff the category goes by; see `Cutoff`.

    Returns:
        The index has no unit. For Jacobson and Truax 0 is no change; the others are 0 at the score that they expect.
        A change is reliable when the size of the index exceeds the bound, never when it is equal. The category is
        recovered for a reliable change from strictly beyond the cutoff on the one side to strictly beyond it on the
        other. `Undefined` where a score is missing or a figure that the method needs. Where the error of the measure is
        0 the index is `Undefined`, and any change at all is beyond it.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: A score is not finite.

    When it misleads:
        Half of the people without a true change lie on either side of 0, and 1 in 40 beyond either bound. People who
        come at their worst get better on average without help: Jacobson and Truax take no account of it, the others do
        and call fewer or other people changed. Pick the method beforehand. A low reliability hides true changes. Of
        Hageman and Arrindell only the index of reliable change is here; the category goes by the scores themselves.

    Examples:
        >>> from therapygoals.goals import Direction
        >>> criteria = ChangeCriteria(
        ...     direction=Direction.INCREASE, reliability=0.8, before=Norms(40, 7.5), functional=Norms(60, 7.5)
        ... )
        >>> change = reliable_change(32.5, 47.5, criteria=criteria)
        >>> round(change.index, 3), str(change.shift), str(change.category), criteria.cutoff(Cutoff.C)
        (3.162, 'better', 'improved', 50.0)

    References:
        jacobson1991, speer1992, hsu1989, nunnally1983, hageman1999. The numbers of the example are those of
        jacobson1991.
    """
    _numbers.check_kind(criteria, ChangeCriteria, "criteria")
    _numbers.check_kind(method, ChangeMethod, "method")
    _numbers.check_kind(cutoff, Cutoff, "cutoff")
    first, last = _numbers.maybe_number(before, "before"), _numbers.maybe_number(after, "after")
    index: float | Undefined
    shift: Shift | Undefined
    category: ClinicalChange | Undefined
    if first is None or last is None:
        index = shift = category = _numbers.NOT_BOTH
    else:
        terms = _terms(criteria, first, last, method)
        index = terms if isinstance(terms, Undefined) else _numbers.quotient(*terms, _NO_ERROR)
        shift = terms if isinstance(terms, Undefined) else _shift(*terms, criteria, method)
        category = shift if isinstance(shift, Undefined) else _category(first, last, shift, criteria, cutoff)
    return ReliableChange(
        change=_numbers.change(first, last),
        index=index,
        bound=criteria.bound(method),
        shift=shift,
        category=category,
        method=method,
        cutoff=cutoff,
        direction=criteria.direction,
    )


def _correlation(one: list[float], other: list[float]) -> float | None:
    try:
        return max(-1.0, min(1.0, correlation(one, other)))
    except StatisticsError:  # one of them has no spread
        return None


def _terms(
    criteria: ChangeCriteria, before: float, after: float, method: ChangeMethod
) -> tuple[float, float] | Undefined:
    """What an index divides: a change, and the error that it is held against, both in points."""
    group, r = criteria.before, criteria.reliability
    beyond = after - (r * (before - group.mean) + group.mean)
    match method:
        case ChangeMethod.JACOBSON_TRUAX:
            return after - before, criteria.se_difference
        case ChangeMethod.EDWARDS_NUNNALLY:
            return beyond, criteria.se_measurement
        case ChangeMethod.GULLIKSEN_LORD_NOVICK:
            return beyond, group.sd * math.sqrt(1 - r * r)
        case ChangeMethod.HSU_LINN_LORD:
            if criteria.after is None:
                return _NO_AFTER
            return after - criteria.after.mean - r * (before - group.mean), group.sd * math.sqrt(1 - r * r)
        case ChangeMethod.NUNNALLY_KOTSCH:
            if criteria.reliability_after is None:
                return _NO_RELIABILITY_AFTER
            return beyond, group.sd * math.sqrt(r * r * (1 - r) + 1 - criteria.reliability_after)
        case ChangeMethod.HAGEMAN_ARRINDELL:
            return _hageman_arrindell(criteria, after - before)
        case _:
            assert_never(method)


def _hageman_arrindell(criteria: ChangeCriteria, change: float) -> tuple[float, float] | Undefined:
    if criteria.after is None:
        return _NO_AFTER
    reliable = criteria.reliability_of_change
    if isinstance(reliable, Undefined):
        return reliable
    if reliable <= 0:
        return _ALL_CHANCE
    of_group = criteria.after.mean - criteria.before.mean
    return change * reliable + of_group * (1 - reliable), math.sqrt(reliable) * criteria.se_difference


def _shift(change: float, error: float, criteria: ChangeCriteria, method: ChangeMethod) -> Shift | Undefined:
    if change == error == 0:
        return _NO_CHANGE_NO_ERROR
    if abs(change) <= criteria.bound(method) * error:
        return Shift.WITHIN
    return Shift.BETTER if _numbers.sign(criteria.direction) * change > 0 else Shift.WORSE


def _category(
    before: float, after: float, shift: Shift, criteria: ChangeCriteria, cutoff: Cutoff
) -> ClinicalChange | Undefined:
    if shift is Shift.WITHIN:
        return ClinicalChange.UNCHANGED
    line, side = criteria.cutoff(cutoff), _numbers.sign(criteria.direction)
    if isinstance(line, Undefined):
        return line
    clinical, functional = side * (before - line) < 0, side * (after - line) > 0
    if shift is Shift.BETTER:
        return ClinicalChange.RECOVERED if clinical and functional else ClinicalChange.IMPROVED
    return ClinicalChange.DETERIORATED if clinical or functional else ClinicalChange.HARMED
