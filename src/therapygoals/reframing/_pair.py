"""From the answers of a dialogue to a linked pair: the sign becomes the outcome goal, the step the process goal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import attrs

from therapygoals.goals import (
    Actor,
    Aim,
    Contribution,
    ContributionKind,
    Goal,
    Kind,
    OutcomeGoal,
    Ownership,
    Party,
    ProcessGoal,
    Relation,
    RelationKind,
    ScaleTarget,
    Statement,
    Strategy,
)
from therapygoals.language import Reading, Role
from therapygoals.language.ratings import rating_in
from therapygoals.reframing._goals import outcome_of, process_of
from therapygoals.reframing._replies import read_reply
from therapygoals.reframing._state import Turn
from therapygoals.reframing.entries import Catalogue
from therapygoals.reframing.kinds import Part, PromptKind
from therapygoals.smart import check

__all__ = ["Pair"]

_G = TypeVar("_G", bound=Goal)
_REVIEW_AFTER = {Kind.PROCESS: timedelta(weeks=3), Kind.OUTCOME: timedelta(weeks=12)}
"""When a goal is looked at again, unless an end was said."""
_TOP = 10
_WORDS_OF_A_REASON = 4
"""An answer about importance with so many words tells why, and not only how much."""
_ASKED_AGAIN = {
    Part.SIGN: PromptKind.NOTICING,
    Part.STANDING: PromptKind.SCALING,
    Part.STEP: PromptKind.FIRST_STEP,
    Part.CONFIDENCE: PromptKind.CONFIDENCE,
}
"""What a goal lacks without an answer, and the general question for it."""


@attrs.define
class Pair:
    """The goals of a dialogue in the making.

    Attributes:
        said: The answers that goals are made of, by what they tell.
        told: The answers that are knowledge of oneself, and kept as that.
        hope: The wish or vision behind the goals, if one was told.
        hoped: The question at which it was told; None for the wish, which came before any.
        facet: The reading that was chosen, with the question at which it was.
        catalogue: Where the questions come from.
        start: First day of the goals.
        goals: The outcome goal, the process goal, or both.
        open: Name and question of what is missing.
        sources: Goal, field, question and party for each field that was filled.
        reviews: Goal and day.
    """

    said: Mapping[Part, Turn]
    told: Sequence[Turn]
    hope: str | None
    hoped: Turn | None
    facet: Turn | None
    catalogue: Catalogue
    start: date
    goals: tuple[Goal, ...] = ()
    open: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    sources: list[tuple[str, str, str | None, Party]] = attrs.field(factory=list[tuple[str, str, "str | None", Party]])
    reviews: list[tuple[str, date]] = attrs.field(factory=list[tuple[str, date]])

    def make(self, new_id: Callable[[], str]) -> bool:
        """Make the goals; False where neither a sign nor a step was told."""
        sign, step = self.said.get(Part.SIGN), self.said.get(Part.STEP)
        outcome = None if sign is None else self._outcome(sign, new_id())
        process = None if step is None else self._process(step, new_id(), outcome)
        goals: list[Goal] = [goal for goal in (outcome, process) if goal is not None]
        if not goals:
            return False
        goals[0] = self._with_importance(self._with_what_was_told(goals[0]))
        goals[-1] = self._with_confidence(goals[-1])
        self.goals = tuple(goals)
        for goal in goals:
            self._propose_review(goal)
        self._ask_for_what_is_missing()
        return True

    def take(self, goal: Goal) -> None:
        """Take a goal that needs no answers."""
        self.goals = (goal,)
        self._propose_review(goal)

    def _rating(self, part: Part) -> tuple[Turn, float] | None:
        """The answer to a question from 0 to 10, where it holds one number."""
        turn = self.said.get(part)
        ends = None if turn is None else rating_in(_text(turn), language=self.catalogue.language)
        return None if turn is None or ends is None or ends[0] != ends[1] else (turn, ends[0])

    def _read(self, turn: Turn) -> Reading:
        leads = self.catalogue.words.leads
        return read_reply(_text(turn), leads, language=self.catalogue.language, on=self.start)

    def _note(self, goal: Goal, field: str, turn: Turn | None) -> None:
        prompt, by = (None, Party.CLIENT) if turn is None else (turn.prompt.id, turn.move.by)
        self.sources.append((goal.id or "", field, prompt, by))

    def _worded(self, goal: _G, turn: Turn) -> _G:
        """The goal with the whole answer as its statement, and the wish as the hope behind it."""
        context = attrs.evolve(goal.context, hope=self.hope)
        goal = attrs.evolve(
            goal,
            statement=Statement(_text(turn), self.catalogue.language),
            ownership=Ownership(worded_by=Actor(turn.move.by)),
            context=context,
        )
        self._note(goal, "statement", turn)
        if self.hope is not None:
            self._note(goal, "context.hope", self.hoped)
        return goal

    def _outcome(self, sign: Turn, key: str) -> OutcomeGoal:
        reading = self._read(sign)
        aim = Aim.ACHIEVE if reading.aim in (None, Aim.PRACTISE) else reading.aim
        reading = attrs.evolve(reading, kinds=frozenset({Kind.OUTCOME}), aim=aim)
        goal = self._worded(outcome_of(reading, check(reading), self.start, key), sign)
        standing = self._rating(Part.STANDING)
        is_measured = any(target.line is not None for target in goal.targets)
        if not is_measured and standing is not None and standing[1] < _TOP:
            sign, value = standing
            goal = attrs.evolve(goal, targets=ScaleTarget(baseline=value, at_least=min(value + 1, _TOP)))
        if goal.targets:
            self._note(goal, "targets", sign)
        return self._in_its_family(goal)

    def _in_its_family(self, goal: OutcomeGoal) -> OutcomeGoal:
        """The goal with the Bern family of the reading that the person chose."""
        if self.facet is None or self.facet.move.facet is None:
            return goal
        theme = self.catalogue.entry(self.facet.move.facet.partition(".")[0]).theme
        if theme.domain is None:
            return goal
        self._note(goal, "context.domain", self.facet)
        return attrs.evolve(goal, context=attrs.evolve(goal.context, domain=theme.domain))

    def _process(self, step: Turn, key: str, outcome: OutcomeGoal | None) -> ProcessGoal:
        smaller = self.said.get(Part.SMALLER) or self.said.get(Part.SIZE)
        turn, reading, way = step, self._read(step), None
        if smaller is not None:
            small = self._read(smaller)
            turn, reading, way = (smaller, small, None) if small.has(Role.ACT) else (step, reading, smaller)
        reading = attrs.evolve(reading, kinds=frozenset({Kind.PROCESS}), aim=reading.aim or Aim.PRACTISE)
        goal = self._worded(process_of(reading, check(reading), self.start, key), turn)
        if goal.targets:
            self._note(goal, "targets", turn)
        if way is not None:
            goal = attrs.evolve(goal, strategies=(*goal.strategies, Strategy(_text(way))))
            self._note(goal, "strategies", way)
            self.open.append(("smaller", self.catalogue.asked("draft")[0].text))
        if outcome is not None and outcome.id is not None:
            goal = attrs.evolve(goal, relations=(Relation(RelationKind.SERVES, outcome.id),))
        return goal

    def _with_what_was_told(self, goal: Goal) -> Goal:
        """The goal with what the person knows of themselves: what the wish means, when it was better."""
        contributions = [
            Contribution(by=Actor(turn.move.by), kind=ContributionKind.SELF_KNOWLEDGE, text=_text(turn))
            for turn in self.told
        ]
        for turn in self.told:
            self._note(goal, "ownership.contributions", turn)
        return attrs.evolve(goal, ownership=attrs.evolve(goal.ownership, contributions=contributions))

    def _with_importance(self, goal: Goal) -> Goal:
        if (found := self._rating(Part.IMPORTANCE)) is None:
            return goal
        turn, value = found
        self._note(goal, "readiness.importance", turn)
        goal = attrs.evolve(goal, readiness=attrs.evolve(goal.readiness, importance=value))
        if goal.context.rationale is not None or len(_text(turn).split()) < _WORDS_OF_A_REASON:
            return goal
        self._note(goal, "context.rationale", turn)
        return attrs.evolve(goal, context=attrs.evolve(goal.context, rationale=_text(turn)))

    def _with_confidence(self, goal: Goal) -> Goal:
        if (found := self._rating(Part.CONFIDENCE)) is None:
            return goal
        turn, value = found
        self._note(goal, "readiness.confidence", turn)
        return attrs.evolve(goal, readiness=attrs.evolve(goal.readiness, confidence=value))

    def _propose_review(self, goal: Goal) -> None:
        frame = goal.time_frame
        if frame.end is None and frame.sessions is None:
            self.reviews.append((goal.id or "", self.start + _REVIEW_AFTER[goal.kind]))

    def _ask_for_what_is_missing(self) -> None:
        general = {prompt.kind: prompt.text for prompt in self.catalogue.asked("general")}
        has_step = any(goal.kind is Kind.PROCESS for goal in self.goals)
        for part, kind in _ASKED_AGAIN.items():
            rated = part in (Part.STANDING, Part.CONFIDENCE)
            if (self._rating(part) if rated else self.said.get(part)) is None and not (part is Part.STEP and has_step):
                self.open.append((str(part), general[kind]))
        for goal in self.goals:
            self.open += [
                (finding.name, finding.ask)
                for finding in check(goal).findings
                if finding.ask and finding.name != "no-deadline"  # a day for a review is proposed in place of one
            ]


def _text(turn: Turn) -> str:
    return turn.move.text or ""
