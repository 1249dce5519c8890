"""What stands in the place of a number that cannot be told."""

import pytest

from therapygoals.errors import DocumentError, FieldError, FieldTypeError
from therapygoals.interop import json
from therapygoals.progress import GasScore, Undefined, gas_score

WHY = Undefined("no goal was rated")


def test_it_is_false_and_says_why():
    assert not WHY
    assert str(WHY) == "undefined: no goal was rated"


@pytest.mark.parametrize("use", [lambda it: it + 1, lambda it: 2 * it, lambda it: -it, float, round, lambda it: it < 1])
def test_no_sum_takes_it_for_a_number(use):
    with pytest.raises(TypeError):
        use(WHY)


@pytest.mark.parametrize("reason", ["", " ", "x" * 201])
def test_reason_has_to_be_told_and_short(reason):
    with pytest.raises(FieldError, match=r"^Undefined\.reason must"):
        Undefined(reason)


def test_reason_is_a_text():
    with pytest.raises(FieldTypeError, match=r"^Undefined\.reason must be a str \(got 'int'\)$"):
        Undefined(5)


def test_json_has_the_reason_in_the_place_of_the_number():
    written = json.dumps(gas_score([None], rho=0.5))
    assert b'"t":{"reason":"no goal was rated"},' in written
    assert json.loads(written, GasScore).t == WHY


@pytest.mark.parametrize(("type_", "told"), [(float | Undefined, "2.5"), (Undefined | float, '{"reason":"why"}')])
def test_either_can_be_read_where_both_may_stand(type_, told):
    assert json.dumps(json.loads(told, type_)).decode() == told


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ('"2.5"', "must be a number (got a string) @ $"),
        ("null", "must be a number (got null) @ $"),
        ("{}", "required field missing @ $.reason"),
        ('{"reason": ""}', "must not be empty or blank @ $.reason"),
    ],
)
def test_anything_else_in_its_place_is_refused(came, told):
    with pytest.raises(DocumentError) as caught:
        json.loads(came, float | Undefined)
    assert [str(fault) for fault in caught.value.faults] == [told]


def test_nothing_may_stand_beside_them():
    assert json.loads("null", float | Undefined | None) is None
