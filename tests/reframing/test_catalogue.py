"""What holds for every entry of the library's own catalogue."""

import re
from collections import Counter

import pytest

from therapygoals import check, screen
from therapygoals.errors import UnknownNameError
from therapygoals.goals import Direction, Horizon
from therapygoals.reframing import Comparator, Matcher, PromptKind, Theme, catalogue
from therapygoals.safety import ScreenStatus
from therapygoals.smart import Verdict

OURS = catalogue()
MATCHER = Matcher(OURS)
ENTRIES = [pytest.param(entry, id=entry.id) for entry in OURS.entries]
QUESTIONS = (
    [prompt.text for entry in OURS.entries for facet in entry.facets for prompt in facet.prompts]
    + [prompt.text for prompt in OURS.bank]
    + [rule.prompt for rule in OURS.avoidance_rules + OURS.control_rules + OURS.shrink_rules]
)
OFFERS = [facet.offer for entry in OURS.entries for facet in entry.facets]
GOALS = [goal for entry in OURS.entries for goal in entry.goals]
SHOWN = (
    [*QUESTIONS, *OFFERS, OURS.something_else, OURS.none_of_these, OURS.first_goal]
    + [goal.text for goal in GOALS]
    + [entry.title for entry in OURS.entries]
    + [text for entry in OURS.entries for facet in entry.facets for text in (facet.title, facet.toward)]
    + [indicator.name for entry in OURS.entries for indicator in entry.indicators]
)
EASY_ENOUGH = 8
"""School grade that any question and any goal may ask for at most."""

PUSHING = re.compile(r"\b(should|must|have to|need to|why|fail\w*|lazy)\b", re.IGNORECASE)
CLOSED = re.compile(r"(?:^|[.?!] )(?:do|is|can) you\b", re.IGNORECASE)
DIAGNOSIS = re.compile(
    r"\b(disorders?|diagnos\w+|symptoms?|patients?|patholog\w+|depressi\w+|ptsd|ocd|bpd|adhd|trauma\w*|addict\w*)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(great|excellent|perfect|well done|good (?:job|choice)|best (?:choice|answer))\b", re.IGNORECASE
)
NUMBER = re.compile(r"\d|\b(?:one|once|two|twice|three)\b", re.IGNORECASE)


def syllables(word):
    """Runs of vowels, without a silent e at the end."""
    return len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])(?:e|es|(?<![td])ed)$", "", word))) or 1


def school_grade(text):
    """The grade of Flesch and Kincaid."""
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower())
    sentences = len(re.findall(r"[.?!](?:\s|$)", text)) or 1
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [("The cat sat on the mat.", 6, 6), ("A gentle walk in the park helped me.", 8, 9), ("Wanted: syllables.", 2, 5)],
)
def test_the_grade_of_a_sentence_follows_the_formula(text, words, counted):
    assert school_grade(text) == pytest.approx(0.39 * words + 11.8 * counted / words - 15.59)


def test_every_theme_has_an_entry():
    assert {entry.theme for entry in OURS.entries} == set(Theme)


def test_feeling_better_and_finding_out_are_general():
    assert {entry.theme for entry in OURS.entries if entry.general} == {Theme.FEELING_BETTER, Theme.THERAPY_DIRECTION}


def test_ids_of_entries_and_questions_come_once():
    ids = [entry.id for entry in OURS.entries] + [prompt.id for prompt in OURS.bank]
    ids += [prompt.id for entry in OURS.entries for facet in entry.facets for prompt in entry.prompts(facet)]
    assert max(Counter(ids).values()) == 1


def test_each_kind_of_question_is_told_and_used():
    assert {practice.id for practice in OURS.practices} == set(PromptKind)
    assert {prompt.kind for prompt in OURS.bank} == set(PromptKind)


@pytest.mark.parametrize("stage", ["clarify", "open", "elicit", "areas", "vision", "check", "general"])
def test_each_stage_has_questions(stage):
    assert OURS.asked(stage)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_can_be_found_offered_and_followed(entry):
    assert entry.triggers
    assert entry.note
    assert len(entry.facets) >= 3
    assert all(len(facet.prompts) >= 4 for facet in entry.facets)
    assert len(entry.goals) >= 3


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_trigger_finds_its_own_entry(entry):
    def found(phrase):
        return {name for match in MATCHER.match(phrase) for name in match.entries}

    assert [phrase for phrase in entry.triggers if entry.id not in found(phrase)] == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_phrase_of_an_entry_comes_twice(entry):
    assert max(Counter(entry.triggers + entry.cues).values()) == 1


@pytest.mark.parametrize("entry", ENTRIES)
def test_goals_point_to_a_facet_and_an_indicator_of_their_own_entry(entry):
    facets = {facet.id for facet in entry.facets}
    direction = {indicator.id: indicator.direction for indicator in entry.indicators}
    for goal in entry.goals:
        assert goal.facet in facets
        assert direction[goal.indicator] is (
            Direction.INCREASE if goal.comparator is Comparator.AT_LEAST else Direction.DECREASE
        )


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_names_a_source_that_is_known(entry):
    assert entry.source in {"goal-guide", "grosseholtforth2002"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_are_open_and_push_nobody(question):
    assert question.endswith("?")
    assert not CLOSED.search(question)
    assert not PUSHING.search(question)


@pytest.mark.parametrize("text", QUESTIONS + OFFERS)
def test_questions_and_readings_name_no_diagnosis_and_praise_no_answer(text):
    assert not DIAGNOSIS.search(text)
    assert not PRAISE.search(text)


@pytest.mark.parametrize("text", [*QUESTIONS, *OFFERS, *(goal.text for goal in GOALS)])
def test_questions_readings_and_goals_are_easy_to_read(text):
    assert school_grade(text) <= EASY_ENOUGH


@pytest.mark.parametrize("text", sorted(set(SHOWN)))
def test_nothing_that_a_person_is_shown_is_a_concern(text):
    assert screen(text).status is not ScreenStatus.CONCERN


@pytest.mark.parametrize("offer", OFFERS)
def test_readings_are_offered_and_not_told(offer):
    assert offer.startswith("Could it be ")
    assert offer.endswith("?")
    assert not PUSHING.search(offer)


@pytest.mark.parametrize("goal", [pytest.param(goal, id=goal.text) for goal in GOALS])
def test_example_goals_hold_a_number_and_push_nobody(goal):
    assert NUMBER.search(goal.text)
    assert not PUSHING.search(goal.text)


@pytest.mark.parametrize("goal", [pytest.param(goal, id=goal.text) for goal in GOALS])
def test_example_goals_pass_our_own_check_as_specific_and_measurable(goal):
    report = check(goal.text)
    assert (report.specific, report.measurable) == (Verdict.MET, Verdict.MET)


def test_the_horizon_of_an_example_goal_follows_from_its_weeks():
    assert {goal.horizon for goal in GOALS if goal.weeks <= 13} == {Horizon.SHORT_TERM}
    assert {goal.horizon for goal in GOALS if goal.weeks > 13} == {Horizon.LONG_TERM}


def test_no_goal_is_about_weight_or_calories():
    assert not [goal.text for goal in GOALS if re.search(r"weight|calorie|\bsize\b|\bkilo|\bkg\b", goal.text)]


def test_the_catalogue_is_loaded_once():
    assert catalogue("en") is OURS


def test_an_unknown_language_lists_the_known_ones():
    with pytest.raises(UnknownNameError, match="language must be one of en"):
        catalogue("tlh")


def test_an_entry_is_found_by_its_id():
    assert OURS.entry("sleep").theme is Theme.SLEEP


def test_an_unknown_entry_is_told_by_name():
    with pytest.raises(UnknownNameError, match="must be the id of an entry of the catalogue"):
        OURS.entry("dragons")
