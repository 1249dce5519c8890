"""Plans over time: events of every kind, outlines, journals of events that can have happened so, and what they tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from therapygoals.errors import EventError
from therapygoals.goals import (
    Concern,
    Decision,
    Goal,
    LifeArea,
    Observation,
    ObservationStatus,
    OutcomeGoal,
    Period,
    ProcessGoal,
    Relation,
    RelationKind,
    Span,
)
from therapygoals.plan import (
    MOVES,
    REASONS,
    REVISION_REASONS,
    Answer,
    Cadence,
    CheckedIn,
    ConcernRaised,
    ConcernSettled,
    Conflict,
    ConflictKind,
    Distance,
    Entry,
    Event,
    FieldChange,
    Formality,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Journal,
    LeftOut,
    Merge,
    NotCounted,
    Observed,
    Outline,
    OutlineChanged,
    PlannedGoal,
    PlannedStrategy,
    Reason,
    RoadblockNamed,
    SetbackMet,
    SplitPeriod,
    Standing,
    Stretch,
    TreatmentPlan,
    Version,
    Vision,
    Voided,
    WinKind,
    Won,
    YesNo,
    changes,
    judge,
)
from therapygoals.testing.amounts import days, numbers
from therapygoals.testing.goals import goals
from therapygoals.testing.observations import observations, period_counts, values_for
from therapygoals.testing.people import actors, roadblocks, strategies
from therapygoals.testing.targets import targets
from therapygoals.testing.words import keys, statements, texts

__all__ = [
    "branches",
    "cadences",
    "check_ins",
    "concerns_raised",
    "concerns_settled",
    "conflicts",
    "entries_left_out",
    "events",
    "field_changes",
    "goals_answered",
    "goals_moved",
    "goals_proposed",
    "goals_revised",
    "issues",
    "journal_entries",
    "journals",
    "merges",
    "next_events",
    "observed_events",
    "outlines",
    "outlines_changed",
    "planned_goals",
    "planned_strategies",
    "review_answers",
    "roadblocks_named",
    "setbacks_met",
    "split_periods",
    "standings",
    "stretches",
    "treatment_plans",
    "versions",
    "visions",
    "voided_events",
    "wins",
]

_FIRST = date(2026, 1, 5)
_ZONES = (UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8)))
_ANSWERS = (Decision.ACCEPT, Decision.DECLINE, Decision.WITHDRAW)
_TAKEN_OVER = (GoalState.COMPLETED, GoalState.CANCELLED, GoalState.REJECTED)
_BACK = (RelationKind.SERVES, RelationKind.SUCCESSOR, RelationKind.REPLACEMENT, RelationKind.OTHER)


# The outline and answers


def _some(ids: Sequence[str] | None) -> st.SearchStrategy[list[str]]:
    """A few ids, any where there is no telling which."""
    if ids is None:
        return st.lists(keys(), max_size=3)
    return st.lists(st.sampled_from(ids), max_size=3, unique=True) if ids else st.just([])


def _one(ids: Sequence[str] | None) -> st.SearchStrategy[str | None]:
    """One id or none."""
    return _some(ids).map(lambda some: some[0] if some else None)


def visions() -> st.SearchStrategy[Vision]:
    """Where it leads, in any words."""
    areas = st.frozensets(st.sampled_from(LifeArea), max_size=3)
    return st.builds(Vision, texts(), months=st.integers(1, 60), areas=areas)


def issues(*, goals: Sequence[str] | None = None) -> st.SearchStrategy[Issue]:
    """What brings somebody.

    Args:
        goals: Ids that it may name; any when None.
    """
    return st.builds(Issue, texts(), concern=st.none() | st.sampled_from(Concern), goals=_some(goals))


def planned_strategies(*, goals: Sequence[str] | None = None) -> st.SearchStrategy[PlannedStrategy]:
    """Ways of working, with the goals they serve.

    Args:
        goals: Ids that they may name; any when None.
    """
    return st.builds(PlannedStrategy, strategies(), serves=_some(goals))


def cadences() -> st.SearchStrategy[Cadence]:
    """How often a plan is looked at."""
    informal = st.builds(Span, st.integers(1, 12), st.sampled_from(Period))
    formal = st.builds(Span, st.integers(1, 6), st.sampled_from((Period.DAY, Period.WEEK, Period.MONTH)))
    return st.builds(Cadence, informal=informal, formal=formal)


def outlines(*, goals: Sequence[str] | None = None) -> st.SearchStrategy[Outline]:
    """What a plan says beside its goals; much of it may be open.

    Args:
        goals: Ids that it may name; any when None.
    """
    return st.builds(
        Outline,
        vision=st.none() | visions(),
        issues=st.lists(issues(goals=goals), max_size=2),
        strategies=st.lists(planned_strategies(goals=goals), max_size=2),
        completion=st.lists(texts(), max_size=2),
        cadence=st.just(Cadence()) | cadences(),
        sessions=st.none() | st.integers(1, 60),
    )


@st.composite
def review_answers(draw: st.DrawFn, *, goals: Sequence[str] | None = None) -> Answer:
    """Answers of every kind to any question.

    Args:
        draw: Given by Hypothesis.
        goals: Ids of goals that it may be about; any or none when None.
    """
    words = draw(st.none() | texts())
    distance = {"distance": st.sampled_from(Distance)}
    yes_no, rating = {"yes_no": st.sampled_from(YesNo)}, {"rating": numbers(0, 10)}
    given: dict[str, Any] = draw(st.sampled_from((distance, yes_no, rating)).flatmap(st.fixed_dictionaries))
    if words is not None and draw(st.booleans()):
        given = {}
    return Answer(question=draw(keys()), goal=draw(_one(goals)), text=words, **given)


# Events by themselves


@st.composite
def _about(draw: st.DrawFn, id: str | None = None, on: date | None = None) -> dict[str, Any]:  # noqa: A002
    """What every event has."""
    day = draw(days()) if on is None else on
    moments = st.builds(datetime.combine, st.just(day), st.times(), st.sampled_from(_ZONES))
    return {
        "id": draw(keys()) if id is None else id,
        "on": day,
        "by": draw(actors()),
        "at": draw(st.none() | moments),
        "session": draw(st.none() | keys()),
        "note": draw(st.none() | texts()),
    }


_Facts: TypeAlias = "st.SearchStrategy[dict[str, Any]]"
_E = TypeVar("_E", bound=Event)


def _event(
    make: Callable[..., _E], about: _Facts | None = None, **facts: st.SearchStrategy[Any]
) -> st.SearchStrategy[_E]:
    parts = st.tuples(_about() if about is None else about, st.fixed_dictionaries(facts))
    return parts.map(lambda parts: make(**parts[0], **parts[1]))


def goals_proposed() -> st.SearchStrategy[GoalProposed]:
    """Any goal put forward."""
    return _event(GoalProposed, goal=keys().flatmap(lambda key: goals(id=key)))


def goals_answered() -> st.SearchStrategy[GoalAnswered]:
    """A yes or no to any version of any goal."""
    versions = st.none() | st.integers(1, 9)
    return _event(GoalAnswered, goal=keys(), decision=st.sampled_from(_ANSWERS), version=versions)


def goals_revised() -> st.SearchStrategy[GoalRevised]:
    """Any goal reshaped."""
    goal = keys().flatmap(lambda key: goals(id=key))
    return _event(GoalRevised, goal=goal, reason=_why_reshaped())


def _why_reshaped() -> st.SearchStrategy[Reason | None]:
    return st.none() | st.sampled_from([reason for reason in Reason if reason in REVISION_REASONS])


def goals_moved() -> st.SearchStrategy[GoalMoved]:
    """Any goal brought into any state, for a reason that leads there or none."""
    return st.sampled_from(GoalState).flatmap(lambda to: _move(keys(), to, None, _about()))


@st.composite
def _move(
    draw: st.DrawFn, goal: st.SearchStrategy[str], to: GoalState, others: Sequence[str] | None, about: _Facts
) -> GoalMoved:
    key, facts = draw(goal), draw(about)
    successors = [other for other in draw(_some(others)) if other != key] if to in _TAKEN_OVER else []
    why = [reason for reason in Reason if to in REASONS[reason] and (successors or reason is not Reason.REROUTED)]
    until = st.none() | st.integers(0, 60).map(lambda wait: facts["on"] + timedelta(days=wait))
    return GoalMoved(
        **facts,
        goal=key,
        to=to,
        reason=draw(st.none() | st.sampled_from(why)),
        until=draw(until) if to is GoalState.ON_HOLD else None,
        successors=successors,
    )


@st.composite
def observed_events(draw: st.DrawFn) -> Observed:
    """One to three entries about any goals, on the day of recording or before."""
    about = draw(_about())
    seen = [
        attrs.evolve(draw(observations(goal=draw(keys()))), on=about["on"] - timedelta(days=back))
        for back in draw(st.lists(st.integers(0, 30), min_size=1, max_size=3))
    ]
    return Observed(**about, observations=seen)


def check_ins() -> st.SearchStrategy[CheckedIn]:
    """Looks at a plan, in passing and in reviews."""
    return _check_in(None, _about())


def _check_in(ids: Sequence[str] | None, about: _Facts) -> st.SearchStrategy[CheckedIn]:
    return _event(
        CheckedIn,
        about,
        formality=st.sampled_from(Formality),
        answers=st.lists(review_answers(goals=ids), max_size=3),
        satisfaction=st.none() | numbers(0, 10),
    )


def wins() -> st.SearchStrategy[Won]:
    """Things to be glad of, of every kind."""
    return _event(Won, text=texts(), kind=st.sampled_from(WinKind), goal=_one(None))


def setbacks_met() -> st.SearchStrategy[SetbackMet]:
    """Things that went backwards for a while."""
    return _event(SetbackMet, text=texts(), goal=_one(None))


def roadblocks_named() -> st.SearchStrategy[RoadblockNamed]:
    """Things that may get in the way of any goal."""
    return _event(RoadblockNamed, goal=keys(), roadblock=roadblocks())


def concerns_raised() -> st.SearchStrategy[ConcernRaised]:
    """Things that feel off, with a goal or with the work together."""
    return _event(ConcernRaised, text=texts(), goal=_one(None))


def concerns_settled() -> st.SearchStrategy[ConcernSettled]:
    """What settles any concern."""
    return _event(ConcernSettled, concern=keys())


def outlines_changed() -> st.SearchStrategy[OutlineChanged]:
    """Any outline that was written or reshaped."""
    return _event(OutlineChanged, outline=outlines(), reason=st.none() | st.sampled_from(Reason))


def voided_events() -> st.SearchStrategy[Voided]:
    """What voids any event."""
    return _event(Voided, event=keys())


def events() -> st.SearchStrategy[Event]:
    """Events of every kind, each by itself."""
    return st.one_of(
        goals_proposed(),
        goals_answered(),
        goals_revised(),
        goals_moved(),
        observed_events(),
        check_ins(),
        wins(),
        setbacks_met(),
        roadblocks_named(),
        concerns_raised(),
        concerns_settled(),
        outlines_changed(),
        voided_events(),
    )


# Events that can happen next


@st.composite
def next_events(draw: st.DrawFn, journal: Journal, *, prefix: str = "e") -> Event:
    """An event that a journal takes: of any kind that is possible, some days after the last one or late.

    Args:
        draw: Given by Hypothesis.
        journal: What has happened so far.
        prefix: Beginning of its id, and of that of a goal that it puts forward; the rest is a number.
    """
    last = max((event.on for event in journal), default=_FIRST)
    late = draw(st.integers(0, 9)) == 0
    day = draw(days(_FIRST, last)) if late else last + timedelta(days=draw(st.integers(0, 9)))
    known = {event.id for event in journal}
    id_ = next(id_ for number in count(len(journal) + 1) if (id_ := f"{prefix}{number}") not in known)
    about = _about(id_, day)
    event: Event = draw(st.sampled_from(_possible(journal, day, f"{id_}-goal", about)).flatmap(lambda way: way))
    try:
        journal.record(event)
    except EventError:  # what was recorded stands against it, most often for later days
        return draw(_event(Won, about, text=texts()))
    return event


def _possible(journal: Journal, day: date, new: str, about: _Facts) -> list[st.SearchStrategy[Event]]:
    """What can happen on a day, by the plan of that day."""
    plan = journal.plan(on=day)
    ids = [planned.id for planned in plan]
    text, goal = texts(), _one(ids)
    outline = st.deferred(lambda: outlines(goals=ids))
    ways: list[st.SearchStrategy[Event]] = [
        _event(GoalProposed, about, goal=_new_goals(new, ids)),
        _check_in(ids, about),
        _event(Won, about, text=text, kind=st.sampled_from(WinKind), goal=goal),
        _event(SetbackMet, about, text=text, goal=goal),
        _event(ConcernRaised, about, text=text, goal=goal),
        _event(
            OutlineChanged,
            about,
            outline=outline,
            reason=st.none() | st.sampled_from(Reason),
        ),
    ]
    for planned in plan:
        ways += _possible_for(planned, day, ids, about) * 2  # most of what happens is about a goal
    if plan.concerns:
        open_ones = st.sampled_from([concern.id for concern in plan.concerns])
        ways.append(_event(ConcernSettled, about, concern=open_ones))
    if errors := [event.id for event in journal if not isinstance(event, Voided) and event.on <= day]:
        ways.append(_event(Voided, about, event=st.sampled_from(errors)))
    return ways


def _possible_for(planned: PlannedGoal, day: date, ids: list[str], about: _Facts) -> list[st.SearchStrategy[Event]]:
    key = st.just(planned.id)
    versions = st.none() | st.integers(1, len(planned.versions))
    ways: list[st.SearchStrategy[Event]] = [
        _event(GoalAnswered, about, goal=key, decision=st.sampled_from(_ANSWERS), version=versions),
        _event(RoadblockNamed, about, goal=key, roadblock=roadblocks()),
    ]
    if planned.state is not GoalState.ENTERED_IN_ERROR:
        ways += [_observed(planned, day, about)] * 3
        ways += [_move(key, to, ids, about) for to in GoalState if to in MOVES[planned.state]]
    if planned.state.is_open:
        goal = _new_goals(planned.id, [], planned.version.goal.relations)
        ways.append(_event(GoalRevised, about, goal=goal, reason=_why_reshaped()))
    return ways


@st.composite
def _new_goals(
    draw: st.DrawFn,
    id: str,  # noqa: A002
    others: list[str],
    relations: tuple[Relation, ...] = (),
) -> Goal:
    """Goals of up to two targets, most of them short."""
    measured = draw(st.lists(targets(), max_size=2))
    if len(measured) > 1:
        measured = [attrs.evolve(target, key=f"target-{place}") for place, target in enumerate(measured)]
    links = (*relations, *(Relation(draw(st.sampled_from(_BACK)), other) for other in draw(_some(others))))
    kind: type[ProcessGoal | OutcomeGoal] = draw(st.sampled_from((ProcessGoal, OutcomeGoal)))
    blocks = draw(st.lists(roadblocks(), max_size=1))
    return kind(draw(statements()), measured, id=id, relations=links, roadblocks=blocks)


@st.composite
def _observed(draw: st.DrawFn, planned: PlannedGoal, day: date, about: _Facts) -> Observed:
    """One to three entries that fit the targets in force on their days."""
    found: list[Observation] = []
    for back in draw(st.lists(st.integers(0, 6), min_size=1, max_size=3)):
        seen_on = day - timedelta(days=back)
        possible = planned.version_on(seen_on).goal.targets
        target = draw(st.sampled_from(possible)) if possible else None
        status = draw(st.sampled_from((ObservationStatus.SEEN, *ObservationStatus)))
        fitting = st.none() | numbers() if target is None else values_for(target)
        value = draw(fitting) if status is ObservationStatus.SEEN else None
        key = None if target is None else target.key
        found.append(Observation(seen_on, value, status=status, goal=planned.id, target=key))
    return Observed(**draw(about), observations=found)


# Journals, and what they tell


@st.composite
def journals(draw: st.DrawFn, *, most: int = 12) -> Journal:
    """Journals of any events that can have happened so, some late, some voided.

    Args:
        draw: Given by Hypothesis.
        most: Largest number of events.
    """
    return draw(_grown(Journal(), most, "e"))


@st.composite
def _grown(draw: st.DrawFn, journal: Journal, most: int, prefix: str) -> Journal:
    for _ in range(draw(st.integers(0, most))):
        journal = journal.record(draw(next_events(journal, prefix=prefix)))
    return journal


@st.composite
def branches(draw: st.DrawFn, *, number: int = 2, most: int = 6) -> tuple[Journal, ...]:
    """Journals that grew apart from one, each with event ids of its own.

    Args:
        draw: Given by Hypothesis.
        number: How many.
        most: Largest number of events that they have in common, and of those that each has beside them.
    """
    common = draw(journals(most=most))
    return tuple(draw(_grown(common, most, f"{place}-")) for place in range(number))


@st.composite
def _apart_about_a_goal(draw: st.DrawFn) -> tuple[Journal, Journal]:
    """Journals of which one reshaped a goal before the other recorded something about it."""
    first = draw(_new_goals("goal", []))
    common = Journal().record(draw(_event(GoalProposed, _about("e1", _FIRST), goal=st.just(first))))
    later = _FIRST + timedelta(days=draw(st.integers(1, 9)))
    other = _new_goals("goal", []).filter(lambda goal: goal.targets != first.targets)
    reshaped = draw(_event(GoalRevised, _about("0-e2", _FIRST + timedelta(days=1)), goal=other))
    seen = draw(_observed(common.plan()["goal"], later, _about("1-e2", later)))
    return common.record(reshaped), common.record(seen)


def merges() -> st.SearchStrategy[Merge]:
    """What comes of merging journals that grew apart, or that have nothing in common but ids."""
    apart = branches(most=4) | st.tuples(journals(most=4), journals(most=4)) | _apart_about_a_goal()
    return apart.map(lambda pair: pair[0].merge(pair[1]))


def conflicts() -> st.SearchStrategy[Conflict]:
    """Any two events, or one, that do not add up."""
    kinds = st.sampled_from(ConflictKind)
    return kinds.flatmap(
        lambda kind: st.builds(
            Conflict,
            kind=st.just(kind),
            ours=st.none() if kind is ConflictKind.REFUSED else events(),
            theirs=events(),
            rule=texts(),
        )
    )


def journal_entries() -> st.SearchStrategy[Entry]:
    """Any event with any number; without a time of its own, it may come after one."""
    return st.tuples(st.integers(1, 10_000), events()).flatmap(lambda pair: _entry(*pair))


def _entry(number: int, event: Event) -> st.SearchStrategy[Entry]:
    moments = st.builds(datetime.combine, st.just(event.on), st.times(), st.sampled_from(_ZONES))
    after = st.none() | moments if event.at is None else st.none()
    return st.builds(Entry, st.just(number), st.just(event), after=after)


@st.composite
def treatment_plans(draw: st.DrawFn) -> TreatmentPlan:
    """Plans of some day, or of all that happened."""
    return draw(journals()).plan(on=draw(st.none() | days(_FIRST, _FIRST + timedelta(days=60))))


@st.composite
def planned_goals(draw: st.DrawFn) -> PlannedGoal:
    """Goals of plans, with all that happened to them."""
    journal = Journal().record(draw(_event(GoalProposed, _about("e1", _FIRST), goal=_new_goals("goal", []))))
    plan = draw(_grown(journal, 9, "e")).plan()
    return draw(st.sampled_from(plan.goals)) if plan.goals else journal.plan()["goal"]


def versions() -> st.SearchStrategy[Version]:
    """Versions of goals of plans."""
    return planned_goals().flatmap(lambda planned: st.sampled_from(planned.versions))


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    """Where goals of plans stand, some time after they were put forward."""
    planned = draw(planned_goals())
    return judge(planned, on=planned.versions[0].since + timedelta(days=draw(st.integers(0, 90))))


def stretches() -> st.SearchStrategy[Stretch]:
    """Stretches of some goal."""
    return standings().flatmap(lambda standing: st.sampled_from(standing.stretches))


def entries_left_out() -> st.SearchStrategy[LeftOut]:
    """Entries that count for nothing, for any reason."""
    return st.builds(LeftOut, st.sampled_from(NotCounted), observations())


def split_periods() -> st.SearchStrategy[SplitPeriod]:
    """Periods in which a target changed."""
    part = st.none() | period_counts()
    number = st.integers(1, 9)
    return st.builds(
        SplitPeriod,
        start=days(),
        end=days(),
        versions=st.tuples(number, number),
        before=part,
        after=part,
        target=st.none() | keys(),
    )


def field_changes() -> st.SearchStrategy[FieldChange]:
    """What changed between two versions of some goal."""
    pairs = st.tuples(goals(id="goal"), goals(id="goal")).map(lambda pair: changes(*pair))
    return pairs.filter(bool).flatmap(st.sampled_from)
