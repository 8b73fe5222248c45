"""The lists as Atom feeds: pages of at most 100 rows, the same rows and order as the page's.

Atom's dates are instants, and of an award only the year is known. So `updated` is the last change of the entry in this
catalogue, `published` is left out, and the award year stands in `dcterms:issued` (as a year) and in a category.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.core.paginator import EmptyPage, Page, Paginator
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from practices.exports import Table
from practices.facts import permalink
from practices.history.latest import last_changed
from practices.history.public import changes_at, moments
from practices.links import LISTS, at_page, here
from practices.lists.parameters import read_count
from practices.thai.calendar import be_to_ce
from practices.wording import year

PER_PAGE = 100
ATOM = Atom1Feed.content_type
NEVER_RECORDED = datetime(1970, 1, 1, tzinfo=UTC)


class NoSuchPage(Exception):
    """The feed has no page of that number."""


class PagedFeed(Atom1Feed):
    """An Atom feed in pages (RFC 5005) that says how many rows there are in all; summaries are plain text."""

    def root_attributes(self):
        return super().root_attributes() | {
            "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
        }

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        page: Page = self.feed["page"]
        for relation, number in neighbours(page).items():
            handler.addQuickElement("link", "", {"rel": relation, "href": self.feed["page_url"](number)})
        handler.addQuickElement("opensearch:totalResults", str(page.paginator.count))
        handler.addQuickElement("opensearch:startIndex", str(page.start_index()))
        handler.addQuickElement("opensearch:itemsPerPage", str(page.paginator.per_page))

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        for name, value, attributes in item.get("more", ()):
            handler.addQuickElement(name, value, attributes)

    def latest_post_date(self):
        return max((item["updateddate"] for item in self.items), default=NEVER_RECORDED)


def neighbours(page: Page) -> dict[str, int]:
    """The pages that a page of a feed links to."""
    found = {"first": 1, "last": page.paginator.num_pages}
    if page.has_previous():
        found["previous"] = page.previous_page_number()
    if page.has_next():
        found["next"] = page.next_page_number()
    return found


def wanted_page(request, rows) -> Page:
    """The page of these rows that the address asks for. Raises NoSuchPage, or ValidationError for what is no number."""
    wanted = read_count(request.GET.get("page") or "1")
    try:
        return Paginator(rows, PER_PAGE).page(wanted)
    except EmptyPage as error:
        raise NoSuchPage(_("ไม่มีหน้านี้")) from error


def paged_feed(request, page: Page, title: str, alternate: str) -> PagedFeed:
    """An empty feed for a page of rows; `alternate` is the path of the web page with the same rows."""

    def page_url(number: int) -> str:
        return request.build_absolute_uri(here(request, at_page(request.GET, number)))

    return PagedFeed(
        title=title,
        link=request.build_absolute_uri(alternate),
        description=None,
        language=get_language(),
        author_name=settings.CATALOGUE_PUBLISHER or _("ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"),
        feed_copyright=" ".join(settings.CATALOGUE_LICENSE or ()) or None,
        feed_url=page_url(page.number),
        feed_guid=page_url(1),
        page=page,
        page_url=page_url,
    )


def page(request, table: Table, filterset) -> str:
    """One page of a list as Atom. Raises NoSuchPage."""
    shown = wanted_page(request, filterset.qs.values_list("pk", flat=True))
    rows = table.read(list(shown.object_list))
    entries = {row: getattr(row, "entry", row) for row in rows}
    changed = last_changed([entry.pk for entry in entries.values()])
    title = " – ".join(filter(None, [_("ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"), str(table.title), filterset.chosen_in_words]))
    feed = paged_feed(request, shown, title, reverse(LISTS[table.name], query=filterset.query))
    for row, entry in entries.items():
        moment = changed.get(entry.pk, NEVER_RECORDED)
        feed.add_item(
            title=f"{entry.full_name} {year(entry.year_be)}" if row is entry else row.title,
            link=request.build_absolute_uri(row.get_absolute_url()),
            description=None,  # type: ignore[arg-type]  # none is written where there is none
            unique_id=request.build_absolute_uri(permalink(row)),
            updateddate=moment,
            summary=summary(row, entry),
            more=award_elements(request, entry),
        )
    return feed.writeString("utf-8")


def changes_page(request) -> str:
    """One page of what changed, as Atom. Raises NoSuchPage."""
    shown = wanted_page(request, moments())
    title = f"{_('ทำเนียบท้องถิ่น รางวัลพระปกเกล้า')} – {_('การเปลี่ยนแปลง')}"
    feed = paged_feed(request, shown, title, reverse("change-list"))
    for change in changes_at(shown.object_list):
        entry = change.entry
        feed.add_item(
            title=f"{entry.full_name} {year(entry.year_be)}: {change.summary}",
            link=request.build_absolute_uri(entry.get_absolute_url() if change.has_page else reverse("change-list")),
            description=None,  # type: ignore[arg-type]  # none is written where there is none
            unique_id=request.build_absolute_uri(f"{permalink(entry)}#{change.moment.isoformat()}"),
            updateddate=change.moment,
            summary=change.summary,
            more=award_elements(request, entry),
        )
    return feed.writeString("utf-8")


def summary(row, entry) -> str:
    """What the award is, and for an entry what it showcases."""
    parts = [entry.get_tier_display() if entry.tier else _("ไม่ระบุระดับรางวัล")]
    parts += [entry.category.name] if entry.category else []
    if row is entry:
        parts += [practice.title for practice in entry.practices.all()]
    else:
        parts += [entry.full_name, year(entry.year_be)]
    parts.append(entry.municipality.province.full_name)
    return " · ".join(map(str, parts))


def award_elements(request, entry):
    """The award year as a date, and year and category as categories."""
    yield "dcterms:issued", str(be_to_ce(entry.year_be)), {}
    years = request.build_absolute_uri("/years/")
    yield "category", "", {"term": str(entry.year_be), "scheme": years, "label": year(entry.year_be)}
    if entry.category:
        categories = request.build_absolute_uri("/categories/")
        yield "category", "", {"term": entry.category.code, "scheme": categories, "label": entry.category.name}
