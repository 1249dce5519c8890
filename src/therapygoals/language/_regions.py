"""The stretches of a statement that say how, when, with whom and why it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._line import Line, Region

__all__ = ["regions"]

_CUES = (
    ("reason", Role.REASON),
    ("means", Role.MEANS),
    ("condition", Role.CONDITION),
    ("situation", Role.CONDITION),
    ("support", Role.SUPPORT),
)
_TAGS = frozenset(tag for tag, _ in _CUES)
_STOPS = frozenset({",", ".", ";", "!", "?", "(", ")"})


def regions(line: Line, items: list[Item]) -> list[Region]:
    """Find the stretches that say how, when, with whom and why: from a cue to the next stop, deadline, wish or cue."""
    if line.tags.isdisjoint(_TAGS):
        return []
    behind = {item.i: item for item in items}
    found: list[Region] = []
    k = 0
    while k < line.size:
        item = behind.get(k)
        role = None if item is not None else _opens(line, k)
        if role is None:
            k = k + 1 if item is None else max(item.j, k + 1)
            continue
        j = _closes(line, k, behind)
        found.append((role, k, j))
        k = j
    return found


def _closes(line: Line, k: int, behind: dict[int, Item]) -> int:
    """The chunk behind a stretch that opens at chunk `k`."""
    if "situation" in line.marks[k] and "condition" not in line.marks[k]:
        return k + 1
    j = k + 1
    stops_at_wish = "roadblock" not in line.marks[k]
    if "condition" in line.marks[k] and "wish" in line.marks[j]:
        j += 1  # the wish belongs to the condition: when I need it
    while j < line.size and line.words[j] not in _STOPS and not (stops_at_wish and "wish" in line.marks[j]):
        item = behind.get(j)
        if item is not None and (item.kind == "deadline" or (_is_rate(item) and not _only_leads(line, k + 1, j))):
            break
        if item is None and _opens(line, j) is not None:
            break
        j = j + 1 if item is None else max(item.j, j + 1)
    return min(j, line.size)


def _is_rate(item: Item) -> bool:
    return item.kind == "rate" or item.per is not None


def _only_leads(line: Line, i: int, j: int) -> bool:
    """Whether nothing but articles stands from chunk `i` to before chunk `j`: using a nightly routine."""
    return all(not _ARTICLES.isdisjoint(line.marks[k]) for k in range(i, j))


_ARTICLES = frozenset({"article", "the", "possessive"})


def _opens(line: Line, k: int) -> Role | None:
    mark = line.marks[k]
    if _TAGS.isdisjoint(mark):
        return None
    tag, role = next(cue for cue in _CUES if cue[0] in mark)
    if tag == "condition" and "gone_by" in mark and _is_bygone(line, k + 1):
        return None
    if tag == "support" and _is_practice(line, k + 1):
        return Role.MEANS
    return None if tag == "means" and not _is_means(line, k) else role


def _is_practice(line: Line, k: int) -> bool:
    """Whether what helps is something that one does: with daily walks, w/ CBT."""
    return "practice" in line.marks[k] or ("adverb" in line.marks[k] and "practice" in line.marks[k + 1])


def _is_bygone(line: Line, k: int) -> bool:
    """Whether what stands behind "after" came once, so that it is no situation: after the divorce, after retirement."""
    k += not _ARTICLES.isdisjoint(line.marks[k])
    return "bygone" in line.marks[k] or "bygone" in line.marks[k + 1]


def _is_means(line: Line, k: int) -> bool:
    """Whether a means opens here: "by" needs a doing word behind it, "using" no verb before that it completes."""
    word = line.words[k]
    if word == "by":
        following = line.marks[k + 1]
        return "practice" in following or line.words[k + 1].split(" ")[0].endswith("ing")
    if word == "through" and not _NO_MEANS.isdisjoint(line.marks[k + 1]):
        return False  # sleep right through till the alarm; find a way through it
    return k > 0 and (word != "using" or _TAKES_USING.isdisjoint(line.marks[k - 1]))


_NO_MEANS = frozenset({"mode", "pointing"})
_TAKES_USING = frozenset({"wish", "maintain", "learn", "act"})
