"""XLSX: text as text, numbers as numbers, no formula and no link; a second sheet says what the columns mean.

Excel itself allows 32,767 characters in a cell: what is longer is cut there, and whole in CSV and JSON.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any

import xlsxwriter
from django.conf import settings
from django.utils.translation import gettext as _

from practices.exports.columns import Column
from practices.facts import Type, names

WIDTHS = {Type.INTEGER: 14, Type.DECIMAL: 18, Type.BOOLEAN: 10, Type.CODE: 14, Type.ADDRESS: 30, Type.TEXT: 30}
LONGEST = 32_767
NO_MAGIC = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(file: IO[bytes], title: str, columns: list[Column], rows: Iterable[dict], address: str, moment: datetime):
    """Write the workbook: a sheet with the rows, and one with the meaning of each column and where the file is from."""
    with xlsxwriter.Workbook(file, NO_MAGIC) as workbook:
        heading = workbook.add_format({"bold": True, "bottom": 1})
        sheet = workbook.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(columns):
            sheet.set_column(position, position, WIDTHS[Type.TEXT if column.is_text else column.field.type])
            sheet.write_string(0, position, column.name, heading)
        count = 0
        for count, row in enumerate(rows, start=1):
            for position, column in enumerate(columns):
                write_cell(sheet, count, position, column, column.read(row))
        about = workbook.add_worksheet(_("ความหมาย"))
        about.set_column(0, 0, 26)
        about.set_column(1, 2, 48)
        about.set_column(3, 5, 22)
        for number, line in enumerate(explanation(columns, count, address, moment)):
            for position, text in enumerate(line):
                write_text(about, number, position, text)


def write_cell(sheet, row: int, position: int, column: Column, value: Any):
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, position, value)
    elif column.is_number:
        sheet.write_number(row, position, float(value))
    else:
        write_text(sheet, row, position, str(value))


def write_text(sheet, row: int, position: int, text: str):
    text = text[:LONGEST]
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter would take the text for mark-up of its own; handed over in parts it is escaped.
        sheet.write_rich_string(row, position, text[:1], text[1:2], text[2:])
    else:
        sheet.write_string(row, position, text)


def explanation(columns: list[Column], count: int, address: str, moment: datetime) -> Iterator[tuple[str, ...]]:
    """The lines of the second sheet."""
    yield (_("ที่มาของไฟล์"), address)
    yield (_("วันที่"), moment.isoformat(timespec="seconds"))
    yield (_("จำนวนแถว"), str(count))
    license = settings.CATALOGUE_LICENSE
    undecided = _("ยังไม่ได้กำหนด")
    yield (_("ผู้จัดทำ"), settings.CATALOGUE_PUBLISHER or undecided)
    yield (_("ติดต่อ"), settings.CATALOGUE_CONTACT or undecided)
    yield (_("สัญญาอนุญาต"), " ".join(license) if license else undecided)
    yield (_("ค่าว่าง"), _("แหล่งข้อมูลไม่ระบุ"))
    yield ()
    yield ("column", "ความหมาย", "meaning", "type", "unit", "values")
    for column in columns:
        field = column.field
        yield (
            column.name,
            column.meaning_th,
            column.meaning_en,
            "text" if column.is_text else field.type.value,
            f"{field.unit.th} / {field.unit.en}" if field.unit else "",
            "" if column.is_text or not field.choices else ", ".join(names(field.choices, "en")),
        )
