"""A statement as a row of chunks: tokens joined to the longest phrases that the lexicon knows."""

from __future__ import annotations

from itertools import repeat

from therapygoals.language._lexicon import NO_NODE, NOTHING, VERBS, Lexicon, Marks, Node, Trie, noted
from therapygoals.language.reading import Role
from therapygoals.language.tokens import tokenise

__all__ = ["MUTE", "Line", "Region"]

Region = tuple[Role, int, int]
"""A stretch of chunks with its role: from the second to before the third."""

MUTE: Marks = {"filler": True}
"""Marks of a chunk in a stretch that only tells."""
_LONGEST_NUMBER = 12
_THOUSAND = 3
"""So many digits stand behind a comma that sets thousands apart."""
_PADDING = 8
_NO_WORDS = [""] * _PADDING
_NO_MARKS = [NOTHING] * _PADDING


class Line:
    """A statement as parallel lists, one place a chunk; a few empty places follow the last one.

    Attributes:
        text: The statement.
        words: Normalised words of each chunk.
        starts: Offset of the first code point of each chunk.
        ends: Offset behind the last code point of each chunk.
        marks: What each chunk can be, from the lexicon.
        starters: The chunks at which a number, rate or time can start.
        cues: The chunks that have a role by themselves.
        size: Number of chunks without the padding.
        tags: All tags that any chunk carries.
        unmuted: The marks before stretches were muted; empty when none was.
    """

    __slots__ = ("cues", "ends", "marks", "size", "starters", "starts", "tags", "text", "unmuted", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        tokens, starts, ends = tokenise(text)
        self.text = text
        self.unmuted: list[Marks] = []
        self.words: list[str] = tokens + _NO_WORDS
        self.starts: list[int] = [*starts, len(text)]
        self.ends: list[int] = [*ends, len(text)]
        self.marks: list[Marks] = []
        self.starters: list[int] = []
        self.cues: list[int] = []
        self._join(tokens, lexicon.phrases)
        self.size = len(self.marks)
        self.tags: set[str] = set().union(*self.marks)
        self.marks += _NO_MARKS
        if "adjectival" in self.tags:
            self._settle()

    def _join(self, tokens: list[str], trie: Trie) -> None:
        """Join tokens to chunks, longest phrase first, in one pass from left to right."""
        words, marks = self.words, self.marks
        joined: list[tuple[int, int]] = []
        behind = 0
        for i, node in enumerate(map(trie.get, tokens, repeat(NO_NODE))):
            if i < behind:
                continue
            if node[1] and words[i + 1] in node[1]:
                node, behind = _longest(words, i + 1, node)
                if behind > i + 1:
                    joined.append((i, behind))
            mark, _, kinds = node
            if not mark and not tokens[i].isalpha():
                mark = _unlisted(tokens[i], trie)
                kinds = noted(mark)
            if kinds:
                if kinds & 1:
                    self.starters.append(len(marks))
                if kinds & 2:
                    self.cues.append(len(marks))
            marks.append(mark)
        for i, j in reversed(joined):
            words[i:j] = [" ".join(words[i:j])]
            del self.starts[i + 1 : j], self.ends[i : j - 1]

    def _settle(self) -> None:
        """Take a word that can be a verb or an adjective as the latter behind "be" and its kin: be close, feel calm."""
        for k in range(1, self.size):
            if "adjectival" in self.marks[k] and self.words[k - 1] in _BEFORE_ADJECTIVES:
                self.marks[k] = _adjective(self.marks[k])

    def is_aside(self, k: int) -> bool:
        """Whether a chunk is thrown in: honestly, you know; such as look and like only before a stop or a subject."""
        mark = self.marks[k]
        if "stopped_aside" not in mark:
            return "aside" in mark
        return not self.words[k + 1][:1].isalnum() or "subject" in self.marks[k + 1]

    def mute(self, stretches: list[tuple[int, int]]) -> None:
        """Take the marks off stretches that are no part of the goal, so that nothing in them counts as said."""
        self.unmuted = list(self.marks)
        for i, j in stretches:
            self.marks[i:j] = [MUTE] * (j - i)
        self.cues = [k for k in self.cues if self.marks[k] is not MUTE]
        self.tags = set().union(*self.marks)


def _longest(tokens: list[str], k: int, found: Node) -> tuple[Node, int]:
    """Follow the trie as far as the tokens go, an empty one last: the end of the longest phrase, and what is behind."""
    j, node = k, found
    while (following := node[1].get(tokens[k])) is not None:
        node = following
        k += 1
        if node[0]:
            found, j = node, k
    return found, j


def _unlisted(word: str, trie: Trie) -> Marks:
    """Marks of a word that the lexicon does not list: digits, a possessive, or a number before a hyphen."""
    if word[0].isdecimal():
        plain = _with_a_point(word)
        if len(plain) > _LONGEST_NUMBER or plain.count(".") > 1:
            return {"odd": word, "starts": True}
        return {"number": float(plain), "digits": word, "starts": True, "dated": True}
    if word.endswith("'s"):
        return _owning(trie.get(word[:-2], NO_NODE)[0])
    head, hyphen, tail = word.partition("-")
    if hyphen and "number" in (marks := trie.get(head, NO_NODE)[0]):
        return {"number": marks["number"], "tail": tail, "starts": True, "dated": True}
    return NOTHING


def _with_a_point(digits: str) -> str:
    """Digits with a point before the fraction: a lone comma before one or two digits stands for it (3,5)."""
    whole, comma, rest = digits.partition(",")
    return f"{whole}.{rest}" if comma and rest.isdecimal() and len(rest) < _THOUSAND else digits.replace(",", "")


def _owning(mark: Marks) -> Marks:
    """What is left of a word that owns something, or is short for "is": the noun, but no verb."""
    if "verb" not in mark:
        return mark
    return {tag: mark[tag] for tag in mark if tag not in _VERBAL}


_BEFORE_ADJECTIVES = frozenset({"be", "being", "feel", "feeling", "become", "becoming", "stay", "so", "very", "too"})


def _adjective(mark: Marks) -> Marks:
    """The marks of a word without those of a verb."""
    left = {tag: mark[tag] for tag in mark if tag not in _VERBAL}
    left["roles"] = tuple((role, tag) for role, tag in mark["roles"] if tag in left)
    return left


_VERBAL = frozenset({*VERBS, "verb", "roles", "wish"})
