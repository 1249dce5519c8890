"""What changed between two versions of a goal."""

import attrs
import pytest
from hypothesis import given, settings

from therapygoals.errors import UnknownNameError
from therapygoals.goals import (
    Context,
    FrequencyTarget,
    LifeArea,
    OutcomeGoal,
    Period,
    ProcessGoal,
    Roadblock,
    ScaleTarget,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.plan import changes
from therapygoals.testing import goals, planned_goals

WALK = ProcessGoal("walk", FrequencyTarget(at_least=3, per=Period.WEEK), id="walk")
MOOD = OutcomeGoal("feel lighter", (ScaleTarget(at_least=7, key="mood"), ScaleTarget(at_least=5, key="sleep")))


def told(older, newer):
    return [str(change) for change in changes(older, newer)]


def test_number_that_changed_is_told_with_its_place_and_both_values():
    newer = attrs.evolve(WALK, targets=(FrequencyTarget(at_least=2, per=Period.WEEK),))
    (change,) = changes(WALK, newer)
    assert (change.path, change.old, change.new) == ("targets[0].at_least", 3, 2)


def test_each_field_that_changed_is_told():
    frame = TimeFrame(sessions=8)
    newer = attrs.evolve(WALK, statement="walk outside", time_frame=frame, insight="mornings are best")
    assert told(WALK, newer) == [
        "statement.text: walk -> walk outside",
        "time_frame.sessions: nothing -> 8",
        "insight: nothing -> mornings are best",
    ]


def test_targets_are_compared_by_their_key_wherever_they_stand():
    assert changes(MOOD, attrs.evolve(MOOD, targets=MOOD.targets[::-1])) == ()
    easier = attrs.evolve(MOOD, targets=(MOOD.targets[1], attrs.evolve(MOOD.targets[0], at_least=6)))
    assert told(MOOD, easier) == ["targets[mood].at_least: 7 -> 6"]


def test_target_that_came_or_went_is_told_whole():
    more = attrs.evolve(MOOD, targets=(*MOOD.targets, YesNoTarget(key="call")))
    assert told(MOOD, more) == ["targets[call]: nothing -> done once"]
    assert told(more, MOOD) == ["targets[call]: done once -> nothing"]
    assert told(OutcomeGoal("a", YesNoTarget()), OutcomeGoal("a")) == ["targets[0]: done once -> nothing"]


def test_target_of_another_kind_is_told_whole():
    (change,) = changes(WALK, attrs.evolve(WALK, targets=(YesNoTarget(),)))
    assert (change.path, change.old, change.new) == ("targets[0]", WALK.targets[0], YesNoTarget())


def test_goal_of_the_other_kind_is_told_whole():
    (change,) = changes(ProcessGoal("walk"), OutcomeGoal("walk"))
    assert (change.path, str(change)) == ("type", "type: walk -> walk")


def test_collections_are_told_by_their_members():
    older = ProcessGoal("walk", context=Context(values=("care", "calm"), areas={LifeArea.HEALTH}))
    assert told(older, ProcessGoal("walk")) == [
        "context.areas: health -> nothing",
        "context.values: care, calm -> nothing",
    ]
    assert told(ProcessGoal("walk"), ProcessGoal("walk", roadblocks=[Roadblock("rain")])) == [
        "roadblocks: nothing -> Roadblock(text='rain')"
    ]


@settings(max_examples=50)
@given(goals(id="a"), goals(id="a"))
def test_goals_differ_where_they_are_not_equal_and_each_change_turns_round(older, newer):
    assert (changes(older, newer) == ()) is (older == newer)
    back = {(change.path, change.new, change.old) for change in changes(newer, older)}
    assert {(change.path, change.old, change.new) for change in changes(older, newer)} == back


@settings(max_examples=30)
@given(planned_goals())
def test_nothing_changed_from_a_version_to_itself(planned):
    assert all(planned.diff(version.number, version.number) == () for version in planned.versions)


@pytest.mark.parametrize("number", [0, 99, "1"])
@settings(max_examples=3)
@given(planned=planned_goals())
def test_version_that_is_not_there_is_told(planned, number):
    with pytest.raises(UnknownNameError, match=r"^version must be a number from 1 to \d"):
        planned.diff(1, number)
