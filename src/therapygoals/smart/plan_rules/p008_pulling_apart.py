"""P008 pulling-apart: two goals about the same thing lead opposite ways.

Why it matters: where one goal takes away what the other asks for, both are hard to keep.
When to leave it: each has its own time or place, so that both can be kept.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from therapygoals.goals import CountTarget, GoalSet, OutcomeGoal, Period, ProcessGoal, ProgressLine, Target
from therapygoals.language import Role
from therapygoals.smart.plan_rule import About, GoalView, PlanRule, PlanView
from therapygoals.smart.plan_rules._likeness import forms_of, holds, within

__all__ = ["RULE"]


def _find(view: PlanView) -> Iterator[About]:
    goals = {one.number: one for one in view.goals}
    for number, another in sorted({*_measured_apart(view), *_worded_apart(view), *_turned_apart(view)}):
        one, other = goals[number], goals[another]
        if not view.belong(one, other) and (
            words := _by_targets(one, other) or _by_words(one, other) or _by_turns(one, other)
        ):
            yield About((one, other), words)


def _measured_apart(view: PlanView) -> Iterator[tuple[int, int]]:
    """Numbers of goals that measure the same, and that no number can meet both of; goals with the same line are one."""
    lines: dict[object, dict[ProgressLine, tuple[Target, set[int]]]] = defaultdict(dict)
    for one in view.goals:
        for target in one.goal.targets:
            if target.line is not None:
                measured = lines[type(target), target.unit, frozenset(_measured(one, target))]
                measured.setdefault(target.line, (target, set()))[1].add(one.number)
    for measured in lines.values():
        for (mine, some), (theirs, others) in combinations(measured.values(), 2):
            if _is_apart(mine, theirs):
                yield from (_pair(one, other) for one in some for other in others if one != other)


def _worded_apart(view: PlanView) -> Iterator[tuple[int, int]]:
    """Numbers of goals that lead opposite ways, and of which one may hold all words of the other."""
    ways = {one.number: one.way for one in view.goals}
    for one, other in within(one for one in view.goals if ways[one.number]):
        if ways[one.number] * ways[other.number] < 0:
            yield _pair(one.number, other.number)


def _turned_apart(view: PlanView) -> Iterator[tuple[int, int]]:
    """Numbers of goals that turn what may be the same act opposite ways."""
    for pair in _TURNS:
        acts = defaultdict[frozenset[str], tuple[list[int], list[int]]](lambda: ([], []))
        for one in view.goals:
            turned = [_turned(one, turns) for turns in pair]
            ways = acts[frozenset(one.forms.keys() - turned[0].keys() - turned[1].keys())]
            for way, words in zip(ways, turned, strict=True):
                if words:
                    way.append(one.number)
        for some, others in acts.values():
            yield from (_pair(one, other) for one in some for other in others if one != other)


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _by_targets(one: GoalView, other: GoalView) -> tuple[str, ...]:
    """The words for what is measured, where no number can meet both."""
    for mine in one.goal.targets:
        for theirs in other.goal.targets:
            if type(mine) is type(theirs) and mine.unit == theirs.unit and _is_apart(mine, theirs):
                said, there = (_measured(view, target) for view, target in ((one, mine), (other, theirs)))
                if said and said.keys() == there.keys():
                    return tuple(said.values())
    return ()


def _measured(view: GoalView, target: Target) -> dict[str, str]:
    return view.forms if target.what is None else forms_of(target.what)


def _is_apart(mine: Target, theirs: Target) -> bool:
    """Whether the lowest number that meets one lies above the highest that meets the other."""
    if mine.line is None or theirs.line is None:
        return False
    pairs = ((mine.line.low, theirs.line.high), (theirs.line.low, mine.line.high))
    return any(low is not None and high is not None and low > high for low, high in pairs)


def _by_words(one: GoalView, other: GoalView) -> tuple[str, ...]:
    """The words that both share, where one asks for more of it, or to do it, and the other for less, or to stop."""
    measured = one.goal.targets and other.goal.targets
    if measured or one.goal.kind is not other.goal.kind or one.way * other.way >= 0:
        return ()  # to practise a time for worries may well serve to worry less
    return holds(one, other)


_TURNS = (
    (frozenset({"earlier", "sooner"}), frozenset({"later"})),
    (frozenset({"faster", "quicker"}), frozenset({"slower"})),
    (frozenset({"louder"}), frozenset({"quieter", "softer"})),
)
"""Words that turn the same act opposite ways."""
_OWN_TIME = (Role.CONDITION, Role.SITUATION, Role.FREQUENCY)


def _by_turns(one: GoalView, other: GoalView) -> tuple[str, ...]:
    """What both do and the words that turn it opposite ways, where neither has a time or place of its own."""
    if one.way * other.way < 0 or _said(one, *_OWN_TIME) != _said(other, *_OWN_TIME):
        return ()
    for pair in _TURNS:
        for mine, theirs in (pair, pair[::-1]):
            here, there = _turned(one, mine), _turned(other, theirs)
            if here and there and (shared := _same_act(one, other, {*here, *there})):
                return (*shared, *here.values(), *there.values())
    return ()


def _turned(view: GoalView, turns: frozenset[str]) -> dict[str, str]:
    return {form: word for form, word in view.forms.items() if word in turns}


def _same_act(one: GoalView, other: GoalView, turns: set[str]) -> tuple[str, ...]:
    """What both do, without the words that turn it; the act itself where it is in light words, such as get up."""
    if one.forms.keys() - turns != other.forms.keys() - turns:
        return ()
    rest = tuple(word for form, word in one.forms.items() if form not in turns)
    acts = _said(one, Role.ACT)
    return rest or (tuple(sorted(acts)) if acts == _said(other, Role.ACT) else ())


def _said(view: GoalView, *roles: Role) -> frozenset[str]:
    """The phrases of some roles, in lower case."""
    reading = view.reading
    phrases = () if reading is None else (reading.text[slice(*phrase.span)] for phrase in reading.all(*roles))
    return frozenset(map(str.lower, phrases))


RULE = PlanRule(
    code="P008",
    name="pulling-apart",
    noticed="These two goals seem to lead opposite ways.",
    ask="How could these two live side by side, or which one comes first?",
    bad=(
        GoalSet((ProcessGoal("phone my mother every evening"), ProcessGoal("stop phoning my mother in the evening"))),
        GoalSet((OutcomeGoal("have more evenings alone"), OutcomeGoal("have fewer evenings alone"))),
        GoalSet(
            (
                OutcomeGoal("see people", CountTarget(what="evenings out", at_least=4, per=Period.WEEK)),
                OutcomeGoal("rest", CountTarget(what="evenings out", at_most=2, per=Period.WEEK)),
            )
        ),
        GoalSet((ProcessGoal("go to bed later"), ProcessGoal("I want to go to bed earlier"))),
        GoalSet((ProcessGoal("get up earlier"), ProcessGoal("get up later"))),
        GoalSet((ProcessGoal("drive slower"), ProcessGoal("drive faster"))),
    ),
    good=(
        GoalSet((ProcessGoal("phone my mother every evening"), ProcessGoal("stop phoning my boss in the evening"))),
        GoalSet(
            (
                OutcomeGoal("see people", CountTarget(what="evenings out", at_least=1, per=Period.WEEK)),
                OutcomeGoal("rest", CountTarget(what="evenings out", at_most=2, per=Period.WEEK)),
            )
        ),
        GoalSet((OutcomeGoal("worry less at work"), ProcessGoal("practise a worry time at work"))),
        GoalSet((ProcessGoal("go to bed earlier"), ProcessGoal("leave work later"))),
        GoalSet((ProcessGoal("get up earlier"), ProcessGoal("go to sleep later"))),
        GoalSet((ProcessGoal("get up earlier"), ProcessGoal("get up later at weekends"))),
        GoalSet((ProcessGoal("eat dinner earlier"), ProcessGoal("eat dinner sooner"))),
    ),
    source="goal-guide",
    page=__doc__,
    find=_find,
)
