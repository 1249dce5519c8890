"""Lines that type checkers read and nobody runs: what a reading gives, and what it refuses."""

from datetime import date
from typing import assert_type

from therapygoals.goals import Aim, Amount, Deadline, Horizon, Kind
from therapygoals.language import Grammar, Language, Phrase, Reading, Role, read, split

reading = read("walk")
assert_type(reading, Reading)
assert_type(reading.aim, Aim | None)
assert_type(reading.kinds, frozenset[Kind])
assert_type(reading.target, Amount | None)
assert_type(reading.deadline, Deadline | None)
assert_type(reading.phrases, tuple[Phrase, ...])
assert_type(reading.all(Role.TARGET), tuple[Phrase, ...])
assert_type(Phrase(Role.TARGET, 0, end=4, rule="number").span, tuple[int, int])
assert_type(reading.horizon_on(date(2026, 3, 1)), Horizon | None)
assert_type(reading.roles, frozenset[Role])
assert_type(split("walk"), tuple[Reading, ...])
language: Language = Grammar.from_toml("de", "")
assert_type(read("gehen", language=language, on=date(2026, 3, 1)), Reading)

# What both type checkers must refuse
read(b"walk")  # type: ignore[arg-type]
read("walk", language=2)  # type: ignore[arg-type]
Reading("walk")  # type: ignore[call-arg]
Phrase("target", 0, end=4, rule="number")  # type: ignore[arg-type]
_ = reading.target.low  # type: ignore[union-attr]
reading.text = "run"  # type: ignore[misc]
