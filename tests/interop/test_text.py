"""JSON text, with orjson and without it."""

import importlib.util
import json
import math
import sys
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from therapygoals.errors import DocumentError
from therapygoals.interop import _text


def load(orjson):
    """The module as it is where this stands for orjson, or where nothing does."""
    spec = importlib.util.spec_from_file_location("text_of_its_own", _text.__file__)
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib.util, "find_spec", lambda name: {"orjson": orjson}[name])
        patch.setitem(sys.modules, "orjson", orjson)
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def plain_text():
    """The module as it is where orjson is not installed."""
    return load(None)


def with_writer(dumps):
    """The module as it is where orjson is installed and writes so."""
    return load(SimpleNamespace(dumps=dumps))


def hand_back(_):
    raise TypeError


numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False).map(_text.mark_extreme)
documents = st.recursive(
    st.none() | st.booleans() | numbers | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def refusal(text, data):
    with pytest.raises(DocumentError) as caught:
        text.read(data)
    return str(caught.value)


def test_orjson_writes_where_it_is_installed():
    assert with_writer(lambda _: b"by orjson").write([1]) == b"by orjson"


def test_what_orjson_hands_back_the_standard_library_writes():
    assert with_writer(hand_back).write({"a": [1, "é"]}) == '{"a":[1,"é"]}'.encode()


def test_orjson_is_taken_when_it_is_there_and_missed_by_nobody(plain_text):
    found = importlib.util.find_spec("orjson")
    assert _text._orjson is (sys.modules["orjson"] if found else None)
    assert plain_text._orjson is None


@given(document=documents)
@example(document=[10**100, -(10**20), 2**64])
@example(document='\u2028 \x7f \x00 / \\ " é 🌧 e\u0301 \u202e')
@example(document={"b": 1, "a": [1.0, -0.0, 0, 0.1]})
def test_same_bytes_with_orjson_and_without(plain_text, document):
    assert _text.write(document) == plain_text.write(document)


@settings(max_examples=50)
@given(document=documents)
def test_what_was_written_is_read_back(document):
    assert _text.read(_text.write(document)) == document


@given(number=st.floats(allow_nan=False, allow_infinity=False))
@example(number=1e-5)
@example(number=0.0001)
@example(number=math.nextafter(1e-4, 0))
@example(number=1e16)
@example(number=math.nextafter(1e16, 0))
def test_number_is_written_as_python_writes_it(number):
    assert _text.write(_text.mark_extreme(number)) == repr(number).encode()


def test_whole_number_is_left_alone_however_large():
    assert _text.mark_extreme(10**400) == 10**400


@pytest.mark.parametrize("text", ["\ud800", ["a", {"b": "\udfff"}]])
def test_half_of_a_surrogate_pair_is_not_written(plain_text, text):
    for module in (_text, plain_text, with_writer(hand_back)):
        with pytest.raises(DocumentError, match=r"half of a surrogate pair\) @ \$"):
            module.write(text)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "must be JSON; line 1, column 1 is not @ $"),
        ('{\n  "a": 1,\n  "b" 2\n}', "must be JSON; line 3, column 7 is not @ $"),
        (b"{'a': 1}", "must be JSON; line 1, column 2 is not @ $"),
        ("[1] [2]", "must be JSON; line 1, column 5 is not @ $"),
        ("\ufeff{}", "must be JSON; line 1, column 1 is not @ $"),
        ('{"a": "line\nend"}', "must be JSON; line 1, column 12 is not @ $"),
        (b'{"a": "\xff"}', "must be UTF-8; byte 7 is not @ $"),
        ("{}".encode("utf-16"), "must be UTF-8; byte 0 is not @ $"),
        ("[" * 100_000, "must not be nested this deeply @ $"),
        ('{"a":' * 100_000, "must not be nested this deeply @ $"),
        ("9" * 5_000, "must not hold a number with this many digits @ $"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_malformed_text_is_refused_alike_with_its_place(plain_text, data, told):
    assert refusal(_text, data) == refusal(plain_text, data) == f"1 fault: {told}"


def test_name_that_stands_twice_has_none_of_its_values():
    found = _text.read('{"a": 1, "b": 2, "a": 1}')
    assert found["b"] == 2
    assert isinstance(found["a"], _text.Several)


def test_bytes_and_text_read_alike():
    assert _text.read(json.dumps("é").encode()) == _text.read('"é"') == "é"
