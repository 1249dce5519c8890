"""Writes a page for each SMART rule, made from the rule itself, and an index of them all.

Run it after a change of a rule: `python docs/_rule_pages.py`. A test tells which page is out of date.
"""

from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from therapygoals.goals import Goal, Statement
from therapygoals.smart import RULES, Criterion, Rule

FOLDER = Path(__file__).parent / "reference" / "rules"
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

## What it decides

{decides}

## It speaks up about

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


def pages() -> dict[str, str]:
    """Make all pages, by the name of their file."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    return {"index.md": _index(rules)} | {_file(rule): _page(rule) for rule in rules}


def write(folder: Path) -> None:
    """Write all pages into a folder, and take away those of rules that are no longer there."""
    made = pages()
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.md"):
        if page.name not in made:
            page.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def example(shown: str | Goal) -> str:
    """Show an example as it is given to `check`: the words of a statement, or the call that makes a goal."""
    if isinstance(shown, str):
        return " ".join(shown.split())
    text = shown.statement.text
    return repr(shown).replace(f"statement={Statement(text)!r}", repr(text))


def _file(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}.md"


def _page(rule: Rule) -> str:
    return PAGE.format(
        rule=rule,
        summary=fill(_summary(rule), WIDTH),
        why=fill(_sentence(rule.why), WIDTH),
        leave=fill(_sentence(rule.leave), WIDTH),
        decides=_decides(rule),
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


def _summary(rule: Rule) -> str:
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


def _examples(shown: Iterable[str | Goal]) -> str:
    return "\n".join(f"- `{example(one)}`" for one in shown)


def _link(rule: Rule) -> str:
    return f"[{rule.name}]({_file(rule)})"


def _row(rule: Rule) -> str:
    return f"| {rule.code} | {_link(rule)} | {_word(rule.criterion)} | {_summary(rule)} |"


def _links(rules: Iterable[Rule]) -> str:
    return ", ".join(map(_link, rules))


if __name__ == "__main__":
    write(FOLDER)
