"""Questionnaires: their range and direction, the figures that are published of them, and how answers become a score.

The register, ``instruments.toml``, holds no item text, and no figure without its source, year, sample and country. A
figure that somebody only remembers is left out. `instrument` looks one up; whoever needs another, or another figure,
makes an `Instrument` or evolves one with `attrs.evolve`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum, unique
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, assert_never

import attrs

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Direction, _checks
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers
from therapygoals.progress.reliable_change import Norms
from therapygoals.progress.thresholds import Threshold
from therapygoals.progress.undefined import Undefined
from therapygoals.safety import ItemScreen, screen_items

__all__ = [
    "Confidence",
    "Figure",
    "FigureKind",
    "Instrument",
    "InstrumentScore",
    "Side",
    "instrument",
    "instruments",
]

_NO_BANDS = Undefined("no severity bands are held for this questionnaire")


@unique
class Confidence(StrEnum):
    """How sure a figure is. What somebody only remembers has no word here, so it cannot be held."""

    V2 = "V2"
    """Seen in two or more sources. They may be copies of one, so it is a working grade."""
    V1 = "V1"
    """Seen in one source."""
    C = "C"
    """Computed anew from published figures, in agreement with what is told."""


@unique
class FigureKind(StrEnum):
    """What a figure tells of a questionnaire."""

    BAND = "band"
    """Where a band of severity begins."""
    CUTOFF = "cutoff"
    """Where the clinical side begins, or a question that somebody should ask."""
    ALPHA = "alpha"
    """Internal consistency, from 0 to 1."""
    RETEST = "retest"
    """Correlation of two times without treatment between them, from 0 to 1."""
    MEAN = "mean"
    """Mean score of a group, with its SD."""
    RELIABLE_CHANGE = "reliable_change"
    """Points from which on a change is more than chance."""
    IMPORTANT_CHANGE = "important_change"
    """Points from which on a change matters to people."""


@unique
class Side(StrEnum):
    """Which scores a band or cutoff counts."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"


_LINES = (FigureKind.BAND, FigureKind.CUTOFF)
_SHARES = (FigureKind.ALPHA, FigureKind.RETEST)
_CHANGES = (FigureKind.RELIABLE_CHANGE, FigureKind.IMPORTANT_CHANGE)


@short_repr
@attrs.frozen(kw_only=True)
class Figure:
    """One published number about a questionnaire, with all that has to be told beside it.

    Attributes:
        kind: What it tells.
        value: The number, in points of the questionnaire; reliabilities have no unit. The lower end of a range.
        up_to: The upper end, where the source tells a range, or None.
        sd: Standard deviation, of a mean only.
        n: Number of people, or None where it is not told.
        side: Which scores a band or cutoff counts.
        label: What those scores are called. It is a word of the source and no diagnosis.
        level: Level of confidence of a reliable change, or None where it is not told.
        statistic: What was computed, or how the figure came about.
        source: Key of the reference.
        year: Year of the source.
        sample: Whose scores they were.
        country: Where.
        confidence: How sure the figure is.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A fact is missing, or a field does not fit the kind.
    """

    kind: FigureKind = attrs.field(validator=_checks.a(FigureKind))
    value: float = attrs.field(validator=_checks.number())
    up_to: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number()))
    sd: float | None = attrs.field(default=None, validator=_checks.optional(_checks.number(low=0)))
    n: int | None = attrs.field(default=None, validator=_checks.optional(_checks.whole(low=1)))
    side: Side | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Side)))
    label: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text(most=100)))
    level: float | None = attrs.field(
        default=None, validator=_checks.optional(_checks.number(low=_numbers.LEAST_LEVEL, high=_numbers.MOST_LEVEL))
    )
    statistic: str = attrs.field(validator=_checks.text(most=200))
    source: str = attrs.field(validator=_checks.text(most=100))
    year: int = attrs.field(validator=_checks.whole(low=1900, high=2100))
    sample: str = attrs.field(validator=_checks.text(most=200))
    country: str = attrs.field(validator=_checks.text(most=100))
    confidence: Confidence = attrs.field(validator=_checks.a(Confidence))

    def __attrs_post_init__(self) -> None:
        for field, kinds, value in (
            ("side", _LINES, self.side),
            ("label", _LINES, self.label),
            ("sd", (FigureKind.MEAN,), self.sd),
        ):
            if (self.kind in kinds) is (value is None):
                rule = "must be given for" if value is None else "must be left out for"
                raise FieldError(f"Figure.{field}", f"{rule} the kind {self.kind}", value)
        if self.level is not None and self.kind is not FigureKind.RELIABLE_CHANGE:
            raise FieldError("Figure.level", f"must be left out for the kind {self.kind}", self.level)
        if self.up_to is not None and self.up_to <= self.value:
            raise FieldError("Figure.up_to", f"must lie above value ({self.value:g})", self.up_to)
        if self.kind in _SHARES:
            _numbers.number(self.value, "Figure.value", low=0, high=1)
            _numbers.maybe_number(self.up_to, "Figure.up_to", low=0, high=1)
        if self.kind in _CHANGES and self.value <= 0:
            raise FieldError("Figure.value", "must be above 0", self.value)

    @property
    def origin(self) -> str:
        """Where the figure comes from, in one line, as norms and thresholds keep it."""
        return f"{self.source} ({self.year}, {self.country}): {self.sample}; {self.statistic}; {self.confidence}"

    def counts(self, score: float) -> bool:
        """Whether a score belongs to the band, or lies on the clinical side of the cutoff.

        Raises:
            FieldTypeError: The score is no number.
            FieldError: The figure is neither a band nor a cutoff, or the score is not finite.
        """
        points = _numbers.number(score, "score")
        match self.side:
            case Side.AT_LEAST:
                return points >= self.value
            case Side.ABOVE:
                return points > self.value
            case Side.AT_MOST:
                return points <= self.value
            case Side.BELOW:
                return points < self.value
            case None:
                raise FieldError("Figure.kind", "must be band or cutoff", str(self.kind))
            case _:
                assert_never(self.side)

    def as_norms(self) -> Norms:
        """The mean and SD as norms, for `ChangeCriteria`.

        Raises:
            FieldError: The figure is no mean.
        """
        if self.sd is None:
            raise FieldError("Figure.kind", "must be mean", str(self.kind))
        return Norms(self.value, self.sd, n=self.n, source=self.origin)

    def as_threshold(self) -> Threshold:
        """The change as a threshold, for `important_change`.

        Raises:
            FieldError: The figure is no change.
        """
        if self.kind not in _CHANGES:
            raise FieldError("Figure.kind", "must be reliable_change or important_change", str(self.kind))
        return Threshold(self.value, self.origin)


@short_repr
@attrs.frozen(kw_only=True)
class InstrumentScore:
    """The score of one filled-in questionnaire.

    Attributes:
        instrument: Id of the questionnaire.
        total: The score, in points from `low` to `high`.
        band: Word for the gravest band that the score belongs to. It is a word of the source and no diagnosis.
        reached: The bands and cutoffs that count the score.
        screen: What the answers to items on suicide, self-harm and harm to others ask for. It is looked at even where
            there is no total.
        direction: Which way is better.
        low: Lowest score that there is.
        high: Highest score that there is.
        n: Number of items answered.
        dropped: Number of items without an answer.
    """

    instrument: str
    total: float | Undefined
    band: str | Undefined
    reached: tuple[Figure, ...]
    screen: ItemScreen
    direction: Direction
    low: float
    high: float
    n: int
    dropped: int


@short_repr
@attrs.frozen
class Instrument:
    """A questionnaire: how its answers are scored, and what is published of its scores. It holds no item text.

    Attributes:
        id: Name in the register, such as ``phq-9``.
        name: Name for people.
        names: Other names of the same form.
        measures: What it asks about.
        items: Number of items.
        item_low: Lowest score of one item.
        item_high: Highest score of one item.
        whole: Whether items are scored in whole numbers only.
        factor: What the sum of the items is multiplied by.
        may_miss: How many items may be without an answer. Each then counts as the mean of the others, so the score is
            prorated. It is 0 throughout the register, since no rule could be confirmed; whoever holds the manual of a
            form may set it.
        direction: Whether higher or lower scores are better.
        licence: What is known of the terms of use. It is no legal advice.
        source: Key of the reference.
        loinc_panel: LOINC code of the form, or None where none was confirmed.
        loinc_total: LOINC code of the score, or None.
        note: What to know before use, or None.
        figures: What is published of its scores.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field is out of range, or the direction is neither increase nor decrease.
    """

    id: str = attrs.field(validator=_checks.text(most=100))
    name: str = attrs.field(validator=_checks.text(most=100))
    names: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.text(most=100))
    )
    measures: str = attrs.field(kw_only=True, validator=_checks.text(most=200))
    items: int = attrs.field(kw_only=True, validator=_checks.whole(low=1))
    item_low: float = attrs.field(kw_only=True, validator=_checks.number(low=0))
    item_high: float = attrs.field(kw_only=True, validator=_checks.number())
    whole: bool = attrs.field(default=True, kw_only=True, validator=_checks.a(bool))
    factor: float = attrs.field(default=1, kw_only=True, validator=_checks.number())
    may_miss: int = attrs.field(default=0, kw_only=True, validator=_checks.whole(low=0))
    direction: Direction = attrs.field(
        kw_only=True, validator=_checks.one_of(Direction, Direction.INCREASE, Direction.DECREASE)
    )
    licence: str = attrs.field(kw_only=True, validator=_checks.text(most=500))
    source: str = attrs.field(kw_only=True, validator=_checks.text(most=100))
    loinc_panel: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=20)))
    loinc_total: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=20)))
    note: str | None = attrs.field(default=None, kw_only=True, validator=_checks.optional(_checks.text(most=500)))
    figures: tuple[Figure, ...] = attrs.field(
        default=(), kw_only=True, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Figure))
    )

    def __attrs_post_init__(self) -> None:
        if self.item_high <= self.item_low:
            raise FieldError("Instrument.item_high", f"must lie above item_low ({self.item_low:g})", self.item_high)
        if self.factor <= 0:
            raise FieldError("Instrument.factor", "must be above 0", self.factor)
        if self.may_miss >= self.items:
            raise FieldError("Instrument.may_miss", f"must be less than items ({self.items})", self.may_miss)

    @property
    def low(self) -> float:
        """Lowest score that there is."""
        return self.items * self.item_low * self.factor

    @property
    def high(self) -> float:
        """Highest score that there is."""
        return self.items * self.item_high * self.factor

    def figures_of(self, *kinds: FigureKind, country: str | None = None) -> tuple[Figure, ...]:
        """The figures of some kinds, in the order of the register.

        Args:
            *kinds: Which kinds.
            country: Only those of this country, as it is written in the register; None for those of any.
        """
        return tuple(one for one in self.figures if one.kind in kinds and country in (None, one.country))

    def score(self, answers: Iterable[float | None]) -> InstrumentScore:
        """The score of one filled-in form, and the items that a person has to look at.

        Formula:
            total = factor * sum(scores of the items)
            with up to `may_miss` items missing: total = factor * items * mean(scores of the items answered)

        Args:
            answers: Score of the answer to each item, in the order of the form; None where an item has no answer. It
                is the score that counts and not the place on the form: items that are worded the other way round are
                turned over first, as the key of the form says.

        Returns:
            The score with its band and the cutoffs it meets; `Undefined` where more items have no answer than may. The
            items that ask about suicide, self-harm or harm to others are looked at in any case, as `screen_items` does.

        Raises:
            FieldTypeError: The answers are no sequence, or one is no number.
            FieldError: There are more or fewer answers than items, or one is out of range.

        When it misleads:
            A questionnaire is no diagnosis: cutoffs are wrong for some people on either side, and hold for the sample,
            the language and the country that they come from. A low total says nothing about danger.

        Examples:
            >>> score = instrument("PHQ-9").score([1, 2, 1, 2, 2, 1, 1, 1, 1])
            >>> score.total, score.band, score.screen
            (12.0, 'moderate', <ItemScreen concern, a person has to look at item 9>)
        """
        scores = _numbers.numbers(answers, "answers", low=self.item_low, high=self.item_high)
        if len(scores) != self.items:
            raise FieldError(
                "answers", f"must have as many values as {self.name} has items ({self.items})", len(scores)
            )
        for place, value in enumerate(scores):
            if self.whole and value is not None and not value.is_integer():
                raise FieldError(f"answers[{place}]", f"must be a whole number, as {self.name} is scored", value)
        known = _numbers.present(scores)
        missing = self.items - len(known)
        total = self._total(known, missing)
        lines = self.figures_of(*_LINES)
        return InstrumentScore(
            instrument=self.id,
            total=total,
            band=total if isinstance(total, Undefined) else self._band(total),
            reached=() if isinstance(total, Undefined) else tuple(line for line in lines if line.counts(total)),
            screen=screen_items(self.id, dict(enumerate(scores, start=1))),
            direction=self.direction,
            low=self.low,
            high=self.high,
            n=len(known),
            dropped=missing,
        )

    def _total(self, known: list[float], missing: int) -> float | Undefined:
        if missing > self.may_miss:
            allowed = f"at most {self.may_miss} may be missing" if self.may_miss else "none may be missing"
            return Undefined(f"{missing} of {self.items} items have no answer; {allowed}")
        return self.factor * (self.items * sum(known) / len(known) if missing else sum(known))

    def _band(self, total: float) -> str | Undefined:
        bands = [(band.label or "", band.counts(total)) for band in self.figures_of(FigureKind.BAND)]
        if not bands:
            return _NO_BANDS
        return next((label for label, counts in reversed(bands) if counts), f"below {bands[0][0]}")


def instrument(name: str) -> Instrument:
    """Look up a questionnaire of the register.

    Args:
        name: Its id or another of its names, such as "PHQ-9" or "Patient Health Questionnaire 9"; capitals, blanks and
            signs do not matter.

    Returns:
        The questionnaire with its figures.

    Raises:
        FieldTypeError: The name is no text.
        UnknownNameError: The register has no such name; the error lists the ids.

    When it misleads:
        Figures come from one sample in one country. Look at the facts of each before use; where the people you see
        differ, figures of your own are better.

    Examples:
        >>> core = instrument("core 10")
        >>> core.low, core.high, str(core.direction)
        (0, 40, 'decrease')
        >>> for figure in core.figures_of(FigureKind.CUTOFF):
        ...     print(figure.value, figure.label, figure.source, figure.confidence)
        11 clinical range barkham2013 V2
        13 likely depression barkham2013 V2

    References:
        barkham2013, for the example. Each figure has a source of its own.
    """
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("name", "must be a str", type(name).__name__)
    try:
        return _by_name()[_folded(name)]
    except KeyError:
        ids = ", ".join(one.id for one in _register())
        raise UnknownNameError("name", f"must name one of {ids}", name) from None


def instruments() -> tuple[Instrument, ...]:
    """All questionnaires of the register, in the order of their ids.

    Returns:
        The questionnaires with their figures.

    When it misleads:
        As for `instrument`.

    Examples:
        >>> [one.id for one in instruments()][:5]
        ['core-10', 'gad-7', 'oq-45', 'ors', 'phq-9']

    References:
        barkham2013, kroenke2001 and others; each questionnaire and each figure has a source of its own.
    """
    return _register()


@cache
def _register() -> tuple[Instrument, ...]:
    return tuple(read_instrument(row) for row in load_data()["instrument"])


def load_data() -> dict[str, Any]:
    """The register as it is written."""
    file = resources.files("therapygoals.progress") / "instruments.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def read_instrument(row: Mapping[str, Any]) -> Instrument:
    """One entry of the register, as a questionnaire.

    Raises:
        TypeError: A field is missing or unknown.
        FieldTypeError: A field has the wrong type.
        FieldError: A field is out of range, or a word is none of its kind.
    """
    fields: dict[str, Any] = {field: value for field, value in row.items() if field != "study"}
    fields["direction"] = _word(Direction, row["direction"], "Instrument.direction")
    fields["figures"] = [_figure(study, figure) for study in row.get("study", ()) for figure in study["figures"]]
    return Instrument(**fields)


_WORDS: Mapping[str, type[StrEnum]] = MappingProxyType({"kind": FigureKind, "side": Side, "confidence": Confidence})


def _figure(study: Mapping[str, Any], figure: Mapping[str, Any]) -> Figure:
    facts = {field: value for field, value in study.items() if field != "figures"}
    words: dict[str, Any] = {
        field: _word(kind, figure[field], f"Figure.{field}") for field, kind in _WORDS.items() if field in figure
    }
    return Figure(**{**facts, **figure, **words})


def _word(kind: type[StrEnum], word: str, field: str) -> StrEnum:
    try:
        return kind(word)
    except ValueError:
        raise FieldError(field, f"must be one of {', '.join(kind)}", word) from None


@cache
def _by_name() -> Mapping[str, Instrument]:
    return {_folded(name): one for one in _register() for name in (one.id, one.name, *one.names)}


def _folded(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
