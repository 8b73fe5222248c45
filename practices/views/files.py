"""The lists as files: the same rows, order and parameters as the page, whole. What is not understood is 400."""

from contextlib import ExitStack
from functools import wraps
from tempfile import TemporaryFile

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from practices.exports import TABLES, archive, atom, csv, xlsx
from practices.links import site_of
from practices.views.shared import attached, open_to_all, public_page

CSV = "text/csv; charset=utf-8; header=present"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = "text/plain; charset=utf-8"


def of_list(view):
    """Calls the view with the table and its filters, or says in plain text which parameter is not understood."""

    @public_page
    @wraps(view)
    def wrapped(request, table):
        filterset = TABLES[table].filterset(request.GET)
        if filterset.errors:
            lines = [f"{name}: {message}\n" for name, messages in filterset.errors.items() for message in messages]
            return open_to_all(HttpResponse("".join(lines), content_type=PLAIN, status=400))
        return open_to_all(view(request, TABLES[table], filterset))

    return wrapped


def dated(name: str, suffix: str) -> str:
    return f"kpi-{name}-{timezone.localdate().isoformat()}.{suffix}"


@of_list
def list_csv(request, table, filterset):
    lines = csv.lines(table.columns, table.facts_of(filterset.qs, site_of(request)))
    return attached(StreamingHttpResponse(lines, content_type=CSV), dated(table.name, "csv"))


@of_list
def list_xlsx(request, table, filterset):
    def write(file):
        rows = table.facts_of(filterset.qs, site_of(request))
        address = request.build_absolute_uri()
        xlsx.write(file, str(table.title), table.columns, rows, address, timezone.localtime())

    return attached(written(write, XLSX), dated(table.name, "xlsx"))


@of_list
def list_atom(request, table, filterset):
    return feed(lambda: atom.page(request, table, filterset))


def feed(write):
    """The feed that `write` gives, or in plain text why there is no such page of it."""
    try:
        return HttpResponse(write(), content_type=atom.ATOM)
    except ValidationError as error:
        return HttpResponse(f"page: {error.messages[0]}\n", content_type=PLAIN, status=400)
    except atom.NoSuchPage as error:
        return HttpResponse(f"page: {error}\n", content_type=PLAIN, status=404)


@public_page
def catalogue_zip(request):
    def write(file):
        archive.write(file, site_of(request), timezone.localtime())

    return open_to_all(attached(written(write, "application/zip"), dated("catalogue", "zip")))


def written(write, content_type):
    """What `write` puts into a file, streamed from there; for HEAD too, which asks how long it is."""
    with ExitStack() as on_failure:
        file = on_failure.enter_context(TemporaryFile())
        write(file)
        on_failure.pop_all()  # from here on the response closes it
    file.seek(0)
    return FileResponse(file, content_type=content_type)
