"""How a search is shown: what it found in tiers, with excerpts of the narrative, and what it may have meant."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from practices.language import Text
from practices.lists.parameters import is_as_typed
from practices.models import AwardEntry, Municipality
from practices.search import Match, Meaning, excerpts, meaning

OFFERED = 100  # names that complete a reader's typing

TIERS = {
    _("ในชื่อและพื้นที่"): (Match.PLACE_EQUALS, Match.PLACE_BEGINS, Match.HEAD, Match.INSIDE_HEAD),
    _("ในชื่อแนวปฏิบัติ"): (Match.TITLE,),
    _("ในเนื้อหา"): (Match.NARRATIVE,),
}


class Tier(NamedTuple):
    """Rows that hold the words in the same kind of place; `count` is that of all pages, `heading` that of a row."""

    label: Text
    count: int  # type: ignore[assignment]  # a tuple's own `count` is of no use here
    heading: str
    rows: list


def tiers(filterset, matches, page):
    """The rows of a page: best kind of match first where words were looked for, else in one nameless tier."""
    if "sort" not in filterset.filters or "q" not in filterset.values:
        return [Tier("", 0, "h3", page)]
    page.object_list = page.object_list.with_citations()
    for row in page:
        if row.match == Match.NARRATIVE:
            row.excerpt = excerpts.of(row, filterset.reading.words)
    if filterset.sort != "relevance":
        return [Tier("", 0, "h3", page)]
    parted = [
        Tier(label, sum(matches.get(kind, 0) for kind in kinds), "h4", [row for row in page if row.match in kinds])
        for label, kinds in TIERS.items()
    ]
    return [tier for tier in parted if tier.rows]


def completions():
    """Names to complete what a reader types: the bodies with most awards, A–Z, and their provinces."""
    most = AwardEntry.objects.published().most_awarded()[:OFFERED]
    bodies = list(Municipality.objects.filter(pk__in=most).order_by("order_th", "slug").for_list())
    return [*(body.full_name for body in bodies), *dict.fromkeys(body.province.name for body in bodies)]


def suggestions(filterset):
    """What words without results may have meant; nothing, if it is other parameters that leave them without."""
    query = filterset.values.get("q", "")
    if not query or (len(filterset.values) > 1 and filterset.queryset.filter(filterset.reading.condition).exists()):
        return Meaning("", [])
    awarded = Municipality.objects.filter(pk__in=AwardEntry.objects.published().values("municipality"))
    for bodies in (awarded, Municipality.objects.all()):  # thousands have names like those of the winners
        found = meaning(query, bodies.named_like(query).every_name())
        if found.close:
            break
    return found._replace(certain="") if is_as_typed(query) else found
