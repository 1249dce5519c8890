"""The strategies that are offered to users: they give what they say, and tell what they need."""

import importlib
import sys
import unicodedata
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

from therapygoals import testing
from therapygoals.errors import MissingExtraError
from therapygoals.goals import Decision, Horizon, Kind, ObservationStatus, Party, RelationKind, YesNoTarget
from therapygoals.language import Role, read
from therapygoals.plan import EVENTS, AnswerKind, ConflictKind, GoalState
from therapygoals.reframing import ReframeStopped, Reframing, dialogue, reframe
from therapygoals.safety import ScreenResult, ScreenStatus
from therapygoals.smart import Verdict

PLAIN = [name for name in testing.__all__ if name not in ("next_events", "observations_for", "values_for")]

REAL_TEXT = {
    "emoji": lambda text: any(unicodedata.category(sign) == "So" for sign in text),
    "marks of direction": lambda text: any(unicodedata.bidirectional(sign) in ("R", "RLO", "AL") for sign in text),
    "combining accents": lambda text: any(unicodedata.combining(sign) for sign in text),
    "mixed ends of lines": lambda text: "\r\n" in text and "\n" in text.replace("\r\n", ""),
}


def some(strategy, holds):
    """Any example that the strategy gives of a thing, not the smallest one."""
    search = settings(max_examples=2_000, phases=[Phase.generate], derandomize=True, database=None, deadline=None)
    return find(strategy, holds, settings=search)


@pytest.mark.parametrize("name", PLAIN)
def test_strategy_needs_no_arguments(name):
    assert isinstance(getattr(testing, name)(), SearchStrategy)


@pytest.mark.parametrize("holds", REAL_TEXT.values(), ids=REAL_TEXT)
def test_statements_hold_all_that_real_texts_hold(holds):
    assert holds(some(testing.statements(), lambda statement: holds(statement.text)).text)


@given(testing.texts(most=12))
def test_texts_are_neither_blank_nor_longer_than_asked(text):
    assert text.strip()
    assert len(text) <= 12


@given(st.floats(-9, 9), st.floats(0, 3), st.data())
def test_numbers_keep_to_their_range(low, width, data):
    assert low <= data.draw(testing.numbers(low, low + width)) <= low + width


@given(testing.spans(dated=True))
def test_dated_spans_have_a_length_in_days(span):
    assert span.days is not None


@given(testing.statements(language="he"), testing.actors(role=Party.CARER), testing.relations(to="sleep"))
def test_parts_can_be_fixed(statement, actor, relation):
    assert (statement.language, actor.role, relation.to) == ("he", Party.CARER, "sleep")


@given(testing.time_frames(start=date(2026, 3, 1)))
def test_start_of_a_time_frame_can_be_fixed(frame):
    assert frame.start == date(2026, 3, 1)


@settings(max_examples=20)
@given(testing.goals(id="sleep", targets=(YesNoTarget(),)))
def test_id_and_targets_of_a_goal_can_be_fixed(goal):
    assert (goal.id, goal.targets) == ("sleep", (YesNoTarget(),))


@given(testing.observations(goal="sleep", target="nights"))
def test_goal_and_target_of_an_observation_can_be_fixed(observation):
    assert (observation.goal, observation.target) == ("sleep", "nights")


@given(testing.targets(), st.data())
def test_observations_for_a_target_fit_it_one_a_day(target, data):
    start = date(2026, 1, 5)
    entries = data.draw(testing.observations_for(target, start=start, days=10))
    on = [entry.on for entry in entries]
    assert on == sorted(set(on))
    assert all(start <= day < start + timedelta(days=10) for day in on)
    assert target.progress(entries, on=start + timedelta(days=9)).missed <= 10


@pytest.mark.parametrize("status", ObservationStatus)
def test_observations_for_a_target_hold_every_status(status):
    assert some(testing.observations_for(YesNoTarget()), lambda found: any(entry.status is status for entry in found))


@pytest.mark.parametrize("kind", RelationKind)
def test_sets_of_goals_hold_every_kind_of_relation(kind):
    sets = testing.goal_sets(most=2)
    assert len(some(sets, lambda goals: any(link.kind is kind for goal in goals for link in goal.relations))) == 2


@pytest.mark.parametrize("horizon", Horizon)
def test_time_frames_are_short_and_long(horizon):
    assert some(testing.time_frames(), lambda frame: frame.horizon is horizon)


@pytest.mark.parametrize("decision", Decision)
def test_agreements_are_of_every_decision_and_it_can_be_fixed(decision):
    assert some(testing.agreements(), lambda said: said.decision is decision)
    assert some(testing.agreements(decision=decision), lambda _: True).decision is decision


@pytest.mark.parametrize("agreed", [True, False])
def test_proposals_are_agreed_or_not(agreed):
    assert some(testing.proposals(), lambda proposal: proposal.is_agreed is agreed).parties


@pytest.mark.parametrize("decision", Decision)
def test_proposals_hold_every_move(decision):
    assert some(testing.proposals(), lambda proposal: any(said.decision is decision for said in proposal.decisions))


def test_parties_of_a_proposal_can_be_fixed():
    assert some(testing.proposals(parties=(Party.TEAM,), most=0), lambda _: True).parties == (Party.TEAM,)


@given(testing.goal_texts())
def test_goal_texts_are_read_as_goals(text):
    assert read(text).is_goal


@pytest.mark.parametrize("found", ["frequency", "duration", "deadline", "baseline", "target"])
def test_goal_texts_say_how_much_how_often_and_until_when(found):
    assert some(testing.goal_texts(), lambda text: getattr(read(text), found) is not None)


@pytest.mark.parametrize("kinds", [{Kind.PROCESS}, {Kind.OUTCOME}, set(Kind)], ids=["process", "outcome", "both"])
def test_goal_texts_are_of_either_kind_or_both(kinds):
    assert some(testing.goal_texts(), lambda text: read(text).kinds == kinds)


@given(testing.wishes())
def test_wishes_say_neither_how_much_nor_how_often_nor_until_when(text):
    reading = read(text)
    assert [reading.target, reading.frequency, reading.deadline] == [None, None, None]


@given(testing.phrases())
def test_phrases_have_a_first_and_a_last_sign(phrase):
    assert 0 <= phrase.start < phrase.end


@given(testing.readings())
def test_phrases_of_a_reading_lie_inside_its_text(reading):
    assert all(0 <= phrase.start < phrase.end <= len(reading.text) for phrase in reading.phrases)
    assert all(reading.words(phrase).strip() for phrase in reading.phrases)


@pytest.mark.parametrize("holds", REAL_TEXT.values(), ids=REAL_TEXT)
def test_readings_are_of_all_that_real_texts_hold(holds):
    assert holds(some(testing.readings(), lambda reading: holds(reading.text)).text)


@given(testing.readings(st.just("walk daily")), testing.reframings(st.just("be happy")))
def test_words_of_readings_and_reframings_can_be_fixed(reading, reframing):
    assert (reading.text, reframing.wish) == ("walk daily", "be happy")


@pytest.mark.parametrize("verdict", Verdict)
def test_reports_hold_every_verdict_on_words(verdict):
    assert some(testing.smart_reports(), lambda report: report.specific is verdict)


def test_reports_are_of_goals_with_typed_fields_too():
    assert some(testing.smart_reports(), lambda report: report.relevant is Verdict.MET)


@given(testing.smart_reports())
def test_findings_of_a_report_lie_inside_its_text(report):
    assert all(0 <= finding.span[0] < finding.span[1] <= len(report.reading.text) for finding in report.findings)


@pytest.mark.parametrize("status", ScreenStatus)
def test_results_of_the_screen_hold_every_status(status):
    assert some(testing.screen_results(), lambda result: result.status is status)


@given(testing.screen_results(status=ScreenStatus.CONCERN))
def test_status_of_a_result_can_be_fixed_and_its_concerns_stand_in_order(result):
    spans = [concern.span for concern in result.concerns]
    assert result.status is ScreenStatus.CONCERN
    assert spans == sorted(spans) != []


@pytest.mark.parametrize("fits", [True, False])
def test_reframings_are_of_wishes_that_fit_a_theme_and_of_others(fits):
    assert bool(some(testing.reframings(), lambda reframing: bool(reframing.themes) is fits).offers) is fits


@pytest.mark.parametrize("status", ScreenStatus)
def test_answers_to_a_form_are_of_every_status_and_it_can_be_fixed(status):
    assert some(testing.item_screens(), lambda found: found.status is status)
    assert some(testing.item_screens(status=status), lambda _: True).status is status


@pytest.mark.parametrize("status", [ScreenStatus.CONCERN, ScreenStatus.NOT_SCREENED])
def test_items_without_an_answer_stand_beside_a_concern_and_alone(status):
    assert some(testing.item_screens(status=status), lambda found: found.unanswered != ())


@pytest.mark.parametrize("has_default", [True, False])
def test_tables_of_help_have_a_default_or_none(has_default):
    assert some(testing.responder_tables(), lambda table: (table.default is not None) is has_default)


def test_reframings_leave_out_what_a_concern_stops(monkeypatch):
    concern = some(testing.screen_results(), lambda result: result.status is ScreenStatus.CONCERN)
    nothing = ScreenResult(ScreenStatus.NO_MATCH)
    monkeypatch.setattr(dialogue, "screen", lambda wish, **_: concern if wish == "be calm" else nothing)
    drawn = testing.reframings(st.sampled_from(["be calm", "be happy"]))
    assert isinstance(reframe("be calm"), ReframeStopped)
    few = settings(max_examples=100, phases=[Phase.generate], derandomize=True, database=None, deadline=None)
    with pytest.raises(NoSuchExample):
        find(drawn, lambda found: not isinstance(found, Reframing), settings=few)


@pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
def test_events_and_journals_are_of_every_kind(kind):
    assert some(testing.events(), lambda event: type(event) is kind)
    assert some(testing.journals(), lambda journal: kind in map(type, journal))


@pytest.mark.parametrize("state", [GoalState.ACTIVE, GoalState.CANCELLED])
def test_goals_of_plans_are_in_various_states(state):
    assert some(testing.planned_goals(), lambda planned: planned.state is state)


def test_journals_hold_late_events():
    days = [event.on for event in some(testing.journals(), holds_a_late_event)]
    assert days != sorted(days)


def holds_a_late_event(journal):
    return any(before.on > after.on for before, after in pairwise(journal))


@pytest.mark.parametrize("kind", [None, *ConflictKind])
def test_merges_hold_every_kind_of_conflict_and_none(kind):
    merges = testing.merges()
    assert some(merges, lambda merge: (kind in {one.kind for one in merge.conflicts}) if kind else not merge.conflicts)
    assert kind is None or some(testing.conflicts(), lambda conflict: conflict.kind is kind)


@pytest.mark.parametrize("kind", AnswerKind)
def test_answers_in_reviews_are_of_every_kind(kind):
    assert some(testing.review_answers(), lambda answer: answer.kind is kind)


@settings(max_examples=10)
@given(testing.outlines(goals=["calm"]), testing.branches(number=3, most=2))
def test_goals_of_an_outline_and_number_of_branches_can_be_fixed(outline, apart):
    assert outline.goals <= {"calm"}
    assert len(apart) == 3


@pytest.mark.parametrize("themed", [True, False])
def test_offers_are_readings_and_what_stands_beside_them(themed):
    assert some(testing.offers(), lambda offer: (offer.theme is not None) is themed)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_drafts_hold_no_goal_or_one_or_two(number):
    assert some(testing.drafts(), lambda draft: len(draft.goals) == number)


@pytest.mark.parametrize("role", Role)
def test_phrases_have_every_role(role):
    assert some(testing.phrases(), lambda phrase: phrase.role is role)


def test_missing_hypothesis_names_the_extra_to_install(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("therapygoals.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"therapygoals\[test\]") as caught:
        importlib.import_module("therapygoals.testing")
    assert caught.value.field == "hypothesis"
