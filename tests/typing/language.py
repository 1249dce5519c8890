"""Lines that type checkers read and nobody runs: what a reading gives, and what it refuses."""

from typing import assert_type

from therapygoals.goals import Aim, Amount, Deadline, Kind
from therapygoals.language import Phrase, Reading, Role, read

reading = read("walk")
assert_type(reading, Reading)
assert_type(reading.aim, Aim | None)
assert_type(reading.kinds, frozenset[Kind])
assert_type(reading.target, Amount | None)
assert_type(reading.deadline, Deadline | None)
assert_type(reading.phrases, tuple[Phrase, ...])
assert_type(reading.all(Role.TARGET), tuple[Phrase, ...])
assert_type(Phrase(Role.TARGET, 0, end=4, rule="number").span, tuple[int, int])

# What both type checkers must refuse
read(b"walk")  # type: ignore[arg-type]
Reading("walk")  # type: ignore[call-arg]
Phrase("target", 0, end=4, rule="number")  # type: ignore[arg-type]
_ = reading.target.low  # type: ignore[union-attr]
reading.text = "run"  # type: ignore[misc]
