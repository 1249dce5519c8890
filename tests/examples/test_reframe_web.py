"""The dialogue over HTTP, held by an app on a socket of this machine."""

import json as plain_json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import attrs
import pytest

from therapygoals import Draft, ReframeStopped, Release, draft, reframe
from therapygoals.interop import json
from therapygoals.reframing import Interview, Reframing, Transcript, interview

pytest.importorskip("fastapi")
pytest.importorskip("uvicorn")

SCRIPT = Path(__file__).parents[2] / "examples" / "reframe_web.py"
DIRECT = build_opener(ProxyHandler({}))
HAPPY = "I want to be happy"
MOVES = (
    {"choose": "happiness.inner_peace"},
    {"answer": "On the bench behind the library, phone in my bag."},
    {"answer": "I would drink tea with my sister and not look at the clock"},
    {"answer": "4"},
    {"answer": "sit on the bench for ten minutes on three days a week"},
    {"skip": True},
    {"answer": "8"},
)
HALF = "must be valid Unicode text (it holds half of a surrogate pair)"
DANGER = "I want to end my life"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """Where it listens, and the file that it logs to."""
    log = tmp_path_factory.mktemp("web") / "log.txt"
    with (
        log.open("wb") as err,
        subprocess.Popen([sys.executable, str(SCRIPT), "0"], stdout=subprocess.PIPE, stderr=err) as process,
    ):
        yield process.stdout.readline().decode().strip(), log
        process.terminate()


@pytest.fixture
def sent(service):
    """Sends a request; gives the status and what came back."""
    address, _ = service

    def send(path, body, *, kind="application/json"):
        data = body if isinstance(body, bytes) else plain_json.dumps(body).encode()
        request = Request(address + path, data=data, headers={"Content-Type": kind})
        try:
            with DIRECT.open(request, timeout=30) as response:
                return response.status, plain_json.load(response)
        except HTTPError as error:
            with error:
                return error.code, plain_json.load(error)

    return send


@pytest.fixture
def state(sent):
    """Sends a request that is met; gives the state."""

    def send(path, body):
        status, told = sent(path, body)
        assert status == 200, told
        return told

    return send


@pytest.fixture
def refused(sent):
    """Sends a request that is refused; gives the one fault, which always has a way out."""

    def send(path, body, status=422):
        told = sent(path, body)
        assert told[0] == status
        (fault,) = told[1]["errors"]
        assert fault["way_out"].endswith(".")
        return fault["field"], fault["rule"]

    return send


def walked(state, begun, moves):
    for move in moves:
        begun = state("/dialogues/next", {"transcript": begun["transcript"], **move})
    return begun


def as_stored(obj):
    return plain_json.loads(json.dumps(obj))


# A whole dialogue


def test_a_dialogue_begins_with_a_question_and_offers(state):
    begun = state("/dialogues", {"wish": HAPPY})
    assert begun["transcript"] == as_stored(reframe(HAPPY))
    assert begun["prompt"]["text"] == "When you say this, what does it mean in your own life?"
    assert [offer["facet"] for offer in begun["offers"]][:1] == ["happiness.inner_peace"]
    assert [offer["in_own_words"] for offer in begun["offers"]][-2:] == [True, False]


def test_a_whole_dialogue_ends_in_the_draft_that_the_library_makes(state):
    ended = walked(state, state("/dialogues", {"wish": HAPPY}), MOVES)
    assert (ended["prompt"], ended["offers"], ended["ended"]) == (None, [], "enough")
    told = state("/drafts", {"transcript": ended["transcript"], "start": "2026-01-05"})
    here = Reframing.resume(json.loads(plain_json.dumps(ended["transcript"]), Transcript))
    assert json.loads(plain_json.dumps(told["draft"]), Draft) == draft(here, start=date(2026, 1, 5))
    assert [goal["type"] for goal in told["draft"]["goals"]] == ["outcome", "process"]


def test_the_same_transcript_gives_the_same_state(state):
    begun = walked(state, state("/dialogues", {"wish": HAPPY}), MOVES[:3])
    again = state("/dialogues/resume", {"transcript": begun["transcript"]})
    assert again == begun
    assert walked(state, again, MOVES[3:]) == walked(state, begun, MOVES[3:])


def test_none_of_these_is_a_choice_too(state):
    chosen = walked(state, state("/dialogues", {"wish": HAPPY}), [{"choose": None}])
    assert chosen["transcript"]["moves"] == [{"kind": "chose", "prompt": "clarify.meaning"}]
    assert chosen["prompt"]["part"] == "exception"


def test_what_was_parked_is_taken_up_again(state, refused):
    begun = walked(state, state("/dialogues", {"wish": HAPPY}), MOVES[:2])
    parked = walked(state, begun, [{"park": True}])
    assert (parked["prompt"], parked["ended"]) == (None, "declined")
    assert refused("/dialogues/next", {"transcript": parked["transcript"], "skip": True}, status=409)
    assert state("/dialogues/resume", {"transcript": parked["transcript"]}) == begun


def test_an_interview_finds_what_may_become_a_goal(state):
    answers = ["Work is a lot", "Deadlines", "My garden", "Meetings", "Lunch outside with a friend"]
    answers += ["I speak up in the Monday meeting", "I write one sentence before it", "A quiet desk"]
    begun = state("/interviews", {})
    assert begun["transcript"] == as_stored(interview())
    ended = walked(state, begun, [{"answer": answer} for answer in answers])
    assert ended["ended"] == "enough"
    assert ended["candidates"] == [
        "I speak up in the Monday meeting",
        "I write one sentence before it",
        "A quiet desk",
        "Work is a lot",
    ]
    told = state("/drafts", {"transcript": ended["transcript"], "start": "2026-01-05"})["draft"]
    here = Interview.resume(json.loads(plain_json.dumps(ended["transcript"]), Transcript))
    assert told == as_stored(draft(here, start=date(2026, 1, 5)))


def test_an_answer_of_four_thousand_characters_is_kept_whole(state):
    answer = "I smile " * 499 + "at dawn."
    assert len(answer) == 4000
    said = walked(state, state("/dialogues", {"wish": HAPPY}), [{"answer": answer}])
    assert said["transcript"]["moves"][0]["text"] == answer
    assert said["prompt"] is not None


# Danger


@pytest.mark.parametrize("before", [0, 1, 3])
def test_a_concern_gives_help_and_no_question_any_more(before, state):
    begun = walked(state, state("/dialogues", {"wish": HAPPY}), MOVES[:before])
    stopped = walked(state, begun, [{"answer": DANGER}])
    assert (stopped["stopped"], stopped["prompt"], stopped["offers"]) == (True, None, [])
    assert stopped["help"]["text"].endswith("Please talk to somebody now.")
    assert len(stopped["transcript"]["moves"]) == before + 1


def test_a_concern_in_the_wish_stops_it_before_the_first_question(state):
    stopped = state("/dialogues", {"wish": DANGER, "locale": "de-AT"})
    assert (stopped["stopped"], stopped["prompt"]) == (True, None)
    assert stopped["transcript"]["wish"] == DANGER


def test_what_was_stopped_stays_stopped_and_gives_no_goal(state):
    stopped = walked(state, state("/dialogues", {"wish": HAPPY}), [MOVES[0], {"answer": DANGER}])
    transcript = {"transcript": stopped["transcript"]}
    assert state("/dialogues/next", {**transcript, "answer": "Never mind"}) == stopped
    assert state("/dialogues/resume", transcript) == stopped
    told = state("/drafts", {**transcript, "start": "2026-01-05"})
    assert (told["stopped"], told["draft"], told["help"]) == (True, None, stopped["help"])


def test_nobody_can_release_words_here(refused):
    stopped = reframe(DANGER)
    assert isinstance(stopped, ReframeStopped)
    release = Release.of(DANGER, by="Zo Lind", role="therapist", at=datetime(2026, 1, 5, tzinfo=UTC), reason="seen")
    released = as_stored(stopped.transcript.released(release))
    assert refused("/dialogues/resume", {"transcript": released}) == ("transcript", "must hold no release")


@pytest.mark.parametrize("words", [f"{DANGER} " * 200, "Ich will nicht mehr leben"], ids=["too long", "in German"])
def test_words_that_nothing_could_look_at_come_back_with_help(words, sent):
    begun = as_stored(reframe(HAPPY))
    for path, request in (("/dialogues", {"wish": words}), ("/dialogues/next", {"transcript": begun, "answer": words})):
        status, body = sent(path, request)
        assert status == 422
        assert body["unseen"].startswith("Nothing has looked at these words yet.")
        assert [resource["name"] for resource in body["help"]["resources"]] == ["In danger now", "Your therapist"]


def test_a_request_that_says_nothing_needs_no_help(sent):
    assert "help" not in sent("/dialogues", {"wish": " "})[1]


# What does not fit


@pytest.mark.parametrize(
    ("path", "body", "field", "rule"),
    [
        ("/dialogues", {"wish": " "}, "wish", "must not be empty or blank"),
        ("/dialogues", {"wish": "x" * 4001}, "wish", "must have at most 4000 characters (it has 4001)"),
        ("/dialogues", {"wish": 7}, "wish", "must be a string"),
        ("/dialogues", {"wish": None}, "wish", "must be a string"),
        ("/dialogues", {}, "wish", "must be there"),
        ("/dialogues", {"wish": HAPPY, "Zebedee": 1}, "body", "must hold no other fields"),
        ("/dialogues", b'{"wish": "Zebedee"', "body", "must be JSON"),
        (
            "/dialogues",
            b'{"wish": "\\ud800"}',
            "wish",
            "must be valid Unicode text (it holds half of a surrogate pair)",
        ),
        ("/dialogues", b"", "body", "must be there"),
        ("/dialogues/next", {"transcript": "Zebedee", "skip": True}, "transcript", "must be an object"),
        ("/dialogues/next", {"transcript": {"wish": "x"}, "skip": 2}, "skip", "must be true"),
    ],
)
def test_a_request_of_another_shape_is_told_field_rule_and_way_out(path, body, field, rule, refused):
    assert refused(path, body) == (field, rule)


def test_what_is_no_json_by_its_header_is_refused(sent):
    status, told = sent("/dialogues", {"wish": "Zebedee"}, kind="text/plain")
    assert status == 422
    assert "Zebedee" not in str(told)


@pytest.mark.parametrize(
    ("move", "field", "rule"),
    [
        ({"answer": ""}, "answer", "must not be empty or blank"),
        ({"answer": "x" * 4001}, "answer", "must have at most 4000 characters (it has 4001)"),
        ({"choose": "sleep.night"}, "choose", "must be one of the readings of the themes: happiness.inner_peace"),
        ({}, "body", "must hold exactly one move (it has 0)"),
        ({"skip": True, "answer": "Zebedee"}, "body", "must hold exactly one move (it has 2)"),
    ],
)
def test_a_move_that_does_not_fit_is_refused(move, field, rule, refused):
    told = refused("/dialogues/next", {"transcript": as_stored(reframe(HAPPY)), **move})
    assert told[0] == field
    assert told[1].startswith(rule)


def test_a_choice_where_none_is_offered_is_refused(refused):
    chosen = as_stored(reframe(HAPPY).choose(None))
    field, rule = refused("/dialogues/next", {"transcript": chosen, "choose": "happiness.inner_peace"})
    assert (field, rule.partition(",")[0]) == ("choose", "cannot be chosen now")


def test_an_interview_offers_nothing_to_choose(refused):
    body = {"transcript": as_stored(interview()), "choose": None}
    assert refused("/dialogues/next", body) == ("choose", "does not go with an interview")


@pytest.mark.parametrize("move", [{"answer": "Zebedee"}, {"choose": None}, {"skip": True}, {"park": True}], ids=str)
def test_a_dialogue_that_has_ended_takes_no_more(move, refused):
    ended = as_stored(reframe(HAPPY).skip().skip())
    told = refused("/dialogues/next", {"transcript": ended, **move}, status=409)
    assert told == ("transcript", "must not have ended (declined)")


@pytest.mark.parametrize("path", ["/dialogues/next", "/dialogues/resume", "/drafts"])
def test_a_transcript_of_another_version_of_the_catalogue_is_refused(path, refused):
    stored = as_stored(reframe(HAPPY)) | {"catalogue_version": "0.0.1"}
    more = {"/dialogues/next": {"skip": True}, "/drafts": {"start": "2026-01-05"}}.get(path, {})
    field, rule = refused(path, {"transcript": stored, **more})
    assert field == "transcript.catalogue_version"
    assert "begin anew with the same wish" in rule


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"language": "de"}, "transcript.language"),
        ({"mood": 3}, "transcript.mood"),
        ({"sure_from": 11}, "transcript.sure_from"),
        ({"moves": [{"kind": "skipped", "prompt": "general.scaling"}]}, "transcript.moves[0].prompt"),
        ({"moves": [{"kind": "answered", "prompt": "clarify.meaning", "text": ""}]}, "transcript.moves[0].text"),
    ],
)
def test_a_transcript_that_was_changed_is_told_where(change, field, refused):
    stored = as_stored(reframe(HAPPY)) | change
    assert refused("/dialogues/resume", {"transcript": stored})[0] == field


def test_nesting_without_end_is_refused(sent):
    deep = b'{"transcript": ' + b'{"a": ' * 900 + b"1" + b"}" * 900 + b"}"
    assert sent("/dialogues/resume", deep)[0] == 422
    assert sent("/dialogues/resume", b'{"transcript": ' + b"[" * 100_000)[0] == 400


@pytest.mark.parametrize("day", ["soon", "2026-02-31", 7, None, True])
def test_a_draft_needs_a_day_to_start(day, refused):
    body = {"transcript": as_stored(reframe(HAPPY)), "start": day}
    assert refused("/drafts", body) == ("start", "must be a day, such as 2026-01-05")


# What is not told


def test_nothing_that_is_said_is_told_in_an_error_or_a_log(sent, service):
    secret = "Zebedee hid a lute in the attic"
    changed = as_stored(reframe(secret)) | {"catalogue_version": "0", "moves": [{"kind": secret, secret: secret}]}
    for path, body in [
        ("/dialogues", {"wish": secret + "x" * 4000}),
        ("/dialogues", {"wish": [secret], secret: secret}),
        ("/dialogues", plain_json.dumps({"wish": secret}).encode()[:-1]),
        ("/dialogues/next", {"transcript": as_stored(reframe(secret)), "choose": secret}),
        ("/dialogues/next", {"transcript": as_stored(reframe(secret)), "skip": secret}),
        ("/dialogues/resume", {"transcript": changed}),
        ("/dialogues/resume", {"transcript": as_stored(reframe(secret)) | {"language": secret}}),
        ("/drafts", {"transcript": as_stored(reframe(secret)), "start": secret}),
    ]:
        status, told = sent(path, body)
        assert status == 422
        assert "Zebedee" not in str(told)
    sent("/dialogues", {"wish": f"Zebedee: {DANGER}"})
    _, log = service
    assert "Zebedee" not in log.read_text(encoding="utf-8")
    assert "nobody was told yet" in log.read_text(encoding="utf-8")


def test_what_the_service_takes_can_be_looked_up(service):
    address, _ = service
    with DIRECT.open(f"{address}/openapi.json", timeout=30) as response:
        paths = plain_json.load(response)["paths"]
    assert sorted(paths) == ["/dialogues", "/dialogues/next", "/dialogues/resume", "/drafts", "/interviews"]


def test_transcripts_in_and_out_lose_nothing(state):
    stored = attrs.evolve(reframe(HAPPY).transcript, sure_from=5)
    assert state("/dialogues/resume", {"transcript": as_stored(stored)})["transcript"] == as_stored(stored)
