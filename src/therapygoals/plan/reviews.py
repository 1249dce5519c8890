"""Which looks at a plan are due: by the rhythm that was agreed, by the time of a goal, by the end of a pause.

Due means that it is time to look at it again. Nothing is late, and nothing happens by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum, unique

import attrs

from therapygoals.goals import Kind, Period, Span, _checks
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._telling import ago, check_given, check_plan
from therapygoals.plan.answers import Answer, Formality
from therapygoals.plan.lifecycle import GoalState
from therapygoals.plan.questions import Question, QuestionSet
from therapygoals.plan.questions import questions as our_questions
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan

__all__ = ["Ask", "DueReview", "ReviewCause", "reviews_due", "time_passed"]


@short_repr
@attrs.frozen
class Ask:
    """A question put to somebody: about one goal, or about the plan.

    Attributes:
        question: The question.
        goal: Id of the goal it is about; None for the plan.
    """

    question: Question = attrs.field(validator=_checks.a(Question))
    goal: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))

    def answer(self, value: object = None, *, text: str | None = None) -> Answer:
        """Make the typed answer to it; see `Question.answer`."""
        return self.question.answer(value, self.goal, text=text)

    def __str__(self) -> str:
        return self.question.text


@unique
class ReviewCause(StrEnum):
    """Why it is time to look at a plan or a goal again."""

    INFORMAL = "informal"
    """The light look of the rhythm that was agreed."""
    FORMAL = "formal"
    """The look with questions and ratings."""
    TIME_PASSED = "time_passed"
    """The time that was meant for a goal is over."""
    HOLD_ENDED = "hold_ended"
    """A pause was meant to last until now."""


@short_repr
@attrs.frozen(kw_only=True)
class DueReview:
    """A look that is due.

    Attributes:
        cause: Why.
        why: The facts, with their numbers and days.
        asks: What to ask.
        goal: Id of the goal to look at; None for the plan.
        since: The day from which it is due; None where therapy sessions are counted.
    """

    cause: ReviewCause
    why: str
    asks: tuple[Ask, ...] = attrs.field(repr=False)
    goal: str | None = None
    since: date | None = None

    def __str__(self) -> str:
        return f"time to look at it again: {self.why}"


def reviews_due(
    plan: TreatmentPlan, *, on: date, session: str | None = None, questions: QuestionSet | None = None
) -> tuple[DueReview, ...]:
    """The looks that are due on a day.

    The rhythm is that of the outline; it runs from the last look, or from the day on which the plan began. A formal
    look is a light one as well. Where a rhythm counts therapy sessions, one that is held on the day of a check-in
    belongs to that check-in; meetings are not counted. Once all goals have ended, no rhythm runs on. The time of a
    goal, and the end of a pause, are told until they were talked about: by an answer about the goal, a new version or
    a move.

    Nothing of what was said is screened here; `agenda` does that first.

    Args:
        plan: The plan of that day, or of one before it.
        on: The day.
        session: Key of a therapy session that is about to be held; it counts as one more.
        questions: Where the questions come from; the library's own when None.

    Returns:
        Those of the rhythm first, then those of goals in the order of the plan.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day.

    Examples:
        >>> from therapygoals.goals import Actor, OutcomeGoal, Party
        >>> from therapygoals.plan import GoalProposed, Journal
        >>> calm = OutcomeGoal("feel calmer at dinner", id="calm")
        >>> begun = GoalProposed(id="e1", on=date(2026, 1, 5), by=Actor(Party.CLIENT), goal=calm)
        >>> for due in reviews_due(Journal().record(begun).plan(), on=date(2026, 2, 20)):
        ...     print(due)
        time to look at it again: the plan began on 2026-01-05, 46 days ago; a review every 6 weeks is meant
    """
    check_plan(plan, on)
    check_given(session, str, "session")
    check_given(questions, QuestionSet, "questions")
    asked = our_questions() if questions is None else questions
    return (*_by_rhythm(plan, on, session, asked), *_by_time(plan, on, asked))


def _by_rhythm(plan: TreatmentPlan, on: date, session: str | None, asked: QuestionSet) -> Iterator[DueReview]:
    if plan.begun is None or (plan.goals and not plan.open_goals):
        return
    cadence = plan.outline.cadence
    looks = [look.on for look in plan.check_ins]
    reviews = [look.on for look in plan.check_ins if look.formality is Formality.FORMAL]
    for cause, span, held in (
        (ReviewCause.INFORMAL, cadence.informal, looks),
        (ReviewCause.FORMAL, cadence.formal, reviews),
    ):
        found = _after(span, max(held, default=None), plan, on, session)
        if found is not None:
            since, gone = found
            name = "check-in" if cause is ReviewCause.INFORMAL else "review"
            last = f"the last {name} was on {max(held)}" if held else f"the plan began on {plan.begun}"
            why = f"{last}, {gone}; a {name} every {_rhythm(span)} is meant"
            yield DueReview(cause=cause, why=why, asks=_asks(plan, cause, asked), since=since)


def _after(
    span: Span, last: date | None, plan: TreatmentPlan, on: date, session: str | None
) -> tuple[date | None, str] | None:
    """The day from which a look is due and how much has gone by; None while it is not due."""
    start = plan.begun if last is None else last
    assert start is not None, "a plan that has begun has a day"
    if span.unit is Period.SESSION:
        held = sum(day <= on and (last is None or day > last) for day in plan.session_days)
        held += session is not None and session not in plan.sessions
        return (None, f"{counted(held, 'therapy session')} since") if held >= max(span.count, 1) else None
    due = span.after(start)
    return None if due is None or due > on else (due, ago(start, on))


def _rhythm(span: Span) -> str:
    told = str(span.unit) if span.count == 1 else str(span)
    return told.replace(Period.SESSION, "therapy session")


def _asks(plan: TreatmentPlan, cause: ReviewCause, asked: QuestionSet) -> tuple[Ask, ...]:
    working = plan.in_state(GoalState.ACTIVE, GoalState.MAINTAINING)
    if cause is ReviewCause.INFORMAL:
        doing = [one.id for one in working if one.goal.kind is Kind.PROCESS]
        return Ask(asked["checkin.week"]), *(Ask(asked["checkin.skill"], key) for key in doing)
    each = ("review.distance", "review.aligned", "review.meaningful")
    whole = ["review.adjust"] if plan.outline.completion else ["review.adjust", "complete.how-know"]
    return (
        Ask(asked["review.improving"]),
        *(Ask(asked[key], one.id) for one in working for key in each),
        *(Ask(asked[key]) for key in whole),
    )


def _by_time(plan: TreatmentPlan, on: date, asked: QuestionSet) -> Iterator[DueReview]:
    for one in plan.open_goals:
        if one.state is GoalState.ON_HOLD:
            until = one.moves[-1].until
            if until is not None and until <= on and not _talked(plan, one, until):
                yield DueReview(
                    cause=ReviewCause.HOLD_ENDED,
                    why=f"it was put aside until {until}",
                    asks=(Ask(asked["review.resume"], one.id),),
                    goal=one.id,
                    since=until,
                )
        elif (told := time_passed(plan, one, on=on)) is not None:
            since, why = told
            yield DueReview(
                cause=ReviewCause.TIME_PASSED,
                why=why,
                asks=(Ask(asked["review.time"], one.id),),
                goal=one.id,
                since=since,
            )


def time_passed(plan: TreatmentPlan, planned: PlannedGoal, *, on: date) -> tuple[date, str] | None:
    """Whether the time that was meant for a goal is over and was not talked about since.

    A length without a first day, and a number of therapy sessions, run from the day on which the goal was begun.

    Args:
        plan: The plan of that day, or of one before it.
        planned: A goal of it.
        on: The day.

    Returns:
        The first day after that time, and the facts in words; None while it is not over, or where no end was meant.
    """
    frame = planned.goal.time_frame
    begun = next((move.on for move in planned.moves if move.to is GoalState.ACTIVE), None)
    start = begun if frame.start is None else frame.start
    if frame.sessions is not None:
        held = [day for day in plan.session_days if start is not None and start <= day <= on]
        if len(held) <= frame.sessions:
            return None
        since = held[frame.sessions]
        meant = counted(frame.sessions, "therapy session")
        why = f"it was meant for {meant}, and {len(held)} were held since {start}"
    else:
        end = frame.span.after(start) if frame.span is not None and start is not None else frame.end
        if end is None or on <= end:
            return None
        since, why = end + timedelta(days=1), f"the time meant for it ended on {end}, {ago(end, on)}"
    return None if _talked(plan, planned, since) else (since, why)


def _talked(plan: TreatmentPlan, planned: PlannedGoal, since: date) -> bool:
    """Whether a goal was talked about, reshaped or moved from a day on."""
    days = [version.since for version in planned.versions] + [move.on for move in planned.moves]
    days += [look.on for look in plan.check_ins if planned.id in look.about]
    return max(days) >= since
