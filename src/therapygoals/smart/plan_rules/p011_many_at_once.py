"""P011 many-at-once: more goals are being worked on at once than most people can keep in mind.

Why it matters: somebody who feels overwhelmed is helped by a few goals and small steps. Forms that ask people for their
goals leave room for three or so, a rule of thumb and no finding of a trial.
When to leave it: the goals are small, or the person likes to have them all in sight.
"""

from collections.abc import Iterator
from functools import partial

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal, Relation, RelationKind
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView

__all__ = ["many_at_once"]


def _find(view: PlanView, *, most: int) -> Iterator[About]:
    active = view.active
    steps = frozenset[str]().union(*map(view.serving, active))
    own = tuple(one for one in active if one.goal.id not in steps and not _serves(one, active))
    if len(own) > most:
        yield About(own)


def many_at_once(*, most: int = 3) -> PlanRule:
    """The rule with another number of goals.

    Args:
        most: So many goals at once are not worth a word; those that serve another one are not counted.

    Raises:
        FieldTypeError: The number is no int.
        FieldError: It is less than 1.
    """
    if isinstance(most, bool) or not isinstance(most, int):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("most", "must be an int", type(most).__name__)
    if most < 1:
        raise FieldError("most", "must be at least 1", most)
    return PlanRule(
        code="P011",
        name="many-at-once",
        noticed="Quite a few goals are being worked on at once.",
        ask="Which one or two matter most to you right now?",
        bad=(GoalSet(tuple(map(OutcomeGoal, _WISHES))),),
        good=(
            GoalSet(tuple(map(OutcomeGoal, _WISHES[:3]))),
            GoalSet(
                (
                    OutcomeGoal("sleep through the night", id="sleep"),
                    *(
                        ProcessGoal(way, relations=(Relation(RelationKind.SERVES, "sleep"),))
                        for way in (
                            "read before bed",
                            "leave my phone in the hall",
                            "get up at seven",
                            "drink tea at four",
                        )
                    ),
                )
            ),
        ),
        source="law2015",
        page=__doc__,
        find=partial(_find, most=most),
    )


def _serves(view: GoalView, active: tuple[GoalView, ...]) -> bool:
    return any(one.goal.id in view.goal.serves for one in active)


_WISHES = ("sleep through the night", "make two friends", "find calm at work", "paint again")
