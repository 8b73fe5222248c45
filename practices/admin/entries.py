"""The entry: what one page of the book shows of one body in one award year, on one form in the book's order."""

from itertools import chain
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import inlineformset_factory
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from practices import integrity
from practices.admin.base import CatalogueAdmin, VersionedForm
from practices.admin.checks import ChecksLapse
from practices.admin.filters import HasProfile, IsChecked
from practices.admin.inlines import (
    CitationInline,
    CouncilInline,
    ExecutiveInline,
    PracticeInline,
    RemarkInline,
    TotalInline,
)
from practices.admin.preview import PreviewPages
from practices.facts.profile import CONTACT, FIGURES, NARRATIVE, rows
from practices.models import AwardCategory, AwardEntry, AwardYear, Citation, tree
from practices.views.entries import entry_context
from practices.wording import day_in_words


class AwardEntryForm(VersionedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields["kind"].required = False
            self.fields["kind"].help_text = _("เว้นว่างเพื่อใช้ประเภทของหน่วยงานในปีนั้นตามทะเบียน")

    def holds(self, row):
        return tree.parent(type(row)) in (None, AwardEntry)

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day and day > localdate():
            raise ValidationError(_("วันนั้นยังมาไม่ถึง"))
        return day

    def clean(self):
        cleaned = super().clean()
        body = cleaned.get("municipality")
        if body and not cleaned.get("kind") and "kind" not in self.errors:
            cleaned["kind"] = body.kind_of_year(cleaned.get("year_be"))
        if cleaned.get("is_published") and not self._will_be_cited():
            self.add_error("is_published", _("เผยแพร่ได้เมื่ออ้างอิงแหล่งข้อมูลอย่างน้อยหนึ่งรายการ"))
        return cleaned

    def _will_be_cited(self):
        """Whether a citation will be left among the rows that came with the form, or without them stands stored."""
        rows: Any = CitationRows(self.data, instance=self.instance)
        if not rows.management_form.is_valid():
            return self.instance.pk is not None and self.instance.citations.exists()
        return any(row.instance.pk or row.has_changed() for row in rows.forms if row not in rows.deleted_forms)


CitationRows = inlineformset_factory(AwardEntry, Citation, fields=["source"], extra=0)


@admin.register(AwardEntry)
class AwardEntryAdmin(PreviewPages, ChecksLapse, CatalogueAdmin):
    form = AwardEntryForm
    list_display = ["body", "year_be", "province", "short_category", "tier", "checked", "published"]
    list_select_related = ["municipality__province", "category"]
    list_filter = [
        "is_published",
        IsChecked,
        HasProfile,
        "year_be",
        "category",
        "tier",
        ("municipality__province", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["search_text"]
    autocomplete_fields = ["municipality"]
    inlines = [ExecutiveInline, CouncilInline, PracticeInline, CitationInline, RemarkInline]
    fieldsets = [
        (None, {"fields": ["municipality", ("year_be", "kind"), ("category", "tier")]}),
        (_("สถานที่ตั้งและการติดต่อ"), {"fields": rows(CONTACT)}),
        (
            _("ข้อมูลพื้นฐาน"),
            {
                "description": _("ตามที่พิมพ์ในหนังสือ ช่องที่เล่มไม่ระบุให้เว้นว่าง ไม่ใส่ 0"),
                "fields": rows(FIGURES),
            },
        ),
        (_("คำบรรยาย"), {"fields": rows(NARRATIVE)}),
        (_("การตรวจทานและการเผยแพร่"), {"fields": [("checked_on", "is_published")]}),
    ]

    @admin.display(description=_("หน่วยงาน"), ordering="order_th")
    def body(self, entry):
        return entry.full_name

    @admin.display(description=_("จังหวัด"), ordering="municipality__province__order_th")
    def province(self, entry):
        return entry.municipality.province

    @admin.display(description=_("ด้าน"), ordering="category__order")
    def short_category(self, entry):
        return entry.category and entry.category.short_name

    @admin.display(  # type: ignore[call-overload]  # a lazy text for what is empty
        description=_("ตรวจทานเมื่อ"), ordering="checked_on", empty_value=_("ยังไม่ได้ตรวจทาน")
    )
    def checked(self, entry):
        return entry.checked_on and day_in_words(entry.checked_on)

    @admin.display(description=_("เผยแพร่"), ordering="is_published")
    def published(self, entry):
        return _("ใช่") if entry.is_published else _("ฉบับร่าง")

    def entry_of(self, row):
        return row

    def view_on_site(self, entry):
        return entry.get_absolute_url() if entry.is_published else None

    preview_page = "practices/entry_detail.html"

    def preview_context(self, entry):
        return entry_context(entry)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= _findings(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_post_save_add(self, request, obj):
        self._warn(request, obj)
        return super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        self._warn(request, obj)
        return super().response_post_save_change(request, obj)

    def _warn(self, request, entry):
        for finding in chain.from_iterable(_findings(entry).values()):
            messages.warning(request, finding.message)


def _findings(entry):
    """What the rules find on the entry as stored: the editor is told, not stopped. Only contradictions are public."""
    stored = integrity.with_every_row(AwardEntry.objects).get(pk=entry.pk)
    return {
        "errors_of_ours": integrity.errors_of(stored),
        "doubts": integrity.doubts_about(stored),
        "contradictions": integrity.warnings_for(stored),
    }


@admin.register(AwardCategory)
class AwardCategoryAdmin(CatalogueAdmin):
    list_display = ["name_th", "short_name_th", "code", "since_year_be"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("code", "order"),
                    "name_th",
                    "short_name_th",
                    "name_en",
                    "short_name_en",
                    "since_year_be",
                ]
            },
        )
    ]


@admin.register(AwardYear)
class AwardYearAdmin(CatalogueAdmin):
    list_display = ["year_be", "coverage", "note_th"]
    inlines = [TotalInline]
    fieldsets = [(None, {"fields": [("year_be", "coverage"), "note_th", "note_en", "source"]})]
