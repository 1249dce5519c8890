"""What a check gives back: five verdicts, the findings behind them, and the one question that would help most."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from therapygoals.errors import UnknownNameError
from therapygoals.language import Phrase, Reading
from therapygoals.smart._criteria import MET_BY
from therapygoals.smart.render import as_html, as_markdown, as_text
from therapygoals.smart.rule import Criterion, Finding, Verdict

__all__ = ["SmartReport"]


def _criterion(name: str) -> Criterion:
    """The criterion of a name, so that a misspelt one is noticed."""
    try:
        return Criterion(name)
    except ValueError:
        raise UnknownNameError("criterion", f"must be one of {', '.join(Criterion)}", name) from None


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

    def carried_by(self, criterion: Criterion) -> tuple[Finding, ...]:
        """The findings for which a criterion is unmet; empty when it is met or not assessed.

        Args:
            criterion: Which of the five.

        Returns:
            The findings of rules that decide, the most helpful first.

        Raises:
            UnknownNameError: There is no such criterion.
        """
        wanted = _criterion(criterion)
        return tuple(finding for finding in self.findings if finding.decides and finding.criterion is wanted)

    def met_by(self, criterion: Criterion) -> tuple[Phrase, ...]:
        """The phrases that make a goal specific, measurable or time-bound; empty for the other two.

        Args:
            criterion: Which of the five.

        Returns:
            The phrases in the order of the text; empty when there are none, or when typed fields of a goal decided.

        Raises:
            UnknownNameError: There is no such criterion.
        """
        find = MET_BY.get(_criterion(criterion))
        return () if find is None or not self.reading.is_goal else find(self.reading)

    def __repr__(self) -> str:
        verdicts = ", ".join(f"{criterion}={verdict}" for criterion, verdict in self.verdicts.items())
        return f"SmartReport({verdicts}, findings={', '.join(finding.name for finding in self.findings) or 'none'})"

    def __str__(self) -> str:
        return self.to_text()

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def to_text(self) -> str:
        """Write it as plain text: the statement, the five verdicts, what was noticed, and the one question.

        Returns:
            Lines without a line break at the end; the same as `str`. In the statement the place of a finding stands in
            square brackets, with the number of the finding; control characters are shown as �.
        """
        return as_text(self)

    def to_markdown(self) -> str:
        """Write it in Markdown: the statement as a quotation, a table of the verdicts, and a list of the findings.

        Returns:
            A block without headings, and without a line break at its end. In the statement the place of a finding is
            bold, with the number of the finding. Nothing in the words of the person becomes a format.
        """
        return as_markdown(self)

    def to_html(self) -> str:
        """Write it as a fragment of HTML: the statement, the verdicts, what was noticed, and the one question.

        Returns:
            One ``div`` with the class ``therapygoals-report``, without scripts or anything to load. In the statement,
            ``mark`` holds the place of a finding; the class ``therapygoals-met`` is on words that met a criterion.
            Nothing in the words of the person becomes a part of the page.
        """
        return as_html(self)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
