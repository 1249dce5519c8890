"""What to talk about in the next session: words of danger first and alone, else an order that helps."""

from datetime import UTC, date, datetime

import pytest

from therapygoals.errors import FieldError, FieldTypeError
from therapygoals.goals import (
    Actor,
    Decision,
    IfThenPlan,
    Observation,
    OutcomeGoal,
    Party,
    ProcessGoal,
    Roadblock,
    TimeFrame,
)
from therapygoals.plan import (
    AgendaPart,
    CheckedIn,
    ConcernRaised,
    ConcernSettled,
    GoalAnswered,
    GoalMoved,
    GoalProposed,
    GoalRevised,
    GoalState,
    Issue,
    Journal,
    Observed,
    Outline,
    OutlineChanged,
    RoadblockNamed,
    SetbackMet,
    SignalRule,
    Voided,
    WinKind,
    Won,
    agenda,
    questions,
)
from therapygoals.safety import ConcernCategory, Release

CLIENT = Actor(Party.CLIENT)
BEGUN = date(2026, 1, 5)
LAST = date(2026, 1, 19)
NOW = date(2026, 1, 26)
DANGER = "I don't want to be alive any more"
CALM = OutcomeGoal("feel calmer at dinner", id="calm")
WALK = ProcessGoal("walk after lunch", id="walk")


def fact(event, on, /, **fields):
    return event, on, fields


def journal(*facts):
    return Journal().record(*(event(id=f"e{n}", on=on, by=CLIENT, **rest) for n, (event, on, rest) in enumerate(facts)))


def proposed(goal=CALM, on=BEGUN, **rest):
    return fact(GoalProposed, on, goal=goal, **rest)


def moved(goal="calm", to=GoalState.ACTIVE, on=BEGUN, **rest):
    return fact(GoalMoved, on, goal=goal, to=to, **rest)


def checked_in(on=LAST, *answers, **rest):
    return fact(CheckedIn, on, answers=answers, **rest)


def won(text="I said no", on=NOW, **rest):
    return fact(Won, on, text=text, **rest)


def said(answer):
    return questions()["checkin.week"].answer(answer)


def parts(made):
    return [item.part for item in made.items]


# Danger comes first, and alone

EVERYWHERE = [
    pytest.param(won(DANGER), id="a win"),
    pytest.param(won(note=DANGER), id="a note"),
    pytest.param(fact(SetbackMet, NOW, text=DANGER), id="a setback"),
    pytest.param(fact(ConcernRaised, NOW, text=DANGER), id="a concern"),
    pytest.param(checked_in(LAST, said(DANGER)), id="an answer of the last check-in"),
    pytest.param(fact(Observed, NOW, observations=(Observation(NOW, goal="calm", note=DANGER),)), id="an entry"),
    pytest.param(fact(GoalRevised, NOW, goal=OutcomeGoal(DANGER, id="calm")), id="a new version"),
    pytest.param(moved(on=NOW, to=GoalState.ON_HOLD, note=DANGER), id="a move"),
    pytest.param(
        fact(GoalAnswered, NOW, goal="calm", decision=Decision.DECLINE, note=DANGER),
        id="a decision",
    ),
    pytest.param(fact(RoadblockNamed, NOW, goal="calm", roadblock=Roadblock(DANGER)), id="a roadblock"),
    pytest.param(fact(OutlineChanged, NOW, outline=Outline(issues=[Issue(DANGER)])), id="the outline"),
]


@pytest.mark.parametrize("folded", [False, True], ids=["journal", "plan"])
@pytest.mark.parametrize("words", EVERYWHERE)
def test_words_of_danger_stand_first_and_alone(words, folded):
    told = journal(proposed(), moved(), won("came along"), checked_in(), won("slept well"), words)
    made = agenda(told.plan(on=NOW) if folded else told, on=NOW)
    assert made.is_stopped
    assert set(parts(made)) == {AgendaPart.SAFETY}
    assert {item.about.concern.category for item in made.items} == {ConcernCategory.SUICIDE}
    assert made.asks == ()


@pytest.mark.parametrize("words", EVERYWHERE)
def test_an_agenda_with_danger_holds_no_words_and_no_cheer(words):
    text = agenda(journal(proposed(), moved(), won(), words), on=NOW).to_text()
    assert "A person has to look at this now, before anything else" in text
    assert "alive" not in text
    assert "?" not in text
    assert "glad" not in text


def test_it_is_told_where_the_words_are():
    made = agenda(journal(proposed(), won(DANGER)), on=NOW)
    (item,) = made.items
    assert item.about.where == "e1"
    assert item.about.concern.end <= len(DANGER)
    assert str(item) == "suicide, in e1"
    assert DANGER not in repr(made)


def test_in_a_plan_the_words_of_a_goal_are_told_by_its_id():
    told = journal(proposed(), fact(GoalRevised, NOW, goal=OutcomeGoal(DANGER, id="calm")))
    (item,) = agenda(told.plan(), on=NOW).items
    assert str(item) == "suicide, in calm"


def test_in_a_plan_the_words_of_the_outline_are_told_as_such():
    told = journal(fact(OutlineChanged, BEGUN, outline=Outline(completion=[DANGER])))
    (item,) = agenda(told.plan(), on=NOW).items
    assert str(item) == "suicide, in the outline"


def test_what_was_said_before_the_last_check_in_was_looked_at_there():
    assert not agenda(journal(proposed(), won(DANGER, on=BEGUN), checked_in()), on=NOW).is_stopped
    assert not agenda(journal(proposed(), won(DANGER, on=BEGUN), checked_in()).plan(), on=NOW).is_stopped


def test_what_was_recorded_late_is_looked_at_too():
    assert agenda(journal(proposed(), checked_in(), won(DANGER, on=BEGUN)), on=NOW).is_stopped


def test_what_was_entered_in_error_is_looked_at_too():
    assert agenda(journal(proposed(), won(DANGER), fact(Voided, NOW, event="e1")), on=NOW).is_stopped


@pytest.mark.parametrize("folded", [False, True], ids=["journal", "plan"])
@pytest.mark.parametrize(
    "words",
    [fact(ConcernRaised, BEGUN, text=DANGER), fact(RoadblockNamed, BEGUN, goal="calm", roadblock=Roadblock(DANGER))],
    ids=["a concern", "a roadblock"],
)
def test_what_the_agenda_would_show_is_looked_at_however_old_it_is(words, folded):
    told = journal(proposed(), words, checked_in())
    assert agenda(told.plan() if folded else told, on=NOW).is_stopped


def test_what_happens_later_is_not_known_yet():
    assert not agenda(journal(proposed(), won(DANGER, on=date(2026, 2, 1))), on=NOW).is_stopped


def test_a_statement_that_a_professional_released_stops_nothing():
    at = datetime(2026, 1, 26, 10, tzinfo=UTC)
    release = Release.of(DANGER, by="Ama Owusu", role="treating therapist", at=at, reason="safety plan agreed")
    told = journal(proposed(), won(DANGER))
    assert not agenda(told, on=NOW, releases=[release]).is_stopped
    assert agenda(journal(proposed(), won(f"{DANGER}!")), on=NOW, releases=[release]).is_stopped


def test_a_release_is_the_only_way_past_the_screen():
    with pytest.raises(FieldTypeError, match=r"releases must hold only Release \(got 'str'\)"):
        agenda(journal(proposed()), on=NOW, releases=[DANGER])


def test_what_the_screen_cannot_look_at_is_counted():
    made = agenda(journal(proposed(), won("ich schlafe")), on=NOW, language="de")
    assert made.unscreened == 2
    assert made.to_text().endswith("\n\nNot looked at by the screen: 2")


def test_keys_and_pseudonyms_are_no_words():
    told = Journal().record(
        GoalProposed(
            id="kill myself",
            on=BEGUN,
            by=Actor(Party.CLIENT, "kill myself"),
            session="kill myself",
            goal=OutcomeGoal("feel calmer", id="kill myself"),
        )
    )
    assert not agenda(told, on=NOW).is_stopped
    assert not agenda(told.plan(), on=NOW).is_stopped


# The order


def test_an_agenda_goes_from_what_feels_off_to_roadblocks():
    block = Roadblock("rain", plan=IfThenPlan("it rains", "I walk indoors"))
    made = agenda(
        journal(
            proposed(),
            moved(),
            fact(RoadblockNamed, BEGUN, goal="calm", roadblock=block),
            fact(RoadblockNamed, BEGUN, goal="calm", roadblock=Roadblock("visitors")),
            checked_in(session="s1"),
            won("I said no to my boss", kind=WinKind.FACED_FEAR),
            fact(SetbackMet, NOW, text="we had a row", goal="calm"),
            fact(ConcernRaised, NOW, text="the pace is too fast"),
        ),
        on=NOW,
        session="s2",
    )
    assert (made.on, made.session, made.since) == (NOW, "s2", LAST)
    assert (
        made.to_text()
        == """\
Agenda of s2, 2026-01-26

Something feels off
- “the pace is too fast” (open since 2026-01-26)
  You said that something feels off. How is it now, and what would help?

To be glad of
- “I said no to my boss” (faced fear)
  You faced something that scares you. What made that possible?

It went backwards for a while; nothing is lost by it
- calm: “we had a row”
  Something went backwards for a while. What helped you to carry on, even a little?

Time to look at it again
- the last check-in was on 2026-01-19, 1 therapy session since; a check-in every therapy session \
is meant
  How did your week go?

Noticed
- calm: “visitors” was named; there is no plan yet
  If this gets in the way, what would you like to do then?

What may get in the way
- calm: “rain”; if it rains, then I walk indoors
  When this came up, how did your plan for it work?"""
    )
    assert str(made) == made.to_text()


def test_a_question_about_several_goals_names_each():
    made = agenda(journal(proposed(), moved(), proposed(WALK), moved("walk")), on=date(2026, 3, 1))
    text = made.to_text()
    assert "\n  Are things getting better for you?\n" in text
    assert "\n  calm: Does this still mean something to you?\n" in text
    assert "\n  walk: Does this still mean something to you?\n" in text


def test_each_question_about_a_goal_is_asked_once():
    made = agenda(journal(proposed(), moved(), won(), won("I slept")), on=date(2026, 3, 1))
    asked = [(ask.question.id, ask.goal) for ask in made.asks]
    assert len(asked) == len(set(asked))
    assert [len(item.asks) for item in made.of(AgendaPart.WIN)] == [1, 0]


def test_a_concern_that_was_settled_is_gone():
    told = journal(proposed(), fact(ConcernRaised, NOW, text="too fast"), fact(ConcernSettled, NOW, concern="e1"))
    assert agenda(told, on=NOW).of(AgendaPart.CONCERN) == ()


@pytest.mark.parametrize(
    ("win", "is_new"),
    [
        (won(on=BEGUN), False),
        (won(on=LAST), True),
        (won(on=LAST, session="s1"), False),
        (won(on=LAST, session="s2"), True),
        (won(on=NOW), True),
    ],
    ids=["before", "on its day", "in its session", "in another session", "after"],
)
def test_wins_are_those_since_the_last_check_in(win, is_new):
    made = agenda(journal(proposed(), win, checked_in(session="s1")), on=NOW)
    assert len(made.of(AgendaPart.WIN)) == is_new


def test_setbacks_are_those_since_the_last_check_in():
    before, after = (fact(SetbackMet, day, text="we had a row") for day in (BEGUN, NOW))
    made = agenda(journal(proposed(), before, checked_in(), after), on=NOW)
    assert [item.about.on for item in made.of(AgendaPart.SETBACK)] == [NOW]


def test_a_plan_of_all_days_is_asked_on_one_of_them():
    told = journal(proposed(), checked_in(), won(on=date(2026, 2, 9)), checked_in(on=date(2026, 2, 9)))
    made = agenda(told.plan(), on=NOW)
    assert made.since == LAST
    assert made.of(AgendaPart.WIN) == ()


def test_without_a_check_in_everything_is_new():
    made = agenda(journal(proposed(), won(on=BEGUN)), on=NOW)
    assert made.since is None
    assert len(made.of(AgendaPart.WIN)) == 1


def test_a_journal_and_its_plan_give_one_agenda():
    told = journal(proposed(), moved(), checked_in(), won(), fact(SetbackMet, NOW, text="a row"))
    assert agenda(told, on=NOW) == agenda(told.plan(on=NOW), on=NOW)


def test_when_a_signal_shows_can_be_set():
    told = journal(proposed(), moved(), proposed(WALK), moved("walk"))
    assert len(agenda(told, on=BEGUN, rule=SignalRule(goals_at_once=1)).of(AgendaPart.SIGNAL)) == 1


def test_an_empty_agenda_says_so():
    made = agenda(Journal(), on=NOW)
    assert made.to_text() == "Agenda, 2026-01-26\n\nNothing is due."
    assert not made.is_stopped


def test_words_stay_in_their_line_and_steer_no_terminal():
    made = agenda(journal(proposed(), won("I said\nno\x1b[2J")), on=NOW)
    assert "- “I said no�[2J”" in made.to_text()


def test_an_agenda_needs_a_journal_or_a_plan():
    with pytest.raises(FieldTypeError, match=r"plan must be a TreatmentPlan \(got 'list'\)"):
        agenda([], on=NOW)


def test_an_agenda_of_a_day_before_the_plan_is_refused():
    with pytest.raises(FieldError, match="on must not lie before the day of the plan"):
        agenda(journal(proposed()).plan(on=NOW), on=LAST)


def test_a_time_that_is_over_is_told_once_and_without_blame():
    goal = OutcomeGoal("feel calmer", id="calm", time_frame=TimeFrame(due=date(2026, 1, 25)))
    text = agenda(journal(proposed(goal), moved(), checked_in(LAST)), on=NOW).to_text()
    assert text.count("the time meant for it ended on 2026-01-25, 1 day ago") == 1
    assert not any(word in text for word in ("overdue", "Noticed"))
