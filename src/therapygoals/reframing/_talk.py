"""Replaying a transcript: which question is asked now, and whether the talk has ended."""

from __future__ import annotations

from typing import Protocol

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Party
from therapygoals.reframing import _words
from therapygoals.reframing._hearing import Ear, Heard
from therapygoals.reframing.entries import Catalogue, Prompt
from therapygoals.reframing.kinds import Part, StopReason
from therapygoals.reframing.transcript import Move, MoveKind, Transcript
from therapygoals.safety import Release, SafetyConcern, ScreenResult, ScreenStatus, screen
from therapygoals.safety.screening import has_rules

__all__ = ["MOST_QUESTIONS", "Course", "Question", "Talk", "check_looked_at", "may_go_on", "replay"]

MOST_QUESTIONS = 8


@attrs.frozen
class Question:
    """A question and what it is there for.

    Attributes:
        part: What it is there for.
        prompt: The question.
        facets: Readings that may be chosen in place of an answer.
    """

    part: Part
    prompt: Prompt
    facets: tuple[str, ...] = ()


@attrs.define
class Talk:
    """How far a talk has come.

    Attributes:
        wish: What it began with; blank for an interview.
        turns: Each question with what was done with it.
        question: What is asked now; None once the talk has ended.
        ended: Why it has ended.
        concerns: What stopped it.
        is_burdened: Whether the person said that it is too much.
        passed: Ids of the questions that were left open in words: "I'd rather not say".
    """

    wish: str
    turns: list[tuple[Question, Move]] = attrs.field(factory=list[tuple[Question, Move]])
    question: Question | None = None
    ended: StopReason | None = None
    concerns: tuple[SafetyConcern, ...] = ()
    is_burdened: bool = False
    passed: set[str] = attrs.field(factory=set[str])

    def asked(self, part: Part) -> bool:
        """Whether a question of that part was asked."""
        return any(question.part is part for question, _ in self.turns)

    def turn(self, part: Part) -> tuple[Question, Move] | None:
        """The question of a part and its answer, where it was answered."""
        return next((turn for turn in self.turns if turn[0].part is part and self._is_answer(*turn)), None)

    def _is_answer(self, question: Question, move: Move) -> bool:
        return move.text is not None and question.prompt.id not in self.passed

    def said(self, part: Part) -> str | None:
        """The answer to the question of a part."""
        found = self.turn(part)
        return None if found is None else found[1].text


class Course(Protocol):
    """Which questions there are, in which order."""

    def next(self, talk: Talk) -> Question | None:
        """The next question; None when there is none left."""
        ...

    def is_enough(self, talk: Talk) -> bool:
        """Whether what was said is enough."""
        ...


def check_looked_at(found: ScreenResult, language: str, field: str) -> None:
    """Refuse words that the screen could not look at, though it has rules for the language they should be in.

    Raises:
        FieldError: They seem to be in another language.
    """
    if found.status is ScreenStatus.NOT_SCREENED and has_rules(language):
        rule = f"must be in {language}; it seems to be in a language that nothing looks at, so let a person read it"
        raise FieldError(field, rule)


def may_go_on(text: str, found: ScreenResult, release: Release | None) -> bool:
    """Whether there is no concern, or a professional has released these very words."""
    if release is None:
        return found.status is not ScreenStatus.CONCERN
    if not isinstance(release, Release):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("release", "must be a Release", type(release).__name__)
    if not release.covers(text):
        raise FieldError(
            "release",
            "must have been given for these very words, to the letter and the last space; make one with Release.of",
        )
    return True


def replay(transcript: Transcript, course: Course, catalogue: Catalogue) -> Talk:
    """Go through a transcript, move by move; each answer is screened before anything else is made of it.

    Raises:
        FieldError: A move does not fit the question that was asked.
    """
    talk = Talk(transcript.wish or "")
    ear = Ear.of(catalogue)
    talk.question = course.next(talk)
    for number, move in enumerate(transcript.moves):
        _check_fit(talk, move, f"Transcript.moves[{number}]")
        if move.text is not None:
            found = screen(move.text, language=transcript.language)
            check_looked_at(found, transcript.language, f"Transcript.moves[{number}].text")
            if not may_go_on(move.text, found, move.release):
                talk.question, talk.ended, talk.concerns = None, StopReason.CONCERN, found.concerns
                continue
        _follow(talk, move, course, ear)
    return talk


def _check_fit(talk: Talk, move: Move, field: str) -> None:
    if talk.ended is not None:
        raise FieldError(field, f"must not come behind the end of the dialogue ({talk.ended})")
    if move.kind is MoveKind.PARKED:
        return
    question = talk.question
    assert question is not None, "a talk that has not ended has a question"
    if move.prompt != question.prompt.id:
        raise FieldError(f"{field}.prompt", f"must be the id of the question that was asked ({question.prompt.id})")
    if move.kind is MoveKind.CHOSE:
        if not question.facets:
            raise FieldError(f"{field}.kind", "must not be chose, for this question comes without a choice")
        if move.facet is not None and move.facet not in question.facets:
            known = ", ".join(question.facets)
            raise FieldError(f"{field}.facet", f"must be one of the readings that were offered: {known}; or None")


def _follow(talk: Talk, move: Move, course: Course, ear: Ear) -> None:
    """Add a move, and see whether the talk goes on."""
    if move.kind is MoveKind.PARKED:
        talk.question = None
        talk.ended = StopReason.DECLINED if move.by is Party.CLIENT else StopReason.NOT_NOW
        return
    assert talk.question is not None, "a move that fits has a question"
    ended = _reason(talk, move, ear)
    talk.turns.append((talk.question, move))
    if move.text is not None:
        talk.is_burdened = talk.is_burdened or ear.hears_burden(move.text)
        if _leaves_open(move, ear):
            talk.passed.add(talk.question.prompt.id)
    talk.question = course.next(talk) if ended is None and len(talk.turns) < MOST_QUESTIONS else None
    if talk.question is None:
        talk.ended = ended or _reason_without_questions(talk, course)


def _reason_without_questions(talk: Talk, course: Course) -> StopReason:
    if talk.is_burdened:
        return StopReason.BURDEN
    return StopReason.ENOUGH if course.is_enough(talk) else StopReason.BUDGET


def _reason(talk: Talk, move: Move, ear: Ear) -> StopReason | None:
    """Why a move ends the talk, if it does."""
    before = [earlier for _, earlier in talk.turns]
    last = before[-1] if before else None
    if _leaves_open(move, ear):
        return StopReason.DECLINED if last is not None and _leaves_open(last, ear) else None
    if move.text is None:
        return None
    if ear.hear(move.text) is Heard.REFUSED:
        return StopReason.DECLINED
    texts = [talk.wish, *(earlier.text or "" for earlier in before)]
    if last is None or last.text is None or _adds(texts, move.text, ear) or _adds(texts[:-1], last.text, ear):
        return None
    return StopReason.REPEAT


def _leaves_open(move: Move, ear: Ear) -> bool:
    """Whether a question is skipped, with or without a word: "I'd rather not say"."""
    return move.kind is MoveKind.SKIPPED or (move.text is not None and ear.hear(move.text) is Heard.PASSED)


def _adds(before: list[str], text: str, ear: Ear) -> bool:
    """Whether an answer holds a number, or a word that is neither in the wish nor in the answer before it.

    The same short answer to two questions is news each time: work is hard, and work is what one would do.
    """
    if any(letter.isdigit() for letter in text):
        return True
    if ear.is_blank(text):
        return False
    known = {word for said in (before[0], before[-1]) for word, _, _ in _words.split(said)}
    return any(word not in known for word, _, _ in _words.split(text))
