"""The entry: one body's award in one award year."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.awards import AwardCategory, award_year_range
from practices.models.choices import (
    AwardTier,
    CommunityUnit,
    Evidence,
    InferredPart,
    MunicipalityKind,
    PopulationBand,
    Region,
    SourceKind,
)
from practices.models.fields import CleanCharField, CodesField, ProseField
from practices.models.numbers import Measure, SmallNumber, WholeNumber
from practices.models.places import Municipality, full_name_en, full_name_th, name_key_en, name_key_th
from practices.models.tree import Row, columns
from practices.querysets import AwardEntryQuerySet
from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE, be_to_ce


class AwardEntry(Row):
    """One body's award in one award year, with the profile the source printed for it.

    Numbers are null and texts empty where the source is silent. Money is in baht, area in square kilometres,
    population in persons.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="entries", verbose_name=_("หน่วยงาน")
    )
    year_be = SmallNumber(_("ปีรางวัล (พ.ศ.)"), validators=award_year_range, help_text=_("ปีพุทธศักราชของรางวัล เช่น 2557"))
    kind = models.CharField(
        _("ประเภทในปีนั้น"), max_length=11, choices=MunicipalityKind, help_text=_("ประเภทของหน่วยงานในปีที่ได้รับรางวัล")
    )
    category = models.ForeignKey(
        AwardCategory,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name=_("ด้าน"),
        help_text=_("เว้นว่างเมื่อแหล่งข้อมูลไม่ระบุ"),
    )
    tier = models.CharField(
        _("ระดับรางวัล"), max_length=11, choices=AwardTier, blank=True, help_text=_("เว้นว่างเมื่อแหล่งข้อมูลไม่ระบุ")
    )

    address = CleanCharField(_("สถานที่ตั้ง"), max_length=300, blank=True, help_text=_("ตามที่พิมพ์ ไม่รวมรหัสไปรษณีย์"))
    postcode = CleanCharField(
        _("รหัสไปรษณีย์"),
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{5}\Z", _("รหัสไปรษณีย์เป็นเลขอารบิกห้าหลัก"))],
    )
    phone = CleanCharField(_("โทรศัพท์"), max_length=80, blank=True, help_text=_("ตามที่พิมพ์"))
    fax = CleanCharField(_("โทรสาร"), max_length=80, blank=True, help_text=_("ตามที่พิมพ์ แม้ตรงกับโทรศัพท์"))
    population = WholeNumber(_("ประชากร (คน)"), null=True, blank=True)
    population_men = WholeNumber(_("ประชากรชาย (คน)"), null=True, blank=True)
    population_women = WholeNumber(_("ประชากรหญิง (คน)"), null=True, blank=True)
    area_km2 = Measure(
        _("พื้นที่ (ตร.กม.)"),
        max_digits=10,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    community_count = WholeNumber(_("จำนวนชุมชนหรือหมู่บ้าน"), null=True, blank=True)
    community_unit = models.CharField(_("หน่วยนับ"), max_length=9, choices=CommunityUnit, blank=True)
    own_revenue_baht = Measure(
        _("รายได้ (บาท)"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    own_revenue_note = CleanCharField(
        _("หมายเหตุของรายได้"), max_length=200, blank=True, help_text=_("ข้อความในวงเล็บท้ายรายได้ ตามที่พิมพ์")
    )
    subsidy_baht = Measure(
        _("เงินอุดหนุน (บาท)"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    vision = ProseField(_("วิสัยทัศน์"), blank=True, help_text=_("คำที่เล่มยกมาในเครื่องหมายคำพูด"))
    introduction = ProseField(_("คำบรรยายในเล่ม"), blank=True, help_text=_("ตามที่พิมพ์ คั่นย่อหน้าด้วยบรรทัดว่าง"))

    is_published = models.BooleanField(_("เผยแพร่"), default=False, help_text=_("ฉบับร่างไม่ปรากฏในหน้าสาธารณะ"))
    checked_on = models.DateField(_("ตรวจทานเมื่อ"), null=True, blank=True, help_text=_("วันที่อ่านเทียบกับแหล่งข้อมูลแล้ว"))

    # Derived (see derive and practices.derived): copies that order, count and search rows without a join.
    province_code = models.CharField(max_length=2, editable=False, serialize=False)
    region = models.CharField(max_length=9, choices=Region, editable=False, serialize=False)
    registered_men = models.PositiveIntegerField(null=True, editable=False, serialize=False)
    registered_women = models.PositiveIntegerField(null=True, editable=False, serialize=False)
    registered_households = models.PositiveIntegerField(null=True, editable=False, serialize=False)
    people = models.PositiveIntegerField(null=True, editable=False, serialize=False)
    size = models.CharField(max_length=8, choices=PopulationBand, blank=True, editable=False, serialize=False)
    has_profile = models.BooleanField(default=False, editable=False, serialize=False)
    has_practice = models.BooleanField(default=False, editable=False, serialize=False)
    evidence = models.CharField(max_length=12, choices=Evidence, blank=True, editable=False, serialize=False)
    inferred = CodesField(max_length=40, codes=InferredPart, blank=True, default="", editable=False, serialize=False)
    order_th = models.BinaryField(editable=False, serialize=False)
    order_en = models.BinaryField(editable=False, serialize=False)
    search_place = models.TextField(default="", editable=False, serialize=False)
    search_head = models.TextField(default="", editable=False, serialize=False)
    search_title = models.TextField(default="", editable=False, serialize=False)
    search_text = models.TextField(default="", editable=False, serialize=False)

    DERIVED = ("province_code", "region", "people", "size", "has_profile", "order_th", "order_en")
    OF_REGISTER = ("registered_men", "registered_women", "registered_households")
    GATHERED = (
        *OF_REGISTER,
        "has_practice",
        "evidence",
        "inferred",
        "search_place",
        "search_head",
        "search_title",
        "search_text",
    )

    objects = AwardEntryQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=[*DERIVED, *GATHERED])

    # What is said of the award, and what of our work on it; every other stored field is a fact of the printed profile.
    OF_AWARD = ("municipality", "year_be", "kind", "category", "tier")
    OF_EDITING = ("is_published", "checked_on")

    @classproperty
    def PROFILE_FIELDS(cls: Any) -> list[str]:
        return [field.name for field in columns(cls) if field.name not in cls.OF_AWARD + cls.OF_EDITING]

    class Meta:
        verbose_name = _("รางวัล")
        verbose_name_plural = _("รางวัล")
        ordering = ["-year_be", "order_th", "municipality__slug"]
        constraints = [
            models.UniqueConstraint(
                name="one_entry_per_body_and_year",
                fields=["municipality", "year_be"],
                violation_error_message=_("หน่วยงานนี้มีรายการของปีนี้อยู่แล้ว"),
            ),
            models.CheckConstraint(
                name="award_year_in_range",
                condition=Q(year_be__range=(FIRST_AWARD_YEAR_BE, LAST_YEAR_BE)),
                violation_error_message=_("ปีรางวัลต้องเป็น พ.ศ. ตั้งแต่ 2544"),
            ),
            models.CheckConstraint(
                name="measures_not_negative",
                condition=(Q(area_km2__isnull=True) | Q(area_km2__gte=0))
                & (Q(own_revenue_baht__isnull=True) | Q(own_revenue_baht__gte=0))
                & (Q(subsidy_baht__isnull=True) | Q(subsidy_baht__gte=0)),
                violation_error_message=_("พื้นที่และจำนวนเงินต้องไม่ติดลบ"),
            ),
            models.CheckConstraint(
                name="communities_have_a_unit",
                condition=Q(community_count__isnull=True, community_unit="")
                | (Q(community_count__isnull=False) & ~Q(community_unit="")),
                violation_error_message=_("ระบุจำนวนพร้อมหน่วยนับ (ชุมชนหรือหมู่บ้าน)"),
            ),
        ]
        indexes = [
            models.Index(fields=["is_published", "-year_be", "order_th"], name="entry_by_year"),
            # Every column a facet groups or counts by, so that no count reads the texts beside them.
            models.Index(
                fields=[
                    "is_published",
                    "year_be",
                    "province_code",
                    "category",
                    "tier",
                    "region",
                    "kind",
                    "size",
                    "has_profile",
                    "has_practice",
                    "evidence",
                    "municipality",
                ],
                name="entry_facets",
            ),
        ]

    def __str__(self):
        return f"{self.full_name} {self.year_be}"

    def get_absolute_url(self):
        return reverse("entry-detail", args=[self.municipality.slug, self.year_be])

    @property
    def full_name_th(self):
        """The body's name with its kind of that year."""
        return full_name_th(self.kind, self.municipality.name_th)

    @property
    def full_name_en(self):
        return full_name_en(self.kind, self.municipality.name_en)

    @property
    def full_name(self):
        return in_active_language(self.full_name_th, self.full_name_en)

    @property
    def registered_population(self):
        """Persons in the civil registration on 31 December of the award year; None where the register has none."""
        if self.registered_men is None or self.registered_women is None:
            return None
        return self.registered_men + self.registered_women

    @property
    def full_address(self):
        """Address and postcode in one line, as the book prints them."""
        return " ".join(part for part in (self.address, self.postcode) if part)

    @property
    def page_cited(self):
        """The first page a citation names, as its source labels it; "" where none does."""
        return next((citation.page for citation in self.citations_of_award if citation.page), "")

    @property
    def citations_of_award(self):
        """The citations about the award, without those about one of its practices."""
        return [citation for citation in self.citations.all() if citation.practice_id is None]

    @property
    def inferred_codes(self):
        """The parts of the award that no source says outright."""
        return self.inferred.split()

    @property
    def is_inferred(self):
        """{part of the award: True} for those that no source says outright."""
        return dict.fromkeys(self.inferred_codes, True)

    def running_texts(self):
        """The paragraphs printed for this entry, its practices' included."""
        yield from (self.vision, *self.introduction.split("\n\n"))
        for practice in self.practices.all():
            yield from practice.running_texts()

    def clean(self):
        if self.checked_on and self.year_be and self.checked_on.year < be_to_ce(self.year_be):
            raise ValidationError({"checked_on": _("ตรวจทานก่อนปีที่ได้รับรางวัลไม่ได้")})

    def founded_on(self, citations):
        """The best `Evidence` among what is done to the entry and these citations; "" for none."""
        kinds = {citation.source.kind for citation in citations}
        found = {
            Evidence.CHECKED: self.checked_on is not None,
            Evidence.TRANSCRIBED: self.has_profile,
            Evidence.BOOK: SourceKind.BOOK in kinds,
            Evidence.ANNOUNCEMENT: SourceKind.ANNOUNCEMENT in kinds,
            Evidence.NEWS: bool(kinds),
        }
        return next((level for level, is_reached in found.items() if is_reached), "")

    def derive(self):
        for name, value in self.derived().items():
            setattr(self, name, value)

    def derived(self):
        """The columns copied from the body and its province, and those that follow from the profile."""
        body = self.municipality
        people = self.registered_population if self.population is None else self.population
        return {
            "province_code": body.province.code,
            "region": body.province.region,
            "people": people,
            "size": PopulationBand.of(people),
            "has_profile": any(getattr(self, name) not in (None, "") for name in self.PROFILE_FIELDS),
            "order_th": name_key_th(body.name_th, self.kind),
            "order_en": name_key_en(body.name_en, self.kind),
        }
