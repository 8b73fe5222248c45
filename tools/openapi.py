"""What openapi.json says, from the public fields and the FilterSets. Used when it is made, never by the site."""

from django.http import QueryDict
from drf_spectacular.openapi import AutoSchema

from practices.api.pages import Pages
from practices.exports import TABLES
from practices.facts import Field, Group, Type, in_english, in_thai, names
from practices.lists.parameters import (
    MOST_LETTERS,
    MOST_WORDS,
    AnyOf,
    AnyYear,
    Order,
    Words,
    YearBound,
)
from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE, be_to_ce

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
REPEATABLE = "ใช้ซ้ำได้ เลือกอย่างใดอย่างหนึ่ง / repeatable, any of them"
SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
TITLES = {
    "awards": ("รางวัล", "awards"),
    "practices": ("แนวปฏิบัติ", "practices"),
    "municipalities": ("หน่วยงาน", "local governments"),
}


class CatalogueSchema(AutoSchema):
    """Describes the views of the tables; the description itself is not described."""

    def is_excluded(self):
        return not hasattr(self.view, "table")

    @property
    def table(self):
        return self.view.table

    @property
    def is_list(self):
        return bool(self.view.filter_backends)

    def get_operation_id(self):
        return f"{self.table.name}_{'list' if self.is_list else 'retrieve'}"

    def get_tags(self):
        return [self.table.name]

    def get_summary(self):
        thai, english = TITLES[self.table.name]
        return f"รายการ{thai} / list of {english}" if self.is_list else f"{thai}หนึ่งรายการ / one of the {english}"

    def get_description(self):
        return ""

    def get_auth(self):
        return []

    def _get_request_body(self, direction="request"):
        return None

    def _get_parameters(self):
        if self.is_list:
            return [*parameters(self.table.filterset_class), *paging()]
        of_path = {"slug": SLUG, "year": year()}
        return [
            {"name": name, "in": "path", "required": True, "schema": schema}
            for name, schema in of_path.items()
            if f"{{{name}}}" in self.path
        ]

    def _get_response_bodies(self, direction="response"):
        name = component(self.table.name) + ("List" if self.is_list else "")
        answers = {"200": answer(name, "OK")}
        if not self.is_list:
            answers["301"] = {"description": MOVED}
        return answers | {status: answer("Error", description) for status, description in ERRORS.items()}


def complete(result, generator, request, public):
    """Adds what no single view can tell: what this is, and the shapes of its answers."""
    result["info"]["description"] = ABOUT
    result["servers"] = [{"url": "/"}]
    result["components"] = {"schemas": {"Error": error(), "Choice": choice()}}
    for table in TABLES.values():
        name = component(table.name)
        result["components"]["schemas"] |= {
            name: record(table.fields),
            f"{name}List": page(name, table.filterset_class),
        }
    return result


def component(table: str) -> str:
    return {"awards": "Award", "practices": "Practice", "municipalities": "Municipality"}[table]


def answer(name: str, description: str) -> dict:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"description": description, "content": content}


# Parameters


def parameters(filterset_class) -> list[dict]:
    filterset = filterset_class(QueryDict())
    return [parameter(name, filter_, filterset.form.fields[name]) for name, filter_ in filterset.filters.items()]


def parameter(name: str, filter_, field) -> dict:
    """One parameter of a list, as its filter reads it."""
    described = {"name": name, "in": "query", "description": both(field.label, field.help_text)}
    match filter_:
        case AnyYear():
            described |= repeatable(or_blank(year()))
        case AnyOf():
            described |= repeatable(or_blank({"enum": list(field.options)}), options(field))
        case YearBound():
            described |= {"schema": or_blank(year())}
        case Order():
            described |= {"schema": or_blank({"enum": list(field.options)})}
            described["description"] += f"\n\n{options(field)}"
        case Words():
            words = rf"^\s*([^\s\0]+\s+){{0,{MOST_WORDS - 1}}}([^\s\0]+)?\s*$"
            described |= {"schema": {"type": "string", "maxLength": MOST_LETTERS, "pattern": words}}
            described["examples"] = {
                "th": {"summary": "ภาษาไทย", "value": "เครือข่าย เยาวชน"},
                "en": {"summary": "English", "value": "Khon Kaen"},
            }
    return described


def or_blank(schema: dict) -> dict:
    """As a form sends it: an empty value asks nothing."""
    return {"anyOf": [schema, {"const": ""}]}


def repeatable(items: dict, description: str = "") -> dict:
    return {"schema": {"type": "array", "items": items, "description": f"{REPEATABLE}\n\n{description}".strip()}}


def options(field) -> str:
    """The values of a parameter with their names."""
    return "\n".join(
        f"* `{value}` {text}" for value, text in zip(field.options, map(both, field.options.values()), strict=True)
    )


def year() -> dict:
    """A year in either era; Thai digits are read too, and described by an example only."""
    eras = [
        {"type": "integer", "minimum": FIRST_AWARD_YEAR_BE, "maximum": LAST_YEAR_BE, "description": "พ.ศ. / B.E."},
        {
            "type": "integer",
            "minimum": be_to_ce(FIRST_AWARD_YEAR_BE),
            "maximum": be_to_ce(LAST_YEAR_BE),
            "description": "ค.ศ. / C.E.",
        },
        {
            "type": "string",
            "pattern": "^๒(๕(๔[๔-๙]|[๕-๙][๐-๙])|๖([๐-๓][๐-๙]|๔[๐-๓]))$",
            "description": "เลขไทย / Thai digits",
        },
    ]
    return {"anyOf": eras, "examples": [2557, 2014, "๒๕๕๗"]}


def paging() -> list[dict]:
    return [
        {
            "name": "page",
            "in": "query",
            "description": "หน้า เกินหน้าสุดท้ายได้คำตอบ 404 / page; 404 beyond the last one",
            "schema": or_blank({"type": "integer", "minimum": 1, "default": 1}),
        },
        {
            "name": "page_size",
            "in": "query",
            "description": f"จำนวนต่อหน้า มากกว่า {Pages.max_page_size} นับเป็น {Pages.max_page_size}"
            f" / records a page; more than {Pages.max_page_size} is read as {Pages.max_page_size}",
            "schema": or_blank({"type": "integer", "minimum": 1, "default": Pages.page_size}),
        },
    ]


def both(*texts) -> str:
    """Texts in Thai, then the same in English where there is another wording."""
    thai, english = (": ".join(filter(None, map(read, texts))) for read in (in_thai, in_english))
    return thai if thai == english else f"{thai} / {english}"


# Answers


def record(fields) -> dict:
    return {
        "type": "object",
        "properties": {field.name: group(field) if isinstance(field, Group) else value(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


def group(found: Group) -> dict:
    schema = record(found.fields)
    if found.optional:
        schema["type"] = ["object", "null"]
    if found.many:
        schema = {"type": "array", "items": schema}
    return schema | {"description": f"{found.th} / {found.en}"}


TYPES = {
    Type.TEXT: {"type": "string"},
    Type.CODE: {"type": "string"},
    Type.INTEGER: {"type": "integer", "minimum": 0},
    Type.DECIMAL: {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
    Type.BOOLEAN: {"type": "boolean"},
    Type.ADDRESS: {"type": "string"},
}


def value(field: Field) -> dict:
    unit = f" ({field.unit.th} / {field.unit.en})" if field.unit else ""
    schema = TYPES[field.type] | {"description": f"{field.th} / {field.en}{unit}"}
    if field.choices:
        thai, english = names(field.choices, "th"), names(field.choices, "en")
        schema["enum"] = [*thai, None] if field.optional else list(thai)
        schema["description"] += "".join(f"\n* `{code}` {thai[code]} / {english[code]}" for code in thai)
    if field.optional:
        schema["type"] = [schema["type"], "null"]
    if field.example is not None:
        schema["examples"] = [field.example]
    return schema


def page(name: str, filterset_class) -> dict:
    chosen = [name for name, filter_ in filterset_class.base_filters.items() if isinstance(filter_, AnyOf)]
    choices = {"type": "array", "items": {"$ref": "#/components/schemas/Choice"}}
    address = {"type": ["string", "null"], "format": "uri"}
    return shape(
        count={"type": "integer", "minimum": 0, "description": "จำนวนทั้งหมด / records in all"},
        next=address | {"description": "หน้าถัดไป / next page"},
        previous=address | {"description": "หน้าก่อน / previous page"},
        results={"type": "array", "maxItems": Pages.max_page_size, "items": {"$ref": f"#/components/schemas/{name}"}},
        facets=shape(**dict.fromkeys(chosen, choices)),
    )


def choice() -> dict:
    return shape(
        value={"type": "string", "description": "ค่าของพารามิเตอร์ / value of the parameter"},
        label_th={"type": "string"},
        label_en={"type": "string"},
        count={
            "type": "integer",
            "minimum": 0,
            "description": "จำนวนเมื่อเลือกค่านี้ค่าเดียวโดยตัวกรองอื่นคงเดิม"
            " / records if this alone were chosen and the other parameters stayed",
        },
        selected={"type": "boolean"},
    )


def error() -> dict:
    problem = shape(
        field={"type": ["string", "null"], "description": "พารามิเตอร์ที่มีปัญหา / the parameter, null for none"},
        message={"type": "string"},
    )
    return shape(status={"type": "integer", "enum": list(map(int, ERRORS))}, errors={"type": "array", "items": problem})


def shape(**properties) -> dict:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
