"""Agreeing on a goal: each side accepts, changes or declines a draft, and nothing that was said is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum, unique

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import _checks
from therapygoals.goals._words import short_repr
from therapygoals.goals.goal import Goal, OutcomeGoal, ProcessGoal
from therapygoals.goals.people import Actor, Party
from therapygoals.goals.statement import Statement

__all__ = ["Agreement", "Decision", "Proposal"]


@unique
class Decision(StrEnum):
    """What somebody says to a goal. Each of them is as good an answer as the others."""

    ACCEPT = "accept"
    CHANGE = "change"
    """Yes to another version, which everybody has to accept anew."""
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    """No longer; may be said at any time."""


@short_repr
@attrs.frozen(kw_only=True)
class Agreement:
    """What one person said to one version of a goal, on one day. It is a record and no signature.

    Attributes:
        by: Who said it.
        decision: What it was.
        on: The day on which it was said.
        version: The version it was said to; the first is 1.
        note: What they added, in their words.
        goal: The goal as they would have it; with a change, and only with one.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A field breaks its rule, a change has no goal, or something other than a change has one.
    """

    by: Actor = attrs.field(validator=_checks.a(Actor))
    decision: Decision = attrs.field(validator=_checks.a(Decision))
    on: date = attrs.field(validator=_checks.day)
    version: int = attrs.field(validator=_checks.whole(low=1))
    note: str | None = attrs.field(default=None, validator=_checks.optional(_checks.text()))
    goal: Goal | None = attrs.field(default=None, validator=_checks.optional(_checks.a(ProcessGoal, OutcomeGoal)))

    def __attrs_post_init__(self) -> None:
        if (self.goal is not None) is not (self.decision is Decision.CHANGE):
            raise FieldError("Agreement.goal", "must be given with a change, and with nothing else", str(self.decision))


def _check_parties(instance: object, attribute: attrs.Attribute[tuple[Party, ...]], value: tuple[Party, ...]) -> None:
    _checks.each(tuple, _checks.a(Party))(instance, attribute, value)
    if not value or len(set(value)) < len(value):
        field = _checks.field_name(instance, attribute)
        raise FieldError(field, "must name at least one party, and none twice", list(map(str, value)))


@short_repr
@attrs.frozen
class Proposal:
    """A goal that is put to those who have to agree on it, with its versions and all that was said to them.

    A change makes a new version, and everybody has to accept that one, whoever made it too. Nobody is made to agree:
    a proposal on which two people differ is as valid as any other. Anybody may speak; those named in `parties` decide.
    Where several people play one part, the last word of any of them stands for the part.

    Attributes:
        first: The goal as it was drafted, version 1.
        decisions: All that was said, in the order in which it was recorded.
        parties: Who has to accept; a carer beside client and therapist where the client is a minor, for example.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: No party is named, or one twice; a decision is about a version that was not there yet; a change has
            another id than the goal.

    Examples:
        >>> from datetime import date
        >>> from therapygoals.goals import Actor, OutcomeGoal, Party, Proposal
        >>> client, therapist = Actor(Party.CLIENT), Actor(Party.THERAPIST)
        >>> proposal = Proposal(OutcomeGoal("feel calmer at dinner"))
        >>> proposal = proposal.accept(client, on=date(2026, 1, 5))
        >>> proposal = proposal.change(OutcomeGoal("feel calm at two dinners a week"), therapist, on=date(2026, 1, 6))
        >>> proposal.version, proposal.is_agreed, str(proposal.statement)
        (2, False, 'feel calmer at dinner')
        >>> proposal = proposal.accept(therapist, on=date(2026, 1, 6)).accept(client, on=date(2026, 1, 12))
        >>> proposal.is_agreed, str(proposal.agreed_goal)
        (True, 'feel calm at two dinners a week')
        >>> proposal.withdraw(client, on=date(2026, 2, 2)).is_agreed
        False
    """

    first: Goal = attrs.field(validator=_checks.a(ProcessGoal, OutcomeGoal))
    decisions: tuple[Agreement, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Agreement))
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(Party.CLIENT, Party.THERAPIST), kw_only=True, converter=_checks.to_tuple, validator=_check_parties
    )

    def __attrs_post_init__(self) -> None:
        versions = 1
        for said in self.decisions:
            if said.version > versions:
                rule = f"must be about a version that was there; the newest was {versions}"
                raise FieldError("Proposal.decisions", rule, said.version)
            if said.goal is not None:
                versions += 1
                if said.goal.id != self.first.id:
                    raise FieldError("Proposal.decisions", "must keep the id of the goal in a change", said.goal.id)

    def accept(self, by: Actor, *, on: date, note: str | None = None, version: int | None = None) -> Proposal:
        """Say yes to a version.

        Args:
            by: Who says it.
            on: The day on which it was said.
            note: What they add.
            version: The version they had before them; the current one when None. A yes to an older one is kept, and
                does not count for the current one.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: There is no such version, or an argument breaks its rule.
        """
        return self._with(Decision.ACCEPT, by, on, note, version)

    def change(
        self, goal: Goal, by: Actor, *, on: date, note: str | None = None, version: int | None = None
    ) -> Proposal:
        """Put another version in place of the current one; everybody has to accept it anew.

        Args:
            goal: The goal as they would have it; without an id, it gets that of the proposal.
            by: Who says it.
            on: The day on which it was said.
            note: What they add.
            version: The version they had before them; the current one when None.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: The goal has another id, there is no such version, or an argument breaks its rule.
        """
        return self._with(Decision.CHANGE, by, on, note, version, goal)

    def decline(self, by: Actor, *, on: date, note: str | None = None, version: int | None = None) -> Proposal:
        """Say no to a version; it stays where it is.

        Args:
            by: Who says it.
            on: The day on which it was said.
            note: What they add.
            version: The version they had before them; the current one when None.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: There is no such version, or an argument breaks its rule.
        """
        return self._with(Decision.DECLINE, by, on, note, version)

    def withdraw(self, by: Actor, *, on: date, note: str | None = None, version: int | None = None) -> Proposal:
        """Take a yes back, at any time; nothing is deleted.

        Args:
            by: Who says it.
            on: The day on which it was said.
            note: What they add.
            version: The version they had before them; the current one when None.

        Raises:
            FieldTypeError: An argument has the wrong type.
            FieldError: There is no such version, or an argument breaks its rule.
        """
        return self._with(Decision.WITHDRAW, by, on, note, version)

    def _with(
        self,
        decision: Decision,
        by: Actor,
        on: date,
        note: str | None,
        version: int | None,
        goal: Goal | None = None,
    ) -> Proposal:
        seen = self.version if version is None else version
        said = Agreement(by=by, decision=decision, on=on, version=seen, note=note, goal=goal)
        if goal is not None and goal.id is None:
            said = attrs.evolve(said, goal=attrs.evolve(goal, id=self.first.id))
        return attrs.evolve(self, decisions=(*self.decisions, said))

    @property
    def versions(self) -> tuple[Goal, ...]:
        """Every version in its order, as it was put forward; none is ever lost."""
        return (self.first, *(said.goal for said in self.decisions if said.goal is not None))

    @property
    def version(self) -> int:
        """Number of the current version, which is the newest; the first is 1."""
        return len(self.versions)

    @property
    def goal(self) -> Goal:
        """The current version, agreed to by those who now say yes to it, in the order of their yes.

        Whoever has agreed to it elsewhere, or to an older version, is not named: `Ownership.agreed_by` is what was
        said here.
        """
        current = self.versions[-1]
        agreed_by = tuple(said.by for said in self._last_words(self.version) if said.decision is Decision.ACCEPT)
        return attrs.evolve(current, ownership=attrs.evolve(current.ownership, agreed_by=agreed_by))

    @property
    def standing(self) -> Mapping[Party, Decision | None]:
        """What each party now says to the current version; None for a party that has said nothing to it yet.

        Those who have to accept come first, then whoever else has spoken. Of what a party said to the version, the
        word of the latest day stands; of several on one day, the one recorded last.
        """
        said = {word.by.role: word.decision for word in self._last_words(self.version)}
        return dict[Party, Decision | None](dict.fromkeys(self.parties)) | said

    @property
    def is_agreed(self) -> bool:
        """Whether every party that has to accept now accepts the current version."""
        return all(self.standing[party] is Decision.ACCEPT for party in self.parties)

    @property
    def agreed_goal(self) -> Goal | None:
        """The goal that all have agreed on, which says by whom in `ownership`; None while they have not."""
        return self.goal if self.is_agreed else None

    @property
    def statement(self) -> Statement:
        """The words that stand: the client's, where those of anybody else differ.

        These are the newest words that the client has put forward or now accepts. A draft is taken to be in the
        client's words unless `Ownership.worded_by` names somebody else. Where none are the client's, the current
        version speaks.
        """
        number = max(self._in_words_of_the_client(), default=self.version)
        return self.versions[number - 1].statement

    def _in_words_of_the_client(self) -> Iterator[int]:
        """Numbers of the versions that the client has put forward or now accepts."""
        worded_by = self.first.ownership.worded_by
        authors = [Party.CLIENT if worded_by is None else worded_by.role]
        authors += [said.by.role for said in self.decisions if said.goal is not None]
        for number, author in enumerate(authors, 1):
            yes = (word.by.role for word in self._last_words(number) if word.decision is Decision.ACCEPT)
            if Party.CLIENT in (author, *yes):
                yield number

    def _last_words(self, version: int) -> tuple[Agreement, ...]:
        """What stands for each party that has spoken to a version, the latest at the end."""
        words: dict[Party, Agreement] = {}
        for said in sorted(self.decisions, key=lambda said: said.on):
            if said.version == version:
                words.pop(said.by.role, None)
                words[said.by.role] = said
        return tuple(words.values())
