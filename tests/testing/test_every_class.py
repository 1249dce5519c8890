"""What holds for every class: a strategy gives it, and it is frozen, equal by value, stored without loss, readable."""

import copy
import datetime
import functools
import importlib
import inspect
import pickle
import re
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals import goals, language, plan, progress, reframing, smart, testing

PACKAGES = ("goals", "language", "safety", "plan", "smart", "progress", "reframing")
WITHOUT = {
    goals.BaseTarget: "a base; each target has a strategy",
    goals.Goal: "a base; goals() gives both kinds",
    smart.Rule: "holds functions; the rules are in RULES",
    language.Grammar: "holds a lexicon; that of English reads by itself",
    language.Lexicon: "holds the words of a language",
    smart.RuleSet: "holds rules; all of them are in RULES",
    smart.PlanRule: "holds functions; the rules for plans are in PLAN_RULES",
    smart.PlanRuleSet: "holds rules; all of them are in PLAN_RULES",
    plan.BaseEvent: "a base; events() gives every kind",
}
PLURALS = {
    goals.Readiness: "readiness",
    reframing.ReframeStopped: "reframes_stopped",
    reframing.Words: "words",
    plan.Answer: "review_answers",
    plan.CheckedIn: "check_ins",
    plan.ConcernRaised: "concerns_raised",
    plan.ConcernSettled: "concerns_settled",
    plan.Entry: "journal_entries",
    plan.GoalAnswered: "goals_answered",
    plan.GoalMoved: "goals_moved",
    plan.GoalProposed: "goals_proposed",
    plan.GoalRevised: "goals_revised",
    plan.LeftOut: "entries_left_out",
    plan.Observed: "observed_events",
    plan.OutlineChanged: "outlines_changed",
    plan.RoadblockNamed: "roadblocks_named",
    plan.SetbackMet: "setbacks_met",
    plan.Voided: "voided_events",
    plan.Won: "wins",
    progress.ChangeCriteria: "change_criterias",
    progress.Norms: "norms",
    progress.PlanFigures: "plan_figures",
    progress.DirectionOfTravel: "directions_of_travel",
    progress.LeastSquares: "least_squares_lines",
    progress.RepeatedMedians: "repeated_medians_lines",
    progress.WeeklyDays: "weeks_of_days",
}


def offered_by(package):
    module = importlib.import_module(f"therapygoals.{package}")
    return [thing for name in module.__all__ if inspect.isclass(thing := getattr(module, name))]


def strategy_name(kind):
    if kind in PLURALS:
        return PLURALS[kind]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
    if re.search(r"[^aeiou]y$", words):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("s", "ch")) else f"{words}s"


def fields_of(thing):
    return {field.name: getattr(thing, field.name) for field in attrs.fields(type(thing)) if field.init}


OFFERED = [thing for package in PACKAGES for thing in offered_by(package)]
CLASSES = [thing for thing in OFFERED if attrs.has(thing)]
DRAWN = [kind for kind in CLASSES if kind not in WITHOUT]
OF_GOALS = [kind for kind in offered_by("goals") if kind in DRAWN]
ENUMS = [thing for thing in OFFERED if issubclass(thing, Enum)]

each_class = pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.__name__)
each_enum = pytest.mark.parametrize("words", ENUMS, ids=lambda words: words.__name__)
few = settings(max_examples=4)


@functools.cache
def strategy(kind):
    return getattr(testing, strategy_name(kind))()


def some(kind, data):
    return data.draw(strategy(kind))


def test_every_class_has_a_strategy_with_its_name_in_the_plural():
    assert [kind for kind in DRAWN if strategy_name(kind) not in testing.__all__] == []


def test_what_has_no_strategy_is_still_there_and_really_has_none():
    assert set(WITHOUT) <= set(CLASSES)
    assert [kind for kind in WITHOUT if strategy_name(kind) in set(testing.__all__) - {"goals"}] == []


@each_class
@given(data=st.data())
@few
def test_strategy_gives_what_its_name_says(kind, data):
    assert type(some(kind, data)) is kind


@each_class
@given(data=st.data())
@few
def test_nothing_can_be_assigned_or_added(kind, data):
    thing = some(kind, data)
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
    thing = some(kind, data)
    twin = kind(**fields_of(thing))
    assert twin == thing
    assert hash(twin) == hash(thing)
    assert thing != fields_of(thing)


@each_class
@given(data=st.data())
@few
def test_copies_and_pickles_are_equal_and_as_frozen(kind, data):
    thing = some(kind, data)
    for twin in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert type(twin) is kind
        assert twin == thing
        assert hash(twin) == hash(thing)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(twin, attrs.fields(kind)[0].name, None)


@each_class
@given(data=st.data())
@few
def test_repr_names_the_class_in_one_line(kind, data):
    shown = repr(some(kind, data))
    assert re.match(rf"<?{kind.__name__}[( ]", shown)
    assert len(shown.splitlines()) == 1


@pytest.mark.parametrize("kind", OF_GOALS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@few
def test_repr_of_a_part_of_a_goal_is_the_call_that_makes_it(kind, data):
    thing = some(kind, data)
    assert eval(repr(thing), {**vars(goals), "datetime": datetime}) == thing


@each_class
@given(data=st.data())
@few
def test_everything_can_be_written_for_a_person(kind, data):
    assert str(some(kind, data)) != ""


@each_class
def test_third_field_on_has_to_be_named(kind):
    by_place = [field.name for field in attrs.fields(kind) if not field.kw_only]
    assert len(by_place) <= 2


@each_enum
def test_member_of_a_closed_set_is_its_word(words):
    assert all(member == member.value == str(member) and words(str(member)) is member for member in words)


@each_enum
def test_member_of_a_closed_set_stays_itself_when_stored(words):
    assert all(pickle.loads(pickle.dumps(member)) is copy.deepcopy(member) is member for member in words)
