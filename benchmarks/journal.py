"""What it costs to record an event and to fold a journal, as ratios taken in one run: CPU time, one core.

python benchmarks/journal.py
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from therapygoals import (
    Actor,
    CheckedIn,
    Event,
    FrequencyTarget,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Journal,
    Observation,
    Observed,
    Party,
    Period,
    ProcessGoal,
    Voided,
    Won,
)
from therapygoals.interop import json

CLIENT = Actor(Party.CLIENT, "c-1")
MONDAY = date(2026, 1, 5)
SHORT, LONG = 1_000, 10_000
GOALS = 5
LENGTHS = (100, 1_000, 10_000, 40_000)


def main() -> None:
    """Print one block a question."""
    print(f"Python {sys.version.split()[0]}\n", *folds(), "", *recordings(), "", *sizes(), sep="\n")


def happenings(number: int) -> list[Event]:
    """So many events of a few goals: mostly entries, some of every other kind; four a day."""
    return [event(place) for place in range(number)]


def event(place: int) -> Event:
    """One of them, whatever came before."""
    day, goal = MONDAY + timedelta(days=place // 4), f"g{place % GOALS}"
    facts = {"id": f"e{place}", "on": day, "by": CLIENT}
    turn = place // GOALS
    if turn == 0:
        return GoalProposed(**facts, goal=walk(goal, 3))
    if turn == 1:
        return GoalMoved(**facts, goal=goal, to=GoalState.ACTIVE)
    if turn % 20 == 0:  # on hold, and back at the next of these turns
        return GoalMoved(**facts, goal=goal, to=GoalState.ACTIVE if turn // 20 % 2 == 0 else GoalState.ON_HOLD)
    if turn % 20 == 5:
        return GoalRevised(**facts, goal=walk(goal, 1 + turn % 7))
    if turn % 20 == 10:
        return CheckedIn(**facts, session=f"s{turn}")
    if turn % 20 == 15:
        return Won(**facts, text="came", goal=goal)
    return Observed(**facts, observations=(Observation(day, goal=goal),))


def walk(goal: str, times: int) -> ProcessGoal:
    """A goal with a quota."""
    return ProcessGoal("walk", FrequencyTarget(at_least=times, per=Period.WEEK, of=7), id=goal)


def seconds(work: Callable[[], object]) -> float:
    """CPU time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best(work: Callable[[], object], rounds: int = 7) -> float:
    """The best CPU time of some runs."""
    return min(seconds(work) for _ in range(rounds))


def folds() -> Iterator[str]:
    """How much more ten times the events cost; 10 is linear."""
    short, long = (Journal().record(*happenings(number)) for number in (SHORT, LONG))
    written = [json.dumps(journal) for journal in (short, long)]
    jobs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "plan": (short.plan, long.plan),
        "record all": (lambda: Journal().record(*short.events), lambda: Journal().record(*long.events)),
        "void a win": (lambda: voided(short, Won), lambda: voided(long, Won)),
        "void a version": (lambda: voided(short, GoalRevised), lambda: voided(long, GoalRevised)),
        "merge": (lambda: short.merge(short), lambda: long.merge(long)),
        "read JSON": (lambda: json.loads(written[0], Journal), lambda: json.loads(written[1], Journal)),
    }
    yield f"growth from {SHORT} to {LONG} events (10 is linear), and milliseconds of the long one here and now"
    for name, (less, more) in jobs.items():
        longer = best(more, 5)
        yield f"  {name:24}{longer / max(best(less), 1e-9):8.1f}{1000 * longer:10.1f}"


def voided(journal: Journal, kind: type[Event]) -> Journal:
    """A journal with an event of a kind that was entered in error."""
    last = journal.events[-1].on
    entry = next(event for event in journal if isinstance(event, kind))
    return journal.record(Voided(id="void", on=last, by=CLIENT, event=entry.id))


def recordings() -> Iterator[str]:
    """What one more event costs at a length, beside appending to a bare tuple of that length."""
    yield "one more event at a length: microseconds, those of a bare tuple append, and how much more it is than at 100"
    first = None
    for length in LENGTHS:
        journal, more = Journal().record(*happenings(length)), [event(length + place) for place in range(200)]
        bare = journal.entries
        took = statistics.median(one_by_one(journal, more))
        append = statistics.median(appended(bare, more))
        first = took - append if first is None else first
        yield f"  {length:>8,}{1e6 * took:10.1f}{1e6 * append:10.1f}{1e6 * (took - append - first):+10.1f}"


def one_by_one(journal: Journal, more: list[Event]) -> Iterator[float]:
    """The time of each event that is recorded."""
    for following in more:
        start = time.perf_counter()
        journal = journal.record(following)
        yield time.perf_counter() - start


def appended(bare: tuple[object, ...], more: list[Event]) -> Iterator[float]:
    """The time of each event that is put at the end of a tuple."""
    for following in more:
        start = time.perf_counter()
        bare = (*bare, following)
        yield time.perf_counter() - start


def sizes() -> Iterator[str]:
    """What one more event allocates while both the old and the new journal are kept."""
    yield "one more event while the journal before is kept: bytes, and those of a bare tuple append"
    for length in LENGTHS:
        journal, following = Journal().record(*happenings(length)), event(length)
        recorded = allocated(lambda journal=journal, following=following: journal.record(following))
        bare = allocated(lambda bare=journal.entries, following=following: (*bare, following))
        yield f"  {length:>8,}{recorded:12,}{bare:12,}"


def allocated(work: Callable[[], object]) -> int:
    """Bytes that what is made holds."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    made = work()
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    del made
    return taken


if __name__ == "__main__":
    main()
