"""From what a statement says to a typed target: no number is invented, and no direction guessed."""

from __future__ import annotations

from typing import TypedDict

import attrs

from therapygoals.goals import (
    Aim,
    Amount,
    CountTarget,
    Direction,
    DurationTarget,
    ExplorationTarget,
    FrequencyTarget,
    Kind,
    MilestoneTarget,
    Period,
    QuantityTarget,
    Scale,
    ScaleTarget,
    StreakTarget,
    Target,
    YesNoTarget,
)
from therapygoals.goals.periods import COUNTED_IN
from therapygoals.goals.time import DAYS_IN
from therapygoals.language import Phrase, Reading, Role

__all__ = ["is_opposed", "target_of"]

_CLOCK = (Period.SECOND, Period.MINUTE, Period.HOUR, Period.DAY, Period.WEEK, Period.MONTH)
_TIME_UNITS = {str(unit): unit for unit in _CLOCK}
_MEASURED = frozenset({"kilometre", "mile", "metre", "kilogram", "pound", "gram", "litre", "calorie", "step", "word"})
"""Units that are measured, not ticked off one by one."""
_TROUBLE, _BETTER, _INNER = "problem", "better", "inner"
"""Rules of phrases: what one suffers from; a comparative of quality; a verb for what goes on inside."""
_RUN_WITHOUT = "run-without"
"""Rule of a run without something: a whole week without dread."""
_WAYS = {Aim.INCREASE: Direction.INCREASE, Aim.REDUCE: Direction.DECREASE, Aim.MAINTAIN: Direction.MAINTAIN}


class _Bounds(TypedDict, total=False):
    at_least: float | None
    at_most: float | None
    strict: bool


def target_of(reading: Reading) -> Target | None:
    """The typed target of a reading; None where the words name nothing that could be met.

    Args:
        reading: What was said.

    Returns:
        A target with the numbers that were said and no others. Where only a way was said ("fewer panic attacks") it
        knows the way and not the number.
    """
    if is_opposed(reading) or _is_beyond(reading.target):
        return None
    for find in _FINDERS:
        if (target := find(reading)) is not None:
            return target
    if reading.has(Role.ABSTINENCE) and not _stops_in_time(reading):
        return CountTarget(at_most=0, what=_what(reading))
    return YesNoTarget() if reading.has(Role.ONE_OFF) else None


def _stops_in_time(reading: Reading) -> bool:
    """Whether it is only to stop at some point, which is not never: stop after 2 beers, stop at 10 pm."""
    conditions = reading.all(Role.CONDITION)
    return any(
        number.rule == "clock" or any(condition.touches(number) for condition in conditions)
        for number in reading.all(Role.DISTRACTOR)
    )


def _is_beyond(amount: Amount | None) -> bool:
    """Whether nothing can meet the bound: under 0, or over 10 out of 10."""
    if amount is None or not amount.strict:
        return False
    return amount.high == 0 or (amount.low is not None and amount.low == amount.out_of)


def is_opposed(reading: Reading) -> bool:
    """Whether the bound that was said goes against the way that was said: less of it, but at least so much."""
    amount = reading.target or reading.frequency
    if amount is None:
        return False
    if reading.aim in (Aim.REDUCE, Aim.AVOID):
        return amount.high is None
    return reading.aim is Aim.INCREASE and amount.low is None


def _bounds(amount: Amount, reading: Reading) -> _Bounds:
    """The bounds of an amount: those that were said, or for an exact amount the side that the aim calls better."""
    if amount.low is None or amount.high is None:
        return {"at_least": amount.low, "at_most": amount.high, "strict": amount.strict}
    match reading.aim:
        case Aim.REDUCE | Aim.AVOID:
            return {"at_most": amount.high}
        case Aim.MAINTAIN:
            return {"at_least": amount.low, "at_most": amount.high}
        case _:
            return {"at_least": amount.low}


def _baseline(reading: Reading, bounds: _Bounds, factor: float = 1) -> float | None:
    """Where it starts; None where the numbers contradict the direction, for the two people to settle."""
    if reading.baseline is None or reading.baseline.value is None:
        return None
    value = round(reading.baseline.value * factor, 9)
    low, high = bounds.get("at_least"), bounds.get("at_most")
    return None if (low is not None and value > low) or (high is not None and value < high) else value


def _what(reading: Reading) -> str | None:
    """What is counted or rated, in the words that were said: the measure or event, else the trouble or state."""
    phrases = reading.all(Role.MEASURE) or reading.all(Role.EVENT) or _troubles(reading) or _states(reading)
    return reading.words(phrases[0]) if phrases else None


def _states(reading: Reading) -> tuple[Phrase, ...]:
    """The words for a state; none beside a comparative, which is about that ("kinder to myself")."""
    compared = any(phrase.rule == _BETTER for phrase in reading.all(Role.RELATIVE))
    states = () if compared else reading.all(Role.STATE)
    return tuple(phrase for phrase in states if phrase.rule != _INNER) or states


def _troubles(reading: Reading) -> list[Phrase]:
    """The words for what one suffers from."""
    return [phrase for phrase in reading.all(Role.STATE) if phrase.rule == _TROUBLE]


def _streak(reading: Reading) -> Target | None:
    """So many in a row."""
    amount, deadline, runs = reading.target, reading.deadline, reading.all(Role.STREAK)
    if not runs:
        return None
    if amount is not None and amount.low is not None and _is_count(amount.low):
        per = Period(amount.unit) if amount.unit in COUNTED_IN else Period.DAY
        return StreakTarget(length=int(amount.low), per=per, what=_run_of(reading))
    beside = any(run.touches(phrase) for run in runs for phrase in reading.all(Role.DEADLINE))
    span = deadline.span if deadline is not None and beside else None
    days = None if span is None else span.days
    return None if days is None else StreakTarget(length=max(1, round(days)), what=_run_of(reading))


def _run_of(reading: Reading) -> str | None:
    """What the run is made of; for a run without something the words from "without" on, so that it stays that way."""
    what = next((phrase for phrase in (*reading.all(Role.EVENT), *_troubles(reading), *reading.all(Role.ACT))), None)
    for run in reading.all(Role.STREAK):
        if run.rule == _RUN_WITHOUT:
            start = reading.text.rfind(" ", run.start, run.end) + 1
            return reading.text[start : run.end if what is None or what.start < run.end else what.end]
    return _what(reading)


def _is_count(number: float) -> bool:
    return number >= 1 and number % 1 == 0


def _limit(reading: Reading) -> Target | None:
    """A ceiling for each of some occasions, which makes no quota of them: stop at 2 beers on Fridays."""
    amount, frequency = reading.target, reading.frequency
    if amount is None or frequency is None or amount.unit in (None, "time", "point") or amount.per is not None:
        return None
    is_ceiling = amount.low is None or reading.aim in (Aim.REDUCE, Aim.AVOID)
    if amount.high is None or not is_ceiling or reading.baseline is not None:
        return None
    comes_once = (frequency.low, frequency.high, frequency.every) == (1, 1, 1) and frequency.per in COUNTED_IN
    return QuantityTarget(
        noun=amount.unit,
        at_most=amount.high,
        strict=amount.strict,
        per=frequency.per if comes_once else None,
        what=_what(reading),
    )


def _rate(reading: Reading) -> Target | None:
    """Occasions in a period that are to become fewer or more, or have a ceiling."""
    frequency, baseline = reading.frequency, reading.baseline
    if frequency is None or frequency.every != 1 or frequency.per not in COUNTED_IN:
        return None
    if reading.aim is not Aim.REDUCE and (reading.aim is Aim.PRACTISE or baseline is None):
        return None
    strict = reading.target is not None and reading.target.strict
    one_sided = frequency.low is None or frequency.high is None
    bounds = _bounds(Amount(low=frequency.low, high=frequency.high, strict=strict and one_sided), reading)
    factor = 1.0 if baseline is None else _per_factor(baseline.per, frequency.per)
    start = _baseline(reading, bounds, factor)
    return CountTarget(per=frequency.per, baseline=start, what=_what(reading), **bounds)


def _per_factor(given: Period | None, wanted: Period) -> float:
    """What one in a period is in another: 1 per day is 7 per week."""
    if given is None or given is wanted or given not in DAYS_IN or wanted not in DAYS_IN:
        return 1
    return DAYS_IN[wanted] / DAYS_IN[given]


def _level(reading: Reading) -> Target | None:
    """A point on a scale whose range is known, by its top or by its instrument."""
    amount = reading.target
    if amount is None or amount.unit != "point" or amount.out_of is None:
        return None
    start = None if reading.baseline is None else reading.baseline.value
    if any(number is not None and not 0 <= number <= amount.out_of for number in (amount.low, amount.high, start)):
        return None
    instrument = next((reading.words(phrase) for phrase in reading.all(Role.INSTRUMENT)), None)
    scale = Scale(low=0, high=amount.out_of, instrument=instrument)
    bounds = _bounds(amount, reading)
    return ScaleTarget(scale=scale, baseline=_baseline(reading, bounds), what=_what(reading), **bounds)


def _length(reading: Reading) -> Target | None:
    """An amount of time, or a change of it."""
    amount = reading.target or reading.change
    if amount is None or amount.unit not in _TIME_UNITS:
        return None
    unit = _TIME_UNITS[amount.unit]
    if reading.target is None:
        return DurationTarget(measured_in=unit, per=amount.per, what=_what(reading), change=_signed(amount, reading))
    bounds = _bounds(amount, reading)
    given = None if reading.baseline is None else _TIME_UNITS.get(reading.baseline.unit or "")
    start = _baseline(reading, bounds, 1 if given is None else DAYS_IN[given] / DAYS_IN[unit])
    return DurationTarget(measured_in=unit, per=amount.per, baseline=start, what=_what(reading), **bounds)


def _signed(change: Amount, reading: Reading) -> float:
    """A change with the sign of the direction; of a range the smaller step."""
    size = min(abs(bound) for bound in (change.low, change.high) if bound is not None)
    down = reading.direction is Direction.DECREASE or (change.low or 0) < 0
    return -size if down else size


def _milestones(reading: Reading) -> Target | None:
    """A whole number of things to do or learn once each."""
    amount = reading.target
    if amount is None or amount.low is None or not _is_count(amount.low):
        return None
    if (amount.per, amount.out_of, reading.baseline) != (None, None, None):
        return None
    if amount.unit in (None, "point", "%") or amount.unit in _MEASURED or reading.direction is not Direction.ACHIEVE:
        return None
    return MilestoneTarget(count=int(amount.low), noun=amount.unit)


def _quantity(reading: Reading) -> Target | None:
    """Any other amount in a unit of its own."""
    amount = reading.target
    if amount is None:
        return None
    noun = amount.unit or "time"
    bounds = _bounds(amount, reading)
    same = reading.baseline is not None and (reading.baseline.unit, reading.baseline.per) == (amount.unit, amount.per)
    return QuantityTarget(
        noun=noun if amount.out_of is None else f"{noun} out of {amount.out_of:g}",
        per=amount.per,
        baseline=_baseline(reading, bounds) if same else None,
        what=_what(reading),
        **bounds,
    )


def _change(reading: Reading) -> Target | None:
    """A change of anything but time, in a unit of its own or in percent."""
    change = reading.change
    if change is None or not (step := _signed(change, reading)):
        return None
    percent = change.unit == "%"
    noun = _what(reading) or "time" if percent or change.unit is None else change.unit
    return QuantityTarget(noun=noun, per=change.per, change=step, percent=percent, what=_what(reading))


def _frequency(reading: Reading) -> Target | None:
    """A quota for what one does."""
    frequency = reading.frequency
    if frequency is None or frequency.per not in COUNTED_IN or _is_paced(reading):
        return None
    fits = frequency.of is not None and max(frequency.low or 0, frequency.high or 0) <= frequency.of
    return FrequencyTarget(
        at_least=frequency.low,
        at_most=frequency.high if frequency.low is None else None,
        per=frequency.per,
        every=frequency.every,
        of=frequency.of if fits else None,
        context=_context(reading),
        each=reading.duration or _each(reading),
    )


def _each(reading: Reading) -> Amount | None:
    """How much is done on each occasion, where a rate and an amount of something else are said."""
    amount = reading.target
    return None if amount is None or amount.unit in (None, "time", "point") else attrs.evolve(amount, per=None)


def _is_paced(reading: Reading) -> bool:
    """Whether the rate only tells the pace of a number of things: eight weekly sessions."""
    if reading.target is None or reading.target.unit in (None, "time"):
        return False
    amounts = reading.all(Role.TARGET)
    return any(amount.start <= rate.start < amount.end for rate in reading.all(Role.FREQUENCY) for amount in amounts)


def _context(reading: Reading) -> str | None:
    """The moment or place that an act is tied to: the words that were said, else the time of the day."""
    in_spite_of = {phrase.start for phrase in reading.all(Role.ROADBLOCK)}
    for phrase in reading.all(Role.CONDITION):
        if phrase.start not in in_spite_of:
            return reading.words(phrase)
    moment = None if reading.frequency is None else reading.frequency.moment
    return None if moment is None else str(moment)


def _occasion(reading: Reading) -> Target | None:
    """One act of a certain length."""
    duration = reading.duration
    if duration is None:
        return None
    at_most = duration.high if duration.low is None else None
    return DurationTarget(measured_in=_TIME_UNITS.get(duration.unit or ""), at_least=duration.low, at_most=at_most)


def _way(reading: Reading) -> Target | None:
    """Only a way was said: more or fewer of an event, longer or shorter, higher or lower on a rating of one's own."""
    if reading.aim is Aim.DISCOVER:
        return ExplorationTarget(question=reading.text)
    if reading.aim is None or (Kind.OUTCOME not in reading.kinds and reading.aim is not Aim.REDUCE):
        return None
    way, trouble = _WAYS.get(reading.aim), bool(_troubles(reading))
    if trouble and reading.has(Role.MENTAL_VERB) and way is not Direction.DECREASE and reading.aim is not Aim.AVOID:
        way = Direction.MAINTAIN  # to manage a trouble, or to handle it better, is to keep it within bounds
    if way is None:
        return None
    if reading.has(Role.LENGTH):
        return DurationTarget(towards=way, what=_what(reading))
    if reading.has(Role.EVENT) or Kind.OUTCOME not in reading.kinds:
        return CountTarget(towards=way, what=_what(reading))
    if trouble and way is Direction.INCREASE:
        return None  # nobody wants more of a trouble, so something else is meant
    return ScaleTarget(towards=way, what=_what(reading)) if trouble or reading.has(Role.STATE, Role.MEASURE) else None


def _habit(reading: Reading) -> Target | None:
    """Something done again and again, without a word on how often."""
    kept_up = reading.aim in (Aim.INCREASE, Aim.MAINTAIN) and Kind.OUTCOME not in reading.kinds
    return FrequencyTarget(context=_context(reading)) if kept_up or reading.aim is Aim.PRACTISE else None


_FINDERS = (
    _streak,
    _limit,
    _rate,
    _frequency,
    _level,
    _length,
    _milestones,
    _quantity,
    _change,
    _occasion,
    _way,
    _habit,
)
"""The shapes of targets, the most telling first."""
