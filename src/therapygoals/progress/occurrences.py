"""Adherence: how much of what was planned was done. Missed, excused and not recorded are three things.

It says nothing about whether it helped. What is excused leaves every denominator and breaks no streak. What was not
recorded is told both ways: strictly, as not done, and by what was recorded alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Observation, ObservationStatus, Period
from therapygoals.goals._checks import check_day
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.undefined import Undefined

__all__ = ["Adherence", "Consistency", "QuotaWeek", "WeeklyDays", "adherence", "consistency", "weekly_days"]

_SEEN, _MISSED = ObservationStatus.SEEN, ObservationStatus.MISSED
_EXCUSED, _UNKNOWN = ObservationStatus.EXCUSED, ObservationStatus.UNKNOWN
_WEEK = 7
_OF_A_DAY = (Period.DAY, Period.SESSION, Period.MEETING)

_NOTHING_PLANNED = Undefined("nothing was planned up to that day that was not excused")
_NOTHING_RECORDED = Undefined("nothing was recorded up to that day")
_NO_COMPLETE_WEEK = Undefined("no week is complete")


@short_repr
@attrs.frozen(kw_only=True)
class Adherence:
    """How much of what was planned was done, up to a day.

    Attributes:
        share_strict: Done of all that was planned and not excused, from 0 to 1; not recorded counts as not done.
        share_recorded: Done of what was recorded, from 0 to 1.
        longest_streak_strict: Most occurrences done in a row; one that was not recorded ends a streak.
        current_streak_strict: Occurrences done in a row up to the last one, counted the same way.
        longest_streak_recorded: Most occurrences done in a row; one that was not recorded is passed over.
        current_streak_recorded: Occurrences done in a row up to the last one recorded.
        done: Number of occurrences that were done.
        missed: Number recorded as not done.
        excused: Number that did not apply; they are in no share and end no streak.
        not_recorded: Number of which nothing is known.
        n: Number that was planned and not excused: done, missed and not recorded.
        dropped: Number of later ones, which are left out.
        as_of: The day up to which it is told.
    """

    share_strict: float | Undefined
    share_recorded: float | Undefined
    longest_streak_strict: int
    current_streak_strict: int
    longest_streak_recorded: int
    current_streak_recorded: int
    done: int
    missed: int
    excused: int
    not_recorded: int
    n: int
    dropped: int
    as_of: date


@short_repr
@attrs.frozen(kw_only=True)
class QuotaWeek:
    """The days of one week on which something was done.

    Attributes:
        week: ISO week, such as ``2026-W01``; its year need not be that of each of its days.
        days_in_window: Days of the week that are looked at, from 1 to 7.
        days_done: Days with something done, from 0 to 7.
        days_excused: Days with something excused and nothing done.
        met: Whether the days done reach the quota.
        complete: Whether all seven days are looked at and none was excused. A week that is not had less of a chance.
    """

    week: str
    days_in_window: int
    days_done: int
    days_excused: int
    met: bool
    complete: bool


@short_repr
@attrs.frozen(kw_only=True)
class WeeklyDays:
    """Weeks held against a quota of days.

    Attributes:
        share: Share of the complete weeks that met the quota, from 0 to 1.
        weeks: Each week that the window touches, in order.
        quota: Days a week that were meant, from 1 to 7.
        met: Number of weeks that met it, complete or not.
        n: Number of complete weeks.
        n_met: Number of complete weeks that met it.
        dropped: Number of entries outside the window, which are left out.
    """

    share: float | Undefined
    weeks: tuple[QuotaWeek, ...]
    quota: int
    met: int
    n: int
    n_met: int
    dropped: int


@short_repr
@attrs.frozen(kw_only=True)
class Consistency:
    """How steadily it was done lately: a share in which what is longer ago counts for less.

    Attributes:
        strict: Weighted share done of all that was planned and not excused, from 0 to 1.
        recorded: Weighted share done of what was recorded, from 0 to 1.
        half_life_days: Days after which an occurrence counts for half.
        excused: Number that did not apply, which is left out.
        not_recorded: Number of which nothing is known.
        n: Number that was planned and not excused.
        dropped: Number of later ones, which are left out.
        as_of: The day up to which it is told.
    """

    strict: float | Undefined
    recorded: float | Undefined
    half_life_days: float
    excused: int
    not_recorded: int
    n: int
    dropped: int
    as_of: date


def adherence(planned: Iterable[Observation], *, as_of: date) -> Adherence:
    """Shares and streaks of what was planned.

    Formula:
        share strict = done / (done + missed + not recorded)
        share recorded = done / (done + missed)
        streak = run of done in the order of days; excused ones are passed over

    Args:
        planned: One entry for each planned occurrence, with its status: seen where it was done, missed, excused, or
            unknown where nothing was recorded. Seen with a value of 0 counts as missed. Entries may come in any order;
            those of one day are taken in the order given. What was done without a plan is not among them.
        as_of: The day up to which it is told; later entries are left out and counted as dropped.

    Returns:
        Shares without unit from 0, nothing done, to 1, all done; more is more of the plan. `Undefined` where nothing
        was planned, or recorded. Streaks count occurrences, not days: days without a plan neither extend nor end one.

    Raises:
        FieldTypeError: An entry is no `Observation`, or the day no `datetime.date` without a time of day.

    When it misleads:
        The two shares drift apart where recording is patchy: who records good days only looks better in one and worse
        in the other. A streak that ended says little: a day off is not a return to the start. A high share of an easy
        plan is not more than a low share of a hard one.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Observation
        >>> days = [date(2026, 3, day) for day in (2, 4, 6, 9, 11)]
        >>> walks = [Observation(days[0]), Observation(days[1]), Observation.excused(days[2]),
        ...          Observation(days[3]), Observation.unknown(days[4])]
        >>> told = adherence(walks, as_of=date(2026, 3, 15))
        >>> told.share_strict, told.share_recorded, told.longest_streak_strict, told.current_streak_recorded
        (0.75, 1.0, 3, 3)

    References:
        vrijens2012 for the word and what it covers; shares and streaks are defined here, and were checked against R.
    """
    entries, dropped = _up_to(planned, as_of)
    statuses = [_status(entry) for entry in entries]
    count = Counter(statuses)
    n, recorded = len(statuses) - count[_EXCUSED], count[_SEEN] + count[_MISSED]
    strict = _streaks(statuses, passed_over=(_EXCUSED,))
    of_recorded = _streaks(statuses, passed_over=(_EXCUSED, _UNKNOWN))
    return Adherence(
        share_strict=count[_SEEN] / n if n else _NOTHING_PLANNED,
        share_recorded=count[_SEEN] / recorded if recorded else _NOTHING_RECORDED,
        longest_streak_strict=max(strict),
        current_streak_strict=strict[-1],
        longest_streak_recorded=max(of_recorded),
        current_streak_recorded=of_recorded[-1],
        done=count[_SEEN],
        missed=count[_MISSED],
        excused=count[_EXCUSED],
        not_recorded=count[_UNKNOWN],
        n=n,
        dropped=dropped,
        as_of=as_of,
    )


def weekly_days(entries: Iterable[Observation], *, quota: int, start: date, end: date, as_of: date) -> WeeklyDays:
    """Days a week with something done, week by week, against a quota such as five days a week.

    Formula:
        weeks = ISO weeks, from Monday on, that overlap start to min(end, as_of)
        days done = different days of the week with at least one entry done
        met = days done >= quota
        share = complete weeks that met the quota / complete weeks

    Args:
        entries: What was recorded, planned or not, in any order; several entries of one day make one day. Each is about
            a day, a session or a meeting. Seen with a value of 0 counts as missed.
        quota: Days a week that were meant, from 1 to 7.
        start: First day that is looked at.
        end: Last day that is looked at.
        as_of: The day up to which it is told; it cuts the window where it lies before the end.

    Returns:
        Each week with its days, whether it met the quota, and whether it is complete; more days are more of the plan. A
        week that is cut by the window, or holds an excused day, is not complete and not in the share. The share is
        `Undefined` where no week is complete.

    Raises:
        FieldTypeError: An entry is no `Observation`, a day no `datetime.date` without a time of day, or the quota no
            int.
        FieldError: The quota lies outside 1 to 7, the end before the start, or an entry is about a longer stretch.

    When it misleads:
        A week of four days out of five counts as none, so look at the days as well. A week without any record looks the
        same as a week without any walk. A short window has few complete weeks.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Observation
        >>> walks = [Observation(date(2026, 3, day)) for day in (2, 4, 4, 6, 9, 16)]
        >>> first, last = date(2026, 3, 2), date(2026, 3, 18)
        >>> told = weekly_days(walks, quota=3, start=first, end=last, as_of=last)
        >>> [(week.week, week.days_done, week.complete, week.met) for week in told.weeks]
        [('2026-W10', 3, True, True), ('2026-W11', 1, True, False), ('2026-W12', 1, False, False)]
        >>> told.share
        0.5

    References:
        iso2019 for weeks; quotas are counted as defined here, and were checked against R.
    """
    found = _all(entries, "entries")
    for place, entry in enumerate(found):
        if entry.covers not in _OF_A_DAY:
            raise FieldError(f"entries[{place}].covers", "must be day, session or meeting", str(entry.covers))
    _check_quota(quota)
    for day, field in ((start, "start"), (end, "end"), (as_of, "as_of")):
        check_day(day, field)
    if end < start:
        raise FieldError("end", f"must not lie before start ({start})", str(end))
    last = min(end, as_of)
    inside = [entry for entry in found if start <= entry.on <= last]
    done = {entry.on for entry in inside if _status(entry) is _SEEN}
    excused = {entry.on for entry in inside if entry.status is _EXCUSED} - done
    days = (date.fromordinal(day) for day in range(start.toordinal(), last.toordinal() + 1))
    weeks = tuple(
        _week(year, week, set(of_week), done, excused, quota)
        for (year, week), of_week in groupby(days, key=lambda day: day.isocalendar()[:2])
    )
    complete = [week.met for week in weeks if week.complete]
    return WeeklyDays(
        share=sum(complete) / len(complete) if complete else _NO_COMPLETE_WEEK,
        weeks=weeks,
        quota=quota,
        met=sum(week.met for week in weeks),
        n=len(complete),
        n_met=sum(complete),
        dropped=len(found) - len(inside),
    )


def consistency(planned: Iterable[Observation], *, as_of: date, half_life_days: float) -> Consistency:
    """How steadily it was done lately: the share of what was planned, where what is longer ago counts for less.

    Formula:
        weight = 0.5 ** (days before as_of / half-life)
        consistency = sum of the weights of what was done / sum of all weights
        strict over done, missed and not recorded; recorded over done and missed

    Args:
        planned: One entry for each planned occurrence, as for `adherence`, in any order.
        as_of: The day up to which it is told; later entries are left out and counted as dropped.
        half_life_days: Days after which an occurrence counts for half; at least 1. A month, say 30, forgives a bad week
            soon; the longer it is, the nearer the result comes to the plain share.

    Returns:
        Shares without unit from 0, nothing done, to 1, all done; more is steadier. `Undefined` where nothing was
        planned, or recorded.

    Raises:
        FieldTypeError: An entry is no `Observation`, the day no `datetime.date` without a time of day, or the half-life
            no number.
        FieldError: The half-life is below 1 or not finite.

    When it misleads:
        Results with different half-lives do not compare. It stays as it is while nothing is planned, however long that
        is. It tells when things were done, not whether they helped.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Observation
        >>> walks = [Observation.missed(date(2026, 3, 1)), Observation(date(2026, 3, 31))]
        >>> told = consistency(walks, as_of=date(2026, 3, 31), half_life_days=30)
        >>> round(told.strict, 3)
        0.667

    References:
        hunter1986 for exponential weights; that they go by days and not by turns is this library's choice.
    """
    half_life = _numbers.number(half_life_days, "half_life_days", low=1)
    entries, dropped = _up_to(planned, as_of)
    statuses = [_status(entry) for entry in entries]
    known = [(entry.on, status) for entry, status in zip(entries, statuses, strict=True) if status is not _EXCUSED]
    return Consistency(
        strict=_weighted(known, half_life, _NOTHING_PLANNED),
        recorded=_weighted([one for one in known if one[1] is not _UNKNOWN], half_life, _NOTHING_RECORDED),
        half_life_days=half_life,
        excused=len(statuses) - len(known),
        not_recorded=statuses.count(_UNKNOWN),
        n=len(known),
        dropped=dropped,
        as_of=as_of,
    )


def _all(entries: object, field: str) -> tuple[Observation, ...]:
    found = cast("tuple[Observation, ...]", _numbers.members(entries, field, "observations"))
    for place, entry in enumerate(found):
        _numbers.check_kind(entry, Observation, f"{field}[{place}]")
    return found


def _up_to(planned: object, as_of: date) -> tuple[list[Observation], int]:
    """The entries up to a day in the order of their days, and how many come later."""
    found = _all(planned, "planned")
    check_day(as_of, "as_of")
    until = sorted((entry for entry in found if entry.on <= as_of), key=lambda entry: entry.on)
    return until, len(found) - len(until)


def _status(entry: Observation) -> ObservationStatus:
    """What an entry says; seen with a count of 0 is a recorded none, like missed."""
    return _MISSED if entry.status is _SEEN and not entry.count else entry.status


def _streaks(statuses: Iterable[ObservationStatus], passed_over: Sequence[ObservationStatus]) -> list[int]:
    """Lengths of the runs of done, in order; 0 for a run of not done, and one to begin with."""
    kept = [status is _SEEN for status in statuses if status not in passed_over]
    return [0, *(sum(run) for _, run in groupby(kept))]


def _check_quota(quota: object) -> None:
    if isinstance(quota, bool) or not isinstance(quota, int):
        raise FieldTypeError("quota", "must be an int", type(quota).__name__)
    _numbers.number(quota, "quota", low=1, high=_WEEK)


def _week(year: int, week: int, days: set[date], done: set[date], excused: set[date], quota: int) -> QuotaWeek:
    days_done, days_excused = len(days & done), len(days & excused)
    return QuotaWeek(
        week=f"{year:04}-W{week:02}",
        days_in_window=len(days),
        days_done=days_done,
        days_excused=days_excused,
        met=days_done >= quota,
        complete=len(days) == _WEEK and not days_excused,
    )


def _weighted(known: Sequence[tuple[date, ObservationStatus]], half_life: float, why: Undefined) -> float | Undefined:
    if not known:
        return why
    last, _ = known[-1]  # weights go by the last day, so that however long ago it is, not all are 0
    weights = [0.5 ** ((last - day).days / half_life) for day, _ in known]
    done = (weight for weight, (_, status) in zip(weights, known, strict=True) if status is _SEEN)
    return math.fsum(done) / math.fsum(weights)
