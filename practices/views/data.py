"""The page about the data: files, columns and parameters, and how to take them along."""

from dataclasses import dataclass

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from practices.exports import TABLES, jsonld
from practices.history.latest import last_changed
from practices.links import files, site_of
from practices.lists.parameters import AnyOf, AnyYear, Order
from practices.models import AwardEntry, AwardYear, Coverage
from practices.views.shared import Crumb, public_page

FEW = 12


@dataclass(frozen=True)
class Parameter:
    """One parameter of the lists; `options` gives its values with their names where they are few."""

    name: str
    label: str
    help_text: str
    lists: list[str]
    options: dict[str, str]


@public_page
def data(request):
    years = AwardYear.objects.order_by("year_be")
    coverage = AwardEntry.objects.published().coverage()
    context = {
        "tables": TABLES.values(),
        "files": [(table.title, files(table.name)) for table in TABLES.values()],
        "parameters": parameters(),
        "coverage": coverage,
        "complete_years": [year.year_be for year in years if year.coverage == Coverage.COMPLETE],
        "partial_years": [year.year_be for year in years if year.coverage == Coverage.PARTIAL],
        "zip_url": reverse("catalogue-zip"),
        "description_url": reverse("api-description"),
        "site": site_of(request),
        "today": timezone.localdate(),
        "linked_data": [jsonld.dataset(coverage, last_change(), all_files(), site_of(request))],
        "crumbs": [Crumb(_("ข้อมูลเปิด"))],
    }
    return render(request, "practices/data.html", context)


def all_files():
    """Every file of the whole catalogue: (title, format, path)."""
    for table in TABLES.values():
        for form, path in files(table.name).items():
            yield str(table.title), form, path
    yield _("ทั้งทำเนียบ"), "ZIP", reverse("catalogue-zip")


def last_change():
    changed = last_changed(AwardEntry.objects.published().values("pk"))
    return max(changed.values(), default=None)


def parameters() -> list[Parameter]:
    """Every parameter that a list understands, in the order of the first list that does."""
    found = {}
    for table in TABLES.values():
        filterset = table.filterset(QueryDict())
        for name, filter_ in filterset.filters.items():
            if name not in found:
                field = filterset.form.fields[name]
                named = isinstance(filter_, AnyOf | Order) and not isinstance(filter_, AnyYear)
                options = field.options if named else {}
                found[name] = Parameter(
                    name, filter_.label, field.help_text, [], options if len(options) <= FEW else {}
                )
            found[name].lists.append(str(table.title))
    return list(found.values())
