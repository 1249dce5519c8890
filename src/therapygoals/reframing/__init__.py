"""The reframer: what a vague wish may stand for, and open questions that make it a goal of one's own."""

from therapygoals.reframing._loading import catalogue, load_catalogue
from therapygoals.reframing.drafting import Draft, OpenQuestion, draft
from therapygoals.reframing.entries import (
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
from therapygoals.reframing.kinds import Aggregate, Comparator, Measure, PromptKind, Window
from therapygoals.reframing.matching import Matcher, ThemeMatch
from therapygoals.reframing.opening import Offer, ReframeStopped, Reframing, reframe
from therapygoals.reframing.themes import Theme

__all__ = [
    "Aggregate",
    "Catalogue",
    "Comparator",
    "Draft",
    "Ending",
    "Entry",
    "ExampleGoal",
    "Facet",
    "FacetPrompt",
    "Indicator",
    "Matcher",
    "Measure",
    "Offer",
    "OpenQuestion",
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
    "draft",
    "load_catalogue",
    "reframe",
]
