"""The entry's page: one body's award in one award year."""

from django.shortcuts import render

from practices import peers, wording
from practices.exports import citation, jsonld
from practices.links import comparison_of, peers_of, site_of
from practices.lists.panorama import strip
from practices.models import AwardEntry, AwardTotal, Reading
from practices.profile import IN_PAGE_ORDER, Profile
from practices.views.shared import Crumb, of_entry, public_page

PEERS = 3


@public_page
@of_entry
def entry_detail(request, entry):
    context = entry_context(entry) | {"linked_data": [jsonld.entry(entry, site_of(request))]}
    return render(request, "practices/entry_detail.html", context)


def entry_context(entry):
    """What the entry's page shows, to the public and to an editor who looks at a draft."""
    body = entry.municipality
    published = AwardEntry.objects.published()
    siblings = published.filter(municipality=body).exclude(pk=entry.pk)
    other_years = list(siblings.select_related("municipality", "category").order_by("-year_be"))
    return {
        "entry": entry,
        "profile": Profile(entry, end_notes=IN_PAGE_ORDER),
        "award": wording.award(entry),
        "sentence": wording.award_in_words(entry),
        "one_of": wording.one_of(AwardTotal.objects.of_year(entry.year_be), entry),
        "peers": peers.nearest(body, PEERS),
        "peers_url": peers_of(body),
        "compare_url": comparison_of(entry),
        "readings": Reading.objects.of_entry(entry),
        "work": citation.of_entry(entry),
        "other_years": other_years,
        "strip": strip([entry, *other_years], published.span()) if other_years else [],
        "crumbs": [
            Crumb.to(body.province, body.province.full_name),
            Crumb.to(body),
            Crumb(wording.year(entry.year_be)),
        ],
    }
