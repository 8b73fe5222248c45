"""The lists: entries, practices and bodies. A FilterSet finds the rows; this is how a page shows them."""

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practices.exports import TABLES
from practices.links import at_page, files, here
from practices.lists import RegisterFilter, facets, hits
from practices.lists.filtersets import ANY
from practices.lists.paging import Unmet, page_of
from practices.lists.panorama import add_strips, panorama
from practices.lists.parameters import WordsField, as_typed, quoted
from practices.models import AwardTotal, Municipality
from practices.views.shared import public_page, tidy

LONG = 8  # choices; more of them scroll in a box
YEARS = "years"  # `?view=` of the picture; how a list is seen asks nothing of its rows
BOUNDS = {"year": ("since", "until")}


@public_page
@tidy
def entry_list(request):
    context = list_context(request, "awards")
    context["map_url"] = reverse("province-list", query=context["asked"])
    if context["view"]:
        rows = context["rows"]
        # Sources count the winners of whole years, not those that a reader chose.
        known = None if context["chosen"] else rows.found_of(AwardTotal.objects.all())
        context["panorama"] = panorama(rows, known)
    return render(request, "practices/entry_list.html", context)


@public_page
@tidy
def practice_list(request):
    return render(request, "practices/practice_list.html", list_context(request, "practices"))


@public_page
@tidy
def municipality_list(request):
    context = list_context(request, "municipalities")
    add_strips(context["page"])
    return render(request, "practices/municipality_list.html", context | {"other_scope": other_scope(request)})


def other_scope(request):
    """The way from the bodies with awards to all of the register, and back, as a label and an address."""
    query = request.GET.copy()
    query.pop("page", None)
    if query.pop("award", None):
        return {"label": _("ดูเฉพาะที่มีรางวัลในทำเนียบ"), "url": here(request, query)}
    return {"label": _("ดูทุกแห่งในทะเบียนของรัฐ"), "url": here(request, only_of_bodies(query))}


def only_of_bodies(query):
    """The parameters that ask something of a body, with or without awards, and ask for all of them."""
    wide = QueryDict(mutable=True)
    for name in RegisterFilter.base_filters:
        if name in query:
            wide.setlist(name, query.getlist(name))
    wide["award"] = ANY
    return wide


def list_context(request, table):
    """What such a page shows."""
    places = places_named(table, request.GET.get("q", ""))
    filterset, counted, typed, suggested = answered(TABLES[table], request.GET, places)
    total, choices, matches = counted
    problems = problems_of(filterset)
    page, page_problem = page_of(filterset, total, request.GET.get("page") or "1")
    chosen = filterset.chosen
    view = {"view": YEARS} if table == "awards" and request.GET.get("view") == YEARS else {}

    def address(query):
        """This list, seen as it is seen now, with other parameters."""
        return here(request, asking(query, view))

    return {
        "page": page,
        "rows": filterset.qs,
        "view": view,
        "asked": filterset.query,
        "other_view_url": here(request, filterset.query if view else asking(filterset.query, {"view": YEARS})),
        "tiers": hits.tiers(filterset, matches, page),
        "places": places,
        "suggested": suggested,
        "typed": typed,
        "typed_url": typed and address(asking(filterset.query, {"q": as_typed(typed)})),
        "words": bound(filterset, "q", problems),
        "names": hits.completions(),
        "found": found(total, places, table),
        "chosen": filterset.chosen_in_words,
        "chips": [{"label": value.label, "url": address(value.rest)} for value in chosen],
        "filter_count": sum(value.parameter != "q" for value in chosen),
        "clear_url": request.path,
        "groups": [
            shown
            for name in choices
            for shown in [group(filterset, name, choices[name] if total else selected(choices[name]), problems)]
            if shown["chosen"] or shown["is_open"] or is_a_choice(choices[name])
        ],
        "order": order(filterset, problems),
        "problems": [*problems.values(), *page_problem],
        "is_filtered": bool(filterset.query or problems),
        # What was understood of the address, in one form: two addresses of one page are told to be one.
        "canonical_query": asking(at_page(filterset.query, page.number), view),
        "files": files(table, filterset.query),
    }


def places_named(table, words):
    """The places that a reader's words name: they answer before the awards do."""
    if table != "awards" or WordsField().refuses(words):
        return []
    places = Municipality.objects.answering(words)
    if places:
        add_strips(places)
    return places


def answered(table, data, places):
    """What a list answers: filters, counts, the words they were corrected from, or "", and words to try instead.

    Words that find nothing, no place either, are corrected where it is certain what they meant.
    """
    filterset = table.filterset(data)
    counted = facets.count(filterset)
    if counted.total or places:
        return filterset, counted, "", []
    suggested = hits.suggestions(filterset)
    if suggested.certain:
        corrected = table.filterset(asking(data, {"q": suggested.certain}))
        recounted = facets.count(corrected)
        if recounted.total:
            return corrected, recounted, filterset.values["q"], []
    return filterset, counted, "", suggested.close


def asking(query, values):
    """The parameters of a list with these values, in place of any that they had."""
    other = query.copy()
    for name, value in values.items():
        other[name] = value
    return other


def found(total, places, table):
    """The number of results in words; of known places without awards, that none was found yet."""
    if not total:
        is_without = bool(places) and not any(body.award_count for body in places)
        return _("ยังไม่พบรางวัล") if is_without else _("ไม่พบรายการ")
    words = (
        ngettext("พบ %(total)s แห่ง", "พบ %(total)s แห่ง", total)
        if table == "municipalities"
        else ngettext("พบ %(total)s รายการ", "พบ %(total)s รายการ", total)
    )
    return words % {"total": f"{total:,}"}


def problems_of(filterset):
    """Parameter → its problem."""
    return {
        name: Unmet(f"filter-{name}", _("%(problem)s จึงไม่ได้ใช้") % {"problem": errors[0]})
        for name, errors in filterset.errors.items()
    }


def is_a_choice(choices):
    """Whether there is something to choose: of one choice that all rows share there is not."""
    return sum(bool(choice.count) for choice in choices) > 1


def selected(choices):
    """Those that are chosen: where nothing was found, nothing else can be."""
    return [choice for choice in choices if choice.selected]


def group(filterset, name, choices, problems):
    """The choices of one parameter. In a long list, which scrolls, the chosen ones come first."""
    is_long = len(choices) > LONG
    bounds = [bound(filterset, one, problems) for one in BOUNDS.get(name, ())]
    return {
        "field": filterset.form[name],
        "choices": sorted(choices, key=lambda choice: not choice.selected) if is_long else choices,
        "is_long": is_long,
        "chosen": len(selected(choices)) + sum(bool(one["value"]) for one in bounds),
        "is_open": name in problems or any(one["problem"] for one in bounds),
        "problem": problems.get(name),
        "bounds": bounds,
    }


def bound(filterset, name, problems):
    """A text field with what was understood of it, or else with what was typed."""
    value = filterset.values.get(name) or quoted(filterset.data.get(name, ""))
    return {"field": filterset.form[name], "value": value, "problem": problems.get(name)}


def order(filterset, problems):
    """The orders to choose from and the one in use; None where a list has one order only."""
    if "sort" not in filterset.filters:
        return None
    field = filterset.form["sort"]
    labels = field.field.options
    usual = filterset.usual_sort(filterset.values)
    offered = {value: label for value, label in labels.items() if value != "relevance" or value == usual}
    return {
        "field": field,
        # The usual order is not said in the address, so that what is looked for next comes in its own usual order.
        "options": [
            ("" if value == usual else value, label, value == filterset.sort) for value, label in offered.items()
        ],
        "label": labels[filterset.sort],
        "problem": problems.get("sort"),
    }
