"""The journal: what it takes, what it refuses, and the plan that it gives for any day."""

import copy
import pickle
import sys
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals.errors import DocumentError, EventError, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import (
    Actor,
    Decision,
    GasTarget,
    GoalSet,
    Observation,
    OutcomeGoal,
    Party,
    ProcessGoal,
    Relation,
    RelationKind,
    Roadblock,
    ScaleTarget,
    YesNoTarget,
)
from therapygoals.interop import json
from therapygoals.plan import (
    Answer,
    CheckedIn,
    ConcernRaised,
    ConcernSettled,
    Entry,
    Event,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Journal,
    Observed,
    Outline,
    OutlineChanged,
    Reason,
    RoadblockNamed,
    SetbackMet,
    TreatmentPlan,
    Voided,
    Won,
    judge,
    roadmap,
    stones_of,
    to_maintenance,
)
from therapygoals.plan._fold import Fold
from therapygoals.testing import journals, next_events

CLIENT, THERAPIST = Actor(Party.CLIENT, "c-1"), Actor(Party.THERAPIST, "t-1")
DAY = date(2026, 1, 5)
CALM = OutcomeGoal("feel calmer at dinner", ScaleTarget(at_least=7), id="calm")
WALK = ProcessGoal("walk after lunch", YesNoTarget(), id="walk")


def day(number):
    return DAY + timedelta(days=number)


def when(id_, number=0, by=CLIENT, **more):
    return {"id": id_, "on": day(number), "by": by, **more}


def proposed(goal, number=0, id_=None):
    return GoalProposed(**when(id_ or f"p-{goal.id}", number), goal=goal)


def moved(to, number, goal="calm", **facts):
    return GoalMoved(**when(f"m-{goal}-{number}-{to}", number), goal=goal, to=to, **facts)


def rated(value, number, recorded=None, id_=None, **facts):
    recorded = number if recorded is None else recorded
    seen = Observation(day(number), value, goal="calm", **facts)
    return Observed(**when(id_ or f"o-{number}", recorded), observations=[seen])


BOTH = Journal().record(proposed(CALM), proposed(WALK))


def refused(journal, event, told, *, on=None):
    """The error, once it is sure that the journal stayed as it was and still works."""
    before, plan = journal.entries, journal.plan()
    with pytest.raises((EventError, FieldError), match=told) as caught:
        journal.record(event, on=on)
    assert journal.entries is before
    assert journal.plan() == plan
    assert journal.record(Won(**when("w-after", 400), text="still here")).plan().wins[-1].id == "w-after"
    return caught.value


# What is recorded


def test_nothing_has_happened_in_an_empty_journal():
    assert (len(Journal()), list(Journal()), Journal().events) == (0, [], ())
    assert Journal().plan() == TreatmentPlan()
    assert repr(Journal()) == "<Journal of 0 events>"


def test_recording_gives_a_new_journal_and_leaves_the_old_one():
    more = BOTH.record(moved(GoalState.ACTIVE, 3))
    assert (len(BOTH), len(more)) == (2, 3)
    assert more.entries[:2] == BOTH.entries
    assert [entry.number for entry in more.entries] == [1, 2, 3]
    assert repr(more) == "<Journal of 3 events, 2026-01-05 to 2026-01-08>"


def test_one_journal_may_go_on_in_several_ways():
    started, ended = BOTH.record(moved(GoalState.ACTIVE, 3)), BOTH.record(moved(GoalState.REJECTED, 3))
    states = [journal.plan()["calm"].state for journal in (started, ended, BOTH)]
    assert states == [GoalState.ACTIVE, GoalState.REJECTED, GoalState.PROPOSED]


def test_recording_an_event_lets_that_one_happen_and_not_all_the_past_again(monkeypatch):
    journal = BOTH.record(*(Won(**when(f"w{number}", number), text="came") for number in range(50)))
    happened, apply = [], Fold.apply
    monkeypatch.setattr(Fold, "apply", lambda fold, event: (happened.append(event.id), apply(fold, event)))
    more = journal.record(moved(GoalState.ACTIVE, 60)).record(moved(GoalState.COMPLETED, 61))
    assert happened == ["m-calm-60-active", "m-calm-61-completed"]
    assert len(more) == len(journal) + 2


def test_same_event_again_changes_nothing():
    assert BOTH.record(proposed(CALM)) is BOTH
    assert len(BOTH.record(proposed(CALM), moved(GoalState.ACTIVE, 1)).record(proposed(WALK))) == 3


def test_another_event_with_an_id_that_is_taken_is_refused():
    other = attrs.evolve(proposed(CALM), note="in a hurry")
    refused(BOTH, other, r"^GoalProposed.id must be new; another event of 2026-01-05 has it \(got 'p-calm'\)")


def test_several_events_are_recorded_all_or_none():
    with pytest.raises(EventError):
        BOTH.record(moved(GoalState.ACTIVE, 1), moved(GoalState.PLANNED, 2))
    assert BOTH.plan()["calm"].state is GoalState.PROPOSED


def test_nothing_lies_after_the_day_of_recording():
    error = refused(BOTH, moved(GoalState.ACTIVE, 9), r"^GoalMoved.on must not lie after 2026-01-08", on=day(3))
    assert error.value == "2026-01-14"
    assert len(BOTH.record(moved(GoalState.ACTIVE, 3), on=day(3))) == 3


@pytest.mark.parametrize("event", [None, "e1", CALM, Entry(1, proposed(CALM))])
def test_only_events_are_recorded(event):
    with pytest.raises(FieldTypeError, match="event must be an event of a plan"):
        BOTH.record(event)


@pytest.mark.parametrize("on", ["2026-01-05", 5])
def test_day_of_asking_is_a_day(on):
    with pytest.raises(FieldTypeError, match=r"^on must be a datetime\.date"):
        BOTH.plan(on=on)
    with pytest.raises(FieldTypeError, match=r"^on must be a datetime\.date"):
        BOTH.record(proposed(CALM), on=on)


# What cannot have happened so


@pytest.mark.parametrize(
    "event",
    [
        GoalAnswered(**when("x", 1), goal="sleep", decision=Decision.ACCEPT),
        GoalRevised(**when("x", 1), goal=OutcomeGoal("sleep", id="sleep")),
        GoalMoved(**when("x", 1), goal="sleep", to=GoalState.ACTIVE),
        Observed(**when("x", 1), observations=[Observation(DAY, goal="calm"), Observation(DAY, goal="sleep")]),
        CheckedIn(**when("x", 1), answers=[Answer(question="q", goal="sleep", rating=5)]),
        Won(**when("x", 1), text="a", goal="sleep"),
        SetbackMet(**when("x", 1), text="a", goal="sleep"),
        RoadblockNamed(**when("x", 1), goal="sleep", roadblock=Roadblock("noise")),
        ConcernRaised(**when("x", 1), text="a", goal="sleep"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_goal_that_nobody_put_forward_is_unknown(event):
    error = refused(BOTH, event, r"goal must be one of those .*: calm, walk \(event 'x' of 2026-01-06\)")
    assert error.value == "sleep"


def test_outline_names_goals_that_are_there():
    outline = Outline(issues=[Issue("I lie awake", goals=["calm", "sleep"])])
    event = OutlineChanged(**when("x", 1), outline=outline)
    refused(BOTH, event, r"^OutlineChanged.outline must name goals put forward by then: calm, walk")


def test_goal_is_put_forward_once():
    refused(BOTH, proposed(CALM, 4, id_="again"), r"^GoalProposed.goal.id must be new; a goal that is there already")


def test_answer_is_to_a_version_that_was_there():
    event = GoalAnswered(**when("x", 1), goal="calm", decision=Decision.ACCEPT, version=2)
    refused(BOTH, event, r"^GoalAnswered.version must be one that was there by then; the newest was 1")


@pytest.mark.parametrize("to", [GoalState.COMPLETED, GoalState.CANCELLED, GoalState.REJECTED])
def test_goal_that_has_ended_is_not_reshaped(to):
    ways = [] if to is GoalState.REJECTED else [moved(GoalState.ACTIVE, 1)]
    ended = BOTH.record(*ways, moved(to, 2))
    event = GoalRevised(**when("x", 9), goal=CALM)
    refused(ended, event, rf"must be .* not ended; it is {to} since 2026-01-07 \(event 'x' of 2026-01-14\)")


def test_nothing_is_recorded_for_a_goal_that_was_never_meant():
    wrong = BOTH.record(moved(GoalState.ENTERED_IN_ERROR, 1))
    refused(wrong, rated(5, 2), r"^Observed.observations\[0\].goal must not be entered in error")


def test_concern_is_settled_once():
    raised = BOTH.record(ConcernRaised(**when("c"), text="it goes too fast"))
    settled = raised.record(ConcernSettled(**when("s", 3), concern="c"))
    assert ([one.id for one in raised.plan().concerns], settled.plan().concerns) == (["c"], ())
    refused(
        settled,
        ConcernSettled(**when("s2", 4), concern="c"),
        r"concern must be one that is open: there",
    )
    refused(raised, ConcernSettled(**when("s", 3), concern="x"), r"must be one that is open: c ")


@pytest.mark.parametrize(
    ("target", "value", "told"),
    [
        (ScaleTarget(at_least=7), 11, "value must be at most 10"),
        (ScaleTarget(at_least=7), None, "value must be given for a ScaleTarget"),
        (GasTarget(levels=[None] * 5), 3, "value must be a level from -2 to 2"),
        (YesNoTarget(), -1, "value must be at least 0"),
    ],
    ids=["off the scale", "no rating", "no level", "below nothing"],
)
def test_value_fits_its_target(target, value, told):
    journal = Journal().record(proposed(attrs.evolve(CALM, targets=(target,))))
    refused(journal, rated(value, 2), rf"^Observed.observations\[0\].{told}.*\(event 'o-2' of 2026-01-07\)")


def test_entry_names_a_target_of_the_goal():
    two = attrs.evolve(CALM, targets=(ScaleTarget(at_least=7, key="mood"), YesNoTarget(key="call")))
    journal = Journal().record(proposed(two))
    refused(journal, rated(5, 1), r"^Observed.observations\[0\].target must be one of the keys of the goal: call, mood")
    assert journal.record(rated(5, 1, target="mood")).plan()["calm"].observations[0].value == 5


def test_goal_without_targets_takes_any_entry():
    journal = Journal().record(proposed(OutcomeGoal("feel calmer", id="calm")), rated(-400, 1))
    assert journal.plan()["calm"].judged_by == (1,)


# Links between goals


def test_relation_leads_to_a_goal_that_is_there():
    goal = ProcessGoal("breathe", id="breathe", relations=[Relation(RelationKind.SERVES, "sleep")])
    refused(BOTH, proposed(goal, 1), r"^GoalProposed.goal.relations\[0\].to must lead to one of those")


def test_stepping_stones_lead_in_no_circle():
    serving = attrs.evolve(WALK, relations=(Relation(RelationKind.SERVES, "calm"),))
    linked = BOTH.record(GoalRevised(**when("r", 2), goal=serving))
    circle = attrs.evolve(CALM, relations=(Relation(RelationKind.SERVES, "walk"),))
    error = refused(
        linked,
        GoalRevised(**when("x", 5), goal=circle),
        r"^GoalRevised.goal.relations must not relate in a circle \(serves, milestone\) \(event 'x' of 2026-01-10\)",
    )
    assert set(error.value) == {"calm", "walk"}


def linked(goal, kind, *to):
    return attrs.evolve(goal, relations=tuple(Relation(kind, one) for one in to))


def test_circle_over_several_goals_is_told_goal_by_goal():
    row = [ProcessGoal("step", id=key) for key in "abcd"]
    serving = [linked(goal, RelationKind.SERVES, to) for goal, to in zip(row, "bcd", strict=False)]
    journal = Journal().record(*map(proposed, row), *(revised(1, goal, f"r{goal.id}") for goal in serving))
    closed = linked(ProcessGoal("stone", id="e"), RelationKind.SERVES, "a")
    ends = attrs.evolve(closed, relations=(*closed.relations, Relation(RelationKind.MILESTONE, "d")))
    assert refused(journal, proposed(ends, 2), "must not relate in a circle").value == ["e", "a", "b", "c", "d", "e"]
    back = linked(row[3], RelationKind.SERVES, "b")
    assert refused(journal, revised(2, back), "must not relate in a circle").value == ["d", "b", "c", "d"]
    assert journal.record(proposed(closed, 2)).plan()["e"].goal.serves == ("a",)


def test_link_that_two_goals_tell_holds_while_one_of_them_tells_it():
    serving, stone = linked(WALK, RelationKind.SERVES, "calm"), linked(CALM, RelationKind.MILESTONE, "walk")
    journal = BOTH.record(revised(1, serving), revised(2, stone, "r2"), revised(3, WALK, "r3"))
    turned = linked(WALK, RelationKind.MILESTONE, "calm")
    refused(journal, revised(4, turned), "must be new|must not relate in a circle")
    assert journal.record(revised(4, CALM, "r4"), revised(5, turned, "r5")).plan()["walk"].version.number == 4


def test_ways_that_meet_again_are_no_circle():
    over = [linked(ProcessGoal("way", id=key), RelationKind.SERVES, "calm") for key in ("over", "under")]
    both = linked(ProcessGoal("start", id="start"), RelationKind.SERVES, "over", "under")
    stone = attrs.evolve(both, relations=(*both.relations, Relation(RelationKind.MILESTONE, "walk")))
    row = [ProcessGoal("shoes", id=key) for key in ("shoes", "laces", "shop")]
    further = [linked(goal, RelationKind.MILESTONE, to.id) for goal, to in zip((WALK, *row), row, strict=False)]
    turned = [revised(1, goal, f"r-{goal.id}") for goal in further]
    journal = BOTH.record(*map(proposed, over), *map(proposed, row), *turned)
    assert len(journal.record(proposed(stone, 2)).plan()) == 8


def test_goals_of_a_plan_hang_together():
    serving = attrs.evolve(WALK, relations=(Relation(RelationKind.SERVES, "calm"),))
    plan = BOTH.record(GoalRevised(**when("r", 2), goal=serving)).plan()
    assert isinstance(plan.goal_set, GoalSet)
    assert [goal.id for goal in plan.goal_set.serving("calm")] == ["walk"]


# Late events


def test_late_event_takes_its_place_among_the_days():
    journal = BOTH.record(moved(GoalState.ACTIVE, 9), moved(GoalState.PLANNED, 2))
    assert [move.to for move in journal.plan()["calm"].moves] == [GoalState.PLANNED, GoalState.ACTIVE]
    assert [event.on for event in journal.about("calm")] == [day(0), day(2), day(9)]
    assert [entry.event.on for entry in journal.entries][2:] == [day(9), day(2)]


def test_late_event_that_its_own_day_does_not_allow_is_refused_with_both_days():
    journal = BOTH.record(moved(GoalState.ACTIVE, 9))
    error = refused(journal, moved(GoalState.MAINTAINING, 2), r"that is proposed since 2026-01-05: .* of 2026-01-07\)")
    assert "the newest is of 2026-01-14" in str(error)


def test_late_event_that_a_later_one_stands_against_is_refused_with_both_days():
    journal = BOTH.record(moved(GoalState.ACTIVE, 9))
    refused(
        journal,
        moved(GoalState.REJECTED, 2),
        r"^GoalMoved must leave everything else .*'m-calm-2-rejected' of 2026-01-07\); GoalMoved.to .* 2026-01-14\)",
    )


def test_event_before_its_goal_is_refused_with_both_days():
    error = refused(BOTH, moved(GoalState.ACTIVE, -9), r"there is none \(event .* of 2025-12-27\)")
    assert "the newest is of 2026-01-05" in str(error)


# What was said and judged stays so

FIRMER = attrs.evolve(CALM, targets=(ScaleTarget(at_least=9),))
JUDGED = BOTH.record(rated(8, 4), rated(8, 6))


def revised(number, goal, id_="r"):
    return GoalRevised(**when(id_, number, THERAPIST), goal=goal)


def test_new_version_never_comes_before_what_was_judged_by_the_old_one():
    error = refused(
        JUDGED, revised(5, FIRMER), r"^GoalRevised must leave everything else .*\(event 'r' of 2026-01-10\)"
    )
    assert "judged as it was when it was recorded, not by the version of 2026-01-10 (event 'o-6' of 2026-01-11)" in str(
        error
    )
    assert str(error).endswith("Date a new version from today on, or void what stands against it and record it anew")


def test_new_version_is_taken_from_the_day_after_what_was_judged_and_with_it_voided():
    assert JUDGED.record(Won(**when("w", 9), text="came"), revised(7, FIRMER)).plan()["calm"].judged_by == (1, 1)
    anew = [Voided(**when("v", 9), event="o-6"), revised(5, FIRMER), rated(8, 6, id_="o-6-anew")]
    assert JUDGED.record(*anew, anew[0], rated(8, 4)).plan()["calm"].judged_by == (1, 2)


def test_late_version_that_only_words_a_goal_anew_changes_no_verdict_and_is_taken():
    planned = JUDGED.record(revised(5, attrs.evolve(CALM, statement="feel lighter"))).plan()["calm"]
    assert planned.judged_by == (1, 2)
    assert [version.goal.targets for version in planned.versions] == [CALM.targets] * 2


def test_late_version_takes_no_yes_from_the_one_that_it_was_said_to():
    journal = BOTH.record(GoalAnswered(**when("y", 6), goal="calm", decision=Decision.ACCEPT))
    error = refused(
        journal, revised(5, FIRMER), "must stay what it was said to; it would be about version 2 of 2026-01-10"
    )
    assert "(event 'y' of 2026-01-11)" in str(error)


def test_version_that_somebody_said_yes_to_is_voided_after_their_yes():
    yes = GoalAnswered(**when("y", 6), goal="calm", decision=Decision.ACCEPT)
    journal = BOTH.record(revised(5, FIRMER), yes)
    voids = [Voided(**when(f"v-{id_}", 9), event=id_) for id_ in ("r", "y")]
    refused(journal, voids[0], r"^Voided must leave .*'v-r'.*it would be about version 1 of 2026-01-05 \(event 'y'")
    assert len(journal.record(*voids).plan()["calm"].versions) == 1


def test_what_somebody_did_by_a_version_that_was_an_error_is_judged_by_the_one_before():
    journal = BOTH.record(revised(5, FIRMER), rated(8, 6), Voided(**when("v", 9), event="r"))
    assert journal.plan()["calm"].judged_by == (1,)


def test_version_that_changes_nothing_takes_nobodys_yes_away():
    agreed = BOTH.record(GoalAnswered(**when("y"), goal="calm", decision=Decision.ACCEPT))
    for goal in (CALM, agreed.plan()["calm"].goal):
        refused(agreed, revised(5, goal), r"^GoalRevised.goal must differ from version 1, .*; leave it as it is \(")


# Voiding


def test_voided_event_counts_no_longer_and_is_still_there():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3), Voided(**when("v", 5), event="m-calm-3-active"))
    assert journal.plan()["calm"].state is GoalState.PROPOSED
    assert journal.plan(on=day(3))["calm"].moves == ()
    assert [event.id for event in journal] == ["p-calm", "p-walk", "m-calm-3-active", "v"]
    assert [event.id for event in journal.about("calm")] == ["p-calm", "m-calm-3-active"]


def test_void_can_be_recorded_twice_as_two_people_may():
    voids = (Voided(**when(f"v{number}", 5), event="p-walk") for number in (1, 2))
    assert [planned.id for planned in BOTH.record(*voids).plan()] == ["calm"]


def test_what_others_rest_on_is_not_voided_before_them():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3))
    told = r"^Voided must leave everything else that was recorded possible .*'v' of 2026-01-10.*of 2026-01-08"
    refused(journal, Voided(**when("v", 5), event="p-calm"), told)


@pytest.mark.parametrize(
    ("event", "told"), [("nothing", "the id of an event of the journal"), ("v", "an event that voids nothing itself")]
)
def test_only_what_happened_can_be_voided(event, told):
    journal = BOTH.record(Voided(**when("v", 5), event="p-walk"))
    refused(journal, Voided(**when("v2", 6), event=event), rf"^Voided.event must be {told}.* of 2026-01-11")


def test_what_rests_on_one_another_is_voided_together():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3), Won(**when("w", 4), text="came"))
    voids = [Voided(**when(f"v{number}", 5), event=id_) for number, id_ in enumerate(("p-calm", "m-calm-3-active"))]
    assert [planned.id for planned in journal.record(*voids).plan()] == ["walk"]
    with pytest.raises(EventError, match=r"^Voided must leave everything else .*'v0' of 2026-01-10"):
        journal.record(voids[0], Won(**when("w2", 6), text="came"))


def test_voiding_does_not_fold_all_the_past_for_each_event(monkeypatch):
    moves = [moved(to, 60 + number) for number, to in enumerate((GoalState.ACTIVE, GoalState.ON_HOLD) * 10)]
    journal = BOTH.record(*(Won(**when(f"w{number}", number), text="came") for number in range(50)), *moves)
    happened, apply = [], Fold.apply
    monkeypatch.setattr(Fold, "apply", lambda fold, event: (happened.append(event.id), apply(fold, event)))
    journal = journal.record(Voided(**when("v1", 99), event="w1")).record(Voided(**when("v2", 99), event="w2"))
    assert happened == []
    journal = journal.record(*(Voided(**when(f"v-{move.id}", 99), event=move.id) for move in moves))
    assert len(happened) == 50  # once: two goals and what was won
    assert len(journal.plan().wins) == 48


def row_of(number):
    return [
        ProcessGoal("walk", id=f"g{one}", relations=[Relation(RelationKind.SERVES, f"g{one - 1}")] if one else [])
        for one in range(number)
    ]


def steps(work):
    """How many calls it takes."""
    calls = []
    sys.setprofile(lambda _, event, __: calls.append(event))
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(calls)


def test_goals_in_a_long_row_cost_each_the_same():
    few, many = row_of(50), row_of(400)
    folded = [steps(lambda goals=goals: Journal().record(*map(proposed, goals))) for goals in (few, many)]
    assert folded[1] < 10 * folded[0]
    plans = [Journal().record(*map(proposed, goals)).plan() for goals in (few, many)]
    mapped = [steps(lambda plan=plan: roadmap(plan, on=DAY)) for plan in plans]
    assert mapped[1] < 10 * mapped[0]


def test_nothing_is_voided_before_its_day():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3))
    told = r"^Voided.on must not lie before 2026-01-08, the day of what it voids \(event 'v' of 2026-01-07\)"
    refused(journal, Voided(**when("v", 2), event="m-calm-3-active"), told)


# The plan of a day


def test_plan_of_a_day_knows_nothing_of_later_days():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3), rated(5, 4), Won(**when("w", 6), text="came"))
    plan = journal.plan(on=day(3))
    assert (plan.on, plan.begun, plan["calm"].state, plan["calm"].observations, plan.wins) == (
        *(day(3), DAY, GoalState.ACTIVE, (), ()),
    )
    assert len(journal.plan(on=day(-1))) == 0


def test_plan_lists_its_goals_by_id_and_by_state():
    plan = BOTH.record(moved(GoalState.ACTIVE, 3), moved(GoalState.REJECTED, 3, goal="walk")).plan()
    assert [planned.id for planned in plan] == ["calm", "walk"]
    assert ("calm" in plan, "sleep" in plan, len(plan)) == (True, False, 2)
    assert plan.in_state(GoalState.ACTIVE, GoalState.PLANNED) == (plan["calm"],) == plan.open_goals
    assert str(plan["walk"]) == "walk after lunch (turned down since 2026-01-08)"


def test_goal_that_a_plan_does_not_have_is_told_with_those_it_has():
    with pytest.raises(UnknownNameError, match="must be one of: calm, walk"):
        BOTH.plan()["sleep"]
    with pytest.raises(UnknownNameError, match="it has no goals"):
        Journal().plan()["sleep"]


def test_what_happened_around_a_goal_is_kept_with_it_and_with_the_plan():
    journal = BOTH.record(
        Won(**when("w1", 1, session="s1"), text="dinner with my brother", goal="calm"),
        Won(**when("w2", 2, session="s1"), text="came"),
        SetbackMet(**when("b1", 3, session="s2"), text="a row", goal="calm"),
        SetbackMet(**when("b2", 3), text="a cold"),
        CheckedIn(**when("k", 3, session="s2"), satisfaction=8),
    )
    plan = journal.plan()
    assert [[win.id for win in of.wins] for of in (plan, plan["calm"])] == [["w1", "w2"], ["w1"]]
    assert [[back.id for back in of.setbacks] for of in (plan, plan["calm"])] == [["b1", "b2"], ["b1"]]
    assert ([one.id for one in plan.check_ins], plan.sessions) == (["k"], ("s1", "s2"))


def test_roadblock_named_again_takes_the_place_of_the_one_with_its_words():
    rain = Roadblock("rain", likelihood=8)
    goal = attrs.evolve(WALK, roadblocks=(Roadblock("rain"), Roadblock("shoes")))
    journal = Journal().record(proposed(goal), RoadblockNamed(**when("r", 2), goal="walk", roadblock=rain))
    assert journal.plan()["walk"].roadblocks == (rain, Roadblock("shoes"))
    assert len(journal.plan()["walk"].versions) == 1


def test_outline_of_a_plan_is_the_newest_of_its_day():
    outlines = [Outline(completion=[text]) for text in ("sleep", "sleep and sing")]
    changed = [OutlineChanged(**when(f"l{number}", number), outline=outlines[number]) for number in (0, 1)]
    journal = Journal().record(*changed, OutlineChanged(**when("l2", 9), outline=Outline(), reason=Reason.NEW_INSIGHT))
    assert [journal.plan(on=day(number)).outline for number in (0, 1, 9)] == [*outlines, Outline()]


# Versions and agreement

LIGHTER = attrs.evolve(CALM, statement="feel lighter at dinner")
RESHAPED = BOTH.record(
    GoalAnswered(**when("a1", 0), goal="calm", decision=Decision.ACCEPT),
    GoalAnswered(**when("a2", 0, THERAPIST), goal="calm", decision=Decision.ACCEPT),
    GoalRevised(**when("r1", 9, THERAPIST, note="as you said"), goal=LIGHTER, reason=Reason.NEW_INSIGHT),
)


def test_every_version_is_kept_with_its_day_its_author_and_its_reason():
    first, second = RESHAPED.plan()["calm"].versions
    assert (first.number, first.goal, first.since, first.by, first.event) == (1, CALM, DAY, CLIENT, "p-calm")
    assert (first.reason, first.note) == (None, None)
    assert (second.number, second.goal, second.since, second.by) == (2, LIGHTER, day(9), THERAPIST)
    assert (second.reason, second.note, second.event) == (Reason.NEW_INSIGHT, "as you said", "r1")


def test_version_of_any_day_is_known():
    planned = RESHAPED.plan()["calm"]
    assert [planned.version_on(day(number)).number for number in (-5, 0, 8, 9, 99)] == [1, 1, 1, 2, 2]
    assert planned.version.number == 2


def test_difference_between_versions_is_told_field_by_field():
    (change,) = RESHAPED.plan()["calm"].diff(1, 2)
    assert str(change) == "statement.text: feel calmer at dinner -> feel lighter at dinner"


def test_yes_of_both_makes_a_goal_agreed_and_another_version_asks_anew():
    assert RESHAPED.plan(on=DAY)["calm"].is_agreed
    assert RESHAPED.plan(on=DAY)["calm"].goal.ownership.agreed_by == (CLIENT, THERAPIST)
    assert not RESHAPED.plan()["calm"].is_agreed
    said = {"goal": "calm", "decision": Decision.ACCEPT}
    yes = [GoalAnswered(**when(f"y-{by.role}", 10, by), **said) for by in (CLIENT, THERAPIST)]
    assert not RESHAPED.record(yes[0]).plan()["calm"].is_agreed
    assert RESHAPED.record(*yes).plan()["calm"].is_agreed


def test_yes_to_an_older_version_does_not_count_for_the_newest():
    old = [
        GoalAnswered(**when(f"y-{by.role}", 10, by), goal="calm", decision=Decision.ACCEPT, version=1)
        for by in (CLIENT, THERAPIST)
    ]
    assert not RESHAPED.record(*old).plan()["calm"].is_agreed


def test_yes_can_be_taken_back():
    taken = GoalAnswered(**when("t", 3), goal="calm", decision=Decision.WITHDRAW)
    assert not BOTH.record(*RESHAPED.events[2:4], taken).plan()["calm"].is_agreed


def test_words_of_the_client_stand_until_they_accept_others():
    planned = RESHAPED.plan()["calm"]
    assert (str(planned.proposal.statement), str(planned.goal)) == ("feel calmer at dinner", "feel lighter at dinner")


def test_who_said_what_can_be_looked_up():
    assert [event.id for event in RESHAPED.said_by(THERAPIST)] == ["a2", "r1"]
    assert [event.id for event in RESHAPED.about("calm")] == ["p-calm", "a1", "a2", "r1"]
    assert RESHAPED.said_by(Actor(Party.CARER)) == ()


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: RESHAPED.about("zz"), r"^goal must be one that was put forward: calm, walk \(got 'zz'\)"),
        (lambda: Journal().about("zz"), r"^goal must be one that was put forward: none was"),
        (lambda: RESHAPED.about(5), r"^goal must be the id of a goal \(got 'int'\)"),
        (lambda: RESHAPED.said_by("t-1"), r"^actor must be an Actor \(got 'str'\)"),
        (lambda: RESHAPED.plan()["calm"].state_on("x"), r"^day must be a datetime\.date"),
        (lambda: RESHAPED.plan()["calm"].version_on("x"), r"^day must be a datetime\.date"),
        (lambda: RESHAPED.plan()["calm"].was_held("x"), r"^day must be a datetime\.date"),
        (lambda: judge(CALM, on=DAY), r"^planned must be a PlannedGoal \(got 'OutcomeGoal'\)"),
        (lambda: to_maintenance("x", id="y"), r"^goal must be of type ProcessGoal or OutcomeGoal \(got 'str'\)"),
        (lambda: stones_of(RESHAPED, None), r"^plan must be a TreatmentPlan \(got 'Journal'\)"),
        (
            lambda: GoalMoved(**when("x"), goal="calm", to=GoalState.COMPLETED, successors="walk"),
            r"must be a list or tuple",
        ),
    ],
)
def test_question_of_the_wrong_kind_is_told(ask, told):
    with pytest.raises((FieldTypeError, UnknownNameError), match=told):
        ask()


# Stored and read again


def test_entries_stand_in_the_order_of_their_numbers():
    with pytest.raises(FieldError, match=r"^Journal.entries\[1\].number must be in the order .*, after 5"):
        Journal(RESHAPED.entries[::-1])
    with pytest.raises(FieldError, match=r"^Journal.entries\[2\].number must be in the order .*, after 2"):
        Journal((*BOTH.entries, BOTH.entries[-1]))


def test_ids_are_told_apart_when_a_journal_is_made_of_entries():
    twice = Entry(3, proposed(CALM, 5))
    with pytest.raises(FieldError, match=r"^Journal.entries\[2\].event.id must be new; .* \(got 'p-calm'\)"):
        Journal((*BOTH.entries, twice))


def test_journal_made_of_entries_is_checked_event_by_event():
    with pytest.raises(EventError, match=r"^Journal.entries\[2\].event.to must be where a goal can go"):
        Journal([*BOTH.entries, Entry(9, moved(GoalState.COMPLETED, 1))])
    with pytest.raises(EventError, match=r"^Journal.entries\[2\].event.event must be the id of an event"):
        Journal([*BOTH.entries, Entry(9, Voided(**when("v", 1), event="x"))])


@settings(max_examples=25)
@given(journals())
def test_stored_journal_is_the_same_and_goes_on_the_same(journal):
    event = Won(**when("w-more", 900), text="one more")
    for twin in (
        copy.copy(journal),
        copy.deepcopy(journal),
        pickle.loads(pickle.dumps(journal)),
        json.loads(json.dumps(journal), Journal),
        Journal(list(journal.entries)),
    ):
        assert (twin, hash(twin), twin.plan()) == (journal, hash(journal), journal.plan())
        assert twin.record(event) == journal.record(event)


@settings(max_examples=25)
@given(journals())
def test_event_of_a_journal_reads_as_the_same_event(journal):
    assert tuple(json.loads(json.dumps(event), Event) for event in journal) == journal.events


def test_journal_in_json_tells_its_format_and_what_each_event_is():
    journal = Journal().record(proposed(OutcomeGoal("feel calmer", id="calm")), moved(GoalState.ACTIVE, 7))
    assert json.dumps(journal).decode() == (
        '{"format":"therapygoals-journal/1","entries":['
        '{"number":1,"event":{"type":"goal-proposed","id":"p-calm","on":"2026-01-05",'
        '"by":{"role":"client","ref":"c-1"},'
        '"goal":{"type":"outcome","statement":{"text":"feel calmer"},"id":"calm"}}},'
        '{"number":2,"event":{"type":"goal-moved","id":"m-calm-7-active","on":"2026-01-12",'
        '"by":{"role":"client","ref":"c-1"},"goal":"calm","to":"active"}}]}'
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'"to":"active"', b'"to":"maintaining"', "since 2026-01-05: planned, accepted, active,"),
        (b'"to":"active"', b'"to":"failed"', "must be one of: proposed, planned,"),
        (b'"on":"2026-01-08"', b'"on":"2025-01-08"', "of 2025-01-08) (got 'calm') @ $.entries[2].event.goal"),
        (b'"type":"goal-moved"', b'"type":"goal-lost"', "must be one of: goal-proposed, goal-answered,"),
        (b'"number":3', b'"number":1', "the order of their numbers, after 2 (got 1) @ $.entries[2].number"),
        (b"journal/1", b"journal/2", "must be one of: therapygoals-journal/1 @ $.format"),
        (b'"format"', b'"hand":[],"format"', "unknown field; Journal has: entries, client @ $.hand"),
        (
            b'"goal":"calm","to"',
            b'"goal":"sleep","to"',
            "calm, walk (event 'm-calm-3-active' of 2026-01-08) (got",
        ),
    ],
)
def test_journal_from_json_is_checked_again(old, new, told):
    written = json.dumps(BOTH.record(moved(GoalState.ACTIVE, 3)))
    assert old in written
    with pytest.raises(DocumentError) as caught:
        json.loads(written.replace(old, new), Journal)
    assert told in str(caught.value)
    assert "dinner" not in str(caught.value)


def test_every_fault_of_a_journal_comes_at_once_with_its_path_its_rule_its_value_and_its_days():
    journal = BOTH.record(moved(GoalState.ACTIVE, 3), rated(5, 4), Voided(**when("v", 6), event="o-4"))
    document = json.dumps(journal).decode()
    for old, new in (
        ('"id":"p-walk"', '"id":"p-calm"'),
        ('"to":"active"', '"to":"maintaining"'),
        ('"on":"2026-01-09","by"', '"on":"2025-12-09","by"'),
        ('"on":"2026-01-09","value"', '"on":"2025-12-09","value"'),
        ('"event":"o-4"', '"event":"o-5"'),
    ):
        assert old in document
        document = document.replace(old, new)
    with pytest.raises(DocumentError) as caught:
        json.loads(document, Journal)
    told = {fault.path: fault.message for fault in caught.value.faults}
    assert list(told) == [
        f"$.entries[{path}"
        for path in ("1].event.id", "2].event.to", "3].event.observations[0].goal", "4].event.event")
    ]
    assert told["$.entries[1].event.id"] == "must be new; another event of 2026-01-05 has it (got 'p-calm')"
    assert "since 2026-01-05: planned" in told["$.entries[2].event.to"]
    assert told["$.entries[2].event.to"].endswith("(event 'm-calm-3-active' of 2026-01-08) (got 'maintaining')")
    assert told["$.entries[3].event.observations[0].goal"].endswith(
        "there is none (event 'o-4' of 2025-12-09) (got 'calm')"
    )
    assert told["$.entries[4].event.event"].endswith("(event 'v' of 2026-01-11) (got 'o-5')")


@settings(max_examples=25)
@given(st.data())
def test_next_event_is_one_that_the_journal_takes(data):
    journal = data.draw(journals())
    event = data.draw(next_events(journal, prefix="z"))
    assert journal.record(event).events == (*journal.events, event)
