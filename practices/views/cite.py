"""The citation of a page as a file for reference managers."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from practices.exports import citation
from practices.history.latest import last_changed
from practices.links import site_of
from practices.models import Practice
from practices.views.shared import attached, of_body, of_entry, open_to_all, public_page, under_present_address

FORMATS = {
    "bib": (citation.bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (citation.ris, "application/x-research-info-systems; charset=utf-8"),
}


@public_page
@of_entry
def cite_entry(request, entry, form):
    return answer(request, form, citation.of_entry(entry))


@public_page
@under_present_address
def cite_practice(request, slug, form):
    practices = Practice.objects.published().for_page()
    return answer(request, form, citation.of_practice(get_object_or_404(practices, slug=slug)))


@public_page
@of_body
def cite_body(request, body, form):
    entries = list(body.entries.published().for_years())
    if not entries:
        raise Http404
    return answer(request, form, citation.of_body(body, entries))


def answer(request, form, work):
    write, content_type = FORMATS[form]
    changed = last_changed([entry.pk for entry in work.entries])
    text = write(work, site_of(request), max(changed.values(), default=None))
    return open_to_all(attached(HttpResponse(text, content_type=content_type), f"{work.key}.{form}"))
