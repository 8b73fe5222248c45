"""Imports point one way: thai, search, querysets, models, what follows from their rows, filters and views."""

import ast
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    {"thai"},
    {"search"},
    {"querysets"},
    {"models"},
    {"derived"},
    {"history"},
    {"filters", "facets", "peers", "integrity", "public", "exports"},
    {"views", "api", "admin", "management"},
]
TOP = len(LAYERS) - 1
NAMED = {name: level for level, layer in enumerate(LAYERS) for name in layer}


def imported(tree: ast.AST) -> set[str]:
    """Every module that a syntax tree names in an import, wherever it stands: `from a import b` names a and a.b."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{'.' * node.level}{node.module or ''}"}
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module}
    return found


def parts(path: Path) -> set[str]:
    """The parts of the catalogue that a file imports: the second word of `practices.models.places`."""
    modules = imported(ast.parse(path.read_text()))
    return {name for module in modules if module.startswith("practices.") for name in [module.split(".")[1]]}


def sources() -> dict[Path, str]:
    """Each file of the catalogue with the part it belongs to, migrations apart."""
    files = (path.relative_to(ROOT) for path in (ROOT / "practices").rglob("*.py"))
    return {path: path.parts[1].removesuffix(".py") for path in files if path.parts[1] != "migrations"}


SOURCES = sources()
PARTS = set(SOURCES.values())


def levels() -> dict[str, int]:
    """Where each part stands: one that the design does not name at the top, or at the foot if it needs only thai."""
    leaning = {part: set() for part in PARTS}
    for path, part in SOURCES.items():
        leaning[part] |= (parts(ROOT / path) & PARTS) - {part, "thai"}
    return {part: NAMED.get(part, TOP if leaning[part] else 0) for part in PARTS}


LEVELS = levels()


@pytest.mark.parametrize("path", sorted(SOURCES), ids=str)
def test_imports_point_one_way(path):
    own = LEVELS[SOURCES[path]]
    assert {part for part in parts(ROOT / path) & PARTS if LEVELS[part] > own} == set()


def test_catalogue_does_not_know_the_site():
    modules = chain.from_iterable(imported(ast.parse((ROOT / path).read_text())) for path in SOURCES)
    assert [module for module in modules if module.split(".")[0] == "kpicatalog"] == []


def test_imports_say_in_full_where_from():
    """Relative ones would pass by the tests above."""
    modules = chain.from_iterable(imported(ast.parse((ROOT / path).read_text())) for path in SOURCES)
    assert [module for module in modules if module.startswith(".")] == []


def test_thai_is_pure():
    paths = [path for path, part in SOURCES.items() if part == "thai"]
    modules = chain.from_iterable(imported(ast.parse((ROOT / path).read_text())) for path in paths)
    assert paths
    assert [module for module in modules if module.split(".")[0] in {"django", "simple_history"}] == []


# Written past the receivers and the history: derived columns, and a catalogue that is built from scratch.
WRITES_IN_BULK = {"practices/derived.py", "practices/built.py"}


def writes_in_bulk(tree: ast.AST) -> list[int]:
    """The lines that write rows without saving them: bulk_create, bulk_update, and update on what a call returned."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [
        call.lineno
        for call in calls
        if call.func.attr in {"bulk_create", "bulk_update"}
        or (call.func.attr == "update" and isinstance(call.func.value, ast.Call))
    ]


@pytest.mark.parametrize("path", sorted(SOURCES), ids=str)
def test_rows_are_saved_not_written_in_bulk(path):
    lines = writes_in_bulk(ast.parse((ROOT / path).read_text()))
    assert bool(lines) == (str(path) in WRITES_IN_BULK), lines
