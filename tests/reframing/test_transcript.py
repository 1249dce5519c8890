"""What was said, as plain data."""

from datetime import UTC, datetime

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.reframing import Move, MoveKind, Transcript
from therapygoals.safety import Release


def release_of(text):
    return Release.of(text, by="Ama Owusu", role="therapist", at=datetime(2026, 1, 5, tzinfo=UTC), reason="seen")


def transcript(*texts, wish="be happy"):
    moves = [Move(kind=MoveKind.ANSWERED, prompt="open.difference", text=text) for text in texts]
    return Transcript(wish=wish, language="en", catalogue="mine", catalogue_version="1", moves=moves)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": MoveKind.ANSWERED, "prompt": "a"}, "Move.text must be there with answered and with nothing else"),
        ({"kind": MoveKind.SKIPPED, "prompt": "a", "text": "b"}, "Move.text must be there with answered"),
        ({"kind": MoveKind.SKIPPED, "prompt": "a", "facet": "b"}, "Move.facet goes with chose only"),
        ({"kind": MoveKind.SKIPPED}, "Move.prompt must be there, but not with parked"),
        ({"kind": MoveKind.PARKED, "prompt": "a"}, "Move.prompt must be there, but not with parked"),
        ({"kind": MoveKind.SKIPPED, "prompt": "a", "release": release_of("b")}, "Move.release goes with answered only"),
        ({"kind": MoveKind.ANSWERED, "prompt": "a", "text": " "}, "Move.text must not be empty or blank"),
    ],
)
def test_a_move_holds_what_goes_with_it(fields, message):
    with pytest.raises(FieldError, match=message):
        Move(**fields)


def test_repr_shows_no_words_of_the_person():
    said = transcript("Zebedee", wish="Zebedee")
    assert "Zebedee" not in repr(said) + repr(said.moves)


def test_one_more_move_makes_another_transcript():
    said = transcript("a")
    more = said.and_then(Move(kind=MoveKind.PARKED))
    assert (len(said.moves), len(more.moves)) == (1, 2)
    assert (said.is_parked, more.is_parked) == (False, True)


def test_what_was_parked_can_be_taken_up_again():
    said = transcript("a")
    assert said.and_then(Move(kind=MoveKind.PARKED)).unparked() == said


def test_only_what_is_parked_is_taken_up_again():
    with pytest.raises(FieldError, match=r"Transcript.moves must end with parked; without it, resume goes on as it is"):
        transcript("a").unparked()


def test_a_release_stands_beside_the_words_it_covers():
    said = transcript("a", "b").released(release_of("b"))
    assert [move.release for move in said.moves] == [None, release_of("b")]
    assert said.release is None


def test_a_release_may_cover_the_wish():
    said = transcript("a").released(release_of("be happy"))
    assert said.release == release_of("be happy")


def test_a_release_of_an_answer_leaves_that_of_the_wish():
    said = transcript("a").released(release_of("be happy")).released(release_of("a"))
    assert (said.release, said.moves[0].release) == (release_of("be happy"), release_of("a"))


@pytest.mark.parametrize("wish", ["be happy", None])
def test_a_release_of_other_words_is_refused(wish):
    with pytest.raises(FieldError, match="release must cover the wish or one of the answers"):
        transcript("a", wish=wish).released(release_of("c"))


def test_only_a_release_releases():
    with pytest.raises(FieldTypeError, match="release must be a Release"):
        transcript("a").released("a")
