"""The page of two dialogues tells what the library asks and drafts: each is replayed from the page itself."""

import re
from datetime import date
from pathlib import Path

import pytest

from therapygoals import draft, reframe
from therapygoals.reframing import StopReason

PAGE = (Path(__file__).parent.parent / "docs" / "explanation" / "two-dialogues.md").read_text(encoding="utf-8")
START = date(2026, 1, 5)
TELLERS = ["Walter", "Nadia"]
OPEN = "*leaves it open*"


def story(teller):
    """What stands on the page about one of them."""
    return re.search(rf"^## {teller}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[1]


def wish(teller):
    return re.search(r"^> (.+)$", story(teller), re.MULTILINE)[1]


def turns(teller):
    """Questions and answers, in order; a long answer goes on in the next line."""
    found = re.findall(r"^\*\*(.+\?)\*\*\n:   ((?:.+\n)+)", story(teller), re.MULTILINE)
    return [(question, " ".join(answer.split())) for question, answer in found]


def items(teller, above):
    """The points of the list under a line that ends with these words; none where there is no such list."""
    block = re.search(rf"{above}:\n\n((?:- .+\n)+)", story(teller))
    return re.findall(r"^- (.+)$", block[1], re.MULTILINE) if block else []


def move(state, answer):
    """Do what the page says was done."""
    if answer == OPEN:
        return state.skip()
    picked = re.fullmatch(r"\*picks\* (.+)", answer)
    if picked is None:
        return state.answer(answer)
    return state.choose(next(offer for offer in state.offers if offer.title == picked[1]))


def replayed(teller):
    state = reframe(wish(teller))
    for question, answer in turns(teller):
        assert state.prompt.text == question
        state = move(state, answer)
    return state


def row(name, *cells):
    return f"| {' | '.join([name, *map(str, cells)])} |"


@pytest.mark.parametrize("teller", TELLERS)
def test_every_question_of_the_page_is_asked_in_that_order(teller):
    state = replayed(teller)
    assert (state.prompt, state.ended) == (None, StopReason.ENOUGH)
    assert len(state.turns) == 8


def test_the_readings_on_the_page_are_those_that_are_offered():
    assert items("Walter", "may stand for") == [offer.text for offer in reframe(wish("Walter")).offers]


@pytest.mark.parametrize("teller", TELLERS)
def test_the_goals_on_the_page_are_those_that_are_drafted(teller):
    made = draft(replayed(teller), start=START)
    days = {review.goal: review.on for review in made.reviews}
    assert row("words", *made.goals) in story(teller)
    assert row("mark", *(target for goal in made.goals for target in goal.targets)) in story(teller)
    assert row("looked at again", *(days.get(goal.id) or goal.time_frame.end for goal in made.goals)) in story(teller)
    assert {goal.context.hope for goal in made.goals} == {wish(teller)}


@pytest.mark.parametrize("teller", TELLERS)
def test_what_is_kept_and_what_is_open_stands_on_the_page(teller):
    made = draft(replayed(teller), start=START)
    reasons = [goal.context.rationale for goal in made.goals if goal.context.rationale]
    told = [told.text for goal in made.goals for told in goal.ownership.contributions]
    ways = [way.name for goal in made.goals for way in goal.strategies]
    assert items(teller, "word for word") == [*reasons, *told, *ways]
    assert items(teller, "still open") == [question.ask for question in made.open_questions]
