"""What a public value is: its name, meaning, type and unit, and how a row gives it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from practices.language import Text, in_active_language


class Type(Enum):
    """What a value is; decimals travel as text, so that no reader rounds them."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    ADDRESS = "address"
    DAY = "day"


class Unit(NamedTuple):
    """What a number counts; `short` is what pages say in its place, `others` are more ways to type it."""

    th: str
    en: str
    short: Text = ""
    others: tuple[str, ...] = ()

    def __str__(self):
        return in_active_language(self.th, self.en)

    @property
    def on_page(self):
        return self.short or str(self)


PERSONS = Unit("คน", "persons", _("คน"))
BAHT = Unit("บาท", "baht")
KM2 = Unit("ตารางกิโลเมตร", "square kilometres", _("ตร.กม."), ("ตร.กม.", "ตร.กิโลเมตร", "km²"))
YEAR_BE = Unit("พ.ศ.", "Buddhist Era")
YEAR_CE = Unit("ค.ศ.", "Common Era")

Choices = type[TextChoices]
Getter = str | Callable[[Any], Any]


def reader(getter: Getter) -> Callable[[Any], Any]:
    return attrgetter(getter) if isinstance(getter, str) else getter


@dataclass(frozen=True)
class PublicValue:
    """One public value. `getter` is how a row gives it, the attribute of the same name where it is not given."""

    name: str
    th: str
    en: str
    type: Type = Type.TEXT
    getter: Getter = ""
    unit: Unit | None = None
    choices: Choices | None = None
    optional: bool = False
    example: object = None

    def read(self, row, site: str):
        value = reader(self.getter or self.name)(row)
        match self.type:
            case Type.TEXT:
                return str(value)
            case Type.CODE:
                return value or None
            case Type.DECIMAL:
                return None if value is None else f"{value:.2f}" if self.unit is BAHT else plain(value)
            case Type.DAY:
                return value and value.isoformat()
            case Type.ADDRESS:
                return site + value if value.startswith("/") else value
        return value

    @property
    def meaning(self) -> str:
        return in_active_language(self.th, self.en)


@dataclass(frozen=True)
class PublicObject:
    """A public object among the facts of a row, or a list of them.

    `shape` is what such an object is called wherever it stands: the same name, the same fields.
    """

    name: str
    th: str
    en: str
    shape: str
    fields: tuple["PublicValue | PublicObject", ...]
    getter: Getter = ""
    many: bool = False
    optional: bool = False

    def read(self, row, site: str):
        found = reader(self.getter or self.name)(row)
        if self.many:
            return [public_facts(self.fields, one, site) for one in getattr(found, "all", lambda: found)()]
        return None if found is None else public_facts(self.fields, found, site)

    @property
    def meaning(self) -> str:
        return in_active_language(self.th, self.en)


PublicValues = tuple[PublicValue | PublicObject, ...]


def public_facts(fields: PublicValues, row, site: str) -> dict[str, object]:
    """The public facts of a row. `site` is scheme and host, put before the site's own paths."""
    return {field.name: field.read(row, site) for field in fields}


def leaves(fields: PublicValues, path: str = "") -> Iterator[tuple[str, PublicValue]]:
    """Every single value among the facts of a row with its path: ("municipality.province.code", …)."""
    for field in fields:
        if isinstance(field, PublicObject):
            yield from leaves(field.fields, f"{path}{field.name}.")
        else:
            yield f"{path}{field.name}", field


@cache
def names(choices: type[TextChoices], language: str) -> dict[str, str]:
    """Code → name in one language."""
    with override(language):
        return {value: str(label) for value, label in choices.choices}


def plain(value) -> str:
    """A measure without the zeros that only the column adds: "46", "2.8"."""
    return f"{value.normalize():f}"


def in_print(value: int | Decimal | None, unit: Unit | None) -> str | None:
    """A number as pages print it: "111,707", money to the satang, an area without the zeros that the column adds."""
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}" if unit is KM2 else f"{value:,.2f}"
    return None if value is None else f"{value:,}"


def permalink(row) -> str:
    """The row's own page: one address for both languages, that without a prefix."""
    with override(settings.LANGUAGE_CODE):
        return row.get_absolute_url()


def in_thai(text) -> str:
    with override("th"):
        return str(text)


def in_english(text) -> str:
    with override("en"):
        return str(text)
