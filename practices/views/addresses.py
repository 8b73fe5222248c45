"""Addresses in full, and what finds its way to them: years of the Common Era, and names that bodies once had."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect

from practices.models import MunicipalityName
from practices.thai.calendar import read_year


def in_buddhist_era(view):
    """Calls the view with `year_be`; a Common Era year redirects to its Buddhist one, what is neither is not found."""

    @wraps(view)
    def wrapped(request, year, **kwargs):
        try:
            year_be = read_year(year)
        except ValueError as error:
            raise Http404 from error
        if str(year_be) != year:
            return redirect(request.resolver_match.view_name, year=year_be, permanent=True, **kwargs)
        return view(request, year_be=year_be, **kwargs)

    return wrapped


def under_present_name(view):
    """Calls the view; where it finds no body of this name, a former name redirects to the present one."""

    @wraps(view)
    def wrapped(request, slug, **kwargs):
        try:
            return view(request, slug=slug, **kwargs)
        except Http404:
            former = MunicipalityName.objects.filter(slug=slug, municipality__entries__is_published=True).first()
            if former is None:
                raise
            name = request.resolver_match.view_name
            return redirect(name, slug=former.municipality.slug, permanent=True, **kwargs)

    return wrapped


def site_of(request) -> str:
    """Scheme and host, to put before the site's own paths."""
    return request.build_absolute_uri("/").removesuffix("/")
