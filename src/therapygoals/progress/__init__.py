"""How far things have come: published metrics over plain numbers, each with its n, its direction and its source.

A number that cannot be told is `Undefined`, with the reason. None in what is given means that a value is missing; it is
dropped and counted. NaN, infinity, texts and truth values are refused.
"""

from therapygoals.progress.effects import PhaseContrast, PhaseEffect
from therapygoals.progress.expected_course import CoursePoint, ExpectedCourse, Track, TrackSignal, track_signal
from therapygoals.progress.gas import GasChange, GasScore, gas_change, gas_level, gas_score, gas_weights
from therapygoals.progress.gas_scales import GasFinding, GasRule, Level, gas_findings
from therapygoals.progress.instruments import (
    Confidence,
    Figure,
    FigureKind,
    Instrument,
    InstrumentScore,
    Side,
    instrument,
    instruments,
)
from therapygoals.progress.log_ratios import log_median_ratio, log_response_ratio
from therapygoals.progress.mean_differences import cohens_d, standardised_mean_difference
from therapygoals.progress.occurrences import (
    Adherence,
    Consistency,
    QuotaWeek,
    WeeklyDays,
    adherence,
    consistency,
    weekly_days,
)
from therapygoals.progress.overlap import SeMethod, ird, mann_whitney_p, nap, pand, pem, pnd, tau
from therapygoals.progress.percent import GoalPercent, PercentStatus, percent_of_goal, percent_of_goal_obtained
from therapygoals.progress.rater_agreement import RaterAgreement, WeightedKappa, rater_agreement
from therapygoals.progress.ratings import GoalChange, RatingChange, rating_change
from therapygoals.progress.reliable_change import (
    ChangeCriteria,
    ChangeMethod,
    ClinicalChange,
    Cutoff,
    Norms,
    ReliableChange,
    change_criteria,
    reliable_change,
)
from therapygoals.progress.reporting import report
from therapygoals.progress.reports import GoalReport, PlanFigures, ProgressReport, ReportFigure, TargetReport
from therapygoals.progress.self_concordance import SelfConcordance, self_concordance
from therapygoals.progress.stall import Stall, stall
from therapygoals.progress.thresholds import ImportantChange, Shift, Threshold, half_sd, important_change, one_sem
from therapygoals.progress.trend import (
    Course,
    DirectionOfTravel,
    LeastSquares,
    MannKendall,
    RepeatedMedians,
    TheilSen,
    Travel,
    direction_of_travel,
    least_squares,
    mann_kendall,
    repeated_medians,
    theil_sen,
)
from therapygoals.progress.trend_tau import (
    TauUDivisor,
    TauUPart,
    baseline_corrected_tau,
    baseline_corrected_tau_b,
    tau_b,
    tau_u,
)
from therapygoals.progress.undefined import Undefined

__all__ = [
    "Adherence",
    "ChangeCriteria",
    "ChangeMethod",
    "ClinicalChange",
    "Confidence",
    "Consistency",
    "Course",
    "CoursePoint",
    "Cutoff",
    "DirectionOfTravel",
    "ExpectedCourse",
    "Figure",
    "FigureKind",
    "GasChange",
    "GasFinding",
    "GasRule",
    "GasScore",
    "GoalChange",
    "GoalPercent",
    "GoalReport",
    "ImportantChange",
    "Instrument",
    "InstrumentScore",
    "LeastSquares",
    "Level",
    "MannKendall",
    "Norms",
    "PercentStatus",
    "PhaseContrast",
    "PhaseEffect",
    "PlanFigures",
    "ProgressReport",
    "QuotaWeek",
    "RaterAgreement",
    "RatingChange",
    "ReliableChange",
    "RepeatedMedians",
    "ReportFigure",
    "SeMethod",
    "SelfConcordance",
    "Shift",
    "Side",
    "Stall",
    "TargetReport",
    "TauUDivisor",
    "TauUPart",
    "TheilSen",
    "Threshold",
    "Track",
    "TrackSignal",
    "Travel",
    "Undefined",
    "WeeklyDays",
    "WeightedKappa",
    "adherence",
    "baseline_corrected_tau",
    "baseline_corrected_tau_b",
    "change_criteria",
    "cohens_d",
    "consistency",
    "direction_of_travel",
    "gas_change",
    "gas_findings",
    "gas_level",
    "gas_score",
    "gas_weights",
    "half_sd",
    "important_change",
    "instrument",
    "instruments",
    "ird",
    "least_squares",
    "log_median_ratio",
    "log_response_ratio",
    "mann_kendall",
    "mann_whitney_p",
    "nap",
    "one_sem",
    "pand",
    "pem",
    "percent_of_goal",
    "percent_of_goal_obtained",
    "pnd",
    "rater_agreement",
    "rating_change",
    "reliable_change",
    "repeated_medians",
    "report",
    "self_concordance",
    "stall",
    "standardised_mean_difference",
    "tau",
    "tau_b",
    "tau_u",
    "theil_sen",
    "track_signal",
    "weekly_days",
]
