"""A list in pages: the page that the address asks for, or the nearest there is."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.utils.translation import gettext as _

from practices.lists.parameters import quoted

PER_PAGE = 20


@dataclass(frozen=True)
class Unmet:
    """What the reader asked for and did not get; `target` is the id of the place to mend it."""

    target: str
    message: str


def page_of(filterset, total, wanted):
    """The nearest page's rows, and a list of the problem, if it is not the wanted one."""
    paginator = Paginator(filterset.qs, PER_PAGE)
    paginator.count = total  # the facets know it
    page, problems = nearest_page(paginator, wanted)
    # The page's keys first, then its rows: what is sorted is narrow.
    page.object_list = filterset.qs.filter(pk__in=page.object_list.values("pk")).for_list()
    return page, problems


def nearest_page(paginator, wanted):
    """The wanted page, or the nearest there is; and a list of the problem, if that is another."""
    try:
        return paginator.page(wanted), []
    except InvalidPage:
        page = paginator.get_page(wanted)
        message = _("ไม่มีหน้า “%(wanted)s” จึงแสดงหน้า %(shown)s") % {"wanted": quoted(wanted), "shown": page.number}
        return page, [Unmet("found", message)]
