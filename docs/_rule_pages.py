"""Writes a page for each rule for a goal or a plan, made from the rule itself, and an index of each kind.

Run it after a change of a rule: `python docs/_rule_pages.py`. A test tells which page is out of date.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from therapygoals.goals import Decision, Goal, GoalSet, Statement
from therapygoals.plan import PlannedGoal, TreatmentPlan
from therapygoals.smart import PLAN_RULES, RULES, Criterion, PlanRule, Rule

FOLDER = Path(__file__).parent / "reference" / "rules"
PLAN_FOLDER = Path(__file__).parent / "reference" / "plan-rules"
WIDTH = 120

PAGE = """\
# {rule.code} {rule.name}

{summary}

## Why it matters

{why}

## When to leave it

{leave}

## What it says

- It notices: {rule.noticed}
- It asks: {rule.ask}

{decides}## It speaks up about

{bad}

## It stays silent about

{good}

## Source

The entry **{rule.source}** of the [references](../../references.md).
"""

INDEX = """\
# Rules of SMART

A rule looks at a goal, and where something deserves a word it states what it noticed and asks one open question. It
gives no advice and blocks nothing. Each page below is made from the rule itself, and its examples are the rule's tests.

## How verdicts come about

Only some rules decide. When one of these speaks up, its criterion is `unmet`; what the other rules notice stands beside
the verdict. Where no deciding rule speaks up, specific, measurable and time-bound are `met`. Words alone never make a
goal achievable or relevant: these two stay `not_assessed` until its fields tell of confidence, difficulty, importance
or values. A text that holds no goal is not assessed.

These rules decide:

{deciding}

## Which rules look

`RULES` holds all of them, the one whose question helps most first. A code, a name, the letters of a code or the word of
a criterion names what is meant:

- `RULES.select("M")` keeps some,
- `RULES.ignore("G005", "no-cue")` leaves some out,
- `RULES.add(rule)` adds one of yours,
- `check(goal, rules=...)` takes the set.

Where a rule that decides is left out, its criterion is `not_assessed` unless the words meet it.
[Choose and add rules](../../how-to/choose-and-add-rules.md) shows all of this.

A code never changes its meaning and is never used again; a name may improve.

## All rules

| code | name | criterion | what it notices |
|---|---|---|---|
{rows}
"""


PLAN_INDEX = """\
# Rules for plans

A rule for plans looks at the goals together, and at how two people work with them. Where something deserves a word it
states what it noticed, names the goals, and asks one open question. It gives no advice, decides nothing and blocks
nothing. Each page below is made from the rule itself, and its examples are the rule's tests.

Goals that have come to an end are left alone. In a `GoalSet`, where nothing is known but the goals, rules that ask who
said what and when stay silent unless the goals themselves tell it.

## Which rules look

`PLAN_RULES` holds all of them, the one whose question helps most first. A code or a name tells which is meant:

- `PLAN_RULES.select("same-wish", "P008")` keeps some,
- `PLAN_RULES.ignore("P013")` leaves some out,
- `PLAN_RULES.add(rule)` adds one of yours,
- `check_plan(plan, rules=...)` takes the set.

[Check a plan](../../how-to/check-a-plan.md) shows all of this, and how to give a rule another number than ours.

A code never changes its meaning and is never used again; a name may improve.

## All rules

| code | name | what it notices |
|---|---|---|
{rows}
"""


def pages() -> dict[str, str]:
    """Make all pages, by the name of their file."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    return {"index.md": _index(rules)} | {_file(rule): _page(rule) for rule in rules}


def plan_pages() -> dict[str, str]:
    """Make all pages of rules for plans, by the name of their file."""
    rules = sorted(PLAN_RULES, key=lambda rule: rule.code)
    rows = (f"| {rule.code} | {_link(rule)} | {_summary(rule)} |" for rule in rules)
    return {"index.md": PLAN_INDEX.format(rows="\n".join(rows))} | {_file(rule): _page(rule) for rule in rules}


def write(folder: Path, made: dict[str, str]) -> None:
    """Write pages into a folder, and take away those of rules that are no longer there."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.md"):
        if page.name not in made:
            page.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def example(shown: str | Goal | GoalSet | TreatmentPlan) -> str:
    """Show an example as it is given to a check: the words of a statement, or the call that makes goals.

    A plan is told in words, for the journal that makes it is long.
    """
    match shown:
        case str():
            return " ".join(shown.split())
        case TreatmentPlan():
            return "; ".join(_told(shown))
        case GoalSet():
            goals = ", ".join(map(example, shown))
            return f"GoalSet(({goals}{',' * (len(shown) == 1)}))"
        case _:
            text = shown.statement.text
            return repr(shown).replace(f"statement={Statement(text)!r}", repr(text))


def _told(plan: TreatmentPlan) -> Iterator[str]:
    """What the examples of plans tell, part by part."""
    yield "a plan" if plan.on is None else f"a plan on {plan.on}"
    if plan.begun is not None:
        yield f"begun on {plan.begun}"
    yield from map(_planned, plan)
    yield from (f"this brings the person here: “{issue.text}”" for issue in plan.outline.issues)
    yield from (f"the {concern.by.role} said: “{concern.text}”" for concern in plan.concerns)
    if plan.sessions:
        yield f"therapy sessions: {len(plan.sessions)}"
    for look in plan.check_ins:
        yield f"looked at together on {look.on}" + (f" (therapy session {look.session})" if look.session else "")


def _planned(planned: PlannedGoal) -> str:
    words = {Decision.ACCEPT: "yes", Decision.DECLINE: "no"}
    said = (f"the {word.by.role} says {words[word.decision]}" for word in planned.proposal.decisions)
    state = planned.state.replace("_", " ")
    return f"“{planned.goal}” ({', '.join([state, f'put forward by the {planned.version.by.role}', *said])})"


def _file(rule: Rule | PlanRule) -> str:
    return f"{rule.code}-{rule.name}.md"


def _page(rule: Rule | PlanRule) -> str:
    return PAGE.format(
        rule=rule,
        summary=fill(_summary(rule), WIDTH),
        why=fill(_sentence(rule.why), WIDTH),
        leave=fill(_sentence(rule.leave), WIDTH),
        decides=f"## What it decides\n\n{_decides(rule)}\n\n" if isinstance(rule, Rule) else "",
        bad=_examples(rule.bad),
        good=_examples(rule.good),
    )


def _index(rules: list[Rule]) -> str:
    return INDEX.format(
        deciding="\n".join(
            f"- {_word(criterion)}: {_links(rule for rule in rules if rule.decides and rule.criterion is criterion)}"
            for criterion in Criterion
        ),
        rows="\n".join(map(_row, rules)),
    )


def _summary(rule: Rule | PlanRule) -> str:
    """The first sentence of the rule's own documentation, without its code and name."""
    first_part, _, _ = (rule.page or "").partition("\n\n")
    return _sentence(first_part.partition(": ")[2])


def _sentence(words: str) -> str:
    joined = " ".join(words.split())
    return joined[:1].upper() + joined[1:]


def _decides(rule: Rule) -> str:
    if rule.without_goal:
        return "It is about texts that hold no goal: none of the five criteria is assessed."
    if rule.criterion is None:
        return "It is about the goal as a whole, and decides nothing."
    word = _word(rule.criterion)
    if rule.decides:
        return f"It speaks to **{word}**, and decides: when it speaks up, this criterion is unmet."
    return f"It speaks to **{word}**, and decides nothing: what it notices stands beside the verdict."


def _word(criterion: Criterion | None) -> str:
    return "the whole goal" if criterion is None else criterion.replace("_", "-")


def _examples(shown: Iterable[str | Goal | GoalSet | TreatmentPlan]) -> str:
    return "\n".join(f"- {_as_code(one)}" for one in shown)


def _as_code(one: str | Goal | GoalSet | TreatmentPlan) -> str:
    return _sentence(example(one)) if isinstance(one, TreatmentPlan) else f"`{example(one)}`"


def _link(rule: Rule | PlanRule) -> str:
    return f"[{rule.name}]({_file(rule)})"


def _row(rule: Rule) -> str:
    return f"| {rule.code} | {_link(rule)} | {_word(rule.criterion)} | {_summary(rule)} |"


def _links(rules: Iterable[Rule]) -> str:
    return ", ".join(map(_link, rules))


if __name__ == "__main__":
    write(FOLDER, pages())
    write(PLAN_FOLDER, plan_pages())
