"""From twenty sentences to followed goals: read, check, reframe, draft, follow, and write as JSON.

python examples/quickstart.py [where-to-write.json]
"""

import csv
import sys
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import therapygoals as tg
from therapygoals.interop import json

DATA = Path(__file__).parent / "data"
START = date(2026, 1, 5)
LAST_DAY = date(2026, 3, 1)
MARKS = {tg.Verdict.MET: "yes", tg.Verdict.UNMET: "open"}
WIDTH = 96

FOLLOWED = {
    "attacks": "Reduce my anxiety attacks from five times a week to once",
    "journal": "Journal before bed three times a week",
}


def main(target: Path) -> None:
    """Walk the whole way once and print what happens."""
    statements = (DATA / "statements.txt").read_text(encoding="utf-8").splitlines()
    title("What was said, and what it could become")
    line(
        "",
        "Words can show whether a goal is specific, measurable and time-bound. Whether it is achievable and "
        "relevant is for two people to say, so it is told only where the words speak against it.",
    )
    drafts = [show(number, text) for number, text in enumerate(statements, start=1)]
    pairs = sum(len(draft.goals) > 1 for draft in drafts)
    goals = sum(len(draft.goals) for draft in drafts)
    line("", f"{len(drafts)} statements became {goals} goals; {pairs} statements held an outcome and a way to it.")

    title("Two goals, eight weeks")
    entries = list(read_checkins(DATA / "checkins.csv"))
    followed = [follow(key, text, [entry for entry in entries if entry.goal == key]) for key, text in FOLLOWED.items()]

    target.write_bytes(json.dumps(tg.GoalSet(tuple(followed))))
    line("", f"The two goals are in {target.name}, as JSON.")


def show(number: int, text: str) -> tg.Draft:
    """Print one statement: how it reads, what holds and why, what to ask, and the goals it could become."""
    report = tg.check(text)
    draft = tg.draft(text, start=START)
    print(f"\n{number:>2}  “{text}”")
    line("reads as", in_words(report.reading))
    for criterion, verdict in report.verdicts.items():
        if verdict is not tg.Verdict.NOT_ASSESSED:
            line(criterion.replace("_", "-"), f"{MARKS[verdict]:<6}{reason(report, criterion)}")
    line("ask", report.ask or "nothing: it can be followed as it stands")
    if "vague-wish" in {finding.name for finding in report.findings}:
        offer(text)
    for goal in draft.goals:
        line(f"{goal.kind} goal", "; ".join(map(str, goal.targets)) or "what would be enough is still open")
    return draft


def in_words(reading: tg.Reading) -> str:
    """Sum up a reading: kinds, aim and every number with its part."""
    parts = [f"{' and '.join(sorted(reading.kinds))}, {reading.aim}"]
    for name in ("baseline", "target", "change", "frequency", "duration", "deadline"):
        if (value := getattr(reading, name)) is not None:
            parts.append(f"{name} {value}")
    return "; ".join(parts)


def reason(report: tg.SmartReport, criterion: tg.Criterion) -> str:
    """Why a criterion is met or open: the words that meet it, or what was noticed."""
    words = ", ".join(f"“{report.reading.words(phrase)}”" for phrase in report.met_by(criterion))
    noticed = next((finding.noticed for finding in report.findings if finding.criterion is criterion), "")
    return words or noticed


def offer(wish: str) -> None:
    """Print what a vague wish may stand for, and a question that may help; the person chooses, or chooses none."""
    reframing = tg.reframe(wish)
    if isinstance(reframing, tg.ReframeStopped):
        line("pause", "A person should look at this one first.")
        return
    for choice in reframing.offers:
        line("perhaps" if choice.facet else "or", choice.text)
    if reframing.prompt is not None:
        line("prompt", reframing.prompt.text)


def read_checkins(path: Path) -> Iterator[tg.Observation]:
    """Read entries from a table with the columns goal, date, status, value, covers, note."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield tg.Observation(
                date.fromisoformat(row["date"]),
                float(row["value"]) if row["value"] else None,
                status=tg.ObservationStatus(row["status"]),
                covers=tg.Period(row["covers"]),
                goal=row["goal"],
                note=row["note"] or None,
            )


def follow(key: str, text: str, entries: list[tg.Observation]) -> tg.Goal:
    """Draft a goal, apply its entries and print where it stands, week by week and in all."""
    (goal,) = tg.draft(text, start=START, new_id=lambda: key).goals
    print(f"\n    “{goal}”")
    for week in range(8):
        sunday = START + timedelta(days=7 * week + 6)
        held = [entry for entry in entries if sunday - timedelta(days=7) < entry.on <= sunday]
        line(f"week {week + 1}", " ".join(word(entry) for entry in held) or "nothing recorded")
    (progress,) = goal.progress(entries, on=LAST_DAY).targets
    line("now", str(progress))
    line(
        "entries",
        f"{progress.seen} seen, {progress.missed} missed, {progress.excused} excused, {progress.unknown} unknown",
    )
    return goal


def word(entry: tg.Observation) -> str:
    """One entry in a word."""
    return f"{entry.value:g} that week" if entry.value is not None else str(entry.status)


def title(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'─' * WIDTH}")


def line(label: str, text: str) -> None:
    """Print a labelled line, wrapped under itself."""
    print(textwrap.fill(text, WIDTH, initial_indent=f"    {label:<14}", subsequent_indent=" " * 18))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "goals.json"))
