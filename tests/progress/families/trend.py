"""Trend on real dates."""

import runpy
from datetime import date
from pathlib import Path

from therapygoals.goals import Direction
from therapygoals.progress import (
    Course,
    Travel,
    direction_of_travel,
    least_squares,
    mann_kendall,
    repeated_medians,
    theil_sen,
)

student = runpy.run_path(str(Path(__file__).parents[1] / "student.py"))

VERDICTS = {Course.RISING: "increasing", Course.FALLING: "decreasing", Course.NOT_CLEAR: "no trend"}
TRAVELS = {Course.RISING: Travel.TOWARDS, Course.FALLING: Travel.AWAY, Course.NOT_CLEAR: Travel.NOT_CLEAR}


def of_the_peer(oracles, test):
    """R's Kendall tells p in single precision, of four values or more."""
    if not test.n or test.n == 2:
        return None
    return 1.0 if test.n == 3 else test.p and oracles.Rough(test.p)


def answer(oracles, rows):
    values = [row.number("value") for row in rows]
    days = [date.fromisoformat(row["date"]) for row in rows]
    straight, robust = least_squares(values, on=days), theil_sen(values, on=days)
    siegel = repeated_medians(values, on=days)
    by_day, in_order = mann_kendall(values, on=days), mann_kendall(values, on=days, same_day_tied=False)
    travel = direction_of_travel(values, on=days, direction=Direction.INCREASE)
    assert travel.travel == TRAVELS.get(by_day.course, by_day.course)
    return {
        "kind": rows[0]["kind"],
        "n_rows": straight.n + straight.dropped,
        "n_used": straight.n,
        "span_days": straight.span_days,
        "ols_slope_week": straight.slope_per_week,
        "ols_intercept": straight.intercept,
        "ols_r": straight.r,
        "ols_se_slope_week": straight.se_per_week,
        "ols_p": straight.p,
        "ts_slope_week": robust.slope_per_week,
        "ts_intercept": robust.intercept_of_medians,
        "ts_intercept_joint": robust.intercept,
        "ts_ci95_lower_week": robust.low_per_week,
        "ts_ci95_upper_week": robust.high_per_week,
        "siegel_slope_week": siegel.slope_per_week,
        "mk_s": in_order.s,
        "mk_var_s": in_order.variance,
        "mk_z": in_order.z,
        "mk_p": in_order.p,
        "mk_tau_b": in_order.tau_b,
        "mk_trend": VERDICTS.get(in_order.course, in_order.course),
        "mk_p_r_kendall": of_the_peer(oracles, in_order),
        "mk_s_dates": by_day.s,
        "mk_var_s_dates": by_day.variance,
    }


def answers(oracles, folder):
    if "trend_inputs.csv" not in folder:
        return {}
    with student["at_hand"]():
        rows = {(case,): answer(oracles, rows) for case, rows in folder.grouped("trend_inputs.csv").items()}
    return {"trend_expected.csv": oracles.Table(("case_id",), rows)}
