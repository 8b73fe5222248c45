"""The files of the register: where they are, their columns, how they are written."""

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Table(NamedTuple):
    """A file below the fixtures, and its columns in order."""

    path: str
    columns: tuple[str, ...]


# What names a body is the catalogue's as much as the register's: editors may change it.
IDENTITY = ("slug", "kind", "name_th", "name_en", "province", "district")
REGISTERED = ("former_kinds", "council_size", "council_since", "latitude", "longitude", "area_km2", "website")

DISTRICTS = Table("register/districts.csv", ("code", "name_th", "name_en", "province"))
BODIES = Table("register/local_governments.csv", ("code", *IDENTITY, *REGISTERED))
POPULATION = Table("register/population.csv.gz", ("code", "year_be", "men", "women", "households", "basis"))
TABLES = (DISTRICTS, BODIES, POPULATION)


def content(root: Path, table: Table) -> bytes:
    """The unpacked bytes of a file; b"" where it is not there."""
    path = root / table.path
    if not path.exists():
        return b""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def digest(root: Path) -> str:
    """Changes with what any of the files says; "" where there is none of them."""
    texts = [path.read_bytes() if (path := root / table.path).exists() else b"" for table in TABLES]
    return hashlib.sha256(b"\0".join(texts)).hexdigest() if any(texts) else ""


def rows(root: Path, table: Table) -> Iterator[list[str]]:
    """The lines of a file, its heading first."""
    return csv.reader(io.StringIO(content(root, table).decode("utf-8", "strict"), newline=""))


def records(root: Path, table: Table) -> list[dict[str, str]]:
    """The lines of a file by the names of their columns."""
    lines = iter(rows(root, table))
    heading = next(lines, list(table.columns))
    return [dict(zip(heading, line, strict=True)) for line in lines]


def write(root: Path, table: Table, records: Iterable[dict]) -> None:
    """Write a file: the same bytes for the same rows, packed or not."""
    text = io.StringIO(newline="")
    lines = csv.DictWriter(text, table.columns, extrasaction="ignore", lineterminator="\n")
    lines.writeheader()
    lines.writerows(records)
    path = root / table.path
    packed = text.getvalue().encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(packed, mtime=0) if path.suffix == ".gz" else packed)
