"""What a person tells around the wish: stretches that speak of how things are or were, and hold no part of the goal.

A statement is cut at its stops, commas and joints. A piece that speaks (somebody is, was or does something) and wants
nothing is background; so is what is named before a wish that comes later. A statement in one piece has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from therapygoals.goals import DeadlineMode
from therapygoals.language._clause import WISHES

if TYPE_CHECKING:
    from therapygoals.language._item import Item
    from therapygoals.language._lexicon import Marks
    from therapygoals.language._line import Line

__all__ = ["Stretch", "background"]

Stretch = tuple[int, int]
"""Chunks from the first to before the second."""

_SPEAKING = frozenset({"subject", "telling", "agent"})
_OPENING = frozenset({"downward", "more", "less", "better", "negate", "stop", "maintain"})
_SPOKEN = frozenset({"subject", "agent", "to_be", "since"})
_WANTED = frozenset({"state", "graded", "better", "practice", "more", "less", "occasion", "habit", "skill", "outside"})
_CONDITIONS = frozenset({"condition", "situation", "means", "reason", "support"})
_SKIPPED = frozenset({"joint", "greeting"})
_HIDING = frozenset({"condition", "wh", "reason", "relative_clause"})
_JOINTS = frozenset({"joint", "reason", "turn"})
_STROKES = "-\u2013\u2014"
_SOFT = frozenset({",", "(", ")", ":", *_STROKES})
_HARD = frozenset({".", "!", "?", ";"})
_CLOSING = _HARD | {":"}


def background(line: Line, items: list[Item]) -> list[Stretch]:
    """Find the stretches of a statement that only tell.

    Args:
        line: The statement, with all its marks.
        items: Its numbers, rates and times.

    Returns:
        The stretches in the order of the text, each with the sign that ends it.
    """
    if line.tags.isdisjoint(_SPEAKING) and (
        "." not in line.words or not (_opens_in_the_past(line) or _leads_to_a_wish(line) or _leads_to_an_act(line))
    ):
        return []
    stretches = _cut(line, items)
    if len(stretches) < 2 and (not items or "doing_now" not in line.tags):
        return []
    pieces = _pieces(line, items, stretches)
    if len(pieces) == 1 and not pieces[0].intends:
        return []
    found: list[Stretch] = []
    main = _main(pieces)
    for piece in _around(pieces, main):
        end = piece.due if main is not None and piece.i > pieces[main].i and piece.due > 0 else piece.j
        if found and found[-1][1] == piece.i:
            found[-1] = found[-1][0], end
        else:
            found.append((piece.i, end))
    if main is not None and not pieces[main].wishes:
        piece = pieces[main]
        k = _content(line, piece.i, piece.j)
        if piece.settles and (done := _settling(line, piece.i, piece.j)) >= 0:
            found.append((done, next((item.i for item in items if done < item.i < piece.j), piece.j)))
        elif piece.intends:
            who = piece.intends - (2 if line.words[piece.intends - 1] == "could" else 1)
            found.append((who, piece.intends))  # who is going to do it
        elif piece.dated and piece.speaks and (first := next(item.i for item in items if item.i >= k)) > k:
            found.append((k, first))  # who said or thinks so
    return sorted(found)


def _opens_in_the_past(line: Line) -> bool:
    """Whether a note opens with what was seen or done: Seen at home. Pt wants to ..."""
    k = _content(line, 0, line.size)
    return k < line.size and line.marks[k].get("verb") == "past" and "." in line.words[k : line.size - 1]


def _leads_to_a_wish(line: Line) -> bool:
    """Whether a wish comes only in a later sentence of a note: Cutting 5 times a week. Goal = once."""
    if "wish" not in line.tags or "." not in line.words[: line.size - 1]:
        return False
    return not any("wish" in line.marks[k] for k in range(line.words.index(".")))


def _leads_to_an_act(line: Line) -> bool:
    """Whether a note says how things are, and then what to do: Hips stable. Continue hydro twice a week."""
    k = line.words.index(".") + 1
    return line.marks[k].get("verb") == "base" and not any("verb" in line.marks[j] for j in range(k - 1))


def _pieces(line: Line, items: list[Item], stretches: list[Stretch]) -> list[_Piece]:
    """The pieces of a statement, each with the items that stand in it."""
    pieces: list[_Piece] = []
    done = 0
    for i, j in stretches:
        ahead = done
        while ahead < len(items) and items[ahead].i < j:
            ahead += 1
        piece = _Piece(line, items[done:ahead], i, j)
        if piece.speaks and line.words[i] == "is" and any(_ends_in_wish(line, one) for one in pieces):
            piece.speaks = False  # what I'd like, if I may, is an hour of peace
        pieces.append(piece)
        done = ahead
    return pieces


def _ends_in_wish(line: Line, piece: _Piece) -> bool:
    """Whether a piece breaks off behind its wish: what I'd like, ..."""
    return piece.j - piece.i > 1 and "wish" in line.marks[piece.j - 2]


def _cut(line: Line, items: list[Item]) -> list[Stretch]:
    """Cut a statement into pieces at stops and commas, and at joints behind which somebody speaks or wishes."""
    cuts, words, marks, size = [0], line.words, line.marks, line.size
    listed = set[int]()
    if "weekday" in line.tags:  # on Mondays, Wednesdays and Fridays
        listed = {k for item in items if item.days for k in range(item.i, item.j)}
    for k in range(size - 1):
        if listed and k in listed:
            continue
        word = words[k]
        if word in _HARD or word in _SOFT:
            if not (word == "." and k > 0 and _is_abbreviated(line, k - 1)) and not _inside_a_number(line, k):
                cuts.append(k + 1)
        elif (
            not _JOINTS.isdisjoint(marks[k])
            and cuts[-1] != k
            and not (word == "then" and "mode" in marks[k - 1])
            and _starts_anew(line, _content(line, k + 1, size))
        ):
            cuts.append(k)
    return list(zip(cuts, [*cuts[1:], size], strict=True))


def _is_abbreviated(line: Line, k: int) -> bool:
    """Whether a full stop behind a word only shortens it: Pt., Mr K."""
    return "abbreviation" in line.marks[k] or (len(line.words[k]) == 1 and line.words[k].isalpha())


def _starts_anew(line: Line, k: int) -> bool:
    """Whether somebody wishes or speaks behind a joint; the kids are no speakers in "me and the kids"."""
    mark = line.marks[k]
    if not WISHES.isdisjoint(mark) or "clausal" in mark:
        return True
    following = line.marks[k + 1]
    return "subject" in mark and ("telling" in mark or "verb" in following or "telling" in following or not following)


def _inside_a_number(line: Line, k: int) -> bool:
    """Whether a dash or colon stands between two things without a space: 3-4, 23:00, half-hour."""
    return (
        line.words[k] in (*_STROKES, ":")
        and k > 0
        and line.ends[k - 1] == line.starts[k]
        and line.ends[k] == line.starts[k + 1]
    )


def _content(line: Line, k: int, j: int) -> int:
    """The first chunk from `k` on, before `j`, that is no sign, interjection or joint; `j` when there is none."""
    while k < j and (not line.words[k][:1].isalnum() or _is_skipped(line.marks[k]) or line.is_aside(k)):
        k += 1
    return k


def _is_over(line: Line, start: int, j: int) -> bool:
    """Whether a clause tells of what happened: when my friend asked me."""
    return any(line.marks[k].get("verb") == "past" and "telling" in line.marks[k] for k in range(start, j))


def _is_skipped(mark: Marks) -> bool:
    """Whether a word only leads in; none by Easter is a number, though none alone is no answer."""
    return not _SKIPPED.isdisjoint(mark) and "number" not in mark


class _Piece:
    """A piece of a statement, from chunk `i` to before chunk `j`, and what it does.

    Attributes:
        dated: It tells of an amount and of the day by which it is to be.
        denies: It opens with no or not.
        intends: The chunk behind who is going to do it on a day (I'm sending it off by Friday), else 0.
        empty: It holds interjections only.
        condition: It tells when, how or why.
        adjunct: It adds a time, an amount or a condition to what stands beside it.
        opens: It opens with what is wanted.
        settles: It opens with a number that would do, or that has a day: two would do me, none by the wedding.
        points: It calls what stands before it the goal or the plan: that's my plan.
        names: It opens with it, or names something to have or to do.
        acts: Somebody does something: I step outside.
        bounded: It opens with no or not, and tells until when: no wine till Easter.
        joins: It opens with and, but or so.
        due: The chunk at which the day of the goal stands, where the piece says no more: that's the plan for a month,
            I can do that by May; else -1.
        wishes: 3 for I want and its kin, 2 for he wants and I'm going to, 1 for will, have to and what others ask
            for, 0 for no wish.
        speaks: It tells how things are or were.
        frequent: It tells how often.
        rated: It only tells how often.
        urges: It opens with a verb in its base form: draw every night.
        counts: It tells of something and how often: a swim a week.
        closes: A full stop or a colon ends it.
        stops: A full stop ends it.
        uncounted: It only says how many of something there are.
    """

    __slots__ = (
        "acts",
        "adjunct",
        "bounded",
        "closes",
        "condition",
        "counts",
        "dated",
        "denies",
        "due",
        "empty",
        "frequent",
        "i",
        "intends",
        "j",
        "joins",
        "names",
        "opens",
        "points",
        "rated",
        "settles",
        "speaks",
        "stops",
        "uncounted",
        "urges",
        "wishes",
    )

    def __init__(self, line: Line, inside: list[Item], i: int, j: int) -> None:
        self.i, self.j = i, j
        self.stops, self.closes = line.words[j - 1] in _HARD, line.words[j - 1] in _CLOSING
        start = _content(line, i, j)
        if start < j and "situation" in line.marks[start] and "subject" in line.marks[start + 1]:
            start += 1  # in the morning I make toast
        first = line.marks[start] if start < j else {}
        self.empty = start == j or (line.words[j - 1] == ":" and _is_label(line, start, j))
        telling = "since" in first or (i == 0 and "reason" in first)  # so I gave up church
        telling = telling or ("occasion_number" in first and bool(inside) and inside[0].per is None)  # once in a lift
        telling = telling or (line.words[start] == "when" and _is_over(line, start, j))
        self.condition = not telling and not _CONDITIONS.isdisjoint(first)
        self.adjunct = self.empty or self.condition or "since" in first or _only_items(line, inside, start, j)
        opener = inside[0].j if inside and inside[0].kind == "deadline" and inside[0].i == start else i
        self.wishes = _wish(line, opener, j) if opener < j else 0
        self.opens = start < j and _opens(line, start)
        self.acts = "clausal" in first and line.marks[start + 1].get("verb") == "base"
        quiet = self.empty or self.wishes or self.opens or self.condition
        if inside and inside[0].i == start and inside[0].kind == "rate" and "condition" in line.marks[inside[0].j]:
            quiet = self.condition = self.adjunct = True  # every evening after tea, ...
        self.speaks = not quiet and _speaks(line, inside, start, j)
        self.urges = self.opens and first.get("verb") == "base"
        self.counts = any(item.noun >= 0 and item.per is not None for item in inside)
        self.frequent = any(item.per or item.kind == "rate" for item in inside)
        self.rated = self.adjunct and self.frequent
        counted = self.adjunct and not self.condition and bool(inside)
        self.uncounted = counted and all(_is_plain(item) for item in inside)
        self.denies = "negate" in first
        self.joins = line.words[i] in _JOINING
        self.bounded = self.denies and any(item.deadline is not None for item in inside)
        self.intends = _intends(line, inside, start, j)
        self.points = _points(line, start, j)
        due = next((item.i for item in inside if item.deadline is not None), -1) if inside else -1
        self.due = due if due > start and (self.points or _refers(line, start, due)) else -1
        self.names = self.opens or (start < j and not self.speaks and _names(line, inside, start, j))
        self.dated = _is_dated(line, inside)
        wanting = self.names and not (self.wishes or self.speaks)
        self.settles = _settles(line, inside, start, j) or (wanting and _settling(line, start, j) >= 0)
        if self.names and not self.wishes and "please" in line.words[start:j]:
            self.wishes = 1


_JOINING = frozenset({"and", "but", "so"})


def _is_label(line: Line, start: int, j: int) -> bool:
    """Whether a piece before a colon only says whom or what a note is about: Both partners: ..."""
    return not any("verb" in line.marks[k] or not _LABELLING.isdisjoint(line.marks[k]) for k in range(start, j))


_LABELLING = (_WANTED - {"occasion"}) | WISHES


def _intends(line: Line, inside: list[Item], start: int, j: int) -> int:
    """The chunk behind who is doing something by a day or so often that is still to come; 0 for nobody."""
    if inside and inside[0].i == start and inside[0].deadline is not None:
        start = inside[0].j  # this week I'm ringing the dentist
    start += "turn" in line.marks[start]
    if start >= j or "doing_now" not in line.marks[start]:
        return 0
    if line.words[start + 1] == "could":
        dated = line.marks[start + 2].get("verb") == "base" and any(item.deadline is not None for item in inside)
        return start + 2 if dated else 0  # I could write for ten minutes a day this month
    if line.marks[start + 1].get("verb") != "ing":
        return 0
    going = line.words[start + 1].startswith("going")
    coming = any(item.deadline is not None or (going and item.kind == "rate") for item in inside)
    return start + 1 if coming else 0


def _refers(line: Line, start: int, j: int) -> bool:
    """Whether a piece says of the goal that it can be done: I reckon I can do that."""
    return any(line.words[k] in _DOES and "pointing" in line.marks[k + 1] for k in range(start, j))


_DOES = frozenset({"do", "manage", "get", "doing", "have"})
_CALLED = frozenset({"goal_word", "settling"})


def _is_dated(line: Line, inside: list[Item]) -> bool:
    """Whether something measured has a day to come: I figure four cups a day within a month."""
    return any(item.kind != "deadline" and (item.per or _is_aim(line, item)) for item in inside) and any(
        item.deadline is not None and item.deadline.mode is not DeadlineMode.OVER for item in inside
    )


def _is_aim(line: Line, item: Item) -> bool:
    """Whether a number is called the aim: aim nil use by April."""
    return item.i > 0 and "target_label" in line.marks[item.i - 1]


def _settles(line: Line, inside: list[Item], start: int, j: int) -> bool:
    """Whether a number opens a piece and is all that is asked for: once a week I could live with."""
    start += "article" in line.marks[start]
    if not inside or inside[0].kind not in _SETTLED or line.words[inside[0].j] == "of":
        return False
    if "downward" in line.marks[start] and inside[0].i == start + 1:
        return True  # down to an hour a day
    if inside[0].i > start:
        return False
    return any(item.deadline is not None for item in inside) or _settling(line, inside[0].j, j) >= 0


_SETTLED = frozenset({"bare", "times", "amount", "span", "rate", "part", "percent"})


def _settling(line: Line, i: int, j: int) -> int:
    """The chunk from `i` to before `j` that says that it would do, or -1."""
    return next((k for k in range(i, j) if "settling" in line.marks[k]), -1)


def _points(line: Line, start: int, j: int) -> bool:
    """Whether a piece calls what stands before it the goal: that's my plan, that's what I'm here for, I'd take that."""
    if start >= j or line.words[j - 1] == ":":
        return False
    mark = line.marks[start]
    if "this_is" not in mark:
        return "wish" in mark and "this_is" in line.marks[start + 1] and _content(line, start + 2, j) == j
    if not _CALLED.isdisjoint(line.marks[start + 1]):
        return "discover" not in line.marks[min(start + 3, j)]  # but: that's what I'd like to find out
    end = next((k for k in range(j - 1, start, -1) if line.words[k][:1].isalnum()), start)
    return any("goal_word" in line.marks[k] for k in range(max(start, end - 1), end + 1))


def _is_plain(item: Item) -> bool:
    """Whether an item only says how many there are: three foster homes."""
    return item.kind in ("amount", "bare") and item.per is None and item.compare == "eq"


def _names(line: Line, inside: list[Item], start: int, j: int) -> bool:
    """Whether a piece names something to have or to do: a state, a practice, something with a rate."""
    if any(item.noun >= 0 and (item.per or item.kind == "times") for item in inside):
        return True
    return any(not _WANTED.isdisjoint(line.marks[k]) for k in range(start, j))


def _wish(line: Line, i: int, j: int) -> int:
    """How strong the wish of a piece is; one hidden behind when, if or what is none."""
    strength, first = 0, line.marks[i]
    for k in range(i, j):
        mark = line.marks[k]
        if "agent" in mark and line.words[k + 1] == "to" and line.marks[k + 2].get("verb") == "base":
            strength = 1  # Mum to ring daily
        if i == 0 and mark is not first and _is_named_agent(line, k):
            strength = 1  # Mr Bhatt to check
        if not WISHES.isdisjoint(mark):
            behind = _content(line, k + 1, j)
            if behind == j and ("this_is" in line.marks[_content(line, i, j)] or line.words[k].endswith(" to")):
                return 0  # that's the goal; and I'm supposed to
            if "this_is" in line.marks[behind] and _content(line, behind + 1, j) == j:
                return strength  # I'd take that
            if "wish" in mark and "weak_wish" not in mark:
                if line.words[k] not in _LESSER or "agent" in line.marks[i]:
                    return _STRONG
                if "negate" not in line.marks[k - 1]:
                    return _LESS
                continue
            strength = 1
        elif strength == 0 and not _HIDING.isdisjoint(mark):
            return 0
    return strength


_STRONG, _LESS = 3, 2
_LESSER = frozenset({"wants", "needs", "gonna", "i'm gonna", "i'm going to", "i am going to"})


def _is_named_agent(line: Line, k: int) -> bool:
    """Whether "to" at chunk `k` stands between a name that opens the statement and a verb: Mr Bhatt to check."""
    if line.words[k] != "to" or k > _NAMES or line.marks[k + 1].get("verb") != "base":
        return False
    return all(_NO_NAME.isdisjoint(line.marks[n]) for n in range(k))


_NAMES = 4
_NO_NAME = frozenset({"verb", "function", "subject", "telling"})


def _opens(line: Line, k: int) -> bool:
    """Whether a piece opens with what is wanted: a verb in its base form, more, less, better, no, not."""
    mark = line.marks[k]
    if line.words[k] == "to" and line.words[k - 1] == ":" and line.marks[k + 1].get("verb") == "base":
        return True
    if not _SPOKEN.isdisjoint(mark) or line.words[k].endswith("'s"):
        return False
    if "hedge" in mark or ("filler" in mark and "verb" not in mark):
        following = line.marks[k + 1]
        forms = ("base",) if "function" in mark else ("base", "ing")
        return following.get("verb") in forms or not _OPENING.isdisjoint(following)
    if "problem" not in mark and mark.get("verb") == "base" and line.words[k + 1] in _IS:
        return False  # sleep is the root of it
    if not mark and k < 2 and "opens" in line.marks[k + 1]:
        return True  # a verb that no list has: hand the keys over
    return mark.get("verb") in ("base", "ing") or not _OPENING.isdisjoint(mark)


_IS = frozenset({"is", "was", "isn't", "wasn't"})


def _speaks(line: Line, inside: list[Item], start: int, j: int) -> bool:
    """Whether a piece tells how things are or were."""
    first = start
    if (
        inside
        and inside[0].i == start
        and inside[0].kind in ("deadline", "rate")
        and line.words[start] != "by the time"
    ):
        start = inside[0].j  # this Thursday coming; until they break up for Easter
        if start >= j:
            return False
    mark = line.marks[start]
    if "subject" in mark or "since" in mark or mark.get("verb") == "past" or "interrogative" in mark:
        return True
    if "telling" in mark and (mark.get("verb") == "s" or "to_be" in mark):
        return True  # reports five a day; has two letters
    if "agent" in mark and line.words[start + 1] != "to":
        return True
    if inside and inside[0].i <= start and inside[0].kind == "span" and inside[0].unit == "year":
        return True
    for k in range(start + (start == first), j):
        if not _SPEAKS.isdisjoint(line.marks[k]):
            return True
        if "subordinate" in line.marks[k]:
            return False
    return False


_SPEAKS = frozenset({"telling", "subject"})


def _only_items(line: Line, inside: list[Item], start: int, j: int) -> bool:
    """Whether a piece holds nothing but times, rates and amounts."""
    k = start
    for item in inside:
        if item.i > _content(line, k, j):
            return False
        k = item.j
    return (
        bool(inside)
        and _content(line, k, j) == j
        and not any(item.kind == "span" and item.unit == "year" and item.rule == "span" for item in inside)
    )


def _main(pieces: list[_Piece]) -> int | None:
    """The piece that says what is wanted: one that opens with it before anything is told, else the first wish.

    None when every piece only tells, names or adds a time.
    """
    for index, piece in enumerate(pieces):
        if _only_rates(piece) and any(later.wishes == _STRONG for later in pieces[index + 1 :]):
            break
        if piece.opens or (piece.acts and index > 0 and pieces[index - 1].condition):
            return index  # the second is an if-then plan: when I feel low, I step outside
        if not piece.adjunct or piece.wishes:
            break
    if any(piece.points for piece in pieces) and not any(
        piece.wishes >= _LESS and not piece.points for piece in pieces
    ):
        pointed = next(index for index, piece in enumerate(pieces) if piece.points)
        meant = next((index for index in range(pointed - 1, -1, -1) if not pieces[index].empty), None)
        while meant and pieces[meant].adjunct and not (pieces[meant - 1].stops or pieces[meant - 1].speaks):
            meant -= 1  # half an hour of reading, four nights a week, that'd do me
        if meant is not None:
            return meant
    for strength in (_STRONG, _LESS, 1):
        wish = next((index for index, piece in enumerate(pieces) if piece.wishes == strength), None)
        if wish is not None:
            return wish
    urged = next((index for index, piece in enumerate(pieces) if piece.urges), 0)
    if urged and (before := pieces[:urged])[-1].closes and not any(map(_is_content, before)):
        return urged
    told = next((index for index, piece in enumerate(pieces) if piece.speaks), len(pieces))
    dated = next((index for index in range(told, len(pieces)) if pieces[index].dated or pieces[index].settles), None)
    if dated is not None:
        return dated
    intended = next((index for index, piece in enumerate(pieces) if piece.intends), None)
    if intended is not None:
        return intended
    speaking = any(piece.speaks for piece in pieces)
    first = next((index for index, piece in enumerate(pieces) if not piece.empty), 0)
    for index, piece in enumerate(pieces):
        named = piece.names and (index == first or not speaking or piece.counts or piece.urges or piece.bounded)
        denied = speaking and piece.denies and not piece.bounded
        if (named and not denied) or not (speaking or piece.adjunct):
            return index
        if not piece.adjunct and not piece.speaks and index + 1 < len(pieces) and pieces[index + 1].rated:
            return index  # gym again, twice a week
    return None


def _is_content(piece: _Piece) -> bool:
    """Whether a piece may hold a goal by itself: it opens with one, tells how often, or speaks."""
    return piece.opens or piece.frequent or piece.speaks or piece.condition


def _only_rates(piece: _Piece) -> bool:
    """Whether a sentence opens with what is done and says how often it is, as a note does: cutting 5 times a week."""
    return piece.opens and piece.stops and piece.frequent and not piece.urges


def _stands_apart(pieces: list[_Piece], index: int, *, strong: bool) -> bool:
    """Whether a time or amount before a wish is told for itself: Three bottles a week. I'd like to get it to one."""
    piece, behind = pieces[index], pieces[index + 1]
    stops = piece.stops or (behind.empty and behind.stops)  # five nights a week, near enough. I'd like one
    return bool(piece.wishes) or piece.uncounted or (strong and (stops or behind.joins) and piece.rated)


def _goes_on(told: _Piece, piece: _Piece) -> bool:
    """Whether a piece only goes on with what is told in the same sentence: I had a shop, two tills and a van."""
    apart = told.stops or piece.wishes or piece.opens or piece.adjunct
    return told.speaks and not told.points and not apart


def _around(pieces: list[_Piece], main: int | None) -> list[_Piece]:
    """The pieces beside the main one that only tell; all of them where nothing is wanted."""
    if main is None:
        return pieces if any(piece.speaks for piece in pieces) else []
    wished = pieces[main].wishes
    apart = wished >= _LESS or pieces[main].dated or pieces[main].settles
    start = main  # of the times and conditions right before the main piece
    while start > 0 and pieces[start - 1].adjunct and not _stands_apart(pieces, start - 1, strong=apart):
        start -= 1
    pointed = not wished and any(piece.points for piece in pieces)
    told: list[_Piece] = []
    for index, piece in enumerate(pieces):
        before = index < start and piece.wishes < max(1, wished)
        behind = index > main + 1 and bool(told) and told[-1] is pieces[index - 1]
        aside = piece.empty or (index > main and piece.uncounted and (pieces[index - 1].stops or behind))
        goes_on = behind and _goes_on(told[-1], piece)
        if index != main and (piece.speaks or before or aside or goes_on or (pointed and piece.wishes)):
            told.append(piece)
    return told
