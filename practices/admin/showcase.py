"""The practice on its own form, where its partners are. Its history is its entry's."""

from django.contrib import admin
from django.db.models import Max
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from practices.admin.base import CatalogueAdmin, VersionedForm
from practices.admin.checks import ChecksLapse
from practices.admin.inlines import PartnerInline
from practices.admin.links import public_address
from practices.admin.preview import PreviewPages
from practices.models import Practice, Topic
from practices.views.practices import practice_context


class PracticeForm(VersionedForm):
    @property
    def told_with(self):
        return self.instance.entry

    def holds(self, row):
        practice_id = row.pk if isinstance(row, Practice) else getattr(row, "practice_id", None)
        return practice_id == self.instance.pk


@admin.register(Practice)
class PracticeAdmin(PreviewPages, ChecksLapse, CatalogueAdmin):
    form = PracticeForm
    list_display = ["title", "kind", "body", "year"]
    list_select_related = ["entry__municipality"]
    list_filter = ["kind", "topic", "entry__year_be"]
    search_fields = ["title", "entry__municipality__name_th"]
    autocomplete_fields = ["entry"]
    inlines = [PartnerInline]
    fieldsets = [
        (None, {"fields": ["entry", ("kind", "started_year_be"), "slug", "title", "body", "is_excerpt"]}),
        (_("ถ้อยคำของเรา"), {"fields": ["title_en", "summary_th", "summary_en", ("topic", "link")]}),
        (_("สิ่งที่ผู้นำไปใช้ต้องรู้"), {"fields": ["process", "target", "result"]}),
    ]

    @admin.display(description=_("หน่วยงาน"), ordering="entry__order_th")
    def body(self, practice):
        return practice.entry.full_name

    @admin.display(description=_("ปีรางวัล (พ.ศ.)"), ordering="entry__year_be")
    def year(self, practice):
        return practice.entry.year_be

    def entry_of(self, row):
        return row.entry

    def get_readonly_fields(self, request, obj=None):
        return ["entry"] if obj else []  # its history is told with this entry's

    preview_page = "practices/practice_detail.html"

    def preview_context(self, practice):
        return practice_context(practice)

    def view_on_site(self, practice):
        return public_address(practice) if practice.entry.is_published else None

    def save_model(self, request, obj, form, change):
        if not change:
            obj.order = (obj.entry.practices.aggregate(last=Max("order"))["last"] or 0) + 1
        super().save_model(request, obj, form, change)

    def as_new(self, request, object_id):
        """Its entry is not among what was posted: the form of a practice shows it, and does not ask for it."""
        data = super().as_new(request, object_id)
        practice, _pk = self._recorded_row(request, object_id)
        data["entry"] = practice.entry_id
        return data

    def history_view(self, request, object_id, extra_context=None):
        practice, _pk = self._recorded_row(request, object_id)
        return HttpResponseRedirect(reverse("admin:practices_awardentry_history", args=[practice.entry_id]))

    def restore_view(self, request, object_id, code):
        return self.history_view(request, object_id)


@admin.register(Topic)
class TopicAdmin(CatalogueAdmin):
    list_display = ["name_th", "name_en", "code"]
    fieldsets = [(None, {"fields": [("code", "order"), ("name_th", "name_en")]})]
