"""The example of a catalogue of one's own holds to what ours holds to."""

import re
from pathlib import Path

import pytest

from therapygoals import Verdict, check, screen
from therapygoals.reframing import Matcher, Reframer, catalogue, load_catalogue

ROOT = Path(__file__).parents[2]
FILE = ROOT / "examples" / "data" / "tinnitus.toml"
OURS = load_catalogue(FILE, base=catalogue())
ENTRY = OURS.entry("tinnitus")
QUESTIONS = [text for facet in ENTRY.facets for text in (facet.offer, *(prompt.text for prompt in facet.prompts))]


def test_it_adds_its_entry_to_ours():
    assert (ENTRY, *catalogue().entries) == OURS.entries


@pytest.mark.parametrize("phrase", ENTRY.triggers)
def test_each_trigger_finds_the_entry(phrase):
    assert "tinnitus" in Matcher(OURS).match(phrase)[0].entries


@pytest.mark.parametrize("text", [*QUESTIONS, *(goal.text for goal in ENTRY.goals)])
def test_nothing_it_says_raises_a_concern(text):
    assert screen(text).concerns == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_its_questions_push_nobody(question):
    assert question.endswith("?")
    assert not re.search(r"\b(should|must|have to|need to|why)\b", question)


@pytest.mark.parametrize("goal", [goal.text for goal in ENTRY.goals])
def test_its_example_goals_are_specific_and_measurable(goal):
    report = check(goal)
    assert (report.specific, report.measurable) == (Verdict.MET, Verdict.MET)


def test_a_dialogue_asks_its_questions():
    state = Reframer(OURS).reframe("peace from the ringing in my ears").choose("tinnitus.evenings")
    assert state.prompt.text == "Which evening lately was a little easier? What was going on?"


def test_the_page_shows_a_part_of_it():
    page = (ROOT / "docs" / "how-to" / "hold-a-dialogue.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert set(shown.splitlines()) <= set(FILE.read_text(encoding="utf-8").splitlines())
