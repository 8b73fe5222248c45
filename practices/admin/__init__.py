"""The editors' side: one form for what one page of the book shows, with its history and a preview."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from practices.admin import accounts, entries, places, showcase, sources

__all__ = ["accounts", "entries", "places", "showcase", "sources"]

admin.site.site_header = admin.site.site_title = _("งานแก้ไขทำเนียบท้องถิ่น รางวัลพระปกเกล้า")
admin.site.index_title = _("เลือกสิ่งที่จะแก้ไข")
admin.site.enable_nav_sidebar = False  # seven models: the index is one click away, and the form needs the room
