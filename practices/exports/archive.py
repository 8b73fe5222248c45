"""Everything published in one zip: CSV and JSON of every list, and a manifest of rows, date and checksums."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO

from django.conf import settings

from practices.exports import csv
from practices.exports.tables import TABLES, Table
from practices.links import contact


def write(file: IO[bytes], site: str, moment: datetime):
    """Write the archive; `site` is scheme and host of the addresses in it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        files = [add(archive, table, suffix, site) for table in TABLES.values() for suffix in ("csv", "json")]
        manifest = {
            "created": moment.isoformat(timespec="seconds"),
            "source": f"{site}/data/",
            **stewardship(),
            "files": files,
        }
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


def stewardship() -> dict:
    """Who publishes the files, whom to write to, and their licence; null for what is not decided."""
    license = settings.CATALOGUE_LICENSE
    return {
        "publisher": settings.CATALOGUE_PUBLISHER or None,
        "contact": contact() or None,
        "license": {"url": license.url, "name": license.name} if license else None,
    }


def add(archive: zipfile.ZipFile, table: Table, suffix: str, site: str) -> dict:
    """Stream one list into the archive; what the manifest says of it."""
    rows = Counted(table.facts_of(table.everything(), site))
    lines = csv.lines(table.columns, rows) if suffix == "csv" else json_lines(rows)
    digest = hashlib.sha256()
    name = f"{table.name}.{suffix}"
    with archive.open(name, "w", force_zip64=True) as member:
        for line in lines:
            digest.update(line)
            member.write(line)
    return {"name": name, "rows": rows.number, "sha256": digest.hexdigest()}


class Counted:
    """Records that are counted on their way."""

    def __init__(self, rows: Iterable[dict]):
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[dict]:
        for row in self.rows:
            self.number += 1
            yield row


def json_lines(rows: Iterable[dict]) -> Iterator[bytes]:
    """A JSON array, a row on each line."""
    before = "[\n"
    for row in rows:
        yield (before + json.dumps(row, ensure_ascii=False)).encode()
        before = ",\n"
    yield b"\n]\n" if before == ",\n" else b"[]\n"
