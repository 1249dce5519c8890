"""From the reading of a statement to goals: each field holds what was said, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import attrs

from therapygoals.goals import (
    Aim,
    Amount,
    Context,
    Control,
    Framing,
    Frequency,
    Goal,
    IfThenPlan,
    Kind,
    OutcomeGoal,
    Period,
    ProcessGoal,
    Relation,
    RelationKind,
    Roadblock,
    Statement,
    Strategy,
    TimeFrame,
)
from therapygoals.language import Reading, Role, read
from therapygoals.reframing._targets import target_of
from therapygoals.smart import SmartReport, check

__all__ = ["goals_of", "outcome_of", "process_of", "time_frame_of"]

_G = TypeVar("_G", bound=Goal)
_IF = frozenset({"if", "when", "whenever"})


def goals_of(reading: Reading, report: SmartReport, start: date, new_id: Callable[[], str]) -> tuple[Goal, ...]:
    """The goals of a statement: the outcome first, then the way to it; one of them, or none."""
    if not reading.is_goal:
        return ()
    if (way := _way(reading, start)) is not None:
        key = new_id()
        outcome = outcome_of(_without_means(reading), report, start, key)
        process = process_of(way, check(way), start, new_id())
        process = attrs.evolve(process, time_frame=outcome.time_frame)
        link = Relation(RelationKind.SERVES, key)
        return outcome, attrs.evolve(process, relations=(link,), strategies=())
    if Kind.OUTCOME in reading.kinds:
        return (outcome_of(reading, report, start, new_id()),)
    return (process_of(reading, report, start, new_id()),)


def _way(reading: Reading, start: date) -> Reading | None:
    """The way to an outcome, read as a statement of its own: what stands behind "by", up to the next stop."""
    means, cues = reading.all(Role.MEANS), reading.all(Role.CUE)
    if reading.kinds != frozenset(Kind) or not means:
        return None
    behind = [phrase.end for phrase in reading.all(*_MEASURES, Role.CONDITION) if phrase.start > means[0].start]
    words = reading.text[cues[0].end : max([means[0].end, *behind])].strip()
    if not words:
        return None
    way = read(words, language=reading.language, on=start)
    return attrs.evolve(way, aim=_aim_of_way(way), kinds=frozenset({Kind.PROCESS}))


def _aim_of_way(way: Reading) -> Aim:
    """A way is practised, unless it counts things to do once."""
    if way.aim is None or (way.aim is Aim.ACHIEVE and (way.target is None or way.frequency is not None)):
        return Aim.PRACTISE
    return way.aim


_MEASURES = (Role.FREQUENCY, Role.TARGET, Role.DURATION, Role.CHANGE)


def _without_means(reading: Reading) -> Reading:
    """The reading of an outcome without the measures that belong to the way to it."""
    means = reading.all(Role.MEANS)[0]
    kept = tuple(phrase for phrase in reading.phrases if phrase.role not in _MEASURES or phrase.start < means.start)
    before = {phrase.role for phrase in kept}
    target = reading.target if Role.TARGET in before else None
    return attrs.evolve(
        reading,
        kinds=frozenset({Kind.OUTCOME}),
        phrases=kept,
        frequency=reading.frequency if Role.FREQUENCY in before else _rate_of(target),
        target=target,
        duration=reading.duration if Role.DURATION in before else None,
        change=reading.change if Role.CHANGE in before else None,
    )


def _rate_of(target: Amount | None) -> Frequency | None:
    """The frequency that a number of occasions in a period is."""
    if target is None or target.unit != "time" or target.per is None:
        return None
    return Frequency(low=target.low, high=target.high, per=target.per)


def outcome_of(reading: Reading, report: SmartReport, start: date, key: str) -> OutcomeGoal:
    """What changes, as it was read."""
    goal = _goal(OutcomeGoal, reading, report, start, key)
    return attrs.evolve(goal, control=Control.OTHERS if reading.has(Role.OUTSIDE) else None)


def process_of(reading: Reading, report: SmartReport, start: date, key: str) -> ProcessGoal:
    """What a person does, as it was read."""
    goal = _goal(ProcessGoal, reading, report, start, key)
    control = Control.OTHERS if reading.has(Role.OUTSIDE) else Control.SELF
    return attrs.evolve(goal, control=control, plan=_plan(reading))


def _goal(of: type[_G], reading: Reading, report: SmartReport, start: date, key: str) -> _G:
    target = target_of(reading)
    return of(
        Statement(reading.text, reading.language),
        () if target is None else (target,),
        id=key,
        time_frame=time_frame_of(reading, start),
        aim=reading.aim,
        framing=_framing(reading, report),
        context=_context(reading),
        strategies=tuple(Strategy(reading.words(phrase)) for phrase in reading.all(Role.MEANS)),
        roadblocks=_roadblocks(reading),
    )


def time_frame_of(reading: Reading, start: date) -> TimeFrame:
    """The time frame that was said, from the start; a day that has passed is left open."""
    deadline = reading.deadline
    if deadline is None:
        return TimeFrame(start=start)
    if deadline.span is None:
        due = deadline.due(start)
        return TimeFrame(start=start, due=due if due is not None and due >= start else None)
    if deadline.unit is Period.SESSION:
        return TimeFrame(start=start, sessions=max(1, round(deadline.span.count)))
    return TimeFrame(start=start, span=None if deadline.span.days is None else deadline.span)


def _framing(reading: Reading, report: SmartReport) -> Framing | None:
    if any(finding.name == "negative-framing" for finding in report.findings):
        return Framing.AVOIDANCE
    return None if reading.aim is Aim.REDUCE else Framing.APPROACH


def _context(reading: Reading) -> Context:
    reasons = reading.all(Role.REASON)
    return Context(rationale=reading.words(reasons[0]) if reasons else None)


def _roadblocks(reading: Reading) -> tuple[Roadblock, ...]:
    """What is expected to get in the way: what the goal is to hold in spite of."""
    return tuple(Roadblock(reading.words(phrase)) for phrase in reading.all(Role.ROADBLOCK))


def _plan(reading: Reading) -> IfThenPlan | None:
    """The moment that sets the act off, where both were said: the act up to the moment, or what follows the moment."""
    conditions = reading.all(Role.CONDITION)
    if not conditions:
        return None
    moment = conditions[0]
    acts = [act for act in reading.all(Role.ACT) if act.end <= moment.start or moment.end <= act.start]
    when = _without_if(_inside(reading, moment.start, moment.end))
    if not acts or not when:
        return None
    end = moment.start if acts[0].start < moment.start else len(reading.text)
    return IfThenPlan(when, _inside(reading, acts[0].start, end).rstrip(" ,.;:!"))


def _inside(reading: Reading, start: int, end: int) -> str:
    """Words as they stand inside a sentence: what opened one loses its capital."""
    words = reading.text[start:end]
    return words if start or words[1:2].isspace() else words[:1].lower() + words[1:]


def _without_if(moment: str) -> str:
    """The moment without the word for if, which a plan has of its own; blank for half of one ("if they", "before")."""
    first, _, rest = moment.partition(" ")
    kept = rest if first.lower() in _IF else moment
    return kept if " " in kept else ""
