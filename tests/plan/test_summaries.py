"""What was felt, done and gained: two channels, a list of what was done, a closing without a grade, what comes next."""

from datetime import date, timedelta

import pytest

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import (
    Actor,
    Aim,
    CountTarget,
    DurationTarget,
    Evidence,
    FrequencyTarget,
    IfThenPlan,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    Relation,
    RelationKind,
    Roadblock,
    Scale,
    ScaleTarget,
    Step,
)
from therapygoals.plan import (
    Channel,
    CheckedIn,
    ConcernRaised,
    Distance,
    DoneKind,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    Reason,
    SetbackMet,
    WinKind,
    Won,
    channels,
    closing_summary,
    done_list,
    questions,
    to_maintenance,
)

CLIENT = Actor(Party.CLIENT)
BEGUN = date(2026, 1, 5)
NOW = date(2026, 2, 2)
STRESS = ScaleTarget(scale=Scale(low=0, high=10), at_most=3, baseline=8)
CALM = OutcomeGoal("feel calmer at dinner", STRESS, id="calm")
WALK = ProcessGoal("walk after lunch", FrequencyTarget(at_least=3, per=Period.WEEK), id="walk")


def fact(event, on, /, **fields):
    return event, on, fields


def plan(*facts):
    events = (event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts))
    return Journal().record(*events).plan()


def proposed(goal=CALM, on=BEGUN, **rest):
    return fact(GoalProposed, on, goal=goal, **rest)


def moved(to=GoalState.ACTIVE, on=BEGUN, goal="calm", **rest):
    return fact(GoalMoved, on, goal=goal, to=to, **rest)


def seen(day, value=None, goal="walk", **rest):
    return fact(Observed, day, observations=(Observation(day, value, goal=goal, **rest),))


def entered(entry):
    return fact(Observed, entry.on, observations=(entry,))


def checked_in(on, *answers, **rest):
    return fact(CheckedIn, on, answers=answers, **rest)


def answer(key, value, goal="calm"):
    return questions()[key].answer(value, goal)


def day(number):
    return BEGUN + timedelta(days=number)


# Two channels


def test_how_it_feels_and_what_is_done_stand_side_by_side():
    made = plan(
        proposed(),
        seen(day(1), 8, "calm", evidence=Evidence.FEELING),
        seen(day(3), 5, "calm", evidence=Evidence.SKILL_USE),
        seen(day(2), 6, "calm", evidence=Evidence.FEELING),
        checked_in(day(7), answer("review.distance", "closer")),
    )
    found = channels(made, "calm", on=NOW)
    assert (found.goal, found.on) == ("calm", NOW)
    assert found.felt.values == ((day(1), 8), (day(2), 6))
    assert found.felt.distances == ((day(7), Distance.CLOSER),)
    assert found.done.values == ((day(3), 5),)
    assert str(found) == ("felt: 2 seen, 8 at first, 6 at last, last felt closer; done: 1 seen, 5 so far")


def test_no_number_is_made_of_both_channels():
    made = channels(plan(proposed()), "calm", on=NOW)
    assert not any(name in dir(made) for name in ("mean", "score", "total", "fraction"))


@pytest.mark.parametrize(
    ("goal", "evidence", "name"),
    [
        ("walk", None, "done"),
        ("walk", Evidence.FEELING, "felt"),
        ("walk", Evidence.ROUTINE, "done"),
        ("calm", None, "other"),
        ("calm", Evidence.ROUTINE, "done"),
        ("calm", Evidence.EVENT, "other"),
        ("walk", Evidence.EVENT, "other"),
    ],
)
def test_an_entry_goes_where_it_says_and_is_never_guessed(goal, evidence, name):
    made = plan(proposed(), proposed(WALK), seen(day(1), 5 if goal == "calm" else None, goal, evidence=evidence))
    found = channels(made, goal, on=NOW)
    assert {key: len(getattr(found, key).observations) for key in ("felt", "done", "other")} == {
        "felt": 0,
        "done": 0,
        "other": 0,
        name: 1,
    }


def test_a_rating_is_felt_and_words_alone_are_neither():
    answers = [answer("review.importance", 8), answer("check.honest", "quiet"), answer("checkin.week", "fine", None)]
    made = plan(proposed(), checked_in(day(7), *answers))
    found = channels(made, "calm", on=NOW)
    assert [said.rating for _, said in found.felt.answers] == [8]
    assert [said.text for _, said in found.other.answers] == ["quiet"]
    assert str(found) == "felt: 1 other answer; done: nothing yet; other: 1 other answer"


def test_what_was_missed_excused_or_not_known_is_told_apart():
    made = plan(
        proposed(WALK),
        seen(day(0)),
        entered(Observation.missed(day(1), goal="walk")),
        entered(Observation.excused(day(2), goal="walk")),
        entered(Observation.unknown(day(3), goal="walk")),
        seen(day(60)),
    )
    assert str(channels(made, "walk", on=NOW).done) == "1 seen, 1 missed, 1 excused, 1 unknown"


def test_an_empty_channel_says_so():
    assert str(Channel()) == "nothing yet"


def test_channels_of_an_unknown_goal_are_refused():
    with pytest.raises(UnknownNameError, match="must be one of: calm"):
        channels(plan(proposed()), "clam", on=NOW)


# What was done


def done(made, **options):
    return [str(one) for one in done_list(made, on=NOW, **options)]


def test_everything_that_was_done_is_on_the_list():
    steps = MilestoneTarget(count=2, key="steps", steps=[Step("breathe", done_on=day(8)), Step("count to ten")])
    often = FrequencyTarget(at_least=3, per=Period.WEEK, key="walks")
    made = plan(
        proposed(ProcessGoal("walk after lunch", [often, steps], id="walk"), session="s1"),
        moved(GoalState.PLANNED, day(0), "walk"),
        moved(GoalState.ACCEPTED, day(1), "walk"),
        moved(GoalState.ACTIVE, day(2), "walk"),
        seen(day(3), target="walks"),
        seen(day(4), target="walks"),
        fact(Won, day(5), text="I came although it rained", kind=WinKind.ATTENDED, goal="walk"),
        moved(GoalState.ON_HOLD, day(6), "walk"),
        moved(GoalState.ACTIVE, day(7), "walk"),
        checked_in(day(9), session="s2"),
        moved(GoalState.COMPLETED, day(10), "walk"),
    )
    assert done(made) == [
        "2026-01-05: “walk after lunch”: planned",
        "2026-01-06: “walk after lunch”: agreed on",
        "2026-01-07: “walk after lunch”: begun",
        "2026-01-09: “walk after lunch”: done twice",
        "2026-01-10: “I came although it rained” (attended)",
        "2026-01-12: “walk after lunch”: taken up again",
        "2026-01-13: “walk after lunch”: breathe",
        "2026-01-14: 2 therapy sessions",
        "2026-01-14: 1 check-in",
        "2026-01-15: “walk after lunch”: completed",
    ]


def test_a_report_of_several_times_is_that_many_and_other_numbers_are_one_time():
    walked = ProcessGoal("walk after lunch", FrequencyTarget(at_least=3, per=Period.WEEK), id="walk")
    week = entered(Observation(day(6), 3, goal="walk", covers=Period.WEEK))
    assert done(plan(proposed(walked), moved(goal="walk"), seen(day(0)), week))[1:] == [
        "2026-01-11: “walk after lunch”: done 4 times"
    ]
    longer = ProcessGoal("walk after lunch", DurationTarget(at_least=20, measured_in=Period.MINUTE), id="walk")
    assert done(plan(proposed(longer), moved(goal="walk"), seen(day(1), 25)))[1].endswith("done once")


def test_what_was_done_can_be_asked_of_a_stretch_of_days():
    made = plan(proposed(WALK), moved(goal="walk"), seen(day(3)), fact(Won, day(9), text="I slept"), seen(day(40)))
    assert done(made, since=day(4)) == ["2026-01-14: “I slept”"]
    assert done(made, since=day(10)) == []


def test_setbacks_take_nothing_out_of_the_list():
    calm = [proposed(WALK), moved(goal="walk"), seen(day(3))]
    hard = [fact(SetbackMet, day(5), text="I stopped", goal="walk"), entered(Observation.missed(day(6), goal="walk"))]
    assert done(plan(*calm, *hard)) == done(plan(*calm)) != []


@pytest.mark.parametrize(
    ("goal", "entry", "kind"),
    [
        (WALK, Observation(day(3), goal="walk"), DoneKind.DID),
        (WALK, Observation(day(3), 0, goal="walk"), DoneKind.RECORDED),
        (WALK, Observation(day(3), goal="walk", evidence=Evidence.FEELING), DoneKind.RECORDED),
        (CALM, Observation(day(3), 5, goal="calm"), DoneKind.RECORDED),
        (
            OutcomeGoal("breathe first", FrequencyTarget(at_least=3, per=Period.WEEK), id="calm"),
            Observation(day(3), goal="calm", evidence=Evidence.SKILL_USE),
            DoneKind.DID,
        ),
        (
            ProcessGoal("smoke less", CountTarget(at_most=1, per=Period.DAY), id="calm"),
            Observation(day(3), goal="calm"),
            DoneKind.RECORDED,
        ),
        (ProcessGoal("walk", id="calm"), Observation(day(3), goal="calm"), DoneKind.DID),
        (ProcessGoal("less screen", aim=Aim.REDUCE, id="calm"), Observation(day(3), goal="calm"), DoneKind.RECORDED),
    ],
)
def test_what_is_to_become_less_or_is_rated_is_kept_track_of(goal, entry, kind):
    (one,) = done_list(plan(proposed(goal), entered(entry)), on=NOW)
    assert (one.kind, one.count, one.goal) == (kind, 1, goal.id)


def test_a_goal_entered_in_error_has_nothing_done():
    assert done(plan(proposed(WALK), seen(day(3)), moved(GoalState.ENTERED_IN_ERROR, day(4), "walk"))) == []


def test_a_step_is_told_once_however_many_versions_list_it():
    steps = MilestoneTarget(count=1, steps=[Step("breathe", done_on=day(8)), Step("walk", done_on=day(90))])
    goal = ProcessGoal("calm down", steps, id="calm")
    made = plan(proposed(goal), fact(GoalRevised, day(9), goal=ProcessGoal("calm down well", steps, id="calm")))
    assert done(made) == ["2026-01-13: “calm down well”: breathe"]


def test_a_plan_in_which_nothing_was_done_has_an_empty_list():
    assert done(plan(proposed(), fact(ConcernRaised, day(1), text="too fast"))) == []


def test_a_list_from_a_moment_is_refused():
    with pytest.raises(FieldTypeError, match=r"since must be a datetime\.date"):
        done_list(plan(proposed()), on=NOW, since="January")


# A closing


def closed():
    new = ProcessGoal("look for another job", id="job")
    return plan(
        proposed(OutcomeGoal("feel calmer at work", STRESS, id="calm", insight="it is the noise")),
        proposed(new),
        moved(),
        seen(day(1), 8, "calm"),
        seen(day(7), 6, "calm"),
        fact(Won, day(8), text="I left at five", kind=WinKind.FIRST_TIME, goal="calm"),
        fact(SetbackMet, day(9), text="I cried at my desk", goal="calm"),
        fact(GoalRevised, day(10), goal=OutcomeGoal("feel calm at work", STRESS, id="calm", insight="it is the noise")),
        moved(GoalState.CANCELLED, day(12), reason=Reason.REROUTED, successors=["job"], note="it is the place, not me"),
    )


def test_a_closing_tells_what_was_gained_and_what_goes_on():
    summary = closing_summary(closed(), "calm", on=NOW)
    assert (
        summary.to_text()
        == """\
“feel calm at work”
let go of since 2026-01-17 (another way was taken)
“it is the place, not me”

What was done
- 2026-01-05: begun
- 2026-01-12: kept track of twice
- 2026-01-13: “I left at five” (first time)

How far it went
- 2026-01-05 to 2026-01-17, versions 1 to 2, at most 3 points, from 8: 6 points, on the way, 40% of the way, n = 2

What it helped to see
- “it is the noise”

What went backwards for a while; nothing is lost by it
- 2026-01-14: “I cried at my desk”

What goes on from here
- “look for another job”"""
    )
    assert str(summary) == summary.to_text()


def test_a_closing_tells_each_target_with_its_days_and_its_own_figures():
    easier = OutcomeGoal("feel calm at work", ScaleTarget(at_most=5, baseline=6), id="calm")
    told = closing_summary(
        plan(
            proposed(OutcomeGoal("feel calm at work", STRESS, id="calm")),
            moved(),
            seen(day(7), 6, "calm"),
            fact(GoalRevised, day(10), goal=easier),
            seen(day(11), 5, "calm"),
            moved(GoalState.COMPLETED, day(12)),
            seen(day(14), 9, "calm"),
        ),
        "calm",
        on=NOW,
    ).to_text()
    assert told.partition("How far it went\n")[2].splitlines() == [
        "- 2026-01-05 to 2026-01-14, version 1, at most 3 points, from 8: 6 points, on the way, 40% of the way, n = 1",
        "- 2026-01-15 to 2026-01-17, version 2, at most 5 points, from 6: 5 points, met, 100% of the way, n = 1",
        "- kept and not counted: 1 after the end",
    ]


def test_a_closing_holds_the_facts_behind_its_words():
    summary = closing_summary(closed(), "calm", on=NOW)
    assert (summary.state, summary.since, summary.reason) == (GoalState.CANCELLED, day(12), Reason.REROUTED)
    assert [win.what for win in summary.wins] == ["“I left at five” (first time)"]
    assert summary.standing.now.fraction == 0.4
    assert summary.versions == 2
    assert summary.successors == (("job", "look for another job"),)
    assert "it is the place" not in repr(summary)


def test_a_closing_never_says_that_anything_failed():
    text = closing_summary(closed(), "calm", on=NOW).to_text().lower()
    assert not any(word in text for word in ("fail", "score", "grade", "only"))


def test_a_goal_that_was_hardly_begun_has_a_closing_too():
    made = plan(proposed(ProcessGoal("walk", id="calm")), moved(GoalState.REJECTED, day(1)))
    assert (
        closing_summary(made, "calm", on=NOW).to_text()
        == """\
“walk”
turned down since 2026-01-06

What was done
- somebody thought about it and put it into words"""
    )


def test_a_goal_that_was_never_moved_can_be_told_as_well():
    summary = closing_summary(plan(proposed()), "calm", on=NOW)
    assert (summary.state, summary.reason, summary.note, summary.wins) == (GoalState.PROPOSED, None, None, ())


def test_a_closing_does_not_lead_to_what_was_entered_in_error():
    made = plan(
        proposed(),
        proposed(WALK),
        moved(GoalState.CANCELLED, day(1), successors=["walk"]),
        moved(GoalState.ENTERED_IN_ERROR, day(2), "walk"),
    )
    assert closing_summary(made, "calm", on=NOW).successors == ()


# Keeping it


def test_a_routine_is_kept_up_with_its_own_target():
    walk = ProcessGoal(
        "walk after lunch",
        FrequencyTarget(at_least=3, per=Period.WEEK),
        id="walk",
        plan=IfThenPlan("I have eaten", "I put on my shoes"),
        roadblocks=[Roadblock("rain")],
    )
    kept = to_maintenance(walk, id="walk-on")
    assert (kept.statement, kept.targets, kept.plan) == (walk.statement, walk.targets, walk.plan)
    assert (kept.aim, kept.roadblocks) == (Aim.MAINTAIN, walk.roadblocks)
    assert kept.relations == (Relation(RelationKind.PREDECESSOR, "walk"),)


def test_an_outcome_is_kept_by_what_a_person_does():
    kept = to_maintenance(CALM, id="calm-on", by_doing="walk after work")
    assert (type(kept), kept.statement.text, kept.targets, kept.plan) == (ProcessGoal, "walk after work", (), None)


def test_nobody_makes_up_what_keeps_an_outcome():
    with pytest.raises(FieldError, match="by_doing must say what keeps it"):
        to_maintenance(CALM, id="calm-on")


def test_a_goal_without_an_id_cannot_be_named_by_the_next():
    with pytest.raises(FieldError, match=r"goal\.id must be given"):
        to_maintenance(ProcessGoal("walk"), id="walk-on")


def test_a_proposal_to_keep_it_moves_nothing():
    made = plan(proposed(WALK), moved(goal="walk"))
    to_maintenance(made["walk"].goal, id="walk-on")
    assert [one.id for one in made] == ["walk"]
