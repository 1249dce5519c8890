"""Which rules look at a goal, in the order in which their questions help; choosing, leaving out and adding some."""

from __future__ import annotations

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import Goal
from therapygoals.language import Reading, Role
from therapygoals.smart._base import BaseRuleSet, installed
from therapygoals.smart.rule import Place, Rule, first, whole

__all__ = ["Found", "RuleSet", "installed_rules"]

Found = tuple[Rule, Place]
"""A rule that speaks up, and where."""

_MOST_KEPT = 1_000


@attrs.frozen(eq=False, repr=False)
class RuleSet(BaseRuleSet[Rule]):
    """Rules in the order in which their questions help; a change gives a new set.

    A selector is a code (``M001``), a name (``no-measure``), the letters of a code (``M``) or the word of a criterion
    (``measurable``). Sets are equal when they are the same object; compare their `rules` otherwise.

    Attributes:
        rules: The rules, the one whose question helps most first.

    Raises:
        FieldTypeError: Something in it is no rule.
        FieldError: Two rules share a code or a name.

    Examples:
        >>> from therapygoals.smart import RULES, check
        >>> [finding.name for finding in check("walk more", rules=RULES.ignore("T", "no-baseline")).findings]
        ['no-measure', 'relative-term']
    """

    _kind = Rule
    _selector = "must be a code, a name, the letters of a code, or a criterion of one of"

    _by_roles: dict[frozenset[Role], tuple[Rule, ...]] = attrs.field(
        factory=dict[frozenset[Role], tuple[Rule, ...]], init=False
    )

    def look(self, reading: Reading) -> list[Found]:
        """Ask every rule that the words could concern.

        Args:
            reading: What was read in a statement, whether or not it holds a goal.

        Returns:
            The rules that speak up, each with its place, in the order in which their questions help.

        Raises:
            FieldError: A rule gives a place outside the statement.
            Exception: Whatever a rule raises, with a note that names the rule.
        """
        if reading.aim is None:
            return [(rule, whole(reading)) for rule in self.rules if rule.without_goal]
        rules = self._by_roles.get(reading.roles)
        if rules is None:
            rules = self._concerned(reading.roles)
        found: list[Found] = []
        for rule in rules:
            find = rule.find
            try:
                place = first(reading, *rule.roles) if find is None else find(reading)
            except Exception as error:
                error.add_note(f"while rule {rule.code} {rule.name} looked at a reading")
                raise
            if place is not None:
                if find is not None and not _is_inside(place, reading.text):
                    must = "must give a place inside the statement, as its start and its end, or None"
                    raise FieldError(f"find of rule {rule.code}", must, place)
                found.append((rule, place))
        return found

    def _concerned(self, roles: frozenset[Role]) -> tuple[Rule, ...]:
        """The rules that a reading with these roles could concern; kept, for most statements have roles seen before."""
        rules = tuple(
            rule
            for rule in self.rules
            if not rule.without_goal
            and (rule.find or rule.roles)
            and not (rule.roles and roles.isdisjoint(rule.roles))
            and roles.isdisjoint(rule.unless)
        )
        if len(self._by_roles) < _MOST_KEPT:
            self._by_roles[roles] = rules
        return rules

    def look_at_fields(self, goal: Goal) -> list[Rule]:
        """The rules that speak up about the typed fields of a goal."""
        found: list[Rule] = []
        for rule in self.rules:
            try:
                if rule.stated is not None and rule.stated(goal):
                    found.append(rule)
            except Exception as error:
                error.add_note(f"while rule {rule.code} {rule.name} looked at the fields of a goal")
                raise
        return found


def _is_inside(place: Place, text: str) -> bool:
    """Whether a place is two whole numbers, the first not behind the second, inside the text; callers may be wrong."""
    if type(place) is not tuple or len(place) != 2:
        return False
    start, end = place
    return type(start) is int and type(end) is int and 0 <= start <= end <= len(text)


def installed_rules() -> tuple[Rule, ...]:
    """Load the rules that other installed packages offer in the entry-point group ``therapygoals.rules``.

    Nothing is loaded unless this is called. An entry point gives one rule or several.

    Returns:
        The rules, sorted by the name of their entry point; add them with ``RULES.add(*installed_rules())``.

    Raises:
        FieldTypeError: An entry point gives something else.
    """
    return installed("therapygoals.rules", Rule)
