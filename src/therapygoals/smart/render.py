"""How a report is shown to people: as plain text, as Markdown and as HTML.

The words of a person are shown and never obeyed: nothing in them becomes a format, a link or a part of a page.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby, pairwise
from typing import Protocol

from therapygoals.goals._markup import OPEN, WRAPPED, escaped, plain, reference, shown
from therapygoals.language import Phrase, Reading
from therapygoals.smart.rule import Criterion, Finding, Place, Verdict

__all__ = ["Report", "as_html", "as_markdown", "as_text"]


class Report(Protocol):
    """What has to be known of a report to show it."""

    @property
    def reading(self) -> Reading:
        """What was read in the statement."""
        ...

    @property
    def verdicts(self) -> Mapping[Criterion, Verdict]:
        """The five verdicts by criterion, in the order of the letters."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What deserves a word, the most helpful first."""
        ...

    @property
    def ask(self) -> str | None:
        """The one question that would help most; None when there is nothing to ask."""
        ...

    def met_by(self, criterion: Criterion) -> tuple[Phrase, ...]:
        """The phrases that meet a criterion."""
        ...


# What the three have in common

_HEADS = ("criterion", "verdict", "met by")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _in_words(word: Criterion | Verdict) -> str:
    return word.replace("time_", "time-").replace("_", " ")


def _places(report: Report) -> dict[int, Place]:
    """The places of the findings by the number of the finding, from 1; without those about the whole statement."""
    text = report.reading.text
    found = ((number, _place(text, finding.span)) for number, finding in enumerate(report.findings, start=1))
    return {number: place for number, place in found if place is not None}


def _place(text: str, span: Place) -> Place | None:
    """The words of a span, without blanks around them; None when these are all words of the statement, or none."""
    start = max(span[0], 0)
    words = text[start : max(span[1], 0)]
    kept = words.strip()
    if kept in ("", text.strip()):
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(kept)


def _met(report: Report) -> dict[Criterion, tuple[Place, ...]]:
    """The places of the words that met a criterion, each once; empty when it is not met, or not by words."""
    return {
        criterion: tuple(dict.fromkeys(phrase.span for phrase in report.met_by(criterion)))
        if verdict is Verdict.MET
        else ()
        for criterion, verdict in report.verdicts.items()
    }


def _cut(text: str, places: Iterable[Place]) -> Iterator[Place]:
    """Cut a text wherever a place starts or ends, so that no piece overlaps a place in part."""
    return pairwise(sorted({0, len(text), *chain.from_iterable(places)}))


def _outlines(places: Iterable[Place]) -> Iterator[Place]:
    """The places without the starts that lie within another place: no number or sign stands there."""
    known = tuple(places)
    for start, end in known:
        inside = any(other[0] < start < other[1] for other in known)
        yield (end, end) if inside else (start, end)


def _within(piece: Place, place: Place) -> bool:
    return place[0] <= piece[0] and piece[1] <= place[1]


def _stretches(report: Report, write: Callable[[str], str]) -> Iterator[tuple[bool, str]]:
    """The statement in stretches: whether a stretch is marked, and its words, with a number behind each place.

    Places that overlap or touch share a stretch.
    """
    text, places = report.reading.text, _places(report)

    def is_marked(piece: Place) -> bool:
        return any(_within(piece, place) for place in places.values())

    def written(piece: Place) -> str:
        ending = (str(number) for number, place in places.items() if place[1] == piece[1])
        return write(text[slice(*piece)]) + ",".join(ending).translate(_RAISED)

    for marked, pieces in groupby(_cut(text, _outlines(places.values())), key=is_marked):
        yield marked, "".join(map(written, pieces))


# Plain text


def as_text(report: Report) -> str:
    """Write a report as plain text: the statement, the five verdicts, what was noticed, and the one question."""
    stretches = (f"[{words}]" if is_marked else words for is_marked, words in _stretches(report, shown))
    statement = "\n ".join("".join(stretches).splitlines())
    lines = [f"“{statement}”"]
    lines += [f"{_in_words(criterion):<13}{_in_words(verdict)}" for criterion, verdict in report.verdicts.items()]
    lines += [f"{number}. {finding.noticed}" for number, finding in enumerate(report.findings, start=1)]
    return "\n".join(lines if report.ask is None else [*lines, report.ask])


# Markdown


def as_markdown(report: Report) -> str:
    """Write a report in Markdown: the statement as a quotation, a table of the verdicts, and a list of the findings."""
    rows = [
        f"| {_in_words(criterion)} | {_in_words(report.verdicts[criterion])} | {_quoted(report.reading, places)} |"
        for criterion, places in _met(report).items()
    ]
    lines = [f"> “{_bold(report)}”", "", f"| {' | '.join(_HEADS)} |", "| --- | --- | --- |", *rows]
    findings = [
        f"{number}. {plain(finding.noticed)} {plain(finding.ask)}"
        for number, finding in enumerate(report.findings, start=1)
    ]
    return "\n".join([*lines, "", *findings] if findings else lines)


def _quoted(reading: Reading, places: tuple[Place, ...]) -> str:
    return ", ".join(f"“{plain(reading.text[slice(*place)])}”" for place in places)


def _bold(report: Report) -> str:
    parts: list[str] = []
    for is_marked, words in _stretches(report, plain):
        if is_marked and parts:
            parts[-1] = _apart(parts[-1])
        parts.append(f"**{words}**" if is_marked else words)
    return "".join(parts)


def _apart(words: str) -> str:
    """End words so that a bold stretch may follow at once: before punctuation, it cannot open behind a letter."""
    before, last = words[:-1], words[-1]
    has_reference = html.unescape(reference(last)) == last
    return before + reference(last) if has_reference and last not in " ;" else words


# HTML

_MARK = "background:#ffe9a8;color:#222;"
_UNDERLINED = "text-decoration:underline dotted;"


def as_html(report: Report) -> str:
    """Write a report as a fragment of HTML: the statement, the verdicts, what was noticed, and the one question."""
    language = escaped(report.reading.language)
    parts = [
        OPEN,
        f'<blockquote lang="{language}" dir="auto" style="{WRAPPED}">{_marked(report)}</blockquote>',
        *_table(report),
        *_noticed(report),
    ]
    if report.ask is not None:
        parts.append(f"<p><strong>{escaped(report.ask)}</strong></p>")
    return "\n".join([*parts, "</div>"])


def _marked(report: Report) -> str:
    text, places, met = report.reading.text, _places(report), _met(report)
    pieces: list[str] = []
    for piece in _cut(text, chain(places.values(), *met.values())):
        told = [number for number, place in places.items() if _within(piece, place)]
        meets = [criterion for criterion, spans in met.items() if any(_within(piece, span) for span in spans)]
        titles = [f"{number}. {report.findings[number - 1].noticed}" for number in told]
        if meets:
            titles.append(f"met: {', '.join(map(_in_words, meets))}")
        pieces.append(_tagged(text[slice(*piece)], " ".join(titles), is_place=bool(told), is_met=bool(meets)))
    return "".join(pieces)


def _tagged(words: str, title: str, *, is_place: bool, is_met: bool) -> str:
    if not title:
        return escaped(words)
    tag = "mark" if is_place else "span"
    kind = ' class="therapygoals-met"' if is_met else ""
    style = _MARK * is_place + _UNDERLINED * is_met
    return f'<{tag}{kind} style="{style}" title="{escaped(title)}">{escaped(words)}</{tag}>'


def _table(report: Report) -> Iterator[str]:
    yield '<table aria-label="The five criteria" style="text-align:left">'
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for criterion, places in _met(report).items():
        verdict = _in_words(report.verdicts[criterion])
        words = ", ".join(_quote(report.reading, place) for place in places)
        yield f'<tr><th scope="row">{_in_words(criterion)}</th><td>{verdict}</td><td>{words}</td></tr>'
    yield "</tbody>"
    yield "</table>"


def _quote(reading: Reading, place: Place) -> str:
    return f'<q dir="auto">{escaped(reading.text[slice(*place)])}</q>'


def _noticed(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    places = _places(report)
    yield '<ol aria-label="What was noticed">'
    for number, finding in enumerate(report.findings, start=1):
        words = f"{_quote(report.reading, places[number])}: " if number in places else ""
        yield f"<li>{words}{escaped(finding.noticed)}</li>"
    yield "</ol>"
