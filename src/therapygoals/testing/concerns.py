"""What the safety screen answers: concerns, results of every status, what releases a statement, and whom to turn to."""

from __future__ import annotations

from datetime import UTC

from hypothesis import strategies as st

from therapygoals.safety import (
    ConcernCategory,
    Directness,
    Help,
    ItemConcern,
    ItemScreen,
    Release,
    Resource,
    ResourceKind,
    ResponderTable,
    SafetyConcern,
    ScreenResult,
    ScreenStatus,
    Subject,
)
from therapygoals.testing.words import keys, texts

__all__ = [
    "helps",
    "item_concerns",
    "item_screens",
    "releases",
    "resources",
    "responder_tables",
    "safety_concerns",
    "screen_results",
]


@st.composite
def safety_concerns(draw: st.DrawFn) -> SafetyConcern:
    """Concerns of any kind, at a place of no text in particular."""
    category = draw(st.sampled_from(ConcernCategory))
    start = draw(st.integers(0, 200))
    return SafetyConcern(
        category=category,
        rule_id=draw(keys()),
        rule_set_version=draw(keys()),
        directness=draw(st.sampled_from(Directness)),
        start=start,
        end=start + draw(st.integers(1, 40)),
        negated=draw(st.booleans()),
        subject=draw(st.sampled_from(Subject)),
        child_at_risk=category is ConcernCategory.ABUSE and draw(st.booleans()),
    )


def screen_results(*, status: ScreenStatus | None = None) -> st.SearchStrategy[ScreenResult]:
    """Answers of the screen, with concerns in the order of the text where there are any.

    Args:
        status: What the screen can say; any when None.
    """
    if status is None:
        return st.sampled_from(ScreenStatus).flatmap(lambda any_status: screen_results(status=any_status))
    least, most = (1, 3) if status is ScreenStatus.CONCERN else (0, 0)
    concerns = st.lists(safety_concerns(), min_size=least, max_size=most)
    return st.builds(ScreenResult, st.just(status), concerns.map(_in_order))


def releases(text: str | None = None) -> st.SearchStrategy[Release]:
    """Releases by any professional.

    Args:
        text: The statement that they cover; any when None.
    """
    moments = st.datetimes(timezones=st.just(UTC))
    statements = keys() if text is None else st.just(text)
    return st.builds(Release.of, statements, by=keys(), role=keys(), at=moments, reason=keys())


def item_concerns() -> st.SearchStrategy[ItemConcern]:
    """Answers to look at, in a form of any name."""
    return st.builds(
        ItemConcern,
        category=st.sampled_from(ConcernCategory),
        instrument=keys(),
        item=st.integers(1, 100),
        rule_set_version=keys(),
    )


@st.composite
def item_screens(draw: st.DrawFn, *, status: ScreenStatus | None = None) -> ItemScreen:
    """What can be said of the answers to a questionnaire.

    Args:
        draw: Given by Hypothesis.
        status: What can be said; any when None.
    """
    said = draw(st.sampled_from(ScreenStatus)) if status is None else status
    concerns = draw(st.lists(item_concerns(), min_size=1, max_size=3)) if said is ScreenStatus.CONCERN else []
    most = 0 if said is ScreenStatus.NO_MATCH else 3
    unanswered = draw(st.lists(st.integers(1, 100), max_size=most, unique=True).map(sorted))
    return ItemScreen(said, concerns, unanswered=unanswered)


def resources() -> st.SearchStrategy[Resource]:
    """Whom to turn to, by names and contacts that lead nowhere."""
    return st.builds(
        Resource, kind=st.sampled_from(ResourceKind), name=texts(), contact=texts(), note=st.none() | texts()
    )


def helps(*, locale: str | None = None) -> st.SearchStrategy[Help]:
    """What a person is shown.

    Args:
        locale: Tag of the language and place; any of some when None.
    """
    tags = st.sampled_from(_LOCALES) if locale is None else st.just(locale)
    return st.builds(Help, texts(), st.lists(resources(), min_size=1, max_size=2), locale=tags)


@st.composite
def responder_tables(draw: st.DrawFn) -> ResponderTable:
    """Tables with help for one to three locales, and a default or none."""
    locales = draw(st.lists(st.sampled_from(_LOCALES), min_size=1, max_size=3, unique=True))
    given = [draw(helps(locale=locale)) for locale in locales]
    return ResponderTable(given, default=draw(st.none() | st.sampled_from(locales)))


_LOCALES = ("en", "en-GB", "de", "de-CH", "he", "zh-Hant-TW")


def _in_order(concerns: list[SafetyConcern]) -> list[SafetyConcern]:
    return sorted(concerns, key=lambda concern: concern.span)
