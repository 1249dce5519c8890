"""Goals that stand together: ids are unique, relations lead somewhere and never in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import attrs

from therapygoals.errors import RelationError, UnknownNameError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.goal import Goal, OutcomeGoal, ProcessGoal
from therapygoals.goals.relations import ONE_WAY, RelationKind

__all__ = ["GoalSet"]


@short_repr
@attrs.frozen
class GoalSet:
    """The goals of one person at one time, in order.

    Attributes:
        goals: The goals; those that others relate to need an id.

    Raises:
        RelationError: An id occurs twice, a relation leads to no goal of the set, or relations lead in a circle.
    """

    goals: tuple[Goal, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(ProcessGoal, OutcomeGoal))
    )

    def __attrs_post_init__(self) -> None:
        ids = [goal.id for goal in self.goals if goal.id is not None]
        if twice := sorted(key for key, count in Counter(ids).items() if count > 1):
            raise RelationError("GoalSet.goals", "must have unique ids", twice)
        if lost := sorted({link.to for goal in self.goals for link in goal.relations} - set(ids)):
            raise RelationError("GoalSet.goals", "must hold every goal that a relation leads to; missing", lost)
        for kinds in ONE_WAY:
            self._check_circle(kinds)

    def _check_circle(self, kinds: dict[RelationKind, bool]) -> None:
        """Sort the goals by the links of these kinds, turned so that all point one way; a circle cannot be sorted."""
        order: TopologicalSorter[str] = TopologicalSorter()
        for goal in self.goals:
            for link in goal.relations:
                if goal.id is not None and link.kind in kinds:
                    order.add(*((goal.id, link.to) if kinds[link.kind] else (link.to, goal.id)))
        try:
            order.prepare()
        except CycleError as error:
            raise RelationError(
                "GoalSet.goals", f"must not relate in a circle ({', '.join(kinds)})", error.args[1]
            ) from None

    def __iter__(self) -> Iterator[Goal]:
        return iter(self.goals)

    def __len__(self) -> int:
        return len(self.goals)

    def __contains__(self, key: object) -> bool:
        return any(goal.id == key for goal in self.goals if goal.id is not None)

    def __getitem__(self, key: str) -> Goal:
        """The goal with that id.

        Raises:
            UnknownNameError: There is no such goal; the error lists the ids there are.
        """
        for goal in self.goals:
            if goal.id == key:
                return goal
        known = ", ".join(goal.id for goal in self.goals if goal.id is not None) or "none has an id"
        raise UnknownNameError("GoalSet id", f"must be one of: {known}", key)

    def add(self, *goals: Goal) -> GoalSet:
        """A new set with more goals at its end."""
        return GoalSet(self.goals + goals)

    @property
    def outcomes(self) -> tuple[OutcomeGoal, ...]:
        """The outcome goals."""
        return tuple(goal for goal in self.goals if isinstance(goal, OutcomeGoal))

    @property
    def processes(self) -> tuple[ProcessGoal, ...]:
        """The process goals."""
        return tuple(goal for goal in self.goals if isinstance(goal, ProcessGoal))

    def serving(self, key: str) -> tuple[Goal, ...]:
        """The goals that serve the one with that id."""
        return tuple(goal for goal in self.goals if key in goal.serves)
