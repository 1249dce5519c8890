"""What a rule for a whole plan is: it looks at the goals together, and at how two people work with them.

Like a rule for one goal it is data with one function, is pure, and neither blocks nor blames: `noticed` states, `ask`
asks. It may speak up several times, about some of the goals or about the plan as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import attrs

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Actor, Aim, Decision, Direction, Goal, GoalSet, Kind, Party, Roadblock, _checks
from therapygoals.goals._words import short_repr
from therapygoals.language import Reading, _forms, read
from therapygoals.plan import GoalState, PlannedGoal, TreatmentPlan
from therapygoals.smart._base import BaseRule, BaseRuleSet, function, installed

__all__ = ["About", "GoalView", "PlanFinding", "PlanRule", "PlanRuleSet", "PlanView", "installed_plan_rules"]


@short_repr
@attrs.frozen(kw_only=True)
class PlanFinding:
    """One thing about a plan that is worth a word between two people.

    Attributes:
        code: Code of the rule, such as ``P005``; it never changes its meaning.
        name: Name of the rule, such as ``one-voice``.
        noticed: What was noticed, without blame.
        ask: An open question to the two people.
        why: Why it matters.
        goals: Ids of the goals that it is about; none where it is about the plan, or where goals have no id.
        numbers: Their places among the goals of the report, the first being 1; none where it is about the plan.
        words: The words that led there, as they were said; not in the repr.
    """

    code: str
    name: str
    noticed: str
    ask: str
    why: str = attrs.field(default="", repr=False)
    goals: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = attrs.field(default=(), repr=False)


@attrs.frozen(kw_only=True)
class GoalView:
    """A goal for which something is still to come, as a rule for plans sees it.

    Attributes:
        number: Its place among the goals that are looked at; the first is 1.
        goal: Its newest version.
        state: Where it is in its life; active in a `GoalSet`.
        planned: All that the plan knows of it; None in a `GoalSet`.
        reading: What was read in its statement; None where it is in a language that cannot be read.
        forms: The words that carry it, by the form that all forms of a word share.
    """

    number: int
    goal: Goal
    state: GoalState = GoalState.ACTIVE
    planned: PlannedGoal | None = None
    reading: Reading | None = None
    forms: dict[str, str] = attrs.field(factory=dict[str, str], hash=False)

    @classmethod
    def of(cls, number: int, goal: Goal, planned: PlannedGoal | None = None) -> GoalView:
        """Look at a goal: its statement is read once, for all rules."""
        try:
            reading = read(goal.statement.text, language=goal.statement.language)
        except UnknownNameError:
            reading = None
        return cls(
            number=number,
            goal=goal,
            state=GoalState.ACTIVE if planned is None else planned.state,
            planned=planned,
            reading=reading,
            forms={} if reading is None else _forms.forms(reading),
        )

    @property
    def is_active(self) -> bool:
        """Whether it is being worked on."""
        return self.state is GoalState.ACTIVE

    @property
    def is_process(self) -> bool:
        """Whether it is about what the person does."""
        return self.goal.kind is Kind.PROCESS

    @property
    def aim(self) -> Aim | None:
        """What is wanted to happen: by the field of the goal, else by its words."""
        if self.goal.aim is not None or self.reading is None:
            return self.goal.aim
        return self.reading.aim

    @property
    def way(self) -> int:
        """Which way it leads: 1 to more or to doing it, -1 to less or to leaving it, 0 where neither is told."""
        ways = {target.direction for target in self.goal.targets} - {Direction.ACHIEVE}
        if not ways:
            return 0 if self.aim is None else _WAYS.get(self.aim, 0)
        return 1 if ways <= _MORE else -1 if ways == {Direction.DECREASE} else 0

    @property
    def is_declined(self) -> bool:
        """Whether somebody's last word to it is a no, or that they no longer want it."""
        return self.planned is not None and not _NO.isdisjoint(self.planned.proposal.standing.values())

    @property
    def roadblocks(self) -> tuple[Roadblock, ...]:
        """What may get in the way, named in the goal or since."""
        return self.goal.roadblocks if self.planned is None else self.planned.roadblocks

    @property
    def voices(self) -> frozenset[Party]:
        """Everybody who is known to have asked for it, worded it, brought something to it or answered it."""
        own = self.goal.ownership
        said: list[Actor | None] = [own.asked_by, own.worded_by, *own.agreed_by, *(one.by for one in own.contributions)]
        if self.planned is not None:
            said += [version.by for version in self.planned.versions]
            said += [word.by for word in self.planned.proposal.decisions]
        return frozenset(actor.role for actor in said if actor is not None)

    @property
    def authors(self) -> frozenset[Party]:
        """Everybody whose words are known to be in it."""
        own = self.goal.ownership
        said = [one.by.role for one in own.contributions]
        if own.worded_by is not None:
            said.append(own.worded_by.role)
        if self.planned is not None:
            reworded = self.planned.versions[0 if own.worded_by is None else 1 :]
            said += [version.by.role for version in reworded]
        return frozenset(said)


_NO = frozenset({Decision.DECLINE, Decision.WITHDRAW})
_MORE = frozenset({Direction.INCREASE, Direction.MAINTAIN})
_WAYS = {Aim.INCREASE: 1, Aim.PRACTISE: 1, Aim.MAINTAIN: 1, Aim.ACHIEVE: 1, Aim.REDUCE: -1, Aim.AVOID: -1}


@attrs.frozen(kw_only=True)
class PlanView:
    """A plan as a rule sees it: the goals for which something is still to come, and all that is known around them.

    Attributes:
        goals: Those goals, in the order of the plan.
        plan: The plan; None where only a `GoalSet` was given.
        on: The day of asking; None where none is known, and then nothing that depends on a day is noticed.
    """

    goals: tuple[GoalView, ...] = ()
    plan: TreatmentPlan | None = None
    on: date | None = None

    @classmethod
    def of(cls, plan: TreatmentPlan | GoalSet, on: date | None = None) -> PlanView:
        """Look at a plan on a day, or at goals that stand together."""
        if isinstance(plan, GoalSet):
            return cls(goals=tuple(GoalView.of(number, goal) for number, goal in enumerate(plan, start=1)), on=on)
        views = (GoalView.of(number, one.goal, one) for number, one in enumerate(plan.open_goals, start=1))
        return cls(goals=tuple(views), plan=plan, on=plan.on if on is None else on)

    @property
    def active(self) -> tuple[GoalView, ...]:
        """The goals that are being worked on."""
        return tuple(view for view in self.goals if view.is_active)

    @staticmethod
    def belong(one: GoalView, other: GoalView) -> bool:
        """Whether two goals are known to belong together in some way."""
        return _leads(one.goal, other.goal) or _leads(other.goal, one.goal)

    def serving(self, view: GoalView) -> frozenset[str]:
        """Ids of all that serves a goal, or is a stepping stone to it, on the way of other goals too."""
        found, new = set[str](), {view.goal.id or ""}
        while new:
            found |= new
            new = {step for one in self.goals for step, to in _ways_to(one.goal) if to in new} - found
        return frozenset(found - {view.goal.id or ""})


def _leads(one: Goal, other: Goal) -> bool:
    return other.id is not None and any(relation.to == other.id for relation in one.relations)


def _ways_to(goal: Goal) -> Iterator[tuple[str, str]]:
    """The steps that a goal tells of: from what serves to what is served."""
    if goal.id is None:
        return
    for relation in goal.relations:
        if relation.kind == "serves":
            yield goal.id, relation.to
        elif relation.kind == "milestone":
            yield relation.to, goal.id


@attrs.frozen
class About:
    """What a rule speaks up about.

    Attributes:
        goals: The goals; none for the plan as a whole.
        words: The words that led there, as they were said.
    """

    goals: tuple[GoalView, ...] = ()
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class PlanRule(BaseRule):
    """A rule for plans as data: what it looks for, what it says, and the examples that are its tests.

    Attributes:
        code: Capital letters and three digits. Ours begin with P; rules of others are told apart by letters of their
            own.
        name: Kebab-case name.
        noticed: What it states when it speaks up.
        ask: The open question that goes with it.
        bad: Plans, or sets of goals, about which it speaks up.
        good: Plans, or sets of goals, about which it stays silent.
        source: Key of the reference in docs/references.md.
        page: The documentation of the rule: summary, why it matters, when to leave it.
        find: Tells what there is to speak about, once for each; nothing where there is nothing to say.

    Raises:
        FieldError: A code or name has another form, or a text is blank.
        FieldTypeError: A field has the wrong type.
    """

    bad: tuple[TreatmentPlan | GoalSet, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(TreatmentPlan, GoalSet))
    )
    good: tuple[TreatmentPlan | GoalSet, ...] = attrs.field(
        converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(TreatmentPlan, GoalSet))
    )
    find: Callable[[PlanView], Iterable[About]] = attrs.field(validator=function)

    def finding(self, about: About) -> PlanFinding:
        """Say what the rule says, about some goals or about the plan."""
        return PlanFinding(
            code=self.code,
            name=self.name,
            noticed=self.noticed,
            ask=self.ask,
            why=self.why,
            goals=tuple(view.goal.id for view in about.goals if view.goal.id is not None),
            numbers=tuple(view.number for view in about.goals),
            words=about.words,
        )


@attrs.frozen(eq=False, repr=False)
class PlanRuleSet(BaseRuleSet[PlanRule]):
    """Rules for plans in the order in which their questions help; a change gives a new set.

    A selector is a code (``P005``), a name (``one-voice``) or the letters of a code (``P``). Sets are equal when they
    are the same object; compare their `rules` otherwise.

    Attributes:
        rules: The rules, the one whose question helps most first.

    Raises:
        FieldTypeError: Something in it is no rule.
        FieldError: Two rules share a code or a name.

    Examples:
        >>> from therapygoals.goals import GoalSet, OutcomeGoal
        >>> from therapygoals.smart import PLAN_RULES, check_plan
        >>> goals = GoalSet((OutcomeGoal("sleep through the night", id="sleep"),))
        >>> [finding.name for finding in check_plan(goals, rules=PLAN_RULES.ignore("no-roadblock")).findings]
        ['outcome-without-process', 'no-early-win']
    """

    _kind = PlanRule

    def look(self, view: PlanView) -> list[PlanFinding]:
        """Ask every rule.

        Args:
            view: The plan as rules see it.

        Returns:
            What they say, in the order in which their questions help.

        Raises:
            Exception: Whatever a rule raises, with a note that names the rule.
        """
        found: list[PlanFinding] = []
        for rule in self.rules:
            try:
                found += map(rule.finding, rule.find(view))
            except Exception as error:
                error.add_note(f"while rule {rule.code} {rule.name} looked at a plan")
                raise
        return found


def installed_plan_rules() -> tuple[PlanRule, ...]:
    """Load the rules for plans that other packages offer in the entry-point group ``therapygoals.plan_rules``.

    Nothing is loaded unless this is called. An entry point gives one rule or several.

    Returns:
        The rules, sorted by the name of their entry point; add them with ``PLAN_RULES.add(*installed_plan_rules())``.

    Raises:
        FieldTypeError: An entry point gives something else.
    """
    return installed("therapygoals.plan_rules", PlanRule)
