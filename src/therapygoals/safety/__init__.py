"""The safety screen: what it notices stops whatever runs by itself, and a person takes over."""

from therapygoals.safety.concerns import ConcernCategory, Directness, SafetyConcern, Subject
from therapygoals.safety.items import ItemConcern, ItemScreen, screen_items
from therapygoals.safety.release import Release
from therapygoals.safety.responder import Help, Resource, ResourceKind, ResponderTable, SafetyResponder, respond
from therapygoals.safety.screening import ScreenResult, ScreenStatus, screen

__all__ = [
    "ConcernCategory",
    "Directness",
    "Help",
    "ItemConcern",
    "ItemScreen",
    "Release",
    "Resource",
    "ResourceKind",
    "ResponderTable",
    "SafetyConcern",
    "SafetyResponder",
    "ScreenResult",
    "ScreenStatus",
    "Subject",
    "respond",
    "screen",
    "screen_items",
]
