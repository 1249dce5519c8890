"""Events, answers and outlines: what each may hold by itself."""

from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given, settings

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    Decision,
    Observation,
    OutcomeGoal,
    Party,
    Period,
    Roadblock,
    Span,
    Strategy,
    YesNoTarget,
)
from therapygoals.plan import (
    EVENTS,
    Answer,
    AnswerKind,
    Cadence,
    CheckedIn,
    ConcernRaised,
    ConcernSettled,
    Distance,
    Event,
    Formality,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Observed,
    Outline,
    OutlineChanged,
    PlannedStrategy,
    RoadblockNamed,
    SetbackMet,
    Vision,
    Voided,
    WinKind,
    Won,
    YesNo,
)
from therapygoals.testing import events

CLIENT = Actor(Party.CLIENT, "c-1")
DAY = date(2026, 1, 5)
CALM = OutcomeGoal("feel calmer", YesNoTarget(), id="calm")
WHEN = {"id": "e1", "on": DAY, "by": CLIENT}
SEEN = Observation(DAY, goal="calm")

ONE_OF_EACH = [
    GoalProposed(**WHEN, goal=CALM),
    GoalAnswered(**WHEN, goal="calm", decision=Decision.ACCEPT),
    GoalRevised(**WHEN, goal=CALM),
    GoalMoved(**WHEN, goal="calm", to=GoalState.ACTIVE),
    Observed(**WHEN, observations=[SEEN]),
    CheckedIn(**WHEN),
    Won(**WHEN, text="came in the rain"),
    SetbackMet(**WHEN, text="a hard week"),
    RoadblockNamed(**WHEN, goal="calm", roadblock=Roadblock("noise")),
    ConcernRaised(**WHEN, text="it goes too fast"),
    ConcernSettled(**WHEN, concern="e0"),
    OutlineChanged(**WHEN, outline=Outline()),
    Voided(**WHEN, event="e0"),
]
each_event = pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: type(event).__name__)

# What all events have


def test_every_kind_of_event_has_one_word():
    assert [type(event) for event in ONE_OF_EACH] == list(EVENTS.values())
    assert set(EVENTS.values()) == set(Event.__args__)


@each_event
@pytest.mark.parametrize("id_", ["", "  ", "x" * 201])
def test_event_has_a_key(event, id_):
    with pytest.raises(FieldError, match=r"\.id must"):
        attrs.evolve(event, id=id_)


@each_event
@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("on", datetime(2026, 1, 5, tzinfo=UTC)), ("on", "2026-01-05"), ("by", Party.CLIENT), ("id", 5)),
        *(("at", DAY), ("session", 3), ("note", b"")),
    ],
)
def test_field_of_another_type_is_refused(event, field, value):
    with pytest.raises(FieldTypeError, match=rf"^{type(event).__name__}\.{field} must be"):
        attrs.evolve(event, **{field: value})


@each_event
def test_moment_has_a_zone_and_lies_on_the_day(event):
    zone = timezone(timedelta(hours=5))
    assert attrs.evolve(event, at=datetime(2026, 1, 5, 1, tzinfo=zone)).at
    with pytest.raises(FieldError, match="at must have a time zone"):
        attrs.evolve(event, at=datetime(2026, 1, 5, 1))  # noqa: DTZ001
    with pytest.raises(FieldError, match=r"at must lie on the day of the event \(2026-01-05\)"):
        attrs.evolve(event, at=datetime(2026, 1, 6, 1, tzinfo=zone))


@each_event
def test_event_shows_what_was_given_and_no_more(event):
    assert repr(event).startswith(f"{type(event).__name__}(id='e1', on=datetime.date(2026, 1, 5), by=Actor(")
    assert "None" not in repr(event)


@each_event
def test_event_says_which_goal_it_is_about(event):
    none = (CheckedIn, Won, SetbackMet, ConcernRaised, ConcernSettled, OutlineChanged, Voided)
    assert event.about == (() if isinstance(event, none) else ("calm",))


@pytest.mark.parametrize("kind", [Won, SetbackMet, ConcernRaised])
def test_what_is_said_may_be_about_one_goal(kind):
    assert kind(**WHEN, text="so it is", goal="calm").about == ("calm",)


def test_event_may_be_about_several_goals_and_names_each_once():
    seen = [Observation(DAY, goal=goal) for goal in ("b", "a", "b")]
    answers = [Answer(question="q", goal=goal, rating=5) for goal in ("b", None, "a", "b")]
    assert Observed(**WHEN, observations=seen).about == ("b", "a")
    assert CheckedIn(**WHEN, answers=answers).about == ("b", "a")


@settings(max_examples=50)
@given(events())
def test_event_is_equal_only_to_one_of_the_same_kind(event):
    assert event == attrs.evolve(event)
    assert event != attrs.evolve(event, id=event.id + "-")


# What single events refuse


@pytest.mark.parametrize("kind", [GoalProposed, GoalRevised])
def test_goal_of_an_event_has_an_id(kind):
    with pytest.raises(FieldError, match=rf"^{kind.__name__}\.goal\.id must be given"):
        kind(**WHEN, goal=OutcomeGoal("feel calmer"))


@pytest.mark.parametrize("goal", ["calm", None])
def test_goal_that_is_put_forward_is_a_goal(goal):
    with pytest.raises(FieldTypeError, match="must be of type ProcessGoal or OutcomeGoal"):
        GoalProposed(**WHEN, goal=goal)


def test_other_wording_is_a_revision_and_no_answer():
    with pytest.raises(FieldError, match=r"^GoalAnswered.decision must be one of accept, decline, withdraw"):
        GoalAnswered(**WHEN, goal="calm", decision=Decision.CHANGE)


@pytest.mark.parametrize("version", [0, -1])
def test_versions_are_counted_from_one(version):
    with pytest.raises(FieldError, match="must be at least 1"):
        GoalAnswered(**WHEN, goal="calm", decision=Decision.ACCEPT, version=version)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ([], r"^Observed.observations must hold at least one"),
        ([SEEN, Observation(DAY)], r"^Observed.observations\[1\].goal must be the id"),
        (
            [Observation(date(2026, 1, 6), goal="calm")],
            r"^Observed.observations\[0\].on must not lie after .*\(2026-01-05\) \(got '2026-01-06'\)",
        ),
    ],
)
def test_what_was_observed_is_about_a_goal_and_a_day_that_has_come(seen, told):
    with pytest.raises(FieldError, match=told):
        Observed(**WHEN, observations=seen)


@pytest.mark.parametrize("satisfaction", [-1, 10.5, float("nan")])
def test_satisfaction_is_rated_from_0_to_10(satisfaction):
    with pytest.raises(FieldError, match="satisfaction must be"):
        CheckedIn(**WHEN, satisfaction=satisfaction)


# Answers


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"distance": Distance.CLOSER}, AnswerKind.DISTANCE),
        ({"yes_no": YesNo.UNSURE}, AnswerKind.YES_NO),
        ({"rating": 0}, AnswerKind.RATING),
        ({"text": "it is lighter"}, AnswerKind.TEXT),
        ({"rating": 7, "text": "nearly"}, AnswerKind.RATING),
    ],
)
def test_answer_is_of_one_kind_and_may_have_words_beside_it(given, kind):
    assert Answer(question="q", **given).kind is kind


def test_answer_is_of_one_kind_only():
    with pytest.raises(FieldError, match=r"^Answer must hold one of .* \(got 'yes_no, rating'\)"):
        Answer(question="q", yes_no=YesNo.YES, rating=5)


def test_answer_is_not_blank():
    with pytest.raises(FieldError, match=r"^Answer must hold a distance, a yes_no, a rating or a text"):
        Answer(question="q")


@pytest.mark.parametrize(
    ("field", "value"), [("distance", "closer"), ("yes_no", True), ("rating", "7"), ("rating", True)]
)
def test_answer_of_the_wrong_type_is_refused(field, value):
    with pytest.raises(FieldTypeError, match=rf"^Answer\.{field} must be"):
        Answer(question="q", **{field: value})


# The outline


def test_looks_at_a_plan_come_in_each_session_and_every_six_weeks_unless_told_otherwise():
    assert Cadence() == Cadence(informal=Span(1, Period.SESSION), formal=Span(6, Period.WEEK))


@pytest.mark.parametrize("formal", [Span(2, Period.WEEK), Span(6, Period.MONTH), Span(1, Period.DAY)])
def test_formal_look_is_told_by_the_calendar(formal):
    assert Cadence(formal=formal).formal is formal


@pytest.mark.parametrize(
    "formal", [Span(3, Period.SESSION), Span(7, Period.MONTH), Span(0, Period.WEEK), Span(1, Period.HOUR)], ids=str
)
def test_formal_look_lies_between_a_day_and_six_months(formal):
    with pytest.raises(FieldError, match=r"^Cadence.formal must be one day to six months"):
        Cadence(formal=formal)


def test_looks_do_not_follow_each_other_without_any_time_between():
    with pytest.raises(FieldError, match=r"^Cadence.informal must be longer than nothing"):
        Cadence(informal=Span(0, Period.SESSION))


def test_outline_names_goals_in_its_issues_and_its_strategies():
    outline = Outline(
        vision=Vision("mornings without dread", months=18),
        issues=[Issue("I lie awake", goals=["sleep", "calm"])],
        strategies=[PlannedStrategy(Strategy("worry time"), serves=["calm"]), PlannedStrategy(Strategy("diary"))],
    )
    assert outline.goals == {"sleep", "calm"}
    assert Outline().goals == frozenset()


@pytest.mark.parametrize("months", [0, 1.5, True])
def test_vision_looks_ahead_by_whole_months(months):
    with pytest.raises((FieldError, FieldTypeError), match=r"Vision\.months"):
        Vision("peace", months=months)


def test_words_of_closed_sets_are_plain():
    assert (Formality.FORMAL, WinKind.FACED_FEAR, Distance.SAME) == ("formal", "faced_fear", "same")
