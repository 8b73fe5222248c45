"""How to cite a page of the catalogue: in words, as BibTeX and as RIS, in the language of the moment.

What is cited is the page, with the sources it rests on; its date is that of its last change, which only the files name.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote

from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from practices.models import AwardEntry, Citation, Municipality, Practice, Source
from practices.models.sources import by_source
from practices.wording import page_unit, year

CRLF = "\r\n"

TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}$&#_%"},
    }
)
# An address keeps its signs, but for those that would end its field.
URL_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


class Work(NamedTuple):
    """What is cited: a page, by a key of plain ASCII, and the entries whose sources it rests on."""

    page: AwardEntry | Practice | Municipality
    key: str
    entries: Iterable[AwardEntry]

    @property
    def title(self) -> str:
        match self.page:
            case AwardEntry() as entry:
                return _of_award(entry)
            case Practice() as practice:
                return f"{practice.title}, {_of_award(practice.entry)}"
            case body:
                return f"{body.full_name}, {_('รางวัลพระปกเกล้า')}"

    @property
    def _cited(self) -> Iterable[Iterable[Citation]]:
        if isinstance(self.page, Practice):
            return [self.page.sources]
        return (entry.citations_of_award for entry in self.entries)

    @property
    def sources(self) -> list[str]:
        """Each source once, with the cited pages."""
        citations = (citation for cited in self._cited for citation in cited)
        return [_source(source, cited) for source, cited in by_source(citations)]

    @property
    def note(self) -> str:
        """The sources in words; "" where there are none."""
        return _("ที่มา: %(sources)s") % {"sources": "; ".join(self.sources)} if self.sources else ""


def of_entry(entry: AwardEntry) -> Work:
    return Work(entry, f"{entry.municipality.slug}-{entry.year_be}", [entry])


def of_practice(practice: Practice) -> Work:
    return Work(practice, practice.slug, [practice.entry])


def of_body(body: Municipality, entries: Iterable[AwardEntry]) -> Work:
    """Entries are those of the body's page, with their sources."""
    return Work(body, body.slug, entries)


def _of_award(entry):
    return f"{entry.full_name}, {_('รางวัลพระปกเกล้า')} {year(entry.year_be)}"


def _source(source: Source, citations: Iterable[Citation]) -> str:
    pages = [f"{page_unit(citation)} {citation.page}" for citation in citations if citation.page]
    parts = [source.title, source.publisher, source.year_be and year(source.year_be), *pages]
    # The publisher alone would not lead back to the source.
    parts.append("" if source.title else unquote(source.link))
    return ", ".join(part for part in dict.fromkeys(parts) if part)


def catalogue() -> str:
    return _("ทำเนียบท้องถิ่น รางวัลพระปกเกล้า")


def text(work: Work, site: str) -> str:
    """The finished citation. `site` is scheme and host, put before the site's own paths."""
    cited = f"“{work.title}”, {catalogue()}, {site}{work.page.get_absolute_url()}"
    return f"{cited} ({work.note})" if work.note else cited


def bibtex(work: Work, site: str, changed: datetime | None) -> str:
    """An entry of type misc, in UTF-8: for biber, or for BibTeX with XeLaTeX or LuaLaTeX."""
    fields = {
        "title": f"{{{_tex(work.title)}}}",  # twice in braces: no style may lower its capitals
        "howpublished": _tex(catalogue()),
        "year": f"{localtime(changed).year}" if changed else "",
        "url": f"{site}{work.page.get_absolute_url()}".translate(URL_ESCAPES),
        "note": _tex(work.note),
        "langid": {"th": "thai", "en": "english"}[get_language()],
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{work.key},\n{''.join(lines)}}}\n"


def ris(work: Work, site: str, changed: datetime | None) -> str:
    """A record of type ELEC, in UTF-8, lines ended as the format asks."""
    day = localtime(changed) if changed else None
    fields = {
        "TY": "ELEC",
        "ID": work.key,
        "TI": work.title,
        "T2": catalogue(),
        "PY": f"{day:%Y}" if day else "",
        "DA": f"{day:%Y/%m/%d}" if day else "",
        "N1": work.note,
        "LA": get_language(),
        "UR": f"{site}{work.page.get_absolute_url()}",
    }
    lines = [f"{tag}  - {_line(value)}{CRLF}" for tag, value in fields.items() if value]
    return f"{''.join(lines)}ER  - {CRLF}"


def _tex(value: str) -> str:
    return _line(value).translate(TEX_ESCAPES)


def _line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
