"""What a check gives back: five verdicts, the findings behind them, and the one question that would help most."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from therapygoals.language import Phrase, Reading
from therapygoals.smart._criteria import measured_by, specified_by, timed_by
from therapygoals.smart.rule import Criterion, Finding, Verdict

__all__ = ["SmartReport"]

_MET_BY = {Criterion.SPECIFIC: specified_by, Criterion.MEASURABLE: measured_by, Criterion.TIME_BOUND: timed_by}


@attrs.frozen(kw_only=True, repr=False)
class SmartReport:
    """How a goal stands against the five criteria; advice for two people, never a pass or a fail.

    Attributes:
        specific: Whether it says what is done, counted or felt, and where.
        measurable: Whether a reader could say met or not met.
        achievable: Unmet when it lies outside one's control or beyond reach. Words alone never make it met.
        relevant: Whether it matters to the person. Words alone cannot tell.
        time_bound: Whether an end point or a bounded stretch is named.
        findings: What deserves a word, the most helpful first.
        reading: What was read in the statement.
    """

    specific: Verdict = Verdict.NOT_ASSESSED
    measurable: Verdict = Verdict.NOT_ASSESSED
    achievable: Verdict = Verdict.NOT_ASSESSED
    relevant: Verdict = Verdict.NOT_ASSESSED
    time_bound: Verdict = Verdict.NOT_ASSESSED
    findings: tuple[Finding, ...] = ()
    reading: Reading

    @property
    def verdicts(self) -> Mapping[Criterion, Verdict]:
        """The five verdicts by criterion, in the order of the letters."""
        return MappingProxyType({criterion: getattr(self, criterion) for criterion in Criterion})

    @property
    def unmet(self) -> tuple[Criterion, ...]:
        """The criteria that are unmet, in the order of the letters."""
        return tuple(criterion for criterion, verdict in self.verdicts.items() if verdict is Verdict.UNMET)

    @property
    def ask(self) -> str | None:
        """The one question that would help most: that of the first finding; None when there is nothing to ask.

        First come numbers that cannot be meant so, then whose wish it is, whether it lies within reach, which goal is
        meant, what it looks like, how much, by when, and last the wording.
        """
        return self.findings[0].ask if self.findings else None

    def met_by(self, criterion: Criterion) -> tuple[Phrase, ...]:
        """The phrases that make a goal specific, measurable or time-bound; empty for the other two.

        Args:
            criterion: Which of the five.

        Returns:
            The phrases in the order of the text; empty when there are none, or when typed fields of a goal decided.
        """
        find = _MET_BY.get(criterion)
        return () if find is None or not self.reading.is_goal else find(self.reading)

    def __repr__(self) -> str:
        verdicts = ", ".join(f"{criterion}={verdict}" for criterion, verdict in self.verdicts.items())
        return f"SmartReport({verdicts}, findings={', '.join(finding.name for finding in self.findings) or 'none'})"

    def __str__(self) -> str:
        lines = [f"{_plain(criterion):<13}{_plain(verdict)}" for criterion, verdict in self.verdicts.items()]
        lines += [f"- {finding.noticed}" for finding in self.findings]
        return "\n".join(lines if self.ask is None else [*lines, self.ask])


def _plain(word: str) -> str:
    return word.replace("time_", "time-").replace("_", " ")
