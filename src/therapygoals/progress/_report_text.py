"""How a report of progress is shown: as plain text, as Markdown and as HTML.

What can be told comes first; below it stands, once for each reason, what cannot be told and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from therapygoals.goals._markup import OPEN, WRAPPED, escaped, plain, shown
from therapygoals.goals._words import plural
from therapygoals.progress.report_figures import ReportFigure

_NOT_TOLD = "Not told"
_NOTHING = "It has no target yet, so nothing is measured."
_HEADS = ("family", "figure", "value", "interval", "n")


class Part(NamedTuple):
    """What is told together: a line of words above it, and its figures."""

    words: str
    figures: tuple[ReportFigure, ...]


class Section(NamedTuple):
    """A goal with its targets, or the plan: a person's words or ours, what else stands beside them, and the parts."""

    said: str
    beside: str
    parts: tuple[Part, ...]


_NUMBER = "{:.4g}"


def _told(figure: ReportFigure) -> str:
    """A figure in words: its value with its unit, its interval, and its n."""
    parts = [_in_words(figure.value, figure.unit)]
    if figure.low is not None and figure.high is not None:
        parts.append(f"{_NUMBER.format(figure.low)} to {_NUMBER.format(figure.high)}")
    if figure.n is not None:
        parts.append(f"n = {figure.n}")
    caution = f"; take care: {figure.caution}" if figure.caution else ""
    return parts[0] + (f" ({', '.join(parts[1:])}{caution})" if parts[1:] else "")


def _in_words(value: float | bool | str | None, unit: str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | None:
            return value or ""
        case _:
            if unit == "share":
                return f"{_NUMBER.format(100 * value)} %"
            number = _NUMBER.format(value)
            return f"{number} {unit if abs(value) == 1 else plural(unit)}" if unit else number


def _by_family(figures: Iterable[ReportFigure]) -> Iterator[tuple[str, list[ReportFigure]]]:
    """What can be told, family by family."""
    groups: dict[str, list[ReportFigure]] = {}
    for figure in figures:
        if not figure.why:
            groups.setdefault(figure.family, []).append(figure)
    yield from groups.items()


def _by_reason(figures: Iterable[ReportFigure]) -> Iterator[tuple[str, str]]:
    """Why the rest cannot be told, and the names of what it is; a family stands for all of its figures.

    There always is something: no target is followed both by numbers and by occasions.
    """
    whys: dict[str, dict[str, str]] = {}
    for figure in figures:
        whys.setdefault(figure.family, {})[figure.figure] = figure.why
    groups: dict[str, list[str]] = {}
    for family, reasons in whys.items():
        whole = len(set(reasons.values())) == 1
        for name, why in list(reasons.items())[: 1 if whole else None]:
            groups.setdefault(why, []).append(family if whole else f"{family}: {name}")
    return ((why, "; ".join(names)) for why, names in groups.items() if why)


def _line(words: str) -> str:
    return " ".join(shown(words).split())


# Plain text


def as_text(head: str, sections: Iterable[Section]) -> str:
    """Write it as plain text."""
    return "\n".join([head, *(line for section in sections for line in _text_of(section))])


def _text_of(section: Section) -> Iterator[str]:
    yield ""
    yield f"“{_line(section.said)}” ({section.beside})"
    for words, figures in section.parts:
        yield f"  {_line(words)}"
        for family, told in _by_family(figures):
            yield f"    {family}: {'; '.join(f'{figure.figure} {_told(figure)}' for figure in told)}"
        yield f"    {_NOT_TOLD}:"
        yield from (f"    - {why} ({names})" for why, names in _by_reason(figures))
    if not section.parts:
        yield f"  {_NOTHING}"


# Markdown


def as_markdown(head: str, sections: Iterable[Section]) -> str:
    """Write it in Markdown."""
    return "\n\n".join([plain(head), *(block for section in sections for block in _markdown_of(section))])


def _markdown_of(section: Section) -> Iterator[str]:
    yield f"**“{plain(_line(section.said))}”** {plain(f'({section.beside})')}"
    for words, figures in section.parts:
        yield plain(_line(words))
        if rows := list(_rows(figures)):
            table = [f"| {' | '.join(_HEADS)} |", "| --- | --- | --- | --- | --- |"]
            yield "\n".join([*table, *(f"| {' | '.join(map(plain, row))} |" for row in rows)])
        reasons = (f"- {plain(f'{why} ({names})')}" for why, names in _by_reason(figures))
        yield "\n".join([f"{_NOT_TOLD}:", "", *reasons])
    if not section.parts:
        yield _NOTHING


def _rows(figures: Iterable[ReportFigure]) -> Iterator[tuple[str, ...]]:
    """The cells of what can be told."""
    for family, told in _by_family(figures):
        for figure in told:
            ends = [_NUMBER.format(end) for end in (figure.low, figure.high) if end is not None]
            value = _in_words(figure.value, figure.unit)
            value += f"; take care: {figure.caution}" if figure.caution else ""
            yield family, figure.figure, value, " to ".join(ends), "" if figure.n is None else str(figure.n)


# HTML


def as_html(head: str, sections: Iterable[Section]) -> str:
    """Write it as a fragment of HTML."""
    lines = (line for section in sections for line in _html_of(section))
    return "\n".join([OPEN, f"<p>{escaped(head)}</p>", *lines, "</div>"])


def _html_of(section: Section) -> Iterator[str]:
    said = f'<q dir="auto" style="{WRAPPED}">{escaped(section.said)}</q>'
    yield f"<p><strong>{said}</strong> ({escaped(section.beside)})</p>"
    for words, figures in section.parts:
        yield f"<p>{escaped(words)}</p>"
        if rows := list(_rows(figures)):
            yield f'<table aria-label="{escaped(words)}" style="text-align:left">'
            yield f"<thead><tr>{''.join(map(_HEAD.format, _HEADS))}</tr></thead>"
            yield "<tbody>"
            yield from (f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>" for row in rows)
            yield "</tbody>"
            yield "</table>"
        yield f"<details><summary>{_NOT_TOLD}</summary>"
        yield "<ul>"
        yield from (f"<li>{escaped(f'{why} ({names})')}</li>" for why, names in _by_reason(figures))
        yield "</ul>"
        yield "</details>"
    if not section.parts:
        yield f"<p>{_NOTHING}</p>"


_HEAD = '<th scope="col">{}</th>'
