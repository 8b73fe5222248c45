"""Accounts and groups: Django's own forms, with the rights that mean something here, named in Thai."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

# What has pages here: history, the memory of the files and what the register alone says have none.
MEANT = Q(content_type__app_label="auth", content_type__model__in=["user", "group"]) | (
    Q(content_type__app_label="practices")
    & ~Q(content_type__model__startswith="historical")
    & ~Q(content_type__model__in=["cataloguefile", "district", "registeredpopulation"])
)
ACTIONS = {"add": _("เพิ่ม"), "change": _("แก้ไข"), "delete": _("ลบ"), "view": _("ดู")}


class RightsField(forms.ModelMultipleChoiceField):
    """Rights by what they allow: the database keeps their names in English."""

    def label_from_instance(self, right):
        action = right.codename.partition("_")[0]
        return f"{ACTIONS[action]} {right.content_type.name}"


class Rights(BaseModelAdmin):
    """A mixin for forms on which rights are given, each by a tick: Django's two lists side by side need a mouse."""

    filter_horizontal: ClassVar[list[str]] = []

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        kwargs["widget"] = forms.CheckboxSelectMultiple
        if db_field.remote_field.model is Permission:
            kwargs["queryset"] = Permission.objects.filter(MEANT).select_related("content_type")
            kwargs["form_class"] = RightsField
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class PasswordForm(AdminPasswordChangeForm):
    """Django's own, whose warning has no translation."""

    usable_password_help_text = format_lazy(  # type: ignore[assignment]  # lazy, as Django's own is
        '<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        _("ถ้าปิด รหัสผ่านปัจจุบันของผู้ใช้นี้จะหายไป"),
    )


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(Rights, UserAdmin):
    change_password_form = PasswordForm
    list_display = ["username", "first_name", "last_name", "email", "rank"]
    readonly_fields = ["last_login", "date_joined"]  # which the system knows, and nobody else

    @admin.display(description=_("ระดับ"), ordering="-is_superuser")
    def rank(self, account):
        if not (account.is_active and account.is_staff):
            return _("เข้าสู่ระบบไม่ได้")
        return _("ผู้ดูแลระบบ") if account.is_superuser else _("ผู้แก้ไข")


@admin.register(Group)
class AccountGroupAdmin(Rights, GroupAdmin):
    pass
