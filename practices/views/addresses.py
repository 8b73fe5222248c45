"""What finds its way to an address: years of the Common Era, and names that bodies once had."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from practices.models import AwardEntry, Municipality
from practices.thai.calendar import read_year


def body_of(slug: str) -> Municipality:
    """The published body of this name, else the one that had it before. Raises Http404.

    A name in use is its present bearer's alone, even while that one is not shown.
    """
    in_use = Municipality.objects.filter(slug=slug).exists()
    bodies = Municipality.objects.published().select_related("province")
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


def of_entry(view):
    """Calls the view with the entry that the address names, and everything its page shows."""

    @wraps(view)
    def wrapped(request, slug, year, **kwargs):
        entries = AwardEntry.objects.published().for_page()
        entry = get_object_or_404(entries, municipality=body_of(slug), year_be=year_of(year))
        moved = usual_address(request, slug=entry.municipality.slug, year=entry.year_be)
        return moved or view(request, entry=entry, **kwargs)

    return wrapped
