"""Looking at a plan: questions and who is asked, looks that are due, signals, agendas, and what was done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from therapygoals.goals import Approach, Party
from therapygoals.plan import (
    Agenda,
    AgendaItem,
    AgendaPart,
    Answer,
    AnswerKind,
    Ask,
    Channel,
    ChannelSet,
    ClosingSummary,
    ConcernRaised,
    Distance,
    Done,
    DoneKind,
    DueReview,
    Flag,
    Formality,
    GoalProposed,
    GoalState,
    Journal,
    PlannedGoal,
    Question,
    QuestionScope,
    QuestionSet,
    Reason,
    ReviewCause,
    Roadmap,
    RoadmapPlace,
    RolledUp,
    RollUp,
    SetbackMet,
    Signal,
    SignalKind,
    SignalRule,
    Stone,
    StoneKind,
    Vision,
    WinKind,
    Won,
    judge,
)
from therapygoals.plan import questions as our_questions
from therapygoals.testing.amounts import days
from therapygoals.testing.concerns import safety_concerns
from therapygoals.testing.goals import goals
from therapygoals.testing.observations import observations
from therapygoals.testing.people import actors, roadblocks
from therapygoals.testing.words import keys, texts

__all__ = [
    "agenda_items",
    "agendas",
    "asks",
    "channel_sets",
    "channels",
    "closing_summaries",
    "dones",
    "due_reviews",
    "flags",
    "question_sets",
    "questions",
    "roadmap_places",
    "roadmaps",
    "rolled_ups",
    "signal_rules",
    "signals",
    "stones",
]


def _some(strategy: st.SearchStrategy[Any], *, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _maybe(kind: type[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(kind)


def _fractions() -> st.SearchStrategy[float | None]:
    return st.none() | st.floats(0, 1)


def questions() -> st.SearchStrategy[Question]:
    """Questions of the library, and any others."""
    others = st.builds(
        Question,
        id=keys(),
        text=texts(),
        answer_kind=st.sampled_from(AnswerKind),
        scope=st.sampled_from(QuestionScope),
        formality=_maybe(Formality),
        approach=_maybe(Approach),
        win=_maybe(WinKind),
        asked_by=st.sampled_from(Party),
        source=keys(),
        rows=_some(keys()),
    )
    return st.sampled_from(our_questions().questions) | others


def question_sets() -> st.SearchStrategy[QuestionSet]:
    """Sets of some questions, each with an id of its own."""
    some = st.lists(questions(), max_size=4, unique_by=lambda question: question.id).map(tuple)
    return st.builds(QuestionSet, id=keys(), version=keys(), language=st.sampled_from(("en", "de-CH")), questions=some)


def asks() -> st.SearchStrategy[Ask]:
    """Any question about any goal, or about the plan."""
    return st.builds(Ask, questions(), st.none() | keys())


def due_reviews() -> st.SearchStrategy[DueReview]:
    """Looks that are due for any cause."""
    return st.builds(
        DueReview,
        cause=st.sampled_from(ReviewCause),
        why=texts(),
        asks=_some(asks()),
        goal=st.none() | keys(),
        since=st.none() | days(),
    )


def signal_rules() -> st.SearchStrategy[SignalRule]:
    """Rules for when a signal shows."""
    number = st.integers(1, 60)
    return st.builds(
        SignalRule,
        stalled_days=number,
        stalled_entries=number,
        stalled_answers=st.integers(2, 9),
        reached_periods=number,
        goals_at_once=number,
    )


def signals() -> st.SearchStrategy[Signal]:
    """Signals of any kind."""
    return st.builds(
        Signal,
        kind=st.sampled_from(SignalKind),
        why=texts(),
        ask=asks(),
        moves=_some(st.sampled_from(GoalState)),
        reasons=_some(st.sampled_from(Reason)),
    )


def flags() -> st.SearchStrategy[Flag]:
    """Places at which a person has to look."""
    return st.builds(Flag, where=st.none() | keys(), concern=safety_concerns())


def _told(event: type[Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(event, id=keys(), on=days(), by=actors(), text=texts(), goal=st.none() | keys(), **more)


def agenda_items(part: AgendaPart | None = None) -> st.SearchStrategy[AgendaItem]:
    """Things to talk about.

    Args:
        part: The part they belong to; any when None.
    """
    if part is None:
        return st.sampled_from(AgendaPart).flatmap(agenda_items)
    about: dict[AgendaPart, st.SearchStrategy[Any]] = {
        AgendaPart.SAFETY: flags(),
        AgendaPart.CONCERN: _told(ConcernRaised),
        AgendaPart.WIN: _told(Won, kind=st.sampled_from(WinKind)),
        AgendaPart.SETBACK: _told(SetbackMet),
        AgendaPart.REVIEW: due_reviews(),
        AgendaPart.SIGNAL: signals(),
        AgendaPart.ROADBLOCK: roadblocks(),
    }
    asked = st.just(()) if part is AgendaPart.SAFETY else _some(asks(), most=2)
    return st.builds(AgendaItem, part=st.just(part), about=about[part], asks=asked, goal=st.none() | keys())


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Agendas: with words of danger and nothing else, or with anything but these."""
    if draw(st.booleans()):
        items = draw(_some(agenda_items(AgendaPart.SAFETY)))
    else:
        parts = sorted(draw(st.lists(st.sampled_from(list(AgendaPart)[1:]), max_size=4)), key=list(AgendaPart).index)
        items = tuple(draw(agenda_items(part)) for part in parts)
    return Agenda(
        on=draw(days()),
        items=items,
        session=draw(st.none() | keys()),
        since=draw(st.none() | days()),
        unscreened=draw(st.integers(0, 3)),
    )


def _answers() -> st.SearchStrategy[Answer]:
    felt = st.builds(Answer, question=keys(), distance=st.sampled_from(Distance))
    rated = st.builds(Answer, question=keys(), rating=st.integers(0, 10), goal=st.none() | keys())
    return felt | rated | st.builds(Answer, question=keys(), text=texts())


def channels() -> st.SearchStrategy[Channel]:
    """What was recorded and answered in one channel, by day."""
    entries = st.lists(observations(), max_size=3).map(lambda found: tuple(sorted(found, key=lambda one: one.on)))
    answers = st.lists(st.tuples(days(), _answers()), max_size=2).map(
        lambda found: tuple(sorted(found, key=lambda one: one[0]))
    )
    return st.builds(Channel, observations=entries, answers=answers)


def channel_sets() -> st.SearchStrategy[ChannelSet]:
    """What was felt, what was done, and what is neither."""
    return st.builds(ChannelSet, goal=keys(), on=days(), felt=channels(), done=channels(), other=channels())


def dones() -> st.SearchStrategy[Done]:
    """Things that were done, once or several times."""
    return st.builds(
        Done,
        kind=st.sampled_from(DoneKind),
        what=texts(),
        on=days(),
        goal=st.none() | keys(),
        count=st.integers(1, 30),
    )


@st.composite
def _planned(draw: st.DrawFn) -> PlannedGoal:
    goal = attrs.evolve(draw(goals(id=draw(keys()))), relations=())
    event = GoalProposed(id="e1", on=draw(days()), by=draw(actors()), goal=goal)
    (planned,) = Journal().record(event).plan()
    return planned


@st.composite
def closing_summaries(draw: st.DrawFn) -> ClosingSummary:
    """What goals leave behind, in any state."""
    planned = draw(_planned())
    on = planned.since + timedelta(days=draw(st.integers(0, 90)))
    return ClosingSummary(
        goal=planned.id,
        statement=planned.goal.statement.text,
        state=draw(st.sampled_from(GoalState)),
        since=planned.since,
        on=on,
        reason=draw(_maybe(Reason)),
        note=draw(st.none() | texts()),
        standing=judge(planned, on=on),
        done=draw(_some(dones())),
        setbacks=draw(_some(_told(SetbackMet), most=2)),
        insights=draw(_some(texts(), most=2)),
        versions=draw(st.integers(1, 4)),
        successors=draw(_some(st.tuples(keys(), texts()), most=2)),
    )


@st.composite
def stones(draw: st.DrawFn) -> Stone:
    """Stepping stones: goals, and steps that a goal lists."""
    kind = draw(st.sampled_from(StoneKind))
    of = draw(st.integers(1, 9)) if kind is StoneKind.STEPS else 1
    return Stone(
        kind=kind,
        name=draw(keys()),
        reached=draw(st.integers(0, of)),
        of=of,
        fraction=draw(_fractions()),
        left_out=draw(st.none() | texts()),
    )


def rolled_ups() -> st.SearchStrategy[RolledUp]:
    """What stones say about a goal or a vision."""
    return st.builds(
        RolledUp,
        goal=st.none() | keys(),
        on=days(),
        rule=st.sampled_from(RollUp),
        stones=_some(stones()),
        fraction=_fractions(),
        why=texts(),
    )


def roadmap_places() -> st.SearchStrategy[RoadmapPlace]:
    """Goals on the road."""
    return st.builds(
        RoadmapPlace,
        goal=_planned(),
        depth=st.integers(0, 3),
        rerouted_from=st.none() | keys(),
        is_told_above=st.booleans(),
    )


def roadmaps() -> st.SearchStrategy[Roadmap]:
    """Roads with some goals, to a vision or to where it is open."""
    vision = st.none() | st.builds(Vision, texts(), months=st.integers(1, 60))
    return st.builds(Roadmap, on=days(), vision=vision, places=_some(roadmap_places(), most=2))
