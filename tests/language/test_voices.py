"""Many voices: shift workers, shy people and clinic notes say the same thing in their own ways."""

import pytest

from therapygoals.language import read
from therapygoals.smart import check


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("Tantrums, six a day at the worst. We'd like them down to two a day.", "2 times per day"),
        ("Get from 1 to 3 rehearsals a week", "3 times per week"),
        ("Seizure-like episodes reduced from 4/wk to 1/wk or fewer", "at most 1 time per week"),
        ("Swim twice a week on Tuesdays and Thursdays", "2 times per week (Tuesday, Thursday)"),
        ("Ring my gran once a week, on Sundays", "1 time per week (Sunday)"),
        ("Stretch each morning, 5 days a week", "5 days per week, morning"),
        ("Stop at the library twice a week", "2 times per week"),
        ("Lights out at ten every school night", "1 time per weekday"),
        ("From Mon to Thu I want to cook", "4 times per week (Monday, Tuesday, Wednesday, Thursday)"),
    ],
)
def test_how_often(text, frequency):
    assert str(read(text).frequency) == frequency


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Insulin with lunch, every day, till I see Dr Osman", "by I see Dr Osman"),
        ("Client will keep a log through to her court date", "by her court date"),
        ("Paint the fence before Mothering Sunday", "by Mothering Sunday"),
        ("No cider from now till the trial's over", "by the trial's over"),
        ("No wine till the audit is done, then a week in April", "by the audit is done"),
        ("Ride the tram alone before February is out", "by end of February"),
        ("Cook on Mondays, Fridays and Sundays for the next six weeks and see how it goes", "over 6 weeks"),
        ("I'll jog every day, that's the plan for the next two months", "over 2 months"),
        ("I'd like to ring Dad once a week and I reckon I can do that inside of a month", "within 1 month"),
        ("Within 6 wks Pt will start a chat at lunch 3x/wk", "within 6 weeks"),
        ("Before the baby arrives I'd like to sort one drawer, however slow I am", "by the baby arrives"),
        ("Wheel myself up the ramp at the surgery by the 30th of March", "by 30 March"),
        ("Swim every Friday through the summer term", "by the summer term"),
        ("Take the tablets until I meet the nurse at her chemo appointments on Fridays", None),
        ("Pt will phone her mom by 3/4/2026", "by 4 March 2026"),
        ("Phone my mum by 3/4/2026", "by 3 April 2026"),
        ("Hand goes up before speaking in 8/10 trials", None),
    ],
)
def test_until_when(text, deadline):
    found = read(text).deadline
    assert (found and str(found)) == deadline


@pytest.mark.parametrize(
    ("text", "baseline", "target", "aim"),
    [
        (
            "Ten pints a night, I drink. I want that down to eight a week.",
            "10 pints",
            "8 pints per week",
            "reduce",
        ),
        (
            "I wash twenty times before bed. I'd like it at five a night.",
            "20 times",
            "5 times per day",
            "reduce",
        ),
        ("My boss emails six times a day. I'd like to get that down to twice.", "6 times per day", "2 times", "reduce"),
        ("Five nights a week I scream. I'd like to get down to one night a week.", "5 nights", "1 night", "reduce"),
        ("I get eleven of them a month. I'd like five a month.", "11 points", "5 points per month", "reduce"),
    ],
)
def test_where_it_goes_from_and_to(text, baseline, target, aim):
    reading = read(text)
    assert str(reading.baseline).startswith(str(baseline))
    assert str(reading.target).startswith(str(target))
    assert aim is None or reading.aim == aim


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Sleep at least seven hours on five nights a week", "at least 7 hours"),
        ("We'd like to get six hours' sleep four nights a week", "6 hours"),
        ("Pt will tolerate 20-min visits alone 2x/wk", "20 minutes"),
        ("Half an hour of painting every Saturday, that's what I want back.", "0.5 hours"),
    ],
)
def test_how_long(text, duration):
    reading = read(text)
    assert str(reading.duration) == duration
    assert reading.target is None
    assert check(text).verdicts["specific"] == "met"


@pytest.mark.parametrize(
    ("text", "aim", "kind"),
    [
        ("I want the dread gone", "avoid", "outcome"),
        ("I want those pictures out of my head", "avoid", "outcome"),
        ("I want the humming to stop", "avoid", "outcome"),
        ("I want my spark back", "achieve", "outcome"),
        ("I want my son to stop vaping", "avoid", "outcome"),
        ("I'd like to be free of it", "avoid", "outcome"),
        ("Stop my brain racing at night", "avoid", "outcome"),
        ("Sort my temper out", "achieve", "outcome"),
        ("Do better at college", "increase", "outcome"),
        ("Get better at haggling", "increase", "process"),
        ("Get better at disagreeing with people", "increase", "process"),
        ("Sleep right through till the alarm, four nights a week", "achieve", "outcome"),
        ("Be more of a brother to them", "increase", "outcome"),
        ("Bit more get-up-and-go", "increase", "outcome"),
        ("Pt will ID 4 triggers", "discover", "process"),
        ("Carry on with the choir every week", "maintain", "process"),
        ("Keep going to Tuesday choir", "maintain", "process"),
        ("Vaping cessation: pt to quit by May", "avoid", "process"),
        ("Anger course: leave the room every time it starts", "practise", "process"),
        ("I rehearse what I say. This week I'm phoning the bank.", "achieve", "process"),
        ("On Friday I'm telling my boss.", "achieve", "process"),
        ("It's the wine. No glass on a weeknight till Easter.", "avoid", "process"),
        ("It's a bottle of gin a week. I want to cut that to two glasses a month.", "reduce", "process"),
        ("Buy nothing online until June", "avoid", "process"),
        ("Keep my phone in the hall every night", "practise", "process"),
        ("Crying fits at work down to one a month by June", "reduce", "outcome"),
        ("I'd like to be respected by my team", "achieve", "outcome"),
        ("Work group: count to ten and leave the room each time", "practise", "process"),
        (
            "I smoke like mad, twenty a day. I want to get that down to five, then we'll see.",
            "reduce",
            "process",
        ),
        ("I'm at six Zaps a day. I want to get that to one a day by June.", "reduce", "process"),
        ("She had me score it, eight out of ten. I want it to be a four.", "reduce", "outcome"),
        ("It's about four binges a week. Once a week by June, I'd take that.", "reduce", "outcome"),
        ("Hips stable. Continue hydro x2/wk.", "maintain", "process"),
        ("I cry in the lift. What do I want? To be less shaken by it.", "reduce", "outcome"),
        ("Row for 4 days/wk (currently 1)", "increase", "process"),
        ("I want to walk 9,000 steps a day, I'm at 3,000.", "increase", "process"),
        ("Cl to get a smoke alarm fitted", "achieve", "process"),
        ("Have my ears syringed before the fair", "achieve", "process"),
        ("Have fewer plans cancelled", "reduce", "outcome"),
        ("Get things sorted", "achieve", "outcome"),
        ("Have a calm mind restored", "achieve", "outcome"),
        ("Have an hour", "achieve", "outcome"),
        ("Deal with three boxes of letters", "achieve", "process"),
        ("Cravings come often. I'd accept a 5.", "achieve", "outcome"),
        ("The panic is down, it was six times a week, now I want it at one a week", "reduce", "outcome"),
        ("I could read to Gran each night until half-term, if that counts.", "practise", "process"),
        ("The dog died, so being less jumpy at the door would be a start", "reduce", "outcome"),
        ("Who am I without the band, that's what I'd like to find out", "discover", "process"),
        ("I think sleep is the root of it. I'd like six hours a night.", "achieve", "outcome"),
        ("Why do I pick quarrels, that's the thing I want to work out", "discover", "process"),
        ("Ct names two allies by next r/v.", "achieve", "process"),
        ("I check the gas fifty times a day, and I'd be happy with ten", "reduce", "process"),
        ("I used to sing, where did that go, I'd like some of it back", "achieve", "outcome"),
        ("My dream is that my son rings, just to talk, not because he is skint", "achieve", "outcome"),
    ],
)
def test_what_is_wanted(text, aim, kind):
    reading = read(text)
    assert (reading.aim, set(reading.kinds)) == (aim, {kind})


@pytest.mark.parametrize("text", ["Lower my stress with daily walks", "PHQ-9 18 to 9 by June w/ CBT"])
def test_what_one_does_towards_an_outcome_is_its_means(text):
    assert len(read(text).kinds) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ct tearful throughout, good eye contact.",
        "Pt discloses a row with his landlord.",
        "Pt smiling, chatty with peers.",
        "I could scream.",
        "I could paint at school.",
        "I'm old.",
        "Sleep is the root of it.",
    ],
)
def test_what_is_only_noted(text):
    assert not read(text).is_goal


@pytest.mark.parametrize(
    "text",
    [
        "Pt wants ex to sign the form",
        "Pt wants son to come home",
        "Ct would like mum to ring",
        "I hope they let me back in",
        "I wish she'd write",
    ],
)
def test_what_others_are_to_do(text):
    assert "outside-control" in [finding.name for finding in check(text).findings]


@pytest.mark.parametrize("text", ["Settle into life in Wales", "Feel something again", "I want to be free of it"])
def test_what_stays_general(text):
    assert check(text).verdicts["specific"] == "unmet"


def test_a_feeling_that_happens_in_a_named_place_is_specific():
    assert check("Not go to pieces in the viva").verdicts["specific"] == "met"


@pytest.mark.parametrize(
    ("text", "baseline", "frequency"),
    [
        (
            "I get three seizures a week, mostly on the tram. I want that at one a month.",
            "3 seizures per week",
            "1 time per month",
        ),
        ("I've my girls, two dogs and a stall on Saturdays. I'd like my spark back.", "None", "None"),
        ("Have a no-phone night twice a week", "None", "2 times per week"),
    ],
)
def test_what_is_pointed_at(text, baseline, frequency):
    reading = read(text)
    assert (str(reading.baseline), str(reading.frequency)) == (baseline, frequency)


@pytest.mark.parametrize(
    ("text", "lint", "noticed"),
    [
        ("Zero gloomy thoughts by Easter", "extreme-target", True),
        ("Zero seizures by Easter", "extreme-target", False),
        ("Ring the ward when dread \N{UPWARDS ARROW}", "relative-term", False),
        ("Explore why I panic when they love me", "outside-control", False),
        ("Say no to spare shifts", "no-measure", True),
        ("Say no to a spare shift this month", "no-measure", False),
    ],
)
def test_what_is_noticed(text, lint, noticed):
    assert (lint in [finding.name for finding in check(text).findings]) is noticed


def test_the_number_of_a_bus_is_no_amount():
    assert read("Ride the 42 bus alone every Monday").target is None


def test_either_day_will_do():
    assert str(read("Ring Gran on Saturdays or Sundays").frequency) == "1 time per week (Saturday, Sunday)"
