"""A dialogue in the terminal, from a vague wish to goals to talk over.

python examples/reframe_in_the_terminal.py ["what I want"] [--interview] [--save FILE] [--resume FILE] [--start DAY]

An empty wish, or --interview, begins the interview for somebody who does not know yet what they want. Ctrl-D or Ctrl-C
puts the dialogue aside; with --save it can be gone on with later. With rich, the extra `terminal`, it has colours and
frames; without it, or with --plain, it says the same.
"""

from __future__ import annotations

import argparse
import io
import shlex
import sys
import textwrap
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

import therapygoals as tg
from therapygoals.interop import json
from therapygoals.reframing import Interview, StopReason, Transcript, interview

if TYPE_CHECKING:
    from rich.table import Table

Talk: TypeAlias = tg.Reframing | Interview

# Whoever offers this to others puts the help of the place here, keeps it right, and sees to it that a person is told.
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

ENDED = {
    StopReason.ENOUGH: "Thank you. There is enough here to talk over.",
    StopReason.BUDGET: "Thank you. No more questions for today.",
    StopReason.DECLINED: "We leave it there. What you said stays as it is.",
    StopReason.NOT_NOW: "We leave it for now. What you said stays as it is.",
    StopReason.BURDEN: "That is plenty for today. Small is fine, and so is later.",
    StopReason.REPEAT: "That may be all for now, and that is fine.",
}
FIELDS = {
    "statement": "its words",
    "targets": "what is enough",
    "time_frame": "its time",
    "control": "whose hands it is in",
    "context.hope": "the hope behind it",
    "context.domain": "what it is about",
    "context.motive": "why it matters",
    "strategies": "a smaller way",
    "readiness.importance": "how much it matters",
    "readiness.confidence": "how sure you are",
    "ownership.contributions": "what you know of it",
}
HINT = "/skip leaves a question open. /park, Ctrl-D or Ctrl-C puts everything aside."


def main(args: argparse.Namespace) -> int:
    """Hold one dialogue; the exit status is 2 where it could not begin, and 1 where it could not be saved."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a sign shows another one
    screen = a_screen(plain=args.plain)
    if args.save is not None and args.save != args.resume and args.save.exists():
        screen.say(f"{args.save} is there already. Go on with it by --resume, or save under another name.")
        return 2
    try:
        state = begin(args, screen)
    except tg.DocumentError as error:
        screen.say(f"{args.resume} is no dialogue that was saved here, or it was changed:")
        screen.points([str(fault) for fault in error.faults])
        return 2
    except (OSError, tg.TherapyGoalsError) as error:
        screen.say(f"This could not begin: {error}")
        return 2
    except (EOFError, KeyboardInterrupt):
        state = None
    if state is None:
        screen.say("Nothing was asked yet. Come back whenever you like.")
        return 0
    path = args.save or args.resume
    if not isinstance(state, tg.ReframeStopped) and not save(state.transcript, path, screen):
        return 2  # before anything is said that would be lost
    state = hold(state, screen, keep=lambda transcript: save(transcript, path, screen))
    is_kept = state.transcript is None or save(state.transcript, path, screen)
    finish(state, screen, start=args.start, path=path if is_kept else None)
    return 0 if is_kept else 1


def begin(args: argparse.Namespace, screen: Screen) -> Talk | tg.ReframeStopped:
    """The first state: of a saved dialogue, of an interview, or of a wish."""
    if args.resume is not None:
        transcript = json.loads(args.resume.read_bytes(), Transcript)
        return resumed(transcript.unparked() if transcript.is_parked else transcript)
    if args.interview:
        return interview()
    return asked_for(screen) if args.wish is None else opened(args.wish)


def asked_for(screen: Screen) -> Talk | tg.ReframeStopped:
    """What begins with the wish that is typed."""
    screen.title("What would you like from therapy?")
    while True:
        screen.say("Say it as it comes. If you do not know yet, just press Enter, and we find out together.")
        try:
            return opened(heard())
        except tg.FieldError as error:
            refuse(error, screen)


def opened(wish: str) -> Talk | tg.ReframeStopped:
    """What begins with a wish; an interview where it is empty."""
    return tg.reframe(wish) if wish.strip() else interview()


def resumed(transcript: Transcript) -> Talk | tg.ReframeStopped:
    """Where a dialogue was left; one without a wish was an interview."""
    if transcript.wish is None:
        return Interview.resume(transcript)
    return tg.Reframing.resume(transcript)


def hold(
    state: Talk | tg.ReframeStopped, screen: Screen, *, keep: Callable[[Transcript], object]
) -> Talk | tg.ReframeStopped:
    """Ask until there is no more question; whatever was said is kept before the next question is asked."""
    if not isinstance(state, tg.ReframeStopped):
        screen.title("Let us see what you want from therapy")
        if isinstance(state, tg.Reframing):
            screen.say(f"You said: “{state.wish}”")
        screen.quiet(HINT)
    while not isinstance(state, tg.ReframeStopped) and state.prompt is not None:
        keep(state.transcript)
        now = state
        try:
            ask(now, screen)
            state = follow(now, heard(), screen)
        except tg.FieldError as error:
            refuse(error, screen)
        except (EOFError, KeyboardInterrupt):
            print()
            state = now.park()
    return state


def refuse(error: tg.FieldError, screen: Screen) -> None:
    """Say why words were not taken, and whom to turn to: nothing has looked at them."""
    screen.say(f"Your words {error.rule}. Please try again.")
    help_ = tg.respond((), HELP, locale="en")
    screen.say("Nothing has looked at them yet. If they tell of danger, please do not wait. Here is who can help:")
    screen.points([f"{resource.name}: {resource.contact}" for resource in help_.resources])


def ask(state: Talk, screen: Screen) -> None:
    """Show the question, and what may be chosen."""
    assert state.prompt is not None
    screen.ask(state.prompt.text)
    if offers := offers_of(state):
        screen.points([offer.text for offer in offers], numbered=True)
        screen.quiet("Type a number, or your own words.")


def offers_of(state: Talk) -> Sequence[tg.Offer]:
    """What may be chosen now; an interview offers nothing."""
    return state.offers if isinstance(state, tg.Reframing) else ()


def follow(state: Talk, said: str, screen: Screen, *, by_number: bool = True) -> Talk | tg.ReframeStopped:
    """The state after one line that was typed."""
    if said == "/skip":
        return state.skip()
    if said == "/park":
        return state.park()
    if not said or said.startswith("/"):
        screen.quiet(HINT)
        return state
    if by_number and isinstance(state, tg.Reframing) and state.offers and said.isdecimal():
        return choose(state, int(said[:9]), screen)
    return state.answer(said)


def choose(state: tg.Reframing, number: int, screen: Screen) -> Talk | tg.ReframeStopped:
    """The state after the choice of an offer by its number."""
    if not 1 <= number <= len(state.offers):
        screen.quiet(f"Type a number from 1 to {len(state.offers)}, or your own words.")
        return state
    offer = state.offers[number - 1]
    if not offer.in_own_words:
        return state.choose(offer)
    screen.ask("What is it, in your own words?")
    return follow(state, heard(), screen, by_number=False)


def heard() -> str:
    """What was typed; a line that is no text counts as an empty one."""
    try:
        return input("> ").strip()
    except UnicodeDecodeError:
        return ""


def save(transcript: Transcript, path: Path | None, screen: Screen) -> bool:
    """Write what was said so far, for nobody else to read; False where that cannot be done."""
    if path is None:
        return True
    try:
        part = path.with_name(f"{path.name}.part")  # so that what was there stays until all is written
        part.touch(mode=0o600)
        part.write_bytes(json.dumps(transcript) + b"\n")
        part.replace(path)
    except OSError as error:
        screen.say(f"This could not be saved: {error}")
        return False
    return True


def finish(state: Talk | tg.ReframeStopped, screen: Screen, *, start: date, path: Path | None) -> None:
    """Show how it ended: the help that the owner gives, how to go on, or the drafted goals."""
    if isinstance(state, tg.ReframeStopped):
        show_help(tg.respond(state, HELP, locale="en"), screen)
        return
    if state.transcript.is_parked:
        screen.title("Put aside")
        screen.say("We leave it there. Nobody has to finish anything.")
        if path is None:
            screen.say("This is not written down. With --save FILE it can be gone on with another day.")
        else:
            screen.say("To go on:")
            screen.command(command("--resume", str(path)))
        return
    if state.ended is not None:
        screen.say(ENDED[state.ended])
    if isinstance(state, Interview):
        show_findings(state, screen)
    show_draft(tg.draft(state, start=start), state, screen)
    if path is not None:
        screen.quiet(f"What was said is in {path}. Keep that file to yourself, for it holds your words.")


def show_help(help_: tg.Help, screen: Screen) -> None:
    """No question and no goal: a few words, and whom to turn to."""
    screen.card("Please talk to somebody", [("", help_.text), *((r.name, r.contact) for r in help_.resources)])


def show_findings(state: Interview, screen: Screen) -> None:
    """What the interview found, in the person's words."""
    rows = [("a year from now", state.vision)] if state.vision is not None else []
    screen.card("What you told", [*rows, *(("could be a goal", words) for words in state.candidates)])
    screen.quiet("Any of these can be a wish to look at more closely:")
    screen.command(command("what I want"))


def command(*words: str) -> str:
    """What to type to begin again."""
    return shlex.join(["python", f"examples/{Path(__file__).name}", *words])


def show_draft(draft: tg.Draft, state: Talk, screen: Screen) -> None:
    """The goals with where each part comes from, and what is still open."""
    asked = {turn.prompt.id: turn.prompt.text for turn in state.turns}
    if not draft.goals:
        screen.say("There is no goal in it yet, and there need not be one. Your words are a fine place to begin.")
    for goal in draft.goals:
        screen.card(in_words(goal), parts(goal, draft))
        screen.card("Where that comes from", sources(goal, draft, asked))
    if draft.open_questions:
        screen.title("Still open, to talk over together")
        screen.points([as_open(question) for question in draft.open_questions])


def as_open(question: tg.OpenQuestion) -> str:
    """An open question; one that was asked says so, so that nobody asks it anew as if it never was."""
    return f"{question.ask} (asked, and not known yet)" if question.is_unknown else question.ask


def in_words(goal: tg.Goal) -> str:
    """What kind of goal it is."""
    if isinstance(goal, tg.OutcomeGoal):
        return "Where it could lead (outcome goal)"
    return "What you could do (process goal)"


def parts(goal: tg.Goal, draft: tg.Draft) -> list[tuple[str, str]]:
    """The parts of a goal that a person may want to see."""
    rows = [("in your words", str(goal.statement))]
    rows += [("enough", str(target)) for target in goal.targets]
    rows += [("or smaller", strategy.name) for strategy in goal.strategies]
    if goal.context.hope is not None:
        rows.append(("the hope behind", goal.context.hope))
    rows += [("look at it on", f"{review.on:%d %B %Y}") for review in draft.reviews if review.goal == goal.id]
    return rows


def sources(goal: tg.Goal, draft: tg.Draft, asked: dict[str, str]) -> list[tuple[str, str]]:
    """Where each part comes from: whose words, and which question."""
    rows: dict[str, list[str]] = {}
    for source in draft.provenance:
        if source.goal == goal.id:
            whose = "you" if source.by is tg.Party.CLIENT else f"the {source.by}"
            told = f"{whose}, asked: {asked[source.prompt]}" if source.prompt in asked else f"{whose}, to begin with"
            rows.setdefault(told, []).append(FIELDS.get(source.field, source.field))
    return [(", ".join(fields), told) for told, fields in rows.items()]


class Screen(Protocol):
    """What can be shown."""

    def title(self, text: str) -> None:
        """A heading."""

    def say(self, text: str) -> None:
        """A sentence or two."""

    def quiet(self, text: str) -> None:
        """What may be overlooked."""

    def command(self, text: str) -> None:
        """What can be typed, on one line."""

    def ask(self, text: str) -> None:
        """A question."""

    def points(self, texts: Sequence[str], *, numbered: bool = False) -> None:
        """One line each."""

    def card(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Labelled lines under a title; one without a label comes first."""


def a_screen(*, plain: bool) -> Screen:
    """With rich where it is installed."""
    if not plain:
        try:
            return RichScreen()
        except ImportError:
            pass
    return PlainScreen()


class PlainScreen:
    """Words and blanks."""

    width = 88

    def title(self, text: str) -> None:
        """A heading, underlined."""
        print(f"\n{shown(text)}\n{'─' * len(text)}")

    def say(self, text: str) -> None:
        """A sentence or two."""
        self._wrapped(text)

    def quiet(self, text: str) -> None:
        """In brackets."""
        self._wrapped(f"({text})")

    def command(self, text: str) -> None:
        """Indented, and never wrapped."""
        print(f"    {shown(text)}")

    def ask(self, text: str) -> None:
        """A question, after an empty line."""
        print()
        self._wrapped(text)

    def points(self, texts: Sequence[str], *, numbered: bool = False) -> None:
        """One line each, with a number or a dash."""
        for number, text in enumerate(texts, start=1):
            self._wrapped(text, f"  {number}  " if numbered else "  -  ")

    def card(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Each label over its text."""
        self.title(title)
        for label, text in rows:
            if label:
                self._wrapped(f"{label}:")
            self._wrapped(text, "    " if label else "")

    def _wrapped(self, text: str, lead: str = "") -> None:
        print(textwrap.fill(shown(text), self.width, initial_indent=lead, subsequent_indent=" " * len(lead)))


class RichScreen:
    """Colours and frames. What is said is never read as markup."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(highlight=False, markup=False, emoji=False)

    def title(self, text: str) -> None:
        """A heading."""
        self._print(f"\n{text}", "bold cyan")

    def say(self, text: str) -> None:
        """A sentence or two."""
        self._print(text, "")

    def quiet(self, text: str) -> None:
        """Dimmed."""
        self._print(text, "dim")

    def command(self, text: str) -> None:
        """Indented, and never wrapped."""
        self._console.print(f"    {shown(text)}", style="cyan", soft_wrap=True)

    def ask(self, text: str) -> None:
        """A question, in bold."""
        self._print(f"\n{text}", "bold")

    def points(self, texts: Sequence[str], *, numbered: bool = False) -> None:
        """One line each, with a number or a dash."""
        self._console.print(self._grid([(str(i) if numbered else "-", text) for i, text in enumerate(texts, start=1)]))

    def card(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Two columns in a frame."""
        from rich.console import Group
        from rich.panel import Panel
        from rich.text import Text

        words = [Text(shown(text)) for label, text in rows if not label]
        grid = self._grid([row for row in rows if row[0]])
        self._console.print(Panel(Group(*words, grid), title=Text(title), title_align="left", border_style="cyan"))

    def _grid(self, rows: Sequence[tuple[str, str]]) -> Table:
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="cyan", max_width=40)
        grid.add_column(ratio=1)
        for label, text in rows:
            grid.add_row(Text(shown(label)), Text(shown(text)))
        return grid

    def _print(self, text: str, style: str) -> None:
        self._console.print(shown(text), style=style)


def shown(text: str) -> str:
    """The text without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)


def day(text: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = "must be a day, such as 2026-01-05"
        raise argparse.ArgumentTypeError(msg) from None


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="A dialogue from a vague wish to goals to talk over.")
    parser.add_argument("wish", nargs="?", help="what you want, in your own words; asked for where it is missing")
    parser.add_argument("--interview", action="store_true", help="begin with questions, for you need not know yet")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep what is said, to go on another day")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="go on with what was saved")
    parser.add_argument(
        "--start",
        type=day,
        default=datetime.now().astimezone().date(),
        metavar="DAY",
        help="first day of the goals, such as 2026-01-05; today where it is missing",
    )
    parser.add_argument("--plain", action="store_true", help="without colours and frames")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(arguments()))
