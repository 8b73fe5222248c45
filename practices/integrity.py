"""Rules across the values of an entry, one generator each: what contradicts itself, and what must not be.

A source may contradict itself, so a warning never blocks: the value stays as printed and the page says so.
A doubt is whether we transcribed it right: it is for editors, and no page shows it.
An error is ours, not the source's: `check_catalogue` fails on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from practices.language import Text
from practices.models import AwardEntry, MunicipalityKind, RemarkSubject, tree
from practices.models.fields import Clean, ProseField
from practices.models.places import FORMER_KINDS
from practices.thai.calendar import be_to_ce
from practices.thai.joins import cut_lines
from practices.thai.text import clean

MOST_APART = 0.15  # of the registered population


@dataclass(frozen=True)
class Finding:
    """What a rule found on an entry; `about` says beside which value, if any; `message` reads in both languages."""

    entry: AwardEntry
    code: str
    message: Text
    about: RemarkSubject | None = None
    is_error: bool = False

    @property
    def pages(self) -> str:
        """Where to look: each cited source by its slug, with the page."""
        cited = self.entry.citations_of_award
        return ", ".join(f"{citation.source.slug} {citation.page}".strip() for citation in cited)

    def __str__(self):
        level = "ERROR" if self.is_error else "WARNING"
        where = "/".join(map(str, tree.key(self.entry)))
        return f"{level} {where} {self.code}: {self.message}" + (f" [{self.pages}]" if self.pages else "")


def population_adds_up(entry):
    men, women, population = entry.population_men, entry.population_women, entry.population
    if None not in (men, women, population) and men + women != population:
        message = format_lazy(
            _("ชาย {men} คนกับหญิง {women} คน รวมเป็น {total} คน ไม่ตรงกับจำนวนประชากร {population} คน"),
            men=f"{men:,}",
            women=f"{women:,}",
            total=f"{men + women:,}",
            population=f"{population:,}",
        )
        yield Finding(entry, "population-sum", message, RemarkSubject.POPULATION)


def fax_is_not_the_phone(entry):
    if entry.fax and entry.fax == entry.phone:
        yield Finding(entry, "fax-is-phone", _("หมายเลขโทรสารตรงกับหมายเลขโทรศัพท์"), RemarkSubject.FAX)


def entry_is_cited(entry):
    if not entry.citations.all():
        yield Finding(entry, "no-citation", _("ไม่มีการอ้างอิงแหล่งข้อมูล"), RemarkSubject.SOURCE, is_error=True)


def text_is_clean(entry):
    for row in (entry, *tree.rows_on(entry)):
        for name in unclean_fields(row):
            message = format_lazy(_("ข้อความในช่อง “{field}” ({row}) ยังไม่สะอาด"), field=name, row=row._meta.label_lower)
            yield Finding(entry, "text-not-clean", message, is_error=True)


def lines_are_not_cut(entry):
    for row in (entry, *tree.rows_on(entry)):
        for field in row._meta.local_fields:
            if isinstance(field, ProseField) and (cut := cut_lines(getattr(row, field.name))):
                message = format_lazy(
                    _("ข้อความในช่อง “{field}” ({row}) บรรทัดที่ {lines} ตัดกลางข้อความ"),
                    field=field.verbose_name,
                    row=row._meta.verbose_name,
                    lines=", ".join(map(str, cut)),
                )
                yield Finding(entry, "line-cut", message)


def population_is_near_the_registered_one(entry):
    """The state counts who is registered, the book prints what it was told: a great difference is worth a look."""
    printed, registered = entry.population, entry.registered_population
    if printed and registered and abs(printed - registered) > MOST_APART * registered:
        message = format_lazy(
            _("ประชากรที่พิมพ์ {printed} คน ต่างจากทะเบียนราษฎรของปีนั้น {registered} คน เกินร้อยละ 15"),
            printed=f"{printed:,}",
            registered=f"{registered:,}",
        )
        yield Finding(entry, "population-not-registered", message, RemarkSubject.POPULATION)


def end_of(year_be: int) -> date:
    return date(be_to_ce(year_be), 12, 31)


def kind_is_the_registered_one(entry):
    """The kind on 31 December of the award year, by the history that the register gives."""
    kind = entry.municipality.kind_on(end_of(entry.year_be))
    if kind and kind != entry.kind:
        message = format_lazy(
            _("ประเภท “{kind}” ไม่ตรงกับทะเบียน ซึ่งปีนั้นเป็น “{registered}”"),
            kind=entry.get_kind_display(),
            registered=FORMER_KINDS.get(kind) or MunicipalityKind(kind).label,
        )
        yield Finding(entry, "kind-not-registered", message, RemarkSubject.NAME)


def kind_is_one_of_the_body_s(entry):
    """Where the register does not say, past kinds count: many a body was upgraded after its award."""
    body = entry.municipality
    if body.kind_on(end_of(entry.year_be)):
        return
    kinds = {body.kind: body.get_kind_display()}
    kinds |= {former.kind: former.get_kind_display() for former in body.former_names.all()}
    kinds |= {former.code: former.name for former in body.kinds_before}
    if entry.kind not in kinds:
        message = format_lazy(
            _("ประเภท “{kind}” ไม่ตรงกับประเภทปัจจุบันและประเภทเดิมของหน่วยงาน ({kinds})"),
            kind=entry.get_kind_display(),
            kinds=", ".join(filter(None, map(str, kinds.values()))),
        )
        yield Finding(entry, "kind-of-another", message, RemarkSubject.NAME)


CONTRADICTIONS = (population_adds_up, fax_is_not_the_phone)
# What the public is told that such a finding means, by its code.
MEANINGS = {
    "population-sum": _("ชายกับหญิงรวมกันไม่เท่าจำนวนประชากรที่พิมพ์ไว้"),
    "fax-is-phone": _("พิมพ์หมายเลขโทรสารตรงกับหมายเลขโทรศัพท์"),
}
DOUBTS = (
    population_is_near_the_registered_one,
    kind_is_the_registered_one,
    kind_is_one_of_the_body_s,
    lines_are_not_cut,
)  # ours, so for editors only
REQUIREMENTS = (entry_is_cited, text_is_clean)


def warnings_for(entry) -> list[Finding]:
    """What the entry's page warns about beside its values; asks the database nothing."""
    return list(chain.from_iterable(rule(entry) for rule in CONTRADICTIONS))


def doubts_about(entry) -> list[Finding]:
    """What only editors are asked to look at again."""
    return list(chain.from_iterable(rule(entry) for rule in DOUBTS))


def errors_of(entry) -> list[Finding]:
    """What must be mended before the entry may be public."""
    return list(chain.from_iterable(rule(entry) for rule in REQUIREMENTS))


def findings(entries=None) -> Iterator[Finding]:
    """Everything that the rules find on these entries, or on all, drafts included."""
    entries = AwardEntry.objects.all() if entries is None else entries
    for entry in with_every_row(entries).iterator(chunk_size=500):
        yield from (*warnings_for(entry), *doubts_about(entry), *errors_of(entry))


def with_every_row(entries):
    """These entries with all that the rules read."""
    hanging = (tree.way_down(AwardEntry, model) for model in tree.hanging(AwardEntry))
    return entries.select_related("municipality").prefetch_related(
        *hanging, "citations__source", "municipality__former_names"
    )


def unclean_fields(row) -> list[str]:
    """The fields of a row whose text a save would repair."""
    texts = [field.name for field in row._meta.local_fields if isinstance(field, Clean)]
    return [name for name in texts if (text := getattr(row, name)) and clean(text) != text]
