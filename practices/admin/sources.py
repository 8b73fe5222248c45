"""Sources: books, announcements, news and pages."""

from django.contrib import admin

from practices.admin.base import CatalogueAdmin
from practices.models import Source


@admin.register(Source)
class SourceAdmin(CatalogueAdmin):
    list_display = ["__str__", "kind", "publisher", "year_be", "slug"]
    list_filter = ["kind"]
    search_fields = ["title", "publisher", "slug", "url"]
    fieldsets = [
        (None, {"fields": [("slug", "kind"), "title", ("publisher", "year_be"), "url", "page_url_template"]}),
    ]
