"""The main clause: where the words stand that say what is wanted, and whether there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.language.reading import Role

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._lexicon import Marks
    from therapygoals.language._line import Line, Region

__all__ = [
    "ASIDE",
    "SENTENCE_ENDS",
    "WISHES",
    "Clause",
    "cover",
    "entry_of_list",
    "is_habitual",
    "is_unlisted_verb",
    "main_clause",
    "next_goal",
]

_COUNTED, _TIMED, ASIDE = 1, 2, 3
WISHES = frozenset({"wish", "imposed", "should_word"})
_WANTED = frozenset(
    {"state", "graded", "better", "practice", "more", "less", "negate", "occasion", "habit", "skill", "outside"}
)
_PLAGUED = frozenset({"problem", "event", "thing", "measure", "instrument"})
_NOUNS = _WANTED | _PLAGUED
_LEADING = WISHES | {"filler", "hedge"}
SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})


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
        mark: The marks of the head.
        light: The head says little by itself and a state behind it says the rest: put it behind me.
        agent: The chunk of somebody else who is to act, or -1.
    """

    __slots__ = ("agent", "end", "first", "head", "items", "light", "line", "mark", "second", "told", "wish")

    def __init__(
        self, line: Line, items: list[Item], covered: bytearray, head: int, *, wish: int = -1, told: bool = False
    ) -> None:
        self.line, self.items, self.wish, self.head, self.told = line, items, wish, head, told
        self.end, self.second = _end(line, items, covered, head)
        self.first = first = dict[str, int]()
        marks = line.marks
        for k in range(self.end - 1, head - 1, -1):
            if covered[k] < _TIMED:
                for tag in marks[k]:
                    first[tag] = k
        self.mark = marks[head]
        self.light = "light" in self.mark and _is_light(self)
        peopled = line.words[head] in _MOVING or line.words[wish + 1] in _THIRD or line.words[head - 1] in _KIN
        self.agent = _agent_of(self) if peopled or "agent" in line.tags or not self.mark else -1


def is_habitual(line: Line, dated: int = -1) -> bool:
    """Whether a moment that comes again and again is told: after work, when I feel low, before reacting.

    Args:
        line: The statement.
        dated: The chunk at which a deadline starts, or -1: what is to be done by a day, before it is too late, is to be
            done once, and so is what is done when something comes on that day.
    """
    marks, words = line.marks, line.words
    if "habitual" in line.tags and not (dated >= 0 and _comes_once(line, dated)):
        return True
    if "each_time" not in line.tags or dated >= 0:
        return False
    return any(
        marks[k + 1].get("verb") == "ing"
        or "clausal" in marks[k + 1]
        or (words[k] == "before" and any(_is_plural(line, j) for j in (k + 1, k + 2)))
        for k in range(line.size)
        if "each_time" in marks[k]
    )


def _comes_once(line: Line, dated: int) -> bool:
    """Whether every cue is a clause with a day at its end: when they visit on the 24th."""
    cues = [k for k in range(line.size) if "habitual" in line.marks[k]]
    return all(line.words[k] in ("when", "as soon as") and -_SHORT_DATE < dated - k < _LONG_CUE for k in cues)


_LONG_CUE, _SHORT_DATE = 9, 5


def _is_plural(line: Line, k: int) -> bool:
    word, mark = line.words[k], line.marks[k]
    return word.endswith("s") and not word.endswith(("ss", "'s", "us")) and _NO_PLURALS.isdisjoint(mark)


_NO_PLURALS = frozenset({"possessive", "function", "verb", "telling", "this", "once", "datable"})


def is_unlisted_verb(clause: Clause) -> bool:
    """Whether the head is a word that no list has, standing where a verb stands: to urge-surf, will mobilise."""
    line, head = clause.line, clause.head
    if line.marks[head] or not line.words[head][:1].isalpha():
        return False
    if clause.wish >= 0 and head - clause.wish < _NEAR:
        return line.words[head - 1].endswith(_BEFORE_VERB)
    return clause.wish < 0 and ("opens" in line.marks[head + 1] or line.words[head + 1].endswith("'s"))


_NEAR = 4
_BEFORE_VERB = ("to", "will", "ll")


def _is_light(clause: Clause) -> bool:
    """Whether a state stands behind a light verb before anything that one could do or count."""
    first = clause.first
    sorting = clause.line.words[clause.head] in _SORTING
    vague = min(first.get(tag, clause.end) for tag in (_VAGUE_PLAGUED if sorting else _VAGUE))
    if clause.line.words[min(vague, clause.line.size)] in _HOMOGRAPHS:
        return False  # put the paper down; leave the flat
    concrete = min(first.get(tag, clause.end) for tag in _CONCRETE)
    return vague < concrete


_SORTING = frozenset({"sort", "sorting", "straighten", "straightening"})
_VAGUE = ("state", "mental", "graded", "inner", "inner_part")
_VAGUE_PLAGUED = (*_VAGUE, "problem")
_HOMOGRAPHS = frozenset({"down", "flat", "open", "close"})
_CONCRETE = ("practice", "occasion", "thing", "event", "habit", "skill", "measure")


def _agent_of(clause: Clause) -> int:
    """The chunk of somebody else who is to act: *my son* to stop, make *my ex* come back; -1 when there is none."""
    marks, words, head, wish = clause.line.marks, clause.line.words, clause.head, clause.wish
    if "agent" in marks[head] and (
        wish < 0 or "object_pronoun" not in marks[head] or "to" in clause.line.words[head + 1 : head + 2]
    ):
        return head
    if wish >= 0 and words[wish + 1] in _THIRD and words[wish].endswith(_HOPED):
        return wish + 1  # I hope they let me back in
    if 0 <= wish < head - 1 and words[head - 1] in _KIN:
        return head - 1  # ct would like mum to ring
    if wish >= 0 and not marks[head] and words[head + 1] == "to" and not _ACTING.isdisjoint(marks[head + 2]):
        return head if words[head - 1] == "for" or not words[wish].endswith("to") else -1  # Jake to stop
    if "make_other" in marks[head] and "agent" in marks[head + 1] and _acts(clause.line, head + 2):
        return head + 1
    if words[head] in _MOVING and (moved := _is_moved_to_act(clause.line, head + 1)):
        return moved
    if wish > 1 and clause.line.words[wish - 2] == "and":
        return -1  # my wife and my son and I will
    return wish - 1 if wish > 0 and "agent" in marks[wish - 1] and "imposed" not in marks[wish] else -1


_MOVING = frozenset({"get", "get the"})
_ACTING = frozenset({"verb", "follow_up"})
_THIRD = frozenset({"he", "she", "they", "he'd", "she'd", "they'd"})
_HOPED = ("hope", "wish", " if")
_KIN = frozenset({"mother to", "father to", "mum to", "mom to", "dad to", "parents to", "carer to", "family to"})


def _is_moved_to_act(line: Line, k: int) -> int:
    """The chunk of somebody who is to be got to do something: get the council to move us; 0 when there is none."""
    for j in range(k + 1, k + 4):
        if line.words[j] == "to":
            return k if line.marks[j + 1].get("verb") == "base" else 0
        if not _NOT_SOMEBODY.isdisjoint(line.marks[j]) or not line.words[j][:1].isalpha():
            return 0
    return 0


_NOT_SOMEBODY = _WANTED | {"verb", "mode", "joint", "number"}


def _acts(line: Line, k: int) -> bool:
    """Whether a verb or a state stands behind somebody who is to do or be it: make him call, get my son to stop."""
    if "object_pronoun" in line.marks[k - 1]:
        return line.marks[k].get("verb") == "base" or line.words[k] == "to"
    return line.words[k][:1].isalpha()


def cover(line: Line, items: list[Item], regions: list[Region]) -> bytearray:
    """For each chunk whether it is counted (1), a time or rate (2) or said in passing: how, when, why (3)."""
    covered = bytearray(line.size + 1)
    for item in items:
        level = _COUNTED if item.kind in ("amount", "span", "bare", "part", "instrument") else _TIMED
        for k in range(item.i, min(item.j, line.size)):
            covered[k] = level
    for role, i, j in regions:
        if role is not Role.SUPPORT:
            covered[i:j] = bytes([ASIDE]) * (j - i)
    return covered


def main_clause(line: Line, items: list[Item], covered: bytearray) -> Clause | None:
    """Find the main clause; None when the text holds no goal."""
    marks, words, size = line.marks, line.words, line.size
    first, opener = _openers(line, covered)
    if first == size or _is_no_wish(line, opener) or (not items and _is_seen(line, opener)):
        return None
    if "client" in marks[opener] and _is_shown(marks[opener + 1], items):
        return Clause(line, items, covered, opener + 1)
    labelled = _behind_label(line, opener) if "separator" in line.tags else opener
    noted = labelled > opener
    told, spent, noun, unknown, opener = False, False, -1, 0, labelled
    for k in range(opener, size):
        mark = marks[k]
        if not (words[k][0].isalnum() or "verb" in mark) or (covered[k] and (covered[k] != _COUNTED or noun >= 0)):
            continue
        if not WISHES.isdisjoint(mark) and not (told and _reported(line, k, opener)):
            head = k + 1 if spent else _head(line, covered, k + 1)
            if "wish" not in mark and "." in words[k + 1 : head]:
                continue  # like I was told. She says ...
            if head < size and _is_word(line, head):
                return Clause(line, items, covered, head, wish=k, told=told)
            spent = True  # all the rest only leads on, also behind a further wish
            continue
        if told:
            continue
        if "agent" in mark and words[k + 1] == "to" and (k == opener or (k == opener + 1 and words[opener] == "for")):
            return Clause(line, items, covered, _head(line, covered, k + 2), wish=k + 1)
        if words[k] == "to" and _follows_a_name(line, k, opener, labelled=noted):
            return Clause(line, items, covered, _head(line, covered, k + 1), wish=k)
        unknown += not mark
        if noun < 0 and unknown < 2 and _is_head(mark, opens=k == opener) and not _is_noun(line, k, opener):
            return Clause(line, items, covered, k)
        if noun >= 0 and mark.get("verb") == "past" and not _CHANGED.isdisjoint(mark):
            return Clause(line, items, covered, k)  # symptoms reduced to
        told = _tells(mark, opens=k == opener, bare=noun < 0 and not (noted and items))
        told = told and not (first < opener and words[k] in ("i", "we"))
        if noun < 0 and not told and "filler" not in mark and not _NOUNS.isdisjoint(mark):
            noun = k
    return None if told else _verbless(line, items, covered, noun, opener)


def _openers(line: Line, covered: bytearray) -> tuple[int, int]:
    """The first word, and the first that is not said in passing; the former twice when all of them are."""
    first = 0
    while first < line.size and not _is_word(line, first):
        first += 1
    opener = first
    while opener < line.size and (covered[opener] == ASIDE or not _is_word(line, opener)):
        opener += 1
    return first, opener if opener < line.size else first


def _behind_label(line: Line, opener: int) -> int:
    """The chunk behind a label that only says what a note is about (Pelvic floor:); the opener when there is none."""
    named = False
    for k in range(opener, min(opener + _LABEL, line.size - 1)):
        if line.words[k] == ":" or (line.words[k] in _DASHES and line.starts[k] > line.ends[k - 1] and not named):
            return k + 1 if k > opener and (not named or _is_asked(line, k + 1)) else opener
        if not WISHES.isdisjoint(line.marks[k]):
            return opener
        named = named or "verb" in line.marks[k] or not _NAMING.isdisjoint(line.marks[k])
    return opener


def _is_asked(line: Line, k: int) -> bool:
    """Whether a note asks for an act from chunk `k` on: pt to quit, leave the room."""
    mark, following = line.marks[k], line.marks[k + 1]
    return "wish" in mark or (mark.get("act") == "base" and not {"the", "article", "possessive"}.isdisjoint(following))


_LABEL = 6
_DASHES = frozenset("-\u2013\u2014")
_NAMING = (_NOUNS - {"occasion"}) | WISHES | {"clock"}


def _follows_a_name(line: Line, k: int, opener: int, *, labelled: bool) -> bool:
    """Whether "to" at chunk `k` stands between a name or label and a verb, as in notes: Mr Osei to check his weight."""
    marks = line.marks
    if not -labelled < k - opener <= _NAMES or marks[k + 1].get("verb") != "base":
        return False
    return all("verb" not in marks[j] or "agent" in marks[j] for j in range(opener, k))


_NAMES = 5


def _is_head(mark: Marks, *, opens: bool) -> bool:
    """Whether a verb can say what is wanted; a past form only where it opens with a change: improved mood."""
    form = mark.get("verb")
    return form in ("base", "ing") or (opens and form == "past" and not _CHANGED.isdisjoint(mark))


def _is_word(line: Line, k: int) -> bool:
    """Whether a chunk is more than punctuation; an arrow up or down is as good as a verb."""
    return line.words[k][0].isalnum() or "verb" in line.marks[k]


def _is_no_wish(line: Line, opener: int) -> bool:
    """Whether a text opens as a greeting, or as a question that asks for a fact."""
    mark = line.marks[opener]
    asking = "question" in line.tags and (("interrogative" in mark and "wish" not in mark) or "future" in mark)
    greeting = "greeting" in mark and "wish" not in line.tags and not ("number" in mark and line.unmuted)
    return greeting or asking


def _is_seen(line: Line, k: int) -> bool:
    """Whether a note only says what a client was like: Pt tearful throughout; ct anxious on arrival."""
    following = line.marks[k + 1]
    if "client" not in line.marks[k] or "wish" in line.tags:
        return False
    return following.get("verb") == "ing" or ("act" not in following and not _MOODS.isdisjoint(following))


def _is_shown(mark: Marks, items: list[Item]) -> bool:
    """Whether a note tells what a client does by a day to come: Ct identifies three triggers by March."""
    return mark.get("verb") == "s" and "telling" not in mark and any(item.deadline is not None for item in items)


_MOODS = frozenset({"state", "graded"})


def _tells(mark: Marks, *, opens: bool, bare: bool) -> bool:
    """Whether a word makes the text a report: is, she, my kids at the opening, a past form before any noun."""
    return "telling" in mark or (opens and "agent" in mark) or (bare and mark.get("verb") == "past")


def _reported(line: Line, k: int, opener: int) -> bool:
    """Whether a wish word only tells what somebody said or is going to do: he said he will, she told me to."""
    if "future" in line.marks[k]:
        return "said" in line.tags
    return "imposed" in line.marks[k] and "clausal" in line.marks[opener]


def _is_noun(line: Line, k: int, opener: int) -> bool:
    """Whether a word that may be a verb is a noun: "fear" alone, but not "stress less"; "work is hard"."""
    mark, following = line.marks[k], line.marks[k + 1]
    if k == opener and "telling" in following and "to_be" in following:
        return True
    if k > 0 and mark.get("verb") == "base" and "possessive" in line.marks[k - 1]:
        return True  # my work stress
    return "problem" in mark and "less" not in following and "more" not in following and line.words[k + 1] != "about"


def _head(line: Line, covered: bytearray, start: int) -> int:
    """The first chunk behind a wish that carries the wish itself; `start` when all the rest only leads to it."""
    k = start
    while k < line.size and (covered[k] >= _TIMED or _leads(line, k)):
        k += 1
    return k if k < line.size else start


def _leads(line: Line, k: int) -> bool:
    """Whether a chunk only leads to what is wanted: signs, further wish words, hedges, articles."""
    mark, word, following = line.marks[k], line.words[k], line.marks[k + 1]
    if not _is_word(line, k) or line.is_aside(k):
        return True
    if word == "her" and line.words[k + 1] == "to":
        return False  # I want her to ring me
    if "verb" in mark:
        if "link" in mark and following.get("verb") == "past" and not _CHANGED.isdisjoint(following):
            return True  # show improved sleep
        if word == "be" and following.get("verb") == "ing" and "link" not in following:
            return True  # what is to be going on: be walking again
        to_verb = "hedge" in mark and following.get("verb") in ("base", "ing")
        return to_verb or (word == "have" and following.get("verb") == "past")
    return not _LEADING.isdisjoint(mark) or ("negate" in mark and "verb" in following)


_CHANGED = frozenset({"increase", "reduce"})


def _verbless(line: Line, items: list[Item], covered: bytearray, noun: int, opener: int) -> Clause | None:
    """A goal without a verb that is known: a state, a habit, a counted thing, or an unknown verb with its object."""
    marks, words = line.marks, line.words
    counted = [
        item
        for item in items
        if item.role or (item.kind not in _UNMEASURED and item.rule != "review") or _is_bounded(item)
    ]
    if noun >= 0:
        return Clause(line, items, covered, noun) if counted or not _WANTED.isdisjoint(marks[noun]) else None
    k = _head(line, covered, opener)
    if not covered[k] and words[k][0].isalpha():
        known = "opens" in marks[k + 1] or words[k].endswith("ing") or (k > 0 and "wish" in line.tags)
        opens = counted or (known and k + 1 < line.size)
        return Clause(line, items, covered, k) if opens else None
    settled = next((item for item in items if item.i == k and item.kind == "bare" and line.unmuted), None)
    if settled is not None:
        return Clause(line, items, covered, k)  # six a week; two would do me
    return Clause(line, items, covered, counted[0].i) if any(item.kind != "deadline" for item in counted) else None


_UNMEASURED = frozenset({"noise", "instrument", "bare"})


def _is_bounded(item: Item) -> bool:
    """Whether a bare number has a bound or a period, so that it measures something: under 5, 2 a week."""
    return item.kind == "bare" and (item.compare != "eq" or item.per is not None)


def _end(line: Line, items: list[Item], covered: bytearray, head: int) -> tuple[int, int]:
    """Where the clause ends, and where a further goal starts: at a second wish, or in a list of three."""
    words, marks, size = line.words, line.marks, line.size
    further, end, listed = -1, size, words[0] in _BULLETS or words[0] in _FIRST
    if not listed and "joint" not in line.tags:
        return end, further
    rates = [item.i for item in items if item.i > head and (item.per or item.kind in ("rate", "times"))]
    rated = rates[0] if rates else -1
    for k in range(head + 1, size - 1):
        if listed and (entry := entry_of_list(line, k)):
            return min(end, k), entry
        if "joint" not in marks[k] or covered[k] == _TIMED:
            continue
        j = next((j for j in range(k + 1, k + 4) if _JOINING.isdisjoint(marks[j])), k + 4)
        after = marks[j]
        rated_apart = bool(rates) and rated < k and rates[-1] > j and _is_new_act(line, j)
        if words[k] in SENTENCE_ENDS:
            end = min(end, k)
            if rated_apart or _is_label(line, j):
                return end, j
            continue
        if not WISHES.isdisjoint(after) and "able" not in words[j]:
            if (
                words[j - 1] == "it"
                or words[j] in _THEIRS
                or words[j : j + 2] == ["i'll", "see"]
                or "pointing" in marks[j + 1]
                or "wish" not in after
            ):
                continue  # and I want it done by then; as required by
            return min(end, k), j
        if words[k + 1 : j] == ["just", "to"] or ("negate" in after and not _GROUNDS.isdisjoint(marks[j + 1])):
            continue  # just to talk, not because he needs the van
        if words[j] == words[head] or (words[j] == "see" and not _ASKING.isdisjoint(marks[j + 1])):
            continue  # ring her, really ring; and see how it goes
        if words[j] == "have" and marks[j + 1].get("verb") == "past":
            continue  # and have done it by June
        if (after.get("verb") == "base" or not _AGAIN.isdisjoint(after)) and "pronoun" not in marks[j + 1]:
            end = min(end, k)
            if further >= 0:
                return end, further
            if rated_apart or (rated < j and _stands_alone(line, head, k, j)):
                return end, j
            further = j  # with one rate for both, as in brush and wash daily, it is one routine
    return end, -1


def entry_of_list(line: Line, k: int) -> int:
    """Where an entry starts whose sign stands at chunk `k`, in a list that opens the statement; 0 when none does.

    1. walk daily 2. ring Ann; a) walk b) ring Ann; - walk - ring Ann.
    """
    words = line.words
    if words[0] in _BULLETS:
        j = k + 1 if words[k] == words[0] else 0
    elif words[0] in _FIRST and words[1] in (")", "."):
        j = k + 2 if len(words[k]) == 1 and words[k].isalnum() and words[k + 1] == words[1] else 0
    else:
        return 0
    return j if "verb" in line.marks[j] or not _AGAIN.isdisjoint(line.marks[j]) else 0


_BULLETS = frozenset("•-*·")
_FIRST = frozenset({"1", "a"})


def _is_new_act(line: Line, j: int) -> bool:
    """Whether a chunk opens an act with an object of its own, and does not speak of the act before."""
    return line.marks[j].get("verb") == "base" and _BACK_REFERENCES.isdisjoint(line.marks[j + 1])


def _is_label(line: Line, k: int) -> bool:
    """Whether a chunk announces a goal: Goal 2:."""
    return "wish" in line.marks[k] and line.words[k].endswith(":") and any(map(str.isdigit, line.words[k]))


def next_goal(line: Line, items: list[Item], covered: bytearray, k: int) -> int:
    """Where a further goal starts behind the one at chunk `k`, or -1."""
    return _end(line, items, covered, k)[1]


def _stands_alone(line: Line, head: int, k: int, j: int) -> bool:
    """Whether what follows "and" is a goal by itself, with an object of its own, and no step of one routine."""
    marks, words = line.marks, line.words
    if words[k] not in ("and", "&", "plus") or j - k > 2 or k < head + 2 or "follow_up" in marks[j]:
        return False
    if "follow_up" in marks[head] and "from" not in marks[head + 1] and words[head] not in ("be", "feel"):
        return False  # the first is a step of the second: go home and ring my aunt
    if marks[head].get("verb") != "base" and _AGAIN.isdisjoint(marks[head]):
        return False
    if not _AGAIN.isdisjoint(marks[j]):
        return not _AGAIN.isdisjoint(marks[head]) or any(not _AGAIN.isdisjoint(marks[i]) for i in range(head, k))
    return words[j + 1][:1].isalpha() and _BACK_REFERENCES.isdisjoint(marks[j + 1])


_GROUNDS = frozenset({"reason", "since", "only"})
_THEIRS = frozenset({"he'll", "she'll", "they'll", "we'll"})
_ASKING = frozenset({"wh", "condition", "interrogative"})
_BACK_REFERENCES = frozenset({"pronoun", "object_pronoun", "pointing", "joint", "mode", "condition"})
_JOINING = frozenset({"joint", "filler"})
_AGAIN = frozenset({"less", "more", "better", "negate"})
