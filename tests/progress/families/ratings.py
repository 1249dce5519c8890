"""Goal-based outcomes, with the threshold that the tables were made with."""

from therapygoals.goals import Party
from therapygoals.progress import Shift, Threshold, rating_change

THRESHOLD = Threshold(2.45, "edbrookechilds2015, not confirmed")
WORDS = {
    Shift.BETTER: "reliable_improvement",
    Shift.WITHIN: "no_reliable_change",
    Shift.WORSE: "reliable_deterioration",
}


def change_of(goals):
    first, last = ([goal.number(time) for goal in goals] for time in ("t1", "t2"))
    return rating_change(first, last, rater=Party.CLIENT, threshold=THRESHOLD)


def in_words(shift):
    return WORDS.get(shift, shift)


def answer(goals, change):
    return {
        "kind": goals[0]["kind"],
        "n_goals": change.n + change.dropped,
        "n_paired": change.n,
        "mean_t1": change.mean_before,
        "mean_t2": change.mean_after,
        "mean_change": change.change,
        "category": in_words(change.shift),
    }


def answers(oracles, folder):
    if "gbo_inputs.csv" not in folder:
        return {}
    cases = {case: (goals, change_of(goals)) for case, goals in folder.grouped("gbo_inputs.csv").items()}
    by_goal = {
        (case, goal["goal"]): {"change": one.change, "category": in_words(one.shift)}
        for case, (goals, change) in cases.items()
        for goal, one in zip(goals, change.goals, strict=True)
    }
    return {
        "gbo_expected.csv": oracles.Table(("case_id",), {(case,): answer(*both) for case, both in cases.items()}),
        "gbo_goals_expected.csv": oracles.Table(("case_id", "goal"), by_goal),
    }
