"""A converter between our classes and plain values that mends nothing: what is not listed here is refused."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable
from types import GenericAlias, NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import list_structure_factory
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.interop._tags import TAGS, family_of, is_tagged
from therapygoals.interop._values import READERS, WRITERS, Plain, Reader, Type, Writer, misfit
from therapygoals.progress import Undefined
from therapygoals.reframing import Interview, Reframing, Transcript

__all__ = ["converter"]


@functools.cache
def converter() -> Converter:
    """The one converter; it reads on after a fault, and what it raises at the end is for `faults` to flatten."""
    made = Converter(forbid_extra_keys=True, omit_if_default=True)
    for kind, reader in READERS.items():
        made.register_structure_hook(kind, reader)
    for kind, writer in WRITERS.items():
        made.register_unstructure_hook(kind, writer)
    for applies, make_reader, make_writer in _SHAPES:
        made.register_structure_hook_factory(applies, make_reader)
        made.register_unstructure_hook_factory(applies, make_writer)
    return made


# Anything else


def _origin(type_: Type) -> Any:  # noqa: ANN401  # the class that a generic or union is made from, or None
    return get_origin(type_)


def _is_anything(_: Type) -> bool:
    return True


def _no_reader(type_: Type, _: Converter) -> Reader:
    rule = "must be made of the library's classes, unions, and tuples, lists or frozensets of one kind"
    raise FieldTypeError("type_", rule, getattr(type_, "__name__", str(type_)))


def _no_writer(type_: Type, _: Converter) -> Writer:
    raise FieldTypeError("obj", "must be made of the library's classes", getattr(type_, "__name__", str(type_)))


# Collections


def _is_collection(type_: Type) -> bool:
    return (_origin(type_) or type_) in (tuple, list, frozenset)


def _collection_reader(type_: Type, made: Converter) -> Reader:
    make, arguments = _origin(type_), get_args(type_)
    kinds = {argument for argument in arguments if argument is not ...}
    length = len(arguments) if _origin(type_) is tuple and ... not in arguments else None
    if len(kinds) != 1:
        return _no_reader(type_, made)
    read_members = list_structure_factory(cast("Any", GenericAlias(list, kinds.pop())), made)

    def read(value: Plain, _: Type) -> Collection[Any]:
        members: list[Any] = read_members(_array(value), type_)
        if length not in (None, len(members)):
            raise FieldError("value", f"must hold {length} values", len(members))
        found: Collection[Any] = make(members)
        if len(found) < len(members):
            raise FieldError("value", "must not name anything twice")
        return found

    return read


def _array(value: Plain) -> list[object]:
    if not isinstance(value, list):
        raise misfit("an array", value)
    return cast("list[object]", value)


def _collection_writer(_: Type, made: Converter) -> Writer:
    def write(value: Collection[Any]) -> Plain:
        written = [made.unstructure(member) for member in value]
        return sorted(written, key=repr) if isinstance(value, frozenset) else written

    return write


# Unions


def _is_union(type_: Type) -> bool:
    return _origin(type_) in (Union, UnionType)


def _union_reader(type_: Type, made: Converter) -> Reader:
    members = [member for member in get_args(type_) if member is not NoneType]
    if len(members) == 1:
        read_member = made.get_structure_hook(members[0])
    elif Undefined in members:
        read_member = _told_or_undefined_reader(Union[*(member for member in members if member is not Undefined)], made)
    else:
        read_member = _tagged_reader(Union[*members], made)

    def read(value: Plain, _: Type) -> object:
        return None if value is None else read_member(value, members[0])

    return read if len(members) < len(get_args(type_)) else read_member


def _told_or_undefined_reader(type_: Type, made: Converter) -> Reader:
    """Read a value, or the reason why there is none: an object that holds nothing else."""
    read_value, read_reason = made.get_structure_hook(type_), made.get_structure_hook(Undefined)
    may_be_object = attrs.has(type_)

    def read(value: Plain, _: Type) -> object:
        is_reason = isinstance(value, dict) and (not may_be_object or "reason" in value)
        return read_reason(value, Undefined) if is_reason else read_value(value, type_)

    return read


def _union_writer(type_: Type, made: Converter) -> Writer:
    writers = {made.get_unstructure_hook(member) for member in get_args(type_)}
    return identity if writers == {identity} else made.unstructure


# Objects that say what they are


def _tagged_reader(type_: Type, made: Converter) -> Reader:
    family = family_of(type_)
    if family is None:
        return _no_reader(type_, made)
    readers = {word: _object_reader(member, made) for word, member in family.members.items()}
    words = f"must be one of: {', '.join(readers)}"

    def read(value: Plain, _: Type) -> object:
        word = _object(value).get(family.key)
        if type(word) is not str or word not in readers:
            rule = words if family.key in value else f"required field missing; {words}"
            raise ExceptionGroup("", [FieldError(f"object.{family.key}", rule)])
        return readers[word]({key: value[key] for key in value if key != family.key}, type_)

    return read


def _tagged_writer(type_: Type, made: Converter) -> Writer:
    if (tag := TAGS.get(type_)) is not None:
        write_fields = _object_writer(type_, made)
        return lambda value: tag | write_fields(value)

    def write(value: object) -> Plain:
        return made.unstructure(value) if type(value) in TAGS else _no_writer(type(value), made)

    return write


# Objects


def _object(value: Plain) -> dict[str, object]:
    if not isinstance(value, dict):
        raise misfit("an object", value)
    return cast("dict[str, object]", value)


def _object_reader(type_: Type, made: Converter) -> Reader:
    attrs.resolve_types(type_)
    fields: Iterable[attrs.Attribute[Any]] = [field for field in attrs.fields(type_) if field.init]
    checks: dict[str, Any] = {field.name: override(struct_hook=_checked(type_, field, made)) for field in fields}
    read_fields = make_dict_structure_fn(type_, made, **checks)
    return lambda value, _: read_fields(_object(value), type_)


def _checked(owner: type, field: attrs.Attribute[Any], made: Converter) -> Reader:
    """Read a field and check it at once, since an object that is made ends at the first field that does not fit."""
    read, check = made.get_structure_hook(field.type), field.validator
    nobody = cast("object", object.__new__(owner))
    if check is None:
        return read

    def read_and_check(value: Plain, type_: Type) -> object:
        found = read(value, type_)
        check(nobody, field, found)
        return found

    return read_and_check


def _object_writer(type_: Type, made: Converter) -> Writer:
    return make_dict_unstructure_fn(type_, made, _cattrs_omit_if_default=made.omit_if_default)


# Dialogues, which are what was said in them


def _is_replayed(type_: Type) -> bool:
    return type_ in _REPLAYED


def _replayed_reader(type_: Type, made: Converter) -> Reader:
    read_transcript = made.get_structure_hook(Transcript)

    def read(value: Plain, _: Type) -> object:
        try:
            state = type_.resume(read_transcript(value, Transcript))
        except FieldError as error:
            raise ExceptionGroup("", [error]) from None  # with the path that its field tells
        if not isinstance(state, type_):
            raise FieldError("object", "must hold no concern; read it as a Transcript, and release its words to resume")
        return state

    return read


def _replayed_writer(_: Type, made: Converter) -> Writer:
    return lambda state: made.unstructure(state.transcript)


_REPLAYED = (Interview, Reframing)
_SHAPES = (
    (_is_anything, _no_reader, _no_writer),
    (_is_collection, _collection_reader, _collection_writer),
    (_is_union, _union_reader, _union_writer),
    (attrs.has, _object_reader, _object_writer),
    (is_tagged, _tagged_reader, _tagged_writer),
    (_is_replayed, _replayed_reader, _replayed_writer),
)
"""What things are made of, and how they are read and written; the later one that applies is taken."""
