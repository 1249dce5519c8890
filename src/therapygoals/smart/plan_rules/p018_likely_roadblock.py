"""P018 likely-roadblock: something is rated as likely to get in the way, and nothing is said of how to meet it.

Why it matters: a plan that ties the moment to an act is easier to keep than a good intention.
When to leave it: to have named it is enough for now.
"""

from collections.abc import Iterator
from functools import partial

from therapygoals.goals import GoalSet, IfThenPlan, ProcessGoal, Resolution, Roadblock
from therapygoals.smart.plan_rule import About, PlanRule, PlanView

__all__ = ["likely_roadblock"]


def _find(view: PlanView, *, likely: float) -> Iterator[About]:
    for one in view.goals:
        words = tuple(block.text for block in one.roadblocks if _is_open(block, likely))
        if words:
            yield About((one,), words)


def likely_roadblock(*, likely: float = 7) -> PlanRule:
    """The rule with another rating.

    Args:
        likely: The rating of likelihood, 0 to 10, from which on it is worth a word. The upper third by default, which
            is a judgement.
    """
    return PlanRule(
        code="P018",
        name="likely-roadblock",
        noticed="Something is likely to get in the way, and it is open how to meet it.",
        ask="If it comes, what could you do then?",
        bad=(GoalSet((ProcessGoal("walk after work", roadblocks=(Roadblock("rain", likelihood=8),)),)),),
        good=(
            GoalSet((ProcessGoal("walk after work", roadblocks=(Roadblock("rain", likelihood=3),)),)),
            GoalSet((ProcessGoal("walk after work", roadblocks=(_MET,)),)),
            GoalSet(
                (
                    ProcessGoal(
                        "walk after work", roadblocks=(Roadblock("rain", likelihood=8, resolution=Resolution.TOLERATE),)
                    ),
                )
            ),
        ),
        source="gollwitzer2006",
        page=__doc__,
        find=partial(_find, likely=likely),
    )


def _is_open(block: Roadblock, likely: float) -> bool:
    return (block.likelihood or 0) >= likely and block.plan is None and block.resolution is None


_MET = Roadblock("rain", likelihood=8, plan=IfThenPlan("it rains", "I take my umbrella"))
