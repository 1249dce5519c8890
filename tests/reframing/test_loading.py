"""A catalogue of one's own: what is refused, and that all of it is told at once."""

import pickle
import subprocess
import sys
from importlib import resources

import pytest

from therapygoals.errors import DocumentError, FieldTypeError
from therapygoals.reframing import (
    Catalogue,
    Matcher,
    PromptKind,
    Reframer,
    Shrink,
    StopReason,
    Theme,
    catalogue,
    interview,
    load_catalogue,
)

PRACTICES = "\n".join(
    f'[[prompt_kind]]\nid = "{kind}"\ntitle = "T"\npurpose = "P"\nsource = "S"' for kind in PromptKind
)
BANK = "\n".join(
    f'[[prompt_bank]]\nid = "{stage}.{kind}"\nkind = "{kind}"\ntext = "And {kind}?"'
    for stage, kinds in {
        "clarify": ["difference"],
        "open": ["exception", "hard_easy"],
        "general": ["scaling", "noticing", "first_step", "importance", "confidence"],
        "draft": ["first_step"],
        "elicit": ["difference"],
        "areas": ["hard_easy"],
        "vision": ["ideal_year"],
        "stones": ["noticing", "control"],
    }.items()
    for kind in kinds
)
SHRINKS = "\n".join(f'[[shrink_rule]]\nid = "{way}"\ntitle = "T"\nprompt = "Less?"' for way in list(Shrink)[1:])
STOPS = "\n".join(f'[[stop_rule]]\nid = "{reason}"\nwhen = "W"' for reason in StopReason if reason != "declined")
SMALL = f"""
id = "mine"
version = "1"
language = "en"
intended_use = "For a talk."
something_else = "Something else."
none_of_these = "None of these."
first_goal = "Find out what I want."

[words]
fillers = ["very"]
negators = ["not"]
leads = ["i could"]
endings = [{{ cut = "ness" }}]
spellings = [{{ cut = "z", put = "s" }}]

{PRACTICES}

[[prompt_bank]]
id = "open.difference"
kind = "difference"
text = "What would be different?"

[[avoidance_rule]]
id = "stop"
pattern = "stop X"
cues = ["stop"]
kind = "difference"
prompt = "What in its place?"
example = "a -> b"

[[control_rule]]
id = "others"
pattern = "another acts"
cues = []
kind = "control"
prompt = "What could you do?"
example = "a -> b"

[[shrink_rule]]
id = "smaller"
title = "Less"
prompt = "What would half be?"

[[stop_rule]]
id = "declined"
when = "The person says stop."

{BANK}

{SHRINKS}

{STOPS}

[[entry]]
id = "sea"
theme = "happiness"
title = "Wanting the sea"
source = "S"
triggers = ["by the sea"]
cues = ["waves"]
note = "N"
watch = ["suicide"]
indicators = [
  {{ id = "swims", name = "Swims", unit = "times", type = "count", direction = "increase", period = "week" }},
]
goals = [
  {{ facet = "water", kind = "process", text = "I swim 2 times.", indicator = "swims", comparator = "at_least", \
target = 2, period = "week", aggregate = "sum", weeks = 4 }},
]

[[entry.facet]]
id = "water"
title = "Water"
offer = "Could it be the water?"
toward = "swimming"
prompts = [{{ kind = "exception", text = "When did you swim?" }}]
"""


def load(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue(path)


def faults(tmp_path, text):
    with pytest.raises(DocumentError) as caught:
        load(tmp_path, text)
    return [str(fault) for fault in caught.value.faults]


def test_a_small_catalogue_is_loaded_and_matches(tmp_path):
    mine = load(tmp_path, SMALL)
    assert isinstance(mine, Catalogue)
    assert [match.theme for match in Matcher(mine).match("live by the sea")] == [Theme.HAPPINESS]


def test_a_small_catalogue_can_be_talked_with(tmp_path):
    state = Reframer(load(tmp_path, SMALL)).reframe("live by the sea")
    assert [offer.facet for offer in state.offers] == ["sea.water", None, None]
    while state.prompt is not None:
        state = state.answer(f"{len(state.turns)} and {state.prompt.text}")
    assert Reframer(load(tmp_path, SMALL)).resume(state.transcript) == state


def test_a_small_catalogue_can_ask_for_what_is_wanted(tmp_path):
    state = interview(catalogue=load(tmp_path, SMALL))
    while state.prompt is not None:
        state = state.answer(f"{len(state.turns)} and {state.prompt.text}")
    assert [turn.part for turn in state.turns] == ["stressors", "areas", "vision", "stepping_stones", "own_part"]


def extended(tmp_path, text, base=None):
    path = tmp_path / "more.toml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue(path, base=base or catalogue())


HEAD = 'id = "ours-and-more"\nversion = "1"\n'
SEA = SMALL[SMALL.index("[[entry]]") :]


def test_ours_can_be_extended_and_what_is_added_comes_first(tmp_path):
    more = extended(tmp_path, HEAD + SEA)
    assert (more.id, more.version) == ("ours-and-more", "1")
    assert more.entries == (more.entry("sea"), *catalogue().entries)
    assert more.bank == catalogue().bank


def test_an_entry_with_a_known_id_takes_its_place(tmp_path):
    more = extended(tmp_path, HEAD + SEA.replace('id = "sea"', 'id = "sleep"'))
    assert more.entry("sleep").title == "Wanting the sea"
    assert [entry.id for entry in more.entries] == [entry.id for entry in catalogue().entries]


def test_another_part_takes_the_place_of_that_of_the_base(tmp_path):
    more = extended(tmp_path, HEAD + 'something_else = "Another thing"\n')
    assert (more.something_else, more.entries) == ("Another thing", catalogue().entries)


def test_an_extension_may_point_to_an_entry_of_the_base(tmp_path):
    more = extended(tmp_path, HEAD + SEA.replace('id = "sea"', 'id = "sea"\nnegated = "sleep"'))
    assert more.entry("sea").negated == "sleep"


def test_an_extension_needs_a_name_and_a_version_of_its_own(tmp_path):
    with pytest.raises(DocumentError) as caught:
        extended(tmp_path, SEA)
    assert [str(fault) for fault in caught.value.faults] == [
        "required field missing @ $.id",
        "required field missing @ $.version",
    ]


def test_only_a_catalogue_can_be_extended(tmp_path):
    with pytest.raises(FieldTypeError, match="base must be a Catalogue"):
        extended(tmp_path, HEAD, base="en")


def test_a_catalogue_survives_pickling(tmp_path):
    mine = load(tmp_path, SMALL)
    assert pickle.loads(pickle.dumps(mine)) == mine


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "Water"\n', "", "required field missing @ $.entry[0].facet[0].title"),
        ('title = "Water"', 'heading = "Water"\ntitle = "W"', "unknown field @ $.entry[0].facet[0].heading"),
        ('title = "Water"', 'title = " "', "must not be empty or blank @ $.entry[0].facet[0].title"),
        ('title = "Water"', "title = 3", "must be a str (got 'int') @ $.entry[0].facet[0].title"),
        ("weeks = 4", "weeks = 0", "must be at least 1 (got 0) @ $.entry[0].goals[0].weeks"),
        ("weeks = 4", "weeks = 4.0", "must be an int (got 'float') @ $.entry[0].goals[0].weeks"),
        ('cues = ["waves"]', 'cues = "waves"', "must be a list (got 'str') @ $.entry[0].cues"),
        ('cues = ["waves"]', "cues = [3]", "must be a str (got 'int') @ $.entry[0].cues"),
        ('prompts = [{ kind = "exception", text = "When did you swim?" }]', "prompts = [3]",
         "must be a table (got 'int') @ $.entry[0].facet[0].prompts[0]"),
        ('watch = ["suicide"]', 'watch = ["storm"]',
         "must be one of suicide, self_harm, harm_to_others, abuse, eating, psychosis, substance (got 'storm')"
         " @ $.entry[0].watch[0]"),
        ('watch = ["suicide"]', "watch = [3]",
         "must be one of suicide, self_harm, harm_to_others, abuse, eating, psychosis, substance (got 3)"
         " @ $.entry[0].watch[0]"),
        ('comparator = "at_least"', 'comparator = "over"',
         "must be one of at_least, at_most (got 'over') @ $.entry[0].goals[0].comparator"),
        ('comparator = "at_least"', 'comparator = "at_most"',
         "must fit the direction of its indicator (got at_most) @ $.entry[0].goals[0].comparator"),
        ('facet = "water"', 'facet = "sand"',
         "must be the id of a facet of the entry (got 'sand') @ $.entry[0].goals[0].facet"),
        ('indicator = "swims"', 'indicator = "dives"',
         "must be the id of an indicator of the entry (got 'dives') @ $.entry[0].goals[0].indicator"),
        ('source = "S"\ntriggers', 'source = "S"\nnegated = "land"\ntriggers',
         "must be the id of an entry (got 'land') @ $.entry[0].negated"),
        ('source = "S"\ntriggers', 'source = "S"\ngeneral = "yes"\ntriggers',
         "must be of type bool (got 'str') @ $.entry[0].general"),
        ('cues = ["waves"]', 'cues = ["very big waves"]',
         "must hold no filler, for fillers are skipped (got 'very') @ $.entry[0].cues[0]"),
        ('prompts = [{', 'prompts = [{ kind = "exception", text = "Who swam?" }, {',
         "must be unique (got 'exception' again) @ $.entry[0].facet[0].prompts[1].kind"),
        ('[[stop_rule]]', '[[stop_rule]]\nid = "declined"\nwhen = "Now."\n[[stop_rule]]',
         "must be unique (got 'declined' again) @ $.stop_rule[1].id"),
        ('id = "miracle"', 'id = "scaling"', "must be unique (got 'scaling' again)"
         " @ $.prompt_kind[1].id"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_path(tmp_path, old, new, fault):
    assert old in SMALL
    assert fault in faults(tmp_path, SMALL.replace(old, new, 1))


def test_each_kind_of_question_has_to_be_told(tmp_path):
    told = faults(tmp_path, SMALL.replace('id = "miracle"', 'id = "scaling"', 1))
    assert "must tell each kind of question (missing miracle) @ $.prompt_kind" in told


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "clarify.difference"', 'id = "more.difference"',
         "must hold a question with an id that begins with clarify. @ $.prompt_bank"),
        ('id = "general.scaling"', 'id = "more.scaling"',
         "must hold a question of the kind scaling, with an id that begins with general. @ $.prompt_bank"),
        ('id = "burden"', 'id = "budget"', "must tell each reason to stop (missing burden) @ $.stop_rule"),
        ('id = "shorter"', 'id = "smaller"', "must tell each way to make it smaller (missing shorter) @ $.shrink_rule"),
        (SMALL[SMALL.index("[[avoidance_rule]]") : SMALL.index("[[control_rule]]")], "",
         "must hold at least one rule @ $.avoidance_rule"),
    ],
    ids=lambda text: None if "\n" in text else text,
)  # fmt: skip
def test_what_a_dialogue_cannot_do_without_is_asked_for(tmp_path, old, new, fault):
    text = SMALL.replace(old, new)
    if "avoidance_rule" in old:
        text = "avoidance_rule = []\n" + text
    assert text != SMALL
    assert fault in faults(tmp_path, text)


def test_all_faults_are_told_at_once(tmp_path):
    broken = SMALL.replace('title = "Water"\n', "").replace("weeks = 4", "weeks = 0").replace('version = "1"', "")
    assert faults(tmp_path, broken.replace('id = "stop"', "id = 5")) == [
        "required field missing @ $.version",
        "must be a str (got 'int') @ $.avoidance_rule[0].id",
        "required field missing @ $.entry[0].facet[0].title",
        "must be at least 1 (got 0) @ $.entry[0].goals[0].weeks",
    ]


def test_an_empty_document_lacks_everything(tmp_path):
    told = faults(tmp_path, "")
    assert "required field missing @ $.entry" in told
    assert "required field missing @ $.words" in told


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    assert "must be TOML" in faults(tmp_path, "id = ")[0]


def test_a_file_that_is_no_utf_8_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b'id = "\xff"')
    with pytest.raises(DocumentError, match="must be UTF-8"):
        load_catalogue(path)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_catalogue(tmp_path / "none.toml")


def test_reframing_loads_no_cattrs():
    code = "import sys; from therapygoals.reframing import reframe; reframe('be happy'); print('cattrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("Could it be the water?", "Do you want to kill yourself?", "$.entry[0].facet[0].offer"),
        ("Could it be the water?", "You should go for a walk.", "$.entry[0].facet[0].offer"),
        ("When did you swim?", "Do you swim?", "$.entry[0].facet[0].prompts[0].text"),
        ('triggers = ["by the sea"]', "triggers = []", "$.entry[0].triggers"),
        ('["by the sea"]', '["kill myself"]', "$.entry[0].triggers[0]"),
    ],
)
def test_danger_advice_and_closed_questions_are_faults(tmp_path, old, new, path):
    file = tmp_path / "mine.toml"
    file.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_catalogue(file)
    assert path in [fault.path for fault in caught.value.faults]


def test_our_own_catalogue_loads_as_a_callers_would():
    file = resources.files("therapygoals.reframing") / "catalogue" / "en.toml"
    with resources.as_file(file) as path:
        assert load_catalogue(path) == catalogue()


@pytest.mark.parametrize("phrase", ["took her own life", "take up space", "raped"])
def test_a_phrase_may_tell_of_others_or_of_many_things(tmp_path, phrase):
    changed = extended(tmp_path, HEAD + SEA.replace("triggers = [", f'triggers = ["{phrase}", ', 1))
    assert phrase in changed.entries[0].triggers


def test_what_is_no_path_and_no_catalogue_is_told():
    with pytest.raises(FieldTypeError, match="path must be a str or a Path"):
        load_catalogue(None)
    with pytest.raises(FieldTypeError, match="catalogue must be a Catalogue"):
        Reframer("x")


def test_a_rule_for_what_nobody_can_change_points_to_an_entry(tmp_path):
    rule = '[[given_rule]]\nid = "gone"\npattern = "a tree is gone"\ncues = ["tree"]\nentry = "nowhere"\nprompts = []\n'
    with pytest.raises(DocumentError) as caught:
        extended(tmp_path, HEAD + rule)
    assert "must be the id of an entry (got 'nowhere') @ $.given_rule[0].entry" in map(str, caught.value.faults)


@pytest.mark.parametrize("offer", ["You must, now: try it?", "Could you must've it?", "Is it a must-have for you?"])
def test_a_word_that_pushes_is_heard_whatever_stands_beside_it(tmp_path, offer):
    with pytest.raises(DocumentError, match="must push nobody and give no advice"):
        extended(tmp_path, HEAD + SEA.replace('offer = "', f'offer = "{offer} ', 1))
