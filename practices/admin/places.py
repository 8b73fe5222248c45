"""Provinces and bodies: what endures from award to award."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from practices.admin.base import CatalogueAdmin, VersionedForm
from practices.admin.inlines import FormerNameInline
from practices.admin.links import public_address
from practices.models import District, Municipality, Province


@admin.register(Province)
class ProvinceAdmin(CatalogueAdmin):
    list_display = ["name_th", "name_en", "region", "code"]
    list_filter = ["region"]
    search_fields = ["name_th", "name_en", "aliases_th"]
    fieldsets = [(None, {"fields": [("code", "slug"), ("name_th", "name_en"), "region", "aliases_th"]})]


class MunicipalityForm(VersionedForm):
    """Refuses the same body twice. Names repeat within a province, but not within a district."""

    IDENTITY = ("kind", "name_th", "province", "district")

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
    list_display = ["body", "province", "district", "slug"]
    list_select_related = ["province", "district"]
    list_filter = ["kind", ("province", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name_th", "name_en", "slug", "province__name_th"]
    inlines = [FormerNameInline]
    fieldsets = [
        (None, {"fields": [("kind", "name_th"), ("name_en", "slug"), ("province", "district")]}),
    ]

    @admin.display(description=_("หน่วยงาน"), ordering="order_th")
    def body(self, municipality):
        return municipality.full_name

    def get_search_results(self, request, queryset, search_term):
        found, has_duplicates = super().get_search_results(request, queryset, search_term)
        return found.select_related("province", "district"), has_duplicates

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "district":
            kwargs["queryset"] = District.objects.select_related("province").order_by("province__order_th", "name_th")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_add_permission(self, request):
        """The register has them all; what it lacks is for a superuser to add."""
        return request.user.is_superuser and super().has_add_permission(request)

    def has_delete_permission(self, request, obj=None):
        return (obj is None or obj.code is None) and super().has_delete_permission(request, obj)

    def delete_queryset(self, request, queryset):
        """The register's bodies stay: a load would bring them back."""
        super().delete_queryset(request, queryset.filter(code=None))

    def view_on_site(self, body):
        return public_address(body)
