"""The reframer: what a vague wish may stand for, and open questions that make it a goal of one's own."""

from therapygoals.reframing._loading import catalogue, load_catalogue
from therapygoals.reframing._state import ReframeStopped, Turn
from therapygoals.reframing.dialogue import Offer, Reframer, Reframing, reframe
from therapygoals.reframing.drafting import Draft, OpenQuestion, Provenance, Review, draft
from therapygoals.reframing.entries import (
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
)
from therapygoals.reframing.interview import Interview, interview
from therapygoals.reframing.kinds import (
    Aggregate,
    Comparator,
    Measure,
    Part,
    PromptKind,
    Shrink,
    StopReason,
    Window,
)
from therapygoals.reframing.matching import Matcher, ThemeMatch
from therapygoals.reframing.themes import Theme
from therapygoals.reframing.transcript import Move, MoveKind, Transcript

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
    "GivenRule",
    "Indicator",
    "Interview",
    "Matcher",
    "Measure",
    "Move",
    "MoveKind",
    "Offer",
    "OpenQuestion",
    "Part",
    "Prompt",
    "PromptKind",
    "PromptPractice",
    "Provenance",
    "ReframeStopped",
    "Reframer",
    "Reframing",
    "Review",
    "Shrink",
    "ShrinkRule",
    "Spelling",
    "StopReason",
    "StopRule",
    "Theme",
    "ThemeMatch",
    "Transcript",
    "Turn",
    "TurnRule",
    "Window",
    "Words",
    "catalogue",
    "draft",
    "interview",
    "load_catalogue",
    "reframe",
]
