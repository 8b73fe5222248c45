"""What the award was for: the networks, projects and activities an entry showcases, and who took part."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.addresses import Addressed, FormerAddress, SlugField
from practices.models.choices import PracticeKind, PracticeLink, Sector
from practices.models.entries import AwardEntry
from practices.models.fields import CleanCharField, ProseField
from practices.models.numbers import SmallNumber
from practices.models.tree import Row
from practices.querysets import PracticeQuerySet, TopicQuerySet
from practices.thai.calendar import LAST_YEAR_BE


class Topic(Row):
    """What practices are about: a short closed list of our own."""

    code = SlugField(_("รหัส"), max_length=20, unique=True)
    name_th = CleanCharField(_("ชื่อ"), max_length=60)
    name_en = CleanCharField(_("ชื่ออังกฤษ"), max_length=60)
    order = SmallNumber(_("ลำดับ"), default=0)

    objects = TopicQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("หัวข้อ")
        verbose_name_plural = _("หัวข้อ")
        ordering = ["order", "code"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("topic-detail", args=[self.code])

    @property
    def name(self):
        return in_active_language(self.name_th, self.name_en)


class Practice(Addressed):
    """A network, project or activity that an entry showcases, with what an officer needs to copy it."""

    hangs_on = "entry"

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="practices", verbose_name=_("รางวัล"))
    order = SmallNumber(_("ลำดับ"), default=0)
    kind = models.CharField(_("ชนิด"), max_length=8, choices=PracticeKind)
    slug = SlugField(
        _("ชื่อในที่อยู่เว็บ"), max_length=120, unique=True, help_text=_("อักษรอังกฤษ เช่น khon-kaen-city-2557-urban-youth")
    )
    title = CleanCharField(_("ชื่อแนวปฏิบัติ"), max_length=300, help_text=_("ตามที่พิมพ์"))
    title_en = CleanCharField(_("ชื่ออังกฤษ"), max_length=300, blank=True, help_text=_("เราแปลเอง"))
    summary_th = ProseField(_("สรุป"), blank=True, help_text=_("เป็นถ้อยคำของเรา สั้นพออ่านในรายการ"))
    summary_en = ProseField(_("สรุปอังกฤษ"), blank=True, help_text=_("เป็นถ้อยคำของเรา"))
    topic = models.ForeignKey(
        Topic,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("หัวข้อ"),
        help_text=_("เราจัดเอง"),
    )
    link = models.CharField(_("ผูกกับรางวัลอย่างไร"), max_length=9, choices=PracticeLink, default=PracticeLink.SHOWCASED)
    body = ProseField(_("ข้อความในเล่ม"), blank=True, help_text=_("ตามที่พิมพ์ คั่นย่อหน้าด้วยบรรทัดว่าง"))
    process = ProseField(_("กระบวนการ"), blank=True, help_text=_("อ่านจากข้อความ เว้นว่างเมื่อไม่ได้กล่าวถึง"))
    target = ProseField(_("เป้าหมาย"), blank=True, help_text=_("อ่านจากข้อความ เว้นว่างเมื่อไม่ได้กล่าวถึง"))
    result = ProseField(_("ผลที่เกิดขึ้น"), blank=True, help_text=_("อ่านจากข้อความ เว้นว่างเมื่อไม่ได้กล่าวถึง"))
    started_year_be = SmallNumber(
        _("เริ่มเมื่อ พ.ศ."),
        null=True,
        blank=True,
        validators=[MinValueValidator(2400), MaxValueValidator(LAST_YEAR_BE)],
    )
    is_excerpt = models.BooleanField(_("ข้อความยังมีต่อในเล่ม"), default=False)

    # Gathered by practices.derived from the entry, the practice and its partners.
    search_title = models.TextField(default="", editable=False, serialize=False)
    search_text = models.TextField(default="", editable=False, serialize=False)

    GATHERED = ("search_title", "search_text")

    former = "former_addresses"

    objects = PracticeQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=[*GATHERED])

    class Meta:
        verbose_name = _("แนวปฏิบัติ")
        verbose_name_plural = _("แนวปฏิบัติ")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("practice-detail", args=[self.slug])

    @property
    def summary(self):
        """Ours, in the page's language."""
        return in_active_language(self.summary_th, self.summary_en)

    @property
    def title_ours(self):
        """Our translation of the title on English pages; "" on Thai ones, and where there is none."""
        return in_active_language("", self.title_en)

    @property
    def sources(self):
        """The citations about the practice itself, else those of its entry."""
        own = [citation for citation in self.entry.citations.all() if citation.practice_id == self.pk]
        return own or [citation for citation in self.entry.citations.all() if citation.practice_id is None]

    @property
    def page_cited(self):
        """The first page a citation names, as its source labels it; "" where none does."""
        return next((citation.page for citation in self.sources if citation.page), "")

    def running_texts(self):
        """The paragraphs printed for this practice, and what was read out of them."""
        yield from (*self.body.split("\n\n"), self.process, self.target, self.result)


class PracticePartner(Row):
    """Who took part in a practice, and what they did there."""

    hangs_on = "practice"

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="partners", verbose_name=_("แนวปฏิบัติ"))
    order = SmallNumber(_("ลำดับ"), default=0)
    name = CleanCharField(_("ชื่อ"), max_length=200, help_text=_("ตามที่พิมพ์"))
    role = CleanCharField(_("บทบาท"), max_length=200, blank=True)
    sector = models.CharField(
        _("ภาคส่วน"), max_length=13, choices=Sector, blank=True, help_text=_("เว้นว่างเมื่อข้อความไม่ระบุ")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ภาคี")
        verbose_name_plural = _("ภาคี")
        ordering = ["practice", "order", "pk"]

    def __str__(self):
        return self.name


class PracticeAddress(FormerAddress):
    """An address that a practice once had, kept when it changed."""

    hangs_on = "practice"

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="former_addresses", verbose_name=_("แนวปฏิบัติ")
    )
    slug = SlugField(_("ชื่อเดิมในที่อยู่เว็บ"), max_length=120, unique=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ที่อยู่เดิมของแนวปฏิบัติ")
        verbose_name_plural = _("ที่อยู่เดิมของแนวปฏิบัติ")
        ordering = ["practice", "slug"]

    def __str__(self):
        return self.slug
