"""Putting journals together that grew apart: nothing is lost, and what does not add up is told."""

import pickle
from datetime import date, timedelta
from itertools import combinations, permutations

import attrs
import pytest
from hypothesis import assume, given, settings

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    Decision,
    Observation,
    OutcomeGoal,
    Party,
    ProcessGoal,
    Relation,
    RelationKind,
    ScaleTarget,
    YesNoTarget,
)
from therapygoals.interop import json
from therapygoals.plan import (
    ConcernRaised,
    ConcernSettled,
    Conflict,
    ConflictKind,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Journal,
    Merge,
    Observed,
    Outline,
    OutlineChanged,
    Voided,
    Won,
)
from therapygoals.testing import branches, journals

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
DAY = date(2026, 1, 5)
CALM = OutcomeGoal("feel calmer", ScaleTarget(at_least=7), id="calm")


def when(id_, number=0, by=CLIENT):
    return {"id": id_, "on": DAY + timedelta(days=number), "by": by}


def moved(id_, number, to):
    return GoalMoved(**when(id_, number), goal="calm", to=to)


COMMON = Journal().record(GoalProposed(**when("p"), goal=CALM), moved("m", 1, GoalState.ACTIVE))


def kinds(merge):
    return [conflict.kind for conflict in merge.conflicts]


def of_an_app_and_a_clinic(app, clinic):
    return COMMON.record(*app), COMMON.record(*clinic)


# Where all adds up


def test_app_and_clinic_come_together_in_the_order_of_what_happened():
    app, clinic = of_an_app_and_a_clinic(
        [Won(**when("a1", 4), text="dinner"), Won(**when("a2", 9), text="called")],
        [Won(**when("c1", 7, THERAPIST), text="told a secret")],
    )
    merge = app.merge(clinic)
    assert merge == Merge(merge.journal)
    assert [win.id for win in merge.journal.plan().wins] == ["a1", "c1", "a2"]


def test_merged_journal_goes_on():
    app, clinic = of_an_app_and_a_clinic([Won(**when("a", 4), text="dinner")], [Won(**when("c", 7), text="came")])
    journal = app.merge(clinic).journal.record(moved("m2", 8, GoalState.ON_HOLD))
    assert [entry.number for entry in journal.entries] == [1, 2, 3, 3, 4]
    assert journal.plan()["calm"].state is GoalState.ON_HOLD


def test_what_both_voided_is_no_conflict():
    app, clinic = of_an_app_and_a_clinic([Voided(**when("a", 4), event="m")], [Voided(**when("c", 7), event="m")])
    merge = app.merge(clinic)
    assert (merge.conflicts, merge.journal.plan()["calm"].state) == ((), GoalState.PROPOSED)


@settings(max_examples=25)
@given(journals())
def test_journal_merged_with_itself_or_with_its_past_is_itself(journal):
    assert journal.merge(journal) == Merge(journal)
    assert journal.merge(Journal()) == Journal().merge(journal) == Merge(journal)


@settings(max_examples=25)
@given(branches(number=3, most=4))
def test_order_of_merging_makes_no_difference_where_nothing_is_in_conflict(apart):
    first, second, third = apart
    all_three = first.merge(second).journal.merge(third)
    assume(not any(one.merge(other).conflicts for one, other in combinations(apart, 2)) and not all_three.conflicts)
    for one, two, three in permutations(apart):
        left = one.merge(two).journal.merge(three)
        right = one.merge(two.merge(three).journal)
        assert left == right == all_three


@settings(max_examples=25)
@given(branches())
def test_nothing_is_lost_by_merging(apart):
    ours, theirs = apart
    merge = ours.merge(theirs)
    kept = {event.id for event in merge.journal}
    aside = (ConflictKind.SAME_ID, ConflictKind.REFUSED)
    set_aside = {conflict.theirs.id for conflict in merge.conflicts if conflict.kind in aside}
    assert kept | set_aside == {event.id for journal in apart for event in journal}
    assert not kept & set_aside


@settings(max_examples=25)
@given(branches(most=4))
def test_conflicts_are_the_same_from_both_sides_but_for_whose_is_whose(apart):
    ours, theirs = apart
    there, back = ours.merge(theirs), theirs.merge(ours)
    assert there.journal == back.journal
    turned = [
        conflict if conflict.ours is None else attrs.evolve(conflict, ours=conflict.theirs, theirs=conflict.ours)
        for conflict in back.conflicts
    ]
    assert list(there.conflicts) == turned


@settings(max_examples=25)
@given(journals(most=5), journals(most=5))
def test_journals_that_share_nothing_but_ids_merge_to_one_that_holds(ours, theirs):
    merge = ours.merge(theirs)
    assert Journal(merge.journal.entries) == merge.journal
    assert_nothing_changed_its_goal(merge.journal, ours, theirs)
    told = {conflict.theirs.id for conflict in merge.conflicts if conflict.kind is ConflictKind.SAME_ID}
    differing = {event.id for event in theirs if event not in ours.events} & {event.id for event in ours}
    assert told == differing


def assert_nothing_changed_its_goal(merged, *apart):
    """Whatever counts is about a goal that was put forward in the same words where it was recorded."""
    plan, plans = merged.plan(), [journal.plan() for journal in apart]
    voided = {event.event for event in merged if isinstance(event, Voided)}
    for event in merged:
        homes = [one for journal, one in zip(apart, plans, strict=True) if event in journal.events]
        for goal in event.about if event.id not in voided else ():
            assert plan[goal].versions[0].goal in [home[goal].versions[0].goal for home in homes if goal in home]


# What does not add up


def test_two_events_with_one_id_are_told_and_ours_stays():
    mine, yours = Won(**when("x", 4), text="dinner"), Won(**when("x", 4), text="breakfast")
    merge = COMMON.record(mine).merge(COMMON.record(yours))
    assert merge.conflicts == (
        Conflict(kind=ConflictKind.SAME_ID, ours=mine, theirs=yours, rule="must not share an id"),
    )
    assert merge.journal == COMMON.record(mine)


def test_event_that_no_longer_fits_is_set_aside_and_told():
    app, clinic = of_an_app_and_a_clinic([moved("a", 9, GoalState.MAINTAINING)], [moved("c", 4, GoalState.CANCELLED)])
    for merge in (app.merge(clinic), clinic.merge(app)):
        (conflict,) = merge.conflicts
        assert (conflict.kind, conflict.ours, conflict.theirs.id) == (ConflictKind.REFUSED, None, "a")
        assert "that is cancelled since 2026-01-09" in conflict.rule
        assert merge.journal.plan()["calm"].state is GoalState.CANCELLED


def test_what_rests_on_a_goal_that_the_other_side_voided_is_set_aside():
    app, clinic = of_an_app_and_a_clinic(
        [Observed(**when("o", 4), observations=[Observation(DAY, 5, goal="calm")])],
        [Voided(**when("v1", 3), event="m"), Voided(**when("v2", 3), event="p")],
    )
    merge = app.merge(clinic)
    assert [(conflict.kind, conflict.theirs.id) for conflict in merge.conflicts] == [(ConflictKind.REFUSED, "o")]
    assert len(merge.journal.plan()) == 0


def test_entry_that_does_not_fit_the_target_of_the_other_side_is_set_aside():
    two = attrs.evolve(CALM, targets=(YesNoTarget(key="call"), ScaleTarget(at_least=7, key="mood")))
    entry = Observation(DAY + timedelta(days=4), 5, goal="calm")
    app, clinic = of_an_app_and_a_clinic(
        [Observed(**when("o", 4), observations=[entry])], [GoalRevised(**when("r", 3, THERAPIST), goal=two)]
    )
    (conflict,) = app.merge(clinic).conflicts
    assert (conflict.kind, conflict.theirs.id) == (ConflictKind.REFUSED, "o")
    assert "must be one of the keys of the goal: call, mood" in conflict.rule


def test_goal_that_both_reshaped_is_told_and_the_later_version_is_in_force():
    mine = GoalRevised(**when("a", 4), goal=attrs.evolve(CALM, statement="feel lighter"))
    yours = GoalRevised(**when("c", 7, THERAPIST), goal=attrs.evolve(CALM, statement="feel safe"))
    app, clinic = of_an_app_and_a_clinic([mine], [yours])
    (conflict,) = app.merge(clinic).conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == (ConflictKind.BOTH_CHANGED, mine, yours)
    versions = app.merge(clinic).journal.plan()["calm"].versions
    assert [str(version.goal) for version in versions] == ["feel calmer", "feel lighter", "feel safe"]


def test_outline_that_both_reshaped_is_told():
    app, clinic = of_an_app_and_a_clinic(
        *([OutlineChanged(**when(id_, 4), outline=Outline(completion=[id_]))] for id_ in "ac")
    )
    (conflict,) = app.merge(clinic).conflicts
    assert (conflict.kind, conflict.ours.id, conflict.theirs.id) == (ConflictKind.BOTH_CHANGED, "a", "c")


def test_version_that_was_voided_is_in_no_conflict():
    mine = GoalRevised(**when("a", 4), goal=attrs.evolve(CALM, statement="feel lighter"))
    yours = GoalRevised(**when("c", 7), goal=attrs.evolve(CALM, statement="feel safe"))
    app, clinic = of_an_app_and_a_clinic([mine, Voided(**when("v", 5), event="a")], [yours])
    assert app.merge(clinic).conflicts == clinic.merge(app).conflicts == ()


@pytest.mark.parametrize(
    ("yours", "about_it"),
    [
        (Won(**when("x", 4), text="breakfast"), Voided(**when("y", 5), event="x")),
        (ConcernRaised(**when("x", 4), text="too slow"), ConcernSettled(**when("y", 5), concern="x")),
    ],
    ids=["voided", "settled"],
)
def test_what_the_other_side_said_of_its_own_event_is_not_taken_to_be_about_ours(yours, about_it):
    ours = COMMON.record(ConcernRaised(**when("x", 4), text="too fast"))
    merge = ours.merge(COMMON.record(yours, about_it))
    assert kinds(merge) == [ConflictKind.SAME_ID, ConflictKind.REFUSED]
    assert merge.conflicts[1].theirs == about_it
    assert merge.journal == ours


# What rests on what is set aside


SAFE = OutcomeGoal("feel safe", YesNoTarget(), id="calm")
STEP = ProcessGoal("walk", id="walk", relations=[Relation(RelationKind.SERVES, "calm")])
PLAN = Outline(issues=[Issue("I lie awake", goals=["calm"])])
RESTING = [
    GoalAnswered(**when("t1", 4), goal="calm", decision=Decision.ACCEPT),
    moved("t2", 4, GoalState.ACTIVE),
    Observed(**when("t3", 5), observations=[Observation(DAY + timedelta(days=4), goal="calm")]),
    GoalRevised(**when("t4", 6), goal=attrs.evolve(SAFE, statement="feel safe at home")),
    GoalProposed(**when("t5", 7), goal=STEP),
    OutlineChanged(**when("t6", 8), outline=PLAN),
    GoalProposed(**when("t7", 8), goal=OutcomeGoal("sleep", id="sleep")),
    GoalMoved(**when("t8", 9), goal="sleep", to=GoalState.CANCELLED, successors=["calm"]),
    Voided(**when("t9", 9), event="t3"),
]


def test_nothing_that_rests_on_a_goal_that_was_set_aside_is_taken_to_be_about_another_one():
    ours = Journal().record(GoalProposed(**when("p"), goal=CALM))
    theirs = Journal().record(GoalProposed(**when("t0", 3), goal=SAFE), *RESTING)
    for merge in (ours.merge(theirs), theirs.merge(ours)):
        assert [event.id for event in merge.journal] == ["p", "t7"]
        rules = {conflict.theirs.id: conflict.rule for conflict in merge.conflicts}
        assert sorted(rules) == ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t8", "t9"]
        assert "must be new" in rules.pop("t0")
        assert rules.pop("t9").endswith("must not rest on what was set aside or voided (event 't3' of 2026-01-10)")
        assert all(rule.endswith("set aside or voided (event 't0' of 2026-01-08)") for rule in rules.values())


def test_nothing_that_rests_on_a_goal_under_an_id_that_is_taken_is_taken_to_be_about_ours():
    ours = Journal().record(GoalProposed(**when("p"), goal=CALM))
    theirs = Journal().record(GoalProposed(**when("p"), goal=SAFE), *RESTING)
    merge = ours.merge(theirs)
    assert [event.id for event in merge.journal] == ["p", "t7"]
    assert kinds(merge) == [ConflictKind.SAME_ID, *[ConflictKind.REFUSED] * 8]


def test_nothing_is_taken_to_be_about_the_goal_that_took_the_id_of_one_that_was_voided():
    app = COMMON.record(Observed(**when("o", 9), observations=[Observation(DAY, 5, goal="calm")]))
    clinic = COMMON.record(
        *(Voided(**when(f"v{event}", 3), event=event) for event in "mp"), GoalProposed(**when("n", 4), goal=SAFE)
    )
    for merge in (app.merge(clinic), clinic.merge(app)):
        assert [(conflict.theirs.id, "(event 'p' of" in conflict.rule) for conflict in merge.conflicts] == [("o", True)]
        assert merge.journal.plan()["calm"].observations == ()


def test_goal_put_forward_anew_on_an_earlier_day_than_the_one_that_was_voided_keeps_what_rests_on_it():
    voids = [Voided(**when(f"v{event}", 3), event=event) for event in "mp"]
    early = Journal().record(GoalProposed(**when("p", 2), goal=CALM), moved("m", 2, GoalState.ACTIVE))
    seen = Observed(**when("o", 9), observations=[Observation(DAY, goal="calm")])
    journal = early.record(*voids).record(GoalProposed(**when("n"), goal=SAFE), seen)
    assert journal.merge(early) == early.merge(journal) == Merge(journal)


def test_yes_is_no_yes_to_a_version_that_somebody_had_not_seen():
    yes = GoalAnswered(**when("y", 6), goal="calm", decision=Decision.ACCEPT)
    app, clinic = of_an_app_and_a_clinic([yes], [GoalRevised(**when("r", 5, THERAPIST), goal=SAFE)])
    for merge in (app.merge(clinic), clinic.merge(app)):
        (conflict,) = merge.conflicts
        assert (conflict.kind, conflict.theirs) == (ConflictKind.REFUSED, yes)
        assert "must stay what it was said to; it would be about version 2 of 2026-01-10" in conflict.rule


def test_entries_that_the_version_of_the_other_side_now_judges_are_told_once():
    firmer = attrs.evolve(CALM, targets=(ScaleTarget(at_least=9),))
    entries = [
        Observed(**when(f"o{n}", n), observations=[Observation(when("", n)["on"], 5, goal="calm")]) for n in (6, 7)
    ]
    revised = GoalRevised(**when("r", 5, THERAPIST), goal=firmer)
    app, clinic = of_an_app_and_a_clinic(entries, [revised])
    for merge, sides in ((app.merge(clinic), (entries[0], revised)), (clinic.merge(app), (revised, entries[0]))):
        (conflict,) = merge.conflicts
        assert (conflict.kind, conflict.ours, conflict.theirs) == (ConflictKind.REJUDGED, *sides)
        assert merge.journal.plan()["calm"].judged_by == (2, 2)


def test_both_may_reshape_a_goal_to_the_same_and_answers_hold():
    reshaped = [GoalRevised(**when(f"r{n}", n), goal=SAFE) for n in (4, 5)]
    yes = GoalAnswered(**when("y", 6), goal="calm", decision=Decision.ACCEPT)
    app, clinic = of_an_app_and_a_clinic(reshaped[:1], [reshaped[1], yes])
    merge = app.merge(clinic)
    assert [(conflict.kind, conflict.theirs) for conflict in merge.conflicts] == [(ConflictKind.REFUSED, reshaped[1])]
    assert merge.journal.plan()["calm"].goal.ownership.agreed_by == (CLIENT,)


# Whose journal it is


def test_journal_says_whose_it_is_wherever_it_goes():
    journal = Journal(client="c-17").record(*COMMON.events)
    assert journal.client == "c-17"
    assert journal != COMMON
    assert json.loads(json.dumps(journal), Journal) == pickle.loads(pickle.dumps(journal)) == journal
    for merge in (journal.merge(COMMON), COMMON.merge(journal), journal.merge(journal)):
        assert merge == Merge(journal)


def test_journals_of_two_people_are_never_merged():
    with pytest.raises(FieldError, match=r"^other.client must be that of the same person; .* 'c-17' \(got 'c-18'\)"):
        Journal(client="c-17").merge(Journal(client="c-18"))


@pytest.mark.parametrize("client", ["", 17, CLIENT])
def test_client_of_a_journal_is_a_pseudonym(client):
    with pytest.raises((FieldError, FieldTypeError), match=r"^Journal.client must"):
        Journal(client=client)


@pytest.mark.parametrize("other", [None, COMMON.entries])
def test_only_journals_are_merged(other):
    with pytest.raises(FieldTypeError, match="other must be a Journal"):
        COMMON.merge(other)
