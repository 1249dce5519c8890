"""The way from a vision to the next step, as a tree: what leads where, and which way was taken when a road ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from therapygoals.goals import Horizon, MilestoneTarget, RelationKind
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._telling import check_as_it_was, in_a_line, quoted
from therapygoals.plan._words import plain
from therapygoals.plan.lifecycle import GoalState
from therapygoals.plan.outline import Vision
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan

__all__ = ["Roadmap", "RoadmapPlace", "roadmap"]


@short_repr
@attrs.frozen(kw_only=True)
class RoadmapPlace:
    """A goal on the road.

    Attributes:
        goal: The goal.
        depth: How many goals it leads to, one behind the other; 0 for what leads to the vision itself.
        rerouted_from: Id of the goal that it took over from; None where it stands at its own place.
        is_told_above: Whether the goal, with all below it, stands further up already.
    """

    goal: PlannedGoal
    depth: int
    rerouted_from: str | None = None
    is_told_above: bool = False

    def lines(self, on: date) -> list[str]:
        """The goal and its listed steps as lines of text, without the indent of its depth."""
        planned = self.goal
        since = f"{plain(planned.state)} since {planned.since}"
        reason = "" if planned.reason is None else f", {plain(planned.reason)}"
        way = "- " if self.rerouted_from is None else "-> "
        line = f"{way}{in_a_line(planned.goal.statement.text)} [{since}{reason}]"
        if self.is_told_above:
            return [f"{line}, see above"]
        steps = [
            f"    [{'x' if step.done_on is not None and step.done_on <= on else ' '}] {in_a_line(step.text)}"
            for target in planned.goal.targets
            if isinstance(target, MilestoneTarget)
            for step in target.steps
        ]
        return [line, *steps]


@short_repr
@attrs.frozen(kw_only=True)
class Roadmap:
    """The way from a vision to the next step.

    Attributes:
        on: The day.
        vision: Where it leads; None while nobody has said.
        places: The goals, each before those that lead to it. What took over from a goal follows it.
    """

    on: date
    vision: Vision | None
    places: tuple[RoadmapPlace, ...]

    def to_text(self) -> str:
        """Write it as an indented tree in plain text. It holds the person's words.

        A dash is a goal, an arrow the way that was taken instead, and a box a step.
        """
        head = "Where it leads is open"
        if self.vision is not None:
            head = f"{quoted(self.vision.text)}, in {counted(self.vision.months, 'month')}"
        lines = [head]
        for place in self.places:
            lines += ["  " * (place.depth + 1) + line for line in place.lines(self.on)]
        return "\n".join(lines if self.places else [*lines, "  no goals yet"])

    def __str__(self) -> str:
        return self.to_text()


_ORDER = {Horizon.LONG_TERM: 0, None: 1, Horizon.SHORT_TERM: 2}


def roadmap(plan: TreatmentPlan, *, on: date) -> Roadmap:
    """The way from the vision over long goals and short ones to the steps.

    A goal stands below what it serves, or what names it as a milestone. Long-term goals come before short-term ones.
    Goals that ended stay on the map, with what took over from them, so that every turn of the road can be seen. What
    was entered in error is left out.

    Args:
        plan: The plan of that day, or of one before it.
        on: The day.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day, or holds what happened later.
    """
    check_as_it_was(plan, on)
    ways = _Ways.of(plan)
    told: dict[str, RoadmapPlace] = {}
    places: list[RoadmapPlace] = []
    for one in (*ways.to(None), *_without_errors(plan)):  # the second for what only leads in a circle
        if one.id not in told:
            places += _road(ways, one, told)
    return Roadmap(on=on, vision=plan.outline.vision, places=tuple(places))


@attrs.frozen
class _Ways:
    """What leads where, put in order once.

    Attributes:
        goals: The goals by id.
        below: For each goal the ids of those that lead to it, and for None those that lead to no other: long-term goals
            first, and else in the order of the plan.
    """

    goals: Mapping[str, PlannedGoal]
    below: Mapping[str | None, list[str]]

    @classmethod
    def of(cls, plan: TreatmentPlan) -> _Ways:
        below = defaultdict[str | None, set[str]](set[str])
        after = set[str]()
        for one in plan:
            for link in one.version.goal.relations:
                if link.kind is RelationKind.SERVES:
                    below[link.to].add(one.id)
                elif link.kind is RelationKind.MILESTONE:
                    below[one.id].add(link.to)
            if one.state.is_ended:
                after.update(one.successors)
        goals = {one.id: one for one in plan}
        below[None] = goals.keys() - after.union(*below.values())
        places = {key: (_ORDER[one.version.goal.horizon], place) for place, (key, one) in enumerate(goals.items())}
        return cls(goals, {to: sorted(keys, key=places.__getitem__) for to, keys in below.items()})

    def to(self, goal: str | None) -> list[PlannedGoal]:
        """What leads to a goal, or to the vision."""
        return _without_errors(self.goals[key] for key in self.below.get(goal, ()))

    def after(self, goal: PlannedGoal) -> list[PlannedGoal]:
        """What took over from a goal."""
        return _without_errors(self.goals[key] for key in goal.successors)


def _road(ways: _Ways, start: PlannedGoal, told: dict[str, RoadmapPlace]) -> Iterator[RoadmapPlace]:
    """A goal with all that leads to it and all that took over from it."""
    waiting = [RoadmapPlace(goal=start, depth=0)]
    while waiting:
        place = waiting.pop()
        key, depth = place.goal.id, place.depth
        if (above := told.get(key)) is not None:
            if above.rerouted_from is None or above.depth != depth:  # else it stands here already, behind its arrow
                yield attrs.evolve(place, is_told_above=True)
            continue
        told[key] = place
        yield place
        instead = [RoadmapPlace(goal=one, depth=depth, rerouted_from=key) for one in ways.after(place.goal)]
        below = [RoadmapPlace(goal=one, depth=depth + 1) for one in ways.to(key)]
        waiting += [*below, *instead][::-1]


def _without_errors(goals: Iterable[PlannedGoal]) -> list[PlannedGoal]:
    return [one for one in goals if one.state is not GoalState.ENTERED_IN_ERROR]
