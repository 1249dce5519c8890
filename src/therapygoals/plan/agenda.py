"""What to talk about in the next therapy session, in an order that helps; words of danger come before all else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, StrEnum, unique
from typing import TypeAlias, assert_never, cast

import attrs

from therapygoals.errors import FieldTypeError
from therapygoals.goals import Agreement, Observation, Roadblock
from therapygoals.goals._words import short_repr
from therapygoals.plan._telling import check_given, check_plan, in_a_line, quoted, win_told
from therapygoals.plan._words import plain
from therapygoals.plan.events import BaseEvent, CheckedIn, ConcernRaised, SetbackMet, Won
from therapygoals.plan.journal import Journal
from therapygoals.plan.lifecycle import GoalState
from therapygoals.plan.questions import QuestionSet
from therapygoals.plan.questions import questions as our_questions
from therapygoals.plan.reviews import Ask, DueReview, reviews_due
from therapygoals.plan.signals import Signal, SignalRule, signals
from therapygoals.plan.treatment import TreatmentPlan, Version
from therapygoals.safety import Release, SafetyConcern, ScreenStatus, screen

__all__ = ["Agenda", "AgendaItem", "AgendaPart", "Flag", "agenda"]


@unique
class AgendaPart(StrEnum):
    """The parts of an agenda, in their order."""

    SAFETY = "safety"
    """Words that a person has to look at now; then there is nothing else."""
    CONCERN = "concern"
    """Something feels off to somebody."""
    WIN = "win"
    """What there is to be glad of since last time."""
    SETBACK = "setback"
    """What went backwards since last time; it takes nothing away."""
    REVIEW = "review"
    """A look that is due."""
    SIGNAL = "signal"
    """Something that may want another look."""
    ROADBLOCK = "roadblock"
    """What may get in the way, and what is planned for it."""


@short_repr
@attrs.frozen(kw_only=True)
class Flag:
    """A place in what was said at which a person has to look now. It holds none of the words.

    Attributes:
        where: Id of the event or goal that holds the words; None for the outline of the plan.
        concern: What the screen noticed, with its place in that text.
    """

    where: str | None
    concern: SafetyConcern


About: TypeAlias = Flag | ConcernRaised | Won | SetbackMet | DueReview | Signal | Roadblock


@short_repr
@attrs.frozen(kw_only=True)
class AgendaItem:
    """One thing to talk about.

    Attributes:
        part: The part of the agenda it belongs to.
        about: What it is about.
        asks: What to ask; each question about a goal is asked once in an agenda.
        goal: Id of the goal it belongs to; None for none.
    """

    part: AgendaPart
    about: About
    asks: tuple[Ask, ...] = attrs.field(default=(), repr=False)
    goal: str | None = None

    @property
    def what(self) -> str:
        """What it is about, in one line."""
        match self.about:
            case Flag(where=where, concern=concern):
                return f"{plain(concern.category)}, in {'the outline' if where is None else in_a_line(where)}"
            case Won(text=text, kind=kind):
                return win_told(text, kind)
            case ConcernRaised(text=text, on=on):
                return f"{quoted(text)} (open since {on})"
            case SetbackMet(text=text):
                return quoted(text)
            case Roadblock(text=text, plan=plan):
                return f"{quoted(text)}; {in_a_line(str(plan))}"
            case DueReview(why=why):
                return why
            case Signal(why=why):
                return why
            case _:
                assert_never(self.about)

    def __str__(self) -> str:
        return self.what


_HEADS: Mapping[AgendaPart, str] = {
    AgendaPart.SAFETY: "A person has to look at this now, before anything else",
    AgendaPart.CONCERN: "Something feels off",
    AgendaPart.WIN: "To be glad of",
    AgendaPart.SETBACK: "It went backwards for a while; nothing is lost by it",
    AgendaPart.REVIEW: "Time to look at it again",
    AgendaPart.SIGNAL: "Noticed",
    AgendaPart.ROADBLOCK: "What may get in the way",
}


@short_repr
@attrs.frozen(kw_only=True)
class Agenda:
    """What to talk about, in an order that helps.

    Attributes:
        on: The day.
        items: What to talk about, part after part.
        session: Key of the therapy session, where it is known.
        since: Day of the last check-in; None where there was none.
        unscreened: Number of texts that the screen could not look at, such as those in a language without rules.
    """

    on: date
    items: tuple[AgendaItem, ...] = ()
    session: str | None = None
    since: date | None = None
    unscreened: int = 0

    @property
    def is_stopped(self) -> bool:
        """Whether a person has to look at what was said before anything else."""
        return bool(self.of(AgendaPart.SAFETY))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """All questions, in their order."""
        return tuple(ask for item in self.items for ask in item.asks)

    def of(self, part: AgendaPart) -> tuple[AgendaItem, ...]:
        """The items of a part."""
        return tuple(item for item in self.items if item.part is part)

    def to_text(self) -> str:
        """Write it as plain text, part after part, with the questions. It holds the person's words."""
        name = "" if self.session is None else f" of {in_a_line(self.session)}"
        lines = [f"Agenda{name}, {self.on}"]
        for part in AgendaPart:
            items = self.of(part)
            lines += ["", _HEADS[part]] if items else []
            for item in items:
                goal = "" if item.goal is None else f"{in_a_line(item.goal)}: "
                lines.append(f"- {goal}{item.what}")
                lines += [f"  {_named(ask, item.goal)}" for ask in item.asks]
        if self.unscreened:
            lines += ["", f"Not looked at by the screen: {self.unscreened}"]
        return "\n".join(lines if self.items or self.unscreened else [*lines, "", "Nothing is due."])

    def __str__(self) -> str:
        return self.to_text()


def _named(ask: Ask, goal: str | None) -> str:
    """The question, with the id of its goal where the item is not about that goal alone."""
    return ask.question.text if ask.goal in (None, goal) else f"{in_a_line(ask.goal)}: {ask.question.text}"


def agenda(
    source: Journal | TreatmentPlan,
    *,
    on: date,
    session: str | None = None,
    rule: SignalRule | None = None,
    questions: QuestionSet | None = None,
    releases: Iterable[Release] = (),
    language: str = "en",
) -> Agenda:
    """What to talk about on a day.

    First, everything that was said since the last check-in, and in it, is screened, and what the agenda would show.
    Where the screen has a concern, the agenda holds that and nothing else: no prompt and no praise. That nothing was
    noticed does not mean safe. In a journal, what was entered in error is screened as well, and so is what was recorded
    late. A plan does not know when its outline was written, so that this is always screened.

    Else: what feels off to somebody, wins and setbacks since the last check-in, the looks that are due, signals, and
    roadblocks with the plans for them. What a look that is due has said is not said again as a signal. "Since" holds
    the day of the last check-in too, but for what belongs to the same therapy session.

    Args:
        source: The journal, or the plan of that day.
        on: The day.
        session: Key of the therapy session that it is for.
        rule: When a signal shows.
        questions: Where the questions come from; the library's own when None.
        releases: What a professional gave for statements that the screen has a concern about.
        language: BCP 47 code of what was said.

    Raises:
        FieldTypeError: An argument has the wrong type.
        FieldError: The plan is one of a later day.
    """
    plan = source.plan(on=on) if isinstance(source, Journal) else source
    check_plan(plan, on)
    for value, kind, field in (
        (session, str, "session"),
        (rule, SignalRule, "rule"),
        (questions, QuestionSet, "questions"),
    ):
        check_given(value, kind, field)
    if not isinstance(releases, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("releases", "must be an iterable of Release", type(releases).__name__)
    asked = our_questions() if questions is None else questions
    last = next((look for look in reversed(plan.check_ins) if look.on <= on), None)
    since = None if last is None else last.on
    flags, unscreened = _screened((*_words(source, last, on), *_shown(plan)), tuple(releases), language)
    if flags:
        items = tuple(AgendaItem(part=AgendaPart.SAFETY, about=flag) for flag in flags)
    else:
        items = tuple(_once(_items(plan, last, on, session, rule, asked)))
    return Agenda(on=on, items=items, session=session, since=since, unscreened=unscreened)


def _items(
    plan: TreatmentPlan,
    last: CheckedIn | None,
    on: date,
    session: str | None,
    rule: SignalRule | None,
    asked: QuestionSet,
) -> Iterator[AgendaItem]:
    for concern in plan.concerns:
        ask = Ask(asked["review.concern"], concern.goal)
        yield AgendaItem(part=AgendaPart.CONCERN, about=concern, asks=(ask,), goal=concern.goal)
    for win in plan.wins:
        if _is_new(win, last, on):
            ask = Ask(asked.about(win.kind), win.goal)
            yield AgendaItem(part=AgendaPart.WIN, about=win, asks=(ask,), goal=win.goal)
    for setback in plan.setbacks:
        if _is_new(setback, last, on):
            ask = Ask(asked["review.setback"], setback.goal)
            yield AgendaItem(part=AgendaPart.SETBACK, about=setback, asks=(ask,), goal=setback.goal)
    told = set[tuple[str | None, str]]()
    for due in reviews_due(plan, on=on, session=session, questions=asked):
        told.add((due.goal, due.why))
        yield AgendaItem(part=AgendaPart.REVIEW, about=due, asks=due.asks, goal=due.goal)
    for signal in signals(plan, on=on, rule=rule, questions=asked):
        if (signal.goal, signal.why) not in told:
            yield AgendaItem(part=AgendaPart.SIGNAL, about=signal, asks=(signal.ask,), goal=signal.goal)
    for planned in plan.in_state(GoalState.ACTIVE, GoalState.MAINTAINING):
        for block in planned.roadblocks:
            if block.plan is not None:
                ask = Ask(asked["review.roadblock-plan"], planned.id)
                yield AgendaItem(part=AgendaPart.ROADBLOCK, about=block, asks=(ask,), goal=planned.id)


def _once(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    """The items, with each question about a goal only where it comes first."""
    seen = set[tuple[str, str | None]]()
    for item in items:
        asks = tuple(ask for ask in item.asks if (ask.question.id, ask.goal) not in seen)
        seen.update((ask.question.id, ask.goal) for ask in asks)
        yield attrs.evolve(item, asks=asks)


def _is_new(event: BaseEvent, last: CheckedIn | None, on: date) -> bool:
    """Whether something happened since the last check-in, and not in its therapy session."""
    if last is None or event.on > last.on:
        return event.on <= on
    return event.on == last.on and (event.session is None or event.session != last.session)


# What is screened

_NO_WORDS = frozenset(
    "concern event goal goals id key language ref serves session successors target to".split()  # noqa: SIM905
)
"""Fields whose strings are keys and codes, not what somebody said."""


def _words(source: Journal | TreatmentPlan, last: CheckedIn | None, on: date) -> Iterator[tuple[str | None, str]]:
    """Every text since the last check-in, that of the check-in too, with the event or goal that holds it."""
    first = date.min if last is None else last.on
    if isinstance(source, Journal):
        number = next((entry.number for entry in source.entries if entry.event is last), 0)
        for entry in source.entries:
            if entry.event.on <= on and (entry.event.on >= first or entry.number >= number):
                yield from ((entry.event.id, text) for text in _texts(entry.event, lambda _: True))
        return
    for part in (*source.check_ins, *source.wins, *source.setbacks, *source.concerns):
        yield from ((part.id, text) for text in _texts(part, _from(first)))
    for planned in source.goals:
        said = (planned.versions, planned.proposal.decisions, planned.moves, planned.observations)
        yield from ((planned.id, text) for text in _texts(said, _from(first)))
    yield from ((None, text) for text in _texts(source.outline, _from(first)))


def _shown(plan: TreatmentPlan) -> Iterator[tuple[str | None, str]]:
    """The texts that an agenda shows however old they are."""
    for concern in plan.concerns:
        yield concern.id, concern.text
    for planned in plan.open_goals:
        for block in planned.roadblocks:
            yield from ((planned.id, text) for text in _texts(block, lambda _: True))


def _from(first: date) -> Callable[[object], bool]:
    def is_wanted(part: object) -> bool:
        match part:
            case BaseEvent(on=day) | Observation(on=day) | Agreement(on=day) | Version(since=day):
                return day >= first
            case _:
                return True

    return is_wanted


def _texts(part: object, is_wanted: Callable[[object], bool]) -> Iterator[str]:
    """The strings in a part and in all its parts, but for keys and closed words."""
    if isinstance(part, str):
        if not isinstance(part, Enum):
            yield part
    elif isinstance(part, tuple | frozenset):
        for member in cast("Iterable[object]", part):
            yield from _texts(member, is_wanted)
    elif attrs.has(type(part)) and is_wanted(part):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(part))):
            value = getattr(part, field.name)
            if not (field.name in _NO_WORDS and isinstance(value, str | tuple)):
                yield from _texts(value, is_wanted)


def _screened(
    words: Iterable[tuple[str | None, str]], releases: tuple[Release, ...], language: str
) -> tuple[list[Flag], int]:
    """What a person has to look at, and how many texts were not looked at; each text counts where it comes first."""
    for release in releases:
        if not isinstance(release, Release):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("releases", "must hold only Release", type(release).__name__)
    flags, unscreened = list[Flag](), 0
    places: dict[str, str | None] = {}
    for where, text in words:
        places.setdefault(text, where)
    for text, where in places.items():
        if any(release.covers(text) for release in releases):
            continue
        result = screen(text, language=language)
        unscreened += result.status is ScreenStatus.NOT_SCREENED
        flags += [Flag(where=where, concern=concern) for concern in result.concerns]
    return flags, unscreened
