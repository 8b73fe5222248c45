"""What can be asked: the parameters of a list, as its filters read them, and the parts of an address."""

from collections.abc import Iterator

from django.http import QueryDict

from practices.api.pages import LARGEST_SIZE, USUAL_SIZE
from practices.lists import CatalogueFilter
from practices.lists.parameters import MOST_LETTERS, MOST_WORDS, AnyOf, AnyYear, Order, Words, YearBound
from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE, be_to_ce
from tools.openapi.schemas import Component, both, called, enumeration, many

REPEATABLE = "ใช้ซ้ำได้ เลือกอย่างใดอย่างหนึ่ง / repeatable, any of them"

# What the values of a parameter are called; an enumeration of the catalogue has the name of its class.
VALUES = {
    "province": "ProvinceCode",
    "category": "CategoryCode",
    "tier": "AwardTier",
    "region": "Region",
    "kind": "MunicipalityKind",
    "size": "PopulationBand",
    "has": "Content",
    "topic": "TopicCode",
    "evidence": "Evidence",
    "sort": "Order",
    "award": "Scope",
}


def of_list(filterset_class: type[CatalogueFilter]) -> list[dict]:
    filters, fields = read(filterset_class)
    return [parameter(name, filters[name], fields[name]) for name in filters] + paging()


def enumerations(filterset_class: type[CatalogueFilter]) -> Iterator[Component]:
    """The components that the parameters of a list name."""
    filters, fields = read(filterset_class)
    for name, filter_ in filters.items():
        if isinstance(filter_, AnyOf | Order) and not isinstance(filter_, AnyYear):
            yield VALUES[name], enumeration(fields[name].options)


def read(filterset_class: type[CatalogueFilter]) -> tuple[dict, dict]:
    """The filters of a list, and the fields of its form."""
    filterset = filterset_class(QueryDict())
    return filterset.filters, filterset.form.fields


def parameter(name: str, filter_, field) -> dict:
    """One parameter of a list, as its filter reads it."""
    described = {"name": name, "in": "query", "description": both(field.label, field.help_text)}
    match filter_:
        case AnyYear():
            described["schema"] = many(or_blank(called("Year"))) | {"description": REPEATABLE}
        case AnyOf():
            described["schema"] = many(or_blank(called(VALUES[name]))) | {"description": REPEATABLE}
        case YearBound():
            described["schema"] = or_blank(called("Year"))
        case Order():
            described["schema"] = or_blank(called(VALUES[name]))
        case Words():
            described["schema"] = words()
            described["examples"] = {
                "th": {"summary": "ภาษาไทย", "value": "เครือข่าย เยาวชน"},
                "en": {"summary": "English", "value": "Khon Kaen"},
            }
    return described


def or_blank(schema: dict) -> dict:
    """As a form sends it: an empty value asks nothing."""
    return {"anyOf": [schema, {"const": ""}]}


def words() -> dict:
    pattern = rf"^\s*([^\s\x00]+\s+){{0,{MOST_WORDS - 1}}}([^\s\x00]+)?\s*$"
    return {"type": "string", "maxLength": MOST_LETTERS, "pattern": pattern}


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
            "description": f"จำนวนต่อหน้า มากกว่า {LARGEST_SIZE} นับเป็น {LARGEST_SIZE}"
            f" / records a page; more than {LARGEST_SIZE} is read as {LARGEST_SIZE}",
            "schema": or_blank({"type": "integer", "minimum": 1, "default": USUAL_SIZE}),
        },
    ]


def of_path(name: str) -> dict:
    schema = {"slug": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}, "year": called("Year")}[name]
    return {"name": name, "in": "path", "required": True, "schema": schema}


def year() -> dict:
    """A year in either era; of Thai digits only those of the Buddhist Era are described."""
    first, last = FIRST_AWARD_YEAR_BE, LAST_YEAR_BE
    eras = [
        {"type": "integer", "minimum": first, "maximum": last, "description": "พ.ศ. / B.E."},
        {"type": "integer", "minimum": be_to_ce(first), "maximum": be_to_ce(last), "description": "ค.ศ. / C.E."},
        {
            "type": "string",
            "pattern": "^๒(๕(๔[๔-๙]|[๕-๙][๐-๙])|๖([๐-๓][๐-๙]|๔[๐-๓]))$",
            "description": "เลขไทย / Thai digits",
        },
    ]
    return {"anyOf": eras, "examples": [2557, 2014, "๒๕๕๗"]}
