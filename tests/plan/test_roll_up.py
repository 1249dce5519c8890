"""What stepping stones say about what they lead to, and when they say nothing."""

from datetime import date

import pytest

from therapygoals.errors import FieldTypeError, UnknownNameError
from therapygoals.goals import (
    Actor,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    ProcessGoal,
    QuantityTarget,
    Relation,
    RelationKind,
    Scale,
    ScaleTarget,
    Step,
)
from therapygoals.plan import (
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    Reason,
    RollUp,
    Stone,
    StoneKind,
    roll_up,
    stones_of,
)

CLIENT = Actor(Party.CLIENT)
DAY = date(2026, 1, 5)
STRESS = ScaleTarget(scale=Scale(low=0, high=10), at_most=3, baseline=8)


def fact(event, on=DAY, /, **fields):
    return event, on, fields


def plan(*facts):
    events = (event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts))
    return Journal().record(*events).plan()


def goal(key, *targets, serves=None, stones=()):
    links = [Relation(RelationKind.MILESTONE, stone) for stone in stones]
    links += [] if serves is None else [Relation(RelationKind.SERVES, serves)]
    return fact(GoalProposed, goal=ProcessGoal(f"do {key}", targets, id=key, relations=links))


def moved(key, *states, **rest):
    *first, last = states
    return [*(fact(GoalMoved, goal=key, to=state) for state in first), fact(GoalMoved, goal=key, to=last, **rest)]


def active(*keys):
    return [move for key in keys for move in moved(key, GoalState.ACTIVE)]


def completed(key, reason=None):
    return moved(key, GoalState.ACTIVE, GoalState.COMPLETED, reason=reason)


def rated(key, value):
    return fact(Observed, observations=(Observation(DAY, value, goal=key),))


def three_ways(*more):
    """A goal with three goals that serve it, each begun."""
    return [goal("calm"), *(goal(key, STRESS, serves="calm") for key in "abc"), *more]


def told(made, key="calm", **options):
    rolled = roll_up(made, key, on=made.newest or DAY, **options)
    return rolled.fraction, rolled.why


# The share that is reached


def test_the_share_of_stones_that_are_reached():
    made = plan(*three_ways(*active("a", "b"), *completed("c")))
    assert told(made) == (1 / 3, "1 of 3 stepping stones reached")


@pytest.mark.parametrize(
    "end",
    [
        completed("a"),
        completed("a", Reason.ACHIEVED),
        completed("a", Reason.READY_FOR_MORE),
        moved("a", GoalState.ACTIVE, GoalState.MAINTAINING),
        [*active("a"), rated("a", 3)],
        [*active("a"), rated("a", 3), fact(GoalMoved, date(2026, 1, 6), goal="a", to=GoalState.ON_HOLD)],
        [*active("a"), rated("a", 3), *moved("a", GoalState.CANCELLED)],
    ],
    ids=["completed", "achieved", "ready for more", "kept up", "met", "met and paused", "met and let go of"],
)
def test_what_was_reached_stays_reached(end):
    assert told(plan(*three_ways(*end, *active("b", "c"))))[0] == 1 / 3


@pytest.mark.parametrize(
    ("end", "why"),
    [
        ([], "proposed"),
        (moved("a", GoalState.REJECTED), "turned down"),
        (moved("a", GoalState.ACTIVE, GoalState.ON_HOLD, reason=Reason.CRISIS), "on hold: crisis"),
        (moved("a", GoalState.ACTIVE, GoalState.CANCELLED), "let go of"),
        (completed("a", Reason.NO_LONGER_MATTERS), "completed: it no longer matters"),
        ([*active("a"), rated("a", 3), *moved("a", GoalState.ENTERED_IN_ERROR)], "entered in error"),
    ],
)
def test_what_rests_or_was_let_go_of_leaves_the_count(end, why):
    rolled = roll_up(plan(*three_ways(*end, *active("b"), *completed("c"))), "calm", on=DAY)
    assert (rolled.fraction, rolled.why) == (1 / 2, "1 of 2 stepping stones reached")
    assert [stone.left_out for stone in rolled.stones] == [why, None, None]


def test_the_steps_a_goal_lists_itself_are_stones_too():
    steps = MilestoneTarget(count=3, noun="technique", steps=[Step("breathe", done_on=DAY), Step("count to ten")])
    made = plan(goal("calm", steps), goal("a", serves="calm"), *active("a"))
    rolled = roll_up(made, "calm", on=DAY)
    assert (rolled.fraction, str(rolled)) == (1 / 4, "1 of 4 stepping stones reached")
    assert rolled.stones[1] == Stone(kind=StoneKind.STEPS, name="technique", reached=1, of=3, fraction=1 / 3)


def test_steps_that_were_done_count_when_more_are_wanted():
    three, five = (MilestoneTarget(count=count, noun="technique") for count in (3, 5))
    more = fact(GoalRevised, date(2026, 1, 12), goal=ProcessGoal("do calm", five, id="calm"))
    made = plan(goal("calm", three), *active("calm"), rated("calm", 2), more)
    rolled = roll_up(made, "calm", on=date(2026, 1, 19))
    assert (rolled.fraction, str(rolled)) == (0.4, "2 of 5 stepping stones reached")


def test_more_steps_than_were_meant_are_all_of_them():
    made = plan(goal("calm", MilestoneTarget(count=2)), *active("calm"), rated("calm", 5))
    assert told(made) == (1.0, "2 of 2 stepping stones reached")


def test_other_targets_of_a_goal_are_no_stones():
    assert told(plan(goal("calm", STRESS))) == (None, "there are no stepping stones yet")


def test_a_milestone_of_a_goal_is_a_stone():
    made = plan(goal("a"), goal("b"), goal("calm", stones=["a"]), *active("b"), *completed("a"))
    assert stones_of(made, "calm") == ((StoneKind.MILESTONE, made["a"]),)
    assert told(made) == (1.0, "1 of 1 stepping stone reached")


def test_a_stone_that_went_another_way_is_stood_for_by_what_took_over():
    end = moved("a", GoalState.ACTIVE, GoalState.CANCELLED, reason=Reason.REROUTED, successors=["x", "y"])
    made = plan(*three_ways(goal("x"), goal("y"), *end, *active("b", "x"), *completed("c"), *completed("y")))
    rolled = roll_up(made, "calm", on=DAY)
    assert [stone.name for stone in rolled.stones] == ["a", "x", "y", "b", "c"]
    assert rolled.why == "2 of 4 stepping stones reached"


def test_ways_that_lead_in_a_circle_are_counted_once():
    there = moved("a", GoalState.ACTIVE, GoalState.CANCELLED, successors=["b", "calm"])
    back = [*moved("a", GoalState.ACTIVE), *moved("b", GoalState.ACTIVE, GoalState.CANCELLED, successors=["a"])]
    rolled = roll_up(plan(*three_ways(*there, *back, *active("c"))), "calm", on=DAY)
    assert [stone.name for stone in rolled.stones] == ["a", "b", "c"]


# The slowest


def test_the_slowest_stone_tells_when_all_are_needed():
    made = plan(*three_ways(*active("a", "b"), rated("a", 6), rated("b", 4), *completed("c")))
    assert told(made, rule=RollUp.SLOWEST) == (0.4, "the stone least far along is a")


def test_the_slowest_cannot_be_told_while_one_is_not_known():
    made = plan(*three_ways(*active("a", "b", "c"), rated("a", 6)))
    assert told(made, rule=RollUp.SLOWEST) == (None, "it is not known how far along these are: b, c")


def test_unlike_scales_are_never_averaged():
    assert set(RollUp) == {RollUp.SHARE_REACHED, RollUp.SLOWEST}
    walk = QuantityTarget(at_least=60, noun="minute", baseline=0)
    made = plan(goal("calm"), goal("a", STRESS, serves="calm"), goal("b", walk, serves="calm"), *active("a", "b"))
    assert told(made) == (0.0, "0 of 2 stepping stones reached")


# The vision, and when nothing can be told


def test_the_stones_of_the_vision_are_the_goals_that_lead_nowhere_else():
    end = moved("old", GoalState.ACTIVE, GoalState.CANCELLED, successors=["new"])
    made = plan(
        goal("stone"),
        goal("calm", stones=["stone"]),
        goal("way", serves="calm"),
        goal("old"),
        goal("new"),
        *end,
        *completed("calm"),
        *active("new"),
    )
    assert [one.id for _, one in stones_of(made, None)] == ["calm", "old"]
    rolled = roll_up(made, on=DAY)
    assert [stone.name for stone in rolled.stones] == ["calm", "old", "new"]
    assert (rolled.goal, rolled.fraction) == (None, 1 / 2)


def test_what_was_taken_up_again_after_another_way_stays_at_its_place():
    made = plan(
        goal("old"),
        goal("new"),
        *moved("old", GoalState.ACTIVE, GoalState.CANCELLED, successors=["new"]),
        *moved("old", GoalState.ACTIVE),
    )
    assert [one.id for _, one in stones_of(made, None)] == ["old", "new"]


def test_stones_that_all_rest_say_nothing():
    made = plan(goal("calm"), goal("a", serves="calm"))
    assert told(made) == (None, "none of 1 stepping stone counts just now")


def test_what_stones_say_is_never_put_together_with_the_goal_itself():
    made = plan(goal("calm", STRESS), goal("a", serves="calm"), rated("calm", 3), *active("a"))
    assert told(made) == (0.0, "0 of 1 stepping stone reached")


def test_an_empty_plan_has_no_stones():
    assert roll_up(Journal().plan(), on=DAY).why == "there are no stepping stones yet"


def test_an_unknown_goal_is_told():
    with pytest.raises(UnknownNameError, match="must be one of: calm"):
        roll_up(plan(goal("calm")), "clam", on=DAY)


def test_an_unknown_rule_lists_the_known_ones():
    with pytest.raises(FieldTypeError, match=r"rule must be of type RollUp \(share_reached, slowest\) \(got 'str'\)"):
        roll_up(plan(goal("calm")), "calm", on=DAY, rule="mean")


def test_an_outcome_can_be_a_stone_as_well():
    link = [Relation(RelationKind.SERVES, "calm")]
    made = plan(goal("calm"), fact(GoalProposed, goal=OutcomeGoal("sleep on", STRESS, id="sleep", relations=link)))
    assert [kind for kind, _ in stones_of(made, "calm")] == [StoneKind.SERVES]
