"""Pages as the public will see them, drafts too, for those who may see their rows in the admin."""

from functools import partial

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import override

from practices.links import OtherLanguage
from practices.models import AwardEntry

TONGUES = {"th": "ภาษาไทย", "en": "English"}


def preview_address(row, language):
    query = {} if language == settings.LANGUAGE_CODE else {"lang": language}
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_preview", args=[row.pk], query=query)


class PreviewPages(admin.ModelAdmin):
    """A mixin for ModelAdmin: the public page of a row, in the language that the address asks for."""

    preview_page: str

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<path:object_id>/preview/", view, name=name), *super().get_urls()]

    def preview_context(self, row):
        """What the row's page shows."""
        raise NotImplementedError

    def preview_view(self, request, object_id):
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        if not self.has_view_or_change_permission(request, found):
            raise PermissionDenied
        row = get_object_or_404(self.model.objects.for_page(), pk=found.pk)
        language, other = ("en", "th") if request.GET.get("lang") == "en" else ("th", "en")
        with override(language):
            response = render(request, "admin/practices/preview.html", self._context(row, language, other))
        response.headers["Content-Language"] = language
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def _context(self, row, language, other):
        _lead_to_previews(getattr(row, "entry", row), language)
        context = self.preview_context(row)
        *way, here = context["crumbs"]
        return context | {
            "page": self.preview_page,
            "crumbs": [*(crumb for crumb in way if crumb.url), here],
            "tongue": OtherLanguage(other, TONGUES[other], preview_address(row, other)),
            "change_url": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk]),
        }


def _lead_to_previews(entry, language):
    """Let the rows of an entry link to previews of each other, and to no public page of the body if there is none."""
    for row in (entry, *entry.practices.all()):
        row.get_absolute_url = partial(preview_address, row, language)
    body = entry.municipality
    if not AwardEntry.objects.published().filter(municipality=body).exists():
        body.get_absolute_url = lambda: ""
