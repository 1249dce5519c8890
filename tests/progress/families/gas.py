"""Goal attainment scaling."""

import pytest

from therapygoals.errors import FieldError
from therapygoals.progress import Undefined, gas_change, gas_level


def weights_of(goals):
    """The weights of a case. Where all are 0 the peer takes equal ones without a word; we say how to get them."""
    weights = [goal.number("weight") for goal in goals]
    if any(weight is not None for weight in weights) and not any(weights):
        with pytest.raises(FieldError, match="leave them out to weigh all goals the same"):
            gas_change([0] * len(goals), [0] * len(goals), weights=weights)
        return None
    return weights


def answer(goals):
    levels = {time: [goal.number(time) for goal in goals] for time in ("baseline", "followup")}
    weights, rho = weights_of(goals), goals[0].number("rho")
    change = gas_change(levels["baseline"], levels["followup"], weights=weights, rho=rho)
    start, end = change.before_all, change.after_all
    if end.n:
        known = [weight for weight in weights or [1] * len(goals) if weight is not None] or [1] * len(goals)
        complete = end.n == len(known)
        assert not complete or gas_level(end.t, weights=known, rho=rho) == pytest.approx(end.weighted_mean_level)
    return {
        "kind": goals[0]["kind"],
        "n_goals": change.n + change.dropped,
        "n_baseline": start.n,
        "n_followup": end.n,
        "n_paired": change.n,
        "t_baseline": start.t,
        "t_followup": end.t,
        "t_change": change.change_all,
        "t_baseline_paired": change.before.t,
        "t_followup_paired": change.after.t,
        "t_change_paired": change.change,
        "mean_followup": end.mean_level,
        "wmean_followup": end.weighted_mean_level,
        "t_per_unit_wmean": end.points_per_level,
        "n_attained": end.attained,
        "pct_attained": end.share_attained if isinstance(end.share_attained, Undefined) else 100 * end.share_attained,
    }


def answers(oracles, folder):
    if "gas_inputs.csv" not in folder:
        return {}
    rows = {(case,): answer(goals) for case, goals in folder.grouped("gas_inputs.csv").items()}
    return {"gas_expected.csv": oracles.Table(("case_id",), rows)}
