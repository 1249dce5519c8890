import copy
import pickle

import attrs
import pytest
from hypothesis import given

from therapygoals import errors, testing
from therapygoals.language import Role
from therapygoals.smart import Criterion, SmartReport, Verdict, check


@pytest.fixture
def report(made):
    return check(made("walk more", roles={Role.ACT: "walk", Role.RELATIVE: "more"}))


def test_verdicts_are_a_mapping_over_the_five_criteria(report):
    assert list(report.verdicts) == list(Criterion)
    assert report.verdicts[Criterion.SPECIFIC] is report.specific is Verdict.MET


def test_verdicts_can_be_looked_up_by_plain_words(report):
    assert report.verdicts["time_bound"] == "unmet"


def test_verdicts_cannot_change(report):
    with pytest.raises(TypeError):
        report.verdicts[Criterion.RELEVANT] = Verdict.MET
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.relevant = Verdict.MET


def test_unmet_lists_the_unmet_criteria_in_order(report):
    assert report.unmet == (Criterion.MEASURABLE, Criterion.TIME_BOUND)


def test_ask_is_the_question_of_the_first_finding(report):
    assert report.ask == report.findings[0].ask


def test_nothing_is_asked_when_nothing_was_found(walk):
    report = check(walk)
    assert report.findings == ()
    assert report.ask is None


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (Criterion.SPECIFIC, ["walk"]),
        (Criterion.MEASURABLE, ["20 minutes", "4 days a week"]),
        (Criterion.ACHIEVABLE, []),
        (Criterion.RELEVANT, []),
        (Criterion.TIME_BOUND, ["until Easter"]),
    ],
)
def test_met_by_tells_the_words_that_meet_a_criterion(walk, criterion, words):
    assert [walk.words(phrase) for phrase in check(walk).met_by(criterion)] == words


def test_carried_by_tells_the_findings_for_which_a_criterion_is_unmet(report):
    carriers = {criterion: [finding.name for finding in report.carried_by(criterion)] for criterion in Criterion}
    assert {criterion: found for criterion, found in carriers.items() if found} == {
        Criterion.MEASURABLE: ["no-measure"],
        Criterion.TIME_BOUND: ["no-deadline"],
    }


def test_a_criterion_is_named_by_its_member_or_its_word(report):
    assert report.carried_by("measurable") == report.carried_by(Criterion.MEASURABLE) != ()
    assert report.met_by("specific") == report.met_by(Criterion.SPECIFIC) != ()


@pytest.mark.parametrize("wrong", ["time-bound", "", None])
def test_a_criterion_that_is_none_is_refused(report, wrong):
    for ask in (report.carried_by, report.met_by):
        with pytest.raises(errors.UnknownNameError, match="specific, measurable"):
            ask(wrong)


def test_a_report_can_be_formatted(report):
    assert f"{report}" == str(report)
    assert f"{report:>1000}".endswith(str(report))


@given(testing.goal_texts() | testing.wishes() | testing.texts())
def test_a_criterion_is_unmet_just_when_a_finding_carries_that(text):
    report = check(text)
    assert report.unmet == tuple(criterion for criterion in Criterion if report.carried_by(criterion))


def test_nothing_is_met_by_a_text_without_a_goal(made):
    fact = made("she phones daily", None, roles={Role.ACT: "phones", Role.FREQUENCY: "daily"})
    assert not any(check(fact).met_by(criterion) for criterion in Criterion)


def test_a_report_is_a_value(report):
    twin = pickle.loads(pickle.dumps(report))
    assert twin == copy.deepcopy(report) == report
    assert len({twin, report}) == 1


def test_the_repr_holds_no_words_of_the_person(report):
    assert repr(report) == (
        "SmartReport(specific=met, measurable=unmet, achievable=not_assessed, relevant=not_assessed, time_bound=unmet, "
        "findings=no-measure, relative-term, no-deadline)"
    )


def test_the_repr_of_a_clean_report_says_none(walk):
    assert repr(check(walk)).endswith("findings=none)")


def test_a_person_reads_the_statement_then_verdicts_then_what_was_noticed_then_one_question(report):
    assert str(report) == (
        "“walk [more²]”\n"
        "specific     met\n"
        "measurable   unmet\n"
        "achievable   not assessed\n"
        "relevant     not assessed\n"
        "time-bound   unmet\n"
        "1. Nothing here can be counted or ticked off yet.\n"
        "2. How much would be enough depends on where you start.\n"
        "3. No time for looking back is named yet.\n"
        "What could you count or see that shows it is going well?"
    )


def test_a_clean_report_reads_as_the_statement_and_five_lines(walk):
    first, *verdicts = str(check(walk)).splitlines()
    assert first == f"“{walk.text}”"
    assert len(verdicts) == len(Criterion)


def test_a_report_needs_a_reading_only(walk):
    assert set(SmartReport(reading=walk).verdicts.values()) == {Verdict.NOT_ASSESSED}
