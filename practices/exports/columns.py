"""The columns of the flat files: each takes its value out of a public record, and its meaning from the public list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from practices.facts import ENTRY, MUNICIPALITY, PRACTICE_OF_ENTRY, Field, Fields, Group, Type, names
from practices.language import in_active_language
from practices.models import Office

SEPARATOR = " | "


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, the public value it shows, and how a record gives it.

    `note` says in both languages what the column adds to the meaning of the value.
    """

    name: str
    field: Field
    read: Callable[[dict], object]
    note: tuple[str, str] = ("", "")
    is_text: bool = False

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


def follow(fields: Fields, path: str) -> tuple[list[Field | Group], Field]:
    """The groups on the way to a value, and the value's field. Raises KeyError for a path that is not public."""
    *way, last = path.split(".")
    groups = []
    for name in way:
        group = {field.name: field for field in fields}[name]
        groups.append(group)
        fields = group.fields
    return groups, {field.name: field for field in fields}[last]


def values(record: object, path: list[str]) -> Iterator[object]:
    """Every value at a path of a record; a list on the way gives one for each member, an absent object None."""
    if isinstance(record, list):
        for one in record:
            yield from values(one, path)
    elif record is None or not path:
        yield record
    else:
        yield from values(record[path[0]], path[1:])


def joined(found) -> str:
    """Several values in one cell, in their order; "" where all are."""
    texts = ["" if value is None else str(value) for value in found]
    return SEPARATOR.join(texts) if any(texts) else ""


def column(fields: Fields, name: str, path: str) -> Column:
    groups, field = follow(fields, path)
    keys = path.split(".")
    if any(group.many for group in groups):
        note = (f"(คั่นด้วย “{SEPARATOR.strip()}”)", f"(separated by “{SEPARATOR.strip()}”)")
        return Column(name, field, lambda record: joined(values(record, keys)), note, is_text=True)
    return Column(name, field, lambda record: next(values(record, keys)))


def coded(fields: Fields, name: str, path: str) -> Iterator[Column]:
    """A code, and beside it what the code is called in both languages."""
    code = column(fields, name, path)
    yield code
    for language, note in (("th", ("(ชื่อ)", "(name, Thai)")), ("en", ("(ชื่อภาษาอังกฤษ)", "(name, English)"))):

        def read(record, language=language):
            return names(code.field.choices, language).get(code.read(record), "")

        yield Column(f"{name}_name_{language}", code.field, read, note, is_text=True)


def office(code: str) -> Iterator[Column]:
    """Title, name and note of whoever held an office; several are joined."""
    labels = names(Office, "th")[code], names(Office, "en")[code]
    for name, key in (("title", "title_as_printed"), ("name", "name"), ("note", "note")):

        def read(record, key=key):
            return joined(executive[key] for executive in record["executives"] if executive["office"] == code)

        field = follow(ENTRY, f"executives.{key}")[1]
        yield Column(f"{code}_{name}", field, read, (f"({labels[0]})", f"({labels[1]})"), is_text=True)


def years(fields: Fields, to_award: str = "") -> Iterator[Column]:
    for era in ("year_be", "year_ce"):
        yield column(fields, era, f"{to_award}{era}")


def body(fields: Fields, to_body: str) -> Iterator[Column]:
    for name in ("full_name_th", "full_name_en", "name_th", "name_en", "slug"):
        yield column(fields, f"municipality_{name}", f"{to_body}{name}")
    yield from coded(fields, "kind", f"{to_body}kind")
    yield column(fields, "district_th", f"{to_body}district_th")
    for name in ("code", "name_th", "name_en"):
        yield column(fields, f"province_{name}", f"{to_body}province.{name}")
    yield from coded(fields, "region", f"{to_body}province.region")


def level(fields: Fields, to_award: str = "") -> Iterator[Column]:
    for name in ("code", "name_th", "name_en"):
        yield column(fields, f"category_{name}", f"{to_award}category.{name}")
    yield from coded(fields, "tier", f"{to_award}tier")


def each(fields: Fields, group: str, prefix: str, keys: tuple[str, ...]) -> Iterator[Column]:
    """A column for each of these values of a list."""
    for key in keys:
        yield column(fields, f"{prefix}_{key}", f"{group}.{key}")


SOURCE = ("title", "publisher", "page", "url", "note_th", "note_en")


def award_columns() -> Iterator[Column]:
    yield from years(ENTRY)
    yield from body(ENTRY, "municipality.")
    yield from level(ENTRY)
    for field in follow(ENTRY, "profile.address")[0][0].fields:
        yield column(ENTRY, field.name, f"profile.{field.name}")
    for code in Office.values:
        yield from office(code)
    yield from each(ENTRY, "council", "council", ("men", "women"))
    yield from each(ENTRY, "practices", "practice", ("title", "slug", "url"))
    yield from each(ENTRY, "citations", "source", SOURCE)
    yield from each(ENTRY, "remarks", "remark", ("about", "text_th", "text_en"))
    yield from each(ENTRY, "warnings", "warning", ("code", "message_th", "message_en"))
    yield column(ENTRY, "url", "url")


def practice_columns() -> Iterator[Column]:
    fields = PRACTICE_OF_ENTRY
    yield column(fields, "title", "title")
    yield column(fields, "slug", "slug")
    yield from coded(fields, "practice_kind", "kind")
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
    for name in ("award_count", "first_year_be", "last_year_be"):
        yield column(MUNICIPALITY, name, name)
    yield from each(MUNICIPALITY, "awards", "award", ("year_be", "year_ce", "tier", "url"))
    yield from each(MUNICIPALITY, "awards.category", "award_category", ("code", "name_th", "name_en"))
    yield from each(MUNICIPALITY, "former_names", "former", ("full_name_th", "until_year_be"))
    yield column(MUNICIPALITY, "url", "url")
