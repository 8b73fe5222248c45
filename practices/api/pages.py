"""A list in pages, with the number of rows beside every choice."""

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from practices.exports import Table
from practices.facts import public_facts
from practices.language import both
from practices.links import site_of
from practices.lists import CatalogueFilter, facets
from practices.lists.parameters import read_count

USUAL_SIZE, LARGEST_SIZE = 20, 100  # rows of a page


def page_of(table: Table, filterset: CatalogueFilter, request: HttpRequest) -> dict:
    """The page that the address asks for. Raises ValidationError by parameter, and Http404 beyond the last one."""
    size = min(asked(request, "page_size", USUAL_SIZE), LARGEST_SIZE)
    number = asked(request, "page", 1)
    counted = facets.count(filterset)
    paginator = Paginator(filterset.qs.values_list("pk", flat=True), size)
    paginator.count = counted.total
    try:
        page = paginator.page(number)
    except EmptyPage as error:
        raise Http404 from error
    return {
        "count": counted.total,
        "next": address(request, number + 1) if page.has_next() else None,
        "previous": address(request, number - 1) if page.has_previous() else None,
        "results": [public_facts(table.fields, row, site_of(request)) for row in table.read(list(page.object_list))],
        # All of the register has no years to choose from; the shape stays the same.
        "facets": {
            name: in_both_languages(counted.choices.get(name, [])) for name in facets.names(table.filterset_class)
        },
    }


def asked(request: HttpRequest, name: str, usual: int) -> int:
    """The number that a parameter asks for. Raises ValidationError by its name."""
    try:
        return read_count(request.GET.get(name) or str(usual))
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from error


def address(request: HttpRequest, number: int) -> str:
    """The list at another page: its parameters by name, and no number for the first page."""
    parameters = request.GET.copy()
    parameters.pop("page", None)
    if number > 1:
        parameters["page"] = str(number)
    query = urlencode(sorted(parameters.lists()), doseq=True)
    return request.build_absolute_uri(f"{request.path}?{query}" if query else request.path)


def in_both_languages(choices: list[facets.Choice]) -> list[dict]:
    return [
        {
            "value": choice.value,
            "label_th": thai,
            "label_en": english,
            "count": choice.count,
            "selected": choice.selected,
        }
        for choice in choices
        for thai, english in [both(choice.label)]
    ]
