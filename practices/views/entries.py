"""The entry's page: one body's award in one award year."""

from django.shortcuts import render

from practices.exports import citation, jsonld
from practices.links import site_of
from practices.models import AwardEntry, Reading
from practices.profile import IN_PAGE_ORDER, Profile
from practices.views.shared import Crumb, of_entry, public_page
from practices.wording import year


@public_page
@of_entry
def entry_detail(request, entry):
    context = entry_context(entry) | {"linked_data": [jsonld.entry(entry, site_of(request))]}
    return render(request, "practices/entry_detail.html", context)


def entry_context(entry):
    """What the entry's page shows, to the public and to an editor who looks at a draft."""
    body = entry.municipality
    siblings = AwardEntry.objects.published().filter(municipality=body).exclude(pk=entry.pk)
    return {
        "entry": entry,
        "profile": Profile(entry, end_notes=IN_PAGE_ORDER),
        "readings": Reading.objects.of_entry(entry),
        "work": citation.of_entry(entry),
        "other_years": siblings.select_related("municipality", "category").order_by("-year_be"),
        "crumbs": [Crumb.to(body.province, body.province.full_name), Crumb.to(body), Crumb(year(entry.year_be))],
    }
