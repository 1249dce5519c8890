"""What was said in a dialogue, as plain data to store between two requests; going on from it is replaying it."""

from __future__ import annotations

from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Party, _checks
from therapygoals.safety import Release

__all__ = ["Move", "MoveKind", "Transcript"]


@unique
class MoveKind(StrEnum):
    """What a person did with a question."""

    ANSWERED = "answered"
    CHOSE = "chose"
    """Picked one of the readings, or none of them."""
    SKIPPED = "skipped"
    PARKED = "parked"
    """Ended the dialogue for now."""


_TEXT = _checks.optional(_checks.text())


@attrs.frozen(kw_only=True)
class Move:
    """One thing that was done in a dialogue.

    Attributes:
        kind: What was done.
        prompt: Id of the question in the catalogue; None for parking, which needs no question.
        text: The answer in the person's own words, with `answered` only; not shown by repr.
        facet: The chosen reading as ``entry.facet``, with `chose` only; None for none of them.
        by: Who did it.
        release: What a professional gave for the answer, where the screen had a concern.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field breaks its rule, or does not go with the kind.
    """

    kind: MoveKind = attrs.field(validator=_checks.a(MoveKind))
    prompt: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))
    text: str | None = attrs.field(default=None, repr=False, validator=_TEXT)
    facet: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=200)))
    by: Party = attrs.field(default=Party.CLIENT, validator=_checks.a(Party))
    release: Release | None = attrs.field(default=None, repr=False, validator=_checks.optional(_checks.a(Release)))

    def __attrs_post_init__(self) -> None:
        if (self.text is not None) is not (self.kind is MoveKind.ANSWERED):
            raise FieldError("Move.text", f"must be there with {MoveKind.ANSWERED} and with nothing else")
        if self.facet is not None and self.kind is not MoveKind.CHOSE:
            raise FieldError("Move.facet", f"goes with {MoveKind.CHOSE} only", str(self.kind))
        if (self.prompt is None) is not (self.kind is MoveKind.PARKED):
            raise FieldError("Move.prompt", f"must be there, but not with {MoveKind.PARKED}")
        if self.release is not None and self.text is None:
            raise FieldError("Move.release", f"goes with {MoveKind.ANSWERED} only", str(self.kind))


@attrs.frozen(kw_only=True)
class Transcript:
    """All that was said in one dialogue. The same transcript and the same catalogue always give the same state.

    Attributes:
        wish: What the person wants, in their own words; None for an interview, which begins without one. Not shown by
            repr.
        language: BCP 47 code of the catalogue.
        catalogue: Id of the catalogue.
        catalogue_version: Its version, for answers belong to the wording of a question.
        moves: What was done, in that order.
        release: What a professional gave for the wish, where the screen had a concern.
        sure_from: The confidence from 0 to 10 from which no smaller step is asked for.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field breaks its rule.
    """

    wish: str | None = attrs.field(repr=False, validator=_TEXT)
    language: str = attrs.field(validator=_checks.text(most=200))
    catalogue: str = attrs.field(validator=_checks.text(most=200))
    catalogue_version: str = attrs.field(validator=_checks.text(most=200))
    moves: tuple[Move, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Move))
    )
    release: Release | None = attrs.field(default=None, repr=False, validator=_checks.optional(_checks.a(Release)))
    sure_from: float = attrs.field(default=7, validator=_checks.number(low=0, high=10))

    @property
    def is_parked(self) -> bool:
        """Whether it was put aside for now."""
        return bool(self.moves) and self.moves[-1].kind is MoveKind.PARKED

    def and_then(self, move: Move) -> Transcript:
        """The transcript with one more move."""
        return attrs.evolve(self, moves=(*self.moves, move))

    def unparked(self) -> Transcript:
        """The transcript without the parking at its end, so that ``resume`` goes on with the question that was left.

        Examples:
            >>> from therapygoals.reframing import Reframing, reframe
            >>> parked = reframe("I want to be happy").park()
            >>> parked.prompt is None
            True
            >>> Reframing.resume(parked.transcript.unparked()).prompt.text
            'When you say this, what does it mean in your own life?'

        Raises:
            FieldError: It is not parked.
        """
        if not self.is_parked:
            raise FieldError(
                "Transcript.moves", f"must end with {MoveKind.PARKED}; without it, resume goes on as it is"
            )
        return attrs.evolve(self, moves=self.moves[:-1])

    def released(self, release: Release) -> Transcript:
        """The transcript with a release beside the words that it covers.

        Args:
            release: What a professional who has looked at a concern gave for the wish or for one of the answers.

        Raises:
            FieldTypeError: It is no release.
            FieldError: It covers neither the wish nor an answer.
        """
        if not isinstance(release, Release):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError("release", "must be a Release", type(release).__name__)
        wish = self.wish is not None and release.covers(self.wish)
        moves = [_released(move, release) for move in self.moves]
        if not wish and moves == list(self.moves):
            raise FieldError("release", "must cover the wish or one of the answers; make it with Release.of")
        return attrs.evolve(self, release=release if wish else self.release, moves=moves)


def _released(move: Move, release: Release) -> Move:
    return attrs.evolve(move, release=release) if move.text is not None and release.covers(move.text) else move
