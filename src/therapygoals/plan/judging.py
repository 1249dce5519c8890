"""Progress over a journal: what was recorded is judged by the target in force on its day, and stays judged so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from therapygoals.errors import FieldError
from therapygoals.goals import GoalProgress, Observation, ObservationStatus, Period, _checks
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

    Every entry is held against the targets that were in force on the day it is about when it was recorded. Versions
    with the same targets and the same start are one stretch, so that a new wording starts nothing anew. Days on hold
    are excused: they leave every denominator, whatever was recorded on them. Only what was recorded for the first day
    of a pause counts, since it may have come before the pause.

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
    first = planned.versions[0].since
    if on < first:
        raise FieldError("on", f"must not lie before the day the goal was put forward ({first})", str(on))
    return Standing(
        goal=planned.id,
        state=planned.state_on(on),
        on=on,
        stretches=tuple(_stretches(planned, on)),
        before=sum(entry.on < first for entry in planned.observations),
    )


def _stretches(planned: PlannedGoal, on: date) -> Iterator[Stretch]:
    holds = planned.holds
    counting: dict[int, list[Observation]] = {version.number: [] for version in planned.versions}
    for entry, number in zip(planned.observations, planned.judged_by, strict=True):
        if entry.on <= on and not any(start < entry.on and (end is None or entry.on < end) for start, end in holds):
            counting[number].append(entry)
    for run, until in _runs([version for version in planned.versions if version.since <= on]):
        since, numbers = run[0].since, tuple(version.number for version in run)
        within = [entry for number in numbers for entry in counting[number] if entry.on >= since]
        told = {entry.on for entry in within}
        if until is None:
            last = on
        elif since < until:  # what was recorded on the day of the change may still belong here
            last = max([until - timedelta(days=1), *told])
        elif told:
            last = until
        else:
            continue  # changed again on its first day
        goal, start = run[-1].goal, _start(run[0], since)
        held = [
            Observation.excused(day, goal=goal.id, target=target.key)
            for day in _held_days(holds, start, last)
            if day not in told
            for target in goal.targets
            if getattr(target, "per", None) not in _MEETINGS
        ]
        progress = goal.progress((*within, *held), on=last, start=start)
        yield Stretch(versions=numbers, since=since, until=until, progress=progress)


_MEETINGS = (Period.SESSION, Period.MEETING)
"""A day on hold is no meeting that could be excused."""


def _runs(versions: list[Version]) -> Iterator[tuple[list[Version], date | None]]:
    """Versions in a row that measure the same, and the day from which others are in force."""
    run = versions[:1]
    for version in versions[1:]:
        if _measures(version, run[0].since) != _measures(run[0], run[0].since):
            yield run, version.since
            run = []
        run.append(version)
    yield run, None


def _measures(version: Version, since: date) -> object:
    return version.goal.targets, version.goal.needed, _start(version, since)


def _start(version: Version, since: date) -> date:
    """The first day that counts: that of the time frame, where it lies later."""
    return max(since, version.goal.time_frame.start or since)


def _held_days(holds: Iterable[tuple[date, date | None]], start: date, last: date) -> Iterator[date]:
    for begun, ended in holds:
        end = last.toordinal() + 1 if ended is None else min(last.toordinal() + 1, ended.toordinal())
        yield from map(date.fromordinal, range(max(begun, start).toordinal(), end))
