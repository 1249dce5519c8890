"""From words to goals: a draft keeps the person's words, types what was said, and asks for what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Aim,
    Amount,
    Context,
    Control,
    Deadline,
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
from therapygoals.goals._checks import check_day, check_text
from therapygoals.goals._words import short_repr
from therapygoals.language import Reading, Role, read
from therapygoals.reframing._targets import is_opposed, target_of
from therapygoals.reframing.opening import Reframing, may_go_on
from therapygoals.safety import Release, SafetyConcern, screen
from therapygoals.smart import SmartReport, check

__all__ = ["Draft", "OpenQuestion", "draft"]

_G = TypeVar("_G", bound=Goal)


@short_repr
@attrs.frozen
class OpenQuestion:
    """Something that the words leave open, as a question to the two people; nothing is filled in for them.

    Attributes:
        about: Name of what is missing, such as ``no-measure`` or ``event``.
        ask: The question.
    """

    about: str
    ask: str

    def __str__(self) -> str:
        return self.ask


@short_repr
@attrs.frozen(kw_only=True)
class Draft:
    """Goals that a statement could become, once two people agree.

    Attributes:
        wish: The person's own words, unchanged.
        goals: The outcome goal first, then the process goal that serves it; one of them alone, or none where the words
            hold no goal.
        open_questions: What the words leave open.
        reading: What was read, with the place and the rule of everything that was typed.
        concerns: What the safety screen noticed where nothing was drafted for it: a person takes over, and there are no
            goals and no questions.
    """

    wish: str = attrs.field(repr=False)
    goals: tuple[Goal, ...]
    open_questions: tuple[OpenQuestion, ...]
    reading: Reading
    concerns: tuple[SafetyConcern, ...] = ()


def draft(
    source: str | Reading | Reframing,
    *,
    start: date,
    new_id: Callable[[], str] | None = None,
    release: Release | None = None,
) -> Draft:
    """Turn words into typed goals.

    A sentence that holds an outcome and a way to it becomes two linked goals. No number is invented and no wish
    rewritten; a part that was not said becomes an open question. The safety screen looks first: where it has a concern,
    nothing is drafted and nothing asked, unless a professional has released these very words.

    Args:
        source: A statement, its reading, or the reframing of a wish.
        start: First day of the goals; spans and dates are resolved from it.
        new_id: Makes the id of each goal; by default they are called ``goal-1`` and ``goal-2``.
        release: What a professional who has looked at a concern gave for the statement.

    Returns:
        The draft.

    Raises:
        FieldTypeError: The source, the start, an id or the release has the wrong type.
        FieldError: The text is blank or too long, an id is given twice, or the release was given for other words.
    """
    check_day(start, "start")
    reading = _reading_of(source, start)
    if new_id is not None and not callable(new_id):
        raise FieldTypeError("new_id", "must be a function without arguments", type(new_id).__name__)
    found = screen(reading.text, language=reading.language)
    if not may_go_on(reading.text, found, release):
        return Draft(wish=reading.text, goals=(), open_questions=(), reading=reading, concerns=found.concerns)
    report = check(reading)
    prompts = source.prompts if isinstance(source, Reframing) else ()
    asked = [OpenQuestion(finding.name, finding.ask) for finding in report.findings if finding.ask]
    asked += [OpenQuestion("reframe", prompt.text) for prompt in prompts]
    if is_opposed(reading):
        asked.append(OpenQuestion("direction", "Would more of it be better, or less?"))
    if reading.deadline is not None and reading.is_goal and _time_frame(reading, start).end is None:
        asked += _ask_when(reading.deadline)
    return Draft(
        wish=reading.text,
        goals=_goals(reading, report, start, _ids(new_id)),
        open_questions=tuple(dict.fromkeys(asked)),
        reading=reading,
    )


def _ids(new_id: Callable[[], str] | None) -> Callable[[], str]:
    """Ids that are told apart, from the caller or counted up."""
    given: set[str] = set()

    def another() -> str:
        key = f"goal-{len(given) + 1}" if new_id is None else check_text(new_id(), "new_id()", most=200)
        if key in given:
            raise FieldError("new_id", "must give another id each time", key)
        given.add(key)
        return key

    return another


def _reading_of(source: str | Reading | Reframing, start: date) -> Reading:
    match source:
        case Reading():
            return source
        case Reframing():
            return read(source.wish, language=source.language, on=start)
        case _:
            return read(source, on=start)


def _ask_when(deadline: Deadline) -> list[OpenQuestion]:
    if deadline.event is not None:
        return [OpenQuestion("event", "When will that be, as far as you know?")]
    return [] if deadline.unit is Period.SESSION else [OpenQuestion("due", "Which day do you have in mind?")]


def _goals(reading: Reading, report: SmartReport, start: date, new_id: Callable[[], str]) -> tuple[Goal, ...]:
    if not reading.is_goal:
        return ()
    if (way := _way(reading, start)) is not None:
        key = new_id()
        outcome = _outcome(_without_means(reading), report, start, key)
        process = _process(way, check(way), start, new_id())
        process = attrs.evolve(process, time_frame=outcome.time_frame)
        link = Relation(RelationKind.SERVES, key)
        return outcome, attrs.evolve(process, relations=(link,), strategies=())
    if Kind.OUTCOME in reading.kinds:
        return (_outcome(reading, report, start, new_id()),)
    return (_process(reading, report, start, new_id()),)


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


def _outcome(reading: Reading, report: SmartReport, start: date, key: str) -> OutcomeGoal:
    goal = _goal(OutcomeGoal, reading, report, start, key)
    return attrs.evolve(goal, control=Control.OTHERS if reading.has(Role.OUTSIDE) else None)


def _process(reading: Reading, report: SmartReport, start: date, key: str) -> ProcessGoal:
    goal = _goal(ProcessGoal, reading, report, start, key)
    control = Control.OTHERS if reading.has(Role.OUTSIDE) else Control.SELF
    return attrs.evolve(goal, control=control, plan=_plan(reading))


def _goal(of: type[_G], reading: Reading, report: SmartReport, start: date, key: str) -> _G:
    target = target_of(reading)
    return of(
        Statement(reading.text, reading.language),
        () if target is None else (target,),
        id=key,
        time_frame=_time_frame(reading, start),
        aim=reading.aim,
        framing=_framing(reading, report),
        context=_context(reading),
        strategies=tuple(Strategy(reading.words(phrase)) for phrase in reading.all(Role.MEANS)),
        roadblocks=_roadblocks(reading),
    )


def _time_frame(reading: Reading, start: date) -> TimeFrame:
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
    """The moment that sets the act off, where both were said."""
    conditions, acts = reading.all(Role.CONDITION), reading.all(Role.ACT)
    if not conditions or not acts:
        return None
    return IfThenPlan(reading.words(conditions[0]), reading.words(acts[0]))
