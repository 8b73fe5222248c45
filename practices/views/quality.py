"""The page about the data's quality: what contradicts itself, what is inferred, what is missing and would mend it."""

from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices import integrity
from practices.facts.profile import PROFILE
from practices.language import Text
from practices.lists.panorama import least_unnamed
from practices.models import AwardEntry, AwardTotal, InferredPart, Reading, Remark, RemarkKind
from practices.thai.calendar import FIRST_AWARD_YEAR_BE
from practices.views.shared import Crumb, public_page

SHOWN = 20  # entries of one rule


class Found(NamedTuple):
    """What a rule means, how many entries it is true of, and the first of them."""

    meaning: Text
    number: int
    entries: list[AwardEntry]


class Gap(NamedTuple):
    """How many entries state a fact."""

    label: Text
    stated: int


class Wanted(NamedTuple):
    """What is missing of an award year: the names of at least so many winners, None where nobody knows how many."""

    year_be: int
    found: int
    unnamed: int | None
    readings: list[Reading]


@public_page
def quality(request):
    entries = AwardEntry.objects.published()
    context = {
        "contradictions": contradictions(entries),
        "inferences": inferences(entries),
        "count": entries.count(),
        "gaps": gaps(entries),
        "wanted": wanted(entries),
        "crumbs": [Crumb(_("ข้อมูลเปิด"), reverse("data")), Crumb(_("คุณภาพของข้อมูล"))],
    }
    return render(request, "practices/quality.html", context)


def contradictions(entries) -> list[Found]:
    """What sources print that cannot both be true: by each rule, and as we remarked by hand."""
    by_code: dict[str, list[AwardEntry]] = {code: [] for code in integrity.MEANINGS}
    for entry in entries.filter(has_profile=True).select_related("municipality").order_by("-year_be", "order_th"):
        for finding in integrity.warnings_for(entry):
            by_code[finding.code].append(entry)
    remarked = Remark.objects.filter(kind=RemarkKind.CONTRADICTION, entry__in=entries)
    by_hand = entries.filter(pk__in=remarked.values("entry")).select_related("municipality")
    found = [Found(integrity.MEANINGS[code], len(those), those[:SHOWN]) for code, those in by_code.items()]
    those = list(by_hand.order_by("-year_be", "order_th"))
    return [*found, Found(_("ข้อขัดแย้งอื่นที่พบเมื่ออ่านแหล่งข้อมูล"), len(those), those[:SHOWN])]


def inferences(entries) -> list[tuple[Text, int]]:
    """Each part of an award that may be inferred, with the number of entries where it is."""
    counts = dict.fromkeys(InferredPart, 0)
    for codes in entries.exclude(inferred="").values_list("inferred", flat=True):
        for code in codes.split():
            counts[InferredPart(code)] += 1
    return [(part.label, number) for part, number in counts.items()]


def gaps(entries) -> list[Gap]:
    """Each fact of a chapter, with the number of entries that state it."""
    labels = {
        "category": _("ด้าน"),
        "tier": _("ระดับรางวัล"),
        "has_practice": _("แนวปฏิบัติ"),
        **{fact.name: fact.field.verbose_name for fact in PROFILE},
        "council": _("สภา"),
        "executives": _("คณะผู้บริหาร"),
        "checked_on": _("ตรวจกับแหล่งข้อมูลแล้ว"),
    }
    stated = entries.stating(labels)
    return [Gap(label, stated[name]) for name, label in labels.items()]


def wanted(entries) -> list[Wanted]:
    """What is missing of each award year, the newest first."""
    found = entries.count_by_year()
    unnamed = least_unnamed(entries.found_of(AwardTotal.objects.all()))
    books: dict[int, list[Reading]] = {}
    for reading in Reading.objects.of_years():
        books.setdefault(reading.year_be, []).append(reading)
    last = max([*found, *unnamed, *books], default=0)
    return [
        Wanted(year_be, found.get(year_be, 0), unnamed.get(year_be), books.get(year_be, []))
        for year_be in range(last, FIRST_AWARD_YEAR_BE - 1, -1)
    ]
