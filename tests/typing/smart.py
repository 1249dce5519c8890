"""Lines that type checkers read and nobody runs: what a check takes and gives, and what it refuses."""

from collections.abc import Mapping
from typing import assert_type

from therapygoals.goals import OutcomeGoal
from therapygoals.language import read
from therapygoals.smart import Criterion, Finding, SmartReport, Verdict, check

assert_type(check("walk 20 minutes on 4 days a week"), SmartReport)
assert_type(check(read("walk 20 minutes on 4 days a week")), SmartReport)
assert_type(check(OutcomeGoal("sleep better")), SmartReport)
assert_type(check("sleep better").verdicts, Mapping[Criterion, Verdict])
assert_type(check("sleep better").findings, tuple[Finding, ...])
assert_type(check("sleep better").findings[0].criterion, Criterion | None)
assert_type(check("sleep better").to_text(), str)
assert_type(check("sleep better").to_markdown(), str)
assert_type(check("sleep better").to_html(), str)

# What both type checkers must refuse
check(b"sleep better")  # type: ignore[arg-type]
check(None)  # type: ignore[arg-type]
check("sleep better").verdicts[Criterion.SPECIFIC] = Verdict.MET  # type: ignore[index]
