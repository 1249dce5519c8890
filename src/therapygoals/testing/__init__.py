"""Hypothesis strategies for the classes of the library, for the tests of whoever builds on it.

Each is named after its class in the plural and gives valid objects only. Beside them there are texts: `goal_texts` and
`wishes` are what people write down, `texts` any text at all. Needs the extra `test`.
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
from therapygoals.testing.catalogues import (
    catalogues,
    endings,
    entries,
    example_goals,
    facet_prompts,
    facets,
    indicators,
    prompt_practices,
    prompts,
    shrink_rules,
    spellings,
    stop_rules,
    turn_rules,
    words,
)
from therapygoals.testing.concerns import releases, safety_concerns, screen_results
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
from therapygoals.testing.readings import phrases, readings
from therapygoals.testing.reframings import drafts, offers, open_questions, reframes_stopped, reframings, theme_matches
from therapygoals.testing.reports import findings, smart_reports
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
from therapygoals.testing.wishes import goal_texts, wishes
from therapygoals.testing.words import keys, statements, texts

__all__ = [
    "actors",
    "amounts",
    "calendar_days",
    "catalogues",
    "contexts",
    "contributions",
    "count_targets",
    "days",
    "deadlines",
    "drafts",
    "duration_targets",
    "endings",
    "entries",
    "example_goals",
    "exploration_targets",
    "facet_prompts",
    "facets",
    "findings",
    "frequencies",
    "frequency_targets",
    "gas_targets",
    "goal_progresses",
    "goal_sets",
    "goal_texts",
    "goals",
    "if_then_plans",
    "indicators",
    "keys",
    "milestone_targets",
    "numbers",
    "observations",
    "observations_for",
    "offers",
    "open_questions",
    "outcome_goals",
    "ownerships",
    "period_counts",
    "period_tallies",
    "phrases",
    "process_goals",
    "progress_lines",
    "progresses",
    "prompt_practices",
    "prompts",
    "quantity_targets",
    "readiness",
    "readings",
    "reframes_stopped",
    "reframings",
    "relations",
    "releases",
    "roadblocks",
    "safety_concerns",
    "scale_targets",
    "scales",
    "screen_results",
    "shrink_rules",
    "smart_reports",
    "spans",
    "spellings",
    "statements",
    "steps",
    "stop_rules",
    "strategies",
    "streak_targets",
    "targets",
    "text_targets",
    "texts",
    "theme_matches",
    "time_frames",
    "turn_rules",
    "values_for",
    "wishes",
    "words",
    "yes_no_targets",
]
