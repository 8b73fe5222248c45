"""From the files of the register to values: a row that does not fit is named with its file, line and column."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from practices.models import MunicipalityKind
from practices.models.places import FORMER_KINDS
from practices.register.files import BODIES, DISTRICTS, POPULATION, Table, rows
from practices.thai.text import clean

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FORMER_KIND = re.compile(r"([a-z_]+) until 2[45][0-9]{2}-[0-9]{2}-[0-9]{2}~?")
BASES = {"municipal", "nonmunicipal", "province"}


@dataclass(frozen=True)
class Misfit:
    """A row that does not fit; `line` counts from 1, the heading included."""

    path: str
    line: int
    column: str
    reason: str

    def __str__(self):
        return f"{self.path}, line {self.line}, {self.column}: {self.reason}"


class Refused(Exception):
    """The files do not fit; nothing was loaded."""

    def __init__(self, misfits: list[Misfit]):
        super().__init__("\n".join(map(str, misfits)))
        self.misfits = misfits


@dataclass(frozen=True)
class Line:
    """A row of a file with what each of its columns says."""

    number: int
    values: dict[str, Any]


def text(value: str) -> str:
    if not value or clean(value) != value:
        raise ValueError("is empty or not clean")
    return value


def matching(pattern: str | re.Pattern, what: str, *, blank: bool = False) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not (blank and value == "") and not re.fullmatch(pattern, value):
            raise ValueError(f"is no {what}: {value!r}")
        return value

    return read


def whole(most: int) -> Callable[[str], int | None]:
    def read(value: str) -> int | None:
        if value == "":
            return None
        if not re.fullmatch("[0-9]{1,10}", value) or int(value) > most:
            raise ValueError(f"is no whole number up to {most:,}: {value!r}")
        return int(value)

    return read


def needed(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def read_needed(value: str) -> Any:
        if value == "":
            raise ValueError("is empty")
        return read(value)

    return read_needed


def between(least: int, most: int, places: int) -> Callable[[str], Decimal | None]:
    def read(value: str) -> Decimal | None:
        if value == "":
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            raise ValueError(f"is no number: {value!r}") from None
        if not least <= number <= most:
            raise ValueError(f"is not from {least} to {most}: {value!r}")
        return number.quantize(Decimal(1).scaleb(-places))

    return read


def day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ValueError(f"is no day: {value!r}") from None


def kinds_before(value: str) -> str:
    for part in filter(None, value.split("|")):
        found = FORMER_KIND.fullmatch(part)
        if not found or found[1] not in {*MunicipalityKind.values, *FORMER_KINDS}:
            raise ValueError(f"is no former kind with a day: {part!r}")
        _year, month, of_month = part.rstrip("~").rpartition(" ")[2].split("-")
        date(2000, int(month), int(of_month))
    return value


READERS: dict[Table, dict[str, Callable[[str], Any]]] = {
    DISTRICTS: {
        "code": matching("[0-9]{4}", "district's code"),
        "name_th": text,
        "name_en": text,
        "province": matching("[0-9]{2}", "province's code"),
    },
    BODIES: {
        "code": matching("[0-9]{2}|[0-9]{4}|[0-9]{6}", "code"),
        "slug": matching(SLUG, "slug"),
        "kind": matching("|".join(MunicipalityKind.values), "kind"),
        "name_th": text,
        "name_en": text,
        "province": matching("[0-9]{2}", "province's code"),
        "district": matching("[0-9]{4}", "district's code", blank=True),
        "former_kinds": kinds_before,
        "council_size": whole(200),
        "council_since": day,
        "latitude": between(5, 21, places=4),
        "longitude": between(97, 106, places=4),
        "area_km2": between(0, 100_000, places=3),
        "website": matching(r"https?://\S{3,290}", "address", blank=True),
    },
    POPULATION: {
        "code": matching("[0-9]{2}|[0-9]{4}|[0-9]{6}", "code"),
        "year_be": needed(whole(2643)),
        "men": needed(whole(100_000_000)),
        "women": needed(whole(100_000_000)),
        "households": whole(100_000_000),
        "basis": matching("|".join(sorted(BASES)), "basis"),
    },
}
MOST_TOLD = 20


def read(root: Path, table: Table, key: tuple[str, ...]) -> list[Line]:
    """The lines of a file, no two of them with the same key. Raises Refused, with the first misfits."""
    misfits: list[Misfit] = []
    found: list[Line] = []
    seen: dict[tuple, int] = {}
    readers = list(READERS[table].items())
    for number, cells in enumerate(_rows(root, table), 1):
        if number == 1:
            if tuple(cells) != table.columns:
                raise Refused([Misfit(table.path, 1, "heading", f"is not {','.join(table.columns)}")])
            continue
        if len(cells) != len(readers):
            misfits.append(Misfit(table.path, number, "columns", f"are {len(cells)}, not {len(readers)}"))
            continue
        values = {}
        for (name, read_cell), cell in zip(readers, cells, strict=True):
            try:
                values[name] = read_cell(cell)
            except ValueError as error:
                misfits.append(Misfit(table.path, number, name, str(error)))
        if len(values) == len(readers):
            identity = tuple(values[name] for name in key)
            if (first := seen.setdefault(identity, number)) != number:
                misfits.append(Misfit(table.path, number, key[-1], f"is that of line {first} too"))
            found.append(Line(number, values))
        if len(misfits) >= MOST_TOLD:
            break
    if misfits:
        raise Refused(misfits)
    return found


def _rows(root: Path, table: Table) -> Iterator[list[str]]:
    try:
        yield from rows(root, table)
    except (UnicodeDecodeError, OSError, EOFError) as error:
        raise Refused([Misfit(table.path, 1, "file", f"cannot be read: {error}")]) from error
