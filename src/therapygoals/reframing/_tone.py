"""What the texts of a catalogue say to a person: no danger, nothing closed where a question is open, and no push."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

from therapygoals.errors import Fault
from therapygoals.safety import ConcernCategory, Directness, SafetyConcern, Subject, screen

__all__ = ["faults_of_tone"]

_SENTENCE = re.compile(r"[.?!:]\s")
_APART = re.compile(r"\W+")
_SHOWN = frozenset(
    {"text", "prompt", "offer", "title", "toward", "name", "something_else", "none_of_these", "first_goal"}
)
"""Keys of what a person is shown."""
_MATCHED = frozenset({"triggers", "cues"})
"""Keys of lists of phrases that a person may have said."""
_OPEN, _ASKED = frozenset({"prompts", "prompt_bank"}), frozenset({"prompt", "offer"})
"""Lists whose texts are open questions, and keys of questions; an offer is one that may be closed."""
_TOLD_APART = frozenset({"prompt_kind", "stop_rule", "words"})
"""Parts that are for a therapist or a developer, or for matching."""


def faults_of_tone(data: Mapping[str, Any], language: object) -> Iterator[Fault]:
    """Each text of a document that no person should be shown, and each phrase that should not lead to an offer.

    Args:
        data: A catalogue, or what extends one, as read from TOML.
        language: Its BCP 47 code; what pushes and what is closed is known for our own languages only.
    """
    code = language if isinstance(language, str) and language else "en"
    nothing: Mapping[str, frozenset[str]] = {}
    avoided = _avoided("en") if code.lower().partition("-")[0] == "en" else nothing
    for i, entry in enumerate(_tables(data.get("entry"))):
        if entry.get("triggers") == []:
            yield Fault(f"$.entry[{i}].triggers", "must hold at least one phrase")
    for path, key, text in _texts({key: part for key, part in data.items() if key not in _TOLD_APART}, "$", ""):
        if len(text) <= _LONGEST and text.strip():
            yield from _faults_of(path, key, text, code, avoided)


_LONGEST = 4000


_NEVER_MATCHED = frozenset({ConcernCategory.SUICIDE, ConcernCategory.SELF_HARM})


def _is_of_oneself(concern: SafetyConcern) -> bool:
    """Whether it says outright that somebody would harm themselves.

    Phrases are looked for in words that the screen has let pass, and stand there without their sentence: "took her own
    life" tells of a loss, and "take up space" of many things.
    """
    is_outright = concern.directness is Directness.DIRECT and concern.subject is Subject.SELF
    return is_outright and concern.category in _NEVER_MATCHED


def _faults_of(path: str, key: str, text: str, code: str, avoided: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    found = screen(text, language=code).concerns
    if any(_is_of_oneself(concern) for concern in found) if key in _MATCHED else found:
        yield Fault(path, "must hold nothing that the safety screen has a concern about")
    if key in _MATCHED:
        return
    words = _words_of(text)
    if pushing := sorted(phrase for phrase in avoided.get("pushing", ()) if _words_of(phrase) in words):
        yield Fault(path, f"must push nobody and give no advice (got {pushing[0]!r})")
    is_open = key in ("prompt", "question")
    if (is_open or key in _ASKED) and not text.rstrip().endswith("?"):
        yield Fault(path, "must be a question, with a question mark at its end")
    if (is_open or key in _ASKED) and (closed := _closed(text, avoided.get("closed", frozenset()))) is not None:
        yield Fault(path, f"must be an open question (got {closed!r})")


def _words_of(text: str) -> str:
    """The words alone, each with a blank on both sides."""
    return f" {_APART.sub(' ', text.lower()).strip()} "


def _closed(text: str, openings: frozenset[str]) -> str | None:
    """What makes one of the sentences a question for a yes or a no."""
    sentences = (sentence.strip().lower() for sentence in _SENTENCE.split(text))
    return next((opening for said in sentences for opening in openings if said.startswith(f"{opening} ")), None)


def _texts(part: object, path: str, key: str) -> Iterator[tuple[str, str, str]]:
    """Each text with its path and what it is: the key of it, and ``question`` for one of a list of open questions."""
    if isinstance(part, str):
        yield path, key, part
    elif isinstance(part, list):
        for i, item in enumerate(cast("list[object]", part)):
            yield from _texts(item, f"{path}[{i}]", key)
    elif isinstance(part, dict):
        for name, below in cast("dict[str, object]", part).items():
            if name in _SHOWN or name in _MATCHED or _tables_in(below):
                kind = "question" if key in _OPEN and name == "text" else name
                yield from _texts(below, f"{path}.{name}", kind)


def _tables_in(part: object) -> bool:
    """Whether it is a list of tables, whose texts may be shown."""
    return isinstance(part, list) and any(isinstance(item, dict) for item in cast("list[object]", part))


def _tables(part: object) -> Iterator[dict[str, Any]]:
    items = cast("list[object]", part) if isinstance(part, list) else []
    return (cast("dict[str, Any]", item) if isinstance(item, dict) else {} for item in items)


@cache
def _avoided(language: str) -> Mapping[str, frozenset[str]]:
    source = resources.files("therapygoals.reframing") / "catalogue" / f"{language}.tone.toml"
    data: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(phrases) for name, phrases in data.items()}
