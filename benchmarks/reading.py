"""What it costs to screen, read and check a statement, as ratios taken in one run: CPU time, one core.

python benchmarks/reading.py [corpus.jsonl]

Ratios move little from machine to machine, times do. Peers that are not installed are skipped with a line that says so.
"""

import json
import logging
import random
import re
import statistics
import string
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from peers import OURS, PEERS, Reader, installed

from therapygoals import ReframeStopped, check, draft, read, reframe, screen
from therapygoals.reframing import catalogue

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "data" / "corpus" / "goals-dev.jsonl"
TOKENS = re.compile(r"\w+|[^\w\s]")
STATEMENT = "walk 20 minutes three times a week for six weeks"
SHORT, LONG = 1_000, 4_000
MISSPELT_FROM = 6
HOSTILE = (
    *("walk 20 minutes three times a week for six weeks ", "one hundred and twenty two ", "half an hour and a half "),
    *("by ", "at least ", "every other ", "from 5 to 3 to 2 ", "less and less of my worry ", "not ", "because when "),
    *(
        "a",
        "1 ",
        "1,",
        "a-",
        "( ",
        "((a) ",
        ". ",
        "\n.",
        "PHQ-9 ",
        "I never want to be sad and ",
        "walk, and I want to ",
    ),
    *("by 1 March ", "5/", "İ", "e\u0301", "😭", "mon ", "in front of "),
)

Work = Callable[[], object]


def main(corpus: Path) -> None:
    """Print one block a question."""
    texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in texts if text.strip()]
    print(f"Python {sys.version.split()[0]}, {len(texts)} statements\n", *costs(texts), "", sep="\n")
    print(*dialogues(texts), "", sep="\n")
    print(*growths(), "", sep="\n")
    print(*starts(), "", sep="\n")
    print(*beside_peers(texts), sep="\n")


def everything(text: str) -> None:
    """What an app does with a statement."""
    screen(text)
    read(text)
    check(text)


def seconds(work: Work) -> float:
    """CPU time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(work: Work, other: Work, rounds: int = 9) -> float:
    """Median of how much longer one takes than the other, with the two run in turn."""
    return statistics.median(seconds(work) / max(seconds(other), 1e-9) for _ in range(rounds))


def each(function: Callable[[str], object], texts: list[str]) -> Work:
    """A function of a text over many texts."""
    return lambda: [function(text) for text in texts]


def costs(texts: list[str]) -> Iterator[str]:
    """Cost of a statement as a multiple of one bare tokenising pass."""
    yield "cost of a statement, in tokenising passes of one bare regular expression"
    passes = 40
    tokenise = each(TOKENS.findall, texts * passes)
    for function in (screen, read, check, everything):
        work = each(function, texts)
        work()
        yield f"  {function.__name__:24}{passes * ratio(work, tokenise):8.1f}"
    per_second = len(texts) / min(seconds(each(everything, texts)) for _ in range(5))
    yield f"  here and now {per_second:,.0f} statements a second"


def dialogues(texts: list[str]) -> Iterator[str]:
    """What it costs to begin a dialogue about a wish, and to answer once, as a multiple of checking the same words."""
    yield "cost of a dialogue, in checks of the same words"
    begun = sorted((alone(reframe, text) / alone(check, text), text) for text in texts)
    middle, worst = begun[len(begun) // 2][0], begun[-1]
    yield f"  {'begin: median':24}{middle:8.1f}"
    yield f"  {'begin: worst':24}{worst[0]:8.1f}   {worst[1]!r}"
    for name, text in long_texts():
        yield f"  {'begin: ' + name:24}{alone(reframe, text) / alone(check, text):8.1f}"
    yield f"  {'begin, answer, draft':24}{ratio(each(talked, texts), each(check, texts)):8.1f}"


def long_texts() -> Iterator[tuple[str, str]]:
    """Long texts of words that nobody knows, each of them once, so that each is looked at for what it may mean."""
    chance = random.Random(1)
    known = sorted({word for entry in catalogue().entries for said in entry.triggers for word in said.split()})
    known = [word for word in known if len(word) >= MISSPELT_FROM]
    yield "nonsense words", " ".join(nonsense(chance) for _ in range(LONG))[:LONG]
    yield "misspelt words", " ".join(misspelt(word, chance) for word in chance.sample(known, len(known)))[:LONG]
    yield "one word", "".join(chance.choices(string.ascii_lowercase, k=LONG))


def nonsense(chance: random.Random) -> str:
    """A word of three to twelve letters by chance."""
    return "".join(chance.choices(string.ascii_lowercase, k=chance.randint(3, 12)))


def misspelt(word: str, chance: random.Random) -> str:
    """A word with one letter left out, doubled, or swapped with the next."""
    k = chance.randrange(1, len(word) - 1)
    return chance.choice(
        [word[:k] + word[k + 1 :], word[: k + 1] + word[k:], word[:k] + word[k + 1] + word[k] + word[k + 2 :]]
    )


def alone(function: Callable[[str], object], text: str) -> float:
    """Best time of some runs, with other words in between, since a reading of the same words is kept."""
    best = float("inf")
    for _ in range(5):
        function(STATEMENT)
        start = time.perf_counter()
        function(text)
        best = min(best, time.perf_counter() - start)
    return best


def talked(text: str) -> object:
    """A dialogue with two answers, and the goals of it."""
    state = reframe(text)
    for answer in ("walk to the shop twice a week", "4"):
        if isinstance(state, ReframeStopped) or state.prompt is None:
            return state
        state = state.answer(answer)
    return state if isinstance(state, ReframeStopped) else draft(state, start=date(2026, 1, 5))


def growths() -> Iterator[str]:
    """How much more a text of four times the length costs, where it grows most."""
    yield f"growth from {SHORT} to {LONG} characters (4 is linear), worst of {len(HOSTILE)} hostile texts"
    for name, function in (("screen", screen), ("read", read), ("check", check), ("draft", drafted)):
        worst, piece = max((growth(function, piece), piece) for piece in HOSTILE)
        yield f"  {name:24}{worst:8.1f}   {piece!r}"


def drafted(text: str) -> object:
    """The goals that a text could become."""
    return draft(text, start=date(2026, 1, 5))


def growth(function: Callable[[str], object], piece: str) -> float:
    """Cost of a long text over that of a short one, the best of some runs each.

    Two texts of nearly the same length are read in turn, since a reading of the same words is kept.
    """
    short, long = ([(piece * LONG)[: size - cut] for cut in (0, 1)] for size in (SHORT, LONG))
    times = LONG // SHORT
    each(function, long)()
    best_long = min(seconds(each(function, long * 2)) for _ in range(5))
    best_short = min(seconds(each(function, short * 2 * times)) for _ in range(5)) / times
    return best_long / max(best_short, 1e-9)


def in_a_fresh_interpreter(code: str) -> float | None:
    """The number that some code prints; None where a library is missing."""
    code = f"import sys, warnings; sys.path.insert(0, {str(HERE)!r}); warnings.simplefilter('ignore')\n{code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None


def median_start(code: str, rounds: int = 7) -> float | None:
    """CPU time of some code in a fresh interpreter."""
    timed = f"import time; start = time.process_time()\n{code}\nprint(time.process_time() - start)"
    times = [told for _ in range(rounds) if (told := in_a_fresh_interpreter(timed)) is not None]
    return statistics.median(times) if times else None


def starts() -> Iterator[str]:
    """Cost of importing, and of getting ready for the first statement, beside attrs and the peers."""
    attrs = median_start("import attrs") or 1e-9
    yield "CPU time of a start, in imports of attrs"
    for code in ("import therapygoals", "from therapygoals import check, read, screen"):
        yield row(code, (median_start(code) or 0) / attrs)
    for peer in (OURS, *PEERS):
        taken = median_start(f"import peers; peers.{place(peer.name)}.load()({STATEMENT!r})", rounds=3)
        yield f"  {peer.name + ', import and first statement':52}" + (
            "skipped" if taken is None else f"{taken / attrs:8.2f}"
        )
    yield ""
    yield "peak memory that Python allocates, in MB"
    ready = "import tracemalloc; from therapygoals import read; tracemalloc.start()"
    peak = "print(tracemalloc.get_traced_memory()[1] / 1e6)"
    alone = in_a_fresh_interpreter(f"{ready}\nread({STATEMENT!r})\n{peak}")
    yield row("therapygoals, lexicon and first statement", alone)
    for peer in (OURS, *PEERS):
        code = f"import tracemalloc; tracemalloc.start(); import peers; peers.{place(peer.name)}.load()({STATEMENT!r})"
        taken = in_a_fresh_interpreter(f"{code}\n{peak}")
        yield row(f"{peer.name}, import and first statement", taken)


def row(name: str, number: float | None) -> str:
    """A line of a table; a library that is missing is told as skipped."""
    return f"  {name:52}" + ("skipped, not installed" if number is None else f"{number:8.2f}")


def place(name: str) -> str:
    """Where a peer stands in its module."""
    names = [peer.name for peer in PEERS]
    return f"PEERS[{names.index(name)}]" if name in names else "OURS"


def beside_peers(texts: list[str]) -> Iterator[str]:
    """Statements a second of each peer as a share of ours; a peer only reads, so ours only reads too."""
    ready, missing = installed()
    yield "statements a second as a share of ours (read), on the same statements"
    for peer, call in ready:
        reader = forgiving(call)
        some = texts[:: max(1, len(texts) // 20)]
        each(reader, some)()
        taken = seconds(each(reader, some)) / len(some)
        some = texts[:: max(1, round(len(texts) * taken / 2))]  # about two seconds a round
        times = max(1, 2_000 // len(some))  # ours often enough to be told from the clock
        share = ratio(each(read, some * times), each(reader, some), rounds=5) / times
        yield f"  {peer.name:24}{share:10.4f}   {len(some)} statements"
    yield from (f"  {line}" for line in missing)


def forgiving(call: Reader) -> Reader:
    """A reader that answers None instead of raising."""

    def reader(text: str) -> object:
        try:
            return call(text)
        except Exception:  # what others raise is theirs to choose
            return None

    return reader


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable()  # some peers write the statements to the log
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
