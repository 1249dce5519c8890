"""What the catalogue of the reframer holds: entries with facets, open questions, indicators and example goals.

Field types are checked when an object is made; what ties several parts together is checked when a catalogue is loaded.
"""

import types
from typing import Any, cast, get_args, get_origin

import attrs

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Direction, Horizon, Kind, Period, Span, _checks
from therapygoals.reframing.kinds import Aggregate, Comparator, Measure, PromptKind, Shrink, StopReason, Window
from therapygoals.reframing.themes import Theme
from therapygoals.safety import ConcernCategory

__all__ = [
    "Alike",
    "Catalogue",
    "Ending",
    "Entry",
    "ExampleGoal",
    "Facet",
    "FacetPrompt",
    "GivenRule",
    "Indicator",
    "Prompt",
    "PromptPractice",
    "ShrinkRule",
    "Spelling",
    "StopRule",
    "TurnRule",
    "Words",
]


def _validator(kind: type) -> _checks.Validator:
    if get_origin(kind) is tuple:
        return _checks.each(tuple, _validator(get_args(kind)[0]))
    if get_origin(kind) is types.UnionType:
        return _checks.optional(_validator(get_args(kind)[0]))
    if kind is str:
        return _checks.text()
    return _checks.whole(low=1) if kind is int else _checks.a(kind)


def _checked(_: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Give each field the check that its type asks for: text is not blank, whole numbers are 1 or more."""
    return [field.evolve(validator=_validator(cast("type", field.type))) for field in fields]


@attrs.frozen(cache_hash=True, field_transformer=_checked)
class Ending:
    """The end of a word that is replaced, so that forms of one word become alike; without `put` it is dropped."""

    cut: str
    put: str | None = None


@attrs.frozen(cache_hash=True, field_transformer=_checked)
class Spelling:
    """Letters written in two ways: each `cut` becomes `put`."""

    cut: str
    put: str


@attrs.frozen(cache_hash=True, field_transformer=_checked)
class Alike:
    """Words that stand for each other: each of the forms is matched as if it were `word`."""

    word: str
    forms: tuple[str, ...]


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Words:
    """How the words of the language are matched.

    Attributes:
        fillers: Words that are skipped.
        negators: Words that turn what follows, written without apostrophes.
        leads: How a person opens an answer that tells of a step or a sign, without apostrophes: i could, maybe.
        endings: In this order; the first that fits and leaves three letters is taken.
        spellings: Applied to each word before its ending.
        others: How a person opens an answer that tells what somebody else does: he, my boss.
        together: What behind these words makes it the person's own part too: and i.
        objects: Words for others to whom something is done: him, them.
        pushes: What only others can do to themselves, before a word for others: fix, change.
        makes: Words for getting others to do something: make, get.
        orders: Words for telling others what to do: tell.
        infinitives: What may stand before what others are to do: to.
        choices: What others decide for themselves, behind `makes`: listen, apologise.
        manners: What may stand around a refusal and says nothing: please, sorry, right now.
        passes: How a person leaves a question open: skip, i would rather not say.
        nods: Answers that fit any question and tell nothing by themselves: yes, everything.
        questions: How a person opens a question to the one who asks; one of a single word needs a question mark.
        guesses: Words with which an answer is held as a guess, where they open or end it: would, maybe, guess.
        doubts: What tells that a person is not sure: not very sure, low.
        certainties: What holds a word of `doubts` and tells of none: no doubt.
        large: Words for what takes months or more, or turns a life round: marathon, degree.
        alike: Words that stand for each other, such as mum, mom and mother.
        wishes: Words and phrases that open a wish, as written but without apostrophes.
        asides: Words that open what is told beside a wish: because, since.
    """

    fillers: tuple[str, ...]
    negators: tuple[str, ...]
    leads: tuple[str, ...]
    endings: tuple[Ending, ...]
    spellings: tuple[Spelling, ...]
    others: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    pushes: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    nods: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    large: tuple[str, ...] = ()
    alike: tuple[Alike, ...] = ()
    wishes: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class PromptPractice:
    """What a kind of question is for, and which practice it comes from."""

    id: PromptKind
    title: str
    purpose: str
    source: str


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Prompt:
    """An open question that may be offered; its id stays the same within a version of the catalogue."""

    id: str
    kind: PromptKind
    text: str


@attrs.frozen(cache_hash=True, field_transformer=_checked)
class FacetPrompt:
    """An open question of a facet, the only one of its kind there."""

    kind: PromptKind
    text: str


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class TurnRule:
    """A question that turns away-from wording towards something, or others' part into one's own; asked, never applied.

    Attributes:
        id: Stays the same for good.
        pattern: The wording it is meant for.
        cues: Words and phrases that call for it.
        kind: What it asks for.
        prompt: The question.
        example: One wish and where the question may lead.
    """

    id: str
    pattern: str
    cues: tuple[str, ...]
    kind: PromptKind
    prompt: str
    example: str


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class GivenRule:
    """What nobody can change: a death, an illness that stays. It has questions of its own, for life beside it.

    Attributes:
        id: Stays the same for good.
        pattern: What it is about.
        wishes: Phrases of a wish for it not to be so, without apostrophes.
        cues: Words and phrases that tell of it, in a wish or an answer.
        unless: Phrases that hold one of these and tell of something else.
        entry: Id of the entry whose readings are offered first.
        prompts: The questions in place of the general ones, by kind.
    """

    id: str
    pattern: str
    wishes: tuple[str, ...] = ()
    cues: tuple[str, ...]
    unless: tuple[str, ...] = ()
    entry: str
    prompts: tuple[FacetPrompt, ...]

    def asked(self) -> tuple[Prompt, ...]:
        """The questions; their ids hold rule and kind."""
        return tuple(Prompt(id=f"given.{self.id}.{ask.kind}", kind=ask.kind, text=ask.text) for ask in self.prompts)


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class ShrinkRule:
    """A question that makes a goal smaller."""

    id: Shrink
    title: str
    prompt: str


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class StopRule:
    """What ends the talk about a wish.

    Attributes:
        id: The reason.
        when: The same in words.
        cues: What a person says then, without apostrophes: the whole answer, but for `burden` any part of it.
    """

    id: StopReason
    when: str
    cues: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Facet:
    """One possible reading of a wish.

    Attributes:
        id: Unique within its entry.
        title: A few words.
        offer: The reading as a question to the person, who alone decides.
        toward: Where it leads, in the person's voice.
        prompts: Open questions.
    """

    id: str
    title: str
    offer: str
    toward: str
    prompts: tuple[FacetPrompt, ...]


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Indicator:
    """Something that can be followed.

    Attributes:
        id: Unique within its entry.
        name: What is counted or rated, in the person's voice.
        unit: In the plural, with the range of a scale.
        type: What kind of number it gives.
        direction: Whether more or less of it is better.
        period: How often it is noted.
    """

    id: str
    name: str
    unit: str
    type: Measure
    direction: Direction
    period: Window


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class ExampleGoal:
    """A goal as it may turn out; an example for a talk, never a finished goal.

    Attributes:
        facet: Id of a facet of the same entry.
        kind: Process or outcome.
        text: The goal in the person's voice.
        indicator: Id of an indicator of the same entry.
        comparator: Which side of the target is met.
        target: In the unit of the indicator.
        period: What the target is judged over; it may be wider than the indicator's own period.
        aggregate: How the entries of one period are put together.
        weeks: How long it runs.
    """

    facet: str
    kind: Kind
    text: str
    indicator: str
    comparator: Comparator
    target: int
    period: Window
    aggregate: Aggregate
    weeks: int

    @property
    def horizon(self) -> Horizon:
        """Short term up to 13 weeks."""
        return Span(self.weeks, Period.WEEK).horizon


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Entry:
    """One topic under a theme.

    Attributes:
        id: Stays the same for good.
        theme: The theme it belongs to.
        title: A few words.
        source: Key of the source that gave the idea; the wording is ours.
        triggers: Phrases that name the topic.
        cues: Weaker hints.
        negated: Id of the entry that is meant as well when a "not" stands before a trigger or cue.
        general: Whether many wishes hold it, such as to feel better; anything more definite then comes first.
        note: For the therapist or developer, never shown to the person.
        watch: Safety topics that it may touch: a reminder for a person, not a detector.
        facets: Possible readings.
        indicators: What can be followed.
        goals: Examples.
    """

    id: str
    theme: Theme
    title: str
    source: str
    triggers: tuple[str, ...]
    cues: tuple[str, ...]
    negated: str | None = None
    general: bool = False
    note: str
    watch: tuple[ConcernCategory, ...]
    facets: tuple[Facet, ...]
    indicators: tuple[Indicator, ...]
    goals: tuple[ExampleGoal, ...]

    def prompts(self, facet: Facet) -> tuple[Prompt, ...]:
        """The questions of one of its facets; their ids hold entry, facet and kind."""
        return tuple(
            Prompt(id=f"{self.id}.{facet.id}.{ask.kind}", kind=ask.kind, text=ask.text) for ask in facet.prompts
        )


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=_checked)
class Catalogue:
    """All that the reframer may offer in one language.

    Attributes:
        id: Name of the catalogue.
        version: Changes with any wording, because answers belong to the text of a question.
        language: BCP 47 code.
        intended_use: What it is for, and what not.
        something_else: Offered beside every choice of readings.
        none_of_these: Offered beside every choice of readings.
        first_goal: The goal of somebody who does not know yet what they want.
        words: How words are matched.
        practices: Each kind of question, told once.
        bank: General questions; the part of an id before the dot says when they are asked.
        avoidance_rules: For away-from wording.
        control_rules: For what others or luck decide.
        shrink_rules: For goals that are too big.
        stop_rules: Any one ends the talk.
        entries: The topics.
        given_rules: For what nobody can change.
    """

    id: str
    version: str
    language: str
    intended_use: str
    something_else: str
    none_of_these: str
    first_goal: str
    words: Words
    practices: tuple[PromptPractice, ...]
    bank: tuple[Prompt, ...]
    avoidance_rules: tuple[TurnRule, ...]
    control_rules: tuple[TurnRule, ...]
    shrink_rules: tuple[ShrinkRule, ...]
    stop_rules: tuple[StopRule, ...]
    entries: tuple[Entry, ...]
    given_rules: tuple[GivenRule, ...] = ()

    def asked(self, stage: str) -> tuple[Prompt, ...]:
        """The general questions of one stage: `clarify`, `open`, `general`, `draft`, or one of the interview."""
        return tuple(prompt for prompt in self.bank if prompt.id.startswith(f"{stage}."))

    def entry(self, name: str) -> Entry:
        """The topic with an id.

        Raises:
            UnknownNameError: There is none.
        """
        for entry in self.entries:
            if entry.id == name:
                return entry
        raise UnknownNameError("entry", "must be the id of an entry of the catalogue", name)
