"""What changed: additions and edits by entry and day, as a page and as a feed."""

from itertools import groupby

from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from practices.exports import atom
from practices.history.public import changes_at, moments
from practices.links import at_page
from practices.lists.paging import nearest_page
from practices.views.files import feed
from practices.views.shared import Crumb, open_to_all, public_page

PER_PAGE = 50


@public_page
def change_list(request):
    page, problems = nearest_page(Paginator(moments(), PER_PAGE), request.GET.get("page") or "1")
    changes = changes_at(page.object_list)
    context = {
        "page": page,
        "days": [(day, list(of_day)) for day, of_day in groupby(changes, key=local_day)],
        "problems": problems,
        "canonical_query": at_page(QueryDict(), page.number),
        "crumbs": [Crumb(_("การเปลี่ยนแปลง"))],
    }
    return render(request, "practices/change_list.html", context)


def local_day(change):
    return localtime(change.moment).date()


@public_page
def change_atom(request):
    return open_to_all(feed(lambda: atom.changes_page(request)))
