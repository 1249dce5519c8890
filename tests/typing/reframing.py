"""Lines that type checkers read and nobody runs: what a reframing and a draft give, and what they refuse."""

from datetime import date
from typing import assert_type

from therapygoals import Draft, Goal, Offer, OpenQuestion, ReframeStopped, Reframing, ThemeMatch, draft, read, reframe

result = reframe("I want to be happy")
assert_type(result, Reframing | ReframeStopped)
_ = result.offers  # type: ignore[union-attr]
if isinstance(result, Reframing):
    assert_type(result.themes, tuple[ThemeMatch, ...])
    assert_type(result.offers, tuple[Offer, ...])
    assert_type(draft(result, start=date(2026, 1, 5)), Draft)

assert_type(draft("sleep better", start=date(2026, 1, 5)).goals, tuple[Goal, ...])
assert_type(draft(read("sleep better"), start=date(2026, 1, 5)).open_questions, tuple[OpenQuestion, ...])

# What both type checkers must refuse
draft("sleep better")  # type: ignore[call-arg]
draft("sleep better", start="2026-01-05")  # type: ignore[arg-type]
draft(result, start=date(2026, 1, 5))  # type: ignore[arg-type]
