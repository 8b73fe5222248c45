"""Places like mine: a reader picks a place, with an award or without, and is led to what the likest ones did."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from practices import peers
from practices.lists.panorama import add_strips
from practices.lists.parameters import WordsField
from practices.models import Municipality, Practice
from practices.views.shared import Crumb, body_of, public_page, tidy

PEERS = 10
PRACTICES = 10
OFFERED = 20


@public_page
@tidy
def peer_finder(request):
    words, slug = request.GET.get("q", ""), request.GET.get("place", "")
    context = {"words": words, "crumbs": [Crumb(_("ท้องถิ่นที่คล้ายกัน"))]}
    if slug:
        context |= likest(body_of(slug))
    elif words and not WordsField().refuses(words):
        found = list(Municipality.objects.named(words)[: OFFERED + 1])
        context |= {"offered": found[:OFFERED], "has_more": len(found) > OFFERED}
    return render(request, "practices/peers.html", context)


def likest(body):
    """The places most like this one with their years, and what they did, the likest place first."""
    found = peers.nearest(body, PEERS)
    add_strips([peer.body for peer in found])
    rank = {peer.body.pk: number for number, peer in enumerate(found)}
    practices = Practice.objects.published().filter(entry__municipality__in=rank).for_list()
    by_likeness = sorted(practices, key=lambda one: (rank[one.entry.municipality_id], -one.entry.year_be, one.order))
    reasons = {peer.body.pk: peer.reason for peer in found}
    shelf = [(practice, reasons[practice.entry.municipality_id]) for practice in by_likeness[:PRACTICES]]
    return {"body": body, "peers": found, "practices": shelf}
