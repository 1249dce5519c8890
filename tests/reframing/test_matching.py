"""Which themes a wish finds, and the laws that hold for any text."""

import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals.reframing import Matcher, Theme, catalogue

MATCHER = Matcher(catalogue())
PHRASES = [phrase for entry in catalogue().entries for phrase in entry.triggers + entry.cues]


def themes(wish):
    return [match.theme for match in MATCHER.match(wish)]


@pytest.mark.parametrize(
    ("theme", "wishes"),
    [
        (Theme.HAPPINESS, ["I'd love to be truly happy", "find joy again", "live a happier life"]),
        (Theme.FEELING_BETTER, ["feel like my old self", "have more good days", "I just want to feel better"]),
        (Theme.CALM_STRESS, ["find inner peace", "handle pressure better", "be calmer", "stop feeling so overwhelmed"]),
        (Theme.ANXIETY_FEAR, ["worry less", "not be afraid of everything", "stop panicking"]),
        (Theme.LOW_MOOD, ["lift my mood", "feel less sad", "come out of this depression feeling hopeful"]),
        (Theme.EMOTIONS, ["regulate my emotions", "have fewer mood swings", "show my feelings"]),
        (Theme.SELF_WORTH, ["like who I am", "be kinder to myself", "better self-esteem", "stop beating myself up"]),
        (Theme.CONFIDENCE, ["be more confident", "be less shy", "trust myself more"]),
        (Theme.ANGER, ["control my temper", "snap less", "be less angry with my husband"]),
        (Theme.GRIEF_LOSS, ["cope with the loss of my dad", "miss my mum less", "live without him"]),
        (Theme.TRAUMA_PAST, ["leave the past behind", "heal from my childhood", "get over what happened to me"]),
        (Theme.OVERTHINKING, ["stop overthinking", "quiet my mind", "get rid of intrusive thoughts"]),
        (Theme.PARTNER_RELATIONSHIP, ["argue less with my wife", "get over my ex", "be a better husband"]),
        (Theme.FAMILY_PARENTING, ["be a better mother", "get along with my sister", "have a calmer family life"]),
        (Theme.FRIENDS_BELONGING, ["make more friends", "feel less lonely", "fit in somewhere"]),
        (Theme.BOUNDARIES_ASSERTIVENESS, ["learn to say no", "stand up for myself", "set boundaries with my mother"]),
        (Theme.WORK_STUDY, ["have a better work-life balance", "be less burned out", "do better at university"]),
        (Theme.MOTIVATION, ["stop procrastinating", "get my drive back", "focus better"]),
        (Theme.HABITS_ADDICTION, ["cut back on alcohol", "break my bad habits", "stay sober"]),
        (Theme.SLEEP, ["sleep better", "wake up rested", "have fewer nightmares"]),
        (Theme.BODY_FOOD_PAIN, ["live well with my pain", "eat healthier", "be at home in my body"]),
        (Theme.MEANING_IDENTITY, ["find my purpose", "know who I am", "live by my values"]),
        (Theme.LIFE_CHANGE, ["adjust to my new life", "cope with retirement", "settle into the new country"]),
        (Theme.THERAPY_DIRECTION, ["figure out what I want", "understand why I am like this", "talk to someone"]),
    ],
)
def test_a_plain_wish_finds_its_theme_first(theme, wishes):
    assert [themes(wish)[0] for wish in wishes] == [theme] * len(wishes)


def test_a_state_outweighs_what_it_is_about():
    assert themes("worry less about my son") == [Theme.ANXIETY_FEAR, Theme.FAMILY_PARENTING]


@pytest.mark.parametrize("cause", ["my kids", "my marriage", "my health", "my job", "my mother"])
def test_whatever_the_worry_is_about_it_stays_a_worry(cause):
    assert themes(f"worry less about {cause}")[0] is Theme.ANXIETY_FEAR


def test_the_wish_outweighs_what_is_told_around_it():
    wish = "My husband snores, my sister rings at six, and work is work. I want to worry less."
    assert themes(wish)[0] is Theme.ANXIETY_FEAR


def test_without_words_of_wishing_the_first_sentence_is_the_wish():
    assert themes("Less worry. My husband snores, my sister rings, my brother too.")[0] is Theme.ANXIETY_FEAR


@pytest.mark.parametrize("aside", ["because of my divorce", "since the divorce", "when my ex rings about the divorce"])
def test_what_is_told_beside_the_wish_is_background(aside):
    assert themes(f"I want to sleep {aside}")[0] is Theme.SLEEP
    assert themes(f"Sleep {aside}")[0] is Theme.SLEEP


def test_the_background_stays_in_the_offer():
    assert Theme.GRIEF_LOSS in themes("My mum died in May. I just want to sleep.")


@pytest.mark.parametrize("definite", ["sleep better", "be less angry", "have more friends", "stop drinking"])
def test_anything_more_definite_comes_before_feeling_better(definite):
    assert themes(f"feel better and {definite}")[1] is Theme.FEELING_BETTER


@pytest.mark.parametrize(
    ("statement", "theme"),
    [
        ("lose a stone by the summer", Theme.BODY_FOOD_PAIN),
        ("go to bed by ten on school nights", Theme.SLEEP),
        ("walk for 20 minutes every morning", Theme.BODY_FOOD_PAIN),
        ("made my own choices", Theme.CONFIDENCE),
    ],
)
def test_a_stray_word_leads_to_no_theme_of_its_own(statement, theme):
    assert themes(statement)[0] is theme


def test_happiness_with_a_not_speaks_for_low_mood_first():
    assert themes("I'm not happy these days") == [Theme.LOW_MOOD, Theme.HAPPINESS]


def test_not_happy_at_work_is_about_work():
    assert themes("I'm not happy at work")[0] is Theme.WORK_STUDY


def test_a_not_changes_nothing_about_a_theme_without_an_opposite():
    assert themes("not be sad") == themes("be sad") == [Theme.LOW_MOOD]


def test_small_slips_and_capitals_find_the_same_themes():
    assert themes("LESS ANXIIETY") == themes("less anxiety") == [Theme.ANXIETY_FEAR]


@pytest.mark.parametrize("word", ["sud", "anges", "ange", "metal"])
def test_short_words_are_taken_as_they_stand(word):
    assert Theme.LOW_MOOD not in themes(word)
    assert Theme.ANGER not in themes(word)


def test_with_equal_scores_a_state_stands_before_what_it_is_about():
    assert [(match.theme, match.score) for match in MATCHER.match("workplace and anxiety")] == [
        (Theme.ANXIETY_FEAR, 12),
        (Theme.WORK_STUDY, 12),
    ]


def test_equally_good_themes_stand_in_the_order_of_the_wish():
    assert themes("be less anxious and less sad") == [Theme.ANXIETY_FEAR, Theme.LOW_MOOD]
    assert themes("be less sad and less anxious") == [Theme.LOW_MOOD, Theme.ANXIETY_FEAR]


def test_a_phrase_inside_a_longer_one_does_not_count():
    (match, *_) = MATCHER.match("have a healthy relationship with alcohol")
    assert match.theme is Theme.HABITS_ADDICTION


@pytest.mark.parametrize("wish", ["", " ", "😀", "12 34", "qwertz uiop", "\u202eabc"])
def test_where_nothing_fits_there_is_no_theme(wish):
    assert MATCHER.match(wish) == ()


def test_a_match_shows_where_its_words_stand():
    wish = "😀 I want to worry less, and a calm mind"
    assert [[wish[slice(*span)] for span in match.spans] for match in MATCHER.match(wish)] == [
        ["calm mind"],
        ["worry"],
    ]


def test_the_best_topic_of_a_theme_gives_the_first_readings():
    (match,) = MATCHER.match("chronic pain")
    assert match.entries[0] == "body_care"
    assert match.facets[:3] == ("body_care.life_with_it", "body_care.pacing", "body_care.good_care")


def test_repr_of_a_match_holds_no_words():
    assert repr(MATCHER.match("be happy")[0]) == (
        "ThemeMatch(theme=<Theme.HAPPINESS: 'happiness'>, score=15, spans=((0, 8),))"
    )


def test_a_match_survives_pickling():
    found = MATCHER.match("be happy and calm")
    assert pickle.loads(pickle.dumps(found)) == found


@given(st.lists(st.sampled_from([*PHRASES, "not", "never", "and", ",", "😀", "x"]), max_size=8).map(" ".join))
def test_at_most_three_themes_best_first_with_spans_inside_the_text(wish):
    found = MATCHER.match(wish)
    assert len(found) <= 3
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert len({match.theme for match in found}) == len(found)
    for match in found:
        assert list(match.spans) == sorted(match.spans)
        assert all(0 <= start < end <= len(wish) for start, end in match.spans)


@given(st.text(max_size=200))
def test_any_text_can_be_matched(wish):
    assert MATCHER.match(wish) == MATCHER.match(wish)


def calls_made(wish):
    """How many calls our own code makes to match a wish, built-in ones among them."""
    callers = []
    sys.setprofile(lambda frame, *_: callers.append(frame.f_globals["__name__"]))
    try:
        MATCHER.match(wish)
    finally:
        sys.setprofile(None)
    return sum(caller.startswith("therapygoals.") for caller in callers)


@pytest.mark.parametrize("phrase", ["be happy ", "not ", "anxiiety and depresion ", "get over my ", "I want to "])
def test_work_grows_with_the_length_only(phrase):
    once, twice, four_times = (calls_made(phrase * times) for times in (100, 200, 400))
    assert four_times - twice == pytest.approx(2 * (twice - once), rel=0.01)


def test_one_endless_word_is_no_more_work_than_many_short_ones():
    assert calls_made("a" * 4000) < calls_made("be happy " * 450)


def test_a_word_too_long_for_a_slip_is_no_word_of_a_theme():
    assert MATCHER.match("hapiness" + "s" * 4000) == ()


def test_many_unknown_words_do_not_hide_what_is_wished_for_first():
    assert MATCHER.match("I want less anxity " + "qwortzel " * 300)[0].theme is Theme.ANXIETY_FEAR
