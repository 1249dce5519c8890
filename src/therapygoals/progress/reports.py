"""What a report holds: for each goal and for the plan, every figure that the data allow, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from therapygoals.errors import UnknownNameError
from therapygoals.goals import Party, Progress
from therapygoals.goals._words import counted, short_repr
from therapygoals.plan import GoalState, Standing
from therapygoals.plan._words import plain
from therapygoals.progress._report_text import Part, Section, as_html, as_markdown, as_text
from therapygoals.progress.effects import PhaseEffect
from therapygoals.progress.expected_course import TrackSignal
from therapygoals.progress.gas import GasChange, GasScore
from therapygoals.progress.occurrences import Adherence, Consistency, WeeklyDays
from therapygoals.progress.percent import GoalPercent
from therapygoals.progress.rater_agreement import RaterAgreement
from therapygoals.progress.ratings import RatingChange
from therapygoals.progress.reliable_change import ReliableChange
from therapygoals.progress.report_figures import ReportFigure, plan_figures, target_figures
from therapygoals.progress.stall import Stall
from therapygoals.progress.thresholds import ImportantChange
from therapygoals.progress.trend import DirectionOfTravel, LeastSquares
from therapygoals.progress.undefined import Undefined

__all__ = ["GoalReport", "PlanFigures", "ProgressReport", "ReportFigure", "TargetReport"]


@short_repr
@attrs.frozen(kw_only=True)
class TargetReport:
    """What the data tell about one target of a goal. Each figure is there, or says why it is not.

    The start is the baseline of the target where one was agreed, else the first value recorded.

    Attributes:
        name: What to call it: the id of the goal, and the key of the target where the goal has several.
        key: Key of the target; None for the only one without a key.
        target: What would be enough, in words.
        version: Number of the version that judged it.
        left_out: Entries that no figure rests on: of days on hold or after the end, or held against another measure.
        untold: Periods that are not fully recorded; no figure of numbers rests on them.
        progress: Where it stands, held against the target in force.
        percent: Percent of the way from baseline to target.
        travel: Which way the values go over time.
        line: Their straight line by least squares.
        nap: Non-overlap of the values before the goal was begun and since.
        mean_difference: Standardised mean difference of the two.
        obtained: Percent of goal obtained, on average, from the one to the other.
        adherence: Shares and streaks of the occasions that were planned.
        weeks: Weeks held against a number of days.
        consistency: How steadily it was done lately.
        stall: Whether the last values stand still, short of the goal.
        important_change: The change from the start, held against the smallest one that matters.
        reliable_change: The same, held against chance.
        track: Where the last value lies beside an expected course.
        agreement: How far the ratings of client and therapist agree, day by day.
    """

    name: str
    key: str | None
    target: str
    version: int
    left_out: int
    untold: int
    progress: Progress
    percent: GoalPercent | Undefined
    travel: DirectionOfTravel | Undefined
    line: LeastSquares | Undefined
    nap: PhaseEffect | Undefined
    mean_difference: PhaseEffect | Undefined
    obtained: PhaseEffect | Undefined
    adherence: Adherence | Undefined
    weeks: WeeklyDays | Undefined
    consistency: Consistency | Undefined
    stall: Stall | Undefined
    important_change: ImportantChange | Undefined
    reliable_change: ReliableChange | Undefined
    track: TrackSignal | Undefined
    agreement: RaterAgreement | Undefined

    def figures(self, goal: str) -> tuple[ReportFigure, ...]:
        """Its figures as rows of a table.

        Args:
            goal: Id of the goal, for the rows.
        """
        now = self.progress
        return tuple(target_figures(self, goal=goal, target=self.key, unit=now.unit, periods=now.periods))


@short_repr
@attrs.frozen(kw_only=True)
class GoalReport:
    """What the data tell about one goal.

    Attributes:
        goal: Id of the goal.
        statement: What it says, in their words.
        standing: Where it stands, stretch by stretch.
        targets: Each of its targets; none while nothing is measured.
    """

    goal: str
    statement: str = attrs.field(repr=False)
    standing: Standing
    targets: tuple[TargetReport, ...]

    @property
    def state(self) -> GoalState:
        """Where it is in its life."""
        return self.standing.state


@short_repr
@attrs.frozen(kw_only=True)
class PlanFigures:
    """What the data tell about the goals of a plan taken together.

    Attributes:
        gas: T-score of goal attainment scaling, over the goals with five levels.
        gas_change: Its change from the levels at the start.
        ratings: Change of the goal-based ratings from 0 to 10, over the goals rated twice.
        satisfaction: Which way the client's satisfaction with the work goes, from check-in to check-in.
        self_concordance: Always `Undefined`: a journal holds no ratings of reasons.
    """

    gas: GasScore
    gas_change: GasChange
    ratings: RatingChange
    satisfaction: DirectionOfTravel
    self_concordance: Undefined


@short_repr
@attrs.frozen(kw_only=True)
class ProgressReport:
    """Every figure that a journal allows on a day, for each goal and for the plan. It is data for a talk, no verdict.

    Attributes:
        on: The day of asking.
        goals: Each goal, in the order of the plan.
        plan: The goals taken together.
        rater: Whose ratings the figures rest on.
        level: Level of the intervals and tests.
    """

    on: date
    goals: tuple[GoalReport, ...]
    plan: PlanFigures
    rater: Party
    level: float

    def __getitem__(self, goal: str) -> GoalReport:
        """The goal with that id.

        Raises:
            UnknownNameError: There is no such goal; the error lists the ids there are.
        """
        for told in self.goals:
            if told.goal == goal:
                return told
        known = ", ".join(told.goal for told in self.goals) or "the plan has no goals"
        raise UnknownNameError("ProgressReport goal", f"must be one of: {known}", goal)

    @property
    def figures(self) -> tuple[ReportFigure, ...]:
        """Every figure as a row of a table, those that cannot be told too; goal by goal, and then those of the plan."""
        return tuple(figure for section in self._sections() for part in section.parts for figure in part.figures)

    @property
    def _head(self) -> str:
        return f"Progress on {self.on}. Ratings are those of the {self.rater}; intervals hold {100 * self.level:.4g} %."

    def _sections(self) -> Iterator[Section]:
        for told in self.goals:
            beside = f"{plain(told.state)}, version {told.standing.version}"
            yield Section(told.statement, beside, tuple(_part(told, target) for target in told.targets))
        yield Section("The plan", "all goals", (Part("Taken together", tuple(plan_figures(self.plan))),))

    def __str__(self) -> str:
        return self.to_text()

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def to_text(self) -> str:
        """Write it as plain text.

        Returns:
            Lines without a line break at the end; the same as `str`. Control characters are shown as �.
        """
        return as_text(self._head, self._sections())

    def to_markdown(self) -> str:
        """Write it in Markdown, a section for each goal with a table of what is told, and why other figures are not.

        Returns:
            A block without a line break at its end. Nothing in the words of a person becomes a format.
        """
        return as_markdown(self._head, self._sections())

    def to_html(self) -> str:
        """Write it as a fragment of HTML.

        Returns:
            One ``div`` with the class ``therapygoals-report``, without scripts or anything to load. Nothing in the
            words of a person becomes a part of the page.
        """
        return as_html(self._head, self._sections())

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


def _part(told: GoalReport, target: TargetReport) -> Part:
    left_out = f"; {counted(target.left_out, 'entry')} left out" if target.left_out else ""
    left_out += f"; {target.untold} not fully told" if target.untold and target.progress.periods is None else ""
    return Part(f"{target.target}: {target.progress}{left_out}", target.figures(told.goal))
