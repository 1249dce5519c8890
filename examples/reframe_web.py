"""A dialogue over HTTP, as an app would hold it: JSON in, JSON out, and nothing kept in between.

python examples/reframe_web.py [PORT]

    POST /dialogues         {"wish": "I want to be happy"}              begin with a wish
    POST /interviews        {}                                          begin where nobody knows yet what they want
    POST /dialogues/next    {"transcript": {...}, "answer": "..."}      or "choose": a facet or null; "skip": true;
                                                                        "park": true
    POST /dialogues/resume  {"transcript": {...}}                       where it was left; what was parked goes on
    POST /drafts            {"transcript": {...}, "start": "2026-01-05"}

Each answer holds the transcript: plain JSON for the app to store and to send with the next request. Any process can
answer it, for the same transcript always gives the same state. Where words raise a concern there is no question any
more but `stopped` and the help, and sending the transcript again does not change that. Words that nothing can look at,
for there are too many or they are in another language, are refused, and the help comes with the error.

It listens to this machine alone. A service for others needs what is not here:

- people who sign in, and a transcript kept on the server, so that nobody can go on with someone else's or with one from
  which a concern was taken out;
- `HELP` for each place, kept right, and a `tell_a_person` that reaches a person, at once;
- a professional's route to `Transcript.released`; here a release is refused, for nobody can say who gave it;
- HTTPS, a limit to the size and the number of requests, and storage that is encrypted: what people say is health data.

What people say goes into no log and no error message. Errors tell the field, the rule and a way out.
"""

from __future__ import annotations

import json as plain_json
import logging
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

import uvicorn
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, StrictStr

import therapygoals as tg
from therapygoals.interop import json
from therapygoals.reframing import Interview, Transcript, interview
from therapygoals.safety import ScreenStatus

Talk: TypeAlias = tg.Reframing | Interview

# Whoever runs this puts the help of each place here, and keeps it right.
HELP = tg.ResponderTable(
    [
        tg.Help(
            "This matters more than a goal, so we stop here. You do not have to carry it alone. "
            "Please talk to somebody now.",
            [
                tg.Resource(
                    kind=tg.ResourceKind.EMERGENCY_SERVICE,
                    name="In danger now",
                    contact="the emergency service of the place where you are",
                ),
                tg.Resource(
                    kind=tg.ResourceKind.TREATING_THERAPIST, name="Your therapist", contact="as on your safety plan"
                ),
            ],
            locale="en",
        )
    ],
    default="en",
)


def tell_a_person(stopped: tg.ReframeStopped) -> None:
    """Put the way to your team in this place; what was said is in the transcript, and belongs in no log."""
    count = len(stopped.concerns)
    logging.getLogger(__name__).warning("a dialogue was stopped (concerns: %d), and nobody was told yet", count)


# What comes in


class Body(BaseModel):
    """What every request may hold."""

    model_config = ConfigDict(extra="forbid")
    locale: StrictStr = "en"
    """Language and place of the person, for the help."""


class Wish(Body):
    """To begin a dialogue."""

    wish: StrictStr


class Stored(Body):
    """What the last answer held."""

    transcript: dict[str, Any]


class Move(Stored):
    """What the person does with the question: exactly one of four."""

    choose: StrictStr | None = None
    """The facet of an offer; null for none of them."""
    answer: StrictStr = ""
    skip: Literal[True] = True
    park: Literal[True] = True


def _day(value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        msg = "must be a day, such as 2026-01-05"
        raise ValueError(msg) from None  # the words of Python hold what was sent


class ToDraft(Stored):
    """To draft goals."""

    start: Annotated[date, BeforeValidator(_day)]
    """The first day of the goals, by the calendar of the person."""


# What goes out


class Question(BaseModel):
    """What to ask now."""

    id: str
    kind: str
    text: str
    part: str


class Offer(BaseModel):
    """A reading to choose; with `in_own_words`, the person answers in place of choosing it."""

    text: str
    title: str
    facet: str | None
    in_own_words: bool


class State(BaseModel):
    """Where a dialogue stands."""

    transcript: dict[str, Any]
    """What to store, and to send with the next request."""
    stopped: bool = False
    """Whether a person has to take over: there is help, and nothing else to show."""
    help: dict[str, Any] | None = None
    prompt: Question | None = None
    offers: list[Offer] = []
    ended: str | None = None
    """Why there is no question any more."""
    candidates: list[str] = []
    """What an interview found: each may be a wish."""


class Drafted(BaseModel):
    """Goals to talk over, each part with where it comes from."""

    stopped: bool = False
    help: dict[str, Any] | None = None
    draft: dict[str, Any] | None = None


# Errors


class RefusedError(Exception):
    """A request that cannot be met: each fault with its field, its rule and a way out."""

    def __init__(
        self, *faults: tuple[str, str], way_out: str, status: int = 422, help_: dict[str, Any] | None = None
    ) -> None:
        super().__init__(status)
        self.status = status
        self.help = help_
        self.errors = [{"field": field, "rule": rule, "way_out": way_out} for field, rule in faults]


NOTHING_LOOKED = "Nothing has looked at these words yet. If they tell of danger, please do not wait: ask for help now."
"""Shown with the help where words cannot be screened: too many of them, or in a language without rules."""
UNCHANGED = "Send the transcript as the last answer gave it, or begin anew."
WAYS_OUT = {
    "wish": "Send what the person wants, in 1 to 4,000 characters; where they do not know, POST /interviews.",
    "answer": "Send the person's own words, in 1 to 4,000 characters, or skip.",
    "choose": "Send the facet of one of the offers, or null for none of them; or answer in the person's own words.",
}


def taken(transcript: dict[str, Any]) -> Transcript:
    """The transcript of a request.

    Raises:
        RefusedError: It is none, or holds a release.
    """
    try:
        read = json.loads(plain_json.dumps(transcript), Transcript)
    except tg.DocumentError as error:
        faults = [("transcript" + fault.path.removeprefix("$"), fault.message) for fault in error.faults]
        raise RefusedError(*faults, way_out=UNCHANGED) from None
    except RecursionError:
        raise RefusedError(("transcript", "must not be nested that deep"), way_out=UNCHANGED) from None
    if read.release is not None or any(move.release is not None for move in read.moves):
        way_out = "Leave it out. A release needs a professional who has signed in, and here nobody can."
        raise RefusedError(("transcript", "must hold no release"), way_out=way_out)
    return read


def resumed(transcript: Transcript) -> Talk | tg.ReframeStopped:
    """Where a dialogue was left; one without a wish was an interview.

    Raises:
        RefusedError: It is of another version of the catalogue, or its moves do not fit.
    """
    try:
        return Interview.resume(transcript) if transcript.wish is None else tg.Reframing.resume(transcript)
    except (tg.FieldError, tg.UnknownNameError) as error:
        field = "transcript." + error.field.removeprefix("Transcript.")
        raise RefusedError((field, error.rule), way_out=UNCHANGED) from None


def moved(state: Talk, move: Move, help_for: Callable[[str], dict[str, Any] | None]) -> Talk | tg.ReframeStopped:
    """The state after what the person did.

    Args:
        state: Where it stands.
        move: What the person did.
        help_for: The help for words that nothing could look at; None for others.

    Raises:
        RefusedError: It does not fit the question, or there is none any more.
    """
    done = move.model_fields_set & {"choose", "answer", "skip", "park"}
    if len(done) != 1:
        way_out = "Send one of choose, answer, skip and park."
        raise RefusedError(("body", f"must hold exactly one move (it has {len(done)})"), way_out=way_out)
    (kind,) = done
    if state.prompt is None:
        parked = state.transcript.is_parked
        way_out = "POST it to /dialogues/resume to go on." if parked else "POST it to /drafts, or begin anew."
        raise RefusedError(("transcript", f"must not have ended ({state.ended})"), way_out=way_out, status=409)
    if kind == "choose" and not isinstance(state, tg.Reframing):
        raise RefusedError(("choose", "does not go with an interview"), way_out=WAYS_OUT["answer"])
    try:
        match kind:
            case "choose" if isinstance(state, tg.Reframing):
                return state.choose(move.choose)
            case "answer":
                return state.answer(move.answer)
            case "skip":
                return state.skip()
            case _:
                return state.park()
    except tg.FieldError as error:
        raise RefusedError((kind, error.rule), way_out=WAYS_OUT[kind], help_=help_for(move.answer)) from None


def _body_refused(_: Request, error: Exception) -> JSONResponse:
    """What does not have the shape of a request; what was sent is not told again."""
    assert isinstance(error, RequestValidationError)
    faults: list[tuple[str, str]] = []
    for fault in error.errors():
        field = ".".join(str(step) for step in fault["loc"][1:2] if step in _FIELDS) or "body"
        rule = _RULES.get(fault["type"]) or str(fault["msg"]).removeprefix("Value error, ")
        faults.append((field, rule))
    return _refused(_, RefusedError(*faults, way_out="See /openapi.json for what each request holds."))


_FIELDS = frozenset({*Wish.model_fields, *Move.model_fields, *ToDraft.model_fields})
_RULES = {
    "extra_forbidden": "must hold no other fields",
    "json_invalid": "must be JSON",
    "missing": "must be there",
    "model_attributes_type": "must be an object, with the content type application/json",
    "string_type": "must be a string",
    "string_unicode": "must be Unicode text",
    "dict_type": "must be an object",
    "literal_error": "must be true",
}


def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RefusedError)
    unseen = {} if error.help is None else {"unseen": NOTHING_LOOKED, "help": error.help}
    return JSONResponse({"errors": error.errors, **unseen}, status_code=error.status)


# The service


def service(helper: tg.SafetyResponder, tell: Callable[[tg.ReframeStopped], None]) -> FastAPI:
    """A service with the help of its owner, and with the owner's way to tell a person."""
    app = FastAPI(title="Dialogues about what people want from therapy", docs_url=None, redoc_url=None)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _body_refused)

    def shown(state: Talk | tg.ReframeStopped, locale: str) -> State:
        if isinstance(state, tg.ReframeStopped):
            assert state.transcript is not None
            return State(transcript=plain(state.transcript), stopped=True, help=help_for(state, locale))
        return State(
            transcript=plain(state.transcript),
            prompt=question_of(state),
            offers=offers_of(state),
            ended=state.ended,
            candidates=list(state.candidates) if isinstance(state, Interview) else [],
        )

    def help_for(stopped: tg.ReframeStopped, locale: str) -> dict[str, Any]:
        tell(stopped)
        return plain(tg.respond(stopped, helper, locale=locale))

    def help_if_unseen(text: str, locale: str) -> dict[str, Any] | None:
        is_unseen = text.strip() and tg.screen(text).status is ScreenStatus.NOT_SCREENED
        return plain(tg.respond((), helper, locale=locale)) if is_unseen else None

    @app.post("/dialogues")
    def begin(body: Wish) -> State:
        """Begin with a wish."""
        try:
            state = tg.reframe(body.wish)
        except tg.FieldError as error:
            help_ = help_if_unseen(body.wish, body.locale)
            raise RefusedError(("wish", error.rule), way_out=WAYS_OUT["wish"], help_=help_) from None
        return shown(state, body.locale)

    @app.post("/interviews")
    def begin_interview(body: Body) -> State:
        """Begin where somebody does not know yet what they want."""
        return shown(interview(), body.locale)

    @app.post("/dialogues/next")
    def go_on(body: Move) -> State:
        """Choose, answer, skip or park; what was stopped stays stopped."""
        state = resumed(taken(body.transcript))
        if not isinstance(state, tg.ReframeStopped):
            state = moved(state, body, lambda text: help_if_unseen(text, body.locale))
        return shown(state, body.locale)

    @app.post("/dialogues/resume")
    def resume(body: Stored) -> State:
        """See where it was left; what was parked goes on."""
        transcript = taken(body.transcript)
        return shown(resumed(transcript.unparked() if transcript.is_parked else transcript), body.locale)

    @app.post("/drafts")
    def draft(body: ToDraft) -> Drafted:
        """Draft goals of what was said so far."""
        state = resumed(taken(body.transcript))
        if isinstance(state, tg.ReframeStopped):
            return Drafted(stopped=True, help=help_for(state, body.locale))
        return Drafted(draft=plain(tg.draft(state, start=body.start)))

    return app


def question_of(state: Talk) -> Question | None:
    """What to ask now."""
    if state.prompt is None or state.part is None:
        return None
    return Question(id=state.prompt.id, kind=state.prompt.kind, text=state.prompt.text, part=state.part)


def offers_of(state: Talk) -> list[Offer]:
    """What may be chosen now."""
    offers = state.offers if isinstance(state, tg.Reframing) else ()
    return [Offer(text=o.text, title=o.title, facet=o.facet, in_own_words=o.in_own_words) for o in offers]


def plain(obj: object) -> dict[str, Any]:
    """An object of the library as the JSON that it is stored as."""
    written: dict[str, Any] = plain_json.loads(json.dumps(obj))
    return written


def main(port: int) -> None:
    """Serve on this machine until it is stopped; port 0 takes a free one."""
    app = service(HELP, tell_a_person)
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning")
    listening = config.bind_socket()
    listening.listen()  # whoever reads the address may ask at once
    print("http://{}:{}".format(*listening.getsockname()), flush=True)
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
