"""The columns of the flat files: each takes its value out of the facts of a row, its meaning from their list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from practices.facts import ENTRY, MUNICIPALITY, PRACTICE_OF_ENTRY, PublicObject, PublicValue, PublicValues, Type, names
from practices.facts.profile import PROFILE
from practices.language import in_active_language
from practices.models import Office

SEPARATOR = " | "
SEPARATED = (f"(คั่นด้วย “{SEPARATOR.strip()}”)", f"(separated by “{SEPARATOR.strip()}”)")


@dataclass(frozen=True)
class Column:
    """One column as data: its name in the file, the public value it shows, and the way to it in the public facts.

    `is_joined` says that a list lies on the way, whose members share the cell; with `only`, (key, value), those of them
    that have this value. `named` is the language in which a code is told by its name. `note` says in both languages
    what the column adds to the meaning of the value.
    """

    name: str
    field: PublicValue
    path: str
    is_joined: bool = False
    only: tuple[str, str] | None = None
    named: str = ""
    note: tuple[str, str] = ("", "")

    def read(self, facts: dict) -> object:
        found = list(values(facts, self.path.split("."), self.only))
        if self.named:
            found = [names(self.field.choices, self.named).get(code, "") for code in found]
        return joined(found) if self.is_joined else found[0]

    @property
    def is_text(self) -> bool:
        return self.is_joined or bool(self.named)

    @property
    def is_number(self) -> bool:
        return not self.is_text and self.field.type in (Type.INTEGER, Type.DECIMAL)

    @property
    def meaning(self) -> str:
        return in_active_language(self.meaning_th, self.meaning_en)

    @property
    def meaning_th(self) -> str:
        return f"{self.field.th} {self.note[0]}".strip()

    @property
    def meaning_en(self) -> str:
        return f"{self.field.en} {self.note[1]}".strip()


def follow(fields: PublicValues, path: str) -> tuple[list[PublicObject], PublicValue]:
    """The objects on the way to a value, and the value. Raises KeyError for a path that is not public."""
    name, _dot, rest = path.partition(".")
    found = {field.name: field for field in fields}[name]
    if isinstance(found, PublicValue):
        return [], found
    way, value = follow(found.fields, rest)
    return [found, *way], value


def values(facts: Any, path: list[str], only: tuple[str, str] | None = None) -> Iterator[Any]:
    """Every value at a path of public facts; a list on the way gives one for each member, an absent object None."""
    if isinstance(facts, list):
        for one in facts:
            if only is None or one[only[0]] == only[1]:
                yield from values(one, path, only)
    elif facts is None or not path:
        yield facts
    else:
        yield from values(facts[path[0]], path[1:], only)


def joined(found) -> str:
    """Several values in one cell, in their order; "" where all are."""
    texts = ["" if value is None else str(value) for value in found]
    return SEPARATOR.join(texts) if any(texts) else ""


def column(fields: PublicValues, name: str, path: str) -> Column:
    groups, field = follow(fields, path)
    if any(group.many for group in groups) or field.type is Type.CODES:
        return Column(name, field, path, is_joined=True, note=SEPARATED)
    return Column(name, field, path)


def coded(fields: PublicValues, name: str, path: str) -> Iterator[Column]:
    """A code, and beside it what the code is called in both languages."""
    code = column(fields, name, path)
    yield code
    for language, note in (("th", ("(ชื่อ)", "(name, Thai)")), ("en", ("(ชื่อภาษาอังกฤษ)", "(name, English)"))):
        yield Column(f"{name}_name_{language}", code.field, path, named=language, note=note)


def office(code: str) -> Iterator[Column]:
    """Title, name and note of whoever held an office; several are joined."""
    note = f"({names(Office, 'th')[code]})", f"({names(Office, 'en')[code]})"
    for name, key in (("title", "title_as_printed"), ("name", "name"), ("note", "note")):
        path = f"executives.{key}"
        field = follow(ENTRY, path)[1]
        yield Column(f"{code}_{name}", field, path, is_joined=True, only=("office", code), note=note)


def years(fields: PublicValues, to_award: str = "") -> Iterator[Column]:
    for era in ("year_be", "year_ce"):
        yield column(fields, era, f"{to_award}{era}")


def body(fields: PublicValues, to_body: str) -> Iterator[Column]:
    for name in ("full_name_th", "full_name_en", "name_th", "name_en", "slug"):
        yield column(fields, f"municipality_{name}", f"{to_body}{name}")
    yield from coded(fields, "kind", f"{to_body}kind")
    for name in ("district_th", "district_en"):
        yield column(fields, name, f"{to_body}{name}")
    for name in ("code", "name_th", "name_en"):
        yield column(fields, f"province_{name}", f"{to_body}province.{name}")
    yield from coded(fields, "region", f"{to_body}province.region")


def level(fields: PublicValues, to_award: str = "") -> Iterator[Column]:
    for name in ("code", "name_th", "name_en"):
        yield column(fields, f"category_{name}", f"{to_award}category.{name}")
    yield from coded(fields, "tier", f"{to_award}tier")


def each(fields: PublicValues, group: str, prefix: str, keys: tuple[str, ...]) -> Iterator[Column]:
    """A column for each of these values of a list."""
    for key in keys:
        yield column(fields, f"{prefix}_{key}", f"{group}.{key}")


SOURCE = ("title", "publisher", "page", "url", "published_on", "read_on", "note_th", "note_en")


def award_columns() -> Iterator[Column]:
    yield from years(ENTRY)
    yield from body(ENTRY, "municipality.")
    yield from level(ENTRY)
    yield column(ENTRY, "inferred", "inferred")
    yield from coded(ENTRY, "evidence", "evidence")
    for fact in PROFILE:
        yield column(ENTRY, fact.name, f"profile.{fact.name}")
    for name in ("population", "men", "women", "households"):
        yield column(ENTRY, f"registered_{name}", f"registered.{name}")
    for code in Office.values:
        yield from office(code)
    yield from each(ENTRY, "council", "council", ("men", "women"))
    yield from each(ENTRY, "practices", "practice", ("title", "slug", "url"))
    yield from each(ENTRY, "citations", "source", (*SOURCE, "practice"))
    yield from each(ENTRY, "remarks", "remark", ("about", "kind", "text_th", "text_en"))
    yield from each(ENTRY, "warnings", "warning", ("code", "message_th", "message_en"))
    yield column(ENTRY, "url", "url")


def practice_columns() -> Iterator[Column]:
    fields = PRACTICE_OF_ENTRY
    yield column(fields, "title", "title")
    for name in ("title_en", "slug", "summary_th", "summary_en"):
        yield column(fields, name, name)
    yield from coded(fields, "practice_kind", "kind")
    for name in ("code", "name_th", "name_en"):
        yield column(fields, f"topic_{name}", f"topic.{name}")
    yield from coded(fields, "link", "link")
    for name in ("body", "process", "target", "result", "started_year_be", "is_excerpt"):
        yield column(fields, name, name)
    yield from each(fields, "partners", "partner", ("name", "role", "sector"))
    yield from years(fields, "entry.")
    yield from body(fields, "entry.municipality.")
    yield from level(fields, "entry.")
    yield from each(fields, "citations", "source", SOURCE)
    yield column(fields, "url", "url")
    yield column(fields, "award_url", "entry.url")


def municipality_columns() -> Iterator[Column]:
    yield from body(MUNICIPALITY, "")
    for name in ("code", "latitude", "longitude", "council_size", "registered_kinds"):
        yield column(MUNICIPALITY, name, name)
    for name in ("award_count", "first_year_be", "last_year_be"):
        yield column(MUNICIPALITY, name, name)
    yield from each(MUNICIPALITY, "awards", "award", ("year_be", "year_ce", "tier", "url"))
    yield from each(MUNICIPALITY, "awards.category", "award_category", ("code", "name_th", "name_en"))
    yield from each(MUNICIPALITY, "former_names", "former", ("full_name_th", "until_year_be"))
    yield column(MUNICIPALITY, "url", "url")
