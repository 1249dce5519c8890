"""Progress over a journal: what was recorded is judged by the target in force on its day, and stays judged so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import GoalProgress, Observation, ObservationStatus, _checks
from therapygoals.goals._words import short_repr
from therapygoals.plan.lifecycle import GoalState
from therapygoals.plan.treatment import PlannedGoal, Version

__all__ = ["Standing", "Stretch", "judge"]


@short_repr
@attrs.frozen(kw_only=True)
class Stretch:
    """The days on which one set of targets was in force, and what they say.

    Attributes:
        versions: Numbers of the versions with these targets.
        since: First day.
        until: The day from which other targets are in force; None while these are.
        progress: Where the goal stood at the end of the stretch, or on the day of asking.
    """

    versions: tuple[int, ...]
    since: date
    until: date | None
    progress: GoalProgress

    def counted(self, status: ObservationStatus) -> int:
        """Entries of a status that the targets were held against; days on hold are excused ones."""
        return sum(getattr(target, status) for target in self.progress.targets)


@short_repr
@attrs.frozen(kw_only=True)
class Standing:
    """Where a goal stands on a day, stretch by stretch; a later change never touches an earlier stretch.

    Attributes:
        goal: Id of the goal.
        state: Where it is in its life.
        on: The day of asking.
        stretches: The oldest first.
        before: Entries about days before there was a goal; they are kept and judged by nothing.
    """

    goal: str
    state: GoalState
    on: date
    stretches: tuple[Stretch, ...]
    before: int = 0

    @property
    def now(self) -> GoalProgress:
        """What the targets say that are in force on the day."""
        return self.stretches[-1].progress

    @property
    def version(self) -> int:
        """Number of the version that judged it: the newest."""
        return self.stretches[-1].versions[-1]

    @property
    def seen(self) -> int:
        """Entries of all stretches that were seen."""
        return self._counted(ObservationStatus.SEEN)

    @property
    def missed(self) -> int:
        """Entries of all stretches that were missed."""
        return self._counted(ObservationStatus.MISSED)

    @property
    def excused(self) -> int:
        """Entries of all stretches that were excused, and days on hold."""
        return self._counted(ObservationStatus.EXCUSED)

    @property
    def unknown(self) -> int:
        """Entries of all stretches that say that nothing is known."""
        return self._counted(ObservationStatus.UNKNOWN)

    def _counted(self, status: ObservationStatus) -> int:
        return sum(stretch.counted(status) for stretch in self.stretches)

    def __str__(self) -> str:
        told = "; ".join(str(target) for target in self.now.targets) or "nothing to measure yet"
        return f"{told} (version {self.version})"


def judge(planned: PlannedGoal, *, on: date) -> Standing:
    """Judge a goal of a plan on a day.

    Every entry is held against the targets in force on the day it is about. Versions with the same targets are one
    stretch, so that a new wording starts nothing anew. Days on hold are excused, whatever was recorded on them: they
    leave every denominator.

    Args:
        planned: The goal, from a plan of that day or of a later one; what is told of later days is left out.
        on: The day of asking.

    Returns:
        Where it stands. A goal without targets has nothing to measure, and its stretches hold no progress.

    Raises:
        FieldTypeError: `on` is no calendar day.
        FieldError: The goal was put forward after that day.
    """
    _checks.check_day(on, "on")
    versions = [version for version in planned.versions if version.since <= on]
    if not versions:
        raise FieldError(
            "on", f"must not lie before the day the goal was put forward ({planned.versions[0].since})", str(on)
        )
    entries = [entry for entry in planned.observations if entry.on <= on]
    stretches = tuple(_stretch(planned, entries, run, until, on) for run, until in _runs(versions))
    return Standing(
        goal=planned.id,
        state=planned.state,
        on=on,
        stretches=stretches,
        before=sum(entry.on < versions[0].since for entry in entries),
    )


def _runs(versions: list[Version]) -> Iterator[tuple[list[Version], date | None]]:
    """Versions in a row with the same targets, and the day from which others are in force."""
    run = versions[:1]
    for version in versions[1:]:
        if _measures(version) != _measures(run[-1]):
            yield run, version.since
            run = []
        run.append(version)
    yield run, None


def _measures(version: Version) -> object:
    return version.goal.targets, version.goal.needed


def _stretch(
    planned: PlannedGoal, entries: list[Observation], run: list[Version], until: date | None, on: date
) -> Stretch:
    goal, since = run[-1].goal, run[0].since
    start = since if goal.time_frame.start is None else max(since, goal.time_frame.start)
    last = on if until is None else until - timedelta(days=1)
    within = [entry for entry in entries if since <= entry.on <= last and not planned.was_held(entry.on)]
    held = [
        Observation.excused(day, goal=goal.id, target=target.key)
        for day in _held_days(planned, start, last)
        for target in goal.targets
    ]
    return Stretch(
        versions=tuple(version.number for version in run),
        since=since,
        until=until,
        progress=goal.progress((*within, *held), on=last, start=start),
    )


def _held_days(planned: PlannedGoal, start: date, last: date) -> Iterator[date]:
    for begun, ended in planned.holds:
        day = max(begun, start)
        while day <= last and (ended is None or day < ended):
            yield day
            day += timedelta(days=1)
