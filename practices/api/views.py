"""The views of the API: pages of each table of the exports, and one row of it."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from practices.api.answers import answer, api_view, error
from practices.api.pages import page_of
from practices.exports import TABLES
from practices.facts import YEAR, public_facts
from practices.links import site_of
from practices.models import AwardEntry, AwardTotal, AwardYear
from practices.views.shared import of_body, of_entry, under_present_address

DESCRIPTION = Path(__file__).with_name("openapi.json")


@api_view
def page_of_table(request, table):
    filterset = TABLES[table].filterset(request.GET)
    if filterset.errors:
        return error(400, filterset.errors)
    try:
        return answer(page_of(TABLES[table], filterset, request))
    except ValidationError as not_understood:
        return error(400, not_understood.message_dict)


@api_view
@of_entry
def entry_detail(request, entry):
    return detail(request, "awards", entry)


@api_view
@under_present_address
def practice_detail(request, slug):
    return detail(request, "practices", get_object_or_404(TABLES["practices"].rows(), slug=slug))


@api_view
@of_body
def municipality_detail(request, body):
    return detail(request, "municipalities", get_object_or_404(TABLES["municipalities"].rows(), pk=body.pk))


@api_view
def years(request):
    """Every award year: what the catalogue holds of it, and how many winners sources say there were."""
    held = AwardEntry.objects.published().held_by_year(AwardYear.objects.all(), AwardTotal.objects.all())
    return answer({"results": [public_facts(YEAR, year, site_of(request)) for year in held]})


def detail(request, table, row):
    """One row as its public facts."""
    return answer(public_facts(TABLES[table].fields, row, site_of(request)))


@api_view
def description(request):
    """The committed description of the API, which tools/openapi makes (see pyproject.toml)."""
    return HttpResponse(DESCRIPTION.read_bytes(), content_type="application/json")
