"""A list in pages, with the number of rows beside every choice."""

from django.core.exceptions import ValidationError as NotUnderstood
from django.core.paginator import EmptyPage, Paginator
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response

from practices.language import both
from practices.lists import facets
from practices.lists.parameters import read_count


class Pages(PageNumberPagination):
    """Twenty rows a page; `page_size` asks for another number, of which 100 is the most."""

    page_size = 20
    max_page_size = 100
    page_size_query_param = "page_size"

    def get_page_size(self, request):
        return min(count(request, "page_size", self.page_size), self.max_page_size)

    def paginate_queryset(self, queryset, request, view):
        self.request = request
        self.facets = facets.count(view.filterset)
        paginator = Paginator(queryset.values_list("pk", flat=True), self.get_page_size(request))
        paginator.count = self.facets.total
        try:
            self.page = paginator.page(count(request, "page", 1))
        except EmptyPage as error:
            raise NotFound from error
        return view.table.read(list(self.page.object_list))

    def get_paginated_response(self, data):
        return Response(
            {
                "count": self.facets.total,
                "next": self.get_next_link(),
                "previous": self.get_previous_link(),
                "results": data,
                "facets": {name: in_both_languages(choices) for name, choices in self.facets.choices.items()},
            }
        )


def count(request, name: str, usual: int) -> int:
    """The number that a parameter asks for. Raises ValidationError by its name."""
    try:
        return read_count(request.query_params.get(name) or str(usual))
    except NotUnderstood as error:
        raise ValidationError({name: error.messages}) from error


def in_both_languages(choices):
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
