"""What stands in the place of a number that cannot be told."""

from __future__ import annotations

from typing import Literal

import attrs

from therapygoals.goals import _checks

__all__ = ["Undefined"]


@attrs.frozen
class Undefined:
    """A number that cannot be told, and why. It counts as false, and no sum takes it for a number.

    Attributes:
        reason: Why there is no number, in words for the person who reads the result.

    Raises:
        FieldError: The reason is blank or longer than 200 characters.

    Examples:
        >>> from therapygoals.progress import gas_score
        >>> print(gas_score([None, None]).t)
        undefined: no goal was rated
    """

    reason: str = attrs.field(validator=_checks.text(most=200))

    def __bool__(self) -> Literal[False]:
        return False

    def __str__(self) -> str:
        return f"undefined: {self.reason}"
