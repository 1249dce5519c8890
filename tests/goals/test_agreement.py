"""Agreeing on a goal: everybody who decides says yes to the same version, and nothing that was said is lost."""

from datetime import date, datetime, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals.errors import DocumentError, FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    Agreement,
    Decision,
    OutcomeGoal,
    Ownership,
    Party,
    ProcessGoal,
    Proposal,
    Relation,
    RelationKind,
    YesNoTarget,
)
from therapygoals.interop import json
from therapygoals.testing import goals, proposals

CLIENT, THERAPIST, CARER, TEAM = (Actor(role) for role in (Party.CLIENT, Party.THERAPIST, Party.CARER, Party.TEAM))
DAY = date(2026, 1, 5)
CALM = OutcomeGoal("feel calmer at dinner", id="calm")
TWO = OutcomeGoal("feel calm at two dinners a week")
PROPOSAL = Proposal(CALM)


def told(*moves):
    """A proposal after moves, each a day after the one before."""
    proposal = PROPOSAL
    for number, (move, by) in enumerate(moves):
        say = getattr(proposal, move)
        on = DAY + timedelta(days=number)
        proposal = say(TWO, by, on=on) if move == "change" else say(by, on=on)
    return proposal


BOTH = told(("accept", CLIENT), ("accept", THERAPIST))

# What counts as agreed


def test_draft_is_not_agreed_by_anybody():
    assert PROPOSAL.standing == {Party.CLIENT: None, Party.THERAPIST: None}
    assert (PROPOSAL.is_agreed, PROPOSAL.agreed_goal) == (False, None)


@pytest.mark.parametrize("by", [CLIENT, THERAPIST])
def test_one_yes_is_not_enough(by):
    assert not told(("accept", by)).is_agreed


def test_goal_is_agreed_once_both_have_said_yes_in_that_order():
    agreed = told(("accept", THERAPIST), ("accept", CLIENT)).agreed_goal
    assert agreed.ownership.agreed_by == (THERAPIST, CLIENT)
    assert agreed.ownership.is_shared
    assert attrs.evolve(agreed, ownership=Ownership()) == CALM


def test_whoever_says_yes_again_after_a_no_comes_last_in_the_order():
    again = told(("accept", CLIENT), ("accept", THERAPIST), ("withdraw", CLIENT), ("accept", CLIENT))
    assert again.agreed_goal.ownership.agreed_by == (THERAPIST, CLIENT)


def test_goal_names_whoever_says_yes_before_all_have():
    assert told(("accept", CLIENT)).goal.ownership.agreed_by == (CLIENT,)


def test_yes_from_elsewhere_is_none_here_and_is_kept():
    drafted = attrs.evolve(CALM, ownership=Ownership(agreed_by=(CLIENT, THERAPIST), asked_by=CLIENT))
    proposal = Proposal(drafted)
    assert proposal.goal.ownership == Ownership(asked_by=CLIENT)
    assert proposal.versions == (drafted,)


@pytest.mark.parametrize("move", ["decline", "withdraw"])
@pytest.mark.parametrize("by", [CLIENT, THERAPIST])
def test_either_side_may_say_no_at_any_time_and_nothing_is_deleted(move, by):
    ended = getattr(BOTH, move)(by, on=date(2026, 3, 1))
    assert (ended.is_agreed, ended.agreed_goal) == (False, None)
    assert ended.decisions[:-1] == BOTH.decisions
    assert ended.versions == BOTH.versions


def test_two_people_may_differ():
    differing = told(("accept", CLIENT), ("decline", THERAPIST))
    assert differing.standing == {Party.CLIENT: Decision.ACCEPT, Party.THERAPIST: Decision.DECLINE}


# Who decides


def test_carer_may_have_to_say_yes_too():
    proposal = Proposal(CALM, BOTH.decisions, parties=[Party.CLIENT, Party.THERAPIST, Party.CARER])
    assert not proposal.is_agreed
    agreed = proposal.accept(CARER, on=date(2026, 2, 1)).agreed_goal
    assert agreed.ownership.agreed_by == (CLIENT, THERAPIST, CARER)


def test_whoever_does_not_decide_may_speak_and_is_heard():
    heard = BOTH.decline(TEAM, on=date(2026, 2, 1), note="we have no room for it")
    assert heard.is_agreed
    assert heard.standing == {
        Party.CLIENT: Decision.ACCEPT,
        Party.THERAPIST: Decision.ACCEPT,
        Party.TEAM: Decision.DECLINE,
    }


def test_last_word_of_any_who_play_one_part_stands_for_the_part():
    mother, father = Actor(Party.CARER, "c-1"), Actor(Party.CARER, "c-2")
    proposal = Proposal(CALM, parties=(Party.CARER,)).accept(mother, on=DAY).decline(father, on=DAY)
    assert not proposal.is_agreed
    assert proposal.accept(father, on=DAY).agreed_goal.ownership.agreed_by == (father,)


@pytest.mark.parametrize("parties", [(), (Party.CLIENT, Party.CLIENT)])
def test_somebody_has_to_decide_and_nobody_twice(parties):
    with pytest.raises(FieldError, match=r"Proposal.parties must name at least one party, and none twice"):
        Proposal(CALM, parties=parties)


# Versions


def test_change_makes_a_version_to_which_everybody_has_to_say_yes_anew():
    changed = BOTH.change(TWO, THERAPIST, on=date(2026, 2, 1))
    assert (changed.version, changed.is_agreed) == (2, False)
    assert changed.standing == {Party.CLIENT: None, Party.THERAPIST: None}
    assert changed.versions == (CALM, attrs.evolve(TWO, id="calm"))
    assert changed.accept(CLIENT, on=date(2026, 2, 1)).accept(THERAPIST, on=date(2026, 2, 1)).is_agreed


def test_yes_to_an_older_version_is_kept_and_does_not_count():
    late = told(("change", THERAPIST), ("accept", THERAPIST)).accept(CLIENT, on=DAY, version=1)
    assert late.standing[Party.CLIENT] is None
    assert late.decisions[-1].version == 1


def test_agreed_goal_may_be_changed_and_is_not_agreed_then():
    changed = BOTH.change(attrs.evolve(BOTH.agreed_goal, targets=(YesNoTarget(),)), THERAPIST, on=date(2026, 2, 1))
    assert changed.goal.ownership.agreed_by == ()


def test_change_keeps_the_id_of_the_goal():
    assert PROPOSAL.change(TWO, CLIENT, on=DAY).goal.id == "calm"
    with pytest.raises(FieldError, match=r"must keep the id of the goal in a change \(got 'other'\)"):
        PROPOSAL.change(attrs.evolve(TWO, id="other"), CLIENT, on=DAY)
    with pytest.raises(FieldError, match="must not lead to the goal itself"):
        PROPOSAL.change(attrs.evolve(TWO, relations=(Relation(RelationKind.OTHER, "calm"),)), CLIENT, on=DAY)


def test_goal_without_an_id_stays_without_one():
    assert Proposal(TWO).change(TWO, CLIENT, on=DAY).goal == TWO
    with pytest.raises(FieldError, match="must keep the id"):
        Proposal(TWO).change(CALM, CLIENT, on=DAY)


def test_goal_may_become_one_of_the_other_kind():
    assert type(PROPOSAL.change(ProcessGoal("breathe before dinner"), CLIENT, on=DAY).goal) is ProcessGoal


@pytest.mark.parametrize("version", [0, 2])
def test_nobody_speaks_about_a_version_that_is_not_there(version):
    with pytest.raises(FieldError):
        PROPOSAL.accept(CLIENT, on=DAY, version=version)


# Days


def test_word_of_the_latest_day_stands_whenever_it_was_recorded():
    withdrawn = BOTH.withdraw(CLIENT, on=date(2026, 2, 1))
    assert not withdrawn.accept(CLIENT, on=date(2026, 1, 20)).is_agreed
    assert withdrawn.accept(CLIENT, on=date(2026, 2, 1)).is_agreed


@pytest.mark.parametrize("on", [None, "2026-01-05", datetime(2026, 1, 5)])  # noqa: DTZ001 - no day
def test_decision_is_on_a_calendar_day(on):
    with pytest.raises(FieldTypeError, match=r"Agreement.on must be a datetime.date"):
        PROPOSAL.accept(CLIENT, on=on)


# Whose words


def test_draft_speaks_in_the_words_of_the_client_unless_it_says_otherwise():
    theirs = attrs.evolve(CALM, ownership=Ownership(worded_by=THERAPIST))
    assert PROPOSAL.change(TWO, THERAPIST, on=DAY).statement == CALM.statement
    assert Proposal(theirs).change(TWO, THERAPIST, on=DAY).statement == TWO.statement
    assert Proposal(theirs).accept(CLIENT, on=DAY).change(TWO, THERAPIST, on=DAY).statement == CALM.statement


def test_words_of_the_client_stand_until_the_client_accepts_others():
    changed = told(("change", THERAPIST), ("accept", THERAPIST))
    assert (changed.goal.statement, changed.statement) == (TWO.statement, CALM.statement)
    accepted = changed.accept(CLIENT, on=date(2026, 2, 1))
    assert accepted.statement == TWO.statement
    assert accepted.withdraw(CLIENT, on=date(2026, 2, 2)).statement == CALM.statement


def test_words_of_the_client_stand_when_both_change_the_same_version():
    own = ProcessGoal("sit down to dinner", id="calm")
    first = PROPOSAL.change(own, CLIENT, on=DAY).change(TWO, THERAPIST, on=DAY, version=1)
    last = PROPOSAL.change(TWO, THERAPIST, on=DAY).change(own, CLIENT, on=DAY, version=1)
    assert first.statement == last.statement == own.statement


def test_words_on_the_carried_over_ownership_make_nobody_elses_words_the_clients():
    own = Proposal(attrs.evolve(CALM, ownership=Ownership(worded_by=CLIENT)))
    changed = own.change(attrs.evolve(own.goal, statement=TWO.statement), THERAPIST, on=DAY)
    assert changed.statement == CALM.statement


# Malformed


@pytest.mark.parametrize("decision", Decision)
def test_goal_goes_with_a_change_and_with_nothing_else(decision):
    goal = None if decision is Decision.CHANGE else TWO
    with pytest.raises(FieldError, match=r"Agreement.goal must be given with a change, and with nothing else"):
        Agreement(by=CLIENT, decision=decision, on=DAY, version=1, goal=goal)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: Proposal("feel calm"), "Proposal.first"),
        (lambda: Proposal(CALM, ["yes"]), "Proposal.decisions"),
        (lambda: Proposal(CALM, parties=("client",)), "Proposal.parties"),
        (lambda: PROPOSAL.change("feel calm", CLIENT, on=DAY), "Agreement.goal"),
        (lambda: PROPOSAL.accept(Party.CLIENT, on=DAY), "Agreement.by"),
        (lambda: PROPOSAL.accept(CLIENT, on=DAY, version="1"), "Agreement.version"),
        (lambda: PROPOSAL.accept(CLIENT, on=DAY, note=7), "Agreement.note"),
    ],
)
def test_wrong_type_is_told_by_its_field(make, field):
    with pytest.raises(FieldTypeError) as caught:
        make()
    assert caught.value.field == field


# Laws

MOVES = st.lists(
    st.tuples(
        st.sampled_from(["accept", "change", "decline", "withdraw"]),
        st.sampled_from([CLIENT, THERAPIST, CARER]),
        st.dates(date(2026, 1, 1), date(2026, 1, 4)),
        st.none() | st.text("abc", min_size=1, max_size=3),
    ),
    max_size=8,
)
PARTIES = st.lists(st.sampled_from([Party.CLIENT, Party.THERAPIST, Party.CARER]), min_size=1, max_size=3, unique=True)


def played(moves, parties):
    """Every state on the way, the first included."""
    states = [Proposal(CALM, parties=parties)]
    for move, by, on, note in moves:
        say = getattr(states[-1], move)
        states.append(say(TWO, by, on=on, note=note) if move == "change" else say(by, on=on, note=note))
    return states


@given(MOVES, PARTIES)
def test_no_move_is_ever_lost(moves, parties):
    *_, last = states = played(moves, parties)
    assert [(said.decision, said.by, said.on, said.note) for said in last.decisions] == moves
    assert all(last.decisions[: len(state.decisions)] == state.decisions for state in states)
    assert all(last.versions[: state.version] == state.versions for state in states)


@given(MOVES, PARTIES)
def test_goal_is_agreed_when_the_last_word_of_each_who_decides_on_this_version_is_yes(moves, parties):
    last = played(moves, parties)[-1]
    about = [said for said in last.decisions if said.version == last.version]
    words = [
        max(
            (said.on, place, said.decision)
            for place, said in enumerate([None, *about])
            if said is not None and said.by.role is party
        )
        for party in parties
        if party in {said.by.role for said in about}
    ]
    yes = [word for word in words if word[2] is Decision.ACCEPT]
    assert last.is_agreed is (len(yes) == len(parties))
    assert (last.agreed_goal is None) is not last.is_agreed


@given(MOVES, PARTIES)
def test_same_moves_lead_to_the_same_state(moves, parties):
    assert played(moves, parties) == played(moves, parties)


@given(MOVES, PARTIES)
def test_agreed_goal_names_each_who_decides_and_nobody_who_says_no(moves, parties):
    last = played(moves, parties)[-1]
    yes = [party for party, word in last.standing.items() if word is Decision.ACCEPT]
    assert sorted(actor.role for actor in last.goal.ownership.agreed_by) == sorted(yes)


@given(MOVES, PARTIES)
def test_words_that_stand_are_those_of_some_version(moves, parties):
    last = played(moves, parties)[-1]
    assert last.statement in [goal.statement for goal in last.versions]
    if Party.CLIENT in parties and last.is_agreed:
        assert last.statement == last.agreed_goal.statement


@settings(max_examples=30)
@given(proposals())
def test_proposal_survives_json(proposal):
    again = json.loads(json.dumps(proposal), Proposal)
    assert again == proposal
    assert (again.standing, again.agreed_goal) == (proposal.standing, proposal.agreed_goal)


@settings(max_examples=30)
@given(proposals(), goals(targets=()))
def test_every_version_keeps_the_id(proposal, goal):
    changed = proposal.change(attrs.evolve(goal, id=proposal.first.id), CLIENT, on=DAY)
    assert {version.id for version in changed.versions} == {proposal.first.id}


@pytest.mark.parametrize(
    ("decision", "path"),
    [
        ('{"by":{"role":"client"},"decision":"accept","on":"2026-01-05","version":2}', "$.decisions"),
        ('{"by":{"role":"client"},"decision":"change","on":"2026-01-05","version":1}', "$.decisions[0].goal"),
        ('{"by":{"role":"client"},"decision":"agree","on":"2026-01-05","version":1}', "$.decisions[0].decision"),
    ],
)
def test_fault_of_a_stored_proposal_is_told_with_its_path(decision, path):
    first = '{"type":"outcome","statement":{"text":"feel calm"}}'
    with pytest.raises(DocumentError) as caught:
        json.loads(f'{{"first":{first},"decisions":[{decision}]}}', Proposal)
    assert [fault.path for fault in caught.value.faults] == [path]


def test_proposal_is_a_short_document():
    assert json.dumps(told(("accept", CLIENT))) == (
        b'{"first":{"type":"outcome","statement":{"text":"feel calmer at dinner"},"id":"calm"},'
        b'"decisions":[{"by":{"role":"client"},"decision":"accept","on":"2026-01-05","version":1}]}'
    )
