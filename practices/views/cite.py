"""The citation of a page as a file for reference managers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from practices import cite
from practices.changed import last_changed
from practices.models import AwardEntry, Municipality, Practice
from practices.views.addresses import in_buddhist_era, site_of
from practices.views.files import attached
from practices.views.open import open_to_all
from practices.views.practices import under_present_address
from practices.views.public import public

FORMATS = {
    "bib": (cite.bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (cite.ris, "application/x-research-info-systems; charset=utf-8"),
}


@public
@in_buddhist_era
def cite_entry(request, slug, year_be, form):
    entries = AwardEntry.objects.published().for_page()
    return answer(request, form, cite.of_entry(get_object_or_404(entries, municipality__slug=slug, year_be=year_be)))


@public
@under_present_address
def cite_practice(request, slug, form):
    practices = Practice.objects.published().for_page()
    return answer(request, form, cite.of_practice(get_object_or_404(practices, slug=slug)))


@public
def cite_body(request, slug, form):
    body = get_object_or_404(Municipality.objects.published(), slug=slug)
    return answer(request, form, cite.of_body(body, list(body.entries.published().for_years())))


def answer(request, form, work):
    write, content_type = FORMATS[form]
    changed = last_changed([entry.pk for entry in work.entries])
    text = write(work, site_of(request), max(changed.values(), default=None))
    return open_to_all(attached(HttpResponse(text, content_type=content_type), f"{work.key}.{form}"))
