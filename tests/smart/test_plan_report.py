"""The report of a plan: what it holds, how it shows itself, and that any plan has one."""

import copy
import html.parser
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import therapygoals
from therapygoals import errors, testing
from therapygoals.goals import Actor, GoalSet, OutcomeGoal, Party, ProcessGoal, Statement
from therapygoals.plan import GoalMoved, GoalProposed, GoalState, Journal
from therapygoals.smart import PLAN_RULES, PlanReport, PlanRule, PlanRuleSet, check_plan
from therapygoals.smart.plan_rule import About

DAY = date(2026, 1, 5)
CLIENT = Actor(Party.CLIENT)
PAIR = GoalSet((OutcomeGoal("feel calmer at work", id="calm"), ProcessGoal("I want to be calm\nat work")))


@pytest.fixture
def report():
    return check_plan(PAIR)


def names(report):
    return [finding.name for finding in report.findings]


def speaks(_view):
    return [About()]


def breaks(_view):
    raise ZeroDivisionError


def own(**fields):
    """A rule beside those of the library, which speaks up about every plan."""
    return attrs.evolve(PLAN_RULES["nothing-open"], **{"code": "HOME001", "name": "own", "find": speaks} | fields)


# What it holds


def test_the_most_helpful_question_comes_first(report):
    assert names(report) == ["same-wish", "no-roadblock"]
    assert report.ask == report.findings[0].ask == "What tells these goals apart, or which words fit best?"


def test_nothing_is_asked_about_no_goals():
    report = check_plan(GoalSet())
    assert (report.findings, report.ask) == ((), None)
    assert str(report) == "There is nothing to ask at present."
    assert report.to_markdown() == ""


def test_findings_name_goals_by_id_and_by_number(report):
    assert report.findings[0].goals == ("calm",)
    assert report.findings[0].numbers == (1, 2)
    assert report.about("calm") == report.findings
    assert report.about("nobody") == ()


def test_a_report_tells_the_day_of_asking():
    plan = Journal().plan(on=DAY)
    assert check_plan(plan).on == DAY
    assert check_plan(plan, on=date(2026, 2, 1)).on == date(2026, 2, 1)
    assert check_plan(Journal().plan()).on is None


def test_goals_that_have_ended_are_left_alone():
    events = [
        GoalProposed(id="e1", on=DAY, by=CLIENT, goal=OutcomeGoal("sleep", id="sleep")),
        GoalProposed(id="e2", on=DAY, by=CLIENT, goal=OutcomeGoal("eat well", id="eat")),
        GoalMoved(id="e3", on=DAY, by=CLIENT, goal="sleep", to=GoalState.REJECTED),
    ]
    report = check_plan(Journal().record(*events).plan())
    assert [goal.id for goal in report.goals] == ["eat"]
    assert report.about("sleep") == ()


def test_goals_in_another_language_are_looked_at_by_their_fields():
    goals = GoalSet((OutcomeGoal(Statement("ruhig sein", "de")), OutcomeGoal(Statement("ruhig sein", "de"))))
    assert names(check_plan(goals)) == ["outcome-without-process", "no-early-win", "no-roadblock"]


def test_names_are_offered_at_the_top():
    assert (therapygoals.check_plan, therapygoals.PlanReport) == (check_plan, PlanReport)


# How it is shown


def test_text_tells_goals_findings_and_the_question(report):
    assert str(report) == f"{report}" == report.to_text()
    assert report.to_text().splitlines() == [
        "Goal 1: “feel calmer at work”",
        "Goal 2: “I want to be calm at work”",
        "- These goals may ask for the same in other words. (goals 1 and 2: “calmer”, “work”)",
        "- Nothing that may get in the way has been named yet. (goals 1 and 2)",
        "What tells these goals apart, or which words fit best?",
    ]


def test_markdown_tells_goals_and_findings_with_their_questions(report):
    assert report.to_markdown().splitlines() == [
        "1. “feel calmer at work”",
        "2. “I want to be calm&#10;at work”",
        "",
        "- These goals may ask for the same in other words. (goals 1 and 2: “calmer”, “work”)"
        " What tells these goals apart, or which words fit best?",
        "- Nothing that may get in the way has been named yet. (goals 1 and 2)"
        " What might get in the way, and what would help then?",
    ]


def test_a_finding_about_the_plan_names_no_goal():
    proposed = GoalProposed(id="e1", on=DAY, by=CLIENT, goal=OutcomeGoal("sleep", id="sleep"))
    report = check_plan(Journal().record(proposed).plan(), on=date(2026, 12, 1), rules=PLAN_RULES.select("no-review"))
    assert report.to_text().splitlines()[1] == "- It has been a while since the plan was last looked at together."
    assert report.findings[0].goals == report.findings[0].numbers == ()


def test_three_goals_are_listed_with_commas():
    same = GoalSet(tuple(map(OutcomeGoal, ("be calm at work", "feel calmer at work", "calm at work"))))
    assert "(goals 1, 2 and 3: “calm”, “work”)" in check_plan(same).to_text()


def test_one_goal_is_named_in_the_singular():
    assert "(goal 1)" in check_plan(GoalSet((OutcomeGoal("sleep"),))).to_text()


def test_repr_holds_counts_and_names_and_no_words(report):
    assert repr(report) == "PlanReport(goals=2, findings=same-wish, no-roadblock)"
    assert repr(check_plan(GoalSet())) == "PlanReport(goals=0, findings=none)"
    assert "work" not in repr(report.findings[0])


def test_words_of_a_person_become_no_format():
    pasted = GoalSet((OutcomeGoal("walk *now* <b>please</b> & [go](http://x)"), OutcomeGoal("\x1b[2Jwalk")))
    report = check_plan(pasted)
    assert "<b>" not in report.to_html()
    assert "*now*" not in report.to_markdown()
    assert "\x1b" not in report.to_text()


def test_notebooks_show_it(report):
    assert report._repr_html_() == report.to_html()
    assert report._repr_markdown_() == report.to_markdown()


class Balance(html.parser.HTMLParser):
    """Notes the elements that are open."""

    def __init__(self, fragment):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_html_holds_lists_and_the_question(report):
    page = report.to_html()
    assert Balance(page).seen == ["div", "ol", "li", "li", "ul", "li", "q", "q", "li", "p", "strong"]
    assert f"<strong>{report.ask}</strong>" in page
    assert Balance(check_plan(GoalSet()).to_html()).seen == ["div"]


# Any plan has one


@given(testing.goal_sets(), st.none() | testing.days())
def test_any_goals_together_have_a_report_that_shows_itself(goals, on):
    report = check_plan(goals, on=on)
    assert report == check_plan(goals, on=on)
    assert len(report.goals) == len(goals)
    assert all(0 < number <= len(goals) for finding in report.findings for number in finding.numbers)
    assert report.to_text()
    assert Balance(report.to_html()).open == []
    assert report.to_markdown() or not goals.goals


@given(st.lists(testing.goal_texts() | testing.wishes() | testing.texts(), max_size=5))
def test_any_statements_together_have_a_report(statements):
    for kind in (OutcomeGoal, ProcessGoal):
        assert check_plan(GoalSet(tuple(map(kind, statements)))).to_text()


@given(st.data(), st.none() | testing.days())
def test_any_goals_of_a_plan_have_a_report(data, on):
    keys = data.draw(st.lists(testing.keys(), max_size=4, unique=True))
    proposed = [
        GoalProposed(id=f"e{number}", on=DAY, by=data.draw(testing.actors()), goal=data.draw(testing.goals(id=key)))
        for number, key in enumerate(keys)
    ]
    moved = [GoalMoved(id=f"m{key}", on=DAY, by=CLIENT, goal=key, to=GoalState.ACTIVE) for key in keys[::2]]
    report = check_plan(Journal().record(*proposed, *moved).plan(), on=on)
    assert len(report.goals) == len(keys)
    assert report.to_text()


@given(testing.goal_sets())
def test_adding_a_rule_at_the_end_changes_nothing_before_it(goals):
    report = check_plan(goals)
    more = check_plan(goals, rules=PLAN_RULES.add(own()))
    assert more.findings[:-1] == report.findings


# Which rules look


def test_rules_are_selected_ignored_and_added():
    assert names(check_plan(PAIR, rules=PLAN_RULES.select("P017", "same-wish"))) == ["same-wish", "no-roadblock"]
    assert names(check_plan(PAIR, rules=PLAN_RULES.ignore("P017"))) == ["same-wish"]
    assert PLAN_RULES.select("P").rules == PLAN_RULES.rules
    added = PLAN_RULES.add(own(), before="P001")
    assert names(check_plan(PAIR, rules=added))[0] == "own"
    assert "own" in added
    assert own() not in PLAN_RULES


def test_a_set_shows_its_names_and_gives_rules_by_code_and_name():
    assert repr(PLAN_RULES.select("P001", "P002")) == "<PlanRuleSet of 2: plan-late, nothing-open>"
    assert repr(PlanRuleSet(())) == "<PlanRuleSet of 0: none>"
    assert PLAN_RULES["P001"] is PLAN_RULES["plan-late"]


@pytest.mark.parametrize(
    ("refused", "error"),
    [
        (lambda: PLAN_RULES.select("plan-early"), errors.UnknownNameError),
        (lambda: PLAN_RULES["P999"], errors.UnknownNameError),
        (lambda: PLAN_RULES.add(PLAN_RULES["P001"]), errors.FieldError),
        (lambda: PlanRuleSet([therapygoals.smart.RULES["no-measure"]]), errors.FieldTypeError),
        (lambda: PlanRuleSet(5), errors.FieldTypeError),
        (lambda: own(code="home"), errors.FieldError),
        (lambda: own(find=None), errors.FieldTypeError),
        (lambda: own(bad=("walk",)), errors.FieldTypeError),
        (lambda: check_plan("walk"), errors.FieldTypeError),
        (lambda: check_plan(PAIR, rules=PLAN_RULES.rules), errors.FieldTypeError),
        (lambda: check_plan(PAIR, rules=therapygoals.smart.RULES), errors.FieldTypeError),
        (lambda: check_plan(PAIR, on="today"), errors.FieldTypeError),
    ],
)
def test_what_does_not_fit_is_refused(refused, error):
    with pytest.raises(error):
        refused()


def test_a_rule_that_raises_is_named():
    with pytest.raises(ZeroDivisionError) as caught:
        check_plan(PAIR, rules=PLAN_RULES.add(own(find=breaks)))
    assert caught.value.__notes__ == ["while rule HOME001 own looked at a plan"]


def test_rules_can_be_stored_and_look_the_same_way():
    stored = pickle.loads(pickle.dumps(PLAN_RULES))
    assert check_plan(PAIR, rules=stored) == check_plan(PAIR, rules=copy.deepcopy(PLAN_RULES)) == check_plan(PAIR)


def test_a_rule_is_a_plan_rule():
    assert all(type(rule) is PlanRule for rule in PLAN_RULES)
