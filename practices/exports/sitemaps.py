"""Every public page for search engines: its address in both languages, and when what it shows was last changed."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse
from django.utils.functional import cached_property

from practices.history.latest import last_changed
from practices.models import AwardCategory, AwardEntry, AwardYear, Municipality, Practice, Province, Topic

OF_ALL_ENTRIES = [
    "home",
    "entry-list",
    "practice-list",
    "municipality-list",
    "year-list",
    "province-list",
    "category-list",
    "topic-list",
    "data",
    "data-quality",
    "change-list",
]
OF_NONE = ["about", "about-award", "accessibility", "peers", "privacy"]


class Section(Sitemap):
    """Pages of one kind."""

    i18n = alternates = x_default = True
    limit = 10_000  # with their alternates far from the protocol's 50 MB

    @cached_property
    def changed(self) -> dict[int, datetime]:
        """Published entry → its last change."""
        return last_changed(AwardEntry.objects.published().values("pk"))

    def get_latest_lastmod(self):
        """For the index; the last change of all will do, and asks for no page of the section."""
        return max(self.changed.values(), default=None)

    def latest_by(self, column: str) -> dict[object, datetime]:
        """Value of an entry's column → the last change of the entries that have it."""
        latest: dict[object, datetime] = {}
        for entry, value in AwardEntry.objects.published().values_list("pk", column):
            if entry in self.changed:
                latest[value] = max(self.changed[entry], latest.get(value, self.changed[entry]))
        return latest


class Pages(Section):
    """The pages that are there once."""

    def items(self):
        return [*OF_ALL_ENTRIES, *OF_NONE]

    def location(self, name):
        return reverse(name)

    def lastmod(self, name):
        return self.get_latest_lastmod() if name in OF_ALL_ENTRIES else None


class Years(Section):
    def items(self):
        return AwardYear.objects.with_pages()[::-1]

    def location(self, year_be):
        return reverse("year-detail", args=[year_be])

    def lastmod(self, year_be):
        return self.latest.get(year_be)

    @cached_property
    def latest(self):
        return self.latest_by("year_be")


class Provinces(Section):
    """Those that were awarded; the others' pages have nothing to find."""

    def items(self):
        return Province.objects.filter(pk__in=self.latest).order_by("code")

    def lastmod(self, province):
        return self.latest[province.pk]

    @cached_property
    def latest(self):
        return self.latest_by("municipality__province")


class Categories(Section):
    """Those with awards; the others' pages have nothing to find."""

    def items(self):
        return AwardCategory.objects.filter(pk__in=self.latest)

    def lastmod(self, category):
        return self.latest[category.pk]

    @cached_property
    def latest(self):
        return self.latest_by("category")


class Topics(Section):
    """Those with practices; the others' pages have nothing to find."""

    def items(self):
        return Topic.objects.filter(pk__in=self.latest)

    def lastmod(self, topic):
        return self.latest[topic.pk]

    @cached_property
    def latest(self):
        return self.latest_by("practices__topic")


class Bodies(Section):
    def items(self):
        return Municipality.objects.published().order_by("slug")

    def lastmod(self, body):
        moments = (self.latest.get(body.pk), self.renamed.get(body.pk))
        return max((moment for moment in moments if moment), default=None)

    @cached_property
    def latest(self):
        return self.latest_by("municipality")

    @cached_property
    def renamed(self):
        """Body → the last change of its own row."""
        return dict(Municipality.history.order_by().values_list("id").annotate(Max("history_date")))


class Entries(Section):
    def items(self):
        entries = AwardEntry.objects.published().select_related("municipality").only("year_be", "municipality__slug")
        return entries.order_by("-year_be", "municipality__slug")

    def lastmod(self, entry):
        return self.changed.get(entry.pk)


class Practices(Section):
    def items(self):
        return Practice.objects.published().only("slug", "entry_id").order_by("slug")

    def lastmod(self, practice):
        return self.changed.get(practice.entry_id)


SECTIONS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": Pages,
    "years": Years,
    "provinces": Provinces,
    "categories": Categories,
    "topics": Topics,
    "municipalities": Bodies,
    "awards": Entries,
    "practices": Practices,
}
