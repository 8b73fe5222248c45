"""Every room of the catalogue has its floor, imports point down and never in a circle, and rows are saved.

A room is a package or a module directly in `practices/`. A new one must be given its floor here.
"""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = [
    {"__init__", "thai", "language", "charts"},
    {"search"},
    {"querysets"},
    {"models"},
    {"derived", "wording", "links"},
    {"history", "integrity", "lists", "peers", "register"},
    {"facts", "profile", "catalogue_files"},
    {"exports"},
    {"templatetags", "views"},
    {"admin_site", "api", "admin", "management", "urls", "apps"},
    {"errors"},
]
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}
MOST_MODULES = 13  # directly in practices/, beside its packages
ROOF = len(FLOORS)  # where unknown rooms stand: nobody may import them

# Written past the receivers and the history: derived columns, the state's register, and its history.
WRITES_IN_BULK = {"practices/derived.py", "practices/register/loading.py", "practices/models/places.py"}
BULK = ("bulk_", "abulk_")
UPDATE = ("update", "aupdate")


def sources() -> dict[str, str]:
    """The text of each file of the catalogue by its path, migrations apart."""
    paths = [path.relative_to(ROOT) for path in sorted((ROOT / "practices").rglob("*.py"))]
    return {str(path): (ROOT / path).read_text() for path in paths if room_of(str(path)) != "migrations"}


def room_of(path: str) -> str:
    """`models` of practices/models/places.py, `derived` of practices/derived.py."""
    return Path(path).parts[1].removesuffix(".py")


def imported(text: str) -> set[str]:
    """Every module that a text names in an import, wherever it stands: `from a import b` names a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{'.' * node.level}{node.module or ''}"}
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module}
    return found


def needs(texts: dict[str, str]) -> dict[str, set[str]]:
    """The other rooms that each room imports: the second word of `practices.models.places`."""
    found = {room_of(path): set() for path in texts}
    for path, text in texts.items():
        rooms = {module.split(".")[1] for module in imported(text) if module.startswith("practices.")}
        found[room_of(path)] |= rooms - {room_of(path)}
    return found


def unknown_rooms(texts: dict[str, str]) -> set[str]:
    return {room_of(path) for path in texts} - FLOOR_OF.keys()


def imports_upward(texts: dict[str, str]) -> set[tuple[str, str]]:
    """Each room with a room above it that it imports."""
    return {
        (room, other)
        for room, others in needs(texts).items()
        for other in others
        if FLOOR_OF.get(other, ROOF) > FLOOR_OF.get(room, ROOF)
    }


def circle(texts: dict[str, str]) -> list[str]:
    """Rooms that import each other, first one repeated at the end."""
    rooms = TopologicalSorter(needs(texts))
    try:
        rooms.prepare()
    except CycleError as error:
        return error.args[1]
    return []


def writes_in_bulk(text: str) -> list[int]:
    """The lines that write rows without saving them: bulk_create, bulk_update and their like, and `update`.

    A queryset's `update` takes keywords only, so one that is called without them is a dictionary's, a set's or a
    digest's. One that is only named, to be called by others, may be a queryset's.
    """
    tree = ast.parse(text)
    harmless = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call) and not node.keywords}
    lines = []
    for node in ast.walk(tree):
        name = getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", None) or ""
        if name.startswith(BULK) or (isinstance(node, ast.Attribute) and name in UPDATE and node not in harmless):
            lines.append(node.lineno)
    return lines


SOURCES = sources()


def test_every_room_has_its_floor():
    assert unknown_rooms(SOURCES) == set()
    assert {room_of(path) for path in SOURCES} == FLOOR_OF.keys()


def test_imports_point_one_way():
    assert imports_upward(SOURCES) == set()


def test_no_rooms_import_each_other():
    assert circle(SOURCES) == []


def test_catalogue_does_not_know_the_site():
    assert [
        path for path, text in SOURCES.items() if "kpicatalog" in {name.split(".")[0] for name in imported(text)}
    ] == []


def test_the_product_does_not_know_the_tools():
    texts = [path.read_text() for folder in ("practices", "kpicatalog") for path in (ROOT / folder).rglob("*.py")]
    assert {name.split(".")[0] for text in texts for name in imported(text)} & {"tools", "tests"} == set()


def test_a_subject_of_several_modules_has_a_package():
    """The catalogue's own folder can be taken in at a glance."""
    modules = {path for path in SOURCES if len(Path(path).parts) == 2} - {"practices/__init__.py"}
    assert len(modules) <= MOST_MODULES, modules


def test_imports_say_in_full_where_from():
    """Relative ones would pass by the tests above."""
    assert [path for path, text in SOURCES.items() if any(name.startswith(".") for name in imported(text))] == []


def test_thai_is_pure():
    texts = [text for path, text in SOURCES.items() if room_of(path) == "thai"]
    assert texts
    assert {name.split(".")[0] for text in texts for name in imported(text)} & {"django", "simple_history"} == set()


def test_enumerations_need_nothing_of_the_catalogue():
    """So that everyone may import them, the questions below the models too."""
    assert {name for name in imported(SOURCES["practices/models/choices.py"]) if name.startswith("practices")} == set()


def test_rows_are_saved_not_written_in_bulk():
    assert {path: lines for path, text in SOURCES.items() if (lines := writes_in_bulk(text))}.keys() == WRITES_IN_BULK


def test_guard_knows_an_unknown_room():
    assert unknown_rooms(
        {"practices/models/new.py": "", "practices/new.py": "", "practices/newer/__init__.py": ""}
    ) == {
        "new",
        "newer",
    }


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("practices/models/new.py", "from practices.views.home import home", id="from"),
        pytest.param("practices/models/new.py", "from practices import views", id="from-the-top"),
        pytest.param("practices/models/new.py", "import practices.views.home", id="import"),
        pytest.param("practices/models/new.py", "def later():\n    from practices import api", id="inside-a-function"),
        pytest.param("practices/exports/atom.py", "from practices.templatetags.catalogue import tier", id="tag"),
        pytest.param("practices/admin/new.py", "from practices.new import new", id="unknown-room"),
        pytest.param("practices/thai/new.py", "from practices.models import AwardEntry", id="leaf"),
    ],
)
def test_guard_sees_an_import_upward(path, text):
    assert len(imports_upward({path: text})) == 1


def test_guard_lets_imports_down_and_within_a_room_pass():
    text = "from practices.models.places import Province\nfrom practices.views.home import home\nimport django"
    assert imports_upward({"practices/views/new.py": text}) == set()


def test_guard_sees_a_circle_on_one_floor():
    texts = {
        "practices/facts/fields.py": "from practices import catalogue_files",
        "practices/catalogue_files/layout.py": "from practices.profile import Profile",
        "practices/profile.py": "def later():\n    from practices.facts import fields",
    }
    assert set(circle(texts)) == {"facts", "profile", "catalogue_files"}
    assert circle(dict(list(texts.items())[:2])) == []


@pytest.mark.parametrize(
    "text",
    [
        "AwardEntry.objects.update(population=0)",
        "AwardEntry.objects.filter(pk=1).update(population=0)",
        "rows.update(population=0)",
        "rows.update(**columns)",
        "self.rows[0].update(population=0)",
        "partial(rows.update, population=0)",
        "write = rows.update",
        "await rows.aupdate(population=0)",
        "rows.bulk_update(rows, ['population'])",
        "rows.abulk_create(rows)",
        "create = AwardEntry.objects.bulk_create",
        "from simple_history.utils import bulk_update_with_history",
    ],
)
def test_guard_sees_a_row_written_past_its_save(text):
    assert writes_in_bulk(f"async def later():\n    {text}") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "query.update({'page': 2})",
        "seen.update(names)",
        "hashlib.sha256().update(content)",
        "Province.objects.in_bulk(codes)",
        "AwardEntry.objects.update_or_create(pk=1)",
        "update(rows, population=0)",
        "row.save(update_fields=['population'])",
    ],
)
def test_guard_lets_dictionaries_and_saves_pass(text):
    assert writes_in_bulk(text) == []
