"""The dialogue in the terminal, held by scripted people."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from therapygoals import draft
from therapygoals.interop import json
from therapygoals.reframing import Interview, Reframing, Transcript

SCRIPT = Path(__file__).parents[2] / "examples" / "reframe_in_the_terminal.py"
WITHOUT_RICH = "import runpy, sys; sys.modules['rich'] = None; runpy.run_path(sys.argv.pop(1), run_name='__main__')"
STEPS = (
    "On the bench behind the library, phone in my bag.",
    "I would drink tea with my sister and not look at the clock",
    "4",
    "sit on the bench for ten minutes on three days a week",
    "8",
    "9",
)
WHOLE = ("1", *STEPS)
OLD = '{"wish": "x", "language": "en", "catalogue": "therapygoals-reframing", "catalogue_version": "0.0.1"}'
HELP = "Please talk to somebody now."


@pytest.fixture(params=["rich", "plain"])
def look(request):
    """With rich, and as if it were not installed."""
    if request.param == "rich":
        pytest.importorskip("rich")
    return request.param


def started(*arguments, look="plain"):
    command = [sys.executable, str(SCRIPT)] if look == "rich" else [sys.executable, "-c", WITHOUT_RICH, str(SCRIPT)]
    return subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"COLUMNS": "200", "PYTHONUTF8": "1"},
    )


def held(*arguments, lines=(), look="plain", status=0):
    """What is printed to somebody who types these lines and then leaves."""
    process = started("--start", "2026-01-05", *arguments, look=look)
    out, err = process.communicate("".join(line + "\n" for line in lines).encode(), timeout=60)
    assert (process.returncode, err) == (status, b"")
    return " ".join(out.decode().split())


def stored(path):
    return json.loads(path.read_bytes(), Transcript)


def test_a_dialogue_ends_in_two_goals_with_where_they_come_from(look):
    printed = held("I want to be happy", lines=WHOLE, look=look)
    _, _, after = printed.partition("There is enough here to talk over.")
    wanted = [
        "outcome goal",
        STEPS[1],
        "I want to be happy",
        "30 March 2026",
        "you, asked: When your mind is at peace",
        "process goal",
        "at least 3 days per week, 10 minutes each time",
        "26 January 2026",
        "Still open, to talk over together",
    ]
    assert sorted(wanted, key=after.find) == wanted
    assert after.find(wanted[0]) >= 0


def test_rich_makes_frames_and_its_absence_none():
    pytest.importorskip("rich")
    assert ["╭" in held("I want to be happy", lines=WHOLE, look=look) for look in ("rich", "plain")] == [True, False]


def test_plain_can_be_asked_for():
    assert "╭" not in held("I want to be happy", "--plain", lines=WHOLE, look="rich")


def test_words_are_shown_as_they_are_and_steer_nothing(look):
    said = "I laugh [bold]loudly[/bold] :smile: {} twice a week"
    printed = held("be happy", lines=("1", STEPS[0], said.format("\x1b[2J"), *STEPS[2:]), look=look)
    assert said.format("�[2J") in printed
    assert "\x1b" not in printed


def test_a_concern_shows_help_and_no_question(look):
    printed = held("I want to be happy", lines=["1", "When I cut myself", *STEPS], look=look)
    _, _, after = printed.rpartition("> ")
    assert HELP in after
    assert not set("?0123456789") & set(after)
    assert "goal (" not in printed


def test_a_concern_in_the_wish_shows_help_and_asks_nothing():
    printed = held("I don't want to be alive any more", lines=STEPS)
    assert printed.startswith("Please talk to somebody")
    assert HELP in printed
    assert ">" not in printed


def test_a_dialogue_that_stopped_stays_stopped(tmp_path):
    path = tmp_path / "said.json"
    held("be happy", "--save", str(path), lines=["5", "I want to end my life"])
    again = held("--resume", str(path), lines=STEPS)
    assert HELP in again
    assert ">" not in again


def test_something_else_takes_own_words(tmp_path):
    path = tmp_path / "said.json"
    held("be happy", "--save", str(path), lines=["5", "To feel at home somewhere"])
    assert [move.text for move in stored(path).moves] == ["To feel at home somewhere", None]


def test_something_else_can_be_put_aside_too(tmp_path):
    path = tmp_path / "said.json"
    held("be happy", "--save", str(path), lines=["5", "/park"])
    assert [move.kind for move in stored(path).moves] == ["parked"]


def test_none_of_these_chooses_none(tmp_path):
    path = tmp_path / "said.json"
    held("be happy", "--save", str(path), lines=["6"])
    assert [(move.kind, move.facet) for move in stored(path).moves] == [("chose", None), ("parked", None)]


def test_what_does_not_fit_is_asked_again(tmp_path):
    path = tmp_path / "said.json"
    typed = ["", "   ", "/what", "7", "0", "9" * 5000, "x" * 5000, "5", ""]
    printed = held("be happy", "--save", str(path), lines=typed)
    assert [move.kind for move in stored(path).moves] == ["parked"]
    assert printed.count("what does it mean in your own life?") == len(typed)
    assert "Type a number from 1 to 6, or your own words." in printed
    assert "Your words must have at most 4000 characters (it has 5000). Please try again." in printed


def test_an_answer_of_four_thousand_characters_is_kept_whole(tmp_path):
    path, answer = tmp_path / "said.json", "I smile " * 499 + "at dawn."
    assert len(answer) == 4000
    held("be happy", "--save", str(path), lines=[answer])
    assert stored(path).moves[0].text == answer


def test_leaving_parks_and_tells_how_to_go_on(tmp_path, look):
    path = tmp_path / "said.json"
    printed = held("I want to be happy", "--save", str(path), lines=WHOLE[:3], look=look)
    assert f"--resume {path}" in printed
    assert "goal (" not in printed
    assert stored(path).is_parked


def test_going_on_ends_where_one_sitting_would(tmp_path):
    path = tmp_path / "said.json"
    held("I want to be happy", "--save", str(path), lines=WHOLE[:3])
    printed = held("--resume", str(path), lines=WHOLE[3:])
    assert "You said: “I want to be happy”" in printed
    assert STEPS[3] in printed
    assert Reframing.resume(stored(path)).ended == "enough"


def test_what_is_saved_is_for_nobody_else_to_read(tmp_path):
    path = tmp_path / "said.json"
    held("I want to be happy", "--save", str(path))
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_leaving_tells_that_nothing_was_kept():
    assert "This is not written down." in held("I want to be happy", lines=["/park", "more"])


def test_ctrl_c_parks_as_leaving_does(tmp_path):
    path = tmp_path / "said.json"
    process = started("I want to be happy", "--save", str(path))
    while process.stdout.read(1) != b">":
        pass
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert f"--resume {path}" in out.decode()
    assert stored(path).is_parked


def test_two_questions_left_open_end_it_without_blame(look):
    printed = held("I want to be happy", lines=["/skip", "/skip"], look=look)
    assert "We leave it there. What you said stays as it is." in printed


def test_where_nothing_can_be_saved_nothing_is_asked(tmp_path):
    path = tmp_path / "nowhere" / "said.json"
    printed = held("be happy", "--save", str(path), lines=WHOLE, status=2)
    assert "This could not be saved" in printed
    assert "--resume" not in printed
    assert ">" not in printed


def test_what_can_no_longer_be_saved_is_no_success_and_nothing_to_go_on_with(tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    process = started("I want to be happy", "--save", str(folder / "said.json"))
    while process.stdout.read(1) != b">":
        pass
    shutil.rmtree(folder)
    out, err = process.communicate(b"/park\n", timeout=60)
    assert (process.returncode, err) == (1, b"")
    assert b"This could not be saved" in out
    assert b"--resume" not in out


def test_what_is_no_day_is_told_in_plain_words():
    process = started("be happy", "--start", "tomorrow")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.decode().strip().endswith("argument --start: must be a day, such as 2026-01-05")


def test_what_was_asked_and_not_known_is_open_and_says_so(look):
    printed = held("I want to be happy", lines=["1", "not sure", *STEPS[1:]], look=look)
    assert "What was going on? (asked, and not known yet)" in printed


@pytest.mark.parametrize("begin", [["--interview"], [" "], []], ids=str)
def test_an_interview_asks_whoever_does_not_know(begin, tmp_path):
    path = tmp_path / "said.json"
    lines = [
        "Work is a lot",
        "/skip",
        "My garden",
        "Meetings",
        "I have lunch outside with a friend",
        "I speak up in the Monday meeting once a month",
        "I write one sentence before the meeting every Monday",
        "Yes, it is mine",
    ]
    printed = held(*begin, "--save", str(path), lines=["", *lines] if not begin else lines)
    state = Interview.resume(stored(path))
    goals = draft(state, start=date(2026, 1, 5)).goals
    assert state.vision == "I have lunch outside with a friend"
    assert all(str(goal.statement) in printed for goal in goals)
    assert "could be a goal" in printed
    assert "process goal" in printed


def test_an_interview_without_answers_ends_in_finding_out():
    assert "Find out what I want from therapy" in held("--interview", lines=["/skip", "/skip"])


def test_leaving_before_the_first_question_is_fine():
    assert "Nothing was asked yet." in held()


def test_a_wish_that_is_too_long_is_asked_for_again():
    printed = held(lines=["x" * 5000, "be happy"])
    assert "must have at most 4000 characters (it has 5000)" in printed
    assert "Nothing has looked at them yet." in printed
    assert "the emergency service of the place where you are" in printed
    assert "You said: “be happy”" in printed


def test_what_is_there_is_not_written_over(tmp_path):
    path = tmp_path / "said.json"
    path.write_text("mine", encoding="utf-8")
    assert "--resume" in held("be happy", "--save", str(path), status=2)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "This could not begin"),
        ("{", "no dialogue that was saved here"),
        ('{"wish": "be happy", "mood": 3}', "required field missing @ $.language"),
        (OLD, "begin anew with the same wish"),
    ],
)
def test_a_file_that_cannot_be_gone_on_with_tells_why(text, told, tmp_path):
    path = tmp_path / "said.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert told in held("--resume", str(path), status=2)
    assert text is None or path.read_text(encoding="utf-8") == text
