"""A researcher finds in each docstring what has to be cited, and every source leads somewhere."""

import inspect
import re
from pathlib import Path

import pytest

from therapygoals import progress

DOCS = Path(__file__).parents[2] / "docs"
KEYS = set(re.findall(r"^- \*\*(\w+)\*\*:", (DOCS / "references.md").read_text(encoding="utf-8"), re.MULTILINE))
LOOK_UPS = (progress.instrument, progress.instruments, progress.report)  # they have no formula of their own
FUNCTIONS = [thing for name in progress.__all__ if inspect.isfunction(thing := getattr(progress, name))]
METRICS = [function for function in FUNCTIONS if function not in LOOK_UPS]
CLASSES = [thing for name in progress.__all__ if inspect.isclass(thing := getattr(progress, name))]
SECTIONS = ("Formula", "Args", "Returns", "Raises", "When it misleads", "Examples", "References")
KEY = re.compile(r"\b[a-z]+(?:18|19|20)\d\d[a-z]?\b")

each_metric = pytest.mark.parametrize("function", METRICS, ids=lambda function: function.__name__)


def sections_of(thing):
    """The sections of a docstring and what stands in each."""
    _, *parts = re.split(r"^([A-Z][\w ]+):$", inspect.getdoc(thing), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@each_metric
def test_metric_tells_all_that_a_researcher_needs(function):
    assert tuple(sections_of(function)) == SECTIONS


@each_metric
def test_metric_cites_a_source_on_the_page_of_references(function):
    cited = set(KEY.findall(sections_of(function)["References"]))
    assert cited
    assert cited <= KEYS


@pytest.mark.parametrize("thing", CLASSES, ids=lambda thing: thing.__name__)
def test_source_that_a_class_cites_is_on_the_page_of_references(thing):
    assert set(KEY.findall(inspect.getdoc(thing))) <= KEYS


@pytest.mark.parametrize("thing", [*CLASSES, *FUNCTIONS], ids=lambda thing: thing.__name__)
def test_public_name_is_on_the_page_of_its_family(thing):
    pages = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "metrics").glob("*.md"))
    assert f"::: {thing.__module__}\n" in pages
