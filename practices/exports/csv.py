"""CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, RFC 4180, no cell that a spreadsheet would calculate.

A text that begins like a formula gets one quote before it. Texts that begin with quotes and then like a formula get one
more, so that taking one away from what begins so gives back every text exactly.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from numbers import Number

from practices.exports.columns import Column
from practices.exports.tables import CHUNK

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = re.compile(r"'*\s*[=+\-@\t\r\0]")


def protected(text: str) -> str:
    """The text with a quote before it where a spreadsheet might take it for a formula, white space notwithstanding.

    >>> protected("=1+1"), protected("043-221-667")
    ("'=1+1", '043-221-667')
    """
    return f"'{text}" if FORMULA.match(text) else text


def cell(column: Column, value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if column.is_number else protected(str(value))


def lines(columns: list[Column], rows: Iterable[dict]) -> Iterator[bytes]:
    """The file, some rows at a time."""
    buffer = io.StringIO()
    write = csv.writer(buffer).writerow
    buffer.write(BOM)
    write([column.name for column in columns])
    for number, row in enumerate(rows, start=1):
        write([cell(column, column.read(row)) for column in columns])
        if number % CHUNK == 0:
            yield taken(buffer)
    yield taken(buffer)


def content(rows: Iterable[Iterable[object]]) -> bytes:
    """A small file of these rows, numbers as numbers."""
    buffer = io.StringIO()
    buffer.write(BOM)
    write = csv.writer(buffer).writerow
    for row in rows:
        write(["" if value is None else value if isinstance(value, Number) else protected(str(value)) for value in row])
    return taken(buffer)


def taken(buffer: io.StringIO) -> bytes:
    """What the buffer holds, which is empty afterwards."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
