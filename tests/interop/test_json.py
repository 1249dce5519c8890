"""Writing and reading our classes as JSON."""

import json as standard_json
from datetime import date, datetime
from enum import StrEnum

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapygoals import testing
from therapygoals.errors import DocumentError, FieldError, FieldTypeError
from therapygoals.goals import (
    TARGETS,
    Actor,
    Aim,
    BaseTarget,
    Context,
    Contribution,
    ContributionKind,
    Control,
    Framing,
    Frequency,
    FrequencyTarget,
    Goal,
    GoalSet,
    IfThenPlan,
    LifeArea,
    Motive,
    Needed,
    Origin,
    OutcomeGoal,
    Ownership,
    Pace,
    Party,
    Period,
    ProcessGoal,
    Progress,
    Readiness,
    Relation,
    RelationKind,
    Resolution,
    Roadblock,
    RoadblockKind,
    Scale,
    ScaleTarget,
    Span,
    Statement,
    Strategy,
    Target,
    TimeFrame,
    Weekday,
    YesNoTarget,
    _checks,
)
from therapygoals.interop import json
from therapygoals.language import Reading
from therapygoals.reframing import ReframeStopped, Reframing, ThemeMatch
from therapygoals.safety import Release, ScreenResult
from therapygoals.smart import RULES, Rule

CLIENT = Actor(Party.CLIENT, ref="c-17")
PLAN = IfThenPlan("the kettle boils", "I write one line")
DAY = date(2026, 1, 31)
SECRET = "geheim mit Ümlaut 🌧"

WALK = ProcessGoal(
    Statement("ich gehe zu Fuß 🚶", language="de-CH"),
    FrequencyTarget(at_least=4, per=Period.WEEK, of=7, context="before work"),
    id="walk",
    needed=Needed.ANY,
    time_frame=TimeFrame(start=DAY, span=Span(3, Period.MONTH)),
    aim=Aim.PRACTISE,
    framing=Framing.APPROACH,
    control=Control.SELF,
    ownership=Ownership(
        origin=Origin.SELF,
        worded_by=CLIENT,
        agreed_by=(CLIENT, Actor(Party.THERAPIST)),
        contributions=(Contribution(by=CLIENT, kind=ContributionKind.SELF_KNOWLEDGE, text="mornings are best"),),
        motive=Motive.AUTONOMOUS,
    ),
    readiness=Readiness(importance=8, confidence=6.5),
    context=Context(areas=frozenset({LifeArea.HEALTH, LifeArea.LEISURE}), values=("care",), pace=Pace.GENTLE),
    strategies=(Strategy("shoes by the door"),),
    roadblocks=(Roadblock("rain", RoadblockKind.OTHER, likelihood=7, plan=PLAN, resolution=Resolution.TOLERATE),),
    relations=(Relation(RelationKind.SERVES, "mood"),),
    insight="it is the first step that counts",
    plan=PLAN,
)
MOOD = OutcomeGoal(
    "feel lighter",
    (
        ScaleTarget(at_least=7, baseline=3.5, key="mood"),
        ScaleTarget(at_most=5, strict=True, scale=Scale(low=0, high=27, instrument="PHQ-9"), key="phq"),
    ),
    id="mood",
    sign="singing in the kitchen",
)

NOT_OF_A_CLASS = {
    *("branches", "days", "goal_texts", "keys", "next_events", "numbers", "observations_for", "texts", "values_for"),
    "wishes",
}
NOT_READ = {
    "field_changes",  # what changed may be anything
    *("agenda_items", "agendas", "channel_sets", "channels"),  # worked out from a journal, which is what is stored
}
STRATEGIES = sorted(set(testing.__all__) - NOT_OF_A_CLASS - NOT_READ)


class Word(StrEnum):
    ONE = "one"
    TWO = "two"


@attrs.frozen(kw_only=True)
class Anything:
    """One optional field of each kind, so that one fault can be looked at alone."""

    text: str = attrs.field(default="-", validator=_checks.text())
    whole: int = 0
    number: float = attrs.field(default=0, validator=_checks.number(high=10))
    flag: bool = False
    word: Word = Word.ONE
    day: date = DAY
    set: frozenset[Word] = frozenset()
    object: Statement = attrs.field(factory=lambda: Statement("-"))
    goal: Goal | None = None
    nothing: None = None
    pair: tuple[int, int] = (0, 0)


@attrs.frozen
class Broken:
    number: float = attrs.field()

    @number.validator
    def _check(self, attribute, value):
        raise ZeroDivisionError


@attrs.frozen
class Unknowable:
    anything: object


class Homemade(ProcessGoal):
    """A goal of a class that no word stands for."""


def faults_of(data, type_):
    with pytest.raises(DocumentError) as caught:
        json.loads(data, type_)
    return [(fault.path, fault.message) for fault in caught.value.faults]


# There and back


@pytest.mark.parametrize("name", STRATEGIES)
@settings(max_examples=15)
@given(data=st.data())
def test_what_was_written_reads_as_the_same_and_is_written_the_same(name, data):
    written = data.draw(getattr(testing, name)())
    again = json.loads(json.dumps(written), type(written))
    assert again == written
    assert json.dumps(again) == json.dumps(written)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Goal, WALK),
        (ProcessGoal | OutcomeGoal, MOOD),
        (Goal | None, MOOD),
        (Target, MOOD.targets[0]),
        (BaseTarget, MOOD.targets[0]),
        (tuple[Goal, ...], (MOOD, WALK)),
        (list[Target], [YesNoTarget(), YesNoTarget()]),
        (frozenset[Weekday], frozenset({Weekday.SUNDAY, Weekday.MONDAY})),
        (list[GoalSet], [GoalSet(), GoalSet()]),
        (float | None, None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, frozenset) else str(value),
)
def test_bases_unions_and_collections_can_be_asked_for(type_, value):
    assert json.loads(json.dumps(value), type_) == value


def test_text_reads_like_its_bytes():
    assert json.loads(json.dumps(WALK).decode(), Goal) == WALK


# What people will read


def test_one_line_goal_is_one_short_document():
    assert json.dumps(OutcomeGoal("sleep better")) == b'{"type":"outcome","statement":{"text":"sleep better"}}'


def test_set_of_goals_tells_its_format_and_its_goals():
    goal = ProcessGoal("zu Fuß", FrequencyTarget(at_least=3, per=Period.WEEK), time_frame=TimeFrame(due=DAY))
    assert json.dumps(GoalSet((goal,))).decode() == (
        '{"format":"therapygoals/1","goals":[{"type":"process","statement":{"text":"zu Fuß"},'
        '"targets":[{"type":"frequency","at_least":3,"per":"week"}],"time_frame":{"due":"2026-01-31"}}]}'
    )


def test_sets_are_written_in_the_order_of_the_alphabet():
    days = frozenset({Weekday.MONDAY, Weekday.FRIDAY, Weekday.SUNDAY})
    assert json.dumps(Frequency(low=1, per=Period.WEEK, days=days)) == (
        b'{"per":"week","low":1,"days":["FR","MO","SU"]}'
    )


@pytest.mark.parametrize("goal", [WALK, MOOD], ids=lambda goal: goal.kind)
def test_goal_is_told_by_its_kind(goal):
    assert json.dumps(goal).startswith(f'{{"type":"{goal.kind}",'.encode())


@given(target=testing.targets())
def test_target_is_told_by_its_word_from_the_table(target):
    assert TARGETS[standard_json.loads(json.dumps(target))["type"]] is type(target)
    assert json.loads(json.dumps(target), Target) == target


def test_place_in_a_text_is_a_pair_of_numbers():
    finding = RULES["G001"].finding((3, 9))
    assert standard_json.loads(json.dumps(finding))["span"] == [3, 9]


@settings(max_examples=30)
@given(draft=testing.drafts())
def test_goals_of_a_draft_are_told_by_their_kind(draft):
    written = standard_json.loads(json.dumps(draft))
    assert [goal["type"] for goal in written["goals"]] == [goal.kind for goal in draft.goals]


def test_whole_number_stays_whole_and_other_numbers_stay_themselves():
    assert repr(json.loads('{"importance": 7, "confidence": 7.0}', Readiness).importance) == "7"
    assert repr(json.loads('{"importance": 7, "confidence": 7.0}', Readiness).confidence) == "7.0"


# Nothing is mended


@pytest.mark.parametrize(
    ("field", "came", "told"),
    [
        ("text", "null", "must be a string (got null)"),
        ("text", "5", "must be a string (got 5)"),
        ("text", "[]", "must be a string (got an array)"),
        ("text", '"\\ud800"', "must be valid Unicode text (it holds half of a surrogate pair)"),
        ("text", '""', "must not be empty or blank"),
        ("whole", "3.9", "must be a whole number (got 3.9)"),
        ("whole", "3.0", "must be a whole number (got 3.0)"),
        ("whole", '"3"', "must be a whole number (got a string)"),
        ("whole", "true", "must be a whole number (got true)"),
        ("whole", "1e300", "must be a whole number (got a number)"),
        ("number", '"5"', "must be a number (got a string)"),
        ("number", "false", "must be a number (got false)"),
        ("number", "{}", "must be a number (got an object)"),
        ("number", "NaN", "must be a finite number"),
        ("number", "-Infinity", "must be a finite number"),
        ("number", "1e999", "must be a finite number"),
        ("number", "1" * 400, "must be a finite number between -1e+100 and 1e+100"),
        ("number", '"NaN"', "must be a number (got a string)"),
        ("number", "11", "must be at most 10 (got 11)"),
        ("flag", '"no"', "must be true or false (got a string)"),
        ("flag", "1", "must be true or false (got 1)"),
        ("flag", "null", "must be true or false (got null)"),
        ("word", '"weak"', "must be one of: one, two"),
        ("word", '"ONE"', "must be one of: one, two"),
        ("word", "1", "must be one of: one, two (got 1)"),
        ("day", '"31.1.2026"', "must be a day such as 2026-01-31"),
        ("day", '"20260131"', "must be a day such as 2026-01-31"),
        ("day", '"2026-W05-6"', "must be a day such as 2026-01-31"),
        ("day", '"2026-01-31T00:00"', "must be a day such as 2026-01-31"),
        ("day", '"2026-02-30"', "must be a day such as 2026-01-31"),
        ("day", "1769817600", "must be a day such as 2026-01-31 (got 1769817600)"),
        ("set", '["one", "one"]', "must not name anything twice"),
        ("set", '{"one": 1}', "must be an array (got an object)"),
        ("set", '"one"', "must be an array (got a string)"),
        ("object", "[]", "must be an object (got an array)"),
        ("object", "null", "must be an object (got null)"),
        ("goal", '"sleep better"', "must be an object (got a string)"),
        ("pair", "[1]", "must hold 2 values (got 1)"),
        ("pair", "[1, 2, 3]", "must hold 2 values (got 3)"),
        ("pair", "{}", "must be an array (got an object)"),
        ("nothing", "0", "must be null (got 0)"),
    ],
)
def test_value_of_another_kind_is_refused(field, came, told):
    assert faults_of(f'{{"{field}": {came}}}', Anything) == [(f"$.{field}", told)]


@pytest.mark.parametrize("data", [b"{}", "{}"])
def test_default_stands_where_nothing_is_said(data):
    assert json.loads(data, Anything) == Anything()


def test_null_stands_where_nothing_else_may():
    assert json.loads('{"nothing": null, "goal": null}', Anything) == Anything()


def test_pair_of_equal_values_is_a_pair():
    assert json.loads('{"pair": [7, 7]}', Anything).pair == (7, 7)


def test_whole_number_may_stand_for_any_number():
    assert json.loads('{"number": 5}', Anything).number == 5


@pytest.mark.parametrize("came", ["null", "5", '"x"', "[]"])
def test_something_else_in_place_of_the_document_is_refused(came):
    ((path, message),) = faults_of(came, Goal)
    assert path == "$"
    assert message.startswith("must be an object (got ")


# Faults


def test_every_fault_is_told_at_once_with_its_path():
    document = """{"format": "therapygoals/1", "goals": [
        {"type": "outcome", "statement": {"text": "a"}, "readiness": {"importance": 11, "hope": -1, "effort": "5"}},
        {"type": "process", "id": 7, "time_frame": {"start": "soon", "end": "2026-01-31"}},
        {"type": "process", "statement": {"text": "b"}, "targets": [
            {"type": "scale", "at_least": 12},
            {"type": "streak", "per": "fortnight"}
        ], "context": {"areas": ["work", "office"], "values": ["", 5]}},
        {"type": "wish", "statement": 5},
        {"statement": {"text": "c"}}
    ]}"""
    assert [path for path, _ in faults_of(document, GoalSet)] == [
        "$.goals[0].readiness.importance",
        "$.goals[0].readiness.effort",
        "$.goals[0].readiness.hope",
        "$.goals[1].statement",
        "$.goals[1].id",
        "$.goals[1].time_frame.start",
        "$.goals[1].time_frame.end",
        "$.goals[2].targets[0].at_least",
        "$.goals[2].targets[1].length",
        "$.goals[2].targets[1].per",
        "$.goals[2].context.areas[1]",
        "$.goals[2].context.values[1]",
        "$.goals[3].type",
        "$.goals[4].type",
    ]


@pytest.mark.parametrize(
    ("document", "path", "message"),
    [
        ('{"type": "outcome"}', "$.statement", "required field missing"),
        ('{"statement": {"text": "a"}}', "$.type", "required field missing; must be one of: process, outcome"),
        ('{"type": "wish"}', "$.type", "must be one of: process, outcome"),
        ('{"type": ["process"]}', "$.type", "must be one of: process, outcome"),
        (
            '{"type": "process", "type": "outcome", "statement": {"text": "a"}}',
            "$.type",
            "must be one of: process, outcome",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a", "text": "b"}}',
            "$.statement.text",
            "must be a string (got several values under one name)",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a", "words": 1}}',
            "$.statement.words",
            "unknown field; Statement has: text, language",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a", "I feel so low": 1}}',
            "$.statement[?]",
            "unknown field; Statement has: text, language",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a"}, "time_frame": {"sessions": 0}}',
            "$.time_frame.sessions",
            "must be at least 1 (got 0)",
        ),
        (
            '{"statement": {"text": "a"}, "type": "outcome",'
            ' "time_frame": {"start": "2026-02-01", "due": "2026-01-01"}}',
            "$.time_frame.due",
            "must not lie before start (2026-02-01)",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a"}, "readiness": {"hope": {}}}',
            "$.readiness.hope",
            "must be a number (got an object)",
        ),
        (
            '{"type": "outcome", "statement": {"text": "a"}, "targets": [{"type": "gas", "levels": []}]}',
            "$.targets[0].levels",
            "must be five texts, from -2 to +2 (got 0)",
        ),
    ],
)
def test_fault_tells_where_it_is_and_what_must_hold(document, path, message):
    assert faults_of(document, Goal) == [(path, message)]


@pytest.mark.parametrize(
    ("document", "type_", "faults"),
    [
        (
            '{"text": 5, "kinds": ["wish"], "phrases": [{"role": "act", "start": "0", "end": 4, "rule": "w"}]}',
            Reading,
            {"$.text", "$.kinds[0]", "$.phrases[0].start"},
        ),
        (
            '{"theme": "happiness", "score": 4, "spans": [[1], [1, 8, 9], [1, 8.5]], "entries": [], "facets": []}',
            ThemeMatch,
            {"$.spans[0]", "$.spans[1]", "$.spans[2][1]"},
        ),
        ('{"status": "concern"}', ScreenResult, {"$.concerns"}),
        ('{"concerns": []}', ReframeStopped, {"$.concerns"}),
        ('{"status": "safe"}', ScreenResult, {"$.status"}),
    ],
)
def test_faults_of_what_was_read_or_answered_have_their_paths_too(document, type_, faults):
    assert {path for path, _ in faults_of(document, type_)} == faults


def test_wrong_target_is_told_the_right_words():
    assert faults_of('{"type": "scael"}', Target) == [("$.type", f"must be one of: {', '.join(TARGETS)}")]


def test_one_kind_of_target_is_not_taken_for_another():
    assert faults_of(json.dumps(YesNoTarget()), ScaleTarget) == [("$.type", "must be one of: scale")]


def test_faults_between_goals_are_told_at_the_goals():
    twice = b'{"format":"therapygoals/1","goals":[%b,%b]}' % (json.dumps(WALK), json.dumps(WALK))
    assert faults_of(twice, GoalSet) == [("$.goals", "must have unique ids")]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('{"goals": []}', "required field missing; must be one of: therapygoals/1"),
        ('{"format": "therapygoals/2", "goals": 5}', "must be one of: therapygoals/1"),
        ('{"format": 1}', "must be one of: therapygoals/1"),
    ],
)
def test_set_of_goals_in_another_format_is_refused_before_anything_else(document, message):
    assert faults_of(document, GoalSet) == [("$.format", message)]


@pytest.mark.parametrize(
    "document",
    [
        f'{{"text": "{SECRET}", "language": "{SECRET}"}}',
        f'{{"text": ["{SECRET}"], "{SECRET}": "{SECRET}"}}',
        f'{{"text": {{"{SECRET}": 1}}}}',
        f'["{SECRET}"]',
        f'"{SECRET}"',
        f'{{"text": "{SECRET}"',
        f'{{"text": "{SECRET}\\ud800"}}',
        f'{{"text": "{SECRET * 400}"}}',
    ],
)
def test_no_word_of_a_person_is_in_the_error(document):
    with pytest.raises(DocumentError) as caught:
        json.loads(document, Statement)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


JUNK = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.just(SECRET), st.just("2026-01-31"), st.just("week")),
    *(st.just([SECRET]), st.just({SECRET: SECRET}), st.just({"type": "scale", "text": SECRET})),
)


def places(document):
    """Each list or object of a document with each of its indexes or names."""
    inside = range(len(document)) if isinstance(document, list) else list(document)
    for key in inside:
        yield document, key
        if isinstance(document[key], list | dict):
            yield from places(document[key])


@settings(max_examples=200)
@given(data=st.data())
def test_whatever_is_spoilt_is_read_or_refused_without_a_word_of_a_person(data):
    document = standard_json.loads(json.dumps(GoalSet((MOOD, WALK))))
    for place, key in data.draw(st.lists(st.sampled_from(list(places(document))), min_size=1, max_size=4)):
        place[key] = data.draw(JUNK)
    told = ""
    try:
        json.loads(standard_json.dumps(document), GoalSet)
    except DocumentError as error:
        told = str(error)
    assert SECRET not in told


def test_error_that_is_no_fault_of_the_document_comes_through():
    with pytest.raises(ZeroDivisionError):
        json.loads('{"number": 5}', Broken)


# What cannot be written or asked for


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_number_that_is_not_finite_is_not_written(value):
    with pytest.raises(FieldError, match="must be finite"):
        json.dumps(Progress(fraction=value, met=None, value=None, unit="points"))


@pytest.mark.parametrize(
    "value", [object(), {"a": 1}, {1}, 1j, [WALK, object()], Homemade("a"), [Homemade("a")], Goal, RULES["G001"]]
)
def test_other_things_are_not_written(value):
    with pytest.raises(FieldTypeError, match="must be made of the library's classes"):
        json.dumps(value)


def test_day_with_a_time_is_not_cut_short():
    with pytest.raises(FieldTypeError, match="without a time of day"):
        json.dumps([datetime(2026, 1, 31, 12)])  # noqa: DTZ001


@pytest.mark.parametrize(
    "type_",
    [
        *(object, dict, dict[str, Goal], set[Goal], tuple, list, tuple[()], tuple[int, str]),
        *(Goal | str, Goal | GoalSet, Homemade, Unknowable, Rule, Reframing | ReframeStopped, "Goal", 5),
    ],
    ids=str,
)
def test_other_types_cannot_be_asked_for(type_):
    with pytest.raises(FieldTypeError, match="type_ must be made of the library's classes"):
        json.loads("{}", type_)


@pytest.mark.parametrize("data", [None, 5, bytearray(b"{}"), {"a": 1}])
def test_only_text_and_bytes_are_read(data):
    with pytest.raises(FieldTypeError, match="data must be bytes or str"):
        json.loads(data, Statement)


@pytest.mark.parametrize(
    "moment", ['"2026-01-31"', '"2026-01-31T10:00:00"', '"2026-01-31 10:00:00+00:00"', '"soon"', "1769817600"]
)
def test_a_moment_has_its_zone(moment):
    with pytest.raises(DocumentError, match=r"must be a moment with its zone such as 2026-01-31T10:00:00\+00:00"):
        json.loads(
            f'{{"by": "A", "role": "B", "at": {moment}, "reason": "C", "digest": "{"0" * 64}"}}'.encode(), Release
        )
