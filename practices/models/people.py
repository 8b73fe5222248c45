"""Who: the executives and the council, as printed for one award year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from simple_history.models import HistoricalRecords

from practices.language import in_active_language
from practices.models.choices import MunicipalityKind, Office
from practices.models.entries import AwardEntry
from practices.models.fields import CleanCharField
from practices.models.numbers import SmallNumber
from practices.models.tree import Row

# English calls the head of these a mayor, of the others a chief executive.
MUNICIPALITIES = (MunicipalityKind.CITY, MunicipalityKind.TOWN, MunicipalityKind.SUBDISTRICT)


class Executive(Row):
    """A row of คณะผู้บริหาร in the award year; the name is empty where the book says that the seat was vacant."""

    hangs_on = "entry"

    entry = models.ForeignKey(AwardEntry, on_delete=models.CASCADE, related_name="executives", verbose_name=_("รางวัล"))
    order = SmallNumber(_("ลำดับ"), default=0)
    office = models.CharField(_("ตำแหน่งหลัก"), max_length=13, choices=Office)
    title_as_printed = CleanCharField(_("ตำแหน่งตามที่พิมพ์"), max_length=200)
    name = CleanCharField(_("ชื่อ"), max_length=120, blank=True, help_text=_("เว้นว่างเมื่อตำแหน่งว่าง"))
    note = CleanCharField(_("หมายเหตุ"), max_length=200, blank=True, help_text=_("เช่น คำที่เล่มพิมพ์แทนชื่อ"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ผู้บริหาร")
        verbose_name_plural = _("คณะผู้บริหาร")
        ordering = ["entry", "order", "pk"]

    def __str__(self):
        return self.name or self.title_as_printed

    @property
    def title(self):
        """The office as printed; on English pages its English name, where it is one that every body has."""
        if self.office == Office.HEAD and self.entry.kind in MUNICIPALITIES:
            office = pgettext("municipality", "นายก")
        else:
            office = "" if self.office == Office.OTHER else str(self.get_office_display())
        return in_active_language(self.title_as_printed, office)


class CouncilComposition(Row):
    """The council's men and women as printed for one award year; no row where the book is silent."""

    hangs_on = "entry"

    entry = models.OneToOneField(AwardEntry, on_delete=models.CASCADE, related_name="council", verbose_name=_("รางวัล"))
    men = SmallNumber(_("ชาย (คน)"), null=True, blank=True)
    women = SmallNumber(_("หญิง (คน)"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("สัดส่วนสมาชิกสภา")
        verbose_name_plural = _("สัดส่วนสมาชิกสภา")
        constraints = [
            models.CheckConstraint(
                name="council_says_something",
                condition=Q(men__isnull=False) | Q(women__isnull=False),
                violation_error_message=_("ระบุจำนวนชายหรือหญิงอย่างน้อยหนึ่งค่า"),
            )
        ]

    def __str__(self):
        return f"{self.entry}"

    @property
    def total(self):
        """Members in all; None unless both numbers are stated."""
        return None if self.men is None or self.women is None else self.men + self.women
