"""Lines that type checkers read and nobody runs: what metrics give, and what they refuse."""

from datetime import date
from typing import assert_type

from therapygoals.goals import Direction, Observation, Party
from therapygoals.plan import Journal
from therapygoals.progress import (
    Adherence,
    ChangeCriteria,
    ClinicalChange,
    Course,
    CoursePoint,
    Cutoff,
    ExpectedCourse,
    FigureKind,
    GasFinding,
    Instrument,
    InstrumentScore,
    Norms,
    PercentStatus,
    PhaseContrast,
    PhaseEffect,
    ReportFigure,
    Shift,
    Threshold,
    Track,
    Travel,
    Undefined,
    adherence,
    baseline_corrected_tau,
    consistency,
    direction_of_travel,
    gas_change,
    gas_findings,
    gas_level,
    gas_score,
    gas_weights,
    half_sd,
    important_change,
    instrument,
    least_squares,
    log_response_ratio,
    mann_kendall,
    mann_whitney_p,
    nap,
    percent_of_goal,
    percent_of_goal_obtained,
    pnd,
    rater_agreement,
    rating_change,
    reliable_change,
    report,
    self_concordance,
    stall,
    standardised_mean_difference,
    theil_sen,
    track_signal,
    weekly_days,
)

assert_type(gas_score([1, None, 0.5]).t, float | Undefined)
assert_type(gas_change([0], [1], weights=[2]).change, float | Undefined)
assert_type(gas_level(50, weights=[1, 1]), float)
assert_type(gas_weights([1, 2], [3, 2]), tuple[float, ...])
assert_type(gas_findings(("a", None, "b", None, "c")), tuple[GasFinding, ...])

up = Direction.INCREASE
percent = percent_of_goal(baseline=1, current=2, target=None, direction=up)
assert_type(percent.reached, bool | Undefined)
assert_type(percent.status, PercentStatus)
assert_type(percent_of_goal_obtained([1], [2, None], goal=3, direction=up), PhaseEffect)

five = Threshold(5, "a source")
assert_type(half_sd(7.5), Threshold | Undefined)
assert_type(important_change(1, None, threshold=five, direction=up).shift, Shift | Undefined)
assert_type(rating_change([1], [2], rater=Party.CLIENT).goals[0].change, float | Undefined)

criteria = ChangeCriteria(direction=up, reliability=0.8, before=Norms(40, 7.5))
assert_type(criteria.cutoff(Cutoff.A), float | Undefined)
assert_type(criteria.se_measurement, float)
assert_type(reliable_change(1, 2, criteria=criteria).category, ClinicalChange | Undefined)

day = date(2026, 3, 2)
assert_type(least_squares([1, None], on=[day, day]).p, float | Undefined)
assert_type(theil_sen([1], on=[day], level=0.9).start, date | Undefined)
assert_type(mann_kendall([1], on=[day]).course, Course | Undefined)
assert_type(direction_of_travel([1], on=[day], direction=up).travel, Travel | Undefined)

walk = Observation(day)
assert_type(adherence([walk], as_of=day).share_strict, float | Undefined)
assert_type(weekly_days([walk], quota=3, start=day, end=day, as_of=day).weeks[0].met, bool)
assert_type(consistency([walk], as_of=day, half_life_days=30).recorded, float | Undefined)
phq = instrument("PHQ-9")
assert_type(phq, Instrument)
assert_type(phq.score([0, None]), InstrumentScore)
assert_type(phq.score([0]).total, float | Undefined)
assert_type(phq.score([0]).band, str | Undefined)
assert_type(phq.figures_of(FigureKind.MEAN)[0].as_norms(), Norms)
assert_type(phq.figures_of(FigureKind.IMPORTANT_CHANGE)[0].as_threshold(), Threshold)

course = ExpectedCourse((CoursePoint(0, 18, sd=5),), "a source")
assert_type(course.at(3), CoursePoint | Undefined)
assert_type(track_signal(12, at=3, course=course, direction=up, level=0.8).track, Track | Undefined)
assert_type(rater_agreement([1], [2]).kappa_linear.value, float | Undefined)
assert_type(stall([1, None], window=3, threshold=five, direction=up).stalled, bool | Undefined)
own = self_concordance(intrinsic=[1], identified=[2], introjected=[3], external=[None], low=1, high=9)
assert_type(own.goals, tuple[float | Undefined, ...])

assert_type(nap([1, None], [2], direction=up), PhaseEffect)
assert_type(nap([1], [2], direction=up).se, float | Undefined)
assert_type(pnd([1], [2], direction=up), PhaseContrast)
assert_type(mann_whitney_p([1], [2], direction=up), float | Undefined)
assert_type(baseline_corrected_tau([1], [2], direction=up), PhaseEffect)
assert_type(log_response_ratio([1], [2], direction=up).estimate, float | Undefined)
assert_type(standardised_mean_difference([1], [2], direction=up, pooled=True), PhaseEffect)

told = gas_score([1]).t
if not isinstance(told, Undefined):
    assert_type(told < 1, bool)

# What both type checkers must refuse
gas_score([1]).t + 1  # type: ignore[operator]
round(gas_score([1]).t)  # type: ignore[arg-type]
gas_score(["1"])  # type: ignore[list-item]
rating_change([1], [2])  # type: ignore[call-arg]
rating_change([1], [2], rater=Party.CLIENT, threshold=2.45)  # type: ignore[arg-type]
percent_of_goal(baseline=1, current=2, target=3, direction="increase")  # type: ignore[arg-type]
percent_of_goal(1, 2, 3, direction=up)  # type: ignore[call-arg]
percent.raw = 5  # type: ignore[misc]
least_squares([1], on=["2026-03-02"])  # type: ignore[list-item]
least_squares([1], [day])  # type: ignore[call-arg]
direction_of_travel([1], on=[day])  # type: ignore[call-arg]
adherence([True, False], as_of=day)  # type: ignore[list-item]
adherence([walk])  # type: ignore[call-arg]
phq.score("012301230")  # type: ignore[arg-type]
phq.score([0]).total + 1  # type: ignore[operator]
instrument(9)  # type: ignore[arg-type]
stall([1], window=3, threshold=2, direction=up)  # type: ignore[arg-type]
track_signal(12, at=3, course=course, direction=up)  # type: ignore[call-arg]
self_concordance(intrinsic=[1], identified=[2], introjected=[3], external=[4])  # type: ignore[call-arg]

told_of_all = report(Journal(), on=day, thresholds={"calm": five})
assert_type(told_of_all.figures, tuple[ReportFigure, ...])
assert_type(told_of_all["calm"].targets[0].adherence, Adherence | Undefined)
assert_type(told_of_all.plan.gas.t, float | Undefined)
report(Journal())  # type: ignore[call-arg]
report(Journal(), on=day, thresholds={"calm": 2})  # type: ignore[dict-item]
nap([1], [2])  # type: ignore[call-arg]
nap("12", [2], direction=up)  # type: ignore[arg-type]
