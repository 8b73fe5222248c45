"""The facts that a source prints of a body, in the book's order: the one list that form, page, files and API follow.

A fact is a field of the entry: its name, its words in both languages, its type and whether it may be missing are the
field's. Here stands what no field can know. One more fact is a line in the model and a line here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import DecimalField, IntegerField, TextChoices

from practices.facts.fields import BAHT, KM2, PERSONS, PublicValue, Type, Unit, in_english, in_thai
from practices.models import AwardEntry, CommunityUnit
from practices.models.fields import words_of


@dataclass(frozen=True)
class Fact:
    """One printed value; `label` is what the book prints before it, `note` how the files of fixtures/ hold it.

    `counts` names the field that says what a number counts, where bodies differ in that. `th` and `en` are public words
    where those of the field do not tell enough. In the form the fact may stand `beside` the one before it.
    """

    name: str
    label: str = ""
    unit: Unit | None = None
    counts: str = ""
    choices: type[TextChoices] | None = None
    as_printed: bool = False
    over_years: bool = False
    linked_data: bool = False
    beside: bool = False
    th: str = ""
    en: str = ""
    example: object = None
    note: str = ""

    @property
    def field(self):
        return AwardEntry._meta.get_field(self.name)

    @property
    def words(self):
        """What it is called, without its unit."""
        return words_of(AwardEntry, self.name)

    @property
    def type(self) -> Type:
        if isinstance(self.field, DecimalField):
            return Type.DECIMAL
        if isinstance(self.field, IntegerField):
            return Type.INTEGER
        return Type.CODE if self.choices else Type.TEXT

    @property
    def is_number(self) -> bool:
        return self.type in (Type.DECIMAL, Type.INTEGER)

    def words_on(self, entry: AwardEntry):
        return self._counted(entry) if self.counts else self.words

    def unit_on(self, entry: AwardEntry):
        """What stands behind the number on a page."""
        return self._counted(entry) if self.counts else self.unit.on_page if self.unit else ""

    def _counted(self, entry):
        return getattr(entry, f"get_{self.counts}_display")() or CommunityUnit.COMMUNITY.label

    def public_value(self) -> PublicValue:
        thai, english = in_thai(self.words), in_english(self.words)
        thai, english = self.th or thai, self.en or f"{english[0].lower()}{english[1:]}"
        if self.as_printed:
            thai, english = f"{thai} ตามที่พิมพ์", f"{english} as printed"
        return PublicValue(
            self.name,
            thai,
            english,
            self.type,
            unit=self.unit,
            choices=self.choices,
            optional=self.field.null or self.type is Type.CODE,
            example=self.example,
        )


CONTACT = (
    Fact(
        "address",
        "สถานที่ตั้ง",
        as_printed=True,
        example="ตำบลในเมือง อำเภอเมือง จังหวัดขอนแก่น",
        note="without the postcode",
    ),
    Fact("postcode", "รหัสไปรษณีย์", example="40000", note="five Arabic digits"),
    Fact("phone", "โทรศัพท์", as_printed=True, beside=True, example="043-221-667"),
    Fact(
        "fax",
        "โทรสาร",
        as_printed=True,
        beside=True,
        example="043-221-667",
        note="also when it is the telephone number",
    ),
)
FIGURES = (
    Fact(
        "population",
        "ประชากร",
        PERSONS,
        over_years=True,
        linked_data=True,
        example=111707,
        note="need not be the sum of men and women",
    ),
    Fact("population_men", "ชาย", PERSONS, linked_data=True, beside=True, example=52866),
    Fact("population_women", "หญิง", PERSONS, linked_data=True, beside=True, example=58841),
    Fact("area_km2", "พื้นที่", KM2, over_years=True, linked_data=True, example="46"),
    Fact(
        "community_count",
        "ครอบคลุมจำนวน",
        counts="community_unit",
        over_years=True,
        linked_data=True,
        beside=True,
        example=93,
        note="with `community_unit`, or neither of the two",
    ),
    Fact("community_unit", choices=CommunityUnit, beside=True, th="หน่วยนับของจำนวนนั้น", en="what that number counts"),
    Fact("own_revenue_baht", "รายได้", BAHT, over_years=True, example="678749799.10"),
    Fact(
        "own_revenue_note",
        th="หมายเหตุของรายได้ ตามที่พิมพ์",
        en="note on the own revenue, as printed",
        note="in brackets after it, here without the brackets",
    ),
    Fact("subsidy_baht", "เงินอุดหนุน", BAHT, over_years=True, example="691511722.97"),
)
NARRATIVE = (
    Fact(
        "vision",
        as_printed=True,
        example="พัฒนาเมืองสู่สากล สร้างสังคมแห่งความสุข",
        note="the motto that the text quotes, without the quotation marks",
    ),
    Fact(
        "introduction",
        as_printed=True,
        en="introduction",
        note="up to the title of the first practice; paragraphs separated by an empty line (`\\n\\n`)",
    ),
)
PROFILE = (*CONTACT, *FIGURES, *NARRATIVE)


def rows(facts: Iterable[Fact]) -> list[Any]:
    """The names of facts as they stand in rows of the form, a tuple a row."""
    found: list[tuple[str, ...]] = []
    for fact in facts:
        if fact.beside:
            found[-1] += (fact.name,)
        else:
            found.append((fact.name,))
    return found
