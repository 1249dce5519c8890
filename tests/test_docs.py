"""Every code block of the pages and every example of a docstring runs, and shows what it says it shows."""

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
from pathlib import Path

import pytest

import therapygoals

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\s+^```text\n(?P<shown>.*?)^```$)?", re.MULTILINE | re.DOTALL)
MODULES = [module.name for module in pkgutil.walk_packages(therapygoals.__path__, prefix="therapygoals.")]
PACKAGES = [module.name for module in pkgutil.iter_modules(therapygoals.__path__) if not module.name.startswith("_")]


def name_of(page):
    return page.relative_to(ROOT).as_posix()


def printed(code, namespace):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, namespace)
    return out.getvalue()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_code_on_a_page_shows_what_the_page_says(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    namespace = {"__name__": "page"}
    for block in BLOCK.finditer(text):
        lines_before = "\n" * text.count("\n", 0, block.start("code"))  # so that a traceback tells the line of the page
        code = compile(lines_before + block["code"], name_of(page), "exec")
        assert printed(code, namespace) == (block["shown"] or "")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_python_on_a_page_goes_unread(page):
    text = page.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) == len(re.findall(r"```\s*(?:python|py\b|pycon)", text))


def test_readme_shows_an_example_of_about_fifteen_lines():
    (block,) = BLOCK.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
    assert block["shown"]
    assert block["code"].count("\n") <= 18


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_docstrings_show_what_they_say(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", PACKAGES)
def test_public_package_has_a_page_that_the_reference_lists(name):
    page = ROOT / "docs" / "reference" / f"{name}.md"
    assert f"::: therapygoals.{name}\n" in page.read_text(encoding="utf-8")
    assert f"({name}.md)" in (ROOT / "docs" / "reference" / "index.md").read_text(encoding="utf-8")
    assert f"reference/{name}.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_every_name_of_the_library_is_on_a_page_of_the_reference():
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.md"))
    shown = [importlib.import_module(name) for name in re.findall(r"^::: (\S+)$", pages, re.MULTILINE)]
    assert set(therapygoals.__all__) <= {name for module in shown for name in getattr(module, "__all__", ())}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
