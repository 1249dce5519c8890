"""How what was said is put into a line of text, and which plan is asked on which day."""

from __future__ import annotations

from datetime import date
from typing import cast

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.goals._markup import shown
from therapygoals.goals._words import counted
from therapygoals.plan._words import plain
from therapygoals.plan.answers import WinKind
from therapygoals.plan.treatment import TreatmentPlan


def check_plan(plan: object, on: object) -> None:
    """Refuse whatever is no plan of a day, or of one before it.

    Raises:
        FieldTypeError: It is no plan, or `on` is no calendar day.
        FieldError: The plan is one of a later day.
    """
    if not isinstance(plan, TreatmentPlan):
        raise FieldTypeError("plan", "must be a TreatmentPlan", type(plan).__name__)
    _checks.check_day(on, "on")
    if plan.on is not None and isinstance(on, date) and on < plan.on:
        raise FieldError("on", f"must not lie before the day of the plan ({plan.on})", str(on))


def check_as_it_was(plan: object, on: object) -> None:
    """Refuse what `check_plan` does, and a plan of all days that knows of later ones, which would be shown with it.

    Raises:
        FieldTypeError: It is no plan, or `on` is no calendar day.
        FieldError: Something happened after that day.
    """
    check_plan(plan, on)
    newest = cast("TreatmentPlan", plan).newest
    if newest is not None and newest > cast("date", on):
        rule = f"must not lie before the newest event ({newest}); ask the journal for its plan(on=) of that day"
        raise FieldError("on", rule, str(on))


def check_given(value: object, kind: type, field: str) -> None:
    """Refuse what is neither left out nor of a class.

    Raises:
        FieldTypeError: It is something else.
    """
    if value is not None and not isinstance(value, kind):
        raise FieldTypeError(field, f"must be a {kind.__name__}", type(value).__name__)


def in_a_line(words: str) -> str:
    """Write words so that they stay in one line, and so that a terminal obeys none of them."""
    return " ".join(shown(words).split())


def quoted(words: str) -> str:
    """Write a person's words in quotation marks."""
    return f"“{in_a_line(words)}”"


def win_told(text: str, kind: WinKind) -> str:
    """Write a win in the person's words, with its kind where that says anything."""
    return quoted(text) if kind is WinKind.OTHER else f"{quoted(text)} ({plain(kind)})"


def ago(day: date, on: date) -> str:
    """How long a day lies back, in words."""
    return counted((on - day).days, "day") + " ago" if day < on else "today"
