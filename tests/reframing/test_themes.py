from collections import Counter

from therapygoals.goals import BernDomain
from therapygoals.reframing import Theme


def test_there_are_24_themes():
    assert len(Theme) == 24


def test_only_finding_a_direction_stands_outside_the_five_families():
    assert [theme for theme in Theme if theme.domain is None] == [Theme.THERAPY_DIRECTION]


def test_each_family_has_its_themes():
    assert Counter(theme.domain for theme in Theme if theme.domain) == {
        BernDomain.PROBLEMS: 9,
        BernDomain.WELLBEING: 5,
        BernDomain.INTERPERSONAL: 4,
        BernDomain.GROWTH: 3,
        BernDomain.EXISTENTIAL: 2,
    }


def test_worry_is_a_state_and_family_is_what_it_may_be_about():
    assert Theme.ANXIETY_FEAR.is_state
    assert not Theme.FAMILY_PARENTING.is_state


def test_feeling_better_is_no_definite_state():
    assert not Theme.FEELING_BETTER.is_state
