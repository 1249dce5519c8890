"""The interview with somebody who does not know yet what they want: five stages, at most eight questions."""

from __future__ import annotations

import attrs

from therapygoals.errors import FieldError
from therapygoals.reframing._hearing import Ear
from therapygoals.reframing._loading import catalogue as our_catalogue
from therapygoals.reframing._state import ReframeStopped, State, Turn
from therapygoals.reframing._talk import MOST_QUESTIONS, Question, Talk, replay
from therapygoals.reframing.dialogue import check_catalogue, check_transcript
from therapygoals.reframing.entries import Catalogue, Prompt
from therapygoals.reframing.kinds import Part, PromptKind
from therapygoals.reframing.transcript import Transcript

__all__ = ["Interview", "interview"]


@attrs.frozen(kw_only=True)
class Interview(State):
    """Where an interview stands: what to ask now, and everything that was said.

    `answer`, `skip` and `park` each give the next state and leave this one as it is. `draft` makes goals of it: of the
    stepping stone and the person's own part, else the first goal of finding out. It is written to JSON as its
    transcript, and read from that.

    Attributes:
        transcript: Every answer, as plain data to store; not shown by repr.
        turns: The questions that were asked and what was done with them; not shown by repr.
        prompt: What to ask now; None once the interview has ended.
        part: The stage that the question belongs to.
        ended: Why the interview has ended; None while there is a question.
        catalogue: Where the questions come from.
    """

    part: Part | None
    catalogue: Catalogue = attrs.field(eq=False, repr=False)

    @property
    def vision(self) -> str | None:
        """Life a year from now, in the person's words."""
        said = next((turn.move.text for turn in self.turns if turn.part is Part.VISION), None)
        return said if said is not None and Ear.of(self.catalogue).tells(said) else None

    @property
    def candidates(self) -> tuple[str, ...]:
        """What may become goals, in the person's words: stepping stones, their own part, what they hope for.

        Each is a wish for `reframe`, or a statement for `draft`.
        """
        stages = (Part.STEPPING_STONES, Part.OWN_PART)
        found = [turn for stage in stages for turn in self.turns if turn.part is stage]
        said = (turn.move.text for turn in (*found, *self.turns[:1]))
        return tuple(text for text in said if text is not None and Ear.of(self.catalogue).tells(text))

    @classmethod
    def resume(cls, transcript: Transcript, *, catalogue: Catalogue | None = None) -> Interview | ReframeStopped:
        """Go on from a transcript: all answers are screened and gone through again.

        Args:
            transcript: What was stored.
            catalogue: The catalogue it was made with, where that is not the library's own.

        Returns:
            The state in which it was left, or `ReframeStopped` when the screen has a concern that no release covers.

        Raises:
            FieldTypeError: It is no transcript.
            FieldError: It belongs to a dialogue about a wish, to another catalogue or to another version of it, or a
                move does not fit the question that was asked.
        """
        check_transcript(transcript)
        found = catalogue or our_catalogue(transcript.language)
        check_catalogue(transcript, found)
        if transcript.wish is not None:
            raise FieldError("Transcript.wish", "must not be there, for an interview begins without a wish; reframe it")
        return _resumed(transcript, found)

    def _resumed(self, transcript: Transcript) -> Interview | ReframeStopped:
        return _resumed(transcript, self.catalogue)


def interview(*, language: str = "en", catalogue: Catalogue | None = None) -> Interview:
    """Begin an interview with somebody who does not know yet what they want from therapy.

    Five stages: what weighs on them, what goes well and what is hard, life a year from now, a stepping stone about
    three months from now, and their own part in it. At most eight questions are asked, each may be skipped, and every
    answer is screened.

    Args:
        language: BCP 47 code, with a region or without (`en-GB`); only `en` so far.
        catalogue: A catalogue of the caller's own; its language counts.

    Raises:
        UnknownNameError: There is no catalogue in that language.

    Examples:
        >>> state = interview()
        >>> state.prompt.text
        'What do you hope to get out of therapy?'
        >>> state.skip().prompt.text
        'No answer yet is fine. What has been on your mind this week, big or small?'
    """
    found = catalogue or our_catalogue(language)
    start = Transcript(wish=None, language=found.language, catalogue=found.id, catalogue_version=found.version)
    state = _resumed(start, found)
    assert isinstance(state, Interview), "nothing was said that could raise a concern"
    return state


def _resumed(transcript: Transcript, catalogue: Catalogue) -> Interview | ReframeStopped:
    talk = replay(transcript, _Course(catalogue), catalogue)
    if talk.concerns:
        return ReframeStopped(talk.concerns, transcript)
    question = talk.question
    return Interview(
        transcript=transcript,
        turns=tuple(Turn(part=asked.part, prompt=asked.prompt, move=move) for asked, move in talk.turns),
        prompt=None if question is None else question.prompt,
        part=None if question is None else question.part,
        ended=talk.ended,
        catalogue=catalogue,
    )


@attrs.frozen
class _Step:
    """A question of the interview.

    Attributes:
        part: The stage it belongs to.
        prompt: The question.
        is_needed: Whether room is kept for it among the eight questions.
    """

    part: Part
    prompt: Prompt
    is_needed: bool = False


class _Course:
    """The questions of an interview, one after the other."""

    def __init__(self, catalogue: Catalogue) -> None:
        elicit, areas = catalogue.asked("elicit"), catalogue.asked("areas")
        stones = {prompt.kind: prompt for prompt in catalogue.asked("stones")}
        self._ear = Ear.of(catalogue)
        self._gentle = elicit[1:2]
        self._steps = (
            _Step(Part.STRESSORS, elicit[0], is_needed=True),
            *(_Step(Part.STRESSORS, prompt) for prompt in elicit[1:3]),
            *(_Step(Part.AREAS, prompt, is_needed=prompt in areas[1:]) for prompt in areas[:2]),
            _Step(Part.VISION, catalogue.asked("vision")[0], is_needed=True),
            _Step(Part.STEPPING_STONES, stones[PromptKind.NOTICING], is_needed=True),
            _Step(Part.OWN_PART, stones[PromptKind.CONTROL], is_needed=True),
            *(_Step(Part.OWN_PART, prompt) for prompt in catalogue.asked("check")[:1]),
        )

    def next(self, talk: Talk) -> Question | None:
        """The next question; None when there is none left, or the person says that it is too much."""
        if talk.is_burdened:
            return None
        asked = [question.prompt for question, _ in talk.turns]
        place = next((i + 1 for i, step in enumerate(self._steps) if asked and step.prompt == asked[-1]), 0)
        ahead = self._steps[place:]
        left = sum(step.is_needed for step in ahead)
        for step in ahead:
            has_room = step.is_needed or len(asked) + 1 + left <= MOST_QUESTIONS
            if has_room and (step.prompt not in self._gentle or self._is_blank(talk)):
                return Question(step.part, step.prompt)
        return None

    def is_enough(self, talk: Talk) -> bool:
        """Whether there is a stepping stone or a part of their own to make a goal of."""
        found = [talk.turn(stage) for stage in (Part.STEPPING_STONES, Part.OWN_PART)]
        return any(turn is not None and self._ear.makes_goal(turn[1]) for turn in found)

    def _is_blank(self, talk: Talk) -> bool:
        """Whether nothing came to mind at the opening question."""
        said = talk.turns[0][1].text
        return said is None or self._ear.is_left_open(said)
