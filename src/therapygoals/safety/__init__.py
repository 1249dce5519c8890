"""The safety screen: what it notices stops whatever runs by itself, and a person takes over."""

from therapygoals.safety.concerns import ConcernCategory, Directness, SafetyConcern, Subject
from therapygoals.safety.release import Release
from therapygoals.safety.screening import ScreenResult, ScreenStatus, screen

__all__ = [
    "ConcernCategory",
    "Directness",
    "Release",
    "SafetyConcern",
    "ScreenResult",
    "ScreenStatus",
    "Subject",
    "screen",
]
