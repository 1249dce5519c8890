"""What holds for every class of goals: frozen, equal by value, copied and stored without loss, readable."""

import copy
import datetime
import inspect
import pickle
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals import goals, testing

CLASSES = {
    goals.Actor: testing.actors(),
    goals.Amount: testing.amounts(),
    goals.CalendarDay: testing.calendar_days(),
    goals.Context: testing.contexts(),
    goals.Contribution: testing.contributions(),
    goals.CountTarget: testing.count_targets(),
    goals.Deadline: testing.deadlines(),
    goals.DurationTarget: testing.duration_targets(),
    goals.ExplorationTarget: testing.exploration_targets(),
    goals.Frequency: testing.frequencies(),
    goals.FrequencyTarget: testing.frequency_targets(),
    goals.GasTarget: testing.gas_targets(),
    goals.GoalProgress: testing.goal_progresses(),
    goals.GoalSet: testing.goal_sets(),
    goals.IfThenPlan: testing.if_then_plans(),
    goals.MilestoneTarget: testing.milestone_targets(),
    goals.Observation: testing.observations(),
    goals.OutcomeGoal: testing.outcome_goals(),
    goals.Ownership: testing.ownerships(),
    goals.PeriodCount: testing.period_counts(),
    goals.PeriodTally: testing.period_tallies(),
    goals.ProcessGoal: testing.process_goals(),
    goals.Progress: testing.progresses(),
    goals.ProgressLine: testing.progress_lines(),
    goals.QuantityTarget: testing.quantity_targets(),
    goals.Readiness: testing.readiness(),
    goals.Relation: testing.relations(),
    goals.Roadblock: testing.roadblocks(),
    goals.Scale: testing.scales(),
    goals.ScaleTarget: testing.scale_targets(),
    goals.Span: testing.spans(),
    goals.Statement: testing.statements(),
    goals.Step: testing.steps(),
    goals.Strategy: testing.strategies(),
    goals.StreakTarget: testing.streak_targets(),
    goals.TextTarget: testing.text_targets(),
    goals.TimeFrame: testing.time_frames(),
    goals.YesNoTarget: testing.yes_no_targets(),
}
BASES = {goals.BaseTarget, goals.Goal}
ENUMS = [thing for thing in vars(goals).values() if inspect.isclass(thing) and issubclass(thing, Enum)]

each_class = pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
few = settings(max_examples=4)


def fields_of(thing):
    return {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing))}


def test_every_class_of_goals_has_a_strategy():
    offered = [getattr(goals, name) for name in goals.__all__]
    assert {thing for thing in offered if inspect.isclass(thing) and attrs.has(thing)} == {*CLASSES, *BASES}


@each_class
@given(data=st.data())
@few
def test_strategy_gives_what_its_name_says(kind, data):
    assert type(data.draw(CLASSES[kind])) is kind


@each_class
@given(data=st.data())
@few
def test_nothing_can_be_assigned_or_added(kind, data):
    thing = data.draw(CLASSES[kind])
    before = fields_of(thing)
    for name in [*before, "something_new"]:
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(thing, name, None)
    assert fields_of(thing) == before
    assert not hasattr(thing, "__dict__")


@each_class
@given(data=st.data())
@few
def test_equal_fields_make_equal_things_with_one_hash(kind, data):
    thing = data.draw(CLASSES[kind])
    twin = kind(**fields_of(thing))
    assert twin == thing
    assert hash(twin) == hash(thing)
    assert thing != fields_of(thing)


@each_class
@given(data=st.data())
@few
def test_copies_and_pickles_are_equal_and_as_frozen(kind, data):
    thing = data.draw(CLASSES[kind])
    for twin in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert type(twin) is kind
        assert twin == thing
        assert hash(twin) == hash(thing)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(twin, attrs.fields(kind)[0].name, None)


@each_class
@given(data=st.data())
@few
def test_repr_is_the_call_that_makes_it(kind, data):
    thing = data.draw(CLASSES[kind])
    assert repr(thing).startswith(f"{kind.__name__}(")
    assert eval(repr(thing), {**vars(goals), "datetime": datetime}) == thing


@each_class
@given(data=st.data())
@few
def test_everything_can_be_written_for_a_person(kind, data):
    assert str(data.draw(CLASSES[kind])) != ""


@each_class
def test_third_field_on_has_to_be_named(kind):
    by_place = [field.name for field in attrs.fields(kind) if not field.kw_only]
    assert len(by_place) <= 2


@pytest.mark.parametrize("words", ENUMS, ids=lambda words: words.__name__)
def test_member_of_a_closed_set_is_its_word(words):
    assert all(member == member.value == str(member) and words(str(member)) is member for member in words)


@pytest.mark.parametrize("words", ENUMS, ids=lambda words: words.__name__)
def test_member_of_a_closed_set_stays_itself_when_stored(words):
    assert all(pickle.loads(pickle.dumps(member)) is copy.deepcopy(member) is member for member in words)
