import json

from practices.catalogue_files.layout import FIXTURES
from practices.thai.provinces import PROVINCES


def test_the_provinces_are_those_of_the_catalogue():
    records = json.loads((FIXTURES / "reference" / "provinces.json").read_text())
    assert {record["fields"]["name_th"] for record in records} == PROVINCES
