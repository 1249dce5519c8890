import pickle

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.safety import ConcernCategory, Directness, SafetyConcern, Subject


def concern(**changes):
    fields = {
        "category": ConcernCategory.ABUSE,
        "rule_id": "a1",
        "rule_set_version": "1",
        "directness": Directness.DIRECT,
        "start": 3,
        "end": 9,
    }
    return SafetyConcern(**fields | changes)


def test_a_concern_tells_where_to_look():
    assert concern().span == (3, 9)


def test_a_concern_is_about_nobody_known_unless_it_says_so():
    assert (concern().subject, concern().negated, concern().child_at_risk) == (Subject.UNKNOWN, False, False)


def test_a_child_may_be_at_risk_with_abuse():
    assert concern(child_at_risk=True).child_at_risk


def test_equal_concerns_are_equal_and_survive_pickling():
    assert pickle.loads(pickle.dumps(concern())) == concern()
    assert hash(concern()) == hash(concern())


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"category": "abuse"}, FieldTypeError, "SafetyConcern.category"),
        ({"rule_id": " "}, FieldError, "SafetyConcern.rule_id"),
        ({"start": -1}, FieldError, "SafetyConcern.start"),
        ({"start": 9}, FieldError, "SafetyConcern.end"),
        ({"negated": 1}, FieldTypeError, "SafetyConcern.negated"),
        ({"category": ConcernCategory.EATING, "child_at_risk": True}, FieldError, "SafetyConcern.child_at_risk"),
    ],
)
def test_a_malformed_concern_is_refused_by_field(changes, error, field):
    with pytest.raises(error) as caught:
        concern(**changes)
    assert caught.value.field == field
