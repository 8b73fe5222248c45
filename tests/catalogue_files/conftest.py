import json
import shutil

import pytest

from practices.catalogue_files.layout import FIXTURES
from practices.models import AwardEntry

KHON_KAEN = "awards/2557/khon-kaen-city.json"
PHANA = "awards/2557/phana-subdistrict.json"


def khon_kaen():
    return AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)


def phana():
    return AwardEntry.objects.get(municipality__slug="phana-subdistrict", year_be=2557)


def edit(entry, **values):
    """What an editor does in the admin."""
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save()


BODY = {  # one that the register lacks
    "slug": "ban-mai-sao-new",
    "kind": "sao",
    "name_th": "บ้านใหม่เอี่ยม",
    "name_en": "Ban Mai Iam",
    "province": ["40"],
    "district": ["4001"],
}


class Files:
    """A copy of the real fixtures to damage."""

    def __init__(self, root):
        self.root = root

    def edit(self, path, change):
        """Let `change` work on the records of a file."""
        records = json.loads((self.root / path).read_text())
        change(records)
        (self.root / path).write_text(json.dumps(records, ensure_ascii=False, indent=2) + "\n")

    def add_body(self, **fields):
        """A body that the register lacks, as somebody writes it down."""
        record = {"model": "practices.municipality", "fields": BODY | fields}
        self.edit("reference/municipalities.json", lambda rows: rows.append(record))

    def set(self, path, number, **fields):
        """Set fields of the record with this number, counted from 1."""
        self.edit(path, lambda records: records[number - 1]["fields"].update(fields))


@pytest.fixture
def files(tmp_path):
    return Files(shutil.copytree(FIXTURES, tmp_path / "fixtures"))
