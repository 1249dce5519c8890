"""What the typed fields of a goal say; where fields and words speak about the same thing, the fields win."""

import attrs

from therapygoals.goals import Aim, Amount, Control, ExplorationTarget, Goal, Target, TextTarget
from therapygoals.language import Phrase, Reading, Role
from therapygoals.smart.rule import Criterion, whole

__all__ = ["MIDDLE", "as_read", "is_search", "met_by_fields"]

MIDDLE = 5
"""Middle of a 0-10 rating: the upper half speaks for a goal, the lower half is worth a question."""


def as_read(goal: Goal, reading: Reading) -> Reading:
    """Put what the fields say into the reading of the statement, as if its words had said so."""
    starts = [start for start in map(_start, goal.targets) if start is not None]
    return attrs.evolve(
        reading,
        aim=goal.aim or reading.aim or (Aim.ACHIEVE if goal.targets else None),
        horizon=goal.horizon or reading.horizon,
        baseline=Amount.exactly(starts[0]) if starts else reading.baseline,
        phrases=_phrases(goal, reading),
    )


def _start(target: Target) -> float | None:
    """Where the number of a target starts; None while that is not known."""
    return getattr(target, "baseline", None) if target.line is None else target.line.baseline


def _is_measure(target: Target) -> bool:
    """Whether met or not met can be told: not by judgement alone, nor while the number is still to be agreed."""
    if isinstance(target, ExplorationTarget | TextTarget):
        return False
    return target.line is not None or getattr(target, "change", None) is not None


def _phrases(goal: Goal, reading: Reading) -> tuple[Phrase, ...]:
    """The phrases of the words, without what a field denies, and with what a field adds."""
    frame, added = goal.time_frame, list[Phrase]()
    start, end = whole(reading)
    if any(map(_is_measure, goal.targets)):
        added.append(Phrase(Role.TARGET, start, end=end, rule="field-targets"))
    if (frame.due, frame.span, frame.sessions) != (None, None, None):
        added.append(Phrase(Role.DEADLINE, start, end=end, rule="field-time-frame"))
    kept = (phrase for phrase in reading.phrases if goal.control is not Control.SELF or phrase.role is not Role.OUTSIDE)
    return (*kept, *added)


def is_search(goal: Goal) -> bool:
    """Whether the goal is only to find something out, so that a measure and an edge are not asked for."""
    return bool(goal.targets) and all(isinstance(target, ExplorationTarget) for target in goal.targets)


def met_by_fields(goal: Goal) -> frozenset[Criterion]:
    """Which of relevant and achievable the fields speak for.

    Relevant by a rating of importance in the upper half, or by values. Achievable by a rating of confidence in the
    upper half; while none was asked, by one of difficulty in the lower half. A rating in the middle decides nothing.
    """
    ratings, met = goal.readiness, set[Criterion]()
    if goal.context.values or (ratings.importance is not None and ratings.importance > MIDDLE):
        met.add(Criterion.RELEVANT)
    if ratings.confidence is not None:
        within_reach = ratings.confidence > MIDDLE
    else:
        within_reach = ratings.difficulty is not None and ratings.difficulty < MIDDLE
    return frozenset(met | {Criterion.ACHIEVABLE}) if within_reach else frozenset(met)
