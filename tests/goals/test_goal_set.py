"""Goals that stand together."""

import pytest
from hypothesis import given, settings

from therapygoals.errors import FieldTypeError, RelationError, UnknownNameError
from therapygoals.goals import GoalSet, OutcomeGoal, ProcessGoal, Relation, RelationKind
from therapygoals.testing import goal_sets

SLEEP = OutcomeGoal("sleep better", id="sleep")
WALK = ProcessGoal("walk after lunch", id="walk", relations=[Relation(RelationKind.SERVES, "sleep")])
LOOSE = ProcessGoal("write a letter")
GOALS = GoalSet([SLEEP, WALK, LOOSE])


def linked(**links):
    """Goals a, b, c ..., each with its links: kind and id of the other goal."""
    return [
        ProcessGoal("some private words", id=key, relations=[Relation(RelationKind(kind), to) for kind, to in pairs])
        for key, pairs in links.items()
    ]


def test_set_is_read_in_its_order():
    assert list(GOALS) == [SLEEP, WALK, LOOSE]
    assert len(GOALS) == 3
    assert (GOALS.outcomes, GOALS.processes) == ((SLEEP,), (WALK, LOOSE))


def test_goal_is_found_by_its_id():
    assert GOALS["walk"] is WALK
    assert "walk" in GOALS
    assert "run" not in GOALS
    assert None not in GOALS


@pytest.mark.parametrize(("goals", "known"), [(GOALS, "sleep, walk"), (GoalSet([LOOSE]), "none has an id")])
def test_unknown_id_lists_the_right_ones(goals, known):
    with pytest.raises(UnknownNameError, match=rf"GoalSet id must be one of: {known} \(got 'run'\)") as caught:
        goals["run"]
    assert isinstance(caught.value, KeyError)


def test_goals_that_serve_another_are_found():
    assert GOALS.serving("sleep") == (WALK,)
    assert GOALS.serving("walk") == ()


def test_adding_makes_a_new_set():
    more = GoalSet([SLEEP]).add(WALK, LOOSE)
    assert more == GOALS
    assert len(GoalSet([SLEEP])) == 1


def test_goals_that_serve_are_there_before_what_they_serve_is_checked():
    with pytest.raises(RelationError, match=r"missing \(got \['sleep'\]\)"):
        GoalSet([WALK])


def test_id_used_twice_is_refused():
    with pytest.raises(RelationError, match=r"GoalSet\.goals must have unique ids \(got \['a', 'b'\]\)"):
        GoalSet([*linked(b=[], a=[], c=[]), *linked(a=[], b=[])])


@pytest.mark.parametrize(
    ("links", "kinds"),
    [
        ({"a": [("serves", "b")], "b": [("serves", "a")]}, "serves, milestone"),
        ({"a": [("milestone", "b")], "b": [("milestone", "c")], "c": [("milestone", "a")]}, "serves, milestone"),
        ({"a": [("serves", "b"), ("milestone", "b")], "b": []}, "serves, milestone"),
        ({"a": [("successor", "b")], "b": [("replacement", "a")]}, "successor, replacement, predecessor"),
        ({"a": [("successor", "b"), ("predecessor", "b")], "b": []}, "successor, replacement, predecessor"),
    ],
)
def test_circle_is_refused_and_named(links, kinds):
    with pytest.raises(RelationError) as caught:
        GoalSet(linked(**links, before=[("serves", "a")], after=[]))
    assert caught.value.rule == f"must not relate in a circle ({kinds})"
    assert set(caught.value.value) == links.keys()
    assert "private" not in str(caught.value)


@pytest.mark.parametrize(
    "links",
    [
        {"a": [("serves", "b")], "b": [("milestone", "a")]},
        {"a": [("successor", "b")], "b": [("predecessor", "a")]},
        {"a": [("other", "b")], "b": [("other", "a")]},
        {"a": [("serves", "c")], "b": [("serves", "c")], "c": []},
        {"a": [("serves", "b"), ("predecessor", "b")], "b": []},
    ],
)
def test_links_that_agree_are_no_circle(links):
    assert len(GoalSet(linked(**links))) == len(links)


def test_goal_without_an_id_may_serve_another():
    loose = ProcessGoal("breathe", relations=[Relation(RelationKind.SERVES, "sleep")])
    assert GoalSet([SLEEP, loose]).serving("sleep") == (loose,)


@settings(max_examples=30)
@given(goal_sets())
def test_every_goal_is_found_by_its_id(goals):
    assert [goals[goal.id] for goal in goals if goal.id] == [goal for goal in goals if goal.id]


@pytest.mark.parametrize("members", ["sleep better", ["sleep better"], [SLEEP, None], {SLEEP}])
def test_only_goals_stand_in_a_set(members):
    with pytest.raises(FieldTypeError, match=r"GoalSet\.goals must be (of type ProcessGoal or|a list or tuple)"):
        GoalSet(members)
