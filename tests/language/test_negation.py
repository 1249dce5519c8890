"""A negation before a bound turns the bound over, and nothing is given up by it."""

import pytest

from therapygoals.language import Role, read

_DENIALS = (Role.NEGATION, Role.STOP, Role.ABSTINENCE, Role.EXTREME)


@pytest.mark.parametrize(
    ("text", "aim", "amount"),
    [
        ("Not take more than 2 mg a day", "reduce", "at most 2 mg per day"),
        ("never drink more than 3 beers a night", "reduce", "at most 3 beers per day"),
        ("stop drinking more than two beers a night", "reduce", "at most 2 beers per day"),
        ("I won't drink more than two beers a night", "reduce", "at most 2 beers per day"),
        ("get through the week without more than 2 drinks a night", "reduce", "at most 2 drinks per day"),
        ("quit smoking over ten cigarettes a day", "reduce", "at most 10 cigarettes per day"),
        ("avoid spending over £50 a week", "reduce", "at most 50 pounds per week"),
        ("don't go over £200 a month on clothes", "reduce", "at most 200 pounds per month"),
        ("do not exceed 4 drinks per week", "reduce", "at most 4 drinks per week"),
        ("not exceed 30 minutes on social media a day", "reduce", "at most 30 minutes per day"),
        ("stop scrolling for more than 30 minutes a day", "reduce", "at most 30 minutes per day"),
        ("I no longer want to work more than 40 hours a week", "reduce", "at most 40 hours per week"),
        ("I will never again drink more than 10 units a week", "reduce", "at most 10 units per week"),
        ("not cancel more than one session in three months", "reduce", "at most 1 session"),
        ("stop having 3 or more coffees a day", "reduce", "under 3 coffees per day"),
        ("I don't want to have more than two panic attacks a week", "reduce", "at most 2 times per week"),
        ("not be late more than once a month", "reduce", "at most 1 time per month"),
        ("never let my anxiety go above 4/10", "reduce", "at most 4 out of 10 points"),
        ("I don't want my anxiety to be higher than 4/10", "reduce", "at most 4 out of 10 points"),
        ("client will report anxiety no higher than 4/10", "reduce", "at most 4 out of 10 points"),
        ("with anxiety no worse than 4/10", "reduce", "at most 4 out of 10 points"),
        ("keep my anxiety no higher than 4/10", "maintain", "at most 4 out of 10 points"),
        ("keep my weight no lower than 50 kg", "maintain", "at least 50 kilograms"),
        ("keep my weight not below 50 kg", "maintain", "at least 50 kilograms"),
        ("not eat under 1500 calories a day", "practise", "at least 1500 calories per day"),
    ],
)
def test_what_is_denied_is_the_bound(text: str, aim: str, amount: str) -> None:
    reading = read(text)
    assert (reading.aim, str(reading.target)) == (aim, amount)
    assert not reading.has(*_DENIALS)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Client will not check phone more than 10 times a day", "at most 10 times per day"),
        ("try not to shout more than twice a week", "at most 2 times per week"),
        ("don't eat less than three meals a day", "at least 3 times per day"),
        ("eat no sweets more than twice a week", "at most 2 times per week"),
        ("avoid drinking on more than three nights a week", "at most 3 days per week, night"),
    ],
)
def test_a_bound_on_how_often_one_does_something_is_practised(text: str, rate: str) -> None:
    reading = read(text)
    assert (reading.aim, str(reading.frequency)) == ("practise", rate)
    assert not reading.has(*_DENIALS)


@pytest.mark.parametrize(
    "text",
    [
        "stop smoking to save more than £50 a week",
        "stop drinking and walk more than 3 km a day",
        "not drink, and see more than three friends",
        "avoid foods with more than 10 g of sugar",
        "not be nervous in front of more than ten people",
        "not be nervous speaking to more than ten people",
        "stop at less than three drinks",
        "stop drinking in less than three months",
        "not drink for more than 30 days",
        "no drinks with more than 5% alcohol",
        "never sit in the old cold dark damp brown small quiet empty lonely ugly room over two hours",
    ],
)
def test_a_bound_of_something_else_leaves_the_negation_as_it_is(text: str) -> None:
    assert read(text).aim == "avoid"


def test_a_week_without_more_than_some_is_still_a_run() -> None:
    reading = read("go a week without drinking more than two beers a night")
    assert reading.has(Role.STREAK)
    assert str(reading.target) == "at most 2 beers per day"


def test_without_a_thing_denies_no_bound() -> None:
    assert str(read("go without sugar more than three days a week").frequency) == "at least 3 days per week"


def test_what_others_will_not_do_is_no_goal() -> None:
    assert not read("My son won't sleep more than 5 hours a night").is_goal
    assert read("I won't shout at my kids").aim == "avoid"
