import pytest

from therapygoals.goals import Aim, Amount
from therapygoals.language import Role
from therapygoals.smart._criteria import measured_by, specified_by, timed_by

ACT, STATE, SITUATION = Role.ACT, Role.STATE, Role.SITUATION


def words(reading, phrases):
    return [reading.words(phrase) for phrase in phrases]


@pytest.mark.parametrize(
    ("text", "roles", "by"),
    [
        ("phone my sister", {ACT: "phone"}, ["phone"]),
        ("fewer headaches", {Role.EVENT: "headaches"}, ["headaches"]),
        ("bring my mood up", {Role.MEASURE: "mood"}, ["mood"]),
        ("calm when I drive", {STATE: "calm", SITUATION: "when I drive"}, ["when I drive"]),
        ("be calm", {STATE: "calm"}, []),
        ("be a better dad at home", {SITUATION: "at home"}, []),
        ("work on my temper", {Role.MENTAL_VERB: "work on"}, []),
        ("work on my novel for an hour", {Role.MENTAL_VERB: "work on", Role.DURATION: "for an hour"}, ["for an hour"]),
        ("be calm for an hour", {STATE: "calm", Role.DURATION: "for an hour"}, []),
        ("get promoted", {Role.OUTSIDE: "get promoted"}, ["get promoted"]),
        ("walk to feel calm", {ACT: "walk", STATE: "calm"}, ["walk"]),
        ("be at peace with moving", {STATE: "at peace", ACT: "moving"}, []),
        ("nothing that is known", {}, []),
    ],
)
def test_specific_by_an_act_an_event_or_a_state_in_a_situation(made, text, roles, by):
    reading = made(text, roles=roles)
    assert words(reading, specified_by(reading)) == by


@pytest.mark.parametrize(
    ("text", "roles", "rules"),
    [
        ("communicate better", {ACT: "communicate", Role.RELATIVE: "better"}, {Role.RELATIVE: "better"}),
        ("learn to be calm", {ACT: "learn to", STATE: "calm"}, {ACT: "learn"}),
    ],
)
def test_an_act_to_be_done_better_and_learning_as_such_are_not_specific(made, text, roles, rules):
    assert not specified_by(made(text, roles=roles, rules=rules))


@pytest.mark.parametrize(
    ("target", "baseline", "specific"),
    [
        (Amount.exactly(7, "hour"), None, True),
        (Amount.exactly(2, "day"), None, False),
        (Amount.exactly(2, "day"), Amount.exactly(1, "day"), True),
        (Amount.exactly(4), Amount.exactly(8), True),
    ],
)
def test_an_amount_is_specific_when_it_counts_a_thing_or_comes_from_another(made, target, baseline, specific):
    reading = made("the amount", roles={Role.TARGET: "amount"}, target=target, baseline=baseline)
    assert words(reading, specified_by(reading)) == (["amount"] if specific else [])


@pytest.mark.parametrize(("unit", "specific"), [("kilogram", True), ("percent", False), (None, False), ("day", False)])
def test_a_change_is_specific_when_it_is_one_of_a_thing(made, unit, specific):
    reading = made("5 kg off", roles={Role.CHANGE: "5 kg"}, change=Amount.exactly(-5, unit))
    assert words(reading, specified_by(reading)) == (["5 kg"] if specific else [])


def test_a_time_of_day_is_specific(made):
    roles, rules = {Role.DISTRACTOR: "by eleven"}, {Role.DISTRACTOR: "clock"}
    reading = made("lights out by eleven", roles=roles, rules=rules)
    assert words(reading, specified_by(reading)) == ["by eleven"]
    assert not specified_by(made("lights out by eleven", roles=roles))


def test_what_happens_to_a_person_is_specific_when_it_is_counted(made):
    roles = {STATE: "sleep through", Role.FREQUENCY: "five nights a week"}
    counted = made("sleep through five nights a week", roles=roles, rules={STATE: "inner"})
    assert words(counted, specified_by(counted)) == ["five nights a week"]
    assert not specified_by(made("sleep through", roles={STATE: "sleep through"}, rules={STATE: "inner"}))
    assert not specified_by(made("sleep through five nights a week", roles=roles))


def test_a_discovery_is_specific_when_it_is_tied_to_a_situation(made):
    tied = made("understand what happens at work", Aim.DISCOVER, roles={SITUATION: "at work"})
    assert specified_by(tied)
    assert not specified_by(made("understand who I am", Aim.DISCOVER))


@pytest.mark.parametrize(
    "role", [Role.TARGET, Role.CHANGE, Role.FREQUENCY, Role.DURATION, Role.ONE_OFF, Role.ABSTINENCE]
)
def test_measurable_by_a_number_a_single_act_or_abstinence(made, role):
    assert measured_by(made("words", roles={role: "words"}))


@pytest.mark.parametrize("role", [Role.BASELINE, Role.DISTRACTOR, Role.DEADLINE, Role.RELATIVE, Role.CONDITION])
def test_not_measurable_by_other_numbers_and_cues(made, role):
    assert not measured_by(made("words", roles={role: "words"}))


def test_time_bound_by_a_deadline_only(walk, made):
    assert words(walk, timed_by(walk)) == ["until Easter"]
    assert not timed_by(made("walk daily", roles={Role.FREQUENCY: "daily"}))
