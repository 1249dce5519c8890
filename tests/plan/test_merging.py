"""Putting journals together that grew apart: nothing is lost, and what does not add up is told."""

from datetime import date, timedelta
from itertools import permutations

import attrs
import pytest
from hypothesis import assume, given, settings

from therapygoals.errors import FieldTypeError
from therapygoals.goals import Actor, Observation, OutcomeGoal, Party, ScaleTarget, YesNoTarget
from therapygoals.plan import (
    ConcernRaised,
    ConcernSettled,
    Conflict,
    ConflictKind,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
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
    both = first.merge(second)
    all_three = both.journal.merge(third)
    assume(not both.conflicts and not all_three.conflicts)
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
    set_aside = {conflict.theirs.id for conflict in merge.conflicts if conflict.kind is not ConflictKind.BOTH_CHANGED}
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
    told = {conflict.theirs.id for conflict in merge.conflicts if conflict.kind is ConflictKind.SAME_ID}
    differing = {event.id for event in theirs if event not in ours.events} & {event.id for event in ours}
    assert told == differing


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


@pytest.mark.parametrize("other", [None, COMMON.entries])
def test_only_journals_are_merged(other):
    with pytest.raises(FieldTypeError, match="other must be a Journal"):
        COMMON.merge(other)
