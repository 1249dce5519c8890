"""Two people, one goal, two ways: a year of therapy told by what happened, each written as JSON and read again.

Ruth and Sam are made up. Both come with the same goal. She is there in three months and keeps it up; he finds that the
place he works at is the trouble, and takes another road. Nobody fails here.

python examples/one_year.py [folder-for-the-journals]    # without a folder, nothing stays on the disk
"""

import sys
import tempfile
import textwrap
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs

import therapygoals as tg
from therapygoals import plan as tp
from therapygoals.interop import json

CLIENT, THERAPIST = tg.Actor(tg.Party.CLIENT), tg.Actor(tg.Party.THERAPIST)
MONDAY = date(2026, 1, 5)
LAST_DAY = date(2026, 12, 28)
WIDTH = 96

CALM = tg.OutcomeGoal(
    "I want work to stop eating me up",
    tg.ScaleTarget(scale=tg.Scale(low=0, high=10), baseline=8, at_most=4, what="how tense I am after work"),
    id="calm",
    time_frame=tg.TimeFrame(start=MONDAY, span=tg.Span(3, tg.Period.MONTH)),
    ownership=tg.Ownership(asked_by=CLIENT, worded_by=CLIENT),
)
LUNCH = tg.ProcessGoal(
    "Eat my lunch away from my desk three days a week",
    tg.FrequencyTarget(at_least=3, per=tg.Period.WEEK, of=5),
    id="lunch",
    relations=(tg.Relation(tg.RelationKind.SERVES, "calm"),),
    time_frame=tg.TimeFrame(start=MONDAY),
)


class Year:
    """A journal in the making, which numbers its events and prints each as it happens."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.journal = tp.Journal()

    def tell(self, kind: type[Any], on: date, by: tg.Actor, words: str | None = None, /, **facts: Any) -> None:  # noqa: ANN401
        """Record an event, and print it where there are words for it."""
        event = kind(id=f"{self.name}-{len(self.journal) + 1}", on=on, by=by, **facts)
        self.journal = self.journal.record(event)
        if words:
            head = f"{on:%d %b}  "
            print(textwrap.fill(words, WIDTH, initial_indent=head, subsequent_indent=" " * len(head)))

    def rate(self, goal: str, start: date, ratings: list[float]) -> None:
        """Record a rating a week."""
        for week, rating in enumerate(ratings):
            day = start + timedelta(weeks=week)
            self.tell(tp.Observed, day, CLIENT, observations=[tg.Observation(day, rating, goal=goal)])

    def do(self, goal: str, monday: date, *weeks: str) -> None:
        """Record weeks, a sign a working day: x done, - missed, . not recorded."""
        for number, signs in enumerate(weeks):
            first = monday + timedelta(weeks=number)
            days = [(first + timedelta(days=place), sign) for place, sign in enumerate(signs) if sign != "."]
            seen = [
                tg.Observation(day, goal=goal) if sign == "x" else tg.Observation.missed(day, goal=goal)
                for day, sign in days
            ]
            if seen:
                self.tell(tp.Observed, first + timedelta(days=6), CLIENT, observations=seen)


def begin(year: Year) -> None:
    """How both begin: the same two goals, agreed in the first two therapy sessions."""
    year.tell(
        tp.GoalProposed, MONDAY, CLIENT, f"First session. “{CALM}” Tense after work: 8 of 10.", goal=CALM, session="s1"
    )
    year.tell(tp.GoalProposed, MONDAY, THERAPIST, f"What would be a start? “{LUNCH}.”", goal=LUNCH, session="s1")
    second = date(2026, 1, 12)
    outline = tp.Outline(
        vision=tp.Vision("Come home with something left for the people I love"),
        issues=(tp.Issue("Work", concern=tg.Concern.WORK_STRESS, goals=("calm", "lunch")),),
        completion=("I laugh at dinner again", "I sleep on Sunday nights"),
    )
    year.tell(
        tp.OutlineChanged,
        second,
        CLIENT,
        "Second session. How would I know that it is done? I laugh at dinner again. I sleep on Sunday nights.",
        outline=outline,
        session="s2",
    )
    for goal in ("calm", "lunch"):
        for actor in (CLIENT, THERAPIST):
            year.tell(tp.GoalAnswered, second, actor, goal=goal, decision=tg.Decision.ACCEPT, session="s2")
        year.tell(tp.GoalMoved, second, CLIENT, goal=goal, to=tp.GoalState.ACTIVE, session="s2")
    print("        Both say yes to both goals.")


def ruth() -> Year:
    """She is there in three months, keeps it up, slips, and is back."""
    year = Year("ruth")
    title("Ruth")
    begin(year)
    year.do("lunch", date(2026, 1, 12), "x-x..", "xx-x.", "x.xx-", "xxxx.")
    year.rate("calm", date(2026, 1, 18), [8, 7, 7, 6])
    year.tell(
        tp.Won,
        date(2026, 1, 26),
        CLIENT,
        "I ate in the park. In January. With gloves on.",
        text="ate in the park",
        kind=tp.WinKind.FIRST_TIME,
        goal="lunch",
    )
    four = attrs.evolve(
        LUNCH,
        statement="Eat my lunch away from my desk four days a week",
        targets=tg.FrequencyTarget(at_least=4, per=tg.Period.WEEK, of=5),
    )
    year.tell(
        tp.GoalRevised,
        date(2026, 2, 9),
        CLIENT,
        "Three days are easy now. From today: four. What went before stays as it was.",
        goal=four,
        reason=tp.Reason.NEW_INSIGHT,
    )
    year.do("lunch", date(2026, 2, 9), "xx-xx", "xxx--")
    year.rate("calm", date(2026, 2, 15), [6, 5])
    for goal in ("calm", "lunch"):
        year.tell(
            tp.GoalMoved,
            date(2026, 2, 23),
            CLIENT,
            goal=goal,
            to=tp.GoalState.ON_HOLD,
            reason=tp.Reason.PAUSE,
            until=date(2026, 3, 9),
        )
    print("23 Feb  Two weeks by the sea. Both goals pause, and the days count for nothing.")
    for goal in ("calm", "lunch"):
        year.tell(tp.GoalMoved, date(2026, 3, 9), CLIENT, goal=goal, to=tp.GoalState.ACTIVE)
    year.do("lunch", date(2026, 3, 9), "xxxx.", "xxxxx", "xxxx-")
    year.rate("calm", date(2026, 3, 15), [5, 4, 4])
    year.tell(
        tp.CheckedIn,
        date(2026, 3, 30),
        CLIENT,
        "Review. Closer or farther? Closer. “I laughed at dinner. I heard myself do it.”",
        formality=tp.Formality.FORMAL,
        answers=[tp.Answer(question="review.distance", goal="calm", distance=tp.Distance.CLOSER)],
        session="s12",
    )
    year.tell(
        tp.GoalMoved,
        date(2026, 4, 6),
        CLIENT,
        "Reached, a day after three months. Now to keep it.",
        goal="calm",
        to=tp.GoalState.MAINTAINING,
        reason=tp.Reason.TO_MAINTENANCE,
    )
    year.tell(
        tp.SetbackMet,
        date(2026, 9, 14),
        CLIENT,
        "The new boss. I am at 7 again, and I eat at my desk.",
        text="a new boss, tense again",
        goal="calm",
    )
    year.rate("calm", date(2026, 9, 20), [7, 6, 4])
    year.tell(
        tp.GoalMoved,
        date(2026, 9, 21),
        CLIENT,
        "So it is a goal to work on again; what was reached stays reached.",
        goal="calm",
        to=tp.GoalState.ACTIVE,
        reason=tp.Reason.SETBACK,
    )
    year.tell(
        tp.Won,
        date(2026, 10, 5),
        CLIENT,
        "I told him that I take my lunch. He said: fine.",
        text="told the boss that I take my lunch",
        kind=tp.WinKind.FACED_FEAR,
        goal="lunch",
    )
    year.tell(
        tp.GoalMoved,
        date(2026, 10, 12),
        CLIENT,
        "Back at 4.",
        goal="calm",
        to=tp.GoalState.MAINTAINING,
        reason=tp.Reason.TO_MAINTENANCE,
    )
    for goal in ("lunch", "calm"):
        year.tell(tp.GoalMoved, LAST_DAY, THERAPIST, goal=goal, to=tp.GoalState.COMPLETED, reason=tp.Reason.ACHIEVED)
    print("28 Dec  The last session. “I sleep on Sunday nights.”")
    return year


def sam() -> Year:
    """He finds that it is the place, and takes another road."""
    year = Year("sam")
    title("Sam")
    begin(year)
    year.do("lunch", date(2026, 1, 12), "x----", "-x---", ".....", "x-x-x")
    year.rate("calm", date(2026, 1, 18), [8, 8, 9, 9])
    year.tell(
        tp.CheckedIn,
        date(2026, 2, 16),
        CLIENT,
        "Review. Closer or farther? Farther. “They laughed at me for taking my coat.”",
        formality=tp.Formality.FORMAL,
        answers=[tp.Answer(question="review.distance", goal="calm", distance=tp.Distance.FARTHER)],
        session="s6",
    )
    year.tell(
        tp.Won,
        date(2026, 2, 16),
        CLIENT,
        "He tells for the first time what is said to him there.",
        text="said aloud what happens there",
        kind=tp.WinKind.DISCLOSED,
    )
    cope = tg.OutcomeGoal(
        "Get through the days there without taking them home",
        tg.ScaleTarget(scale=tg.Scale(low=0, high=10), baseline=9, at_most=6, what="how tense I am after work"),
        id="cope",
        time_frame=tg.TimeFrame(start=date(2026, 3, 2)),
    )
    search = tg.ProcessGoal(
        "Send two applications a month",
        tg.FrequencyTarget(at_least=2, per=tg.Period.MONTH),
        id="search",
        time_frame=tg.TimeFrame(start=date(2026, 3, 1)),
    )
    year.tell(tp.GoalProposed, date(2026, 2, 23), CLIENT, f"It is the place. Two new roads: “{cope}”,", goal=cope)
    year.tell(tp.GoalProposed, date(2026, 2, 23), THERAPIST, f"and “{search}”.", goal=search)
    year.tell(
        tp.GoalMoved,
        date(2026, 2, 23),
        CLIENT,
        "The first goal is let go of. The roads that follow from it are named with it.",
        goal="calm",
        to=tp.GoalState.CANCELLED,
        reason=tp.Reason.REROUTED,
        successors=("cope", "search"),
    )
    year.tell(
        tp.GoalMoved,
        date(2026, 2, 23),
        CLIENT,
        goal="lunch",
        to=tp.GoalState.CANCELLED,
        reason=tp.Reason.OTHER_FOCUS,
    )
    for goal in ("cope", "search"):
        year.tell(tp.GoalMoved, date(2026, 3, 1), CLIENT, goal=goal, to=tp.GoalState.ACTIVE)
    year.rate("cope", date(2026, 3, 8), [9, 8, 8, 7, 7, 6])
    for sent in ("2026-03-10", "2026-03-24", "2026-04-14", "2026-05-05", "2026-05-12", "2026-05-26"):
        day = date.fromisoformat(sent)
        year.tell(tp.Observed, day, CLIENT, observations=[tg.Observation(day, goal="search")])
    april = date(2026, 4, 30)
    year.tell(
        tp.Observed,
        april,
        CLIENT,
        observations=[tg.Observation(april, 1, covers=tg.Period.MONTH, goal="search", note="one in all of April")],
    )
    year.tell(
        tp.RoadblockNamed,
        date(2026, 4, 20),
        CLIENT,
        "One so far in April. If I am too tired at night, then I write on Saturday morning.",
        goal="search",
        roadblock=tg.Roadblock(
            "too tired at night",
            tg.RoadblockKind.SYMPTOM,
            plan=tg.IfThenPlan("I am too tired at night", "I write on Saturday morning"),
            resolution=tg.Resolution.REDUCE,
        ),
    )
    year.tell(
        tp.GoalMoved,
        date(2026, 6, 8),
        CLIENT,
        "A new place, from July on. The search is done.",
        goal="search",
        to=tp.GoalState.COMPLETED,
        reason=tp.Reason.ACHIEVED,
    )
    year.tell(
        tp.GoalMoved,
        date(2026, 7, 6),
        CLIENT,
        "First day at the new place. “I went home and I was not tired.”",
        goal="cope",
        to=tp.GoalState.COMPLETED,
        reason=tp.Reason.ACHIEVED,
    )
    return year


def title(text: str) -> None:
    """Print a title."""
    print(f"\n{text}\n{'-' * len(text)}")


def show(text: object) -> None:
    """Print text, with lines that are too long for the page broken and set in."""
    for line in str(text).splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        print(textwrap.fill(line, WIDTH, subsequent_indent=indent))


def main(folder: Path) -> None:
    """Tell both years, write each as JSON, and tell from what is read again what it came to."""
    for year in (ruth(), sam()):
        path = folder / f"{year.name}.json"
        path.write_bytes(json.dumps(year.journal))
        journal = json.loads(path.read_bytes(), tp.Journal)
        plan = journal.plan(on=LAST_DAY)
        print(f"\nThe road of {year.name.title()}, read again from {path.name} ({len(journal)} events)\n")
        show(tp.roadmap(plan, on=LAST_DAY))
        print("\nWhat it came to, each stretch by the target that was in force\n")
        for planned in plan:
            print(f"{planned}")
            for stretch in tp.judge(planned, on=LAST_DAY).stretches:
                show(f"  {stretch}")
        for goal in ("calm", "lunch"):
            print()
            show(tp.closing_summary(plan, goal, on=LAST_DAY))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
