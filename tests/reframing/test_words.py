"""Words made alike: stems, and small slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.reframing import _words, catalogue

WORDS = catalogue().words
KNOWN = frozenset({"anxieti", "relationship", "hapi", "depresion", "change"})
SLIPS = _words.slips(sorted(KNOWN))


@pytest.mark.parametrize(
    "forms",
    [
        ("happy", "happier", "happiest", "happiness"),
        ("worry", "worries", "worried", "worrying"),
        ("stress", "stressed", "stressing", "stresses"),
        ("stop", "stopped", "stopping"),
        ("love", "loved", "loving", "loves"),
        ("try", "tried", "trying"),
        ("lonely", "loneliness"),
        ("behaviour", "behavior"),
        ("organise", "organize", "organised", "organizing"),
        ("counselling", "counseling"),
        ("sunny", "suny"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({_words.stem(form, WORDS) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("loss", "lose"), ("thing", "the"), ("need", "ne"), ("day", "dai"), ("us", "u")]
)
def test_short_and_unlike_words_stay_apart(one, other):
    assert _words.stem(one, WORDS) != _words.stem(other, WORDS)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_never_empty(word):
    assert _words.stem(word, WORDS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("axieti", "anxieti"),  # a letter is missing
        ("anxxieti", "anxieti"),  # one is too many
        ("anxeiti", "anxieti"),  # two are swapped
        ("relatoinship", "relationship"),
        ("relationshep", "relationship"),  # one is wrong in a long word
        ("charge", "charge"),  # one is wrong in a short word: another word
        ("happ", "happ"),  # too short to tell
        ("nxieti", "nxieti"),  # the first letter counts
        ("mountain", "mountain"),
        ("anxieti", "anxieti"),
    ],
)
def test_small_slips_are_mended(written, meant):
    assert _words.mend(written, SLIPS, KNOWN) == meant


def test_words_have_their_places_in_the_text():
    assert _words.split("I can\u2019t - work-life 24/7 😀 ok") == [
        ("i", 0, 1),
        ("cant", 2, 7),
        ("work", 10, 14),
        ("life", 15, 19),
        ("ok", 27, 29),
    ]


def test_hyphens_part_words_but_what_is_too_long_for_a_word_stays_in_one_piece():
    assert [word for word, _, _ in _words.split("My self-esteem, rock'n'roll")] == ["my", "self", "esteem", "rocknroll"]
    assert [len(word) for word, _, _ in _words.split("a-" * 2000 + "a")] == [4001]
