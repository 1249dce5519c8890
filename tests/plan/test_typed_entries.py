"""What is recorded is of the type that its target, or its question, asks for; else it is refused."""

from datetime import date

import attrs
import pytest

from therapygoals.errors import EventError
from therapygoals.goals import (
    Actor,
    ExplorationTarget,
    FrequencyTarget,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    TextTarget,
    YesNoTarget,
)
from therapygoals.plan import Answer, CheckedIn, Distance, GoalProposed, Journal, Observed, YesNo

DAY = date(2026, 1, 7)
FACTS = {"on": DAY, "by": Actor(Party.CLIENT)}
CALM = OutcomeGoal("feel calmer at dinner", id="calm")
THREE_OF_FIVE = FrequencyTarget(at_least=3, per=Period.WEEK, of=5)


def journal(*targets):
    return Journal().record(GoalProposed(id="p", goal=attrs.evolve(CALM, targets=targets), **FACTS))


def observed(value, **facts):
    return Observed(id="o", observations=[Observation(DAY, value, goal="calm", **facts)], **FACTS)


def asked(*answers):
    return CheckedIn(id="k", answers=answers, **FACTS)


@pytest.mark.parametrize(
    ("target", "value", "rule"),
    [
        (YesNoTarget(), 0.5, "must be a whole number"),
        (YesNoTarget(), 2, "must be at most 1"),
        (ExplorationTarget(question="What do I want?"), 7, "must be at most 1"),
        (TextTarget(text="We both say so."), -1, "must be at least 0"),
        (MilestoneTarget(count=3), 1.5, "must be a whole number"),
        (THREE_OF_FIVE, 2.5, "must be a whole number"),
    ],
)
def test_number_of_the_wrong_type_for_its_target_is_refused(target, value, rule):
    with pytest.raises(EventError) as caught:
        journal(target).record(observed(value))
    error = caught.value
    told = (error.field, error.rule, error.value)
    assert told == ("Observed.observations[0].value", f"{rule} (event 'o' of 2026-01-07)", value)


def test_week_has_seven_days_to_tell_of_at_most():
    with pytest.raises(EventError, match=r"value must be at most 7 \(event 'o' of 2026-01-07\) \(got 8\)"):
        journal(THREE_OF_FIVE).record(observed(8, covers=Period.WEEK))
    assert len(journal(THREE_OF_FIVE).record(observed(6, covers=Period.WEEK))) == 2


def test_several_times_on_one_day_are_one_day_where_days_are_counted():
    assert len(journal(THREE_OF_FIVE).record(observed(3))) == 2


@pytest.mark.parametrize(
    ("answer", "field", "asks_for", "value"),
    [
        (Answer(question="review.distance", goal="calm", rating=7), "rating", "one of closer, same, farther", 7),
        (Answer(question="review.confidence", goal="calm", yes_no=YesNo.YES), "yes_no", "a number from 0 to 10", "yes"),
        (Answer(question="checkin.week", distance=Distance.SAME), "distance", "words, as a str", "same"),
    ],
)
def test_answer_of_another_kind_than_its_question_asks_for_is_refused(answer, field, asks_for, value):
    before = journal()
    with pytest.raises(EventError) as caught:
        before.record(asked(Answer(question="mine", rating=3), answer))
    error = caught.value
    rule = f"must be left out, for {answer.question} asks for {asks_for} (event 'k' of 2026-01-07)"
    assert (error.field, error.rule, error.value) == (f"CheckedIn.answers[1].{field}", rule, value)
    assert before.plan().check_ins == ()


def test_words_alone_answer_any_question():
    answer = Answer(question="review.distance", goal="calm", text="hard to say")
    assert journal().record(asked(answer)).plan().check_ins[0].answers == (answer,)
