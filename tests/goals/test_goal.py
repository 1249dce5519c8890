"""The two goal classes: one line makes a goal, and several targets are judged each for itself."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Aim,
    Direction,
    Goal,
    GoalProgress,
    Horizon,
    Kind,
    Needed,
    Observation,
    OutcomeGoal,
    ProcessGoal,
    Progress,
    Relation,
    RelationKind,
    ScaleTarget,
    Span,
    Statement,
    TimeFrame,
    YesNoTarget,
)
from therapygoals.goals.kinds import Period
from therapygoals.testing import goal_progresses, observations_for, targets

START = date(2026, 1, 5)
MOOD, CALM = ScaleTarget(at_least=7, key="mood"), ScaleTarget(at_least=6, key="calm")
BOTH_KINDS = pytest.mark.parametrize("kind", [ProcessGoal, OutcomeGoal])


@BOTH_KINDS
def test_one_line_makes_a_goal(kind):
    goal = kind("sleep better")
    assert goal.statement == Statement("sleep better")
    assert str(goal) == "sleep better"
    assert (goal.targets, goal.horizon, goal.direction, goal.id) == ((), None, None, None)


def test_kind_of_a_goal_is_that_of_its_class():
    assert (ProcessGoal("walk").kind, OutcomeGoal("sleep better").kind) == (Kind.PROCESS, Kind.OUTCOME)


def test_goal_of_neither_kind_is_refused():
    with pytest.raises(FieldTypeError, match="must be made as a ProcessGoal or an OutcomeGoal"):
        Goal("sleep better")


def test_statement_in_another_language_is_kept():
    assert OutcomeGoal(Statement("besser schlafen", "de")).statement.language == "de"


def test_one_target_needs_no_tuple():
    assert OutcomeGoal("be well", MOOD).targets == OutcomeGoal("be well", [MOOD]).targets == (MOOD,)


def test_time_frame_tells_short_from_long():
    frame = TimeFrame(start=START, span=Span(3, Period.MONTH))
    assert OutcomeGoal("be well", time_frame=frame).horizon is Horizon.SHORT_TERM


@pytest.mark.parametrize(
    ("goal", "direction"),
    [
        (OutcomeGoal("be well", MOOD, aim=Aim.REDUCE), Direction.INCREASE),
        (OutcomeGoal("be well", (MOOD, YesNoTarget(key="once")), aim=Aim.REDUCE), Direction.DECREASE),
        (OutcomeGoal("be well", aim=Aim.AVOID), Direction.DECREASE),
        (OutcomeGoal("be well", (MOOD, YesNoTarget(key="once"))), None),
    ],
)
def test_direction_is_that_of_the_targets_where_they_agree(goal, direction):
    assert goal.direction is direction


def test_goals_that_it_serves_are_told_by_id():
    links = [Relation(RelationKind.SERVES, "sleep"), Relation(RelationKind.SUCCESSOR, "run")]
    assert ProcessGoal("walk", relations=links).serves == ("sleep",)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"targets": [MOOD, MOOD]}, "OutcomeGoal.targets"),
        ({"targets": [MOOD, ScaleTarget(at_least=3)]}, "OutcomeGoal.targets"),
        ({"id": "a", "relations": [Relation(RelationKind.SERVES, "a")]}, "OutcomeGoal.relations"),
        ({"id": " "}, "OutcomeGoal.id"),
    ],
)
def test_goal_that_contradicts_itself_is_refused(fields, field):
    with pytest.raises(FieldError) as caught:
        OutcomeGoal("my own private words", **fields)
    assert caught.value.field == field
    assert "private" not in str(caught.value)


@settings(max_examples=40)
@given(targets(), st.data())
def test_goal_with_one_target_stands_where_its_target_stands(target, data):
    entries = data.draw(observations_for(target, start=START))
    on = START + timedelta(days=27)
    progress = OutcomeGoal("be well", target).progress(entries, on=on)
    assert progress == GoalProgress(targets=(target.progress(entries, on=on),))
    assert (progress.met, progress.fraction) == (progress.targets[0].met, progress.targets[0].fraction)


def test_entries_name_the_key_of_their_target():
    goal = OutcomeGoal("be well", (MOOD, CALM))
    entries = [Observation(START, 8, target="mood"), Observation(START, 3, target="calm")]
    assert [part.value for part in goal.progress(entries, on=START).targets] == [8, 3]


@pytest.mark.parametrize(
    ("goal", "key", "known"),
    [
        (OutcomeGoal("be well", (MOOD, CALM)), None, "calm, mood"),
        (OutcomeGoal("be well", (MOOD, CALM)), "sleep", "calm, mood"),
        (OutcomeGoal("be well", ScaleTarget(at_least=3)), "sleep", "none has a key"),
    ],
)
def test_entry_for_no_target_is_refused(goal, key, known):
    with pytest.raises(FieldError) as caught:
        goal.progress([Observation(START, 3, target=key)], on=START)
    assert caught.value.rule == f"must be one of the keys of the goal: {known}"
    assert caught.value.value == key


def test_entry_without_a_key_is_about_the_only_target():
    assert OutcomeGoal("be well", MOOD).progress([Observation(START, 8)], on=START).met is True


def test_entries_of_other_goals_are_left_out():
    entries = [Observation(START, 8, goal="mood"), Observation(START, 2, goal="other")]
    (progress,) = OutcomeGoal("be well", MOOD, id="mood").progress(entries, on=START).targets
    assert (progress.value, progress.seen) == (8, 1)
    assert OutcomeGoal("be well", MOOD).progress(entries, on=START).targets[0].seen == 2


def test_entries_count_from_the_start_of_the_time_frame():
    goal = OutcomeGoal("be well", MOOD, time_frame=TimeFrame(start=START))
    early = Observation(START - timedelta(days=1), 8)
    assert goal.progress([early], on=START).met is None
    assert goal.progress([Observation(START, 8), early], on=START).targets[0].seen == 1


def test_goal_without_targets_takes_entries_and_says_nothing():
    progress = OutcomeGoal("be well").progress([Observation(START, 8, target="mood")], on=START)
    assert progress == GoalProgress(targets=())
    assert (progress.met, progress.fraction) == (None, None)


def part(met, fraction=None):
    return Progress(fraction=fraction, met=met, value=None if met is None else 1, unit="points")


YES, NO, OPEN = part(True, 1.0), part(False, 0.25), part(None)
YES_PLACELESS, NO_PLACELESS = part(True), part(False)


@pytest.mark.parametrize(
    ("parts", "needed", "met", "fraction"),
    [
        ((YES, YES), "all", True, 1),
        ((YES, NO), "all", False, 0.25),
        ((YES, OPEN), "all", None, None),
        ((NO, OPEN), "all", False, None),
        ((YES, YES_PLACELESS), "all", True, None),
        ((OPEN, OPEN), "all", None, None),
        ((YES, NO), "any", True, 1),
        ((YES, OPEN), "any", True, 1),
        ((NO, NO), "any", False, 0.25),
        ((NO, OPEN), "any", None, 0.25),
        ((NO, NO_PLACELESS), "any", False, 0.25),
        ((NO, YES_PLACELESS), "any", True, None),
        ((OPEN, OPEN), "any", None, None),
        ((), "any", None, None),
    ],
)
def test_goal_stands_where_the_deciding_target_stands(parts, needed, met, fraction):
    progress = GoalProgress(targets=parts, needed=Needed(needed))
    assert (progress.met, progress.fraction) == (met, fraction)


@settings(max_examples=40)
@given(goal_progresses())
def test_goal_that_is_met_is_at_1_where_it_has_a_place(progress):
    if progress.met:
        assert progress.fraction in (None, 1)


@settings(max_examples=40)
@given(goal_progresses())
def test_any_is_met_when_all_are(progress):
    everything, any_one = (attrs.evolve(progress, needed=needed) for needed in (Needed.ALL, Needed.ANY))
    assert any_one.met is True or everything.met is not True


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (None, "must be an iterable of Observation (got 'NoneType')"),
        (Observation(date(2026, 1, 5)), "must be an iterable of Observation (got 'Observation')"),
        ([1], "must hold only Observation (got 'int')"),
        (["I feel low"], "must hold only Observation (got 'str')"),
    ],
)
@pytest.mark.parametrize("targets", [(), YesNoTarget()])
def test_what_is_no_observation_is_refused(entries, told, targets):
    with pytest.raises(FieldTypeError) as caught:
        OutcomeGoal("sleep better", targets).progress(entries, on=date(2026, 1, 5))
    assert str(caught.value) == f"observations {told}"


def test_day_of_asking_is_checked_even_without_a_target():
    with pytest.raises(FieldTypeError):
        OutcomeGoal("sleep better").progress([], on=None)
