"""Two to four entries or places in one table: what was printed, what is registered and what we compute stand apart."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from practices import peers
from practices.exports import csv
from practices.facts.fields import BAHT, PERSONS, Unit, in_print
from practices.facts.profile import FIGURES
from practices.language import Text, as_phrase
from practices.links import here
from practices.lists.parameters import WordsField, quoted
from practices.models import AwardEntry, Municipality, RegisteredPopulation
from practices.profile import Profile
from practices.thai.calendar import read_year
from practices.views.files import CSV, PLAIN
from practices.views.shared import Crumb, attached, open_to_all, public_page, tidy
from practices.wording import registered_day, year

MOST = 4
OFFERED = 8
YEARS = Unit("ปี", "years")
HOUSES = Unit("หลัง", "houses")
PERCENT = Unit("ร้อยละ", "percent")
DENSITY = Unit("คนต่อ ตร.กม.", "people per km²")


class Compared(NamedTuple):
    """A column: a body, in one award year or as it stands, with what the state registers of it there."""

    key: str  # as the address names it
    body: Municipality
    entry: AwardEntry | None
    registered: RegisteredPopulation | None

    @property
    def page(self) -> AwardEntry | Municipality:
        return self.entry or self.body

    @property
    def when(self) -> str:
        return year(self.entry.year_be) if self.entry else ""


class Row(NamedTuple):
    """A fact of every column; None where it is not stated."""

    label: Text
    unit: Unit | None
    values: list

    @property
    def in_print(self) -> list[str | None]:
        """The values as a page shows them."""
        return [value if isinstance(value, str) else self._number(value) for value in self.values]

    def _number(self, value):
        return value and f"{value}" if self.unit is PERCENT else in_print(value, self.unit)

    @property
    def is_stated(self) -> bool:
        return any(value not in (None, "") for value in self.values)


class Section(NamedTuple):
    """Rows of one voice."""

    title: Text
    rows: list[Row]

    @property
    def stated(self) -> list[Row]:
        return [row for row in self.rows if row.is_stated]


@public_page
@tidy
def compare(request):
    columns, problems = asked(request.GET.getlist("entry"))
    sections = table(columns)
    words = request.GET.get("q", "")
    context = {
        "columns": [(column, here(request, without(request.GET, column.key))) for column in columns],
        "keys": [column.key for column in columns],
        "is_full": len(columns) == MOST,
        "sections": sections,
        "unstated": as_phrase(str(row.label) for section in sections for row in section.rows if not row.is_stated),
        "problems": problems,
        "words": words,
        "offered": offered(request, columns, words) if len(columns) < MOST else [],
        "csv_url": reverse("compare-csv", query={"entry": [column.key for column in columns]}),
        "crumbs": [Crumb(_("เปรียบเทียบ"))],
    }
    return render(request, "practices/compare.html", context)


@public_page
def compare_csv(request):
    columns, problems = asked(request.GET.getlist("entry"))
    if problems or not columns:
        lines = problems or [_("ไม่ได้เลือกรายการใด")]
        return open_to_all(HttpResponse("".join(f"entry: {one}\n" for one in lines), content_type=PLAIN, status=400))
    rows = [
        [section.title, row.label, row.unit or "", *row.values] for section in table(columns) for row in section.rows
    ]
    heading = [_("หมวด"), _("ข้อมูล"), _("หน่วย"), *(f"{one.page.full_name} {one.when}".strip() for one in columns)]
    response = HttpResponse(csv.content([heading, *rows]), content_type=CSV)
    return open_to_all(attached(response, f"kpi-compare-{timezone.localdate().isoformat()}.csv"))


def asked(keys: Iterable[str]) -> tuple[list[Compared], list[str]]:
    """The columns that these keys ask for, "slug:year" or "slug", each once and four at most; and what is wrong."""
    keys = list(dict.fromkeys(keys))
    wanted, problems = {}, []
    for key in keys[: 2 * MOST]:
        slug, _colon, when = key.partition(":")
        try:
            wanted[key] = slug, read_year(when) if when else None
        except ValueError:
            problems.append(_("ไม่เข้าใจ %(key)s") % {"key": quoted(key)})
    found = columns_of(wanted)
    problems += [_("ไม่พบ %(key)s ในทำเนียบ") % {"key": quoted(key)} for key in wanted if key not in found]
    if len(keys) > MOST:
        problems.append(_("เปรียบเทียบได้ครั้งละไม่เกิน %(most)s แห่ง") % {"most": MOST})
    return list(found.values())[:MOST], problems


def columns_of(wanted: dict[str, tuple[str, int | None]]) -> dict[str, Compared]:
    """The columns of these (slug, award year or None), by their keys."""
    slugs = {slug for slug, _year in wanted.values()}
    bodies = {body.slug: body for body in Municipality.objects.counted().for_list().filter(slug__in=slugs)}
    in_years = Q(pk=None)
    for slug, year_be in wanted.values():
        in_years |= Q(municipality__slug=slug, year_be=year_be)
    shown = AwardEntry.objects.published().filter(in_years).select_related("category", "council", "municipality")
    entries = {(entry.municipality.slug, entry.year_be): entry for entry in shown}
    newest: dict[str, RegisteredPopulation] = {}
    of_years = {}
    registered = RegisteredPopulation.objects.filter(municipality__in=bodies.values()).order_by("-year_be")
    for row in registered.select_related("municipality"):
        newest.setdefault(row.municipality.slug, row)
        of_years[row.municipality.slug, row.year_be] = row
    found = {}
    for key, (slug, year_be) in wanted.items():
        if year_be is None:
            if slug in bodies:
                found[key] = Compared(key, bodies[slug], None, newest.get(slug))
        elif (slug, year_be) in entries:
            found[key] = Compared(key, bodies[slug], entries[slug, year_be], of_years.get((slug, year_be)))
    return found


def table(columns: list[Compared]) -> list[Section]:
    """All that is compared."""
    if not columns:
        return []

    def row(label, unit, value):
        return Row(label, unit, [value(column) for column in columns])

    def of_entry(label, unit, value):
        return row(label, unit, lambda column: value(column.entry) if column.entry else None)

    def of_register(label, unit, value):
        return row(label, unit, lambda column: value(column.registered) if column.registered else None)

    def of_profile(label, unit, value):
        return of_entry(label, unit, lambda entry: value(Profile(entry)))

    def of_council(label, name):
        return of_entry(label, PERSONS, lambda entry: getattr(getattr(entry, "council", None), name, None))

    return [
        Section(
            _("ท้องถิ่นและรางวัล"),
            [
                row(_("ประเภท"), None, lambda column: column.page.get_kind_display()),
                row(_("จังหวัด"), None, lambda column: column.body.province.name),
                row(_("ปีที่พบรางวัล"), YEARS, lambda column: column.body.award_count or _("ยังไม่พบ")),
                of_entry(_("ระดับรางวัล"), None, lambda entry: entry.get_tier_display()),
                of_entry(_("ด้าน"), None, lambda entry: entry.category.name if entry.category else None),
            ],
        ),
        Section(
            _("ตามที่พิมพ์ในหนังสือของปีรางวัล"),
            [
                *(
                    of_entry(
                        fact.words if fact.unit else fact.field.verbose_name,
                        fact.unit,
                        lambda entry, name=fact.name: getattr(entry, name),
                    )
                    for fact in FIGURES
                    if fact.is_number
                ),
                of_council(_("สมาชิกสภาชาย"), "men"),
                of_council(_("สมาชิกสภาหญิง"), "women"),
            ],
        ),
        Section(
            _("ทะเบียนของรัฐ ไม่ใช่ตัวเลขของหนังสือ"),
            [
                of_register(_("ณ วันที่"), None, lambda figure: registered_day(figure.year_be)),
                of_register(_("ประชากรตามทะเบียน"), PERSONS, lambda figure: figure.total),
                of_register(_("ชาย"), PERSONS, lambda figure: figure.men),
                of_register(_("หญิง"), PERSONS, lambda figure: figure.women),
                of_register(_("จำนวนบ้าน"), HOUSES, lambda figure: figure.households),
            ],
        ),
        Section(
            _("คำนวณจากที่พิมพ์"),
            [
                of_profile(_("ความหนาแน่น"), DENSITY, lambda profile: profile.people_per_km2),
                of_profile(_("รายได้ต่อคน"), BAHT, lambda profile: profile.own_revenue_per_person),
                of_profile(_("เงินอุดหนุนต่อคน"), BAHT, lambda profile: profile.subsidy_per_person),
                of_profile(_("เงินอุดหนุนในรายรับที่พิมพ์"), PERCENT, lambda profile: second_percent(profile.money)),
                of_profile(_("สตรีในสภา"), PERCENT, lambda profile: second_percent(profile.council_split)),
            ],
        ),
    ]


def second_percent(split) -> Decimal | None:
    """The share of the second part, to a tenth of a percent."""
    return Decimal(str(split.second_percent)) if split else None


def without(query, key):
    """The parameters of the comparison without this column."""
    rest = query.copy()
    rest.setlist("entry", [one for one in query.getlist("entry") if one != key])
    return rest


def also(query, key):
    """The parameters of the comparison with this column, and nothing looked for."""
    more = query.copy()
    more.pop("q", None)
    more.appendlist("entry", key)
    return more


def offered(request, columns, words) -> list[tuple[Municipality, str, list[tuple[str, str]]]]:
    """Bodies to add, each with why and with the ways to add it, as it stands and in its award years.

    Those that the words name, else those most like the first column's.
    """
    if words:
        refused = WordsField().refuses(words)
        bodies = [] if refused else [(body, "") for body in Municipality.objects.named(words)[:OFFERED]]
    elif columns:
        bodies = [(peer.body, peer.reason) for peer in peers.nearest(columns[0].body, OFFERED)]
        bodies.insert(0, (columns[0].body, _("ปีอื่นของที่นี่")))
    else:
        bodies = []
    years: dict[int, list[int]] = {}
    shown = AwardEntry.objects.published().filter(municipality__in=[body.pk for body, _reason in bodies])
    for body_pk, year_be in shown.order_by("-year_be").values_list("municipality", "year_be"):
        years.setdefault(body_pk, []).append(year_be)
    taken = {column.key for column in columns}
    found = []
    for body, reason in bodies:
        keys = [(year(one), f"{body.slug}:{one}") for one in years.get(body.pk, [])] or [(_("ตามทะเบียน"), body.slug)]
        ways = [(label, here(request, also(request.GET, key))) for label, key in keys if key not in taken]
        if ways:
            found.append((body, reason, ways))
    return found
