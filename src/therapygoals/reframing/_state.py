"""What the states of a dialogue and of an interview share: each move gives the next state."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Party, _checks
from therapygoals.reframing.entries import Prompt
from therapygoals.reframing.kinds import Part, StopReason
from therapygoals.reframing.transcript import Move, MoveKind, Transcript
from therapygoals.safety import Release, SafetyConcern

__all__ = ["ReframeStopped", "State", "Turn"]


@attrs.frozen
class ReframeStopped:
    """There is a safety concern: no questions, no goal, no cheer. A person takes over.

    A professional who has looked at it may release the words; the dialogue then goes on from the transcript with them
    (`Transcript.released`, then ``resume``).

    Attributes:
        concerns: What was noticed, without the words; at least one.
        transcript: What was said so far, the words of the concern included; not shown by repr.

    Raises:
        FieldTypeError: There is something other than a concern.
        FieldError: There is no concern.
    """

    concerns: tuple[SafetyConcern, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(SafetyConcern))
    )
    transcript: Transcript | None = attrs.field(
        default=None, repr=False, validator=_checks.optional(_checks.a(Transcript))
    )

    def __attrs_post_init__(self) -> None:
        if not self.concerns:
            raise FieldError("ReframeStopped.concerns", "must not be empty")


@attrs.frozen(kw_only=True)
class Turn:
    """One question of a dialogue and what the person did with it.

    Attributes:
        part: What the question was there for, or the stage of the interview.
        prompt: The question.
        move: What was done.
    """

    part: Part
    prompt: Prompt
    move: Move


@attrs.frozen(kw_only=True)
class State(ABC):
    """A dialogue that goes on with each move and leaves the state before as it is.

    Attributes:
        transcript: All that was said, as plain data to store; not shown by repr.
        turns: The questions that were asked and what was done with them; not shown by repr.
        prompt: What to ask now; None once the dialogue has ended.
        ended: Why the dialogue has ended; None while there is a question.
    """

    transcript: Transcript = attrs.field(repr=False)
    turns: tuple[Turn, ...] = attrs.field(repr=False)
    prompt: Prompt | None
    ended: StopReason | None

    @property
    def language(self) -> str:
        """BCP 47 code of the catalogue."""
        return self.transcript.language

    @abstractmethod
    def _resumed(self, transcript: Transcript) -> Self | ReframeStopped:
        """The state of another transcript of the same kind."""
        ...

    def answer(self, text: str, *, by: Party = Party.CLIENT, release: Release | None = None) -> Self | ReframeStopped:
        """Answer the question; the safety screen looks at the answer first.

        Args:
            text: The answer in the person's own words: not blank, at most 4,000 characters. Where a choice is offered,
                an answer says what is meant in place of it.
            by: Whose words they are.
            release: What a professional who has looked at a concern gave for these very words.

        Returns:
            The next state, or what stops the dialogue.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: The answer is blank or too long, the release was given for other words, or the dialogue has
                ended.
        """
        prompt = self._prompt()
        _checks.check_text(text, "text")
        move = Move(kind=MoveKind.ANSWERED, prompt=prompt, text=text, by=by, release=release)
        return self._resumed(self.transcript.and_then(move))

    def skip(self, *, by: Party = Party.CLIENT) -> Self:
        """Leave the question open; two in a row end the dialogue.

        Args:
            by: Who skips it.

        Raises:
            FieldError: The dialogue has ended.
        """
        return self._wordless(Move(kind=MoveKind.SKIPPED, prompt=self._prompt(), by=by))

    def park(self, *, by: Party = Party.CLIENT) -> Self:
        """End the dialogue for now, and keep what was said as it is; `Transcript.unparked` takes it up again.

        Args:
            by: Who parks it: the person (`declined`), or somebody else (`not_now`).

        Raises:
            FieldError: The dialogue has ended.
        """
        self._prompt()
        return self._wordless(Move(kind=MoveKind.PARKED, by=by))

    def _prompt(self) -> str:
        """Id of the question that is asked now."""
        if self.prompt is None:
            parked = "it is parked, so resume it from Transcript.unparked, or begin anew"
            way_out = parked if self.transcript.is_parked else "draft it, or begin anew"
            raise FieldError(type(self).__name__, f"must not have ended ({self.ended}); {way_out}")
        return self.prompt.id

    def _wordless(self, move: Move) -> Self:
        """The next state after a move without words, at which nothing can stop it."""
        found = self._resumed(self.transcript.and_then(move))
        assert not isinstance(found, ReframeStopped), "only words can raise a concern"
        return found
