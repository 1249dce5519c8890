"""A version that comes late changes nothing that was told before it; where it would, it is refused with both days."""

from datetime import date, timedelta

import attrs
import pytest

from therapygoals.errors import EventError
from therapygoals.goals import (
    Actor,
    Decision,
    FrequencyTarget,
    MilestoneTarget,
    Observation,
    Party,
    Period,
    ProcessGoal,
    TimeFrame,
)
from therapygoals.plan import (
    ConflictKind,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    Won,
    judge,
)

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
WALKS = FrequencyTarget(at_least=3, per=Period.WEEK, of=7)
GOAL = ProcessGoal("walk", WALKS, id="walk")


def day(number):
    return date(2026, 1, 5) + timedelta(days=number)


def seen(number, *more, recorded=None):
    entries = [Observation(day(each), goal="walk") for each in (number, *more)]
    return Observed(id=f"o{number}", on=day(recorded or max(number, *more, 0)), by=CLIENT, observations=entries)


def won(number):
    return Won(id=f"w{number}", on=day(number), by=CLIENT, text="slept well")


def revised(number, **changed):
    return GoalRevised(id=f"r{number}", on=day(number), by=THERAPIST, goal=attrs.evolve(GOAL, **changed))


def walking():
    moves = [
        GoalMoved(id=str(to), on=day(0), by=CLIENT, goal="walk", to=to) for to in (GoalState.ACCEPTED, GoalState.ACTIVE)
    ]
    return Journal().record(GoalProposed(id="p", on=day(0), by=CLIENT, goal=GOAL), *moves)


def told(journal, number):
    return str(judge(journal.plan(on=day(number))["walk"], on=day(number)))


def test_later_first_day_would_drop_what_was_judged():
    journal = walking().record(seen(7, 8, 9))
    with pytest.raises(EventError, match=r"must stay judged as it was when it was recorded"):
        journal.record(revised(5, time_frame=TimeFrame(start=day(14))))


def test_week_that_is_over_is_not_parted_afterwards():
    journal = walking().record(seen(0, 1, 2), won(13))
    with pytest.raises(EventError, match=r"must not part 2026-01-05 to 2026-01-11, which is over .* 2026-01-05"):
        journal.record(revised(5, targets=attrs.evolve(WALKS, at_least=5)))


def test_late_version_that_only_words_it_anew_leaves_the_week_as_it_was():
    journal = walking().record(seen(0, 1, 2), seen(13))
    reworded = journal.record(revised(5, statement="walk with Sam"))
    assert told(reworded, 6).partition(" (version")[0] == told(journal, 6).partition(" (version")[0]


def test_week_without_entries_or_not_over_yet_may_still_be_parted():
    journal = walking().record(seen(0, 1, 2))
    more = attrs.evolve(WALKS, at_least=5)
    assert journal.record(seen(9), revised(9, targets=more)).plan()["walk"].version.number == 2
    quiet = walking().record(won(20))
    assert quiet.record(revised(10, targets=more)).plan()["walk"].version.number == 2


def test_month_and_steps_are_looked_at_by_their_own_measure():
    both = attrs.evolve(GOAL, targets=(MilestoneTarget(count=3, key="steps"), attrs.evolve(WALKS, key="week")))
    journal = Journal().record(GoalProposed(id="p", on=day(0), by=CLIENT, goal=both))
    entry = Observation(day(1), goal="walk", target="steps")
    journal = journal.record(Observed(id="o", on=day(14), by=CLIENT, observations=[entry]))
    later = attrs.evolve(both, targets=(both.targets[0], attrs.evolve(both.targets[1], at_least=5)))
    version = GoalRevised(id="r", on=day(3), by=CLIENT, goal=later)
    assert journal.record(version).plan()["walk"].version.number == 2


def test_yes_that_named_the_newest_version_stays_a_yes_to_the_newest():
    journal = Journal().record(GoalProposed(id="p", on=day(0), by=CLIENT, goal=GOAL))
    for by in (CLIENT, THERAPIST):
        yes = GoalAnswered(id=by.role, on=day(4), by=by, goal="walk", decision=Decision.ACCEPT, version=1)
        journal = journal.record(yes)
    with pytest.raises(EventError, match=r"must stay said to the newest version; that would be the one of 2026-01-08"):
        journal.record(revised(3, statement="walk with Sam"))


def test_revising_on_the_last_day_of_a_week_that_is_told_splits_nothing():
    journal = walking().record(seen(*range(7), recorded=6), revised(6, targets=attrs.evolve(WALKS, at_least=5)))
    now = judge(journal.plan()["walk"], on=day(6))
    assert now.split == ()
    assert now.stretches[0].progress.targets[0].periods.met == 1


def test_weeks_before_the_one_that_is_parted_are_no_matter():
    journal = walking().record(seen(0), seen(8), won(13))
    with pytest.raises(EventError, match=r"must not part 2026-01-12 to 2026-01-18"):
        journal.record(revised(9, targets=attrs.evolve(WALKS, at_least=5)))


# What grew apart


def merged(common, ours, theirs):
    return common.record(*ours).merge(common.record(*theirs))


def test_version_of_one_side_that_parts_a_week_of_the_other_is_told():
    more = revised(5, targets=attrs.evolve(WALKS, at_least=5))
    apart = merged(walking(), [seen(0, 1, 2), won(13)], [more])
    (conflict,) = apart.conflicts
    assert (conflict.kind, conflict.ours.id, conflict.theirs.id) == (ConflictKind.REJUDGED, "o0", "r5")
    (other,) = merged(walking(), [more], [seen(0, 1, 2), won(13)]).conflicts
    assert (other.ours.id, other.theirs.id) == ("r5", "o0")


def test_version_of_one_side_before_a_yes_of_the_other_is_told():
    common = Journal().record(GoalProposed(id="p", on=day(0), by=CLIENT, goal=GOAL))
    yes = GoalAnswered(id="yes", on=day(4), by=CLIENT, goal="walk", decision=Decision.ACCEPT, version=1)
    (conflict,) = merged(common, [revised(3, statement="walk with Sam")], [yes]).conflicts
    assert (conflict.kind, conflict.ours.id, conflict.theirs.id) == (ConflictKind.REJUDGED, "r3", "yes")


def test_what_both_knew_is_no_conflict():
    more = revised(5, targets=attrs.evolve(WALKS, at_least=5))
    common = walking().record(seen(0, 1, 2), more)
    assert merged(common, [won(13)], [won(14)]).conflicts == ()
    assert merged(walking(), [seen(0, 1, 2), more], [won(13)]).conflicts == ()


def test_each_version_is_told_once_with_what_it_parts():
    more = attrs.evolve(WALKS, at_least=5)
    (conflict,) = merged(walking(), [seen(0), seen(8), won(13)], [revised(12, targets=more)]).conflicts
    assert (conflict.ours.id, conflict.theirs.id) == ("o8", "r12")
    (conflict,) = merged(walking(), [seen(0, 1, 2), seen(13)], [revised(5, targets=more)]).conflicts
    assert (conflict.ours.id, conflict.theirs.id) == ("o13", "r5")
