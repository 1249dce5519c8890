"""P019 no-review: nobody has looked at the plan together for longer than was agreed.

Why it matters: goals change with life, and many people in therapy say that theirs were seldom taken up again.
When to leave it: there was a break, or it was talked about and not written down.
"""

from collections.abc import Iterator
from datetime import date

from therapygoals.goals import OutcomeGoal, Period, add_span
from therapygoals.plan import TreatmentPlan
from therapygoals.smart.plan_rule import About, PlanRule, PlanView
from therapygoals.smart.plan_rules._examples import DAY, looked, planned

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    if view.plan is not None and view.goals and (_is_long_ago(view.plan, view.on) or _were_many(view.plan)):
        yield About()


def _is_long_ago(plan: TreatmentPlan, on: date | None) -> bool:
    """Whether the last look, or the beginning, lies further back than the formal look is to be."""
    last = max((look.on for look in plan.check_ins), default=plan.begun)
    if on is None or last is None:
        return False
    due = add_span(last, plan.outline.cadence.formal)
    return due is not None and due < on


def _were_many(plan: TreatmentPlan) -> bool:
    """Whether more therapy sessions have passed since the last look than the informal look is to be apart."""
    often = plan.outline.cadence.informal
    if often.unit is not Period.SESSION:
        return False
    looks = {look.session for look in plan.check_ins}
    last = max((place for place, key in enumerate(plan.sessions, start=1) if key in looks), default=0)
    unknown = any(look.session is None for look in plan.check_ins)
    return not unknown and len(plan.sessions) - last > often.count


_GOALS = (planned(OutcomeGoal("sleep through the night", id="sleep")),)
_LATER = date(2026, 3, 9)

RULE = PlanRule(
    code="P019",
    name="no-review",
    noticed="It has been a while since the plan was last looked at together.",
    ask="Which of these goals still fit, and which would you change?",
    bad=(
        TreatmentPlan(on=_LATER, goals=_GOALS, begun=DAY),
        TreatmentPlan(on=DAY, goals=_GOALS, begun=DAY, sessions=("s1", "s2", "s3"), check_ins=(looked(DAY, "s1"),)),
    ),
    good=(
        TreatmentPlan(on=_LATER, goals=_GOALS, begun=DAY, check_ins=(looked(date(2026, 3, 2)),)),
        TreatmentPlan(on=DAY, goals=_GOALS, begun=DAY, sessions=("s1", "s2"), check_ins=(looked(DAY, "s1"),)),
        TreatmentPlan(goals=_GOALS),
    ),
    source="geurtzen2020",
    page=__doc__,
    find=_find,
)
