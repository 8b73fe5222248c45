"""XLSX that holds exactly the texts and numbers, and nothing that acts."""

import io
import zipfile

import pytest
from django.utils import timezone

from practices.exports import xlsx
from practices.exports.columns import Column
from practices.facts import PublicValue, Type
from tests.exports.sheets import MAIN, part, rows_of

TEXT = Column("text", PublicValue("text", "ข้อความ", "text"), "text")
NUMBER = Column("number", PublicValue("number", "จำนวน", "number", Type.DECIMAL), "number")


def written(records) -> bytes:
    file = io.BytesIO()
    xlsx.write(
        file,
        "แผ่น",
        [TEXT, NUMBER],
        ({"number": None} | record for record in records),
        "https://awards.example/awards.xlsx?year=2557",
        timezone.now(),
    )
    return file.getvalue()


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r", "\0"], ids=repr)
@pytest.mark.parametrize("before", ["", " ", "\n"], ids=repr)
def test_formula_beginnings_survive_as_text(before, beginning):
    text = f"{before}{beginning}1+1"
    content = written([{"text": text}])
    assert rows_of(content)[1][0] == text
    assert part(content, "xl/worksheets/sheet1.xml").find(f".//{MAIN}f") is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://kpi.ac.th/", id="address"),
        pytest.param("mailto:a@example.org", id="mail"),
        pytest.param("internal:Sheet2!A1", id="internal-link"),
        pytest.param("40000", id="postcode"),
        pytest.param("043-221-667", id="phone"),
        pytest.param("{=SUM(A1)}", id="array-formula"),
        pytest.param("<r><t>รูปแบบ</t><f>1+1</f></r>", id="mark-up-of-the-writer"),
        pytest.param("_x0041_", id="escape"),
        pytest.param("  ก\n\nข  ", id="white-space"),
    ],
)
def test_texts_stay_texts(text):
    content = written([{"text": text}])
    assert rows_of(content)[1][0] == text
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert sheet.find(f".//{MAIN}hyperlink") is sheet.find(f".//{MAIN}f") is None
    assert not [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "_rels/sheet" in name]


def test_numbers_are_numbers_and_missing_ones_are_empty():
    content = written([{"text": "ก", "number": "678749799.10"}, {"text": "ข", "number": None}])
    assert rows_of(content)[1:] == [["ก", 678749799.10], ["ข", None]]


def test_a_text_beyond_what_a_cell_holds_is_cut():
    assert len(rows_of(written([{"text": "ก" * 40_000}]))[1][0]) == 32_767


def test_the_header_is_frozen_and_the_second_sheet_explains():
    content = written([{"text": "ก"}])
    pane = part(content, "xl/worksheets/sheet1.xml").find(f".//{MAIN}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    lines = rows_of(content, sheet=2)
    assert lines[0][1] == "https://awards.example/awards.xlsx?year=2557"
    assert ["text", "ข้อความ", "text"] in [line[:3] for line in lines]
