"""Lines that type checkers read and nobody runs: each error can be caught as ours and as the built-in."""

from typing import assert_type

from therapygoals.errors import DocumentError, Fault, FieldError, TherapyGoalsError, UnknownNameError

as_ours: TherapyGoalsError = FieldError("Amount.low", "must be at least 0", -1)
as_built_in: ValueError = FieldError("Amount.low", "must be at least 0", -1)
as_key_error: KeyError = UnknownNameError("name", "must be one of a, b", "c")
assert_type(FieldError("Amount.low", "must be at least 0", -1).field, str)
assert_type(DocumentError([Fault("$", "must be a dict")]).faults, tuple[Fault, ...])

# What both type checkers must refuse
FieldError("Amount.low")  # type: ignore[call-arg]
DocumentError(["text"])  # type: ignore[list-item]
not_a_type_error: TypeError = FieldError("Amount.low", "must be at least 0", -1)  # type: ignore[assignment]
