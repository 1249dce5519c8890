"""Notes as clinics write them: labels, shorthand for how often and how long, reviews as end points."""

import pytest

from therapygoals.goals import Aim, Kind
from therapygoals.language import Role, read


@pytest.mark.parametrize(
    ("text", "aim", "kind"),
    [
        ("Knee: heel raises and bridges, 10 min BID x 6/52, leaflet given.", Aim.PRACTISE, Kind.PROCESS),
        ("Bladder: 8 squeezes, each held 10 secs, TDS for 8 weeks.", Aim.PRACTISE, Kind.PROCESS),
        ("Both sisters: to shout less at meals", Aim.REDUCE, Kind.PROCESS),
        ("Ward 3 - to sleep better", Aim.INCREASE, Kind.OUTCOME),
        ("Seen at school, 30 mins. Pt wants to feel less low.", Aim.REDUCE, Kind.OUTCOME),
    ],
)
def test_a_label_or_an_earlier_remark_is_no_part_of_the_wish(text, aim, kind):
    reading = read(text)
    assert reading.aim is aim
    assert reading.kinds == {kind}


def test_a_label_that_names_what_is_wanted_stays():
    reading = read("swimming: twice a week")
    assert reading.words(reading.all(Role.ACT)[0]) == "swimming"


def test_a_remark_by_itself_is_no_goal():
    assert not read("Diagnosis F32.0; next review 2026-04-02.").is_goal


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("Continue hydro x2/wk", "2 times per week"),
        ("Dad to read to Ada x4/wk.", "4 times per week"),
        ("Pt to walk outdoors BD", "2 times per day"),
        ("Pt to take tablets nocte", "1 time per day"),
        ("Pt will walk 20 min, 5/7, for 4/52", "5 days per week"),
        ("attend group wkly", "1 time per week"),
        ("speak up at least once per team mtg", "at least 1 time per meeting"),
    ],
)
def test_how_often_in_shorthand(text, frequency):
    assert str(read(text).frequency) == frequency


def test_a_sign_for_times_between_two_numbers_is_no_rate():
    assert read("do 3 x 10 squats").frequency is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Pt to wear splint nightly x 4/52", "over 4 weeks"),
        ("Phone stays downstairs at night, trial of 3/52", "over 3 weeks"),
        ("Cl to keep a sleep diary. Rv 2/52.", "by 2 weeks"),
        ("Cl to send out 3 letters/wk, r/v 16/2.", "by 16 February"),
        ("Cl to fill in the diary nightly until next appt 19 Jan.", "by 19 January"),
        ("walk daily up to our next appointment in four weeks", "by 4 weeks"),
        ("GAD-7 under 8 at review 27/02/26", "by 27 February 2026"),
        ("touch the dog by the fourth exposure session", "by 4 sessions"),
        ("fewer checks by w/c 2 Feb", "by 2 February"),
        ("fewer checks by end Feb", "by end of February"),
        ("fewer checks by review in 4/52", "by 4 weeks"),
        ("bridges daily until re-eval 2/2", "by 2 February"),
        ("give own insulin before d/c Thurs 15th Jan", "by 15 January"),
        ("phone off at ten for the rest of Jan", "over end of January"),
    ],
)
def test_end_points_in_shorthand(text, deadline):
    assert str(read(text).deadline) == deadline


@pytest.mark.parametrize("text", ["3/12 post crash. Wants to feel safe in the car", "3/52 ago. Wants to feel safe"])
def test_a_stretch_gone_by_is_no_end_point(text):
    reading = read(text)
    assert reading.deadline is None
    assert reading.target is None


@pytest.mark.parametrize("text", ["walk 3/12", "mood 3/7 by June"])
def test_a_fraction_without_a_lead_is_no_stretch(text):
    assert read(text).deadline is None or read(text).deadline.span is None


def test_where_things_stand_before_the_aim_is_the_baseline():
    reading = read("GAD-7 currently 14. Aim: <8 in 12/52")
    assert (reading.baseline.value, reading.target.value, reading.aim) == (14, 8, Aim.REDUCE)


def test_a_week_of_a_course_is_no_target():
    assert read("Build self-compassion (group, currently wk 3 of 8).").target is None


@pytest.mark.parametrize(
    "text", ["Continue gym 3x/wk, 40 min per visit.", "Continue hydro x2/wk, 45 mins per session."]
)
def test_a_length_per_visit_is_the_length_of_one_occasion(text):
    reading = read(text)
    assert reading.duration.unit == "minute"
    assert reading.frequency.per == "week"


def test_a_sign_for_times_before_a_length_is_no_count():
    reading = read("Pt will stand at the sink x8 min each morning")
    assert (str(reading.duration), str(reading.frequency)) == ("8 minutes", "1 time per day, morning")
