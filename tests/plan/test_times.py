"""Times within a day: they put events in order, in every place alike, and stay what they were."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from therapygoals.errors import EventError, FieldError
from therapygoals.goals import Actor, OutcomeGoal, Party
from therapygoals.interop import json
from therapygoals.plan import Entry, Event, GoalMoved, GoalProposed, GoalState, Journal, SetbackMet, Won

CLIENT = Actor(Party.CLIENT)
DAY = date(2026, 1, 5)
PROPOSED = GoalProposed(id="p", on=DAY, by=CLIENT, goal=OutcomeGoal("feel calmer", id="calm"))


def at(hour, offset=0):
    return datetime(2026, 1, 5, hour, tzinfo=timezone(timedelta(hours=offset)))


def won(id_, hour=None, **zone):
    return Won(id=id_, on=DAY, by=CLIENT, at=None if hour is None else at(hour, **zone), text="came")


def told(journal):
    return [win.id for win in journal.plan().wins]


# One order for all


def test_events_of_a_day_stand_in_the_order_of_their_times():
    journal = Journal().record(won("late", 15), won("early", 9), won("noon", 12))
    assert told(journal) == ["early", "noon", "late"]
    assert [event.id for event in journal.said_by(CLIENT)] == ["early", "noon", "late"]
    assert [event.id for event in journal] == ["late", "early", "noon"]


def test_times_are_compared_as_moments_whatever_their_zone():
    assert told(Journal().record(won("b", 12), won("a", 13, offset=5))) == ["a", "b"]


def test_event_without_a_time_comes_after_what_had_been_recorded_of_its_day():
    journal = Journal().record(won("first"), won("noon", 12), won("then"), won("early", 9), won("last"))
    assert told(journal) == ["first", "early", "noon", "then", "last"]


def test_goal_put_forward_with_a_time_can_be_begun_without_one():
    begun = GoalMoved(id="m", on=DAY, by=CLIENT, goal="calm", to=GoalState.ACTIVE)
    timed = GoalProposed(id="p", on=DAY, by=CLIENT, goal=PROPOSED.goal, at=at(10))
    assert Journal().record(timed, begun).plan()["calm"].state is GoalState.ACTIVE


def test_move_at_an_hour_that_its_goal_could_not_make_is_refused():
    active = GoalMoved(id="a", on=DAY, by=CLIENT, goal="calm", to=GoalState.ACTIVE, at=at(12))
    journal = Journal().record(PROPOSED, active)
    with pytest.raises(
        EventError, match=r"^GoalMoved.to must be where a goal can go that is proposed since 2026-01-05"
    ):
        journal.record(GoalMoved(id="c", on=DAY, by=CLIENT, goal="calm", to=GoalState.COMPLETED, at=at(9)))


def test_same_order_holds_when_a_journal_is_read_and_when_it_is_merged():
    common = Journal().record(won("common"))
    app = common.record(won("a9", 9), won("a-none"), won("a15", 15))
    clinic = common.record(won("c16", 16), won("c-none"), won("c8", 8))
    merged = app.merge(clinic).journal
    assert merged == clinic.merge(app).journal
    assert told(merged) == ["common", "c8", "a9", "a-none", "a15", "c16", "c-none"]
    assert json.loads(json.dumps(merged), Journal).plan() == merged.plan() == Journal(merged.entries).plan()


def test_what_is_merged_in_never_turns_an_order_round():
    app = Journal().record(won("u"), won("t", 10))
    clinic = Journal().record(won("c", 16))
    assert [one for one in told(clinic.merge(app).journal) if one != "c"] == told(app)


@pytest.mark.parametrize(
    ("event", "after", "rule"),
    [
        (won("w", 9), at(8), "goes with an event without a time"),
        (won("w"), datetime(2026, 1, 5, 8), "must be a moment of the day"),  # noqa: DTZ001
        (won("w"), at(8) + timedelta(days=1), r"must be a moment of the day of the event \(2026-01-05\)"),
    ],
)
def test_place_within_a_day_is_a_moment_of_it(event, after, rule):
    with pytest.raises(FieldError, match=rf"^Entry.after {rule}"):
        Entry(1, event, after=after)


# What a clock repeats or leaves out


@pytest.mark.parametrize(
    ("moment", "instant"),
    [
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(2026, 10, 25, 2, 30, fold=1), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # noqa: DTZ001
    ],
    ids=["first time", "second time", "left out"],
)
def test_hour_that_a_clock_repeats_or_leaves_out_is_read_as_it_was_written(moment, instant):
    zoned = moment.replace(tzinfo=ZoneInfo("Europe/Berlin"))
    event = SetbackMet(id="s", on=moment.date(), by=CLIENT, text="a row", at=zoned)
    journal = Journal().record(event)
    assert event.at == instant
    assert json.loads(json.dumps(event), Event) == event
    assert json.loads(json.dumps(journal), Journal) == journal
    assert json.loads(json.dumps(journal), Journal).record(event) == journal
