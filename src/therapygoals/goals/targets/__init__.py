"""The closed union of targets: what would be enough, in which unit, which way, and when it is met.

A lower bound (`at_least`) says that higher is better, an upper bound (`at_most`) that lower is better, and both that
the goal is to stay inside a band. So the direction is stated with the bound and never guessed from the numbers.
"""

from typing import TypeAlias

from therapygoals.goals.targets._base import BaseTarget
from therapygoals.goals.targets.levels import DurationTarget, GasTarget, QuantityTarget, Scale, ScaleTarget
from therapygoals.goals.targets.rates import CountTarget, FrequencyTarget
from therapygoals.goals.targets.steps import (
    ExplorationTarget,
    MilestoneTarget,
    Step,
    StreakTarget,
    TextTarget,
    YesNoTarget,
)

__all__ = [
    "TARGETS",
    "BaseTarget",
    "CountTarget",
    "DurationTarget",
    "ExplorationTarget",
    "FrequencyTarget",
    "GasTarget",
    "MilestoneTarget",
    "QuantityTarget",
    "Scale",
    "ScaleTarget",
    "Step",
    "StreakTarget",
    "Target",
    "TextTarget",
    "YesNoTarget",
]

Target: TypeAlias = (
    FrequencyTarget
    | CountTarget
    | ScaleTarget
    | QuantityTarget
    | DurationTarget
    | MilestoneTarget
    | StreakTarget
    | YesNoTarget
    | GasTarget
    | ExplorationTarget
    | TextTarget
)
"""Every kind of target."""

TARGETS: dict[str, type[Target]] = {
    "frequency": FrequencyTarget,
    "count": CountTarget,
    "scale": ScaleTarget,
    "quantity": QuantityTarget,
    "duration": DurationTarget,
    "milestone": MilestoneTarget,
    "streak": StreakTarget,
    "yes-no": YesNoTarget,
    "gas": GasTarget,
    "exploration": ExplorationTarget,
    "text": TextTarget,
}
"""The stable word that stands for each kind of target in JSON; a class may be renamed, a word may not."""
