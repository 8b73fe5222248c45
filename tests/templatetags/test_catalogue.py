import re

import pytest
from django.template import engines
from django.utils.translation import override

from practices.models import AwardEntry, Citation, District, Municipality, Province, Source
from practices.templatetags import catalogue

KHON_KAEN = Province(code="40", name_th="ขอนแก่น", name_en="Khon Kaen")


def render(template, **context):
    return engines["django"].from_string("{% load catalogue %}" + template).render(context)


@pytest.mark.parametrize("missing", [None, ""])
def test_missing_value_says_so_in_both_languages(missing):
    assert render("{{ value|or_not_stated }}", value=missing) == '<span class="absent">ไม่ระบุ</span>'


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), ("0", "0"), ("<b>", "&lt;b&gt;")])
def test_stated_value_is_shown_as_it_is(value, shown):
    assert render("{{ value|or_not_stated }}", value=value) == shown


@pytest.mark.parametrize("measure", ["number", "baht", "area", "year"])
def test_missing_measure_passes_through_to_the_words(measure):
    assert "ไม่ระบุ" in render("{{ value|" + measure + "|or_not_stated }}", value=None)


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        pytest.param("043-221-667", "tel:+6643221667", id="landline"),
        pytest.param("0-4322-1667", "tel:+6643221667", id="other-hyphens"),
        pytest.param("(043) 221667", "tel:+6643221667", id="parentheses"),
        pytest.param("๐๔๓-๒๒๑-๖๖๗", "tel:+6643221667", id="thai-digits"),
        pytest.param("02 141 9600", "tel:+6621419600", id="bangkok"),
        pytest.param("081-234-5678", "tel:+66812345678", id="mobile"),
        pytest.param("0-5351-1050-1", "", id="a-row-of-numbers"),
        pytest.param("043-221-667, 043-221-668", "", id="two-numbers"),
        pytest.param("043-221-667 ต่อ 12", "", id="extension"),
        pytest.param("043-221-66", "", id="too-short"),
        pytest.param("1132", "", id="short-number"),
        pytest.param("javascript:alert(1)", "", id="not-a-number"),
        pytest.param("", "", id="not-stated"),
    ],
)
def test_only_one_plain_number_can_be_called(printed, address):
    assert catalogue.tel(printed) == address


def test_empty_line_parts_paragraphs():
    text = "ย่อหน้าแรก\nบรรทัดที่สอง\n\nย่อหน้าที่สอง\n \n\n"
    assert catalogue.paragraphs(text) == ["ย่อหน้าแรก\nบรรทัดที่สอง", "ย่อหน้าที่สอง"]
    assert catalogue.paragraphs("") == []


def test_thai_on_a_thai_page_needs_no_mark():
    assert render("{{ text|mark_thai }}", text="ไทย <b> Thai") == "ไทย &lt;b&gt; Thai"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“พัฒนาเมือง” is kept", '<span lang="th">“พัฒนาเมือง”</span> is kept'),
        ("ปี พ.ศ. 2557, หน้า 3 in Thai", '<span lang="th">ปี พ.ศ. 2557, หน้า</span> 3 in Thai'),
        ("Smart ขึ้น & <b>", 'Smart <span lang="th">ขึ้น</span> &amp; &lt;b&gt;'),
        ("not stated", "not stated"),
        (None, "None"),
    ],
)
def test_thai_on_an_english_page_is_marked(text, shown):
    with override("en"):
        assert render("{{ text|mark_thai }}", text=text) == shown


@pytest.mark.parametrize(
    ("language", "district", "shown"),
    [
        ("th", "พล", "อำเภอพล จังหวัดขอนแก่น"),
        ("th", "", "จังหวัดขอนแก่น"),
        ("en", "พล", "Phon District, Khon Kaen Province"),
        ("en", "", "Khon Kaen Province"),
    ],
)
def test_place_names_district_and_province(language, district, shown):
    with override(language):
        found = District(name_th=district, name_en="Phon", province=KHON_KAEN) if district else None
        assert catalogue.place(Municipality(district=found, province=KHON_KAEN)) == shown


@pytest.fixture
def book():
    return Source(url="https://example.org/", page_url_template="https://example.org/page{page}.html")


def test_cited_page_is_a_link_to_the_page(book):
    shown = catalogue.cited_page(Citation(source=book, page="279", file_page=279))
    assert (
        shown == '<span class="nowrap">หน้าไฟล์ <a class="cited" href="https://example.org/page279.html">279</a></span>'
    )


def test_page_as_the_source_counts_is_not_called_the_files(book):
    assert ">หน้า <" in catalogue.cited_page(Citation(source=book, page="12–15", file_page=20))


def test_page_without_an_address_is_no_link():
    assert catalogue.cited_page(Citation(source=Source(), page="7")) == '<span class="nowrap">หน้า 7</span>'


def test_no_page_is_nothing():
    assert catalogue.cited_page(Citation(source=Source())) == ""


@pytest.mark.parametrize(
    ("tier", "words", "drawn"),
    [
        ("gold", "รางวัลพระปกเกล้าทองคำ", 'r="4.25"'),
        ("award", "รางวัลพระปกเกล้า", 'r="2.25"'),
        ("certificate", "ใบประกาศเกียรติคุณ", 'stroke-width="1.5"/></svg>'),
        ("", "ไม่ระบุระดับรางวัล", "stroke-dasharray"),
    ],
)
def test_each_tier_has_its_own_shape_and_its_words(tier, words, drawn):
    shown = render("{% tier entry.tier %}", entry=AwardEntry(tier=tier))
    assert f'class="tier tier--{tier or "none"}"' in shown
    assert f"<span>{words}</span>" in shown
    assert drawn in re.sub(r">\s+<", "><", shown)


def test_words_that_a_line_must_not_end_within_are_kept_whole_and_stay_as_printed():
    shown = catalogue.unbroken("เด็กเยาวชนชายขอบ <b> สภาและคณะผู้บริหาร")
    assert shown.count('<span class="unbroken">') == 2
    assert '<span class="unbroken">ชายขอบ</span> &lt;b&gt;' in shown
    assert re.sub("</?span[^>]*>", "", shown) == "เด็กเยาวชนชายขอบ &lt;b&gt; สภาและคณะผู้บริหาร"
