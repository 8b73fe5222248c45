"""The pages of the history: what each save changed, and the way back to any earlier state."""

from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from practices import history

LISTED = 200  # deletions, the newest ones


def history_address(row):
    """The page of a row's history, also of one that is gone."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_history", args=[quote(row.pk)])


class HistoryPages(admin.ModelAdmin):
    """A mixin for ModelAdmin: history from the recorded rows instead of Django's log of field names."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("deleted/", wrap(self.deleted_view), name=f"{name}_deleted"),
            path("<path:object_id>/history/<str:code>/", wrap(self.restore_view), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        """What is gone, with the way to its history and back."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        context = {"title": _("รายการที่ลบแล้ว"), "deletions": history.deleted(self.model, LISTED)}
        return self._page(request, "admin/practices/deleted.html", context)

    def history_view(self, request, object_id, extra_context=None):
        row, pk = self._recorded_row(request, object_id)
        context = {
            "title": _("ประวัติ: %(name)s") % {"name": row},
            "revisions": history.timeline(self.model, pk),
            "may_restore": self._may_restore(request, row),
            "exists": row.pk is not None,
        }
        return self._history_page(request, "admin/practices/history.html", row, pk, context | (extra_context or {}))

    def restore_view(self, request, object_id, code):
        """Asks before it goes back; going back is a revision too, so nothing is lost."""
        row, pk = self._recorded_row(request, object_id)
        if not self._may_restore(request, row):
            raise PermissionDenied
        try:
            moment = history.moment_of(code)
        except ValueError:
            raise Http404 from None
        target = history.state_at(self.model, pk, moment)
        if (self.model, pk) not in target:
            raise Http404
        missing = history.missing(target)
        if request.method == "POST" and not missing:
            return self._restore(request, pk, moment)
        context = {
            "missing": [(gone, history_address(gone)) for gone in missing],
            "title": _("กลับไปเป็นสภาพเมื่อ %(time)s") % {"time": history.in_words(moment)},
            "changes": history.differences(history.state_now(self.model, pk), target),
        }
        return self._history_page(request, "admin/practices/restore.html", row, pk, context)

    def delete_view(self, request, object_id, extra_context=None):
        response = super().delete_view(request, object_id, extra_context)
        if request.method == "POST" and response.status_code == 302:
            where = history_address(self.model(pk=unquote(object_id)))
            messages.info(request, format_html('<a href="{}">{}</a>', where, _("ประวัติของรายการที่ลบ และทางนำกลับมา")))
        return response

    def _restore(self, request, pk, moment):
        reason = _("กลับไปเป็นสภาพเมื่อ %(time)s") % {"time": history.in_words(moment)}
        try:
            changes = history.restore(self.model, pk, moment, reason)
        except ValidationError as error:
            messages.error(request, _("กลับไปเป็นสภาพนั้นไม่ได้: %(why)s") % {"why": " ".join(error.messages)})
        else:
            self.log_change(request, self.model.objects.get(pk=pk), reason)
            messages.success(request, reason if changes else _("เหมือนสภาพปัจจุบันอยู่แล้ว"))
        return HttpResponseRedirect(history_address(self.model(pk=pk)))

    def _recorded_row(self, request, object_id):
        """The row and its key; of a row that was deleted, its last recorded state, which has no key."""
        try:
            pk = self.model._meta.pk.to_python(unquote(object_id))
        except ValidationError:
            raise Http404 from None
        row = self.get_object(request, object_id)
        if row is None:
            row = history.last_recorded(self.model, pk)
            if row is None:
                raise Http404
            row.pk = None
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return row, pk

    def _may_restore(self, request, row):
        return self.has_change_permission(request, row) and (row.pk is not None or self.has_add_permission(request))

    def _history_page(self, request, template, row, pk, context):
        return self._page(request, template, {"object": row, "pk": pk} | context)

    def _page(self, request, template, context):
        request.current_app = self.admin_site.name
        frame = {"opts": self.opts, "module_name": capfirst(self.opts.verbose_name_plural)}
        return TemplateResponse(request, template, self.admin_site.each_context(request) | frame | context)
