"""Items of questionnaires that ask about suicide, self-harm or harm to others, and what an answer to them means."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import _checks
from therapygoals.safety.concerns import ConcernCategory
from therapygoals.safety.screening import ScreenStatus

__all__ = ["ItemConcern", "ItemScreen", "screen_items"]


@attrs.frozen(kw_only=True)
class ItemConcern:
    """One answer at which a person has to look. The answer is not copied into it; it has no place in a text.

    Attributes:
        category: What the item asks about.
        instrument: The questionnaire, by its id in the data, such as ``phq-9``.
        item: Number of the item as printed on the form.
        rule_set_version: The version of the list of items it belongs to.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A text is blank or too long, or the number is less than 1.
    """

    category: ConcernCategory = attrs.field(validator=_checks.a(ConcernCategory))
    instrument: str = attrs.field(validator=_checks.text(most=200))
    item: int = attrs.field(validator=_checks.whole(low=1))
    rule_set_version: str = attrs.field(validator=_checks.text())


@attrs.frozen(repr=False)
class ItemScreen:
    """What can be said of the answers to a questionnaire; `no_match` is not safe, and no answer lowers the care needed.

    Attributes:
        status: `concern` when an answer to a risk item is above 0; `no_match` when each risk item was answered with 0;
            `not_screened` when a risk item has no answer, or none is known for the instrument.
        concerns: The answers to look at, in the order of the form; empty unless the status is `concern`.
        unanswered: Numbers of the risk items without an answer, whatever the status; none with `no_match`.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: The concerns or the unanswered items do not fit the status.
    """

    status: ScreenStatus = attrs.field(validator=_checks.a(ScreenStatus))
    concerns: tuple[ItemConcern, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(ItemConcern))
    )
    unanswered: tuple[int, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.whole(low=1))
    )

    def __attrs_post_init__(self) -> None:
        if bool(self.concerns) is not (self.status is ScreenStatus.CONCERN):
            raise FieldError("ItemScreen.concerns", f"must fit the status {self.status}", len(self.concerns))
        if self.unanswered and self.status is ScreenStatus.NO_MATCH:
            raise FieldError("ItemScreen.unanswered", f"must be empty with the status {self.status}", self.unanswered)

    def __repr__(self) -> str:
        told = [f"{_MEANING[self.status]}{_numbered(tuple(concern.item for concern in self.concerns))}"]
        if self.unanswered:
            told.append(f"no answer to{_numbered(self.unanswered)}")
        elif self.status is ScreenStatus.NOT_SCREENED:
            told.append("no risk item is known")
        return f"<ItemScreen {self.status}, {', '.join(told)}>"


_MEANING = {
    ScreenStatus.CONCERN: "a person has to look at",
    ScreenStatus.NO_MATCH: "which does not mean safe",
    ScreenStatus.NOT_SCREENED: "nothing can be said",
}


def _numbered(items: tuple[int, ...]) -> str:
    return f" item{'s'[: len(items) - 1]} {', '.join(map(str, items))}" if items else ""


def screen_items(instrument: str, answers: Mapping[int, float | None]) -> ItemScreen:
    """Look at the answers to those items of a questionnaire that ask about suicide, self-harm or harm to others.

    Any answer above 0 needs a person, whatever the total: somebody may have a low total and still have said it. There
    is no level; how high an answer is does not tell who will come to harm. The other items are not looked at.

    Args:
        instrument: Name of the questionnaire, such as "PHQ-9"; capitals, blanks and signs do not matter.
        answers: Score of each answer by the number of its item as printed on the form, where 0 means not at all. None
            stands for an item without an answer, as does its absence.

    Returns:
        The status, the answers to look at, and the risk items that have no answer. A questionnaire that is not known is
        `not_screened`.

    Raises:
        FieldTypeError: An argument has the wrong type, a key is no int, or the answer to a risk item is no number.
        FieldError: The answer to a risk item is below 0 or not finite.

    Examples:
        >>> screen_items("PHQ-9", {1: 0, 2: 0, 3: 0, 4: 1, 5: 0, 6: 0, 7: 0, 8: 0, 9: 1})
        <ItemScreen concern, a person has to look at item 9>
        >>> screen_items("PHQ-9", {1: 3, 2: 3, 9: 0})
        <ItemScreen no_match, which does not mean safe>
        >>> screen_items("PHQ-9", {1: 0, 2: 0, 9: None})
        <ItemScreen not_screened, nothing can be said, no answer to item 9>
        >>> screen_items("a form of our own", {1: 3})
        <ItemScreen not_screened, nothing can be said, no risk item is known>
    """
    if not isinstance(instrument, str):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("instrument", "must be a str", type(instrument).__name__)
    scores = _scores(answers)
    version, known = _known()
    found = known.get(_folded(instrument))
    if found is None:
        return ItemScreen(ScreenStatus.NOT_SCREENED)
    name, items = found
    for number in items:
        if (score := scores.get(number)) is not None:
            _checks.check_number(score, f"answers[{number}]", low=0)
    raised = [
        ItemConcern(category=category, instrument=name, item=number, rule_set_version=version)
        for number, category in items.items()
        if (scores.get(number) or 0) > 0
    ]
    unanswered = [number for number in items if scores.get(number) is None]
    if raised:
        return ItemScreen(ScreenStatus.CONCERN, raised, unanswered=unanswered)
    return ItemScreen(ScreenStatus.NOT_SCREENED if unanswered else ScreenStatus.NO_MATCH, unanswered=unanswered)


def _scores(answers: object) -> Mapping[int, Any]:
    """The answers, when they stand under numbers: a number in quotes would be an item without an answer."""
    if not isinstance(answers, Mapping):
        raise FieldTypeError("answers", "must be a mapping from item numbers to scores", type(answers).__name__)
    for number in cast("Mapping[object, object]", answers):
        if isinstance(number, bool) or not isinstance(number, int):
            raise FieldTypeError("answers", "must have item numbers of type int as keys", type(number).__name__)
    return cast("Mapping[int, Any]", answers)


def load_data() -> dict[str, Any]:
    """The list of items as it is written."""
    file = resources.files("therapygoals.safety") / "items.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _known() -> tuple[str, Mapping[str, tuple[str, Mapping[int, ConcernCategory]]]]:
    """Version of the list, and id and risk items of each instrument under each of its names."""
    data = load_data()
    known: dict[str, tuple[str, Mapping[int, ConcernCategory]]] = {}
    for instrument in data["instrument"]:
        items = {item["number"]: ConcernCategory(item["category"]) for item in instrument["items"]}
        for name in (instrument["id"], *instrument["names"]):
            known[_folded(name)] = instrument["id"], items
    return data["version"], known


def _folded(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
