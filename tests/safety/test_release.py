"""A professional may release one statement, so that a sound goal can come of words of danger."""

from datetime import UTC, date, datetime

import attrs
import pytest

from therapygoals import Draft, ReframeStopped, Reframing, Release, draft, reframe
from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.safety import ScreenStatus

WORDS = "hurt myself no more than once a week by June"
START = date(2026, 1, 5)


def released(text=WORDS, **changes):
    told = {"by": "Ama Owusu", "role": "therapist", "at": datetime(2026, 1, 5, tzinfo=UTC), "reason": "plan agreed"}
    return Release.of(text, **(told | changes))


def test_a_release_covers_its_own_words_only():
    assert released().covers(WORDS)
    assert not released().covers(WORDS + ".")


def test_a_release_shows_none_of_the_words():
    shown = repr(released())
    assert shown.startswith("Release(by='Ama Owusu', role='therapist', at=datetime.datetime(2026, 1, 5,")
    assert "plan agreed" not in shown
    assert released().digest not in shown


@pytest.mark.parametrize(
    ("changes", "error", "match"),
    [
        ({"by": ""}, FieldError, "Release.by must not be empty"),
        ({"role": 3}, FieldTypeError, "Release.role must be a str"),
        ({"at": datetime(2026, 1, 5)}, FieldError, "Release.at must have a time zone"),  # noqa: DTZ001 - no zone
        ({"at": date(2026, 1, 5)}, FieldTypeError, "Release.at must be of type datetime"),
        ({"reason": " "}, FieldError, "Release.reason must not be empty"),
    ],
)
def test_a_release_names_who_when_and_why(changes, error, match):
    with pytest.raises(error, match=match):
        released(**changes)


@pytest.mark.parametrize("digest", ["0" * 63, "G" * 64])
def test_a_digest_is_made_and_not_guessed(digest):
    with pytest.raises(FieldError, match=r"Release.digest must be 64 hexadecimal digits"):
        attrs.evolve(released(), digest=digest)


def test_without_a_release_a_concern_stops_everything():
    assert isinstance(reframe(WORDS), ReframeStopped)
    stopped = draft(WORDS, start=START)
    assert (stopped.goals, stopped.open_questions) == ((), ())
    assert stopped.concerns == reframe(WORDS).concerns


def test_with_its_release_a_statement_becomes_a_goal():
    wish = reframe(WORDS, release=released())
    assert isinstance(wish, Reframing)
    assert wish.screened is ScreenStatus.CONCERN
    drafted = draft(WORDS, start=START, release=released())
    assert isinstance(drafted, Draft)
    assert drafted.concerns == ()
    assert len(drafted.goals) == 1


@pytest.mark.parametrize("run", [reframe, lambda text, release: draft(text, start=START, release=release)])
def test_a_release_for_other_words_is_refused(run):
    with pytest.raises(FieldError, match="must have been given for these very words"):
        run(WORDS, release=released("I want to die"))
    with pytest.raises(FieldTypeError, match="release must be"):
        run(WORDS, release="my therapist said so")
