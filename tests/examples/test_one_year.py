"""The year of two people: what is printed was worked out by hand from what is recorded in the example."""

import runpy
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "one_year.py"


@pytest.fixture
def printed(tmp_path, monkeypatch, capsys):
    """What the example prints; it writes into an empty folder."""
    monkeypatch.setattr(sys, "argv", ["one_year.py", str(tmp_path)])
    runpy.run_path(str(EXAMPLE), run_name="__main__")
    return capsys.readouterr().out


def lines_under(printed, name, goal):
    """The stretches printed under a goal in what somebody's year came to."""
    ours = printed[printed.index(f"The road of {name}") :]
    below = ours[ours.index(f"\n{goal} (") :].splitlines()[2:]
    return [line.strip() for line in below[: next(i for i, line in enumerate(below) if not line.startswith("  "))]]


def test_weeks_before_a_new_target_are_judged_by_the_old_one(printed):
    # Four weeks under three of five days: x-x.. is 2 with two days open, so it could still be 3 and does not count;
    # xx-x. is 3, x.xx- is 3, xxxx. is 4. Mean (3 + 3 + 4) / 3 = 3.33. Entries: 3 + 4 + 4 + 4 = 15.
    # Under four of five days: xx-xx is 4; xxx-- is 3 and the weekend is open, so it does not count; two weeks pause;
    # xxxx. is 4, xxxxx is 5, xxxx- is 4. Mean (4 + 4 + 5 + 4) / 4 = 4.25. Entries: 5 + 5 + 4 + 5 + 5 = 24.
    assert lines_under(printed, "Ruth", "Eat my lunch away from my desk four days a week") == [
        "2026-01-05 to 2026-02-08: 3.33 days per week, met, 3 of 3 full periods, n = 15",
        "2026-02-09 to 2026-12-28: 4.25 days per week, met, 4 of 4 full periods, n = 24",
    ]


def test_a_slip_in_september_leaves_what_was_reached(printed):
    # From 8 to 4: ratings 8 7 7 6, 6 5, 5 4 4 and, after the slip, 7 6 4: twelve, the last one is 4, (8 - 4) / (8 - 4).
    assert lines_under(printed, "Ruth", "I want work to stop eating me up") == [
        "2026-01-05 to 2026-12-28: 4 points, met, 100% of the way, n = 12"
    ]


def test_a_goal_that_was_let_go_of_keeps_what_was_recorded_and_names_the_new_roads(printed):
    # From 8 to 4: ratings 8 8 9 9, the last one a point farther than the start, so no part of the way.
    assert lines_under(printed, "Sam", "I want work to stop eating me up") == [
        "2026-01-05 to 2026-12-28: 9 points, on the way, 0% of the way, n = 4"
    ]
    ours = printed[printed.index("The road of Sam") :]
    assert ours.index("-> Get through the days there") < ours.index("-> Send two applications a month")


def test_the_new_roads_are_measured_from_their_own_start(printed):
    # From 9 to at most 6: 9 8 8 7 7 6, the last one is 6. Applications: March 2, April 1, May 3; in April 26 days are
    # open, so only March and May count: (2 + 3) / 2 = 2.5.
    assert lines_under(printed, "Sam", "Get through the days there without taking them home") == [
        "2026-02-23 to 2026-12-28: 6 points, met, 100% of the way, n = 6"
    ]
    assert lines_under(printed, "Sam", "Send two applications a month") == [
        "2026-02-23 to 2026-12-28: 2.5 times per month, met, 2 of 2 full periods, n = 6"
    ]


def test_it_fits_a_page(printed):
    assert max(map(len, printed.splitlines())) <= 100
