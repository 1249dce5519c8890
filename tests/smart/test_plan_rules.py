"""What holds for every rule for plans, whose examples are its tests, and what the finer points of some rules are."""

import re
from datetime import date
from pathlib import Path

import attrs
import pytest

from therapygoals.goals import (
    Actor,
    Agreement,
    Aim,
    Amount,
    Contribution,
    ContributionKind,
    CountTarget,
    Decision,
    Direction,
    DurationTarget,
    FrequencyTarget,
    GoalSet,
    MilestoneTarget,
    OutcomeGoal,
    Ownership,
    Party,
    Period,
    ProcessGoal,
    QuantityTarget,
    Relation,
    RelationKind,
    Roadblock,
    ScaleTarget,
    Span,
    Statement,
    Strategy,
    TextTarget,
    TimeFrame,
)
from therapygoals.plan import (
    Cadence,
    CheckedIn,
    ConcernRaised,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Journal,
    Outline,
    OutlineChanged,
    PlannedStrategy,
    RoadblockNamed,
    SetbackMet,
    Vision,
    Won,
)
from therapygoals.smart import PLAN_RULES, PlanRuleSet, check_plan
from therapygoals.smart import plan_rules as package
from therapygoals.smart.plan_rules import likely_roadblock, many_at_once, more_hours, no_early_win, plan_late

CLIENT, THERAPIST = Actor(Party.CLIENT), Actor(Party.THERAPIST)
DAY = date(2026, 1, 5)
UNKIND = re.compile(r"\b(should|must|why|fail\w*|lazy|have to|need to|wrong|bad|mistake|error)\b", re.IGNORECASE)
CLOSED = re.compile(r"^(do|does|is|are|can|could|will|would|have|has|did)\b", re.IGNORECASE)
PAGE = re.compile(r"(\w\d{3}) ([a-z-]+): [^\n]+\.\n\nWhy it matters: (.+)\nWhen to leave it: (.+)\n", re.DOTALL)
REFERENCES = Path(__file__).parents[2] / "docs" / "references.md"

every_rule = pytest.mark.parametrize("rule", PLAN_RULES, ids=lambda rule: rule.name)


def examples(kind):
    pairs = [(rule, example) for rule in PLAN_RULES for example in getattr(rule, kind)]
    return pytest.mark.parametrize(("rule", "example"), pairs, ids=[rule.name for rule, _ in pairs])


def found(plan, **options):
    return [finding.name for finding in check_plan(plan, **options).findings]


def only(name, plan, **options):
    """The findings of one rule."""
    return check_plan(plan, rules=PLAN_RULES.select(name), **options).findings


def together(*goals):
    return GoalSet(goals)


def wishes(*texts):
    return GoalSet(tuple(map(OutcomeGoal, texts)))


def told(*events):
    """A journal of events, each given as its class and fields; days and speakers are filled in."""
    made = [
        kind(id=f"e{number}", **({"on": DAY, "by": CLIENT} | fields))
        for number, (kind, fields) in enumerate(events, start=1)
    ]
    return Journal().record(*made)


CALM = OutcomeGoal("feel calmer at dinner", id="calm")
CALM_BEGUN = [(GoalProposed, {"goal": CALM}), (GoalMoved, {"goal": "calm", "to": GoalState.ACTIVE})]
SERVES_CALM = (Relation(RelationKind.SERVES, "calm"),)


# Every rule


def test_every_file_is_listed_and_named_by_code_and_name():
    files = {path.stem for path in Path(package.__file__).parent.glob("[!_]*.py")}
    assert files == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in PLAN_RULES}


def test_codes_are_p_and_a_number_and_run_from_one():
    assert sorted(rule.code for rule in PLAN_RULES) == [f"P{n:03}" for n in range(1, len(PLAN_RULES) + 1)]


@every_rule
def test_a_rule_has_examples_of_both_kinds_and_none_twice(rule):
    assert rule.bad
    assert rule.good
    assert len({*rule.bad, *rule.good}) == len(rule.bad) + len(rule.good)


@examples("bad")
def test_a_rule_speaks_up_once_in_its_bad_examples(rule, example):
    assert found(example).count(rule.name) == 1


@examples("good")
def test_a_rule_stays_silent_in_its_good_examples(rule, example):
    assert rule.name not in found(example)


@every_rule
def test_the_page_tells_what_why_and_when_to_leave_it(rule):
    code, name, *_ = PAGE.fullmatch(rule.page).groups()
    assert (code, name) == (rule.code, rule.name)
    assert rule.why.endswith(".")
    assert rule.leave.endswith(".")


@every_rule
def test_what_was_noticed_is_a_short_kind_statement(rule):
    assert rule.noticed.endswith(".")
    assert not UNKIND.search(rule.noticed)
    assert all(len(sentence.split()) <= 16 for sentence in rule.noticed.split("."))


@every_rule
def test_what_is_asked_is_one_open_kind_question(rule):
    assert rule.ask.endswith("?")
    assert rule.ask.count("?") == 1
    assert not UNKIND.search(rule.ask)
    assert not CLOSED.match(rule.ask)
    assert len(rule.ask.split()) <= 18


@every_rule
def test_the_source_stands_in_the_references(rule):
    assert f"- **{rule.source}**:" in REFERENCES.read_text(encoding="utf-8")


@every_rule
def test_a_finding_tells_why_it_matters(rule):
    (finding,) = only(rule.name, rule.bad[0])
    assert (finding.code, finding.name, finding.why) == (rule.code, rule.name, rule.why)


# Plan, or no plan


def test_the_number_of_sessions_before_a_plan_is_missed_can_be_chosen():
    plan = told(*((CheckedIn, {"session": f"s{n}"}) for n in range(1, 4))).plan()
    assert "plan-late" in found(plan)
    assert "plan-late" not in found(plan, rules=PLAN_RULES.ignore("P001").add(plan_late(sessions=4)))


def test_goals_that_stand_together_without_a_plan_are_never_late():
    assert found(GoalSet()) == []


# Whose goals they are


def test_a_no_that_became_a_yes_is_no_longer_noticed():
    (planned,) = told(*CALM_BEGUN).plan()
    declined = planned.proposal.decline(CLIENT, on=DAY)
    plan = attrs.evolve(told(*CALM_BEGUN).plan(), goals=(attrs.evolve(planned, proposal=declined),))
    assert "said-no" in found(plan)
    plan = attrs.evolve(plan, goals=(attrs.evolve(planned, proposal=declined.accept(CLIENT, on=DAY)),))
    assert "said-no" not in found(plan)


def test_a_concern_about_a_goal_names_it_and_one_about_the_work_names_none():
    about_goal = told(*CALM_BEGUN, (ConcernRaised, {"text": "too fast", "goal": "calm"})).plan()
    about_work = told(*CALM_BEGUN, (ConcernRaised, {"text": "too fast"})).plan()
    assert [finding.goals for finding in only("open-concern", about_goal)] == [("calm",)]
    assert [finding.goals for finding in only("open-concern", about_work)] == [()]


def test_two_voices_may_be_heard_in_two_goals():
    goals = [
        OutcomeGoal("sleep through the night", ownership=Ownership(worded_by=CLIENT)),
        OutcomeGoal("a steady mood", ownership=Ownership(asked_by=THERAPIST)),
    ]
    assert "one-voice" not in found(GoalSet(goals))
    assert "one-voice" in found(GoalSet(goals[:1]))


def test_an_answer_is_a_voice_too():
    (planned,) = told(*CALM_BEGUN).plan()
    assert "one-voice" in found(told(*CALM_BEGUN).plan())
    said = Agreement(by=THERAPIST, decision=Decision.DECLINE, on=DAY, version=1)
    heard = attrs.evolve(planned, proposal=attrs.evolve(planned.proposal, decisions=(said,)))
    assert "one-voice" not in found(attrs.evolve(told(*CALM_BEGUN).plan(), goals=(heard,)))


def test_what_the_client_brought_to_a_goal_counts_as_own_words():
    brought = Contribution(by=CLIENT, kind=ContributionKind.SELF_KNOWLEDGE, text="evenings are hardest")
    words = Ownership(worded_by=THERAPIST, contributions=(brought,))
    assert "no-own-words" not in found(GoalSet((OutcomeGoal("a steady mood", ownership=words),)))


def test_a_goal_reworded_by_the_client_is_in_own_words():
    drafted = (GoalProposed, {"goal": OutcomeGoal("affect regulation", id="calm"), "by": THERAPIST})
    assert "no-own-words" in found(told(drafted).plan())
    assert "no-own-words" not in found(told(drafted, (GoalRevised, {"goal": CALM})).plan())


def test_a_draft_whose_author_is_told_is_in_their_words_whoever_recorded_it():
    worded = attrs.evolve(CALM, ownership=Ownership(worded_by=CLIENT))
    assert "no-own-words" not in found(told((GoalProposed, {"goal": worded, "by": THERAPIST})).plan())


# Whether they go together


def test_words_that_led_to_a_finding_are_told_as_they_were_said():
    (finding,) = only("P010", together(ProcessGoal("Walking in Parks"), ProcessGoal("walk in the park")))
    assert finding.words == ("walking", "parks")
    assert finding.numbers == (1, 2)


def test_goals_that_are_alike_are_told_once():
    same = wishes("feel calmer at work", "be calm at work", "sleep through the night", "I want to be calmer at work")
    assert [finding.numbers for finding in only("same-wish", same)] == [(1, 2, 4)]


def test_two_groups_of_goals_that_are_alike_are_told_apart():
    same = wishes("feel calmer at work", "paint in the garden", "be calm at work", "painting in my garden")
    assert [finding.numbers for finding in only("same-wish", same)] == [(1, 3), (2, 4)]


def test_goals_that_share_most_of_their_words_are_alike_and_those_alike_to_one_are_told_together():
    four, other_four = "paint dogs, boats, horses", "paint boats, horses, birds"
    same = wishes(four, other_four, f"I want to {four}", f"I want to {other_four}")
    assert [finding.numbers for finding in only("same-wish", same)] == [(1, 3), (2, 4)]
    joined = wishes(
        four, other_four, f"I want to {four}", f"I want to {other_four}", "paint dogs, boats, horses, birds"
    )
    assert [finding.numbers for finding in only("same-wish", joined)] == [(1, 2, 3, 4, 5)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("say no at work", "say yes at work"),
        ("call my sister on Sundays", "call my brother on Sundays"),
        ("walk in the morning", "walk in the evening"),
        ("more", "less"),
    ],
)
def test_goals_with_a_word_of_their_own_are_not_the_same_wish(one, other):
    assert only("same-wish", wishes(one, other)) == ()


def test_goals_that_belong_together_are_not_compared():
    pair = together(CALM, ProcessGoal("be calm at dinner", id="be", relations=SERVES_CALM))
    assert only("same-wish", pair) == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        (CountTarget(at_least=4, per=Period.WEEK), CountTarget(at_most=2, per=Period.WEEK), True),
        (CountTarget(at_most=2, per=Period.WEEK), CountTarget(at_least=4, per=Period.WEEK), True),
        (CountTarget(at_least=4, per=Period.WEEK), CountTarget(at_most=9, per=Period.WEEK), False),
        (CountTarget(at_least=4, per=Period.WEEK), CountTarget(at_most=2, per=Period.DAY), False),
        (CountTarget(at_least=4, per=Period.WEEK), CountTarget(change=-1, per=Period.WEEK), False),
        (ScaleTarget(at_least=7), QuantityTarget(at_most=2, noun="point"), False),
    ],
)
def test_numbers_pull_apart_where_no_number_meets_both(mine, theirs, apart):
    pair = together(OutcomeGoal("see people", mine), OutcomeGoal("see people", theirs))
    assert bool(only("pulling-apart", pair)) is apart


def test_numbers_of_two_things_do_not_pull_apart():
    mine, theirs = (CountTarget(what=what, at_least=4, per=Period.WEEK) for what in ("walks", "drinks"))
    pair = together(OutcomeGoal("a", mine), OutcomeGoal("b", attrs.evolve(theirs, at_least=None, at_most=2)))
    assert only("pulling-apart", pair) == ()


def test_what_only_holds_light_words_is_compared_with_nothing():
    mine, theirs = CountTarget(what="it", at_least=4), CountTarget(what="that", at_most=2)
    assert only("pulling-apart", together(OutcomeGoal("a", mine), OutcomeGoal("b", theirs))) == ()


def test_fields_tell_the_way_where_words_do_not():
    more = OutcomeGoal("evenings alone", aim=Aim.INCREASE)
    less = OutcomeGoal("evenings alone", CountTarget(towards=Direction.DECREASE))
    neither = OutcomeGoal("evenings alone", aim=Aim.DISCOVER)
    both = OutcomeGoal(
        "evenings alone",
        (CountTarget(at_least=1, per=Period.WEEK, key="a"), CountTarget(at_most=3, per=Period.WEEK, key="b")),
    )
    assert only("pulling-apart", together(more, less)) != ()
    assert only("pulling-apart", together(neither, less)) == ()
    assert only("pulling-apart", together(both, attrs.evolve(less, targets=(), aim=Aim.REDUCE))) == ()


@pytest.mark.parametrize(
    ("goal", "hours"),
    [
        (ProcessGoal("walk 30 minutes twice a day"), 1),
        (ProcessGoal("study for 2 hours a day"), 2),
        (ProcessGoal("study for 3 hours"), 0),
        (ProcessGoal("walk"), 0),
        (ProcessGoal("rest", DurationTarget(at_least=9, measured_in=Period.HOUR, per=Period.DAY)), 9),
        (ProcessGoal("rest", DurationTarget(at_most=9, measured_in=Period.HOUR, per=Period.DAY)), 0),
        (ProcessGoal("walk", FrequencyTarget(at_least=7, per=Period.WEEK, each=Amount.exactly(60, "minute"))), 1),
        (ProcessGoal("walk", FrequencyTarget(at_least=7, per=Period.WEEK, each=Amount(high=60, unit="minute"))), 1),
        (ProcessGoal("walk", FrequencyTarget(at_least=7, per=Period.WEEK, each=Amount.exactly(9, "step"))), 0),
        (ProcessGoal("walk", FrequencyTarget(at_least=1, per=Period.SESSION, each=Amount.exactly(60, "minute"))), 0),
        (OutcomeGoal("spend 3 hours less a day online"), 0),
        (ProcessGoal(Statement("2 Stunden am Tag lernen", "de")), 0),
    ],
)
def test_hours_of_a_day_are_told_by_targets_and_words(goal, hours):
    def speaks(limit):
        return found(together(goal), rules=PlanRuleSet([more_hours(hours=limit)])) != []

    assert not speaks(hours)
    assert hours == 0 or speaks(hours - 0.01)


def test_how_many_goals_are_many_can_be_chosen():
    goals = wishes("sleep through the night", "make two friends", "find calm at work", "paint again")
    assert "many-at-once" not in found(goals, rules=PLAN_RULES.ignore("P011").add(many_at_once(most=4)))


def test_stepping_stones_are_not_counted_as_goals_of_their_own():
    steps = [OutcomeGoal(f"step {name}", id=name) for name in "abcd"]
    links = tuple(Relation(RelationKind.MILESTONE, step.id) for step in steps)
    assert "many-at-once" not in found(together(OutcomeGoal("climb", id="top", relations=links), *steps))


def test_goals_that_are_put_forward_only_are_not_many_at_once():
    put = [(GoalProposed, {"goal": OutcomeGoal(f"wish {name}", id=name)}) for name in "abcde"]
    assert "many-at-once" not in found(told(*put).plan())


# Where they lead


def test_an_outcome_may_be_served_through_another_one():
    goals = together(
        OutcomeGoal("be at ease in company", id="ease"),
        OutcomeGoal("feel calmer at dinner", id="calm", relations=(Relation(RelationKind.SERVES, "ease"),)),
        ProcessGoal("breathe slowly before dinner", id="breathe", relations=SERVES_CALM),
    )
    assert only("outcome-without-process", goals) == ()


def test_outcomes_without_a_way_are_told_beside_those_with_one():
    goals = together(
        CALM,
        ProcessGoal("breathe slowly before dinner", relations=SERVES_CALM),
        OutcomeGoal("sleep through the night", id="sleep"),
    )
    assert [finding.goals for finding in only("outcome-without-process", goals)] == [("sleep",)]


def test_an_outcome_that_is_kept_up_or_paused_is_left_alone():
    held = told(*CALM_BEGUN, (GoalMoved, {"goal": "calm", "to": GoalState.ON_HOLD})).plan()
    assert only("outcome-without-process", held) == ()


@pytest.mark.parametrize(("serves", "silent"), [((), True), (("calm",), True), (("other",), False)])
def test_a_strategy_of_the_plan_is_a_way(serves, silent):
    other = (GoalProposed, {"goal": OutcomeGoal("sleep through the night", id="other")})
    ways = Outline(strategies=(PlannedStrategy(Strategy("diary"), serves=serves),))
    plan = told(*CALM_BEGUN, other, (OutlineChanged, {"outline": ways})).plan()
    goals = {key for finding in only("outcome-without-process", plan) for key in finding.goals}
    assert ("calm" not in goals) is silent


@pytest.mark.parametrize("outline", [Outline(vision=Vision("a calm house")), Outline(completion=("I sing again",))])
def test_a_vision_or_a_sign_of_the_end_tells_where_it_leads(outline):
    walk = (GoalProposed, {"goal": ProcessGoal("walk every day", id="walk")})
    assert "process-without-outcome" in found(told(walk).plan())
    assert "process-without-outcome" not in found(told(walk, (OutlineChanged, {"outline": outline})).plan())


@pytest.mark.parametrize(
    ("goal", "silent"),
    [
        (OutcomeGoal("be at ease", time_frame=TimeFrame(sessions=4)), True),
        (OutcomeGoal("be at ease", time_frame=TimeFrame(sessions=40)), False),
        (OutcomeGoal("be at ease", time_frame=TimeFrame(span=Span(4, Period.SESSION))), True),
        (OutcomeGoal("be at ease", time_frame=TimeFrame(due=date(2026, 2, 1))), True),
        (OutcomeGoal("be at ease", time_frame=TimeFrame(due=date(2027, 2, 1))), False),
        (OutcomeGoal("be at ease by 1 February 2026"), True),
        (OutcomeGoal("be at ease by 1 February 2029"), False),
        (OutcomeGoal("be at ease by the wedding"), True),
        (OutcomeGoal("be at ease", TextTarget(text="a quiet mind")), False),
        (OutcomeGoal("be at ease", MilestoneTarget(count=2)), True),
        (OutcomeGoal(Statement("ruhiger werden", "de")), False),
    ],
)
def test_what_is_near_or_small_is_an_early_win(goal, silent):
    assert (only("no-early-win", together(goal), on=DAY) == ()) is silent


def test_without_a_day_a_date_may_be_near():
    assert only("no-early-win", together(OutcomeGoal("be at ease by 1 February 2029"))) == ()
    assert only("no-early-win", together(OutcomeGoal("ease", time_frame=TimeFrame(due=date(2029, 1, 1))))) == ()


def test_something_to_be_glad_of_lately_is_an_early_win():
    won = told(*CALM_BEGUN, (Won, {"text": "I came"}))
    assert only("no-early-win", won.plan()) == ()
    assert only("no-early-win", won.plan(on=date(2026, 2, 1))) == ()
    assert only("no-early-win", won.plan(on=date(2026, 12, 1))) != ()
    assert only("no-early-win", told(*CALM_BEGUN).plan(), on=date.min) != ()


@pytest.mark.parametrize("soon", [Span(100, Period.WEEK), Span(120, Period.SESSION)])
def test_how_soon_is_soon_can_be_chosen(soon):
    rules = PLAN_RULES.select("P014")
    goals = together(OutcomeGoal("be at ease", time_frame=TimeFrame(span=Span(1, Period.YEAR))))
    assert found(goals, rules=rules) == ["no-early-win"]
    assert found(goals, rules=rules.ignore("P014").add(no_early_win(soon=soon))) == []


def test_an_issue_is_told_in_the_words_of_the_person():
    outline = Outline(issues=(Issue("quarrels with my sister"), Issue("dinners", goals=("calm",))))
    plan = told(*CALM_BEGUN, (OutlineChanged, {"outline": outline})).plan()
    assert [finding.words for finding in only("issue-without-goal", plan)] == [("quarrels with my sister",)]


def test_issues_of_a_plan_without_goals_are_left_to_the_first_goal():
    plan = told((OutlineChanged, {"outline": Outline(issues=(Issue("quarrels"),))})).plan()
    assert only("issue-without-goal", plan) == ()


# What may come


def test_a_roadblock_named_since_counts():
    named = (RoadblockNamed, {"goal": "calm", "roadblock": Roadblock("a long day", likelihood=9)})
    plan = told(*CALM_BEGUN, named).plan()
    assert "no-roadblock" not in found(plan)
    assert [finding.words for finding in only("likely-roadblock", plan)] == [("a long day",)]


def test_a_setback_that_was_met_is_a_roadblock_too():
    assert "no-roadblock" in found(told(*CALM_BEGUN).plan())
    assert "no-roadblock" not in found(told(*CALM_BEGUN, (SetbackMet, {"text": "a loud evening"})).plan())


def test_how_likely_is_likely_can_be_chosen():
    goals = together(ProcessGoal("walk", roadblocks=(Roadblock("rain", likelihood=5), Roadblock("snow"))))
    assert found(goals, rules=PLAN_RULES.select("P018")) == []
    rules = PLAN_RULES.select("P018").ignore("P018").add(likely_roadblock(likely=5))
    assert found(goals, rules=rules) == ["likely-roadblock"]


# Looking back


def test_a_review_is_asked_for_once_its_time_has_passed():
    plan = told(*CALM_BEGUN).plan()
    assert only("no-review", plan, on=date(2026, 2, 16)) == ()
    assert only("no-review", plan, on=date(2026, 2, 17)) != ()


def test_a_look_starts_the_time_anew():
    plan = told(*CALM_BEGUN, (CheckedIn, {"on": date(2026, 2, 10)})).plan()
    assert only("no-review", plan, on=date(2026, 2, 17)) == ()


def test_a_cadence_of_weeks_counts_no_sessions():
    sessions = [(Won, {"text": "I came", "session": f"s{n}"}) for n in range(1, 4)]
    weekly = (OutlineChanged, {"outline": Outline(cadence=Cadence(informal=Span(1, Period.WEEK)))})
    assert only("no-review", told(*CALM_BEGUN, *sessions).plan()) != ()
    assert only("no-review", told(*CALM_BEGUN, *sessions, weekly).plan()) == ()


def test_looks_outside_of_sessions_keep_sessions_from_being_counted():
    sessions = [(Won, {"text": "I came", "session": f"s{n}"}) for n in range(1, 4)]
    assert only("no-review", told(*CALM_BEGUN, *sessions, (CheckedIn, {})).plan()) == ()


def test_a_time_that_no_calendar_has_is_never_over():
    plan = attrs.evolve(told(*CALM_BEGUN).plan(), begun=date.max)
    assert only("no-review", plan, on=date.max) == ()


def test_less_of_later_and_more_of_earlier_pull_the_same_way():
    fewer = FrequencyTarget(at_most=2, per=Period.WEEK)
    later = ProcessGoal("go to bed later", fewer)
    assert "pulling-apart" not in found(GoalSet((later, ProcessGoal("go to bed earlier"))))
    assert "pulling-apart" in found(GoalSet((ProcessGoal("go to bed later"), ProcessGoal("go to bed earlier"))))


def test_goals_that_cannot_be_read_are_not_turned_against_each_other():
    mine, theirs = (ProcessGoal(Statement(f"go to bed {turn}", language="xx")) for turn in ("later", "earlier"))
    assert "pulling-apart" not in found(GoalSet((mine, theirs)))


def test_what_is_turned_both_ways_at_once_pulls_nowhere():
    both = GoalSet((ProcessGoal("get up earlier"), ProcessGoal("get up sooner or later")))
    assert "pulling-apart" not in found(both)


def test_goals_in_a_language_that_is_not_read_are_held_apart_by_named_targets_alone():
    many, few = (CountTarget(per=Period.WEEK, **bound) for bound in ({"at_least": 4}, {"at_most": 2}))
    goals = [OutcomeGoal(Statement(text, language="de"), target) for text, target in (("öfter", many), ("Ruhe", few))]
    assert "pulling-apart" not in found(GoalSet(tuple(goals)))
