"""The quickstart runs as it stands, and what it writes can be read again."""

import runpy
import sys
from pathlib import Path

import pytest

from therapygoals import CountTarget, FrequencyTarget, GoalSet
from therapygoals.interop import json

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def quickstart(tmp_path, monkeypatch, capsys):
    """What the quickstart prints, and the file that it writes."""
    target = tmp_path / "goals.json"
    monkeypatch.setattr(sys, "argv", ["quickstart.py", str(target)])
    runpy.run_path(str(EXAMPLES / "quickstart.py"), run_name="__main__")
    return capsys.readouterr().out, target


def test_quickstart_shows_every_statement_in_a_hundred_columns(quickstart):
    printed, _ = quickstart
    statements = (EXAMPLES / "data" / "statements.txt").read_text(encoding="utf-8").splitlines()
    assert len(statements) == 20
    assert [statement for statement in statements if f"“{statement}”" not in printed] == []
    assert max(map(len, printed.splitlines())) <= 100


def test_quickstart_offers_readings_of_a_vague_wish_and_leaves_the_choice(quickstart):
    printed, _ = quickstart
    first = printed.partition("\n 2 ")[0]
    assert first.index("inner peace") < first.index("Something else") < first.index("None of these")


def test_quickstart_shows_progress_with_the_number_of_entries(quickstart):
    printed, _ = quickstart
    assert "1 time per week, met, 100% of the way, n = 7" in printed
    assert "5 of 6 full periods, 1 not fully told, n = 40" in printed
    assert "20 seen, 20 missed, 7 excused, 0 unknown" in printed


def test_quickstart_writes_goals_that_can_be_read_again(quickstart):
    _, target = quickstart
    goals = json.loads(target.read_bytes(), GoalSet)
    assert [type(goal.targets[0]) for goal in goals] == [CountTarget, FrequencyTarget]
