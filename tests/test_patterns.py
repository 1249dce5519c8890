"""No text makes a regular expression slow: each pattern of the package is taken apart, and then attacked.

Both checks are free of clocks. The first looks at the parsed pattern and refuses what can give back in two ways. The
second counts the steps of a plain backtracking matcher, which tries in the order of `re`; tests below hold it against
`re` and against patterns whose growth is known.
"""

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Collection, Mapping
from functools import cache, reduce
from operator import or_
from re import _compiler, _parser
from re import _constants as op

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import therapygoals

LARGE = 100  # repeats beyond it count as open
SHORT, LONG, MOST_GROWTH, MOST_STEPS = 40, 160, 8, 50_000
REPEATS = {op.MAX_REPEAT: "greedy", op.MIN_REPEAT: "lazy", op.POSSESSIVE_REPEAT: "possessive"}
EVERY_CHARACTER = "".join(map(chr, range(0x110000)))
EVERYTHING = (1 << 0x110000) - 1
SAMPLES = "a1 .-'_x!\n"
ANCHORED = {"fullmatch", "match"}

GIVEN = {"therapygoals.language.tokens._TOKEN": str.rstrip}
"""What is done to a text before a pattern sees it, where the pattern counts on it."""

EXCUSED = {
    "therapygoals.goals._words._HEAD": "fullmatch on a unit; its last part takes any rest, so nothing is tried twice",
}
"""Patterns that the first check refuses, with the reason why the second is enough; whole texts only."""


# What the package compiles


@cache
def modules():
    found = pkgutil.walk_packages(therapygoals.__path__, prefix="therapygoals.")
    return [therapygoals, *(importlib.import_module(module.name) for module in found)]


def patterns_in(value, name):
    """Each pattern in a value, and in the collections and objects that it holds."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from patterns_in(getattr(value, field.name), f"{name}.{field.name}")
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from patterns_in(member, f"{name}[{key!r}]")
    elif isinstance(value, Collection) and not isinstance(value, str | bytes | type) and len(value) < 10_000:
        for number, member in enumerate(value):
            yield from patterns_in(member, f"{name}[{number}]")


@cache
def patterns():
    """Every pattern of the package once, by the full name of where it stands."""
    found = {}
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                for place, pattern in patterns_in(value, f"{module.__name__}.{name}"):
                    found.setdefault(id(pattern), (place, pattern))
    return dict(found.values())


def uses(name):
    """The methods of a pattern that the package calls; "bare" where it is handed on and anything may be called."""
    called = set()
    short, pattern = name.rpartition(".")[2], patterns()[name]
    for module in modules():
        if getattr(module, short, None) is pattern:
            tree = ast.parse(inspect.getsource(module))
            methods = [
                node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_named(node.value, short)
            ]
            loads = [node for node in ast.walk(tree) if is_named(node, short) and isinstance(node.ctx, ast.Load)]
            called |= {node.attr for node in methods} | ({"bare"} if len(loads) > len(methods) else set())
    return called or {"bare"}


def is_named(node, name):
    return isinstance(node, ast.Name) and node.id == name


# A pattern taken apart: pairs of a kind and what belongs to it


def parsed(pattern):
    return taken_apart(_parser.parse(pattern.pattern, pattern.flags), pattern.flags & ~re.DEBUG)


def taken_apart(nodes, flags):
    return [node_of(kind, value, flags) for kind, value in nodes]


def node_of(kind, value, flags):
    if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN, op.AT):
        alone = _compiler.compile(_parser.SubPattern(_parser.State(), [(kind, value)]), flags)
        return "place" if kind is op.AT else "one", alone
    if kind in REPEATS:
        return REPEATS[kind], (*value[:2], taken_apart(value[2], flags))
    if kind is op.SUBPATTERN:
        number, added, removed, body = value
        return "group", (number, taken_apart(body, (flags | added) & ~removed))
    if kind is op.BRANCH:
        return "branch", [taken_apart(way, flags) for way in value[1]]
    if kind is op.ATOMIC_GROUP:
        return "atomic", taken_apart(value, flags)
    if kind in (op.ASSERT, op.ASSERT_NOT):
        back = value[1].getwidth()[0] if value[0] < 0 else 0
        return "look", (kind is op.ASSERT, back, taken_apart(value[1], flags))
    if kind is op.GROUPREF and not flags & re.IGNORECASE:
        return "again", value
    pytest.fail(f"a pattern has {kind}, which these checks cannot take apart")


def bodies(node):
    """The sequences inside a node."""
    kind, value = node
    if kind in ("one", "place", "again"):
        return []
    return value if kind == "branch" else [value] if kind == "atomic" else [value[-1]]


# First check: whether it can match one text in two ways


@cache
def characters(one):
    """All characters that a node of one character matches, as the bits of a number."""
    places = [match.start() for match in one.finditer(EVERY_CHARACTER)]
    bits = 0
    for _, run in itertools.groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        places_in_row = [place for _, place in run]
        bits |= (1 << places_in_row[-1] + 1) - (1 << places_in_row[0])
    return bits


def first(nodes):
    """The characters with which a sequence can begin, and whether it can be empty."""
    bits = 0
    for node in nodes:
        more, empty = first_of(node)
        bits |= more
        if not empty:
            return bits, False
    return bits, True


def first_of(node):
    kind, value = node
    if kind == "one":
        return characters(value), False
    if kind in ("place", "look"):
        return 0, True
    if kind == "again":
        return EVERYTHING, True
    ways = [first(body) for body in bodies(node)]
    empty = any(empty for _, empty in ways) or (kind in REPEATS.values() and value[0] == 0)
    return reduce(or_, (bits for bits, _ in ways)), empty


def faults(nodes, behind=(), *, inside=False, open_outside=False):
    """Whatever in a sequence can give back what it took.

    `behind` is what can follow the sequence, `inside` whether it is repeated, `open_outside` whether without bound.
    """
    for place, node in enumerate(nodes):
        kind, _ = node
        follow = [*nodes[place + 1 :], *behind]
        if kind in REPEATS.values():
            yield from faults_of_repeat(node, follow, inside=inside, open_outside=open_outside)
        elif kind in ("atomic", "look"):
            yield from faults(bodies(node)[0])
        else:
            for body in bodies(node):
                yield from faults(body, follow, inside=inside, open_outside=open_outside)


def faults_of_repeat(node, follow, *, inside, open_outside):
    kind, (low, high, body) = node
    gives_back, is_open = kind != "possessive" and low != high, high > LARGE
    if gives_back and is_open and open_outside:
        yield "an open repeat inside an open repeat"
    if gives_back and is_open and [kind for kind, _ in body] != ["one"]:
        yield "an open repeat of more than one character"
    if gives_back and (is_open or inside):
        bits, empty = first(body)
        if empty or bits & first(follow)[0]:
            yield "a repeat that can match what follows it"
    behind = ([node] if high > 1 else []) + ([] if kind == "possessive" else follow)
    yield from faults(body, behind, inside=inside or high > 1, open_outside=open_outside or is_open)


# Second check: what a hostile text costs


class TooManyStepsError(Exception):
    """More steps than anybody should wait for."""


class Matcher:
    """A plain backtracking matcher that counts its steps."""

    def __init__(self, pattern):
        self.nodes, self.steps = parsed(pattern), 0

    def match(self, text, at=0, *, whole=False):
        """Where the pattern matches from one place on."""
        end = self.end(chain(self.nodes), text, at, {}, whole=whole)
        return None if end is None else (at, end)

    def search(self, text, at=0):
        """The first place at which the pattern matches."""
        return next((span for start in range(at, len(text) + 1) if (span := self.match(text, start))), None)

    def everywhere(self, text):
        """All that a search through a text finds, one behind the other."""
        at = 0
        while at <= len(text) and (span := self.search(text, at)):
            yield span
            at = max(span[1], span[0] + 1)

    def end(self, nodes, text, at, groups, *, whole=False):
        """Where the first way through the nodes ends, a linked list; the ways still to try are a stack."""
        ways = [(nodes, at, groups)]
        while ways:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TooManyStepsError
            nodes, at, groups = ways.pop()
            if nodes is not None:
                (kind, value), rest = nodes
                ways += reversed(list(getattr(self, f"on_{kind}")(value, rest, text, at, groups)))
            elif not whole or at == len(text):
                return at
        return None

    # Each of these gives the ways on from one node, the one to try first first.

    def on_one(self, value, rest, text, at, groups):
        if at < len(text) and value.match(text, at):
            yield rest, at + 1, groups

    def on_place(self, value, rest, text, at, groups):
        if value.match(text, at):
            yield rest, at, groups

    def on_branch(self, value, rest, text, at, groups):
        yield from ((chain(way, rest), at, groups) for way in value)

    def on_group(self, value, rest, text, at, groups):
        number, body = value
        yield chain(body, (("closing", (number, at)), rest)), at, groups

    def on_closing(self, value, rest, text, at, groups):
        number, start = value
        yield rest, at, {**groups, number: text[start:at]}

    def on_again(self, value, rest, text, at, groups):
        if value in groups and text.startswith(groups[value], at):
            yield rest, at + len(groups[value]), groups

    def on_look(self, value, rest, text, at, groups):
        wanted, back, body = value
        found = at >= back and self.end(chain(body), text, at - back, groups) is not None
        if found is wanted:
            yield rest, at, groups

    def on_atomic(self, value, rest, text, at, groups):
        if (end := self.end(chain(value), text, at, groups)) is not None:
            yield rest, end, groups

    def on_possessive(self, value, rest, text, at, groups):
        yield from self.on_atomic([("greedy", value)], rest, text, at, groups)

    def on_greedy(self, value, rest, text, at, groups, kind="greedy"):
        low, high, body, *before = value
        again = chain(body, ((kind, (max(low - 1, 0), high - (high < op.MAXREPEAT), body, at)), rest))
        if low:
            yield again, at, groups
        elif before == [at] or not high:  # an empty turn is the last
            yield rest, at, groups
        else:
            yield from ((nodes, at, groups) for nodes in ((again, rest) if kind == "greedy" else (rest, again)))

    def on_lazy(self, value, rest, text, at, groups):
        yield from self.on_greedy(value, rest, text, at, groups, kind="lazy")


def chain(nodes, rest=None):
    for node in reversed(nodes):
        rest = (node, rest)
    return rest


def steps(pattern, text, way):
    """Steps of one use of a pattern: over the whole text, from its beginning, or wherever it matches."""
    matcher = Matcher(pattern)
    if way in ANCHORED:
        matcher.match(text, whole=way == "fullmatch")
    else:
        list(matcher.everywhere(text))
    return matcher.steps


def witness(nodes):
    """A text that a sequence matches, as far as that can be told, with as few turns as will show each repeat."""
    return "".join(map(witness_of, nodes))


def witness_of(node):
    kind, value = node
    if kind == "one":
        return next(filter(value.match, SAMPLES), None) or value.search(EVERY_CHARACTER)[0]
    if kind in ("place", "look", "again"):
        return ""
    return witness(bodies(node)[0]) * (min(max(value[0], 1), value[1]) if kind in REPEATS.values() else 1)


def repeated(nodes, before=""):
    """What stands before each repeat, and what it repeats."""
    for node in nodes:
        for body in bodies(node):
            if node[0] in REPEATS.values():
                yield before, witness(body)
            yield from repeated(body, before)
        before += witness_of(node)


def pieces(nodes):
    """A text for each character and each way of a pattern."""
    for node in nodes:
        yield witness_of(node)
        for body in bodies(node):
            yield witness(body)
            yield from pieces(body)


def attacks(pattern):
    """Beginnings, each with what comes after it without end: the pattern's own repeats, and all pairs of its pieces."""
    nodes = parsed(pattern)
    own = sorted({*pieces(nodes), "a", " "})
    pairs = (("", "".join(pair)) for pair in itertools.product(own, own))
    return sorted({(before, pump) for before, pump in (*repeated(nodes), *pairs, ("", witness(nodes))) if pump})


def growths(pattern, ways, prepared=str):
    """Each attack that costs too much, with how much more it costs when it is four times as long."""
    for (before, pump), tail, way in itertools.product(attacks(pattern), ("", "\0"), sorted(ways)):
        short, long = (prepared(before + (pump * size)[:size] + tail) for size in (SHORT, LONG))
        told = f"{way} in {before!r} + {pump!r} * n + {tail!r}"
        try:
            growth = steps(pattern, long, way) / steps(pattern, short, way)
        except TooManyStepsError:
            yield f"{told}: more than {MOST_STEPS} steps"
        else:
            if growth > MOST_GROWTH:
                yield f"{told}: {growth:.1f} times as many steps for four times the length"


# The tests


@pytest.mark.parametrize("name", patterns())
def test_pattern_can_match_a_text_in_one_way_only(name):
    pattern = patterns()[name]
    found = list(faults(parsed(pattern)))
    assert bool(found) is (name in EXCUSED), found


@pytest.mark.parametrize("name", EXCUSED)
def test_excused_pattern_sees_whole_texts_only(name):
    assert uses(name) == {"fullmatch"}


@pytest.mark.parametrize("name", patterns())
def test_cost_of_a_hostile_text_grows_with_its_length_only(name):
    used = uses(name)
    ways = {"fullmatch"} if used == {"fullmatch"} else {"match"} if used <= ANCHORED else {"search", "fullmatch"}
    assert list(growths(patterns()[name], ways, GIVEN.get(name, str))) == []


@pytest.mark.parametrize("name", GIVEN)
def test_pattern_counts_on_what_is_done_to_its_text(name):
    assert next(growths(patterns()[name], {"search"}), None) is not None


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_patterns_stand_at_the_top_of_a_module_where_these_tests_see_them(module):
    tree = ast.parse(inspect.getsource(module))
    bodies = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    calls = [node.func for body in bodies for node in ast.walk(body) if isinstance(node, ast.Call)]
    compiling = [ast.unparse(call) for call in calls if is_named(getattr(call, "value", None), "re")]
    assert set(compiling) <= {"re.escape"}
    assert "from re import" not in inspect.getsource(module)


BAD = [
    ("(a+)+$", "an open repeat inside an open repeat"),
    ("(?:a*)*b", "an open repeat inside an open repeat"),
    (r"(\w+\s?)*$", "an open repeat inside an open repeat"),
    (r"(?:\d+[.,]?)+x", "an open repeat inside an open repeat"),
    ("(a|aa)+$", "an open repeat of more than one character"),
    ("(?:ab)*ac", "an open repeat of more than one character"),
    (".*.*=.*", "a repeat that can match what follows it"),
    (r"\w+\d+x", "a repeat that can match what follows it"),
    (r"\s*.*?end", "a repeat that can match what follows it"),
    ("a{0,3000}a{0,3000}b", "a repeat that can match what follows it"),
    ("(?:a{1,3}a{0,3}){1,30}b", "a repeat that can match what follows it"),
    ("(?:x?x?)*+y", "a repeat that can match what follows it"),
    ("(?=(a+)+b)", "an open repeat inside an open repeat"),
    ("(?>(?:a+)+)b", "an open repeat inside an open repeat"),
    ("(?i:I+)i", "a repeat that can match what follows it"),
]
GROWING = [
    *("(a+)+$", r"(\w+\s?)*$", ".*.*=.*", "(a|aa)+$", "(?:a{1,3}a{0,3}){1,30}b", r"\w+\d+x", "(?=(a+)+b)c"),
    *(r"\s+$", r"\s*+x", "a*b", "[^,]*;", "[ab]*+(?=c)", "(?:a|b|ab)*c"),
]
GOOD = [
    *("walk", r"\d{4}-\d{2}", "[a-z]{1,8}(?:-[a-z]{1,8}){0,4}", r"(a)\1", "(?<!a)b++", "^a*$", "(?>a+)"),
    *(r"\b\d{1,3}\b", "(?:ab|cd)?e", "(?i)mon(?:day)?", r"\w++(?:'\w++)*+", r"\d++(?:[.,]\d++)*+|\S", "^[^,]*,"),
]


@pytest.mark.parametrize(("text", "fault"), BAD)
def test_pattern_that_can_match_in_many_ways_is_refused(text, fault):
    pattern = re.compile(text)
    assert fault in list(faults(parsed(pattern)))


@pytest.mark.parametrize("text", GROWING)
def test_pattern_whose_cost_grows_faster_than_the_text_is_refused(text):
    assert next(growths(re.compile(text), {"search"}), None) is not None


@pytest.mark.parametrize("text", GOOD)
def test_plain_pattern_passes_both_checks(text):
    pattern = re.compile(text)
    assert list(faults(parsed(pattern))) == []
    assert list(growths(pattern, {"search", "fullmatch"})) == []


@given(
    st.sampled_from([*patterns().values(), *map(re.compile, GOOD), *(re.compile(text) for text, _ in BAD)]),
    st.text("aabx1 .,-'=\nI", max_size=12),
)
def test_counted_matcher_finds_what_re_finds(pattern, text):
    spans = [match and match.span() for match in (pattern.search(text), pattern.match(text), pattern.fullmatch(text))]
    matcher = Matcher(pattern)
    assert [matcher.search(text), matcher.match(text), matcher.match(text, whole=True)] == spans
