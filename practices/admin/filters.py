"""Choices beside the editors' list of entries."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class YesNo(admin.SimpleListFilter):
    """Two halves of the list."""

    def half(self, queryset, yes):
        """The rows of one half."""
        raise NotImplementedError

    def lookups(self, request, model_admin):
        return [("1", _("ใช่")), ("0", _("ไม่ใช่"))]

    def queryset(self, request, queryset):
        if self.value() not in {"0", "1"}:
            return queryset
        return self.half(queryset, self.value() == "1")


class IsChecked(YesNo):
    title = _("ตรวจทานแล้ว")
    parameter_name = "checked"

    def half(self, queryset, yes):
        return queryset.filter(checked_on__isnull=not yes)


class HasProfile(YesNo):
    title = _("มีข้อมูลพื้นฐาน")
    parameter_name = "profile"

    def half(self, queryset, yes):
        return queryset.filter(has_profile=yes)
