"""Results of metrics: what the public functions give for numbers that a person could have, missing ones among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st

from therapygoals.progress import GasChange, GasScore, Undefined, gas_change, gas_score
from therapygoals.testing.amounts import numbers
from therapygoals.testing.words import texts

__all__ = ["gas_changes", "gas_scores", "undefineds"]

T = TypeVar("T")


def undefineds() -> st.SearchStrategy[Undefined]:
    """Numbers that cannot be told, for any reason."""
    return st.builds(Undefined, texts())


def _levels(count: int) -> st.SearchStrategy[list[float | None]]:
    """Levels of goal attainment, whole and half ones, some missing."""
    return st.lists(st.none() | st.integers(-4, 4).map(lambda half: half / 2), min_size=count, max_size=count)


@st.composite
def _weighted(draw: st.DrawFn, metric: Callable[..., T], times: int) -> T:
    count = draw(st.integers(0, 8))
    weights: Any = draw(st.none() | st.lists(numbers(0.5, 9), min_size=count, max_size=count))
    return metric(*(draw(_levels(count)) for _ in range(times)), weights=weights, rho=draw(numbers(0, 1)))


def gas_scores() -> st.SearchStrategy[GasScore]:
    """Scores of a few goals, of none too, with weights or without."""
    return _weighted(gas_score, 1)


def gas_changes() -> st.SearchStrategy[GasChange]:
    """Changes of a few goals between two times."""
    return _weighted(gas_change, 2)
