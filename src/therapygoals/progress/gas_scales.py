"""Is a goal attainment scale fit to be used? Rules that a scale is held against before anybody is rated on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum, unique
from itertools import combinations, pairwise
from typing import TypeAlias, cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Amount, _checks
from therapygoals.goals._words import short_repr
from therapygoals.progress import _numbers

__all__ = ["GasFinding", "GasRule", "Level", "gas_findings"]

Level: TypeAlias = Amount | str | None
"""What one level of a scale looks like: an amount, words, or nothing yet."""

_LEVELS = (-2, -1, 0, 1, 2)
_FEWEST = 3


@unique
class GasRule(StrEnum):
    """What a scale of goal attainment should hold to. Each can be left with a reason; none is an error."""

    FEW_LEVELS = "few_levels"
    """At least three levels are described."""
    NO_EXPECTED_LEVEL = "no_expected_level"
    """Level 0, what is expected, is described."""
    NO_ROOM = "no_room"
    """There is a level above and one below what is expected."""
    ADJACENT_BLANKS = "adjacent_blanks"
    """No two levels in a row are left blank."""
    START_AS_EXPECTED = "start_as_expected"
    """The start lies below what is expected, usually at -2 or -1."""
    SEVERAL_VARIABLES = "several_variables"
    """Only one thing changes from level to level."""
    OVERLAP = "overlap"
    """No result belongs to two levels."""
    GAP = "gap"
    """Every result between two neighbouring levels belongs to one of them."""
    MIXED_ORDER = "mixed_order"
    """The levels go one way, from the worst to the best."""
    UNEQUAL_STEPS = "unequal_steps"
    """The steps between levels are about as large as each other."""


_SAID = {
    GasRule.FEW_LEVELS: ("Fewer than three levels are described.", "What would a little more, and a little less, be?"),
    GasRule.NO_EXPECTED_LEVEL: ("The expected level is not described yet.", "What do you both expect by then?"),
    GasRule.NO_ROOM: ("All levels lie on one side of the expected one.", "What would be more, or less, than expected?"),
    GasRule.ADJACENT_BLANKS: ("Two levels in a row are blank.", "What lies between the levels that are described?"),
    GasRule.START_AS_EXPECTED: ("The start is at the expected level already.", "What would be worth working for?"),
    GasRule.SEVERAL_VARIABLES: ("More than one thing is measured.", "Which one thing shows it best?"),
    GasRule.OVERLAP: ("A result could belong to two levels.", "Where does the one end and the other begin?"),
    GasRule.GAP: ("A result between two levels belongs to neither.", "Which of the two would it be?"),
    GasRule.MIXED_ORDER: ("The levels go up and down.", "Which way is better?"),
    GasRule.UNEQUAL_STEPS: ("Some steps are larger than others.", "Is each step about as hard as the next?"),
}


@short_repr
@attrs.frozen
class GasFinding:
    """One thing to talk over before a scale is used.

    Attributes:
        rule: The rule that the scale does not hold to.
        levels: The levels it is about, from -2 to 2.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A level lies outside -2 to 2.
    """

    rule: GasRule = attrs.field(validator=_checks.a(GasRule))
    levels: tuple[int, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.whole(low=_LEVELS[0], high=_LEVELS[-1]))
    )

    @property
    def noticed(self) -> str:
        """What was noticed, in a sentence."""
        return _SAID[self.rule][0]

    @property
    def ask(self) -> str:
        """What to ask each other."""
        return _SAID[self.rule][1]

    def __str__(self) -> str:
        places = ", ".join(f"{level:+d}" if level else "0" for level in self.levels)
        return f"{self.noticed} {self.ask} (level {places})"


def gas_findings(levels: Sequence[Level], *, baseline: float | None = None) -> tuple[GasFinding, ...]:
    """What to talk over before a scale of goal attainment is used.

    Formula:
        each rule of `GasRule` by itself; those on amounts look at the levels that are given as an `Amount`

    Args:
        levels: What each of the five levels looks like, from -2 to +2: an `Amount`, words, or None while it is not
            described. Words are compared with each other only; `therapygoals.read` finds the amount in a sentence.
        baseline: The level at the start, from -2 to 2, or None.

    Returns:
        The findings, in the order of the rules; none when the scale holds to all of them. They are no verdict on
        the goal, and say nothing about whether it is the right one.

    Raises:
        FieldTypeError: The levels are no sequence of amounts, texts and None.
        FieldError: There are not five levels, or the baseline lies outside -2 to 2.

    When it misleads:
        A scale can hold to every rule and still measure what does not matter to the person. Steps of the same size are
        seldom equally hard: the first walk may cost more than the next three. Words are not understood here.

    Examples:
        >>> from therapygoals.goals import Amount
        >>> walks = [Amount.exactly(count, "walk") for count in (0, 1, 2, 3, 5)]
        >>> print(gas_findings(walks)[0])
        A result between two levels belongs to neither. Which of the two would it be? (level +1, +2)

    References:
        kiresuk1968, king1999, krasnypacini2016.
    """
    scale = _described(levels)
    start = _numbers.maybe_number(baseline, "baseline", low=_LEVELS[0], high=_LEVELS[-1])
    return tuple(GasFinding(rule, places) for rule, places in _broken(scale, start) if places)


def _described(given: object) -> dict[int, Amount | str]:
    """What the levels that are described look like, by level."""
    kind = type(given).__name__
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise FieldTypeError("levels", "must be a sequence of amounts, texts and None", kind)
    levels = cast("Sequence[Level]", given)
    if len(levels) != len(_LEVELS):
        raise FieldError("levels", "must be five, from -2 to +2", len(levels))
    for place, level in enumerate(levels):
        if isinstance(level, str):
            _checks.check_text(level, f"levels[{place}]")
        elif level is not None:
            _numbers.check_kind(level, Amount, f"levels[{place}]")
    return {level: looks for level, looks in zip(_LEVELS, levels, strict=True) if looks is not None}


def _broken(scale: Mapping[int, Amount | str], start: float | None) -> Iterator[tuple[GasRule, tuple[int, ...]]]:
    """Each rule with the levels at which it is broken, which are none where it is not."""
    told, blank = tuple(scale), tuple(level for level in _LEVELS if level not in scale)
    yield GasRule.FEW_LEVELS, blank if len(told) < _FEWEST else ()
    yield GasRule.NO_EXPECTED_LEVEL, () if 0 in scale else (0,)
    sides = {math.copysign(1, level) for level in told if level}
    yield GasRule.NO_ROOM, tuple(level for level in blank if sides and level and math.copysign(1, level) not in sides)
    yield GasRule.ADJACENT_BLANKS, _members((one, other) for one, other in pairwise(blank) if other - one == 1)
    yield GasRule.START_AS_EXPECTED, (round(start),) if start is not None and start >= 0 else ()
    amounts = {level: looks for level, looks in scale.items() if isinstance(looks, Amount)}
    words = {level: looks.strip().casefold() for level, looks in scale.items() if isinstance(looks, str)}
    alike = [pair for pair in combinations(words, 2) if words[pair[0]] == words[pair[1]]]
    if _is_mixed(amounts.values()):
        yield GasRule.SEVERAL_VARIABLES, tuple(amounts)
        amounts = {}
    shared = [(one, other) for one, other in combinations(amounts, 2) if _overlap(amounts[one], amounts[other])]
    apart = [pair for pair in combinations(amounts, 2) if pair not in shared]
    yield GasRule.OVERLAP, _members([*alike, *shared])
    whole = all(_is_whole(amount) for amount in amounts.values())
    next_to = [(one, other) for one, other in apart if other - one == 1]
    yield GasRule.GAP, _members(pair for pair in next_to if _gap(*(amounts[level] for level in pair), whole=whole))
    bounds = {level: (_low(amount), _high(amount)) for level, amount in amounts.items()}
    ways = {bounds[one] < bounds[other] for one, other in apart if bounds[one] != bounds[other]}
    yield GasRule.MIXED_ORDER, tuple(amounts) if len(ways) > 1 else ()
    yield GasRule.UNEQUAL_STEPS, _unequal(amounts)


def _members(pairs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(sorted({level for pair in pairs for level in pair}))


def _is_mixed(amounts: Iterable[Amount]) -> bool:
    """Whether two amounts name another unit, period or top of a scale; what one of them leaves out is no difference."""
    named = [(amount.unit, amount.per, amount.out_of) for amount in amounts]
    return any(len({*told} - {None}) > 1 for told in zip(*named, strict=True))


def _low(amount: Amount) -> float:
    return -math.inf if amount.low is None else amount.low


def _high(amount: Amount) -> float:
    return math.inf if amount.high is None else amount.high


def _overlap(one: Amount, other: Amount) -> bool:
    """Whether a number belongs to both."""
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    return low < high or (low == high and not (one.strict or other.strict))


def _is_whole(amount: Amount) -> bool:
    return all(bound is None or float(bound).is_integer() for bound in (amount.low, amount.high))


def _gap(one: Amount, other: Amount, *, whole: bool) -> bool:
    """Whether a number between the two belongs to neither; between whole numbers there is none."""
    space = max(_low(one), _low(other)) - min(_high(one), _high(other))
    if space == 0:
        return one.strict and other.strict
    return space > (1 if whole else 0)


def _unequal(amounts: Mapping[int, Amount]) -> tuple[int, ...]:
    """The levels with a step of another size than the first, between the middles of amounts that have one."""
    middles = {
        level: (amount.low + amount.high) / 2
        for level, amount in amounts.items()
        if amount.low is not None and amount.high is not None
    }
    steps = [abs(middles[other] - middles[one]) for one, other in pairwise(middles) if other - one == 1]
    return tuple(middles) if any(not math.isclose(step, steps[0], rel_tol=1e-9) for step in steps) else ()
