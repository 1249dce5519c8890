"""Student's t distribution by hand: to check scipy, and to stand in for it."""

import importlib.util
import math
import sys
from contextlib import contextmanager
from types import SimpleNamespace
from unittest import mock

HAS_SCIPY = importlib.util.find_spec("scipy") is not None


def beta_share(x, a, b):
    """Regularised incomplete beta function, by a series of positive terms that is short unless x is near 1."""
    total = term = math.exp(math.lgamma(a + b) - math.lgamma(a + 1) - math.lgamma(b) + a * math.log(x)) * (1 - x) ** b
    step = 0
    while term > 1e-17 * total:
        term *= x * (a + b + step) / (a + 1 + step)
        total, step = total + term, step + 1
    return total


def stdtr(degrees, t):
    """Share below t."""
    far, near = degrees / (degrees + t * t), t * t / (degrees + t * t)
    if not near:
        return 0.5
    tail = beta_share(far, degrees / 2, 0.5) if far < 0.9 else 1 - beta_share(near, 0.5, degrees / 2)
    return tail / 2 if t < 0 else 1 - tail / 2


def stdtrit(degrees, share):
    """The t that this share lies below."""
    low, high = -1e12, 1e12
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if stdtr(degrees, middle) < share else (low, middle)
    return low


BY_HAND = SimpleNamespace(stdtr=stdtr, stdtrit=stdtrit)


def without_scipy():
    """As on a machine that scipy is not installed on."""
    return mock.patch.dict(sys.modules, {"scipy.special": None})


def by_hand():
    """With what is above in the place of scipy."""
    return mock.patch.dict(sys.modules, {"scipy.special": BY_HAND})


@contextmanager
def at_hand():
    """With scipy where it is installed, else with what is above."""
    if HAS_SCIPY:
        yield
    else:
        with by_hand():
            yield
