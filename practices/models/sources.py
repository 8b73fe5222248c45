"""Where we know it from: sources, citations down to the page, our remarks, and the state of the fixture files."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.addresses import SlugField
from practices.models.choices import SourceKind
from practices.models.entries import AwardEntry
from practices.models.fields import CleanCharField, ProseField, words_of
from practices.models.numbers import SmallNumber
from practices.models.tree import Row
from practices.thai.calendar import LAST_YEAR_BE

web_address = URLValidator(schemes=["http", "https"], message=_("ที่อยู่เว็บต้องขึ้นต้นด้วย http:// หรือ https://"))


def is_web_address(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


class Source(Row):
    """A book, announcement, news item or web page; the pages of a book share one source."""

    slug = SlugField(_("รหัส"), max_length=80, unique=True)
    kind = models.CharField(_("ชนิด"), max_length=12, choices=SourceKind)
    title = CleanCharField(_("ชื่อเรื่อง"), max_length=300, blank=True, help_text=_("ตามที่พิมพ์ เว้นว่างเมื่อไม่ทราบ ห้ามตั้งเอง"))
    publisher = CleanCharField(_("ผู้เผยแพร่"), max_length=200, blank=True)
    year_be = SmallNumber(
        _("ปี (พ.ศ.)"), null=True, blank=True, validators=[MinValueValidator(2400), MaxValueValidator(LAST_YEAR_BE)]
    )
    url = CleanCharField(_("ที่อยู่เว็บ"), max_length=600, blank=True, validators=[web_address])
    page_url_template = CleanCharField(
        _("แบบที่อยู่ของหน้า"),
        max_length=300,
        blank=True,
        validators=[RegexValidator(r"^https?://\S*\{page\}\S*\Z", _("ขึ้นต้นด้วย http(s):// และมี {page} แทนเลขหน้า"))],
        help_text=_("ใช้ {page} แทนเลขหน้าของไฟล์"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("แหล่งข้อมูล")
        verbose_name_plural = _("แหล่งข้อมูล")
        ordering = ["slug"]

    def __str__(self):
        return self.title or f"{self.publisher} {self.url}".strip() or self.slug

    @property
    def link(self):
        """The address where a browser may follow it; "" for none, and for what only a shell or SQL can have stored."""
        return self.url if is_web_address(self.url) else ""


class Citation(Row):
    """Which source says what an entry shows, and on which page."""

    hangs_on = "entry"

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="citations", verbose_name=_("รางวัล"))
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("แหล่งข้อมูล"))
    order = SmallNumber(_("ลำดับ"), default=0)
    page = CleanCharField(_("หน้า"), max_length=20, blank=True, help_text=_("ตามที่แหล่งข้อมูลเรียก อาจเป็นช่วง เช่น 12–15"))
    file_page = SmallNumber(_("หน้าของไฟล์"), null=True, blank=True, help_text=_("ใช้ทำลิงก์ไปยังหน้านั้นเท่านั้น"))
    note_th = ProseField(_("หมายเหตุ"), blank=True, help_text=_("สิ่งที่อนุมาน เป็นถ้อยคำของเรา"))
    note_en = ProseField(_("หมายเหตุอังกฤษ"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("การอ้างอิง")
        verbose_name_plural = _("การอ้างอิง")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return " ".join(part for part in (str(self.source), self.page) if part)

    @property
    def note(self):
        return in_active_language(self.note_th, self.note_en)

    @property
    def url(self):
        """The address of the cited page where the source has one for each page, else of the source; "" if none."""
        if self.file_page is not None and is_web_address(self.source.page_url_template):
            return self.source.page_url_template.replace("{page}", str(self.file_page))
        return self.source.link


# Printed as a part of another fact: a remark on them stands there.
PARTS = {"postcode", "population_men", "population_women", "community_unit", "own_revenue_note"}
FACTS = {name: words_of(AwardEntry, name) for name in AwardEntry.PROFILE_FIELDS if name not in PARTS} | {
    "community_count": _("ชุมชนหรือหมู่บ้าน")
}

# What on the page a remark stands beside: a fact of the printed profile, named as its field, or another part.
RemarkSubject = models.TextChoices(  # type: ignore[call-overload]  # the stubs know no names made of a list
    "RemarkSubject",
    {
        "NAME": ("municipality", _("ชื่อหน่วยงาน")),
        "CATEGORY": ("category", _("ด้าน")),
        "TIER": ("tier", _("ระดับรางวัล")),
        **{name.upper(): (name, label) for name, label in FACTS.items()},
        "EXECUTIVES": ("executives", _("คณะผู้บริหาร")),
        "COUNCIL": ("council", _("สัดส่วนสมาชิกสภา")),
        "PRACTICE": ("practice", _("แนวปฏิบัติ")),
        "SOURCE": ("source", _("ที่มา")),
    },
    module=__name__,
)


class Remark(Row):
    """ข้อสังเกต: our remark on what a source printed, shown beside the value or paragraph it is about."""

    hangs_on = "entry"

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="remarks", verbose_name=_("รางวัล"))
    order = SmallNumber(_("ลำดับ"), default=0)
    about = models.CharField(_("เรื่อง"), max_length=16, choices=RemarkSubject)
    text_th = ProseField(_("ข้อสังเกต"))
    text_en = ProseField(_("ข้อสังเกตอังกฤษ"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ข้อสังเกต")
        verbose_name_plural = _("ข้อสังเกต")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return self.text

    @property
    def text(self):
        return in_active_language(self.text_th, self.text_en)


class CatalogueFile(models.Model):
    """What a fixture file said when it was last read or written: the ground on which a load merges both sides."""

    folder = models.CharField(max_length=1000, blank=True, help_text="empty for fixtures/")
    path = models.CharField(max_length=200, help_text="relative to the folder")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the parsed file; empty if gone")
    rows = models.JSONField(default=list, help_text="its records, each with the primary key of its row")

    class Meta:
        ordering = ["folder", "path"]
        constraints = [models.UniqueConstraint(name="one_memory_per_file", fields=["folder", "path"])]

    def __str__(self):
        return self.path


def by_source(citations: Iterable[Citation]) -> list[tuple[Source, list[Citation]]]:
    """Each source once, as first cited, with its citations."""
    found = defaultdict(list)
    for citation in citations:
        found[citation.source].append(citation)
    return list(found.items())
