"""Where: the 77 provinces, and the local governments (bodies) that endure from year to year."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.addresses import Addressed, FormerAddress, SlugField
from practices.models.choices import MunicipalityKind, PopulationBand, Region
from practices.models.fields import CleanCharField, CleanTextField
from practices.models.numbers import SmallNumber
from practices.models.tree import Row
from practices.querysets import MunicipalityNameQuerySet, MunicipalityQuerySet
from practices.thai.calendar import be_to_ce
from practices.thai.collation import sort_key
from practices.thai.names import KINDS, abbreviation
from practices.thai.text import folded_lines, rough

KIND_WORD_TH = {
    MunicipalityKind.PAO: "องค์การบริหารส่วนจังหวัด",
    MunicipalityKind.CITY: "เทศบาลนคร",
    MunicipalityKind.TOWN: "เทศบาลเมือง",
    MunicipalityKind.SUBDISTRICT: "เทศบาลตำบล",
    MunicipalityKind.SAO: "องค์การบริหารส่วนตำบล",
    MunicipalityKind.SPECIAL: "",
}
KIND_WORD_EN = {
    MunicipalityKind.PAO: "Provincial Administrative Organisation",
    MunicipalityKind.CITY: "City Municipality",
    MunicipalityKind.TOWN: "Town Municipality",
    MunicipalityKind.SUBDISTRICT: "Subdistrict Municipality",
    MunicipalityKind.SAO: "Subdistrict Administrative Organisation",
    MunicipalityKind.SPECIAL: "",
}
KIND_SHORT_EN = KIND_WORD_EN | {
    MunicipalityKind.PAO: "PAO",
    MunicipalityKind.CITY: "City",
    MunicipalityKind.TOWN: "Town",
    MunicipalityKind.SUBDISTRICT: "Subdistrict",
    MunicipalityKind.SAO: "SAO",
}


def full_name_th(kind: str, name_th: str) -> str:
    """The official Thai name, kind word first: เทศบาลนคร + ขอนแก่น."""
    return f"{KIND_WORD_TH[MunicipalityKind(kind)]}{name_th}"


def full_name_en(kind: str, name_en: str) -> str:
    """Our English name, kind last: Khon Kaen + City Municipality."""
    return f"{name_en} {KIND_WORD_EN[MunicipalityKind(kind)]}".rstrip()


def abbreviated_names_th(kind: str, name_th: str) -> list[str]:
    """The name as officials shorten it, ทน.ขอนแก่น; none for kinds that have no abbreviation."""
    return [f"{abbreviation(kind)}{name_th}"] if kind in KINDS else []


def name_key_th(name_th: str, kind: str) -> bytes:
    """Thai dictionary order of a body: by name, then by rank of its kind."""
    return sort_key(name_th) + b"\0%d" % MunicipalityKind.values.index(kind)


def name_key_en(name_en: str, kind: str) -> bytes:
    """English alphabetical order of a body: by name, then by rank of its kind."""
    return name_en.casefold().encode() + b"\0%d" % MunicipalityKind.values.index(kind)


BANGKOK = "10"


class Province(Row):
    """One of Thailand's 77 provinces (Bangkok counted as one)."""

    code = CleanCharField(_("รหัส"), max_length=2, unique=True, help_text=_("รหัสกรมการปกครอง เช่น 40"))
    slug = SlugField(_("ชื่อในที่อยู่เว็บ"), max_length=50, unique=True)
    name_th = CleanCharField(_("ชื่อ"), max_length=60)
    name_en = CleanCharField(_("ชื่ออังกฤษ"), max_length=60)
    region = models.CharField(
        _("ภาค"), max_length=9, choices=Region, help_text=_("แบ่งหกภาคตามคณะกรรมการภูมิศาสตร์แห่งชาติ พ.ศ. 2520")
    )
    aliases_th = CleanTextField(_("ชื่อที่เรียกกัน"), blank=True, help_text=_("บรรทัดละชื่อ เช่น โคราช"))
    order_th = models.BinaryField(editable=False, serialize=False, db_index=True)

    DERIVED = ("order_th",)

    history = HistoricalRecords(excluded_fields=[*DERIVED])

    class Meta:
        verbose_name = _("จังหวัด")
        verbose_name_plural = _("จังหวัด")
        ordering = ["order_th"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("province-detail", args=[self.slug])

    @property
    def name(self):
        return in_active_language(self.name_th, self.name_en)

    @property
    def full_name(self):
        """The name with the word for province, which Bangkok goes without."""
        if self.code == BANGKOK:
            return self.name
        return in_active_language(f"จังหวัด{self.name_th}", f"{self.name_en} Province")

    def every_name(self):
        """What the province is called, in both languages."""
        return [self.name_th, self.name_en, *self.aliases_th.splitlines()]

    def derive(self):
        self.order_th = sort_key(self.name_th)


class District(models.Model):
    """One of the 928 districts (อำเภอ, and เขต of Bangkok), from the register."""

    code = models.CharField(_("รหัส"), max_length=4, unique=True)
    name_th = models.CharField(_("ชื่อ"), max_length=60)
    name_en = models.CharField(_("ชื่ออังกฤษ"), max_length=60)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="districts", verbose_name=_("จังหวัด"))

    class Meta:
        verbose_name = _("อำเภอ")
        verbose_name_plural = _("อำเภอ")
        ordering = ["code"]

    def __str__(self):
        return f"{self.name_th} {self.province.name_th}"

    @property
    def full_name(self):
        """The name with the word for district."""
        return in_active_language(f"อำเภอ{self.name_th}", f"{self.name_en} District")


@dataclass(frozen=True)
class FormerKind:
    """What a body was before, until the day on which its next kind began; `is_latest`: on that day or before."""

    code: str
    until: date
    is_latest: bool

    @property
    def name(self):
        return FORMER_KINDS.get(self.code) or MunicipalityKind(self.code).label


# Kinds that no body is any more.
FORMER_KINDS = {"sanitary_district": _("สุขาภิบาล"), "tambon_council": _("สภาตำบล")}


class Municipality(Addressed):
    """A local government of any kind, as it stands today: what endures from award to award.

    All of the state's register are here; those with awards are the ones with published entries. What the register
    alone says of a body, with its code, is loaded from its files and never edited.
    """

    slug = SlugField(
        _("ชื่อในที่อยู่เว็บ"), max_length=80, unique=True, help_text=_("ชื่อแบบ RTGS ตามด้วยประเภท เช่น khon-kaen-city")
    )
    kind = models.CharField(_("ประเภท"), max_length=11, choices=MunicipalityKind)
    name_th = CleanCharField(_("ชื่อ"), max_length=120, help_text=_("ไม่รวมคำบอกประเภท เช่น ขอนแก่น"))
    name_en = CleanCharField(_("ชื่ออังกฤษ"), max_length=120, help_text=_("แบบ RTGS เช่น Khon Kaen"))
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, related_name="municipalities", verbose_name=_("จังหวัด")
    )
    district = models.ForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name=_("อำเภอ"),
        help_text=_("เว้นว่างสำหรับ อบจ. และกรุงเทพมหานคร"),
    )

    # What the register says: see practices.register. Its areas are old and reported by the bodies themselves.
    code = models.CharField(max_length=6, unique=True, null=True, editable=False, serialize=False)  # noqa: DJ001
    former_kinds = models.TextField(default="", editable=False, serialize=False)
    council_size = models.PositiveSmallIntegerField(null=True, editable=False, serialize=False)
    council_since = models.DateField(null=True, editable=False, serialize=False)
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, editable=False, serialize=False)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, editable=False, serialize=False)
    area_km2 = models.DecimalField(max_digits=10, decimal_places=3, null=True, editable=False, serialize=False)
    website = models.CharField(max_length=300, default="", editable=False, serialize=False)

    # Derived: see derive.
    size = models.CharField(max_length=8, choices=PopulationBand, blank=True, editable=False, serialize=False)
    order_th = models.BinaryField(editable=False, serialize=False, db_index=True)
    order_en = models.BinaryField(editable=False, serialize=False, db_index=True)
    search_head = models.TextField(default="", editable=False, serialize=False)
    search_rough = models.TextField(default="", editable=False, serialize=False)

    former = "former_names"

    REGISTERED = (
        "code",
        "former_kinds",
        "council_size",
        "council_since",
        "latitude",
        "longitude",
        "area_km2",
        "website",
        "size",
    )
    DERIVED = ("order_th", "order_en", "search_head", "search_rough")

    objects = MunicipalityQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=[*REGISTERED, *DERIVED])

    class Meta:
        verbose_name = _("หน่วยงาน")
        verbose_name_plural = _("หน่วยงาน")
        ordering = ["order_th", "slug"]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return reverse("municipality-detail", args=[self.slug])

    @property
    def full_name_th(self):
        return full_name_th(self.kind, self.name_th)

    @property
    def full_name_en(self):
        return full_name_en(self.kind, self.name_en)

    @property
    def full_name(self):
        return in_active_language(self.full_name_th, self.full_name_en)

    @property
    def short_name(self):
        """The name where room is short, as officials write it: ทม.ลำพูน, Lamphun Town."""
        kind = MunicipalityKind(self.kind)
        thai = next(iter(abbreviated_names_th(kind, self.name_th)), self.full_name_th)
        return in_active_language(thai, f"{self.name_en} {KIND_SHORT_EN[kind]}".rstrip())

    def save(self, *args, **kwargs):
        if self.code and self.pk and not self.history.exists():
            self._remember_as_loaded()
        super().save(*args, **kwargs)

    def _remember_as_loaded(self):
        """The register comes in without a history: what it said is recorded with the first change."""
        stored = type(self).objects.filter(pk=self.pk)
        before = timezone.now() - timedelta(seconds=1)
        type(self).history.bulk_history_create(stored, default_date=before, default_change_reason="load_register")

    def derive(self):
        self.order_th = name_key_th(self.name_th, self.kind)
        self.order_en = name_key_en(self.name_en, self.kind)
        self.search_head = folded_lines([*self.every_name(), *self.where()])
        self.search_rough = rough(self.search_head)

    def where(self):
        """The district and the province in words, in both languages."""
        if self.district:
            yield from (f"อำเภอ{self.district.name_th}", f"{self.district.name_en} District")
        yield from (f"จังหวัด{self.province.name_th}", f"{self.province.name_en} Province")
        yield from self.province.aliases_th.splitlines()

    @property
    def name_and_place(self):
        """The full name with district and province: what tells bodies of one name apart."""
        district = f"อ.{self.district.name_th}" if self.district else ""
        return " ".join(filter(None, [self.full_name_th, district, f"จ.{self.province.name_th}"]))

    @property
    def district_th(self):
        """The district's name, without its word; "" for none."""
        return self.district.name_th if self.district else ""

    @property
    def district_en(self):
        return self.district.name_en if self.district else ""

    @cached_property
    def kinds_before(self) -> list[FormerKind]:
        """What the body was before, oldest first, as the register has it: "sao until 2552-10-27|…", years B.E."""
        found = []
        for text in filter(None, self.former_kinds.split("|")):
            code, _until, day = text.partition(" until ")
            year_be, month, of_month = map(int, day.rstrip("~").split("-"))
            found.append(FormerKind(code, date(be_to_ce(year_be), month, of_month), day.endswith("~")))
        return found

    def kind_on(self, day: date) -> str:
        """The kind that the body was of on a day, by the register; "" where it does not say."""
        if self.code is None:
            return ""
        later = [former for former in self.kinds_before if day < former.until]
        if later and later[0].is_latest:
            return ""
        return later[0].code if later else self.kind

    def kind_of_year(self, year_be: int | None) -> str:
        """The kind at the end of an award year by the register, else that of today."""
        kind = self.kind_on(date(be_to_ce(year_be), 12, 31)) if year_be else ""
        return kind if kind in MunicipalityKind.values else self.kind

    @property
    def official_website(self) -> str:
        """The address that the register gives, if the state gave out its name; any other may have lapsed."""
        host = urlsplit(self.website).hostname or ""
        return self.website if host.endswith(".go.th") else ""

    def every_name(self):
        """What the body is and was called, in both languages, most official first; in full, short and abbreviated."""
        yield from (self.full_name_th, self.name_th, self.full_name_en, self.name_en)
        yield from abbreviated_names_th(self.kind, self.name_th)
        for former in self.former_names.all() if self.pk else ():
            if former.name_th:
                yield from (former.full_name_th, former.name_th, former.name_en)


class MunicipalityName(FormerAddress):
    """A former name and kind of a body, with the address it had then: keeps old addresses and searches alive.

    Name and kind are empty where nothing is known but the address, which is kept when it changes.
    """

    hangs_on = "municipality"

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="former_names", verbose_name=_("หน่วยงาน")
    )
    slug = SlugField(_("ชื่อเดิมในที่อยู่เว็บ"), max_length=80, unique=True)
    kind = models.CharField(_("ประเภทเดิม"), max_length=11, choices=MunicipalityKind, blank=True)
    name_th = CleanCharField(_("ชื่อเดิม"), max_length=120, blank=True, help_text=_("ไม่รวมคำบอกประเภท"))
    name_en = CleanCharField(_("ชื่ออังกฤษเดิม"), max_length=120, blank=True)
    until_year_be = SmallNumber(_("ใช้ถึง พ.ศ."), null=True, blank=True)

    objects = MunicipalityNameQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ชื่อเดิม")
        verbose_name_plural = _("ชื่อเดิม")
        ordering = ["municipality", "-until_year_be", "slug"]
        constraints = [
            models.CheckConstraint(
                name="former_name_with_its_kind",
                condition=Q(kind="", name_th="", name_en="") | (~Q(kind="") & ~Q(name_th="")),
                violation_error_message=_("ระบุชื่อเดิมพร้อมประเภทเดิม หรือเว้นว่างทั้งสองช่อง"),
            )
        ]

    def __str__(self):
        return self.full_name_th or self.slug

    @property
    def full_name_th(self):
        return full_name_th(self.kind, self.name_th) if self.name_th else ""

    @property
    def full_name(self):
        return in_active_language(self.full_name_th, full_name_en(self.kind, self.name_en) if self.name_en else "")


class RegisteredPopulation(models.Model):
    """The state's figures for a body on 31 December of a year, from the civil registration; never the book's.

    `basis` says how they were counted: a register of the body's own, its tambons without one, the whole province.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="registered")
    year_be = models.PositiveSmallIntegerField()
    men = models.PositiveIntegerField()
    women = models.PositiveIntegerField()
    households = models.PositiveIntegerField(null=True)
    basis = models.CharField(max_length=12)

    class Meta:
        verbose_name = _("ประชากรตามทะเบียน")
        verbose_name_plural = _("ประชากรตามทะเบียน")
        ordering = ["municipality", "year_be"]
        constraints = [
            models.UniqueConstraint(name="one_registered_population_a_year", fields=["municipality", "year_be"])
        ]

    def __str__(self):
        return f"{self.municipality_id} {self.year_be}"

    @property
    def total(self):
        return self.men + self.women
