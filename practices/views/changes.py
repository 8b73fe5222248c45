"""What changed: additions and edits by entry and day, as a page and as a feed."""

from datetime import datetime
from itertools import groupby
from typing import NamedTuple

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
        "days": [(day, together(of_day)) for day, of_day in groupby(changes, key=local_day)],
        "problems": problems,
        "canonical_query": at_page(QueryDict(), page.number),
        "crumbs": [Crumb(_("การเปลี่ยนแปลง"))],
    }
    return render(request, "practices/change_list.html", context)


class Together(NamedTuple):
    """Changes of one kind in one minute: a load of files, or one entry alone."""

    moment: datetime
    summary: str
    changes: list

    @property
    def is_one(self) -> bool:
        return len(self.changes) == 1


def together(changes) -> list[Together]:
    """The changes of a day, those of one load together."""
    grouped = [list(alike) for _key, alike in groupby(changes, key=lambda change: (minute(change), change.summary))]
    return [Together(alike[0].moment, alike[0].summary, alike) for alike in grouped]


def minute(change):
    return change.moment.replace(second=0, microsecond=0)


def local_day(change):
    return localtime(change.moment).date()


@public_page
def change_atom(request):
    return open_to_all(feed(lambda: atom.changes_page(request)))
