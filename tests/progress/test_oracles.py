"""Every number of the published oracles comes out of our public functions, and a wrong one there is noticed.

THERAPYGOALS_ORACLES names another folder of tables of the same shape. Families that it has no inputs for are left out.
"""

import hashlib
import importlib.util
import math
import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DATA = HERE.parent / "data" / "oracles"


def load(path):
    """A module beside this one; tests are no package, so it is found by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


oracles = load(HERE / "oracles.py")
FAMILIES = {path.stem: load(path) for path in sorted((HERE / "families").glob("*.py"))}
FOLDER = oracles.Folder(Path(os.environ.get("THERAPYGOALS_ORACLES", DATA)))
ANSWERS = [(name, table) for family in FAMILIES.values() for name, table in family.answers(oracles, FOLDER).items()]
each_answer = pytest.mark.parametrize(("name", "table"), ANSWERS, ids=[name for name, _ in ANSWERS])


def cells_of(name, table):
    return list(oracles.cells(table, FOLDER.rows(name)))


def changed(text, ours):
    """The cell with a wrong value: another digit up to the eighth of a number, another word, something for nothing."""
    if isinstance(ours, oracles.Rough):
        return str(float(text) + 1e-5)
    try:
        number = float(text or "inf")
    except ValueError:
        return f"{text}s"
    if math.isinf(number) or 0 < abs(number) < 1e-9:  # as good as nothing, which is allowed to be 0
        return "7.5"
    digits = [place for place, sign in enumerate(text.partition("e")[0]) if sign.isdigit()]
    significant = [place for place in digits if text[:place].strip("-0.") or text[place] != "0"]
    place = (significant or digits)[:8][-1]
    return f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}"


@each_answer
def test_every_column_of_every_case_agrees(name, table):
    cells = cells_of(name, table)
    assert cells
    assert [cell for cell in cells if not oracles.agrees(*cell[2:])] == []


@each_answer
def test_wrong_expected_value_is_noticed_in_any_cell(name, table):
    cells = cells_of(name, table)
    assert [cell for cell in cells if oracles.agrees(changed(*cell[2:]), cell[3])] == []


@each_answer
def test_lost_case_and_unknown_column_are_noticed(name, table):
    rows = FOLDER.rows(name)
    spoken_of = next(row for row in rows if table.of(row))
    with pytest.raises(AssertionError):
        list(oracles.cells(table, [row for row in rows if row is not spoken_of]))
    with pytest.raises(AssertionError):
        list(oracles.cells(table, [oracles.Row(row, of_tomorrow="1") for row in rows]))


@pytest.mark.parametrize("name", FOLDER.expected)
def test_how_sure_a_row_is_stands_in_one_of_two_grades(name):
    told = {row[column] for row in FOLDER.rows(name) for column in ("verified", "ci_verified") if column in row}
    assert told <= {"", "1", "2"}


@pytest.mark.parametrize("name", FOLDER.expected)
def test_every_row_is_answered_by_a_family(name):
    tables = [table for of, table in ANSWERS if of == name]
    unanswered = [row for row in FOLDER.rows(name) if not any(table.of(row) for table in tables)]
    assert unanswered == []


@pytest.mark.skipif(FOLDER.path != DATA, reason="another folder is asked for")
def test_no_digit_of_the_tables_that_stand_here_was_changed():
    told = dict(reversed(line.split()) for line in (DATA / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    found = {table.name: hashlib.sha256(table.read_bytes()).hexdigest() for table in DATA.glob("*.csv")}
    assert found == told


def test_folder_has_something_to_answer():
    assert FOLDER.expected


def test_family_that_the_folder_has_no_inputs_for_is_left_out(tmp_path):
    empty = oracles.Folder(tmp_path)
    assert [name for name, family in FAMILIES.items() if family.answers(oracles, empty)] == []
