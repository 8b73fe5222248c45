"""What each list understands of the address, and the rows it finds.

Values of one parameter are OR-ed, parameters AND-ed, unknown parameters ignored. A parameter with a value that cannot
be understood is in `errors` and asks nothing; an understood value without rows finds no rows. The filters' labels and
help texts are the documentation of the parameters.
"""

from dataclasses import dataclass
from functools import partial

from django.db.models import Count, Q, Value
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet

from practices import search
from practices.language import is_english
from practices.lists.parameters import AnyFlag, AnyOf, AnyOfRow, AnyYear, Order, Words, YearBound, bilingual
from practices.models import (
    AwardEntry,
    AwardTier,
    Evidence,
    Municipality,
    MunicipalityKind,
    PopulationBand,
    Practice,
    Region,
)
from practices.querysets import names_of_codes


def members(choices):
    """Value → label of an enumeration, in its order."""
    return lambda: dict(choices.choices)


@dataclass(frozen=True)
class Chosen:
    """One value the reader chose: how it reads, and the rest of the query."""

    parameter: str
    value: str
    label: str
    rest: QueryDict


class CatalogueFilter(FilterSet):
    """The parameters that every list understands."""

    q = Words(
        label=_("คำค้น"),
        chip=_("คำค้น “%(value)s”"),
        help_text=_('ชื่อหน่วยงาน จังหวัด หรือเรื่องที่ทำ ไม่เกิน 12 คำ หรือ 200 ตัวอักษร หน้าเว็บไม่แก้คำสะกดของคำค้นในเครื่องหมาย "…"'),
    )
    year = AnyYear(
        "year_be",
        label=_("ปีรางวัล (พ.ศ.)"),
        chip=_("ปี พ.ศ. %(value)s"),
        help_text=_("พ.ศ. หรือ ค.ศ. เลขไทยหรือเลขอารบิก ตั้งแต่ พ.ศ. 2544"),
    )
    since = YearBound(
        "year_be", "gte", label=_("ตั้งแต่ปี"), chip=_("ตั้งแต่ พ.ศ. %(value)s"), help_text=_("รวมปีนั้น พ.ศ. หรือ ค.ศ.")
    )
    until = YearBound(
        "year_be", "lte", label=_("ถึงปี"), chip=_("ถึง พ.ศ. %(value)s"), help_text=_("รวมปีนั้น พ.ศ. หรือ ค.ศ.")
    )
    province = AnyOf(
        "province_code",
        read_options="provinces",
        label=_("จังหวัด"),
        chip=_("จังหวัด%(value)s"),
        help_text=_("รหัสจังหวัดของกรมการปกครอง เช่น 40"),
    )
    category = AnyOf(
        "category__code",
        read_options="categories",
        label=_("ด้าน"),
        chip=_("ด้าน%(value)s"),
        help_text=_("รหัสด้านของรางวัล เช่น networks"),
    )
    tier = AnyOf("tier", read_options=members(AwardTier), label=_("ระดับรางวัล"), help_text=_("ระดับที่แหล่งข้อมูลระบุ"))
    region = AnyOf("region", read_options=members(Region), label=_("ภาค"), help_text=_("หกภาคทางภูมิศาสตร์"))
    kind = AnyOf(
        "kind", read_options=members(MunicipalityKind), label=_("ประเภทหน่วยงาน"), help_text=_("ประเภทในปีที่ได้รับรางวัล")
    )
    size = AnyOf(
        "size",
        read_options=members(PopulationBand),
        label=_("ขนาดประชากร"),
        chip=_("ประชากร %(value)s"),
        help_text=_("ช่วงจำนวนประชากรที่พิมพ์ในปีนั้น ถ้าไม่ได้พิมพ์ใช้ทะเบียนราษฎร 31 ธันวาคมของปีนั้น รวมขอบล่างของช่วง"),
    )
    has: AnyFlag | None = AnyFlag(
        columns={"profile": "has_profile", "practice": "has_practice"},
        read_options=lambda: {"profile": _("ข้อมูลพื้นฐาน"), "practice": _("แนวปฏิบัติ")},
        label=_("มีข้อมูล"),
        chip=_("มี%(value)s"),
        help_text=_("รายการที่มีข้อมูลพื้นฐานหรือแนวปฏิบัติอย่างน้อยหนึ่งอย่าง"),
    )

    evidence = AnyOf(
        "evidence",
        read_options=members(Evidence),
        label=_("หลักฐาน"),
        chip=_("หลักฐาน: %(value)s"),
        help_text=_("หลักฐานดีที่สุดที่ทำเนียบมีของรายการ"),
    )

    to_entry = ""  # how a searched row reaches its entry

    def __init__(self, data):
        super().__init__(data, self.searched())
        for filter_ in self.filters.values():
            if isinstance(options := filter_.extra.get("read_options"), str):
                filter_.extra["read_options"] = partial(self.names_of, options)

    def names_of(self, rows):
        """Code → name of every province, category or topic, in the order of the page's language."""
        return {code: bilingual(thai, english) for code, thai, english in self._names[rows]}

    @cached_property
    def _names(self):
        """What the filters of this list call their codes, asked at once."""
        return names_of_codes(english=is_english())

    @cached_property
    def values(self):
        """Parameter → what was understood of it: a list of texts, or a text. Without blanks and the usual order."""
        self.form.is_valid()
        values = {name: value for name, value in self.form.cleaned_data.items() if value}
        if values.get("sort") in (self.usual_sort(values), None if "q" in values else "relevance"):
            values.pop("sort", None)
        return values

    @staticmethod
    def usual_sort(values):
        """What was looked for comes best match first, everything else newest first."""
        return "relevance" if "q" in values else "-year"

    @property
    def sort(self):
        return self.values.get("sort", self.usual_sort(self.values))

    @cached_property
    def reading(self):
        """How the reader's words are understood, and what they ask of a searched row."""
        if "q" not in self.values:
            return search.Reading("", Q())
        return search.read(self.values["q"], self.queryset, to_entry=self.to_entry)

    def condition(self, without=None):
        """What a searched row must meet: every chosen parameter but one."""
        asked = [(self.filters[name], value) for name, value in self.values.items() if name not in ("q", without)]
        return Q(*[filter_.condition(value, self.to_entry) for filter_, value in asked]) & self.reading.condition

    def found(self):
        """The rows that meet all that was asked, with where they hold the reader's words."""
        rows = self.queryset.filter(self.condition())
        return rows.annotate(match=self.match) if "q" in self.values else rows

    @property
    def match(self):
        """Where a row holds the reader's words, as an expression."""
        return search.match(self.reading.words, to_entry=self.to_entry)

    def number(self, without=None):
        """How many rows of the list meet that condition, as an aggregate of the searched rows."""
        return Count("pk", filter=self.condition(without) or None)

    @cached_property
    def query(self):
        """What was understood, each value in its canonical form, for links."""
        query = QueryDict(mutable=True)
        for name, value in self.values.items():
            query.setlist(name, value if isinstance(value, list) else [value])
        return query

    @cached_property
    def chosen(self):
        """Every chosen value, for chips; the order is none of them."""
        return [self.choose(name, value) for name, values in self.query.lists() if name != "sort" for value in values]

    @property
    def chosen_in_words(self):
        """Every chosen value in a row; "" where nothing is chosen."""
        return " · ".join(value.label for value in self.chosen)

    def choose(self, name, value):
        label = self.form.fields[name].reading(value)
        rest = self.query.copy()
        rest.setlist(name, [other for other in rest.getlist(name) if other != value])
        return Chosen(name, value, self.filters[name].chip % {"value": label}, rest)


class SortedFilter(CatalogueFilter):
    """The parameters of a list whose order the reader chooses."""

    sort = Order(
        label=_("เรียงตาม"),
        options={
            "relevance": _("ความเกี่ยวข้อง"),
            "-year": _("ปีล่าสุดก่อน"),
            "year": _("ปีแรกก่อน"),
            "name": _("ชื่อ ก–ฮ"),
            "-population": _("ประชากรมากก่อน"),
        },
        help_text=_("ค่าที่ไม่ระบุอยู่ท้ายเสมอ ค่าปกติคือปีล่าสุดก่อน หรือความเกี่ยวข้องเมื่อมีคำค้น"),
    )


class AwardEntryFilter(SortedFilter):
    """Entries."""

    searched = AwardEntry.objects.published

    def filter_queryset(self, queryset):
        return self.found().sorted_by(self.sort, english=is_english())


class PracticeFilter(SortedFilter):
    """Practices, by the entry that showcases them."""

    has = None  # every one of them has a practice
    topic = AnyOfRow(
        "topic__code", read_options="topics", label=_("หัวข้อ"), help_text=_("หัวข้อที่ทำเนียบจัดเอง เช่น older-people")
    )
    to_entry = "entry__"
    searched = Practice.objects.published

    def filter_queryset(self, queryset):
        return self.found().sorted_by(self.sort, english=is_english())


class Scope(Order):
    """Asks nothing of an entry: which bodies the list is of."""

    def __init__(self, *, chip, **kwargs):
        super().__init__(**kwargs)
        self.chip = chip


ANY = "any"
ANY_BODY = Scope(
    label=_("รางวัล"),
    chip="%(value)s",
    options={ANY: _("ทุกแห่งในทะเบียน")},
    help_text=_("any คือทุกแห่งในทะเบียนของรัฐ แม้ไม่พบรางวัล ค่าปกติคือเฉพาะที่มีรางวัลในทำเนียบ"),
)


class MunicipalityFilter(CatalogueFilter):
    """Bodies of which one entry meets everything that was chosen, A–Z by province."""

    award = ANY_BODY

    searched = AwardEntry.objects.published

    def number(self, without=None):
        return Count("municipality", distinct=True, filter=self.condition(without) or None)

    def filter_queryset(self, queryset):
        found = queryset.filter(self.condition()).values("municipality")
        return Municipality.objects.published().filter(pk__in=found).by_province(english=is_english())


class RegisterFilter(CatalogueFilter):
    """Bodies of the register, with awards or without, A–Z by province."""

    # Only awards have these.
    year = since = until = category = tier = has = evidence = None  # type: ignore[assignment]
    award = ANY_BODY
    province = AnyOf(
        "province__code",
        read_options="provinces",
        label=_("จังหวัด"),
        chip=_("จังหวัด%(value)s"),
        help_text=_("รหัสจังหวัดของกรมการปกครอง เช่น 40"),
    )
    region = AnyOf("province__region", read_options=members(Region), label=_("ภาค"), help_text=_("หกภาคทางภูมิศาสตร์"))
    searched = Municipality.objects.all

    @cached_property
    def reading(self):
        words = self.values.get("q", "")
        if not words:
            return search.Reading("", Q())
        return search.Reading(words, search.in_names(words) if search.is_asking(words) else Q(pk__in=[]))

    @property
    def match(self):
        return Value(search.Match.HEAD)

    def filter_queryset(self, queryset):
        return Municipality.objects.counted().filter(self.condition()).by_province(english=is_english())


def of_bodies(data) -> CatalogueFilter:
    """What the list of bodies asks: those with awards, unless any is asked for and nothing that only awards have."""
    of_awards = MunicipalityFilter.base_filters.keys() - RegisterFilter.base_filters.keys()
    wide = data.get("award") == ANY and not any(data.get(name) for name in of_awards)
    return RegisterFilter(data) if wide else MunicipalityFilter(data)
