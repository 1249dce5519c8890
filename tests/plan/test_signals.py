"""Signals that a goal may want another look: each states its facts and asks, and none acts."""

from datetime import date, timedelta

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    Decision,
    FrequencyTarget,
    IfThenPlan,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    QuantityTarget,
    Resolution,
    Roadblock,
    RoadblockKind,
    Scale,
    ScaleTarget,
    TimeFrame,
)
from therapygoals.plan import (
    MOVES,
    CheckedIn,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observed,
    Reason,
    RoadblockNamed,
    SignalKind,
    SignalRule,
    questions,
    signals,
)

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
BEGUN = date(2026, 1, 5)
STRESS = ScaleTarget(scale=Scale(low=0, high=10), at_most=3, baseline=8)
CALM = OutcomeGoal("feel calmer at dinner", STRESS, id="calm")


def fact(event, on, /, **fields):
    return event, on, fields


def plan(*facts):
    events = (event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts))
    return Journal().record(*events).plan()


def proposed(goal=CALM, on=BEGUN):
    return fact(GoalProposed, on, goal=goal)


def moved(to=GoalState.ACTIVE, on=BEGUN, goal="calm", **rest):
    return fact(GoalMoved, on, goal=goal, to=to, **rest)


def answered(on, key, value, goal="calm"):
    return fact(CheckedIn, on, answers=(questions()[key].answer(value, goal),))


def rated(*values, since=BEGUN, every=7, goal="calm"):
    """Ratings from a day on, one a week."""
    days = [since + timedelta(days=every * n) for n in range(len(values))]
    return [
        fact(Observed, day, observations=(Observation(day, value, goal=goal),))
        for day, value in zip(days, values, strict=True)
    ]


def kinds(plan, on, **options):
    return [signal.kind for signal in signals(plan, on=on, **options)]


def only(plan, on, **options):
    (signal,) = signals(plan, on=on, **options)
    return signal


# What was answered


def test_a_goal_that_no_longer_means_something_asks_what_comes_instead():
    signal = only(plan(proposed(), moved(), answered(date(2026, 2, 1), "review.meaningful", "no")), date(2026, 2, 2))
    assert (signal.kind, signal.goal) == (SignalKind.NO_LONGER_MEANINGFUL, "calm")
    assert signal.why == "on 2026-02-01 the answer was that it no longer means something"
    assert signal.ask.question.id == "review.instead"
    assert signal.reasons == (Reason.NO_LONGER_MATTERS, Reason.OTHER_FOCUS, Reason.REROUTED)
    assert str(signal) == signal.why


@pytest.mark.parametrize("later", ["yes", "unsure"])
def test_only_the_last_answer_counts(later):
    made = plan(
        proposed(),
        moved(),
        answered(date(2026, 2, 1), "review.meaningful", "no"),
        answered(date(2026, 2, 8), "review.meaningful", later),
    )
    assert kinds(made, date(2026, 2, 9)) == []


def test_an_answer_after_the_day_of_asking_is_not_known_yet():
    made = plan(proposed(), moved(), answered(date(2026, 2, 8), "review.meaningful", "no"))
    assert kinds(made, date(2026, 2, 7)) == []


def test_an_answer_is_settled_by_a_new_version_or_a_move():
    no = answered(date(2026, 2, 1), "review.meaningful", "no")
    reshaped = fact(GoalRevised, date(2026, 2, 1), goal=OutcomeGoal("eat in peace", id="calm"))
    resumed = [moved(GoalState.ON_HOLD, date(2026, 2, 2)), moved(GoalState.ACTIVE, date(2026, 2, 9))]
    assert kinds(plan(proposed(), moved(), no, reshaped), date(2026, 2, 10)) == []
    assert kinds(plan(proposed(), moved(), no, *resumed), date(2026, 2, 10)) == []


@pytest.mark.parametrize(
    ("key", "word", "why"),
    [
        ("review.aligned", "no", "on 2026-02-01 the answer was that it fits less now"),
        ("review.adjust", "yes", "on 2026-02-01 the answer was a wish to adjust it"),
    ],
)
def test_a_goal_that_fits_less_asks_what_it_could_be_now(key, word, why):
    signal = only(plan(proposed(), moved(), answered(date(2026, 2, 1), key, word)), date(2026, 2, 2))
    assert (signal.kind, signal.why) == (SignalKind.CHANGE_WANTED, why)
    assert signal.ask.question.id == "review.reshape"
    assert Reason.LIFE_CHANGE in signal.reasons


def said(decision, by, on=BEGUN):
    return GoalAnswered(id=f"{decision}-{by.role}", on=on, by=by, goal="calm", decision=decision)


def test_a_no_to_a_goal_that_is_worked_on_is_told():
    journal = Journal().record(
        GoalProposed(id="p", on=BEGUN, by=CLIENT, goal=CALM),
        GoalMoved(id="m", on=BEGUN, by=CLIENT, goal="calm", to=GoalState.ACTIVE),
        said(Decision.ACCEPT, CLIENT),
        said(Decision.ACCEPT, THERAPIST),
    )
    assert signals(journal.plan(), on=BEGUN) == ()
    signal = only(journal.record(said(Decision.WITHDRAW, CLIENT)).plan(), BEGUN)
    assert (signal.kind, signal.ask.question.id) == (SignalKind.CHANGE_WANTED, "review.reshape")
    assert signal.why == "a no to it has been said by the client"
    both = journal.record(said(Decision.WITHDRAW, CLIENT), said(Decision.DECLINE, THERAPIST))
    assert only(both.plan(), BEGUN).why == "a no to it has been said by the client and the therapist"


# Too much


def many(count):
    goals = [ProcessGoal(f"walk {n}", id=f"g{n}") for n in range(count)]
    return plan(*(proposed(goal) for goal in goals), *(moved(goal=goal.id) for goal in goals))


def test_many_goals_at_once_ask_how_much_it_is():
    assert kinds(many(5), BEGUN) == []
    signal = only(many(6), BEGUN)
    assert (signal.kind, signal.goal) == (SignalKind.OVERWHELMED, None)
    assert signal.why == "6 goals are worked on at the same time, more than 5"
    assert signal.ask.question.id == "review.load"


def test_how_many_is_many_can_be_set():
    assert kinds(many(3), BEGUN, rule=SignalRule(goals_at_once=2)) == [SignalKind.OVERWHELMED]


def test_too_much_that_was_named_as_a_roadblock_asks_as_well():
    block = Roadblock("it is all too much", RoadblockKind.OVERWHELM, resolution=Resolution.REDUCE)
    made = plan(proposed(), moved(), fact(RoadblockNamed, BEGUN, goal="calm", roadblock=block))
    signal = only(made, BEGUN)
    assert (signal.kind, signal.goal) == (SignalKind.OVERWHELMED, "calm")
    assert signal.why == "“it is all too much” was named as what gets in the way"


def test_one_roadblock_is_told_once():
    much = Roadblock("it is all too much", RoadblockKind.OVERWHELM)
    made = plan(proposed(), moved(), fact(RoadblockNamed, BEGUN, goal="calm", roadblock=much))
    assert only(made, BEGUN).kind is SignalKind.OVERWHELMED


# Reached, and kept up


def test_one_good_week_is_no_routine_yet():
    walk = ProcessGoal("walk", FrequencyTarget(at_least=1, per=Period.WEEK), id="walk")
    weeks = [
        fact(Observed, BEGUN + timedelta(weeks=n), observations=(Observation(BEGUN + timedelta(weeks=n), goal="walk"),))
        for n in range(4)
    ]
    for number, found in ((3, []), (4, [SignalKind.REACHED])):
        made = plan(proposed(walk), moved(goal="walk"), *weeks[:number])
        assert kinds(made, BEGUN + timedelta(days=28)) == found
    few = SignalRule(reached_periods=1)
    assert kinds(plan(proposed(walk), moved(goal="walk"), weeks[0]), BEGUN + timedelta(days=7), rule=few)


def test_a_goal_that_is_reached_asks_what_comes_next():
    signal = only(plan(proposed(), moved(), *rated(7, 3)), date(2026, 1, 12))
    assert (signal.kind, signal.ask.question.id) == (SignalKind.REACHED, "review.next")
    assert signal.why == "what was aimed at is reached: 3 points, met, 100% of the way, n = 2"
    assert signal.moves == (GoalState.MAINTAINING, GoalState.COMPLETED)


def test_nothing_moves_by_itself():
    made = plan(proposed(), moved(), *rated(7, 3))
    signals(made, on=date(2026, 1, 12))
    assert made["calm"].state is GoalState.ACTIVE


def test_a_goal_that_is_kept_up_and_has_slipped_asks_what_would_help():
    kept = [proposed(), moved(), *rated(3), moved(GoalState.MAINTAINING, date(2026, 1, 6))]
    assert kinds(plan(*kept), date(2026, 1, 7)) == []
    signal = only(plan(*kept, *rated(6, since=date(2026, 2, 1))), date(2026, 2, 2))
    assert (signal.kind, signal.ask.question.id) == (SignalKind.SLIPPED, "review.keep-up")
    assert signal.why == "it is kept up since 2026-01-06: 6 points, on the way, 40% of the way, n = 2"
    assert (signal.moves, signal.reasons) == ((GoalState.ACTIVE,), (Reason.SETBACK,))


# Standing still


def test_a_goal_has_stalled_when_it_stands_where_it_stood_four_weeks_before():
    made = plan(proposed(), moved(), *rated(6, 6, 7, 6, 6))
    assert kinds(made, date(2026, 2, 1)) == []
    signal = only(made, date(2026, 2, 2))
    assert (signal.kind, signal.ask.question.id) == (SignalKind.STALLED, "review.stalled")
    assert signal.why == "4 entries since 2026-01-05, and it stands no further along than on that day"


def test_a_goal_that_moved_a_little_has_not_stalled():
    assert kinds(plan(proposed(), moved(), *rated(6, 6, 7, 6, 5)), date(2026, 2, 2)) == []


def test_unknown_is_not_stalled():
    assert kinds(plan(proposed(), moved(), *rated(6)), date(2026, 9, 1)) == []
    assert kinds(plan(proposed(), moved()), date(2026, 9, 1)) == []


def test_without_a_number_at_the_beginning_nothing_can_be_told():
    assert kinds(plan(proposed(), moved(), *rated(6, 6, 6, since=date(2026, 1, 12))), date(2026, 2, 2)) == []


def test_how_long_and_how_many_can_be_set():
    made = plan(proposed(), moved(), *rated(6, 6))
    rule = SignalRule(stalled_days=7, stalled_entries=1)
    assert kinds(made, date(2026, 1, 12), rule=rule) == [SignalKind.STALLED]
    assert kinds(made, date(2026, 1, 12)) == []


def test_days_on_hold_are_not_counted():
    paused = [moved(GoalState.ON_HOLD, date(2026, 1, 20)), moved(GoalState.ACTIVE, date(2026, 2, 10))]
    made = plan(proposed(), moved(), *rated(6, 6, 6), *paused, *rated(6, 6, since=date(2026, 2, 11)))
    assert kinds(made, date(2026, 2, 22)) == []
    signal = only(made, date(2026, 2, 23))
    assert signal.why.startswith("4 entries since 2026-01-05")


def test_a_pause_before_these_days_changes_nothing():
    paused = [moved(GoalState.ON_HOLD, date(2026, 1, 7)), moved(GoalState.ACTIVE, date(2026, 1, 10))]
    made = plan(proposed(), moved(), *rated(6), *paused, *rated(6, 6, 6, since=date(2026, 3, 1)))
    assert kinds(made, date(2026, 3, 20)) == [SignalKind.STALLED]


def test_what_is_recorded_while_a_goal_rests_is_no_entry():
    paused = moved(GoalState.ON_HOLD, date(2026, 1, 6))
    made = plan(
        proposed(),
        moved(),
        *rated(6),
        paused,
        *rated(6, 6, 6, since=date(2026, 1, 7)),
        moved(GoalState.ACTIVE, date(2026, 2, 1)),
    )
    assert kinds(made, date(2026, 3, 10)) == []


def test_a_goal_with_new_targets_has_not_stood_still_yet():
    easier = ScaleTarget(scale=Scale(low=0, high=10), at_most=5, baseline=8)
    reshaped = fact(GoalRevised, date(2026, 1, 20), goal=OutcomeGoal("feel calmer at dinner", easier, id="calm"))
    made = plan(proposed(), moved(), *rated(6, 6, 6), reshaped, *rated(6, 6, since=date(2026, 1, 27)))
    assert kinds(made, date(2026, 2, 3)) == []


@pytest.mark.parametrize(
    ("target", "values", "has_stalled"),
    [
        (QuantityTarget(at_least=60, noun="minute"), (20, 20, 25, 20), True),
        (QuantityTarget(at_least=60, noun="minute"), (20, 20, 25, 30), False),
        (QuantityTarget(at_most=10, noun="minute"), (20, 20, 25, 20), True),
        (QuantityTarget(at_most=10, noun="minute"), (20, 20, 25, 15), False),
        (QuantityTarget(at_least=10, at_most=12, noun="minute"), (20, 20, 25, 20), False),
    ],
    ids=["no more", "more", "no less", "less", "within a band"],
)
def test_without_a_baseline_the_number_itself_tells(target, values, has_stalled):
    goal = OutcomeGoal("sleep on", target, id="calm")
    made = plan(proposed(goal), moved(), *rated(*values, every=1))
    found = kinds(made, date(2026, 1, 8), rule=SignalRule(stalled_days=3))
    assert found == [SignalKind.STALLED] * has_stalled


def test_one_target_that_moved_is_enough():
    other = QuantityTarget(at_least=60, noun="minute", key="walk", baseline=0)
    goal = OutcomeGoal(
        "feel calmer", [ScaleTarget(scale=Scale(low=0, high=10), at_most=3, baseline=8, key="calm"), other], id="calm"
    )

    def entries(walked):
        return [
            fact(
                Observed,
                BEGUN + timedelta(days=n),
                observations=(
                    Observation(BEGUN + timedelta(days=n), 6, goal="calm", target="calm"),
                    Observation(BEGUN + timedelta(days=n), minutes, goal="calm", target="walk"),
                ),
            )
            for n, minutes in enumerate(walked)
        ]

    rule = SignalRule(stalled_days=3)
    assert kinds(plan(proposed(goal), moved(), *entries((9, 9, 9, 9))), date(2026, 1, 8), rule=rule) == [
        SignalKind.STALLED
    ]
    assert kinds(plan(proposed(goal), moved(), *entries((9, 9, 9, 12))), date(2026, 1, 8), rule=rule) == []


def test_a_quota_can_stall_too():
    goal = ProcessGoal("walk", FrequencyTarget(at_least=5, per=Period.WEEK), id="walk")
    done = [
        fact(
            Observed,
            BEGUN + timedelta(days=n),
            observations=(
                Observation(BEGUN + timedelta(days=n), goal="walk")
                if n % 7 < 2
                else Observation.missed(BEGUN + timedelta(days=n), goal="walk"),
            ),
        )
        for n in range(42)
    ]
    made = plan(proposed(goal), moved(goal="walk"), *done)
    assert kinds(made, date(2026, 2, 15)) == [SignalKind.STALLED]


# How it feels


def felt(*words):
    return [answered(BEGUN + timedelta(days=7 * n), "review.distance", word) for n, word in enumerate(words, start=1)]


def test_what_has_not_felt_closer_three_times_asks_in_its_own_right():
    signal = only(plan(proposed(), moved(), *felt("closer", "same", "farther", "same")), date(2026, 3, 1))
    assert (signal.kind, signal.why) == (SignalKind.FELT_STALLED, "the last 3 answers were: same, farther, same")


@pytest.mark.parametrize("words", [("same", "same"), ("same", "closer", "same")], ids=["too few", "closer"])
def test_two_answers_or_one_that_says_closer_are_no_signal(words):
    assert kinds(plan(proposed(), moved(), *felt(*words)), date(2026, 3, 1)) == []


def test_answers_before_a_goal_was_reshaped_are_not_counted():
    reshaped = fact(GoalRevised, date(2026, 2, 1), goal=OutcomeGoal("eat in peace", id="calm"))
    assert kinds(plan(proposed(), moved(), *felt("same", "same", "same"), reshaped), date(2026, 3, 1)) == []


def test_how_it_feels_and_what_is_recorded_are_two_signals():
    made = plan(proposed(), moved(), *rated(6, 6, 6, 6, 6), *felt("same", "same", "same"))
    found = signals(made, on=date(2026, 2, 2))
    assert [signal.kind for signal in found] == [SignalKind.STALLED, SignalKind.FELT_STALLED]
    assert {signal.ask.question.id for signal in found} == {"review.stalled"}


# Time and roadblocks


def test_a_time_that_is_over_asks_how_it_looks_now():
    goal = OutcomeGoal("feel calmer", id="calm", time_frame=TimeFrame(due=date(2026, 1, 31)))
    signal = only(plan(proposed(goal), moved()), date(2026, 2, 1))
    assert (signal.kind, signal.ask.question.id) == (SignalKind.OVERDUE, "review.time")
    assert signal.why == "the time meant for it ended on 2026-01-31, 1 day ago"


def test_a_roadblock_without_a_plan_asks_what_to_do_then():
    blocks = (
        Roadblock("rain", likelihood=7),
        Roadblock("visitors"),
        Roadblock("late work", plan=IfThenPlan("I work late", "I walk at noon")),
        Roadblock("a sore knee", resolution=Resolution.TOLERATE),
    )
    made = plan(proposed(ProcessGoal("walk", id="calm", roadblocks=blocks)), moved())
    found = signals(made, on=BEGUN)
    assert {signal.kind for signal in found} == {SignalKind.ROADBLOCK_UNPLANNED}
    assert [signal.why for signal in found] == [
        "“rain” was named, with 7 of 10 for how likely it is; there is no plan yet",
        "“visitors” was named; there is no plan yet",
    ]


# What holds for all


def test_a_paused_goal_and_one_that_has_not_begun_give_no_signals():
    goal = OutcomeGoal("feel calmer", id="calm", time_frame=TimeFrame(due=BEGUN), roadblocks=[Roadblock("rain")])
    assert kinds(plan(proposed(goal)), date(2026, 3, 1)) == []
    assert kinds(plan(proposed(goal), moved(), moved(GoalState.ON_HOLD)), date(2026, 3, 1)) == []


def test_what_a_signal_could_lead_to_is_possible_from_where_the_goal_is():
    kept = [proposed(), moved(), moved(GoalState.MAINTAINING), answered(date(2026, 2, 1), "review.aligned", "no")]
    for signal in signals(plan(*kept, *rated(9)), on=date(2026, 2, 2)):
        assert set(signal.moves) <= MOVES[GoalState.MAINTAINING]


def test_a_rule_of_none_is_refused():
    with pytest.raises(FieldError, match=r"SignalRule\.stalled_answers must be at least 2"):
        SignalRule(stalled_answers=1)


def test_a_signal_needs_a_plan():
    with pytest.raises(FieldTypeError, match="plan must be a TreatmentPlan"):
        signals(None, on=BEGUN)
