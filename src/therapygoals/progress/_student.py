"""Student's t distribution, which the standard library lacks: it is taken from scipy where that is installed."""

from __future__ import annotations

import importlib
from types import ModuleType

from therapygoals.progress.undefined import Undefined

NEEDS_SCIPY = Undefined("needs scipy")
"""Install it with ``pip install 'therapygoals[stats]'``."""


def two_sided_p(t: float, degrees: int) -> float | Undefined:
    """How likely a t as far from 0, to either side, is by chance; `Undefined` without scipy."""
    special = _special()
    return NEEDS_SCIPY if special is None else 2 * float(special.stdtr(degrees, -abs(t)))


def quantile(level: float, degrees: int) -> float | Undefined:
    """How many standard errors to either side hold that share of the distribution; `Undefined` without scipy."""
    special = _special()
    return NEEDS_SCIPY if special is None else -float(special.stdtrit(degrees, (1 - level) / 2))


def _special() -> ModuleType | None:
    try:
        return importlib.import_module("scipy.special")
    except ImportError:
        return None
