"""Which looks at a plan are due, and that nobody is blamed for it."""

from datetime import date

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Actor, OutcomeGoal, Party, Period, ProcessGoal, Span, TimeFrame
from therapygoals.plan import (
    Cadence,
    CheckedIn,
    Formality,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Outline,
    OutlineChanged,
    ReviewCause,
    Won,
    questions,
    reviews_due,
)

CLIENT = Actor(Party.CLIENT)
CALM = OutcomeGoal("feel calmer at dinner", id="calm")
WALK = ProcessGoal("walk after lunch", id="walk")
BEGUN = date(2026, 1, 5)


def fact(event, on, /, **fields):
    return event, on, fields


def journal(*facts):
    return Journal().record(*(event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts)))


def plan(*facts):
    return journal(*facts).plan()


def proposed(goal=CALM, on=BEGUN, **rest):
    return fact(GoalProposed, on, goal=goal, **rest)


def moved(goal="calm", on=BEGUN, to=GoalState.ACTIVE, **rest):
    return fact(GoalMoved, on, goal=goal, to=to, **rest)


def checked_in(on, *answers, formality=Formality.INFORMAL, **rest):
    return fact(CheckedIn, on, formality=formality, answers=answers, **rest)


def rhythm(on=BEGUN, **spans):
    return fact(OutlineChanged, on, outline=Outline(cadence=Cadence(**spans)))


def session(on, key):
    return fact(Won, on, text="came", session=key)


def causes(plan, on, **options):
    return [(due.cause, due.goal) for due in reviews_due(plan, on=on, **options)]


def answer(key, value, goal=None):
    return questions()[key].answer(value, goal)


# The rhythm


def test_a_plan_that_has_not_begun_owes_no_review():
    assert reviews_due(Journal().plan(), on=date(2026, 9, 1)) == ()


def test_a_formal_review_is_due_six_weeks_after_the_plan_began():
    made = plan(proposed())
    assert causes(made, date(2026, 2, 15)) == []
    (due,) = reviews_due(made, on=date(2026, 2, 16))
    assert (due.cause, due.goal, due.since) == (ReviewCause.FORMAL, None, date(2026, 2, 16))
    assert str(due) == (
        "time to look at it again: the plan began on 2026-01-05, 42 days ago; a review every 6 weeks is meant"
    )


def test_the_rhythm_runs_from_the_last_formal_review():
    made = plan(proposed(), checked_in(date(2026, 2, 1), formality=Formality.FORMAL), checked_in(date(2026, 3, 10)))
    assert causes(made, date(2026, 3, 14)) == []
    (due,) = reviews_due(made, on=date(2026, 3, 15))
    assert due.why == "the last review was on 2026-02-01, 42 days ago; a review every 6 weeks is meant"


def test_a_check_in_in_passing_is_no_formal_review():
    made = plan(proposed(), checked_in(date(2026, 2, 10)))
    assert causes(made, date(2026, 2, 20)) == [(ReviewCause.FORMAL, None)]


def test_a_formal_review_is_a_light_look_as_well():
    made = plan(
        rhythm(informal=Span(1, Period.WEEK)),
        proposed(),
        checked_in(date(2026, 1, 12), formality=Formality.FORMAL),
    )
    assert causes(made, date(2026, 1, 18)) == []
    (due,) = reviews_due(made, on=date(2026, 1, 19))
    assert due.why == "the last check-in was on 2026-01-12, 7 days ago; a check-in every week is meant"


def test_a_check_in_is_due_once_a_therapy_session_has_been_held_without_one():
    made = plan(proposed(), session(date(2026, 1, 12), "s1"))
    (due,) = reviews_due(made, on=date(2026, 1, 12))
    assert (due.cause, due.since) == (ReviewCause.INFORMAL, None)
    assert due.why == "the plan began on 2026-01-05, 1 therapy session since; a check-in every therapy session is meant"


def test_a_check_in_belongs_to_the_therapy_session_of_its_day():
    made = plan(proposed(), session(date(2026, 1, 12), "s1"), checked_in(date(2026, 1, 12), session="s1"))
    assert causes(made, date(2026, 1, 18)) == []


def test_the_therapy_session_that_is_about_to_be_held_counts():
    made = plan(proposed(), checked_in(date(2026, 1, 12), session="s1"))
    assert causes(made, date(2026, 1, 19), session="s2") == [(ReviewCause.INFORMAL, None)]
    assert causes(made, date(2026, 1, 19), session="s1") == []


def test_a_rhythm_may_count_several_therapy_sessions():
    made = plan(
        rhythm(informal=Span(2, Period.SESSION)),
        proposed(),
        session(date(2026, 1, 12), "s1"),
        session(date(2026, 1, 19), "s2"),
    )
    assert causes(made, date(2026, 1, 18)) == []
    (due,) = reviews_due(made, on=date(2026, 1, 19))
    assert due.why == (
        "the plan began on 2026-01-05, 2 therapy sessions since; a check-in every 2 therapy sessions is meant"
    )


def test_a_rhythm_of_meetings_is_not_counted():
    made = plan(rhythm(informal=Span(1, Period.MEETING)), proposed(), session(date(2026, 1, 12), "s1"))
    assert causes(made, date(2026, 1, 20)) == []


def test_a_plan_without_goals_is_looked_at_too():
    assert causes(plan(rhythm()), date(2026, 2, 16)) == [(ReviewCause.FORMAL, None)]


def test_once_all_goals_have_ended_no_rhythm_runs_on():
    made = plan(proposed(), moved(), moved(to=GoalState.COMPLETED, on=date(2026, 1, 20)))
    assert causes(made, date(2026, 9, 1)) == []


# What is asked


def asked(due):
    return [(ask.question.id, ask.goal) for ask in due.asks]


def test_a_check_in_asks_about_the_week_and_about_what_is_practised():
    made = plan(proposed(), proposed(WALK), moved(), moved("walk"))
    (due,) = reviews_due(made, on=date(2026, 1, 6), session="s1")
    assert asked(due) == [("checkin.week", None), ("checkin.skill", "walk")]


def test_a_formal_review_asks_about_each_goal_that_is_worked_on():
    made = plan(proposed(), proposed(WALK), moved())
    (due,) = reviews_due(made, on=date(2026, 3, 1))
    assert asked(due) == [
        ("review.improving", None),
        ("review.distance", "calm"),
        ("review.aligned", "calm"),
        ("review.meaningful", "calm"),
        ("review.adjust", None),
        ("complete.how-know", None),
    ]


def test_when_it_is_enough_is_asked_only_while_nobody_has_said():
    made = plan(fact(OutlineChanged, BEGUN, outline=Outline(completion=("I sleep again",))), proposed())
    (due,) = reviews_due(made, on=date(2026, 3, 1))
    assert asked(due) == [("review.improving", None), ("review.adjust", None)]


def test_what_is_asked_can_be_answered_at_once():
    made = plan(proposed(), moved())
    (due,) = reviews_due(made, on=date(2026, 3, 1))
    ask = due.asks[1]
    assert str(ask) == ask.question.text
    assert ask.answer("closer", text="a bit") == ask.question.answer("closer", "calm", text="a bit")


def test_questions_of_ones_own_are_asked():
    made = plan(proposed())
    (due,) = reviews_due(made, on=date(2026, 3, 1), questions=questions())
    assert due.asks[0].question is questions()["review.improving"]


# The time of a goal


def framed(**frame):
    return OutcomeGoal("feel calmer at dinner", id="calm", time_frame=TimeFrame(**frame))


def test_a_goal_whose_time_is_over_is_due_from_the_day_after():
    made = plan(proposed(framed(due=date(2026, 1, 31))), moved())
    assert causes(made, date(2026, 1, 31)) == []
    (due,) = reviews_due(made, on=date(2026, 2, 3))
    assert (due.cause, due.goal, due.since) == (ReviewCause.TIME_PASSED, "calm", date(2026, 2, 1))
    assert due.why == "the time meant for it ended on 2026-01-31, 3 days ago"
    assert asked(due) == [("review.time", "calm")]


def test_a_length_without_a_first_day_runs_from_the_day_the_goal_was_begun():
    made = plan(proposed(framed(span=Span(2, Period.WEEK))), moved(on=date(2026, 1, 10)))
    assert causes(made, date(2026, 1, 24)) == []
    assert causes(made, date(2026, 1, 25)) == [(ReviewCause.TIME_PASSED, "calm")]


def test_a_length_with_a_first_day_runs_from_it():
    frame = framed(start=date(2026, 1, 1), span=Span(2, Period.WEEK))
    assert causes(plan(proposed(frame)), date(2026, 1, 16)) == [(ReviewCause.TIME_PASSED, "calm")]


def test_a_length_of_a_goal_that_was_never_begun_has_no_end():
    assert causes(plan(proposed(framed(span=Span(2, Period.WEEK)))), date(2026, 2, 10)) == []


def test_a_length_in_therapy_sessions_is_over_with_the_next_one():
    made = plan(
        proposed(framed(sessions=1)),
        session(date(2026, 1, 6), "s0"),
        moved(on=date(2026, 1, 10)),
        session(date(2026, 1, 12), "s1"),
        session(date(2026, 1, 19), "s2"),
        checked_in(date(2026, 1, 19)),
    )
    assert causes(made, date(2026, 1, 18)) == []
    (due,) = reviews_due(made, on=date(2026, 1, 20))
    assert due.why == "it was meant for 1 therapy session, and 2 were held since 2026-01-10"
    assert due.since == date(2026, 1, 19)


def test_therapy_sessions_before_a_goal_was_begun_do_not_count():
    made = plan(proposed(framed(sessions=1)), session(date(2026, 1, 6), "s0"), session(date(2026, 1, 9), "s1"))
    assert causes(made, date(2026, 1, 20)) == [(ReviewCause.INFORMAL, None)]


@pytest.mark.parametrize(
    "talk",
    [
        checked_in(date(2026, 2, 2), answer("review.time", "more time", "calm")),
        fact(GoalRevised, date(2026, 2, 2), goal=framed(due=date(2026, 6, 1))),
        moved(on=date(2026, 2, 2), to=GoalState.MAINTAINING),
    ],
    ids=["answered", "reshaped", "moved"],
)
def test_a_time_that_was_talked_about_is_not_told_again(talk):
    made = plan(proposed(framed(due=date(2026, 1, 31))), moved(), talk)
    assert causes(made, date(2026, 2, 10)) == []


def test_an_answer_about_another_goal_leaves_the_time_to_be_talked_about():
    talk = checked_in(date(2026, 2, 2), answer("review.time", "more time", "walk"))
    made = plan(proposed(framed(due=date(2026, 1, 31))), moved(), proposed(WALK), talk)
    assert causes(made, date(2026, 2, 10)) == [(ReviewCause.TIME_PASSED, "calm")]


def test_a_goal_that_has_ended_has_no_time_to_look_at():
    made = plan(
        proposed(framed(due=date(2026, 1, 31))),
        moved(),
        moved(to=GoalState.CANCELLED, on=date(2026, 1, 20)),
        proposed(WALK),
    )
    assert causes(made, date(2026, 2, 10)) == []


# Pauses


def paused(until=None):
    return moved(to=GoalState.ON_HOLD, on=date(2026, 1, 12), until=until)


def test_a_pause_is_looked_at_on_the_day_that_was_named():
    made = plan(proposed(), moved(), paused(date(2026, 1, 26)))
    assert causes(made, date(2026, 1, 25)) == []
    (due,) = reviews_due(made, on=date(2026, 1, 26))
    assert (due.cause, due.goal, due.since) == (ReviewCause.HOLD_ENDED, "calm", date(2026, 1, 26))
    assert due.why == "it was put aside until 2026-01-26"
    assert asked(due) == [("review.resume", "calm")]


def test_a_pause_that_was_talked_about_is_not_told_again():
    talk = checked_in(date(2026, 1, 27), answer("review.resume", "not yet", "calm"))
    assert causes(plan(proposed(), moved(), paused(date(2026, 1, 26)), talk), date(2026, 2, 3)) == []


def test_a_pause_without_a_day_asks_nothing_and_its_time_rests():
    made = plan(proposed(framed(due=date(2026, 1, 20))), moved(), paused())
    assert causes(made, date(2026, 2, 10)) == []


# What holds for all


def test_nobody_is_blamed():
    made = plan(
        proposed(framed(due=date(2026, 1, 31))),
        moved(),
        proposed(WALK),
        moved("walk"),
        moved("walk", to=GoalState.ON_HOLD, until=date(2026, 1, 20)),
        session(date(2026, 1, 12), "s1"),
    )
    due = reviews_due(made, on=date(2026, 9, 1))
    assert len(due) == 4
    words = " ".join(map(str, due)).lower()
    assert not any(word in words for word in ("overdue", "late", "missed", "fail", "should", "forgot"))


def test_a_journal_is_no_plan():
    with pytest.raises(FieldTypeError, match=r"plan must be a TreatmentPlan \(got 'Journal'\)"):
        reviews_due(journal(proposed()), on=BEGUN)


def test_a_plan_of_a_later_day_is_refused():
    later = journal(proposed()).plan(on=date(2026, 2, 1))
    with pytest.raises(FieldError, match=r"on must not lie before the day of the plan \(2026-02-01\)"):
        reviews_due(later, on=date(2026, 1, 31))


def test_a_moment_is_no_day():
    with pytest.raises(FieldTypeError, match=r"on must be a datetime\.date"):
        reviews_due(plan(proposed()), on="2026-01-05")
