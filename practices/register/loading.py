"""The files of the register into the database: in bulk, all or nothing, skipped when they say what they said last."""

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from practices import derived
from practices.models import (
    AwardEntry,
    CatalogueFile,
    District,
    Municipality,
    MunicipalityName,
    PopulationBand,
    Province,
    RegisteredPopulation,
)
from practices.register.files import BODIES, DISTRICTS, IDENTITY, POPULATION, REGISTERED, digest
from practices.register.reading import Line, Misfit, Refused, read

MEMORY = "register/"
BATCH = 1_000
LINES_AT_ONCE = 10_000


@dataclass
class Outcome:
    """What a load did; `kept` are bodies that editors worded otherwise than the files, `unlisted` those in no file."""

    added: int = 0
    changed: int = 0
    figures: int = 0
    kept: list[str] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)


@transaction.atomic
def load(root: Path, *, force: bool = False) -> Outcome | None:
    """Bring the register into the database; None where its files say what they said last.

    Raises Refused, and changes nothing, where a row does not fit. What an editor changed of a body's name or place
    stays, unless `force`: `dump_catalogue` writes it into the file.
    """
    said = digest(root)
    if not said or (not force and said == remembered(root)):
        return None
    districts, bodies, figures = _read(root)
    outcome = Outcome()
    _load_districts(districts)
    _load_bodies(bodies, outcome, force)
    _load_figures(figures, outcome)
    remember(root, said)
    derived.refresh(AwardEntry.objects.all())
    return outcome


def folder(root: Path) -> str:
    """The folder's name in the memory: "" for the fixtures, wherever the checkout lies."""
    return "" if root.resolve() == (settings.BASE_DIR / "fixtures").resolve() else str(root.resolve())


def remembered(root: Path) -> str:
    """What the files of a folder said last; of one never seen, taken for a copy, what those of the fixtures said."""
    files = dict(CatalogueFile.objects.filter(path=MEMORY).values_list("folder", "digest"))
    return files.get(folder(root)) or files.get("", "")


def remember(root: Path, said: str) -> None:
    CatalogueFile.objects.update_or_create(folder=folder(root), path=MEMORY, defaults={"digest": said})


def _read(root):
    districts = read(root, DISTRICTS, ("code",))
    bodies = read(root, BODIES, ("code",))
    figures = read(root, POPULATION, ("code", "year_be"))
    provinces = set(Province.objects.values_list("code", flat=True))
    known = {line.values["code"] for line in districts}
    codes = {line.values["code"] for line in bodies}
    slugs: dict[str, int] = {}
    former = set(MunicipalityName.objects.values_list("slug", flat=True))
    misfits = [
        Misfit(table.path, line.number, "province", f"there is no province {line.values['province']}")
        for table, lines in ((DISTRICTS, districts), (BODIES, bodies))
        for line in lines
        if line.values["province"] not in provinces
    ]
    for line in bodies:
        slug, district = line.values["slug"], line.values["district"]
        if district and district not in known:
            misfits.append(Misfit(BODIES.path, line.number, "district", f"there is no district {district}"))
        if (first := slugs.setdefault(slug, line.number)) != line.number:
            misfits.append(Misfit(BODIES.path, line.number, "slug", f"is that of line {first} too"))
        if slug in former:
            misfits.append(Misfit(BODIES.path, line.number, "slug", f"{slug} is a former address of another body"))
    misfits += [
        Misfit(POPULATION.path, line.number, "code", f"there is no body {line.values['code']}")
        for line in figures
        if line.values["code"] not in codes
    ]
    if misfits:
        raise Refused(misfits)
    return districts, bodies, figures


def _load_districts(lines: list[Line]):
    provinces = Province.objects.in_bulk(field_name="code")
    District.objects.bulk_create(
        [District(**(line.values | {"province": provinces[line.values["province"]]})) for line in lines],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name_th", "name_en", "province"],
        batch_size=BATCH,
    )


def _load_bodies(lines: list[Line], outcome, force):
    provinces = Province.objects.in_bulk(field_name="code")
    districts = District.objects.in_bulk(field_name="code")
    stored = list(Municipality.objects.select_related("province", "district").prefetch_related("former_names"))
    by_code = {body.code: body for body in stored if body.code}
    by_slug = {body.slug: body for body in stored}
    edited = set() if force else set(Municipality.history.values_list("id", flat=True))
    listed: set[int] = set()
    new, changed, moved = [], [], []
    for line in lines:
        values = line.values | {
            "province": provinces[line.values["province"]],
            "district": districts[line.values["district"]] if line.values["district"] else None,
        }
        body = by_code.get(values["code"]) or by_slug.get(values["slug"])
        if body is None:
            body = Municipality(**values)
            body.derive()
            new.append(body)
            continue
        listed.add(body.pk)
        names: tuple[str, ...] = ("code", *REGISTERED)
        if any(getattr(body, name) != values[name] for name in IDENTITY):
            if body.pk in edited:
                outcome.kept.append(body.slug)
            else:
                names = ("code", *IDENTITY, *REGISTERED)
        if body.slug != values["slug"] and "slug" in names:
            moved.append((body, body.slug))
        if any(getattr(body, name) != values[name] for name in names):
            for name in names:
                setattr(body, name, values[name])
            body.derive()
            changed.append(body)
    Municipality.objects.bulk_create(new, batch_size=BATCH)
    columns = ["code", *IDENTITY, *REGISTERED, *Municipality.DERIVED]
    Municipality.objects.bulk_update(changed, columns, batch_size=100)
    for body, slug in moved:
        body.keep_address(slug)
    outcome.added, outcome.changed = len(new), len(changed)
    outcome.unlisted = sorted(body.slug for body in stored if body.code and body.pk not in listed)


def _load_figures(lines: list[Line], outcome):
    """All of them anew, and the size of each body by its latest."""
    keys = dict(Municipality.objects.exclude(code=None).values_list("code", "pk"))
    RegisteredPopulation.objects.all().delete()
    latest: dict[int, tuple[int, int]] = {}
    for line in lines:
        values, key = line.values, keys[line.values["code"]]
        latest[key] = max(latest.get(key, (0, 0)), (values["year_be"], values["men"] + values["women"]))
    columns = [name for name in POPULATION.columns if name != "code"]
    insert(
        RegisteredPopulation,
        ["municipality_id", *columns],
        ([keys[line.values["code"]], *(line.values[name] for name in columns)] for line in lines),
    )
    for band in PopulationBand:
        of_band = [key for key, (_year, people) in latest.items() if PopulationBand.of(people) == band]
        for start in range(0, len(of_band), BATCH):
            Municipality.objects.filter(pk__in=of_band[start : start + BATCH]).update(size=band)
    outcome.figures = len(lines)


def insert(model, columns, rows):
    """Insert rows of plain values; for 163,490 of them bulk_create takes sixteen times as long."""
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    marks = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608 our own names
    with connection.cursor() as cursor:
        for some in batched(rows, LINES_AT_ONCE):
            cursor.executemany(sql, some)


def batched(rows, size):
    """The rows, so many at a time."""
    rows = iter(rows)
    while some := list(islice(rows, size)):
        yield some
