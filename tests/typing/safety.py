"""Lines that type checkers read and nobody runs: what the screen gives, and what it refuses."""

from typing import assert_type

from therapygoals.reframing import ReframeStopped
from therapygoals.safety import (
    Help,
    ItemConcern,
    ItemScreen,
    ResponderTable,
    SafetyConcern,
    SafetyResponder,
    ScreenResult,
    ScreenStatus,
    respond,
    screen,
    screen_items,
)

assert_type(screen("sleep better"), ScreenResult)
assert_type(screen("sleep better").status, ScreenStatus)
assert_type(screen("sleep better").concerns, tuple[SafetyConcern, ...])
assert_type(screen_items("PHQ-9", {9: 0}), ItemScreen)
assert_type(screen_items("PHQ-9", {9: None}).concerns, tuple[ItemConcern, ...])


def help_may_come_from_a_table(table: ResponderTable, stopped: ReframeStopped, answers: ItemScreen) -> None:
    """Stand for an app: a table is a responder, and whatever has concerns can be responded to."""
    responder: SafetyResponder = table
    assert_type(respond(stopped, responder, locale="en"), Help)
    assert_type(respond(answers, table, locale="en"), Help)
    assert_type(respond((*screen("sleep").concerns, *answers.concerns), table, locale="en"), Help)
    respond("sleep better", table, locale="en")  # type: ignore[arg-type]
    respond(stopped, {"en": "call"}, locale="en")  # type: ignore[arg-type]
    respond(stopped, table)  # type: ignore[call-arg]


# What both type checkers must refuse
screen(b"sleep better")  # type: ignore[arg-type]
screen("sleep better", "en")  # type: ignore[call-arg]
screen_items("PHQ-9", {"9": 0})  # type: ignore[dict-item]
