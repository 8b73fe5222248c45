"""What is answered: every object and every enumeration is a component, so that it has a name in generated clients.

No shape is closed: a client made today reads the facts of tomorrow.
"""

from collections.abc import Iterator, Mapping

from practices.api.answers import MESSAGES
from practices.api.pages import LARGEST_SIZE
from practices.exports import Table
from practices.facts import PublicObject, PublicValue, PublicValues, Type, in_english, in_thai
from practices.lists.parameters import AnyOf

Component = tuple[str, dict]

TYPES = {
    Type.TEXT: {"type": "string"},
    Type.CODE: {"type": "string"},
    Type.DAY: {"type": "string", "format": "date"},
    Type.INTEGER: {"type": "integer", "minimum": 0},
    Type.DECIMAL: {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
    Type.BOOLEAN: {"type": "boolean"},
    Type.ADDRESS: {"type": "string"},
}


def both(*texts) -> str:
    """Texts in Thai, then the same in English where there is another wording."""
    thai, english = (": ".join(filter(None, map(read, texts))) for read in (in_thai, in_english))
    return thai if thai == english else f"{thai} / {english}"


def called(name: str) -> dict:
    """A schema that is a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def shape(**properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": list(properties)}


def many(items: dict) -> dict:
    return {"type": "array", "items": items}


def enumeration(options: Mapping[str, object]) -> dict:
    """The codes, and their names in both languages."""
    names = "\n".join(f"* `{code}` {both(name)}" for code, name in options.items())
    return {"type": "string", "enum": list(options), "description": names}


# One record


def public_facts(name: str, fields: PublicValues) -> Iterator[Component]:
    """The component of a record, and those of everything in it."""
    yield name, shape(**{field.name: described(field) for field in fields})
    for field in fields:
        if isinstance(field, PublicObject):
            yield from public_facts(field.shape, field.fields)
        elif field.choices:
            yield field.choices.__name__, enumeration(dict(field.choices.choices))


def described(field: PublicValue | PublicObject) -> dict:
    return group(field) if isinstance(field, PublicObject) else value(field)


def group(found: PublicObject) -> dict:
    schema = many(called(found.shape)) if found.many else or_null(called(found.shape), found.optional)
    return schema | {"description": f"{found.th} / {found.en}"}


def value(field: PublicValue) -> dict:
    unit = f" ({field.unit.th} / {field.unit.en})" if field.unit else ""
    schema = called(field.choices.__name__) if field.choices else TYPES[field.type]
    schema = many(schema) if field.type is Type.CODES else schema
    schema = or_null(schema, field.optional) | {"description": f"{field.th} / {field.en}{unit}"}
    return schema if field.example is None else schema | {"examples": [field.example]}


def or_null(schema: dict, optional: bool) -> dict:
    if not optional:
        return schema
    return schema | {"type": [schema["type"], "null"]} if "type" in schema else {"anyOf": [schema, {"type": "null"}]}


# Lists and errors


def page(name: str, table: Table) -> Iterator[Component]:
    """The components of a list of these records."""
    chosen = [name for name, filter_ in table.filterset_class.base_filters.items() if isinstance(filter_, AnyOf)]
    address = {"type": ["string", "null"], "format": "uri"}
    yield (
        f"{name}List",
        shape(
            count={"type": "integer", "minimum": 0, "description": "จำนวนทั้งหมด / records in all"},
            next=address | {"description": "หน้าถัดไป / next page"},
            previous=address | {"description": "หน้าก่อน / previous page"},
            results=many(called(name)) | {"maxItems": LARGEST_SIZE},
            facets=called(f"{name}Facets"),
        ),
    )
    yield f"{name}Facets", shape(**dict.fromkeys(chosen, many(called("Choice"))))


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
    return shape(status=called("ErrorStatus"), errors=many(called("Problem")))


def error_status() -> dict:
    return {"type": "integer", "enum": list(MESSAGES)}


def problem() -> dict:
    return shape(
        field={"type": ["string", "null"], "description": "พารามิเตอร์ที่มีปัญหา / the parameter, null for none"},
        message={"type": "string"},
    )
