"""The reframer: what a vague wish may stand for, and open questions that make it a goal of one's own."""

from therapygoals.reframe._loading import catalogue, load_catalogue
from therapygoals.reframe.entries import (
    Catalogue,
    Ending,
    Entry,
    ExampleGoal,
    Facet,
    FacetPrompt,
    Indicator,
    Prompt,
    PromptPractice,
    ShrinkRule,
    Spelling,
    StopRule,
    TurnRule,
    Words,
)
from therapygoals.reframe.kinds import Aggregate, Comparator, Measure, PromptKind, Window
from therapygoals.reframe.matching import Matcher, ThemeMatch
from therapygoals.reframe.reframing import Offer, ReframeStopped, Reframing, reframe
from therapygoals.reframe.themes import Theme

__all__ = [
    "Aggregate",
    "Catalogue",
    "Comparator",
    "Ending",
    "Entry",
    "ExampleGoal",
    "Facet",
    "FacetPrompt",
    "Indicator",
    "Matcher",
    "Measure",
    "Offer",
    "Prompt",
    "PromptKind",
    "PromptPractice",
    "ReframeStopped",
    "Reframing",
    "ShrinkRule",
    "Spelling",
    "StopRule",
    "Theme",
    "ThemeMatch",
    "TurnRule",
    "Window",
    "Words",
    "catalogue",
    "load_catalogue",
    "reframe",
]
