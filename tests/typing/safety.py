"""Lines that type checkers read and nobody runs: what the screen gives, and what it refuses."""

from typing import assert_type

from therapygoals.safety import SafetyConcern, ScreenResult, ScreenStatus, screen

assert_type(screen("sleep better"), ScreenResult)
assert_type(screen("sleep better").status, ScreenStatus)
assert_type(screen("sleep better").concerns, tuple[SafetyConcern, ...])

# What both type checkers must refuse
screen(b"sleep better")  # type: ignore[arg-type]
screen("sleep better", "en")  # type: ignore[call-arg]
