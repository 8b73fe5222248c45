"""The award itself: its levels, its categories, and what the catalogue holds of its years."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.addresses import SlugField
from practices.models.choices import Coverage
from practices.models.fields import CleanCharField, ProseField
from practices.models.numbers import SmallNumber
from practices.models.tree import Row
from practices.querysets import AwardCategoryQuerySet
from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE

award_year_range = [MinValueValidator(FIRST_AWARD_YEAR_BE), MaxValueValidator(LAST_YEAR_BE)]


class AwardCategory(Row):
    """A category (ด้าน) of the award; a row, because categories come and go."""

    code = SlugField(_("รหัส"), max_length=20, unique=True)
    name_th = CleanCharField(_("ชื่อเต็ม"), max_length=120)
    name_en = CleanCharField(_("ชื่ออังกฤษ"), max_length=120)
    short_name_th = CleanCharField(_("ชื่อย่อ"), max_length=60)
    short_name_en = CleanCharField(_("ชื่อย่ออังกฤษ"), max_length=60)
    since_year_be = SmallNumber(
        _("ตั้งแต่ พ.ศ."), null=True, blank=True, validators=award_year_range, help_text=_("เว้นว่างจนกว่าจะมีแหล่งข้อมูล")
    )
    order = SmallNumber(_("ลำดับ"), default=0)

    objects = AwardCategoryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ด้านของรางวัล")
        verbose_name_plural = _("ด้านของรางวัล")
        ordering = ["order", "code"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("category-detail", args=[self.code])

    @property
    def name(self):
        return in_active_language(self.name_th, self.name_en)

    @property
    def short_name(self):
        return in_active_language(self.short_name_th, self.short_name_en)


class AwardYear(Row):
    """What the catalogue holds of one award year, and what a source says of the year as a whole."""

    year_be = SmallNumber(_("ปีรางวัล (พ.ศ.)"), unique=True, validators=award_year_range)
    coverage = models.CharField(_("ความครบถ้วน"), max_length=8, choices=Coverage)
    note_th = ProseField(_("หมายเหตุ"), blank=True)
    note_en = ProseField(_("หมายเหตุอังกฤษ"), blank=True)
    source = models.ForeignKey(
        "practices.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="award_years",
        verbose_name=_("แหล่งข้อมูล"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ปีรางวัล")
        verbose_name_plural = _("ปีรางวัล")
        ordering = ["-year_be"]

    def __str__(self):
        return str(self.year_be)

    def get_absolute_url(self):
        return reverse("year-detail", args=[self.year_be])

    @property
    def note(self):
        return in_active_language(self.note_th, self.note_en)
