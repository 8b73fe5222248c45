"""Sources: books, announcements, news and pages."""

from django.contrib import admin

from practices.admin.base import CatalogueAdmin
from practices.admin.inlines import ReadingInline
from practices.models import Source


@admin.register(Source)
class SourceAdmin(CatalogueAdmin):
    list_display = ["__str__", "kind", "publisher", "year_be", "slug"]
    list_filter = ["kind"]
    search_fields = ["title", "publisher", "slug", "url"]
    inlines = [ReadingInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("slug", "kind"),
                    "title",
                    ("publisher", "year_be"),
                    ("published_on", "read_on"),
                    "url",
                    "page_url_template",
                ]
            },
        ),
    ]
