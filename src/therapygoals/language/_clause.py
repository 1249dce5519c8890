"""The main clause: where the words stand that say what is wanted, and whether there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line, Region

__all__ = ["ASIDE", "Clause", "cover", "main_clause"]

_COUNTED, _TIMED, ASIDE = 1, 2, 3
_WISHES = frozenset({"wish", "imposed", "should_word"})
_WANTED = frozenset(
    {"state", "graded", "better", "practice", "more", "less", "negate", "occasion", "habit", "skill", "outside"}
)
_PLAGUED = frozenset({"problem", "event", "thing", "measure", "instrument"})
_TO_BE = frozenset({"is", "are", "was", "were", "has", "had"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})


class Clause:
    """The chunks from `head` to before `end` that say what is wanted.

    Attributes:
        line: The statement.
        items: Its numbers, rates and times.
        wish: The chunk of the word that makes it a wish, or -1.
        head: The first chunk of what is wanted.
        end: Where it ends: at a second wish, or at the end of the text.
        told: Something is told before the wish, so what stands there is no part of it.
        first: For each tag the first chunk of the clause that carries it, leaving out what is said in passing.
        second: Where a further goal starts, or -1.
    """

    __slots__ = ("end", "first", "head", "items", "line", "second", "told", "wish")

    def __init__(
        self, line: Line, items: list[Item], covered: bytearray, head: int, *, wish: int = -1, told: bool = False
    ) -> None:
        self.line, self.items, self.wish, self.head, self.told = line, items, wish, head, told
        self.end, self.second = _end(line, covered, head)
        self.first: dict[str, int] = {}
        marks = line.marks
        for k in range(head, self.end):
            if covered[k] < _TIMED:
                for tag in marks[k]:
                    if tag not in self.first:
                        self.first[tag] = k

    @property
    def mark(self) -> dict[str, object]:
        """The marks of the head."""
        return self.line.marks[self.head]


def cover(line: Line, items: list[Item], regions: list[Region]) -> bytearray:
    """For each chunk whether it is counted (1), a time or rate (2) or said in passing: how, when, why (3)."""
    covered = bytearray(line.size + 1)
    for item in items:
        level = _COUNTED if item.kind in ("amount", "span", "bare", "part") else _TIMED
        for k in range(item.i, min(item.j, line.size)):
            covered[k] = level
    for role, i, j in regions:
        if role is not Role.SUPPORT:
            covered[i:j] = bytes([ASIDE]) * (j - i)
    return covered


def main_clause(line: Line, items: list[Item], covered: bytearray) -> Clause | None:
    """Find the main clause; None when the text holds no goal."""
    marks, words, size = line.marks, line.words, line.size
    told, noun, opener, unknown = False, -1, -1, 0
    for k in range(size):
        mark = marks[k]
        if not words[k][0].isalnum():
            continue
        if opener < 0:
            if "greeting" in mark or (
                "?" in words and (("interrogative" in mark and "wish" not in mark) or words[k] == "will")
            ):
                return None
            opener = k
        if covered[k] and not (covered[k] == _COUNTED and noun < 0):
            if covered[k] == ASIDE and k == opener:
                opener = -1
            continue
        if not _WISHES.isdisjoint(mark) and not (told and _reported(line, k, opener)):
            if (head := _head(line, covered, k + 1)) < size:
                return Clause(line, items, covered, head, wish=k, told=told)
            continue
        verb = mark.get("verb")
        if not told and noun < 0 and verb in ("base", "ing") and unknown < 2 and not _is_noun(line, k, opener):
            return Clause(line, items, covered, k)
        unknown += not mark
        if "telling" in mark or ("agent" in mark and k == opener) or (verb == "past" and k > opener and noun < 0):
            told = told or not _asked(line, covered, k)
        elif (
            noun < 0
            and not told
            and "filler" not in mark
            and not _WANTED.isdisjoint(mark) | (not _PLAGUED.isdisjoint(mark))
        ):
            noun = k
    if told or (opener < 0 and not items):
        return None
    return _verbless(line, items, covered, noun)


def _reported(line: Line, k: int, opener: int) -> bool:
    """Whether a wish word only tells what somebody said or is going to do: he said he will, she told me to."""
    if line.words[k] == "will":
        return "said" in line.words
    return "imposed" in line.marks[k] and "clausal" in line.marks[opener]


def _asked(line: Line, covered: bytearray, k: int) -> bool:
    """Whether "I" or "we" stands behind a condition: when I notice it, I step outside."""
    return line.words[k] in ("i", "we") and k > 0 and any(level == ASIDE for level in covered[:k])


def _is_noun(line: Line, k: int, opener: int) -> bool:
    """Whether a word that may be a verb is a noun: "fear" alone, but not "stress less"; "work is hard"."""
    mark, following = line.marks[k], line.marks[k + 1]
    if k == opener and "telling" in following and line.words[k + 1] in _TO_BE:
        return True
    return "problem" in mark and "less" not in following and "more" not in following and line.words[k + 1] != "about"


def _head(line: Line, covered: bytearray, k: int) -> int:
    """The first chunk behind a wish that carries the wish itself, past further wish words, hedges and articles."""
    marks, words, size = line.marks, line.words, line.size
    start = k
    while k < size and (
        covered[k] >= _TIMED
        or not words[k][0].isalnum()
        or (
            "verb" not in marks[k]
            and (
                "filler" in marks[k]
                or not _WISHES.isdisjoint(marks[k])
                or "hedge" in marks[k]
                or ("negate" in marks[k] and "verb" in marks[k + 1])
            )
        )
        or ("hedge" in marks[k] and marks[k + 1].get("verb") in ("base", "ing"))
        or (words[k] == "have" and marks[k + 1].get("verb") == "past")
    ):
        k += 1
    return k if k < size else start


def _verbless(line: Line, items: list[Item], covered: bytearray, noun: int) -> Clause | None:
    """A goal without a verb that is known: a state, a habit, a counted thing, or an unknown verb with its object."""
    marks, words = line.marks, line.words
    counted = [item for item in items if item.kind not in ("noise", "instrument", "bare") or item.role]
    if noun >= 0 and not _WANTED.isdisjoint(marks[noun]):
        return Clause(line, items, covered, noun)
    if noun >= 0:
        return Clause(line, items, covered, noun) if counted else None
    k = _head(line, covered, 0)
    if k < line.size and not covered[k] and words[k][0].isalpha():
        if counted or "opens" in marks[k + 1] or (words[k].endswith("ing") and k + 1 < line.size):
            return Clause(line, items, covered, k)
        return None
    return Clause(line, items, covered, counted[0].i) if len(counted) > 1 or (counted and counted[0].per) else None


def _end(line: Line, covered: bytearray, head: int) -> tuple[int, int]:
    """Where the clause ends, and where a further goal starts."""
    words, marks, size = line.words, line.marks, line.size
    conjuncts = 0
    end, second = size, -1
    for k in range(head + 1, size):
        mark = marks[k]
        if "joint" not in mark or covered[k] == _TIMED:
            continue
        if words[k] in _SENTENCE_ENDS:
            if end == size and k + 1 < size:
                end = k
            continue
        j = k + 1
        while j < k + 4 and ("joint" in marks[j] or "filler" in marks[j]):
            j += 1
        after = marks[j]
        if not _WISHES.isdisjoint(after) and words[j] not in ("be able to", "able to"):
            return min(end, k), j if second < 0 else second
        if after.get("verb") == "base" or "less" in after or "more" in after or "better" in after or "negate" in after:
            conjuncts += 1
            end = min(end, k)
            if conjuncts == 2:
                second = j
            if words[j + 1] in ("it", "them"):
                conjuncts -= 1
    return end, second
