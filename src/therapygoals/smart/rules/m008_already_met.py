"""M008 already-met: the start already meets the target.

Why it matters: what is reached on the first day leaves nothing to notice.
When to leave it: keeping it up is the goal; then saying so helps.
"""

from therapygoals.goals import Aim, DurationTarget, Goal, OutcomeGoal, Period
from therapygoals.language import Reading, Role
from therapygoals.smart.rule import Criterion, Place, Rule, first

__all__ = ["RULE"]


def _find(reading: Reading) -> Place | None:
    baseline, target = reading.baseline, reading.target
    if baseline is None or target is None or reading.aim is Aim.MAINTAIN:
        return None
    start = baseline.value
    if start is None or (baseline.per, baseline.unit, baseline.out_of) != (target.per, target.unit, target.out_of):
        return None
    if (target.low is not None and start < target.low) or (target.high is not None and start > target.high):
        return None
    return None if target.strict and start in (target.low, target.high) else first(reading, Role.TARGET)


def _stated(goal: Goal) -> bool:
    if goal.aim is Aim.MAINTAIN:
        return False
    return any(target.line is not None and target.line.met_from_start for target in goal.targets)


RULE = Rule(
    code="M008",
    name="already-met",
    criterion=Criterion.MEASURABLE,
    noticed="The start that is named already meets this target.",
    ask="What would be a next step from where you are?",
    bad=(
        "get my sleep to at least six hours, currently seven hours",
        OutcomeGoal("worry less", DurationTarget(at_most=30, measured_in=Period.MINUTE, baseline=30)),
    ),
    good=(
        "have at least three walks a week, up from one a week",
        "keep my three walks a week",
        OutcomeGoal("worry less", DurationTarget(at_most=30, measured_in=Period.MINUTE, baseline=60)),
    ),
    source="krasnypacini2016",
    page=__doc__,
    roles=(Role.TARGET,),
    find=_find,
    stated=_stated,
)
