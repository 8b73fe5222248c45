"""What the pages share: who may ask and read, the row that an address names, and the way to a page."""

from functools import wraps
from typing import NamedTuple

from django.http import Http404, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from practices.language import Text
from practices.links import here
from practices.models import AwardEntry, Municipality, PracticeAddress
from practices.thai.calendar import read_year
from practices.wording import year as in_words


class Crumb(NamedTuple):
    """A step of the way from the front page, which the template adds; the page itself has no address."""

    label: Text
    url: str = ""

    @classmethod
    def to(cls, page, label=""):
        """The step to a row that has a page of its own, by the name it is called there."""
        return cls(label or str(page), page.get_absolute_url())


class NotYetFound(Http404):
    """Nothing was found of a year that may well have had an award; `pages` are those nearest to what was asked for."""

    def __init__(self, sentence: Text, pages: list[Crumb]):
        super().__init__(sentence)
        self.sentence = sentence
        self.pages = pages


def public_page(view):
    """GET and HEAD only. Anything else is 405, and not first a question of CSRF: there is nothing to forge."""
    return csrf_exempt(require_safe(view))


def tidy(view):
    """The page at an address to share, without the parameters that say nothing, which a form sends along."""

    @wraps(view)
    def tidied(request):
        said = QueryDict(mutable=True)
        for name, values in request.GET.lists():
            if stated := [value for value in values if value]:
                said.setlist(name, stated)
        return view(request) if said == request.GET else redirect(here(request, said))

    return tidied


def open_to_all(response: HttpResponseBase) -> HttpResponseBase:
    """The response as data: pages of other sites may read it, and search engines leave it alone."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def attached(response, name: str):
    """The response as a file to keep; its name is ours and plain ASCII."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def body_of(slug: str) -> Municipality:
    """The body of this name, with awards or without, else the one that had the name before. Raises Http404."""
    in_use = Municipality.objects.filter(slug=slug).exists()
    bodies = Municipality.objects.counted().select_related("province", "district")
    return get_object_or_404(bodies, **{"slug" if in_use else "former_names__slug": slug})


def year_of(text: str) -> int:
    """The Buddhist Era year that a part of an address names in either era. Raises Http404."""
    try:
        return read_year(text)
    except ValueError as error:
        raise Http404 from error


def usual_address(request, **parts):
    """A redirect, for good, to the address that names its parts so; None where the reader came by it."""
    came_by = request.resolver_match.kwargs
    usual = came_by | {name: str(part) for name, part in parts.items()}
    return redirect(request.resolver_match.view_name, permanent=True, **usual) if usual != came_by else None


def of_body(view):
    """Calls the view with the body that the address names."""

    @wraps(view)
    def wrapped(request, slug, **kwargs):
        body = body_of(slug)
        return usual_address(request, slug=body.slug) or view(request, body=body, **kwargs)

    return wrapped


def award_not_found(body, year_be, entries) -> NotYetFound:
    """What is said of a body's year of which no award was found, with the years that were."""
    found = entries.select_related("municipality").order_by("-year_be")
    return NotYetFound(
        _("ยังไม่พบรางวัลของ%(name)s %(year)s ในทำเนียบ") % {"name": body.full_name, "year": in_words(year_be)},
        [Crumb.to(body), *(Crumb(in_words(entry.year_be), entry.get_absolute_url()) for entry in found)],
    )


def of_entry(view):
    """Calls the view with the entry that the address names, and everything its page shows."""

    @wraps(view)
    def wrapped(request, slug, year, **kwargs):
        body, year_be = body_of(slug), year_of(year)
        of_body = AwardEntry.objects.published().filter(municipality=body)
        entry = of_body.for_page().filter(year_be=year_be).first()
        if entry is None:
            raise award_not_found(body, year_be, of_body)
        moved = usual_address(request, slug=entry.municipality.slug, year=entry.year_be)
        return moved or view(request, entry=entry, **kwargs)

    return wrapped


def under_present_address(view):
    """Calls the view; where it finds no practice at this address, one that once had it redirects to its present one."""

    @wraps(view)
    def wrapped(request, slug, **kwargs):
        try:
            return view(request, slug=slug, **kwargs)
        except Http404:
            former = PracticeAddress.objects.filter(slug=slug, practice__entry__is_published=True).first()
            if former is None:
                raise
            name = request.resolver_match.view_name
            return redirect(name, slug=former.practice.slug, permanent=True, **kwargs)

    return wrapped
