"""Hold what `read` and `check` find against labelled statements.

    python tests/language/scoring.py [FILE] [--errors FIGURE] [--floors | --page | --update]

Without a file it takes the two corpora of `tests/data/corpus`, part by part. Dates count from 5 January 2026.
"""

import argparse
import hashlib
import json
import math
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from therapygoals import Amount, Criterion, Deadline, Frequency, Reading, SmartReport, check, read

ON = date(2026, 1, 5)
ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests" / "data" / "corpus"
FLOORS = CORPUS / "floors.toml"
PAGE = ROOT / "docs" / "explanation" / "evaluation.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
GROUPS = {"clinic notes": "AH", "ramblings": "BG", "everyday goals": "CI", "mixtures": "EFJKLNPQRSTU"}
"""Letters of the second corpus, by the kind of statement."""

VALUES = ("frequency", "duration", "deadline", "target", "baseline", "change")
CRITERIA = ("specific", "measurable", "time_bound")
LABELS = (*CRITERIA, "aim", "kind", "direction", "horizon")
FIGURES = (*VALUES, *LABELS, "lints")
LINTS = frozenset(
    {
        *("not_a_goal", "vague_wish", "no_measure", "no_deadline", "no_baseline", "outside_control", "extreme_target"),
        *("negative_framing", "multiple_goals", "absolute_terms", "relative_term", "hedged", "imposed", "question"),
        *("contradictory", "out_of_range"),
    }
)

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1_440, "week": 10_080}
_HORIZONS = {None: "unstated", "short_term": "short", "long_term": "long"}

Label = Mapping[str, Any]
Row = Mapping[str, Any]
Bounds = tuple[float | None, float | None]


# Whether an answer is what the label says


def same_frequency(answer: Frequency, label: Label) -> bool:
    """The count, the period and the interval; the days too where some are labelled. A night is a day."""
    days = {day[:2].upper() for day in answer.days}
    return (
        _alike((answer.low, answer.high), _bounds(label))
        and _night_is_day(answer.per) == _night_is_day(label["per"])
        and (answer.every or 1) == label["interval"]
        and (not label.get("days") or days == set(label["days"]))
    )


def same_duration(answer: Amount, label: Label) -> bool:
    """The length, whatever its unit."""
    ours, theirs = _MINUTES.get(str(answer.unit)), _MINUTES.get(label["unit"])
    if ours is None or theirs is None:
        return False
    return _alike(_times(ours, (answer.low, answer.high)), _times(theirs, _bounds(label)))


def same_amount(answer: Amount, label: Label) -> bool:
    """The number, and which side is open. The sign is left to the direction, the unit is not compared."""
    return _alike(_unsigned((answer.low, answer.high)), _unsigned(_bounds(label)))


def same_deadline(answer: Deadline, label: Label) -> bool:
    """An event for an event; a span within a tenth; a date as exactly as it is labelled, within a day."""
    if "event" in label:
        return answer.event is not None
    if "relative" in label:
        return _same_span(answer, label["relative"]["n"], label["relative"]["unit"])
    due, wanted = answer.due(ON), label["absolute"]
    if due is None:
        return False
    return due.isoformat().startswith(wanted) or (
        len(wanted) == len("2026-01-05") and abs((due - date.fromisoformat(wanted)).days) <= 1
    )


def _same_span(answer: Deadline, count: float, unit: str) -> bool:
    if unit not in _DAYS:  # sessions and terms have no length
        return answer.unit == unit and answer.count is not None and _close(answer.count, count)
    days = _days_of(answer)
    wanted = count * _DAYS[unit]
    return days is not None and abs(days - wanted) <= max(1, 0.1 * wanted)


def _days_of(answer: Deadline) -> float | None:
    if answer.count is not None:
        return None if answer.unit not in _DAYS else answer.count * _DAYS[str(answer.unit)]
    due = answer.due(ON)
    return None if due is None else (due - ON).days


def _bounds(label: Label) -> Bounds:
    """The lowest and the highest number that a label allows; None where it is open."""
    if "min" in label:
        return label["min"], label["max"]
    value = label["count"] if "count" in label else label["value"]
    match label.get("comparator", "eq"):
        case "ge" | "gt":
            return value, None
        case "le" | "lt":
            return None, value
        case _:
            return value, value


def _alike(ours: Bounds, theirs: Bounds) -> bool:
    return _close(ours[0], theirs[0]) and _close(ours[1], theirs[1])


def _close(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= 0.01 * max(1, abs(theirs))


def _times(factor: float, bounds: Bounds) -> Bounds:
    low, high = bounds
    return None if low is None else low * factor, None if high is None else high * factor


def _unsigned(bounds: Bounds) -> Bounds:
    low, high = bounds
    return None if low is None else abs(low), None if high is None else abs(high)


def _night_is_day(period: str) -> str:
    return "day" if period == "night" else str(period)


_SAME: Mapping[str, Callable[[Any, Label], bool]] = {
    "frequency": same_frequency,
    "duration": same_duration,
    "deadline": same_deadline,
    "target": same_amount,
    "baseline": same_amount,
    "change": same_amount,
}


# One statement


@attrs.frozen(kw_only=True)
class Outcome:
    """How one figure came out on one statement; a wrong answer counts as one too many and as one missed.

    Where every statement has one label and one answer, F1 of such counts is the share of right ones.
    """

    right: int = 0
    extra: int = 0
    missed: int = 0
    label: object = None
    answer: object = None


@attrs.frozen(kw_only=True)
class Judged:
    """A labelled statement, how each figure came out on it, and how many findings point outside its text."""

    row: Row
    outcomes: Mapping[str, Outcome]
    spans_outside: int


def judge(row: Row) -> Judged:
    """Read and check one statement, and hold what is found against its labels."""
    reading, report = _answers(row["text"])
    labels = row["reading"]
    outcomes = {name: _value(getattr(reading, name), labels.get(name), _SAME[name]) for name in VALUES}
    outcomes |= {name: _label(report.verdicts[Criterion(name)] == "met", row["smart"][name]) for name in CRITERIA}
    outcomes |= {
        "aim": _label(_word(reading.aim) or "none", row["kind"]["type"]),
        "kind": _label("mixed" if len(reading.kinds) == 2 else "".join(reading.kinds) or "none", row["kind"]["focus"]),
        "direction": _label(_word(reading.direction), labels.get("direction")),
        "horizon": _label(_HORIZONS[reading.horizon], row["kind"]["horizon"]),
        "lints": _sets({finding.name.replace("-", "_") for finding in report.findings}, set(row["lints"])),
    }
    spans = [finding.span for finding in report.findings]
    outside = sum(not 0 <= start <= end <= len(row["text"]) for start, end in spans)
    return Judged(row=row, outcomes=outcomes, spans_outside=outside)


@cache
def _answers(text: str) -> tuple[Reading, SmartReport]:
    return read(text), check(text)


def _value(answer: Any, label: Label | None, same: Callable[[Any, Label], bool]) -> Outcome:
    right = answer is not None and label is not None and same(answer, label)
    extra, missed = answer is not None and not right, label is not None and not right
    return Outcome(right=int(right), extra=int(extra), missed=int(missed), label=label, answer=answer)


def _label(answer: object, label: object) -> Outcome:
    wrong = int(answer != label)
    return Outcome(right=1 - wrong, extra=wrong, missed=wrong, label=label, answer=answer)


def _sets(found: set[str], labelled: set[str]) -> Outcome:
    found, labelled = found & LINTS, labelled & LINTS
    extra, missed = found - labelled, labelled - found
    return Outcome(
        right=len(found & labelled),
        extra=len(extra),
        missed=len(missed),
        label=f"missed: {', '.join(sorted(missed)) or '-'}",
        answer=f"too many: {', '.join(sorted(extra)) or '-'}",
    )


def _word(value: str | None) -> str | None:
    return None if value is None else str(value)


# Many statements


def load(file: Path) -> list[Row]:
    """The statements of a file, one a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def judge_file(file: Path) -> list[Judged]:
    """Judge each statement of a file."""
    return [judge(row) for row in load(file)]


def figure(judged: Iterable[Judged], name: str) -> float | None:
    """F1 of a value or of all lints together, or the share of right labels; None when nothing is labelled or found."""
    outcomes = [each.outcomes[name] for each in judged]
    right = sum(outcome.right for outcome in outcomes)
    wrong = sum(outcome.extra + outcome.missed for outcome in outcomes)
    return 2 * right / (2 * right + wrong) if right + wrong else None


def labelled(judged: Iterable[Judged], name: str) -> int:
    """How many labels there are to find."""
    return sum(each.outcomes[name].right + each.outcomes[name].missed for each in judged)


def wrong(judged: Iterable[Judged], name: str) -> list[Judged]:
    """The statements on which a figure is not fully right."""
    return [each for each in judged if each.outcomes[name].extra or each.outcomes[name].missed]


def spans_outside(judged: Iterable[Judged]) -> int:
    """How many findings point outside their text."""
    return sum(each.spans_outside for each in judged)


def shortfall(judged: Sequence[Judged], name: str, floor: float) -> str | None:
    """What to say when a figure lies below its floor; None when it does not, or there is nothing to measure."""
    value = figure(judged, name)
    if value is None or value >= floor:
        return None
    ids = [each.row["id"] for each in wrong(judged, name)]
    return f"{name} is {value:.3f}, its floor is {floor:.2f}; wrong now ({len(ids)}): {' '.join(ids)}"


def kept_apart(row: Row) -> bool:
    """Whether a statement of the first corpus is in the third that no rule was made on."""
    return int(hashlib.sha1(row["id"].encode()).hexdigest(), 16) % 3 == 0


def corpus(table: str) -> list[Judged]:
    """The statements that a table of floors.toml is about."""
    name, _, part = table.partition(".")
    judged = judge_file(CORPUS / f"goals-{name}.jsonl")
    return [each for each in judged if kept_apart(each.row)] if part else judged


def floors(text: str | None = None) -> dict[str, dict[str, float]]:
    """The tables of floors.toml, or of a text like it, by name; the part kept apart is `dev.unread`."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8") if text is None else text)
    unread = tables["dev"].pop("unread")
    return {**tables, "dev.unread": unread}


# What is shown


def parts() -> dict[str, list[Judged]]:
    """Both corpora, in the parts that the page shows."""
    dev, more = corpus("dev"), corpus("more")
    return {
        "two thirds": [each for each in dev if not kept_apart(each.row)],
        "kept apart": [each for each in dev if kept_apart(each.row)],
        **{kind: [each for each in more if each.row["id"][0] in letters] for kind, letters in GROUPS.items()},
    }


def table(columns: Mapping[str, Sequence[Judged]]) -> str:
    """A Markdown table, one figure a line; in brackets how many labels there were to find."""
    lines = [
        ["", *columns],
        ["---", *["---:"] * len(columns)],
        ["statements", *(f"{len(judged):,}" for judged in columns.values())],
        *([_title(name), *(_cell(judged, name) for judged in columns.values())] for name in FIGURES),
        ["findings that point outside the text", *(str(spans_outside(judged)) for judged in columns.values())],
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _title(name: str) -> str:
    return f"{name.replace('_', '-')}, {'accuracy' if name in LABELS else 'F1'}"


def _cell(judged: Sequence[Judged], name: str) -> str:
    value = figure(judged, name)
    shown = "-" if value is None else f"{value:.2f}"
    return shown if name in LABELS else f"{shown} ({labelled(judged, name)})"


def page(text: str) -> str:
    """The text of the page with today's figures between its two markers."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(parts())}\n{END}{after}"


def raised(standing: str) -> str:
    """The text of floors.toml with each floor raised to a hundredth below what is measured; none is lowered."""
    header, _, _ = standing.partition("[")
    known = floors(standing)
    measured = {name: _raised(corpus(name), known[name]) for name in ("dev", "dev.unread", "more")}
    return header + "\n".join(_toml(name, values) for name, values in {**measured, "other": known["other"]}.items())


def _raised(judged: Sequence[Judged], standing: Mapping[str, float]) -> dict[str, float]:
    now = {name: _floor(figure(judged, name)) for name in FIGURES}
    best = {name: max(value, standing.get(name, 0)) for name, value in now.items()}
    return {**best, "spans_outside": 0}


def _floor(value: float | None) -> float:
    return 0 if value is None else max(0, math.floor(round(value * 100, 6)) - 1) / 100


def _toml(name: str, values: Mapping[str, float]) -> str:
    rows = (f"{key} = {value if key == 'spans_outside' else format(value, '.2f')}\n" for key, value in values.items())
    return f"[{name}]\n{''.join(rows)}"


def errors(judged: Iterable[Judged], name: str) -> str:
    """The statements on which a figure is not fully right, each with its label and our answer."""
    lines = [
        f"{each.row['id']}  {each.row['text']}\n    label   {outcome.label}\n    answer  {outcome.answer}\n"
        for each in wrong(judged, name)
        for outcome in [each.outcomes[name]]
    ]
    return "".join(lines)


def main(words: Sequence[str] | None = None) -> str:
    """Do what the words of a command line ask for, and return what to show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", help="labelled statements, one JSON object a line")
    parser.add_argument("--errors", metavar="FIGURE", choices=FIGURES, help=f"list wrong rows: {', '.join(FIGURES)}")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--floors",
        action="store_true",
        help="print floors.toml as it would be raised now (do not send it into that file: --update writes it)",
    )
    what.add_argument("--page", action="store_true", help="write the figures into the page")
    what.add_argument("--update", action="store_true", help="raise the floors, and write the figures into the page")
    asked = parser.parse_args(words)
    if asked.floors:
        return raised(FLOORS.read_text(encoding="utf-8"))
    if asked.update:
        FLOORS.write_text(raised(FLOORS.read_text(encoding="utf-8")), encoding="utf-8")
    if asked.update or asked.page:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    columns = parts() if asked.file is None else {asked.file.name: judge_file(asked.file)}
    listed = "" if asked.errors is None else "\n" + "".join(errors(judged, asked.errors) for judged in columns.values())
    return table(columns) + listed


if __name__ == "__main__":
    sys.stdout.write(main())
