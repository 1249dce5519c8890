"""Hypothesis strategies for the classes of the library, for the tests of whoever builds on it.

Each is named after its class in the plural and gives valid objects only. Needs the extra `test`.
"""

from therapygoals.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # noqa: F401  # pyright: ignore[reportUnusedImport]
except ImportError as error:
    raise MissingExtraError("hypothesis", "must be installed: pip install 'therapygoals[test]'") from error

from therapygoals.testing.amounts import (
    amounts,
    calendar_days,
    days,
    deadlines,
    frequencies,
    numbers,
    spans,
    time_frames,
)
from therapygoals.testing.goals import (
    contexts,
    goal_progresses,
    goal_sets,
    goals,
    outcome_goals,
    process_goals,
    relations,
)
from therapygoals.testing.observations import (
    observations,
    observations_for,
    period_counts,
    period_tallies,
    progresses,
    values_for,
)
from therapygoals.testing.people import (
    actors,
    contributions,
    if_then_plans,
    ownerships,
    readiness,
    roadblocks,
    strategies,
)
from therapygoals.testing.targets import (
    count_targets,
    duration_targets,
    exploration_targets,
    frequency_targets,
    gas_targets,
    milestone_targets,
    progress_lines,
    quantity_targets,
    scale_targets,
    scales,
    steps,
    streak_targets,
    targets,
    text_targets,
    yes_no_targets,
)
from therapygoals.testing.words import keys, statements, texts

__all__ = [
    "actors",
    "amounts",
    "calendar_days",
    "contexts",
    "contributions",
    "count_targets",
    "days",
    "deadlines",
    "duration_targets",
    "exploration_targets",
    "frequencies",
    "frequency_targets",
    "gas_targets",
    "goal_progresses",
    "goal_sets",
    "goals",
    "if_then_plans",
    "keys",
    "milestone_targets",
    "numbers",
    "observations",
    "observations_for",
    "outcome_goals",
    "ownerships",
    "period_counts",
    "period_tallies",
    "process_goals",
    "progress_lines",
    "progresses",
    "quantity_targets",
    "readiness",
    "relations",
    "roadblocks",
    "scale_targets",
    "scales",
    "spans",
    "statements",
    "steps",
    "strategies",
    "streak_targets",
    "targets",
    "text_targets",
    "texts",
    "time_frames",
    "values_for",
    "yes_no_targets",
]
