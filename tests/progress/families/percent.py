"""Percent of goal, for single values and for phases."""

from therapygoals.goals import Direction
from therapygoals.progress import PercentStatus, percent_of_goal, percent_of_goal_obtained

OTHER_WAY = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}


def answer(row):
    numbers = {name: row.number(name) for name in ("baseline", "current", "target")}
    direction = Direction(row["direction"])
    told = percent_of_goal(**numbers, direction=direction)
    percent = told
    if told.status is PercentStatus.DIRECTION_CONFLICT:  # the peer ignores the direction; we take the one it goes by
        assert not told.raw
        assert not told.clamped
        percent = percent_of_goal(**numbers, direction=OTHER_WAY[direction])
    return {
        "kind": row["kind"],
        "status": told.status,
        "percent_raw": percent.raw,
        "percent_clamped": percent.clamped,
        "reached": told.reached,
        "peer_pogo": percent.raw,
    }


def phases(rows):
    return ([row.number("value") for row in rows if row["phase"] == phase] for phase in "AB")


def effect(case, rows):
    before, after = phases(rows)
    direction = Direction(case["improvement"])
    told = percent_of_goal_obtained(before, after, goal=case.number("goal"), direction=direction)
    numbers = {"est": told.estimate, "se": told.se, "ci_lower": told.low, "ci_upper": told.high}
    return numbers | {f"peer_{name}": number for name, number in numbers.items()}


def answers(oracles, folder):
    found = {}
    if "percent_inputs.csv" in folder:
        rows = {(row["case_id"],): answer(row) for row in folder.rows("percent_inputs.csv")}
        found["percent_expected.csv"] = oracles.Table(("case_id",), rows)
    if "singlecase_inputs.csv" in folder:
        values = folder.grouped("singlecase_inputs.csv")
        cases = [row for row in folder.rows("singlecase_cases.csv") if row["goal"]]
        effects = {(row["case_id"], "PoGO"): effect(row, values[row["case_id"]]) for row in cases}
        found["singlecase_expected.csv"] = oracles.Table(
            ("case_id", "metric"), effects, of=lambda row: row["metric"] == "PoGO"
        )
    return found
