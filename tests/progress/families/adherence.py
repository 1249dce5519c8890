"""Adherence: shares, streaks, and weeks against a quota."""

from datetime import date

from therapygoals.goals import Observation
from therapygoals.progress import adherence, weekly_days

MAKE = {"1": Observation, "0": Observation.missed, "": Observation.unknown}


def entry_of(row):
    return MAKE[row["done"]](date.fromisoformat(row["date"]))


def answer(case, rows):
    rows = sorted(rows, key=lambda row: (row["date"], int(row["slot"])))
    start, end, as_of = (date.fromisoformat(case[name]) for name in ("start", "end", "as_of"))
    told = adherence([entry_of(row) for row in rows if row["scheduled"] == "1"], as_of=as_of)
    entries, quota = [entry_of(row) for row in rows], int(case["weekly_target_days"])
    return told, weekly_days(entries, quota=quota, start=start, end=end, as_of=as_of)


def of_case(case, told, weekly):
    return {
        "kind": case["kind"],
        "n_scheduled": told.n,
        "n_recorded": told.done + told.missed,
        "n_done": told.done,
        "share_strict": told.share_strict,
        "share_recorded": told.share_recorded,
        "longest_streak_strict": told.longest_streak_strict,
        "current_streak_strict": told.current_streak_strict,
        "longest_streak_recorded": told.longest_streak_recorded,
        "current_streak_recorded": told.current_streak_recorded,
        "weeks": len(weekly.weeks),
        "weeks_met": weekly.met,
        "complete_weeks": weekly.n,
        "complete_weeks_met": weekly.n_met,
    }


def of_week(week, quota):
    return {
        "days_in_window": week.days_in_window,
        "days_done": week.days_done,
        "target_days": quota,
        "complete_week": week.complete,
        "met": week.met,
    }


def answers(oracles, folder):
    if "adherence_inputs.csv" not in folder:
        return {}
    rows = folder.grouped("adherence_inputs.csv")
    cases = {row["case_id"]: row for row in folder.rows("adherence_cases.csv")}
    told = {name: answer(case, rows.get(name, [])) for name, case in cases.items()}
    weeks = {
        (name, week.week): of_week(week, weekly.quota) for name, (_, weekly) in told.items() for week in weekly.weeks
    }
    return {
        "adherence_expected.csv": oracles.Table(
            ("case_id",), {(name,): of_case(cases[name], *both) for name, both in told.items()}
        ),
        "adherence_weeks_expected.csv": oracles.Table(("case_id", "iso_week"), weeks),
    }
