"""Reliable and clinically significant change, by each index and cutoff."""

import attrs

from therapygoals.goals import Direction
from therapygoals.progress import ChangeMethod, Cutoff, Norms, Shift, change_criteria, reliable_change

SHORT = {
    "jt": ChangeMethod.JACOBSON_TRUAX,
    "en": ChangeMethod.EDWARDS_NUNNALLY,
    "gln": ChangeMethod.GULLIKSEN_LORD_NOVICK,
    "hll": ChangeMethod.HSU_LINN_LORD,
    "nk": ChangeMethod.NUNNALLY_KOTSCH,
    "ha": ChangeMethod.HAGEMAN_ARRINDELL,
}
BETTER = {"higher": Direction.INCREASE, "lower": Direction.DECREASE}
VERDICTS = {Shift.BETTER: "improved", Shift.WITHIN: "unchanged", Shift.WORSE: "deteriorated"}


def criteria_of(sample, clients):
    return change_criteria(
        *([client.number(time) for client in clients] for time in ("pre", "post")),
        direction=BETTER[sample["better_is"]],
        reliability=sample.number("reliability"),
        reliability_after=sample.number("reliability_post"),
        functional=Norms(sample.number("m_functional"), sample.number("sd_functional")),
        level=1 - sample.number("significance_level"),
    )


def as_the_peer_takes_it(criteria):
    """With the SD of the clinical group for the functional one, which is what the peer's cutoff b goes by."""
    return attrs.evolve(criteria, functional=Norms(criteria.functional.mean, criteria.before.sd))


def answer_for_sample(criteria):
    cutoffs = {f"cutoff_{which}": criteria.cutoff(which) for which in Cutoff}
    return cutoffs | {
        "n_rows": criteria.before.n + criteria.dropped,
        "n_used": criteria.before.n,
        "m_pre": criteria.before.mean,
        "sd_pre": criteria.before.sd,
        "m_post": criteria.after.mean,
        "sd_post": criteria.after.sd,
        "se_measurement": criteria.se_measurement,
        "s_diff": criteria.se_difference,
        "z_critical": criteria.bound(ChangeMethod.JACOBSON_TRUAX),
        "reliable_change_points": criteria.reliable_points,
        "cutoff_b_clinicalsignificance": as_the_peer_takes_it(criteria).cutoff(Cutoff.B),
        "r_dd_ha": criteria.reliability_of_change,
        "z_critical_ha": criteria.bound(ChangeMethod.HAGEMAN_ARRINDELL),
    }


def answer_for_client(client, criteria):
    scores = client.number("pre"), client.number("post")
    by_method = {
        f"rci_{short}": reliable_change(*scores, criteria=criteria, method=method).index
        for short, method in SHORT.items()
    }
    by_cutoff = {
        f"category_jt_{which}": reliable_change(*scores, criteria=criteria, cutoff=which).category for which in Cutoff
    }
    of_the_peer = reliable_change(*scores, criteria=as_the_peer_takes_it(criteria), cutoff=Cutoff.B)
    told = reliable_change(*scores, criteria=criteria)
    return (
        by_method
        | by_cutoff
        | {
            "change": told.change,
            "category_jt_b_clinicalsignificance": of_the_peer.category,
            "reliable_jt": VERDICTS.get(told.shift, told.shift),
        }
    )


def answers(oracles, folder):
    if "rci_inputs.csv" not in folder:
        return {}
    clients = folder.grouped("rci_inputs.csv", "sample_id")
    criteria = {row["sample_id"]: criteria_of(row, clients[row["sample_id"]]) for row in folder.rows("rci_samples.csv")}
    samples = {(name,): answer_for_sample(one) for name, one in criteria.items()}
    changes = {
        (name, client["client_id"]): answer_for_client(client, criteria[name])
        for name, group in clients.items()
        for client in group
    }
    return {
        "rci_samples_expected.csv": oracles.Table(("sample_id",), samples),
        "rci_expected.csv": oracles.Table(("sample_id", "client_id"), changes),
    }
