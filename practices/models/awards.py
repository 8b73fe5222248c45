"""The award itself: its levels, its categories, and what the catalogue holds of its years."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from practices.language import as_phrase, in_active_language
from practices.models.addresses import SlugField
from practices.models.choices import AwardTier, Coverage
from practices.models.fields import CleanCharField, CodesField, ProseField
from practices.models.located import Located, named_page, page_of_file
from practices.models.numbers import SmallNumber
from practices.models.tree import Row
from practices.querysets import AwardCategoryQuerySet, AwardTotalQuerySet, AwardYearQuerySet
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


FIRST_GOLDEN_YEAR_BE = 2549


def is_golden_year(year_be: int) -> bool:
    """Whether golden awards are given in this year: in every second one since 2549.

    Source: http://award.kpi.ac.th/criterion
    """
    return year_be >= FIRST_GOLDEN_YEAR_BE and (year_be - FIRST_GOLDEN_YEAR_BE) % 2 == 0


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

    objects = AwardYearQuerySet.as_manager()
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


class AwardTotal(Located, Row):
    """How many winners a source says there were in a year: of some levels, in one category or in all."""

    hangs_on = "award_year"

    award_year = models.ForeignKey(
        AwardYear, on_delete=models.CASCADE, related_name="totals", verbose_name=_("ปีรางวัล (พ.ศ.)")
    )
    order = SmallNumber(_("ลำดับ"), default=0)
    tiers = CodesField(_("ระดับรางวัลที่นับ"), max_length=40, codes=AwardTier)
    category = models.ForeignKey(
        AwardCategory,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="totals",
        verbose_name=_("ด้าน"),
        help_text=_("เว้นว่างเมื่อนับรวมทุกด้าน"),
    )
    count = SmallNumber(_("จำนวนแห่ง"))
    source = models.ForeignKey(
        "practices.Source", on_delete=models.PROTECT, related_name="totals", verbose_name=_("แหล่งข้อมูล")
    )
    page = named_page()
    file_page = page_of_file()

    objects = AwardTotalQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("จำนวนผู้ได้รับรางวัล")
        verbose_name_plural = _("จำนวนผู้ได้รับรางวัล")
        ordering = ["award_year", "order", "pk"]

    def __str__(self):
        return f"{self.award_year} {self.subject} {self.count}"

    @property
    def year_be(self):
        return self.award_year.year_be

    @property
    def tier_codes(self):
        return self.tiers.split()

    def counts(self, year_be, category_id, tier):
        """Whether an award of this year, category and level ("": not stated) is one of those counted.

        A source that lumps levels does not tell them apart, so the awards that we know from it have none.
        """
        tiers = self.tier_codes if len(self.tier_codes) == 1 else [*self.tier_codes, ""]
        return year_be == self.year_be and tier in tiers and self.category_id in (None, category_id)

    @property
    def subject(self):
        """What was counted, in words: the levels, and the category if it is of one."""
        levels = as_phrase(AwardTier(code).label for code in self.tier_codes)
        return " · ".join(filter(None, [levels, self.category.name if self.category else ""]))
