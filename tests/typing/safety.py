"""Lines that type checkers read and nobody runs: what the screen gives, and what it refuses."""

from typing import assert_type

from therapygoals.safety import (
    ItemConcern,
    ItemScreen,
    SafetyConcern,
    ScreenResult,
    ScreenStatus,
    screen,
    screen_items,
)

assert_type(screen("sleep better"), ScreenResult)
assert_type(screen("sleep better").status, ScreenStatus)
assert_type(screen("sleep better").concerns, tuple[SafetyConcern, ...])
assert_type(screen_items("PHQ-9", {9: 0}), ItemScreen)
assert_type(screen_items("PHQ-9", {9: None}).concerns, tuple[ItemConcern, ...])

# What both type checkers must refuse
screen(b"sleep better")  # type: ignore[arg-type]
screen("sleep better", "en")  # type: ignore[call-arg]
screen_items("PHQ-9", {"9": 0})  # type: ignore[dict-item]
