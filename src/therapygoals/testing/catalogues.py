"""The library's own catalogue of the reframer, and parts that are drawn from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from therapygoals.reframing import (
    Catalogue,
    Ending,
    Entry,
    ExampleGoal,
    Facet,
    FacetPrompt,
    GivenRule,
    Indicator,
    Prompt,
    PromptPractice,
    ShrinkRule,
    Spelling,
    StopRule,
    TurnRule,
    Words,
    catalogue,
)

__all__ = [
    "catalogues",
    "endings",
    "entries",
    "example_goals",
    "facet_prompts",
    "facets",
    "given_rules",
    "indicators",
    "prompt_practices",
    "prompts",
    "shrink_rules",
    "spellings",
    "stop_rules",
    "turn_rules",
    "words",
]


T = TypeVar("T")


def catalogues() -> st.SearchStrategy[Catalogue]:
    """The catalogue as it comes with the library."""
    return st.deferred(lambda: st.just(catalogue("en")))


def _any_of(parts: Callable[[Catalogue], Sequence[T]]) -> st.SearchStrategy[T]:
    return catalogues().flatmap(lambda found: st.sampled_from(parts(found)))


def words() -> st.SearchStrategy[Words]:
    """How its words are matched."""
    return catalogues().map(lambda found: found.words)


def endings() -> st.SearchStrategy[Ending]:
    """Ends of words that it replaces."""
    return _any_of(lambda found: found.words.endings)


def spellings() -> st.SearchStrategy[Spelling]:
    """Letters that it makes alike."""
    return _any_of(lambda found: found.words.spellings)


def prompt_practices() -> st.SearchStrategy[PromptPractice]:
    """What its kinds of question are for."""
    return _any_of(lambda found: found.practices)


def turn_rules() -> st.SearchStrategy[TurnRule]:
    """Its questions that turn a wish."""
    return _any_of(lambda found: found.avoidance_rules + found.control_rules)


def given_rules() -> st.SearchStrategy[GivenRule]:
    """Its questions about what nobody can change."""
    return _any_of(lambda found: found.given_rules)


def shrink_rules() -> st.SearchStrategy[ShrinkRule]:
    """Its questions that make a goal smaller."""
    return _any_of(lambda found: found.shrink_rules)


def stop_rules() -> st.SearchStrategy[StopRule]:
    """What ends the talk about a wish."""
    return _any_of(lambda found: found.stop_rules)


def entries() -> st.SearchStrategy[Entry]:
    """Its topics."""
    return _any_of(lambda found: found.entries)


def facets() -> st.SearchStrategy[Facet]:
    """The possible readings under its topics."""
    return _any_of(lambda found: [facet for entry in found.entries for facet in entry.facets])


def facet_prompts() -> st.SearchStrategy[FacetPrompt]:
    """The questions of these readings, without an id of their own."""
    return facets().flatmap(lambda facet: st.sampled_from(facet.prompts))


def prompts() -> st.SearchStrategy[Prompt]:
    """Its questions with their ids: general ones, and those of its readings."""
    return _any_of(lambda found: found.bank) | entries().flatmap(_prompts_of)


def _prompts_of(entry: Entry) -> st.SearchStrategy[Prompt]:
    return st.sampled_from([prompt for facet in entry.facets for prompt in entry.prompts(facet)])


def indicators() -> st.SearchStrategy[Indicator]:
    """What it says can be followed."""
    return _any_of(lambda found: [indicator for entry in found.entries for indicator in entry.indicators])


def example_goals() -> st.SearchStrategy[ExampleGoal]:
    """Its examples of goals."""
    return _any_of(lambda found: [goal for entry in found.entries for goal in entry.goals])
