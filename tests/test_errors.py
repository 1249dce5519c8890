"""Errors tell field, rule and value, and can be caught as ours or as the built-in that a caller expects."""

import copy
import pickle

import pytest

from therapygoals.errors import (
    DocumentError,
    EventError,
    Fault,
    FieldError,
    FieldTypeError,
    MissingExtraError,
    RelationError,
    TherapyGoalsError,
    UnknownNameError,
)

FACT_ERRORS = [
    (FieldError, ValueError),
    (FieldTypeError, TypeError),
    (RelationError, ValueError),
    (EventError, ValueError),
    (UnknownNameError, KeyError),
    (MissingExtraError, ImportError),
]
FAULTS = (Fault("$.id", "must not be empty"), Fault("$.goals[2].target", "required field missing"))


@pytest.mark.parametrize(("kind", "builtin"), FACT_ERRORS)
def test_error_can_be_caught_as_ours_or_as_the_builtin(kind, builtin):
    assert issubclass(kind, TherapyGoalsError)
    assert issubclass(kind, builtin)


@pytest.mark.parametrize("kind", [kind for kind, _ in FACT_ERRORS])
def test_message_names_field_rule_and_value(kind):
    error = kind("Span.count", "must be at least 0", -1.5)
    assert str(error) == "Span.count must be at least 0 (got -1.5)"
    assert (error.field, error.rule, error.value) == ("Span.count", "must be at least 0", -1.5)


@pytest.mark.parametrize("kind", [kind for kind, _ in FACT_ERRORS])
def test_message_is_silent_about_a_value_that_is_not_told(kind):
    error = kind("Statement.text", "must not be empty or blank")
    assert str(error) == "Statement.text must not be empty or blank"
    assert error.value is None


@pytest.mark.parametrize("kind", [kind for kind, _ in FACT_ERRORS])
@pytest.mark.parametrize("twin_of", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_error_keeps_its_facts_when_copied_or_stored(kind, twin_of):
    twin = twin_of(kind("Scale.low", "must lie below high (10)", 12))
    assert type(twin) is kind
    assert str(twin) == "Scale.low must lie below high (10) (got 12)"
    assert (twin.field, twin.rule, twin.value) == ("Scale.low", "must lie below high (10)", 12)


def test_relation_error_is_a_field_error():
    assert issubclass(RelationError, FieldError)


def test_fault_tells_what_must_hold_and_where():
    assert str(FAULTS[1]) == "required field missing @ $.goals[2].target"


def test_document_error_tells_every_fault_at_once():
    error = DocumentError(iter(FAULTS))
    assert error.faults == FAULTS
    assert str(error) == "2 faults: must not be empty @ $.id; required field missing @ $.goals[2].target"


def test_document_error_counts_a_single_fault_in_the_singular():
    assert str(DocumentError(FAULTS[:1])) == "1 fault: must not be empty @ $.id"


def test_document_error_is_a_value_error_of_ours():
    with pytest.raises(ValueError, match="1 fault") as caught:
        raise DocumentError(FAULTS[:1])
    assert isinstance(caught.value, TherapyGoalsError)


def test_document_error_keeps_its_faults_when_stored():
    twin = pickle.loads(pickle.dumps(DocumentError(FAULTS)))
    assert twin.faults == FAULTS
    assert str(twin) == str(DocumentError(FAULTS))
