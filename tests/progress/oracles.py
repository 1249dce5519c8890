"""Published numbers to compare with: tables of inputs, tables of what to expect, and when two answers agree.

A family of metrics is a file in ``families`` with one function, ``answers(folder)``, that puts the inputs of the folder
through our public functions and returns a `Table` for each file of expected values. Nothing else has to be told.
"""

import csv
import math
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

REMARKS = {"verified", "ci_verified", "note", "peer"}
"""Columns that say how sure a row is; no function gives them."""


class Row(dict):
    """A row of a table: texts by column, where a blank is a missing value."""

    def number(self, column):
        return float(self[column]) if self[column] else None


class Rough(float):
    """An answer that a table knows to six decimal places only."""


@dataclass(frozen=True)
class Folder:
    """A folder of tables."""

    path: Path

    def __contains__(self, name):
        return (self.path / name).is_file()

    def rows(self, name):
        with (self.path / name).open(encoding="utf-8", newline="") as file:
            return [Row(row) for row in csv.DictReader(file, strict=True)]

    def grouped(self, name, column="case_id"):
        """Rows that follow each other and have the same in the column, in their order."""
        groups = [(key, list(rows)) for key, rows in groupby(self.rows(name), lambda row: row[column])]
        assert len(dict(groups)) == len(groups)
        return dict(groups)

    @cached_property
    def expected(self):
        """Names of the tables of expected values."""
        return sorted(path.name for path in self.path.glob("*_expected.csv"))


@dataclass(frozen=True)
class Table:
    """What our functions answer for a file of expected values.

    ``rows`` is keyed by what stands in the columns of ``key``. ``of`` says
    of a row whether the table speaks of it.
    """

    key: tuple
    rows: dict
    of: object = any

    def key_of(self, row):
        return tuple(row[column] for column in self.key)


def agrees(expected, ours):
    """Whether a text from a table stands for our answer: words and truth values as they are, numbers to 1e-9."""
    if ours is None:
        return expected == ""
    if type(ours).__name__ == "Undefined":
        return expected in ("", "Inf", "-Inf")
    if isinstance(ours, str):
        return expected == ours
    if isinstance(ours, bool):
        return expected == str(int(ours))
    try:
        value = float(expected)
    except ValueError:
        return False
    if isinstance(ours, Rough):
        return abs(value - ours) <= 1e-6
    near_nothing = 1e-12 if abs(value) < 1e-9 else 0.0  # a peer loses digits of small p-values
    return math.isfinite(value) and math.isclose(value, ours, rel_tol=1e-9, abs_tol=near_nothing)


def cells(table, rows):
    """Each cell of the rows that the table speaks of: key, column, what is expected, what we answer.

    Raises:
        AssertionError: The table and the rows do not tell about the same cases, or about the same columns.
    """
    spoken_of = [row for row in rows if table.of(row)]
    assert sorted(map(table.key_of, spoken_of)) == sorted(table.rows)
    for row in spoken_of:
        ours = table.rows[table.key_of(row)]
        assert set(row) - REMARKS == set(ours) | set(table.key)
        for column, answer in ours.items():
            yield table.key_of(row), column, row[column], answer
