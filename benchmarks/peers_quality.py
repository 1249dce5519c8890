"""F1 of frequency, duration and deadline on the development corpus, ours and other libraries, by one yardstick.

python benchmarks/peers_quality.py [corpus.jsonl]

The yardstick is the same for all and wider than that of the tests, since others tell less: the value counts and not
whether it is a floor or a ceiling, and a deadline is right within a day. Deadlines without a date (events, sessions)
are left out. A wrong value counts twice, as one that is missing and as one too many.
"""

import json
import logging
import sys
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from peers import ON, OURS, Found, Peer, Rate, Reader, day_after, installed

CORPUS = Path(__file__).parents[1] / "tests" / "data" / "corpus" / "goals-dev.jsonl"
MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60}
Label = dict[str, Any] | None


def main(corpus: Path) -> None:
    """Print one row a library."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    ready, missing = installed()
    print(f"{'F1':24}{'frequency':>12}{'duration':>12}{'deadline':>12}{'errors':>10}")
    for peer, call in [(OURS, OURS.load()), *ready]:
        answers = [answer(peer, call, row["text"]) for row in rows]
        found = [told or Found([], [], []) for told in answers]
        cells = [
            score(labels(rows, "frequency"), [told.rates for told in found], same_rate),
            score(labels(rows, "duration"), [told.minutes for told in found], same_length),
            score(labels(rows, "deadline"), [ahead(told) for told in found], same_day),
        ]
        print(f"{peer.name:24}{''.join(f'{cell:>12}' for cell in cells)}{answers.count(None):>10}")
    print(*missing, sep="\n")


def answer(peer: Peer, call: Reader, text: str) -> Found | None:
    """What a library finds in a text; None when it raises."""
    try:
        return peer.found(call(text))
    except Exception:  # what others raise is theirs to choose
        return None


def ahead(found: Found) -> list[date] | None:
    """The days that lie ahead, the last that is told first."""
    return None if found.days is None else [day for day in reversed(found.days) if day > ON]


def labels(rows: list[dict[str, Any]], field: str) -> list[Label]:
    """What the corpus says about each statement."""
    return [row["reading"].get(field) for row in rows]


def score(labels: list[Label], found: list[list[Any] | None], same: Callable[[Any, dict[str, Any]], bool]) -> str:
    """F1 of the first value that is found in each text against the label; a dash for what is not looked for."""
    right = wrong = missed = 0
    for label, values in zip(labels, found, strict=True):
        if values is None:
            return "-"
        if label and ("event" in label or label.get("relative", {}).get("unit") in ("session", "term")):
            continue
        hit = bool(label and values and same(values[0], label))
        right += hit
        wrong += bool(values) and not hit
        missed += label is not None and not hit
    return f"{2 * right / (2 * right + wrong + missed):.2f}" if right or wrong or missed else "-"


def same_rate(rate: Rate, label: dict[str, Any]) -> bool:
    """Whether number, period and interval agree; a night counts as a day."""
    per = {"night": "day"}
    count = label.get("count", label.get("min"))
    same = (count, per.get(label["per"], label["per"]), label["interval"])
    return (rate.count, per.get(rate.per, rate.per), rate.every) == same


def same_length(minutes: float, label: dict[str, Any]) -> bool:
    """Whether a length agrees within a hundredth."""
    wanted = label.get("value", label.get("min")) * MINUTES[label["unit"]]
    return abs(minutes - wanted) <= 0.01 * wanted


def same_day(day: date, label: dict[str, Any]) -> bool:
    """Whether a day agrees within a day, or lies in the month or year that was said."""
    if "relative" in label:
        due = day_after(label["relative"]["n"], label["relative"]["unit"])
        return due is not None and abs(day - due) <= timedelta(days=1)
    said = label["absolute"]
    if len(said) == len("2026-01-05"):
        return abs(day - date.fromisoformat(said)) <= timedelta(days=1)
    return day.isoformat().startswith(said)


if __name__ == "__main__":
    logging.disable()  # some peers write the statements to the log
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
