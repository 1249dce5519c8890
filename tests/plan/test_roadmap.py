"""The way from a vision to the next step, with every turn that the road took."""

from datetime import date

import pytest

from therapygoals.errors import FieldTypeError
from therapygoals.goals import (
    Actor,
    MilestoneTarget,
    OutcomeGoal,
    Party,
    ProcessGoal,
    Relation,
    RelationKind,
    Step,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.plan import (
    GoalMoved,
    GoalProposed,
    GoalState,
    Journal,
    Outline,
    OutlineChanged,
    Reason,
    Vision,
    roadmap,
)

CLIENT = Actor(Party.CLIENT)
DAY = date(2026, 1, 5)
SHORT = TimeFrame(start=DAY, due=date(2026, 2, 5))
LONG = TimeFrame(start=DAY, due=date(2026, 12, 5))


def fact(event, on=DAY, /, **fields):
    return event, on, fields


def plan(*facts):
    events = (event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts))
    return Journal().record(*events).plan()


def goal(key, *targets, serves=(), stones=(), frame=None):
    links = [Relation(RelationKind.MILESTONE, stone) for stone in stones]
    links += [Relation(RelationKind.SERVES, to) for to in serves]
    made = ProcessGoal(f"do {key}", targets, id=key, relations=links, time_frame=frame or TimeFrame())
    return fact(GoalProposed, goal=made)


def moved(key, to, on=DAY, **rest):
    return fact(GoalMoved, on, goal=key, to=to, **rest)


def test_a_roadmap_goes_from_the_vision_over_long_goals_to_steps():
    steps = MilestoneTarget(
        count=3,
        key="steps",
        steps=[Step("breathe", done_on=DAY), Step("ask for help", done_on=date(2026, 8, 1)), Step("count\nto ten")],
    )
    made = plan(
        fact(OutlineChanged, outline=Outline(vision=Vision("I cook for friends"))),
        goal("soon", frame=SHORT),
        goal("any time"),
        goal("in a year", frame=LONG),
        goal("skills", steps, YesNoTarget(key="once"), serves=["in a year"], frame=SHORT),
        goal("habit", serves=["skills"]),
        moved("skills", GoalState.ACTIVE),
    )
    road = roadmap(made, on=date(2026, 3, 1))
    assert (
        road.to_text()
        == """\
“I cook for friends”, in 12 months
  - do in a year [proposed since 2026-01-05]
    - do skills [active since 2026-01-05]
        [x] breathe
        [ ] ask for help
        [ ] count to ten
      - do habit [proposed since 2026-01-05]
  - do any time [proposed since 2026-01-05]
  - do soon [proposed since 2026-01-05]"""
    )
    assert str(road) == road.to_text()


def test_every_turn_of_the_road_stays_on_the_map():
    made = plan(
        goal("calm at work"),
        goal("cope"),
        goal("new job"),
        moved("calm at work", GoalState.ACTIVE),
        moved(
            "calm at work",
            GoalState.CANCELLED,
            date(2026, 3, 1),
            reason=Reason.REROUTED,
            successors=["cope", "new job"],
        ),
        moved("cope", GoalState.ACTIVE, date(2026, 3, 1)),
    )
    assert (
        roadmap(made, on=date(2026, 4, 1)).to_text()
        == """\
Where it leads is open
  - do calm at work [let go of since 2026-03-01, another way was taken]
  -> do cope [active since 2026-03-01]
  -> do new job [proposed since 2026-01-05]"""
    )


def test_a_goal_on_two_ways_is_told_once_in_full():
    made = plan(goal("sleep"), goal("calm"), goal("walk", serves=["sleep", "calm"]), goal("shoes", serves=["walk"]))
    assert roadmap(made, on=DAY).to_text().splitlines()[1:] == [
        "  - do sleep [proposed since 2026-01-05]",
        "    - do walk [proposed since 2026-01-05]",
        "      - do shoes [proposed since 2026-01-05]",
        "  - do calm [proposed since 2026-01-05]",
        "    - do walk [proposed since 2026-01-05], see above",
    ]


def test_a_goal_that_names_its_milestones_stands_above_them():
    after = ProcessGoal("rest", id="rest", relations=[Relation(RelationKind.PREDECESSOR, "run")])
    made = plan(goal("walk"), goal("shoes"), goal("run", stones=["shoes", "walk"]), fact(GoalProposed, goal=after))
    assert [(place.goal.id, place.depth) for place in roadmap(made, on=DAY).places] == [
        ("run", 0),
        ("walk", 1),
        ("shoes", 1),
        ("rest", 0),
    ]


def test_what_took_over_at_the_same_place_is_told_once_behind_its_arrow():
    made = plan(
        goal("calm"),
        goal("walk", serves=["calm"]),
        goal("garden", serves=["calm"]),
        moved("walk", GoalState.CANCELLED, successors=["garden"]),
    )
    assert roadmap(made, on=DAY).to_text().splitlines()[1:] == [
        "  - do calm [proposed since 2026-01-05]",
        "    - do walk [let go of since 2026-01-05]",
        "    -> do garden [proposed since 2026-01-05]",
    ]


def test_what_took_over_from_elsewhere_stands_at_both_places():
    made = plan(
        goal("walk"),
        goal("calm"),
        goal("garden", serves=["calm"]),
        moved("walk", GoalState.CANCELLED, successors=["garden"]),
    )
    assert [(place.goal.id, place.depth) for place in roadmap(made, on=DAY).places] == [
        ("walk", 0),
        ("garden", 0),
        ("calm", 0),
        ("garden", 1),
    ]


def test_ways_that_lead_in_a_circle_are_on_the_map():
    made = plan(
        goal("a"),
        goal("b"),
        moved("a", GoalState.CANCELLED, successors=["b"]),
        moved("a", GoalState.ACTIVE),
        moved("b", GoalState.CANCELLED, successors=["a"]),
    )
    assert [(place.goal.id, place.is_told_above) for place in roadmap(made, on=DAY).places] == [
        ("b", False),
        ("a", False),
        ("b", True),
    ]


def test_what_was_entered_in_error_is_left_out_and_what_hung_on_it_is_not():
    made = plan(goal("wrong"), goal("walk", serves=["wrong"]), moved("wrong", GoalState.ENTERED_IN_ERROR))
    assert [place.goal.id for place in roadmap(made, on=DAY).places] == ["walk"]


def test_what_took_over_in_error_is_left_out():
    made = plan(
        goal("walk"),
        goal("wrong"),
        moved("walk", GoalState.CANCELLED, successors=["wrong"]),
        moved("wrong", GoalState.ENTERED_IN_ERROR),
    )
    assert [place.goal.id for place in roadmap(made, on=DAY).places] == ["walk"]


def test_an_empty_road_says_so():
    assert roadmap(Journal().plan(), on=DAY).to_text() == "Where it leads is open\n  no goals yet"


def test_a_very_long_road_is_walked_to_its_end():
    chain = [goal("g0"), *(goal(f"g{n}", serves=[f"g{n - 1}"]) for n in range(1, 150))]
    assert roadmap(plan(*chain), on=DAY).places[-1].depth == 149


def test_an_outcome_stands_above_what_serves_it():
    made = plan(fact(GoalProposed, goal=OutcomeGoal("sleep well", id="sleep")), goal("walk", serves=["sleep"]))
    assert [(place.goal.id, place.depth) for place in roadmap(made, on=DAY).places] == [("sleep", 0), ("walk", 1)]


def test_a_roadmap_needs_a_plan():
    with pytest.raises(FieldTypeError, match="plan must be a TreatmentPlan"):
        roadmap(Journal(), on=DAY)
