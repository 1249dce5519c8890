"""What a check of a plan gives back: the goals that were looked at, what deserves a word, and the best question.

It is shown as a `SmartReport` is: the words of a person are shown and never obeyed.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from therapygoals.goals import Goal
from therapygoals.goals._markup import OPEN, WRAPPED, escaped, plain, shown
from therapygoals.smart.plan_rule import PlanFinding

__all__ = ["PlanReport"]


@attrs.frozen(kw_only=True, repr=False)
class PlanReport:
    """What there is to say about a plan; offers for a talk, never a pass or a fail.

    Attributes:
        goals: The goals that were looked at, those for which something is still to come; findings number them from 1.
        findings: What deserves a word, the most helpful first.
        on: The day of asking; None where none is known.
    """

    goals: tuple[Goal, ...] = ()
    findings: tuple[PlanFinding, ...] = ()
    on: date | None = None

    @property
    def ask(self) -> str | None:
        """The one question that would help most: that of the first finding; None when there is nothing to ask.

        First comes whether there is a plan at all, then whose goals they are, whether they go together, where they lead
        and what is done for it, what may get in the way, and last when to look back.
        """
        return self.findings[0].ask if self.findings else None

    def about(self, goal: str) -> tuple[PlanFinding, ...]:
        """The findings that name a goal, the most helpful first.

        Args:
            goal: Id of the goal; without a finding about it, or without such a goal, there are none.
        """
        return tuple(finding for finding in self.findings if goal in finding.goals)

    def __repr__(self) -> str:
        names = ", ".join(finding.name for finding in self.findings) or "none"
        return f"PlanReport(goals={len(self.goals)}, findings={names})"

    def __str__(self) -> str:
        return self.to_text()

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def to_text(self) -> str:
        """Write it as plain text: the goals, what was noticed about which of them, and the one question.

        Returns:
            Lines without a line break at the end; the same as `str`. Control characters are shown as �.
        """
        lines = [f"Goal {number}: “{_in_one_line(goal)}”" for number, goal in enumerate(self.goals, start=1)]
        for finding in self.findings:
            lines.append(f"- {finding.noticed}{_after(_told(finding, map(_line, finding.words)))}")
        return "\n".join([*lines, self.ask or "There is nothing to ask at present."])

    def to_markdown(self) -> str:
        """Write it in Markdown: the goals as a numbered list, and what was noticed and asked as another list.

        Returns:
            A block without headings, and without a line break at its end. Nothing in the words of a person becomes a
            format.
        """
        goals = [f"{number}. “{plain(goal.statement.text)}”" for number, goal in enumerate(self.goals, start=1)]
        findings = [
            f"- {plain(finding.noticed)}{_after(_told(finding, map(plain, finding.words)))} {plain(finding.ask)}"
            for finding in self.findings
        ]
        return "\n".join([*goals, "", *findings] if goals and findings else [*goals, *findings])

    def to_html(self) -> str:
        """Write it as a fragment of HTML: the goals, what was noticed about which of them, and the one question.

        Returns:
            One ``div`` with the class ``therapygoals-report``, without scripts or anything to load. Nothing in the
            words of a person becomes a part of the page.
        """
        return "\n".join([OPEN, *self._goals(), *self._noticed(), "</div>"])

    def _goals(self) -> Iterator[str]:
        if self.goals:
            yield '<ol aria-label="The goals">'
            for goal in self.goals:
                said = goal.statement
                head = f'<li lang="{escaped(said.language)}" dir="auto" style="{WRAPPED}">'
                yield f"{head}{escaped(said.text)}</li>"
            yield "</ol>"

    def _noticed(self) -> Iterator[str]:
        if self.findings:
            yield '<ul aria-label="What was noticed">'
            for finding in self.findings:
                words = (f'<q dir="auto">{escaped(word)}</q>' for word in finding.words)
                told = _after(_told(finding, words, quotes="{}"))
                yield f"<li>{escaped(finding.noticed)}{told} {escaped(finding.ask)}</li>"
            yield "</ul>"
            yield f"<p><strong>{escaped(self.ask or '')}</strong></p>"

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


def _in_one_line(goal: Goal) -> str:
    return _line(goal.statement.text)


def _line(words: str) -> str:
    return shown(" ".join(words.split()))


def _told(finding: PlanFinding, words: Iterable[str], *, quotes: str = "“{}”") -> Iterator[str]:
    """Which goals it is about, and the words that led there."""
    if finding.numbers:
        yield f"goal{'s' if len(finding.numbers) > 1 else ''} {_listed(list(map(str, finding.numbers)))}"
    if quoted := [quotes.format(word) for word in words]:
        yield ", ".join(quoted)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _after(parts: Iterator[str]) -> str:
    told = ": ".join(parts)
    return f" ({told})" if told else ""
