"""The questions of check-ins and reviews: data that a clinician can review, and the typed answers that they ask for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum, unique
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import attrs

from therapygoals.errors import DocumentError, Fault, FieldError, FieldTypeError, UnknownNameError
from therapygoals.goals import Approach, Party, _checks
from therapygoals.goals._words import short_repr
from therapygoals.plan.answers import Answer, AnswerKind, Distance, Formality, WinKind, YesNo

__all__ = ["Question", "QuestionScope", "QuestionSet", "load_questions", "questions"]

_KEY = _checks.text(most=200)


@unique
class QuestionScope(StrEnum):
    """What a question can be asked about."""

    GOAL = "goal"
    """One goal."""
    PLAN = "plan"
    """The plan as a whole, or life in general."""
    EITHER = "either"


@short_repr
@attrs.frozen(kw_only=True)
class Question:
    """A question of a check-in or a review. It asks and never tells, and every answer to it is a good one.

    Attributes:
        id: Its key, which never changes; the first word is the occasion, such as ``review.distance``.
        text: What is asked.
        answer_kind: What kind of answer it asks for.
        scope: Whether it is asked about a goal, about the plan, or about either.
        formality: The kind of look it belongs to; None where it fits both.
        approach: The school of therapy it comes from; None for none.
        win: The kind of win it is asked about; None where it is about something else.
        asked_by: Who asks it.
        source: Key of the references.
        rows: Numbers of the requirements that it answers.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: A text is blank or too long.

    Examples:
        >>> question = questions()["review.distance"]
        >>> question.answer("closer", goal="calm", text="a bit")
        Answer(question='review.distance', goal='calm', distance=Distance.CLOSER, text='a bit')
    """

    id: str = attrs.field(validator=_KEY)
    text: str = attrs.field(validator=_checks.text())
    answer_kind: AnswerKind = attrs.field(validator=_checks.a(AnswerKind))
    scope: QuestionScope = attrs.field(validator=_checks.a(QuestionScope))
    formality: Formality | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Formality)))
    approach: Approach | None = attrs.field(default=None, validator=_checks.optional(_checks.a(Approach)))
    win: WinKind | None = attrs.field(default=None, validator=_checks.optional(_checks.a(WinKind)))
    asked_by: Party = attrs.field(default=Party.THERAPIST, validator=_checks.a(Party))
    source: str = attrs.field(default="goal-guide", validator=_KEY)
    rows: tuple[str, ...] = attrs.field(
        default=(), converter=_checks.to_tuple, validator=_checks.each(tuple, _KEY), repr=False
    )

    @property
    def occasion(self) -> str:
        """The first word of its id: checkin, review, complete, celebrate and others."""
        return self.id.partition(".")[0]

    def answer(self, value: object = None, goal: str | None = None, *, text: str | None = None) -> Answer:
        """Make the typed answer to it.

        Args:
            value: Closer, same or farther; yes, no or unsure; a number from 0 to 10; or words, as the question asks.
                The words of the closed sets may be plain strings. None where there are words only, given as `text`.
            goal: Id of the goal it was asked about.
            text: What was said beside the value.

        Raises:
            FieldTypeError: The value is of a kind that the question does not ask for.
            FieldError: The value is none of the words or lies outside 0 to 10, nothing was answered, a goal is missing
                or given with a question about the plan, or words were given twice.
        """
        field = f"answer to {self.id}"
        if goal is None and self.scope is QuestionScope.GOAL:
            raise FieldError(field, "must name the goal it is about")
        if goal is not None and self.scope is QuestionScope.PLAN:
            raise FieldError(field, "must name no goal, for it is about the plan as a whole", goal)
        given: dict[str, Any] = {}
        if value is not None:
            given[self.answer_kind] = self._typed(value, field)
        if text is not None:
            if self.answer_kind in given and self.answer_kind is AnswerKind.TEXT:
                raise FieldError(field, "must hold the words once, as value or as text")
            given[AnswerKind.TEXT] = text
        if not given:
            raise FieldError(field, f"must be {_ASKED[self.answer_kind]}, or words")
        return Answer(question=self.id, goal=goal, **given)

    def _typed(self, value: object, field: str) -> object:
        asked = _ASKED[self.answer_kind]
        match self.answer_kind, value:
            case AnswerKind.DISTANCE, str():
                return _word(Distance, value, field, asked)
            case AnswerKind.YES_NO, str():
                return _word(YesNo, value, field, asked)
            case AnswerKind.RATING, int() | float() if not isinstance(value, bool):
                _checks.check_number(value, field, low=0, high=10)
                return value
            case AnswerKind.TEXT, str() if not isinstance(value, StrEnum):
                return value
            case _:
                raise FieldTypeError(field, f"must be {asked}", type(value).__name__)

    def __str__(self) -> str:
        return self.text


_ASKED = {
    AnswerKind.DISTANCE: f"one of {', '.join(Distance)}",
    AnswerKind.YES_NO: f"one of {', '.join(YesNo)}",
    AnswerKind.RATING: "a number from 0 to 10",
    AnswerKind.TEXT: "words, as a str",
}


def _word(words: type[StrEnum], value: str, field: str, asked: str) -> StrEnum:
    if isinstance(value, StrEnum) and not isinstance(value, words):
        raise FieldTypeError(field, f"must be {asked}", type(value).__name__)
    for word in words:
        if word == value:
            return word
    raise FieldError(field, f"must be {asked}")


@short_repr
@attrs.frozen(kw_only=True)
class QuestionSet:
    """Questions in one language, with ids of their own.

    Attributes:
        id: Key of the set.
        version: Its version; answers belong to the wording of a question.
        language: BCP 47 code.
        questions: The questions, in the order in which they are asked.

    Raises:
        FieldTypeError: A field has the wrong type.
        FieldError: An id comes twice.
    """

    id: str = attrs.field(validator=_KEY)
    version: str = attrs.field(validator=_KEY)
    language: str = attrs.field(validator=_KEY)
    questions: tuple[Question, ...] = attrs.field(
        repr=False, converter=_checks.to_tuple, validator=_checks.each(tuple, _checks.a(Question))
    )

    def __attrs_post_init__(self) -> None:
        ids = [question.id for question in self.questions]
        if twice := sorted({key for key in ids if ids.count(key) > 1}):
            raise FieldError("QuestionSet.questions", "must have ids of their own", twice)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def __contains__(self, key: object) -> bool:
        return any(question.id == key for question in self.questions)

    def __getitem__(self, key: str) -> Question:
        """The question with that id.

        Raises:
            UnknownNameError: There is no such question.
        """
        for question in self.questions:
            if question.id == key:
                return question
        raise UnknownNameError("question", f"must be the id of a question of {self.id}", key)

    def asked(self, occasion: str) -> tuple[Question, ...]:
        """The questions of an occasion, such as ``review`` or ``celebrate``; of all its parts."""
        return tuple(question for question in self.questions if question.occasion == occasion)

    def of(self, approach: Approach) -> tuple[Question, ...]:
        """The questions in the manner of a school of therapy."""
        return tuple(question for question in self.questions if question.approach is approach)

    def about(self, win: WinKind) -> Question:
        """The question to ask about a kind of win; the general one where the set has none of its own."""
        return next((question for question in self.questions if question.win is win), self["celebrate.any"])


_NEEDED: Mapping[str, AnswerKind] = {
    "celebrate.any": AnswerKind.TEXT,
    "checkin.skill": AnswerKind.TEXT,
    "checkin.week": AnswerKind.TEXT,
    "complete.how-know": AnswerKind.TEXT,
    "review.adjust": AnswerKind.YES_NO,
    "review.aligned": AnswerKind.YES_NO,
    "review.concern": AnswerKind.TEXT,
    "review.distance": AnswerKind.DISTANCE,
    "review.improving": AnswerKind.YES_NO,
    "review.instead": AnswerKind.TEXT,
    "review.keep-up": AnswerKind.TEXT,
    "review.load": AnswerKind.TEXT,
    "review.meaningful": AnswerKind.YES_NO,
    "review.next": AnswerKind.TEXT,
    "review.reshape": AnswerKind.TEXT,
    "review.resume": AnswerKind.TEXT,
    "review.roadblock": AnswerKind.TEXT,
    "review.roadblock-plan": AnswerKind.TEXT,
    "review.setback": AnswerKind.TEXT,
    "review.stalled": AnswerKind.TEXT,
    "review.time": AnswerKind.TEXT,
}
"""The questions that reviews, signals and agendas ask, and the kind of answer that is read."""

_LANGUAGES = ("en",)


def questions(language: str = "en") -> QuestionSet:
    """The questions of the library in a language.

    Args:
        language: BCP 47 code; only `en` so far.

    Raises:
        UnknownNameError: There are no questions in that language.
    """
    if language not in _LANGUAGES:
        raise UnknownNameError("language", f"must be one of {', '.join(_LANGUAGES)}", language)
    return _ours(language)


@cache
def _our_kinds() -> Mapping[str, AnswerKind]:
    return {question.id: question.answer_kind for question in questions()}


def check_answer(answer: Answer) -> None:
    """Refuse an answer of another kind than a question of the library asks for; words alone answer any question.

    What the questions of a caller ask for is not known here.

    Raises:
        FieldError: It is of another kind.
    """
    asked = _our_kinds().get(answer.question)
    if asked is not None and answer.kind not in (asked, AnswerKind.TEXT):
        rule = f"must be left out, for {answer.question} asks for {_ASKED[asked]}"
        given = getattr(answer, answer.kind)
        raise FieldError(f"Answer.{answer.kind}", rule, str(given) if isinstance(given, StrEnum) else given)


@cache
def _ours(language: str) -> QuestionSet:
    source = resources.files("therapygoals.plan") / "questions" / f"{language}.toml"
    return _parse(source.read_text(encoding="utf-8"), _NEEDED)


def load_questions(path: str | Path, *, base: QuestionSet | None = None) -> QuestionSet:
    """Questions of one's own, from a TOML file in UTF-8.

    Args:
        path: The file, written as ``plan/questions/en.toml`` is.
        base: A set to extend, such as `questions()`: a question with the id of one of the base takes its place, and
            the others come after it. Without a base, the file holds every question that reviews, signals and agendas
            ask; the error lists those that are missing. A question with an id of ours asks for the kind of answer that
            ours asks for, since answers are held against it.

    Raises:
        DocumentError: The file is no TOML, or parts of it are missing, surplus or wrong; all faults are told at once.
        FieldTypeError: The base is no set of questions.
        OSError: The file cannot be read.
    """
    if base is not None and not isinstance(base, QuestionSet):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("base", "must be a QuestionSet", type(base).__name__)
    if not isinstance(path, str | Path):  # pyright: ignore[reportUnnecessaryIsInstance] callers may not check types
        raise FieldTypeError("path", "must be a str or Path", type(path).__name__)
    try:
        return _parse(Path(path).read_text(encoding="utf-8"), _our_kinds(), base)
    except UnicodeDecodeError as error:
        raise DocumentError([Fault("$", "must be UTF-8")]) from error


_WORDS: dict[str, type[StrEnum]] = {
    "answer_kind": AnswerKind,
    "scope": QuestionScope,
    "formality": Formality,
    "approach": Approach,
    "win": WinKind,
    "asked_by": Party,
}
"""Fields that hold a word of a closed set."""
_KEYS = {"answer_kind": "answer", "questions": "question"}
"""Fields whose key in the document is another word."""


def _parse(text: str, kinds: Mapping[str, AnswerKind], base: QuestionSet | None = None) -> QuestionSet:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError([Fault("$", f"must be TOML: {error}")]) from error
    faults: list[Fault] = []
    tables: object = data.get("question", [])
    given: list[Question | None] = []
    if isinstance(tables, list):
        given += _questions(cast("list[object]", tables), kinds, faults)
    else:
        faults.append(Fault("$.question", f"must be a list (got {type(tables).__name__!r})"))
    fields = _fields(QuestionSet, data | {"question": ()}, "$", faults)
    known = {question.id: question for question in base or ()}
    told = {question.id: question for question in given if question is not None}
    if (
        isinstance(tables, list)
        and None not in given
        and (missing := sorted(_NEEDED.keys() - known.keys() - told.keys()))
    ):
        faults.append(Fault("$.question", f"must hold every question that reviews ask (missing {', '.join(missing)})"))
    if faults:
        raise DocumentError(faults)
    fields["questions"] = tuple((known | told).values())
    return QuestionSet(**fields)


def _questions(tables: list[object], kinds: Mapping[str, AnswerKind], faults: list[Fault]) -> Iterator[Question | None]:
    """Each question that is sound, and None for each that is not; an id that comes again is a fault."""
    ids: set[object] = set()
    for place, table in enumerate(tables):
        path, before = f"$.question[{place}]", len(faults)
        if not isinstance(table, dict):
            faults.append(Fault(path, f"must be a table (got {type(table).__name__!r})"))
            yield None
            continue
        fields = _fields(Question, cast("dict[str, Any]", table), path, faults)
        key = fields.get("id")
        if isinstance(key, str) and key in ids:
            faults.append(Fault(f"{path}.id", f"must be unique (got {key!r} again)"))
        ids.add(str(key))
        kind, needed = fields.get("answer_kind"), kinds.get(str(key))
        if needed is not None and isinstance(kind, AnswerKind) and kind is not needed:
            faults.append(Fault(f"{path}.answer", f"must be {needed}, as ours of that id (got {str(kind)!r})"))
        yield Question(**fields) if len(faults) == before else None


def _fields(kind: type[attrs.AttrsInstance], table: dict[str, Any], path: str, faults: list[Fault]) -> dict[str, Any]:
    """The fields of one table; what is missing, surplus or wrong becomes a fault."""
    left, fields = dict(table), dict[str, Any]()
    for attribute in attrs.fields(kind):
        key = _KEYS.get(attribute.name, attribute.name)
        if key not in left:
            if attribute.default is attrs.NOTHING:
                faults.append(Fault(f"{path}.{key}", "required field missing"))
            continue
        value = left.pop(key)
        if words := _WORDS.get(attribute.name):
            value = next((word for word in words if word == value), value)
        fields[attribute.name] = _checks.to_tuple(value)
        faults.extend(_refused(kind, attribute, fields[attribute.name], f"{path}.{key}"))
    faults.extend(Fault(f"{path}.{key}", "unknown field") for key in left)
    return fields


def _refused(kind: type[object], attribute: attrs.Attribute[Any], value: object, path: str) -> Iterable[Fault]:
    if (words := _WORDS.get(attribute.name)) is not None and not isinstance(value, words):
        yield Fault(path, f"must be one of {', '.join(words)} (got {value!r})")
        return
    check = attribute.validator
    assert check is not None, "each field has a check"
    try:
        check(object.__new__(kind), attribute, value)
    except (FieldError, FieldTypeError) as error:
        yield Fault(path, str(error).removeprefix(f"{error.field} "))
