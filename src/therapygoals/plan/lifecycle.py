"""The life of a goal: the states it can be in, the moves between them, and the reasons that people give."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, unique

__all__ = ["MOVES", "REASONS", "REVISION_REASONS", "GoalState", "Reason"]


@unique
class GoalState(StrEnum):
    """Where a goal is in its life. None of them is called failed: an ended goal keeps what was gained."""

    PROPOSED = "proposed"
    """Somebody has put it forward."""
    PLANNED = "planned"
    """Meant for later."""
    ACCEPTED = "accepted"
    """Those concerned have said yes; work on it has not begun."""
    ACTIVE = "active"
    """Being worked on."""
    ON_HOLD = "on_hold"
    """Paused; these days leave every denominator."""
    MAINTAINING = "maintaining"
    """Reached, and being kept up."""
    COMPLETED = "completed"
    """Brought to an end: reached, or as far as it went."""
    CANCELLED = "cancelled"
    """Let go of, for whatever reason, or replaced by another goal."""
    REJECTED = "rejected"
    """Turned down before it began."""
    ENTERED_IN_ERROR = "entered_in_error"
    """Never meant; kept so that nothing is lost. An event is better voided."""

    @property
    def is_open(self) -> bool:
        """Whether anything is still to come: proposed, planned, accepted, active, on hold or maintaining."""
        return self in _OPEN

    @property
    def is_ended(self) -> bool:
        """Whether it has come to an end: completed, cancelled, rejected or entered in error."""
        return self not in _OPEN


_S = GoalState
_OPEN = frozenset({_S.PROPOSED, _S.PLANNED, _S.ACCEPTED, _S.ACTIVE, _S.ON_HOLD, _S.MAINTAINING})

_NEXT: Mapping[GoalState, tuple[GoalState, ...]] = {
    _S.PROPOSED: (_S.PLANNED, _S.ACCEPTED, _S.ACTIVE, _S.REJECTED, _S.CANCELLED),
    _S.PLANNED: (_S.ACCEPTED, _S.ACTIVE, _S.ON_HOLD, _S.REJECTED, _S.CANCELLED),
    _S.ACCEPTED: (_S.ACTIVE, _S.ON_HOLD, _S.CANCELLED),
    _S.ACTIVE: (_S.ON_HOLD, _S.MAINTAINING, _S.COMPLETED, _S.CANCELLED),
    _S.ON_HOLD: (_S.ACTIVE, _S.MAINTAINING, _S.COMPLETED, _S.CANCELLED),
    _S.MAINTAINING: (_S.ACTIVE, _S.ON_HOLD, _S.COMPLETED, _S.CANCELLED),
    _S.COMPLETED: (_S.ACTIVE, _S.MAINTAINING),
    _S.CANCELLED: (_S.ACTIVE, _S.PROPOSED),
    _S.REJECTED: (_S.PROPOSED,),
}

MOVES: Mapping[GoalState, frozenset[GoalState]] = {
    state: frozenset((*_NEXT[state], _S.ENTERED_IN_ERROR) if state in _NEXT else ()) for state in GoalState
}
"""For each state, the states that a goal may go to next."""


@unique
class Reason(StrEnum):
    """Why a goal was changed, paused or ended; each of them is as good as the others."""

    ACHIEVED = "achieved"
    TO_MAINTENANCE = "to_maintenance"
    """Reached, and now to be kept up."""
    READY_FOR_MORE = "ready_for_more"
    """Reached, and ready for something deeper."""
    NO_LONGER_MATTERS = "no_longer_matters"
    OTHER_FOCUS = "other_focus"
    """Something else matters more."""
    PRIORITY_CHANGE = "priority_change"
    NEW_AREA = "new_area"
    """What was reached has shown something new to work on."""
    REROUTED = "rerouted"
    """Another way to the same place: other goals take over."""
    NEW_INSIGHT = "new_insight"
    LIFE_CHANGE = "life_change"
    CRISIS = "crisis"
    SETBACK = "setback"
    STALLED = "stalled"
    OVERWHELMED = "overwhelmed"
    NOT_IN_CONTROL = "not_in_control"
    """It lies with others, or with chance."""
    PAUSE = "pause"
    """A holiday, an illness, a break."""
    MONEY = "money"
    TRANSPORT = "transport"
    NO_SUPPORT = "no_support"
    SURGERY = "surgery"
    TIME_ENDED = "time_ended"
    """The time that was meant for it is over."""
    TREATMENT_ENDED = "treatment_ended"
    OTHER = "other"


_R = Reason
_PAUSED_OR_LEFT = frozenset({_S.ON_HOLD, _S.CANCELLED})

REASONS: Mapping[Reason, frozenset[GoalState]] = {
    _R.ACHIEVED: frozenset({_S.COMPLETED, _S.MAINTAINING}),
    _R.TO_MAINTENANCE: frozenset({_S.MAINTAINING}),
    _R.READY_FOR_MORE: frozenset({_S.COMPLETED}),
    _R.NO_LONGER_MATTERS: frozenset({_S.CANCELLED, _S.REJECTED, _S.COMPLETED}),
    _R.OTHER_FOCUS: frozenset({_S.COMPLETED, _S.CANCELLED, _S.REJECTED, _S.ON_HOLD}),
    _R.PRIORITY_CHANGE: frozenset({*_PAUSED_OR_LEFT, _S.PLANNED, _S.ACTIVE}),
    _R.NEW_AREA: frozenset({_S.COMPLETED, _S.CANCELLED}),
    _R.REROUTED: frozenset({_S.CANCELLED, _S.COMPLETED}),
    _R.NEW_INSIGHT: frozenset(GoalState) - {_S.ENTERED_IN_ERROR},
    _R.LIFE_CHANGE: frozenset(GoalState) - {_S.ENTERED_IN_ERROR, _S.COMPLETED},
    _R.CRISIS: _PAUSED_OR_LEFT,
    _R.SETBACK: frozenset({_S.ACTIVE, _S.ON_HOLD}),
    _R.STALLED: _PAUSED_OR_LEFT,
    _R.OVERWHELMED: _PAUSED_OR_LEFT,
    _R.NOT_IN_CONTROL: frozenset({_S.CANCELLED, _S.REJECTED}),
    _R.PAUSE: frozenset({_S.ON_HOLD}),
    _R.MONEY: _PAUSED_OR_LEFT,
    _R.TRANSPORT: _PAUSED_OR_LEFT,
    _R.NO_SUPPORT: _PAUSED_OR_LEFT,
    _R.SURGERY: _PAUSED_OR_LEFT,
    _R.TIME_ENDED: frozenset({_S.COMPLETED, _S.CANCELLED}),
    _R.TREATMENT_ENDED: frozenset({_S.COMPLETED, _S.CANCELLED}),
    _R.OTHER: frozenset(GoalState),
}
"""For each reason, the states that it can lead to."""

REVISION_REASONS: frozenset[Reason] = frozenset(
    {
        _R.READY_FOR_MORE,
        _R.PRIORITY_CHANGE,
        _R.NEW_INSIGHT,
        _R.LIFE_CHANGE,
        _R.CRISIS,
        _R.SETBACK,
        _R.STALLED,
        _R.OVERWHELMED,
        _R.NOT_IN_CONTROL,
        _R.MONEY,
        _R.TRANSPORT,
        _R.NO_SUPPORT,
        _R.SURGERY,
        _R.TIME_ENDED,
        _R.OTHER,
    }
)
"""The reasons that a new version of a goal can have; the others tell of a pause, or of an end."""
