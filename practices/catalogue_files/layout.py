"""Which rows stand in which file, and the order in which files and rows follow each other."""

import re
from pathlib import Path

from django.conf import settings

from practices.models import AwardCategory, AwardEntry, AwardYear, Municipality, Province, Source, Topic, tree
from practices.register.files import TABLES

FIXTURES = settings.BASE_DIR / "fixtures"

PROVINCES = "reference/provinces.json"

# What others refer to comes first.
REFERENCE: dict[str, tree.Model] = {
    PROVINCES: Province,
    "reference/categories.json": AwardCategory,
    "reference/topics.json": Topic,
    "reference/municipalities.json": Municipality,
    "reference/sources.json": Source,
    "reference/award_years.json": AwardYear,
}
TOPS: list[tree.Model] = [*REFERENCE.values(), AwardEntry]
MODELS = tuple(model for top in TOPS for model in (top, *tree.hanging(top)))

_ENTRY_PATH = re.compile(r"awards/[0-9]{4}/[a-z0-9-]+\.json")


def entry_path(slug, year_be):
    return f"awards/{year_be}/{slug}.json"


def models_of(path):
    """The models whose rows may stand in this file, in order; none where the path is not one of the catalogue's."""
    top = AwardEntry if _ENTRY_PATH.fullmatch(path) else REFERENCE.get(path)
    return (top, *tree.hanging(top)) if top else ()


def paths_in(root: Path):
    """Every file under root, the reference files first, in the order in which they load; strays included."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()}
    found -= {"README.md", *(table.path for table in TABLES)}
    return [*REFERENCE, *sorted(found - REFERENCE.keys())]


def foreign_keys(model):
    """The fields that refer to other rows, by name."""
    return {field.name: field for field in tree.columns(model) if field.is_relation}
