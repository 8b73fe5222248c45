"""The cells of the flat files, of every row there is."""

import pytest

from practices.exports import TABLES
from practices.exports.columns import SEPARATOR

pytestmark = pytest.mark.django_db

LISTS = {  # how the columns of a list begin → the list
    "award": "awards",
    "former": "former_names",
    "partner": "partners",
    "practice": "practices",
    "remark": "remarks",
    "source": "citations",
    "warning": "warnings",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_of_a_list_has_a_place_for_each_of_its_members(table):
    joined = [
        column
        for column in table.columns
        if column.is_joined and not column.only and column.name != "inferred"  # codes of the award itself
    ]
    assert joined
    wrong = [
        (record["url"], column.name, cell)
        for record in table.facts_of(table.everything(), "https://awards.example")
        for column in joined
        # An empty cell says that no member of the list has the value.
        if (cell := column.read(record)) and len(cell.split(SEPARATOR)) != len(record[LISTS[column.name.split("_")[0]]])
    ]
    assert wrong == []


def test_an_award_without_a_category_leaves_its_place_empty():
    table = TABLES["municipalities"]
    (body,) = (
        record
        for record in table.facts_of(table.everything(), "https://awards.example")
        if record["slug"] == "mae-hia-town"
    )
    cells = {column.name: column.read(body) for column in table.columns}
    assert cells["award_year_be"] == "2560 | 2561 | 2564 | 2565 | 2566"
    assert cells["award_category_code"].split(SEPARATOR) == [
        (award["category"] or {"code": ""})["code"] for award in body["awards"]
    ]
    assert "" in cells["award_category_code"].split(SEPARATOR)
