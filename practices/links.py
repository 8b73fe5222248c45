"""The addresses that pages, files and data lead to: in full, in a language, with other parameters, as another file."""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import quote, urlencode

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


def contact() -> str:
    """The address to write to, as a link to a letter or a web page; "" where the site names nobody."""
    address = settings.CATALOGUE_CONTACT
    return f"mailto:{quote(address, safe='@')}" if "@" in address and "/" not in address else address


def letter(subject: str, lines: Iterable[str]) -> str:
    """The address to write to with these words in the letter already; a web page to write at takes none."""
    to = contact()
    if not to.startswith("mailto:"):
        return to
    words = {"subject": subject, "body": "\r\n".join(lines)}
    return f"{to}?{urlencode(words, quote_via=quote)}"


class OtherLanguage(NamedTuple):
    """The same page in the other language."""

    code: str
    name: str
    href: str


def in_other_language(full_path: str) -> OtherLanguage:
    """The address in the other language: Thai has no prefix, English stands under /en/."""
    prefix, slash, rest = full_path.removeprefix("/").partition("/")
    if prefix == "en" and slash:
        # A path may not begin with two slashes: the second would name another host.
        return OtherLanguage("th", "ภาษาไทย", f"/{rest.lstrip('/')}")
    return OtherLanguage("en", "English", f"/en{full_path}")


def addresses(request: HttpRequest, query: QueryDict) -> dict[str, str]:
    """Language → the page's absolute address there, with the part of its query that makes it this page."""
    own = here(request, query)
    there = in_other_language(own)
    paths = {get_language(): own, there.code: there.href}
    return {language: request.build_absolute_uri(paths[language]) for language, _name in settings.LANGUAGES}


def here(request: HttpRequest, query: QueryDict) -> str:
    """This page's path with other parameters."""
    parameters = query.urlencode()
    return f"{request.path}?{parameters}" if parameters else request.path


def at_page(query: QueryDict, number: int) -> QueryDict:
    """The parameters of another page; the first page has no number, so that a page has one address."""
    other = query.copy()
    other.pop("page", None)
    if number > 1:
        other["page"] = str(number)
    return other


def peers_of(body: Municipality) -> str:
    """The page of the places like this one, and of what they did."""
    return reverse("peers", query={"place": body.slug})


def comparison_of(page: AwardEntry | Municipality) -> str:
    """The comparison that begins with this entry, or with this body as it stands."""
    key = f"{page.municipality.slug}:{page.year_be}" if isinstance(page, AwardEntry) else page.slug
    return reverse("compare", query={"entry": key})


def facts_of(page: AwardEntry | Practice | Municipality) -> str:
    """The address of the facts of a page as JSON."""
    match page:
        case AwardEntry():
            return reverse("api-entry-detail", args=[page.municipality.slug, page.year_be])
        case Practice():
            return reverse("api-practice-detail", args=[page.slug])
    return reverse("api-municipality-detail", args=[page.slug])


def files(table: str, query: QueryDict | None = None) -> dict[str, str]:
    """Format → address of the file with the same rows as the list under this query."""
    found = {}
    for name, view in FORMATS.items():
        with suppress(NoReverseMatch):  # not every list can be followed
            found[name] = reverse(view, args=[table], query=query)
    return found
