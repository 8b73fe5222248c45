"""Workbooks read with the standard library, as far as ours go."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile("_x([0-9A-F]{4})_")


def part(content: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 our own


def rows_of(content: bytes, sheet: int = 1) -> list[list]:
    """The cells of a sheet, row by row: text, float, bool, or None."""
    rows = []
    for row in part(content, f"xl/worksheets/sheet{sheet}.xml").iter(f"{MAIN}row"):
        cells = {}
        for cell in row.iter(f"{MAIN}c"):
            cells[position_of(cell.get("r"))] = value_of(cell)
        rows.append(cells)
    width = max((max(cells) + 1 for cells in rows if cells), default=0)
    return [[cells.get(position) for position in range(width)] for cells in rows]


def position_of(reference: str) -> int:
    """A column's number from 0: "A7" is 0, "AB7" is 27."""
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def value_of(cell):
    if cell.get("t") == "inlineStr":
        text = "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
        return ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    value = cell.findtext(f"{MAIN}v")
    if cell.get("t") == "b":
        return value == "1"
    return None if value is None else float(value)
