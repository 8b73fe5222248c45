"""Provinces and bodies: what endures from award to award."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from practices.admin.base import CatalogueAdmin, VersionedForm
from practices.admin.inlines import FormerNameInline
from practices.admin.links import public_address
from practices.models import Municipality, Province


@admin.register(Province)
class ProvinceAdmin(CatalogueAdmin):
    list_display = ["name_th", "name_en", "region", "code"]
    list_filter = ["region"]
    search_fields = ["name_th", "name_en", "aliases_th"]
    fieldsets = [(None, {"fields": [("code", "slug"), ("name_th", "name_en"), "region", "aliases_th"]})]


class MunicipalityForm(VersionedForm):
    """Refuses the same body twice. Names repeat within a province, but not within a district."""

    IDENTITY = ("kind", "name_th", "province", "district_th")

    def clean(self):
        cleaned = super().clean()
        if not self.errors and set(self.IDENTITY) & set(self.changed_data):
            identity = {name: cleaned[name] for name in self.IDENTITY}
            if same := Municipality.objects.filter(**identity).exclude(pk=self.instance.pk).first():
                url = reverse("admin:practices_municipality_change", args=[same.pk])
                message = _('มีหน่วยงานนี้อยู่แล้ว: <a href="{}">{}</a> ถ้าเป็นหน่วยงานอื่นที่ชื่อซ้ำกัน ให้ระบุอำเภอให้ต่างกัน')
                raise ValidationError(format_html(str(message), url, same.full_name))
        return cleaned


@admin.register(Municipality)
class MunicipalityAdmin(CatalogueAdmin):
    form = MunicipalityForm
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

    def view_on_site(self, body):
        return public_address(body) if body.entries.published().exists() else None
