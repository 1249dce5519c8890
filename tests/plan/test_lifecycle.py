"""The life of a goal: where it can go from where it is, and for what reasons."""

from datetime import date, timedelta

import pytest

from therapygoals.errors import EventError, FieldError
from therapygoals.goals import Actor, OutcomeGoal, Party
from therapygoals.plan import (
    MOVES,
    REASONS,
    REVISION_REASONS,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Reason,
)

CLIENT = Actor(Party.CLIENT)
DAY = date(2026, 1, 5)
S = GoalState
PROPOSED = Journal().record(GoalProposed(id="p", on=DAY, by=CLIENT, goal=OutcomeGoal("feel calmer", id="calm")))

TABLE = """
proposed     -> planned accepted active rejected cancelled
planned      -> accepted active on_hold rejected cancelled
accepted     -> active on_hold cancelled
active       -> on_hold maintaining completed cancelled
on_hold      -> active maintaining completed cancelled
maintaining  -> active on_hold completed cancelled
completed    -> active maintaining
cancelled    -> active proposed
rejected     -> proposed
entered_in_error ->
"""
ROWS = {
    S(state.strip()): {S(word) for word in after.split()}
    for state, after in (line.split("->") for line in TABLE.strip().splitlines())
}
WAYS = {
    S.PROPOSED: [],
    S.PLANNED: [S.PLANNED],
    S.ACCEPTED: [S.ACCEPTED],
    S.ACTIVE: [S.ACTIVE],
    S.ON_HOLD: [S.ACTIVE, S.ON_HOLD],
    S.MAINTAINING: [S.ACTIVE, S.MAINTAINING],
    S.COMPLETED: [S.ACTIVE, S.COMPLETED],
    S.CANCELLED: [S.CANCELLED],
    S.REJECTED: [S.REJECTED],
    S.ENTERED_IN_ERROR: [S.ENTERED_IN_ERROR],
}


def moved(number, to, on=None, **facts):
    return GoalMoved(id=f"m{number}", on=on or DAY + timedelta(days=number), by=CLIENT, goal="calm", to=to, **facts)


def brought_to(state):
    return PROPOSED.record(*(moved(number, to) for number, to in enumerate(WAYS[state], 1)))


# Where it can go


def test_table_is_the_one_of_the_model_and_every_state_but_the_last_may_be_an_error():
    assert {state: set(MOVES[state]) - {S.ENTERED_IN_ERROR} for state in S} == ROWS
    assert [state for state in S if S.ENTERED_IN_ERROR not in MOVES[state]] == [S.ENTERED_IN_ERROR]


def test_thirty_nine_moves_of_ninety_are_allowed():
    assert sum(map(len, MOVES.values())) == 39


def test_no_goal_ever_fails():
    assert [word for state in S for word in ("fail", "lost", "lapse") if word in state] == []


def test_every_state_can_be_reached_and_all_but_one_can_be_left():
    reached = {S.PROPOSED}
    for _ in S:
        reached |= {to for state in reached for to in MOVES[state]}
    assert reached == set(S)
    assert [state for state in S if not MOVES[state]] == [S.ENTERED_IN_ERROR]


@pytest.mark.parametrize("to", S)
@pytest.mark.parametrize("state", S)
def test_move_is_recorded_where_the_table_has_it_and_refused_with_both_days_where_not(state, to):
    journal = brought_to(state)
    late = DAY + timedelta(days=60)
    if to in MOVES[state]:
        planned = journal.record(moved(9, to, on=late)).plan()["calm"]
        assert (planned.state, planned.since) == (to, late)
    else:
        with pytest.raises(EventError, match=f"it is|{state} since") as caught:
            journal.record(moved(9, to, on=late))
        assert str(late) in str(caught.value)
        assert str(journal.plan()["calm"].since) in str(caught.value)


@pytest.mark.parametrize("state", S)
def test_state_is_either_open_or_ended(state):
    assert state.is_open is not state.is_ended


def test_what_was_reached_is_kept_up_and_may_lapse_without_being_lost():
    journal = brought_to(S.MAINTAINING).record(moved(5, S.ACTIVE, reason=Reason.SETBACK), moved(6, S.MAINTAINING))
    assert [move.to for move in journal.plan()["calm"].moves] == [S.ACTIVE, S.MAINTAINING, S.ACTIVE, S.MAINTAINING]


def test_state_of_any_day_is_known():
    planned = brought_to(S.ON_HOLD).plan()["calm"]
    states = [planned.state_on(DAY + timedelta(days=back)) for back in (-9, 0, 1, 2, 99)]
    assert states == [S.PROPOSED, S.PROPOSED, S.ACTIVE, S.ON_HOLD, S.ON_HOLD]


# Why


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_leads_somewhere_that_a_move_leads_to(reason):
    assert REASONS[reason]
    assert REASONS[reason] <= set().union(*MOVES.values())


@pytest.mark.parametrize("to", S)
def test_every_state_has_a_reason(to):
    assert Reason.OTHER in {reason for reason in Reason if to in REASONS[reason]}


@pytest.mark.parametrize("to", S)
@pytest.mark.parametrize("reason", Reason)
def test_reason_fits_its_move_or_is_refused_with_the_moves_it_fits(reason, to):
    after = ["sleep"] if reason is Reason.REROUTED else []
    if to in REASONS[reason]:
        assert moved(1, to, reason=reason, successors=after).reason is reason
    else:
        with pytest.raises(FieldError, match=f"^GoalMoved.reason must be one that can lead to {to}; this") as caught:
            moved(1, to, reason=reason, successors=after)
        assert all(state in caught.value.rule for state in REASONS[reason])


@pytest.mark.parametrize(
    ("reason", "to"),
    [
        (Reason.NO_LONGER_MATTERS, S.CANCELLED),
        (Reason.OTHER_FOCUS, S.COMPLETED),
        (Reason.OTHER_FOCUS, S.CANCELLED),
        (Reason.ACHIEVED, S.COMPLETED),
        (Reason.TO_MAINTENANCE, S.MAINTAINING),
        (Reason.READY_FOR_MORE, S.COMPLETED),
        (Reason.REROUTED, S.CANCELLED),
        (Reason.NEW_AREA, S.COMPLETED),
        (Reason.SETBACK, S.ACTIVE),
        (Reason.STALLED, S.ON_HOLD),
        (Reason.CRISIS, S.ON_HOLD),
        (Reason.LIFE_CHANGE, S.ON_HOLD),
        (Reason.OVERWHELMED, S.ON_HOLD),
        (Reason.NOT_IN_CONTROL, S.REJECTED),
        (Reason.MONEY, S.CANCELLED),
        (Reason.TREATMENT_ENDED, S.COMPLETED),
    ],
)
def test_reasons_that_people_give_lead_where_the_model_says(reason, to):
    assert to in REASONS[reason]


def test_reason_of_a_goal_is_that_of_its_last_move():
    assert PROPOSED.plan()["calm"].reason is None
    assert PROPOSED.record(moved(1, S.ACTIVE)).plan()["calm"].reason is None
    let_go = brought_to(S.ACTIVE).record(moved(5, S.CANCELLED, reason=Reason.NO_LONGER_MATTERS)).plan()["calm"]
    assert let_go.reason is Reason.NO_LONGER_MATTERS


# Pauses


def test_pause_may_say_when_to_talk_again_and_nothing_resumes_by_itself():
    journal = brought_to(S.ACTIVE).record(moved(5, S.ON_HOLD, until=DAY + timedelta(days=20)))
    assert journal.plan(on=DAY + timedelta(days=200))["calm"].state is S.ON_HOLD


@pytest.mark.parametrize(
    ("to", "until"), [(S.COMPLETED, DAY + timedelta(days=9)), (S.ON_HOLD, DAY)], ids=["no pause", "before the pause"]
)
def test_day_to_talk_again_goes_with_a_pause_and_comes_after_it(to, until):
    with pytest.raises(FieldError, match=r"^GoalMoved.until goes with on_hold"):
        moved(3, to, until=until)


def test_stretches_on_hold_are_half_open_and_the_last_may_have_no_end():
    journal = brought_to(S.ON_HOLD).record(moved(5, S.ACTIVE), moved(8, S.ON_HOLD))
    day = [DAY + timedelta(days=number) for number in range(12)]
    planned = journal.plan()["calm"]
    assert planned.holds == ((day[2], day[5]), (day[8], None))
    assert [number for number in range(12) if planned.was_held(day[number])] == [2, 3, 4, 8, 9, 10, 11]


def test_pause_that_ends_on_its_first_day_is_none():
    journal = brought_to(S.ON_HOLD).record(moved(5, S.ACTIVE, on=DAY + timedelta(days=2)))
    assert journal.plan()["calm"].holds == ()


# What takes over


def test_goal_is_rerouted_to_others_that_are_there():
    walk = GoalProposed(id="p2", on=DAY, by=CLIENT, goal=OutcomeGoal("sleep well", id="sleep"))
    ended = moved(9, S.CANCELLED, reason=Reason.REROUTED, successors=["sleep"])
    assert PROPOSED.record(walk, ended).plan()["calm"].successors == ("sleep",)
    with pytest.raises(EventError, match=r"^GoalMoved.successors must be goals put forward by then: calm"):
        PROPOSED.record(ended)


def test_goal_is_rerouted_to_somewhere():
    with pytest.raises(
        FieldError, match=r"^GoalMoved.successors must name what takes over .*; name it, or give another"
    ):
        moved(9, S.CANCELLED, reason=Reason.REROUTED)


@pytest.mark.parametrize("to", [S.PLANNED, S.ACTIVE, S.ON_HOLD, S.MAINTAINING, S.ENTERED_IN_ERROR])
def test_nothing_takes_over_from_a_goal_that_goes_on_or_never_was(to):
    told = rf"^GoalMoved.successors go with an end \(completed, cancelled, rejected\); end the goal, .* \(got '{to}'\)"
    with pytest.raises(FieldError, match=told):
        moved(9, to, successors=["sleep"])


def test_goals_take_over_from_one_another_in_no_circle_until_one_is_taken_up_again():
    walk = GoalProposed(id="p2", on=DAY, by=CLIENT, goal=OutcomeGoal("sleep well", id="sleep"))
    journal = PROPOSED.record(walk, moved(5, S.CANCELLED, successors=["sleep"]))
    back = GoalMoved(id="b", on=DAY + timedelta(days=9), by=CLIENT, goal="sleep", to=S.CANCELLED, successors=["calm"])
    with pytest.raises(
        EventError, match=r"^GoalMoved.successors must not lead back in a circle; first take up"
    ) as caught:
        journal.record(back)
    assert caught.value.value == ["sleep", "calm", "sleep"]
    assert journal.record(moved(8, S.ACTIVE), back).plan()["sleep"].successors == ("calm",)


@pytest.mark.parametrize("reason", Reason)
def test_goal_is_reshaped_for_a_reason_that_is_neither_a_pause_nor_an_end(reason):
    facts = {"id": "r", "on": DAY, "by": CLIENT, "goal": OutcomeGoal("feel lighter", id="calm"), "reason": reason}
    if reason in REVISION_REASONS:
        assert GoalRevised(**facts).reason is reason
    else:
        with pytest.raises(
            FieldError, match=rf"^GoalRevised.reason must be one to reshape a goal; .* \(got '{reason}'\)"
        ):
            GoalRevised(**facts)


def test_no_goal_takes_over_from_itself():
    with pytest.raises(FieldError, match=r"^GoalMoved.successors must be other goals"):
        moved(1, S.COMPLETED, successors=("calm",))
