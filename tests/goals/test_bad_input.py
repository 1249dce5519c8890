"""Malformed data is refused by an error that names field, rule and value, and never tells a person's words."""

from datetime import date, datetime

import pytest

from therapygoals.errors import FieldTypeError, TherapyGoalsError
from therapygoals.goals import (
    Actor,
    Amount,
    Context,
    Frequency,
    GasTarget,
    IfThenPlan,
    MilestoneTarget,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    ProcessGoal,
    ProgressLine,
    Relation,
    RelationKind,
    Roadblock,
    ScaleTarget,
    Span,
    Statement,
    Step,
    Strategy,
    TextTarget,
    TimeFrame,
)

PRIVATE = "my own private words"
DAY = date(2026, 3, 1)

TEXTS = {
    "Statement.text": Statement,
    "IfThenPlan.when": lambda text: IfThenPlan(text, "breathe"),
    "IfThenPlan.then": lambda text: IfThenPlan("I wake", text),
    "Roadblock.text": Roadblock,
    "Strategy.name": Strategy,
    "Step.text": Step,
    "TextTarget.text": lambda text: TextTarget(text=text),
    "Relation.to": lambda text: Relation(RelationKind.OTHER, text),
}
NUMBERS = {
    "Span.count": lambda number: Span(number, Period.DAY),
    "Amount.low": lambda number: Amount(low=number),
    "Frequency.high": lambda number: Frequency(high=number, per=Period.DAY),
    "ProgressLine.baseline": lambda number: ProgressLine(low=1, baseline=number),
    "ScaleTarget.at_least": lambda number: ScaleTarget(at_least=number),
    "Observation.value": lambda number: Observation(DAY, number),
    "GasTarget.weight": lambda number: GasTarget(levels=[None] * 5, weight=number),
    "MilestoneTarget.count": lambda number: MilestoneTarget(count=number),
    "Frequency.every": lambda number: Frequency(low=1, per=Period.DAY, every=number),
}
WHOLE = ("MilestoneTarget.count", "Frequency.every")
DAYS = {
    "Observation.on": Observation,
    "TimeFrame.start": lambda day: TimeFrame(start=day),
    "TimeFrame.due": lambda day: TimeFrame(due=day),
    "Step.done_on": lambda day: Step("breathe", day),
}


def refused(make, value, kind, field):
    with pytest.raises(kind) as caught:
        make(value)
    assert isinstance(caught.value, TherapyGoalsError)
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field} {caught.value.rule}")
    return caught.value


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("text", ["", " ", "\r\n\t", "\u2003\u00a0"])
def test_blank_text_is_refused(field, text):
    assert refused(TEXTS[field], text, ValueError, field).rule == "must not be empty or blank"


@pytest.mark.parametrize("field", TEXTS)
def test_text_over_4000_characters_is_refused_and_not_told(field):
    error = refused(TEXTS[field], "x" * 4_001, ValueError, field)
    assert "(it has 4001)" in error.rule
    assert "xx" not in str(error)
    assert error.value is None


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(("text", "kind"), [(b"walk", "bytes"), (3, "int"), (None, "NoneType"), (["walk"], "list")])
def test_text_of_the_wrong_type_is_refused(field, text, kind):
    assert refused(TEXTS[field], text, TypeError, field).value == kind


@pytest.mark.parametrize("field", NUMBERS)
@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 1e101])
def test_number_that_is_not_finite_is_refused(field, number):
    kind = TypeError if field in WHOLE else ValueError
    assert refused(NUMBERS[field], number, kind, field).value == (
        "float" if field in WHOLE else pytest.approx(number, nan_ok=True)
    )


@pytest.mark.parametrize("field", NUMBERS)
@pytest.mark.parametrize("number", [10**400, -(10**400)])
def test_number_of_400_digits_is_refused_and_not_told(field, number):
    error = refused(NUMBERS[field], number, ValueError, field)
    assert error.value is None
    assert len(str(error)) < 120


@pytest.mark.parametrize("field", NUMBERS)
@pytest.mark.parametrize(("number", "kind"), [(True, "bool"), (False, "bool"), ("3", "str"), (3j, "complex")])
def test_number_of_the_wrong_type_is_refused(field, number, kind):
    assert refused(NUMBERS[field], number, TypeError, field).value == kind


@pytest.mark.parametrize("field", ["Span.count", "Frequency.high", "GasTarget.weight", "MilestoneTarget.count"])
def test_negative_number_is_refused_where_there_is_none(field):
    assert refused(NUMBERS[field], -1, ValueError, field).value == -1


@pytest.mark.parametrize("field", DAYS)
@pytest.mark.parametrize(
    ("day", "kind"),
    [(datetime(2026, 3, 1), "datetime"), ("2026-03-01", "str"), (20_260_301, "int")],  # noqa: DTZ001
)
def test_day_of_the_wrong_type_is_refused(field, day, kind):
    assert refused(DAYS[field], day, TypeError, field).value == kind


@pytest.mark.parametrize(
    ("make", "value", "field"),
    [
        (OutcomeGoal, None, "OutcomeGoal.statement"),
        (OutcomeGoal, b"walk", "OutcomeGoal.statement"),
        (lambda targets: ProcessGoal("walk", targets), "walk", "ProcessGoal.targets"),
        (lambda targets: ProcessGoal("walk", targets), [3], "ProcessGoal.targets"),
        (lambda aim: ProcessGoal("walk", aim=aim), "increase", "ProcessGoal.aim"),
        (lambda aim: ProcessGoal("walk", time_frame=aim), None, "ProcessGoal.time_frame"),
        (lambda areas: Context(areas=areas), "sleep", "Context.areas"),
        (lambda areas: Context(areas=areas), ["sleep"], "Context.areas"),
        (lambda areas: Context(areas=areas), [["sleep"]], "Context.areas"),
        (lambda values: Context(values=values), "kindness", "Context.values"),
        (lambda strict: Amount(low=1, strict=strict), 1, "Amount.strict"),
        (Actor, "client", "Actor.role"),
        (lambda covers: Observation(DAY, covers=covers), "week", "Observation.covers"),
    ],
)
def test_part_of_the_wrong_type_is_refused(make, value, field):
    refused(make, value, FieldTypeError, field)


def test_word_outside_a_closed_set_lists_the_right_ones():
    with pytest.raises(FieldTypeError, match=r"must be of type Party \(client, therapist, carer, team, other\)"):
        Actor("friend")


@pytest.mark.parametrize(
    "make",
    [
        lambda: OutcomeGoal(PRIVATE, ScaleTarget(at_least=3), id=""),
        lambda: OutcomeGoal(PRIVATE, relations=[PRIVATE]),
        lambda: OutcomeGoal(PRIVATE * 300),
        lambda: OutcomeGoal(PRIVATE, insight=PRIVATE * 300),
        lambda: ScaleTarget(at_least=11, what=PRIVATE),
        lambda: Observation(DAY, float("nan"), note=PRIVATE),
        lambda: Roadblock(PRIVATE, likelihood=11),
        lambda: IfThenPlan(PRIVATE, ""),
        lambda: Step(PRIVATE, PRIVATE),
        lambda: Actor(PRIVATE),
        lambda: Observation(PRIVATE),
        lambda: TimeFrame(start=PRIVATE),
        lambda: Amount(low=PRIVATE),
        lambda: Relation(PRIVATE, "sleep"),
        lambda: Actor(Party.CLIENT, PRIVATE * 300),
    ],
)
def test_persons_words_are_never_told_in_an_error(make):
    with pytest.raises(TherapyGoalsError) as caught:
        make()
    assert "private" not in f"{caught.value} {caught.value.args} {caught.value.value}"
