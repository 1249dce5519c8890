"""P010 same-wish: two or more goals seem to ask for the same in other words.

Why it matters: one goal is easier to keep in mind than two, and is counted once.
When to leave it: the words are close, and the two people know what tells the goals apart.
"""

from collections.abc import Iterator

from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal, Relation, RelationKind
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView
from therapygoals.smart.plan_rules._likeness import alike

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    """Goals that are alike are told once, all together, with the words of the first two."""
    groups: dict[int, tuple[dict[int, GoalView], tuple[str, ...]]] = {}
    for one, other in view.pairs():
        words = alike(one, other) if one.way * other.way >= 0 else ()
        if words:
            group = groups.get(one.number) or groups.get(other.number) or ({}, words)
            group[0].update({one.number: one, other.number: other})
            groups[one.number] = groups[other.number] = group
    for goals, words in {id(group): group for group in groups.values()}.values():
        yield About(tuple(goals[number] for number in sorted(goals)), words)


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
