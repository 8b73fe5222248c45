"""The field that completes what is typed, with the name that Django 5.2 forgets to give it for screen readers."""

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.text import capfirst
from django.utils.translation import gettext


class NamedAutocompleteSelect(AutocompleteSelect):
    """For required fields. Its script names the field after what is chosen, so at first a choice says: nothing yet."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs) | {"title": capfirst(self.field.verbose_name)}
        del attrs["data-placeholder"]
        return attrs

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        if not any(value):
            groups[0][1].append(self.create_option(name, "", gettext("ยังไม่ได้เลือก"), selected=True, index=0))
        return groups


class NamedAutocomplete(BaseModelAdmin):
    """A mixin for ModelAdmin and inlines."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = NamedAutocompleteSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
