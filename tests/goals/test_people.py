"""Who asked, who worded, who agreed."""

import pytest
from hypothesis import given

from therapygoals.goals import Actor, Ownership, Party
from therapygoals.testing import ownerships

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST, "t-1")


@pytest.mark.parametrize(
    ("agreed_by", "shared"),
    [([], False), ([CLIENT], False), ([THERAPIST], False), ([THERAPIST, CLIENT], True)],
)
def test_goal_is_shared_once_client_and_therapist_have_said_yes(agreed_by, shared):
    assert Ownership(agreed_by=agreed_by).is_shared is shared


@given(ownerships())
def test_role_has_agreed_when_anybody_in_it_has(ownership):
    assert [role for role in Party if ownership.agreed(role)] == [
        role for role in Party if role in {actor.role for actor in ownership.agreed_by}
    ]
