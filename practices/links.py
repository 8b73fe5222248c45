"""The addresses that pages, files and data lead to: in full, in a language, at another page, as another file."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from practices.models import AwardEntry, Municipality, Practice

LISTS = {"awards": "entry-list", "practices": "practice-list", "municipalities": "municipality-list"}
FORMATS = {"CSV": "list-csv", "XLSX": "list-xlsx", "Atom": "list-atom", "JSON": "api-list"}


def site_of(request) -> str:
    """Scheme and host, to put before the site's own paths."""
    return request.build_absolute_uri("/").removesuffix("/")


class Tongue(NamedTuple):
    """The same page in the other language."""

    code: str
    name: str
    href: str


def other_tongue(full_path: str) -> Tongue:
    """The address in the other language: Thai has no prefix, English stands under /en/."""
    prefix, slash, rest = full_path.removeprefix("/").partition("/")
    if prefix == "en" and slash:
        # A path may not begin with two slashes: the second would name another host.
        return Tongue("th", "ภาษาไทย", f"/{rest.lstrip('/')}")
    return Tongue("en", "English", f"/en{full_path}")


def addresses(request: HttpRequest, query: str = "") -> dict[str, str]:
    """Language → the page's absolute address there, with the part of its query that makes it this page."""
    here = f"{request.path}?{query}" if query else request.path
    there = other_tongue(here)
    paths = {get_language(): here, there.code: there.href}
    return {language: request.build_absolute_uri(paths[language]) for language, _name in settings.LANGUAGES}


def page_address(request: HttpRequest, number: int) -> str:
    """The list's address at another page; the first page has no number, so that a page has one address."""
    parameters = request.GET.copy()
    parameters.pop("page", None)
    if number > 1:
        parameters["page"] = number
    return f"{request.path}?{parameters.urlencode()}" if parameters else request.path


def facts_of(page: AwardEntry | Practice | Municipality) -> str:
    """The address of the facts of a page as JSON."""
    match page:
        case AwardEntry():
            return reverse("api-entry-detail", args=[page.municipality.slug, page.year_be])
        case Practice():
            return reverse("api-practice-detail", args=[page.slug])
    return reverse("api-municipality-detail", args=[page.slug])


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
    return {name: f"{path}?{kept.urlencode()}" if kept else path for name, path in addresses.items()}
