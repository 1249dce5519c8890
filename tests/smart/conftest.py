"""Readings made by hand, so that a rule can be tested without the reader."""

import pytest

from therapygoals.goals import Aim
from therapygoals.language import Phrase, Reading, Role


def _make(text, aim=Aim.ACHIEVE, *, roles=None, rules=None, **fields):
    """Read `text` by hand: `roles` maps a role to the words that have it, `rules` a role to the rule that found it."""
    phrases = []
    for role, words in (roles or {}).items():
        start = text.index(words)
        phrases.append(Phrase(role, start, end=start + len(words), rule=(rules or {}).get(role, "by-hand")))
    direction = None if aim is None else aim.direction
    ordered = tuple(sorted(phrases, key=lambda phrase: phrase.start))
    return Reading(text=text, aim=aim, direction=direction, phrases=ordered, **fields)


@pytest.fixture
def made():
    return _make


@pytest.fixture
def walk():
    return _make(
        "walk 20 minutes on 4 days a week until Easter",
        Aim.PRACTISE,
        roles={
            Role.ACT: "walk",
            Role.DURATION: "20 minutes",
            Role.FREQUENCY: "4 days a week",
            Role.DEADLINE: "until Easter",
        },
    )
