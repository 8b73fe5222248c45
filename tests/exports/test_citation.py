"""Citations: in words, as BibTeX and as RIS, with nothing of the text lost or taken for a command."""

import re
from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from practices.exports import citation
from practices.models import AwardEntry, Municipality, Practice

pytestmark = pytest.mark.django_db

SITE = "https://awards.example"
CHANGED = datetime(2026, 12, 31, 20, 0, tzinfo=UTC)  # in Bangkok the new year has begun


@pytest.fixture
def entry():
    return AwardEntry.objects.for_page().get(municipality__slug="khon-kaen-city", year_be=2557)


@pytest.fixture
def practice(entry):
    return Practice.objects.for_page().get(entry=entry)


def ris_fields(text):
    """Tag → value of a record whose every line is as the format asks."""
    assert text.endswith("ER  - \r\n")
    lines = text.removesuffix("ER  - \r\n").split("\r\n")
    assert lines.pop() == ""
    return dict(re.fullmatch(r"([A-Z][A-Z0-9])  - (\S.*)", line).groups() for line in lines)


def test_entry_is_cited_with_source_page_and_permalink(entry):
    assert citation.text(citation.of_entry(entry), SITE) == (
        "“เทศบาลนครขอนแก่น, รางวัลพระปกเกล้า พ.ศ. 2557”, ทำเนียบท้องถิ่น รางวัลพระปกเกล้า, "
        "https://awards.example/municipalities/khon-kaen-city/2557/ "
        "(ที่มา: รางวัลพระปกเกล้า’ 57, สถาบันพระปกเกล้า (kpi-lib), พ.ศ. 2557, หน้าไฟล์ 279, หน้าไฟล์ 280)"
    )


def test_english_citation_leads_to_the_english_page(entry):
    with override("en"):
        text = citation.text(citation.of_entry(entry), SITE)
    assert text.startswith("“Khon Kaen City Municipality, ")
    assert "2014 (B.E. 2557)" in text
    assert "https://awards.example/en/municipalities/khon-kaen-city/2557/" in text


def test_practice_is_cited_by_title_and_body(practice):
    work = citation.of_practice(practice)
    assert work.title == f"{practice.title}, เทศบาลนครขอนแก่น, รางวัลพระปกเกล้า พ.ศ. 2557"
    assert "หน้าไฟล์ 279" in work.note


def test_body_is_cited_with_each_source_of_its_entries_once(entry):
    body = entry.municipality
    entries = list(body.entries.published().for_years())
    work = citation.of_body(body, entries)
    sources = {citation.source_id for one in entries for citation in one.citations.all()}
    assert len(work.sources) == len(sources) == 4


def test_source_without_title_is_cited_by_publisher_and_address():
    entry = AwardEntry.objects.for_page().get(municipality__slug="phana-subdistrict", year_be=2552)
    assert citation.of_entry(entry).note == "ที่มา: เทศบาลตำบลพนา, http://tessabanphana.go.th/data_4690"


def test_bibtex_holds_the_citation(entry):
    assert citation.bibtex(citation.of_entry(entry), SITE, CHANGED) == (
        "@misc{khon-kaen-city-2557,\n"
        "  title = {{เทศบาลนครขอนแก่น, รางวัลพระปกเกล้า พ.ศ. 2557}},\n"
        "  howpublished = {ทำเนียบท้องถิ่น รางวัลพระปกเกล้า},\n"
        "  year = {2027},\n"
        "  url = {https://awards.example/municipalities/khon-kaen-city/2557/},\n"
        "  note = {ที่มา: รางวัลพระปกเกล้า’ 57, สถาบันพระปกเกล้า (kpi-lib), พ.ศ. 2557, หน้าไฟล์ 279, หน้าไฟล์ 280},\n"
        "  langid = {thai},\n"
        "}\n"
    )


def test_ris_holds_the_citation(entry):
    assert ris_fields(citation.ris(citation.of_entry(entry), SITE, CHANGED)) == {
        "TY": "ELEC",
        "ID": "khon-kaen-city-2557",
        "TI": "เทศบาลนครขอนแก่น, รางวัลพระปกเกล้า พ.ศ. 2557",
        "T2": "ทำเนียบท้องถิ่น รางวัลพระปกเกล้า",
        "PY": "2027",
        "DA": "2027/01/01",
        "N1": "ที่มา: รางวัลพระปกเกล้า’ 57, สถาบันพระปกเกล้า (kpi-lib), พ.ศ. 2557, หน้าไฟล์ 279, หน้าไฟล์ 280",
        "LA": "th",
        "UR": "https://awards.example/municipalities/khon-kaen-city/2557/",
    }


def test_a_page_that_was_never_recorded_has_no_date(entry):
    work = citation.of_entry(entry)
    assert "year" not in citation.bibtex(work, SITE, None)
    assert ris_fields(citation.ris(work, SITE, None)).keys().isdisjoint({"PY", "DA"})


def test_signs_of_tex_are_escaped(practice):
    practice.title = r"ลด 50% & {ออม} #1_2 $3 ~4 ^5 \input"
    assert (
        r"title = {{ลด 50\% \& \{ออม\} \#1\_2 \$3 \textasciitilde{}4 \textasciicircum{}5 \textbackslash{}input, "
        in citation.bibtex(citation.of_practice(practice), SITE, None)
    )


def test_a_title_cannot_begin_a_line_of_its_own(practice):
    practice.title = "ก\r\nER  - \nTY  - BOOK"
    fields = ris_fields(citation.ris(citation.of_practice(practice), SITE, None))
    assert fields["TI"].startswith("ก ER - TY - BOOK, ")
    assert fields["TY"] == "ELEC"


def test_every_body_can_be_cited():
    for body in Municipality.objects.published():
        work = citation.of_body(body, list(body.entries.published().for_years()))
        assert work.note
        assert ris_fields(citation.ris(work, SITE, None))["ID"] == body.slug
