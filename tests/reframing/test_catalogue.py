"""What holds for every entry of the library's own catalogue."""

import re
from collections import Counter

import pytest

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Direction, Horizon
from therapygoals.reframing import Comparator, Matcher, PromptKind, Theme, catalogue

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

PUSHING = re.compile(r"\b(should|must|have to|need to|why|fail\w*|lazy)\b", re.IGNORECASE)
CLOSED = re.compile(r"(?:^|[.?!] )(?:do|is|can) you\b", re.IGNORECASE)
NUMBER = re.compile(r"\d|\b(?:one|once|two|twice|three)\b", re.IGNORECASE)


def test_every_theme_has_an_entry():
    assert {entry.theme for entry in OURS.entries} == set(Theme)


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
def test_each_trigger_finds_the_theme_of_its_entry(entry):
    lost = [phrase for phrase in entry.triggers if entry.theme not in {m.theme for m in MATCHER.match(phrase)}]
    assert lost == []


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


@pytest.mark.parametrize("offer", OFFERS)
def test_readings_are_offered_and_not_told(offer):
    assert offer.startswith("Could it be ")
    assert offer.endswith("?")
    assert not PUSHING.search(offer)


@pytest.mark.parametrize("goal", [pytest.param(goal, id=goal.text) for goal in GOALS])
def test_example_goals_hold_a_number_and_push_nobody(goal):
    assert NUMBER.search(goal.text)
    assert not PUSHING.search(goal.text)


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
