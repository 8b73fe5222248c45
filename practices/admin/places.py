"""Provinces and bodies: what endures from award to award."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from practices.admin.base import CatalogueAdmin
from practices.admin.inlines import FormerNameInline
from practices.models import Municipality, Province


@admin.register(Province)
class ProvinceAdmin(CatalogueAdmin):
    list_display = ["name_th", "name_en", "region", "code"]
    list_filter = ["region"]
    search_fields = ["name_th", "name_en", "aliases_th"]
    fieldsets = [(None, {"fields": [("code", "slug"), ("name_th", "name_en"), "region", "aliases_th"]})]


@admin.register(Municipality)
class MunicipalityAdmin(CatalogueAdmin):
    list_display = ["body", "province", "district_th", "slug"]
    list_select_related = ["province"]
    list_filter = ["kind", ("province", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name_th", "name_en", "slug", "province__name_th"]
    inlines = [FormerNameInline]
    fieldsets = [
        (None, {"fields": [("kind", "name_th"), ("name_en", "slug"), ("province", "district_th")]}),
    ]

    @admin.display(description=_("หน่วยงาน"), ordering="order_th")
    def body(self, municipality):
        return municipality.full_name
