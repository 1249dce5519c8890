"""P010 same-wish: two or more goals seem to ask for the same in other words.

Why it matters: one goal is easier to keep in mind than two, and is counted once.
When to leave it: the words are close, and the two people know what tells the goals apart.
"""

from collections.abc import Iterator

import attrs

from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal, Relation, RelationKind
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView
from therapygoals.smart.plan_rules._likeness import alike, near

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    """Goals that are alike are told once, all together, with the words of the first two."""
    groups: dict[int, _Group] = {}
    ways = {one.number: one.way for one in view.goals}
    for one, before in near(view.goals):
        for other in before:
            mine, theirs = groups.get(one.number), groups.get(other.number)
            if (mine is not None and mine is theirs) or ways[one.number] * ways[other.number] < 0:
                continue
            if not view.belong(one, other) and (words := alike(other, one)):
                both = sorted(filter(None, (mine, theirs)), key=_first)
                group = both[0] if both else _Group(words)
                group.goals |= {one.number: one, other.number: other} | (both[-1].goals if both else {})
                groups |= dict.fromkeys(group.goals, group)
    for group in sorted({id(group): group for group in groups.values()}.values(), key=_first):
        yield About(tuple(group.goals[number] for number in sorted(group.goals)), group.words)


@attrs.define
class _Group:
    """Goals that ask for the same, by number, and the words of the first two."""

    words: tuple[str, ...]
    goals: dict[int, GoalView] = attrs.field(factory=dict[int, GoalView])


def _first(group: _Group) -> int:
    return min(group.goals)


RULE = PlanRule(
    code="P010",
    name="same-wish",
    noticed="These goals may ask for the same in other words.",
    ask="What tells these goals apart, or which words fit best?",
    bad=(
        GoalSet((ProcessGoal("walk in the park each evening"), ProcessGoal("I want to go walking in parks, evenings"))),
        GoalSet((OutcomeGoal("feel calmer at work"), OutcomeGoal("I want to be calm at work"))),
    ),
    good=(
        GoalSet((ProcessGoal("walk in the park each evening"), ProcessGoal("write in my diary each evening"))),
        GoalSet((OutcomeGoal("feel calmer at work"), OutcomeGoal("feel calmer at home"))),
        GoalSet(
            (
                OutcomeGoal("be calm at work", id="calm"),
                ProcessGoal("practise being calm at work", relations=(Relation(RelationKind.SERVES, "calm"),)),
            )
        ),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
