"""From words to goals: a draft keeps the person's words, types what was said, and asks for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Aim,
    Context,
    Control,
    Deadline,
    ExplorationTarget,
    Goal,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    Statement,
    TimeFrame,
)
from therapygoals.goals._checks import check_day, check_text
from therapygoals.goals._words import short_repr
from therapygoals.language import Reading, Role, read
from therapygoals.reframing._given import given_in
from therapygoals.reframing._goals import goals_of, time_frame_of
from therapygoals.reframing._hearing import Ear
from therapygoals.reframing._pair import WHICH_WAY, Pair
from therapygoals.reframing._state import ReframeStopped, Turn
from therapygoals.reframing._talk import may_go_on
from therapygoals.reframing._targets import is_opposed
from therapygoals.reframing.dialogue import Reframing
from therapygoals.reframing.entries import GivenRule
from therapygoals.reframing.interview import Interview
from therapygoals.reframing.kinds import Part
from therapygoals.reframing.transcript import Transcript
from therapygoals.safety import Release, SafetyConcern, screen
from therapygoals.smart import check

__all__ = ["Draft", "OpenQuestion", "Provenance", "Review", "draft"]


@short_repr
@attrs.frozen
class OpenQuestion:
    """Something that the words leave open, as a question to the two people; nothing is filled in for them.

    Attributes:
        about: Name of what is missing, such as ``no-measure`` or ``event``.
        ask: The question.
        is_unknown: Whether it was asked in the dialogue, and the person did not know.
    """

    about: str
    ask: str
    is_unknown: bool = attrs.field(default=False, kw_only=True)

    def __str__(self) -> str:
        return self.ask


@short_repr
@attrs.frozen(kw_only=True)
class Provenance:
    """Where a field of a drafted goal comes from.

    Attributes:
        goal: Id of the goal.
        field: Name of the field, such as ``statement`` or ``readiness.confidence``.
        prompt: Id of the question that was answered; None where it comes from the wish itself.
        by: Whose words they are.
        catalogue_version: The version of the catalogue that the question belongs to.
    """

    goal: str
    field: str
    prompt: str | None
    by: Party
    catalogue_version: str


@short_repr
@attrs.frozen(kw_only=True)
class Review:
    """A day on which to look at a goal together; proposed in place of a deadline, for the two people to move.

    Attributes:
        goal: Id of the goal.
        on: The day.
    """

    goal: str
    on: date


@short_repr
@attrs.frozen(kw_only=True)
class Draft:
    """Goals that a statement could become, once two people agree.

    Attributes:
        wish: The person's own words, unchanged.
        goals: The outcome goal first, then the process goal that serves it; one of them alone, or none where the words
            hold no goal.
        open_questions: What the words leave open.
        reading: What was read in the wish, with the place and the rule of everything that was typed.
        provenance: From a dialogue: which question and whose words each field comes from.
        reviews: From a dialogue: a day to look at each goal for which no end was said.
        concerns: What the safety screen noticed where nothing was drafted for it: a person takes over, and there are no
            goals and no questions.
    """

    wish: str = attrs.field(repr=False)
    goals: tuple[Goal, ...]
    open_questions: tuple[OpenQuestion, ...]
    reading: Reading
    provenance: tuple[Provenance, ...] = attrs.field(default=(), repr=False)
    reviews: tuple[Review, ...] = ()
    concerns: tuple[SafetyConcern, ...] = ()


def draft(
    source: str | Reading | Reframing | Interview,
    *,
    start: date,
    new_id: Callable[[], str] | None = None,
    release: Release | None = None,
) -> Draft:
    """Turn words into typed goals.

    A sentence that holds an outcome and a way to it becomes two linked goals, and so does a dialogue in which a sign
    and a step were told. No number is invented and no wish rewritten; a part that was not said becomes an open
    question. The safety screen looks first: where it has a concern, nothing is drafted and nothing asked, unless a
    professional has released these very words.

    From a dialogue, the outcome goal has the words of the sign, and the number from 0 to 10 as its baseline. Its
    target is the next number that the person named with it ("a 5 would be ...", "one point more"); where they named
    none, it is asked for. The process goal has the words of the step. The wish is kept as the hope behind both, and
    an answer that makes no field of a goal as a contribution of the person. What somebody else would do is kept
    like that, and the person's own side of it is asked for. A question to which they did not know an answer stays open.
    A dialogue that was parked gives no goal: the wish is kept as it is. An interview gives such a pair from the
    stepping stone and the person's own part; without these, the first goal of finding out what they want.

    Args:
        source: A statement, its reading, a dialogue about a wish, or an interview; these two need not have ended.
        start: First day of the goals; spans and dates are resolved from it.
        new_id: Makes the id of each goal; by default they are called ``goal-1`` and ``goal-2``.
        release: What a professional who has looked at a concern gave for the statement; a dialogue has its own.

    Returns:
        The draft.

    Raises:
        FieldTypeError: The source, the start, an id or the release has the wrong type.
        FieldError: The text is blank or too long, an id is given twice, or the release was given for other words.
    """
    check_day(start, "start")
    if isinstance(source, ReframeStopped):
        rule = "must be a statement, a reading or a dialogue; this one was stopped, and a person takes over"
        raise FieldTypeError("source", rule, type(source).__name__)
    if not isinstance(source, (str, Reading, Reframing, Interview)):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("source", "must be a statement, a reading or a dialogue", type(source).__name__)
    if release is not None and isinstance(source, (Reframing, Interview)):
        raise FieldError(
            "release", "must not be given with a dialogue, which has its own; give it to reframe or answer"
        )
    if new_id is not None and not callable(new_id):
        raise FieldTypeError("new_id", "must be a function without arguments", type(new_id).__name__)
    if isinstance(source, Reframing):
        return _draft_of_dialogue(source, start, _ids(new_id))
    if isinstance(source, Interview):
        return _draft_of_interview(source, start, _ids(new_id))
    reading = source if isinstance(source, Reading) else read(source, on=start)
    found = screen(reading.text, language=reading.language)
    if not may_go_on(reading.text, found, release):
        return Draft(wish=reading.text, goals=(), open_questions=(), reading=reading, concerns=found.concerns)
    return _draft_of_words(reading, start, _ids(new_id))


def _draft_of_words(reading: Reading, start: date, new_id: Callable[[], str]) -> Draft:
    report = check(reading)
    asked = [OpenQuestion(finding.name, finding.ask) for finding in report.findings if finding.ask]
    if is_opposed(reading):
        asked.append(OpenQuestion("direction", WHICH_WAY))
    if reading.deadline is not None and reading.is_goal and time_frame_of(reading, start).end is None:
        asked += _ask_when(reading.deadline)
    return Draft(
        wish=reading.text,
        goals=goals_of(reading, report, start, new_id),
        open_questions=tuple(dict.fromkeys(asked)),
        reading=reading,
    )


def _draft_of_dialogue(state: Reframing, start: date, new_id: Callable[[], str]) -> Draft:
    """The goals of a dialogue; before anything but the wish was said, those of the wish, and the question to go on."""
    reading = read(state.wish, language=state.language, on=start)
    if state.transcript.is_parked:
        return Draft(wish=state.wish, goals=(), open_questions=(), reading=reading)
    ear = Ear.of(state.reframer.catalogue)
    return _with_the_unknown(_goals_of_dialogue(state, reading, start, new_id, ear), state.turns, ear)


def _goals_of_dialogue(state: Reframing, reading: Reading, start: date, new_id: Callable[[], str], ear: Ear) -> Draft:
    said = _answered(state.turns, ear)
    for part in (Part.OWN_PART, Part.SIZE, Part.SMALLER):
        if Part.STEP not in said and part in said and ear.makes_goal(said[part].move):
            said[Part.STEP] = said.pop(part)
    texts = [state.wish, *(turn.move.text for turn in state.turns if turn.move.text is not None)]
    pair = Pair(
        said=said,
        turns=state.turns,
        hope=state.wish,
        hoped=None,
        facet=next((turn for turn in state.turns if turn.move.facet is not None), None),
        wish=reading,
        given=given_in(
            texts,
            state.themes[0].theme if state.themes else None,
            state.reframer.catalogue,
            is_of_others=lambda: reading.has(Role.OUTSIDE) or ear.is_about_others(state.wish),
        ),
        catalogue=state.reframer.catalogue,
        start=start,
    )
    if pair.make(new_id):
        return _draft_of_pair(pair, reading, state.transcript)
    if pair.given is None:
        plain = _draft_of_words(reading, start, new_id)
    else:
        plain = _beside(pair.given, state, reading, start, new_id)
    more = () if state.prompt is None else (OpenQuestion("reframe", state.prompt.text),)
    pair.take_wish(plain.goals)
    open_still = {finding.name for goal in pair.goals for finding in check(goal).findings}
    closed = {finding.name for finding in check(reading).findings} - open_still if pair.goals else frozenset[str]()
    told = tuple(OpenQuestion(about, ask) for about, ask in pair.open)
    asked = (*(question for question in plain.open_questions if question.about not in closed | pair.closed), *told)
    return attrs.evolve(_draft_of_pair(pair, reading, state.transcript), open_questions=(*asked, *more))


def _beside(given: GivenRule, state: Reframing, reading: Reading, start: date, new_id: Callable[[], str]) -> Draft:
    """The wish for what nobody can change: nothing is done for it, and only life beside it is asked about."""
    goal = OutcomeGoal(Statement(state.wish, state.language), id=new_id(), time_frame=TimeFrame(start=start))
    asked = {prompt.text for prompt in (state.prompt, *(turn.prompt for turn in state.turns)) if prompt is not None}
    left = (OpenQuestion("beside", prompt.text) for prompt in given.prompts if prompt.text not in asked)
    return Draft(wish=state.wish, goals=(goal,), open_questions=tuple(left), reading=reading)


def _draft_of_interview(state: Interview, start: date, new_id: Callable[[], str]) -> Draft:
    """The goals of an interview: of the stepping stone and the own part, else the first goal of finding out."""
    ear = Ear.of(state.catalogue)
    said = _answered(state.turns, ear)
    pair = Pair(
        said={part: said[stage] for part, stage in _TOLD_AT.items() if stage in said},
        turns=state.turns,
        hope=state.vision,
        hoped=said.get(Part.VISION),
        facet=None,
        wish=None,
        given=None,
        catalogue=state.catalogue,
        start=start,
    )
    words = state.vision or (state.candidates or (state.catalogue.first_goal,))[-1]
    reading = read(words, language=state.language, on=start)
    if not state.transcript.is_parked and pair.make(new_id):
        return _with_the_unknown(_draft_of_pair(pair, reading, state.transcript), state.turns, ear)
    first = state.catalogue.first_goal
    goal = ProcessGoal(
        Statement(first, state.language),
        ExplorationTarget(question=first),
        id=new_id(),
        time_frame=TimeFrame(start=start),
        aim=Aim.DISCOVER,
        control=Control.SELF,
        context=Context(hope=state.vision),
    )
    pair.take_first(goal)
    return _with_the_unknown(_draft_of_pair(pair, reading, state.transcript), state.turns, ear)


_TOLD_AT = {Part.SIGN: Part.STEPPING_STONES, Part.STEP: Part.OWN_PART}
"""Which stage of an interview tells what a goal is made of."""


_TOLD_IN_WORDS = frozenset({Part.SIGN, Part.VISION, Part.STEPPING_STONES})
_OWN = frozenset({Part.OWN_PART, Part.STEP})


def _answered(turns: Sequence[Turn], ear: Ear) -> dict[Part, Turn]:
    """The first answer to each part; what tells nothing is none, nor is what others do in place of a step."""
    return {turn.part: turn for turn in reversed(turns) if _is_answer(turn, ear)}


def _is_answer(turn: Turn, ear: Ear) -> bool:
    text = turn.move.text
    if turn.part in _OWN:
        return ear.makes_goal(turn.move)
    return text is not None and (ear.tells(text) if turn.part in _TOLD_IN_WORDS else not ear.is_left_open(text))


def _draft_of_pair(pair: Pair, reading: Reading, transcript: Transcript) -> Draft:
    return Draft(
        wish=reading.text,
        goals=pair.goals,
        open_questions=tuple(dict.fromkeys(OpenQuestion(about, ask) for about, ask in pair.open)),
        reading=reading,
        provenance=tuple(
            Provenance(goal=goal, field=field, prompt=prompt, by=by, catalogue_version=transcript.catalogue_version)
            for goal, field, prompt, by in pair.sources
        ),
        reviews=tuple(Review(goal=goal, on=on) for goal, on in pair.reviews),
    )


def _with_the_unknown(draft: Draft, turns: Sequence[Turn], ear: Ear) -> Draft:
    """The draft with each question open, as it was asked, to which the person did not know an answer."""
    parts = {turn.part for turn in turns if turn.move.facet is not None or _is_told(turn, ear)}
    if any(isinstance(goal, ProcessGoal) and goal.aim is not Aim.DISCOVER for goal in draft.goals):
        parts |= _OWN  # known after all, at another question
    unknown = {
        str(turn.part): OpenQuestion(str(turn.part), turn.prompt.text, is_unknown=True)
        for turn in turns
        if turn.part not in parts and turn.move.text is not None and ear.is_blank(turn.move.text)
    }
    asked = {question.ask for question in unknown.values()}
    others = [each for each in draft.open_questions if each.about not in unknown and each.ask not in asked]
    return attrs.evolve(draft, open_questions=(*others, *unknown.values()))


def _is_told(turn: Turn, ear: Ear) -> bool:
    return turn.move.text is not None and not ear.is_left_open(turn.move.text)


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


def _ask_when(deadline: Deadline) -> list[OpenQuestion]:
    if deadline.event is not None:
        return [OpenQuestion("event", "When will that be, as far as you know?")]
    return [] if deadline.unit is Period.SESSION else [OpenQuestion("due", "Which day do you have in mind?")]
