"""What always holds for plans over time, whatever happens in whatever order."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from therapygoals.errors import EventError
from therapygoals.goals import (
    Actor,
    FrequencyTarget,
    Observation,
    ObservationStatus,
    OutcomeGoal,
    Party,
    QuantityTarget,
)
from therapygoals.plan import (
    MOVES,
    REASONS,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    TreatmentPlan,
    Voided,
    Won,
    judge,
)
from therapygoals.testing import journals, next_events, numbers, observations_for, targets

CLIENT = Actor(Party.CLIENT)
MONDAY = date(2026, 1, 5)


def day(number):
    return MONDAY + timedelta(days=number)


def happened(journal, on=date.max):
    """What counts up to a day, in the order in which it happened."""
    voided = {event.event for event in journal if isinstance(event, Voided)}
    none = datetime.min.replace(tzinfo=UTC)
    order = sorted(
        journal.entries, key=lambda entry: (entry.event.on, entry.event.at or entry.after or none, entry.number)
    )
    counting = [entry.event for entry in order if entry.event.on <= on]
    return [event for event in counting if not isinstance(event, Voided) and event.id not in voided]


def verdicts(journal, last):
    """What every goal is told on each of its days up to one."""
    return {
        (planned.id, on): judge(planned, on=on)
        for planned in journal.plan()
        for on in (planned.versions[0].since + timedelta(days=number) for number in range(400))
        if on <= last
    }


def goal_of(target):
    return OutcomeGoal("x", attrs.evolve(target, key=None), id="g")


def recorded(entries):
    return [
        Observed(id=f"o{number}", on=entry.on, by=CLIENT, observations=[attrs.evolve(entry, goal="g", target=None)])
        for number, entry in enumerate(entries)
    ]


def lived(goal, *happenings):
    proposed = GoalProposed(id="p", on=MONDAY, by=CLIENT, goal=goal)
    begun = GoalMoved(id="a", on=MONDAY, by=CLIENT, goal="g", to=GoalState.ACTIVE)
    return Journal().record(proposed, begun, *happenings)


# Any history at all


class Therapy(RuleBasedStateMachine):
    """Whatever can happen happens, and now and then what cannot."""

    def __init__(self):
        super().__init__()
        self.journal = Journal()

    @rule(data=st.data())
    def something_happens(self, data):
        before, event = self.journal, data.draw(next_events(self.journal))
        self.journal = before.record(event)
        assert before.events == self.journal.events[:-1]
        if isinstance(event, GoalRevised):  # on time or late: what was judged and said stays so
            plan = self.journal.plan()
            assert all(judged_and_said(plan[planned.id]) == judged_and_said(planned) for planned in before.plan())

    @rule(data=st.data())
    def same_thing_is_recorded_again(self, data):
        if self.journal:
            assert self.journal.record(data.draw(st.sampled_from(self.journal.events))) is self.journal

    @precondition(lambda self: len(self.journal.plan()))
    @rule(data=st.data())
    def impossible_move_is_refused(self, data):
        planned = data.draw(st.sampled_from(self.journal.plan().goals))
        to = data.draw(st.sampled_from([state for state in GoalState if state not in MOVES[planned.state]]))
        last = max(event.on for event in self.journal)
        before = self.journal.plan()
        with pytest.raises(EventError, match=str(planned.since)):
            self.journal.record(GoalMoved(id="no", on=last, by=CLIENT, goal=planned.id, to=to))
        assert self.journal.plan() == before

    @invariant()
    def no_goal_is_in_a_state_it_could_not_reach(self):
        for planned in self.journal.plan():
            states = [GoalState.PROPOSED, *(move.to for move in planned.moves)]
            assert all(after in MOVES[before] for before, after in pairwise(states))
            assert all(move.reason is None or move.to in REASONS[move.reason] for move in planned.moves)
            assert planned.state is states[-1]
            assert [version.number for version in planned.versions] == list(range(1, len(planned.versions) + 1))
            assert len(planned.judged_by) == len(planned.observations)

    @invariant()
    def plan_of_a_day_is_the_fold_of_what_had_happened(self):
        for on in {event.on for event in self.journal}:
            prefix = Journal().record(*happened(self.journal, on))
            assert attrs.evolve(self.journal.plan(on=on), on=None) == prefix.plan()

    @invariant()
    def journal_is_the_same_when_it_is_made_anew(self):
        assert Journal(self.journal.entries) == self.journal

    @invariant()
    def goals_hang_together_and_can_be_judged(self):
        plan = self.journal.plan()
        assert [goal.id for goal in plan.goal_set] == [planned.id for planned in plan]
        for planned in plan:
            told = judge(planned, on=day(400))
            counted = sum(len(stretch.observations) for stretch in told.stretches)
            assert counted + len(told.left_out) == len(planned.observations)


def test_no_history_leads_to_an_illegal_state():
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Therapy, settings=settings(max_examples=15, stateful_step_count=14, suppress_health_check=slow, deadline=None)
    )


@settings(max_examples=25)
@given(journals())
def test_voiding_everything_gives_the_empty_plan(journal):
    last = max((event.on for event in journal), default=MONDAY)
    for event in reversed(happened(journal)):
        journal = journal.record(Voided(id=f"void {event.id}", on=last, by=CLIENT, event=event.id))
    assert journal.plan() == TreatmentPlan()
    assert len(Journal().merge(journal).journal) == len(journal)


@settings(max_examples=25)
@given(journals(), st.data())
def test_voiding_the_last_event_gives_the_plan_without_it(journal, data):
    event = data.draw(next_events(journal))
    assume(not isinstance(event, Voided))
    void = Voided(id="void", on=max(event.on, day(300)), by=CLIENT, event=event.id)
    assert journal.record(event, void).plan() == journal.plan()


@settings(max_examples=30)
@given(journals())
def test_order_of_recording_makes_no_difference_to_days_that_are_told_apart(journal):
    events = happened(journal)
    assume(len({event.on for event in events}) == len(events))
    again = Journal().record(*events)
    assert again.plan() == journal.plan()


# The past stays true


@settings(max_examples=25)
@given(journals(), st.data())
def test_revision_never_changes_an_earlier_verdict(journal, data):
    open_goals = journal.plan().open_goals
    assume(open_goals)
    planned = data.draw(st.sampled_from(open_goals))
    last = max(event.on for event in journal)
    on = last + timedelta(days=data.draw(st.integers(0, 3)))
    after = journal.record(reshaped(planned, on, data))
    assert verdicts(after, on - timedelta(days=1)) == verdicts(journal, on - timedelta(days=1))
    was, now = (judge(one.plan()[planned.id], on=on) for one in (journal, after))
    assert [now.seen, now.missed, now.unknown] == [was.seen, was.missed, was.unknown]
    assert [one.progress for one in now.stretches[: len(was.stretches) - 1]] == [
        one.progress for one in was.stretches[:-1]
    ]


def reshaped(planned, on, data):
    measured = data.draw(st.lists(targets(), max_size=1))
    goal = attrs.evolve(planned.version.goal, statement="made anew", targets=measured)
    return GoalRevised(id="r", on=on, by=CLIENT, goal=goal)


def judged_and_said(planned):
    """What each entry is judged by, and which wording each answer was given to."""
    goals = [version.goal for version in planned.versions]
    judged = [(goals[number - 1].targets, goals[number - 1].needed) for number in planned.judged_by]
    return judged, [goals[said.version - 1] for said in planned.proposal.decisions if said.goal is None]


@settings(max_examples=25)
@given(journals(), st.data())
def test_revision_that_comes_late_changes_nothing_that_was_judged_or_said_or_is_refused(journal, data):
    assume(len(journal.plan()))
    planned = data.draw(st.sampled_from(journal.plan().goals))
    first, last = planned.versions[0].since, max(event.on for event in journal)
    on = first + timedelta(days=data.draw(st.integers(0, (last - first).days)))
    assume(planned.state_on(on).is_open)
    try:
        after = journal.record(reshaped(planned, on, data))
    except EventError:
        after = journal
    assert judged_and_said(after.plan()[planned.id]) == judged_and_said(planned)
    assert verdicts(after, on - timedelta(days=1)) == verdicts(journal, on - timedelta(days=1))


@settings(max_examples=25)
@given(journals(), st.data())
def test_what_happens_later_changes_no_earlier_verdict(journal, data):
    event = data.draw(next_events(journal))
    assume(journal and event.on > max(happening.on for happening in journal))
    assume(not isinstance(event, Observed | Voided))
    before = event.on - timedelta(days=1)
    earlier, later = verdicts(journal, before), verdicts(journal.record(event), before)
    assert earlier == {key: told for key, told in later.items() if key in earlier}
    assert len(earlier) == len(later)


@settings(max_examples=60)
@given(targets(), st.data())
def test_target_that_is_changed_keeps_the_score_of_the_past(target, data):
    entries = data.draw(observations_for(target, start=MONDAY))
    change = data.draw(st.integers(0, 30))
    journal = lived(goal_of(target), *recorded(entry for entry in entries if entry.on < day(change)))
    other = attrs.evolve(goal_of(data.draw(targets())), statement="y")
    told = judge(journal.record(GoalRevised(id="r", on=day(change), by=CLIENT, goal=other)).plan()["g"], on=day(60))
    if change:
        assume(len(told.stretches) == 2)
        assert told.stretches[0].progress == judge(journal.plan()["g"], on=day(change - 1)).now


# Pauses and gaps


@settings(max_examples=100)
@given(targets(), st.integers(0, 35), st.integers(1, 90), st.data())
def test_pausing_changes_no_score(target, start, length, data):
    entries = [one for one in data.draw(observations_for(target, start=MONDAY)) if one.on < day(start)]
    going_on = lived(goal_of(target), *recorded(entries))
    end = day(start + length)
    paused = going_on.record(
        GoalMoved(id="h", on=day(start), by=CLIENT, goal="g", to=GoalState.ON_HOLD),
        GoalMoved(id="b", on=end, by=CLIENT, goal="g", to=GoalState.ACTIVE),
    )
    without, told = (judge(journal.plan()["g"], on=end).now.targets[0] for journal in (going_on, paused))
    assert (told.seen, told.missed, told.unknown) == (without.seen, without.missed, without.unknown)
    if isinstance(target, FrequencyTarget) and target.at_most is not None:
        assert_pause_is_never_held_against_a_ceiling(without, told)
    else:
        assert (told.value, told.met, told.fraction) == (without.value, without.met, without.fraction)


def assert_pause_is_never_held_against_a_ceiling(without, told):
    """A period that was undecided may now have been kept, for all days of it that apply; none is lost."""
    if told.periods is not None:
        assert told.periods.unmet == without.periods.unmet
        assert told.periods.met >= without.periods.met


@settings(max_examples=60)
@given(targets(), st.integers(1, 20), st.data())
def test_whatever_is_recorded_in_a_pause_changes_no_score(target, start, data):
    entries = data.draw(observations_for(target, start=MONDAY))
    hold = GoalMoved(id="h", on=day(start), by=CLIENT, goal="g", to=GoalState.ON_HOLD)
    before = [one for one in entries if one.on <= day(start)]
    quiet, busy = (lived(goal_of(target), hold, *recorded(some)) for some in (before, entries))
    without, told = (judge(journal.plan()["g"], on=day(40)) for journal in (quiet, busy))
    assert attrs.evolve(told, left_out=()) == without
    assert [one.entry.on for one in told.left_out] == [one.on for one in entries if one.on > day(start)]


@settings(max_examples=60)
@given(targets(), st.data())
def test_unknown_is_neutral(target, data):
    entries = data.draw(observations_for(target, start=MONDAY))
    gaps = [Observation.unknown(day(number)) for number in data.draw(st.lists(st.integers(0, 28), max_size=5))]
    plain = judge(lived(goal_of(target), *recorded(entries)).plan()["g"], on=day(40)).now.targets[0]
    told = judge(lived(goal_of(target), *recorded([*entries, *gaps])).plan()["g"], on=day(40)).now.targets[0]
    assert told == attrs.evolve(plain, unknown=plain.unknown + len(gaps))
    known = [entry for entry in entries if entry.status is not ObservationStatus.UNKNOWN]
    without = judge(lived(goal_of(target), *recorded(known)).plan()["g"], on=day(40)).now.targets[0]
    assert without == attrs.evolve(plain, unknown=0)


# Directions

_ROWS = st.lists(st.tuples(st.integers(0, 20), numbers(-100, 100)), max_size=6)


@settings(max_examples=60)
@given(st.tuples(numbers(-100, 100), numbers(-100, 100)).map(sorted), numbers(0, 50), st.integers(1, 20), _ROWS)
def test_goal_that_reduces_is_the_mirror_of_one_that_raises(ends, more, change, rows):
    baseline, goal = ends
    assume(goal - baseline > 1e-6)

    def story(sign):
        bound = "at_least" if sign > 0 else "at_most"
        first, second = (
            QuantityTarget(noun="step", baseline=sign * baseline, **{bound: sign * top}) for top in (goal, goal + more)
        )
        seen = [Observation(day(number), sign * value) for number, value in rows]
        other = GoalRevised(id="r", on=day(change), by=CLIENT, goal=attrs.evolve(goal_of(second), statement="y"))
        return judge(lived(goal_of(first), other, *recorded(seen)).plan()["g"], on=day(30))

    raising, reducing = story(1), story(-1)
    for up, down in zip(raising.stretches, reducing.stretches, strict=True):
        assert (up.progress.met, up.progress.fraction) == (down.progress.met, down.progress.fraction)
        assert (up.versions, up.since, up.until) == (down.versions, down.since, down.until)


def test_whoever_only_wins_has_a_plan_all_the_same():
    plan = Journal().record(Won(id="w", on=MONDAY, by=CLIENT, text="came")).plan()
    assert (plan.begun, len(plan), len(plan.wins)) == (MONDAY, 0, 1)
