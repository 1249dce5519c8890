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
    Direction,
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
    TimeFrame,
)
from therapygoals.language import Reading, Role
from therapygoals.language.ratings import Rating, rating_of
from therapygoals.reframing import _words
from therapygoals.reframing._goals import outcome_of, process_of, time_frame_of
from therapygoals.reframing._hearing import Ear
from therapygoals.reframing._replies import read_reply
from therapygoals.reframing._size import is_big
from therapygoals.reframing._state import Turn
from therapygoals.reframing.entries import Catalogue, GivenRule
from therapygoals.reframing.kinds import Part, PromptKind, Shrink
from therapygoals.smart import check

__all__ = ["WHICH_WAY", "Pair"]

_G = TypeVar("_G", bound=Goal)
_REVIEW_AFTER = {Kind.PROCESS: timedelta(weeks=3), Kind.OUTCOME: timedelta(weeks=12)}
"""When a goal is looked at again, unless an end was said."""
_TOP = 10
_WORDS_OF_A_REASON = 4
"""An answer from 0 to 10 with so many words tells why, and not only how much."""
_NUMBERS = frozenset({Role.FREQUENCY, Role.DURATION, Role.TARGET})
_HOLD_THE_WORDS = frozenset({"statement", "strategies", "context.hope", "context.rationale"})
"""Fields that hold an answer in full; others hold a number of it."""
_RATED = frozenset({Part.STANDING, Part.IMPORTANCE, Part.CONFIDENCE})
_ABOUT_THE_STEP = frozenset({Part.OWN_PART, Part.STEP, Part.SIZE, Part.CONFIDENCE, Part.SMALLER})
_FOR_A_CIRCUMSTANCE = frozenset(f"shrink.{way}" for way in (Shrink.FEWER, Shrink.SOONER, Shrink.SUPPORTED))
"""Questions for a day, a date or for help, which no act answers by itself."""
WHICH_WAY = "Would more of it be better, or less?"
"""Asked where a number was said and not which side of it is better."""
HOW_FAR = "Which number from 0 to 10 would be enough for now?"
"""Asked where the number of today was said, and none for where it may go."""
_ASKED_AGAIN = {
    Part.SIGN: PromptKind.NOTICING,
    Part.STANDING: PromptKind.SCALING,
    Part.STEP: PromptKind.FIRST_STEP,
    Part.CONFIDENCE: PromptKind.CONFIDENCE,
}
"""What a goal lacks without an answer, and the general question for it."""
_MADE_OF = {Part.SIGN: Kind.OUTCOME, Part.STEP: Kind.PROCESS}


@attrs.define
class Pair:
    """The goals of a dialogue in the making.

    Attributes:
        said: The answers that goals are made of, by what they tell.
        turns: All that was asked. What no field of a goal holds is kept as knowledge of oneself, so no answer is lost.
        hope: The wish or vision behind the goals, if one was told.
        hoped: The question at which it was told; None for the wish, which came before any.
        facet: The reading that was chosen, with the question at which it was.
        wish: The reading of the wish; None for an interview.
        given: The rule for what nobody can change, where such a thing was told.
        catalogue: Where the questions come from.
        start: First day of the goals.
        goals: The outcome goal, the process goal, or both.
        open: Name and question of what is missing.
        sources: Goal, field, question and party for each field that was filled.
        reviews: Goal and day.
    """

    said: Mapping[Part, Turn]
    turns: Sequence[Turn]
    hope: str | None
    hoped: Turn | None
    facet: Turn | None
    wish: Reading | None
    given: GivenRule | None
    catalogue: Catalogue
    start: date
    goals: tuple[Goal, ...] = ()
    open: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    sources: list[tuple[str, str, str | None, Party]] = attrs.field(factory=list[tuple[str, str, "str | None", Party]])
    reviews: list[tuple[str, date]] = attrs.field(factory=list[tuple[str, date]])

    def make(self, new_id: Callable[[], str]) -> bool:
        """Make the goals; False where neither a sign nor a step was told."""
        sign, step = self.said.get(Part.SIGN), self.said.get(Part.STEP)
        if sign is not None and self._ear.is_of_others(sign.move):
            sign = None  # what others would do is kept, and makes no goal
        outcome = None if sign is None else self._outcome(sign, new_id())
        process = None if step is None else self._process(step, new_id(), outcome)
        goals: list[Goal] = [goal for goal in (outcome, process) if goal is not None]
        if not goals:
            return False
        self.take(goals)
        self._propose_reviews()
        self._ask_for_what_is_missing()
        return True

    @property
    def _ear(self) -> Ear:
        return Ear.of(self.catalogue)

    def take(self, goals: Sequence[Goal]) -> None:
        """Take goals, with the ratings and with all else that was told."""
        taken = list(goals)
        if taken:
            taken[0] = self._with_importance(taken[0])
            taken[-1] = self._with_confidence(taken[-1])
            told = self._told_beside()
            taken[0] = self._with_what_was_told(taken[0], [turn for turn in told if turn.part not in _ABOUT_THE_STEP])
            taken[-1] = self._with_what_was_told(taken[-1], [turn for turn in told if turn.part in _ABOUT_THE_STEP])
        self.goals = tuple(taken)

    def take_wish(self, goals: Sequence[Goal]) -> None:
        """Take the goals of the wish itself, where neither a sign nor a step was told."""
        taken = list(goals)
        if taken and isinstance(taken[0], OutcomeGoal):
            taken[0] = self._in_its_family(self._measured(taken[0]))
        self.take(taken)

    def take_first(self, goal: Goal) -> None:
        """Take the goal of finding out, to be looked at again soon."""
        if self.hope is not None:
            self._note(goal, "context.hope", self.hoped)
        self.take([goal])
        self._propose_reviews()
        self._ask_for_own_part()

    def _told_beside(self) -> list[Turn]:
        """The answers that no field holds, and those of which a field holds no more than a number, in order."""
        noted = {prompt for _, _, prompt, _ in self.sources}
        held = {prompt for _, field, prompt, _ in self.sources if field in _HOLD_THE_WORDS}
        return [
            turn
            for turn in self.turns
            if turn.move.text is not None
            and turn.prompt.id not in held
            and not self._ear.is_left_open(turn.move.text)
            and (turn.prompt.id not in noted or _tells_more_than_a_number(turn))
        ]

    def _rating(self, part: Part) -> tuple[Turn, Rating] | None:
        """The answer to a question from 0 to 10, where it holds one number."""
        turn = self.said.get(part)
        said = None if turn is None else rating_of(_text(turn), language=self.catalogue.language)
        if turn is None or said is None or said.low != said.high:
            return None
        return None if part is Part.CONFIDENCE and self._is_doubted(_text(turn), said.low) else (turn, said)

    def _is_doubted(self, text: str, value: float) -> bool:
        """Whether an answer takes back in words what it says with a high number: "8, but not really"."""
        return value > _TOP / 2 and self._ear.is_unsure(text)

    def _read(self, turn: Turn) -> Reading:
        leads = self.catalogue.words.leads
        told = self._ear.told_in(_text(turn))
        return read_reply(told, leads, language=self.catalogue.language, on=self.start)

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
        self._ask_for_wording(sign, is_sign=True)
        if is_bare := _is_bare_number(reading):
            self.open.append(("direction", WHICH_WAY))
        if is_bare or not _says_a_number(reading):
            kept = [target for target in goal.targets if target.line is None and not is_bare]
            goal = attrs.evolve(goal, targets=kept)  # a sign is how life would be: not "done once", and not "never"
        measured = self._measured(goal)
        if measured is goal and goal.targets:
            self._note(goal, "targets", sign)
        return self._in_its_family(self._by_the_end_of_the_wish(measured))

    def _measured(self, goal: OutcomeGoal) -> OutcomeGoal:
        """The goal with the number of today as its baseline, unless it has a measure of its own.

        Its target is the higher number that was named with it ("a 5 would be ...", "one point more"). Where none was,
        only the way is known, and the number is asked for.
        """
        standing = self._rating(Part.STANDING)
        if standing is None or standing[1].low >= _TOP or any(target.line is not None for target in goal.targets):
            return goal
        turn, said = standing
        self._note(goal, "targets", turn)
        if said.better is not None:
            return attrs.evolve(goal, targets=ScaleTarget(baseline=said.low, at_least=said.better))
        self.open.append(("target", HOW_FAR))
        return attrs.evolve(goal, targets=ScaleTarget(baseline=said.low, towards=Direction.INCREASE))

    def _by_the_end_of_the_wish(self, goal: OutcomeGoal) -> OutcomeGoal:
        """The goal with the time that was said in the wish, unless the sign has its own."""
        if self.wish is None or self.wish.deadline is None or goal.time_frame != TimeFrame(start=self.start):
            return goal
        if is_big(self.wish, self.catalogue.words):
            return goal  # what is a lot at once has no time yet
        self._note(goal, "time_frame", None)
        return attrs.evolve(goal, time_frame=time_frame_of(self.wish, self.start))

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
        turn, reading, ways = step, self._read(step), list[Turn]()
        for smaller in filter(None, (self.said.get(Part.SIZE), self.said.get(Part.SMALLER))):
            small = self._read(smaller)
            if self._is_step_of_its_own(small, smaller, reading):
                turn, reading = smaller, small
            else:
                ways.append(smaller)
        reading = attrs.evolve(reading, kinds=frozenset({Kind.PROCESS}), aim=reading.aim or Aim.PRACTISE)
        goal = self._worded(process_of(reading, check(reading), self.start, key), turn)
        if goal.targets:
            self._note(goal, "targets", turn)
        asked = [turn for turn in self.turns if turn.part in (Part.SIZE, Part.SMALLER)]
        if asked and turn is step and not ways:
            self.open.append(("smaller", asked[-1].prompt.text))
        self._ask_for_wording(turn, is_sign=False)
        for way in ways:
            goal = attrs.evolve(goal, strategies=(*goal.strategies, Strategy(_text(way))))
            self._note(goal, "strategies", way)
            self.open.append(("smaller", self.catalogue.asked("draft")[0].text))
        if outcome is not None and outcome.id is not None:
            goal = attrs.evolve(goal, relations=(Relation(RelationKind.SERVES, outcome.id),))
        return goal

    def _is_step_of_its_own(self, small: Reading, turn: Turn, step: Reading) -> bool:
        """Whether a smaller step stands by itself: it begins with an act and not with "one lunch" or "on Sundays".

        Where the question was for a day or for help, an act may belong to that ("start on Monday"), so it has to be the
        act of the step again.
        """
        acts, words = small.all(Role.ACT), self.catalogue.words
        if not acts:
            return False
        before = [word for word, _, _ in _words.split(small.text[: acts[0].start]) if word not in words.fillers]
        if before and " ".join(before) not in words.leads:
            return False
        if turn.prompt.id not in _FOR_A_CIRCUMSTANCE:
            return True
        act, known = (self._stems(said) for said in (small.words(acts[0]), step.text))
        return not act.isdisjoint(known)

    def _stems(self, text: str) -> set[str]:
        return {_words.stem(word, self.catalogue.words) for word, _, _ in _words.split(text)}

    def _with_what_was_told(self, goal: Goal, told: Sequence[Turn]) -> Goal:
        """The goal with what the person knows of themselves: what the wish means, when it was better."""
        contributions = [
            Contribution(by=Actor(turn.move.by), kind=ContributionKind.SELF_KNOWLEDGE, text=_text(turn))
            for turn in told
        ]
        for turn in told:
            self._note(goal, "ownership.contributions", turn)
        kept = (*goal.ownership.contributions, *contributions)
        return attrs.evolve(goal, ownership=attrs.evolve(goal.ownership, contributions=kept))

    def _with_importance(self, goal: Goal) -> Goal:
        if (found := self._rating(Part.IMPORTANCE)) is None:
            return goal
        turn, value = found
        self._note(goal, "readiness.importance", turn)
        goal = attrs.evolve(goal, readiness=attrs.evolve(goal.readiness, importance=value.low))
        if goal.context.rationale is not None or not _tells_more_than_a_number(turn):
            return goal
        self._note(goal, "context.rationale", turn)
        return attrs.evolve(goal, context=attrs.evolve(goal.context, rationale=_text(turn)))

    def _with_confidence(self, goal: Goal) -> Goal:
        if (found := self._rating(Part.CONFIDENCE)) is None:
            return goal
        turn, value = found
        self._note(goal, "readiness.confidence", turn)
        return attrs.evolve(goal, readiness=attrs.evolve(goal.readiness, confidence=value.low))

    def _ask_for_wording(self, turn: Turn, *, is_sign: bool) -> None:
        """Ask for a sentence of the person's own where an answer is held as a guess."""
        kind = PromptKind.DIFFERENCE if is_sign else PromptKind.FIRST_STEP
        if self._ear.is_guess(_text(turn), is_sign=is_sign):
            self.open += [("wording", prompt.text) for prompt in self.catalogue.asked("draft") if prompt.kind is kind]

    def _ask_for_own_part(self) -> None:
        """Ask for the person's own part where only what others are to do was told in its place."""
        told = [turn for turn in self.turns if turn.part in _ABOUT_THE_STEP and self._ear.is_of_others(turn.move)]
        if told and not any(isinstance(goal, ProcessGoal) and goal.aim is not Aim.DISCOVER for goal in self.goals):
            self.open.append(self._own_part_asked())

    def _own_part_asked(self) -> tuple[str, str]:
        asked = {prompt.kind: prompt.text for prompt in self.catalogue.asked("stones")}
        return str(Part.OWN_PART), asked[PromptKind.CONTROL]

    def _propose_reviews(self) -> None:
        for goal in self.goals:
            if goal.time_frame.end is None and goal.time_frame.sessions is None:
                self.reviews.append((goal.id or "", self.start + _REVIEW_AFTER[goal.kind]))

    def _ask_for_what_is_missing(self) -> None:
        general = {prompt.kind: prompt.text for prompt in self.catalogue.asked("general")}
        if self.given is not None:
            general |= {prompt.kind: prompt.text for prompt in self.given.prompts}
        elif Part.SIGN in self.said:  # told and no goal, for it is what others would do: their own side is asked for
            general |= {prompt.kind: prompt.text for prompt in self.catalogue.asked("open")}
        self._ask_for_own_part()
        kinds = {goal.kind for goal in self.goals}
        for part, kind in _ASKED_AGAIN.items():
            is_there = _MADE_OF[part] in kinds if part in _MADE_OF else self._rating(part) is not None
            if not is_there:
                self.open.append((str(part), general[kind]))
        for goal in self.goals:
            if self._ear.is_order(str(goal.statement)):
                self.open.append(self._own_part_asked())
            self.open += [
                (finding.name, finding.ask)
                for finding in check(goal).findings
                if finding.ask and finding.name != "no-deadline"  # a day for a review is proposed in place of one
            ]
        self.open = [asked for asked in self.open if asked[0] not in self.closed]

    @property
    def closed(self) -> frozenset[str]:
        """What needs no question: of a measure of which only the number is open, that number is asked for."""
        return frozenset({"no-measure"} if ("target", HOW_FAR) in self.open else ())


def _text(turn: Turn) -> str:
    return turn.move.text or ""


def _tells_more_than_a_number(turn: Turn) -> bool:
    return len(_text(turn).split()) >= _WORDS_OF_A_REASON


def _says_a_number(reading: Reading) -> bool:
    return any(amount is not None for amount in (reading.target, reading.frequency, reading.duration, reading.change))


def _is_bare_number(reading: Reading) -> bool:
    """Whether only a number was said: of what, and whether more of it is better, is open."""
    return bool(reading.phrases) and all(phrase.role in _NUMBERS for phrase in reading.phrases)
