"""Whether a wish or a step is a lot at once."""

from __future__ import annotations

from therapygoals.language import Reading
from therapygoals.reframing._hearing import plain, says
from therapygoals.reframing.entries import Words
from therapygoals.smart import check

__all__ = ["is_big"]

_TOO_BIG = frozenset({"big-change-soon", "extreme-target", "multiple-goals", "too-soon-for-its-size"})
"""Names of findings about a step or a wish that is a lot at once."""
_SOON = 31
"""Days in which nothing large is done."""


def is_big(reading: Reading, words: Words) -> bool:
    """Whether there are several large things in what was said, or one in a very short time."""
    said, span = plain(reading.text), None if reading.deadline is None else reading.deadline.span
    large = sum(says(said, [thing]) for thing in words.large)
    is_soon = span is not None and span.days is not None and span.days <= _SOON
    return large + is_soon > 1 or any(finding.name in _TOO_BIG for finding in check(reading).findings)
