"""What a page adds to a printed profile: figures computed from it, and the notes that stand beside its values."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from practices import charts, integrity
from practices.facts.fields import in_print
from practices.facts.profile import CONTACT, FIGURES, NARRATIVE
from practices.language import as_phrase
from practices.models import AwardEntry, RemarkKind, RemarkSubject

# What notes on the copying are about, as the entry's page shows it from top to bottom.
ABOVE = ["municipality", "category", "tier", "practice", "vision", "introduction"]
IN_PAGE_ORDER = [*ABOVE, *(subject for subject in RemarkSubject.values if subject not in ABOVE)]


class Profile:
    """The printed profile of one entry, as its page shows it. Asks the database nothing that `for_page` did not."""

    def __init__(self, entry: AwardEntry, end_notes: Collection[str] = ()):
        """The page shows notes on the copying of these subjects, by number, at its end; elsewhere none are shown."""
        self.entry = entry
        self.subjects = end_notes

    @property
    def people(self) -> charts.Split | None:
        """Men and women of the population as one bar."""
        return charts.split(self.entry.population_men, self.entry.population_women)

    @property
    def registered_people(self) -> charts.Split | None:
        """Men and women in the civil registration of the award year as one bar."""
        return charts.split(self.entry.registered_men, self.entry.registered_women)

    @property
    def apart(self) -> str:
        """By how much the registered population differs from the printed one, in words; "" where one is missing."""
        printed, registered = self.entry.population, self.entry.registered_population
        if not printed or registered is None:
            return ""
        if printed == registered:
            return _("ตรงกับที่พิมพ์")
        words = (
            _("มากกว่าที่พิมพ์ %(people)s คน (ร้อยละ %(percent)s)")
            if registered > printed
            else _("น้อยกว่าที่พิมพ์ %(people)s คน (ร้อยละ %(percent)s)")
        )
        people = abs(registered - printed)
        return words % {"people": f"{people:,}", "percent": f"{100 * people / printed:.1f}"}

    @property
    def people_per_km2(self) -> int | None:
        return per(self.entry.population, self.entry.area_km2)

    @property
    def own_revenue_per_person(self) -> int | None:
        """Baht a person."""
        return per(self.entry.own_revenue_baht, self.entry.population)

    @property
    def subsidy_per_person(self) -> int | None:
        """Baht a person."""
        return per(self.entry.subsidy_baht, self.entry.population)

    @cached_property
    def money(self) -> charts.Split | None:
        """Own revenue and subsidy as one bar, to the baht."""
        own, subsidy = self.entry.own_revenue_baht, self.entry.subsidy_baht
        return charts.split(None if own is None else round(own), None if subsidy is None else round(subsidy))

    @cached_property
    def figures(self) -> list["Figure"]:
        """The printed numbers in the book's order, each with what we add to it."""
        drawn = ("population_men", "population_women") if self.people else ()
        return [
            Figure(
                label=capfirst(fact.words_on(self.entry)),
                value=in_print(getattr(self.entry, fact.name), fact.unit),
                unit=fact.unit_on(self.entry),
                notes=self.notes.get(fact.name, []),
                **self._added.get(fact.name, {}),
            )
            for fact in FIGURES
            if fact.is_number and fact.name not in drawn
        ]

    @cached_property
    def _added(self) -> dict[str, dict]:
        """By the name of a fact, what stands below its number."""
        return {
            "population": {"split": self.people},
            "area_km2": {"computed": filled(_("%(people)s คนต่อ ตร.กม."), people=self.people_per_km2)},
            "own_revenue_baht": {
                "printed": self.entry.own_revenue_note,
                "computed": filled(_("%(baht)s บาทต่อคน"), baht=self.own_revenue_per_person),
            },
            "subsidy_baht": {
                "money": self.money,
                "computed": filled(_("%(baht)s บาทต่อคน"), baht=self.subsidy_per_person),
            },
        }

    @cached_property
    def council(self):
        """The council printed for the year, or None."""
        return getattr(self.entry, "council", None)

    @cached_property
    def seats(self) -> charts.Seats | None:
        return self.council and charts.seats(self.council.men, self.council.women)

    @cached_property
    def council_split(self) -> charts.Split | None:
        return self.council and charts.split(self.council.men, self.council.women)

    @cached_property
    def has_narrative(self) -> bool:
        return any(getattr(self.entry, fact.name) for fact in NARRATIVE)

    @cached_property
    def has_figures(self) -> bool:
        return any(getattr(self.entry, fact.name) is not None for fact in FIGURES if fact.is_number)

    @cached_property
    def has_money(self) -> bool:
        return self.entry.own_revenue_baht is not None or self.entry.subsidy_baht is not None

    @cached_property
    def has_people(self) -> bool:
        return bool(self.council or self.entry.executives.all())

    @cached_property
    def has_contact(self) -> bool:
        return any(getattr(self.entry, fact.name) for fact in CONTACT)

    @cached_property
    def unstated(self) -> str:
        """The parts of a book page of which the sources say nothing at all, as one phrase."""
        stated = {
            pgettext_lazy("part of an entry", "แนวปฏิบัติ"): bool(self.entry.practices.all()),
            pgettext_lazy("part of an entry", "เนื้อความในหนังสือรางวัล"): self.has_narrative,
            pgettext_lazy("part of an entry", "ข้อมูลพื้นฐาน"): self.has_figures,
            pgettext_lazy("part of an entry", "สภาและคณะผู้บริหาร"): self.has_people,
            pgettext_lazy("part of an entry", "ที่ตั้งและการติดต่อ"): self.has_contact,
        }
        return as_phrase(part for part, is_stated in stated.items() if not is_stated)

    @cached_property
    def notes(self) -> dict[str, list["Note"]]:
        """Our remarks, and what the integrity rules find, by the field they are about."""
        notes: dict[str, list[Note]] = defaultdict(list)
        for remark in self.entry.remarks.all():
            if remark.kind != RemarkKind.TRANSCRIPTION:
                notes[remark.about].append(Note(remark.text, RemarkKind(remark.kind)))
        for number, (subject, text) in enumerate(self._copied, 1):
            notes[subject].append(Note(text, RemarkKind.TRANSCRIPTION, number))
        for finding in integrity.warnings_for(self.entry):
            notes[finding.about or ""].append(Note(str(finding.message), RemarkKind.CONTRADICTION))
        return dict(notes)

    @property
    def end_notes(self) -> list[str]:
        """What stands at the end of the page, numbered from 1."""
        return [text for _subject, text in self._copied]

    @cached_property
    def _copied(self):
        """(subject, text) of each note on the copying, in the order of the page."""
        copied = [remark for remark in self.entry.remarks.all() if remark.kind == RemarkKind.TRANSCRIPTION]
        return [(subject, remark.text) for subject in self.subjects for remark in copied if remark.about == subject]

    @cached_property
    def introduction(self) -> list["Annotated"]:
        return annotated(self.entry.introduction, self.notes.get("introduction", []))


class Note(NamedTuple):
    """A note of ours beside a value; one on the copying has a number, and stands at the end of the page."""

    text: str
    kind: RemarkKind
    number: int | None = None

    @property
    def is_contradiction(self) -> bool:
        return self.kind == RemarkKind.CONTRADICTION


@dataclass(frozen=True)
class Figure:
    """A row of the page's figures (see parts/fact.html)."""

    label: str
    value: str | None
    unit: str
    notes: list[Note]
    split: charts.Split | None = None
    money: charts.Split | None = None
    printed: str = ""
    computed: str = ""


class Annotated(NamedTuple):
    """A paragraph of the book with the notes that stand after it."""

    text: str
    notes: list[Note]


QUOTED = re.compile("“([^”]+)”")


def annotated(text: str, notes: list[Note]) -> list[Annotated]:
    """The paragraphs of a text, each with the notes that quote it; a note that quotes none stands after the last."""
    shown = [Annotated(paragraph, []) for paragraph in text.split("\n\n") if paragraph]
    for note in notes if shown else []:
        quotes = QUOTED.findall(note.text)
        about = (paragraph for paragraph in shown if any(quote in paragraph.text for quote in quotes))
        next(about, shown[-1]).notes.append(note)
    return shown


def filled(words: str, **counts: int | None) -> str:
    """Words with counts in them; "" where one is not known."""
    return "" if None in counts.values() else words % {name: f"{count:,}" for name, count in counts.items()}


def per(amount, of) -> int | None:
    """An amount for each unit of another, rounded; None where one is not stated or there is nothing to divide by."""
    return None if amount is None or not of else round(Decimal(amount) / Decimal(of))
