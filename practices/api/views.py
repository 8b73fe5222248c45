"""The views of the API: each a table of the exports, its FilterSet, and one row of it."""

from pathlib import Path

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.generics import GenericAPIView, ListAPIView, RetrieveAPIView, get_object_or_404
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from practices.api.pages import Pages
from practices.exports import TABLES, Table
from practices.facts import record
from practices.links import site_of
from practices.views.shared import of_body, of_entry, open_to_all, under_present_address

DESCRIPTION = Path(__file__).with_name("openapi.json")


class OpenView(APIView):
    """Read by anyone from anywhere; changes nothing."""

    http_method_names = ["get", "head", "options"]

    def finalize_response(self, *args, **kwargs):
        return open_to_all(super().finalize_response(*args, **kwargs))

    def options(self, request, *args, **kwargs):
        """What a browser asks before it reads from another site's page."""
        methods = ", ".join(self.allowed_methods)
        return Response(
            status=204, headers={"Access-Control-Allow-Methods": methods, "Access-Control-Allow-Headers": "*"}
        )


class FilterBackend(DjangoFilterBackend):
    """Filters by the FilterSet of the page, which the view keeps for the counts beside the choices."""

    def get_filterset_class(self, view, queryset=None):
        return view.table.filterset_class

    def get_filterset(self, request, queryset, view):
        view.filterset = self.get_filterset_class(view)(request.query_params)
        return view.filterset


class RecordSerializer(BaseSerializer):
    """A row as its public facts."""

    def to_representation(self, row):
        view = self.context["view"]
        return record(view.table.fields, row, site_of(self.context["request"]))


class TableView(OpenView, GenericAPIView):
    table: Table
    serializer_class = RecordSerializer

    def get_queryset(self):
        return self.table.rows()


class TableList(TableView, ListAPIView):
    filter_backends = [FilterBackend]
    pagination_class = Pages


class EntryList(TableList):
    table = TABLES["awards"]


class PracticeList(TableList):
    table = TABLES["practices"]


class MunicipalityList(TableList):
    table = TABLES["municipalities"]


class EntryDetail(TableView):
    table = TABLES["awards"]

    @method_decorator(of_entry)
    def get(self, request, entry):
        return Response(self.get_serializer(entry).data)


@method_decorator(under_present_address, name="get")
class PracticeDetail(TableView, RetrieveAPIView):
    table = TABLES["practices"]
    lookup_field = "slug"


class MunicipalityDetail(TableView):
    table = TABLES["municipalities"]

    @method_decorator(of_body)
    def get(self, request, body):
        row = get_object_or_404(self.get_queryset(), pk=body.pk)
        return Response(self.get_serializer(row).data)


class Description(OpenView):
    """The committed description of the API, made by `manage.py spectacular` (see pyproject.toml)."""

    def get(self, request, *args, **kwargs):
        return HttpResponse(DESCRIPTION.read_bytes(), content_type="application/json")
