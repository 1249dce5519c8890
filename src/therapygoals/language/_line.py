"""A statement as a row of chunks: tokens joined to the longest phrases that the lexicon knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language._lexicon import END, Lexicon, Marks
from therapygoals.language.reading import Role
from therapygoals.language.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NOTHING", "Line", "Region"]

Region = tuple[Role, int, int]
"""A stretch of chunks with its role: from the second to before the third."""

NOTHING: Marks = {}
_LONGEST_NUMBER = 12
_PADDING = 8


class Line:
    """A statement as parallel lists, one place a chunk; a few empty places follow the last one.

    Attributes:
        text: The statement.
        words: Normalised words of each chunk.
        starts: Offset of the first code point of each chunk.
        ends: Offset behind the last code point of each chunk.
        marks: What each chunk can be, from the lexicon.
        size: Number of chunks without the padding.
        tags: All tags that any chunk carries.
    """

    __slots__ = ("ends", "marks", "size", "starts", "tags", "text", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marks: list[Marks] = []
        self._cut(lexicon)
        self.size = len(self.words)
        self.tags: set[str] = set().union(*self.marks)
        for padded, filler in ((self.words, ""), (self.marks, NOTHING)):
            padded.extend([filler] * _PADDING)  # type: ignore[list-item]
        self.starts.extend([len(text)] * _PADDING)
        self.ends.extend([len(text)] * _PADDING)

    def _cut(self, lexicon: Lexicon) -> None:
        """Join tokens to chunks, longest phrase first, in one pass from left to right."""
        words, starts, ends, marks = self.words, self.starts, self.ends, self.marks
        trie, spelling = lexicon.phrases, lexicon.spelling
        tokens = [(spelling.get(word, word), start, end) for word, start, end in tokenise(self.text)]
        size, i = len(tokens), 0
        while i < size:
            word, start, end = tokens[i]
            node, j, k = trie.get(word), i + 1, i + 1
            found = _unlisted(word, trie) if node is None or END not in node else node[END]
            while node is not None and k < size:
                node = node.get(tokens[k][0])
                k += 1
                if node is not None and END in node:
                    found, j = node[END], k
            if j > i + 1:
                word, end = " ".join(token[0] for token in tokens[i:j]), tokens[j - 1][2]
            words.append(word)
            starts.append(start)
            ends.append(end)
            marks.append(found)
            i = j


def _unlisted(word: str, trie: Mapping[str, Marks]) -> Marks:
    """Marks of a word that the lexicon does not list: digits, a possessive, or a number before a hyphen."""
    if word[0].isdecimal():
        plain = word.replace(",", "")
        if len(plain) > _LONGEST_NUMBER or plain.count(".") > 1:
            return {"odd": word}
        return {"number": float(plain), "digits": word}
    if word.endswith("'s"):
        return trie.get(word[:-2], NOTHING).get(END, NOTHING)
    head, hyphen, tail = word.partition("-")
    if hyphen and (first := trie.get(head)) and "number" in (marks := first.get(END, NOTHING)):
        return {"number": marks["number"], "tail": tail}
    return NOTHING
