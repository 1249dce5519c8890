"""The example statements of the two source articles, in our own words, read to the goals that the articles describe."""

from datetime import date

import pytest
from attrs import field, frozen

from therapygoals import (
    Aim,
    CountTarget,
    Direction,
    DurationTarget,
    ExplorationTarget,
    FrequencyTarget,
    Horizon,
    Kind,
    MilestoneTarget,
    OutcomeGoal,
    Period,
    ProcessGoal,
    QuantityTarget,
    RelationKind,
    Role,
    ScaleTarget,
    StreakTarget,
    Verdict,
    YesNoTarget,
    check,
    draft,
    read,
)

START = date(2026, 1, 5)
DOES, CHANGES, BOTH = {Kind.PROCESS}, {Kind.OUTCOME}, {Kind.OUTCOME, Kind.PROCESS}
SHORT = Horizon.SHORT_TERM
UP, DOWN, WITHIN = Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN
DAY, WEEK, SESSION = Period.DAY, Period.WEEK, Period.SESSION


@frozen
class Row:
    """What a statement reads to.

    `smt` tells what its words make it: specific (S), measurable (M), time-bound (T); a dot is still open.
    `targets` are those of its goals in turn; None where nothing that would be enough was said.
    """

    id: str
    text: str
    kinds: set
    aim: Aim
    smt: str
    targets: tuple = (None,)
    horizon: Horizon | None = None
    frequency: str | None = field(default=None, kw_only=True)
    baseline: str | None = field(default=None, kw_only=True)
    means: str | None = field(default=None, kw_only=True)
    finding: str | None = field(default=None, kw_only=True)


OFTEN_OPEN = FrequencyTarget()
ROWS = [
    Row("S-13", "I want to be happier", CHANGES, Aim.INCREASE, "...", finding="vague-wish"),
    Row(
        "S-17",
        "Bring my anxiety attacks down from five times a week to once a week",
        CHANGES,
        Aim.REDUCE,
        "SM.",
        (CountTarget(what="anxiety attacks", at_most=1, baseline=5, per=WEEK),),
        frequency="1 time per week",
        baseline="5 times per week",
    ),
    Row(
        "S-23",
        "Practise deep breathing daily",
        DOES,
        Aim.PRACTISE,
        "SM.",
        (FrequencyTarget(at_least=1, per=DAY),),
        frequency="1 time per day",
    ),
    Row(
        "S-24",
        "Journal before bed three times a week",
        DOES,
        Aim.PRACTISE,
        "SM.",
        (FrequencyTarget(at_least=3, per=WEEK, context="before bed"),),
        frequency="3 times per week",
    ),
    Row(
        "S-25",
        "Attend three consecutive sessions",
        DOES,
        Aim.ACHIEVE,
        "SM.",
        (StreakTarget(length=3, per=SESSION),),
    ),
    Row(
        "S-27",
        "Reduce my dependency on unhealthy relationships",
        CHANGES,
        Aim.REDUCE,
        "...",
        (ScaleTarget(what="dependency", towards=DOWN),),
        finding="vague-wish",
    ),
    Row(
        "S-28",
        "Build my self-esteem and self-worth",
        CHANGES,
        Aim.INCREASE,
        "...",
        (ScaleTarget(what="self-esteem", towards=UP),),
        finding="vague-wish",
    ),
    Row(
        "S-29",
        "Manage my chronic depression and anxiety symptoms",
        CHANGES,
        Aim.ACHIEVE,
        "...",
        (ScaleTarget(what="depression", towards=WITHIN),),
        finding="vague-wish",
    ),
    Row(
        "S-32",
        "Talk openly during sessions",
        DOES,
        Aim.PRACTISE,
        "S..",
        (FrequencyTarget(context="during sessions"),),
        finding="no-measure",
    ),
    Row(
        "S-33",
        "Practise mindfulness every morning",
        DOES,
        Aim.PRACTISE,
        "SM.",
        (FrequencyTarget(at_least=1, per=DAY, context="morning"),),
        frequency="1 time per day, morning",
    ),
    Row(
        "S-35",
        "Have fewer panic attacks",
        CHANGES,
        Aim.REDUCE,
        "S..",
        (CountTarget(what="panic attacks", towards=DOWN),),
        finding="no-measure",
    ),
    Row("S-36", "Reconnect with family members", CHANGES, Aim.ACHIEVE, "...", finding="vague-wish"),
    Row("S-40", "I want to stop being sad", CHANGES, Aim.AVOID, "...", finding="negative-framing"),
    Row(
        "S-41",
        "Reduce depressive thoughts by gratitude journaling five days a week for the next month",
        BOTH,
        Aim.REDUCE,
        "SMT",
        (
            CountTarget(what="depressive thoughts", towards=DOWN),
            FrequencyTarget(at_least=5, per=WEEK, of=7),
        ),
        SHORT,
        frequency="5 days per week",
        means="by gratitude journaling",
    ),
    Row("S-68", "Get better", CHANGES, Aim.INCREASE, "...", finding="vague-wish"),
    Row(
        "S-69",
        "Sleep through the night at least five days a week by using a nightly routine",
        BOTH,
        Aim.ACHIEVE,
        "SM.",
        (FrequencyTarget(at_least=5, per=WEEK, of=7), FrequencyTarget(at_least=1, per=DAY)),
        frequency="at least 5 days per week",
        means="by using a nightly routine",
    ),
    Row("T-3", "be happy", CHANGES, Aim.ACHIEVE, "...", finding="vague-wish"),
    Row(
        "T-4",
        "Learn three techniques to calm my racing thoughts at work in the next three months",
        DOES,
        Aim.ACHIEVE,
        "SMT",
        (MilestoneTarget(count=3, noun="technique"),),
        SHORT,
    ),
    Row("T-10", "Get a raise", CHANGES, Aim.ACHIEVE, "SM.", (YesNoTarget(),), finding="outside-control"),
    Row("T-10", "Set boundaries at work", DOES, Aim.ACHIEVE, "SM.", (YesNoTarget(),)),
    Row("T-10", "Run a 5K", DOES, Aim.ACHIEVE, "SM.", (QuantityTarget(at_least=5, noun="kilometre"),)),
    Row("T-10", "Do a pull-up", DOES, Aim.ACHIEVE, "SM.", (YesNoTarget(),)),
    Row("T-30", "Feel confident at work", CHANGES, Aim.ACHIEVE, "S..", finding="no-measure"),
    Row("T-31", "Have better conversations with my partner", CHANGES, Aim.INCREASE, "...", finding="relative-term"),
    Row(
        "T-32",
        "Feel less anxious day to day",
        CHANGES,
        Aim.REDUCE,
        "...",
        (ScaleTarget(what="anxious", towards=DOWN),),
        finding="vague-wish",
    ),
    Row("T-33", "Like myself when I look in the mirror", CHANGES, Aim.ACHIEVE, "S..", finding="no-measure"),
    Row("T-38", "Set boundaries at work within three months", DOES, Aim.ACHIEVE, "SMT", (YesNoTarget(),), SHORT),
    Row(
        "T-38",
        "Handle stress in healthier ways over the next three months",
        CHANGES,
        Aim.INCREASE,
        "..T",
        (ScaleTarget(what="stress", towards=WITHIN),),
        SHORT,
        finding="no-measure",
    ),
    Row("T-39", "I want to be happy", CHANGES, Aim.ACHIEVE, "...", finding="vague-wish"),
    Row("T-41", "Learn coping strategies", DOES, Aim.ACHIEVE, "...", finding="no-measure"),
    Row("T-41", "Build calming routines", DOES, Aim.INCREASE, "...", (OFTEN_OPEN,), finding="no-measure"),
    Row("T-41", "Quiet my critical inner voice", CHANGES, Aim.ACHIEVE, "...", finding="no-measure"),
    Row(
        "T-44",
        "Make three new friends in three months",
        CHANGES,
        Aim.ACHIEVE,
        "SMT",
        (MilestoneTarget(count=3, noun="friend"),),
        SHORT,
        finding="outside-control",
    ),
    Row(
        "T-45",
        "Put myself in social situations more often",
        DOES,
        Aim.INCREASE,
        "S..",
        (FrequencyTarget(context="in social situations"),),
        finding="relative-term",
    ),
    Row(
        "T-46",
        "Be kinder to myself when I feel lonely",
        CHANGES,
        Aim.INCREASE,
        "S..",
        (ScaleTarget(towards=UP),),
        finding="no-measure",
    ),
    Row(
        "T-49",
        "Challenge three negative beliefs about myself",
        DOES,
        Aim.ACHIEVE,
        "SM.",
        (MilestoneTarget(count=3, noun="belief"),),
    ),
    Row(
        "T-50",
        "Go for a walk after work even when I want to stay on the couch",
        DOES,
        Aim.PRACTISE,
        "S..",
        (FrequencyTarget(context="after work"),),
        finding="no-measure",
    ),
    Row(
        "T-51",
        "See a friend even when I feel anxious",
        DOES,
        Aim.PRACTISE,
        "S..",
        (OFTEN_OPEN,),
        finding="no-measure",
    ),
    Row(
        "T-52",
        "Have 30 minutes less screen time per day",
        DOES,
        Aim.REDUCE,
        "SM.",
        (DurationTarget(what="screen time", change=-30, measured_in=Period.MINUTE, per=DAY),),
        finding="no-baseline",
    ),
    Row(
        "T-53",
        "Schedule something after work at least once a week so I have a reason to log off",
        DOES,
        Aim.PRACTISE,
        "SM.",
        (FrequencyTarget(at_least=1, per=WEEK, context="after work"),),
        frequency="at least 1 time per week",
    ),
    Row(
        "T-54",
        "Lengthen the time between an intrusive thought and the compulsion",
        CHANGES,
        Aim.INCREASE,
        "S..",
        (DurationTarget(what="intrusive thought", towards=UP),),
        finding="no-measure",
    ),
    Row(
        "T-55",
        "Explore changes that could give me longer blocks of sleep",
        DOES,
        Aim.DISCOVER,
        "S..",
        (ExplorationTarget(question="Explore changes that could give me longer blocks of sleep"),),
    ),
    Row("T-64", "Stick to a new routine", DOES, Aim.MAINTAIN, "S..", (OFTEN_OPEN,), finding="no-measure"),
    Row(
        "T-65",
        "Count to 10 before reacting",
        DOES,
        Aim.PRACTISE,
        "S..",
        (FrequencyTarget(context="before reacting"),),
        finding="no-measure",
    ),
    Row(
        "T-66",
        "Get through a whole week without the pit of dread",
        CHANGES,
        Aim.ACHIEVE,
        ".MT",
        (StreakTarget(what="without the pit of dread", length=7),),
        SHORT,
    ),
    Row(
        "T-76",
        "Build habits that keep my anger under control",
        DOES,
        Aim.INCREASE,
        "S..",
        (OFTEN_OPEN,),
        finding="no-measure",
    ),
]
each_row = pytest.mark.parametrize("row", ROWS, ids=[f"{row.id} {row.text}" for row in ROWS])


@each_row
def test_statement_reads_as_the_article_means_it(row):
    reading = read(row.text)
    assert (reading.kinds, reading.aim, reading.horizon) == (row.kinds, row.aim, row.horizon)
    assert (str(reading.frequency or "") or None, str(reading.baseline or "") or None) == (row.frequency, row.baseline)
    assert [reading.words(phrase) for phrase in reading.all(Role.MEANS)] == ([row.means] if row.means else [])


@each_row
def test_check_tells_what_the_words_make_it(row):
    report = check(row.text)
    told = (report.specific, report.measurable, report.time_bound)
    assert (
        "".join(sign if verdict is Verdict.MET else "." for sign, verdict in zip("SMT", told, strict=True)) == row.smt
    )
    assert row.finding is None or row.finding in {finding.name for finding in report.findings}


@each_row
def test_draft_types_what_was_said(row):
    drafted = draft(row.text, start=START)
    assert tuple(goal.targets[0] if goal.targets else None for goal in drafted.goals) == row.targets
    assert {goal.kind for goal in drafted.goals} == row.kinds
    assert drafted.wish == row.text


def test_outcome_and_its_means_become_two_linked_goals():
    outcome, process = draft(
        "Reduce depressive thoughts by gratitude journaling five days a week for the next month", start=START
    ).goals
    assert isinstance(outcome, OutcomeGoal)
    assert isinstance(process, ProcessGoal)
    assert process.statement.text == "gratitude journaling five days a week"
    assert [(link.kind, link.to) for link in process.relations] == [(RelationKind.SERVES, outcome.id)]
    assert outcome.time_frame == process.time_frame
    assert outcome.time_frame.end == date(2026, 2, 5)


def test_walk_after_work_has_its_moment_and_its_roadblock():
    (walk,) = draft("Go for a walk after work even when I want to stay on the couch", start=START).goals
    assert walk.plan.when == "after work"
    assert [roadblock.text for roadblock in walk.roadblocks] == ["even when I want to stay on the couch"]


def test_three_friends_can_be_counted_and_not_decided():
    report = check("Make three new friends in three months")
    assert (report.measurable, report.achievable) == (Verdict.MET, Verdict.UNMET)


def test_reason_is_kept_as_the_rationale():
    (goal,) = draft(
        "Schedule something after work at least once a week so I have a reason to log off", start=START
    ).goals
    assert goal.context.rationale == "so I have a reason to log off"
