"""Where we know it from: sources, citations down to the page, our remarks, and the state of the fixture files."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.entries import AwardEntry
from practices.models.fields import CleanCharField, ProseField
from practices.querysets import CatalogueFileQuerySet, OrderedOfEntryQuerySet, SourceQuerySet
from practices.thai.calendar import LAST_YEAR_BE

web_address = URLValidator(schemes=["http", "https"], message=_("ที่อยู่เว็บต้องขึ้นต้นด้วย http:// หรือ https://"))


class SourceKind(models.TextChoices):
    """What a source is."""

    BOOK = "book", _("หนังสือ")
    ANNOUNCEMENT = "announcement", _("ประกาศ")
    NEWS = "news", _("ข่าว")
    PAGE = "page", _("หน้าเว็บ")


class Source(models.Model):
    """A book, announcement, news item or web page; the pages of a book share one source."""

    slug = models.SlugField(_("รหัส"), max_length=80, unique=True)
    kind = models.CharField(_("ชนิด"), max_length=12, choices=SourceKind)
    title = CleanCharField(_("ชื่อเรื่อง"), max_length=300, blank=True, help_text=_("ตามที่พิมพ์ เว้นว่างเมื่อไม่ทราบ ห้ามตั้งเอง"))
    publisher = CleanCharField(_("ผู้เผยแพร่"), max_length=200, blank=True)
    year_be = models.PositiveSmallIntegerField(
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

    objects = SourceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("แหล่งข้อมูล")
        verbose_name_plural = _("แหล่งข้อมูล")
        ordering = ["slug"]

    def __str__(self):
        return self.title or f"{self.publisher} {self.url}".strip() or self.slug

    def natural_key(self):
        return (self.slug,)


class Citation(models.Model):
    """Which source says what an entry shows, and on which page."""

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="citations", verbose_name=_("รางวัล"))
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("แหล่งข้อมูล"))
    order = models.PositiveSmallIntegerField(_("ลำดับ"), default=0)
    page = CleanCharField(_("หน้า"), max_length=20, blank=True, help_text=_("ตามที่แหล่งข้อมูลเรียก อาจเป็นช่วง เช่น 12–15"))
    file_page = models.PositiveSmallIntegerField(
        _("หน้าของไฟล์"), null=True, blank=True, help_text=_("ใช้ทำลิงก์ไปยังหน้านั้นเท่านั้น")
    )
    note_th = ProseField(_("หมายเหตุ"), blank=True, help_text=_("สิ่งที่อนุมาน เป็นถ้อยคำของเรา"))
    note_en = ProseField(_("หมายเหตุอังกฤษ"), blank=True)

    objects = OrderedOfEntryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("การอ้างอิง")
        verbose_name_plural = _("การอ้างอิง")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return " ".join(part for part in (str(self.source), self.page) if part)

    def natural_key(self):
        return (*self.entry.natural_key(), self.order)

    natural_key.dependencies = ["practices.awardentry", "practices.source"]

    @property
    def note(self):
        return in_active_language(self.note_th, self.note_en)

    @property
    def url(self):
        """The address of the cited page where the source has one for each page, else of the source; "" if none."""
        if self.file_page is not None and self.source.page_url_template:
            return self.source.page_url_template.replace("{page}", str(self.file_page))
        return self.source.url


class RemarkSubject(models.TextChoices):
    """What on the page a remark stands beside."""

    NAME = "municipality", _("ชื่อหน่วยงาน")
    CATEGORY = "category", _("ด้าน")
    TIER = "tier", _("ระดับรางวัล")
    ADDRESS = "address", _("สถานที่ตั้ง")
    PHONE = "phone", _("โทรศัพท์")
    FAX = "fax", _("โทรสาร")
    POPULATION = "population", _("ประชากร")
    AREA = "area_km2", _("พื้นที่")
    COMMUNITIES = "community_count", _("ชุมชนหรือหมู่บ้าน")
    OWN_REVENUE = "own_revenue_baht", _("รายได้")
    SUBSIDY = "subsidy_baht", _("เงินอุดหนุน")
    VISION = "vision", _("วิสัยทัศน์")
    INTRODUCTION = "introduction", _("คำบรรยายในเล่ม")
    EXECUTIVES = "executives", _("คณะผู้บริหาร")
    COUNCIL = "council", _("สัดส่วนสมาชิกสภา")
    PRACTICE = "practice", _("แนวปฏิบัติ")
    SOURCE = "source", _("ที่มา")


class Remark(models.Model):
    """ข้อสังเกต: our remark on what a source printed, shown beside the value or paragraph it is about."""

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="remarks", verbose_name=_("รางวัล"))
    order = models.PositiveSmallIntegerField(_("ลำดับ"), default=0)
    about = models.CharField(_("เรื่อง"), max_length=16, choices=RemarkSubject)
    text_th = ProseField(_("ข้อสังเกต"))
    text_en = ProseField(_("ข้อสังเกตอังกฤษ"))

    objects = OrderedOfEntryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ข้อสังเกต")
        verbose_name_plural = _("ข้อสังเกต")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return self.text

    def natural_key(self):
        return (*self.entry.natural_key(), self.order)

    natural_key.dependencies = ["practices.awardentry"]

    @property
    def text(self):
        return in_active_language(self.text_th, self.text_en)


class CatalogueFile(models.Model):
    """What was last loaded from or dumped to a fixture file; compared before a load overwrites an edit."""

    path = models.CharField(max_length=200, unique=True, help_text="relative to fixtures/")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file's canonical form")
    changed_at = models.DateTimeField(help_text="when this content was last changed by a load or dump")

    objects = CatalogueFileQuerySet.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self):
        return self.path

    def natural_key(self):
        return (self.path,)
