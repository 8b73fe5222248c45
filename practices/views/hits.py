"""How a search is shown: what it found in tiers, with excerpts of the narrative, and what it may have meant."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from practices import excerpts
from practices.models import Municipality
from practices.search import Match, did_you_mean

OFFERED = 100  # names that complete a reader's typing

TIERS = {
    _("ในชื่อและพื้นที่"): (Match.PLACE_EQUALS, Match.PLACE_BEGINS, Match.HEAD),
    _("ในชื่อแนวปฏิบัติ"): (Match.TITLE,),
    _("ในเนื้อหา"): (Match.NARRATIVE,),
}


class Tier(NamedTuple):
    """Rows that hold the words in the same kind of place; `count` is that of all pages, `heading` that of a row."""

    label: str
    count: int
    heading: str
    rows: list


def tiers(filterset, matches, page):
    """The rows of a page: best kind of match first where words were looked for, else in one nameless tier."""
    if "sort" not in filterset.filters or "q" not in filterset.values:
        return [Tier("", 0, "h3", page)]
    page.object_list = page.object_list.with_citations()
    for row in page:
        if row.match == Match.NARRATIVE:
            row.excerpt = excerpts.of(row, filterset.values["q"])
    if filterset.sort != "relevance":
        return [Tier("", 0, "h3", page)]
    parted = [
        Tier(label, sum(matches.get(kind, 0) for kind in kinds), "h4", [row for row in page if row.match in kinds])
        for label, kinds in TIERS.items()
    ]
    return [tier for tier in parted if tier.rows]


def completions():
    """Names to complete what a reader types: the bodies with most awards, and their provinces."""
    bodies = Municipality.objects.published().select_related("province").order_by("-award_count", "order_th", "slug")
    bodies = list(bodies[:OFFERED])
    return [*(body.full_name for body in bodies), *dict.fromkeys(body.province.name for body in bodies)]


def meant(values):
    """Names we hold that words without results may have meant."""
    return did_you_mean(values["q"], Municipality.objects.published().every_name()) if "q" in values else []
