"""What a reader finds, however they type it. The expected entries were read off the register and page 279."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practices import derived
from practices.lists import AwardEntryFilter, MunicipalityFilter, PracticeFilter
from practices.models import AwardEntry, Municipality, MunicipalityName
from practices.search import Match
from practices.thai.query import terms
from tests.catalogue.counts import ENTRIES
from tools.builder import build

pytestmark = pytest.mark.django_db

K57 = "khon-kaen-city 2557"
K58 = "khon-kaen-city 2558"
MAE_HIA = "mae-hia-town 2561"
KHON_KAEN = ["khon-kaen-city 2563", "khon-kaen-city 2562", "khon-kaen-city 2558", K57]
GOLD_57 = [f"{slug} 2557" for slug in ("kalasin-town", "pattani-pao", "phana-subdistrict", "sikhio-town", "san-sao")]


def found(query, filterset_class=AwardEntryFilter):
    """The entries that a query finds, as "slug year", best first."""
    asked = QueryDict(mutable=True)
    asked["q"] = query
    filterset = filterset_class(asked)
    assert not filterset.errors
    return [f"{row.municipality.slug} {row.year_be}" for row in filterset.qs.select_related("municipality")]


# query, the first entries in order, how many there are in all
TABLE = [
    pytest.param("เทศบาลนครขอนแก่น", KHON_KAEN, 4, id="full-name"),
    pytest.param("เทศบาล นคร ขอนแก่น", KHON_KAEN, 4, id="spaces-inside-a-name"),
    pytest.param("  เทศบาลนครขอนแก่น  ", KHON_KAEN, 4, id="spaces-around"),
    pytest.param("ทน.ขอนแก่น", KHON_KAEN, 4, id="abbreviation"),
    pytest.param("ทน. ขอนแก่น", KHON_KAEN, 4, id="abbreviation-dot-space"),
    pytest.param("ทน ขอนแก่น", KHON_KAEN, 4, id="abbreviation-without-dot"),
    pytest.param("ท.น.ขอนแก่น", KHON_KAEN, 4, id="abbreviation-with-two-dots"),
    pytest.param("ทม.ลำพูน", ["lamphun-town 2566", "lamphun-town 2565"], 6, id="town-abbreviation"),
    pytest.param("ทต.พนา", ["phana-subdistrict 2557", "phana-subdistrict 2553"], 3, id="subdistrict-abbreviation"),
    pytest.param("อบต.อ่าวนาง", ["ao-nang-sao 2564", "ao-nang-sao 2560"], 3, id="sao-abbreviation"),
    pytest.param("อบตอ่าวนาง", ["ao-nang-sao 2564"], 3, id="sao-abbreviation-joined"),
    pytest.param("อบจ สงขลา", ["songkhla-pao 2565", "songkhla-pao 2564"], 4, id="pao-abbreviation"),
    pytest.param("จ.ขอนแก่น", ["khon-kaen-city 2563"], 5, id="province-abbreviation"),
    pytest.param("อ.พล จ.ขอนแก่น", ["nong-makhuea-sao 2562"], 1, id="district-and-province"),
    pytest.param("จังหวัดขอนแก่น", ["khon-kaen-city 2563"], 5, id="province-in-full"),
    pytest.param("ขอนแก่น", KHON_KAEN, 5, id="place-before-province"),
    pytest.param("ขอนแก", KHON_KAEN, 5, id="cut-inside-a-word"),
    pytest.param("ชายขอบ", [K58, K57], 2, id="middle-of-a-compound"),
    pytest.param("เยาวชนชายขอ", [K58, K57], 2, id="cut-mid-word-in-a-title"),
    pytest.param("หลุดจากระบบการศึกษา", [K57], 1, id="narrative"),
    pytest.param("ภาครัฐ เอกชน และภาคประชาสังคม", [K57], 1, id="three-terms-that-stand-apart"),
    pytest.param("5C", [K57], 1, id="two-characters-only-in-a-narrative"),
    pytest.param("Smart", [MAE_HIA, K57], 2, id="latin-inside-thai"),
    pytest.param("smart ขึ้น", [K57], 1, id="latin-and-thai"),
    pytest.param("๕c", [K57], 1, id="thai-digit-beside-latin"),
    pytest.param("2557 ขอนแก่น", [K57], 1, id="year-and-place"),
    pytest.param("๒๕๕๗ ขอนแก่น", [K57], 1, id="thai-digits"),
    pytest.param("2014 ขอนแก่น", [K57], 1, id="common-era"),
    pytest.param("พ.ศ. 2557 ขอนแก่น", [K57], 1, id="era-named"),
    pytest.param("ค.ศ.2014 ขอนแก่น", [K57], 1, id="common-era-named"),
    pytest.param("ปี 2557", ["kalasin-town 2557", K57], 8, id="ปี-and-year"),
    pytest.param("ปี๒๕๕๗", ["kalasin-town 2557", K57], 8, id="ปี-joined-to-the-year"),
    pytest.param("ปี 2014", ["kalasin-town 2557", K57], 8, id="ปี-and-common-era"),
    pytest.param("2557", ["kalasin-town 2557"], 8, id="year-alone"),
    pytest.param("ลําพูน", ["lamphun-town 2566"], 8, id="nikhahit-and-aa-for-am"),
    pytest.param("เเม่เหียะ", ["mae-hia-town 2566"], 5, id="two-e-for-ae"),
    pytest.param("ขอน\u200bแก่น", KHON_KAEN, 5, id="zero-width-space"),
    pytest.param("ขอน\u00a0แก่น", KHON_KAEN, 5, id="no-break-space"),
    pytest.param("ขอนแก\uf70aน", KHON_KAEN, 5, id="private-use-glyph"),
    pytest.param("KHONKAEN", KHON_KAEN, 5, id="english-joined-in-capitals"),
    pytest.param("Khon Kaen City Municipality", KHON_KAEN, 4, id="english-full-name"),
    pytest.param("khon-kaen", KHON_KAEN, 5, id="english-hyphen"),
    pytest.param("nonthaburi", ["nonthaburi-city 2559"], 1, id="english-name"),
    pytest.param("ยะ", ["mae-hia-town 2566"], 5, id="two-letters-look-in-names-only"),
    pytest.param("พล", ["phlapphla-chai-sao 2565"], 3, id="two-letters-body-before-district"),
    pytest.param("ฮ", ["mae-sariang-subdistrict 2559", "mae-hong-son-pao 2559"], 2, id="one-letter"),
    pytest.param("ทองคำ 2557", GOLD_57[:2], 6, id="tier-and-year"),
    pytest.param("Golden Khon Kaen", ["khon-kaen-city 2563"], 1, id="tier-in-english"),
    pytest.param("สันติสุข ขอนแก่น", KHON_KAEN[:3], 3, id="category-and-place"),
    pytest.param("Peace Khon Kaen", KHON_KAEN[:3], 3, id="category-in-english"),
    pytest.param("ใบประกาศเกียรติคุณ", ["ban-suan-town 2566"], 3, id="certificate"),
    pytest.param("รางวัลพระปกเกล้า นนทบุรี", ["nonthaburi-city 2559"], 1, id="award-and-place"),
    pytest.param("King Prajadhipok Award Phuket", ["phuket-pao 2564"], 1, id="award-in-english"),
    pytest.param("ลดความเหลื่อมล้ำ ลำพูน", ["lamphun-town 2566", "lamphun-town 2565"], 2, id="category-of-a-body"),
    pytest.param("โคราช", ["sikhio-town 2557"], 1, id="everyday-name-of-a-province"),
    pytest.param("ธีระศักดิ์ ฑีฆายุพันธุ์", [K57], 1, id="executive"),
    pytest.param("นายกเทศมนตรี ขอนแก่น 2557", [K57], 1, id="office-and-place"),
    pytest.param("สสค.", [K57], 1, id="partner"),
    pytest.param("ฑีฆายุพันธุ์ ชายขอบ", [K57], 1, id="two-terms-from-different-fields"),
    pytest.param("น่าน", ["wiang-sa-subdistrict 2559", "san-sao 2557"], 2, id="province-น่าน"),
    pytest.param("เลย", [], 0, id="province-เลย-without-entries"),
    pytest.param("ตาก", ["dan-si-suk-sao 2564"], 1, id="province-ตาก-but-for-the-district-โพธิ์ตาก"),
    pytest.param("ปลากระป๋อง", [], 0, id="in-no-text"),
    pytest.param("%", [], 0, id="percent"),
    pytest.param("_", [], 0, id="underscore"),
    pytest.param("%ขอนแก่น%", KHON_KAEN, 5, id="percent-around"),
    pytest.param("ขอน_ก่น", [], 0, id="underscore-is-no-wildcard"),
    pytest.param('"ขอนแก่น"', KHON_KAEN, 5, id="quotes"),
    pytest.param("“ขอนแก่น’", KHON_KAEN, 5, id="curly-quotes"),
    pytest.param('" OR 1=1 --', [], 0, id="injection"),
    pytest.param("ขอนแก่น* ^NEAR(", [], 0, id="fts-operators"),
    pytest.param("-ขอนแก่น", KHON_KAEN, 5, id="fts-minus"),
    pytest.param("search_text:ขอนแก่น", [], 0, id="fts-column"),
    pytest.param("!?… ()", [], 0, id="punctuation-only"),
    pytest.param("\u0e48\u0e49", [], 0, id="marks-only"),
]


# What people also write, and what finds the same.
SAME = [
    *[
        pytest.param(typed, "น่าน อบต", id=typed)
        for typed in ("อบต น่าน", "อบต.น่าน", "อบต. น่าน", "อบต. จ.น่าน", "อบต จังหวัดน่าน", "SAO Nan", "Nan SAO")
    ],
    *[
        pytest.param(typed, other, id=typed)
        for typed, other in (
            ("ทม เชียงใหม่", "เทศบาลเมือง จังหวัดเชียงใหม่"),
            ("ทต.น่าน", "เทศบาลตำบล จังหวัดน่าน"),
            ("ทต. จ.ลำพูน", "เทศบาลตำบล จังหวัดลำพูน"),
            ("ทน ขอนแก่น", "เทศบาลนคร จังหวัดขอนแก่น"),
            ("อบจ. จ.สงขลา", "องค์การบริหารส่วนจังหวัดสงขลา"),
            ("อีสาน", "ภาคตะวันออกเฉียงเหนือ"),
            ("ภาคอีสาน", "ภาคตะวันออกเฉียงเหนือ"),
            ("ภาค อีสาน", "ภาคตะวันออกเฉียงเหนือ"),
            ("Isan", "ภาคตะวันออกเฉียงเหนือ"),
            ("Isaan", "ภาคตะวันออกเฉียงเหนือ"),
            ("Northeast", "ภาคตะวันออกเฉียงเหนือ"),
            ("northeastern", "ภาคตะวันออกเฉียงเหนือ"),
            ("เทศบาลเมืองลำพูนได้รางวัลพระปกเกล้า", "เทศบาลเมืองลำพูน รางวัลพระปกเกล้า"),
            ("เทศบาลเมืองลำพูนได้รับรางวัลพระปกเกล้าทองคำปี2563", "เทศบาลเมืองลำพูน ทองคำ 2563"),
            ("อบต.อ่าวนางเคยได้รางวัลพระปกเกล้าไหม", "อบต.อ่าวนาง รางวัลพระปกเกล้า"),
            ("ลำพูนลดความเหลื่อมล้ำ", "ลำพูน ลดความเหลื่อมล้ำ"),
            ("เทศบาลนครขอนแก่นปี๒๕๕๗", "เทศบาลนครขอนแก่น 2557"),
            ("Korat", "นครราชสีมา"),
            ("Satun PAO", "อบจ.สตูล"),
            ("Songkhla PAO", "อบจ.สงขลา"),
            ("mayor Khon Kaen 2014", "นายกเทศมนตรี ขอนแก่น 2557"),
            ("thesaban Lamphun", "เทศบาล ลำพูน"),
            ("Subdistrict Administrative Organization", "Subdistrict Administrative Organisation"),
        )
    ],
]


@pytest.mark.parametrize(("typed", "other"), SAME)
def test_what_people_write_finds_the_same(typed, other):
    assert sorted(found(typed)) == sorted(found(other)) != []


@pytest.mark.parametrize("query", ["tambon", "municipality", "city", "town", "youth Khon Kaen"])
def test_english_words_are_known(query):
    assert found(query) != []


@pytest.mark.parametrize("query", ["Nan", "nan", "NAN Province"])
def test_a_latin_word_is_not_found_inside_another(query):
    assert sorted(found(query)) == sorted(found("จังหวัดน่าน"))


def test_whole_latin_words_come_before_beginnings_and_insides():
    body = Municipality.objects.get(slug="phana-subdistrict")
    body.name_en = "Khonwuri"
    body.save()
    derived.refresh(AwardEntry.objects.filter(municipality=body))
    assert found("Khon")[-3:] == [f"phana-subdistrict {year}" for year in (2557, 2553, 2552)]
    assert found("honwu")[0] == "phana-subdistrict 2557"


def test_a_body_comes_before_the_bodies_around_a_place_of_its_name():
    body = Municipality.objects.get(slug="san-sao")
    other = Municipality.objects.get(slug="ao-nang-sao")
    other.name_th = "น่าน"
    other.save()
    derived.refresh(AwardEntry.objects.filter(municipality__in=[body, other]))
    assert found("อบต.น่าน") == [*(f"ao-nang-sao {entry.year_be}" for entry in newest_first(other)), "san-sao 2557"]


def newest_first(body):
    return body.entries.order_by("-year_be")


def test_editors_find_bodies_of_a_kind_in_a_province():
    found = Municipality.objects.matching("อบต. จ.น่าน")
    assert found.count() == 80
    assert set(found.values_list("kind", "province__name_th")) == {("sao", "น่าน")}


@pytest.mark.parametrize(("query", "first", "count"), TABLE)
def test_found(query, first, count):
    entries = found(query)
    assert entries[: len(first)] == first
    assert len(entries) == count


def test_query_as_long_as_allowed_is_searched(client):
    assert found("ขอนแก่น " + "ก" * 190) == []
    page = client.get(reverse("entry-list"), {"q": "ก" * 200})
    assert "ไม่พบรายการ" in page.text
    assert "ยาวเกิน" not in page.text


@pytest.mark.parametrize("query", ["ก" * 201, "ขอนแก่น " * 2_500, "ก " * 13], ids=["letters", "20000", "words"])
def test_query_longer_than_allowed_is_refused_aloud(client, query):
    page = client.get(reverse("entry-list"), {"q": query})
    assert page.status_code == 200
    assert "คำค้นยาวเกิน 12 คำ หรือ 200 ตัวอักษร" in page.text
    assert f"พบ {ENTRIES} รายการ" in page.text


def test_practices_are_found_by_their_own_text_and_their_entry():
    def practices(query):
        return list(PracticeFilter(QueryDict(f"q={query}")).qs.values_list("slug", flat=True))

    assert practices("พิชิตใจ") == practices("สสค") == ["khon-kaen-city-2557-marginalised-urban-youth"]
    assert len(practices("ขอนแก่น")) == 7
    assert practices("ฑีฆายุพันธุ์") == []


def test_bodies_are_found_by_what_their_entries_hold():
    def bodies(query):
        return list(MunicipalityFilter(QueryDict(f"q={query}")).qs.values_list("slug", flat=True))

    assert bodies("ลำพูน") == ["ban-klang-subdistrict", "lamphun-town", "nong-long-subdistrict"]
    assert bodies("ชายขอบ") == ["khon-kaen-city"]


def test_former_name_is_found():
    body = Municipality.objects.get(slug="phana-subdistrict")
    MunicipalityName.objects.create(municipality=body, slug="phra-lao-sao", kind="sao", name_th="พระเหลาเดิม")
    derived.refresh(AwardEntry.objects.filter(municipality=body))
    assert found("อบต.พระเหลาเดิม") == [f"phana-subdistrict {year}" for year in (2557, 2553, 2552)]


def test_results_say_where_the_words_stand(client):
    page = client.get(reverse("entry-list"), {"q": "เครือข่าย"})
    names, narrative = page.text.index("ในชื่อและพื้นที่"), page.text.find("ในเนื้อหา")
    assert names < (narrative if narrative >= 0 else len(page.text))
    [tier] = client.get(reverse("entry-list"), {"q": "หลุดจากระบบ"}).context["tiers"]
    assert (tier.label, tier.count) == ("ในเนื้อหา", 1)
    assert tier.rows[0].match == Match.NARRATIVE


def test_narrative_is_quoted_with_its_page_and_the_hit_marked(client):
    page = client.get(reverse("entry-list"), {"q": "หลุดจากระบบ"})
    assert "<mark>หลุดจากระบบ</mark>การศึกษา" in page.text
    assert "หน้า 279" in page.text


@pytest.mark.parametrize("query", ["", "?q=ขอนแก่น", "?q=5C", "?q=หลุดจากระบบ", "?q=ไม่มีคำนี้", "?q=ก", "?q=5C&year=2557"])
def test_a_search_takes_at_most_nine_queries(client, django_assert_max_num_queries, query):
    for name in ("entry-list", "practice-list", "municipality-list"):
        with django_assert_max_num_queries(9):  # one for the years of the places that it names
            assert client.get(reverse(name) + query).status_code == 200


def test_a_corrected_search_takes_at_most_twelve_queries(client, django_assert_max_num_queries):
    for name in ("entry-list", "practice-list", "municipality-list"):
        with django_assert_max_num_queries(12):
            assert client.get(reverse(name), {"q": "ขอนแกน"}).context["typed"]


def test_a_kind_that_is_named_by_halves_finds_the_body():
    assert found("เทศบาลขอนแก่น") == KHON_KAEN


def test_files_and_the_api_answer_what_was_asked(client):
    assert client.get("/api/awards/", {"q": "ขอนแกน"}).json()["count"] == 0
    assert len(client.get("/awards.csv", {"q": "ขอนแกน"}).getvalue().decode().splitlines()) == 1


def test_nothing_found_offers_to_drop_each_filter(client):
    page = client.get(reverse("entry-list"), {"q": "ปลากระป๋อง", "year": "2557"})
    assert [chip["label"] for chip in page.context["chips"]] == ["คำค้น “ปลากระป๋อง”", "ปี พ.ศ. 2557"]
    assert "ลองใช้คำที่สั้นลง" in page.text


def test_names_complete_the_typing_without_a_script(client):
    page = client.get(reverse("entry-list"))
    assert '<option value="เทศบาลนครขอนแก่น">' in page.text
    assert '<option value="ขอนแก่น">' in page.text


HIDDEN_IN_COMMON_WORDS = ["แพร่", "เลย", "ตาก", "น่าน"]
OF_BUILT = [
    *HIDDEN_IN_COMMON_WORDS,
    *["อบต.", "ทองคำ 2560", "เผยแพร่", "นํ้าท่วม", "๒๕๖๐ กิโลเมตร", "Facebook", "ผู้สูงอายุ ทต.", "สันติสุข 2014", "2,014 บาท"],
    *["ภาครัฐ เอกชน", "bank", "ไกล่เกลี่ย", "แนวกันไฟ", "มหาวิทยาลัยช่วย", "อำเภอเมือง", "หมู่บ้าน", "ไม่มีคำนี้"],
]


def test_built_entries_that_hold_every_term_are_found_best_first():
    AwardEntry.objects.all().delete()
    build(400, seed=1)
    texts = dict(AwardEntry.objects.values_list("pk", "search_text"))
    for query in OF_BUILT:
        ranked = list(
            AwardEntry.objects.matching(query).sorted_by("relevance").select_related("municipality__province")
        )
        assert {row.pk for row in ranked} == {
            pk for pk, text in texts.items() if all(term in text for term in terms(query))
        }, query
        assert [row.match for row in ranked] == sorted(row.match for row in ranked), query
        if query in HIDDEN_IN_COMMON_WORDS:
            # Rows whose own name, or province, holds the word come before all in whose sentences it merely hides.
            named = [query in row.search_head for row in ranked]
            assert named[0], query
            assert named == sorted(named, reverse=True), query
            assert f"จังหวัด{query}" in "".join(row.search_head for row in ranked), query


@settings(max_examples=60, deadline=None)
@given(query=st.text(max_size=230))
def test_whatever_a_stranger_searches_is_answered(query):
    asked = QueryDict(mutable=True)
    asked["q"] = query
    for filterset_class in (AwardEntryFilter, PracticeFilter, MunicipalityFilter):
        list(filterset_class(asked).qs[:1])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=230), name=st.sampled_from(["entry-list", "practice-list", "municipality-list"]))
def test_whatever_a_stranger_searches_the_page_stands(client, query, name):
    assert client.get(reverse(name), {"q": query}, follow=True).status_code == 200
