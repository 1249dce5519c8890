"""Taking the disguise off a text before it is screened: look-alike letters, signs between letters, breaks of lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["undisguised"]

_BETWEEN_LETTERS = re.compile(r"[.*_\-013457@$!](?<=[a-zA-Z].)(?=[a-zA-Z])")
"""What signs in the place of letters and letters that are kept apart have in common."""
_SIGNS = re.compile(r"[013457@$!](?<=[a-zA-Z].)(?=[a-zA-Z])")
_LETTERS = str.maketrans("013457@$!", "oieastasi")
_BREAKS = re.compile(r"\r\n?|\n|\.{2,}|\N{HORIZONTAL ELLIPSIS}")
_NEW_ENTRY = re.compile(r"[ \t]{0,8}+(?:[-*\N{BULLET}]|\d{1,3}[.)])\s")
_PARTED = re.compile(r"(?<![^\W_])[^\W\d_]([.*_-])[^\W\d_](?:\1[^\W\d_])++(?![^\W_])")
"""Letters that are kept apart by one sign: k.i.l.l, d-i-e."""
_WORD = re.compile(r"[^\W\d_]++")
_LOOK_ALIKE = str.maketrans("аеорсухікмтнвѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα", "aeopcyxikmthbsjABEZHIKMNOPTYXoa")
"""Cyrillic and Greek letters, and the Latin ones that they are taken for."""


def undisguised(text: str) -> tuple[str, Sequence[int] | None]:
    """The text as a reader sees it, and the place in the text of each of its characters where the two differ.

    Letters of another width or style, and those of another alphabet within a Latin word, become plain ones; marks that
    cannot be seen are left out. Signs in the place of letters, and letters that are kept apart, become words. A break
    of a line, or dots that only pause, end no sentence, unless a new entry of a list begins there.
    """
    if text.isascii():
        breaks = "\n" in text or ".." in text or "\r" in text
        return _without_signs(text, range(len(text))) if breaks or _BETWEEN_LETTERS.search(text) else (text, None)
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for plain in char if char.isascii() else unicodedata.normalize("NFKC", char):
            if unicodedata.category(plain) not in ("Cf", "Mn", "Me"):
                chars.append(plain)
                places.append(place)
    seen = _WORD.sub(lambda word: word[0].translate(_LOOK_ALIKE) if _is_mixed(word[0]) else word[0], "".join(chars))
    return _without_signs(seen, places)


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of the Latin alphabet and others."""
    return not word.isascii() and any(letter.isascii() for letter in word)


def _without_signs(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    text = _SIGNS.sub(lambda sign: sign[0].translate(_LETTERS), text)
    text = _BREAKS.sub(_ended, text)
    gaps = {k for found in _PARTED.finditer(text) for k in range(found.start() + 1, found.end(), 2)}
    if not gaps:
        return text, places
    kept = [k for k in range(len(text)) if k not in gaps]
    return "".join(text[k] for k in kept), [places[k] for k in kept]


def _ended(found: re.Match[str]) -> str:
    """What a break becomes, at the same length: the end of a sentence before an entry of a list, else a blank."""
    entry = found[0][0] in "\r\n" and _NEW_ENTRY.match(found.string, found.end())
    return (";" if entry else " ") + " " * (len(found[0]) - 1)
