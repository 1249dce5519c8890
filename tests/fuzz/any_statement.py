"""Fuzzing: any text through screen, read, check and draft, led by coverage.

Needs Atheris, which is no dependency of the project. In an environment of its own:

    python -m venv venv-fuzz && venv-fuzz/bin/pip install -e . atheris
    venv-fuzz/bin/python tests/fuzz/any_statement.py -max_total_time=600

Every option of libFuzzer is understood. At a fault the text is written to `crash-…` in the current folder, and

    venv-fuzz/bin/python tests/fuzz/any_statement.py crash-…

runs that text again. A fault that is found becomes a row of tests/language/test_hostile.py.
"""

import copy
import json
import pickle
import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["therapygoals"]):
    from therapygoals import FieldError, check, draft, read, screen

CORPUS = Path(__file__).parents[1] / "data" / "corpus" / "goals-dev.jsonl"
CAP = 4_000
STARTS = (date(2026, 1, 5), date.min, date.max)


def any_text(data: bytes) -> str:
    """Bytes as text: UTF-8 with halves of surrogate pairs where they were written so, else with odd signs."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def is_statement(text: str) -> bool:
    """Whether the documentation promises an answer: not blank, no more than the cap, and valid Unicode."""
    return not (not text or text.isspace() or len(text) > CAP or any("\ud800" <= char <= "\udfff" for char in text))


def try_text(data: bytes) -> None:
    """Read one text in every way, and refuse an answer that does not fit it."""
    text = any_text(data)
    screened = screen(text)
    assert screen(text) == screened
    assert all(0 <= concern.start < concern.end <= len(text) for concern in screened.concerns)
    if not is_statement(text):
        assert all(is_refused(function, text) for function in (read, check))
        return
    reading = read(text)
    assert reading.text == text
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in reading.phrases)
    assert copy.copy(reading) == copy.deepcopy(reading) == pickle.loads(pickle.dumps(reading)) == read(text) == reading
    report = check(text)
    assert check(reading) == report
    places = [finding.span for finding in report.findings if finding.span is not None]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    start = STARTS[len(text) % len(STARTS)]
    drafted = draft(text, start=start)
    assert drafted.wish == text
    assert drafted == draft(read(text, on=start), start=start)
    assert "" not in (repr(drafted), repr(report), reading.explain() or "nothing")


def is_refused(function, text) -> bool:
    """Whether a text is refused with the documented error."""
    try:
        function(text)
    except FieldError:
        return True
    return False


def written_seeds(folder: Path) -> list[str]:
    """Write the development corpus as seeds and its words as a dictionary; the arguments that point to both."""
    texts = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    seeds = folder / "seeds"
    seeds.mkdir()
    for number, text in enumerate(texts):
        seeds.joinpath(str(number)).write_text(text, encoding="utf-8")
    words = sorted({*"0123456789/%-(", *(word.lower() for text in texts for word in text.split() if is_plain(word))})
    dictionary = folder / "words.dict"
    dictionary.write_text("".join(f'" {word} "\n' for word in words), encoding="ascii")
    return [f"-dict={dictionary}", str(seeds)]


def is_plain(word: str) -> bool:
    """Whether a word can stand in a dictionary as it is."""
    return word.isascii() and word.isprintable() and not {*word} & {'"', "\\"}


def main() -> None:
    """Fuzz until a fault or the end of the time; a text named on the command line is only run again."""
    again = any(Path(argument).is_file() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        seeds = [] if again else written_seeds(Path(folder))
        limits = [f"-max_len={4 * CAP + 8}", "-len_control=0", "-timeout=10"]
        atheris.Setup([sys.argv[0], *limits, *seeds, *sys.argv[1:]], try_text)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
