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


def unwrapped(lines):
    """Lines that were broken to fit the page, whole again."""
    whole = []
    for line in lines:
        if line.startswith("    "):
            whole[-1] += f" {line.strip()}"
        else:
            whole.append(line.strip())
    return whole


def lines_under(printed, name, goal):
    """The stretches printed under a goal in what somebody's year came to."""
    ours = printed[printed.index(f"The road of {name}") :]
    below = ours[ours.index(f"\n{goal} (") :].splitlines()[2:]
    return unwrapped(below[: next(i for i, line in enumerate(below) if not line.startswith("  "))])


def closing_of(printed, name, goal):
    """What is printed when a goal of somebody has ended."""
    ours = printed[printed.index(f"The road of {name}") :]
    return ours[ours.index(f"\n“{goal}”\n") :]


def test_weeks_before_a_new_target_are_judged_by_the_old_one(printed):
    # Four weeks under three of five days: x-x.. is 2 with two of the five days open, so it could still be 3 and does
    # not count; xx-x. is 3, x.xx- is 3, xxxx. is 4. Mean (3 + 3 + 4) / 3 = 3.33. Entries: 3 + 4 + 4 + 4 = 15.
    # Under four of five days: xx-xx is 4; xxx-- is 3, and all five days are told, so it counts as one that was not
    # met; two weeks pause; xxxx. is 4, xxxxx is 5, xxxx- is 4. Mean (4 + 3 + 4 + 5 + 4) / 5 = 4, and four weeks of the
    # five met it. Entries: 5 + 5 + 4 + 5 + 5 = 24.
    told = [
        "2026-01-05 to 2026-02-08, version 1, at least 3 days per week: "
        "3.33 days per week, met, 3 of 3 full periods, 1 not fully told, n = 15",
        "2026-02-09 to 2026-12-28, version 2, at least 4 days per week: "
        "4 days per week, on the way, 4 of 5 full periods, n = 24",
    ]
    lunch = "Eat my lunch away from my desk four days a week"
    assert lines_under(printed, "Ruth", lunch) == told
    closing = " ".join(closing_of(printed, "Ruth", lunch).split())
    assert all(f"- {stretch}" in closing for stretch in told)


def test_what_was_done_is_told_when_it_ends(printed):
    # Seen under three days: 2 + 3 + 3 + 4 = 12; under four: 4 + 3 + 4 + 5 + 4 = 20; the last one on 26 March.
    assert "- 2026-03-26: done 32 times\n" in closing_of(
        printed, "Ruth", "Eat my lunch away from my desk four days a week"
    )


def test_a_week_that_could_no_longer_be_met_counts(printed):
    # Three of five days: x---- is 1, -x--- is 1, the third week is not recorded, x-x-x is 3. Mean 5 / 3 = 1.67; one of
    # three. Entries: 5 + 5 + 0 + 5 = 15.
    assert lines_under(printed, "Sam", "Eat my lunch away from my desk three days a week") == [
        "2026-01-05 to 2026-02-23, version 1, at least 3 days per week: "
        "1.67 days per week, on the way, 1 of 3 full periods, n = 15"
    ]


def test_a_slip_in_september_leaves_what_was_reached(printed):
    # From 8 to 4: ratings 8 7 7 6, 6 5, 5 4 4 and, after the slip, 7 6 4: twelve, the last one is 4, (8 - 4) / (8 - 4).
    assert lines_under(printed, "Ruth", "I want work to stop eating me up") == [
        "2026-01-05 to 2026-12-28, version 1, how tense I am after work: at most 4 points, from 8: "
        "4 points, met, 100% of the way, n = 12"
    ]


def test_a_goal_that_was_let_go_of_keeps_what_was_recorded_and_names_the_new_roads(printed):
    # From 8 to 4: ratings 8 8 9 9, the last one a point farther than the start, so no part of the way.
    assert lines_under(printed, "Sam", "I want work to stop eating me up") == [
        "2026-01-05 to 2026-02-23, version 1, how tense I am after work: at most 4 points, from 8: "
        "9 points, on the way, 0% of the way, n = 4"
    ]
    ours = printed[printed.index("The road of Sam") :]
    assert ours.index("-> Get through the days there") < ours.index("-> Send two applications a month")


def test_the_new_roads_are_measured_from_their_own_start(printed):
    # From 9 to at most 6: 9 8 8 7 7 6, the last one is 6. Applications: March 2; April 1, as he says at its end for the
    # whole month; May 3. Mean (2 + 1 + 3) / 3 = 2, and two months of three had two. Entries: 6 letters and that word.
    assert lines_under(printed, "Sam", "Get through the days there without taking them home") == [
        "2026-02-23 to 2026-07-06, version 1, how tense I am after work: at most 6 points, from 9: "
        "6 points, met, 100% of the way, n = 6"
    ]
    assert lines_under(printed, "Sam", "Send two applications a month") == [
        "2026-02-23 to 2026-06-08, version 1, at least 2 times per month: "
        "2 times per month, on the way, 2 of 3 full periods, n = 7"
    ]


def test_nothing_stays_on_the_disk_where_no_folder_is_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["one_year.py"])
    runpy.run_path(str(EXAMPLE), run_name="__main__")
    assert list(tmp_path.iterdir()) == []


def test_it_fits_a_page(printed):
    assert max(map(len, printed.splitlines())) <= 100
