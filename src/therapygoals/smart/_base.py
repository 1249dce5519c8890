"""What rules for a goal and rules for a plan have in common, and the sets that hold either kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

import attrs

from therapygoals.errors import FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import _checks

__all__ = ["BaseRule", "BaseRuleSet", "function"]


def _fits(pattern: re.Pattern[str], rule: str) -> _checks.Validator:
    def validate(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        _checks.check_text(value, _checks.field_name(instance, attribute))
        if not pattern.fullmatch(str(value)):
            raise FieldError(_checks.field_name(instance, attribute), rule, value)

    return validate


def function(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Something that can be called."""
    if not callable(value):
        raise FieldTypeError(_checks.field_name(instance, attribute), "must be a function", type(value).__name__)


_CODE = re.compile(r"[A-Z]{1,8}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,9}")


@attrs.frozen(kw_only=True)
class BaseRule:
    """What every rule has.

    Attributes:
        code: Capital letters and three digits.
        name: Kebab-case name.
        noticed: What it states when it speaks up.
        ask: The open question that goes with it.
        source: Key of the reference in docs/references.md.
        page: The documentation of the rule: summary, why it matters, when to leave it.
    """

    code: str = attrs.field(validator=_fits(_CODE, "must be capital letters and three digits, such as M001"))
    name: str = attrs.field(validator=_fits(_NAME, "must be kebab-case, such as no-measure"))
    noticed: str = attrs.field(validator=_checks.text())
    ask: str = attrs.field(validator=_checks.text())
    source: str = attrs.field(validator=_checks.text())
    page: str | None = attrs.field(default=None, repr=False, validator=_checks.optional(_checks.a(str)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The selectors that name it: code, name and the letters of the code."""
        return self.code, self.name, self.code.rstrip("0123456789")

    @property
    def why(self) -> str:
        """Why the rule matters; empty where documentation is stripped."""
        return self._part("Why it matters: ")

    @property
    def leave(self) -> str:
        """When to leave the rule aside; empty where documentation is stripped."""
        return self._part("When to leave it: ")

    def _part(self, head: str) -> str:
        _, _, rest = (self.page or "").partition(head)
        return " ".join(rest.partition("\n\n")[0].partition("\nWhen to leave it: ")[0].split())


_R = TypeVar("_R", bound=BaseRule)


def installed(group: str, kind: type[_R]) -> tuple[_R, ...]:
    """Load the rules of a kind that other installed packages offer in an entry-point group.

    Raises:
        FieldTypeError: An entry point gives something else.
    """
    from importlib.metadata import entry_points  # costs as much as all of attrs, and few ask

    rules: list[_R] = []
    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            given: object = entry.load()
        except Exception as error:
            error.add_note(f"while the entry point {entry.name!r} of the group {group} was loaded")
            raise
        several = isinstance(given, Iterable) and not isinstance(given, kind)
        for rule in cast("Iterable[object]", given if several else (given,)):
            if not isinstance(rule, kind):
                must = f"must give a {kind.__name__} or several"
                raise FieldTypeError(f"entry point {entry.name!r}", must, type(rule).__name__)
            rules.append(rule)
    return tuple(rules)


def _to_rules(given: Iterable[Any]) -> tuple[Any, ...]:
    """The rules in a tuple; whatever is none is told once the set is there."""
    anything = cast("object", given)  # callers may not check types
    return tuple(given) if isinstance(anything, Iterable) else cast("tuple[Any, ...]", given)


@attrs.frozen(eq=False, repr=False)
class BaseRuleSet(Generic[_R]):
    """Rules in the order in which their questions help; a change gives a new set.

    Attributes:
        rules: The rules, the one whose question helps most first.

    Raises:
        FieldTypeError: Something in it is no rule.
        FieldError: Two rules share a code or a name.
    """

    _kind: ClassVar[type[BaseRule]] = BaseRule
    _selector: ClassVar[str] = "must be a code, a name, or the letters of a code of one of"

    rules: tuple[_R, ...] = attrs.field(converter=_to_rules)

    def __attrs_post_init__(self) -> None:
        field, seen = f"{type(self).__name__}.rules", set[str]()
        if not isinstance(self.rules, tuple):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
            raise FieldTypeError(field, "must be rules in their order", type(self.rules).__name__)
        for rule in self.rules:
            if not isinstance(rule, self._kind):
                raise FieldTypeError(field, "must hold rules only", type(rule).__name__)
            for key in (rule.code, rule.name):
                if key in seen:
                    raise FieldError(field, "must not hold two rules with one code or name", key)
                seen.add(key)

    def __iter__(self) -> Iterator[_R]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule: object) -> bool:
        return rule in self.rules or any(rule in (known.code, known.name) for known in self.rules)

    def __getitem__(self, key: str) -> _R:
        for rule in self.rules:
            if key in (rule.code, rule.name):
                return rule
        raise UnknownNameError("rule", f"must be the code or name of one of: {self._names()}", key)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}: {self._names()}>"

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[_R, ...]]]:
        return type(self), (self.rules,)

    def _names(self) -> str:
        return ", ".join(rule.name for rule in self.rules) or "none"

    def select(self, *selectors: str) -> Self:
        """Keep only the rules that a selector names, in their order.

        Raises:
            UnknownNameError: A selector names no rule of the set.
        """
        chosen = self._chosen(selectors)
        return type(self)(rule for rule in self.rules if rule in chosen)

    def ignore(self, *selectors: str) -> Self:
        """Leave out the rules that a selector names.

        Raises:
            UnknownNameError: A selector names no rule of the set.
        """
        chosen = self._chosen(selectors)
        return type(self)(rule for rule in self.rules if rule not in chosen)

    def add(self, *rules: _R, before: str | None = None) -> Self:
        """Add rules: where the rule named `before` stands, else at the end, where their questions come last.

        Raises:
            FieldTypeError: Something given is no rule.
            FieldError: A code or name is taken.
            UnknownNameError: `before` is neither the code nor the name of a rule of the set.
        """
        place = len(self) if before is None else self.rules.index(self[before])
        return type(self)((*self.rules[:place], *rules, *self.rules[place:]))

    def _chosen(self, selectors: tuple[str, ...]) -> set[_R]:
        chosen = set[_R]()
        for selector in selectors:
            named = [rule for rule in self.rules if selector in rule.keys]
            if not named:
                raise UnknownNameError("selector", f"{self._selector}: {self._names()}", selector)
            chosen.update(named)
        return chosen
