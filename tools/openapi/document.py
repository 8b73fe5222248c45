"""The whole description: what this is, its operations, and the components that they name."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from practices.exports import TABLES, Table
from practices.facts import YEAR
from tools.openapi import parameters, schemas
from tools.openapi.schemas import Component, called

TITLE = "King Prajadhipok Award catalogue"  # names the packages of generated clients, in Latin letters
SUMMARY = "ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"
ABOUT = """\
อ่านอย่างเดียว ไม่ต้องมีบัญชี พารามิเตอร์ทุกตัวเหมือนกับหน้ารายการ ไฟล์ CSV และ XLSX พารามิเตอร์ที่ไม่รู้จักจะถูกข้าม \
ค่าที่ไม่เข้าใจได้คำตอบ 400 สิ่งที่แหล่งข้อมูลไม่ระบุเป็น null หรือข้อความว่าง ใต้ /en/api/ ข้อความเป็นภาษาอังกฤษ ข้อมูลเหมือนกัน

Read-only, no account. The parameters are those of the web lists and of the CSV and XLSX files; unknown ones are \
ignored, values that cannot be understood are answered with 400. What no source states is null or an empty text. \
Under /en/api/ the messages are English, the data the same.
"""
MOVED = "ชื่อเดิมหรือปี ค.ศ. นำไปยังที่อยู่ปัจจุบัน / a former name or a Common Era year leads to the usual address"
ERRORS = {
    "400": "ค่าที่ไม่เข้าใจ / a value that cannot be understood",
    "404": "ไม่มีหน้านี้หรือรายการนี้ / no such page or record",
    "405": "อ่านได้เท่านั้น / only reading is possible",
    "406": "ให้ได้เฉพาะ JSON / only JSON can be given",
}


class Records(NamedTuple):
    """What the records of a table are called: as a component, in Thai, in English; `keys` name one in its address."""

    component: str
    th: str
    en: str
    keys: tuple[str, ...]


RECORDS = {
    "awards": Records("Award", "รางวัล", "awards", ("slug", "year")),
    "practices": Records("Practice", "แนวปฏิบัติ", "practices", ("slug",)),
    "municipalities": Records("Municipality", "หน่วยงาน", "local governments", ("slug",)),
}


def as_json() -> bytes:
    return json.dumps(document(), ensure_ascii=False, indent=2).encode() + b"\n"


def document() -> dict:
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "summary": SUMMARY, "description": ABOUT, "version": "1.0.0"},
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": f"{records.th} / {records.en}"} for name, records in RECORDS.items()],
        "paths": {path: {"get": operation} for table in TABLES.values() for path, operation in operations(table)}
        | {"/api/years/": {"get": years()}},
        "components": {"schemas": dict(sorted(gathered(components()).items()))},
    }


def operations(table: Table) -> Iterator[tuple[str, dict]]:
    """The list of a table and one of its records, each with its address."""
    records = RECORDS[table.name]
    whole = f"/api/{table.name}/"
    yield (
        whole,
        {
            "operationId": f"list_{table.name}",
            "tags": [table.name],
            "summary": f"รายการ{records.th} / list of {records.en}",
            "parameters": parameters.of_list(table.filterset_class),
            "responses": {"200": answer(f"{records.component}List", "OK")} | errors(),
        },
    )
    yield (
        whole + "".join(f"{{{key}}}/" for key in records.keys),
        {
            "operationId": f"get_{records.component.lower()}",
            "tags": [table.name],
            "summary": f"{records.th}หนึ่งรายการ / one of the {records.en}",
            "parameters": [parameters.of_path(key) for key in records.keys],
            "responses": {"200": answer(records.component, "OK"), "301": {"description": MOVED}} | errors(),
        },
    )


def years() -> dict:
    """The award years, all in one answer."""
    return {
        "operationId": "list_years",
        "tags": ["awards"],
        "summary": "ปีรางวัล และจำนวนผู้ได้รับรางวัลที่แหล่งข้อมูลระบุ / award years, and how many winners sources state",
        "responses": {"200": answer("YearList", "OK")} | errors(),
    }


def answer(component: str, description: str) -> dict:
    return {"description": description, "content": {"application/json": {"schema": called(component)}}}


def errors() -> dict:
    return {status: answer("Error", description) for status, description in ERRORS.items()}


def components() -> Iterator[Component]:
    yield from {
        "Choice": schemas.choice(),
        "Error": schemas.error(),
        "ErrorStatus": schemas.error_status(),
        "Problem": schemas.problem(),
        "Year": parameters.year(),
        "YearList": schemas.shape(results=schemas.many(schemas.called("AwardYear"))),
    }.items()
    yield from schemas.public_facts("AwardYear", YEAR)
    for table in TABLES.values():
        component = RECORDS[table.name].component
        yield from schemas.public_facts(component, table.fields)
        yield from schemas.page(component, table)
        yield from parameters.enumerations(table.filterset_class)


def gathered(found: Iterable[Component]) -> dict[str, dict]:
    """Each component once. Raises ValueError where two of one name differ."""
    once = {}
    for name, schema in found:
        if once.setdefault(name, schema) != schema:
            raise ValueError(f"Two different components are called {name}")
    return once
