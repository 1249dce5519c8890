"""How well statements are read: no figure falls below its floor, and a wrong label is noticed.

THERAPYGOALS_CORPUS names another file of labelled statements to put in the place of the first corpus.
"""

import functools
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from therapygoals import Amount, Frequency, Period, read


def _load(name):
    """A module beside this one; tests are no package, so it is found by its path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


scoring = _load("scoring")
OTHER = os.environ.get("THERAPYGOALS_CORPUS")
FLOORS = scoring.floors()
TABLES = ("other", "more") if OTHER else ("dev", "dev.unread", "more")
HELD = [(table, name) for table in TABLES for name in FLOORS[table] if name != "spans_outside"]
NEVER = 987_654
TURNED = {
    "aim": ("kind", "type", "discover", "achieve"),
    "kind": ("kind", "focus", "mixed", "none"),
    "horizon": ("kind", "horizon", "long", "short"),
    "direction": ("reading", "direction", "maintain", "achieve"),
}


@pytest.fixture(scope="session")
def judged():
    """Gives the judged statements of a table, each corpus scored once."""

    @functools.cache
    def of(table):
        return scoring.judge_file(Path(OTHER)) if table == "other" else scoring.corpus(table)

    return of


def turned(row, name):
    """The same statement with its label of one figure made wrong; without a label, one is made up."""
    if name in scoring.CRITERIA:
        return {**row, "smart": {**row["smart"], name: not row["smart"][name]}}
    if name == "lints":
        return {**row, "lints": sorted(scoring.LINTS.difference(row["lints"]))}
    if name in TURNED:
        part, key, wrong, wrong_too = TURNED[name]
        return {**row, part: {**row[part], key: wrong_too if row[part][key] == wrong else wrong}}
    units = {"per": "week", "interval": 1, "unit": "minute"}
    label = {"absolute": "1999-01-01"} if name == "deadline" else {**units, "value": NEVER}
    return {**row, "reading": {**row["reading"], name: label}}


# The floors


@pytest.mark.parametrize("table", TABLES)
def test_there_are_statements_to_read(table, judged):
    assert judged(table)


@pytest.mark.parametrize(("table", "name"), HELD)
def test_figure_has_not_fallen_below_its_floor(table, name, judged):
    if table == "other" and scoring.figure(judged(table), name) is None:
        pytest.skip("nothing is labelled and nothing found")
    fallen = scoring.shortfall(judged(table), name, FLOORS[table][name])
    assert fallen is None, f"{table}: {fallen}"


@pytest.mark.parametrize("table", TABLES)
def test_findings_point_inside_the_text(table, judged):
    outside = [each.row["id"] for each in judged(table) if each.spans_outside]
    assert scoring.spans_outside(judged(table)) <= FLOORS[table]["spans_outside"], outside


@pytest.mark.parametrize("table", ["dev", "dev.unread", "more"])
def test_every_figure_has_a_floor(table):
    assert set(FLOORS[table]) == {*scoring.FIGURES, "spans_outside"}


def test_the_floors_of_another_corpus_are_those_of_figures():
    assert set(FLOORS["other"]) == {*scoring.FIGURES, "spans_outside"} - {"change"}


def test_floors_are_never_lowered():
    standing = scoring.FLOORS.read_text(encoding="utf-8")
    high = re.sub(r"^aim = .*$", "aim = 1.00", standing, count=1, flags=re.MULTILINE)
    assert scoring.floors(scoring.raised(high))["dev"]["aim"] == 1


# The check can fail


@pytest.mark.parametrize("name", scoring.FIGURES)
def test_a_corpus_with_one_field_turned_wrong_fails(name, judged):
    wrong = [scoring.judge(turned(each.row, name)) for each in judged("dev")]
    floor = FLOORS["other"].get(name, FLOORS["dev"][name])
    assert scoring.shortfall(judged("dev"), name, floor) is None
    assert scoring.shortfall(wrong, name, floor).startswith(f"{name} is 0.")


@pytest.mark.parametrize("name", scoring.FIGURES)
def test_one_wrong_label_lowers_its_figure_and_no_other(name, judged):
    rows = list(judged("dev"))
    number, right = next((n, each) for n, each in enumerate(rows) if each.outcomes[name].right)
    rows[number] = scoring.judge(turned(right.row, name))
    lower = {each for each in scoring.FIGURES if scoring.figure(rows, each) < scoring.figure(judged("dev"), each)}
    assert lower == {name}


@pytest.mark.skipif(OTHER is not None, reason="starts itself with another corpus")
@pytest.mark.parametrize(("name", "code"), [("none", 0), ("time_bound", 1)])
def test_another_corpus_is_held_to_its_floors(name, code, judged, tmp_path):
    rows = [each.row if name == "none" else turned(each.row, name) for each in judged("dev")]
    corpus = tmp_path / "goals.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-k", "other-", "-p", "no:cacheprovider", __file__]
    done = subprocess.run(
        command,
        cwd=scoring.ROOT,
        env={**os.environ, "THERAPYGOALS_CORPUS": str(corpus)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout
    assert ("other: time_bound is 0.00" in done.stdout) is bool(code)


# What counts as the same


def amount(low=None, high=None, unit=None):
    return Amount(low=low, high=high, unit=unit)


@pytest.mark.parametrize(
    ("answer", "label", "same"),
    [
        (amount(5, 5), {"value": 5, "comparator": "eq"}, True),
        (amount(5, 5), {"value": 5.04}, True),
        (amount(5, 5), {"value": 6}, False),
        (amount(5, None), {"value": 5, "comparator": "gt"}, True),
        (amount(None, 5), {"value": 5, "comparator": "lt"}, True),
        (amount(None, 5), {"value": 5, "comparator": "ge"}, False),
        (amount(5, 6), {"min": 5, "max": 6}, True),
        (amount(5, 6), {"min": 5, "max": 7}, False),
        (amount(-50, -50), {"value": 50}, True),
    ],
)
def test_amounts_are_the_same_in_number_and_open_side(answer, label, same):
    assert scoring.same_amount(answer, label) is same


@pytest.mark.parametrize(
    ("answer", "label", "same"),
    [
        (amount(90, 90, "minute"), {"value": 1.5, "unit": "hour"}, True),
        (amount(None, 1, "hour"), {"value": 60, "unit": "minute", "comparator": "le"}, True),
        (amount(1, 1, "hour"), {"value": 1, "unit": "minute"}, False),
        (amount(1, 1, "mile"), {"value": 1, "unit": "hour"}, False),
    ],
)
def test_durations_are_the_same_in_length(answer, label, same):
    assert scoring.same_duration(answer, label) is same


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ({"count": 2, "per": "week", "interval": 1}, True),
        ({"count": 2, "per": "week", "interval": 1, "days": ["MO", "TH"]}, True),
        ({"count": 2, "per": "week", "interval": 1, "days": ["MO", "FR"]}, False),
        ({"count": 2, "per": "week", "interval": 2}, False),
        ({"count": 2, "per": "month", "interval": 1}, False),
        ({"count": 3, "per": "week", "interval": 1}, False),
    ],
)
def test_frequencies_are_the_same_in_count_period_interval_and_labelled_days(label, same):
    assert scoring.same_frequency(read("walk every Monday and Thursday").frequency, label) is same


def test_a_night_is_a_day():
    assert scoring.same_frequency(Frequency(low=1, high=1, per=Period.DAY), {"count": 1, "per": "night", "interval": 1})


@pytest.mark.parametrize(
    ("text", "label", "same"),
    [
        ("walk for 12 weeks", {"relative": {"n": 12, "unit": "week"}}, True),
        ("walk for 12 weeks", {"relative": {"n": 3, "unit": "month"}}, True),
        ("walk for 12 weeks", {"relative": {"n": 4, "unit": "month"}}, False),
        ("walk for 12 weeks", {"relative": {"n": 12, "unit": "session"}}, False),
        ("walk for 12 weeks", {"event": "the wedding"}, False),
        ("walk for 12 weeks", {"absolute": "2026-03-30"}, True),
        ("be calm by session 6", {"relative": {"n": 6, "unit": "session"}}, True),
        ("be calm by session 6", {"relative": {"n": 6, "unit": "week"}}, False),
        ("be calm by session 6", {"absolute": "2026-03-30"}, False),
        ("call her by 19 January", {"relative": {"n": 2, "unit": "week"}}, True),
        ("call her by 19 January", {"relative": {"n": 2, "unit": "session"}}, False),
        ("call her by 19 January", {"absolute": "2026-01"}, True),
        ("call her by 19 January", {"absolute": "2026-01-20"}, True),
        ("call her by 19 January", {"absolute": "2026-01-21"}, False),
        ("call her before the wedding", {"event": "another word"}, True),
        ("call her before the wedding", {"relative": {"n": 2, "unit": "week"}}, False),
    ],
)
def test_deadlines_are_the_same_within_what_was_said(text, label, same):
    assert scoring.same_deadline(read(text).deadline, label) is same


# The page


def test_page_shows_what_is_measured_now():
    text = scoring.PAGE.read_text(encoding="utf-8")
    assert scoring.page(text) == text, "write the figures anew: python tests/language/scoring.py --page"


def test_errors_show_the_label_and_the_answer(tmp_path, judged):
    right = next(each for each in judged("more") if each.outcomes["deadline"].right)
    corpus = tmp_path / "goals.jsonl"
    corpus.write_text(json.dumps(turned(right.row, "deadline")), encoding="utf-8")
    shown = scoring.main([str(corpus), "--errors", "deadline"])
    assert shown.startswith("|  | goals.jsonl |\n")
    assert f"{right.row['id']}  {right.row['text']}\n    label   {{'absolute': '1999-01-01'}}" in shown
