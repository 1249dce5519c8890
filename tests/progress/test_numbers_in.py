"""Numbers of other libraries are numbers too: whoever has an array need not turn it into a list first."""

from fractions import Fraction
from numbers import Integral, Real

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import Direction
from therapygoals.progress import gas_score, nap


class Int64(int):
    """Stands for the whole number of another library."""


@Integral.register
class Whole:
    def __int__(self):
        return 3

    def __float__(self):
        return 3.0


@Real.register
class Single:
    def __float__(self):
        return 2.5


def test_whole_and_real_numbers_of_other_libraries_are_taken_as_they_are():
    ours = nap([1, 2.5], [3, 4], direction=Direction.INCREASE)
    assert nap([Int64(1), Single()], [Whole(), Fraction(4)], direction=Direction.INCREASE) == ours


def test_they_have_to_be_in_range_too():
    with pytest.raises(FieldError, match=r"levels\[0\] must be at most 2"):
        gas_score([Whole()])


@pytest.mark.parametrize("value", [True, "3", 3j, [3]])
def test_what_is_no_real_number_is_refused(value):
    with pytest.raises(FieldTypeError, match=r"levels\[0\] must be an int or float"):
        gas_score([value])
