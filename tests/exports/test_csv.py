"""CSV that a spreadsheet opens, does not calculate, and a reader gets back whole."""

import csv as standard
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.exports import csv
from practices.exports.columns import Column
from practices.facts import PublicValue, Type

COLUMN = Column("text", PublicValue("text", "ข้อความ", "text"), "text")
BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\0"]


def written(texts) -> bytes:
    return b"".join(csv.lines([COLUMN], ({"text": text} for text in texts)))


def read(content: bytes) -> list[str]:
    """The texts again: what begins with a quote and then like a formula loses one quote."""
    rows = standard.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    next(rows)
    return [cell.removeprefix("'") if csv.FORMULA.match(cell) else cell for (cell,) in rows]


def test_begins_with_the_mark_and_ends_lines_as_spreadsheets_do():
    assert written(["ก", "ข,ค", 'ง"จ', "ฉ\nช"]) == '\ufefftext\r\nก\r\n"ข,ค"\r\n"ง""จ"\r\n"ฉ\nช"\r\n'.encode()


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=repr)
@pytest.mark.parametrize("before", ["", " ", "\n", " \n\u00a0\u3000"], ids=repr)
def test_no_cell_begins_like_a_formula(before, beginning):
    text = f"{before}{beginning}cmd|' /C calc'!A0"
    (cell,) = list(standard.reader(io.StringIO(written([text]).decode("utf-8-sig"), newline="")))[1]
    assert cell == f"'{text}"
    assert read(written([text])) == [text]


@given(st.lists(st.text(st.sampled_from("'=+-@\t\r\0 \n\",กA")).filter(bool)))
def test_every_text_is_read_back(texts):
    assert read(written(texts)) == texts


def test_numbers_are_left_alone():
    assert csv.cell(Column("n", PublicValue("n", "จำนวน", "number", Type.INTEGER), "n"), 5) == 5
