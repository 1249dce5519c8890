"""What holds for the package as a whole: its version, its public names, and what importing it costs."""

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import metadata, resources
from pathlib import Path
from types import FunctionType

import pytest

import therapygoals

ROOT = Path(__file__).parent.parent
HEAVY = ("cattrs", "hypothesis", "matplotlib", "narwhals", "numpy", "orjson", "pandas", "polars", "pydantic", "scipy")
METHODS = (FunctionType, classmethod, staticmethod, property)


def public_modules():
    """Names of all modules whose every part is public, the package first."""
    found = pkgutil.walk_packages(therapygoals.__path__, prefix="therapygoals.")
    names = ["therapygoals", *(module.name for module in found)]
    return [name for name in names if not any(part.startswith("_") for part in name.split("."))]


def faces():
    """The public modules that say what they offer."""
    modules = [importlib.import_module(name) for name in public_modules()]
    return [module for module in modules if hasattr(module, "__all__")]


def public_things():
    """Each class and function that is offered anywhere, once, by its full name."""
    offered = [getattr(module, name) for module in faces() for name in module.__all__]
    ours = [thing for thing in offered if inspect.isclass(thing) or inspect.isroutine(thing)]
    return {f"{thing.__module__}.{thing.__qualname__}": thing for thing in ours}


def is_from(module, value):
    return not inspect.ismodule(value) and str(getattr(value, "__module__", "")).startswith(module.__name__)


def constants_then_classes_then_functions(name):
    return not name.isupper(), not name[0].isupper(), name


def in_a_fresh_interpreter(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_version_is_the_same_wherever_it_stands():
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    assert cited is not None
    assert project()["version"] == metadata.version("therapygoals") == cited[1]


def test_importing_loads_attrs_and_nothing_heavier():
    loaded = in_a_fresh_interpreter("import sys, therapygoals; print(*sys.modules)")
    assert [name for name in HEAVY if name in loaded] == []


def test_type_checkers_are_told_that_the_types_are_ours():
    assert resources.files(therapygoals).joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", public_modules())
def test_public_module_tells_what_it_is_for(name):
    assert inspect.getdoc(importlib.import_module(name))


@pytest.mark.parametrize("module", faces(), ids=lambda module: module.__name__)
def test_names_on_offer_exist_and_stand_once_in_order(module):
    assert list(module.__all__) == sorted(set(module.__all__), key=constants_then_classes_then_functions)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@pytest.mark.parametrize(
    "module", [face for face in faces() if hasattr(face, "__path__")], ids=lambda face: face.__name__
)
def test_package_offers_all_that_it_gathers(module):
    own = {name for name, value in vars(module).items() if is_from(module, value) and not name.startswith("_")}
    assert own <= set(module.__all__)


@pytest.mark.parametrize("name", public_things())
def test_public_name_tells_what_it_is_for_in_a_sentence(name):
    first_line, *_ = (public_things()[name].__doc__ or "").splitlines() or [""]
    assert first_line.endswith((".", "?"))


@pytest.mark.parametrize("name", [name for name, thing in public_things().items() if inspect.isclass(thing)])
def test_public_methods_tell_what_they_are_for(name):
    told = [key for key, value in vars(public_things()[name]).items() if isinstance(value, METHODS) and key[0] != "_"]
    assert [key for key in told if not vars(public_things()[name])[key].__doc__] == []


def test_name_that_is_not_there_is_told():
    with pytest.raises(AttributeError, match=r"^module 'therapygoals' has no attribute 'nothing'$"):
        therapygoals.nothing  # noqa: B018 - the look-up is what is tested


def test_every_public_name_is_listed():
    assert set(therapygoals.__all__) <= set(dir(therapygoals))


def test_names_load_only_what_they_need():
    code = "import sys, therapygoals; therapygoals.Period; print('therapygoals.language' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
