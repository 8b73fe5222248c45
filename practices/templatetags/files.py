"""The files of a list: the rows on the page, taken along."""

from django import template
from django.http import QueryDict
from django.urls import NoReverseMatch, reverse

from practices.models import AwardEntry, Municipality, Practice

register = template.Library()

LISTS = {"awards": "entry-list", "practices": "practice-list", "municipalities": "municipality-list"}
FORMATS = {"CSV": "list-csv", "XLSX": "list-xlsx", "Atom": "list-atom"}


def facts_of(page: AwardEntry | Practice | Municipality) -> str:
    """The address of the facts of a page as JSON."""
    match page:
        case AwardEntry():
            return reverse("api-entry-detail", args=[page.municipality.slug, page.year_be])
        case Practice():
            return reverse("api-practice-detail", args=[page.slug])
    return reverse("api-municipality-detail", args=[page.slug])


@register.simple_tag(takes_context=True)
def files_here(context, query: str) -> dict[str, str]:
    """The files of the list that this page shows."""
    page = context["request"].resolver_match.url_name
    return files(next(table for table, name in LISTS.items() if name == page), query)


@register.simple_tag
def files(table: str, query: str = "") -> dict[str, str]:
    """Format → address of the file with the same rows as the list under this query string, its page number left out."""
    kept = QueryDict(query, mutable=True)
    kept.pop("page", None)
    addresses = {}
    for name, view in FORMATS.items():
        try:
            addresses[name] = reverse(view, args=[table])
        except NoReverseMatch:  # not every list can be followed
            continue
    addresses["JSON"] = reverse(f"api-{LISTS[table]}")
    return {name: f"{path}?{kept.urlencode()}" if kept else path for name, path in addresses.items()}
