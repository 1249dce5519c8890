"""The questions of check-ins and reviews: what holds for each of them, the answers they take, and loading one's own."""

import re
from collections import Counter

import pytest

from therapygoals.errors import DocumentError, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Approach, Party
from therapygoals.plan import (
    AnswerKind,
    Distance,
    Formality,
    Question,
    QuestionScope,
    QuestionSet,
    WinKind,
    YesNo,
    load_questions,
    questions,
)
from therapygoals.reframing import catalogue
from therapygoals.safety import ScreenStatus, screen

OURS = questions()
EACH = [pytest.param(question, id=question.id) for question in OURS]

PUSHING = re.compile(r"\b(should|must|have to|need to|why|fail\w*|lazy|late|behind|wrong|only)\b", re.IGNORECASE)
CLOSED = re.compile(r"(?:^|[.?!] )(?:do|does|is|are|can|have|has) (?:you|this|things|it)\b", re.IGNORECASE)


def grade(text):
    """The Flesch-Kincaid grade: 0.39 words a sentence and 11.8 syllables a word, less 15.59."""
    words = re.findall(r"[a-z']+", text.lower())
    sentences = len(re.findall(r"[.?!:]", text)) or 1
    syllables = sum(
        max(len(re.findall(r"[aeiouy]+", word)) - (word.endswith("e") and not word.endswith("le")), 1) for word in words
    )
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


# What holds for each


def test_ids_come_once():
    assert max(Counter(question.id for question in OURS).values()) == 1


@pytest.mark.parametrize("question", EACH)
def test_a_question_asks_and_pushes_nobody(question):
    assert question.text.endswith("?")
    assert not PUSHING.search(question.text)


@pytest.mark.parametrize("question", [one for one in EACH if one.values[0].answer_kind is AnswerKind.TEXT])
def test_a_question_for_words_is_open(question):
    assert not CLOSED.search(question.text)


@pytest.mark.parametrize("question", EACH)
def test_a_question_is_short_and_easy_to_read(question):
    assert grade(question.text) <= 8
    assert len(question.text.split()) <= 22


@pytest.mark.parametrize("question", EACH)
def test_the_screen_is_silent_on_a_question(question):
    assert screen(question.text).status is ScreenStatus.NO_MATCH


@pytest.mark.parametrize("question", EACH)
def test_a_rating_is_asked_for_from_0_to_10(question):
    assert question.text.startswith("From 0 to 10, ") is (question.answer_kind is AnswerKind.RATING)


@pytest.mark.parametrize("question", EACH)
def test_a_question_says_what_it_answers(question):
    assert question.source in {"goal-guide", "barlow2020"}
    assert question.rows
    assert all(re.fullmatch(r"[ST]-\d+", row) for row in question.rows)


@pytest.mark.parametrize(
    "key",
    [
        *("review.improving", "review.adjust", "review.aligned", "review.meaningful", "review.distance"),
        *("checkin.week", "checkin.skill", "complete.how-know", "complete.changed"),
        *("client-asks.approach", "check.honest"),
    ],
)
def test_the_questions_of_the_two_articles_are_there(key):
    assert key in OURS


@pytest.mark.parametrize("kind", WinKind)
def test_each_kind_of_win_has_its_question(kind):
    assert OURS.about(kind).win is kind
    assert OURS.about(kind) in OURS.asked("celebrate")


@pytest.mark.parametrize("approach", [one for one in Approach if one is not Approach.OTHER])
def test_each_school_of_therapy_has_questions(approach):
    assert len(OURS.of(approach)) >= 2
    assert {question.occasion for question in OURS.of(approach)} == {"modality"}


def test_each_kind_of_answer_is_asked_for():
    assert {question.answer_kind for question in OURS} == set(AnswerKind)


def test_a_client_has_a_question_to_ask_too():
    assert OURS["client-asks.approach"].asked_by is Party.CLIENT


def test_a_question_that_the_reframer_asks_too_has_the_same_words():
    theirs = {prompt.id: prompt.text for prompt in catalogue().bank}
    assert {key: OURS[key].text for key in theirs if key in OURS} == {"check.honest": theirs["check.honest"]}


# The set


def test_questions_are_loaded_once():
    assert questions("en") is OURS


def test_an_unknown_language_lists_the_known_ones():
    with pytest.raises(UnknownNameError, match="language must be one of en"):
        questions("tlh")


def test_an_unknown_question_is_told_by_its_id():
    with pytest.raises(UnknownNameError, match="must be the id of a question of therapygoals-review-questions"):
        OURS["review.dragons"]


def test_a_set_counts_its_questions():
    assert len(OURS) == len(list(OURS)) > 40


def test_questions_of_an_occasion_stay_in_their_order():
    assert [question.id for question in OURS.asked("complete")] == ["complete.how-know", "complete.changed"]


def test_a_set_does_not_take_an_id_twice():
    question = OURS["checkin.week"]
    with pytest.raises(
        FieldError, match=r"QuestionSet.questions must have ids of their own \(got \['checkin.week'\]\)"
    ):
        QuestionSet(id="x", version="1", language="en", questions=(question, question))


def test_a_set_without_a_question_for_a_win_asks_the_general_one():
    small = QuestionSet(id="x", version="1", language="en", questions=[OURS["celebrate.any"]])
    assert small.about(WinKind.INSIGHT) is OURS["celebrate.any"]


# Answers


@pytest.mark.parametrize("said", ["closer", Distance.CLOSER])
def test_a_question_of_distance_takes_closer_same_or_farther(said):
    answer = OURS["review.distance"].answer(said, goal="calm", text="a bit")
    assert (answer.question, answer.goal, answer.distance, answer.text) == (
        "review.distance",
        "calm",
        Distance.CLOSER,
        "a bit",
    )


def test_a_question_of_yes_or_no_takes_unsure_as_well():
    assert OURS["review.meaningful"].answer("unsure", goal="calm").yes_no is YesNo.UNSURE


@pytest.mark.parametrize("number", [0, 6.5, 10])
def test_a_question_for_a_rating_takes_a_number(number):
    assert OURS["review.satisfied"].answer(number).rating == number


def test_a_question_for_words_takes_words():
    answer = OURS["checkin.week"].answer("up and down")
    assert (answer.text, answer.kind) == ("up and down", AnswerKind.TEXT)


@pytest.mark.parametrize("key", ["review.distance", "review.meaningful", "review.importance"])
def test_words_alone_are_an_answer_to_any_question(key):
    assert OURS[key].answer(goal="calm", text="hard to say").kind is AnswerKind.TEXT


@pytest.mark.parametrize(
    ("key", "said", "asked"),
    [
        ("review.distance", 3, "must be one of closer, same, farther (got 'int')"),
        ("review.distance", YesNo.YES, "must be one of closer, same, farther (got 'YesNo')"),
        ("review.meaningful", True, "must be one of yes, no, unsure (got 'bool')"),
        ("review.importance", "7", "must be a number from 0 to 10 (got 'str')"),
        ("review.importance", True, "must be a number from 0 to 10 (got 'bool')"),
        ("check.honest", 7, "must be words, as a str (got 'int')"),
        ("check.honest", Distance.SAME, "must be words, as a str (got 'Distance')"),
    ],
)
def test_an_answer_of_another_kind_is_refused(key, said, asked):
    with pytest.raises(FieldTypeError) as error:
        OURS[key].answer(said, goal="calm")
    assert str(error.value) == f"answer to {key} {asked}"


@pytest.mark.parametrize(
    ("key", "said", "goal", "text", "rule"),
    [
        ("review.distance", "nearer", "calm", None, "must be one of closer, same, farther"),
        ("review.importance", 11, "calm", None, "must be at most 10 (got 11)"),
        ("review.importance", -1, "calm", None, "must be at least 0 (got -1)"),
        ("review.distance", "closer", None, None, "must name the goal it is about"),
        ("checkin.week", "fine", "calm", None, "must name no goal, for it is about the plan as a whole (got 'calm')"),
        ("checkin.week", "fine", None, "fine", "must hold the words once, as value or as text"),
        ("checkin.week", None, None, None, "must be words, as a str, or words"),
        ("review.distance", None, "calm", None, "must be one of closer, same, farther, or words"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(key, said, goal, text, rule):
    with pytest.raises(FieldError) as error:
        OURS[key].answer(said, goal=goal, text=text)
    assert str(error.value) == f"answer to {key} {rule}"


def test_an_error_about_an_answer_holds_none_of_the_words():
    with pytest.raises(FieldError) as error:
        OURS["review.distance"].answer("I told nobody about it", goal="calm")
    assert "nobody" not in str(error.value)


def test_a_question_is_written_as_its_text():
    assert str(OURS["checkin.week"]) == "How did your week go?"


def test_a_question_tells_what_it_is_made_of():
    assert repr(OURS["checkin.week"]) == (
        "Question(id='checkin.week', text='How did your week go?', answer_kind=AnswerKind.TEXT, "
        "scope=QuestionScope.PLAN, formality=Formality.INFORMAL)"
    )


# Questions of one's own

OWN = """
id = "ours"
version = "1"
language = "en"

[[question]]
id = "checkin.week"
text = "How was your week?"
answer = "text"
scope = "plan"
formality = "informal"

[[question]]
id = "clinic.rest"
text = "Where did you find rest?"
answer = "text"
scope = "either"
approach = "act"
win = "insight"
asked_by = "carer"
rows = ["S-1"]
"""


def load(tmp_path, text, **options):
    path = tmp_path / "questions.toml"
    path.write_text(text, encoding="utf-8")
    return load_questions(path, **options)


def faults(tmp_path, text, **options):
    with pytest.raises(DocumentError) as error:
        load(tmp_path, text, **options)
    return [str(fault) for fault in error.value.faults]


def test_a_question_of_ones_own_takes_the_place_of_ours_and_new_ones_follow(tmp_path):
    own = load(tmp_path, OWN, base=OURS)
    assert own.id == "ours"
    assert own["checkin.week"].text == "How was your week?"
    assert [question.id for question in own] == [*(question.id for question in OURS), "clinic.rest"]
    assert own["clinic.rest"] == Question(
        id="clinic.rest",
        text="Where did you find rest?",
        answer_kind=AnswerKind.TEXT,
        scope=QuestionScope.EITHER,
        approach=Approach.ACT,
        win=WinKind.INSIGHT,
        asked_by=Party.CARER,
        rows=("S-1",),
    )
    assert own["checkin.week"].formality is Formality.INFORMAL


def test_a_set_that_stands_alone_holds_what_reviews_ask(tmp_path):
    (fault,) = faults(tmp_path, OWN)
    assert fault.startswith("must hold every question that reviews ask (missing celebrate.any, checkin.skill, ")
    assert fault.endswith(" @ $.question")


def test_all_faults_are_told_at_once_with_their_path(tmp_path):
    text = """
    id = ""
    language = "en"
    colour = "blue"

    [[question]]
    id = "review.meaningful"
    text = "How much?"
    answer = "rating"
    scope = "goal"

    [[question]]
    id = "review.meaningful"
    text = " "
    answer = "maybe"
    scope = "plan"
    win = "luck"
    rows = "S-1"
    tone = "kind"

    [[question]]
    text = 3
    """
    assert faults(tmp_path, text, base=OURS) == [
        "must be yes_no, as ours of that id (got 'rating') @ $.question[0].answer",
        "must not be empty or blank @ $.question[1].text",
        "must be one of distance, yes_no, rating, text (got 'maybe') @ $.question[1].answer",
        "must be one of attended, disclosed, faced_fear, faced_resistance, first_time, kept_a_routine, used_a_skill, "
        "reached, insight, asked_for_help, began_again, other (got 'luck') @ $.question[1].win",
        "must be a list or tuple (got 'str') @ $.question[1].rows",
        "unknown field @ $.question[1].tone",
        "must be unique (got 'review.meaningful' again) @ $.question[1].id",
        "required field missing @ $.question[2].id",
        "must be a str (got 'int') @ $.question[2].text",
        "required field missing @ $.question[2].answer",
        "required field missing @ $.question[2].scope",
        "must not be empty or blank @ $.id",
        "required field missing @ $.version",
        "unknown field @ $.colour",
    ]


def test_questions_that_are_no_list_of_tables_are_told(tmp_path):
    head = 'id = "x"\nversion = "1"\nlanguage = "en"\n'
    assert faults(tmp_path, f"{head}question = 3") == ["must be a list (got 'int') @ $.question"]
    assert faults(tmp_path, f"{head}question = [3]") == ["must be a table (got 'int') @ $.question[0]"]


def test_a_file_that_is_no_toml_is_told(tmp_path):
    assert faults(tmp_path, "question = [")[0].startswith("must be TOML: ")


def test_a_file_that_is_no_utf_8_is_told(tmp_path):
    path = tmp_path / "questions.toml"
    path.write_bytes(b'id = "\xff"')
    with pytest.raises(DocumentError, match=r"must be UTF-8 @ \$"):
        load_questions(path)


def test_a_base_that_is_no_set_is_refused(tmp_path):
    with pytest.raises(FieldTypeError, match=r"base must be a QuestionSet \(got 'list'\)"):
        load(tmp_path, OWN, base=[])
