import copy
import os
import pickle
import subprocess
import sys

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapygoals import errors, testing
from therapygoals.goals import Control, OutcomeGoal, YesNoTarget
from therapygoals.language import Role
from therapygoals.smart import RULES, Criterion, RuleSet, Verdict, check, installed_rules, rule_set

S, M, A, R, T = Criterion
MET, UNMET, NOT_ASSESSED = Verdict

DECIDING = [rule for rule in RULES if rule.decides]
SELECTORS = sorted({selector for rule in RULES for selector in (rule.code, rule.code[0], rule.name)} | {*Criterion})
ENGLISH = testing.goal_texts() | testing.wishes() | testing.texts()
ENGLISH_GOALS = st.builds(attrs.evolve, testing.goals(), statement=testing.goal_texts() | testing.wishes())

selectors = st.lists(st.sampled_from(SELECTORS), max_size=6)
subsets = st.sets(st.sampled_from(RULES.rules)).map(lambda kept: RuleSet(rule for rule in RULES if rule in kept))


def own(code="HOME001", name="own", **fields):
    """A rule beside those of the library, which speaks up about every act."""
    return attrs.evolve(RULES["question"], code=code, name=name, **{"roles": (Role.ACT,)} | fields)


own_rules = st.lists(
    st.builds(own, st.integers(1, 999).map("HOME{:03}".format), st.from_regex(r"own-[a-z]{1,9}", fullmatch=True)),
    max_size=4,
    unique_by=(lambda rule: rule.code, lambda rule: rule.name),
)


def names(rules):
    return [rule.name for rule in rules]


# Choosing


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        ("T001", ["no-deadline"]),
        ("no-deadline", ["no-deadline"]),
        ("T", ["vague-time", "far-off", "no-deadline"]),
        ("time_bound", ["vague-time", "far-off", "no-deadline"]),
        (Criterion.TIME_BOUND, ["vague-time", "far-off", "no-deadline"]),
    ],
)
def test_a_code_a_name_letters_and_the_word_of_a_criterion_are_selectors(selector, kept):
    assert names(RULES.select(selector)) == kept
    assert set(names(RULES.ignore(selector))) == set(names(RULES)) - set(kept)


def test_letters_select_codes_with_all_of_them():
    rules = RULES.add(own("GO001"))
    assert names(rules.select("GO")) == ["own"]
    assert "own" not in rules.select("G")


def test_select_keeps_the_order_of_the_set_whatever_the_order_of_the_selectors():
    assert names(RULES.select("no-deadline", "not-a-goal")) == ["not-a-goal", "no-deadline"]


def test_without_selectors_select_keeps_nothing_and_ignore_everything():
    assert RULES.select().rules == ()
    assert RULES.ignore().rules == RULES.rules


@pytest.mark.parametrize("change", [RULES.select, RULES.ignore])
@pytest.mark.parametrize("selector", ["no-mesure", "X", "M999", "m001", "M00", "", "achieved", None])
def test_a_selector_that_names_no_rule_is_refused_with_the_right_ones(change, selector):
    with pytest.raises(errors.UnknownNameError, match=r"not-a-goal, .*many-words") as caught:
        change("M", selector)
    assert (caught.value.field, caught.value.value) == ("selector", selector)


def test_a_rule_that_was_left_out_can_be_named_no_more():
    with pytest.raises(KeyError):
        RULES.ignore("M").ignore("M001")


@given(selectors)
def test_selecting_then_ignoring_the_same_leaves_nothing(chosen):
    assert not len(RULES.select(*chosen).ignore(*chosen))


@given(selectors)
def test_what_is_selected_and_what_is_ignored_make_up_the_whole(chosen):
    kept, left = set(RULES.select(*chosen)), set(RULES.ignore(*chosen))
    assert kept | left == set(RULES)
    assert not kept & left


@given(selectors)
def test_selecting_twice_is_selecting_once(chosen):
    once = RULES.select(*chosen)
    assert once.select(*chosen).rules == once.rules


@pytest.mark.parametrize("kind", ["code", "name"])
def test_selecting_all_gives_the_same_rules(kind):
    assert RULES.select(*[getattr(rule, kind) for rule in RULES]).rules == RULES.rules


@given(selectors)
def test_a_change_leaves_the_set_as_it_was(chosen):
    before = RULES.rules
    RULES.select(*chosen)
    RULES.ignore(*chosen)
    RULES.add(own())
    assert RULES.rules is before


# Adding


def test_an_added_rule_comes_last():
    assert names(RULES.add(own())) == [*names(RULES), "own"]


@pytest.mark.parametrize("before", ["no-deadline", "T001"])
def test_a_rule_can_be_added_before_another(before):
    added = names(RULES.add(own(), own("HOME002", "second"), before=before))
    assert added[added.index("own") :][:3] == ["own", "second", "no-deadline"]
    assert len(added) == len(RULES) + 2


def test_a_rule_cannot_be_added_before_one_that_is_not_there():
    with pytest.raises(errors.UnknownNameError) as caught:
        RULES.add(own(), before="T")
    assert caught.value.value == "T"


@pytest.mark.parametrize(("code", "name", "taken"), [("M001", "own", "M001"), ("HOME001", "no-measure", "no-measure")])
def test_a_code_and_a_name_stand_for_one_rule_only(code, name, taken):
    with pytest.raises(errors.FieldError, match="two rules with one code or name") as caught:
        RULES.add(own(code, name))
    assert caught.value.value == taken


def test_the_same_rule_twice_is_refused():
    with pytest.raises(errors.FieldError):
        RuleSet((own(), own()))


@pytest.mark.parametrize("thing", ["M001", None, RULES, own])
def test_what_is_no_rule_is_refused_with_its_type(thing):
    with pytest.raises(errors.FieldTypeError, match=type(thing).__name__) as caught:
        RULES.add(thing)
    assert caught.value.field == "RuleSet.rules"


@given(own_rules, st.none() | st.sampled_from(names(RULES)))
def test_adding_then_ignoring_gives_the_same_set(rules, before):
    added = RULES.add(*rules, before=before)
    assert len(added) == len(RULES) + len(rules)
    assert added.ignore(*[rule.code for rule in rules]).rules == RULES.rules


# Looking up


@given(st.sampled_from(RULES.rules))
def test_a_rule_is_found_by_code_and_by_name(rule):
    assert RULES[rule.code] is RULES[rule.name] is rule


@pytest.mark.parametrize("key", ["T", "time_bound", "no-mesure", 0])
def test_a_key_that_is_neither_code_nor_name_is_refused_with_the_right_ones(key):
    with pytest.raises(errors.UnknownNameError, match="no-deadline") as caught:
        RULES[key]
    assert caught.value.value == key


def test_a_rule_its_code_and_its_name_are_in_the_set():
    rules = RULES.select("T")
    assert rules["T001"] in rules
    assert "T001" in rules
    assert "no-deadline" in rules


@pytest.mark.parametrize("thing", ["T", "M001", "time_bound", RULES["M001"], own(), None, 1])
def test_anything_else_is_not_in_the_set(thing):
    assert thing not in RULES.select("T")


def test_the_repr_names_the_rules():
    assert repr(RULES.select("T")) == "<RuleSet of 3: vague-time, far-off, no-deadline>"
    assert repr(RuleSet(())) == "<RuleSet of 0: none>"


@pytest.mark.parametrize("twin_of", [copy.copy, copy.deepcopy, lambda rules: pickle.loads(pickle.dumps(rules))])
def test_a_copy_has_the_same_rules_and_finds_the_same(twin_of, walk):
    check(walk, rules=RULES)
    twin = twin_of(RULES)
    assert twin.rules == RULES.rules
    assert check("be happy", rules=twin) == check("be happy")


@pytest.mark.parametrize("given", [5, None, RULES["question"]])
def test_what_are_no_rules_is_refused(given):
    with pytest.raises(errors.FieldTypeError) as caught:
        RuleSet(given)
    assert (caught.value.field, caught.value.value) == ("RuleSet.rules", type(given).__name__)


@pytest.mark.parametrize("given", [None, list(RULES), RULES["question"]])
def test_a_check_takes_a_set_of_rules_and_nothing_else(given):
    with pytest.raises(errors.FieldTypeError, match="RuleSet") as caught:
        check("be happy", rules=given)
    assert (caught.value.field, caught.value.value) == ("rules", type(given).__name__)


# Looking at a goal


@pytest.mark.parametrize("place", [(0, 46), (-1, 4), (4, 1), (50, 60), True, 4, (0, 4, 8), (0.0, 4.0), "04"])
def test_a_place_outside_the_statement_is_refused_with_the_rule_that_gave_it(walk, place):
    rules = RULES.add(own(find=lambda _: place))
    with pytest.raises(errors.FieldError, match="place inside the statement") as caught:
        check(walk, rules=rules)
    assert (caught.value.field, caught.value.value) == ("find of rule HOME001", place)


@pytest.mark.parametrize("trigger", ["find", "stated"])
def test_a_rule_that_raises_is_named_in_a_note(trigger):
    def broken(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        check(OutcomeGoal("walk daily"), rules=RuleSet([own(roles=(), **{"find": None, trigger: broken})]))
    assert any("while rule HOME001 own looked at" in note for note in caught.value.__notes__)


@pytest.mark.parametrize("place", [(0, 0), (0, 45), (45, 45)])
def test_a_place_may_reach_from_end_to_end(walk, place):
    rules = RuleSet((own(find=lambda _: place),))
    assert [finding.span for finding in check(walk, rules=rules).findings] == [place]


def test_a_rule_is_not_asked_about_a_goal_without_one_of_its_roles(walk):
    def refuse(_):
        raise AssertionError

    assert not check(walk, rules=RuleSet((own(roles=(Role.HEDGE,), find=refuse),))).findings
    assert not check(walk, rules=RuleSet((own(unless=(Role.DEADLINE,), find=refuse),))).findings
    assert not check("My sister rang twice last night.", rules=RuleSet((own(roles=(), find=refuse),))).findings


def test_a_set_that_has_seen_very_many_kinds_of_goals_finds_the_same(monkeypatch, walk):
    monkeypatch.setattr(rule_set, "_MOST_KEPT", 0)
    rules = RuleSet(RULES)
    assert check(walk, rules=rules) == check(walk, rules=rules) == check(walk)


@given(subsets, ENGLISH | ENGLISH_GOALS)
def test_a_chosen_set_finds_what_all_rules_find_as_far_as_it_goes(rules, goal):
    found = [finding for finding in check(goal).findings if finding.code in rules]
    assert list(check(goal, rules=rules).findings) == found


@given(own_rules, ENGLISH | ENGLISH_GOALS)
def test_rules_that_only_advise_change_no_verdict(rules, goal):
    assert check(goal, rules=RULES.add(*rules)).verdicts == check(goal).verdicts


# What a chosen set can tell


@given(subsets, ENGLISH)
def test_a_verdict_of_a_chosen_set_is_that_of_all_rules_or_not_assessed(rules, text):
    full, chosen = check(text).verdicts, check(text, rules=rules).verdicts
    assert all(chosen[criterion] in (full[criterion], NOT_ASSESSED) for criterion in Criterion)


@given(subsets, ENGLISH)
def test_what_the_words_meet_is_met_whatever_the_rules(rules, text):
    full, chosen = check(text), check(text, rules=rules)
    assert all(chosen.verdicts[criterion] is MET for criterion in (S, M, T) if full.met_by(criterion))


@pytest.mark.parametrize("rule", DECIDING, ids=lambda rule: rule.name)
def test_a_criterion_is_not_assessed_when_all_rules_that_decide_it_are_left_out(rule):
    rules = RULES.ignore(*names(DECIDING))
    for example in rule.bad:
        assert check(example).verdicts[rule.criterion] is UNMET
        assert check(example, rules=rules).verdicts[rule.criterion] is NOT_ASSESSED


@pytest.mark.parametrize(("criterion", "rule"), [(M, "no-measure"), (T, "no-deadline")])
def test_a_criterion_whose_rule_is_left_out_is_met_where_words_meet_it(walk, criterion, rule):
    rules = RULES.ignore(rule)
    assert check(walk, rules=rules).verdicts[criterion] is MET
    assert check("be happy", rules=rules).verdicts[criterion] is NOT_ASSESSED
    assert check("be happy").verdicts[criterion] is UNMET


def test_a_criterion_with_several_deciding_rules_is_unmet_by_those_that_stay():
    assert check("be happy", rules=RULES.ignore("no-situation")).specific is UNMET
    assert check("be happy", rules=RULES.ignore("no-situation", "vague-wish")).specific is NOT_ASSESSED


def test_without_rules_only_what_the_words_meet_is_told(walk):
    report = check(walk, rules=RuleSet(()))
    assert dict(report.verdicts) == {S: MET, M: MET, A: NOT_ASSESSED, R: NOT_ASSESSED, T: MET}
    assert report.ask is None
    assert set(check("be happy", rules=RuleSet(())).verdicts.values()) == {NOT_ASSESSED}


def test_achievable_is_not_assessed_when_the_rule_that_would_decide_is_left_out():
    words = "make three new friends in three months"
    assert check(words).achievable is UNMET
    assert check(words, rules=RULES.ignore("outside-control")).achievable is NOT_ASSESSED


def test_a_text_without_a_goal_is_not_assessed_by_any_set():
    fact = "My sister rang twice last night."
    assert set(check(fact, rules=RULES.ignore("not-a-goal")).verdicts.values()) == {NOT_ASSESSED}
    assert check(fact, rules=RULES.ignore("not-a-goal")).findings == ()


def test_a_target_makes_a_goal_measurable_without_the_rule_too():
    goal = OutcomeGoal("be happy", YesNoTarget(what="happy"))
    assert check(goal, rules=RULES.ignore("no-measure")).measurable is MET


def test_a_rule_about_fields_can_be_left_out():
    goal = OutcomeGoal("read a book", control=Control.OTHERS)
    assert check(goal).achievable is UNMET
    assert check(goal, rules=RULES.ignore("A001")).achievable is NOT_ASSESSED


def test_a_rule_of_ones_own_can_decide(walk):
    rules = RULES.add(own(criterion=R, decides=True))
    assert check(walk, rules=rules).relevant is UNMET
    assert check("be happy", rules=rules).relevant is NOT_ASSESSED


def test_a_rule_with_other_words_can_take_the_place_of_ours():
    ours = RULES["no-measure"]
    theirs = attrs.evolve(ours, ask="What would show it?")
    rules = RULES.ignore("M001").add(theirs, before="relative-term")
    assert names(rules) == names(RULES)
    assert check("be happier", rules=rules).measurable is UNMET
    assert check("walk three times a week", rules=rules).measurable is MET


# Rules that other packages offer

MODULE = """
import attrs
from therapygoals.smart import RULES

ONE = attrs.evolve(RULES["question"], code="HOME001", name="one")
TWO = attrs.evolve(ONE, code="HOME002", name="two")
SEVERAL = [TWO, ONE]
SET = RULES.select("T")
WORD = "HOME001"
NUMBER = 3
MIXED = [ONE, None]
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Installs a package that offers what its entry points name."""

    def install(**offers):
        (tmp_path / "home_rules.py").write_text(MODULE, encoding="utf-8")
        info = tmp_path / "home_rules-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: home-rules\nVersion: 1.0\n", encoding="utf-8")
        lines = [f"{name} = home_rules:{thing}" for name, thing in offers.items()]
        points = "\n".join(["[therapygoals.rules]", *lines, "[console_scripts]", "home = home_rules:NUMBER"])
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return tmp_path

    yield install
    sys.modules.pop("home_rules", None)


def test_one_rule_is_found(installed):
    installed(home="ONE")
    assert names(installed_rules()) == ["one"]


def test_several_rules_are_found_in_the_order_in_which_they_are_given(installed):
    installed(home="SEVERAL")
    assert names(installed_rules()) == ["two", "one"]


def test_a_rule_set_offers_its_rules(installed):
    installed(home="SET")
    assert installed_rules() == RULES.select("T").rules


def test_rules_are_sorted_by_the_name_of_their_entry_point(installed):
    installed(second="ONE", first="TWO")
    assert names(installed_rules()) == ["two", "one"]


def test_rules_that_are_found_can_be_added(installed):
    installed(home="SEVERAL")
    report = check("how can I be less lonely?", rules=RULES.add(*installed_rules()))
    assert [finding.name for finding in report.findings][-2:] == ["two", "one"]


@pytest.mark.parametrize(
    ("thing", "kind"), [("WORD", "str"), ("NUMBER", "int"), ("MIXED", "NoneType"), ("attrs", "module")]
)
def test_what_is_no_rule_is_refused_with_the_name_of_its_entry_point(installed, thing, kind):
    installed(good="ONE", odd=thing)
    with pytest.raises(errors.FieldTypeError, match=kind) as caught:
        installed_rules()
    assert caught.value.field == "entry point 'odd'"


def test_nothing_is_found_where_nothing_is_offered(installed):
    installed()
    assert installed_rules() == ()


def test_nothing_is_loaded_unless_asked_for(installed):
    code = """
import sys
from therapygoals.smart import RULES, check, installed_rules
check("walk more", rules=RULES.ignore("M"))
print("home_rules" in sys.modules)
installed_rules()
print("home_rules" in sys.modules)
"""
    paths = os.environ | {"PYTHONPATH": str(installed(home="ONE"))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=paths)
    assert done.stdout.split() == ["False", "True"]


def test_an_entry_point_that_cannot_be_loaded_is_named_in_a_note(installed):
    installed(broken="NOT_THERE")
    with pytest.raises(AttributeError) as caught:
        installed_rules()
    assert caught.value.__notes__ == ["while the entry point 'broken' of the group therapygoals.rules was loaded"]
