"""Signals that a goal may want another look. Each states its facts and asks; none of them acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum, unique

import attrs

from therapygoals.goals import (
    Decision,
    Direction,
    GoalProgress,
    Observation,
    ObservationStatus,
    Progress,
    RoadblockKind,
    Target,
    _checks,
)
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan._telling import check_given, check_plan, quoted
from therapygoals.plan.answers import Distance, YesNo
from therapygoals.plan.judging import judge
from therapygoals.plan.lifecycle import MOVES, GoalState, Reason
from therapygoals.plan.questions import QuestionSet
from therapygoals.plan.questions import questions as our_questions
from therapygoals.plan.reviews import Ask, time_passed
from therapygoals.plan.treatment import PlannedGoal, TreatmentPlan

__all__ = ["Signal", "SignalKind", "SignalRule", "signals"]


@unique
class SignalKind(StrEnum):
    """What was noticed."""

    NO_LONGER_MEANINGFUL = "no_longer_meaningful"
    """Somebody said that it no longer means something to them."""
    CHANGE_WANTED = "change_wanted"
    """Somebody said no to it, or that it fits less now, or that they would like to adjust it."""
    OVERWHELMED = "overwhelmed"
    """It may be too much: many goals at once, or too much is what gets in the way."""
    REACHED = "reached"
    """The targets are met."""
    SLIPPED = "slipped"
    """It is being kept up, and its targets are not met just now."""
    STALLED = "stalled"
    """What is recorded has not moved for a while."""
    FELT_STALLED = "felt_stalled"
    """It has not felt closer for a while."""
    OVERDUE = "overdue"
    """The time that was meant for it is over."""
    ROADBLOCK_UNPLANNED = "roadblock_unplanned"
    """A roadblock was named, and there is no plan for it yet."""


@short_repr
@attrs.frozen(kw_only=True)
class SignalRule:
    """When a signal shows. The defaults are rules of thumb, and whoever knows the person may set others.

    A goal has stalled when there were at least `stalled_entries` entries in the last `stalled_days` days on which it
    was not paused, and no target stands further along than at the beginning of these days. Where nothing was recorded,
    nothing is said: unknown is not stalled. It has stalled in how it feels when the last `stalled_answers` answers say
    same or farther.

    Attributes:
        stalled_days: Days to look back over.
        stalled_entries: Entries, seen or missed, that there have to be in them.
        stalled_answers: Answers in a row that say same or farther.
        reached_periods: Weeks, or other periods of a quota, that have to count before it is said to be reached.
        goals_at_once: The most goals that are worked on at the same time before it is asked whether that is much.
    """

    stalled_days: int = attrs.field(default=28, validator=_checks.whole(low=1))
    stalled_entries: int = attrs.field(default=3, validator=_checks.whole(low=1))
    stalled_answers: int = attrs.field(default=3, validator=_checks.whole(low=2))
    reached_periods: int = attrs.field(default=4, validator=_checks.whole(low=1))
    goals_at_once: int = attrs.field(default=5, validator=_checks.whole(low=1))


@short_repr
@attrs.frozen(kw_only=True)
class Signal:
    """Something that may want another look.

    Attributes:
        kind: What was noticed.
        why: The facts, with their numbers and days.
        ask: What to ask.
        moves: Where the goal could go, should two people decide so; a new version is always possible too.
        reasons: What could be given as the reason, for a move or for a new version.
    """

    kind: SignalKind
    why: str
    ask: Ask
    moves: tuple[GoalState, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def goal(self) -> str | None:
        """Id of the goal; None for the plan."""
        return self.ask.goal

    def __str__(self) -> str:
        return self.why


_NO = (Decision.DECLINE, Decision.WITHDRAW)
_S, _R = GoalState, Reason
_LEADS: Mapping[SignalKind, tuple[str, tuple[GoalState, ...], tuple[Reason, ...]]] = {
    SignalKind.NO_LONGER_MEANINGFUL: (
        "review.instead",
        (_S.ON_HOLD, _S.COMPLETED, _S.CANCELLED),
        (_R.NO_LONGER_MATTERS, _R.OTHER_FOCUS, _R.REROUTED),
    ),
    SignalKind.CHANGE_WANTED: ("review.reshape", (_S.ON_HOLD,), (_R.NEW_INSIGHT, _R.LIFE_CHANGE, _R.PRIORITY_CHANGE)),
    SignalKind.OVERWHELMED: ("review.load", (_S.ON_HOLD,), (_R.OVERWHELMED, _R.PRIORITY_CHANGE)),
    SignalKind.REACHED: (
        "review.next",
        (_S.MAINTAINING, _S.COMPLETED),
        (_R.ACHIEVED, _R.TO_MAINTENANCE, _R.READY_FOR_MORE, _R.NEW_AREA),
    ),
    SignalKind.SLIPPED: ("review.keep-up", (_S.ACTIVE,), (_R.SETBACK,)),
    SignalKind.STALLED: ("review.stalled", (_S.ON_HOLD, _S.CANCELLED), (_R.STALLED, _R.NEW_INSIGHT, _R.REROUTED)),
    SignalKind.FELT_STALLED: ("review.stalled", (_S.ON_HOLD, _S.CANCELLED), (_R.STALLED, _R.NEW_INSIGHT, _R.REROUTED)),
    SignalKind.OVERDUE: ("review.time", (_S.COMPLETED, _S.ON_HOLD), (_R.TIME_ENDED, _R.NEW_INSIGHT, _R.LIFE_CHANGE)),
    SignalKind.ROADBLOCK_UNPLANNED: ("review.roadblock", (), ()),
}
"""For each kind: the question, and what it could lead to. To let go is never proposed without what comes instead."""


def signals(
    plan: TreatmentPlan, *, on: date, rule: SignalRule | None = None, questions: QuestionSet | None = None
) -> tuple[Signal, ...]:
    """What may want another look on a day. A signal asks; nothing moves by itself.

    Only goals that are worked on or kept up give signals; a paused one rests. What somebody answered counts until the
    goal is reshaped or moved. How it feels and what is recorded are two signals and are never put together.

    Nothing of what was said is screened here; `agenda` does that first.

    Args:
        plan: The plan of that day, or of one before it.
        on: The day.
        rule: When a signal shows; the defaults when None.
        questions: Where the questions come from; the library's own when None.

    Returns:
        Signals of the plan first, then goal by goal in the order of the plan, and within a goal in the order of
        `SignalKind`.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day.
    """
    check_plan(plan, on)
    check_given(rule, SignalRule, "rule")
    check_given(questions, QuestionSet, "questions")
    rule = SignalRule() if rule is None else rule
    asked = our_questions() if questions is None else questions
    found = list[Signal]()
    active = plan.in_state(GoalState.ACTIVE)
    if len(active) > rule.goals_at_once:
        why = f"{len(active)} goals are worked on at the same time, more than {rule.goals_at_once}"
        found.append(Signal(kind=SignalKind.OVERWHELMED, why=why, ask=Ask(asked["review.load"])))
    for planned in plan.in_state(GoalState.ACTIVE, GoalState.MAINTAINING):
        for kind, why in _noticed(plan, planned, on, rule):
            key, moves, reasons = _LEADS[kind]
            possible = tuple(state for state in moves if state in MOVES[planned.state])
            found.append(Signal(kind=kind, why=why, ask=Ask(asked[key], planned.id), moves=possible, reasons=reasons))
    return tuple(found)


def _noticed(plan: TreatmentPlan, planned: PlannedGoal, on: date, rule: SignalRule) -> Iterator[tuple[SignalKind, str]]:
    if (day := _said(plan, planned, on, "review.meaningful", YesNo.NO)) is not None:
        yield SignalKind.NO_LONGER_MEANINGFUL, f"on {day} the answer was that it no longer means something"
    if (day := _said(plan, planned, on, "review.aligned", YesNo.NO)) is not None:
        yield SignalKind.CHANGE_WANTED, f"on {day} the answer was that it fits less now"
    elif (day := _said(plan, planned, on, "review.adjust", YesNo.YES)) is not None:
        yield SignalKind.CHANGE_WANTED, f"on {day} the answer was a wish to adjust it"
    elif no := [party for party, word in planned.proposal.standing.items() if word in _NO]:
        yield SignalKind.CHANGE_WANTED, f"a no to it has been said by the {' and the '.join(no)}"
    if much := [block for block in planned.roadblocks if block.kind is RoadblockKind.OVERWHELM]:
        yield SignalKind.OVERWHELMED, f"{quoted(much[0].text)} was named as what gets in the way"
    now = judge(planned, on=on).now
    met, told = now.met, "; ".join(map(str, now.targets))
    if planned.state is GoalState.ACTIVE and met and _is_steady(now, rule):
        yield SignalKind.REACHED, f"what was aimed at is reached: {told}"
    if planned.state is GoalState.MAINTAINING and met is False:
        yield SignalKind.SLIPPED, f"it is kept up since {planned.since}: {told}"
    if planned.state is GoalState.ACTIVE and not met:
        yield from _stalled(plan, planned, on, rule)
    if (passed := time_passed(plan, planned, on=on)) is not None:
        yield SignalKind.OVERDUE, passed[1]
    for block in planned.roadblocks:
        if block.plan is None and block.resolution is None and block not in much[:1]:
            likely = "" if block.likelihood is None else f", with {block.likelihood:g} of 10 for how likely it is"
            yield SignalKind.ROADBLOCK_UNPLANNED, f"{quoted(block.text)} was named{likely}; there is no plan yet"


def _is_steady(now: GoalProgress, rule: SignalRule) -> bool:
    """Whether quotas rest on enough periods; one good week is no routine yet."""
    return all(one.periods is None or one.periods.counted >= rule.reached_periods for one in now.targets)


def _last_change(planned: PlannedGoal) -> date:
    """The day on which the goal was last reshaped or moved; the day it was put forward where it never was."""
    return max(planned.version.since, *(move.on for move in planned.moves))


def _said(plan: TreatmentPlan, planned: PlannedGoal, on: date, question: str, word: YesNo) -> date | None:
    """The day on which the last answer to a question was that word; None where nothing is left to do about it."""
    last = next(
        (
            (look.on, answer.yes_no)
            for look in reversed(plan.check_ins)
            for answer in look.answers
            if look.on <= on and answer.question == question and answer.goal == planned.id
        ),
        None,
    )
    return last[0] if last is not None and last[1] is word and last[0] > _last_change(planned) else None


def _stalled(plan: TreatmentPlan, planned: PlannedGoal, on: date, rule: SignalRule) -> Iterator[tuple[SignalKind, str]]:
    if (start := _days_before(planned, on, rule.stalled_days)) is not None:
        entries = [entry for entry in planned.observations if _counts(planned, entry, start, on)]
        if len(entries) >= rule.stalled_entries and _stands_still(planned, start, on):
            told = counted(len(entries), "entry")
            yield SignalKind.STALLED, f"{told} since {start}, and it stands no further along than on that day"
    felt = [
        answer.distance
        for look in plan.check_ins
        for answer in look.answers
        if _last_change(planned) <= look.on <= on and answer.goal == planned.id and answer.distance is not None
    ][-rule.stalled_answers :]
    if len(felt) == rule.stalled_answers and Distance.CLOSER not in felt:
        yield SignalKind.FELT_STALLED, f"the last {len(felt)} answers were: {', '.join(felt)}"


def _counts(planned: PlannedGoal, entry: Observation, start: date, on: date) -> bool:
    recorded = entry.status in (ObservationStatus.SEEN, ObservationStatus.MISSED)
    return recorded and start < entry.on <= on and not planned.was_held(entry.on)


def _days_before(planned: PlannedGoal, on: date, days: int) -> date | None:
    """The day that lies so many days back, those on hold left out; None where the goal was not yet worked on then."""
    start = on.toordinal() - days
    for begun, ended in reversed(planned.holds):
        if ended is not None and ended.toordinal() > start:
            start -= (ended - begun).days
    begun = next(move.on for move in planned.moves if move.to is GoalState.ACTIVE)
    return date.fromordinal(start) if start >= begun.toordinal() else None


def _stands_still(planned: PlannedGoal, start: date, on: date) -> bool:
    """Whether no target stands further along than on an earlier day, and at least one can be told."""
    then, now = judge(planned, on=start), judge(planned, on=on)
    if now.stretches[-1].since > start:
        return False
    pairs = zip(planned.version_on(on).goal.targets, then.now.targets, now.now.targets, strict=True)
    moved = [_moved(target, before, after) for target, before, after in pairs]
    return False in moved and True not in moved


def _moved(target: Target, before: Progress, after: Progress) -> bool | None:
    """Whether a target stands further along than before; None where that cannot be told."""
    if before.fraction is not None and after.fraction is not None:
        return after.fraction > before.fraction
    if before.value is None or after.value is None:
        return None
    match target.direction:
        case Direction.INCREASE:
            return after.value > before.value
        case Direction.DECREASE:
            return after.value < before.value
        case _:
            return None
