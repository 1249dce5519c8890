"""Making one report of a journal: each metric is given what the entries allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Direction, FrequencyTarget, GasTarget, Observation, Party, Progress, ScaleTarget, Target
from therapygoals.plan import GoalState, Journal, PlannedGoal, Standing, TreatmentPlan, judge
from therapygoals.progress import _numbers, _series
from therapygoals.progress.effects import PhaseEffect
from therapygoals.progress.expected_course import ExpectedCourse, TrackSignal, track_signal
from therapygoals.progress.gas import gas_change, gas_score
from therapygoals.progress.mean_differences import standardised_mean_difference
from therapygoals.progress.occurrences import WeeklyDays, adherence, consistency, weekly_days
from therapygoals.progress.overlap import nap
from therapygoals.progress.percent import GoalPercent, percent_of_goal, percent_of_goal_obtained
from therapygoals.progress.rater_agreement import RaterAgreement, rater_agreement
from therapygoals.progress.ratings import rating_change
from therapygoals.progress.reliable_change import ChangeCriteria, reliable_change
from therapygoals.progress.reports import GoalReport, PlanFigures, ProgressReport, TargetReport
from therapygoals.progress.stall import stall
from therapygoals.progress.thresholds import Threshold, important_change
from therapygoals.progress.trend import direction_of_travel, least_squares
from therapygoals.progress.undefined import Undefined

__all__ = ["report"]

_T = TypeVar("_T")
_WEEK = 7

_NO_WAY = Undefined("no one way is better: it is to stay as it is, or it happens or does not")
_RANKS = Undefined("levels are ranks, and have no distances")
_BY_PERIODS = Undefined("a quota is held against each period, and has no one number on a line")
_NO_BOUND = Undefined("no number to get to has been agreed")
_NOTHING_BEFORE = Undefined("nothing was recorded about days before the goal was begun")
_NOTHING_SINCE = Undefined("nothing has been recorded since the goal was begun")
_NO_START = Undefined("no baseline was agreed, and one value is not a start and an end")
_NO_THRESHOLD = Undefined("no threshold was given for it")
_NO_CRITERIA = Undefined("no norms and no reliability were given for it")
_NO_COURSE = Undefined("no expected course was given for it")
_NO_RATING = Undefined("it is no rating, so two people cannot agree about it")
_NO_REASONS = Undefined("a journal holds no ratings of the reasons for which goals are pursued")
_OF_NUMBERS = (
    "percent",
    "travel",
    "line",
    "nap",
    "mean_difference",
    "obtained",
    "stall",
    "important_change",
    "reliable_change",
    "track",
)
_NOT_OF_RANKS = tuple(name for name in _OF_NUMBERS if name not in ("percent", "travel", "nap"))


def report(
    journal: Journal,
    *,
    on: date,
    rater: Party = Party.CLIENT,
    level: float = 0.95,
    rho: float = 0.3,
    half_life_days: float = 30,
    stall_window: int = 3,
    thresholds: Mapping[str, Threshold] | None = None,
    ratings_threshold: Threshold | None = None,
    criteria: Mapping[str, ChangeCriteria] | None = None,
    courses: Mapping[str, ExpectedCourse] | None = None,
) -> ProgressReport:
    """Every figure that a journal allows on a day, and for each that it does not allow, why not.

    Every entry counts for the target it was held against when it was recorded. Days on hold and days after the end of a
    goal leave every figure. Values of earlier versions count along where they measure the same in the same unit.

    Args:
        journal: What happened.
        on: The day of asking; what happened later is left out.
        rater: Whose ratings to use where several people rate; entries that name nobody count as theirs.
        level: Level of the intervals and tests, above 0 and below 1.
        rho: Correlation assumed between goals in goal attainment scaling, from 0 to 1.
        half_life_days: Days after which an occasion counts for half in the consistency; at least 1.
        stall_window: How many values on either side tell whether it has come to a stand; 1 or more.
        thresholds: How large a change has to be to matter, by the name of the target (see `TargetReport`).
        ratings_threshold: The same for the mean of the goal-based ratings.
        criteria: Norms and reliability of a measure, by the name of the target.
        courses: Expected courses in weeks from the day the goal was begun, by the name of the target.

    Returns:
        The report. What it rests on, and what was dropped, stands in each figure.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: A number is out of range.
        UnknownNameError: A threshold, a set of criteria or a course is for a target that is not there.

    When it misleads:
        Many figures of one person are many chances to find something. Choose what to report before looking, and say
        how many there were. Figures of unlike goals are not to be compared.

    Examples:
        >>> from datetime import date, timedelta
        >>> from therapygoals import Actor, GoalMoved, GoalProposed, GoalState, Journal, Observation, Observed
        >>> from therapygoals import OutcomeGoal, Party, Scale, ScaleTarget
        >>> day, ruth = date(2026, 3, 2), Actor(Party.CLIENT)
        >>> calm = OutcomeGoal("Feel calmer", [ScaleTarget(at_least=7, baseline=3, scale=Scale())], id="calm")
        >>> journal = Journal().record(GoalProposed(id="1", on=day, by=ruth, goal=calm))
        >>> journal = journal.record(GoalMoved(id="2", on=day, by=ruth, goal="calm", to=GoalState.ACCEPTED))
        >>> journal = journal.record(GoalMoved(id="3", on=day, by=ruth, goal="calm", to=GoalState.ACTIVE))
        >>> seen = [Observation(day + timedelta(weeks=week), 3 + week, goal="calm") for week in range(4)]
        >>> journal = journal.record(Observed(id="4", on=date(2026, 3, 30), by=ruth, observations=seen))
        >>> told = report(journal, on=date(2026, 3, 30))["calm"].targets[0]
        >>> told.percent.raw, told.travel.slope_per_week
        (75.0, 1.0)
        >>> print(told.adherence)
        undefined: it is no routine with planned occasions
    """
    _numbers.check_kind(journal, Journal, "journal")
    _numbers.check_kind(rater, Party, "rater")
    plan = journal.plan(on=on)
    known = [name for planned in plan for name, _ in _named(planned)]
    asked = _Asked(
        plan=plan,
        on=on,
        rater=rater,
        level=_numbers.check_level(level),
        rho=rho,
        half_life_days=half_life_days,
        stall_window=stall_window,
        thresholds=_given(thresholds, "thresholds", Threshold, known),
        ratings_threshold=ratings_threshold,
        criteria=_given(criteria, "criteria", ChangeCriteria, known),
        courses=_given(courses, "courses", ExpectedCourse, known),
    )
    seen = [_Seen.of(planned, rater, on) for planned in plan]
    goals = tuple(map(asked.goal, seen))
    return ProgressReport(on=on, goals=goals, plan=asked.together(seen), rater=rater, level=asked.level)


@attrs.frozen
class _Seen:
    """A goal as one rater sees it, with where it stands by that, and as all see it together."""

    planned: PlannedGoal
    standing: Standing
    of_all: PlannedGoal

    @classmethod
    def of(cls, planned: PlannedGoal, rater: Party, on: date) -> _Seen:
        ours = _series.of_one_rater(planned, rater)
        return cls(ours, judge(ours, on=on), planned)

    def entries(self, target: Target) -> tuple[list[Observation], int]:
        return _series.entries_of(self.planned, self.standing, target)

    def agreement(self, target: Target, level: float) -> RaterAgreement | Undefined:
        if not isinstance(target, ScaleTarget):
            return _NO_RATING
        entries, _ = _series.entries_of(self.of_all, judge(self.of_all, on=self.standing.on), target)
        client, therapist = _series.pairs_by_day(entries)
        return rater_agreement(client, therapist, low=target.scale.low, high=target.scale.high, level=level)

    def first_and_last(self, target: Target) -> tuple[float | None, float | None]:
        """Where a target started and where it is now; None where that is not known."""
        told = _series.series_of(target, self.entries(target)[0], start=None, on=self.standing.on)
        return (None, None) if isinstance(told, Undefined) else _first_and_last(target, told)


def _named(planned: PlannedGoal) -> Iterator[tuple[str, Target]]:
    """The targets of the newest version, by the names that a caller may use for them."""
    targets = planned.version.goal.targets
    for target in targets:
        yield (planned.id if len(targets) == 1 else f"{planned.id}/{target.key}"), target


def _given(given: object, field: str, kind: type[_T], known: list[str]) -> Mapping[str, _T]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise FieldTypeError(field, f"must be a mapping from names of targets to {kind.__name__}", type(given).__name__)
    found = cast("Mapping[str, _T]", given)
    for name, value in found.items():
        if name not in known:
            raise UnknownNameError(field, f"must name one of: {', '.join(known)}", name)
        _numbers.check_kind(value, kind, f"{field}[{name!r}]")
    return found


@attrs.frozen(kw_only=True)
class _Asked:
    """What was asked for, and how each part of it is answered."""

    plan: TreatmentPlan
    on: date
    rater: Party
    level: float
    rho: float
    half_life_days: float
    stall_window: int
    thresholds: Mapping[str, Threshold]
    ratings_threshold: Threshold | None
    criteria: Mapping[str, ChangeCriteria]
    courses: Mapping[str, ExpectedCourse]

    def goal(self, seen: _Seen) -> GoalReport:
        told = zip(_named(seen.planned), seen.standing.now.targets, strict=True)
        targets = tuple(self.target(seen, name, target, now) for (name, target), now in told)
        text = seen.planned.version.goal.statement.text
        return GoalReport(goal=seen.planned.id, statement=text, standing=seen.standing, targets=targets)

    def target(self, seen: _Seen, name: str, target: Target, now: Progress) -> TargetReport:
        planned, start = seen.planned, _series.begun(seen.planned)
        entries, left_out = seen.entries(target)
        occasions = _series.occasions_of(self.plan, planned, target, entries, on=self.on)
        steady: dict[str, Any] = {"adherence": occasions, "consistency": occasions}
        if not isinstance(occasions, Undefined):
            lately = consistency(occasions, as_of=self.on, half_life_days=self.half_life_days)
            steady = {"adherence": adherence(occasions, as_of=self.on), "consistency": lately}
        series = _series.series_of(target, entries, start=start, on=self.on)
        return TargetReport(
            name=name,
            key=target.key,
            target=str(target),
            version=seen.standing.version,
            left_out=left_out,
            untold=0 if isinstance(series, Undefined) else series.untold,
            progress=now,
            weeks=self._weeks(planned, target, entries),
            agreement=seen.agreement(target, self.level),
            **steady,
            **self._of_numbers(name, target, series, start),
        )

    def _of_numbers(
        self, name: str, target: Target, series: _series.Series | Undefined, start: date | None
    ) -> dict[str, Any]:
        """The figures that rest on numbers with a way that is better."""
        if isinstance(series, Undefined):
            return dict.fromkeys(_OF_NUMBERS, series)
        if target.direction not in (Direction.INCREASE, Direction.DECREASE):
            return dict.fromkeys(_OF_NUMBERS, _NO_WAY)
        told = _Numbers(target, series, start, self.level)
        figures: dict[str, object] = {
            "percent": _BY_PERIODS if isinstance(target, FrequencyTarget) else told.percent(),
            "travel": direction_of_travel(series.values, on=series.days, direction=told.direction, level=self.level),
            "line": least_squares(series.values, on=series.days, level=self.level),
            "nap": told.of_phases(nap),
            "mean_difference": told.of_phases(standardised_mean_difference),
            "obtained": _NO_BOUND if told.goal is None else told.of_phases(percent_of_goal_obtained, goal=told.goal),
            "stall": _NO_THRESHOLD,
            "important_change": _NO_THRESHOLD,
            "reliable_change": _NO_CRITERIA,
            "track": _NO_COURSE,
        }
        if (least := self.thresholds.get(name)) is not None:
            way: dict[str, Any] = {"threshold": least, "direction": told.direction}
            figures["stall"] = stall(series.values, window=self.stall_window, goal=told.goal, **way)
            figures["important_change"] = important_change(told.first, told.last, **way)
        if (criteria := self.criteria.get(name)) is not None:
            if criteria.direction is not told.direction:
                rule = f"must have the direction of the target ({told.direction})"
                raise FieldError(f"criteria[{name!r}].direction", rule, str(criteria.direction))
            figures["reliable_change"] = reliable_change(told.first, told.last, criteria=criteria)
        if (course := self.courses.get(name)) is not None:
            figures["track"] = told.track(course)
        return figures | dict.fromkeys(_NOT_OF_RANKS, _RANKS) if isinstance(target, GasTarget) else figures

    def _weeks(self, planned: PlannedGoal, target: Target, entries: Sequence[Observation]) -> WeeklyDays | Undefined:
        quota, start = _series.quota_of(target), _series.begun(planned)
        if isinstance(quota, Undefined):
            return quota
        if start is None:
            return _series.NOT_BEGUN
        if not entries:
            return _series.NOTHING_RECORDED
        if any(entry.covers in _series.LONG for entry in entries):
            return _series.TOLD_BY_WEEK
        last = min(self.on, _series.ended(planned) or self.on)
        rested = [Observation.excused(day) for day in _series.held_days(planned, start, last)]
        return weekly_days([*entries, *rested], quota=quota, start=start, end=last, as_of=self.on)

    def together(self, seen: Iterable[_Seen]) -> PlanFigures:
        """The figures of the goals taken together."""
        meant = [one for one in seen if one.standing.state not in _NOT_MEANT]
        targets = [(one, target) for one in meant for _, target in _named(one.planned)]
        scaled = [one.first_and_last(target) for one, target in targets if isinstance(target, GasTarget)]
        weights = [target.weight for _, target in targets if isinstance(target, GasTarget)] or None
        rated = [one.first_and_last(target) for one, target in targets if _is_goal_rating(target)]
        before, after = [first for first, _ in scaled], [last for _, last in scaled]
        looks = self.plan.check_ins
        return PlanFigures(
            gas=gas_score(after, weights=weights, rho=self.rho),
            gas_change=gas_change(before, after, weights=weights, rho=self.rho),
            ratings=rating_change(
                [first for first, _ in rated],
                [last for _, last in rated],
                rater=self.rater,
                threshold=self.ratings_threshold,
            ),
            satisfaction=direction_of_travel(
                [look.satisfaction for look in looks],
                on=[look.on for look in looks],
                direction=Direction.INCREASE,
                level=self.level,
            ),
            self_concordance=_NO_REASONS,
        )


_NOT_MEANT = (GoalState.REJECTED, GoalState.ENTERED_IN_ERROR)


def _is_goal_rating(target: Target) -> bool:
    """Whether it is a rating from 0 to 10 where more is better, and no score of a questionnaire."""
    if not isinstance(target, ScaleTarget) or target.direction is not Direction.INCREASE:
        return False
    return (target.scale.low, target.scale.high, target.scale.instrument) == (0, 10, None)


def _first_and_last(target: Target, series: _series.Series) -> tuple[float | None, float]:
    """The baseline where one was agreed, else the first of several values; and the last value."""
    first, last = series.values[0], series.values[-1]
    baseline = cast("float | None", getattr(target, "baseline", None))
    return first if baseline is None and len(series.values) > 1 else baseline, last


class _Numbers:
    """The numbers of one target, and what they are held against."""

    def __init__(self, target: Target, series: _series.Series, start: date | None, level: float) -> None:
        line = target.line
        self.goal = None if line is None else line.high if line.low is None else line.low
        self.direction = target.direction
        self.first, self.last = _first_and_last(target, series)
        self._series, self._start, self._level = series, start, level

    def percent(self) -> GoalPercent | Undefined:
        if self.goal is None:
            return _NO_BOUND
        if self.first is None:
            return _NO_START
        return percent_of_goal(baseline=self.first, current=self.last, target=self.goal, direction=self.direction)

    def of_phases(self, metric: Callable[..., PhaseEffect], **more: float) -> PhaseEffect | Undefined:
        if self._start is None:
            return _series.NOT_BEGUN
        values, cut = self._series.values, self._series.before
        if not values[:cut]:
            return _NOTHING_BEFORE
        if not values[cut:]:
            return _NOTHING_SINCE
        return metric(values[:cut], values[cut:], direction=self.direction, level=self._level, **more)

    def track(self, course: ExpectedCourse) -> TrackSignal | Undefined:
        if self._start is None:
            return _series.NOT_BEGUN
        at = (self._series.days[-1] - self._start).days / _WEEK
        return track_signal(self.last, at=at, course=course, direction=self.direction, level=self._level)
