"""Self-concordance: does a person pursue a goal out of interest and conviction, or out of guilt and pressure?"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["SelfConcordance", "self_concordance"]

_NOT_ALL = Undefined("not all four reasons were rated")
_NO_GOAL = Undefined("no goal has all four reasons rated")


@short_repr
@attrs.frozen(kw_only=True)
class SelfConcordance:
    """How far a person's goals are their own.

    Attributes:
        index: Mean over the goals of the sum of the two own reasons minus the sum of the two others, in points.
        mean_form: The same with means of two reasons in place of their sums: half of the index.
        goals: The index of each goal, in the order given.
        most: The most that the index can be; the least is as far below 0.
        n: Number of goals with all four reasons rated.
        dropped: Number of goals without.
    """

    index: float | Undefined
    mean_form: float | Undefined
    goals: tuple[float | Undefined, ...]
    most: float
    n: int
    dropped: int


def self_concordance(
    *,
    intrinsic: Iterable[float | None],
    identified: Iterable[float | None],
    introjected: Iterable[float | None],
    external: Iterable[float | None],
    low: float,
    high: float,
) -> SelfConcordance:
    """Self-concordance index of each goal of a person, and on average.

    Formula:
        index of a goal = (intrinsic + identified) - (introjected + external)
        index of a person = mean of these over the goals with all four reasons rated
        mean form = index / 2
        range from -2 * (high - low) to 2 * (high - low)

    Args:
        intrinsic: How far each goal is pursued for the fun or interest of it, from `low` to `high`. None where it was
            not rated.
        identified: How far because the person holds it to matter, in the same order.
        introjected: How far because of guilt, shame or worry otherwise.
        external: How far because somebody else wants it, or for what it brings.
        low: Lowest rating that there is; differs between studies, so it has to be told.
        high: Highest rating that there is.

    Returns:
        Points around 0, where both kinds of reasons weigh the same; more is more of one's own. `Undefined` for a goal
        with a reason that was not rated, and for the person where all goals are so.

    Raises:
        FieldTypeError: A rating is no number.
        FieldError: A rating is out of range, the lengths differ, or `high` does not lie above `low`.

    When it misleads:
        The index of two forms with other scales cannot be compared. A 0 can be no reason at all or many of both kinds;
        look at the four. People know only part of their reasons, and say what is expected of them.

    Examples:
        >>> concordance = self_concordance(
        ...     intrinsic=[7, 2], identified=[9, 5], introjected=[3, 6], external=[1, 8], low=1, high=9
        ... )
        >>> concordance.goals, concordance.index, concordance.mean_form, concordance.most
        ((12.0, -7.0), 2.5, 1.25, 16.0)

    References:
        sheldon1999.
    """
    scale = _numbers.number(high, "high") - _numbers.number(low, "low")
    if scale <= 0:
        raise FieldError("high", f"must lie above low ({low:g})", high)
    given = {"intrinsic": intrinsic, "identified": identified, "introjected": introjected, "external": external}
    rated = {field: _numbers.numbers(value, field, low=low, high=high) for field, value in given.items()}
    for field, values in rated.items():
        _numbers.check_same_length(field, values, "intrinsic", rated["intrinsic"])
    goals = tuple(_index(reasons) for reasons in zip(*rated.values(), strict=True))
    known = [goal for goal in goals if not isinstance(goal, Undefined)]
    index = fmean(known) if known else _NO_GOAL
    return SelfConcordance(
        index=index,
        mean_form=index if isinstance(index, Undefined) else index / 2,
        goals=goals,
        most=2 * scale,
        n=len(known),
        dropped=len(goals) - len(known),
    )


def _index(reasons: tuple[float | None, ...]) -> float | Undefined:
    if None in reasons:
        return _NOT_ALL
    intrinsic, identified, introjected, external = _numbers.present(reasons)
    return (intrinsic + identified) - (introjected + external)
